//! Uploaded workbooks on their way in: kept sealed for a day, compared, then applied or left.

use domain::Instant;
use domain::id::ImportId;
use domain::ledger::LedgerNoun;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{noun_word, undo::UNDO_MILLIS};
use crate::entity::{import, import_file};
use crate::error::Error;
use crate::scope::BureauStore;

/// How long an uploaded workbook is kept, in milliseconds.
const KEPT_MILLIS: i64 = 24 * 3_600_000;

/// Waiting workbooks that are listed.
const WAITING_MAX: u64 = 20;

/// What an import counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportCounts {
    /// Rows of data.
    pub rows: usize,
    /// Establishments, or people in classes, that are new, changed or the same.
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    /// Rows that are wrong.
    pub wrong: usize,
    /// Rows that are no data: blank, totals, notes, repeated headers.
    pub skipped: usize,
}

/// An uploaded workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagedImport {
    pub id: ImportId,
    pub file_name: String,
    /// SHA-256 of the file, hexadecimal.
    pub file_hash: String,
    /// Whether it was applied.
    pub applied: bool,
    /// Whether it was undone.
    pub undone: bool,
    /// Whether it can be undone now.
    pub may_undo: bool,
    /// What was found in it, as the caller wrote it.
    pub report: String,
    pub created_at: Instant,
}

#[derive(Serialize)]
struct Payload<'a> {
    file_name: &'a str,
    file_hash: &'a str,
    counts: ImportCounts,
}

impl BureauStore {
    /// Keeps an uploaded workbook, sealed, for a day.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn stage_import(
        &self,
        noun: LedgerNoun,
        file_name: &str,
        bytes: &[u8],
        report: &str,
    ) -> Result<ImportId, Error> {
        self.must_write()?;
        self.forget_old_imports().await?;
        let id = Uuid::now_v7();
        let expires_at = self.now().plus_millis(KEPT_MILLIS).0;
        let row = import::ActiveModel {
            id: Set(id),
            noun: Set(noun_word(noun).to_owned()),
            file_name: Set(file_name.to_owned()),
            file_hash: Set(hash_of(bytes)),
            file_size: Set(i64::try_from(bytes.len()).unwrap_or(i64::MAX)),
            state: Set("staged".to_owned()),
            report: Set(report.to_owned()),
            by: Set(self.actor().person.map(|person| person.0)),
            created_at: Set(self.now().0),
            applied_at: Set(None),
            undone_at: Set(None),
            expires_at: Set(expires_at),
            version: Set(1),
            ..Default::default()
        };
        self.insert::<import::Entity>(row).await?;
        let sealed = self.keys().seal(&self.place("import_file", "content_sealed", id.as_bytes()), bytes)?;
        let file = import_file::ActiveModel {
            import_id: Set(id),
            content_sealed: Set(sealed),
            expires_at: Set(expires_at),
            ..Default::default()
        };
        self.insert::<import_file::Entity>(file).await?;
        Ok(ImportId(id))
    }

    /// An uploaded workbook without its bytes; one of another noun is not there.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn staged_import(&self, noun: LedgerNoun, id: ImportId) -> Result<StagedImport, Error> {
        Ok(self.staged(self.import_row(noun, id).await?))
    }

    fn staged(&self, row: import::Model) -> StagedImport {
        StagedImport {
            id: ImportId(row.id),
            file_name: row.file_name,
            file_hash: row.file_hash,
            applied: row.state == "applied",
            undone: row.state == "undone",
            may_undo: row
                .applied_at
                .is_some_and(|at| row.state == "applied" && self.now().0 - at <= UNDO_MILLIS),
            report: row.report,
            created_at: Instant(row.created_at),
        }
    }

    /// The workbooks of the last day that nobody has put in, the newest first.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn imports_waiting(&self, noun: LedgerNoun) -> Result<Vec<StagedImport>, Error> {
        let rows = self.find::<import::Entity>().filter(import::Column::Noun.eq(noun_word(noun)));
        let rows = rows.filter(import::Column::State.eq("staged"));
        let rows = rows.filter(import::Column::CreatedAt.gt(self.now().0 - KEPT_MILLIS));
        let rows = rows.order_by_desc(import::Column::CreatedAt).limit(WAITING_MAX).all(self.tx()).await?;
        Ok(rows.into_iter().map(|row| self.staged(row)).collect())
    }

    /// The bytes of an uploaded workbook, while it is kept.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none or its day is over.
    pub async fn staged_bytes(&self, id: ImportId) -> Result<Vec<u8>, Error> {
        let file = self.find::<import_file::Entity>().filter(import_file::Column::ImportId.eq(id.0));
        let file = file.one(self.tx()).await?.filter(|file| file.expires_at > self.now().0);
        let file = file.ok_or(Error::NotFound)?;
        let place = self.place("import_file", "content_sealed", id.0.as_bytes());
        Ok(self.keys().unseal(&place, &file.content_sealed)?.to_vec())
    }

    /// Notes that an import was applied: one act of the audit, citing the file.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Conflict`] when it was applied before.
    pub async fn close_import(
        &self,
        noun: LedgerNoun,
        id: ImportId,
        counts: ImportCounts,
        report: &str,
    ) -> Result<(), Error> {
        self.must_write()?;
        let row = self.import_row(noun, id).await?;
        if row.state != "staged" {
            return Err(Error::Conflict);
        }
        let applied = import::ActiveModel {
            id: Set(id.0),
            state: Set("applied".to_owned()),
            report: Set(report.to_owned()),
            applied_at: Set(Some(self.now().0)),
            version: Set(row.version + 1),
            ..Default::default()
        };
        self.update::<import::Entity>(applied).await?;
        let payload = Payload { file_name: &row.file_name, file_hash: &row.file_hash, counts };
        let act = format!("{}_imported", noun.word());
        self.audit(&act, &id.to_string(), &payload).await.map(drop)
    }

    /// The row of an import of this noun.
    pub(super) async fn import_row(&self, noun: LedgerNoun, id: ImportId) -> Result<import::Model, Error> {
        let row = self.find::<import::Entity>().filter(import::Column::Id.eq(id.0)).one(self.tx()).await?;
        row.filter(|row| row.noun == noun_word(noun)).ok_or(Error::NotFound)
    }

    /// Workbooks whose day is over go.
    async fn forget_old_imports(&self) -> Result<(), Error> {
        // Asked of the imports: in the file's own row the day stands behind the whole file.
        let over =
            self.find::<import::Entity>().filter(import::Column::CreatedAt.lte(self.now().0 - KEPT_MILLIS));
        let over = over.select_only().column(import::Column::Id).into_query();
        let old = self.remove::<import_file::Entity>();
        old.filter(import_file::Column::ImportId.in_subquery(over)).exec(self.tx()).await?;
        Ok(())
    }
}

/// SHA-256, hexadecimal.
fn hash_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
