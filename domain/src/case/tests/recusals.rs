//! Recusal: row 6b and art. 43.

use rstest::rstest;

use super::bench::*;
use crate::Lang;
use crate::case::*;
use crate::role::Role;

fn other_officers() -> Officers {
    Officers { lead: CHEN, second: JIANG_ALL }
}

fn record_by(officers: Officers) -> Act {
    match record_of(RecordKind::Interview) {
        Act::Record(facts) => Act::Record(Record { officers, ..facts }),
        other => other,
    }
}

fn change(officers: Officers) -> Act {
    Act::ChangeOfficers(ChangeOfficers { officers, reason: note("回避") })
}

/// The second officer was challenged as event 4 on 6 March 2026 and stands aside.
fn granted() -> Bench {
    let mut bench = investigated("oil-v01@2021");
    bench.does(CHEN, "2026-03-06", ask_recusal(PAN)).does(ZHOU_HEAD, "2026-03-06", decide_recusal(4, true));
    bench
}

#[test]
fn the_investigation_goes_on_until_the_head_decides() {
    let mut bench = investigated("oil-v01@2021");
    bench.does(CHEN, "2026-03-06", ask_recusal(PAN)).does(PAN, "2026-03-09", record_by(officers()));
    let permit = bench.judge(CHEN, bench.today, &decide_recusal(4, true));
    assert_eq!(permit, Ok(Permit::Proposal { power: crate::role::Power::ApproveCases }));
    assert_eq!(bench.refused(CHEN, "2026-03-09", &ask_recusal(PAN)), "missing_fact");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &decide_recusal(4, true)), "before_its_cause");
}

#[test]
fn who_stands_aside_does_nothing_more_and_others_take_the_place() {
    let mut bench = granted();
    // What was done on the day itself stands.
    bench.does(CHEN, "2026-03-06", record_by(officers()));
    bench.today = day("2026-03-09");
    let refusal = bench.judge(CHEN, day("2026-03-09"), &record_by(officers())).unwrap_err();
    assert_eq!(refusal.code.word(), "two_officers");
    assert!(refusal.sentence(Lang::Zh).to_string().contains("盘××已经决定回避"));
    assert_eq!(bench.refused(PAN, "2026-03-09", &record_by(other_officers())), "no_right");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &change(officers())), "two_officers");
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::ChangeOfficers);
    bench.does(ZHOU_HEAD, "2026-03-09", change(other_officers())).does(
        CHEN,
        "2026-03-09",
        record_by(other_officers()),
    );
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::Conclude);
}

#[test]
fn a_refused_request_changes_nothing() {
    let mut bench = investigated("oil-v01@2021");
    bench
        .does(CHEN, "2026-03-06", ask_recusal(PAN))
        .does(ZHOU_HEAD, "2026-03-06", decide_recusal(4, false))
        .does(PAN, "2026-03-09", record_by(officers()))
        .does(CHEN, "2026-03-09", ask_recusal(PAN));
}

#[test]
fn a_reviewer_who_stands_aside_gives_no_review() {
    let mut bench = concluded(Some(3000));
    bench.does(CHEN, "2026-03-09", ask_recusal(LI_REVIEWER)).does(
        ZHOU_HEAD,
        "2026-03-09",
        decide_recusal(5, true),
    );
    bench.today = day("2026-03-10");
    assert_eq!(bench.refused(LI_REVIEWER, "2026-03-10", &review(Opinion::Agree)), "no_right");
    assert_eq!(bench.judge(JIANG_ALL, bench.today, &review(Opinion::Agree)), Ok(Permit::Event));
}

#[test]
fn a_host_who_stands_aside_is_replaced_before_the_hearing() {
    let mut bench = hearing_appointed();
    let seq = u32::try_from(bench.events.len()).unwrap() + 1;
    bench.does(CHEN, "2026-03-13", ask_recusal(TANG_READER)).does(
        ZHOU_HEAD,
        "2026-03-13",
        decide_recusal(seq, true),
    );
    bench.today = day("2026-03-16");
    assert_eq!(bench.refused(CHEN, "2026-03-16", &serve_hearing_notice()), "no_right");
    let again = |host| match appoint_hearing(host, "2026-03-31") {
        Act::AppointHearing(facts) => {
            Act::AppointHearing(AppointHearing { postponed: Some(note("主持人回避")), ..facts })
        }
        other => other,
    };
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-16", &again(TANG_READER)), "no_right");
    bench.does(ZHOU_HEAD, "2026-03-16", again(OU_UNQUALIFIED)).does(
        CHEN,
        "2026-03-16",
        serve_hearing_notice(),
    );
}

#[rstest]
#[case(ZHOU_HEAD)]
#[case(TANG_READER)]
#[case(crate::id::PersonId(uuid::Uuid::from_u128(99)))]
fn only_officers_reviewers_and_hosts_are_challenged(#[case] person: crate::id::PersonId) {
    let bench = investigated("oil-v01@2021");
    assert_eq!(bench.refused(CHEN, "2026-03-05", &ask_recusal(person)), "missing_fact");
}

#[test]
fn nobody_decides_on_his_own_recusal() {
    let mut bench = concluded(None);
    let head = bench.members.iter_mut().find(|member| member.person == LI_REVIEWER).unwrap();
    head.roles.push(Role::Head);
    bench.does(CHEN, "2026-03-09", ask_recusal(LI_REVIEWER));
    assert_eq!(bench.refused(LI_REVIEWER, "2026-03-09", &decide_recusal(5, false)), "no_right");
}

#[test]
fn also_what_is_on_its_way_elsewhere_sees_a_recusal() {
    let mut bench = investigated("oil-v01@2021");
    bench.does(ZHOU_HEAD, "2026-03-06", send(county())).does(CHEN, "2026-03-06", ask_recusal(PAN)).does(
        ZHOU_HEAD,
        "2026-03-09",
        decide_recusal(5, true),
    );
    assert!(bench.case().is_recused(PAN, day("2026-03-10")));
    assert!(!bench.case().is_recused(PAN, day("2026-03-09")));
}

#[test]
fn who_stands_aside_enters_nothing_under_an_earlier_day_either() {
    let mut bench = granted();
    bench.today = day("2026-03-25");
    let backdated = bench.judge(PAN, day("2026-03-06"), &record_by(officers())).unwrap_err();
    assert_eq!(backdated.code.word(), "no_right");
    bench.today = day("2026-03-06");
    assert_eq!(
        bench.refused(PAN, "2026-03-06", &record_by(other_officers())),
        "no_right",
        "on the day itself"
    );
}
