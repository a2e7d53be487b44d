//! The order to put right in a decision (责令改正): until when, whether it was obeyed, and the re-inspection after the
//! service; 行政处罚法 art. 28.

use super::judge::Judge;
use super::{
    ActKind, Case, Decision, Event, Executing, Performed, Progress, PuttingRight, Record, RecordKind, Stage,
    Track,
};
use crate::Day;
use crate::refusal::RefusalCode;

/// What a decision orders besides its penalties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// The last day to put it right.
    pub by: Day,
    pub state: OrderState,
}

/// How the order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderState {
    /// Nobody has looked yet.
    Open,
    /// It was put right, as the party showed or the officers found.
    Obeyed { on: Day },
    /// Two officers found that it was not.
    Disobeyed { on: Day },
}

impl Progress {
    /// The last day that the decision in force sets for putting right, after its service.
    pub(super) fn ordered_by(&self) -> Option<Day> {
        let served = match self {
            Progress::Served(served) => served,
            Progress::Executing(Executing { served, .. }) => served,
            Progress::AtCourt(at_court) => &at_court.executing.served,
            _ => return None,
        };
        match &served.decided.decision {
            Decision::Penalty(penalties) => match penalties.putting_right {
                PuttingRight::Order { by } => Some(by),
                _ => None,
            },
            Decision::NoPenalty { .. } => None,
        }
    }
}

impl Case {
    /// The order of the decision that was served on a party, and how it stands; none where it orders nothing. A
    /// re-inspection that names nobody is about everybody.
    #[must_use]
    pub fn ordered(&self, track: &Track) -> Option<Ordered> {
        let by = track.progress.ordered_by()?;
        let shown = track.progress.performances().iter().find(|one| one.performed == Performed::PutRight);
        if let Some(shown) = shown {
            return Some(Ordered { by, state: OrderState::Obeyed { on: shown.on } });
        }
        let since = track.progress.served().map(|served| served.seq)?;
        let own = self.records.iter().rev().filter(|one| one.seq > since);
        let mut own = own.filter(|one| one.facts.party.is_none_or(|named| named == track.party.id));
        let state = own.find_map(|one| match one.facts.kind {
            RecordKind::ReInspection { put_right: true } => Some(OrderState::Obeyed { on: one.on }),
            RecordKind::ReInspection { put_right: false } => Some(OrderState::Disobeyed { on: one.on }),
            _ => None,
        });
        Some(Ordered { by, state: state.unwrap_or(OrderState::Open) })
    }

    /// Whether a party, or the clue, stands where records make the evidence.
    #[must_use]
    pub fn is_investigated(&self) -> bool {
        let gathers = |stage: Stage| matches!(stage, Stage::Clue | Stage::Filed | Stage::Investigating);
        self.suspects().next().is_some()
            || gathers(self.stage())
            || self.tracks().iter().any(|track| gathers(track.progress.stage()))
    }

    /// Keeps a record among those of the case.
    pub(super) fn recorded(mut self, facts: &Record, event: &Event) -> Self {
        let before_filing = self.is_unfiled();
        self.people.officers_are(facts.officers);
        self.records.push(super::RecordEntry {
            seq: event.seq,
            on: event.on,
            facts: facts.clone(),
            before_filing,
            tests: Vec::new(),
        });
        self
    }
}

impl Judge<'_> {
    /// While nobody is being investigated any more, only a decision's order is looked after.
    pub(super) fn recordable(&self) -> Result<(), RefusalCode> {
        let Some(case) = self.case else { return Ok(()) };
        let tracks = case.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
        let orders = tracks.iter().any(|track| track.progress.ordered_by().is_some());
        if self.is_investigated() || orders {
            return Ok(());
        }
        Err(RefusalCode::NotInThisState { stage: case.stage() })
    }

    /// After the investigation officers re-inspect, nothing else.
    pub(super) fn recordable_as(&self, kind: &RecordKind) -> Result<(), RefusalCode> {
        let re_inspects = matches!(kind, RecordKind::ReInspection { .. });
        match self.case {
            Some(case) if !re_inspects && !self.is_investigated() => {
                Err(RefusalCode::NotInThisState { stage: case.stage() })
            }
            _ => Ok(()),
        }
    }

    fn is_investigated(&self) -> bool {
        self.case.is_none_or(Case::is_investigated)
    }
}

impl ActKind {
    /// The stages in which records are made: the investigation, and after the service for the decision's order.
    pub(super) const RECORDED_IN: &'static [Stage] =
        &[Stage::Clue, Stage::Filed, Stage::Investigating, Stage::Served, Stage::Executing, Stage::AtCourt];
}
