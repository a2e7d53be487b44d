//! Penalties on the spot: 行政处罚法 art. 51, 52.

use rstest::rstest;

use super::bench::*;
use super::spot::*;
use crate::calendar::Clock;
use crate::case::*;
use crate::catalogue::{PartyKind, PenaltyKind};
use crate::refusal::RefusalCode;
use crate::value::Money;
use crate::{Day, Instant, Lang};

const ON: &str = "2026-03-19";

fn of_kind(kind: PartyKind) -> impl FnOnce(&mut PenaliseOnTheSpot) {
    move |facts| {
        facts.party.kind = kind;
        if kind.counts_as_person() {
            facts.handed_over = HandedOver::Signed { receiver: Receiver::Party, signed_by: name("何某") };
        }
    }
}

fn refusal_of(act: &Act) -> Option<&'static str> {
    let bench = Bench::new(ON);
    bench.judge(CHEN, bench.today, act).err().map(|refusal| refusal.code.word())
}

fn clock(bench: &Bench, clock: Clock) -> Option<CaseClock> {
    clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == clock)
}

#[test]
fn a_warning_begins_the_case_is_reported_and_closes_without_payment() {
    let mut bench = penalised_on_the_spot(None);
    let case = bench.case();
    assert_eq!((case.stage(), case.procedure().is_simplified()), (Stage::Served, true));
    assert_eq!(case.filing().unwrap().officers, officers());
    assert_eq!(case.penalty_words(None, Lang::Zh).unwrap(), "警告，责令改正");
    assert_eq!(bench.refused(CHEN, ON, &pay(1)), "nothing_owed");
    assert_eq!(bench.refused(ZHOU_HEAD, ON, &close()), "missing_fact", "the bureau is told first");
    bench.does(CHEN, "2026-03-20", report_spot()).does(ZHOU_HEAD, "2026-03-20", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
}

#[test]
fn a_fine_from_a_clue_is_paid_at_the_bank_and_closes_like_any_other() {
    let mut bench = Bench::new("2026-03-18");
    bench
        .does(CHEN, "2026-03-18", clue())
        .does(CHEN, ON, spot_fined(Some(1000), |_| {}))
        .does(CHEN, "2026-03-20", report_spot())
        .does(CHEN, "2026-03-26", pay(1000))
        .does(ZHOU_HEAD, "2026-03-27", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
    assert!(!bench.case().is_begun_on_the_spot());
}

#[rstest]
#[case(PartyKind::Citizen, 200, None)]
#[case(PartyKind::Citizen, 201, Some("not_simplified"))]
#[case(PartyKind::SoleTrader, 200, None)]
#[case(PartyKind::SoleTrader, 201, Some("not_simplified"))]
#[case(PartyKind::Organisation, 3000, None)]
#[case(PartyKind::Organisation, 3001, Some("not_simplified"))]
fn a_shop_of_a_sole_trader_is_fined_on_the_spot_like_a_citizen(
    #[case] kind: PartyKind,
    #[case] yuan: i64,
    #[case] code: Option<&str>,
) {
    assert_eq!(refusal_of(&spot_fined(Some(yuan), of_kind(kind))), code);
}

#[rstest]
#[case("1996-09-30", None)]
#[case("1996-10-01", Some((50, 1_000, 20)))]
#[case("2021-07-14", Some((50, 1_000, 20)))]
#[case("2021-07-15", Some((200, 3_000, 100)))]
fn the_limits_are_those_of_the_act_in_force(#[case] on: &str, #[case] yuan: Option<(i64, i64, i64)>) {
    let limits = spot_limits(day(on));
    let expected = yuan.map(|(person, unit, collected)| [person, unit, collected].map(Money::yuan));
    assert_eq!(limits.map(|one| [one.person, one.organisation, one.collected]), expected);
}

#[test]
fn the_refusal_says_the_limit_the_article_and_the_way_that_stays_open() {
    let bench = Bench::new(ON);
    let act = spot_fined(Some(3001), |_| {});
    let sentence = bench.judge(CHEN, bench.today, &act).unwrap_err().sentence(Lang::Zh).to_string();
    for part in ["3,000.00 元", "第五十一条", "普通程序", "全部带过去"] {
        assert!(sentence.contains(part), "{sentence}");
    }
}

#[rstest]
#[case(PenaltyKind::PublicCriticism)]
#[case(PenaltyKind::ConfiscationOfGoods)]
#[case(PenaltyKind::Revocation)]
fn only_a_warning_stands_beside_a_fine(#[case] kind: PenaltyKind) {
    let act = spot(|facts| facts.penalties.acts[0].kinds.push(kind));
    assert_eq!(refusal_of(&act), Some("not_simplified"));
}

#[test]
fn gains_are_stated_as_none() {
    let with = |gains| spot(|facts| facts.penalties.acts[0].gains = gains);
    assert_eq!(refusal_of(&with(Gains::NotStated)), Some("gains_not_stated"));
    let some = Gains::Stated { amount: Money::yuan(10), refunded: Money::ZERO };
    assert_eq!(refusal_of(&with(some)), Some("not_simplified"));
    let unknown = Gains::NotAscertainable { reason: note("账目不全") };
    assert_eq!(refusal_of(&with(unknown)), Some("not_simplified"));
}

#[test]
fn two_officers_act_and_one_of_them_records_it() {
    let with = |second| spot(move |facts| facts.officers.second = second);
    assert_eq!(refusal_of(&with(CHEN)), Some("two_officers"));
    assert_eq!(refusal_of(&with(TANG_READER)), Some("two_officers"));
    assert_eq!(refusal_of(&with(HE_EXPIRED)), None);
    let bench = Bench::new("2026-04-01");
    assert_eq!(bench.refused(CHEN, "2026-04-01", &with(HE_EXPIRED)), "two_officers");
    assert_eq!(bench.refused(JIANG_ALL, "2026-04-01", &spot(|_| {})), "no_right");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-01", &spot(|_| {})), "no_right");
}

#[test]
fn certificates_are_shown_and_rights_told() {
    assert_eq!(refusal_of(&spot(|facts| facts.certificates_shown = false)), Some("missing_fact"));
    assert_eq!(refusal_of(&spot(|facts| facts.rights_told = false)), Some("missing_fact"));
}

#[rstest]
#[case("oil-v99@2021", "no_rule_in_force")]
#[case("oil-v05@2021", "no_power")]
fn the_row_is_in_force_and_the_power_is_ours(#[case] violation: &str, #[case] code: &str) {
    let act = spot(|facts| facts.party.acts[0].violation = violation.to_owned());
    assert_eq!(refusal_of(&act), Some(code));
}

#[test]
fn the_place_is_ours_and_the_time_is_not_over() {
    assert_eq!(refusal_of(&spot(|facts| facts.party.acts[0].area = Some(431_125))), Some("not_our_area"));
    let long_ago = |on: Day| spot(move |facts| facts.party.acts[0].on = on);
    assert_eq!(refusal_of(&long_ago(day("2024-03-18"))), Some("time_barred"));
    assert_eq!(refusal_of(&long_ago(day("2024-03-19"))), None);
}

#[rstest]
#[case("oil-v02@2021", 2000, "amount_unverified")]
#[case("oil-v01@2021", 499, "outside_range")]
#[case("oil-v03@2021", 600, "correction_first")]
#[case("oil-v06@2021", 600, "correction_first")]
fn a_fine_on_the_spot_is_held_to_its_row(#[case] violation: &str, #[case] yuan: i64, #[case] code: &str) {
    let act = spot_fined(Some(yuan), |facts| facts.party.acts[0].violation = violation.to_owned());
    assert_eq!(refusal_of(&act), Some(code));
}

#[test]
fn a_row_that_warns_first_is_fined_when_the_warning_is_cited() {
    let act = spot_fined(Some(600), |facts| {
        facts.party.acts[0].violation = "oil-v06@2021".to_owned();
        let number = name("道商当罚〔2026〕3号");
        facts.earlier_warning =
            Some(EarlierWarning { number, served_on: day("2026-01-02"), order_by: None, case: None });
    });
    let mut bench = Bench::new(ON);
    bench.does(CHEN, ON, act);
    assert_eq!(bench.case().clue.source, ClueSource::ReInspection);
}

#[test]
fn the_order_to_put_right_lies_ahead() {
    let order = |by: Day| spot(move |facts| facts.penalties.putting_right = PuttingRight::Order { by });
    assert_eq!(refusal_of(&order(day("2026-03-18"))), Some("missing_fact"));
    assert_eq!(refusal_of(&order(day("2026-03-26"))), None);
}

#[test]
fn what_was_fined_before_is_not_fined_again_but_may_be_warned() {
    let mut bench = Bench::new(ON);
    let earlier = |on: &str| FinedAct {
        violation: "oil-v08@2021".to_owned(),
        on: day(on),
        number: Some("道商罚决〔2026〕2号".to_owned()),
    };
    bench.fined = vec![earlier("2026-01-19")];
    assert!(bench.judge(CHEN, bench.today, &spot_fined(Some(100), |_| {})).is_ok(), "another day's act");
    bench.fined.push(earlier("2026-01-20"));
    let refusal = bench.judge(CHEN, bench.today, &spot_fined(Some(100), |_| {})).unwrap_err();
    assert_eq!(refusal.code.word(), "fined_before");
    assert!(refusal.sentence(Lang::Zh).to_string().contains("道商罚决〔2026〕2号"));
    bench.does(CHEN, ON, spot(|_| {}));
}

#[test]
fn the_refusal_to_sign_is_noted_and_counts_as_served() {
    let mut bench = Bench::new(ON);
    let witness = note("社区干部蒋某");
    let act = spot_fined(Some(150), |facts| facts.handed_over = HandedOver::Refused { witness });
    bench.does(CHEN, ON, act.clone());
    assert!(act.summary(Lang::Zh).contains("拒绝签收，见证人：社区干部蒋某"));
    let case = bench.case();
    let served = case.track(SHOP).unwrap().progress.served().unwrap();
    assert_eq!((served.served.on, served.served.service.method.word()), (day(ON), "left"));
    assert_eq!(clock(&bench, Clock::Pay).unwrap().deadline.last_day, day("2026-04-03"));
}

#[test]
fn what_the_party_said_stands_in_the_record() {
    let act = spot(|facts| {
        facts.heard = SpotDefence::Said {
            arguments: note("台账在会计处"),
            accepted: false,
            reasons: note("当场未能提供"),
        };
    });
    let words = act.summary(Lang::Zh);
    assert!(words.ends_with("当事人陈述：台账在会计处（不予采纳：当场未能提供）"), "{words}");
    assert_eq!(refusal_of(&act), None);
}

#[test]
fn the_officers_report_within_two_working_days_and_once() {
    // Decided on Thursday 19 March 2026.
    let mut bench = penalised_on_the_spot(Some(150));
    let report = clock(&bench, Clock::ReportPenalty).unwrap();
    assert_eq!((report.state, report.deadline.last_day), (ClockState::Running, day("2026-03-23")));
    let todo_now = |bench: &Bench| todo(&bench.case(), &bench.context(CHEN)).unwrap().act;
    assert_eq!(todo_now(&bench), ActKind::ReportOnTheSpot);
    bench.does(CHEN, "2026-03-20", pay(150)).does(CHEN, "2026-03-20", report_spot());
    let report = clock(&bench, Clock::ReportPenalty).unwrap();
    assert_eq!(report.state, ClockState::Met { on: day("2026-03-20") });
    assert_eq!(todo_now(&bench), ActKind::Close);
    assert_eq!(bench.refused(CHEN, "2026-03-20", &report_spot()), "done_already");
    assert!(!next(&bench.case(), &bench.context(CHEN)).iter().any(|one| one.act == ActKind::ReportOnTheSpot));
}

#[test]
fn neither_the_ninety_days_nor_the_term_to_serve_run() {
    let bench = penalised_on_the_spot(Some(150));
    let running: Vec<Clock> =
        clocks(&bench.case(), &bench.context(CHEN)).into_iter().map(|one| one.clock).collect();
    assert_eq!(running, [Clock::ReportPenalty, Clock::Pay, Clock::CourtUnused, Clock::Reconsider]);
}

#[test]
fn thirteen_an_on_the_spot_decision_never_offers_a_direct_suit() {
    let decided = |bench: &Bench| bench.case().track(SHOP).unwrap().progress.decided().unwrap().clone();
    let remedy = decided(&penalised_on_the_spot(Some(150))).remedy_ways();
    assert_eq!(remedy, Some(RemedyWays::ReconsiderationFirst));
    let words = RemedyWays::ReconsiderationFirst.sentence(Lang::Zh);
    assert!(words.contains("应当先申请行政复议") && words.contains("六十日"), "{words}");
    assert!(!words.contains("六个月"), "{words}");
    let clocks = clocks(&penalised_on_the_spot(Some(150)).case(), &Bench::new(ON).context(CHEN));
    assert!(clocks.iter().all(|one| one.clock.word() != "sue"), "no term to sue runs beside it");
    assert_eq!(decided(&served(None)).remedy_ways(), Some(RemedyWays::ReconsiderationOrSuit));
    let before = Decided { on: day("2023-12-31"), ..decided(&penalised_on_the_spot(None)) };
    assert_eq!(
        before.remedy_ways(),
        Some(RemedyWays::ReconsiderationOrSuit),
        "before the revision either was open"
    );
}

#[test]
fn the_act_survives_its_storage() {
    let act = spot_fined(Some(150), |facts| {
        facts.heard =
            SpotDefence::Said { arguments: note("已改"), accepted: true, reasons: note("从轻") };
    });
    let written = serde_json::to_string(&act).unwrap();
    assert_eq!(serde_json::from_str::<Act>(&written).unwrap(), act);
}

#[test]
fn it_takes_a_number_of_its_own_and_the_cases_when_it_begins_one() {
    let mut act = spot(|_| {});
    assert_eq!(act.takes_numbers(true), [NumberWord::Case, NumberWord::OnTheSpot]);
    assert_eq!(act.takes_numbers(false), [NumberWord::OnTheSpot]);
    act.give_number(NumberWord::OnTheSpot, &number("道商", NumberWord::OnTheSpot, 2026, 5));
    act.give_number(NumberWord::Case, "道商案〔2026〕9号");
    let event = Event { seq: 1, act, on: day(ON), at: Instant(0), by: CHEN, entry: Entry::default() };
    let case = Case::of(&[event]).unwrap();
    assert_eq!(case.clue.number.as_deref(), Some("道商案〔2026〕9号"));
    let decided = case.track(SHOP).unwrap().progress.decided().unwrap();
    assert_eq!(decided.number.as_deref(), Some("道商当罚〔2026〕5号"));
}

#[test]
fn the_steps_that_it_skips_do_not_apply() {
    let bench = penalised_on_the_spot(None);
    let state =
        |stage| steps(&bench.case(), Some(SHOP)).into_iter().find(|one| one.stage == stage).unwrap().state;
    for stage in [Stage::Clue, Stage::Filed, Stage::Investigating, Stage::Concluded, Stage::Notified] {
        assert_eq!(state(stage), StepState::NotApplicable, "{stage:?}");
    }
    assert_eq!((state(Stage::Decided), state(Stage::Served)), (StepState::Done, StepState::Now));
}

#[test]
fn it_left_the_house_and_is_corrected_instead_of_taken_back() {
    let mut bench = penalised_on_the_spot(None);
    let event = bench.events[0].clone();
    let refused = bench.case().take_back(CHEN, event.at).unwrap_err();
    assert_eq!(refused.code, RefusalCode::LeftTheHouse { act: ActKind::PenaliseOnTheSpot });
    let new = spot(|facts| facts.facts = note("现场未见进货台账"));
    bench.does(
        CHEN,
        "2026-03-20",
        Act::Correct(Correct {
            seq: 1,
            old_on: event.on,
            new_on: event.on,
            old: Box::new(event.act.clone()),
            new: Box::new(new),
            reason: note("笔误"),
        }),
    );
    assert_eq!(bench.case().clue.suspicion, note("现场未见进货台账"));
}

/// A clue with three suspects, of whom the first is penalised on the spot.
fn one_of_three_suspects() -> Bench {
    let mut bench = Bench::new("2026-03-18");
    let named = [(SHOP, "oil-v08@2021"), (BOSS, super::held::SEIZABLE), (SELLER, "oil-v08@2021")];
    let parties = named.map(|(id, violation)| party(id, violation)).to_vec();
    let told = match clue() {
        Act::RegisterClue(facts) => Act::RegisterClue(RegisterClue { parties, ..facts }),
        other => other,
    };
    bench.does(CHEN, "2026-03-18", told).does(CHEN, ON, spot_fined(Some(1000), |_| {}));
    bench
}

fn spot_against(id: crate::id::PartyId) -> Act {
    spot(|facts| facts.party = party(id, "oil-v08@2021"))
}

fn filing_against(id: crate::id::PartyId) -> Act {
    Act::File(File { parties: vec![party(id, "oil-v08@2021")], officers: officers() })
}

fn stages(bench: &Bench) -> Vec<Stage> {
    [SHOP, BOSS, SELLER].map(|id| bench.case().track(id).unwrap().progress.stage()).to_vec()
}

#[test]
fn the_other_suspects_of_a_clue_stay_suspected_and_the_case_stays_on_the_work_list() {
    let mut bench = one_of_three_suspects();
    assert_eq!(stages(&bench), [Stage::Served, Stage::Clue, Stage::Clue]);
    bench.does(CHEN, "2026-03-20", report_spot()).does(CHEN, "2026-03-26", pay(1000));
    let close_one = |party| Act::Close(Close { party: Some(party), summary: note("已办结") });
    bench.does(ZHOU_HEAD, "2026-03-27", close());
    assert_eq!((bench.case().stage(), bench.case().closed_on()), (Stage::Clue, None));
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).map(|todo| todo.act), Some(ActKind::File));
    assert_eq!(clock(&bench, Clock::Verify).unwrap().state, ClockState::Running);
    assert!(clock(&bench, Clock::Decide).is_none(), "nobody was filed against");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-27", &close_one(BOSS)), "not_in_this_state");
    let refuse = RefuseFiling { ground: NonFilingGround::NoUnlawfulAct, reason: note("查无违法事实") };
    bench.does(ZHOU_HEAD, "2026-03-27", Act::RefuseFiling(refuse));
    assert_eq!(stages(&bench), [Stage::Closed, Stage::NotFiled, Stage::NotFiled]);
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).map(|todo| todo.act), Some(ActKind::Close));
    bench.does(ZHOU_HEAD, "2026-03-27", close_one(BOSS)).does(ZHOU_HEAD, "2026-03-30", close_one(SELLER));
    assert_eq!(bench.case().closed_on(), Some(day("2026-03-30")));
    assert_eq!(bench.case().filings().len(), 1, "only the one penalised was taken up");
}

#[test]
fn each_suspect_is_penalised_on_the_spot_or_filed_against_for_itself_and_once() {
    let mut bench = one_of_three_suspects();
    assert_eq!(bench.refused(CHEN, ON, &spot_against(SHOP)), "missing_fact");
    assert_eq!(bench.refused(ZHOU_HEAD, ON, &filing_against(SHOP)), "missing_fact");
    bench.does(CHEN, "2026-03-20", spot_against(BOSS));
    assert_eq!(stages(&bench), [Stage::Served, Stage::Served, Stage::Clue]);
    bench.does(CHEN, "2026-03-20", record_of(RecordKind::Inspection));
    assert!(bench.case().records[0].before_filing);
    bench.does(ZHOU_HEAD, "2026-03-23", filing_against(SELLER));
    assert_eq!(stages(&bench), [Stage::Served, Stage::Served, Stage::Filed]);
    let decide = clock(&bench, Clock::Decide).unwrap();
    assert_eq!((decide.party, decide.start), (Some(SELLER), day("2026-03-23")));
    assert_eq!(clock(&bench, Clock::Verify).unwrap().state, ClockState::Met { on: day("2026-03-23") });
    bench.does(CHEN, "2026-03-24", Act::AdoptRecords(AdoptRecords { records: vec![4] }));
    assert_eq!(stages(&bench), [Stage::Served, Stage::Served, Stage::Investigating]);
}

#[test]
fn who_is_filed_against_later_has_ninety_days_of_its_own() {
    let mut bench = one_of_three_suspects();
    bench.does(ZHOU_HEAD, "2026-03-20", filing_against(BOSS)).does(
        ZHOU_HEAD,
        "2026-03-25",
        filing_against(SELLER),
    );
    let started = |party| {
        let all = clocks(&bench.case(), &bench.context(CHEN));
        let of = |one: &CaseClock| one.clock == Clock::Decide && one.party == Some(party);
        all.into_iter().find(of).unwrap().start
    };
    assert_eq!((started(BOSS), started(SELLER)), (day("2026-03-20"), day("2026-03-25")));
}

#[test]
fn what_was_held_for_a_suspect_before_its_filing_is_filed_or_released_in_time() {
    let mut bench = one_of_three_suspects();
    let seized = super::held::seize_of(BOSS);
    bench.does(ZHOU_HEAD, "2026-03-20", seized);
    assert_eq!(clock(&bench, Clock::FileOrRelease).unwrap().state, ClockState::Running);
    bench.does(ZHOU_HEAD, "2026-03-23", filing_against(BOSS));
    let met = ClockState::Met { on: day("2026-03-23") };
    assert_eq!(clock(&bench, Clock::FileOrRelease).unwrap().state, met);
}
