//! 补录: what was done on paper before the bureau worked with the product comes in as it was, with its real days and
//! without an approval. What the law asked and the paper does not show is noted, not refused.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Act, ActKind, Event, Name, Scope};
use crate::id::PersonId;
use crate::refusal::{Fact, OfficerFault, RefusalCode};

/// The mark of an entry whose act was done on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnPaper {
    /// Who approved, reviewed or hosted it, as the dossier names the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Name>,
    /// The member of that name, where the bureau has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The gates that the act would not have passed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<RefusalCode>,
}

impl Event {
    /// Who did the act: whoever recorded it, or on paper the member whom the dossier names.
    pub(super) fn doer(&self) -> Option<PersonId> {
        match &self.entry.on_paper {
            Some(paper) => paper.person,
            None => Some(self.by),
        }
    }
}

impl Judge<'_> {
    /// The gates that an act done on paper did not pass, for the actor whom the dossier names.
    ///
    /// # Errors
    /// What makes no sense in the history: another state, a day in the future or before its cause, a missing fact.
    pub fn on_paper(&self, act: &Act) -> Result<Vec<RefusalCode>, RefusalCode> {
        let (kind, parties) = (act.kind(), act.parties());
        self.stage(kind, &parties)?;
        self.in_order(act)?;
        let mut found = Vec::new();
        let mut note = |judged: Result<(), RefusalCode>| match judged {
            Err(code) if is_finding(kind, &code) => {
                if !found.contains(&code) {
                    found.push(code);
                }
                Ok(())
            }
            judged => judged,
        };
        note(self.four_eyes(kind))?;
        if kind.scope() != Scope::Case {
            parties.iter().try_for_each(|party| note(self.gate(kind, Some(*party))))?;
        }
        note(self.facts(act))?;
        // Told beside whatever else the decision lacks: the party can have it revoked.
        if let Act::Decide(facts) = act {
            let track = self.track(facts.party)?;
            note(self.not_fined_before(&track.party.acts, &facts.penalties))?;
        }
        Ok(found)
    }
}

/// Whether the history makes sense although the gate is shut: the act was done, rightly or not.
fn is_finding(kind: ActKind, code: &RefusalCode) -> bool {
    use RefusalCode as R;
    match code {
        R::MissingFact { fact } => matches!(
            fact,
            Fact::CertificatesShown
                | Fact::RightsTold
                | Fact::RecordTimes
                | Fact::RectificationTerm
                | Fact::FineBase { .. }
                | Fact::Goods
                | Fact::GroundOfMitigation
                | Fact::GroundOfSerious
                | Fact::RuleApplied
                | Fact::GroundOfPersons
                | Fact::PerformanceTerm
                | Fact::HearingRightTold
                | Fact::Voices
                | Fact::ConsentBefore
                | Fact::AddressConfirmed
                | Fact::Receiver
                | Fact::DirectServiceTried
        ),
        R::TwoOfficers { fault } => !matches!(fault, OfficerFault::SamePerson | OfficerFault::NotAMember),
        // More than is owed is a slip of the pen.
        R::OutsideRange { .. } => kind != ActKind::Pay,
        R::NotInThisState { .. }
        | R::NoCase
        | R::NoNotice
        | R::DoneAlready { .. }
        | R::BeforeItsCause { .. }
        | R::InTheFuture { .. }
        | R::TransferPending { .. }
        | R::NothingOwed => false,
        _ => true,
    }
}
