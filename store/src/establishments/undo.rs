//! An import undone as a whole: what it added goes, what it changed becomes what it was. Rows that somebody changed
//! since, or that a case speaks of, stay and are named.

use std::collections::{BTreeSet, HashMap};

use domain::establishment::Establishment;
use domain::id::ImportId;
use sea_orm::{ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::EstablishmentRecord;
use super::search::NOUN;
use super::tokens::tokens_of;
use crate::entity::{case_party, establishment, import, import_change, licence};
use crate::error::Error;
use crate::scope::BureauStore;

/// For so long an import can be undone, in milliseconds: seven days.
pub const UNDO_MILLIS: i64 = 7 * 24 * 3_600_000;
/// Changes that are read and taken back together.
const TOGETHER: u64 = 500;
/// Kept establishments that are named.
const NAMED_MAX: usize = 100;

/// What undoing an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// Establishments that the import had added and that are gone.
    pub removed: usize,
    /// Establishments that are what they were before.
    pub restored: usize,
    /// Establishments that stay as they are.
    pub kept: usize,
    /// The names of the first of them.
    pub kept_names: Vec<String>,
}

#[derive(Serialize)]
struct Payload<'a> {
    file_name: &'a str,
    file_hash: &'a str,
    removed: usize,
    restored: usize,
    kept: usize,
}

impl BureauStore {
    /// Undoes an applied import; `report` makes the new report of what was done.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Conflict`] when it was not applied, is undone, or its seven days are over.
    pub async fn undo_import(
        &self,
        id: ImportId,
        report: impl FnOnce(&str, &Undone) -> String + Send,
    ) -> Result<Undone, Error> {
        self.must_write()?;
        let row = self.find::<import::Entity>().filter(import::Column::Id.eq(id.0)).one(self.tx()).await?;
        let row = row.ok_or(Error::NotFound)?;
        let applied_at = row.applied_at.filter(|_| row.state == "applied").ok_or(Error::Conflict)?;
        if self.now().0 - applied_at > UNDO_MILLIS {
            return Err(Error::Conflict);
        }
        let mut undone = Undone::default();
        let mut after = 0;
        loop {
            let changes = self.find::<import_change::Entity>();
            let changes = changes.filter(import_change::Column::ImportId.eq(id.0));
            let changes = changes.filter(import_change::Column::Seq.gt(after));
            let changes = changes.order_by_asc(import_change::Column::Seq).limit(TOGETHER);
            let changes = changes.all(self.tx()).await?;
            let Some(last) = changes.last() else { break };
            after = last.seq;
            self.take_back(id, changes, &mut undone).await?;
        }
        let changed = import::ActiveModel {
            id: Set(id.0),
            state: Set("undone".to_owned()),
            report: Set(report(&row.report, &undone)),
            undone_at: Set(Some(self.now().0)),
            version: Set(row.version + 1),
            ..Default::default()
        };
        self.update::<import::Entity>(changed).await?;
        let payload = Payload {
            file_name: &row.file_name,
            file_hash: &row.file_hash,
            removed: undone.removed,
            restored: undone.restored,
            kept: undone.kept,
        };
        self.audit("import_undone", &id.to_string(), &payload).await?;
        Ok(undone)
    }

    async fn take_back(
        &self,
        import: ImportId,
        changes: Vec<import_change::Model>,
        undone: &mut Undone,
    ) -> Result<(), Error> {
        let ids: Vec<Uuid> = changes.iter().map(|change| change.row_id).collect();
        let rows = self.find::<establishment::Entity>().filter(establishment::Column::Id.is_in(ids.clone()));
        let records = self.records(rows.all(self.tx()).await?).await?;
        let mut records: HashMap<Uuid, EstablishmentRecord> =
            records.into_iter().map(|record| (record.id.0, record)).collect();
        let in_cases = self.find::<case_party::Entity>().select_only();
        let in_cases = in_cases.column(case_party::Column::EstablishmentId);
        let in_cases = in_cases.filter(case_party::Column::EstablishmentId.is_in(ids)).into_tuple();
        let in_cases: Vec<Option<Uuid>> = in_cases.all(self.tx()).await?;
        let (mut gone, mut back) = (Vec::new(), Vec::new());
        for change in changes {
            let Some(record) = records.remove(&change.row_id) else { continue };
            let is_spoken_of = change.before_sealed.is_none() && in_cases.contains(&Some(record.id.0));
            if record.version != change.version_after || is_spoken_of {
                undone.kept += 1;
                if undone.kept_names.len() < NAMED_MAX {
                    undone.kept_names.push(record.establishment.name.to_string());
                }
                continue;
            }
            match change.before_sealed {
                None => gone.push(record),
                Some(sealed) => {
                    let place =
                        self.place("import_change", "before_sealed", format!("{import}/{}", change.seq));
                    let before = self.keys().unseal(&place, &sealed)?;
                    back.push((record, serde_json::from_slice(&before).map_err(Error::down)?));
                }
            }
        }
        undone.removed += gone.len();
        undone.restored += back.len();
        self.remove_establishments(&gone).await?;
        self.restore_establishments(back).await
    }

    async fn remove_establishments(&self, gone: &[EstablishmentRecord]) -> Result<(), Error> {
        let ids: Vec<Uuid> = gone.iter().map(|record| record.id.0).collect();
        self.remove_tokens(NOUN, &gone.iter().map(tokens_now).collect::<Vec<_>>()).await?;
        self.remove_licences(&ids).await?;
        let rows = self.remove::<establishment::Entity>();
        rows.filter(establishment::Column::Id.is_in(ids)).exec(self.tx()).await?;
        Ok(())
    }

    async fn restore_establishments(
        &self,
        back: Vec<(EstablishmentRecord, Establishment)>,
    ) -> Result<(), Error> {
        let (mut licences, mut old, mut tokens) = (Vec::new(), Vec::new(), Vec::new());
        for (record, before) in back {
            old.push(tokens_now(&record));
            let mut former = record.former_names;
            former.retain(|name| *name != before.name.as_str());
            let mut rows = self.rows_of(record.id.0, &before, &former, record.version + 1, 0)?;
            // Unset, the instant of its creation stays.
            rows.establishment.created_at = NotSet;
            self.update::<establishment::Entity>(rows.establishment).await?;
            licences.extend(rows.licences);
            tokens.push((record.id.0, tokens_of(&before, &former)));
        }
        let ids: Vec<Uuid> = tokens.iter().map(|(id, _)| *id).collect();
        self.remove_licences(&ids).await?;
        self.insert_all::<licence::Entity>(licences).await?;
        self.remove_tokens(NOUN, &old).await?;
        self.insert_tokens(NOUN, &tokens).await
    }
}

/// The tokens under which a row is found now.
fn tokens_now(record: &EstablishmentRecord) -> (Uuid, BTreeSet<String>) {
    (record.id.0, tokens_of(&record.establishment, &record.former_names))
}
