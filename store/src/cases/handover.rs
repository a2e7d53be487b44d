//! 工作交接: the open cases of one person pass to others, each by its own change of officers, all in one transaction.

use super::desk::CaseDesk;
use super::list::{CaseRow, row_of};
use crate::entity::{case, proposal};
use crate::error::Error;
use domain::case::{Act, ChangeOfficers, Entry, Note, Officers, Stage};
use domain::id::{CaseId, PersonId};
use domain::refusal::Refusal;
use domain::role::Power;
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

/// Cases of one person that are handed over together; of more, the rest comes after them.
const CASES_MAX: u64 = 200;

/// What one person has in hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InHand {
    /// Open cases with the person as one of the two officers, by acting day.
    pub cases: Vec<CaseRow>,
    /// Clues that the person registered: whoever files them becomes their officer.
    pub clues: u64,
    /// Proposals of the person that wait for an approval.
    pub proposals: u64,
}

/// A case that did not pass on, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stays {
    pub case: CaseId,
    pub refusal: Refusal,
}

impl CaseDesk<'_> {
    /// What a person has in hand.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to approve cases.
    pub async fn in_hand(&self, person: PersonId) -> Result<InHand, Error> {
        self.store.require(Power::ApproveCases)?;
        let cases = self.store.find::<case::Entity>().filter(own(person));
        let cases = cases.filter(case::Column::State.ne(Stage::Clue.word()));
        let cases = cases.filter(case::Column::SecondOfficer.is_not_null());
        let cases = cases.order_by_asc(case::Column::NextActingOn).order_by_asc(case::Column::Id);
        let cases = cases.limit(CASES_MAX).all(self.store.tx()).await?;
        let clues = self.store.find::<case::Entity>().filter(own(person));
        let clues = clues.filter(case::Column::State.eq(Stage::Clue.word())).count(self.store.tx()).await?;
        let proposals = self.store.find::<proposal::Entity>().filter(proposal::Column::State.eq("open"));
        let proposals = proposals.filter(proposal::Column::By.eq(person.0)).count(self.store.tx()).await?;
        Ok(InHand { cases: cases.into_iter().filter_map(row_of).collect(), clues, proposals })
    }

    /// How many open cases each person has in hand.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to approve cases.
    pub async fn cases_in_hand(&self, person: PersonId) -> Result<u64, Error> {
        self.store.require(Power::ApproveCases)?;
        let cases = self.store.find::<case::Entity>().filter(own(person));
        Ok(cases.count(self.store.tx()).await?)
    }

    /// Puts the receiver in the person's place, case by case; what a rule forbids stays and is told.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to approve cases; [`Error::Conflict`] when somebody has changed the
    /// officers of a case meanwhile; [`Error::NotFound`].
    pub async fn hand_over(
        &self,
        from: PersonId,
        lines: &[(CaseId, PersonId)],
        reason: &Note,
    ) -> Result<Vec<Stays>, Error> {
        self.store.require(Power::ApproveCases)?;
        self.store.must_write()?;
        let mut stay = Vec::new();
        for (id, receiver) in lines {
            let open = self.case(*id).await?;
            let officers = open.case.filing().map(|filed| filed.officers).ok_or(Error::NotFound)?;
            let officers = match officers {
                Officers { lead, second } if lead == from => Officers { lead: *receiver, second },
                Officers { lead, second } if second == from => Officers { lead, second: *receiver },
                _ => return Err(Error::Conflict),
            };
            let act = Act::ChangeOfficers(ChangeOfficers { officers, reason: reason.clone() });
            let done = self.act(*id, open.case.seq, self.store.today(), act, Entry::default()).await?;
            stay.extend(done.err().map(|refusal| Stays { case: *id, refusal }));
        }
        let payload = serde_json::json!({
            "cases": lines.len() - stay.len(), "stay": stay.len(), "reason": reason,
        });
        self.store.audit("handed_over", &from.to_string(), &payload).await?;
        Ok(stay)
    }
}

fn own(person: PersonId) -> Condition {
    let officer = Condition::any()
        .add(case::Column::LeadOfficer.eq(person.0))
        .add(case::Column::SecondOfficer.eq(person.0));
    Condition::all().add(case::Column::Ended.eq(false)).add(officer)
}
