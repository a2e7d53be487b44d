//! What is sealed, seized or registered, and what becomes of it, as typed.

use super::measure_fields::SAMPLE;
use super::read::Form;
use domain::case::{
    Act, ActKind, Case, CommissionTest, ConfirmMeasure, DisposeGoods, EvidenceOutcome, ExtendMeasure,
    GOODS_MAX, GoodsEnd, GoodsLine, HandleEvidence, LiftGround, LiftMeasure, Measure, MeasureKind, Note,
    RecordEntry, RecordTestResult, RegisterEvidence, ReportMeasure, Signature, TakeMeasure,
    TakeUrgentMeasure, TestSubject,
};
use domain::id::PartyId;

impl Form<'_> {
    /// Acts that take or manage a measure; none: another act.
    pub(super) fn measure_act(&mut self, kind: ActKind, case: &Case) -> Option<Act> {
        match kind {
            ActKind::RegisterEvidence => self.evidence(case),
            ActKind::TakeMeasure => self.taking(case).map(Act::TakeMeasure),
            ActKind::TakeUrgentMeasure => self.urgent(case),
            kind if kind.manages_a_measure() => self.managing(kind, case),
            _ => None,
        }
    }

    /// The one party of the case, or the one that was chosen among several.
    fn owner(&self, case: &Case) -> Option<PartyId> {
        let typed = self.text("owner");
        match case.parties().as_slice() {
            [only] => Some(only.id),
            several => several.iter().map(|party| party.id).find(|id| id.to_string() == typed),
        }
    }

    fn goods(&mut self) -> Option<Vec<GoodsLine>> {
        let text = self.text("goods");
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() || lines.len() > GOODS_MAX {
            let message = self.lang.pick(
                "请填写一至一百行物品，每行写成“生猪 12 头”",
                "Write one to a hundred lines, each as “pigs 12 head”",
            );
            self.problem("goods", message);
            return None;
        }
        let mut list = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            match GoodsLine::parse(line) {
                Ok(goods) => list.push(goods),
                Err(error) => {
                    let (nth, why) = (at + 1, error.message(self.lang));
                    let message = self.lang.pick(
                        format!("第 {nth} 行：{why}；请写成“生猪 12 头”，先名称，再数量和单位"),
                        format!("Line {nth}: {why}; write it as “pigs 12 head”: name, amount, unit"),
                    );
                    self.problem("goods", message);
                    return None;
                }
            }
        }
        Some(list)
    }

    fn evidence(&mut self, case: &Case) -> Option<Act> {
        let (officers, goods) = (self.officers(), self.goods());
        let (place, keeper, reason) = (self.note("place"), self.name("keeper"), self.note("reasons"));
        Some(Act::RegisterEvidence(RegisterEvidence {
            party: self.owner(case),
            officers: officers?,
            goods: goods?,
            place: place?,
            keeper: keeper?,
            reason: reason?,
            number: None,
        }))
    }

    fn taking(&mut self, case: &Case) -> Option<TakeMeasure> {
        let measure = self.choice("measure_kind", &MeasureKind::ALL, MeasureKind::word);
        let violation = self.text("seizing_row");
        if violation.is_empty() {
            self.problem("seizing_row", self.lang.pick("请选择案由", "Choose the violation"));
        }
        let (officers, goods) = (self.officers(), self.goods());
        let (place, keeper, reason) = (self.note("place"), self.name("keeper"), self.note("reasons"));
        Some(TakeMeasure {
            party: self.owner(case),
            measure: measure?,
            violation,
            officers: officers?,
            goods: goods?,
            place: place?,
            keeper: keeper?,
            objects_checked: self.is("objects_checked"),
            reason: reason?,
            number: None,
        })
    }

    fn urgent(&mut self, case: &Case) -> Option<Act> {
        let (taken, at) = (self.taking(case), self.time("taken_at"));
        let signature = match self.text("signature").as_str() {
            "refused" => self.note("witness").map(|witness| Signature::Refused { witness }),
            _ => Some(Signature::Signed),
        };
        Some(Act::TakeUrgentMeasure(TakeUrgentMeasure {
            taken: taken?,
            at: at?,
            certificates_shown: self.is("shown"),
            rights_told: self.is("told"),
            signature: signature?,
        }))
    }

    /// The only measure that fits the act, or the one that was chosen.
    fn measure<'c>(&mut self, kind: ActKind, case: &'c Case) -> Option<&'c Measure> {
        let fitting: Vec<&Measure> = case.measures.iter().filter(|measure| measure.fits(kind)).collect();
        let typed = self.text("measure");
        let chosen = match fitting.as_slice() {
            [only] => Some(*only),
            several => several.iter().copied().find(|measure| measure.number.to_string() == typed),
        };
        if chosen.is_none() {
            let name = if fitting.is_empty() { "" } else { "measure" };
            let message = self.lang.pick("请选择一项尚未结束的措施", "Choose a measure that has not ended");
            self.problem(name, message);
        }
        chosen
    }

    /// The sample that was chosen, the only one that fits where no measure does, or the measure.
    fn tested(&mut self, kind: ActKind, case: &Case) -> Option<(TestSubject, Option<PartyId>)> {
        let samples: Vec<&RecordEntry> = case.samples_for(kind).collect();
        let measures = case.measures.iter().filter(|measure| measure.fits(kind)).count();
        let typed = self.text("measure");
        let chosen = match samples.as_slice() {
            [only] if measures == 0 => Some(*only),
            several => several.iter().copied().find(|one| typed == format!("{SAMPLE}{}", one.seq)),
        };
        if let Some(sample) = chosen {
            return Some((TestSubject::Sample(sample.seq), sample.facts.party));
        }
        // Beside samples the only measure is chosen as well.
        if !samples.is_empty() && typed.is_empty() {
            self.problem("measure", self.lang.pick("请选择检验的物品或者样品", "Choose what is tested"));
            return None;
        }
        let measure = self.measure(kind, case)?;
        Some((TestSubject::Measure(measure.number), measure.party))
    }

    fn testing(&mut self, kind: ActKind, case: &Case) -> Option<Act> {
        let tested = self.tested(kind, case);
        if kind == ActKind::RecordTestResult {
            let (result, told) = (self.note("result"), self.may("party_told", Note::parse));
            let (subject, party) = tested?;
            return Some(Act::RecordTestResult(RecordTestResult { subject, party, result: result?, told }));
        }
        let (question, until, told) =
            (self.note("question"), self.day("test_until"), self.note("party_told"));
        let (subject, party) = tested?;
        let (question, until, told) = (question?, until?, told?);
        Some(Act::CommissionTest(CommissionTest { subject, party, question, until, told }))
    }

    fn managing(&mut self, kind: ActKind, case: &Case) -> Option<Act> {
        match kind {
            ActKind::DisposeGoods => return self.disposal(case),
            ActKind::HandlePerishable => return self.perishable(case),
            ActKind::CommissionTest | ActKind::RecordTestResult => return self.testing(kind, case),
            _ => {}
        }
        let chosen = self.measure(kind, case);
        let of = |measure: &Measure| (measure.number, measure.party);
        Some(match kind {
            ActKind::HandleEvidence => {
                let outcome = self.choice("evidence_outcome", &EvidenceOutcome::ALL, EvidenceOutcome::word);
                let (course, (measure, party)) = (self.note("course"), of(chosen?));
                let (outcome, course) = (outcome?, course?);
                Act::HandleEvidence(HandleEvidence { measure, party, outcome, course, number: None })
            }
            ActKind::ReportMeasure => {
                let (at, (measure, party)) = (self.time("reported_at"), of(chosen?));
                Act::ReportMeasure(ReportMeasure { measure, party, at: at? })
            }
            ActKind::ConfirmMeasure => {
                let answer = self.choice("approved", &[true, false], |yes| if yes { "yes" } else { "no" });
                let (reason, (measure, party)) = (self.note("reasons"), of(chosen?));
                Act::ConfirmMeasure(ConfirmMeasure { measure, party, approved: answer?, reason: reason? })
            }
            ActKind::ExtendMeasure => {
                let (reason, told) = (self.note("reasons"), self.note("party_told"));
                let (measure, party) = of(chosen?);
                let (reason, told) = (reason?, told?);
                Act::ExtendMeasure(ExtendMeasure { measure, party, reason, told, number: None })
            }
            ActKind::LiftMeasure => {
                let ground = self.choice("lift_ground", &LiftGround::ALL, LiftGround::word);
                let (returned, (measure, party)) = (self.note("returned"), of(chosen?));
                let (ground, returned) = (ground?, returned?);
                Act::LiftMeasure(LiftMeasure { measure, party, ground, returned, number: None })
            }
            _ => return None,
        })
    }

    /// The things that were ticked, all of one measure.
    fn disposal(&mut self, case: &Case) -> Option<Act> {
        let end = self.choice("goods_end", &GoodsEnd::BY_OFFICERS, GoodsEnd::word);
        let course = self.note("course");
        let ticked = |measure: &Measure| -> Vec<usize> {
            let box_of = |at: &usize| format!("lines_{}-{at}", measure.number);
            (0..measure.goods.len()).filter(|at| self.is(&box_of(at))).collect()
        };
        let fitting = case.measures.iter().filter(|measure| measure.fits(ActKind::DisposeGoods));
        let chosen: Vec<_> = fitting.map(|one| (one, ticked(one))).filter(|(_, at)| !at.is_empty()).collect();
        let [(measure, lines)] = chosen.as_slice() else {
            let message = self.lang.pick(
                "请勾选物品；不同措施的物品请分开办理",
                "Tick the things; those of different measures one after the other",
            );
            self.problem("lines", message);
            return None;
        };
        Some(Act::DisposeGoods(DisposeGoods {
            measure: measure.number,
            party: measure.party,
            lines: lines.clone(),
            end: end?,
            course: course?,
        }))
    }
}
