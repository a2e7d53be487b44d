//! Order, gaps and pages.

use super::*;
use crate::case::{Act, Keeping, OnPaper};
use crate::paper::Volume;
use crate::paper::tests::worked::*;
use PaperKind as K;
use std::collections::BTreeSet;

#[test]
fn the_dossier_of_a_case_with_a_hearing_lies_as_the_law_asks() {
    let worked = after_hearing();
    let case = worked.bench.case();
    let files = [
        file(1, EvidenceKind::Recording, "2026-03-05"),
        file(2, EvidenceKind::Document, "2026-03-06"),
        file(3, EvidenceKind::Document, "2026-03-05"),
        file(4, EvidenceKind::SiteRecord, "2026-03-05"),
        KeptFile { is_withdrawn: true, ..file(5, EvidenceKind::Document, "2026-03-05") },
        KeptFile { names_reporter: true, ..file(6, EvidenceKind::Document, "2026-03-04") },
    ];
    let dossier = dossier(&case, &made(&worked), &files);
    // Decision and its proof of service; filing; evidence by its kinds; notices each with its proof; hearing.
    let main = [
        "D26", "D32", "D02", "D49", "D33", "D05", "证据4", "证据3", "证据2", "证据1", "D19", "D32", "D22",
        "D32", "D23",
    ];
    assert_eq!(shorts(&dossier.main), main);
    assert_eq!(shorts(&dossier.inner), ["D01", "证据6", "D16", "D17", "D24", "D25", "D45", "D45"]);
    let proofs = dossier.main.iter().filter(|one| one.name.starts_with("送达回证"));
    let proofs: Vec<&str> = proofs.map(|one| one.name.as_str()).collect();
    assert_eq!(
        proofs,
        ["送达回证（行政处罚决定书）", "送达回证（行政处罚听证告知书）", "送达回证（听证通知书）"]
    );
    // Discussed by the heads: kept for good. Not closed yet.
    assert_eq!(dossier.keeping, Keeping::ForGood);
    assert_eq!(dossier.lacks, [Lack::NotYet { kind: K::D38, party: Some(SHOP) }]);
}

#[test]
fn the_dossier_of_an_ordinary_case_ends_with_its_closing() {
    let worked = ordinary();
    let dossier = dossier(&worked.bench.case(), &made(&worked), &[]);
    let main =
        ["D26", "D32", "D02", "D49", "D33", "D05", "D06", "D29", "D29", "D18", "D32", "D20", "D34", "D38"];
    assert_eq!(shorts(&dossier.main), main);
    assert_eq!(shorts(&dossier.inner), ["D01", "D16", "D17", "D21", "D45", "D45"]);
    assert_eq!((dossier.lacks.as_slice(), dossier.keeping), (&[][..], Keeping::ThirtyYears));
    let enforced = enforced();
    let dossier = super::dossier(&enforced.bench.case(), &made(&enforced), &[]);
    assert_eq!(shorts(&dossier.main)[12..], ["D36", "D32", "D37"], "{:?}", shorts(&dossier.main));
}

#[test]
fn every_paper_lies_in_exactly_one_volume_and_nothing_internal_or_sealed_lies_in_the_main_one() {
    for worked in [
        ordinary(),
        enforced(),
        after_hearing(),
        spared(),
        on_the_spot(),
        withdrawn(),
        planned(),
        suspended(),
    ] {
        let (case, made) = (worked.bench.case(), made(&worked));
        let dossier = dossier(&case, &made, &[]);
        let bound: Vec<What> = dossier.main.iter().chain(&dossier.inner).map(|one| one.what).collect();
        assert_eq!(bound.iter().collect::<BTreeSet<_>>().len(), bound.len());
        assert_eq!(bound.len(), made.len(), "{:?}", shorts(&dossier.main));
        let kinds = |entries: &[Entry]| -> Vec<Volume> {
            let kind = |one: &Entry| match one.what {
                What::Paper(kind, _) | What::OnPaper(kind) => kind.row().volume,
                What::File(..) => Volume::Main,
            };
            entries.iter().map(kind).collect()
        };
        assert!(kinds(&dossier.main).iter().all(|volume| *volume == Volume::Main));
        assert!(kinds(&dossier.inner).iter().all(|volume| *volume != Volume::Main));
        // A proof of service follows the paper that it is about.
        for pair in dossier.main.windows(2).filter(|pair| short(&pair[1]) == "D32") {
            let served = pair[1].name.clone();
            let (What::Paper(before, _) | What::OnPaper(before)) = pair[0].what else { panic!("{pair:?}") };
            assert!(served.contains(before.name(Lang::Zh)), "{pair:?}");
        }
        assert_ne!(shorts(&dossier.main).first().map(String::as_str), Some("D32"));
    }
}

#[test]
fn a_paper_that_was_not_made_is_not_back_or_lost_its_step_is_named() {
    let worked = ordinary();
    let case = worked.bench.case();
    let mut papers = made(&worked);
    let decision = papers.iter_mut().find(|paper| paper.kind == K::D26).unwrap();
    decision.state = PaperState::Void;
    let closing = papers.iter_mut().find(|paper| paper.kind == K::D38).unwrap();
    closing.state = PaperState::ToSign;
    let alien =
        MadePaper { seq: 99, number: Some("道商责改〔2026〕7号".to_owned()), ..papers[3].clone() };
    papers.push(alien);
    let dossier = dossier(&case, &papers, &[]);
    assert_eq!(shorts(&dossier.main)[..2], ["D32", "D02"]);
    let words: Vec<String> = dossier.lacks.iter().map(|lack| lack.sentence(Lang::Zh)).collect();
    assert_eq!(words.len(), 3, "{words:#?}");
    assert!(words[0].contains("行政处罚决定书") && words[0].contains("尚未制作"), "{words:#?}");
    assert!(words[1].contains("结案审批表") && words[1].contains("未收回"), "{words:#?}");
    assert!(words[2].contains("7号") && words[2].contains("已经撤回"), "{words:#?}");
    assert_eq!(dossier.lacks.iter().filter(|lack| lack.is_gap()).count(), 1);
}

#[test]
fn a_case_is_whole_without_what_a_party_or_an_unnamed_reporter_need_not_have() {
    let worked = ordinary();
    let optional = [K::D03, K::D33, K::D49];
    let papers: Vec<MadePaper> =
        made(&worked).into_iter().filter(|one| !optional.contains(&one.kind)).collect();
    let dossier = dossier(&worked.bench.case(), &papers, &[]);
    assert_eq!(dossier.lacks, []);
    assert!(!unmade(&worked.bench.case(), |kind, _| !optional.contains(&kind)));
    assert!(unmade(&worked.bench.case(), |kind, _| kind != K::D26));
}

#[test]
fn a_proof_of_service_of_a_decision_that_was_not_made_stands_where_the_decision_would() {
    let worked = after_hearing();
    let papers: Vec<MadePaper> =
        made(&worked).into_iter().filter(|paper| !matches!(paper.kind, K::D26 | K::D19)).collect();
    let dossier = dossier(&worked.bench.case(), &papers, &[]);
    assert_eq!(shorts(&dossier.main), ["D32", "D02", "D49", "D33", "D05", "D32", "D22", "D32", "D23"]);
}

#[test]
fn what_was_made_on_paper_before_the_case_was_entered_lies_there_as_paper() {
    let mut worked = ordinary();
    for event in &mut worked.bench.events {
        if matches!(event.act, Act::File(_) | Act::Record(_) | Act::Conclude(_)) {
            event.entry.on_paper = Some(OnPaper::default());
        }
    }
    let papers: Vec<MadePaper> = made(&worked)
        .into_iter()
        .filter(|one| !matches!(one.kind, K::D02 | K::D05 | K::D16 | K::D33 | K::D49))
        .collect();
    let dossier = dossier(&worked.bench.case(), &papers, &[]);
    assert_eq!(shorts(&dossier.main)[..5], ["D26", "D32", "D02 on paper", "D05 on paper", "D06"]);
    assert_eq!(shorts(&dossier.inner)[..2], ["D01", "D16 on paper"]);
    assert_eq!(dossier.lacks, []);
}

#[test]
fn a_decision_that_was_made_on_paper_is_named_by_its_number() {
    let mut worked = ordinary();
    worked.bench.events.iter_mut().for_each(|event| event.entry.on_paper = Some(OnPaper::default()));
    let dossier = dossier(&worked.bench.case(), &[], &[]);
    let named = dossier.main.iter().filter(|one| !one.number.is_empty());
    let named: Vec<(String, &str)> = named.map(|one| (short(one), one.number.as_str())).collect();
    let (decision, notice) = ("道商罚决〔2026〕18号", "道商罚告〔2026〕18号");
    assert_eq!(named, [("D26 on paper".to_owned(), decision), ("D18 on paper".to_owned(), notice)]);
}

#[test]
fn pages_are_numbered_through_and_what_takes_none_has_none() {
    let words = |takes: &[usize]| -> Vec<String> {
        paged(takes).into_iter().map(|range| range.map_or_else(String::new, PageRange::words)).collect()
    };
    assert_eq!(words(&[3, 1, 0, 12]), ["1-3", "4", "", "5-16"]);
    assert_eq!(words(&[]), Vec::<String>::new());
    let takes: Vec<usize> = (0..500).map(|nth| nth % 4).collect();
    let ranges: Vec<PageRange> = paged(&takes).into_iter().flatten().collect();
    assert_eq!(ranges.first().unwrap().first, 1);
    assert!(ranges.windows(2).all(|two| two[0].last + 1 == two[1].first));
    assert_eq!(ranges.last().unwrap().last, takes.iter().sum::<usize>());
}
