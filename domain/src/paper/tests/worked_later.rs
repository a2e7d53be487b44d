//! More cases with everything that their papers need.

use super::worked::{Worked, served_ordinarily};
use crate::case::tests::bench::*;
use crate::case::tests::enforcing::remedy;
use crate::case::tests::held::{
    commission, confirm, report, seize_at, seized, test_result, under_investigation,
};
use crate::case::*;
use crate::value::Money;

/// Somebody told of a station by its name; nothing is filed yet.
pub fn reported() -> Worked {
    let Act::RegisterClue(facts) = clue() else { unreachable!("a clue") };
    let suspected =
        Party { acts: Vec::new(), name: name("道县濂溪加油站有限公司"), ..party(SHOP, "") };
    let told = RegisterClue { source: ClueSource::Report, parties: vec![suspected], ..facts };
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", Act::RegisterClue(told));
    Worked::of(bench)
}

/// A party challenged the second officer, who stands aside.
pub fn recused() -> Worked {
    let mut bench = investigated("oil-v01@2021");
    let Act::AskRecusal(asked) = ask_recusal(PAN) else { unreachable!("a request") };
    let asked = Act::AskRecusal(AskRecusal { name: name("盘秀英"), ..asked });
    bench.does(CHEN, "2026-03-06", asked).does(ZHOU_HEAD, "2026-03-09", decide_recusal(4, true));
    Worked::of(bench)
}

pub fn by_public_notice() -> Service {
    let method = Method::PublicNotice { tries: note("两次上门，去向不明") };
    Service { officers: officers(), method }
}

/// Notice and decision by public notice: 30 days each; the last day of the second is a Sunday.
pub fn published_bench() -> Bench {
    let mut bench = concluded(Some(3000));
    let notice = Act::ServeNotice(ServeNotice { party: SHOP, service: by_public_notice() });
    bench.does(ZHOU_HEAD, "2026-03-10", approve_notice()).does(CHEN, "2026-03-10", notice);
    bench.does(ZHOU_HEAD, "2026-04-20", decide(penalties(Some(3000)))).does(
        CHEN,
        "2026-04-21",
        Act::Serve(Serve { party: SHOP, service: by_public_notice() }),
    );
    bench
}

pub fn published() -> Worked {
    Worked::of(published_bench())
}

/// To be paid by the year's end; 100 yuan of the surcharge are remitted for what the party mended.
pub fn agreed() -> Worked {
    let Act::ApprovePlan(facts) = plan() else { unreachable!("a plan") };
    let remission =
        Some(Remission { amount: Money::yuan(100), steps: note("已补建购销台账并整改到位") });
    let mut bench = served_ordinarily();
    bench.does(ZHOU_HEAD, "2026-04-20", Act::ApprovePlan(ApprovePlan { remission, ..facts }));
    Worked::of(bench)
}

/// Seized on the spot; afterwards the head approved it, or did not.
pub fn confirmed(approved: bool) -> Worked {
    let mut bench = under_investigation();
    bench.does(CHEN, "2026-03-06", seize_at("15:20")).does(CHEN, "2026-03-06", report(1, "17:00")).does(
        ZHOU_HEAD,
        "2026-03-06",
        confirm(1, approved),
    );
    Worked::of(bench)
}

/// What was seized was sent to be tested, and found wanting.
pub fn tested() -> Worked {
    let mut bench = seized();
    bench.does(CHEN, "2026-03-10", commission(1, "2026-03-20")).does(CHEN, "2026-03-18", test_result(1));
    Worked::of(bench)
}

/// Samples were taken and sent to be tested.
pub fn sampled() -> Worked {
    let mut bench = under_investigation();
    let Act::CommissionTest(facts) = commission(1, "2026-03-20") else { unreachable!("a commission") };
    bench.does(CHEN, "2026-03-09", record_of(RecordKind::Sampling));
    let subject = TestSubject::Sample(4);
    bench.does(CHEN, "2026-03-10", Act::CommissionTest(CommissionTest { subject, ..facts }));
    Worked::of(bench)
}

/// A summons, an order to supply papers and a request for assistance went out.
pub fn inquired() -> Worked {
    let mut bench = investigated("oil-v01@2021");
    let due = |what: Inquiry, to: &str| match inquire(what) {
        Act::Inquire(facts) => Act::Inquire(Inquire { due: day("2026-03-12"), to: name(to), ..facts }),
        other => other,
    };
    bench
        .does(CHEN, "2026-03-06", due(Inquiry::Interview, "何某某"))
        .does(CHEN, "2026-03-06", due(Inquiry::Papers, "道县濂溪加油站有限公司"))
        .does(CHEN, "2026-03-06", due(Inquiry::Assistance, "道县税务局"));
    Worked::of(bench)
}

/// What was reported is not filed: the reporter is told.
pub fn not_filed() -> Worked {
    let mut bench = reported().bench;
    let refused = RefuseFiling {
        ground: NonFilingGround::NoUnlawfulAct,
        reason: note("现场没有发现违法行为"),
    };
    bench.does(ZHOU_HEAD, "2026-03-06", Act::RefuseFiling(refused));
    Worked::of(bench)
}

/// The decision is contested before the government or the court, and the bureau answers.
pub fn answered(kind: RemedyKind) -> Worked {
    let mut bench = served_ordinarily();
    let organ = match kind {
        RemedyKind::Reconsideration => "道县人民政府",
        RemedyKind::Lawsuit => "道县人民法院",
    };
    let Act::RegisterRemedy(facts) = remedy(kind, "2026-04-07", false) else { unreachable!("a remedy") };
    let contested = Act::RegisterRemedy(RegisterRemedy { organ: name(organ), ..facts });
    let answer = AnswerRemedy {
        party: SHOP,
        remedy: kind,
        paper: note("决定认定事实清楚，证据确凿，程序合法，请求予以维持"),
        number: None,
    };
    bench.does(CHEN, "2026-04-10", contested).does(CHEN, "2026-04-14", Act::AnswerRemedy(answer));
    Worked::of(bench)
}

pub fn answered_to_government() -> Worked {
    answered(RemedyKind::Reconsideration)
}

pub fn answered_to_court() -> Worked {
    answered(RemedyKind::Lawsuit)
}
