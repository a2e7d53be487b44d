//! What a party may read.

use super::*;
use crate::case::{Act, RecordKind};
use crate::paper::tests::worked::*;
use rstest::rstest;

const OTHER: PartyId = PartyId(Uuid::from_u128(101));

#[test]
fn a_party_reads_its_own_papers_and_evidence_and_nothing_of_witnesses_and_other_parties() {
    let worked = ordinary();
    let files = [
        file(1, EvidenceKind::Document, "2026-03-05"),
        file(2, EvidenceKind::Witness, "2026-03-05"),
        KeptFile { party: Some(OTHER), ..file(3, EvidenceKind::Document, "2026-03-05") },
        KeptFile { party: Some(SHOP), ..file(4, EvidenceKind::Document, "2026-03-05") },
    ];
    let dossier = dossier(&worked.bench.case(), &made(&worked), &files);
    let out = |parties: usize| -> Vec<(String, LeftOut)> {
        let out = |one: &Entry| Some((short(one), left_out(one, SHOP, parties)?));
        dossier.entries(Bound::Reading).iter().filter_map(out).collect()
    };
    let (witness, other) =
        (("证据2".to_owned(), LeftOut::Witness), ("证据3".to_owned(), LeftOut::OtherParty));
    let interview = ("D06".to_owned(), LeftOut::Interview);
    assert_eq!(out(1), [witness.clone(), interview, other.clone()]);
    let unsaid = out(2);
    assert!(unsaid.contains(&("证据1".to_owned(), LeftOut::NobodySaid)) && unsaid.contains(&witness));
    assert!(!unsaid.iter().any(|(short, _)| short == "证据4" || short == "D26"), "{unsaid:?}");
    // As another party reads it, the papers of the first are left out.
    let theirs = dossier.main.iter().filter(|one| left_out(one, OTHER, 2).is_some());
    assert!(theirs.map(short).any(|short| short == "D26"));
}

/// The ordinary case with one more party, whose records are about a party or nobody.
fn of(party: Option<PartyId>) -> Worked {
    let mut worked = ordinary();
    for event in &mut worked.bench.events {
        if let Act::Record(facts) = &mut event.act {
            facts.party = party;
        }
    }
    worked
}

/// Why each paper of records is left out of the first party's copy.
fn records_left_out(worked: &Worked, parties: usize) -> Vec<(String, Option<LeftOut>)> {
    let dossier = dossier(&worked.bench.case(), &made(worked), &[]);
    let records = dossier.main.iter().filter(|one| ["D05", "D06", "D29"].contains(&short(one).as_str()));
    records.map(|one| (short(one), left_out(one, SHOP, parties))).collect()
}

#[rstest]
#[case::of_the_reader(Some(SHOP), 2, [None, None, None, None])]
#[case::of_another(Some(OTHER), 2, [Some(LeftOut::OtherParty); 4])]
#[case::of_nobody_alone(None, 1, [None, Some(LeftOut::Interview), None, None])]
#[case::of_nobody_with_others(None, 2, [
    Some(LeftOut::NobodySaid), Some(LeftOut::Interview), Some(LeftOut::NobodySaid), Some(LeftOut::NobodySaid)
])]
fn records_of_others_and_interviews_of_nobody_named_are_left_out(
    #[case] party: Option<PartyId>,
    #[case] parties: usize,
    #[case] expected: [Option<LeftOut>; 4],
) {
    let worked = of(party);
    let left: Vec<_> =
        ["D05", "D06", "D29", "D29"].map(ToOwned::to_owned).into_iter().zip(expected).collect();
    assert_eq!(records_left_out(&worked, parties), left);
    // What a record says is told elsewhere only to whom its paper is shown.
    for record in &worked.bench.case().records {
        let paper = match record.facts.kind {
            RecordKind::Interview => &left[1],
            RecordKind::Inspection => &left[0],
            _ => &left[2],
        };
        assert_eq!(may_read(&record.facts, SHOP, parties), paper.1.is_none(), "{record:?}");
    }
}

#[test]
fn a_penalty_on_the_spot_of_one_party_is_not_in_the_copy_of_another() {
    let worked = on_the_spot();
    let dossier = dossier(&worked.bench.case(), &made(&worked), &[]);
    let decision = dossier.main.iter().find(|one| short(one) == "D26s").unwrap();
    assert_eq!(left_out(decision, SHOP, 2), None);
    assert_eq!(left_out(decision, OTHER, 2), Some(LeftOut::OtherParty));
}

#[test]
fn what_is_left_out_is_named_without_the_name_of_its_file() {
    let told = KeptFile {
        name: "证人李四证言.pdf".to_owned(),
        ..file(1, EvidenceKind::Witness, "2026-03-05")
    };
    let dossier = dossier(&ordinary().bench.case(), &[], &[told]);
    let entry = untold(dossier.main.iter().find(|one| short(one) == "证据1").unwrap());
    assert_eq!((entry.name.as_str(), entry.number.as_str()), ("证人证言", "证据1"));
}

#[test]
fn long_numbers_are_masked_and_days_and_sums_are_not() {
    let text = "店员李某（431124199001011239，手机139 0746 1234）称：罚款25,000.00元，2026-03-05进货。";
    let hidden = "店员李某（431*************39，手机139 **** **34）称：罚款25,000.00元，2026-03-05进货。";
    assert_eq!(masked(text, &[]).as_deref(), Some(hidden));
    assert_eq!(masked("43112419900101123X", &[]).as_deref(), Some("431*************3X"));
    assert_eq!(masked("0746-5231018", &[]).as_deref(), Some("074*-*****18"));
    for (written, hidden) in [
        ("电话１３９０７４６１２３４", "电话１３９******３４"),
        ("（0746）5231018", "（074*）*****18"),
        ("电话一三九零七四六一二三四", "电话一三九******三四"),
        ("账号6222 0219 0700 1000 001", "账号622* **** **** **** *01"),
        ("2026-03-05 09:00 13907461234", "2026-03-05 09:** *********34"),
    ] {
        assert_eq!(masked(written, &[]).as_deref(), Some(hidden), "{written}");
    }
    for plain in [
        "",
        "2026-03-05 09:00-10:00",
        "批号2026030501",
        "道商罚决〔2026〕18号",
        "2026年3月26日",
        "湘M1100230",
        "100 101 102",
    ] {
        assert_eq!(masked(plain, &[]), None, "{plain}");
    }
}

#[test]
fn the_readers_own_numbers_are_not_masked() {
    let own = ["43112419900101123X".to_owned()];
    assert_eq!(masked("何某某，43112419900101123X", &own), None);
    let both = "何某某43112419900101123X，手机13907461234";
    assert_eq!(masked(both, &own).as_deref(), Some("何某某43112419900101123X，手机139******34"));
}
