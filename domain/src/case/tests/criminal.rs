//! Suspected crimes: rows 17, 17a and 17b, and the only pause of the time to decide.

use rstest::rstest;

use super::bench::*;
use super::held::*;
use super::spot::*;
use crate::Lang;
use crate::calendar::Clock;
use crate::case::*;
use crate::refusal::RefusalCode;
use crate::role::Power;

/// Reported as event 4 on Friday 6 March 2026 and approved on the same day.
fn approved() -> Bench {
    let mut bench = investigated("oil-v01@2021");
    bench.does(CHEN, "2026-03-06", report_crime()).does(YI_CHIEF, "2026-03-06", decide_crime(4, true));
    bench
}

/// Handed to the police on 7 March.
fn handed() -> Bench {
    let mut bench = approved();
    bench.does(CHEN, "2026-03-07", hand_to_police(4));
    bench
}

fn found(bench: &Bench, clock: Clock) -> Option<CaseClock> {
    clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == clock)
}

fn state(bench: &Bench, clock: Clock) -> ClockState {
    found(bench, clock).unwrap().state
}

fn stage(bench: &Bench) -> Stage {
    bench.case().stage()
}

#[test]
fn two_officers_report_and_only_the_chief_decides() {
    let mut bench = investigated("oil-v01@2021");
    bench.today = day("2026-03-06");
    let mut alone = report_crime();
    if let Act::ReportCrime(facts) = &mut alone {
        facts.officers.second = CHEN;
    }
    assert_eq!(bench.refused(CHEN, "2026-03-06", &alone), "two_officers");
    bench.does(CHEN, "2026-03-06", report_crime());
    assert_eq!(stage(&bench), Stage::Criminal);
    let decision = decide_crime(4, true);
    let officer = bench.judge(CHEN, bench.today, &decision);
    assert_eq!(officer, Ok(Permit::Proposal { power: Power::LeadCases }));
    let head = bench.judge(ZHOU_HEAD, bench.today, &decision).unwrap_err();
    assert_eq!(head.code, RefusalCode::NoRight { power: Power::LeadCases, of_the_case: false });
    assert!(head.sentence(Lang::Zh).to_string().contains("主要负责人"));
    assert_eq!(bench.judge(YI_CHIEF, bench.today, &decision), Ok(Permit::Event));
}

#[test]
fn whoever_reported_it_does_not_decide_on_it_as_chief() {
    let mut bench = investigated("oil-v01@2021");
    let chief = bench.members.iter_mut().find(|member| member.person == CHEN).unwrap();
    chief.roles.push(crate::role::Role::Chief);
    bench.does(CHEN, "2026-03-06", report_crime());
    assert_eq!(bench.refused(CHEN, "2026-03-06", &decide_crime(4, true)), "own_case");
}

#[test]
fn what_is_reported_waits_for_the_chief_and_nothing_else_moves_it() {
    let mut bench = investigated("oil-v01@2021");
    bench.does(CHEN, "2026-03-06", report_crime());
    let proposal = conclude(Outcome::Penalise(penalties(Some(3000))));
    assert_eq!(bench.refused(CHEN, "2026-03-06", &proposal), "not_in_this_state");
    assert_eq!(bench.refused(CHEN, "2026-03-06", &hand_to_police(4)), "missing_fact");
    let next_act = todo(&bench.case(), &bench.context(CHEN)).unwrap().act;
    assert_eq!(next_act, ActKind::DecideCrime);
    // Three calendar days, not working days: Friday to Monday.
    let clock = found(&bench, Clock::CriminalDecide).unwrap();
    assert_eq!((clock.state, clock.deadline.last_day), (ClockState::Running, day("2026-03-09")));
    assert_eq!(state(&bench, Clock::Decide), ClockState::Running);
}

#[rstest]
fn the_chief_refuses_and_the_case_stands_where_it_stood(
    #[values(Stage::Investigating, Stage::Concluded, Stage::Notified)] left: Stage,
) {
    let mut bench = match left {
        Stage::Investigating => investigated("oil-v01@2021"),
        Stage::Concluded => concluded(Some(3000)),
        _ => notified(Some(3000)),
    };
    let (before, seq) = (bench.case(), u32::try_from(bench.events.len()).unwrap() + 1);
    bench.does(CHEN, "2026-03-11", report_crime()).does(YI_CHIEF, "2026-03-12", decide_crime(seq, false));
    let case = bench.case();
    assert_eq!(case.track(SHOP).unwrap().progress, before.track(SHOP).unwrap().progress);
    assert_eq!(state(&bench, Clock::CriminalDecide), ClockState::Met { on: day("2026-03-12") });
    // What follows does not lie before the refusal.
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-11", &withdraw()), "before_its_cause");
    bench.does(ZHOU_HEAD, "2026-03-12", withdraw());
}

#[test]
fn the_hand_over_has_twenty_four_hours_and_rest_days_count() {
    let mut bench = approved();
    let clock = found(&bench, Clock::CriminalHandOver).unwrap();
    // Approved on a Friday: Saturday is the last and the acting day.
    assert_eq!(clock.deadline.last_day, day("2026-03-07"));
    assert_eq!(clock.deadline.acting_day, day("2026-03-07"));
    let untold = match hand_to_police(4) {
        Act::HandToPolice(facts) => Act::HandToPolice(HandToPolice { party_told: false, ..facts }),
        other => other,
    };
    assert_eq!(bench.refused(CHEN, "2026-03-06", &untold), "missing_fact");
    bench.does(CHEN, "2026-03-07", hand_to_police(4));
    assert_eq!(state(&bench, Clock::CriminalHandOver), ClockState::Met { on: day("2026-03-07") });
    let police = found(&bench, Clock::PoliceAnswer).unwrap();
    assert_eq!((police.state, police.deadline.last_day), (ClockState::Running, day("2026-03-10")));
    assert_eq!(waits(&bench.case(), &bench.context(CHEN)), [Wait::Police { until: day("2026-03-10") }]);
}

#[test]
fn approved_in_the_afternoon_the_hours_end_in_the_next_afternoon() {
    let mut bench = investigated("oil-v01@2021");
    bench.does(CHEN, "2026-03-06", report_crime());
    let at = crate::Instant::of_shanghai(day("2026-03-06").and_hms_opt(16, 20, 0).unwrap());
    bench.does(YI_CHIEF, "2026-03-06", decide_crime(4, true));
    bench.events.last_mut().unwrap().at = at;
    assert_eq!(bench.case().crimes[0].approved.unwrap().at, at);
}

#[test]
fn five_the_days_with_the_police_are_the_only_pause() {
    let mut bench = Bench::new("2026-07-06");
    bench.does(CHEN, "2026-07-06", clue()).does(ZHOU_HEAD, "2026-07-06", file("oil-v01@2021")).does(
        CHEN,
        "2026-07-07",
        record_of(RecordKind::Inspection),
    );
    let clock = found(&bench, Clock::Decide).unwrap();
    assert_eq!(clock.deadline.last_day, day("2026-10-04"));
    bench.does(CHEN, "2026-07-31", report_crime()).does(YI_CHIEF, "2026-08-03", decide_crime(4, true)).does(
        CHEN,
        "2026-08-03",
        hand_to_police(4),
    );
    // Only now does it stand still: report and approval were the bureau's own days.
    assert_eq!(state(&bench, Clock::Decide), ClockState::Ended { on: day("2026-08-03") });
    let back = PoliceReply::HandedBack { fined: false };
    bench.does(CHEN, "2026-08-10", police_reply(4, back));
    let clock = found(&bench, Clock::Decide).unwrap();
    assert_eq!(clock.state, ClockState::Running);
    assert_eq!(clock.deadline.last_day, day("2026-10-11"));
    assert_eq!(clock.deadline.acting_day, day("2026-10-10"));
    assert_eq!(stage(&bench), Stage::Investigating);
    bench.does(CHEN, "2026-08-10", conclude(Outcome::Penalise(penalties(None))));
}

#[test]
fn a_refusal_of_the_police_is_contested_twice_and_the_bureau_goes_on() {
    let mut bench = handed();
    bench.does(CHEN, "2026-03-10", police_reply(4, PoliceReply::NotFiled));
    assert_eq!(state(&bench, Clock::PoliceReconsider), ClockState::Running);
    assert_eq!(found(&bench, Clock::PoliceReconsider).unwrap().deadline.last_day, day("2026-03-13"));
    // The police have answered: the bureau's own time runs again, less the three days.
    assert_eq!(state(&bench, Clock::Decide), ClockState::Running);
    bench.does(CHEN, "2026-03-12", contest(4, ContestBefore::Police));
    assert_eq!(state(&bench, Clock::Decide), ClockState::Ended { on: day("2026-03-07") });
    assert_eq!(bench.refused(CHEN, "2026-03-12", &resume_case(4)), "missing_fact");
    bench.does(CHEN, "2026-03-15", police_reply(4, PoliceReply::NotFiled));
    assert_eq!(bench.refused(CHEN, "2026-03-15", &contest(4, ContestBefore::Police)), "done_already");
    assert_eq!(found(&bench, Clock::Procuratorate).unwrap().deadline.last_day, day("2026-03-18"));
    bench.does(CHEN, "2026-03-16", contest(4, ContestBefore::Procuratorate)).does(
        CHEN,
        "2026-03-20",
        police_reply(4, PoliceReply::NotFiled),
    );
    assert_eq!(bench.refused(CHEN, "2026-03-20", &contest(4, ContestBefore::Procuratorate)), "missing_fact");
    bench.does(CHEN, "2026-03-23", resume_case(4));
    assert_eq!(stage(&bench), Stage::Investigating);
    // From the 7th to the last refusal on the 20th: thirteen days; the bureau's own delay does not count.
    let decide = found(&bench, Clock::Decide).unwrap().deadline.last_day;
    assert_eq!(decide, day("2026-03-04") + chrono::Days::new(90 + 13));
}

#[test]
fn the_police_file_take_the_goods_and_the_case_closes() {
    let mut bench = handed();
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-07", &close()), "missing_fact");
    bench.does(CHEN, "2026-03-10", police_reply(4, PoliceReply::Filed));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-10", &close()), "goods_undecided");
    let again = police_reply(4, PoliceReply::NotFiled);
    assert_eq!(bench.refused(CHEN, "2026-03-10", &again), "done_already");
    assert_eq!(found(&bench, Clock::GoodsToPolice).unwrap().deadline.last_day, day("2026-03-13"));
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::HandGoods);
    bench.does(CHEN, "2026-03-12", hand_goods(4));
    assert_eq!(state(&bench, Clock::GoodsToPolice), ClockState::Met { on: day("2026-03-12") });
    bench.does(ZHOU_HEAD, "2026-03-13", close());
    assert_eq!(stage(&bench), Stage::Closed);
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::Archive);
    let bar = steps(&bench.case(), Some(SHOP));
    let told = bar.iter().find(|step| step.stage == Stage::Notified).unwrap();
    assert_eq!(told.state, StepState::NotApplicable);
}

#[test]
fn goods_that_went_with_the_letter_are_not_asked_for_again() {
    let mut bench = approved();
    let with_goods = match hand_to_police(4) {
        Act::HandToPolice(facts) => Act::HandToPolice(HandToPolice { goods: true, ..facts }),
        other => other,
    };
    bench.does(CHEN, "2026-03-07", with_goods).does(CHEN, "2026-03-10", police_reply(4, PoliceReply::Filed));
    assert_eq!(found(&bench, Clock::GoodsToPolice), None);
    assert_eq!(bench.refused(CHEN, "2026-03-10", &hand_goods(4)), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-03-11", close());
}

#[test]
fn a_case_closed_with_the_police_comes_back_and_no_fine_follows_a_criminal_fine() {
    let mut bench = handed();
    bench
        .does(CHEN, "2026-03-10", police_reply(4, PoliceReply::Filed))
        .does(CHEN, "2026-03-10", hand_goods(4))
        .does(ZHOU_HEAD, "2026-03-11", close())
        .does(CHEN, "2026-06-11", police_reply(4, PoliceReply::HandedBack { fined: true }));
    assert_eq!(stage(&bench), Stage::Investigating);
    bench
        .does(CHEN, "2026-06-12", conclude(Outcome::Penalise(penalties(Some(3000)))))
        .does(ZHOU_HEAD, "2026-06-12", approve_notice())
        .does(CHEN, "2026-06-12", serve_notice());
    let on = "2026-06-24";
    bench.today = day(on);
    let fine = decide(penalties(Some(3000)));
    assert_eq!(bench.refused(ZHOU_HEAD, on, &fine), "criminal_fined");
    let sentence = bench.judge(ZHOU_HEAD, day(on), &fine).unwrap_err().sentence(Lang::Zh).to_string();
    assert!(sentence.contains("第三十五条"), "{sentence}");
    bench.does(ZHOU_HEAD, on, decide(penalties(None)));
}

#[test]
fn a_clue_goes_to_the_police_comes_back_and_is_not_fined_on_the_spot() {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue()).does(CHEN, "2026-03-03", report_crime_of(Vec::new()));
    assert_eq!(stage(&bench), Stage::Criminal);
    let whole = |act: Act| match act {
        Act::DecideCrime(facts) => Act::DecideCrime(DecideCrime { parties: Vec::new(), ..facts }),
        Act::HandToPolice(facts) => Act::HandToPolice(HandToPolice { parties: Vec::new(), ..facts }),
        Act::RecordPoliceReply(facts) => {
            Act::RecordPoliceReply(RecordPoliceReply { parties: Vec::new(), ..facts })
        }
        other => other,
    };
    let back = police_reply(2, PoliceReply::HandedBack { fined: true });
    bench
        .does(YI_CHIEF, "2026-03-03", whole(decide_crime(2, true)))
        .does(CHEN, "2026-03-03", whole(hand_to_police(2)))
        .does(CHEN, "2026-03-05", whole(back));
    assert_eq!(stage(&bench), Stage::Clue);
    assert_eq!(bench.refused(CHEN, "2026-03-04", &spot(|_| {})), "before_its_cause");
    assert_eq!(bench.refused(CHEN, "2026-03-05", &spot_fined(Some(150), |_| {})), "criminal_fined");
    bench.does(CHEN, "2026-03-05", spot_fined(None, |_| {}));
}

#[rstest]
fn where_a_decision_was_made_the_state_stays_and_the_decision_stays_in_force(
    #[values(Stage::Decided, Stage::Served, Stage::Closed)] at: Stage,
) {
    let mut bench = match at {
        Stage::Decided => decided(Some(3000)),
        Stage::Served => served(Some(3000)),
        _ => {
            let mut bench = served(None);
            bench.does(ZHOU_HEAD, "2026-03-20", close());
            bench
        }
    };
    bench.does(CHEN, "2026-03-20", publish(Publicity::Published));
    let (before, seq) = (bench.case(), u32::try_from(bench.events.len()).unwrap() + 1);
    bench
        .does(CHEN, "2026-03-23", report_crime())
        .does(YI_CHIEF, "2026-03-23", decide_crime(seq, true))
        .does(CHEN, "2026-03-24", hand_to_police(seq));
    assert_eq!(bench.refused(CHEN, "2026-03-24", &report_crime()), "missing_fact");
    assert_eq!(bench.case().body, before.body);
    assert_eq!(state(&bench, Clock::Decide), ClockState::Met { on: day("2026-03-18") });
    if at == Stage::Served {
        bench.does(CHEN, "2026-03-24", pay(3000)).does(ZHOU_HEAD, "2026-03-25", close());
    }
    if bench.case().stage() == Stage::Closed {
        // Closed, and still in the work list until the police have answered.
        assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::RecordPoliceReply);
    }
    bench.does(CHEN, "2026-03-26", police_reply(seq, PoliceReply::Filed));
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::HandGoods);
    assert_eq!(found(&bench, Clock::Decide).unwrap().deadline.last_day, day("2026-06-02"));
}

#[test]
fn a_case_closed_without_a_decision_is_not_reported() {
    let mut bench = investigated("oil-v01@2021");
    bench.does(ZHOU_HEAD, "2026-03-09", withdraw()).does(ZHOU_HEAD, "2026-03-10", close());
    assert_eq!(bench.refused(CHEN, "2026-03-10", &report_crime()), "missing_fact");
}

#[test]
fn of_two_parties_only_the_named_one_leaves_its_state() {
    let mut bench = Bench::new("2026-03-02");
    let parties = vec![party(SHOP, "oil-v01@2021"), party(BOSS, "oil-v01@2021")];
    bench
        .does(CHEN, "2026-03-02", clue())
        .does(ZHOU_HEAD, "2026-03-04", Act::File(File { parties, officers: officers() }))
        .does(CHEN, "2026-03-05", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-03-06", report_crime());
    let case = bench.case();
    assert_eq!(case.track(SHOP).unwrap().progress.stage(), Stage::Criminal);
    assert_eq!(case.track(BOSS).unwrap().progress.stage(), Stage::Investigating);
    assert_eq!(bench.refused(CHEN, "2026-03-06", &report_crime_of(Vec::new())), "missing_fact");
}

#[test]
fn what_went_to_the_police_is_not_taken_back_and_is_not_transferred_elsewhere() {
    let bench = handed();
    let refusal = bench.case().take_back(CHEN, crate::Instant(0)).unwrap_err();
    assert_eq!(refusal.code.word(), "left_the_house");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-07", &send(outside())), "not_in_this_state");
}

#[test]
fn what_is_seized_goes_to_the_police_with_the_case_and_its_measure_ends() {
    let mut bench = seized();
    let on = "2026-03-10";
    let transfer = bench.case().seq + 1;
    let in_force = |bench: &Bench| bench.case().measures.iter().any(Measure::is_open);
    bench.does(CHEN, on, report_crime()).does(YI_CHIEF, on, decide_crime(transfer, true)).does(
        CHEN,
        on,
        hand_to_police(transfer),
    );
    bench.does(CHEN, "2026-03-12", police_reply(transfer, PoliceReply::Filed));
    assert!(in_force(&bench), "it runs on until the police take the things");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-12", &close()), "goods_undecided");
    bench.does(CHEN, "2026-03-13", hand_goods(transfer));
    assert!(!in_force(&bench));
    bench.does(ZHOU_HEAD, "2026-03-13", close());
    assert_eq!(stage(&bench), Stage::Closed);
}

#[test]
fn who_works_on_a_case_that_is_with_the_police_can_change() {
    let mut bench = handed();
    let to = Officers { lead: CHEN, second: JIANG_ALL };
    let change = Act::ChangeOfficers(ChangeOfficers { officers: to, reason: note("人员调整") });
    bench.does(ZHOU_HEAD, "2026-03-09", change.clone());
    assert_eq!(bench.case().filing().unwrap().officers, to);
    assert_eq!(stage(&bench), Stage::Criminal);
    let mut unfiled = Bench::new("2026-03-06");
    unfiled.does(CHEN, "2026-03-05", clue()).does(CHEN, "2026-03-06", report_crime_of(vec![]));
    assert_eq!(stage(&unfiled), Stage::Criminal);
    assert_eq!(unfiled.refused(ZHOU_HEAD, "2026-03-06", &change), "not_in_this_state");
}
