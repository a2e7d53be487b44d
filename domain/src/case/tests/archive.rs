//! The archive: row 26 and its term.

use rstest::rstest;

use super::bench::*;
use crate::Lang;
use crate::calendar::Clock;
use crate::case::*;

/// Closed on Friday 20 March 2026 after a warning, and published on Monday; it was not discussed.
fn closed() -> Bench {
    let mut bench = served(None);
    bench.does(ZHOU_HEAD, "2026-03-20", close());
    bench.does(CHEN, "2026-03-23", publish(Publicity::Published));
    bench.today = day("2026-04-15");
    bench
}

/// Paid after a decision that the heads discussed, and closed.
fn discussed_and_closed() -> Bench {
    let mut bench = deliberated();
    bench.today = day("2026-04-30");
    bench.does(ZHOU_HEAD, "2026-04-01", decide(penalties(Some(25_000))));
    bench.does(CHEN, "2026-04-02", serve());
    bench.does(CHEN, "2026-04-03", pay(25_000));
    bench.does(CHEN, "2026-04-03", publish(Publicity::Published));
    bench.does(ZHOU_HEAD, "2026-04-07", close());
    bench
}

fn found(bench: &Bench) -> Option<CaseClock> {
    clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == Clock::Archive)
}

fn term(bench: &Bench) -> CaseClock {
    found(bench).expect("the term to archive")
}

fn next_act(bench: &Bench) -> ActKind {
    todo(&bench.case(), &bench.context(CHEN)).unwrap().act
}

#[test]
fn a_closed_case_is_archived_within_thirty_days_by_the_archivist() {
    let mut bench = closed();
    let case = bench.case();
    let hand = in_hand(&case, &[], &bench.context(CHEN)).unwrap();
    assert_eq!((hand.0.act, hand.1), (ActKind::Archive, NextHand::Archivist));
    let running = term(&bench);
    assert_eq!((running.state, running.deadline.last_day), (ClockState::Running, day("2026-04-22")));
    for other in [CHEN, ZHOU_HEAD, LI_REVIEWER] {
        assert_eq!(bench.refused(other, "2026-03-30", &archive()), "no_right");
    }
    bench.does(GAO_ARCHIVIST, "2026-03-30", archive());
    let case = bench.case();
    assert_eq!((case.stage(), case.closed_on()), (Stage::Archived, Some(day("2026-03-20"))));
    assert_eq!(case.archived.as_ref().unwrap().number.as_str(), "DX-2026-CF-0018");
    assert_eq!(todo(&case, &bench.context(CHEN)), None);
    assert_eq!(term(&bench).state, ClockState::Met { on: day("2026-03-30") });
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-03-31", &archive()), "done_already");
}

#[test]
fn a_dossier_is_not_archived_before_its_publication_and_its_term_runs_from_there() {
    let mut bench = served(None);
    bench.does(ZHOU_HEAD, "2026-03-20", close());
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-03-20", &archive()), "do_first");
    assert_eq!(found(&bench), None);
    bench.does(CHEN, "2026-03-26", publish(Publicity::NotPublic));
    assert_eq!(term(&bench).start, day("2026-03-26"));
    bench.does(GAO_ARCHIVIST, "2026-03-26", archive());
}

#[test]
fn while_a_remedy_is_under_way_no_term_to_archive_runs_out() {
    let mut bench = closed();
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-04-15", "2026-06-15", RemedyOutcome::Upheld);
    let running = term(&bench);
    assert_eq!((running.start, running.state), (day("2026-06-15"), ClockState::Running));
    bench.today = day("2026-07-01");
    assert!(!running.is_missed(bench.today));
    let mut open = closed();
    let applied = register_remedy(&open);
    open.does(CHEN, "2026-04-15", applied);
    open.today = day("2026-06-01");
    assert_eq!(found(&open), None);
}

#[test]
fn while_a_decision_that_fell_is_public_its_dossier_waits() {
    let mut bench = closed();
    bench.does(ZHOU_HEAD, "2026-04-15", revoke_decision(Reviser::Bureau, None));
    assert_eq!((next_act(&bench), found(&bench)), (ActKind::Unpublish, None));
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-04-15", &archive()), "do_first");
    bench.does(CHEN, "2026-04-17", unpublish());
    assert_eq!((next_act(&bench), term(&bench).start), (ActKind::Archive, day("2026-04-17")));
    bench.does(GAO_ARCHIVIST, "2026-04-20", archive());
}

#[test]
fn what_is_contested_beside_the_decision_ends_before_the_archive() {
    let mut bench = investigated("oil-v01@2021");
    let order = record_of(RecordKind::RectificationOrder { by: day("2026-04-30") });
    bench.does(CHEN, "2026-03-06", order);
    let record = u32::try_from(bench.events.len()).unwrap();
    bench.does(ZHOU_HEAD, "2026-03-09", withdraw());
    let close = Act::Close(Close { party: Some(SHOP), summary: note("撤销立案") });
    bench.does(ZHOU_HEAD, "2026-03-10", close);
    assert_eq!(next_act(&bench), ActKind::Archive);
    let contest = Act::RegisterContest(RegisterContest {
        object: Contested::Order { record },
        remedy: RemedyKind::Reconsideration,
        organ: name("道县人民政府"),
        applied_on: day("2026-03-11"),
        accepted_on: None,
        simplified: false,
        stopped: false,
    });
    bench.does(CHEN, "2026-03-12", contest);
    let contested = u32::try_from(bench.events.len()).unwrap();
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-03-12", &archive()), "do_first");
    bench.does(CHEN, "2026-03-16", answer_contest(contested));
    assert_eq!((next_act(&bench), found(&bench)), (ActKind::EndContest, None));
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-03-16", &archive()), "do_first");
    bench.does(CHEN, "2026-05-11", end_contest(contested, RemedyOutcome::Upheld));
    assert_eq!((next_act(&bench), term(&bench).start), (ActKind::Archive, day("2026-05-11")));
    bench.does(GAO_ARCHIVIST, "2026-05-12", archive());
}

#[test]
fn while_the_police_are_silent_the_dossier_waits() {
    let mut bench = served(None);
    bench.does(CHEN, "2026-03-19", report_crime());
    let report = bench.case().crimes[0].seq;
    bench
        .does(YI_CHIEF, "2026-03-19", decide_crime(report, true))
        .does(CHEN, "2026-03-19", hand_to_police(report))
        .does(CHEN, "2026-03-19", publish(Publicity::Published))
        .does(ZHOU_HEAD, "2026-03-20", close());
    assert_eq!((bench.case().stage(), next_act(&bench)), (Stage::Closed, ActKind::RecordPoliceReply));
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-03-20", &archive()), "do_first");
    assert_eq!(found(&bench), None);
}

#[test]
fn whoever_archives_is_sent_to_whoever_does_what_comes_first() {
    let sent_to = |bench: &Bench, on| {
        let refusal = bench.judge(GAO_ARCHIVIST, day(on), &archive()).expect_err("something comes first");
        [Lang::Zh, Lang::En].map(|lang| refusal.sentence(lang).opens)
    };
    let mut unpublished = served(None);
    unpublished.does(ZHOU_HEAD, "2026-03-20", close());
    let by_officers = ["先由承办人办理这一步。", "That comes first, by the officers."];
    assert_eq!(sent_to(&unpublished, "2026-03-20"), by_officers);
    let mut fallen = closed();
    ruled(&mut fallen, RemedyKind::Reconsideration, "2026-04-15", "2026-06-15", RemedyOutcome::Revoked);
    let by_the_head = ["先由分管负责人或主要负责人办理这一步。", "That comes first, by head or chief."];
    assert_eq!(sent_to(&fallen, "2026-06-15"), by_the_head);
}

#[test]
fn only_what_is_closed_as_a_whole_and_not_before_that_day() {
    let mut bench = served(Some(3000));
    bench.today = day("2026-03-20");
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-03-20", &archive()), "not_in_this_state");
    bench = closed();
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-03-19", &archive()), "before_its_cause");
}

#[rstest]
#[case(|facts: &mut Archive| facts.complete = false)]
#[case(|facts: &mut Archive| facts.main_pages = 0)]
fn what_the_end_sheet_asks_for_must_be_there(#[case] change: fn(&mut Archive)) {
    assert_eq!(closed().refused(GAO_ARCHIVIST, "2026-03-30", &archive_as(change)), "missing_fact");
}

#[test]
fn what_the_heads_discussed_is_kept_for_good_and_other_cases_thirty_years() {
    let for_years = || archive_as(|facts| facts.keeping = Keeping::ThirtyYears);
    let mut weighty = discussed_and_closed();
    assert_eq!(weighty.refused(GAO_ARCHIVIST, "2026-04-10", &for_years()), "missing_fact");
    weighty.does(GAO_ARCHIVIST, "2026-04-10", archive());
    let mut light = closed();
    light.does(GAO_ARCHIVIST, "2026-03-30", for_years());
    assert_eq!(light.case().stage(), Stage::Archived);
}

#[test]
fn signed_sheets_that_are_out_and_a_remedy_under_way_come_first() {
    let mut bench = closed();
    bench.papers_out = vec!["道商罚决〔2026〕18号".to_owned(), "送达回证".to_owned()];
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-03-30", &archive()), "papers_out");
    bench.papers_out.clear();
    let applied = register_remedy(&bench);
    bench.does(CHEN, "2026-04-15", applied);
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-04-15", &archive()), "remedy_open");
}

#[test]
fn what_was_never_made_is_named_in_the_end_sheet() {
    let mut bench = closed();
    bench.papers_unmade = true;
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-03-30", &archive()), "missing_fact");
    let said = archive_as(|facts| facts.remark = Some(note("送达回证为纸质件，附第31页")));
    bench.does(GAO_ARCHIVIST, "2026-03-30", said);
    assert_eq!(bench.case().stage(), Stage::Archived);
}

#[test]
fn a_dossier_leaves_the_archive_when_its_decision_falls_to_be_made_anew_and_is_archived_again() {
    let mut bench = closed();
    bench.does(GAO_ARCHIVIST, "2026-03-30", archive());
    // What comes to a dossier in the archive leaves it there.
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-03-31", "2026-04-13", RemedyOutcome::Revoked);
    assert_eq!(bench.case().stage(), Stage::Archived);
    bench.does(ZHOU_HEAD, "2026-04-14", order_anew(Reviser::Government, FallGround::Procedure, None));
    assert_eq!((bench.case().stage(), bench.case().archived), (Stage::Investigating, None));
    assert!(clocks(&bench.case(), &bench.context(CHEN)).iter().all(|one| one.clock != Clock::Archive));
}

/// Closed, brought down in reconsideration, and the ruling taken away by a court on 15 June.
fn without_a_ruling() -> Bench {
    let mut bench = closed();
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-04-15", "2026-05-15", RemedyOutcome::Revoked);
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-05-20", "2026-06-15", RemedyOutcome::Revoked);
    bench.today = day("2026-06-15");
    bench
}

fn no_archive(bench: &Bench, on: &str) -> (String, Option<CaseClock>) {
    (bench.refused(GAO_ARCHIVIST, on, &archive()).to_owned(), found(bench))
}

#[test]
fn a_dossier_waits_for_the_new_ruling_where_a_court_took_the_old_one_away() {
    let mut bench = without_a_ruling();
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)), None, "the government rules next");
    assert_eq!(no_archive(&bench, "2026-06-15"), ("remedy_open".to_owned(), None));
    let applied = register_remedy(&bench);
    bench.does(CHEN, "2026-06-16", applied);
    let answer = AnswerRemedy {
        party: SHOP,
        remedy: RemedyKind::Reconsideration,
        paper: note("行政复议答复书"),
        number: None,
    };
    bench.does(CHEN, "2026-06-18", Act::AnswerRemedy(answer));
    bench.today = day("2026-07-15");
    assert_eq!(next_act(&bench), ActKind::EndRemedy);
    assert_eq!(no_archive(&bench, "2026-06-18"), ("remedy_open".to_owned(), None));
    let end = EndRemedy {
        party: SHOP,
        outcome: RemedyOutcome::Upheld,
        paper: note("道政复决〔2026〕9号"),
        performance_until: None,
        against_ruling: false,
    };
    bench.does(CHEN, "2026-07-15", Act::EndRemedy(end));
    assert_eq!((next_act(&bench), term(&bench).start), (ActKind::Archive, day("2026-07-15")));
    bench.does(GAO_ARCHIVIST, "2026-07-16", archive());
}

#[test]
fn a_reconsideration_given_up_after_that_leaves_the_decision_as_it_was_made() {
    let mut bench = without_a_ruling();
    let given_up = RemedyOutcome::WithoutMerits;
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-06-16", "2026-06-29", given_up);
    assert_eq!(bench.case().track(SHOP).unwrap().fell(), None);
    assert_eq!(next_act(&bench), ActKind::Archive);
    bench.does(GAO_ARCHIVIST, "2026-06-30", archive());
}
