//! The bar over a case: where each party stands, and whose term runs until when.

use super::Scene;
use crate::case::page::{Badge, StepLine};
use domain::calendar::Binds;
use domain::case::{Case, CaseClock, ClockState, Step, StepState, Track, clocks, steps};
use domain::id::PartyId;

/// Terms of a party that stands alone.
const TERMS_ALONE: usize = 2;
/// Terms of several parties, one each.
const TERMS_MAX: usize = 4;

impl Scene<'_> {
    /// The steps of the least advanced party, and which it is of how many; of several each says so in `standing`.
    pub fn steps(&self, case: &Case) -> (Vec<StepLine>, String) {
        let least = case.tracks().iter().min_by_key(|track| track.progress.stage());
        let list = steps(case, least.map(|track| track.party.id));
        let short = if case.tracks().len() > 1 { String::new() } else { self.nth_step(case, None, &list) };
        let class = |state| match state {
            StepState::Done => "done",
            StepState::Now => "now",
            StepState::NotApplicable => "na",
            StepState::Ahead => "",
        };
        let line = |step: &Step| StepLine {
            name: step.stage.name(self.lang).to_owned(),
            class: class(step.state).to_owned(),
        };
        (list.iter().map(line).collect(), short)
    }

    /// 道县××加油站：第 5 步，共 9 步：告知
    pub fn standing(&self, case: &Case) -> Vec<String> {
        let line = |track: &Track| {
            let party = Some(track.party.id);
            track.named(&self.nth_step(case, party, &steps(case, party)), self.lang)
        };
        let tracks = case.tracks();
        if tracks.len() > 1 { tracks.iter().map(line).collect() } else { Vec::new() }
    }

    fn nth_step(&self, case: &Case, party: Option<PartyId>, list: &[Step]) -> String {
        let counted: Vec<_> = list.iter().filter(|step| step.state != StepState::NotApplicable).collect();
        let here = counted.iter().position(|step| step.state == StepState::Now);
        // Elsewhere than on the bar: how far it came, and where it is.
        let came = || counted.iter().rposition(|step| step.state == StepState::Done);
        let at = here.or_else(came).unwrap_or(0);
        let stands = party.and_then(|party| case.track(party)).map(|track| track.progress.stage());
        let on_the_bar = here.and_then(|at| counted.get(at)).map(|step| step.stage);
        let now = on_the_bar.or(stands).unwrap_or(case.stage()).name(self.lang);
        let (nth, of) = (at + 1, counted.len());
        self.lang.pick(format!("第 {nth} 步，共 {of} 步：{now}"), format!("Step {nth} of {of}: {now}"))
    }

    /// The terms that end first: of a party alone two, of several the first of each. Where none runs, the latest.
    pub fn terms(&self, case: &Case) -> Vec<(String, Badge)> {
        let many = case.parties().len() > 1;
        let all = clocks(case, &self.context);
        let runs =
            |clock: &&CaseClock| clock.state == ClockState::Running && clock.rule.binds != Binds::Nobody;
        let mut running: Vec<&CaseClock> = all.iter().filter(runs).collect();
        running.sort_by_key(|clock| clock.deadline.acting_day);
        if many {
            let mut seen: Vec<Option<PartyId>> = Vec::new();
            running.retain(|clock| {
                let is_first = !seen.contains(&clock.party);
                seen.push(clock.party);
                is_first
            });
        }
        running.truncate(if many { TERMS_MAX } else { TERMS_ALONE });
        if running.is_empty() {
            running.extend(all.iter().rev().take(TERMS_ALONE));
        }
        let named = |clock: &CaseClock| {
            let line = self.clock(case, clock, many);
            let name =
                if line.party.is_empty() { line.name } else { format!("{} · {}", line.name, line.party) };
            (name, line.badge)
        };
        running.into_iter().map(named).collect()
    }
}
