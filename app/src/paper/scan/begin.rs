//! A scan comes in: what was read of it becomes a scan that waits.

use super::super::workspace;
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use domain::Instant;
use domain::calendar::day_long;
use domain::id::{BureauId, ScanId};
use domain::paper::ScanFault;
use domain::role::Power;
use store::{ScanFile, ScanFound, ScanPage};

/// Where scans come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanDesk {
    pub bureau: String,
    pub here: String,
    /// The way to the papers that are not back.
    pub out: String,
    /// The person's scans that wait: what each is called, and the way to it.
    pub waiting: Vec<(String, String)>,
}

/// A page as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScannedIn {
    /// The number of its file, and which page of the file it is.
    pub file: u32,
    pub page: u32,
    /// Wider than high.
    pub is_wide: bool,
    /// Of each code that leads to a paper its word, and which page of the paper it says this is.
    pub codes: Vec<(String, u32)>,
    /// A small picture, a JPEG.
    pub small: Vec<u8>,
}

/// The desk at which a person's scans come in.
///
/// # Errors
/// [`AppError::NotFound`] for another bureau's.
pub async fn scan_desk(caller: &Caller, slug: &str) -> Result<ScanDesk, AppError> {
    let store = workspace(caller, slug).await?;
    let waiting = store.waiting_scans().await.map_err(|error| caller.redact(error))?;
    let line = |(id, at, pages): (ScanId, Instant, u64)| {
        let time = at.in_shanghai().format("%H:%M").to_string();
        let name = words::waiting_line(&day_long(at.day(), caller.lang), &time, pages, caller.lang);
        (name, path::scan(slug, &id.to_string()))
    };
    Ok(ScanDesk {
        bureau: store.bureau().full_name.clone(),
        here: path::scans(slug),
        out: path::papers_out(slug),
        waiting: waiting.into_iter().map(line).collect(),
    })
}

/// The bureau for which a person may bring a scan now, before a byte of it is read.
///
/// # Errors
/// [`AppError::NotFound`] for another bureau's, [`AppError::Refused`] when too many of the person's wait.
pub async fn scanner(caller: &Caller, slug: &str) -> Result<BureauId, AppError> {
    let store = workspace(caller, slug).await?;
    match store.has_room_for_scan().await.map_err(|error| caller.redact(error))? {
        true => Ok(store.bureau().id),
        false => Err(AppError::Refused(ScanFault::TooManyWaiting.message(caller.lang))),
    }
}

/// Keeps what was read of a scan; the way to it. What the codes say is looked up among the bureau's own papers: of any other
/// it is said that it is not known.
///
/// # Errors
/// As [`scanner`].
pub async fn begin_scan(
    caller: &Caller,
    slug: &str,
    files: &[ScanFile],
    pages: Vec<ScannedIn>,
) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    let words: Vec<String> =
        pages.iter().flat_map(|page| page.codes.iter().map(|(word, _)| word.clone())).collect();
    let own = store.papers_by_words(&words).await.map_err(redact)?;
    let found = |codes: &[(String, u32)]| {
        let paper = codes.iter().find_map(|(word, page)| own.get(word).map(|id| (*id, *page)));
        match paper {
            Some((id, page)) => ScanFound::Paper(id, page),
            None if codes.is_empty() => ScanFound::NoCode,
            None => ScanFound::Unknown,
        }
    };
    let kept = (1..).zip(pages).map(|(number, page)| {
        let found = found(&page.codes);
        let of = ScanPage { number, file: page.file, page: page.page, is_wide: page.is_wide, found };
        (of, page.small)
    });
    let kept: Vec<(ScanPage, Vec<u8>)> = kept.collect();
    match store.begin_scan(files, &kept).await.map_err(redact)? {
        Ok(id) => {
            store.commit().await.map_err(redact)?;
            Ok(path::scan(slug, &id.to_string()))
        }
        Err(fault) => Err(AppError::Refused(fault.message(caller.lang))),
    }
}
