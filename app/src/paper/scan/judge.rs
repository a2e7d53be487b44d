//! What a person says of a scan is judged: which pages each paper gets, and whether it comes back.

use super::super::issued::Maker;
use super::LEFT;
use super::review::{found, named};
use crate::caller::Caller;
use crate::case::call::{desk, open};
use crate::error::AppError;
use crate::form::{Typed, typed};
use domain::Day;
use domain::id::{BureauId, CaseId, IssuedPaperId, ScanId};
use domain::paper::{PageFound, PaperFault, PaperState, ScanFault, judge_back, page_order};
use domain::role::Power;
use domain::value::parse_day;
use std::collections::{BTreeMap, BTreeSet};
use store::{BureauStore, IssuedPaper, Scan, ScanFile, ScanFound, ScanPage, Sent};

/// The act that a form's token is kept for.
pub(super) const FORM: &str = "enter_scan";

/// A paper with the pages that are bound of it, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToBind {
    pub paper: IssuedPaper,
    pub pages: Vec<ScanPage>,
}

impl ToBind {
    /// Which pages of the paper they are, where that is known.
    #[must_use]
    pub fn numbers(&self) -> Vec<Option<u32>> {
        let number = |page: &ScanPage| match page.found {
            ScanFound::Paper(id, number) if id == self.paper.id => Some(number),
            _ => None,
        };
        self.pages.iter().map(number).collect()
    }

    /// What the paper is called.
    #[must_use]
    pub fn called(&self, caller: &Caller) -> String {
        called(&self.paper, caller)
    }
}

/// A scan that is being entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entering {
    pub scan: ScanId,
    pub bureau: BureauId,
    /// The bureau's name, as its papers have it.
    pub bureau_name: String,
    pub today: Day,
    pub files: Vec<ScanFile>,
    pub papers: Vec<ToBind>,
    /// The day on which they came back.
    pub on: Day,
}

/// What is to be done with what a person says of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It was done before: where that leads.
    Before(String),
    /// It is not: what has to be mended.
    Fault(ScanFault),
    Now(Box<Entering>),
}

/// Judges what a form says of a scan.
///
/// # Errors
/// [`AppError::NotFound`] for a scan or a paper that is not there.
pub async fn judge_scan(caller: &Caller, slug: &str, id: &str, form: &Typed) -> Result<Judged, AppError> {
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    judged(caller, &store, id, form).await
}

pub(super) async fn judged(
    caller: &Caller,
    store: &BureauStore,
    id: &str,
    form: &Typed,
) -> Result<Judged, AppError> {
    let redact = |error| caller.redact(error);
    let token = typed(form, "token").parse();
    let token = token.map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(Judged::Before(to));
    }
    let id = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let scan = store.scan(id).await.map_err(redact)?;
    let chosen = match chosen(caller, store, &scan, form).await? {
        Ok(chosen) => chosen,
        Err(fault) => return Ok(Judged::Fault(fault)),
    };
    let Ok(on) = parse_day(&typed(form, "on")) else { return Ok(Judged::Fault(ScanFault::NoDay)) };
    let ids: Vec<IssuedPaperId> = chosen.keys().copied().collect();
    let papers = store.papers_by_id(&ids).await.map_err(redact)?;
    if papers.len() != ids.len() {
        return Err(caller.refuse(AppError::NotFound));
    }
    if let Some(fault) = hindered(caller, store, &papers, on).await? {
        return Ok(Judged::Fault(fault));
    }
    let bind = |paper: IssuedPaper| {
        let pages = chosen.get(&paper.id).map(Vec::as_slice).unwrap_or_default();
        let numbers: Vec<Option<u32>> = pages.iter().map(|(_, number)| *number).collect();
        let pages = page_order(&numbers).into_iter().filter_map(|at| Some(pages.get(at)?.0)).collect();
        ToBind { paper, pages }
    };
    Ok(Judged::Now(Box::new(Entering {
        scan: scan.id,
        bureau: store.bureau().id,
        bureau_name: store.bureau().full_name.clone(),
        today: store.today(),
        files: scan.files,
        papers: papers.into_iter().map(bind).collect(),
        on,
    })))
}

/// Of each paper the pages that it gets, in the order of the scan, with which page of it each is.
type Chosen = BTreeMap<IssuedPaperId, Vec<(ScanPage, Option<u32>)>>;

async fn chosen(
    caller: &Caller,
    store: &BureauStore,
    scan: &Scan,
    form: &Typed,
) -> Result<Result<Chosen, ScanFault>, AppError> {
    let papers = store.papers_by_id(&named(scan)).await.map_err(|error| caller.redact(error))?;
    let states: Vec<(IssuedPaperId, PaperState)> = papers.iter().map(|one| (one.id, one.state)).collect();
    let mut chosen = Chosen::new();
    for (page, found) in scan.pages.iter().zip(found(scan, &states)) {
        let said = typed(form, &format!("page_{}", page.number));
        let (paper, number) = match found {
            _ if said == LEFT => continue,
            // It was to be entered, and was replaced or declared void since.
            PageFound::Ended(id) if !said.is_empty() => {
                let name = papers.iter().find(|one| one.id == id).map(|one| called(one, caller));
                return Ok(Err(ScanFault::Paper(name.unwrap_or_default(), PaperFault::Ended)));
            }
            PageFound::Ended(_) | PageFound::Unknown => continue,
            PageFound::Paper(id, number) => (id, Some(number)),
            PageFound::NoCode if said.is_empty() => {
                return Ok(Err(ScanFault::NotSaid(usize::try_from(page.number).unwrap_or_default())));
            }
            PageFound::NoCode => (said.parse().map_err(|_| caller.refuse(AppError::NotFound))?, None),
        };
        chosen.entry(paper).or_default().push((*page, number));
    }
    Ok(if chosen.is_empty() { Err(ScanFault::NothingEntered) } else { Ok(chosen) })
}

/// Why one of the papers does not come back on a day.
async fn hindered(
    caller: &Caller,
    store: &BureauStore,
    papers: &[IssuedPaper],
    on: Day,
) -> Result<Option<ScanFault>, AppError> {
    let fault = |paper: &IssuedPaper, fault| Some(ScanFault::Paper(called(paper, caller), fault));
    let cases: BTreeSet<CaseId> = papers.iter().map(|paper| paper.case).collect();
    let desk = desk(caller, store).await?;
    for case in cases {
        let open = open(caller, &desk, &case.to_string()).await?;
        let maker = Maker::of(store, &open.case, String::new(), caller.lang);
        for paper in papers.iter().filter(|paper| paper.case == case) {
            if !paper.state.is_valid() {
                return Ok(fault(paper, PaperFault::Ended));
            }
            if !maker.may_mark(paper.seq) {
                return Ok(fault(paper, PaperFault::NotOfTheCase));
            }
            if paper.state.is_out()
                && let Err(why) = judge_back(paper.at.day(), on, store.today())
            {
                return Ok(fault(paper, why));
            }
        }
    }
    Ok(None)
}

/// What a paper is called where it is spoken of.
pub(super) fn called(paper: &IssuedPaper, caller: &Caller) -> String {
    let number = paper.number.as_deref().unwrap_or_default();
    format!("{} {number}", paper.kind.name(caller.lang)).trim().to_owned()
}
