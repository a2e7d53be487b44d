//! Drafts: input that is not yet an act. One mechanism for wrong input without JavaScript, autosave,
//! sessions that ended, and conflicts. Sealed, and seen by its author alone.

use crate::entity::draft;
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Instant;
use domain::id::DraftId;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A draft lives for thirty days after its last change.
const LIFE_MILLIS: i64 = 30 * 24 * 3_600_000;

/// What was typed, field by field.
pub type Values = BTreeMap<String, Vec<String>>;

/// Saved input of one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Stands in the form's URL.
    pub id: DraftId,
    /// The form, as the program calls it.
    pub form: String,
    /// What the form is about, such as a case's id; empty for something new.
    pub subject: String,
    /// The subject's version that the author saw.
    pub version: i32,
    /// What was typed.
    pub values: Values,
    /// When it was kept last.
    pub updated_at: Instant,
}

impl BureauStore {
    /// Saves input; with `id` over the author's own earlier draft of it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the draft to replace is not this person's.
    pub async fn save_draft(
        &self,
        id: Option<DraftId>,
        form: &str,
        subject: &str,
        version: i32,
        values: &Values,
    ) -> Result<DraftId, Error> {
        self.must_write()?;
        let text = serde_json::to_vec(values).map_err(Error::down)?;
        let old = match id {
            Some(id) => Some(self.own_draft(id).await?.ok_or(Error::NotFound)?),
            None => None,
        };
        let key = old.as_ref().map_or_else(Uuid::now_v7, |row| row.id);
        let row = draft::ActiveModel {
            id: Set(key),
            person_id: Set(self.person()?.0),
            form: Set(form.to_owned()),
            subject: Set(subject.to_owned()),
            version: Set(version),
            values_sealed: Set(self.keys().seal(&self.place("draft", "values", key), &text)?),
            created_at: Set(old.as_ref().map_or(self.now().0, |row| row.created_at)),
            updated_at: Set(self.now().0),
            expires_at: Set(self.now().plus_millis(LIFE_MILLIS).0),
            ..Default::default()
        };
        match old {
            Some(_) => self.update::<draft::Entity>(row).await?,
            None => self.insert::<draft::Entity>(row).await?,
        };
        Ok(DraftId(key))
    }

    /// The author's own draft, for the form that it belongs to.
    ///
    /// # Errors
    /// [`Error::NotFound`] for everybody else, for another form, and after its end.
    pub async fn draft(&self, id: DraftId, form: &str) -> Result<Draft, Error> {
        let row = self.own_draft(id).await?.filter(|row| row.form == form).ok_or(Error::NotFound)?;
        self.open_draft(row)
    }

    /// The author's newest draft of a form about a subject, if any.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn newest_draft(&self, form: &str, subject: &str) -> Result<Option<Draft>, Error> {
        let found = self
            .find::<draft::Entity>()
            .filter(draft::Column::PersonId.eq(self.person()?.0))
            .filter(draft::Column::Form.eq(form))
            .filter(draft::Column::Subject.eq(subject))
            .filter(draft::Column::ExpiresAt.gt(self.now().0))
            .order_by_desc(draft::Column::UpdatedAt);
        found.one(self.tx()).await?.map(|row| self.open_draft(row)).transpose()
    }

    /// Removes the author's own draft once its input became an act; an unknown one is no error.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn drop_draft(&self, id: DraftId) -> Result<(), Error> {
        let own = self.remove::<draft::Entity>().filter(draft::Column::Id.eq(id.0));
        own.filter(draft::Column::PersonId.eq(self.person()?.0)).exec(self.tx()).await?;
        Ok(())
    }

    /// Removes all of the author's drafts of a form about a subject.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn drop_drafts(&self, form: &str, subject: &str) -> Result<(), Error> {
        let own = self.remove::<draft::Entity>().filter(draft::Column::PersonId.eq(self.person()?.0));
        let own = own.filter(draft::Column::Form.eq(form)).filter(draft::Column::Subject.eq(subject));
        own.exec(self.tx()).await?;
        Ok(())
    }

    async fn own_draft(&self, id: DraftId) -> Result<Option<draft::Model>, Error> {
        let own = self
            .find::<draft::Entity>()
            .filter(draft::Column::Id.eq(id.0))
            .filter(draft::Column::PersonId.eq(self.person()?.0))
            .filter(draft::Column::ExpiresAt.gt(self.now().0));
        Ok(own.one(self.tx()).await?)
    }

    fn open_draft(&self, row: draft::Model) -> Result<Draft, Error> {
        let text = self.keys().unseal(&self.place("draft", "values", row.id), &row.values_sealed)?;
        let values = serde_json::from_slice(&text).map_err(Error::down)?;
        Ok(Draft {
            id: DraftId(row.id),
            form: row.form,
            subject: row.subject,
            version: row.version,
            values,
            updated_at: Instant(row.updated_at),
        })
    }
}
