//! Taking measures: registered evidence, sealing and seizing, also in urgency (rows 6 and 6a); 行政处罚法 art. 56,
//! 行政强制法 art. 10, 16–19, 22–24.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{
    ActKind, Case, Context, Event, GOODS_MAX, GoodsLine, HeldAs, HeldGoods, Measure, MeasureEnd, Name, Note,
    Officers, Signature, Urgent,
};
use crate::Day;
use crate::catalogue::{Industry, LawRank, Standing, ViolationRow, standing};
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};

/// 先行登记保存: evidence that may vanish or be hard to obtain later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterEvidence {
    /// Whose things they are, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub officers: Officers,
    pub goods: Vec<GoodsLine>,
    pub place: Note,
    pub keeper: Name,
    /// Why it may vanish.
    pub reason: Note,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// What is done to things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    /// 查封
    Sealing,
    /// 扣押
    Seizure,
}

impl MeasureKind {
    /// Both, in the order of the form.
    pub const ALL: [MeasureKind; 2] = [MeasureKind::Sealing, MeasureKind::Seizure];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            MeasureKind::Sealing => "sealing",
            MeasureKind::Seizure => "seizure",
        }
    }

    /// As what the things are held.
    #[must_use]
    pub fn held_as(self) -> HeldAs {
        match self {
            MeasureKind::Sealing => HeldAs::Sealed,
            MeasureKind::Seizure => HeldAs::Seized,
        }
    }
}

/// 查封、扣押, approved before it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeMeasure {
    /// Whose things they are, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub measure: MeasureKind,
    /// The catalogue row that gives the power.
    pub violation: String,
    pub officers: Officers,
    pub goods: Vec<GoodsLine>,
    pub place: Note,
    pub keeper: Name,
    /// Neither daily necessities nor unrelated things, and sealed by nobody else (行政强制法 art. 23).
    pub objects_checked: bool,
    pub reason: Note,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// 情况紧急，当场查封、扣押: by two officers, before anybody approved it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeUrgentMeasure {
    pub taken: TakeMeasure,
    /// The hour; with the day of the act the minute from which 24 hours run.
    pub at: NaiveTime,
    pub certificates_shown: bool,
    pub rights_told: bool,
    #[serde(flatten)]
    pub signature: Signature,
}

/// 当场强制措施补报: to the head, within 24 hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportMeasure {
    pub measure: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub at: NaiveTime,
}

/// 补办批准: afterwards; what is not approved is lifted at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmMeasure {
    pub measure: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub approved: bool,
    pub reason: Note,
}

/// The rows under which this bureau may seal or seize in the case today.
#[must_use]
pub fn seizable<'a>(case: &'a Case, context: &Context<'a>) -> Vec<&'a ViolationRow> {
    let judge = Judge { case: Some(case), on: context.today, context: *context };
    let rows = judge.seizing_rows().into_iter();
    let mut list: Vec<&ViolationRow> = Vec::new();
    for (_, row) in rows.filter(|(industry, row)| judge.gives_power(industry, row).is_ok()) {
        if !list.iter().any(|known| known.id == row.id) {
            list.push(row);
        }
    }
    list
}

impl<'a> Judge<'a> {
    /// Whether a measure can be thought of at all: some violation of the case, or before the filing any that this
    /// bureau may pursue, lets it seal or seize.
    pub(super) fn may_seize(&self) -> Result<(), RefusalCode> {
        let rows = self.seizing_rows();
        if rows.iter().any(|(industry, row)| self.gives_power(industry, row).is_ok()) {
            return Ok(());
        }
        // The bureau that has the power is told where the law gives it to somebody.
        let refused = rows.first().map(|(industry, row)| self.gives_power(industry, row));
        refused.unwrap_or(Err(RefusalCode::NoPowerToSeize))
    }

    /// The rows that count: those of the unlawful acts that are known, else all that are in force.
    fn seizing_rows(&self) -> Vec<(&'a Industry, &'a ViolationRow)> {
        let Some(case) = self.case else { return Vec::new() };
        let acts: Vec<_> = case.parties().into_iter().flat_map(|party| &party.acts).collect();
        let catalogue = self.context.catalogue;
        if acts.is_empty() && case.is_unfiled() {
            let seizes =
                |(_, row): &(&Industry, &ViolationRow)| row.seizure.is_some() && row.in_force_on(self.on);
            return catalogue.rows().filter(seizes).collect();
        }
        acts.into_iter().filter_map(|act| catalogue.violation(&act.violation)).collect()
    }

    fn gives_power(&self, industry: &Industry, row: &ViolationRow) -> Result<(), RefusalCode> {
        let law = row.seizure.as_ref().and_then(|article| self.context.catalogue.law(&article.law));
        // 行政强制法 art. 10: a ministry's rule is not enough.
        let ranks = [LawRank::Law, LawRank::Regulation, LawRank::LocalRegulation];
        if !law.is_some_and(|law| ranks.contains(&law.rank) && law.in_force_on(self.on)) {
            return Err(RefusalCode::NoPowerToSeize);
        }
        match standing(row, &industry.id, self.context.grants, self.context.bureau, self.on) {
            Standing::MayDecide { .. } => Ok(()),
            other => Err(RefusalCode::NoPower { who: other.others() }),
        }
    }

    pub(super) fn register_evidence(&self, facts: &RegisterEvidence) -> Result<(), RefusalCode> {
        self.held(facts.party, &facts.goods, facts.officers)
    }

    pub(super) fn take_measure(&self, facts: &TakeMeasure) -> Result<(), RefusalCode> {
        let rows = self.seizing_rows();
        let Some((industry, row)) = rows.into_iter().find(|(_, row)| row.id == facts.violation) else {
            return Err(RefusalCode::NoPowerToSeize);
        };
        self.gives_power(industry, row)?;
        self.held(facts.party, &facts.goods, facts.officers)?;
        if !facts.objects_checked {
            return Err(RefusalCode::MissingFact { fact: Fact::ObjectsChecked });
        }
        Ok(())
    }

    pub(super) fn take_urgent_measure(&self, facts: &TakeUrgentMeasure) -> Result<(), RefusalCode> {
        self.take_measure(&facts.taken)?;
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        if !facts.certificates_shown {
            return missing(Fact::CertificatesShown);
        }
        if !facts.rights_told {
            return missing(Fact::RightsTold);
        }
        Ok(())
    }

    fn held(
        &self,
        party: Option<PartyId>,
        goods: &[GoodsLine],
        officers: Officers,
    ) -> Result<(), RefusalCode> {
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        let is_there = |party| self.case.is_some_and(|case| case.parties().iter().any(|one| one.id == party));
        if !party.is_none_or(is_there) {
            return missing(Fact::Party);
        }
        if goods.is_empty() || goods.len() > GOODS_MAX {
            return missing(Fact::GoodsList);
        }
        self.two_officers(officers)
    }

    pub(super) fn report_measure(&self, facts: &ReportMeasure) -> Result<(), RefusalCode> {
        let measure = self.managed(ActKind::ReportMeasure, facts.measure, facts.party)?;
        match measure.urgent {
            Some(urgent) if (self.on, facts.at) < (measure.on, urgent.at) => {
                Err(RefusalCode::MissingFact { fact: Fact::ReportTime })
            }
            _ => Ok(()),
        }
    }
}

impl Case {
    pub(super) fn evidence_registered(&mut self, facts: &RegisterEvidence, event: &Event) {
        self.people.officers_are(facts.officers);
        let (place, keeper) = (facts.place.clone(), facts.keeper.clone());
        self.hold(facts.party, HeldAs::Evidence, event.on, (place, keeper, &facts.goods));
    }

    pub(super) fn measure_taken(&mut self, facts: &TakeMeasure, urgent: Option<Urgent>, on: Day) {
        self.people.officers_are(facts.officers);
        let (place, keeper) = (facts.place.clone(), facts.keeper.clone());
        self.hold(facts.party, facts.measure.held_as(), on, (place, keeper, &facts.goods));
        if let Some(taken) = self.measures.last_mut() {
            taken.urgent = urgent;
        }
    }

    fn hold(&mut self, party: Option<PartyId>, held_as: HeldAs, on: Day, what: (Note, Name, &[GoodsLine])) {
        let (place, keeper, goods) = what;
        let number = self.measures.iter().map(|measure| measure.number).max().unwrap_or(0) + 1;
        let before_filing = self.is_unfiled() && held_as != HeldAs::Evidence;
        self.measures.push(Measure {
            number,
            party,
            held_as,
            on,
            unfiled_since: before_filing.then_some(on),
            urgent: None,
            place,
            keeper,
            goods: goods
                .iter()
                .cloned()
                .map(|line| HeldGoods { line, sold: None, back_on: None, end: None })
                .collect(),
            extended: None,
            tests: Vec::new(),
            ended: None,
        });
    }
}

impl Measure {
    pub(super) fn reported(&mut self, on: Day, at: NaiveTime) {
        if let Some(urgent) = &mut self.urgent {
            urgent.reported = Some((on, at));
        }
    }

    pub(super) fn confirmed(&mut self, facts: &ConfirmMeasure, on: Day) {
        match &mut self.urgent {
            Some(urgent) if facts.approved => urgent.approved_on = Some(on),
            _ => self.end(on, MeasureEnd::NotApproved, Some(super::GoodsEnd::Returned)),
        }
    }
}
