//! Scans of signed papers that were entered: each stays readable, the newest that was not withdrawn counts.

use super::read::IssuedPaper;
use crate::entity::paper_scan;
use crate::error::Error;
use crate::files::{Files, Withdrawn};
use crate::scope::BureauStore;
use domain::id::{CaseId, IssuedPaperId, PaperScanId, ScanId};
use domain::paper::{ISSUED_MAX, PAPER_SCANS_MAX, PaperFault};
use domain::{Day, Instant};
use sea_orm::{ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// The scan of one signed and sealed paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperScan {
    pub id: PaperScanId,
    pub paper: IssuedPaperId,
    /// Of its bytes, in hexadecimal digits.
    pub sha256: String,
    pub size: u64,
    pub pages: u32,
    pub at: Instant,
    /// The name of whoever entered it.
    pub by: String,
    /// It was entered by mistake: it stays readable, and takes nobody's place.
    pub withdrawn: Option<Withdrawn>,
}

/// The scan of a paper that counts: the newest one that stands.
#[must_use]
pub fn standing_scan(scans: &[PaperScan], paper: IssuedPaperId) -> Option<&PaperScan> {
    scans.iter().find(|scan| scan.paper == paper && scan.withdrawn.is_none())
}

/// What was bound of one paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundPaper {
    pub paper: IssuedPaper,
    pub sha256: String,
    pub size: u64,
    pub pages: u32,
}

/// Why a paper of a scan is not entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnterFault {
    Paper(PaperFault),
    /// It has as many scans as one paper can have.
    Many,
}

/// Where the reasons are sealed for which scans were withdrawn: they may name persons.
const SCANS: &str = "paper_scan";
const REASON: &str = "withdrawn_reason";

impl BureauStore {
    /// Enters what was bound of a scan, all or nothing: each paper that was out is back from the day on. The place in
    /// `bound` of the paper that cannot be entered, and why.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the scan was confirmed or dropped meanwhile, [`Error::Conflict`] when bytes are not there: to
    /// be laid down again.
    pub async fn enter_scan(
        &self,
        files: &Files,
        scan: ScanId,
        bound: &[BoundPaper],
        on: Day,
    ) -> Result<Result<(), (usize, EnterFault)>, Error> {
        self.drop_scan(scan).await?;
        for (at, one) in bound.iter().enumerate() {
            // Behind the bureau's head, behind which the sweep takes away: what is here now, stays.
            if !files.has(self.bureau().id, &one.sha256, one.size).await? {
                return Err(Error::Conflict);
            }
            let before = self.find::<paper_scan::Entity>();
            let before = before.filter(paper_scan::Column::PaperId.eq(one.paper.id.0));
            if before.count(self.tx()).await? >= PAPER_SCANS_MAX {
                return Ok(Err((at, EnterFault::Many)));
            }
            if !one.paper.state.is_valid() {
                return Ok(Err((at, EnterFault::Paper(PaperFault::Ended))));
            }
            if one.paper.state.is_out()
                && let Err(fault) = self.paper_back(&one.paper, on).await?
            {
                return Ok(Err((at, EnterFault::Paper(fault))));
            }
            self.keep_paper_scan(one).await?;
        }
        Ok(Ok(()))
    }

    async fn keep_paper_scan(&self, bound: &BoundPaper) -> Result<(), Error> {
        let id = PaperScanId(Uuid::now_v7());
        let row = paper_scan::ActiveModel {
            id: Set(id.0),
            case_id: Set(bound.paper.case.0),
            paper_id: Set(bound.paper.id.0),
            sha256: Set(bound.sha256.clone()),
            size: Set(i64::try_from(bound.size).map_err(Error::down)?),
            pages: Set(i32::try_from(bound.pages).map_err(Error::down)?),
            at: Set(self.now().0),
            by_id: Set(self.person()?.0),
            ..Default::default()
        };
        self.insert::<paper_scan::Entity>(row).await?;
        let payload = serde_json::json!({
            "case": bound.paper.case, "number": bound.paper.number, "scan": id, "sha256": bound.sha256,
            "size": bound.size, "pages": bound.pages,
        });
        self.audit("paper_scanned", &bound.paper.id.to_string(), &payload).await.map(drop)
    }

    /// A scan counts no more.
    pub(super) async fn end_scan(&self, scan: &PaperScan, reason: &str) -> Result<(), Error> {
        let id = scan.id.0;
        let sealed = self.keys().seal(&self.place(SCANS, REASON, id.as_bytes()), reason.as_bytes())?;
        let row = paper_scan::ActiveModel {
            id: Set(id),
            withdrawn_at: Set(Some(self.now().0)),
            withdrawn_by: Set(Some(self.person()?.0)),
            withdrawn_reason_sealed: Set(Some(sealed)),
            ..Default::default()
        };
        self.update::<paper_scan::Entity>(row).await.map(drop)
    }

    /// The scans of a case's papers, the newest first.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records; [`Error::NotFound`] in a visit.
    pub async fn paper_scans(&self, of: CaseId) -> Result<Vec<PaperScan>, Error> {
        use paper_scan::Column as C;
        self.may_read_papers()?;
        let own = self.find::<paper_scan::Entity>().filter(C::CaseId.eq(of.0));
        let own = own.order_by_desc(C::Id).limit(ISSUED_MAX * PAPER_SCANS_MAX).all(self.tx()).await?;
        self.scans_of(own).await
    }

    /// One scan of a case's papers.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one, another case's and another bureau's.
    pub async fn paper_scan(&self, of: CaseId, id: PaperScanId) -> Result<PaperScan, Error> {
        use paper_scan::Column as C;
        self.may_read_papers()?;
        let own = self.find::<paper_scan::Entity>().filter(C::Id.eq(id.0)).filter(C::CaseId.eq(of.0));
        let own = own.all(self.tx()).await?;
        self.scans_of(own).await?.pop().ok_or(Error::NotFound)
    }

    async fn scans_of(&self, rows: Vec<paper_scan::Model>) -> Result<Vec<PaperScan>, Error> {
        let people = rows.iter().flat_map(|row| [Some(row.by_id), row.withdrawn_by]).flatten();
        let names = self.names(people.collect()).await?;
        let told = |row: paper_scan::Model| {
            let named = |id: Uuid| names.get(&id).cloned().unwrap_or_default();
            let withdrawn = match (row.withdrawn_at, row.withdrawn_by, &row.withdrawn_reason_sealed) {
                (Some(at), Some(by), Some(sealed)) => {
                    let reason = self.keys().unseal(&self.place(SCANS, REASON, row.id.as_bytes()), sealed)?;
                    let reason = String::from_utf8(reason.to_vec()).map_err(Error::down)?;
                    Some(Withdrawn { at: Instant(at), by: named(by), reason })
                }
                _ => None,
            };
            Ok(PaperScan {
                id: PaperScanId(row.id),
                paper: IssuedPaperId(row.paper_id),
                sha256: row.sha256,
                size: u64::try_from(row.size).map_err(Error::down)?,
                pages: u32::try_from(row.pages).map_err(Error::down)?,
                at: Instant(row.at),
                by: named(row.by_id),
                withdrawn,
            })
        };
        rows.into_iter().map(told).collect()
    }
}
