//! 工作交接: the cases of one person pass to others, each case by its own change of officers, each clue by
//! passing on, all in one transaction.

use super::desk::CaseDesk;
use super::list::{CaseRow, row_of};
use crate::entity::{case, proposal};
use crate::error::Error;
use domain::case::{Act, ChangeOfficers, Entry, NextHand, Note, Officers, PassClue, Stage};
use domain::id::{CaseId, PersonId};
use domain::refusal::Refusal;
use domain::role::Power;
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

/// Cases of one person that are handed over together; of more, the rest comes after them.
const CASES_MAX: u64 = 200;

/// What one person has in hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InHand {
    /// Cases with the person as one of the two officers, by acting day: open ones, and closed ones of which something is
    /// left to officers.
    pub cases: Vec<CaseRow>,
    /// Clues in the person's hands, by acting day.
    pub clues: Vec<CaseRow>,
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
        let sorted = |which: Condition| {
            let rows = self.store.find::<case::Entity>().filter(own(person)).filter(which);
            let rows = rows.order_by_asc(case::Column::NextActingOn).order_by_asc(case::Column::Id);
            rows.limit(CASES_MAX).all(self.store.tx())
        };
        let clue = case::Column::State.eq(Stage::Clue.word());
        let filed = case::Column::State.ne(Stage::Clue.word());
        let filed = Condition::all().add(filed).add(case::Column::SecondOfficer.is_not_null());
        let (cases, clues) = (sorted(filed).await?, sorted(Condition::all().add(clue)).await?);
        let proposals = self.store.find::<proposal::Entity>().filter(proposal::Column::State.eq("open"));
        let proposals = proposals.filter(proposal::Column::By.eq(person.0)).count(self.store.tx()).await?;
        let rows = |rows: Vec<case::Model>| rows.into_iter().filter_map(row_of).collect();
        Ok(InHand { cases: rows(cases), clues: rows(clues), proposals })
    }

    /// How many cases a person has in hand.
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
            let act = match open.case.filing().map(|filed| filed.officers) {
                Some(officers) => {
                    let officers = in_place_of(from, officers, *receiver).ok_or(Error::Conflict)?;
                    Act::ChangeOfficers(ChangeOfficers { officers, reason: reason.clone() })
                }
                None if open.case.keeper() == Some(from) => {
                    Act::PassClue(PassClue { to: *receiver, reason: reason.clone() })
                }
                None => return Err(Error::Conflict),
            };
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

/// The receiver where the person stood; none where the person is none of the two.
fn in_place_of(from: PersonId, officers: Officers, receiver: PersonId) -> Option<Officers> {
    match officers {
        Officers { lead, second } if lead == from => Some(Officers { lead: receiver, second }),
        Officers { lead, second } if second == from => Some(Officers { lead, second: receiver }),
        _ => None,
    }
}

/// What a person has in hand. Of a closed case nothing is left for its officers to change hands about but what they
/// alone see to: a remedy, a publication, the answer of the police.
fn own(person: PersonId) -> Condition {
    let officer = Condition::any()
        .add(case::Column::LeadOfficer.eq(person.0))
        .add(case::Column::SecondOfficer.eq(person.0));
    let left_to_officers = Condition::all()
        .add(case::Column::SecondOfficer.is_not_null())
        .add(case::Column::NextWhose.ne(NextHand::Archivist.word()));
    let works = Condition::any().add(case::Column::EndedOn.is_null()).add(left_to_officers);
    Condition::all().add(case::Column::Ended.eq(false)).add(works).add(officer)
}
