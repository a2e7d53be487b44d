//! A decision as the public reads it, and its withdrawal.

use rstest::rstest;

use crate::case::tests::bench::*;
use crate::case::*;
use crate::catalogue::PartyKind;
use crate::id::PartyId;
use crate::open::*;
use crate::value::CreditCode;
use crate::{Day, Lang};

const TEXT: &str = "当事人未建立购销台账。";

fn published_here(text: &str) -> Act {
    let Act::Publish(facts) = publish(Publicity::Published) else { unreachable!() };
    Act::Publish(Publish { open: Some(note(text)), ..facts })
}

fn bureau(bench: &Bench) -> OpenBureau<'_> {
    OpenBureau { county: "道县", area: Some(DAOXIAN), catalogue: &bench.catalogue, members: &bench.members }
}

fn pages(bench: &Bench, party: PartyId) -> Vec<(PublicDecision, Option<Withdrawn>)> {
    let case = bench.case();
    let track = case.track(party).unwrap();
    let page =
        |one: &Publication| Some((PublicDecision::of(&case, track, one, &bureau(bench))?, one.withdrawn));
    track.publications.iter().filter_map(page).collect()
}

/// A case against a party of one's own making, decided on 2026-03-18.
fn decided_against(change: impl Fn(&mut Party)) -> Bench {
    let mut bench = decided(Some(3000));
    for event in &mut bench.events {
        if let Act::File(facts) = &mut event.act {
            change(&mut facts.parties[0]);
        }
    }
    bench
}

#[test]
fn a_publication_says_what_was_decided_in_the_words_of_the_catalogue() {
    let mut bench = decided_against(|party| {
        party.credit_code = Some(CreditCode::parse("91431124MA4L16JQ30").unwrap());
        party.representative = Some(name("欧阳修"));
        party.address = Some(note("道州北路66号"));
    });
    bench.does(CHEN, "2026-03-24", published_here(TEXT));
    let [(page, None)] = &pages(&bench, SHOP)[..] else { panic!("one page") };
    assert_eq!(
        (page.party.as_str(), page.violations(Lang::Zh)),
        ("道县××加油站有限公司", "未建立台账".to_owned())
    );
    assert_eq!(page.credit_code.as_deref(), Some("91431124MA4L16JQ30"));
    assert_eq!(page.in_charge.as_deref(), Some("欧阳某"));
    assert_eq!(page.acts[0].violation.zh, "未建立台账");
    assert_eq!(page.acts[0].county, "道县");
    assert!(page.penalty.pick(Lang::Zh).contains("罚款 3,000.00 元"), "{:?}", page.penalty);
    assert_eq!([page.decided_on, page.published_on], [day("2026-03-18"), day("2026-03-24")]);
    assert_eq!(page.text, TEXT);
    let all = serde_json::to_string(page).unwrap();
    assert!(!all.contains("北路") && !all.contains("修"), "{all}");
}

#[test]
fn a_citizen_is_named_by_the_family_name_and_a_shop_by_its_own() {
    let named = |kind, own: &str, operator: Option<&str>| {
        let mut bench = decided_against(|party| {
            (party.kind, party.name) = (kind, name(own));
            party.credit_code = Some(CreditCode::parse("92431124MA4L16JQ3W").unwrap());
            party.representative = operator.map(name);
        });
        bench.does(CHEN, "2026-03-24", published_here(TEXT));
        let (page, _) = pages(&bench, SHOP).remove(0);
        assert_eq!(page.credit_code, None);
        (page.party, page.in_charge)
    };
    let whole = |text: &str| Some(text.to_owned());
    assert_eq!(named(PartyKind::Citizen, "诸葛小明", None), ("诸葛某".to_owned(), None));
    assert_eq!(
        named(PartyKind::SoleTrader, "道县老何副食店", Some("何秀英")),
        ("道县老何副食店".to_owned(), whole("何某"))
    );
    // Without a name of its own a shop is its operator.
    assert_eq!(named(PartyKind::SoleTrader, "何秀英", Some("何秀英")), ("何某".to_owned(), None));
    assert_eq!(
        named(PartyKind::SoleTrader, "老何副食13800001234", Some("何秀英")),
        ("老何副食****".to_owned(), whole("何某"))
    );
}

#[rstest]
// Spaces and dots between the letters, other widths: the same person.
#[case(PartyKind::SoleTrader, "何 秀英", Some("何秀英"), "何某")]
#[case(PartyKind::SoleTrader, "阿卜杜拉•买买提", Some("阿卜杜拉·买买提"), "阿某")]
#[case(PartyKind::SoleTrader, "Ｊohn Smith", Some("John Smith"), "J某")]
// Nobody wrote down who its operator is, or somebody else leads it by now.
#[case(PartyKind::SoleTrader, "何秀英", None, "何某")]
#[case(PartyKind::SoleTrader, "何秀英", Some("盘小妹"), "何某")]
#[case(PartyKind::SoleTrader, "个体工商户何秀英", None, "何某")]
#[case(PartyKind::SoleTrader, "无字号（经营者：欧阳小英）", None, "欧阳某")]
#[case(PartyKind::SoleTrader, "何秀英（个体户）", Some("何秀英"), "何某")]
#[case(PartyKind::SoleTrader, "䶮小㴩", None, "䶮某")]
// What ends like an office, and is a person.
#[case(PartyKind::SoleTrader, "王知行", Some("盘小妹"), "王某")]
#[case(PartyKind::SoleTrader, "欧阳知行", None, "欧阳某")]
// A shop that came in without its code is taken for an organisation.
#[case(PartyKind::Organisation, "何秀英", None, "何某")]
#[case(PartyKind::Organisation, "何 秀 英", Some("何秀英"), "何某")]
fn a_shop_that_is_called_by_a_persons_name_is_hidden_like_that_person(
    #[case] kind: PartyKind,
    #[case] own: &str,
    #[case] operator: Option<&str>,
    #[case] public: &str,
) {
    let mut bench = decided_against(|party| {
        (party.kind, party.name) = (kind, name(own));
        party.representative = operator.map(name);
    });
    bench.does(CHEN, "2026-03-24", published_here(TEXT));
    let (page, _) = pages(&bench, SHOP).remove(0);
    assert_eq!((page.party.as_str(), page.in_charge), (public, None));
    // Nor may its text say the name.
    let mask = Mask::of(&bench.case(), &bench.members, u32::MAX);
    let said = format!("{own}承认");
    let text = mask.text(&said);
    assert!(text != said && text.contains(public) && mask.found(&text).is_empty(), "{text}");
}

#[rstest]
#[case(PartyKind::SoleTrader, "老何粉店")]
#[case(PartyKind::SoleTrader, "道县何秀英副食店")]
#[case(PartyKind::Organisation, "道县四马桥供销社")]
#[case(PartyKind::SoleTrader, "濂溪超市")]
#[case(PartyKind::SoleTrader, "濂溪人家")]
#[case(PartyKind::Organisation, "道县商会")]
#[case(PartyKind::Organisation, "兴旺商行")]
#[case(PartyKind::SoleTrader, "李氏茶行")]
#[case(PartyKind::SoleTrader, "万家超市")]
fn a_name_of_its_own_stays_whole(#[case] kind: PartyKind, #[case] own: &str) {
    for operator in [Some("何秀英"), None] {
        let mut bench = decided_against(|party| {
            (party.kind, party.name, party.representative) = (kind, name(own), operator.map(name));
        });
        bench.does(CHEN, "2026-03-24", published_here(TEXT));
        let (page, _) = pages(&bench, SHOP).remove(0);
        assert_eq!((page.party.as_str(), page.in_charge.as_deref()), (own, operator.map(|_| "何某")));
    }
}

#[test]
fn an_organisation_with_a_code_stays_whole_however_short_its_name() {
    let mut bench = decided_against(|party| {
        party.name = name("何家村");
        party.credit_code = Some(CreditCode::parse("91431124MA4L16JQ30").unwrap());
    });
    bench.does(CHEN, "2026-03-24", published_here(TEXT));
    assert_eq!(pages(&bench, SHOP).remove(0).0.party, "何家村");
}

#[test]
fn a_text_with_somebody_in_it_is_not_published() {
    let mut bench = decided_against(|party| party.representative = Some(name("何秀英")));
    bench.today = day("2026-03-24");
    for text in ["何秀英承认", "电话13800001234", "住红星路8号"] {
        let refused = published_here(text);
        assert_eq!(bench.refused(CHEN, "2026-03-24", &refused), "missing_fact", "{text}");
    }
    let Act::Publish(facts) = published_here(TEXT) else { unreachable!() };
    let not_public = Act::Publish(Publish { publicity: Publicity::NotPublic, ..facts });
    assert_eq!(bench.refused(CHEN, "2026-03-24", &not_public), "missing_fact");
    let suggested = suggested_text(&bench.case(), SHOP, &bench.members);
    assert!(!suggested.is_empty());
    assert!(bench.judge(CHEN, day("2026-03-24"), &published_here(&suggested)).is_ok());
}

fn corrected(bench: &Bench, new_on: &str, new: Act) -> Act {
    let wrong = bench.events.last().unwrap();
    Act::Correct(Correct {
        seq: wrong.seq,
        old_on: wrong.on,
        new_on: day(new_on),
        old: Box::new(wrong.act.clone()),
        new: Box::new(new),
        reason: note("填写有误"),
    })
}

#[test]
fn a_public_page_is_public_from_the_day_on_which_it_is_made_and_no_correction_says_another() {
    let mut bench = decided(Some(3000));
    bench.today = day("2026-03-24");
    assert_eq!(bench.refused(CHEN, "2026-03-20", &published_here(TEXT)), "missing_fact");
    // What was published elsewhere may be recorded later.
    assert!(bench.judge(CHEN, day("2026-03-20"), &publish(Publicity::Published)).is_ok());
    bench.does(CHEN, "2026-03-24", published_here(TEXT));
    bench.today = day("2026-06-01");
    let earlier = corrected(&bench, "2026-03-20", published_here(TEXT));
    assert_eq!(bench.refused(CHEN, "2026-06-01", &earlier), "missing_fact");
    let hidden = corrected(&bench, "2026-03-20", publish(Publicity::Published));
    assert_eq!(bench.refused(CHEN, "2026-06-01", &hidden), "missing_fact");
    let other_text = corrected(&bench, "2026-03-24", published_here("当事人未登记。"));
    bench.does(CHEN, "2026-06-01", other_text);
    assert_eq!(pages(&bench, SHOP)[0].0.published_on, day("2026-03-24"));
}

#[test]
fn no_correction_puts_before_the_public_what_was_published_elsewhere() {
    let mut bench = decided(Some(3000));
    bench.does(CHEN, "2026-03-24", publish(Publicity::Published));
    let with_a_page = corrected(&bench, "2026-03-24", published_here(TEXT));
    assert_eq!(bench.refused(CHEN, "2026-03-24", &with_a_page), "missing_fact");
    let not_public = corrected(&bench, "2026-03-24", publish(Publicity::NotPublic));
    assert!(bench.judge(CHEN, day("2026-03-24"), &not_public).is_ok());
    let earlier = corrected(&bench, "2026-03-23", publish(Publicity::Published));
    assert!(bench.judge(CHEN, day("2026-03-24"), &earlier).is_ok());
}

#[test]
fn a_public_page_goes_on_the_day_on_which_it_is_withdrawn() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-20", published_here(TEXT));
    bench.does(ZHOU_HEAD, "2026-03-24", revoke_decision(Reviser::Bureau, None));
    bench.today = day("2026-03-27");
    assert_eq!(bench.refused(CHEN, "2026-03-25", &unpublish()), "missing_fact");
    bench.does(CHEN, "2026-03-27", unpublish());
    bench.today = day("2026-04-01");
    let earlier = corrected(&bench, "2026-03-25", unpublish());
    assert_eq!(bench.refused(CHEN, "2026-04-01", &earlier), "missing_fact");
    // Without a page here it is recorded when it becomes known.
    let mut elsewhere = served(Some(3000));
    elsewhere.does(CHEN, "2026-03-20", publish(Publicity::Published));
    elsewhere.does(ZHOU_HEAD, "2026-03-24", revoke_decision(Reviser::Bureau, None));
    elsewhere.today = day("2026-03-27");
    assert!(elsewhere.judge(CHEN, day("2026-03-25"), &unpublish()).is_ok());
}

#[test]
fn what_was_published_elsewhere_has_no_page_here() {
    let mut bench = decided(Some(3000));
    bench.does(CHEN, "2026-03-24", publish(Publicity::Published));
    assert!(pages(&bench, SHOP).is_empty());
    let old =
        r#"{"party":"00000000-0000-0000-0000-000000000064","publicity":"published","course":"县政府网站"}"#;
    let read: Publish = serde_json::from_str(old).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), old);
}

fn withdrawn(bench: &Bench) -> Vec<Option<(Day, String)>> {
    let of = |(_, withdrawn): (PublicDecision, Option<Withdrawn>)| {
        withdrawn.map(|one| (one.on, one.why.sentence(Lang::Zh)))
    };
    pages(bench, SHOP).into_iter().map(of).collect()
}

#[test]
fn a_revoked_decision_is_withdrawn_with_its_reason() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-20", published_here(TEXT));
    bench.does(ZHOU_HEAD, "2026-03-24", revoke_decision(Reviser::Bureau, None));
    assert_eq!(withdrawn(&bench), [None]);
    bench.does(CHEN, "2026-03-25", unpublish());
    let [Some((on, why))] = &withdrawn(&bench)[..] else { panic!("one withdrawn page") };
    assert_eq!(*on, day("2026-03-25"));
    assert!(why.starts_with("原行政处罚决定已被依法撤销（本局自行纠正），理由："), "{why}");
}

#[test]
fn of_a_changed_decision_the_old_page_goes_and_the_new_one_stays() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-23", published_here(TEXT));
    bench.does(ZHOU_HEAD, "2026-03-25", change_decision(Reviser::Bureau, Some(2000), None));
    bench.does(CHEN, "2026-03-26", published_here("变更后的决定。")).does(CHEN, "2026-03-26", unpublish());
    let [Some((_, why)), None] = &withdrawn(&bench)[..] else { panic!("{:?}", withdrawn(&bench)) };
    assert_eq!(why, "原行政处罚决定已被依法变更（本局自行纠正）");
    let pages = pages(&bench, SHOP);
    assert!(pages[0].0.penalty.zh.contains("3,000.00") && pages[1].0.penalty.zh.contains("2,000.00"));
    assert_eq!((pages[0].0.changed_by, pages[1].0.changed_by), (None, Some(Reviser::Bureau)));
}

#[test]
fn whoever_becomes_known_later_is_hidden_from_then_on() {
    let mut bench = decided(Some(3000));
    bench.does(CHEN, "2026-03-24", published_here("何秀英承认未登记。"));
    assert_eq!(pages(&bench, SHOP)[0].0.text, "何秀英承认未登记。");
    let after = Particulars { representative: Some(name("何秀英")), ..Particulars::default() };
    let facts = CompleteParty { party: SHOP, before: Particulars::default(), after };
    bench.does(CHEN, "2026-03-25", Act::CompleteParty(Box::new(facts)));
    assert_eq!(pages(&bench, SHOP)[0].0.text, "何某承认未登记。");
}
