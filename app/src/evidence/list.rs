//! The list of a case's evidence, in the person's language.

use super::{case_of, may, words, workspace};
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use domain::Lang;
use domain::calendar::day_long;
use domain::case::Case;
use domain::file::EvidenceSheet;
use domain::id::PersonId;
use domain::role::{Power, may as holds};
use std::collections::BTreeMap;
use store::{BureauStore, EvidenceFile, Membership, Upload};

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub number: u32,
    pub name: String,
    pub kind: &'static str,
    pub content: &'static str,
    pub collectors: String,
    pub taken: String,
    pub size: String,
    pub sha256: String,
    /// The way to its small picture; empty without one.
    pub thumbnail: String,
    /// The way to its page.
    pub to: String,
    /// It tells who reported the case.
    pub names_reporter: bool,
    /// Where it came from with a case; empty where it was entered here.
    pub came: String,
    /// Who withdrew it when and why; empty while it stands.
    pub withdrawn: String,
}

/// A file on its way in, or waiting for its sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub id: String,
    pub name: String,
    pub size: u64,
    pub received: u64,
    /// How much of it is here, in words.
    pub state: String,
    /// The way to it.
    pub to: String,
}

/// Who may have taken evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collector {
    pub id: String,
    pub name: String,
}

/// The evidence of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub number: String,
    pub title: String,
    pub back: String,
    pub here: String,
    pub lines: Vec<Line>,
    /// The person adds and withdraws.
    pub may_keep: bool,
    pub waiting: Vec<Waiting>,
    pub collectors: Vec<Collector>,
    /// Parties of the case, by id.
    pub parties: Vec<(String, String)>,
    /// The officers of the case, with whom the form begins.
    pub officers: [String; 2],
}

/// The evidence of a case.
///
/// # Errors
/// [`AppError::NotFound`] for a case that is not there, or another bureau's.
pub async fn evidence(caller: &Caller, slug: &str, case: &str) -> Result<Evidence, AppError> {
    let redact = |error| caller.redact(error);
    let store = workspace(caller, slug).await?;
    let open = case_of(caller, &store, case).await?;
    let id = open.id.to_string();
    let here = path::case_evidence(slug, &id);
    let members = store.members_ever().await.map_err(redact)?;
    let names = names(&members);
    let files = store.evidence(open.id).await.map_err(redact)?;
    let lines = files.iter().map(|file| line(file, &here, &names, caller.lang)).collect();
    let may_keep = may(&store, &open.case);
    let waiting = if may_keep { store.waiting_uploads(open.id).await.map_err(redact)? } else { Vec::new() };
    let waiting = waiting.into_iter().map(|upload| waits(&upload, &here, caller.lang)).collect();
    Ok(Evidence {
        number: open.case.clue.number.clone().unwrap_or_default(),
        title: open.case.parties().first().map(|party| party.name.to_string()).unwrap_or_default(),
        back: path::case(slug, &id),
        lines,
        may_keep,
        waiting,
        collectors: if may_keep { collectors(&store, members) } else { Vec::new() },
        parties: parties(&open.case),
        officers: officers(&store, &open.case),
        here,
    })
}

/// The files of a case that are on their way in or wait for their sheet.
///
/// # Errors
/// As [`super::writer`].
pub async fn waiting(caller: &Caller, slug: &str, case: &str) -> Result<Vec<Waiting>, AppError> {
    let store = workspace(caller, slug).await?;
    let open = case_of(caller, &store, case).await?;
    if !may(&store, &open.case) {
        return Err(super::keep::only_officers(caller.lang));
    }
    let here = path::case_evidence(slug, &open.id.to_string());
    let waiting = store.waiting_uploads(open.id).await.map_err(|error| caller.redact(error))?;
    Ok(waiting.iter().map(|upload| waits(upload, &here, caller.lang)).collect())
}

/// The names of all who ever were members.
pub(super) fn names(members: &[Membership]) -> BTreeMap<PersonId, String> {
    members.iter().map(|member| (member.person, member.name.clone())).collect()
}

/// The names of those who took it; of what came with a case, the sender's.
pub(super) fn taken_by(file: &EvidenceFile, names: &BTreeMap<PersonId, String>, lang: Lang) -> String {
    let of = |person: &PersonId| names.get(person).cloned();
    let names = match &file.came {
        Some(came) => came.collectors.clone(),
        None => file.sheet.collectors.iter().filter_map(of).collect(),
    };
    names.join(lang.pick("、", ", "))
}

pub(super) fn taken_at(sheet: &EvidenceSheet, lang: Lang) -> String {
    format!("{} {}", day_long(sheet.at.date(), lang), sheet.at.format("%H:%M"))
}

/// Who withdrew it when and why.
pub(super) fn withdrawn(file: &EvidenceFile, lang: Lang) -> String {
    file.withdrawn.as_ref().map_or_else(String::new, |gone| {
        let day = day_long(gone.at.day(), lang);
        lang.pick(
            format!("{day} {}撤回：{}", gone.by, gone.reason),
            format!("withdrawn by {} on {day}: {}", gone.by, gone.reason),
        )
    })
}

fn line(file: &EvidenceFile, here: &str, names: &BTreeMap<PersonId, String>, lang: Lang) -> Line {
    let id = file.id.to_string();
    let thumbnail = file.thumbnail.as_ref().map(|_| path::evidence_thumbnail(here, &id));
    Line {
        number: file.number,
        name: file.name.to_string(),
        kind: file.sheet.kind.name(lang),
        content: file.content.name(lang),
        collectors: taken_by(file, names, lang),
        taken: taken_at(&file.sheet, lang),
        size: words::bytes(file.size),
        sha256: file.sha256.clone(),
        thumbnail: thumbnail.unwrap_or_default(),
        to: path::evidence_of(here, &id),
        names_reporter: file.sheet.names_reporter,
        came: file.came.as_ref().map(|came| words::came_from(came, lang)).unwrap_or_default(),
        withdrawn: withdrawn(file, lang),
    }
}

fn waits(upload: &Upload, here: &str, lang: Lang) -> Waiting {
    let id = upload.id.to_string();
    let size = words::bytes(upload.size);
    let state = match upload.is_whole() {
        true => format!("{size} · {}", words::sent(lang)),
        false => words::received(&words::bytes(upload.received), &size, lang),
    };
    Waiting {
        name: upload.name.to_string(),
        size: upload.size,
        received: upload.received,
        state,
        to: path::evidence_upload(here, &id),
        id,
    }
}

/// Members of today with an enforcement certificate, by name, each once.
fn collectors(store: &BureauStore, members: Vec<Membership>) -> Vec<Collector> {
    let today = store.today();
    let mut found: Vec<Collector> = Vec::new();
    for member in members {
        let id = member.person.to_string();
        let is_here = member.from <= today && member.to.is_none_or(|to| today <= to);
        let can = is_here && member.certificate.is_some() && holds(&member.roles, Power::WorkCases);
        if can && found.iter().all(|one| one.id != id) {
            found.push(Collector { id, name: member.name });
        }
    }
    found
}

fn parties(case: &Case) -> Vec<(String, String)> {
    case.parties().iter().map(|party| (party.id.to_string(), party.name.to_string())).collect()
}

/// The officers of the case; before it has officers, whoever fills the form in.
fn officers(store: &BureauStore, case: &Case) -> [String; 2] {
    match case.filing() {
        Some(filed) => [filed.officers.lead, filed.officers.second].map(|person| person.to_string()),
        None => [store.actor().person.map(|me| me.to_string()).unwrap_or_default(), String::new()],
    }
}
