//! The demo's registered evidence and running seizure: which there are, and their facts.

use super::acts::Story;
use super::plan::Step::{AskForPapers, File, Inspect, Register, RegisterEvidence, Seize};
use super::plan::{Plan, plan};
use domain::Day;
use domain::case::{
    Act, GoodsLine, Inquire, Inquiry, MeasureKind, Name, Note, RegisterEvidence as Evidence, TakeMeasure,
};
use domain::value::ValueError;

/// Those of every bureau: evidence that is to be handled, and a seizure that runs. The last needs an establishment
/// whose industry lets a bureau seize; a bureau without one has none.
pub const HELD: [Plan; 2] = [
    plan(4, &[(0, Register), (1, File), (2, Inspect), (2, AskForPapers), (3, RegisterEvidence)]),
    plan(9, &[(0, Register), (1, File), (2, Inspect), (4, Seize)]),
];

fn goods(lines: &[&str]) -> Result<Vec<GoodsLine>, ValueError> {
    lines.iter().map(|line| GoodsLine::parse(line)).collect()
}

impl Story {
    pub fn ask_for_papers(&self, today: Day) -> Result<Act, ValueError> {
        Ok(Act::Inquire(Inquire {
            what: Inquiry::Papers,
            to: self.party.name.clone(),
            officers: self.officers,
            matter: Note::parse("最近三个月的购销台账\n进货票据和付款凭证")?,
            due: today + chrono::Days::new(7),
            time: None,
            place: None,
            number: None,
        }))
    }

    pub fn register_evidence(&self) -> Result<Act, ValueError> {
        Ok(Act::RegisterEvidence(Evidence {
            party: Some(self.party.id),
            officers: self.officers,
            goods: goods(&["购销台账 2 本", "电脑主机 1 台"])?,
            place: self.party.address.clone().map_or_else(|| Note::parse("经营场所"), Ok)?,
            keeper: self.signer.clone(),
            reason: Note::parse("台账和电子记录可能被更改或者销毁，以后难以取得。")?,
            number: None,
        }))
    }

    pub fn seize(&self) -> Result<Act, ValueError> {
        Ok(Act::TakeMeasure(TakeMeasure {
            party: Some(self.party.id),
            measure: MeasureKind::Seizure,
            violation: self.violation.clone(),
            officers: self.officers,
            goods: goods(&["白条肉 186.5 公斤", "屠宰刀具 6 把"])?,
            place: Note::parse("本局委托的冷库")?,
            keeper: Name::parse("冷库管理员")?,
            objects_checked: true,
            reason: Note::parse("涉案肉品可能流入市场，须先行扣押查清来源和数量。")?,
            number: None,
        }))
    }
}
