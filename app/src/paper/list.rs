//! The list of a case's papers, in the person's language.

use super::{id_numbers, issuer, workspace};
use crate::caller::Caller;
use crate::case::call::{desk, open};
use crate::error::AppError;
use crate::path;
use domain::Lang;
use domain::case::Case;
use domain::id::PartyId;
use domain::paper::{Missing, PaperKind, Slot, Sources, Where, bind, called_for, day_words};

/// What a paper lacks, and the way to where it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    pub sentence: String,
    pub to: String,
}

/// One paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub kind: PaperKind,
    pub name: String,
    /// Whom it concerns, where the case has several parties.
    pub party: String,
    /// Day and number; empty before the act.
    pub when: String,
    pub number: String,
    /// The way to the preview; empty while something is missing.
    pub preview: String,
    pub lacking: Vec<Lacking>,
    /// The act has not been done yet.
    pub is_later: bool,
}

/// All papers of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Papers {
    pub number: String,
    pub title: String,
    /// The way back to the case.
    pub back: String,
    pub lines: Vec<Listed>,
}

/// The papers that a case's steps call for.
///
/// # Errors
/// [`AppError::NotFound`] for a case that is not there, or another bureau's.
pub async fn papers(caller: &Caller, slug: &str, case: &str) -> Result<Papers, AppError> {
    let store = workspace(caller, slug).await?;
    let desk = desk(caller, &store).await?;
    let open = open(caller, &desk, case).await?;
    let id_numbers = id_numbers(caller, &desk, open.id, &open.case).await?;
    let issuer = issuer(store.bureau());
    let sources =
        Sources { case: &open.case, context: desk.context(), issuer: &issuer, id_numbers: &id_numbers };
    let page = Page { slug, case: &open.id.to_string(), of: &open.case, lang: caller.lang };
    let lines = called_for(&open.case).into_iter().map(|slot| page.line(slot, &sources)).collect();
    let first = open.case.parties().first().map(|party| party.name.to_string());
    Ok(Papers {
        number: open.case.clue.number.clone().unwrap_or_default(),
        title: first.unwrap_or_default(),
        back: path::case(slug, page.case),
        lines,
    })
}

/// Where the list stands.
struct Page<'a> {
    slug: &'a str,
    case: &'a str,
    of: &'a Case,
    lang: Lang,
}

impl Page<'_> {
    fn line(&self, slot: Slot, sources: &Sources<'_>) -> Listed {
        let bound = bind(slot, sources);
        let event = slot.seq.and_then(|seq| self.of.log.iter().find(|event| event.seq == seq));
        let (preview, number, missing) = match &bound {
            Ok(paper) => {
                let word = slot.word().unwrap_or_default();
                let to = format!("{}/{word}.pdf", path::case_papers(self.slug, self.case));
                (to, paper.number.clone().unwrap_or_default(), Vec::new())
            }
            Err(missing) => (String::new(), String::new(), missing.clone()),
        };
        let name = match &bound {
            Ok(paper) if self.lang == Lang::Zh => paper.sheet.title.clone(),
            _ => slot.kind.name(self.lang).to_owned(),
        };
        Listed {
            kind: slot.kind,
            name,
            party: self.party(slot.party),
            when: event.map(|event| day_words(event.on)).unwrap_or_default(),
            number,
            preview,
            lacking: missing.iter().map(|one| self.lacking(one)).collect(),
            is_later: slot.waits_for().is_some(),
        }
    }

    fn party(&self, id: Option<PartyId>) -> String {
        let parties = self.of.parties();
        let named = parties.iter().find(|party| Some(party.id) == id && parties.len() > 1);
        named.map(|party| party.name.to_string()).unwrap_or_default()
    }

    fn lacking(&self, missing: &Missing) -> Lacking {
        let party_word = |party: Option<PartyId>| party.map(|party| party.to_string()).unwrap_or_default();
        let to = match missing.place() {
            Where::Settings => path::settings(self.slug),
            Where::Members => path::members(self.slug),
            Where::Contact(party) => path::case_contact(self.slug, self.case, &party.to_string()),
            Where::Act(act, party) => {
                path::case_act(self.slug, self.case, act.word(), &party_word(party), "")
            }
            Where::Catalogue => path::industries(self.slug),
        };
        Lacking { sentence: missing.sentence(self.lang), to }
    }
}
