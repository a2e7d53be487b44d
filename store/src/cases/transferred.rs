//! What a transfer writes into a case on either side: the clue that begins with it, and the answer that ends it.

use super::desk::CaseDesk;
use crate::error::Error;
use domain::case::{Act, Entry, Event, RegisterClue};
use domain::id::{CaseId, PartyId};
use uuid::Uuid;

impl CaseDesk<'_> {
    /// Begins a case with what another bureau sent, today; its id and number. Whoever answers for the bureau has no need
    /// to be an officer.
    pub(crate) async fn take_over(&self, clue: RegisterClue) -> Result<(CaseId, String), Error> {
        let (on, at, by) = (self.store.today(), self.store.now(), self.store.person()?);
        let event = Event { seq: 1, act: Act::RegisterClue(clue), on, at, by, entry: Entry::default() };
        let id = CaseId(Uuid::now_v7());
        let event = self.numbered(id, event).await?;
        let case = self.begin(id, &event).await?;
        Ok((id, case.clue.number.unwrap_or_default()))
    }

    /// Writes the answer of another bureau into the case that was sent; `act` is told the parties that went.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the case has no such transfer without an answer.
    pub(crate) async fn answered(
        &self,
        id: CaseId,
        proposal: u32,
        act: impl FnOnce(u32, Vec<PartyId>) -> Act,
    ) -> Result<(), Error> {
        let open = self.case(id).await?;
        let sent = open.case.transfers.iter().find(|open| open.seq == proposal).ok_or(Error::Conflict)?;
        let act = act(proposal, sent.parties.clone());
        self.append(&open, self.store.today(), act, Entry::default()).await.map(drop)
    }
}
