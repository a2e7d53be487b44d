//! The page of one case, and what is done with what was typed.

use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Problem, Typed, typed as value_of};
use crate::path;
use crate::ui::{Choices, Field, FieldKind};
use crate::worded::{Block, Kept, Sheet, Worded, line, state};
use domain::Lang;
use domain::back_entry::{Column, PaperCase, choices, judge, typed};
use domain::ledger::{LedgerNoun, RowCells};
use domain::value::Epoch;
use store::{BureauStore, PaperOutcome, Rulebook};

const FORM: &str = "paper_case";

/// What becomes of a form.
#[derive(Debug)]
pub enum Filled {
    /// It is to be shown again, there.
    Again(String),
    /// It makes sense.
    Right(Typed),
}

fn kept<'a>(slug: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: "", page, power: LedgerNoun::Cases.power() }
}

/// The page; with a draft, what was typed and what is wrong with it.
pub async fn show(caller: &Caller, store: &BureauStore, draft: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let (values, problems) = match kept(slug, "").before(caller, store, draft).await? {
        Some(typed) => {
            let problems = problems(caller, store, &typed).await?;
            (typed, problems)
        }
        None => (Typed::new(), Vec::new()),
    };
    let sheet = Sheet {
        action: path::case_from_paper_sent(slug),
        state: state(values, problems, |_, _| String::new()),
        fields: Column::ALL.into_iter().flat_map(|column| fields(column, lang)).collect(),
        button: words::button(lang).to_owned(),
        back: path::cases(slug),
        ..Sheet::default()
    };
    let title = words::title(lang).to_owned();
    let block = Block { lines: vec![words::note(lang).to_owned()], form: Some(sheet), ..Block::default() };
    Ok(Worded {
        title: title.clone(),
        small: store.bureau().full_name.clone(),
        crumbs: vec![
            (crate::administration::words::home(lang).to_owned(), path::desk(slug)),
            (crate::case::cases_word(lang).to_owned(), path::cases(slug)),
            (title, String::new()),
        ],
        acts: vec![(words::many(lang).to_owned(), path::import(slug, LedgerNoun::Cases))],
        help: path::help_entry("form", "back-entry"),
        blocks: vec![block],
        ..Worded::default()
    })
}

/// The field of a column, under a heading where a step of the procedure begins.
fn fields(column: Column, lang: Lang) -> Vec<Field> {
    let heading = match column {
        Column::Serial => return Vec::new(),
        Column::Party => Some(words::clue(lang)),
        Column::FiledOn => Some(words::filing(lang)),
        Column::RecordOn => Some(words::investigation(lang)),
        Column::ReviewedOn => Some(words::notice(lang)),
        Column::DiscussedOn => Some(words::decision(lang)),
        Column::DemandOn => Some(words::enforcement(lang)),
        _ => None,
    };
    let note =
        |words| Field { kind: FieldKind::Note, ..line(&format!("part_{}", column.word()), words, "", false) };
    heading.map(note).into_iter().chain([field(column, lang)]).collect()
}

fn field(column: Column, lang: Lang) -> Field {
    let hint = column.hint(lang).unwrap_or_default();
    let base = line(column.word(), column.title(lang), hint, column.is_required());
    match (choices(column, store::catalogue::in_use(), lang), column) {
        (Some(list), _) => {
            let options: Choices = list.into_iter().map(|one| (one.clone(), one)).collect();
            Field { kind: FieldKind::Select, options, ..base }
        }
        (None, Column::Suspicion | Column::Facts) => Field { kind: FieldKind::Area, ..base },
        (None, _) => base,
    }
}

/// Judges what was typed: by itself first, then beside the bureau's people and cases.
async fn problems(caller: &Caller, store: &BureauStore, form: &Typed) -> Result<Vec<Problem>, AppError> {
    let lang = caller.lang;
    let of =
        |column: Column, error: &domain::value::ValueError| Problem::of(column.word(), error.message(lang));
    let paper = match read(caller, form) {
        Err(problems) => return Ok(problems),
        Ok(paper) => paper,
    };
    let redact = |error| caller.redact(error);
    let desk = store.case_desk(Rulebook::in_use()).await.map_err(redact)?;
    let outcomes = desk.enter_from_paper(std::slice::from_ref(&paper), None).await.map_err(redact)?;
    Ok(match outcomes.into_iter().next() {
        Some(PaperOutcome::Wrong(error, column)) => vec![of(column, &error)],
        Some(PaperOutcome::Same) => vec![Problem::of("", words::same(lang))],
        _ => Vec::new(),
    })
}

fn read(caller: &Caller, form: &Typed) -> Result<PaperCase, Vec<Problem>> {
    let mut cells = RowCells::default();
    for column in Column::ALL {
        cells.set(column, typed(&value_of(form, column.word())));
    }
    let judged = judge(&cells, store::catalogue::in_use(), Epoch::From1900, caller.today());
    judged.map_err(|faults| {
        let faults = faults.iter();
        let mut problems: Vec<Problem> =
            faults.map(|fault| Problem::of(fault.column.word(), fault.error.message(caller.lang))).collect();
        problems.push(Problem::of("", words::wrong(caller.lang)));
        problems
    })
}

/// Takes what was typed, or keeps it as a draft to be shown with what is wrong.
///
/// # Errors
/// What the store answers, redacted.
pub async fn filled(caller: &Caller, slug: &str, form: Typed) -> Result<Filled, AppError> {
    let store = caller.bureau_for(slug, LedgerNoun::Cases.power()).await?;
    let problems = problems(caller, &store, &form).await?;
    drop(store);
    if problems.is_empty() {
        return Ok(Filled::Right(form));
    }
    let page = path::case_from_paper(slug);
    kept(slug, &page).again(caller, form, None).await.map(Filled::Again)
}
