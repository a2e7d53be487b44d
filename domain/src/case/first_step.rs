//! What must come before a fine where a row says “警告；拒不改正的” or “责令改正；拒不改正的”: rows 7 and 15,
//! `correction_first` and `first_step_void`.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Case, Contested, Context, Decision, Name, PuttingRight, RecordKind, UnlawfulAct, clocks};
use crate::Day;
use crate::catalogue::{FirstStep, Penalty, PenaltyKind};
use crate::id::{CaseId, PartyId};
use crate::refusal::RefusalCode;

/// A served warning decision that a later case rests on (警告；拒不改正的，…): the refusal is a new act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierWarning {
    /// 道商罚决〔2026〕3号
    pub number: Name,
    pub served_on: Day,
    /// The last day of the order to put right, where the decision or an earlier paper set one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_by: Option<Day>,
    /// The bureau's own case in which it was decided; none for one on paper only, or of another bureau.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
}

/// What the bureau's own cases say of the warning that a case rests on, for one of its parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningStanding {
    /// Served on this party, and it stands.
    OfParty,
    /// Revoked, or never served.
    Void,
    /// Served on somebody else.
    OfAnother,
    /// Nothing by which parties are the same is known of both: no place in the register, code or identity number.
    NotComparable,
    /// No case of the bureau has a decision of this number.
    NotHere,
}

impl EarlierWarning {
    /// Whether an act of a day can be the refusal to obey it.
    #[must_use]
    pub fn comes_before(&self, act: Day) -> bool {
        self.served_on < act && self.order_by.is_none_or(|by| by < act)
    }
}

impl Case {
    /// The warning that a party was served here and that still stands; without the case's id, which the case does
    /// not know.
    #[must_use]
    pub fn warning_of(&self, party: PartyId, context: &Context<'_>) -> Option<EarlierWarning> {
        let track = self.track(party).filter(|track| track.fell().is_none())?;
        let served = track.progress.before_closure().served()?;
        let Decision::Penalty(penalties) = &served.decided.decision else { return None };
        if !penalties.kinds().contains(&PenaltyKind::Warning) {
            return None;
        }
        let order_by = match penalties.putting_right {
            PuttingRight::Order { by } => Some(by),
            PuttingRight::Earlier { record } => self.order_of(record),
            _ => None,
        };
        Some(EarlierWarning {
            number: Name::parse(served.decided.number.as_deref()?).ok()?,
            served_on: clocks::counts_on(&served.served, context),
            order_by,
            case: None,
        })
    }

    fn order_of(&self, record: u32) -> Option<Day> {
        let order = self.records.iter().find(|one| one.seq == record)?;
        match order.facts.kind {
            RecordKind::RectificationOrder { by } => Some(by),
            _ => None,
        }
    }

    /// The parties on whom a warning of this number was served here and stands.
    #[must_use]
    pub fn warned(&self, number: &Name, context: &Context<'_>) -> Vec<PartyId> {
        let stands = |party: &PartyId| {
            self.warning_of(*party, context).is_some_and(|warning| warning.number == *number)
        };
        self.parties().iter().map(|party| party.id).filter(stands).collect()
    }
}

impl Judge<'_> {
    /// A served order, its term over, and a failed re-inspection come before money; or a served warning that stands
    /// and was not obeyed.
    pub(super) fn first_step(
        &self,
        penalty: &Penalty,
        act: &UnlawfulAct,
        party: PartyId,
    ) -> Result<(), RefusalCode> {
        let Some(case) = self.case else { return Ok(()) };
        let first = || Err(RefusalCode::CorrectionFirst { step: penalty.first });
        match (penalty.first, &case.clue.earlier_warning) {
            (FirstStep::None, _) => Ok(()),
            (FirstStep::OrderFirst, _) if order_disobeyed(case, party) => Ok(()),
            (FirstStep::WarningFirst, Some(warning)) if warning.comes_before(act.on) => {
                self.warned(warning, party)
            }
            (FirstStep::OrderFirst | FirstStep::WarningFirst, _) => first(),
        }
    }
}

impl Judge<'_> {
    /// Only a warning of the party itself was not obeyed by it. One that a transferred clue cites was decided by the
    /// sender: its papers came along, and no case of this bureau knows it.
    fn warned(&self, warning: &EarlierWarning, party: PartyId) -> Result<(), RefusalCode> {
        let number = warning.number.clone();
        let found = self.context.warned.iter().find(|(of, _)| *of == party);
        match found.map_or(WarningStanding::NotHere, |(_, standing)| *standing) {
            WarningStanding::OfParty => Ok(()),
            WarningStanding::NotHere if self.case.is_some_and(|case| case.clue.transferred.is_some()) => {
                Ok(())
            }
            WarningStanding::Void => Err(RefusalCode::FirstStepVoid { number }),
            standing => Err(RefusalCode::WarningNotOfParty { number, standing }),
        }
    }
}

/// An order to the party whose term was over when two officers found it not obeyed. A record that names nobody is
/// about everybody: the case had one party, or the record is of earlier days.
fn order_disobeyed(case: &Case, party: PartyId) -> bool {
    let own = || case.records.iter().filter(|one| one.facts.party.is_none_or(|named| named == party));
    own().any(|order| {
        let RecordKind::RectificationOrder { by } = order.facts.kind else { return false };
        // One that was taken away or stopped in reconsideration or by a court orders nothing.
        let contested = Contested::Order { record: order.seq };
        !case.is_lost(contested)
            && !case.is_stopped(contested)
            && own().any(|later| {
                later.on > by && matches!(later.facts.kind, RecordKind::ReInspection { put_right: false })
            })
    })
}
