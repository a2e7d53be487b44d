//! Pages are read and bound aside, one scan at a time: others go on meanwhile.

use super::down;
use super::receive::Received;
use crate::web::Site;
use ::paper::{BoundScan, PaperError, ReadPage, ScannedFile, ScannedPage, pages_of, read_scan};
use app::caller::Caller;
use app::error::AppError;
use app::paper::scan::{Entering, ToBind, words};
use chrono::Datelike;
use domain::Lang;
use domain::file::Content;
use domain::paper::{SCAN_PAGES_MAX, ScanFault, missing_pages};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};
use store::{BoundPaper, IssuedPaper};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Scans that are read or bound at a time.
static AT_ONCE: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(1)));
/// Reading one scan takes no longer.
const READ_MAX: Duration = Duration::from_secs(240);
/// Nobody waits longer for their turn; then they are told, and what they filled in is still there.
const TURN_MAX: Duration = Duration::from_secs(60);

/// A turn, which whoever reads keeps until they are done, also when nobody waits for them any more.
async fn turn() -> Result<OwnedSemaphorePermit, ScanFault> {
    let turn = tokio::time::timeout(TURN_MAX, AT_ONCE.clone().acquire_owned()).await;
    turn.ok().and_then(Result::ok).ok_or(ScanFault::Busy)
}

/// Reads the pages of each file.
///
/// # Errors
/// [`AppError::Refused`] with what is to be mended.
pub async fn read(caller: &Caller, received: &[Received]) -> Result<Vec<Vec<ReadPage>>, AppError> {
    let files: Vec<(String, ScannedFile)> =
        received.iter().map(|file| (file.name.clone(), scanned(file.content, file.bytes.clone()))).collect();
    let lang = caller.lang;
    let turn = turn().await.map_err(|fault| AppError::Refused(fault.message(lang)))?;
    let read = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        read_all(&files, lang)
    });
    let read = read.await;
    read.map_err(|error| down(caller, &error))?.map_err(AppError::Refused)
}

fn read_all(files: &[(String, ScannedFile)], lang: Lang) -> Result<Vec<Vec<ReadPage>>, String> {
    let until = Instant::now() + READ_MAX;
    let (mut left, mut all) = (SCAN_PAGES_MAX, Vec::with_capacity(files.len()));
    for (name, file) in files {
        let read = read_scan(file, left, until).map_err(|fault| match fault {
            ::paper::ScanFault::TooManyPages => ScanFault::TooManyPages.message(lang),
            ::paper::ScanFault::TooSlow => ScanFault::TooSlow.message(lang),
            ::paper::ScanFault::Encrypted => words::of_file(name, &ScanFault::Encrypted.message(lang), lang),
            ::paper::ScanFault::TooFine => words::of_file(name, &ScanFault::TooFine.message(lang), lang),
            ::paper::ScanFault::Broken => words::of_file(name, &ScanFault::Broken.message(lang), lang),
        })?;
        left -= read.len().min(left);
        all.push(read);
    }
    Ok(all)
}

fn scanned(content: Content, bytes: Arc<Vec<u8>>) -> ScannedFile {
    if content == Content::Pdf { ScannedFile::Pdf(bytes) } else { ScannedFile::Picture(bytes) }
}

/// Binds the pages of each paper into one PDF; `copies` are the papers as they were made.
///
/// # Errors
/// [`AppError::Down`] when a page cannot be bound; in words, when a paper is not whole in the scan, or the scan itself is
/// not there as it came.
pub async fn bound(
    site: &Site,
    caller: &Caller,
    entering: &Entering,
    copies: Vec<Vec<u8>>,
) -> Result<Result<Vec<(BoundPaper, Vec<u8>)>, ScanFault>, AppError> {
    let mut files = BTreeMap::new();
    for file in &entering.files {
        let Ok(bytes) = site.evidence.read_small(entering.bureau, &file.sha256).await else {
            return Ok(Err(ScanFault::Gone));
        };
        files.insert(file.number, scanned(file.content, Arc::new(bytes)));
    }
    let mut scans = Vec::with_capacity(entering.papers.len());
    for (one, copy) in entering.papers.iter().zip(copies) {
        let pages =
            pages_of(&Arc::new(copy)).map_err(|_| down(caller, &"a paper that was made is unreadable"))?;
        let pages = u32::try_from(pages.len()).unwrap_or(u32::MAX);
        let missing = missing_pages(&one.numbers(), pages);
        if !missing.is_empty() {
            return Ok(Err(ScanFault::Missing(one.called(caller), pages, missing)));
        }
        scans.push((one.paper.clone(), to_bind(entering, one, &files)));
    }
    let turn = match turn().await {
        Ok(turn) => turn,
        Err(fault) => return Ok(Err(fault)),
    };
    let papers = site.papers.clone();
    let bound = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let bind = |(paper, scan): (IssuedPaper, BoundScan)| {
            let printed = papers.bind_scan(&scan)?;
            let pages = u32::try_from(scan.pages.len()).unwrap_or_default();
            let size = printed.pdf.len() as u64;
            Ok((BoundPaper { paper, sha256: printed.sha256, size, pages }, printed.pdf))
        };
        scans.into_iter().map(bind).collect::<Result<Vec<_>, PaperError>>()
    });
    let bound = bound.await.map_err(|error| down(caller, &error))?;
    Ok(Ok(bound.map_err(|error| down(caller, &error))?))
}

fn to_bind(entering: &Entering, one: &ToBind, files: &BTreeMap<u32, ScannedFile>) -> BoundScan {
    let day = entering.today;
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let page = |page: &store::ScanPage| {
        Some(ScannedPage {
            file: files.get(&page.file)?.clone(),
            number: usize::try_from(page.page).ok()?,
            is_wide: page.is_wide,
        })
    };
    BoundScan {
        name: format!("{}/{}", entering.scan, one.paper.id),
        day: (day.year(), small(day.month()), small(day.day())),
        title: one.paper.kind.name(Lang::Zh).to_owned(),
        bureau: entering.bureau_name.clone(),
        pages: one.pages.iter().filter_map(page).collect(),
    }
}
