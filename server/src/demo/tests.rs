use super::{fill, lay, load};
use domain::case::{Act, Outcome, Stage};
use domain::id::{CaseId, PersonId};
use domain::training::ClassStage;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::training::{CertificateFilter, ClassFilter};
use store::{CaseDesk, CaseFilter, Cursor, FilesPlace, FixedClock, Part, Rulebook, Store};

/// 2026-11-23 10:00 in Shanghai.
const NOW: domain::Instant = domain::Instant(1_795_399_200_000);

async fn opened(folder: &std::path::Path) -> (Store, Arc<FixedClock>) {
    let url = format!("sqlite://{}", folder.join("demo.db").display()).parse().unwrap();
    Store::migrate(&url).await.unwrap();
    let hand = Arc::new(FixedClock::at(NOW));
    let keys = store::Keys::open(&folder.join("keys")).unwrap();
    (Store::open(&url, keys, hand.clone()).await.unwrap(), hand)
}

#[tokio::test]
async fn a_bureau_of_the_demo_has_cases_and_classes_in_every_stage() {
    let folder = tempfile::tempdir().unwrap();
    let (store, hand) = opened(folder.path()).await;
    let bureaus = lay(&store, &hand, NOW).await.unwrap();
    let daoxian = bureaus.iter().find(|bureau| bureau.slug == "daoxian").unwrap();
    fill(&store, &hand, daoxian, NOW.day()).await.unwrap();
    hand.set(NOW);
    assert_eq!(bureaus.len(), 12);
    let files = store.files(&FilesPlace::Folder(folder.path().join("files"))).unwrap();
    assert!(!load((&store, &files), &hand, NOW).await.unwrap(), "a second time it does nothing");
    let officer: PersonId = store.person("dx-officer1").await.unwrap();
    let workspace = store.operate_as("daoxian", Some(officer)).await.unwrap();
    let desk = workspace.case_desk(Rulebook::in_use()).await.unwrap();
    let filter = CaseFilter { ended: true, ..CaseFilter::default() };
    let mut stages: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut after, mut overdue, mut seen): (Option<Cursor>, u32, Vec<CaseId>) = (None, 0, Vec::new());
    loop {
        let page = desk.cases(Part::All, &filter, after).await.unwrap();
        for row in &page.rows {
            *stages.entry(row.stage.word()).or_default() += 1;
            seen.push(row.id);
            overdue += u32::from(row.acting_on.is_some_and(|day| day < NOW.day()));
        }
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    for stage in [
        Stage::Clue,
        Stage::Filed,
        Stage::Investigating,
        Stage::Concluded,
        Stage::Notified,
        Stage::Hearing,
        Stage::Heard,
        Stage::Decided,
        Stage::Served,
        Stage::Executing,
        Stage::AtCourt,
        Stage::Criminal,
        Stage::Closed,
        Stage::Archived,
    ] {
        assert!(stages.contains_key(stage.word()), "{stage:?} is missing: {stages:?}");
    }
    assert!(overdue >= 2, "{overdue} of {stages:?}");
    others_have_a_say(&desk, &seen).await;
    let counts = desk.work_counts().await.unwrap();
    assert!(counts.mine > 0 && counts.waiting > 0, "{counts:?}");
    let recount = store.recount_figures(Rulebook::in_use(), false).await.unwrap();
    assert_eq!((recount.bureaus, &recount.differences), (12, &Vec::new()));
    assert!(recount.cases >= 20 && recount.enrolments > 100 && recount.counters > 100, "{recount:?}");
    drop(desk);
    classes_in_every_stage(&workspace).await;
}

/// A court refused and the court above was asked, meat was sold, a licence is proposed to be revoked.
async fn others_have_a_say(desk: &CaseDesk<'_>, cases: &[CaseId]) {
    let mut done: BTreeMap<&str, u32> = BTreeMap::new();
    let mut transfers = 0;
    for id in cases {
        for event in desk.case(*id).await.unwrap().events {
            *done.entry(event.act.kind().word()).or_default() += 1;
            let Act::Conclude(facts) = &event.act else { continue };
            transfers +=
                facts.proposals.iter().filter(|one| matches!(one.outcome, Outcome::Transfer { .. })).count();
        }
    }
    for act in ["record_court_answer", "object_to_court", "handle_perishable", "propose_revocation"] {
        assert!(done.contains_key(act), "{act} is missing: {done:?}");
    }
    assert!(transfers > 0, "no investigation ends with a transfer");
}

async fn classes_in_every_stage(workspace: &store::BureauStore) {
    let desk = workspace.training_desk();
    for stage in ClassStage::ALL.iter().copied() {
        let filter = ClassFilter { stage: Some(stage), ..ClassFilter::default() };
        let page = desk.classes(&filter, None).await.unwrap();
        assert!(!page.rows.is_empty(), "no class is {stage:?}");
    }
    let certificates = desk.certificates(&CertificateFilter::default(), None).await.unwrap();
    assert!(certificates.rows.len() > 20, "{}", certificates.rows.len());
    let oldest = desk.classes(&ClassFilter::default(), None).await.unwrap().rows;
    assert!(oldest.len() > 20, "{} classes", oldest.len());
}
