//! Acts about what is sealed, seized or registered.

use chrono::NaiveTime;

use super::bench::*;
use crate::calendar::Clock;
use crate::case::*;
use crate::id::PartyId;

/// The row that lets the bureau seize.
pub const SEIZABLE: &str = "oil-v21@2021";

pub fn hour(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn goods() -> Vec<GoodsLine> {
    ["加油机 2 台", "汽油 350.5升"].map(|line| GoodsLine::parse(line).unwrap()).to_vec()
}

pub fn register_evidence() -> Act {
    register_evidence_of(None)
}

pub fn register_evidence_of(party: Option<PartyId>) -> Act {
    Act::RegisterEvidence(RegisterEvidence {
        party,
        officers: officers(),
        goods: goods(),
        place: note("加油站办公室"),
        keeper: name("何某"),
        reason: note("台账可能被销毁"),
        number: None,
    })
}

fn taking(party: Option<PartyId>) -> TakeMeasure {
    TakeMeasure {
        party,
        measure: MeasureKind::Seizure,
        violation: SEIZABLE.to_owned(),
        officers: officers(),
        goods: goods(),
        place: note("本局仓库"),
        keeper: name("盘××"),
        objects_checked: true,
        reason: note("涉案物品可能被转移"),
        number: None,
    }
}

pub fn seize() -> Act {
    Act::TakeMeasure(taking(None))
}

pub fn seize_of(party: PartyId) -> Act {
    Act::TakeMeasure(taking(Some(party)))
}

/// The same with other facts.
pub fn seize_but(change: impl FnOnce(&mut TakeMeasure)) -> Act {
    let mut facts = taking(None);
    change(&mut facts);
    Act::TakeMeasure(facts)
}

pub fn seize_at(at: &str) -> Act {
    Act::TakeUrgentMeasure(TakeUrgentMeasure {
        taken: taking(None),
        at: hour(at),
        certificates_shown: true,
        rights_told: true,
        signature: Signature::Signed,
    })
}

pub fn handle(measure: u32, outcome: EvidenceOutcome) -> Act {
    let course = note("何某签收");
    Act::HandleEvidence(HandleEvidence { measure, party: None, outcome, course, number: None })
}

pub fn report(measure: u32, at: &str) -> Act {
    Act::ReportMeasure(ReportMeasure { measure, party: None, at: hour(at) })
}

pub fn confirm(measure: u32, approved: bool) -> Act {
    Act::ConfirmMeasure(ConfirmMeasure { measure, party: None, approved, reason: note("审查意见") })
}

pub fn extend(measure: u32) -> Act {
    let (reason, told) = (note("案情复杂"), note("延长决定书已送达何某"));
    Act::ExtendMeasure(ExtendMeasure { measure, party: None, reason, told, number: None })
}

pub fn commission(measure: u32, until: &str) -> Act {
    let (question, told) = (note("油品质量，省质检院"), note("检验期间告知书已送达何某"));
    Act::CommissionTest(CommissionTest {
        subject: TestSubject::Measure(measure),
        party: None,
        question,
        until: day(until),
        told,
    })
}

pub fn test_result(measure: u32) -> Act {
    Act::RecordTestResult(RecordTestResult {
        subject: TestSubject::Measure(measure),
        party: None,
        result: note("不合格"),
        told: Some(note("已告知")),
    })
}

pub fn lift(measure: u32, ground: LiftGround) -> Act {
    let returned = note("何某当日全部领回");
    Act::LiftMeasure(LiftMeasure { measure, party: None, ground, returned, number: None })
}

pub fn dispose(measure: u32, lines: &[usize], end: GoodsEnd) -> Act {
    let course = note("何某领回");
    Act::DisposeGoods(DisposeGoods { measure, party: None, lines: lines.to_vec(), end, course })
}

/// A line is sold for so many yuan.
pub fn sell(measure: u32, line: usize, yuan: i64) -> Act {
    let (consent, sale) = (note("何某书面同意"), note("卖给道县石油公司，款存本局专户"));
    let proceeds = crate::value::Money::yuan(yuan);
    perishable(measure, line, PerishableOutcome::Sold { consent, sale, proceeds })
}

/// The petrol is sold, with other facts.
pub fn sell_but(change: impl FnOnce(&mut HandlePerishable)) -> Act {
    let Act::HandlePerishable(mut facts) = sell(1, 1, 2100) else { unreachable!() };
    change(&mut facts);
    Act::HandlePerishable(facts)
}

pub fn destroy(measure: u32, line: usize) -> Act {
    let (rule, course) = (note("危险化学品安全管理条例"), note("送有资质的单位销毁，两人在场"));
    perishable(measure, line, PerishableOutcome::Destroyed { rule, course })
}

fn perishable(measure: u32, line: usize, outcome: PerishableOutcome) -> Act {
    Act::HandlePerishable(Box::new(HandlePerishable {
        measure,
        party: None,
        line,
        officers: officers(),
        reason: note("汽油易燃，不宜久存"),
        sample: note("取样两瓶封存"),
        value: crate::value::Money::yuan(2200),
        valued_by: name("价格认定中心"),
        photographed: true,
        outcome,
    }))
}

/// A penalty with the things confiscated.
pub fn confiscating() -> Penalties {
    let mut penalties = penalties(None);
    penalties.acts[0].kinds.push(crate::catalogue::PenaltyKind::ConfiscationOfGoods);
    penalties.acts[0].goods =
        Some(Goods { value: crate::value::Money::yuan(900), list: note("加油机二台，汽油350.5升") });
    penalties
}

/// A clue of a day.
pub fn clue_of(on: &str) -> Bench {
    let mut bench = Bench::new(on);
    bench.does(CHEN, on, clue());
    bench
}

/// A filed case whose row lets the bureau seize, investigated from the day on.
pub fn under_investigation() -> Bench {
    investigated(SEIZABLE)
}

/// Seized on 9 March 2026: until 8 April.
pub fn seized() -> Bench {
    let mut bench = under_investigation();
    bench.does(ZHOU_HEAD, "2026-03-09", seize());
    bench
}

pub fn clock(bench: &Bench, clock: Clock) -> CaseClock {
    clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == clock).unwrap()
}

pub fn last_day(bench: &Bench, of: Clock) -> String {
    clock(bench, of).deadline.last_day.to_string()
}
