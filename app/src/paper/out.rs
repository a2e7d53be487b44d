//! The papers of a bureau whose signed and sealed sheets are not back (未回).

use super::workspace;
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use domain::calendar::day_long;

/// A paper that is not back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutLine {
    pub name: String,
    pub number: String,
    pub case: String,
    pub party: String,
    pub made: String,
    pub state: &'static str,
    /// The way to the papers of its case.
    pub to: String,
}

/// A page of them, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Out {
    pub bureau: String,
    pub lines: Vec<OutLine>,
    /// The way to the next page; empty on the last.
    pub next: String,
    /// The way to where scans come in.
    pub scans: String,
    /// The way to the bureau's cases.
    pub back: String,
}

/// The bureau's papers that are not back, those after one.
///
/// # Errors
/// [`AppError::NotFound`] for another bureau's, and for a page that is none.
pub async fn papers_out(caller: &Caller, slug: &str, after: &str) -> Result<Out, AppError> {
    let store = workspace(caller, slug).await?;
    let after = match after {
        "" => None,
        id => Some(id.parse().map_err(|_| AppError::NotFound)?),
    };
    let page = store.papers_out(after).await.map_err(|error| caller.redact(error))?;
    let line = |row: store::OutPaper| OutLine {
        name: row.kind.name(caller.lang).to_owned(),
        number: row.number.unwrap_or_default(),
        case: row.case_number,
        party: row.party,
        made: day_long(row.at.day(), caller.lang),
        state: row.state.name(caller.lang),
        to: path::case_papers(slug, &row.case.to_string()),
    };
    let next = page.next.map(|next| format!("{}?after={next}", path::papers_out(slug)));
    Ok(Out {
        bureau: store.bureau().full_name.clone(),
        lines: page.rows.into_iter().map(line).collect(),
        next: next.unwrap_or_default(),
        scans: path::scans(slug),
        back: path::cases(slug),
    })
}
