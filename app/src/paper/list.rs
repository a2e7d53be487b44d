//! The list of a case's papers, in the person's language: what the steps call for, and what was issued.

use super::issued::{Issued, Maker};
use super::{id_numbers, issuer, workspace};
use crate::caller::Caller;
use crate::case::call::{desk, open};
use crate::error::AppError;
use crate::path;
use domain::Lang;
use domain::case::{Case, NumberWord};
use domain::id::PartyId;
use domain::paper::{
    Missing, Paper, PaperCopy, PaperKind, Slot, Sources, Where, bind_each, called_for, day_words,
};
use store::{IssuedPaper, NumberInHand};

/// What a paper lacks, and the way to where it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    pub sentence: String,
    pub to: String,
}

/// What can be made of a paper now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Make {
    /// Nothing: it is not ready, it was made and says what the case says, or the person makes none.
    Nothing,
    /// It is made for the first time.
    First,
    /// The case says something else by now: a new one takes the place of the old one.
    Anew,
    /// The number that its step took is void.
    NumberVoid,
}

/// One paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub kind: PaperKind,
    /// The word in its address, `D26-14`; empty before the act.
    pub word: String,
    pub name: String,
    /// Whom it concerns, where the case has several parties.
    pub party: String,
    /// Day and number; empty before the act.
    pub when: String,
    pub number: String,
    /// The ways to a preview of each copy; none while something is missing, or once it was made.
    pub previews: Vec<(PaperCopy, String)>,
    pub lacking: Vec<Lacking>,
    /// The act has not been done yet.
    pub is_later: bool,
    /// Those that were made of it, the one that counts first.
    pub issued: Vec<Issued>,
    pub make: Make,
    /// The numbers in the person's hand that it may bear.
    pub in_hand: Vec<String>,
}

/// All papers of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Papers {
    pub number: String,
    pub title: String,
    /// The way back to the case, to this list, and to the bureau's papers that are not back.
    pub back: String,
    pub here: String,
    pub out: String,
    pub lines: Vec<Listed>,
    /// Papers whose step was taken back.
    pub without_step: Vec<Issued>,
}

/// The papers that a case's steps call for, and those that were issued.
///
/// # Errors
/// [`AppError::NotFound`] for a case that is not there, or another bureau's.
pub async fn papers(caller: &Caller, slug: &str, case: &str) -> Result<Papers, AppError> {
    let store = workspace(caller, slug).await?;
    let desk = desk(caller, &store).await?;
    let open = open(caller, &desk, case).await?;
    let id_numbers = id_numbers(caller, &desk, open.id, &open.case).await?;
    let issued = store.issued_papers(open.id).await.map_err(|error| caller.redact(error))?;
    let issuer = issuer(store.bureau());
    let sources =
        Sources { case: &open.case, context: desk.context(), issuer: &issuer, id_numbers: &id_numbers };
    let id = open.id.to_string();
    let scans = store.paper_scans(open.id).await.map_err(|error| caller.redact(error))?;
    let maker = Maker::of(&store, &open.case, path::case_papers(slug, &id), caller.lang).with_scans(scans);
    let in_hand = store.own_numbers(&NumberWord::OF_BLOCKS).await.map_err(|error| caller.redact(error))?;
    let page = Page {
        slug,
        case: &id,
        of: &open.case,
        lang: caller.lang,
        maker,
        issued: &issued,
        in_hand: &in_hand,
    };
    let slots = called_for(&open.case);
    let bound = bind_each(&slots, &sources);
    let lines: Vec<Listed> = slots.iter().zip(bound).map(|(slot, bound)| page.line(*slot, &bound)).collect();
    let is_called_for = |paper: &&IssuedPaper| {
        slots.iter().any(|slot| slot.kind == paper.kind && slot.seq == Some(paper.seq))
    };
    let without_step = issued.iter().filter(|paper| !is_called_for(paper));
    let first = open.case.parties().first().map(|party| party.name.to_string());
    Ok(Papers {
        number: open.case.clue.number.clone().unwrap_or_default(),
        title: first.unwrap_or_default(),
        back: path::case(slug, page.case),
        here: path::case_papers(slug, page.case),
        out: path::papers_out(slug),
        lines,
        without_step: without_step.map(|paper| page.maker.issued(paper, &issued, None)).collect(),
    })
}

/// Where the list stands.
struct Page<'a> {
    slug: &'a str,
    case: &'a str,
    of: &'a Case,
    lang: Lang,
    maker: Maker<'a>,
    issued: &'a [IssuedPaper],
    in_hand: &'a [NumberInHand],
}

impl Page<'_> {
    fn line(&self, slot: Slot, bound: &Result<Paper, Vec<Missing>>) -> Listed {
        let event = slot.seq.and_then(|seq| self.of.log.iter().find(|event| event.seq == seq));
        let word = slot.word().unwrap_or_default();
        let (number, missing) = match bound {
            Ok(paper) => (paper.number.clone().unwrap_or_default(), Vec::new()),
            Err(missing) => (String::new(), missing.clone()),
        };
        let name = match bound {
            Ok(paper) if self.lang == Lang::Zh => paper.sheet.title.clone(),
            _ => slot.kind.name(self.lang).to_owned(),
        };
        let of_slot = self.issued.iter().filter(|one| one.kind == slot.kind && slot.seq == Some(one.seq));
        let mut issued: Vec<Issued> =
            of_slot.map(|one| self.maker.issued(one, self.issued, Some(bound))).collect();
        // The one that counts, then the others, the newest first.
        issued.reverse();
        issued.sort_by_key(|one| !one.state.is_valid());
        let counts = issued.first().filter(|one| one.state.is_valid());
        let previews = match (bound, counts.is_none_or(|one| !one.agrees)) {
            (Ok(_), true) => self.previews(slot.kind, &word),
            _ => Vec::new(),
        };
        Listed {
            kind: slot.kind,
            name,
            party: self.party(slot.party),
            when: event.map(|event| day_words(event.on)).unwrap_or_default(),
            number: counts.map_or(number, |one| one.number.clone()),
            previews,
            lacking: missing.iter().map(|one| self.lacking(one)).collect(),
            is_later: slot.waits_for().is_some(),
            make: self.maker.make(slot, bound, &issued),
            in_hand: self.in_hand(slot.kind),
            issued,
            word,
        }
    }

    /// The numbers in hand that a form may bear which takes its number when it is issued.
    fn in_hand(&self, kind: PaperKind) -> Vec<String> {
        let word = kind.counted_when_issued();
        let fits = |one: &&NumberInHand| Some(one.word) == word;
        self.in_hand.iter().filter(fits).map(|one| one.number.clone()).collect()
    }

    fn previews(&self, kind: PaperKind, word: &str) -> Vec<(PaperCopy, String)> {
        let to = |copy: &PaperCopy| (*copy, path::paper(self.slug, self.case, word, *copy));
        kind.copies().iter().map(to).collect()
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
