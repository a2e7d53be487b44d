//! One establishment created or changed by a person.

use domain::establishment::{Change, Establishment, merge};
use domain::id::EstablishmentId;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Serialize;
use uuid::Uuid;

use super::Saved;
use super::search::NOUN;
use super::tokens::tokens_of;
use crate::entity::{establishment, licence};
use crate::error::Error;
use crate::scope::BureauStore;

#[derive(Serialize)]
struct Payload<'a> {
    name: &'a str,
    changes: &'a [Change],
}

impl BureauStore {
    /// Adds an establishment.
    ///
    /// # Errors
    /// [`Error::Invalid`] with `taken` when the credit code is in the register.
    pub async fn add_establishment(&self, new: &Establishment) -> Result<Saved, Error> {
        self.must_write()?;
        self.refuse_taken_code(new, None).await?;
        let id = Uuid::now_v7();
        let rows = self.rows_of(id, new, &[], 1, self.now().0)?;
        self.insert::<establishment::Entity>(rows.establishment).await?;
        self.insert_all::<licence::Entity>(rows.licences).await?;
        self.insert_tokens(NOUN, &[(id, tokens_of(new, &[]))]).await?;
        let payload = Payload { name: new.name.as_str(), changes: &[] };
        self.audit("establishment_added", &id.to_string(), &payload).await?;
        Ok(Saved { id: EstablishmentId(id), changes: Vec::new() })
    }

    /// Puts a form's content in place of what is kept; blanks erase. `version` is the one that the form was made from.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Conflict`] when somebody was faster; [`Error::Invalid`] with `taken`.
    pub async fn change_establishment(
        &self,
        id: EstablishmentId,
        version: i32,
        new: &Establishment,
    ) -> Result<Saved, Error> {
        self.must_write()?;
        let row = self.establishment_row(id).await?;
        if row.version != version {
            return Err(Error::Conflict);
        }
        self.refuse_taken_code(new, Some(id.0)).await?;
        let created_at = row.created_at;
        let kept = self.records(vec![row]).await?.pop().ok_or(Error::NotFound)?;
        if kept.establishment == *new {
            return Ok(Saved { id, changes: Vec::new() });
        }
        let changes = merge(&mut kept.establishment.clone(), new);
        let former = former_names(&kept.former_names, &kept.establishment, new);
        let rows = self.rows_of(id.0, new, &former, version + 1, created_at)?;
        self.update::<establishment::Entity>(rows.establishment).await?;
        self.remove_licences(&[id.0]).await?;
        self.insert_all::<licence::Entity>(rows.licences).await?;
        let (old, now) = (tokens_of(&kept.establishment, &kept.former_names), tokens_of(new, &former));
        self.remove_tokens(NOUN, &[(id.0, old.difference(&now).cloned().collect())]).await?;
        self.insert_tokens(NOUN, &[(id.0, now)]).await?;
        let payload = Payload { name: new.name.as_str(), changes: &changes };
        self.audit("establishment_changed", &id.to_string(), &payload).await?;
        Ok(Saved { id, changes })
    }

    async fn refuse_taken_code(&self, new: &Establishment, own: Option<Uuid>) -> Result<(), Error> {
        let Some(code) = &new.credit_code else { return Ok(()) };
        let taken = self.find::<establishment::Entity>();
        let taken = taken.filter(establishment::Column::CreditCode.eq(code.as_str())).one(self.tx()).await?;
        match taken {
            Some(row) if Some(row.id) != own => Err(Error::Invalid { field: "credit_code", code: "taken" }),
            _ => Ok(()),
        }
    }
}

/// The former names after a change.
pub(super) fn former_names(former: &[String], kept: &Establishment, new: &Establishment) -> Vec<String> {
    let mut names = former.to_vec();
    if kept.name != new.name && !names.contains(&kept.name.to_string()) {
        names.push(kept.name.to_string());
    }
    names
}
