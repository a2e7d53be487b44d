//! Evidence that is a file: numbers without gaps, bytes that are sealed and checked, uploads that end or are swept away.

use super::cases::Bench;
use super::plans::{analyze, bad_plans};
use super::walls::raw;
use crate::{
    BureauStore, Engine, Error, EvidenceFile, FileTrouble, Files, FilesPlace, Keys, Upload, testing::KEYS,
};
use domain::file::{EvidenceKind, EvidenceSheet, FILE_BYTES_MAX, FileFault, FileName, WAITING_MAX};
use domain::id::{CaseId, EvidenceId, PersonId, UploadId};
use futures_util::TryStreamExt;
use rstest::rstest;
use sea_orm::ConnectionTrait;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use tokio::task::JoinSet;

/// A bureau whose files lie in a folder of the test.
pub(super) struct Shelf {
    pub(super) bench: Bench,
    pub(super) files: Files,
    folder: TempDir,
}

/// Everything in a folder.
fn lying(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(lying(&path)) } else { found.push(path) }
    }
    found
}

/// A text of so many bytes.
fn text(seed: u32, size: usize) -> Vec<u8> {
    let line = format!("{seed} 道县 2026-03-05 进货台账\n").into_bytes();
    line.iter().copied().cycle().take(size).collect()
}

impl Shelf {
    pub(super) async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = FilesPlace::Folder(folder.path().join("files"));
        let files = Files::open(&place, &Keys::from_text(KEYS).unwrap()).unwrap();
        Shelf { bench: Bench::new(engine).await, files, folder }
    }

    async fn bureau(&self) -> BureauStore {
        self.bench.bureau(self.bench.chen).await
    }

    pub(super) fn sheet(&self) -> EvidenceSheet {
        EvidenceSheet {
            kind: EvidenceKind::ElectronicData,
            source: "道县某某商贸有限公司蒋某".parse().unwrap(),
            place: "门店".parse().unwrap(),
            at: "2026-10-30T09:30:00".parse().unwrap(),
            collectors: [self.bench.chen, self.bench.pan],
            pages: None,
            party: None,
            names_reporter: false,
        }
    }

    async fn declared(&self, case: CaseId, name: &str, size: usize) -> Upload {
        let bureau = self.bureau().await;
        let name = FileName::parse(name).unwrap();
        let id = bureau.declare_upload(case, &name, size as u64).await.unwrap().unwrap();
        let upload = bureau.upload(case, id).await.unwrap();
        bureau.commit().await.unwrap();
        upload
    }

    async fn sends(&self, upload: &Upload, start: u64, bytes: &[u8]) -> Result<(), Error> {
        let bureau = self.bureau().await;
        let object = self.files.put_part(bureau.bureau().id, upload.id, bytes).await.unwrap();
        bureau.part_received(upload, start, bytes.len() as u64, object).await?;
        bureau.commit().await
    }

    /// A whole file on its way in, sent in parts of a mebibyte and a half.
    pub(super) async fn sent(&self, case: CaseId, name: &str, bytes: &[u8]) -> Upload {
        let upload = self.declared(case, name, bytes.len()).await;
        let mut start = 0;
        for part in bytes.chunks(3 << 19) {
            self.sends(&upload, start, part).await.unwrap();
            start += part.len() as u64;
        }
        upload
    }

    /// Lays a whole file down, but writes no row.
    pub(super) async fn laid(&self, upload: &Upload) -> crate::FoundFile {
        let bureau = self.bureau().await;
        let parts = bureau.upload_parts(upload.id).await.unwrap();
        let id = bureau.bureau().id;
        let found = self.files.judged(id, upload, &parts).await.unwrap().unwrap();
        bureau.upload_found(upload, &found, None).await.unwrap();
        bureau.commit().await.unwrap();
        self.files.compose(id, upload.id, &parts, &found).await.unwrap();
        found
    }

    async fn kept(
        &self,
        person: PersonId,
        upload: &Upload,
        found: &crate::FoundFile,
    ) -> Result<EvidenceId, Error> {
        let bureau = self.bench.bureau(person).await;
        let id = bureau.keep_evidence(&self.files, (upload, found, None), &self.sheet()).await?;
        bureau.commit().await?;
        Ok(id)
    }

    pub(super) async fn added(&self, case: CaseId, name: &str, bytes: &[u8]) -> EvidenceFile {
        let upload = self.sent(case, name, bytes).await;
        let found = self.laid(&upload).await;
        let id = self.kept(self.bench.chen, &upload, &found).await.unwrap();
        self.bureau().await.evidence_file(case, id).await.unwrap()
    }

    async fn read(&self, file: &EvidenceFile, range: std::ops::Range<u64>) -> Result<Vec<u8>, Error> {
        let bureau = self.bureau().await.bureau().id;
        let read = self.files.read(bureau, &file.sha256, file.size, range).await?;
        read.try_concat().await
    }

    pub(super) async fn troubles(&self) -> Vec<FileTrouble> {
        let reports = self.bench.database.store.verify_files(&self.files).await.unwrap();
        reports.into_iter().flat_map(|report| report.troubles).collect()
    }

    pub(super) async fn sweep(&self) {
        self.bench.database.store.sweep_files(&self.files).await.unwrap();
    }

    fn a_day_later(&self) {
        let now = self.bench.database.store.clock().now();
        self.bench.database.clock.set(now.plus_millis(25 * 3_600_000));
    }
}

#[rstest]
#[tokio::test]
async fn a_file_comes_in_by_parts_and_is_read_as_it_was(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let shelf = Shelf::new(engine).await;
    let case = shelf.bench.registered().await;
    let bytes = text(1, (5 << 20) + 321);
    let file = shelf.added(case, "进货台账.txt", &bytes).await;
    assert_eq!((file.number, file.size, file.name.as_str()), (1, bytes.len() as u64, "进货台账.txt"));
    assert_eq!(file.sheet, shelf.sheet());
    let size = bytes.len();
    for (from, to) in [
        (0, size),
        (0, 1),
        (1 << 20, 1 << 20),
        ((1 << 20) - 1, (1 << 20) + 1),
        (7, 5 << 20),
        (size - 1, size + 9),
    ] {
        let read = shelf.read(&file, from as u64..to as u64).await.unwrap();
        assert!(read == bytes[from..to.min(size)], "{from}..{to}");
    }
    // As it lies nobody reads it, and neither the name nor the sheet in the database.
    shelf.a_day_later();
    shelf.sweep().await;
    let there = lying(shelf.folder.path());
    assert_eq!(there.len(), 1, "{there:?}");
    assert!(there[0].ends_with(format!("2/{}", file.sha256)));
    let lies = std::fs::read(&there[0]).unwrap();
    assert!(!lies.windows(6).any(|part| part == "进货".as_bytes()));
    assert_eq!(shelf.troubles().await, []);
    let bureau = shelf.bureau().await;
    let row = bureau.find::<crate::entity::evidence_file::Entity>().one(bureau.tx()).await.unwrap().unwrap();
    let holds = |sealed: &[u8], plain: &str| sealed.windows(plain.len()).any(|part| part == plain.as_bytes());
    assert!(!holds(&row.name_sealed, "台账") && !holds(&row.sheet_sealed, "蒋某"));
    assert!(bureau.verify_audit().await.unwrap().is_ok());
}

#[rstest]
#[tokio::test]
async fn a_part_counts_once_and_only_where_the_file_stands(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let shelf = Shelf::new(engine).await;
    let case = shelf.bench.registered().await;
    let bytes = text(2, 3 << 20);
    let upload = shelf.declared(case, "a.txt", bytes.len()).await;
    let part = 2 << 20;
    shelf.sends(&upload, 0, &bytes[..part]).await.unwrap();
    // Sent again after a broken connection, one too early, one too long.
    for (start, wrong) in [(0, &bytes[..part]), (1 << 20, &bytes[part..]), (part as u64, &bytes[..part])] {
        assert!(matches!(shelf.sends(&upload, start, wrong).await, Err(Error::Conflict)), "{start}");
    }
    assert_eq!(shelf.bureau().await.upload(case, upload.id).await.unwrap().received, part as u64);
    let bureau = shelf.bureau().await;
    let parts = bureau.upload_parts(upload.id).await.unwrap();
    let unfinished = shelf.files.judged(bureau.bureau().id, &upload, &parts).await;
    assert!(matches!(unfinished, Err(Error::Conflict)));
    drop(bureau);
    shelf.sends(&upload, part as u64, &bytes[part..]).await.unwrap();
    let found = shelf.laid(&upload).await;
    // Told twice that it is evidence, it is so once.
    let first = shelf.kept(shelf.bench.chen, &upload, &found).await.unwrap();
    assert_eq!(shelf.kept(shelf.bench.chen, &upload, &found).await.unwrap(), first);
    assert_eq!(shelf.bureau().await.evidence(case).await.unwrap().len(), 1);
    // What lay twice is swept away, what counts stays.
    shelf.a_day_later();
    shelf.sweep().await;
    assert_eq!(shelf.troubles().await, []);
    assert_eq!(lying(shelf.folder.path()).len(), 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn files_added_at_once_have_numbers_without_a_gap(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let shelf = Arc::new(Shelf::new(engine).await);
    let case = shelf.bench.registered().await;
    let mut tasks = JoinSet::new();
    for nth in 1..=9 {
        let shelf = shelf.clone();
        tasks.spawn(async move { shelf.added(case, &format!("{nth}.txt"), &text(nth, 400)).await.number });
    }
    let mut numbers = tasks.join_all().await;
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=9).collect::<Vec<_>>());
    // Each case counts for itself.
    let other = shelf.bench.registered().await;
    assert_eq!(shelf.added(other, "1.txt", &text(1, 400)).await.number, 1);
}

#[rstest]
#[tokio::test]
async fn a_server_that_is_stopped_leaves_no_row_without_its_file_and_after_a_day_no_file_without_its_row(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let shelf = Shelf::new(engine).await;
    let case = shelf.bench.registered().await;
    // Stopped after a part lay there and before its row was written.
    let cut = shelf.declared(case, "a.txt", 2 << 20).await;
    let bureau = shelf.bureau().await.bureau().id;
    shelf.files.put_part(bureau, cut.id, &text(3, 1 << 20)).await.unwrap();
    // Stopped after the file was laid under its hash and before it became evidence; and half way there.
    let whole = shelf.sent(case, "b.txt", &text(4, 2 << 20)).await;
    let found = shelf.laid(&whole).await;
    let half = format!("{}#1", shelf.files_path(&found.sha256).display());
    std::fs::write(&half, b"half").unwrap();
    assert!(shelf.bureau().await.evidence(case).await.unwrap().is_empty());
    assert_eq!(shelf.troubles().await, []);
    // Somebody else has the same bytes as evidence: they stay.
    let same = shelf.added(case, "c.txt", &text(5, 3_000)).await;
    let again = shelf.sent(case, "d.txt", &text(5, 3_000)).await;
    assert_eq!(shelf.laid(&again).await.sha256, same.sha256);
    shelf.a_day_later();
    shelf.sweep().await;
    assert_eq!(lying(shelf.folder.path()), [shelf.files_path(&same.sha256)]);
    assert!(matches!(shelf.kept(shelf.bench.chen, &whole, &found).await, Err(Error::NotFound)));
    assert_eq!(shelf.troubles().await, []);
    assert_eq!(shelf.read(&same, 0..9_999).await.unwrap(), text(5, 3_000));
    // Where the bytes are gone nothing becomes evidence.
    let lost = shelf.sent(case, "e.txt", &text(6, 900)).await;
    let found = shelf.laid(&lost).await;
    std::fs::remove_file(shelf.files_path(&found.sha256)).unwrap();
    assert!(matches!(shelf.kept(shelf.bench.chen, &lost, &found).await, Err(Error::Conflict)));
}

impl Shelf {
    fn files_path(&self, sha256: &str) -> PathBuf {
        self.folder.path().join("files/2").join(sha256)
    }
}

#[rstest]
#[tokio::test]
async fn the_check_names_what_is_missing_changed_and_orphaned(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let shelf = Shelf::new(engine).await;
    let case = shelf.bench.registered().await;
    let missing = shelf.added(case, "1.txt", &text(1, 4_000)).await;
    let changed = shelf.added(case, "2.txt", &text(2, 3 << 20)).await;
    let swapped = shelf.added(case, "3.txt", &text(3, 4_000)).await;
    let good = shelf.added(case, "4.txt", &text(4, 4_000)).await;
    let waiting = shelf.declared(case, "5.txt", 1 << 20).await;
    shelf.sends(&waiting, 0, &text(5, 1 << 20)).await.unwrap();
    assert_eq!(shelf.troubles().await, []);
    std::fs::remove_file(shelf.files_path(&missing.sha256)).unwrap();
    let mut bytes = std::fs::read(shelf.files_path(&changed.sha256)).unwrap();
    let last = bytes.len() - 20;
    bytes[last] ^= 1;
    std::fs::write(shelf.files_path(&changed.sha256), bytes).unwrap();
    std::fs::copy(shelf.files_path(&good.sha256), shelf.files_path(&swapped.sha256)).unwrap();
    std::fs::write(shelf.files_path("0badcafe"), b"?").unwrap();
    let number = |number: i32, sha256: &str| (case, number, sha256.to_owned());
    let named = |(case, number, sha256): (CaseId, i32, String), is_there: bool| match is_there {
        true => FileTrouble::Changed { case, number, sha256 },
        false => FileTrouble::Missing { case, number, sha256 },
    };
    let troubles = shelf.troubles().await;
    assert_eq!(troubles.len(), 4, "{troubles:?}");
    for trouble in [
        FileTrouble::Orphaned { path: "2/0badcafe".to_owned() },
        named(number(1, &missing.sha256), false),
        named(number(2, &changed.sha256), true),
        named(number(3, &swapped.sha256), true),
    ] {
        assert!(troubles.contains(&trouble), "{trouble:?}");
    }
    assert!(matches!(shelf.read(&missing, 0..1).await, Err(Error::NotFound)));
    assert!(matches!(shelf.read(&changed, 0..changed.size).await, Err(Error::Broken)));
    // What was changed in the last piece is read up to there, and no further.
    assert!(shelf.read(&changed, 0..1 << 20).await.is_ok());
}

#[rstest]
#[tokio::test]
async fn evidence_is_withdrawn_with_a_reason_and_never_deleted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let shelf = Shelf::new(engine).await;
    let case = shelf.bench.registered().await;
    let file = shelf.added(case, "1.txt", &text(1, 400)).await;
    let reason = "误传，属于另一案件".parse().unwrap();
    let bureau = shelf.bureau().await;
    bureau.look_at_evidence(&file).await.unwrap();
    assert!(bureau.is_looking_at(&file).await.unwrap());
    assert!(bureau.withdraw_evidence(&file, &reason).await.unwrap());
    bureau.commit().await.unwrap();
    let bureau = shelf.bureau().await;
    let now = bureau.evidence_file(case, file.id).await.unwrap();
    assert_eq!(now.withdrawn.as_ref().unwrap().reason, "误传，属于另一案件");
    assert!(!bureau.withdraw_evidence(&now, &reason).await.unwrap());
    let acts: Vec<String> =
        bureau.evidence_acts(&now).await.unwrap().into_iter().map(|act| act.act).collect();
    assert_eq!(acts, ["evidence_withdrawn", "evidence_looked", "evidence_added"]);
    drop(bureau);
    shelf.a_day_later();
    shelf.sweep().await;
    assert_eq!(shelf.read(&now, 0..400).await.unwrap(), text(1, 400));
    assert!(!shelf.bureau().await.is_looking_at(&now).await.unwrap());
    assert_eq!(shelf.added(case, "2.txt", &text(2, 400)).await.number, 2);
    let raw = raw(&shelf.bench.database).await;
    if engine == Engine::Postgres {
        raw.execute_unprepared("select set_config('xiaoxiang.bureau', '2', false)").await.unwrap();
    }
    assert!(raw.execute_unprepared("delete from evidence_file").await.is_err());
}

#[rstest]
#[tokio::test]
async fn what_is_too_large_too_many_or_of_another_case_does_not_come_in(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let shelf = Shelf::new(engine).await;
    let (case, other) = (shelf.bench.registered().await, shelf.bench.registered().await);
    let name = FileName::parse("录像.mp4").unwrap();
    let bureau = shelf.bureau().await;
    let declare = async |size: u64| bureau.declare_upload(case, &name, size).await.unwrap();
    assert_eq!(declare(0).await, Err(FileFault::Empty));
    for size in [FILE_BYTES_MAX + 1, 4 << 30, u64::MAX] {
        assert_eq!(declare(size).await, Err(FileFault::TooLarge), "{size}");
    }
    let mut ids: Vec<UploadId> = Vec::new();
    for _ in 0..WAITING_MAX {
        ids.push(declare(FILE_BYTES_MAX).await.unwrap());
    }
    assert_eq!(declare(1).await, Err(FileFault::TooMany));
    let first = bureau.upload(case, ids[0]).await.unwrap();
    bureau.cancel_upload(&first).await.unwrap();
    ids.push(declare(1).await.unwrap());
    assert!(matches!(bureau.upload(case, ids[0]).await, Err(Error::NotFound)));
    assert!(matches!(bureau.upload(other, ids[1]).await, Err(Error::NotFound)));
    let unknown = CaseId(uuid::Uuid::from_u128(7));
    assert!(matches!(bureau.declare_upload(unknown, &name, 1).await, Err(Error::NotFound)));
}

#[rstest]
#[tokio::test]
async fn files_are_found_by_an_index(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let shelf = Shelf::new(engine).await;
    let mut last = None;
    for nth in 1..=40 {
        let case = shelf.bench.registered().await;
        last = Some(shelf.added(case, "1.txt", &text(nth, 50)).await);
        shelf.declared(case, "2.txt", 50).await;
    }
    let file = last.unwrap();
    analyze(&shelf.bench.database).await;
    shelf.bench.database.record();
    let bureau = shelf.bureau().await;
    bureau.evidence(file.case).await.unwrap();
    bureau.evidence_acts(&file).await.unwrap();
    let waiting = bureau.waiting_uploads(file.case).await.unwrap();
    bureau.upload_parts(waiting[0].id).await.unwrap();
    bureau.is_named(&file.sha256).await.unwrap();
    drop(bureau);
    let (asked, wrong) = bad_plans(&shelf.bench.database, engine).await;
    assert!(asked > 5 && wrong.is_empty(), "{asked}: {}", wrong.join("\n\n"));
}
