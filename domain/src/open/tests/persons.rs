//! The persons whom a case knows beside its parties.

use rstest::rstest;

use crate::case::tests::bench::*;
use crate::case::tests::held::{register_evidence, seize, seize_at};
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
fn whoever_signed_is_known_without_what_is_said_of_him(#[case] by: &str, #[case] known: &str) {
    assert_eq!(named(&signed(by)), [known]);
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
