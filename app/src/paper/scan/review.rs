//! A scan is looked at page by page: what was found on each, and which paper it is offered.

use super::super::workspace;
use super::{LEFT, words};
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use domain::Day;
use domain::id::IssuedPaperId;
use domain::paper::{PageFound, PageOffer, PaperState, offered};
use store::{OutPaper, Scan, ScanFound};

/// What a page may become: a word and what it is called.
pub type Choice = (String, String);

/// A page of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewPage {
    pub number: u32,
    /// What was found on it, in words; whether that is to be heeded.
    pub found: String,
    pub is_odd: bool,
    /// What it may become; none where it is not entered in any case.
    pub choices: Vec<Choice>,
    /// What it becomes as long as nobody says otherwise; empty: to be said.
    pub offered: String,
    /// The address of its small picture.
    pub picture: String,
}

/// A scan that waits to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub bureau: String,
    pub here: String,
    pub back: String,
    pub pages: Vec<ReviewPage>,
    /// How many papers are offered pages.
    pub papers: usize,
    /// How many pages wait to be given their paper.
    pub asked: usize,
    pub today: Day,
}

/// What each page of a scan tells, by the papers as they stand now.
pub(super) fn found(scan: &Scan, papers: &[(IssuedPaperId, PaperState)]) -> Vec<PageFound<IssuedPaperId>> {
    let state = |id: IssuedPaperId| papers.iter().find(|(own, _)| *own == id).map(|(_, state)| *state);
    let of = |page: &store::ScanPage| match page.found {
        ScanFound::Paper(id, page) => match state(id) {
            Some(state) if state.is_valid() => PageFound::Paper(id, page),
            Some(_) => PageFound::Ended(id),
            None => PageFound::Unknown,
        },
        ScanFound::Unknown => PageFound::Unknown,
        ScanFound::NoCode => PageFound::NoCode,
    };
    scan.pages.iter().map(of).collect()
}

/// The papers that the codes of a scan name.
pub(super) fn named(scan: &Scan) -> Vec<IssuedPaperId> {
    let of = |page: &store::ScanPage| match page.found {
        ScanFound::Paper(id, _) => Some(id),
        ScanFound::Unknown | ScanFound::NoCode => None,
    };
    let mut named: Vec<IssuedPaperId> = scan.pages.iter().filter_map(of).collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// A scan of the person that waits.
///
/// # Errors
/// [`AppError::NotFound`] for one that is not there, somebody else's and another bureau's.
pub async fn review_scan(caller: &Caller, slug: &str, id: &str) -> Result<Review, AppError> {
    let redact = |error| caller.redact(error);
    let store = workspace(caller, slug).await?;
    let id = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let scan = store.scan(id).await.map_err(redact)?;
    let named = named(&scan);
    let papers = store.papers_to_scan(&named).await.map_err(redact)?;
    let states: Vec<(IssuedPaperId, PaperState)> = papers.iter().map(|one| (one.id, one.state)).collect();
    let found = found(&scan, &states);
    let offers = offered(&found);
    let here = path::scan(slug, &id.to_string());
    let label = |one: &OutPaper| {
        let number = one.number.as_deref().unwrap_or_default();
        format!("{} {number} · {} {}", one.kind.name(caller.lang), one.case_number, one.party)
    };
    let left = || (LEFT.to_owned(), words::left(caller.lang).to_owned());
    // Those of the scan first.
    let (of_scan, others): (Vec<_>, Vec<_>) =
        papers.iter().filter(|one| one.state.is_valid()).partition(|one| named.contains(&one.id));
    let all: Vec<Choice> = of_scan
        .into_iter()
        .chain(others)
        .map(|one| (one.id.to_string(), label(one)))
        .chain([left()])
        .collect();
    let mut seen = std::collections::BTreeSet::new();
    let page =
        |(page, (found, offer)): (&store::ScanPage, (PageFound<IssuedPaperId>, PageOffer<IssuedPaperId>))| {
            let of = |id: IssuedPaperId| papers.iter().find(|one| one.id == id);
            let named = |id| of(id).map(label).unwrap_or_default();
            let (told, is_odd, choices) = match found {
                PageFound::Paper(id, number) => {
                    let again = if seen.insert((id, number)) { "" } else { words::twice(caller.lang) };
                    let back = of(id).is_some_and(|one| one.state == PaperState::Back);
                    let back = if back { words::back_before(caller.lang) } else { "" };
                    let told = words::found_page(&named(id), number, caller.lang);
                    let told = [told.as_str(), back, again].join(" ");
                    (told.trim().to_owned(), !again.is_empty(), vec![(id.to_string(), named(id)), left()])
                }
                PageFound::Ended(id) => {
                    let state = of(id).map_or(PaperState::Void, |one| one.state);
                    (words::ended(&named(id), state.name(caller.lang), caller.lang), true, Vec::new())
                }
                PageFound::Unknown => (words::unknown(caller.lang).to_owned(), true, Vec::new()),
                PageFound::NoCode => (words::no_code(caller.lang).to_owned(), true, all.clone()),
            };
            let offered = match offer {
                PageOffer::Paper(id) => id.to_string(),
                PageOffer::Left => LEFT.to_owned(),
                PageOffer::Ask => String::new(),
            };
            let picture = path::scan_picture(&here, page.number);
            ReviewPage { number: page.number, found: told, is_odd, choices, offered, picture }
        };
    let pages: Vec<ReviewPage> =
        scan.pages.iter().zip(found.iter().copied().zip(offers.iter().copied())).map(page).collect();
    let entered: std::collections::BTreeSet<_> = offers
        .iter()
        .filter_map(|offer| if let PageOffer::Paper(id) = offer { Some(*id) } else { None })
        .collect();
    Ok(Review {
        bureau: store.bureau().full_name.clone(),
        back: path::scans(slug),
        papers: entered.len(),
        asked: offers.iter().filter(|offer| **offer == PageOffer::Ask).count(),
        here,
        pages,
        today: store.today(),
    })
}

/// The small picture of a page of a scan of the person.
///
/// # Errors
/// As [`review_scan`].
pub async fn scan_picture(
    caller: &Caller,
    slug: &str,
    (id, page): (&str, &str),
) -> Result<Vec<u8>, AppError> {
    let store = workspace(caller, slug).await?;
    let not_there = || caller.refuse(AppError::NotFound);
    let id = id.parse().map_err(|_| not_there())?;
    let page = page.parse().map_err(|_| not_there())?;
    store.scan_picture(id, page).await.map_err(|error| caller.redact(error))
}
