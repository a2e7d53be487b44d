//! A paper is issued: its transaction is open while it is printed, and what was printed is kept with it, or nothing is.

use super::agree::{agrees, said};
use super::issued::Maker;
use super::{id_numbers, issuer, words};
use crate::caller::Caller;
use crate::case::call::{desk, open};
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::path;
use domain::Day;
use domain::case::{BlockRefusal, NumberWord};
use domain::id::CaseId;
use domain::paper::{Paper, PaperCopy, PaperFault, PaperState, Slot, Sources, bind, called_for};
use domain::role::Power;
use std::collections::BTreeMap;
use store::{BureauStore, NewCopy, NewPaper, Sent};

/// The act that a form's token is kept for.
const FORM: &str = "issue_paper";

/// How an issue begins.
#[derive(Debug)]
pub enum Begun {
    /// It was issued before, and says what the case says: this is where the list stands.
    Before(String),
    /// It is to be printed and kept.
    Now(Box<Issuing>),
}

/// A paper that is being issued. Dropped, nothing has happened: its number is the next one's.
#[derive(Debug)]
pub struct Issuing {
    store: BureauStore,
    token: String,
    new: NewPaper,
    /// What is printed.
    pub paper: Paper,
    /// The path of its check.
    pub check: String,
    /// It is made to practise.
    pub is_practice: bool,
}

/// Begins to issue the paper that a form names: the case and everything else that it says are read again, under the
/// bureau's head, and its number is taken.
///
/// # Errors
/// [`AppError::NotFound`] for a case or a paper that is not there, [`AppError::Forbidden`] for whoever makes no papers of the
/// case, [`AppError::Refused`] with all that is missing.
pub async fn begin_issue(caller: &Caller, slug: &str, case: &str, form: &Typed) -> Result<Begun, AppError> {
    let redact = |error| caller.redact(error);
    let here = path::case_papers(slug, case);
    let token = typed(form, "token");
    let sent = token.parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    if let Sent::Before(to) = store.sent(sent, FORM).await.map_err(redact)? {
        return Ok(Begun::Before(to));
    }
    let desk = desk(caller, &store).await?;
    let open = open(caller, &desk, case).await?;
    let word = typed(form, "paper");
    let named = |slot: &Slot| slot.word().is_some_and(|own| own == word);
    let slot = called_for(&open.case).into_iter().find(named).ok_or(AppError::NotFound)?;
    let maker = Maker::of(&store, &open.case, here.clone(), caller.lang);
    if !slot.seq.is_some_and(|seq| maker.may_mark(seq)) {
        return Err(AppError::Forbidden(PaperFault::NotOfTheCase.message(caller.lang).to_owned()));
    }
    let id_numbers = id_numbers(caller, &desk, open.id, &open.case).await?;
    let issuer = issuer(store.bureau());
    let sources =
        Sources { case: &open.case, context: desk.context(), issuer: &issuer, id_numbers: &id_numbers };
    let mut paper = bind(slot, &sources).map_err(|missing| super::lacks(&missing, caller.lang))?;
    let issued = store.issued_papers(open.id).await.map_err(redact)?;
    let of_slot = || issued.iter().filter(|one| one.kind == slot.kind && Some(one.seq) == slot.seq);
    match of_slot().find(|one| one.state.is_valid()) {
        Some(one) if agrees(&one.facts, &paper) => return Ok(Begun::Before(here)),
        None if paper.number.is_some() && of_slot().any(|one| one.state == PaperState::Void) => {
            return Err(AppError::Refused(words::number_void(caller.lang).to_owned()));
        }
        _ => {}
    }
    let facts = said(&paper).to_string();
    if let Some(word) = slot.kind.counted_when_issued() {
        paper.number =
            Some(number_of(caller, &store, word, (&typed(form, "block"), paper.on), open.id).await?);
        paper.sheet.number.clone_from(&paper.number);
    }
    let key = store.paper_key().map_err(redact)?;
    let check = path::paper_check(&store.check_word(&key));
    let new = NewPaper {
        case: open.id,
        kind: slot.kind,
        seq: slot.seq.unwrap_or_default(),
        party: slot.party,
        number: paper.number.clone(),
        on: paper.on,
        facts,
        key,
        copies: Vec::new(),
    };
    drop(desk);
    let is_practice = store.bureau().is_practice();
    Ok(Begun::Now(Box::new(Issuing { store, token, new, paper, check, is_practice })))
}

impl Issuing {
    /// Keeps what was printed; answers where the list stands.
    ///
    /// # Errors
    /// [`AppError::Down`] when the database fails; then nothing has happened.
    pub async fn keep(
        self,
        caller: &Caller,
        slug: &str,
        copies: BTreeMap<PaperCopy, NewCopy>,
    ) -> Result<String, AppError> {
        let redact = |error| caller.redact(error);
        let Issuing { store, token, new, .. } = self;
        let to = format!("{}?done=issued", path::case_papers(slug, &new.case.to_string()));
        let new = NewPaper { copies: copies.into_values().collect(), ..new };
        let token = token.parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
        store.issue_paper(new).await.map_err(redact)?;
        store.keep_sent(token, FORM, &to).await.map_err(redact)?;
        store.commit().await.map_err(redact)?;
        Ok(to)
    }
}

/// The number of a paper that takes it when it is issued: the one that it bears already, of those in the person's hand, else
/// the next.
async fn number_of(
    caller: &Caller,
    store: &BureauStore,
    word: NumberWord,
    (block, on): (&str, Day),
    case: CaseId,
) -> Result<String, AppError> {
    use chrono::Datelike;
    let redact = |error| caller.redact(error);
    if block.is_empty() {
        return store.paper_number(word).await.map_err(redact);
    }
    let person = store.person().map_err(redact)?;
    match store.take_number(block, person, (word, on.year()), case).await {
        Ok(()) => Ok(block.to_owned()),
        Err(store::Error::Invalid { .. }) => {
            Err(AppError::Refused(BlockRefusal::Gone.message(caller.lang).to_owned()))
        }
        Err(error) => Err(redact(error)),
    }
}
