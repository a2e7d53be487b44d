//! Designation of jurisdiction (指定管辖): the city's orders and their form; with a county, those it received.

use super::list::{home, name_of};
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Problem, Typed, typed};
use crate::path;
use crate::ui::{Field, FieldKind};
use crate::worded::{Block, Cell, Kept, Reading, Sheet, Worded, line, state};
use domain::Lang;
use domain::calendar::day_long;
use domain::case::{Name, Note};
use domain::role::{Power, may};
use store::{Bureau, BureauStore, DesignationRecord, NewDesignation, Sent};

const FORM: &str = "designation";

fn kept<'a>(slug: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: "", page, power: Power::Supervise }
}

/// Reads the form; none when something is wrong.
fn read(reading: &mut Reading<'_>) -> Option<NewDesignation> {
    let county = reading.value("county");
    if county.is_empty() {
        reading.problems.push(Problem::of("county", words::county_missing(reading.lang)));
    }
    let party = said(reading, "party", words::party, Name::parse);
    let matter = said(reading, "matter", words::matter, Note::parse);
    let reason = said(reading, "reason", words::designation_reason, Note::parse);
    let (party, matter, reason) = (party?, matter?, reason?);
    reading.problems.is_empty().then_some(NewDesignation { county, party, matter, reason })
}

fn said<T>(
    reading: &mut Reading<'_>,
    name: &'static str,
    label: fn(Lang) -> &'static str,
    parse: impl FnOnce(&str) -> Result<T, domain::value::ValueError>,
) -> Option<T> {
    let text = reading.value(name);
    if !reading.has(name, label) {
        return None;
    }
    reading.read(name, parse(&text))
}

fn fields(counties: &[Bureau], lang: Lang) -> Vec<Field> {
    let counties = counties.iter().map(|one| (one.slug.clone(), one.short_name.clone())).collect();
    let area = |name, label: fn(Lang) -> &'static str| Field {
        kind: FieldKind::Area,
        ..line(name, label(lang), "", true)
    };
    vec![
        Field {
            kind: FieldKind::Select,
            options: counties,
            ..line("county", words::designated(lang), "", true)
        },
        line("party", words::party(lang), words::designation_party_hint(lang), true),
        area("matter", words::matter),
        area("reason", words::designation_reason),
    ]
}

/// The page: the orders, and for the supervisor the form above them.
pub async fn page(caller: &Caller, slug: &str, draft: &str) -> Result<Worded, AppError> {
    let lang = caller.lang;
    let store = caller.bureau(slug).await?;
    let redact = |error| caller.redact(error);
    let rows = store.designations().await.map_err(redact)?;
    let orders = may(&store.actor().roles, Power::Supervise);
    let mut blocks = Vec::new();
    let bureaus = if orders {
        let counties = store.counties_to_visit().await.map_err(redact)?;
        blocks.push(sheet(caller, &store, &counties, draft).await?);
        counties
    } else {
        store.receivers().await.map_err(redact)?
    };
    blocks.push(list(&rows, &bureaus, orders.then_some(slug), lang));
    let title = words::designations(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        small: store.bureau().short_name.clone(),
        crumbs: vec![home(slug, lang), (title, String::new())],
        blocks,
        ..Worded::default()
    })
}

/// `city`: the slug of the bureau that gave them, which prints its orders.
fn list(rows: &[DesignationRecord], bureaus: &[Bureau], city: Option<&str>, lang: Lang) -> Block {
    let row = |one: &DesignationRecord| {
        vec![
            Cell {
                to: city.map(|slug| path::designation_paper(slug, &one.id.to_string())).unwrap_or_default(),
                small: day_long(one.ordered_on, lang),
                ..Cell::of(one.number.clone())
            },
            Cell { small: one.ordered_by.clone(), ..Cell::of(name_of(bureaus, one.other)) },
            Cell { small: one.matter.clone(), ..Cell::of(one.party.clone()) },
            Cell::of(one.reason.clone()),
        ]
    };
    let other = if city.is_some() { words::designated } else { words::designated_by };
    Block {
        head: [words::order_number, other, words::party, words::designation_reason]
            .map(|name| name(lang).to_owned())
            .into(),
        rows: rows.iter().map(row).collect(),
        empty: words::designations_none(lang).to_owned(),
        ..Block::default()
    }
}

async fn sheet(
    caller: &Caller,
    store: &BureauStore,
    counties: &[Bureau],
    draft: &str,
) -> Result<Block, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let before = kept(slug, "").before(caller, store, draft).await?;
    let problems = before.as_ref().map(|typed| {
        let mut reading = Reading::of(typed, lang);
        read(&mut reading);
        reading.problems
    });
    let state = state(before.unwrap_or_default(), problems.unwrap_or_default(), |_, _| {
        words::county_missing(lang).to_owned()
    });
    let sheet = Sheet {
        action: "/_/api/designate".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned())],
        state,
        fields: fields(counties, lang),
        consequence: words::designation_consequence(lang).to_owned(),
        button: words::designate(lang).to_owned(),
        ..Sheet::default()
    };
    Ok(Block { title: words::designate(lang).to_owned(), form: Some(sheet), ..Block::default() })
}

/// Gives the order; the address of the page, with the form again where something is wrong.
pub async fn designate(caller: &Caller, store: BureauStore, form: Typed) -> Result<String, AppError> {
    let slug = store.bureau().slug.clone();
    let page = path::designations(&slug);
    let kept = kept(&slug, &page);
    let mut reading = Reading::of(&form, caller.lang);
    let Some(new) = read(&mut reading) else {
        drop(store);
        return kept.again(caller, form, None).await;
    };
    let token = typed(&form, "token").parse();
    let token = token.map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    let done = format!("{page}?done=designated");
    if let Sent::Before(_) = store.designated_before(token).await.map_err(|error| caller.redact(error))? {
        return Ok(done);
    }
    match store.designate(&caller.store, new, token).await {
        Ok(()) => Ok(done),
        Err(store::Error::Invalid { field, code }) => kept.again(caller, form, Some((field, code))).await,
        Err(error) => Err(caller.redact(error)),
    }
}
