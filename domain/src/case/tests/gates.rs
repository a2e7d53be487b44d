//! The gates of the procedure, each by its refusal code.

use rstest::rstest;

use super::bench::*;
use crate::case::*;
use crate::catalogue::{BaseAmount, PartyKind, PenaltyKind};
use crate::id::PartyId;
use crate::refusal::{Refusal, RefusalCode};
use crate::value::Money;
use crate::{Day, Lang};

fn filing(change: impl FnOnce(&mut UnlawfulAct)) -> Act {
    let mut shop = party(SHOP, "oil-v01@2021");
    change(&mut shop.acts[0]);
    Act::File(File { parties: vec![shop], officers: officers() })
}

fn clue_only() -> Bench {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    bench
}

#[test]
fn the_day_is_neither_in_the_future_nor_before_its_cause() {
    let bench = clue_only();
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-03", &file("oil-v01@2021")), "in_the_future");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-01", &file("oil-v01@2021")), "before_its_cause");
}

#[test]
fn an_industry_of_another_authority_is_not_filed_and_the_sentence_names_who_has_it() {
    let bench = clue_only();
    let refusal = bench.judge(ZHOU_HEAD, bench.today, &file("oil-v05@2021")).unwrap_err();
    assert_eq!(refusal.code.word(), "no_power");
    assert!(refusal.sentence(Lang::Zh).to_string().contains("农业农村"));
}

#[test]
fn power_is_asked_again_on_the_day_of_the_decision() {
    let mut bench = notified(None);
    bench.today = day("2026-03-18");
    bench.grants[0].to = Some(day("2026-03-17"));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-18", &decide(penalties(None))), "no_power");
}

#[test]
fn a_place_in_another_county_is_not_ours_but_the_city_reaches_everywhere() {
    let bench = clue_only();
    let elsewhere = filing(|act| act.area = Some(431_125));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-02", &elsewhere), "not_our_area");
    let case = bench.case();
    let context = Context { area: Some(431_100), ..bench.context(ZHOU_HEAD) };
    let judge = Judge { case: Some(&case), on: bench.today, context };
    assert_eq!(judge.judge(&elsewhere, &Entry::default()), Ok(Permit::Event));
}

#[rstest]
#[case("2024-03-02", false, None)]
#[case("2024-03-01", false, Some("time_barred"))]
#[case("2021-08-02", true, None)]
#[case("2021-08-02", false, Some("time_barred"))]
fn two_years_and_five_where_harm_was_done(
    #[case] on: &str,
    #[case] harm_done: bool,
    #[case] code: Option<&str>,
) {
    let bench = clue_only();
    let act = filing(|act| {
        act.on = day(on);
        act.harm_done = harm_done;
    });
    let got = bench.judge(ZHOU_HEAD, bench.today, &act).err();
    assert_eq!(got.map(|refusal| refusal.code.word()), code);
}

#[test]
fn an_act_before_its_row_has_no_rule() {
    let bench = clue_only();
    let before = filing(|act| act.on = day("2021-07-31"));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-02", &before), "no_rule_in_force");
    let unknown = file("oil-v99@2021");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-02", &unknown), "no_rule_in_force");
}

#[test]
fn two_different_officers_with_certificates_of_the_day() {
    let bench = clue_only();
    let with = |second| {
        let officers = Officers { lead: CHEN, second };
        Act::File(File { parties: vec![party(SHOP, "oil-v01@2021")], officers })
    };
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-02", &with(CHEN)), "two_officers");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-02", &with(TANG_READER)), "two_officers");
    assert!(bench.judge(ZHOU_HEAD, bench.today, &with(HE_EXPIRED)).is_ok());
}

#[test]
fn a_record_without_certificates_shown_or_rights_told_is_none() {
    let bench = clue_only();
    let Act::Record(record) = record_of(RecordKind::Inspection) else { unreachable!() };
    let silent = Act::Record(Record { rights_told: false, ..record.clone() });
    assert_eq!(bench.refused(CHEN, "2026-03-02", &silent), "missing_fact");
    let hidden = Act::Record(Record { certificates_shown: false, ..record });
    assert_eq!(bench.refused(CHEN, "2026-03-02", &hidden), "missing_fact");
}

#[test]
fn a_reader_and_an_officer_of_another_case_have_no_right() {
    let bench = investigated("oil-v01@2021");
    let act = record_of(RecordKind::Interview);
    assert_eq!(bench.refused(TANG_READER, "2026-03-05", &act), "no_right");
    assert_eq!(bench.refused(JIANG_ALL, "2026-03-05", &act), "no_right");
}

#[test]
fn nobody_reviews_or_decides_his_own_case() {
    let mut bench = investigated("oil-v01@2021");
    let officers = Officers { lead: CHEN, second: JIANG_ALL };
    bench
        .does(ZHOU_HEAD, "2026-03-06", Act::ChangeOfficers(ChangeOfficers { officers, reason: note("调整") }))
        .does(CHEN, "2026-03-09", conclude(Outcome::Penalise(penalties(None))));
    assert_eq!(bench.refused(JIANG_ALL, "2026-03-09", &review(Opinion::Agree)), "own_case");
    let none = no_penalty(NoPenaltyGround::FactsNotEstablished);
    assert_eq!(bench.refused(JIANG_ALL, "2026-03-09", &none), "own_case");
    // An officer who has left the case is still not its judge.
    bench.does(
        ZHOU_HEAD,
        "2026-03-09",
        Act::ChangeOfficers(ChangeOfficers { officers: super::bench::officers(), reason: note("调整") }),
    );
    assert_eq!(bench.refused(JIANG_ALL, "2026-03-09", &none), "own_case");
}

#[test]
fn who_reviewed_does_not_decide_and_a_reviewer_is_qualified() {
    let mut bench = concluded(None);
    assert_eq!(bench.refused(OU_UNQUALIFIED, "2026-03-09", &review(Opinion::Agree)), "not_qualified");
    bench.does(JIANG_ALL, "2026-03-09", review(Opinion::Agree));
    let none = no_penalty(NoPenaltyGround::FactsNotEstablished);
    assert_eq!(bench.refused(JIANG_ALL, "2026-03-09", &none), "own_case");
}

fn concluding(violation: &str, change: impl FnOnce(&mut Penalties)) -> &'static str {
    let bench = investigated(violation);
    let mut told = penalties(Some(3000));
    change(&mut told);
    bench.refused(CHEN, "2026-03-05", &conclude(Outcome::Penalise(told)))
}

#[rstest]
#[case(499)]
#[case(30001)]
fn a_fine_outside_the_row_is_refused(#[case] yuan: i64) {
    assert_eq!(concluding("oil-v01@2021", |told| *told = penalties(Some(yuan))), "outside_range");
}

#[test]
fn a_row_whose_amount_is_unverified_allows_a_warning_but_no_fine() {
    assert_eq!(concluding("oil-v02@2021", |_| {}), "amount_unverified");
    let mut bench = investigated("oil-v02@2021");
    bench.does(CHEN, "2026-03-09", conclude(Outcome::Penalise(penalties(None))));
}

#[test]
fn a_multiple_needs_its_base_and_bounds_the_fine() {
    let without_warning = |told: &mut Penalties| told.acts[0].kinds.clear();
    assert_eq!(concluding("oil-v04@2021", without_warning), "missing_fact");
    let too_much = |told: &mut Penalties| {
        told.acts[0].kinds.clear();
        let base = Some(BaseAmount::Known(Money::yuan(900)));
        told.acts[0].fine = Some(Fine { amount: Money::yuan(2701), base });
    };
    assert_eq!(concluding("oil-v04@2021", too_much), "outside_range");
}

#[test]
fn a_kind_that_the_row_does_not_name_is_refused() {
    assert_eq!(concluding("oil-v04@2021", |_| {}), "not_in_the_row");
}

#[test]
fn gains_are_always_stated() {
    assert_eq!(concluding("oil-v01@2021", |told| told.acts[0].gains = Gains::NotStated), "gains_not_stated");
}

#[test]
fn a_fine_after_disobedience_needs_the_order_the_term_and_the_failed_re_inspection() {
    let mut bench = investigated("oil-v03@2021");
    let fine = conclude(Outcome::Penalise(penalties(Some(3000))));
    assert_eq!(bench.refused(CHEN, "2026-03-05", &fine), "correction_first");
    bench.does(CHEN, "2026-03-06", record_of(RecordKind::RectificationOrder { by: day("2026-03-13") }));
    bench.does(CHEN, "2026-03-13", record_of(RecordKind::ReInspection { put_right: false }));
    assert_eq!(bench.refused(CHEN, "2026-03-13", &fine), "correction_first");
    bench.does(CHEN, "2026-03-16", record_of(RecordKind::ReInspection { put_right: false }));
    bench.does(CHEN, "2026-03-16", fine);
}

#[test]
fn an_order_that_was_taken_away_in_reconsideration_opens_no_fine() {
    let mut bench = investigated("oil-v03@2021");
    bench.does(CHEN, "2026-03-06", record_of(RecordKind::RectificationOrder { by: day("2026-03-13") }));
    let order = u32::try_from(bench.events.len()).unwrap();
    bench.does(CHEN, "2026-03-09", contest_order(order, "2026-03-09"));
    bench.does(CHEN, "2026-03-16", record_of(RecordKind::ReInspection { put_right: false }));
    bench.does(CHEN, "2026-03-17", end_contest(order + 1, RemedyOutcome::Revoked));
    let fine = conclude(Outcome::Penalise(penalties(Some(3000))));
    assert_eq!(bench.refused(CHEN, "2026-03-17", &fine), "correction_first");
}

#[test]
fn an_order_to_one_party_opens_no_fine_against_another() {
    let mut bench = Bench::new("2026-03-02");
    let parties = vec![party(SHOP, "oil-v03@2021"), party(BOSS, "oil-v03@2021")];
    bench
        .does(CHEN, "2026-03-02", clue())
        .does(ZHOU_HEAD, "2026-03-04", Act::File(File { parties, officers: officers() }))
        .does(CHEN, "2026-03-05", record_of(RecordKind::Inspection));
    let to = |party: Option<PartyId>, kind: RecordKind| match record_of(kind) {
        Act::Record(record) => Act::Record(Record { party, ..record }),
        other => other,
    };
    let order = || RecordKind::RectificationOrder { by: day("2026-03-13") };
    bench.today = day("2026-03-06");
    assert_eq!(bench.refused(CHEN, "2026-03-06", &to(None, order())), "missing_fact", "to whom");
    let nobody = Some(PartyId(uuid::Uuid::from_u128(77)));
    assert_eq!(bench.refused(CHEN, "2026-03-06", &to(nobody, order())), "missing_fact");
    bench.does(CHEN, "2026-03-06", to(Some(BOSS), order()));
    bench.does(CHEN, "2026-03-16", to(Some(BOSS), RecordKind::ReInspection { put_right: false }));
    let fine = conclude(Outcome::Penalise(penalties(Some(3000))));
    assert_eq!(bench.refused(CHEN, "2026-03-16", &fine), "correction_first");
    bench.does(CHEN, "2026-03-16", to(Some(SHOP), RecordKind::RectificationOrder { by: day("2026-03-20") }));
    bench.does(CHEN, "2026-03-23", to(Some(SHOP), RecordKind::ReInspection { put_right: false }));
    bench.does(CHEN, "2026-03-23", fine);
}

#[test]
fn a_fine_after_a_warning_needs_the_clue_to_cite_it() {
    assert_eq!(concluding("oil-v06@2021", |_| {}), "correction_first");
}

#[test]
fn a_fine_that_the_row_makes_the_rule_is_left_out_only_with_a_ground() {
    assert_eq!(concluding("oil-v07@2021", |told| *told = penalties(None)), "missing_fact");
    let mut bench = investigated("oil-v07@2021");
    let mut told = penalties(None);
    told.acts[0].mitigation = Some(Mitigation::Confessed);
    bench.does(CHEN, "2026-03-09", conclude(Outcome::Penalise(told)));
}

#[test]
fn whether_it_was_done_in_the_area_is_said_and_not_supposed() {
    let mut bench = clue_only();
    let unsaid = filing(|act| act.area = None);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-02", &unsaid), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-03-02", filing(|_| {}));
}

#[test]
fn goods_are_confiscated_with_their_list_and_value() {
    let goods = |value| Some(Goods { value: Money::yuan(value), list: note("散装白酒 20 斤") });
    assert_eq!(concluding("oil-v01@2021", |told| told.acts[0].goods = goods(300)), "missing_fact");
    let kind = PenaltyKind::ConfiscationOfGoods;
    assert_eq!(concluding("oil-v01@2021", |told| told.acts[0].kinds.push(kind)), "not_in_the_row");
}

#[rstest]
#[case(PartyKind::SoleTrader, 999, None)]
#[case(PartyKind::SoleTrader, 1000, Some("hearing_right_missing"))]
#[case(PartyKind::Citizen, 1000, Some("hearing_right_missing"))]
#[case(PartyKind::Organisation, 19_999, None)]
#[case(PartyKind::Organisation, 20_000, Some("hearing_right_missing"))]
fn thresholds_follow_the_kind_of_party(
    #[case] kind: PartyKind,
    #[case] yuan: i64,
    #[case] code: Option<&str>,
) {
    let mut bench = clue_only();
    let shop = Party { kind, ..party(SHOP, "oil-v01@2021") };
    bench
        .does(ZHOU_HEAD, "2026-03-02", Act::File(File { parties: vec![shop], officers: officers() }))
        .does(CHEN, "2026-03-02", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-03-02", conclude(Outcome::Penalise(penalties(Some(yuan)))));
    let got = bench.judge(ZHOU_HEAD, bench.today, &approve_notice());
    assert_eq!(got.err().map(|refusal| refusal.code.word()), code);
}

#[test]
fn a_bureau_that_reviews_everything_notifies_only_what_was_agreed() {
    let mut bench = concluded(Some(3000));
    bench.settings.review_everything = true;
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &approve_notice()), "review_needed");
    bench.does(LI_REVIEWER, "2026-03-09", review(Opinion::Disagree));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &approve_notice()), "review_needed");
    bench.does(LI_REVIEWER, "2026-03-09", review(Opinion::Agree));
    bench.does(ZHOU_HEAD, "2026-03-09", approve_notice());
}

#[test]
fn a_decision_needs_a_served_notice_and_stays_at_or_below_it() {
    let bench = concluded(Some(3000));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &decide(penalties(Some(3000)))), "no_notice");
    let mut bench = notified(Some(3000));
    bench.today = day("2026-03-18");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-18", &decide(penalties(Some(3001)))), "new_notice_needed");
    bench.does(ZHOU_HEAD, "2026-03-18", decide(penalties(Some(2500))));
}

#[test]
fn a_defence_is_answered_before_anything_is_decided() {
    let mut bench = notified(None);
    let defence = ReceiveDefence { party: SHOP, arguments: note("请求从轻") };
    bench.does(CHEN, "2026-03-11", Act::ReceiveDefence(defence));
    bench.today = day("2026-03-20");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-20", &decide(penalties(None))), "defence_unanswered");
    let none = no_penalty(NoPenaltyGround::FactsNotEstablished);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-20", &none), "defence_unanswered");
}

#[test]
fn a_waiver_opens_the_decision_and_taking_it_back_shuts_it_again() {
    let mut bench = notified(None);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-10", &decide(penalties(None))), "defence_term_running");
    bench.does(CHEN, "2026-03-11", waive());
    assert!(bench.judge(ZHOU_HEAD, bench.today, &decide(penalties(None))).is_ok());
    bench.does(CHEN, "2026-03-12", Act::TakeBackWaiver(TakeBackWaiver { party: SHOP }));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-12", &decide(penalties(None))), "defence_term_running");
}

#[test]
fn what_another_case_has_fined_is_decided_without_a_fine() {
    let mut bench = notified(Some(600));
    bench.does(CHEN, "2026-03-11", waive());
    let act = bench.case().track(SHOP).unwrap().party.acts[0].clone();
    let number = Some("道商当罚〔2026〕2号".to_owned());
    bench.fined = vec![FinedAct { violation: act.violation, on: act.on, number }];
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-11", &decide(penalties(Some(600)))), "fined_before");
    assert!(bench.judge(ZHOU_HEAD, bench.today, &decide(penalties(None))).is_ok(), "a warning is no fine");
}

#[test]
fn a_decision_that_fell_has_fined_nobody() {
    let mut bench = served(Some(600));
    let fined = |bench: &Bench| bench.case().track(SHOP).unwrap().fined_acts().len();
    assert_eq!(fined(&bench), 1);
    bench.does(CHEN, "2026-04-20", register_remedy(&bench));
    let revoked = EndRemedy {
        party: SHOP,
        outcome: RemedyOutcome::Revoked,
        paper: note("复议决定书"),
        performance_until: None,
        against_ruling: false,
    };
    bench.does(CHEN, "2026-05-20", Act::EndRemedy(revoked));
    assert_eq!(fined(&bench), 0);
}

/// A clue from the re-inspection that found the warning of the bench not obeyed, filed and investigated.
fn refused_to_obey(warning: EarlierWarning) -> Bench {
    let mut bench = Bench::new("2026-04-20");
    let Act::RegisterClue(clue) = clue() else { unreachable!() };
    let source = ClueSource::ReInspection;
    let clue = Act::RegisterClue(RegisterClue { source, earlier_warning: Some(warning), ..clue });
    let Act::File(mut filed) = file("oil-v06@2021") else { unreachable!() };
    filed.parties[0].acts[0].on = day("2026-04-17");
    bench.does(CHEN, "2026-04-20", clue).does(ZHOU_HEAD, "2026-04-21", Act::File(filed)).does(
        CHEN,
        "2026-04-22",
        record_of(RecordKind::Inspection),
    );
    bench
}

/// A warning with an order to put right by 16 April, served on 19 March 2026.
fn warned() -> (Bench, EarlierWarning) {
    let mut told = penalties(None);
    told.putting_right = PuttingRight::Order { by: day("2026-04-16") };
    let mut bench = investigated("oil-v06@2021");
    bench
        .does(CHEN, "2026-03-09", conclude(Outcome::Penalise(told.clone())))
        .does(ZHOU_HEAD, "2026-03-10", approve_notice())
        .does(CHEN, "2026-03-10", serve_notice())
        .does(ZHOU_HEAD, "2026-03-18", decide(told))
        .does(CHEN, "2026-03-19", serve());
    let number = "道商罚决〔2026〕3号";
    for event in &mut bench.events {
        if let Act::Decide(decided) = &mut event.act {
            decided.number = Some(number.to_owned());
        }
    }
    let warning = bench.case().warning_of(SHOP, &bench.context(CHEN)).unwrap();
    assert_eq!(
        (warning.number.as_str(), warning.served_on, warning.order_by),
        (number, day("2026-03-19"), Some(day("2026-04-16")))
    );
    (bench, warning)
}

#[test]
fn a_warning_that_was_served_and_not_obeyed_opens_the_fine_in_a_case_of_its_own() {
    let (_, warning) = warned();
    let fine = conclude(Outcome::Penalise(penalties(Some(600))));
    let mut bench = refused_to_obey(warning.clone());
    bench.does(CHEN, "2026-04-23", fine.clone());
    // What was found while the order's term still ran is no refusal to obey it.
    let mut bench = refused_to_obey(EarlierWarning { order_by: Some(day("2026-04-17")), ..warning });
    bench.today = day("2026-04-23");
    assert_eq!(bench.refused(CHEN, "2026-04-23", &fine), "correction_first");
}

#[test]
fn a_warning_of_the_bureau_that_transferred_the_case_is_cited_by_the_receiver() {
    let (_, warning) = warned();
    let mut bench = refused_to_obey(warning);
    let transferred = TransferredIn {
        transfer: crate::id::TransferId(uuid::Uuid::from_u128(9)),
        from: name("宁远县商务局"),
        number: None,
        discovered: day("2026-04-18"),
        measures: Vec::new(),
    };
    let Act::RegisterClue(clue) = &mut bench.events[0].act else { unreachable!() };
    (clue.source, clue.transferred) = (ClueSource::TransferredIn, Some(transferred));
    bench.warned = vec![(SHOP, WarningStanding::NotHere)];
    let fine = conclude(Outcome::Penalise(penalties(Some(600))));
    bench.today = day("2026-04-23");
    assert_eq!(bench.judge(CHEN, bench.today, &fine), Ok(Permit::Event));
    bench.warned = vec![(SHOP, WarningStanding::OfAnother)];
    assert_eq!(bench.refused(CHEN, "2026-04-23", &fine), "warning_not_of_party");
}

#[rstest]
#[case(WarningStanding::OfAnother)]
#[case(WarningStanding::NotComparable)]
#[case(WarningStanding::NotHere)]
fn a_warning_that_is_not_known_to_be_the_partys_own_is_no_first_step(#[case] standing: WarningStanding) {
    let (_, warning) = warned();
    let mut bench = refused_to_obey(warning);
    let fine = conclude(Outcome::Penalise(penalties(Some(600))));
    bench.warned = vec![(SHOP, standing)];
    bench.today = day("2026-04-23");
    assert_eq!(bench.refused(CHEN, "2026-04-23", &fine), "warning_not_of_party");
    // Nobody asked: it is not known either.
    bench.warned.clear();
    assert_eq!(bench.refused(CHEN, "2026-04-23", &fine), "warning_not_of_party");
    bench.does(CHEN, "2026-04-23", conclude(Outcome::Penalise(penalties(None))));
}

#[test]
fn a_warning_that_was_revoked_is_no_first_step() {
    let (mut earlier, warning) = warned();
    let warned = |bench: &Bench| bench.case().warned(&warning.number, &bench.context(CHEN));
    assert_eq!(warned(&earlier), [SHOP]);
    earlier.does(CHEN, "2026-04-20", register_remedy(&earlier));
    let revoked = EndRemedy {
        party: SHOP,
        outcome: RemedyOutcome::Revoked,
        paper: note("复议决定书"),
        performance_until: None,
        against_ruling: false,
    };
    earlier.does(CHEN, "2026-05-20", Act::EndRemedy(revoked));
    assert!(warned(&earlier).is_empty() && earlier.case().warning_of(SHOP, &earlier.context(CHEN)).is_none());
    let mut bench = refused_to_obey(warning);
    bench.warned = vec![(SHOP, WarningStanding::Void)];
    bench.today = day("2026-04-23");
    let fine = conclude(Outcome::Penalise(penalties(Some(600))));
    assert_eq!(bench.refused(CHEN, "2026-04-23", &fine), "first_step_void");
    bench.does(CHEN, "2026-04-23", conclude(Outcome::Penalise(penalties(None))));
}

#[test]
fn a_place_elsewhere_is_filed_by_whom_the_city_designates() {
    let number = name("永商指管〔2026〕1号");
    let elsewhere = |cited: Option<&str>| {
        let Act::File(mut filed) = file("oil-v01@2021") else { unreachable!() };
        filed.parties[0].acts[0].area = Some(0);
        filed.parties[0].acts[0].designated_by = cited.map(name);
        Act::File(filed)
    };
    let mut bench = Bench::new("2026-03-05");
    bench.does(CHEN, "2026-03-05", clue());
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &elsewhere(None)), "not_our_area");
    let party = party(SHOP, "oil-v01@2021").name;
    bench.designations = vec![Designation { number: number.clone(), party: name("江华××屠宰点") }];
    let cited = elsewhere(Some(number.as_str()));
    assert_eq!(
        bench.refused(ZHOU_HEAD, "2026-03-05", &cited),
        "not_our_area",
        "an order about another party"
    );
    bench.designations = vec![Designation { number, party }];
    assert_eq!(
        bench.refused(ZHOU_HEAD, "2026-03-05", &elsewhere(None)),
        "not_our_area",
        "the order is cited"
    );
    let wrong = elsewhere(Some("永商指管〔2026〕2号"));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &wrong), "not_our_area");
    bench.does(ZHOU_HEAD, "2026-03-05", elsewhere(Some("永商指管〔2026〕1号")));
}

#[test]
fn a_first_time_ground_needs_the_search_for_earlier_decisions() {
    let bench = concluded(None);
    let act = no_penalty(NoPenaltyGround::FirstTimeSlightMended);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &act), "missing_fact");
}

#[test]
fn more_than_is_owed_cannot_be_paid() {
    let bench = served(Some(3000));
    assert_eq!(bench.refused(CHEN, "2026-03-19", &pay(3001)), "outside_range");
    assert_eq!(bench.refused(CHEN, "2026-03-19", &pay(0)), "missing_fact");
}

#[test]
fn a_late_entry_gives_its_reason_only_when_a_term_was_over() {
    let mut bench = clue_only();
    let judge = |bench: &Bench, on: Day| {
        let case = bench.case();
        let context = bench.context(CHEN);
        let judge = Judge { case: Some(&case), on, context };
        (judge.is_late(), judge.judge(&record_of(RecordKind::Inspection), &Entry::default()).is_err())
    };
    bench.today = day("2026-03-04");
    assert_eq!(judge(&bench, day("2026-03-02")), (false, false));
    bench.today = day("2026-03-05");
    assert_eq!(judge(&bench, day("2026-03-02")), (true, false));
    // Fifteen working days to verify from 2 March end on 23 March.
    bench.today = day("2026-03-24");
    assert_eq!(judge(&bench, day("2026-03-03")), (true, true));
}

#[test]
fn a_refusal_has_three_parts_in_both_languages() {
    let until = day("2026-11-27");
    let opens_on = day("2026-11-30");
    let refusal = Refusal::new(ActKind::Decide, RefusalCode::DefenceTermRunning { until, opens_on });
    assert_eq!(
        refusal.sentence(Lang::Zh).to_string(),
        "现在不能作出处罚决定：陈述申辩期至2026年11月27日 周五未满（行政处罚法第四十四条、第四十五条）。\
         2026年11月30日 周一起，或当事人书面放弃后，由承办人提请、负责人决定。"
    );
    assert!(refusal.sentence(Lang::En).opens.contains("Mon 30 Nov 2026"));
}
