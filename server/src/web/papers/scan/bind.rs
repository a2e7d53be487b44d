//! Pages are read and bound aside, one scan at a time: others go on meanwhile.

use super::down;
use super::receive::Received;
use crate::web::Site;
use ::paper::{BoundScan, ReadPage, ScannedFile, ScannedPage, read_scan};
use app::caller::Caller;
use app::error::AppError;
use app::paper::scan::{Entering, ToBind, words};
use chrono::Datelike;
use domain::Lang;
use domain::file::Content;
use domain::paper::{SCAN_PAGES_MAX, ScanFault};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::BoundPaper;
use tokio::sync::Semaphore;

/// Scans that are read or bound at a time.
static AT_ONCE: Semaphore = Semaphore::const_new(1);
/// Reading one scan takes no longer.
const READ_MAX: Duration = Duration::from_secs(240);

/// Reads the pages of each file.
///
/// # Errors
/// [`AppError::Refused`] with what is to be mended.
pub async fn read(caller: &Caller, received: &[Received]) -> Result<Vec<Vec<ReadPage>>, AppError> {
    let files: Vec<(String, ScannedFile)> =
        received.iter().map(|file| (file.name.clone(), scanned(file.content, file.bytes.clone()))).collect();
    let _turn = AT_ONCE.acquire().await.map_err(|error| down(caller, &error))?;
    let lang = caller.lang;
    let read = tokio::task::spawn_blocking(move || read_all(&files, lang)).await;
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

/// Binds the pages of each paper into one PDF.
///
/// # Errors
/// [`AppError::Down`] when bytes are not there any more, or cannot be bound.
pub async fn bound(
    site: &Site,
    caller: &Caller,
    entering: &Entering,
) -> Result<Vec<(BoundPaper, Vec<u8>)>, AppError> {
    let _turn = AT_ONCE.acquire().await.map_err(|error| down(caller, &error))?;
    let mut files = BTreeMap::new();
    for file in &entering.files {
        let bytes = site.evidence.read_small(entering.bureau, &file.sha256).await;
        let bytes = Arc::new(bytes.map_err(|error| down(caller, &error))?);
        files.insert(file.number, scanned(file.content, bytes));
    }
    let mut bound = Vec::with_capacity(entering.papers.len());
    for one in &entering.papers {
        let scan = to_bind(entering, one, &files);
        let pages = u32::try_from(scan.pages.len()).unwrap_or_default();
        let papers = site.papers.clone();
        let printed = tokio::task::spawn_blocking(move || papers.bind_scan(&scan)).await;
        let printed = printed.map_err(|error| down(caller, &error))?.map_err(|error| down(caller, &error))?;
        let size = printed.pdf.len() as u64;
        let paper = BoundPaper { paper: one.paper.clone(), sha256: printed.sha256, size, pages };
        bound.push((paper, printed.pdf));
    }
    Ok(bound)
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
