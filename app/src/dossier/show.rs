//! The page of a case's dossier: both catalogues as they stand, what is missing, and the volumes that were asked for.

use super::stand::{Standing, standing};
use super::{words, workspace};
use crate::caller::Caller;
use crate::case::call::desk;
use crate::error::AppError;
use crate::path;
use domain::Lang;
use domain::calendar::day_long;
use domain::case::ClueSource;
use domain::dossier::{Bound, DossierState, Entry, ListFor, What};
use domain::id::CaseId;
use domain::paper::day_words;
use store::DossierRow;

/// One entry of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub name: String,
    pub number: String,
    pub on: String,
    /// As the volume was made; empty before.
    pub pages: String,
    pub remark: String,
    /// The way to the paper or the evidence itself; empty where there is none.
    pub to: String,
}

/// A volume on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    pub words: String,
    pub done: u32,
    /// 0 before it was begun.
    pub all: u32,
}

/// A volume that can be taken along, or was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    pub words: String,
    /// The way to its bytes; empty: it was not made, or no longer agrees with the case.
    pub to: String,
    /// It was not made.
    pub is_fault: bool,
}

/// A volume: its catalogue and what was made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub bound: Bound,
    pub name: &'static str,
    pub note: &'static str,
    /// None: a party's copy, whose catalogue is that of the 正卷.
    pub entries: Option<Vec<Shown>>,
    pub progress: Vec<Progress>,
    pub ready: Vec<Ready>,
}

/// The dossier of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volumes {
    pub number: String,
    pub title: String,
    pub back: String,
    pub here: String,
    pub papers: String,
    pub evidence: String,
    pub sections: Vec<Section>,
    pub lacks: Vec<String>,
    pub keeping: &'static str,
    /// Somebody told of the matter.
    pub is_reported: bool,
    /// Parties by id, where there are several.
    pub parties: Vec<(String, String)>,
    /// Something waits or is being made.
    pub is_under_way: bool,
    /// Name and way of each list of evidence; empty while there is no 正卷 as the case stands.
    pub lists: Vec<(&'static str, String)>,
}

/// The dossier of a case as it stands.
///
/// # Errors
/// [`AppError::NotFound`] for a case that is not there, or another bureau's.
pub async fn volumes(caller: &Caller, slug: &str, case: &str) -> Result<Volumes, AppError> {
    let redact = |error| caller.redact(error);
    let store = workspace(caller, slug).await?;
    let desk = desk(caller, &store).await?;
    let id: CaseId = case.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let standing = standing(&store, &desk, id).await.map_err(redact)?;
    let rows = store.dossiers(id).await.map_err(redact)?;
    let case = id.to_string();
    let page = Page { slug, case: &case, standing: &standing, rows: &rows, lang: caller.lang };
    let found = &standing.open.case;
    let parties = found.parties();
    let named = parties.iter().map(|party| (party.id.to_string(), party.name.to_string()));
    Ok(Volumes {
        number: found.clue.number.clone().unwrap_or_default(),
        title: parties.first().map(|party| party.name.to_string()).unwrap_or_default(),
        back: path::case(slug, &case),
        here: path::case_dossier(slug, &case),
        papers: path::case_papers(slug, &case),
        evidence: path::case_evidence(slug, &case),
        sections: Bound::ALL.map(|bound| page.section(bound)).to_vec(),
        lacks: standing.dossier.lacks.iter().map(|lack| lack.sentence(caller.lang)).collect(),
        keeping: standing.dossier.keeping.name(caller.lang),
        is_reported: found.clue.source == ClueSource::Report,
        parties: if parties.len() > 1 { named.collect() } else { Vec::new() },
        is_under_way: rows.iter().any(|row| row.state.is_under_way()),
        lists: page.lists(),
    })
}

/// Where the page stands.
struct Page<'a> {
    slug: &'a str,
    case: &'a str,
    standing: &'a Standing,
    rows: &'a [DossierRow],
    lang: Lang,
}

impl Page<'_> {
    fn section(&self, bound: Bound) -> Section {
        let rows: Vec<&DossierRow> = self.rows.iter().filter(|row| row.bound == bound).collect();
        let current = rows.iter().find(|row| self.is_current(row));
        let entries = || {
            let entries = self.standing.dossier.entries(bound).iter();
            entries.map(|entry| self.entry(entry, current.copied())).collect()
        };
        let ended = rows.iter().filter(|row| !row.state.is_under_way());
        Section {
            bound,
            name: bound.name(self.lang),
            note: words::note_of(bound, self.lang),
            entries: (bound != Bound::Reading).then(entries),
            progress: rows
                .iter()
                .filter(|row| row.state.is_under_way())
                .map(|row| self.progress(row))
                .collect(),
            ready: ended
                .take(if bound == Bound::Reading { 6 } else { 1 })
                .map(|row| self.ready(row))
                .collect(),
        }
    }

    fn lists(&self) -> Vec<(&'static str, String)> {
        if !self.rows.iter().any(|row| row.bound == Bound::Main && self.is_current(row)) {
            return Vec::new();
        }
        let here = path::case_dossier(self.slug, self.case);
        ListFor::ALL.map(|list| (list.name(self.lang), path::dossier_file(&here, list.word()))).to_vec()
    }

    fn is_current(&self, row: &DossierRow) -> bool {
        row.state == DossierState::Done && row.base == self.standing.base
    }

    fn entry(&self, entry: &Entry, made: Option<&DossierRow>) -> Shown {
        let line = made.and_then(|row| row.catalogue.iter().find(|line| line.what == entry.what));
        let to = match entry.what {
            What::Paper(kind, id) => {
                let papers = path::case_papers(self.slug, self.case);
                kind.copies()
                    .first()
                    .map(|copy| path::issued_paper(&papers, &id.to_string(), *copy))
                    .unwrap_or_default()
            }
            What::File(_, id) => {
                path::evidence_of(&path::case_evidence(self.slug, self.case), &id.to_string())
            }
            What::OnPaper(_) => String::new(),
        };
        let on_paper = matches!(entry.what, What::OnPaper(_)).then(|| words::on_paper(self.lang).to_owned());
        Shown {
            name: entry.name.clone(),
            number: entry.number.clone(),
            on: day_words(entry.on),
            pages: line.map(|line| line.pages.clone()).unwrap_or_default(),
            remark: line.map(|line| line.remark.clone()).or(on_paper).unwrap_or_default(),
            to,
        }
    }

    fn progress(&self, row: &DossierRow) -> Progress {
        let words = match (row.state, row.steps_all) {
            (DossierState::Waiting, _) | (_, 0) => words::waiting(self.lang).to_owned(),
            (_, all) => words::making(row.steps_done, all, self.lang),
        };
        Progress { words: self.whose(row, words), done: row.steps_done, all: row.steps_all }
    }

    fn ready(&self, row: &DossierRow) -> Ready {
        let at = row.ended_at.unwrap_or(row.asked_at);
        let when = format!("{} {}", day_long(at.day(), self.lang), at.in_shanghai().format("%H:%M"));
        if let Some(fault) = row.fault {
            let words = self.whose(row, fault.message(self.lang));
            return Ready { words, to: String::new(), is_fault: true };
        }
        let (words, to) = match self.is_current(row) {
            true => {
                let size = crate::evidence::words::bytes(row.size);
                let here = path::case_dossier(self.slug, self.case);
                (
                    words::made(&when, &row.asked_by, (row.pages, &size), self.lang),
                    path::dossier_file(&here, &row.id.to_string()),
                )
            }
            false => (words::changed(&when, self.lang), String::new()),
        };
        Ready { words: self.whose(row, words), to, is_fault: false }
    }

    /// For which party, where the case has several.
    fn whose(&self, row: &DossierRow, words: String) -> String {
        let parties = self.standing.open.case.parties();
        match parties.iter().find(|party| Some(party.id) == row.party && parties.len() > 1) {
            Some(party) => format!("{}：{words}", party.name),
            None => words,
        }
    }
}
