//! Managing measures: handling registered evidence, extension, testing, lifting, and the end of each thing (row 6b);
//! 行政处罚法 art. 56, 行政强制法 art. 25, 27, 28.

use super::judge::Judge;
use super::{
    Act, ActKind, Case, Contested, Event, EvidenceOutcome, GoodsEnd, HandleEvidence, HeldGoods, LiftGround,
    LiftMeasure, Measure, MeasureEnd, Urgent,
};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::{Fact, Refusal, RefusalCode};

impl Act {
    /// The measure that the act is about, by its number and party.
    #[must_use]
    pub fn managed(&self) -> Option<(u32, Option<PartyId>)> {
        Some(match self {
            Act::HandleEvidence(facts) => (facts.measure, facts.party),
            Act::ReportMeasure(facts) => (facts.measure, facts.party),
            Act::ConfirmMeasure(facts) => (facts.measure, facts.party),
            Act::ExtendMeasure(facts) => (facts.measure, facts.party),
            Act::CommissionTest(facts) => (facts.subject.measure()?, facts.party),
            Act::RecordTestResult(facts) => (facts.subject.measure()?, facts.party),
            Act::LiftMeasure(facts) => (facts.measure, facts.party),
            Act::DisposeGoods(facts) => (facts.measure, facts.party),
            Act::HandlePerishable(facts) => (facts.measure, facts.party),
            _ => return None,
        })
    }

    /// The party of an act that takes or manages a measure.
    pub(super) fn measured_party(&self) -> Option<PartyId> {
        match self {
            Act::RegisterEvidence(facts) => facts.party,
            Act::TakeMeasure(facts) => facts.party,
            Act::TakeUrgentMeasure(facts) => facts.taken.party,
            other => other.managed().and_then(|(_, party)| party),
        }
    }
}

impl ActKind {
    /// Whether the act takes a measure.
    #[must_use]
    pub fn takes_a_measure(self) -> bool {
        matches!(self, ActKind::RegisterEvidence | ActKind::TakeMeasure | ActKind::TakeUrgentMeasure)
    }

    /// Whether the act is about a measure that was taken.
    #[must_use]
    pub fn manages_a_measure(self) -> bool {
        matches!(
            self,
            ActKind::HandleEvidence
                | ActKind::ReportMeasure
                | ActKind::ConfirmMeasure
                | ActKind::ExtendMeasure
                | ActKind::CommissionTest
                | ActKind::RecordTestResult
                | ActKind::LiftMeasure
                | ActKind::DisposeGoods
                | ActKind::HandlePerishable
        )
    }
}

impl Measure {
    /// Whether an act of a kind can be about the measure as it stands.
    #[must_use]
    pub fn fits(&self, kind: ActKind) -> bool {
        let compulsory = self.is_compulsory() && self.is_open();
        match kind {
            ActKind::HandleEvidence => !self.is_compulsory() && self.is_open(),
            ActKind::ReportMeasure => compulsory && self.urgent.is_some_and(|one| one.reported.is_none()),
            ActKind::ConfirmMeasure => {
                compulsory && self.urgent.is_some_and(|one| one.reported.is_some()) && !self.is_approved()
            }
            ActKind::ExtendMeasure => compulsory && self.is_approved() && self.extended.is_none(),
            ActKind::CommissionTest => self.can_be_tested(),
            ActKind::RecordTestResult => self.open_test().is_some(),
            ActKind::LiftMeasure => compulsory,
            // Registered evidence is handled first; then what was not given back.
            ActKind::DisposeGoods => self.holds_goods() && (self.is_compulsory() || !self.is_open()),
            ActKind::HandlePerishable => self.is_approved() && self.goods.iter().any(HeldGoods::is_kept),
            _ => false,
        }
    }
}

impl<'a> Judge<'a> {
    /// Whether there is a measure that an act of a kind could be about.
    pub(super) fn measure_gate(&self, kind: ActKind) -> Result<(), RefusalCode> {
        let Some(case) = self.case.filter(|_| kind.manages_a_measure()) else { return Ok(()) };
        let fitting: Vec<_> = case.measures.iter().filter(|measure| measure.fits(kind)).collect();
        if case.samples_for(kind).next().is_some() {
            return Ok(());
        }
        if fitting.is_empty() {
            return Err(RefusalCode::MissingFact { fact: Fact::OpenMeasure });
        }
        let all = fitting.iter().map(|measure| self.manageable(kind, measure));
        all.reduce(Result::or).unwrap_or(Ok(()))
    }

    /// Whether an act is about a measure, and the case has none for it.
    pub(super) fn has_no_measure_for(&self, kind: ActKind) -> bool {
        let fits = |case: &Case| {
            case.measures.iter().any(|measure| measure.fits(kind)) || case.samples_for(kind).next().is_some()
        };
        kind.manages_a_measure() && !self.case.is_some_and(fits)
    }

    /// Not over where only a measure in force counts.
    fn manageable(&self, kind: ActKind, measure: &Measure) -> Result<(), RefusalCode> {
        let asks = match kind {
            ActKind::ExtendMeasure => true,
            ActKind::CommissionTest | ActKind::HandlePerishable => measure.is_open(),
            _ => false,
        };
        if !asks {
            return Ok(());
        }
        self.standing(measure).and_then(|()| self.in_force(measure))
    }

    /// Neither taken away nor stopped by the organ that the measure was contested before.
    fn standing(&self, measure: &Measure) -> Result<(), RefusalCode> {
        let object = Contested::Measure { number: measure.number };
        match self.case {
            Some(case) if case.is_lost(object) => {
                Err(RefusalCode::MissingFact { fact: Fact::StandingMeasure })
            }
            Some(case) if case.is_stopped(object) => Err(RefusalCode::EnforcementStopped),
            _ => Ok(()),
        }
    }

    fn in_force(&self, measure: &Measure) -> Result<(), RefusalCode> {
        match measure.last_day(&self.context) {
            Some(last_day) if last_day < self.on => Err(RefusalCode::MeasureLapsed { last_day }),
            _ => Ok(()),
        }
    }

    /// The measure of an act's facts.
    pub(super) fn managed(
        &self,
        kind: ActKind,
        number: u32,
        party: Option<PartyId>,
    ) -> Result<&'a Measure, RefusalCode> {
        let measure = self.case.and_then(|case| case.measure(number));
        let measure = measure.filter(|measure| measure.party == party && measure.fits(kind));
        let measure = measure.ok_or(RefusalCode::MissingFact { fact: Fact::OpenMeasure })?;
        self.manageable(kind, measure).map(|()| measure)
    }

    /// The facts of an act about a measure that was taken.
    pub(super) fn manage_measure(&self, act: &Act) -> Result<(), RefusalCode> {
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        let Some((number, party)) = act.managed() else { return self.test_of_sample(act) };
        let measure = self.managed(act.kind(), number, party)?;
        match act {
            Act::HandleEvidence(facts) => self.handle_evidence(facts, measure),
            Act::ReportMeasure(facts) => self.report_measure(facts),
            Act::ExtendMeasure(_) => match measure.term(&self.context) {
                Some((rule, _)) if rule.extension.is_some() => Ok(()),
                _ => missing(Fact::TermToExtend),
            },
            Act::CommissionTest(facts) if facts.until <= self.on => missing(Fact::TestingTerm),
            Act::LiftMeasure(facts) => self.lift_measure(facts, measure),
            Act::HandlePerishable(facts) => self.handle_perishable(facts, measure),
            Act::DisposeGoods(facts) => {
                let open = |line: &usize| measure.goods.get(*line).is_some_and(|one| one.can_end(facts.end));
                let is_known = !facts.lines.is_empty() && facts.lines.iter().all(open);
                if is_known && GoodsEnd::BY_OFFICERS.contains(&facts.end) {
                    Ok(())
                } else {
                    missing(Fact::GoodsLines)
                }
            }
            _ => Ok(()),
        }
    }

    fn handle_evidence(&self, facts: &HandleEvidence, measure: &Measure) -> Result<(), RefusalCode> {
        // What lapsed only goes back (art. 56).
        if !facts.outcome.gives_back() {
            self.in_force(measure)?;
        }
        let taken = |other: &Measure| {
            other.is_compulsory() && other.is_open() && other.on >= measure.on && other.party == measure.party
        };
        let is_seized = self.case.is_some_and(|case| case.measures.iter().any(taken));
        if facts.outcome == EvidenceOutcome::Seized && !is_seized {
            return Err(RefusalCode::MissingFact { fact: Fact::MeasureTaken });
        }
        Ok(())
    }

    fn lift_measure(&self, facts: &LiftMeasure, measure: &Measure) -> Result<(), RefusalCode> {
        let tracks =
            self.case.and_then(Case::filing).map(|filed| filed.tracks.as_slice()).unwrap_or_default();
        let is_decided = tracks.iter().any(|track| track.progress.decided().is_some());
        match (facts.ground, measure.last_day(&self.context)) {
            (LiftGround::Decided, _) if !is_decided => {
                Err(RefusalCode::MissingFact { fact: Fact::DecisionMade })
            }
            (LiftGround::TermOver, Some(last_day)) if self.on < last_day => {
                Err(RefusalCode::BeforeItsCause { cause: last_day })
            }
            _ => Ok(()),
        }
    }
}

impl Case {
    /// Applies an act that takes a measure or is about one.
    pub(super) fn measured(mut self, event: &Event) -> Result<Case, Refusal> {
        let on = event.on;
        if let Some(seq) = event.act.sample() {
            return self.sample_tested(seq, event);
        }
        match &event.act {
            Act::RegisterEvidence(facts) => self.evidence_registered(facts, event),
            Act::TakeMeasure(facts) => self.measure_taken(facts, None, on),
            Act::TakeUrgentMeasure(facts) => {
                let urgent = Urgent { at: facts.at, reported: None, approved_on: None };
                self.measure_taken(&facts.taken, Some(urgent), on);
            }
            other => {
                if let Act::HandlePerishable(facts) = other {
                    self.people.officers_are(facts.officers);
                }
                let number = other.managed().map(|(number, _)| number);
                let gap = self.gap(event);
                let measure = self.measures.iter_mut().find(|one| Some(one.number) == number);
                measure.ok_or(gap)?.manage(other, on);
            }
        }
        Ok(self)
    }
}

impl Measure {
    fn manage(&mut self, act: &Act, on: Day) {
        match act {
            Act::HandleEvidence(facts) => {
                let outcome = facts.outcome;
                self.end(on, MeasureEnd::Handled { outcome }, outcome.goods_end());
            }
            Act::ReportMeasure(facts) => self.reported(on, facts.at),
            Act::ConfirmMeasure(facts) => self.confirmed(facts, on),
            Act::ExtendMeasure(facts) => self.extended = Some((on, facts.reason.clone())),
            Act::CommissionTest(_) | Act::RecordTestResult(_) => self.tested(act, on),
            Act::LiftMeasure(facts) => {
                self.end(on, MeasureEnd::Lifted { ground: facts.ground }, Some(GoodsEnd::Returned));
            }
            Act::DisposeGoods(facts) => {
                for line in &facts.lines {
                    let goods = self.goods.get_mut(*line);
                    goods.into_iter().for_each(|goods| goods.end = Some((on, facts.end)));
                }
                self.ends_with_its_goods(on);
            }
            Act::HandlePerishable(facts) => self.perishable_handled(facts, on),
            _ => {}
        }
    }
}
