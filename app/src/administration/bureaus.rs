//! All bureaus of the city, and the form that lays one with its first administrator.

use super::members::home;
use super::refused::state;
use super::settings::{names, read_names};
use super::{person, words};
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::Typed;
use crate::path;
use crate::ui::{Choices, Field, FieldKind};
use crate::worded::{Block, Cell, Sheet, Worded};
use crate::worded::{Kept, Reading, line};
use domain::role::Power;
use domain::value::{AreaCode, Noun, Slug, ValueError};
use store::{Bureau, BureauStore, BureauSummary, NewBureau};

/// The form that lays a bureau.
pub const FORM: &str = "bureau_new";

/// The list.
pub async fn list(caller: &Caller, store: &BureauStore) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let summaries = store.bureau_summaries().await.map_err(|error| caller.redact(error))?;
    let head = [
        words::full_name,
        words::slug,
        words::code,
        words::number_prefix,
        words::parent,
        words::member_count,
    ];
    let parent = |bureau: &Bureau| {
        let above = summaries.iter().find(|one| Some(one.bureau.id) == bureau.parent);
        above.map(|one| one.bureau.short_name.clone()).unwrap_or_default()
    };
    let row = |one: &BureauSummary| {
        let plain = |words: &str| Cell { words: words.to_owned(), ..Cell::default() };
        vec![
            Cell {
                small: one.bureau.short_name.clone(),
                to: path::bureau(slug, &one.bureau.slug),
                ..plain(&one.bureau.full_name)
            },
            plain(&one.bureau.slug),
            plain(one.bureau.code.as_deref().unwrap_or("—")),
            plain(&one.bureau.number_prefix),
            plain(&parent(&one.bureau)),
            plain(&one.members.to_string()),
        ]
    };
    let title = words::bureaus(lang).to_owned();
    let block = Block {
        title: format!("{title} {}", summaries.len()),
        head: head.iter().map(|name| name(lang).to_owned()).collect(),
        rows: summaries.iter().map(row).collect(),
        ..Block::default()
    };
    Ok(Worded {
        title: title.clone(),
        small: store.bureau().short_name.clone(),
        crumbs: vec![home(slug, lang), (title, String::new())],
        acts: vec![(words::bureau_new(lang).to_owned(), path::bureau_new(slug))],
        blocks: vec![block],
        ..Worded::default()
    })
}

/// Where the form that lays a bureau is kept.
#[must_use]
pub fn kept<'a>(slug: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: "", page, power: Power::AdministerCity }
}

/// Reads the bureau; none when something is wrong.
pub fn read(reading: &mut Reading<'_>) -> Option<NewBureau> {
    let (slug, code) = (reading.value("slug"), reading.value("code"));
    let slug = reading.read("slug", Slug::parse(&slug));
    let code = match code.as_str() {
        "" => None,
        code => reading.read("code", AreaCode::parse(code)).map(String::from),
    };
    let parent = reading.value("parent");
    if parent.is_empty() {
        reading.read::<()>("parent", Err(ValueError::UnknownChoice { noun: Noun::Bureau }));
    }
    let names = read_names(reading);
    let slug = slug?;
    reading.problems.is_empty().then(|| NewBureau {
        slug: slug.to_string(),
        is_city: false,
        parent: Some(parent),
        code,
        full_name: names.full_name,
        short_name: names.short_name,
        number_prefix: names.number_prefix,
        government: names.government,
        court: names.court,
        settings: String::new(),
    })
}

fn fields(lang: domain::Lang, parents: Choices) -> Vec<Field> {
    let mut fields = vec![
        line("slug", words::slug(lang), words::slug_hint(lang), true),
        line("code", words::code(lang), words::code_hint(lang), false),
        Field { kind: FieldKind::Select, options: parents, ..line("parent", words::parent(lang), "", true) },
    ];
    fields.extend(names(lang));
    let note = vec![(String::new(), words::first_note(lang).to_owned())];
    let note = Field {
        kind: FieldKind::Note,
        options: note,
        ..line("", words::first_administrator(lang), "", false)
    };
    fields.push(note);
    fields.extend(person::fields(lang));
    fields
}

/// The form.
pub async fn form(caller: &Caller, store: &BureauStore, draft: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let before = kept(slug, "").before(caller, store, draft).await?;
    let (values, problems): (Typed, _) = match before {
        Some(typed) => {
            let mut reading = Reading::of(&typed, lang);
            read(&mut reading);
            person::read(&mut reading);
            let problems = reading.problems;
            (typed, problems)
        }
        None => ([("parent".to_owned(), slug.to_owned())].into(), Vec::new()),
    };
    let bureaus = store.bureau_summaries().await.map_err(|error| caller.redact(error))?;
    let parents = bureaus.into_iter().map(|one| (one.bureau.slug, one.bureau.short_name)).collect();
    let sheet = Sheet {
        action: path::administration_bureaus(slug),
        hidden: Vec::new(),
        state: state(values, problems, lang),
        fields: fields(lang, parents),
        consequence: words::lay_note(lang).to_owned(),
        button: words::lay_button(lang).to_owned(),
        back: path::bureaus(slug),
    };
    let title = words::bureau_new(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        crumbs: vec![
            home(slug, lang),
            (words::bureaus(lang).to_owned(), path::bureaus(slug)),
            (title, String::new()),
        ],
        blocks: vec![Block { form: Some(sheet), ..Block::default() }],
        ..Worded::default()
    })
}
