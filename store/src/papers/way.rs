//! The way of an issued paper: printed, signed and sealed and back; or void.

use super::read::IssuedPaper;
use super::scanned::standing_scan;
use crate::entity::issued_paper;
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Day;
use domain::paper::{PaperFault, PaperState, judge_back, judge_reason, judge_void};
use sea_orm::ActiveValue::Set;

impl BureauStore {
    /// The paper was printed and goes to be signed and sealed. Printed again it stays what it is.
    ///
    /// # Errors
    /// Why not; [`Error::Setup`] in a reading transaction.
    pub async fn paper_printed(&self, paper: &IssuedPaper) -> Result<Result<(), PaperFault>, Error> {
        self.must_write()?;
        match paper.state {
            PaperState::ToPrint => {}
            PaperState::ToSign | PaperState::Back => return Ok(Ok(())),
            PaperState::Replaced | PaperState::Void => return Ok(Err(PaperFault::Ended)),
        }
        let row = issued_paper::ActiveModel {
            id: Set(paper.id.0),
            state: Set(PaperState::ToSign.word().to_owned()),
            ..Default::default()
        };
        self.update::<issued_paper::Entity>(row).await?;
        let payload = serde_json::json!({ "case": paper.case, "number": paper.number });
        self.audit("paper_printed", &paper.id.to_string(), &payload).await?;
        Ok(Ok(()))
    }

    /// The signed and sealed sheet came back on a day; another day mends the first.
    ///
    /// # Errors
    /// Why not; [`Error::Setup`] in a reading transaction.
    pub async fn paper_back(&self, paper: &IssuedPaper, on: Day) -> Result<Result<(), PaperFault>, Error> {
        self.must_write()?;
        if !paper.state.is_valid() {
            return Ok(Err(PaperFault::Ended));
        }
        if let Err(fault) = judge_back(paper.at.day(), on, self.today()) {
            return Ok(Err(fault));
        }
        let row = issued_paper::ActiveModel {
            id: Set(paper.id.0),
            state: Set(PaperState::Back.word().to_owned()),
            is_out: Set(false),
            back_on: Set(Some(on)),
            ..Default::default()
        };
        self.update::<issued_paper::Entity>(row).await?;
        let payload = serde_json::json!({
            "case": paper.case, "number": paper.number, "before": paper.back_on, "on": on,
        });
        self.audit("paper_back", &paper.id.to_string(), &payload).await?;
        Ok(Ok(()))
    }

    /// The newest scan of the paper that stands was entered by mistake: it stays readable and counts no more. A paper without
    /// another one is out again, to be signed and sealed.
    ///
    /// # Errors
    /// Why not; [`Error::Setup`] in a reading transaction.
    pub async fn withdraw_scan(
        &self,
        paper: &IssuedPaper,
        reason: &str,
    ) -> Result<Result<(), PaperFault>, Error> {
        self.must_write()?;
        if let Err(fault) = judge_reason(reason) {
            return Ok(Err(fault));
        }
        let mut scans = self.paper_scans(paper.case).await?;
        let Some(scan) = standing_scan(&scans, paper.id).cloned() else {
            return Ok(Err(PaperFault::NoScan));
        };
        self.end_scan(&scan, reason.trim()).await?;
        scans.retain(|one| one.id != scan.id);
        if paper.state == PaperState::Back && standing_scan(&scans, paper.id).is_none() {
            let row = issued_paper::ActiveModel {
                id: Set(paper.id.0),
                state: Set(PaperState::ToSign.word().to_owned()),
                is_out: Set(true),
                back_on: Set(None),
                ..Default::default()
            };
            self.update::<issued_paper::Entity>(row).await?;
        }
        let payload = serde_json::json!({
            "case": paper.case, "number": paper.number, "scan": scan.id, "back_before": paper.back_on,
        });
        self.audit("paper_scan_withdrawn", &paper.id.to_string(), &payload).await?;
        Ok(Ok(()))
    }

    /// The paper is void; its number is never used again. `step_stands`: the event that it is about still counts.
    ///
    /// # Errors
    /// Why not; [`Error::Setup`] in a reading transaction.
    pub async fn void_paper(
        &self,
        paper: &IssuedPaper,
        step_stands: bool,
        reason: &str,
    ) -> Result<Result<(), PaperFault>, Error> {
        self.must_write()?;
        let has_number = paper.number.is_some();
        if let Err(fault) = judge_void(paper.state, paper.kind, has_number, step_stands, reason) {
            return Ok(Err(fault));
        }
        let reason = reason.trim();
        let row = issued_paper::ActiveModel {
            id: Set(paper.id.0),
            state: Set(PaperState::Void.word().to_owned()),
            is_out: Set(false),
            void_reason: Set(Some(reason.to_owned())),
            ended_at: Set(Some(self.now().0)),
            ended_by: Set(Some(self.person()?.0)),
            ..Default::default()
        };
        self.update::<issued_paper::Entity>(row).await?;
        let payload = serde_json::json!({ "case": paper.case, "number": paper.number, "reason": reason });
        self.audit("paper_void", &paper.id.to_string(), &payload).await?;
        Ok(Ok(()))
    }
}
