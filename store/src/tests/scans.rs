//! Scans of signed papers: seen by whoever scanned them, entered all or nothing, swept away when nobody goes on.

use super::cases::Bench;
use super::plans::{analyze, bad_plans};
use crate::{
    BoundPaper, BureauStore, Engine, EnterFault, Error, FileTrouble, Files, FilesPlace, Keys, NewCopy,
    NewPaper, ScanFile, ScanFound, ScanPage, testing::KEYS,
};
use domain::file::Content;
use domain::id::{CaseId, IssuedPaperId, PersonId, ScanId};
use domain::paper::{
    PAPER_SCANS_MAX, PaperCopy, PaperFault, PaperKind, PaperState, SCANS_WAITING_MAX, ScanFault,
};
use rstest::rstest;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// A bureau with a case whose papers come back; files lie in a folder of the test.
struct Desk {
    bench: Bench,
    case: CaseId,
    files: Files,
    folder: TempDir,
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn file(number: u32, bytes: &[u8]) -> ScanFile {
    ScanFile { number, content: Content::Pdf, size: bytes.len() as u64, sha256: sha256(bytes) }
}

fn page(number: u32, found: ScanFound) -> (ScanPage, Vec<u8>) {
    (
        ScanPage { number, file: 1, page: number, is_wide: false, found },
        format!("picture {number}").into_bytes(),
    )
}

impl Desk {
    async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = FilesPlace::Folder(folder.path().join("files"));
        let files = Files::open(&place, &Keys::from_text(KEYS).unwrap()).unwrap();
        let bench = Bench::new(engine).await;
        let case = bench.registered().await;
        Desk { bench, case, files, folder }
    }

    async fn bureau(&self) -> BureauStore {
        self.bench.bureau(self.bench.chen).await
    }

    /// A paper of a step of the case, with the word of its check.
    async fn issues(&self, seq: u32) -> (IssuedPaperId, String) {
        let bureau = self.bureau().await;
        let key = bureau.paper_key().unwrap();
        let word = bureau.check_word(&key);
        let copy = NewCopy {
            copy: PaperCopy::File,
            pdf: b"%PDF".to_vec(),
            sha256: "0".repeat(64),
            template: "0badcafe".to_owned(),
        };
        let (case, on) = (self.case, bureau.today());
        let (party, number, facts) = (None, None, "{}".to_owned());
        let kind = PaperKind::D05;
        let new = NewPaper { case, kind, seq, party, number, on, facts, key, copies: vec![copy] };
        let id = bureau.issue_paper(new).await.unwrap();
        bureau.commit().await.unwrap();
        (id, word)
    }

    /// A scan of one file, whose bytes lie there.
    async fn scans(&self, by: PersonId, bytes: &[u8], found: &[ScanFound]) -> Result<ScanId, ScanFault> {
        let bureau = self.bench.bureau(by).await;
        let pages: Vec<_> = (1..).zip(found).map(|(number, found)| page(number, *found)).collect();
        let id = bureau.begin_scan(&[file(1, bytes)], &pages).await.unwrap()?;
        let own = bureau.bureau().id;
        bureau.commit().await.unwrap();
        self.files.put_small(own, &sha256(bytes), bytes).await.unwrap();
        Ok(id)
    }

    /// Enters these papers with these bytes of each.
    async fn enters(
        &self,
        scan: ScanId,
        papers: &[(IssuedPaperId, &[u8])],
    ) -> Result<Result<(), (usize, EnterFault)>, Error> {
        let mut bound = Vec::new();
        let bureau = self.bureau().await;
        for (id, bytes) in papers {
            let paper = bureau.issued_paper(self.case, *id).await.unwrap();
            let size = bytes.len() as u64;
            bound.push(BoundPaper { paper, sha256: sha256(bytes), size, pages: 2 });
        }
        let named: Vec<(u64, String)> = bound.iter().map(|one| (one.size, one.sha256.clone())).collect();
        bureau.name_bound_scans(scan, &named).await?;
        let own = bureau.bureau().id;
        bureau.commit().await?;
        for (_, bytes) in papers.iter().filter(|(_, bytes)| !bytes.starts_with(b"missing")) {
            self.files.put_small(own, &sha256(bytes), bytes).await.unwrap();
        }
        let bureau = self.bureau().await;
        let entered = bureau.enter_scan(&self.files, scan, &bound, bureau.today()).await?;
        if entered.is_ok() {
            bureau.commit().await.unwrap();
        }
        Ok(entered)
    }

    async fn state(&self, id: IssuedPaperId) -> PaperState {
        self.bureau().await.issued_paper(self.case, id).await.unwrap().state
    }

    fn a_day_later(&self) {
        let now = self.bench.database.store.clock().now();
        self.bench.database.clock.set(now.plus_millis(25 * 3_600_000));
    }

    async fn sweep(&self) -> usize {
        self.bench.database.store.sweep_files(&self.files).await.unwrap().objects
    }

    /// How many files lie there.
    fn lying(&self) -> usize {
        let bureaus = std::fs::read_dir(self.folder.path().join("files")).unwrap();
        bureaus.map(|bureau| std::fs::read_dir(bureau.unwrap().path()).unwrap().count()).sum()
    }

    async fn troubles(&self) -> Vec<FileTrouble> {
        let reports = self.bench.database.store.verify_files(&self.files).await.unwrap();
        reports.into_iter().flat_map(|report| report.troubles).collect()
    }
}

#[rstest]
#[tokio::test]
async fn a_scan_is_seen_by_whoever_scanned_it_for_a_day(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let (paper, word) = desk.issues(2).await;
    let bureau = desk.bureau().await;
    let elsewhere = word.replacen("2-", "3-", 1);
    let words = [word.clone(), elsewhere, "2-x".to_owned(), word.replace(&word[word.len() - 4..], "0000")];
    let known = bureau.papers_by_words(&words).await.unwrap();
    assert_eq!(known.into_iter().collect::<Vec<_>>(), [(word, paper)]);
    drop(bureau);

    let found = [ScanFound::Paper(paper, 3), ScanFound::NoCode, ScanFound::Unknown];
    let id = desk.scans(desk.bench.chen, b"%PDF scan", &found).await.unwrap();
    let bureau = desk.bureau().await;
    let scan = bureau.scan(id).await.unwrap();
    assert_eq!(scan.files, [file(1, b"%PDF scan")]);
    assert_eq!(scan.pages.iter().map(|page| page.found).collect::<Vec<_>>(), found);
    assert_eq!(bureau.scan_picture(id, 2).await.unwrap(), b"picture 2");
    assert!(matches!(bureau.scan_picture(id, 4).await, Err(Error::NotFound)));
    let waiting = bureau.waiting_scans().await.unwrap();
    assert_eq!(waiting.iter().map(|(id, _, pages)| (*id, *pages)).collect::<Vec<_>>(), [(id, 3)]);
    drop(bureau);

    let other = desk.bench.bureau(desk.bench.pan).await;
    assert!(matches!(other.scan(id).await, Err(Error::NotFound)));
    assert!(matches!(other.scan_picture(id, 1).await, Err(Error::NotFound)));
    assert!(matches!(other.drop_scan(id).await, Err(Error::NotFound)));
    assert_eq!(other.waiting_scans().await.unwrap(), []);
    drop(other);

    assert_eq!(desk.troubles().await, []);
    assert_eq!((desk.sweep().await, desk.lying()), (0, 1));
    desk.a_day_later();
    assert!(matches!(desk.bureau().await.scan(id).await, Err(Error::NotFound)));
    assert_eq!((desk.sweep().await, desk.lying()), (1, 0));
}

#[rstest]
#[tokio::test]
async fn papers_of_a_scan_come_back_together_and_each_scan_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let ((one, _), (two, _)) = (desk.issues(2).await, desk.issues(3).await);
    let id = desk.scans(desk.bench.chen, b"%PDF scan", &[ScanFound::NoCode]).await.unwrap();
    desk.enters(id, &[(one, b"%PDF one"), (two, b"%PDF two")]).await.unwrap().unwrap();
    assert_eq!((desk.state(one).await, desk.state(two).await), (PaperState::Back, PaperState::Back));
    // Sent once more it is not there any more.
    assert!(matches!(desk.enters(id, &[(one, b"%PDF one")]).await, Err(Error::NotFound)));
    let first = desk.bureau().await.paper_scans(desk.case).await.unwrap();
    assert_eq!(first.len(), 2);

    // A later scan of a paper that is back: the day stays, and the earlier scan.
    let back_on = desk.bureau().await.issued_paper(desk.case, one).await.unwrap().back_on;
    desk.a_day_later();
    let again = desk.scans(desk.bench.chen, b"%PDF again", &[ScanFound::NoCode]).await.unwrap();
    desk.enters(again, &[(one, b"%PDF one, better")]).await.unwrap().unwrap();
    let bureau = desk.bureau().await;
    assert_eq!(bureau.issued_paper(desk.case, one).await.unwrap().back_on, back_on);
    let scans = bureau.paper_scans(desk.case).await.unwrap();
    let of_one: Vec<_> =
        scans.iter().filter(|scan| scan.paper == one).map(|scan| scan.sha256.as_str()).collect();
    assert_eq!(of_one, [sha256(b"%PDF one, better"), sha256(b"%PDF one")]);
    let kept = bureau.paper_scan(desk.case, scans[0].id).await.unwrap();
    assert_eq!((kept.pages, kept.size), (2, 16));
    assert!(bureau.verify_audit().await.unwrap().is_ok());
    drop(bureau);
    let other = desk.bench.registered().await;
    let elsewhere = desk.bureau().await.paper_scan(other, scans[0].id).await;
    assert!(matches!(elsewhere, Err(Error::NotFound)));

    // The files of the scans go, what was entered stays.
    desk.a_day_later();
    assert_eq!((desk.sweep().await, desk.lying()), (2, 3));
    assert_eq!(desk.troubles().await, []);
}

#[rstest]
#[tokio::test]
async fn nothing_of_a_scan_is_entered_when_one_paper_cannot_be(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let ((one, _), (old, _)) = (desk.issues(2).await, desk.issues(3).await);
    let (new, _) = desk.issues(3).await;
    let id = desk.scans(desk.bench.chen, b"%PDF scan", &[ScanFound::NoCode]).await.unwrap();
    let refused = desk.enters(id, &[(one, b"%PDF one"), (old, b"%PDF old")]).await.unwrap();
    assert_eq!(refused, Err((1, EnterFault::Paper(PaperFault::Ended))));
    assert_eq!(desk.state(one).await, PaperState::ToPrint);
    assert_eq!(desk.bureau().await.paper_scans(desk.case).await.unwrap(), []);
    // Bytes that are not there: to be laid down again.
    let missing = desk.enters(id, &[(one, b"missing"), (new, b"%PDF new")]).await;
    assert!(matches!(missing, Err(Error::Conflict)), "{missing:?}");
    assert_eq!(desk.state(new).await, PaperState::ToPrint);
    // The scan waits as before.
    desk.enters(id, &[(one, b"%PDF one"), (new, b"%PDF new")]).await.unwrap().unwrap();
    assert_eq!(desk.state(new).await, PaperState::Back);
}

#[rstest]
#[tokio::test]
async fn scans_of_a_person_and_of_a_paper_have_a_bound(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let (paper, _) = desk.issues(2).await;
    for nth in 0..PAPER_SCANS_MAX {
        let id = desk.scans(desk.bench.chen, b"%PDF scan", &[ScanFound::NoCode]).await.unwrap();
        let bytes = format!("%PDF {nth}");
        desk.enters(id, &[(paper, bytes.as_bytes())]).await.unwrap().unwrap();
    }
    let id = desk.scans(desk.bench.chen, b"%PDF scan", &[ScanFound::NoCode]).await.unwrap();
    let refused = desk.enters(id, &[(paper, b"%PDF one more")]).await.unwrap();
    assert_eq!(refused, Err((0, EnterFault::Many)));
    for _ in 1..SCANS_WAITING_MAX {
        desk.scans(desk.bench.chen, b"%PDF scan", &[ScanFound::NoCode]).await.unwrap();
    }
    let more = desk.scans(desk.bench.chen, b"%PDF scan", &[ScanFound::NoCode]).await;
    assert_eq!(more, Err(ScanFault::TooManyWaiting));
    let bureau = desk.bureau().await;
    bureau.drop_scan(id).await.unwrap();
    bureau.commit().await.unwrap();
    desk.scans(desk.bench.chen, b"%PDF scan", &[ScanFound::NoCode]).await.unwrap();
}

#[tokio::test]
async fn a_scan_that_is_gone_or_changed_where_it_lies_is_told() {
    let desk = Desk::new(Engine::Sqlite).await;
    let ((one, _), (two, _)) = (desk.issues(2).await, desk.issues(3).await);
    let id = desk.scans(desk.bench.chen, b"%PDF scan", &[ScanFound::NoCode]).await.unwrap();
    desk.enters(id, &[(one, b"%PDF one"), (two, b"%PDF two")]).await.unwrap().unwrap();
    let own = desk.bureau().await.bureau().id.0.to_string();
    let lies = |bytes: &[u8]| desk.folder.path().join("files").join(&own).join(sha256(bytes));
    std::fs::remove_file(lies(b"%PDF one")).unwrap();
    let mut sealed = std::fs::read(lies(b"%PDF two")).unwrap();
    *sealed.last_mut().unwrap() ^= 1;
    std::fs::write(lies(b"%PDF two"), sealed).unwrap();
    let (case, mut troubles) = (desk.case, desk.troubles().await);
    troubles.sort_by_key(|trouble| matches!(trouble, FileTrouble::ChangedScan { .. }));
    let missing = FileTrouble::MissingScan { case, paper: one, sha256: sha256(b"%PDF one") };
    let changed = FileTrouble::ChangedScan { case, paper: two, sha256: sha256(b"%PDF two") };
    assert_eq!(troubles, [missing, changed]);
}

#[rstest]
#[tokio::test]
async fn scans_are_found_by_an_index(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::new(engine).await;
    let mut papers = Vec::new();
    for seq in 2..40 {
        papers.push(desk.issues(seq).await);
    }
    let id = desk.scans(desk.bench.chen, b"%PDF scan", &[ScanFound::NoCode; 60]).await.unwrap();
    let bytes: Vec<String> = papers.iter().map(|(id, _)| format!("%PDF {id}")).collect();
    let bound: Vec<(IssuedPaperId, &[u8])> =
        papers.iter().zip(&bytes).map(|((id, _), bytes)| (*id, bytes.as_bytes())).collect();
    desk.enters(id, &bound).await.unwrap().unwrap();
    let id = desk.scans(desk.bench.chen, b"%PDF more", &[ScanFound::NoCode; 60]).await.unwrap();
    analyze(&desk.bench.database).await;
    desk.bench.database.record();
    let bureau = desk.bureau().await;
    bureau.papers_by_words(&[papers[3].1.clone()]).await.unwrap();
    bureau.scan(id).await.unwrap();
    bureau.scan_picture(id, 5).await.unwrap();
    bureau.waiting_scans().await.unwrap();
    let scans = bureau.paper_scans(desk.case).await.unwrap();
    assert_eq!(scans.len(), papers.len());
    bureau.paper_scan(desk.case, scans[0].id).await.unwrap();
    drop(bureau);
    desk.sweep().await;
    let (asked, wrong) = bad_plans(&desk.bench.database, engine).await;
    assert!(asked > 5 && wrong.is_empty(), "{asked}: {}", wrong.join("\n\n"));
}
