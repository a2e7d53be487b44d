//! What the city counts of one case.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Cell, Counter, Month};
use crate::Day;
use crate::calendar::Binds;
use crate::case::{Case, CaseClock, ClockState, Decision};
use crate::catalogue::Catalogue;

/// What the city counts of one case, kept with its row: what changes is what differs from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseCount {
    /// The industry of the first violation; empty before one is known.
    pub industry: String,
    pub opened: Month,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Month>,
    /// Last day of the earliest running term that binds the bureau.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// Fines in 分, by the month of the decision.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fines: BTreeMap<Month, i64>,
    /// It was taken back as a whole and counts for nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub taken_back: bool,
}

impl CaseCount {
    /// What a case counts for, with its clocks as they are projected.
    #[must_use]
    pub fn of(case: &Case, clocks: &[CaseClock], catalogue: &Catalogue) -> Self {
        let parties = case.parties();
        let act = parties.first().and_then(|party| party.acts.first());
        let found = act.and_then(|act| catalogue.violation(&act.violation));
        let due = clocks.iter().filter(|clock| clock.state == ClockState::Running);
        let due = due.filter(|clock| clock.rule.binds == Binds::Bureau);
        let mut fines: BTreeMap<Month, i64> = BTreeMap::new();
        for track in case.filing().into_iter().flat_map(|filed| &filed.tracks) {
            let Some(decided) = track.progress.decided() else { continue };
            let Decision::Penalty(penalties) = &decided.decision else { continue };
            *fines.entry(Month::of(decided.on)).or_default() += penalties.fines().fen();
        }
        fines.retain(|_, fen| *fen != 0);
        CaseCount {
            industry: found.map(|(industry, _)| industry.id.word().to_owned()).unwrap_or_default(),
            opened: Month::of(case.received),
            closed: case.closed_on().map(Month::of),
            due: due.map(|clock| clock.deadline.last_day).min(),
            fines,
            taken_back: case.is_taken_back(),
        }
    }

    /// The cells that it adds to, with what it adds.
    #[must_use]
    pub fn cells(&self) -> Vec<(Cell, i64)> {
        if self.taken_back {
            return Vec::new();
        }
        let cell = |counter, period: String| Cell { counter, period, part: self.industry.clone() };
        let mut cells = vec![(cell(Counter::CaseOpened, self.opened.to_string()), 1)];
        if let Some(closed) = self.closed {
            cells.push((cell(Counter::CaseClosed, closed.to_string()), 1));
        }
        if let Some(due) = self.due {
            cells.push((cell(Counter::CaseDueDay, due.to_string()), 1));
            cells.push((cell(Counter::CaseDueMonth, Month::of(due).to_string()), 1));
        }
        let fines = self.fines.iter();
        cells.extend(fines.map(|(month, fen)| (cell(Counter::Fines, month.to_string()), *fen)));
        cells
    }
}
