//! One transfer that was laid before this bureau: what came with it, and the answer.

use super::list::{home, name_of};
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{FormState, Problem, Typed, typed};
use crate::path;
use crate::ui::{Field, FieldKind};
use crate::worded::{Block, Entry, Kept, Reading, Sheet, Worded, line, state};
use domain::Lang;
use domain::calendar::day_long;
use domain::case::Note;
use domain::id::TransferId;
use domain::role::Power;
use store::{Acceptance, Arrived, BureauStore, Files, Rulebook, Sent, TransferRecord, TransferState};

const FORM: &str = "transfer_answer";

/// Where the reason of a return is kept.
fn kept<'a>(slug: &'a str, subject: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject, page, power: Power::ApproveCases }
}

/// The page.
pub async fn show(
    caller: &Caller,
    store: &BureauStore,
    id: &str,
    draft: &str,
    unconfirmed: bool,
) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let redact = |error| caller.redact(error);
    let key: TransferId = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let (row, arrived) = store.transfer_in(key).await.map_err(redact)?;
    let bureaus = store.receivers().await.map_err(redact)?;
    let mut blocks = vec![facts(slug, &row, name_of(&bureaus, row.other), arrived.as_ref(), lang)];
    if row.state == TransferState::Open {
        if store.require(Power::ApproveCases).is_ok() {
            blocks.extend(arrived.as_ref().map(|arrived| accept_sheet(slug, id, arrived, unconfirmed, lang)));
            blocks.push(return_sheet(caller, store, id, draft).await?);
        } else {
            let lines = vec![words::only_head(lang).to_owned()];
            blocks.push(Block { title: words::answered(lang).to_owned(), lines, ..Block::default() });
        }
    }
    blocks.push(match &arrived {
        Some(arrived) => materials(arrived, lang),
        None => Block {
            title: words::events(lang).to_owned(),
            lines: vec![words::gone(lang).to_owned()],
            ..Block::default()
        },
    });
    let title = format!("{} {}", words::transfer(lang), row.number);
    Ok(Worded {
        title: title.clone(),
        small: words::tag(row.state, lang).0,
        crumbs: vec![
            home(slug, lang),
            (words::transfers(lang).to_owned(), path::transfers(slug)),
            (title, String::new()),
        ],
        blocks,
        ..Worded::default()
    })
}

fn facts(slug: &str, row: &TransferRecord, from: String, arrived: Option<&Arrived>, lang: Lang) -> Block {
    let fact = |name: fn(Lang) -> &'static str, value: String| (name(lang).to_owned(), value);
    let mut facts = vec![
        fact(words::from, from),
        fact(words::number, row.number.clone()),
        fact(words::party, row.party_name.clone()),
        fact(words::letter, row.letter.clone()),
        fact(words::reason, row.reason.clone()),
        fact(words::list, row.list.clone()),
        fact(words::sent_on, format!("{} {}", day_long(row.sent_on, lang), row.sent_by)),
        fact(words::due_on, day_long(row.due_on, lang)),
    ];
    if let Some(arrived) = arrived {
        facts.push(fact(words::discovered, day_long(arrived.bundle.discovered, lang)));
        let held = arrived.bundle.measures.iter();
        facts.extend(held.map(|measure| fact(words::held, measure.words(lang))));
    }
    if let Some(on) = row.answered_on {
        let state = words::tag(row.state, lang).0;
        facts.push(fact(words::answered, format!("{state} {} {}", day_long(on, lang), row.answered_by)));
        facts.push(fact(words::answer, row.answer.clone()));
    }
    let own = row.case.map(|case| {
        let to = path::case(slug, &case.to_string());
        (words::own_case(lang).to_owned(), (words::open_case(lang).to_owned(), to))
    });
    Block {
        title: words::facts(lang).to_owned(),
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        linked: own.into_iter().collect(),
        ..Block::default()
    }
}

/// The sender's events, the newest first, as they were.
fn materials(arrived: &Arrived, lang: Lang) -> Block {
    let entry = |event: &domain::case::BundledEvent| Entry {
        on: day_long(event.on, lang),
        title: event.act.kind().name(lang).to_owned(),
        words: event.act.summary(lang),
        who: event.by.to_string(),
        marks: Vec::new(),
    };
    Block {
        title: words::events(lang).to_owned(),
        lines: vec![format!("{}{}", words::came_whole(lang), arrived.hash)],
        timeline: arrived.bundle.events.iter().rev().map(entry).collect(),
        ..Block::default()
    }
}

fn hidden(slug: &str, id: &str, answer: &str) -> Vec<(String, String)> {
    [("bureau", slug), ("transfer", id), ("answer", answer)]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
}

/// What is held goes on here only when the head confirms it (§1.6).
fn accept_sheet(slug: &str, id: &str, arrived: &Arrived, unconfirmed: bool, lang: Lang) -> Block {
    let confirm = Field {
        kind: FieldKind::Check,
        ..line("confirms_measures", words::confirms_measures(lang), "", true)
    };
    let asks = arrived.bundle.asks_to_confirm();
    let problem = || Problem::of("confirms_measures", words::unconfirmed(lang));
    let problems = (asks && unconfirmed).then(problem).into_iter().collect();
    let hint = if asks { words::confirms_hint(lang) } else { "" };
    let mut hidden = hidden(slug, id, "accept");
    hidden.push(("form[seen]".to_owned(), arrived.hash.clone()));
    let sheet = Sheet {
        action: "/_/api/answer-transfer".to_owned(),
        hidden,
        state: FormState { problems, ..FormState::fresh(Typed::new()) },
        fields: Some(confirm).filter(|_| asks).into_iter().collect(),
        consequence: format!("{hint}{}", words::accept_consequence(lang)),
        button: words::accept_button(lang).to_owned(),
        ..Sheet::default()
    };
    Block { title: words::accept(lang).to_owned(), form: Some(sheet), ..Block::default() }
}

async fn return_sheet(
    caller: &Caller,
    store: &BureauStore,
    id: &str,
    draft: &str,
) -> Result<Block, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let before = kept(slug, id, "").before(caller, store, draft).await?;
    let problems = before.as_ref().map(|typed| {
        let mut reading = Reading::of(typed, lang);
        reason(&mut reading);
        reading.problems
    });
    let field = Field { kind: FieldKind::Area, ..line("reason", words::give_back_reason(lang), "", true) };
    let sheet = Sheet {
        action: "/_/api/answer-transfer".to_owned(),
        hidden: hidden(slug, id, "return"),
        state: state(before.unwrap_or_default(), problems.unwrap_or_default(), |_, _| String::new()),
        fields: vec![field],
        consequence: words::give_back_consequence(lang).to_owned(),
        button: words::give_back_button(lang).to_owned(),
        ..Sheet::default()
    };
    Ok(Block { title: words::give_back(lang).to_owned(), form: Some(sheet), ..Block::default() })
}

fn reason(reading: &mut Reading<'_>) -> Option<Note> {
    let text = reading.value("reason");
    if !reading.has("reason", words::give_back_reason) {
        return None;
    }
    reading.read("reason", Note::parse(&text))
}

/// Accepts; the address of the case that began, or of the transfer as it stands now.
pub async fn accept(
    (caller, files): (&Caller, &Files),
    slug: &str,
    id: TransferId,
    form: &Typed,
) -> Result<String, AppError> {
    let token = typed(form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    let desk = caller.session()?.transfer_desk(slug, id).await.map_err(|error| caller.redact(error))?;
    if let Sent::Before(case) = desk.sent(token).await.map_err(|error| caller.redact(error))? {
        return Ok(path::case(slug, &case));
    }
    let (seen, confirms_measures) = (typed(form, "seen"), typed(form, "confirms_measures") == "yes");
    let said = Acceptance { seen: Some(seen), confirms_measures };
    match desk.accept(Rulebook::in_use(), (files, &said), token).await {
        Ok(case) => Ok(path::case(slug, &case.to_string())),
        Err(store::Error::Conflict) => Ok(format!("{}?done=moved", path::transfer(slug, &id.to_string()))),
        Err(store::Error::Invalid { code: "unconfirmed", .. }) => {
            Ok(format!("{}?done=unconfirmed", path::transfer(slug, &id.to_string())))
        }
        Err(error) => Err(caller.redact(error)),
    }
}

/// Returns with a reason; the address of the transfer, with the form again where something is wrong.
pub async fn give_back(caller: &Caller, slug: &str, id: TransferId, form: Typed) -> Result<String, AppError> {
    let page = path::transfer(slug, &id.to_string());
    let token = typed(&form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    let mut reading = Reading::of(&form, caller.lang);
    let desk = caller.session()?.transfer_desk(slug, id).await.map_err(|error| caller.redact(error))?;
    let Some(reason) = reason(&mut reading) else {
        drop(desk);
        return kept(slug, &id.to_string(), &page).again(caller, form, None).await;
    };
    if let Sent::Before(_) = desk.sent(token).await.map_err(|error| caller.redact(error))? {
        return Ok(format!("{page}?done=returned"));
    }
    match desk.give_back(Rulebook::in_use(), reason, token).await {
        Ok(()) => Ok(format!("{page}?done=returned")),
        Err(store::Error::Conflict) => Ok(format!("{page}?done=moved")),
        Err(error) => Err(caller.redact(error)),
    }
}
