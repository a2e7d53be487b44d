//! Volumes of dossiers: asked for once, made by one server at a time, begun anew when a server is gone, kept for a day.

use super::cases::Bench;
use super::plans::{analyze, bad_plans};
use crate::entity::dossier;
use crate::{ClaimedDossier, Engine, Error, Files, FilesPlace, Keys, MadeDossier, NewDossier, testing::KEYS};
use domain::dossier::{Bound, BoundLine, DossierFault, DossierState, KEPT_MAX, WAITING_MAX, What};
use domain::id::{CaseId, DossierId, IssuedPaperId};
use domain::paper::PaperKind;
use futures_util::TryStreamExt;
use rstest::rstest;
use sea_orm::ActiveValue::Set;
use tempfile::TempDir;

/// What a server that gave no sign for so long is held to be.
const GONE_MILLIS: i64 = 3 * 60_000;

/// A bureau with a case whose volumes lie in a folder of the test.
struct Shelf {
    bench: Bench,
    case: CaseId,
    files: Files,
    folder: TempDir,
}

impl Shelf {
    async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = FilesPlace::Folder(folder.path().join("files"));
        let files = Files::open(&place, &Keys::from_text(KEYS).unwrap()).unwrap();
        let bench = Bench::new(engine).await;
        let case = bench.registered().await;
        Shelf { bench, case, files, folder }
    }

    async fn asks(&self, bound: Bound, base: &str) -> Option<DossierId> {
        let bureau = self.bench.bureau(self.bench.chen).await;
        let new = NewDossier { case: self.case, bound, party: None, base: base.to_owned() };
        let id = bureau.ask_dossier(new).await.unwrap();
        bureau.commit().await.unwrap();
        id
    }

    async fn claims(&self) -> Option<ClaimedDossier> {
        self.bench.database.store.claim_dossier().await.unwrap()
    }

    async fn finishes(&self, claimed: &ClaimedDossier, pdf: &[u8]) -> bool {
        let line = BoundLine {
            what: What::Paper(PaperKind::D26, IssuedPaperId(uuid::Uuid::from_u128(7))),
            pages: "1-3".to_owned(),
            remark: "以页代替".to_owned(),
        };
        let made = MadeDossier {
            pdf: pdf.to_vec(),
            sha256: format!("{:064x}", pdf.len()),
            pages: 4,
            catalogue: vec![line],
            base: "b".to_owned(),
        };
        self.bench.database.store.finish_dossier(claimed, &self.files, made).await.unwrap()
    }

    async fn state(&self, id: DossierId) -> DossierState {
        self.bench.bureau(self.bench.chen).await.dossier(self.case, id).await.unwrap().state
    }

    fn later(&self, millis: i64) {
        let now = self.bench.database.store.clock().now();
        self.bench.database.clock.set(now.plus_millis(millis));
    }

    /// How many files lie there.
    fn lying(&self) -> usize {
        let bureaus = std::fs::read_dir(self.folder.path().join("files")).unwrap();
        bureaus.map(|bureau| std::fs::read_dir(bureau.unwrap().path()).unwrap().count()).sum()
    }
}

#[rstest]
#[tokio::test]
async fn a_volume_is_made_once_sealed_and_goes_after_a_day(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let shelf = Shelf::new(engine).await;
    let id = shelf.asks(Bound::Main, "a").await.unwrap();
    // Asked for again before it was begun it is the same.
    assert_eq!(shelf.asks(Bound::Main, "a").await, Some(id));
    let claimed = shelf.claims().await.unwrap();
    assert_eq!((claimed.id, claimed.bound, claimed.by), (id, Bound::Main, shelf.bench.chen));
    assert_eq!(shelf.claims().await, None);
    assert_eq!(shelf.asks(Bound::Main, "a").await, Some(id), "while it is made it is the same");
    let store = &shelf.bench.database.store;
    assert!(store.dossier_progress(&claimed, (3, 12)).await.unwrap());
    let bureau = shelf.bench.bureau(shelf.bench.chen).await;
    let row = bureau.dossier(shelf.case, id).await.unwrap();
    assert_eq!((row.state, row.steps_done, row.steps_all), (DossierState::Making, 3, 12));
    drop(bureau);
    assert!(shelf.finishes(&claimed, b"%PDF of a volume").await);
    assert_eq!(shelf.asks(Bound::Main, "b").await, Some(id), "what lies there and agrees is not made again");
    let bureau = shelf.bench.bureau(shelf.bench.chen).await;
    let row = bureau.dossier(shelf.case, id).await.unwrap();
    assert_eq!((row.state, row.pages, row.base.as_str()), (DossierState::Done, 4, "b"));
    assert_eq!(row.catalogue[0].pages, "1-3");
    let read = shelf.files.read(bureau.bureau().id, &row.sha256, row.size, 0..row.size).await.unwrap();
    assert_eq!(read.try_concat().await.unwrap(), b"%PDF of a volume");
    // What it says is no plain text in the database.
    let lies = bureau.find::<dossier::Entity>().one(bureau.tx()).await.unwrap().unwrap();
    let sealed = lies.catalogue_sealed.unwrap();
    assert!(!sealed.windows(6).any(|part| part == "以页".as_bytes()));
    bureau.take_dossier(&row).await.unwrap();
    bureau.commit().await.unwrap();
    let bureau = shelf.bench.bureau(shelf.bench.chen).await;
    assert!(bureau.verify_audit().await.unwrap().is_ok());
    drop(bureau);
    assert_eq!(shelf.lying(), 1);
    assert!(store.verify_files(&shelf.files).await.unwrap().iter().all(|report| report.troubles.is_empty()));
    shelf.later(25 * 3_600_000);
    let bureau = shelf.bench.bureau(shelf.bench.chen).await;
    assert!(matches!(bureau.dossier(shelf.case, id).await, Err(Error::NotFound)));
    assert_eq!(bureau.dossiers(shelf.case).await.unwrap(), []);
    drop(bureau);
    store.sweep_files(&shelf.files).await.unwrap();
    assert_eq!(shelf.lying(), 0);
}

#[rstest]
#[tokio::test]
async fn a_server_that_is_gone_is_followed_by_another_and_comes_too_late_itself(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let shelf = Shelf::new(engine).await;
    let id = shelf.asks(Bound::Inner, "a").await.unwrap();
    let first = shelf.claims().await.unwrap();
    shelf.later(GONE_MILLIS / 3);
    assert_eq!(shelf.claims().await, None, "it gave a sign a minute ago");
    shelf.later(GONE_MILLIS);
    let second = shelf.claims().await.unwrap();
    assert_eq!(second.id, id);
    let store = &shelf.bench.database.store;
    assert!(!store.dossier_progress(&first, (1, 2)).await.unwrap());
    assert!(!shelf.finishes(&first, b"%PDF too late").await);
    assert_eq!(shelf.state(id).await, DossierState::Making);
    // What was begun three times and never finished is given up.
    shelf.later(GONE_MILLIS);
    assert_eq!(shelf.claims().await.unwrap().id, id);
    shelf.later(GONE_MILLIS);
    assert_eq!(shelf.claims().await, None);
    let bureau = shelf.bench.bureau(shelf.bench.chen).await;
    let row = bureau.dossier(shelf.case, id).await.unwrap();
    assert_eq!((row.state, row.fault), (DossierState::Failed, Some(DossierFault::Broken)));
    assert!(bureau.verify_audit().await.unwrap().is_ok());
}

#[rstest]
#[tokio::test]
async fn one_that_cannot_be_made_says_why_and_too_many_are_not_taken(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let shelf = Shelf::new(engine).await;
    let id = shelf.asks(Bound::Main, "a").await.unwrap();
    let claimed = shelf.claims().await.unwrap();
    let store = &shelf.bench.database.store;
    store.fail_dossier(&claimed, DossierFault::TooLong).await.unwrap();
    let bureau = shelf.bench.bureau(shelf.bench.chen).await;
    assert_eq!(bureau.dossier(shelf.case, id).await.unwrap().fault, Some(DossierFault::TooLong));
    let other = shelf.bench.registered();
    drop(bureau);
    let other = other.await;
    let bureau = shelf.bench.bureau(shelf.bench.chen).await;
    assert!(matches!(bureau.dossier(other, id).await, Err(Error::NotFound)));
    drop(bureau);
    for nth in 0..WAITING_MAX {
        assert!(shelf.asks(Bound::Main, &nth.to_string()).await.is_some());
    }
    assert_eq!(shelf.asks(Bound::Main, "one more").await, None);
}

#[rstest]
#[tokio::test]
async fn so_many_volumes_lie_there_at_a_time(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let shelf = Shelf::new(engine).await;
    for nth in 0..KEPT_MAX {
        assert!(shelf.asks(Bound::Main, &nth.to_string()).await.is_some(), "{nth}");
        let claimed = shelf.claims().await.unwrap();
        let bureau = shelf.bench.bureau(shelf.bench.chen).await;
        let done = dossier::ActiveModel {
            id: Set(claimed.id.0),
            state: Set(DossierState::Done.word().to_owned()),
            ended_at: Set(Some(bureau.now().0)),
            catalogue_sealed: Set(Some(Vec::new())),
            pages: Set(Some(1)),
            size: Set(Some(1)),
            sha256: Set(Some("0".repeat(64))),
            ..Default::default()
        };
        bureau.update::<dossier::Entity>(done).await.unwrap();
        bureau.commit().await.unwrap();
    }
    assert_eq!(shelf.asks(Bound::Main, "one more").await, None);
    shelf.later(25 * 3_600_000);
    assert!(shelf.asks(Bound::Main, "one more").await.is_some());
}

#[rstest]
#[tokio::test]
async fn volumes_are_found_by_an_index(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let shelf = Shelf::new(engine).await;
    for nth in 0..60 {
        let bound = if nth % 2 == 0 { Bound::Main } else { Bound::Inner };
        shelf.asks(bound, &nth.to_string()).await;
        let claimed = shelf.claims().await.unwrap();
        assert!(shelf.finishes(&claimed, &vec![b'%'; nth + 1]).await);
    }
    shelf.asks(Bound::Main, "last").await;
    analyze(&shelf.bench.database).await;
    shelf.bench.database.record();
    let bureau = shelf.bench.bureau(shelf.bench.chen).await;
    let rows = bureau.dossiers(shelf.case).await.unwrap();
    bureau.dossier(shelf.case, rows[0].id).await.unwrap();
    bureau.is_named(&rows[5].sha256).await.unwrap();
    drop(bureau);
    shelf.claims().await.unwrap();
    let (asked, wrong) = bad_plans(&shelf.bench.database, engine).await;
    assert!(asked > 4 && wrong.is_empty(), "{asked}: {}", wrong.join("\n\n"));
}
