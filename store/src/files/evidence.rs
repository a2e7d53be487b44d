//! Evidence that is a file: numbered in its case, looked at, withdrawn, never deleted.

use super::along::CameFrom;
use super::blob::FoundFile;
use super::place::Files;
use super::upload::Upload;
use crate::entity::{audit, evidence_file, upload};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Instant;
use domain::file::{Content, EvidenceSheet, FILES_MAX, FileName, WithdrawalReason};
use domain::id::{BureauId, CaseId, EvidenceId};
use domain::paper::ISSUED_MAX;
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

pub(super) const TABLE: &str = "evidence_file";
pub(super) const NAME: &str = "name";
pub(super) const SHEET: &str = "sheet";
pub(super) const CAME: &str = "came";

const ADDED: &str = "evidence_added";
const LOOKED: &str = "evidence_looked";
const WITHDRAWN: &str = "evidence_withdrawn";

/// What a browser fetches again so soon, as the next stretch of a film, belongs to the same look.
const ONE_LOOK_MILLIS: i64 = 10 * 60_000;
/// Files of a case that are listed: those that were entered, and papers that came with it.
const LISTED_MAX: u64 = FILES_MAX + ISSUED_MAX;
/// Acts on one file that are listed.
const ACTS_MAX: u64 = 200;

/// A piece of evidence that is a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceFile {
    pub id: EvidenceId,
    pub case: CaseId,
    /// In its case, from 1.
    pub number: u32,
    pub name: FileName,
    pub sheet: EvidenceSheet,
    pub content: Content,
    pub size: u64,
    /// In hexadecimal digits.
    pub sha256: String,
    pub thumbnail: Option<String>,
    /// The bureau in whose folder the bytes lie: another one's where it came with a case.
    pub lies_with: BureauId,
    pub at: Instant,
    /// The name of whoever added it, or took the case over with which it came.
    pub by: String,
    /// Where it came from, with a case of another bureau.
    pub came: Option<CameFrom>,
    pub withdrawn: Option<Withdrawn>,
}

/// When, by whom and why evidence was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    pub at: Instant,
    pub by: String,
    pub reason: String,
}

/// What was done with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceAct {
    pub at: Instant,
    pub by: String,
    /// `evidence_added`, `evidence_came`, `evidence_looked`, `evidence_withdrawn`.
    pub act: String,
}

impl BureauStore {
    /// A file that is laid down becomes evidence, with the next number of its case. One that became it before answers what
    /// it became.
    ///
    /// # Errors
    /// [`Error::Conflict`] when its bytes are not there: to be laid down again; [`Error::NotFound`] when it was cancelled.
    pub async fn keep_evidence(
        &self,
        files: &Files,
        (upload, found, thumbnail): (&Upload, &FoundFile, Option<&str>),
        sheet: &EvidenceSheet,
    ) -> Result<EvidenceId, Error> {
        self.must_write()?;
        if let Some(id) = self.upload(upload.case, upload.id).await?.evidence {
            return Ok(id);
        }
        // Behind the bureau's head, behind which the sweep takes away: what is here now, stays.
        if !files.has(self.bureau().id, &found.sha256, found.size).await? {
            return Err(Error::Conflict);
        }
        let id = EvidenceId(Uuid::now_v7());
        let number = self.next_evidence_number(upload.case).await?;
        let seal =
            |column: &str, text: &[u8]| self.keys().seal(&self.place(TABLE, column, id.0.as_bytes()), text);
        let row = evidence_file::ActiveModel {
            id: Set(id.0),
            case_id: Set(upload.case.0),
            number: Set(number),
            name_sealed: Set(seal(NAME, upload.name.as_str().as_bytes())?),
            sheet_sealed: Set(seal(SHEET, &serde_json::to_vec(sheet).map_err(Error::down)?)?),
            content: Set(found.content.word().to_owned()),
            size: Set(i64::try_from(found.size).map_err(Error::down)?),
            sha256: Set(found.sha256.clone()),
            thumbnail_sha256: Set(thumbnail.map(ToOwned::to_owned)),
            at: Set(self.now().0),
            by_id: Set(self.person()?.0),
            ..Default::default()
        };
        self.insert::<evidence_file::Entity>(row).await?;
        let became =
            upload::ActiveModel { id: Set(upload.id.0), evidence_id: Set(Some(id.0)), ..Default::default() };
        self.update::<upload::Entity>(became).await?;
        // Neither the name nor what the sheet says: both name persons.
        let payload = serde_json::json!({
            "case": upload.case, "number": number, "kind": sheet.kind, "content": found.content,
            "size": found.size, "sha256": found.sha256, "collectors": sheet.collectors,
        });
        self.audit(ADDED, &id.to_string(), &payload).await?;
        Ok(id)
    }

    /// Withdrawn ones keep theirs, so that the count has no gap.
    pub(super) async fn next_evidence_number(&self, case: CaseId) -> Result<i32, Error> {
        use evidence_file::Column as C;
        let last = self.find::<evidence_file::Entity>().filter(C::CaseId.eq(case.0));
        let last = last.order_by_desc(C::Number).select_only().column(C::Number);
        let last: Option<i32> = last.into_tuple().one(self.tx()).await?;
        Ok(last.unwrap_or_default() + 1)
    }

    /// The evidence of a case, by number.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub async fn evidence(&self, of: CaseId) -> Result<Vec<EvidenceFile>, Error> {
        use evidence_file::Column as C;
        self.require(Power::ReadRecords)?;
        let own = self.find::<evidence_file::Entity>().filter(C::CaseId.eq(of.0));
        let own = own.order_by_asc(C::Number).limit(LISTED_MAX).all(self.tx()).await?;
        self.evidence_of(own).await
    }

    /// One piece of evidence of a case.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one, another case's and another bureau's.
    pub async fn evidence_file(&self, of: CaseId, id: EvidenceId) -> Result<EvidenceFile, Error> {
        use evidence_file::Column as C;
        self.require(Power::ReadRecords)?;
        let own = self.find::<evidence_file::Entity>().filter(C::Id.eq(id.0)).filter(C::CaseId.eq(of.0));
        let own = own.all(self.tx()).await?;
        self.evidence_of(own).await?.pop().ok_or(Error::NotFound)
    }

    async fn evidence_of(&self, rows: Vec<evidence_file::Model>) -> Result<Vec<EvidenceFile>, Error> {
        let people = rows.iter().flat_map(|row| [Some(row.by_id), row.withdrawn_by]).flatten().collect();
        let names = self.names(people).await?;
        let named = |id: Uuid| names.get(&id).cloned().unwrap_or_default();
        let mut evidence = Vec::with_capacity(rows.len());
        for row in rows {
            let open = |column: &str, sealed: &[u8]| {
                self.keys().unseal(&self.place(TABLE, column, row.id.as_bytes()), sealed)
            };
            let name = open(NAME, &row.name_sealed)?;
            let name = std::str::from_utf8(&name).map_err(Error::down)?;
            let came = row.came_sealed.as_ref().map(|sealed| {
                let told = open(CAME, sealed)?;
                serde_json::from_slice(&told).map_err(Error::down)
            });
            let withdrawn = match (row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason) {
                (Some(at), Some(by), Some(reason)) => {
                    Some(Withdrawn { at: Instant(at), by: named(by), reason })
                }
                _ => None,
            };
            evidence.push(EvidenceFile {
                id: EvidenceId(row.id),
                case: CaseId(row.case_id),
                number: u32::try_from(row.number).map_err(Error::down)?,
                name: FileName::parse(name).map_err(|_| Error::down("a name that is none was kept"))?,
                sheet: serde_json::from_slice(&open(SHEET, &row.sheet_sealed)?).map_err(Error::down)?,
                content: Content::from_word(&row.content)
                    .ok_or_else(|| Error::down("a content that is none was kept"))?,
                size: u64::try_from(row.size).map_err(Error::down)?,
                sha256: row.sha256,
                thumbnail: row.thumbnail_sha256,
                lies_with: row.lies_with.map_or(self.bureau().id, BureauId),
                at: Instant(row.at),
                by: named(row.by_id),
                came: came.transpose()?,
                withdrawn,
            });
        }
        Ok(evidence)
    }

    /// Withdraws evidence: it stays, with the reason. Whether it was done: not when it was withdrawn before.
    ///
    /// # Errors
    /// [`Error::Setup`] in a reading transaction.
    pub async fn withdraw_evidence(
        &self,
        file: &EvidenceFile,
        reason: &WithdrawalReason,
    ) -> Result<bool, Error> {
        self.must_write()?;
        if file.withdrawn.is_some() {
            return Ok(false);
        }
        let row = evidence_file::ActiveModel {
            id: Set(file.id.0),
            withdrawn_at: Set(Some(self.now().0)),
            withdrawn_by: Set(Some(self.person()?.0)),
            withdrawn_reason: Set(Some(reason.to_string())),
            ..Default::default()
        };
        self.update::<evidence_file::Entity>(row).await?;
        let payload = serde_json::json!({ "case": file.case, "number": file.number, "reason": reason });
        self.audit(WITHDRAWN, &file.id.to_string(), &payload).await?;
        Ok(true)
    }

    /// Whether the person began a look at a file within the last ten minutes, of which a further request is a part.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn is_looking_at(&self, file: &EvidenceFile) -> Result<bool, Error> {
        let since = self.now().plus_millis(-ONE_LOOK_MILLIS);
        let me = self.actor().person.map(|person| person.0);
        let acts = self.audited(file.id).await?;
        Ok(acts.iter().any(|row| row.act == LOOKED && row.by == me && row.at > since.0))
    }

    /// A person opens a file: that stands in the audit before a byte is sent.
    ///
    /// # Errors
    /// [`Error::Setup`] in a reading transaction.
    pub async fn look_at_evidence(&self, file: &EvidenceFile) -> Result<(), Error> {
        let payload = serde_json::json!({ "case": file.case, "number": file.number });
        self.audit(LOOKED, &file.id.to_string(), &payload).await.map(drop)
    }

    /// What was done with a file, the newest first.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub async fn evidence_acts(&self, file: &EvidenceFile) -> Result<Vec<EvidenceAct>, Error> {
        self.require(Power::ReadRecords)?;
        let rows = self.audited(file.id).await?;
        let names = self.names(rows.iter().filter_map(|row| row.by).collect()).await?;
        let act = |row: audit::Model| EvidenceAct {
            at: Instant(row.at),
            by: row.by.and_then(|by| names.get(&by).cloned()).unwrap_or_default(),
            act: row.act,
        };
        Ok(rows.into_iter().map(act).collect())
    }

    async fn audited(&self, id: EvidenceId) -> Result<Vec<audit::Model>, Error> {
        let own = self.find::<audit::Entity>().filter(audit::Column::Subject.eq(id.to_string()));
        let own = own.order_by_desc(audit::Column::Seq).limit(ACTS_MAX);
        Ok(own.all(self.tx()).await?)
    }
}
