//! The lists of evidence for a reconsideration and for the court, from the catalogue of the 正卷 as it was made.

use super::cover::name;
use super::plan::day_of;
use super::stand::standing;
use super::{words, workspace};
use crate::caller::Caller;
use crate::case::call::desk;
use crate::error::AppError;
use domain::Lang;
use domain::dossier::{Bound, DossierState, ListFor, proves};
use domain::id::CaseId;
use domain::paper::day_words;
use serde_json::{Value, json};

/// A list to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceList {
    pub facts: Value,
    /// Year, month and day.
    pub day: (i32, u8, u8),
}

/// The list of a case's evidence.
///
/// # Errors
/// [`AppError::NotFound`] for a case that is not there, [`AppError::Refused`] while there is no 正卷 as the case stands: its
/// pages are cited.
pub async fn evidence_list(
    caller: &Caller,
    slug: &str,
    case: &str,
    list: ListFor,
) -> Result<EvidenceList, AppError> {
    let redact = |error| caller.redact(error);
    let store = workspace(caller, slug).await?;
    let desk = desk(caller, &store).await?;
    let case: CaseId = case.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let standing = standing(&store, &desk, case).await.map_err(redact)?;
    let rows = store.dossiers(case).await.map_err(redact)?;
    let made = rows
        .into_iter()
        .find(|row| row.bound == Bound::Main && row.state == DossierState::Done && row.base == standing.base);
    let made = made.ok_or_else(|| AppError::Refused(words::main_first(caller.lang).to_owned()))?;
    let entry = |entry: &domain::dossier::Entry| {
        let line = made.catalogue.iter().find(|line| line.what == entry.what);
        let pages = line.map(|line| line.pages.as_str()).unwrap_or_default();
        json!({ "name": entry.name, "number": entry.number, "proves": proves(entry.what), "pages": pages })
    };
    let entries: Vec<Value> = standing.dossier.main.iter().map(entry).collect();
    let bureau = store.bureau();
    let number = standing.open.case.clue.number.clone().unwrap_or_default();
    let facts = json!({
        "title": list.name(Lang::Zh), "draft": false, "practice": bureau.is_practice(),
        "bureau": { "name": bureau.full_name }, "day": day_words(store.today()),
        "head": [["案件", name(&standing, &desk.context())], ["案号", number], ["提交人", bureau.full_name.clone()]],
        "entries": entries,
        "note": format!("页码为行政处罚案卷正卷（共{}页）的页码。", made.pages),
    });
    Ok(EvidenceList { facts, day: day_of(store.today()) })
}
