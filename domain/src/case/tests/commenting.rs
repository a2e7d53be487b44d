//! What colleagues say about a case, outside its dossier.

use uuid::Uuid;

use super::bench::*;
use crate::Instant;
use crate::Lang;
use crate::case::*;
use crate::id::PersonId;
use crate::role::Role;

const MONDAY: &str = "2026-03-09";

/// The second officer stands aside since 6 March 2026.
fn recused() -> Case {
    let mut bench = investigated("oil-v01@2021");
    bench.does(CHEN, "2026-03-06", ask_recusal(PAN)).does(ZHOU_HEAD, "2026-03-06", decide_recusal(4, true));
    bench.case()
}

#[test]
fn only_who_may_read_the_case_and_does_not_stand_aside_can_be_mentioned() {
    let case = recused();
    let can = |person, roles: &[Role]| case.may_be_mentioned(person, roles, CHEN);
    assert!(can(ZHOU_HEAD, &[Role::Head]));
    assert!(can(ZHOU_HEAD, &[Role::Reader]));
    assert!(!can(ZHOU_HEAD, &[]), "whoever has left");
    assert!(!can(ZHOU_HEAD, &[Role::BureauAdmin]), "an administrator reads no case");
    assert!(!can(PAN, &[Role::Officer]), "whoever stands aside");
    assert!(!can(CHEN, &[Role::Officer]), "oneself");
}

#[test]
fn whoever_is_named_with_an_at_sign_is_mentioned_by_the_longest_name_that_fits() {
    let id = |n| PersonId(Uuid::from_u128(n));
    let offered: Vec<(PersonId, String)> = [(1, "陈×"), (2, "陈××"), (3, "周××"), (4, "周××"), (5, "盘××")]
        .map(|(n, name)| (id(n), name.to_owned()))
        .into();
    let named = |text: &str| named_in(text, &offered).collect::<Vec<_>>();
    assert_eq!(named("@陈××请看检疫票"), [id(2)]);
    assert_eq!(named("＠陈×，@盘×× 一起"), [id(1), id(5)]);
    assert_eq!(named("@周×× 两位同名"), [id(3), id(4)]);
    assert_eq!(named("写信到 a@b.cn，没有陈××"), []);
    assert_eq!(named("@"), []);
    assert_eq!(named("@别人 @@盘××"), [id(5)]);
}

#[test]
fn a_name_that_goes_on_is_somebody_elses() {
    let id = |n| PersonId(Uuid::from_u128(n));
    let offered: Vec<(PersonId, String)> = [(1, "王伟"), (2, "欧阳小英"), (3, "盘大贵"), (4, "Li Na")]
        .map(|(n, name)| (id(n), name.to_owned()))
        .into();
    let named = |text: &str| named_in(text, &offered).collect::<Vec<_>>();
    for other in ["@王伟明", "@王伟明请看", "请 @王伟东 来", "@Li Nana"] {
        assert_eq!(named(other), [], "{other}");
    }
    for own in
        ["@王伟", "@王伟 明天看", "@王伟，明天看", "@王伟\n明天看", "@王伟请看", "@王伟：看", "@王伟2号"]
    {
        assert_eq!(named(own), [id(1)], "{own}");
    }
    assert_eq!(named("@盘大贵明天看，@欧阳小英也看，@Li Na看"), [id(2), id(3), id(4)]);
    let with_him: Vec<_> = offered.into_iter().chain([(id(5), "王伟明".to_owned())]).collect();
    assert_eq!(named_in("@王伟明天看", &with_him).collect::<Vec<_>>(), [id(5)]);
}

#[test]
fn a_comment_mentions_only_who_is_offered_and_not_too_many() {
    let case = recused();
    let judge =
        |author, mentioned: &[PersonId], offered: &[PersonId]| case.judge_comment(author, mentioned, offered);
    assert_eq!(judge(CHEN, &[], &[]), Ok(()));
    assert_eq!(judge(CHEN, &[ZHOU_HEAD], &[ZHOU_HEAD]), Ok(()));
    assert_eq!(judge(CHEN, &[ZHOU_HEAD, PAN], &[ZHOU_HEAD]), Err(CommentFault::NotOffered));
    assert_eq!(judge(PAN, &[], &[]), Err(CommentFault::Recused));
    let many: Vec<PersonId> = (0..21).map(|nth| PersonId(Uuid::from_u128(nth))).collect();
    assert_eq!(judge(CHEN, &many[..20], &many), Ok(()));
    assert_eq!(judge(CHEN, &many, &many), Err(CommentFault::TooMany));
}

#[test]
fn a_case_that_has_ended_is_still_talked_about() {
    let mut bench = investigated("oil-v01@2021");
    let reason = WithdrawalGround::ALL[0];
    let withdraw =
        Act::Withdraw(Withdraw { parties: vec![SHOP], ground: reason, reason: note("主体已注销") });
    bench.does(ZHOU_HEAD, MONDAY, withdraw);
    let case = bench.case();
    assert_eq!(case.stage(), Stage::Withdrawn);
    assert_eq!(case.judge_comment(CHEN, &[ZHOU_HEAD], &[ZHOU_HEAD]), Ok(()));
}

#[test]
fn a_comment_goes_again_within_ten_minutes() {
    let written = Instant(1_000_000);
    assert!(may_withdraw_comment(written, written.plus_millis(10 * 60_000)));
    assert!(!may_withdraw_comment(written, written.plus_millis(10 * 60_000 + 1)));
}

#[test]
fn its_words_are_bounded_and_faults_read_back() {
    assert!(CommentText::parse(&"字".repeat(2_000)).is_ok());
    assert_eq!(CommentText::parse(&"字".repeat(2_001)).unwrap_err().code(), "length");
    assert_eq!(CommentText::parse(" \n ").unwrap_err().code(), "missing");
    assert_eq!(CommentText::parse("a\u{7}b").unwrap_err().code(), "control_character");
    for fault in CommentFault::ALL {
        assert_eq!(CommentFault::from_code(fault.code()), Some(fault));
        assert_ne!(fault.message(Lang::Zh), fault.message(Lang::En));
    }
}
