//! Papers of what is held: registered evidence (D13), sealing and seizing (D14, D14a), their end (D15); 行政处罚法
//! art. 56, 行政强制法 art. 18, 19, 24, 25, 28.

use super::Binder;
use super::party::Asked;
use crate::Lang;
use crate::case::{
    ActKind, Event, ExtendMeasure, HandleEvidence, HeldAs, LiftMeasure, Measure, RegisterEvidence, Signature,
    TakeMeasure, TakeUrgentMeasure,
};
use crate::id::PartyId;
use crate::paper::words::day_words;
use crate::paper::{HeldLine, MeasureLine, Missing, PaperKind, RecordLine, SettingField};

impl Binder<'_> {
    /// D13: what the officers register, and that nobody may move it for seven working days.
    pub(super) fn evidence_registered(&mut self, facts: &RegisterEvidence) {
        self.sheet.number.clone_from(&facts.number);
        self.sheet.reasons = facts.reason.to_string();
        self.owners(facts.party);
        self.officers(facts.officers);
        self.contact();
        self.newest("");
    }

    /// D13: what becomes of it within the term.
    pub(super) fn evidence_handled(&mut self, facts: &HandleEvidence) {
        "先行登记保存证据处理决定书".clone_into(&mut self.sheet.title);
        self.sheet.number.clone_from(&facts.number);
        self.sheet.ground = Some(facts.outcome.name(Lang::Zh).to_owned());
        self.sheet.reasons = facts.course.to_string();
        self.held(facts.measure);
    }

    /// D14 with the five items of 行政强制法 art. 24; D14a of one that was taken on the spot.
    pub(super) fn measure_taken(&mut self, facts: &TakeMeasure) {
        let cited = self.from.context.catalogue.violation(&facts.violation);
        let cited = cited.and_then(|(_, row)| Some((row.title.zh.clone(), row.seizure.clone()?)));
        let basis = match cited {
            Some((title, article)) if !article.article.is_empty() => {
                self.sheet.facts = title;
                self.from.context.catalogue.cite(&article, Lang::Zh)
            }
            _ => {
                self.lacks(Missing::Article { violation: facts.violation.clone() });
                String::new()
            }
        };
        self.sheet.number.clone_from(&facts.number);
        self.sheet.reasons = facts.reason.to_string();
        self.owners(facts.party);
        self.officers(facts.officers);
        self.settings(&[SettingField::Government, SettingField::Court]);
        self.contact();
        self.newest(&basis);
        if self.slot.kind == PaperKind::D14 {
            self.title("查封决定书", "扣押决定书");
        }
    }

    pub(super) fn urgent_measure(&mut self, facts: &TakeUrgentMeasure) {
        self.measure_taken(&facts.taken);
        if self.slot.kind != PaperKind::D14a {
            return;
        }
        // The record has no number of its own.
        self.sheet.number = None;
        self.title("查封现场笔录", "扣押现场笔录");
        self.sheet.record = Some(RecordLine {
            day: day_words(self.event.on),
            from: Self::hour(facts.at),
            place: facts.taken.place.to_string(),
            course: facts.taken.reason.to_string(),
            refused: match &facts.signature {
                Signature::Signed => None,
                Signature::Refused { witness } => Some(witness.to_string()),
            },
            ..RecordLine::default()
        });
    }

    /// D14: once, with the reason (行政强制法 art. 25).
    pub(super) fn measure_extended(&mut self, facts: &ExtendMeasure) {
        self.sheet.number.clone_from(&facts.number);
        self.sheet.reasons = facts.reason.to_string();
        self.settings(&[SettingField::Government, SettingField::Court]);
        self.held(facts.measure);
        self.title("延长查封期限决定书", "延长扣押期限决定书");
    }

    /// D15: what goes back, and to whom.
    pub(super) fn measure_lifted(&mut self, facts: &LiftMeasure) {
        self.sheet.number.clone_from(&facts.number);
        self.sheet.ground = Some(facts.ground.name(Lang::Zh).to_owned());
        self.sheet.reasons = facts.returned.to_string();
        self.held(facts.measure);
        self.title("解除查封决定书", "解除扣押决定书");
    }

    /// Whose things they are; where nobody knew, all against whom the case was.
    fn owners(&mut self, party: Option<PartyId>) {
        let known = |case: &crate::case::Case| case.parties().iter().map(|one| one.id).collect::<Vec<_>>();
        let owners = match (party, known(&self.case)) {
            (Some(party), _) => vec![party],
            (None, known_then) if !known_then.is_empty() => known_then,
            (None, _) => known(self.from.case),
        };
        for owner in owners {
            self.party(owner, Asked::Whole);
        }
        if self.sheet.parties.is_empty() {
            self.lacks(Missing::Act { act: ActKind::File, party: None });
        }
        // It is taken before anybody knows by which articles the case will be judged.
        self.without_articles();
    }

    fn contact(&mut self) {
        self.settings(&[SettingField::Address, SettingField::Phone]);
    }

    /// The measure that the event took.
    fn newest(&mut self, basis: &str) {
        let line = self.case.measures.last().map(|measure| self.measure_line(measure, basis));
        self.sheet.measure = line;
    }

    /// A measure that was taken before.
    pub(super) fn held(&mut self, number: u32) {
        let Some(measure) = self.case.measure(number).cloned() else { return };
        self.owners(measure.party);
        self.case_officers();
        self.sheet.measure = Some(self.measure_line(&measure, ""));
    }

    fn measure_line(&self, measure: &Measure, basis: &str) -> MeasureLine {
        let context = &self.from.context;
        let rule = context.rules.on(measure.clock(), None, measure.on);
        MeasureLine {
            what: measure.held_as.name(Lang::Zh).to_owned(),
            number: self.number_of_measure(measure.number),
            day: day_words(measure.on),
            term: rule.map(|rule| rule.term().text(Lang::Zh).replace(' ', "")).unwrap_or_default(),
            until: measure.last_day(context).map(day_words).unwrap_or_default(),
            place: measure.place.to_string(),
            keeper: measure.keeper.to_string(),
            basis: basis.to_owned(),
            goods: measure.goods.iter().map(|goods| self.held_line(goods)).collect(),
        }
    }

    fn held_line(&self, goods: &crate::case::HeldGoods) -> HeldLine {
        // What found its end before this paper is no part of it.
        let end = goods.end.filter(|(on, _)| *on == self.event.on).map(|(_, end)| end.name(Lang::Zh));
        HeldLine {
            name: goods.line.name.to_string(),
            quantity: goods.line.quantity.to_string(),
            unit: goods.line.unit.to_string(),
            end: end.unwrap_or_default().to_owned(),
        }
    }

    /// The number of the paper by which a measure was taken; empty where there is none.
    pub(super) fn number_of_measure(&self, number: u32) -> String {
        self.taking(number).and_then(paper_number).unwrap_or_default()
    }

    /// The event by which a measure was taken; none of one that came with the case from another authority.
    fn taking(&self, number: u32) -> Option<&Event> {
        let taken: Vec<&Event> =
            self.events().into_iter().filter(|event| event.act.kind().takes_a_measure()).collect();
        let came_along = self.case.measures.len().checked_sub(taken.len())?;
        taken.get((number as usize).checked_sub(came_along + 1)?).copied()
    }

    /// What the paper is called by what is done to the things.
    fn title(&mut self, sealing: &str, seizing: &str) {
        let sealed = HeldAs::Sealed.name(Lang::Zh);
        let is_sealed = self.sheet.measure.as_ref().is_some_and(|measure| measure.what == sealed);
        (if is_sealed { sealing } else { seizing }).clone_into(&mut self.sheet.title);
    }
}

/// The number of the paper by which a measure was taken.
fn paper_number(event: &Event) -> Option<String> {
    use crate::case::Act;
    match &event.act {
        Act::RegisterEvidence(facts) => facts.number.clone(),
        Act::TakeMeasure(facts) => facts.number.clone(),
        Act::TakeUrgentMeasure(facts) => facts.taken.number.clone(),
        _ => None,
    }
}
