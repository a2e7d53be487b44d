//! An import undone as a whole: what it added goes, what it changed becomes what it was. Rows that somebody changed
//! since, or that something else rests on, stay and are named.

use domain::id::ImportId;
use domain::ledger::LedgerNoun;
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};

use crate::entity::import;
use crate::error::Error;
use crate::scope::BureauStore;

/// For so long an import can be undone, in milliseconds: seven days.
pub const UNDO_MILLIS: i64 = 7 * 24 * 3_600_000;
/// Kept rows that are named.
const NAMED_MAX: usize = 100;

/// What undoing an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// Establishments, or people in classes, that the import had added and that are gone.
    pub removed: usize,
    /// Rows that are what they were before.
    pub restored: usize,
    /// Rows that stay as they are.
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

impl Undone {
    /// Notes a row that stays.
    pub(crate) fn keep(&mut self, name: &str) {
        self.kept += 1;
        if self.kept_names.len() < NAMED_MAX {
            self.kept_names.push(name.to_owned());
        }
    }
}

impl BureauStore {
    /// Undoes an applied import; `report` makes the new report of what was done.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Conflict`] when it was not applied, is undone, or its seven days are over.
    pub async fn undo_import(
        &self,
        noun: LedgerNoun,
        id: ImportId,
        report: impl FnOnce(&str, &Undone) -> String + Send,
    ) -> Result<Undone, Error> {
        self.must_write()?;
        let row = self.import_row(noun, id).await?;
        let applied_at = row.applied_at.filter(|_| row.state == "applied").ok_or(Error::Conflict)?;
        if self.now().0 - applied_at > UNDO_MILLIS {
            return Err(Error::Conflict);
        }
        let mut undone = Undone::default();
        match noun {
            LedgerNoun::Establishments => self.undo_establishments(id, &mut undone).await?,
            LedgerNoun::Trainees => self.undo_roll(&row, &mut undone).await?,
            LedgerNoun::Cases => self.undo_cases(id, &mut undone).await?,
            LedgerNoun::Payments => self.undo_payments(id, &mut undone).await?,
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
}
