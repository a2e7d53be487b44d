//! What a party may read.

use super::*;
use crate::paper::tests::worked::*;

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
    assert_eq!(out(1), [witness.clone(), other.clone()]);
    let unsaid = out(2);
    assert!(unsaid.contains(&("证据1".to_owned(), LeftOut::NobodySaid)) && unsaid.contains(&witness));
    assert!(!unsaid.iter().any(|(short, _)| short == "证据4" || short == "D26"), "{unsaid:?}");
    // As another party reads it, the papers of the first are left out.
    let theirs = dossier.main.iter().filter(|one| left_out(one, OTHER, 2).is_some());
    assert!(theirs.map(short).any(|short| short == "D26"));
}

#[test]
fn long_numbers_are_masked_and_days_and_sums_are_not() {
    let text = "店员李某（431124199001011239，手机139 0746 1234）称：罚款25,000.00元，2026-03-05进货。";
    let hidden = "店员李某（431*************39，手机139 **** **34）称：罚款25,000.00元，2026-03-05进货。";
    assert_eq!(masked(text).as_deref(), Some(hidden));
    assert_eq!(masked("43112419900101123X").as_deref(), Some("431*************3X"));
    assert_eq!(masked("0746-5231018").as_deref(), Some("074*-*****18"));
    for plain in ["", "道商罚决〔2026〕18号", "2026年3月26日", "湘M1100230", "100 101 102"] {
        assert_eq!(masked(plain), None, "{plain}");
    }
}
