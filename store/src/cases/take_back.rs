//! The newest entry of a case is taken back.

use super::desk::{CaseDesk, Done};
use crate::error::Error;
use domain::case::{Act, ActKind, Entry};
use domain::id::CaseId;
use domain::refusal::{Refusal, RefusalCode};

impl CaseDesk<'_> {
    /// Takes back the entry that the author saw as the newest. While somebody's proposal waits, it has been acted on.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when the case moved on since `base_seq`; [`Error::NotFound`].
    pub async fn take_back(&self, id: CaseId, base_seq: u32) -> Result<Result<Done, Refusal>, Error> {
        self.store.must_write()?;
        let open = self.case(id).await?;
        if open.case.seq != base_seq {
            return Err(Error::Conflict);
        }
        let facts = match open.case.take_back(self.store.person()?, self.store.now()) {
            Ok(facts) => facts,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if self.has_open_proposal(id).await? {
            let code = RefusalCode::LeftTheHouse { act: facts.act };
            return Ok(Err(Refusal::new(ActKind::TakeBack, code)));
        }
        self.append(&open, self.store.today(), Act::TakeBack(facts), Entry::default()).await.map(Ok)
    }
}
