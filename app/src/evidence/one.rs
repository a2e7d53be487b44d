//! One piece of evidence: its sheet, its hash, and who looked at it.

use super::list::{names, taken_at, taken_by, withdrawn};
use super::{case_of, may, words, workspace};
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use domain::calendar::day_long;
use domain::file::Showing;
use store::EvidenceAct;

/// What was done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    pub when: String,
    pub by: String,
    pub what: &'static str,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneFile {
    pub number: u32,
    pub case: String,
    pub name: String,
    /// Name and value of what the sheet says.
    pub sheet: Vec<(&'static str, String)>,
    pub sha256: String,
    /// The way to the list, to this page, to the file and to its small picture; the last is empty without one.
    pub back: String,
    pub here: String,
    pub file: String,
    /// The way to its sheet as a paper.
    pub printed: String,
    pub thumbnail: String,
    /// A sound or a film that the page can play: its media type.
    pub plays: Option<&'static str>,
    /// The browser shows it; else it is only saved.
    pub is_shown: bool,
    pub withdrawn: String,
    pub may_withdraw: bool,
    pub history: Vec<Done>,
}

/// One piece of evidence of a case.
///
/// # Errors
/// [`AppError::NotFound`] for one that is not there, or another case's or bureau's.
pub async fn one_file(caller: &Caller, slug: &str, case: &str, id: &str) -> Result<OneFile, AppError> {
    let redact = |error| caller.redact(error);
    let lang = caller.lang;
    let store = workspace(caller, slug).await?;
    let open = case_of(caller, &store, case).await?;
    let id = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let file = store.evidence_file(open.id, id).await.map_err(redact)?;
    let names = names(&store.members_ever().await.map_err(redact)?);
    let parties = open.case.parties();
    let party = parties.iter().find(|party| Some(party.id) == file.sheet.party);
    let came = file.came.as_ref().map(|came| words::came_from(came, lang)).unwrap_or_default();
    let entered = match &file.came {
        Some(came) => format!("{} {}", day_long(came.at.day(), lang), came.by),
        None => format!("{} {}", day_long(file.at.day(), lang), file.by),
    };
    let reporter = if file.sheet.names_reporter { words::names_reporter(lang) } else { "" };
    let sheet = [
        (words::kind(lang), file.sheet.kind.name(lang).to_owned()),
        (words::content(lang), file.content.name(lang).to_owned()),
        (words::size(lang), words::bytes(file.size)),
        (words::source(lang), file.sheet.source.to_string()),
        (words::place(lang), file.sheet.place.to_string()),
        (words::taken(lang), taken_at(&file.sheet, lang)),
        (words::collectors(lang), taken_by(&file, &names, lang)),
        (words::pages(lang), file.sheet.pages.map(|pages| pages.to_string()).unwrap_or_default()),
        (words::party(lang), party.map(|party| party.name.to_string()).unwrap_or_default()),
        (words::reporter(lang), reporter.to_owned()),
        (words::added(lang), entered),
        (words::came(lang), came),
    ];
    let done = |act: EvidenceAct| Done {
        when: format!("{} {}", day_long(act.at.day(), lang), act.at.in_shanghai().format("%H:%M")),
        by: act.by,
        what: match act.act.as_str() {
            "evidence_added" => words::act_added(lang),
            "evidence_came" => words::act_came(lang),
            "evidence_withdrawn" => words::act_withdrawn(lang),
            _ => words::act_looked(lang),
        },
    };
    let history = store.evidence_acts(&file).await.map_err(redact)?.into_iter().map(done).collect();
    let back = path::case_evidence(slug, &open.id.to_string());
    let here = path::evidence_of(&back, &file.id.to_string());
    let media = file.content.media_type();
    Ok(OneFile {
        number: file.number,
        case: open.case.clue.number.clone().unwrap_or_default(),
        name: file.name.to_string(),
        sheet: sheet.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        sha256: file.sha256.clone(),
        file: path::evidence_bytes(&here),
        printed: path::evidence_sheet(&here),
        thumbnail: file
            .thumbnail
            .as_ref()
            .map(|_| path::evidence_thumbnail(&back, &file.id.to_string()))
            .unwrap_or_default(),
        plays: (media.starts_with("audio/") || media.starts_with("video/")).then_some(media),
        is_shown: file.content.showing() == Showing::Inline,
        withdrawn: withdrawn(&file, lang),
        may_withdraw: file.withdrawn.is_none() && may(&store, &open.case),
        history,
        back,
        here,
    })
}
