//! The pages of handing over, and the act.

use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Problem, Typed, typed};
use crate::path;
use crate::ui::{Choices, Field, FieldKind};
use crate::worded::{Block, Cell, Kept, Reading, Sheet, Worded, line, state};
use domain::case::{Context, Note};
use domain::id::{CaseId, PersonId};
use domain::role::{Power, Role};
use store::{BureauStore, CaseRow, Rulebook, Sent};

const FORM: &str = "handover";
/// Before the case's id: the name of its receiver's field, and of why it stayed.
const TO: &str = "to_";
const STAYS: &str = "stays_";
/// How many passed on, when some stayed.
const DONE: &str = "passed";

fn kept<'a>(slug: &'a str, person: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: person, page, power: Power::ApproveCases }
}

fn page_of(caller: &Caller, store: &BureauStore, name: &str, blocks: Vec<Block>) -> Worded {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let title = words::title(lang).to_owned();
    let mut crumbs = vec![(crate::administration::words::home(lang).to_owned(), path::desk(slug))];
    match name {
        "" => crumbs.push((title.clone(), String::new())),
        name => {
            crumbs.push((title.clone(), path::handover(slug)));
            crumbs.push((name.to_owned(), String::new()));
        }
    }
    let small = if name.is_empty() { store.bureau().full_name.clone() } else { name.to_owned() };
    Worded { title, small, crumbs, blocks, ..Worded::default() }
}

/// The people who have cases in hand.
pub async fn people(caller: &Caller, store: &BureauStore) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let redact = |error| caller.redact(error);
    let desk = store.case_desk(Rulebook::in_use()).await.map_err(redact)?;
    let mut rows = Vec::new();
    for member in desk.members() {
        let count = desk.cases_in_hand(member.person).await.map_err(redact)?;
        if count > 0 {
            let to = path::handover_of(slug, &member.person.to_string());
            rows.push(vec![Cell::link(member.name.as_str(), to), Cell::of(count.to_string())]);
        }
    }
    let block = Block {
        lines: vec![words::note(lang).to_owned()],
        head: [words::name, words::in_hand].iter().map(|name| name(lang).to_owned()).collect(),
        rows,
        empty: words::nobody(lang).to_owned(),
        ..Block::default()
    };
    Ok(page_of(caller, store, "", vec![block]))
}

/// What one person has in hand, and the form that passes it on.
pub async fn person(
    caller: &Caller,
    store: &BureauStore,
    person: &str,
    draft: &str,
) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let redact = |error| caller.redact(error);
    let id: PersonId = person.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let desk = store.case_desk(Rulebook::in_use()).await.map_err(redact)?;
    let context = desk.context();
    let member = context.member(id).ok_or_else(|| caller.refuse(AppError::NotFound))?;
    let in_hand = desk.in_hand(id).await.map_err(redact)?;
    let mut values = kept(slug, person, "").before(caller, store, draft).await?.unwrap_or_default();
    let mut problems = Vec::new();
    let passed = values.remove(DONE);
    if let (false, None) = (draft.is_empty(), &passed) {
        problems = wrong(caller, &values);
    }
    let in_hand_rows = [in_hand.cases, in_hand.clues].concat();
    for row in &in_hand_rows {
        problems.extend(
            values
                .remove(&format!("{STAYS}{}", row.id))
                .map(|why| Problem::of(format!("{TO}{}", row.id), why)),
        );
    }
    let said = |count: u64, words: fn(domain::Lang) -> &'static str| {
        (count > 0).then(|| format!("{count} {}", words(lang)))
    };
    let lines = said(in_hand.proposals, words::proposals);
    let mut block = Block { lines: lines.into_iter().collect(), ..Block::default() };
    if let Some(passed) = passed {
        block.lines.insert(0, format!("{passed} {}", words::some_stay(lang)));
    }
    if in_hand_rows.is_empty() {
        block.lines.push(words::nothing(lang).to_owned());
    } else {
        block.form = Some(Sheet {
            action: "/_/api/hand-over".to_owned(),
            hidden: vec![("bureau".to_owned(), slug.to_owned()), ("person".to_owned(), person.to_owned())],
            state: state(values, problems, |_, _| String::new()),
            fields: fields(&context, id, &in_hand_rows, lang),
            consequence: words::consequence(lang).to_owned(),
            button: words::button(lang).to_owned(),
            back: path::handover(slug),
        });
    }
    Ok(page_of(caller, store, member.name.as_str(), vec![block]))
}

fn fields(context: &Context<'_>, from: PersonId, cases: &[CaseRow], lang: domain::Lang) -> Vec<Field> {
    let officers =
        context.members.iter().filter(|one| one.roles.contains(&Role::Officer) && one.person != from);
    let receivers: Choices = officers.map(|one| (one.person.to_string(), one.name.to_string())).collect();
    let select = |field: Field| Field { kind: FieldKind::Select, options: receivers.clone(), ..field };
    let mut fields = vec![
        select(line("all", words::all(lang), words::all_hint(lang), false)),
        line("reason", words::reason(lang), "", true),
    ];
    fields.extend(cases.iter().map(|row| {
        let number = row.number.clone().unwrap_or_default();
        let label = format!("{number} {} · {}", row.party_name, row.stage.name(lang));
        select(line(&format!("{TO}{}", row.id), &label, words::of_case(lang), false))
    }));
    fields
}

/// What is wrong before anything is done.
fn wrong(caller: &Caller, form: &Typed) -> Vec<Problem> {
    let mut reading = Reading::of(form, caller.lang);
    reading.line::<200>("reason", words::reason);
    let chosen =
        form.iter().any(|(name, value)| (name == "all" || name.starts_with(TO)) && !value.is_empty());
    if !chosen {
        reading.problems.push(Problem::of("all", words::no_receiver(caller.lang)));
    }
    reading.problems
}

/// Hands over; where to go then.
///
/// # Errors
/// What the store answers, redacted.
pub async fn hand_over(caller: &Caller, slug: &str, person: &str, form: Typed) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let from: PersonId = person.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(slug, Power::ApproveCases).await?;
    let page = path::handover_of(slug, person);
    let kept = kept(slug, person, &page);
    let reason = Note::parse(&typed(&form, "reason"));
    let (Ok(reason), true) = (reason, wrong(caller, &form).is_empty()) else {
        drop(store);
        return kept.again(caller, form, None).await;
    };
    let token = typed(&form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(to);
    }
    let desk = store.case_desk(Rulebook::in_use()).await.map_err(redact)?;
    if desk.context().member(from).is_none() {
        return Err(caller.refuse(AppError::NotFound));
    }
    let in_hand = desk.in_hand(from).await.map_err(redact)?;
    let lines: Vec<(CaseId, PersonId)> = in_hand
        .cases
        .iter()
        .chain(&in_hand.clues)
        .filter_map(|row| Some((row.id, receiver(&form, row.id)?)))
        .collect();
    // The form offers colleagues only.
    let fits = |to: PersonId| to != from && desk.context().member(to).is_some();
    if !lines.iter().all(|(_, to)| fits(*to)) {
        return Err(caller.refuse(AppError::NotFound));
    }
    if lines.is_empty() {
        // Nothing of what the form showed is in this person's hand any more: the page shows what is.
        return Ok(page);
    }
    let stay = desk.hand_over(from, &lines, &reason).await.map_err(redact)?;
    drop(desk);
    let to = format!("{page}?done=handed");
    store.keep_sent(token, FORM, &to).await.map_err(redact)?;
    store.commit().await.map_err(redact)?;
    if stay.is_empty() {
        return Ok(to);
    }
    let mut again = form;
    again.insert(DONE.to_owned(), (lines.len() - stay.len()).to_string());
    for one in stay {
        again.insert(format!("{STAYS}{}", one.case), one.refusal.sentence(caller.lang).to_string());
    }
    kept.again(caller, again, None).await
}

/// Who takes a case: its own receiver, else the one of all; nobody takes one that the form did not show.
fn receiver(form: &Typed, case: CaseId) -> Option<PersonId> {
    let own = form.get(&format!("{TO}{case}"))?;
    let chosen = if own.is_empty() { typed(form, "all") } else { own.clone() };
    chosen.parse().ok()
}
