//! The persons whom a case knows beside its parties.

use rstest::rstest;

use crate::case::tests::bench::*;
use crate::case::tests::held::{clue_of, register_evidence, seize, seize_at};
use crate::case::tests::spot::spot;
use crate::case::*;
use crate::catalogue::PartyKind;
use crate::id::PartyId;
use crate::open::named::named;
use crate::open::*;

fn signed(by: &str) -> Act {
    let Act::Serve(mut facts) = serve() else { unreachable!("a service") };
    facts.service.method = Method::Direct { receiver: Receiver::AdultFamilyMember, signed_by: name(by) };
    Act::Serve(facts)
}

#[rstest]
#[case("何秀英", "何秀英")]
#[case("何秀英（妻子）", "何秀英")]
#[case("何秀英(妻子)", "何秀英")]
#[case("何秀英，妻子", "何秀英")]
#[case("何秀英 妻子", "何秀英")]
#[case("何 秀 英（妻子）", "何 秀 英")]
#[case("妻子何秀英", "何秀英")]
#[case("䶮小㴩（妻子）", "䶮小㴩")]
#[case("阿依古丽·买买提（妻子）", "阿依古丽·买买提")]
#[case("王芳（爱人）", "王芳")]
#[case("李伟村长", "李伟")]
#[case("李伟副主任", "李伟")]
#[case("何秀英之妻", "何秀英")]
#[case("何英的弟弟", "何英")]
fn whoever_signed_is_known_without_what_is_said_of_him(#[case] by: &str, #[case] known: &str) {
    assert_eq!(named(&signed(by)), [known]);
}

#[rstest]
#[case("王芳 爱人")]
#[case("王芳 村长")]
#[case("王芳 表舅")]
#[case("王芳表舅")]
#[case("王芳 李伟")]
fn a_short_name_is_hidden_with_a_title_beside_it(#[case] by: &str) {
    let names = named(&signed(by));
    assert!(names.contains(&"王芳".to_owned()), "{names:?}");
    let persons = Persons::new(names.iter().map(String::as_str));
    assert!(persons.masked("王芳").starts_with("王某"));
}

#[test]
fn a_name_of_four_letters_is_known_by_all_that_may_be_the_name() {
    assert_eq!(named(&signed("李伟表舅")), ["李伟表舅", "李伟表", "李伟"]);
    assert_eq!(named(&signed("欧阳小英")), ["欧阳小英"]);
}

#[rstest]
#[case("何秀英（经营者）")]
#[case("何秀英（曾用名何小英）")]
#[case("经营者：何秀英")]
#[case("何秀英")]
fn whoever_leads_a_shop_is_hidden_without_what_is_said_of_him(#[case] typed: &str) {
    let mut bench = decided(Some(3000));
    for event in &mut bench.events {
        if let Act::File(facts) = &mut event.act {
            let mut citizen = party(SELLER, "oil-v01@2021");
            (citizen.kind, citizen.name) = (PartyKind::Citizen, name("盘大贵（身份证在卷）"));
            facts.parties[0].representative = Some(name(typed));
            facts.parties.push(citizen);
        }
    }
    let mask = Mask::of(&bench.case(), &bench.members, u32::MAX);
    let text = mask.text("何秀英向盘大贵进货");
    assert!(text.starts_with("何某") && text.ends_with("向盘某进货"), "{text}");
    assert!(mask.person(typed).starts_with("何某") && mask.person(typed).chars().count() <= 3);
    assert_eq!(mask.person("盘大贵（身份证在卷）"), "盘某");
    assert_eq!(mask.text("何小英"), if typed.contains("何小英") { "何某乙" } else { "何小英" });
}

#[test]
fn keepers_that_came_with_a_transfer_are_known() {
    let mut bench = clue_of("2026-03-02");
    let Act::TakeMeasure(mut facts) = seize() else { unreachable!("a measure") };
    facts.keeper = name("李建国（村民）");
    bench.does(ZHOU_HEAD, "2026-03-03", Act::TakeMeasure(facts));
    let measures = bench.case().measures.clone();
    assert_eq!(measures.len(), 1);
    let Act::RegisterClue(clue) = clue() else { unreachable!("a clue") };
    let transferred = TransferredIn {
        transfer: crate::id::TransferId(uuid::Uuid::from_u128(7)),
        from: name("宁远县商务局"),
        number: None,
        discovered: day("2026-03-02"),
        measures,
    };
    let clue = Act::RegisterClue(RegisterClue { transferred: Some(transferred), ..clue });
    assert_eq!(named(&clue), ["李建国"]);
}

#[test]
fn whoever_valued_what_could_not_be_kept_and_was_there_is_known() {
    let destroyed = |valued_by: &str, course: &str| {
        Act::HandlePerishable(Box::new(HandlePerishable {
            measure: 5,
            party: None,
            line: 0,
            officers: officers(),
            reason: note("高温易腐"),
            sample: note("留样两份"),
            value: crate::value::Money::yuan(1_000),
            valued_by: name(valued_by),
            photographed: true,
            outcome: PerishableOutcome::Destroyed {
                rule: note("食品安全法第六十三条"),
                course: note(course),
            },
        }))
    };
    let act = destroyed("价格认定中心 李建国", "高温焚烧，何秀英、盘大贵和王芳在场。金额较小");
    assert_eq!(named(&act), ["李建国", "何秀英", "盘大贵", "王芳"]);
    assert!(named(&destroyed("县价格认定中心", "高温焚烧，金额较小")).is_empty());
}

/// An entry in which somebody is written down as there or as keeper.
fn entries(somebody: &str) -> Vec<Act> {
    let Act::Record(record) = record_of(RecordKind::Inspection) else { unreachable!("a record") };
    let witness = note(somebody);
    let record = Record { signature: Signature::Refused { witness: witness.clone() }, ..record };
    let Act::Serve(mut left) = serve() else { unreachable!("a service") };
    left.service.method = Method::Left { witness: witness.clone() };
    let spot = spot(|facts| facts.handed_over = HandedOver::Refused { witness: witness.clone() });
    let Act::RegisterEvidence(mut kept) = register_evidence() else { unreachable!("evidence") };
    kept.keeper = name(somebody);
    let Act::TakeMeasure(mut seized) = seize() else { unreachable!("a measure") };
    seized.keeper = name(somebody);
    let Act::TakeUrgentMeasure(mut urgent) = seize_at("15:20") else { unreachable!("a measure") };
    urgent.taken.keeper = name(somebody);
    let Act::TakeUrgentMeasure(mut refused) = seize_at("15:20") else { unreachable!("a measure") };
    refused.signature = Signature::Refused { witness };
    vec![
        Act::Record(record),
        Act::Serve(left),
        spot,
        Act::RegisterEvidence(kept),
        Act::TakeMeasure(seized),
        Act::TakeUrgentMeasure(urgent),
        Act::TakeUrgentMeasure(refused),
    ]
}

#[rstest]
#[case("何秀英", &["何秀英"])]
#[case("何秀英（就地保存）", &["何秀英"])]
#[case("李建国，四马桥村委会", &["李建国"])]
#[case("四马桥村委会李建国", &["李建国"])]
#[case("社区干部王芳、盘 大 贵（村民）", &["王芳", "盘 大 贵"])]
#[case("见证人：欧阳小英 县商务局", &["欧阳小英"])]
#[case("阿卜杜拉·买买提", &["阿卜杜拉·买买提"])]
#[case("冷库管理员", &[])]
#[case("当事人就地保管", &[])]
#[case("本局仓库", &[])]
#[case("现场拍照录像", &[])]
#[case("梅花镇", &[])]
fn whoever_was_there_or_keeps_things_is_known_in_every_entry(#[case] somebody: &str, #[case] known: &[&str]) {
    for act in entries(somebody) {
        assert_eq!(named(&act), known, "{:?}", act.kind());
    }
}

#[test]
fn whom_the_clue_suspected_and_nobody_filed_against_is_hidden_like_a_party() {
    let mut bench = Bench::new("2026-03-02");
    let suspect = |id: PartyId, kind, own: &str, address: Option<&str>| Party {
        kind,
        name: name(own),
        address: address.map(note),
        acts: Vec::new(),
        ..party(id, "oil-v01@2021")
    };
    let suspects = vec![
        suspect(SELLER, PartyKind::Citizen, "盘大贵", Some("道县梅花镇大坪村")),
        suspect(BOSS, PartyKind::SoleTrader, "何秀英", None),
    ];
    let Act::RegisterClue(clue) = clue() else { unreachable!("a clue") };
    let clue = Act::RegisterClue(RegisterClue { parties: suspects, ..clue });
    bench.does(CHEN, "2026-03-02", clue).does(ZHOU_HEAD, "2026-03-04", file("oil-v01@2021"));
    bench.does(CHEN, "2026-03-04", record_of(RecordKind::Inspection));
    let mask = Mask::of(&bench.case(), &bench.members, u32::MAX);
    assert_eq!(mask.text("从盘大贵、何秀英处进货，送到道县梅花镇大坪村"), "从盘某、何某处进货，送到某处");
}
