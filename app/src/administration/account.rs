//! The account behind a member: name and phone, and whether it can sign in. For the bureau's administrator on the member's
//! page, for the city's on a page of its own that is found by work number.

use super::members::{home, roles};
use super::refused::{differing, state};
use super::{words, words_of_account as account};
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{FormState, Typed, typed};
use crate::path;
use crate::ui::{Field, FieldKind};
use crate::worded::{Block, CONFLICT, Cell, Kept, Reading, Sheet, VERSION, Worded, line};
use domain::Lang;
use domain::id::PersonId;
use domain::role::Power;
use domain::value::{PersonName, Phone, WorkNumber};
use store::{AccountRecord, BureauStore, NewPhone, Sent};

const FORM: &str = "account";
const FIND: &str = "account_find";

/// Where an account is seen to: the page inside the bureau, and who may.
#[derive(Clone, Debug)]
pub struct Place {
    /// `members/{membership}` or `accounts/{person}`.
    pub page: String,
    pub power: Power,
}

impl Place {
    /// The place of a page's address inside the bureau, if accounts are seen to there.
    #[must_use]
    pub fn of(page: &str) -> Option<Self> {
        let power = match page.split_once('/')? {
            ("members", _) => Power::AdministerBureau,
            ("accounts", _) => Power::AdministerCity,
            _ => return None,
        };
        Some(Place { page: page.to_owned(), power })
    }

    /// Whose account it is.
    async fn person(&self, caller: &Caller, store: &BureauStore) -> Result<PersonId, AppError> {
        let gone = || caller.refuse(AppError::NotFound);
        match self.page.split_once('/') {
            Some(("members", id)) => {
                let member = store.member_record(id.parse().map_err(|_| gone())?).await;
                Ok(member.map_err(|error| caller.redact(error))?.membership.person)
            }
            Some((_, id)) => id.parse().map_err(|_| gone()),
            None => Err(gone()),
        }
    }

    fn kept<'a>(&self, slug: &'a str, person: &'a str, page: &'a str) -> Kept<'a> {
        Kept { form: FORM, slug, subject: person, page, power: self.power }
    }
}

/// Name, phone and the switch, as far as the administrator may.
///
/// # Errors
/// What the store answers, redacted.
pub async fn blocks(
    caller: &Caller,
    store: &BureauStore,
    place: &Place,
    record: &AccountRecord,
    draft: &str,
) -> Result<Vec<Block>, AppError> {
    let lang = caller.lang;
    let title = account::title(lang).to_owned();
    let change = match record.change_refusal {
        Some(refusal) => Block { title, lines: vec![refusal.message(lang).to_owned()], ..Block::default() },
        None => {
            let form = Some(form(caller, store, place, record, draft).await?);
            Block { title, form, ..Block::default() }
        }
    };
    Ok(vec![change, switch(store, place, record, lang)])
}

fn hidden(store: &BureauStore, place: &Place) -> Vec<(String, String)> {
    vec![("bureau".to_owned(), store.bureau().slug.clone()), ("page".to_owned(), place.page.clone())]
}

async fn form(
    caller: &Caller,
    store: &BureauStore,
    place: &Place,
    record: &AccountRecord,
    draft: &str,
) -> Result<Sheet, AppError> {
    let lang = caller.lang;
    let (slug, person) = (store.bureau().slug.as_str(), record.person.to_string());
    let phone = account::phone_hint(record.phone.as_deref(), lang);
    let mut fields =
        vec![line("name", words::name(lang), "", true), line("phone", words::phone(lang), &phone, false)];
    if record.phone.is_some() {
        let gone = line("phone_gone", account::phone_gone(lang), "", false);
        fields.push(Field { kind: FieldKind::Check, ..gone });
    }
    let now: Typed = [("name".to_owned(), record.name.clone())].into();
    let shown = match place.kept(slug, &person, "").before(caller, store, draft).await? {
        Some(typed) => {
            let mut reading = Reading::of(&typed, lang);
            read(&mut reading);
            let problems = reading.problems;
            if typed.get(VERSION) != Some(&record.version.to_string()) {
                differing(&mut fields, &typed, &now, lang);
            }
            state(typed, problems, lang)
        }
        None => state(now, Vec::new(), lang),
    };
    let mut hidden = hidden(store, place);
    hidden.push((format!("form[{VERSION}]"), record.version.to_string()));
    Ok(Sheet {
        action: "/_/api/change-account".to_owned(),
        hidden,
        state: shown,
        fields,
        consequence: account::change_note(lang).to_owned(),
        button: account::change_button(lang).to_owned(),
        back: String::new(),
    })
}

/// What was typed; none when something is wrong.
fn read(reading: &mut Reading<'_>) -> Option<(PersonName, NewPhone)> {
    let (name, phone) = (reading.value("name"), reading.value("phone"));
    let name = reading.read("name", PersonName::parse(&name));
    let phone = match (phone.as_str(), reading.value("phone_gone").as_str()) {
        ("", "yes") => Some(NewPhone::None),
        ("", _) => Some(NewPhone::Same),
        (phone, _) => reading.read("phone", Phone::parse(phone)).map(NewPhone::Is),
    };
    name.zip(phone)
}

fn switch(store: &BureauStore, place: &Place, record: &AccountRecord, lang: Lang) -> Block {
    let (title, note, button, word) = match record.is_disabled {
        true => (account::enable(lang), account::enable_note(lang), account::enable(lang), "no"),
        false => (account::disable(lang), account::disable_note(lang), account::disable(lang), "yes"),
    };
    let title = title.to_owned();
    if let Some(refusal) = record.switch_refusal {
        return Block { title, lines: vec![refusal.message(lang).to_owned()], ..Block::default() };
    }
    let mut hidden = hidden(store, place);
    hidden.push(("disabled".to_owned(), word.to_owned()));
    let sheet = Sheet {
        action: "/_/api/switch-account".to_owned(),
        hidden,
        state: FormState::fresh(Typed::new()),
        fields: Vec::new(),
        consequence: note.to_owned(),
        button: button.to_owned(),
        back: String::new(),
    };
    Block { title, form: Some(sheet), ..Block::default() }
}

/// Any account, for the city's administrator.
///
/// # Errors
/// What the store answers, redacted.
pub async fn page(
    caller: &Caller,
    store: &BureauStore,
    person: &str,
    draft: &str,
) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let person: PersonId = person.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let record = store.account_record(person).await.map_err(|error| caller.redact(error))?;
    let place = Place { page: format!("accounts/{person}"), power: Power::AdministerCity };
    let row = |(bureau, held): &(String, Vec<domain::role::Role>)| {
        vec![Cell::of(&**bureau), Cell::of(roles(held, lang))]
    };
    let bureaus = Block {
        title: account::bureaus(lang).to_owned(),
        head: vec![account::bureau(lang).to_owned(), words::roles(lang).to_owned()],
        rows: record.bureaus.iter().map(row).collect(),
        empty: account::no_bureaus(lang).to_owned(),
        ..Block::default()
    };
    let mut blocks = vec![bureaus];
    blocks.extend(self::blocks(caller, store, &place, &record, draft).await?);
    let mut small = vec![record.work_number.clone()];
    small.extend(record.phone.clone());
    small.extend(record.is_disabled.then(|| words::disabled(lang).to_owned()));
    Ok(Worded {
        title: record.name.clone(),
        small: small.join(" · "),
        crumbs: vec![
            home(slug, lang),
            (account::accounts(lang).to_owned(), path::accounts(slug)),
            (record.name, String::new()),
        ],
        blocks,
        ..Worded::default()
    })
}

fn find_kept<'a>(slug: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FIND, slug, subject: "", page, power: Power::AdministerCity }
}

/// The form that finds an account.
///
/// # Errors
/// What the store answers, redacted.
pub async fn find_form(caller: &Caller, store: &BureauStore, draft: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let before = find_kept(slug, "").before(caller, store, draft).await?;
    let mut problems = Vec::new();
    if let Some(typed) = &before {
        let mut reading = Reading::of(typed, lang);
        let number = reading.value("work_number");
        reading.read("work_number", WorkNumber::parse(&number));
        problems = reading.problems;
    }
    let sheet = Sheet {
        action: "/_/api/find-account".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned())],
        state: state(before.unwrap_or_default(), problems, lang),
        fields: vec![line("work_number", words::work_number(lang), account::number_hint(lang), true)],
        consequence: account::find_note(lang).to_owned(),
        button: account::find(lang).to_owned(),
        back: String::new(),
    };
    let title = account::accounts(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        crumbs: vec![home(slug, lang), (title, String::new())],
        blocks: vec![Block { form: Some(sheet), ..Block::default() }],
        ..Worded::default()
    })
}

/// Finds an account; where it stands.
///
/// # Errors
/// What the store answers, redacted.
pub async fn find(caller: &Caller, slug: &str, form: Typed) -> Result<String, AppError> {
    let store = caller.bureau_for(slug, Power::AdministerCity).await?;
    match store.account_of(typed(&form, "work_number").trim()).await {
        Ok(person) => Ok(path::account(slug, &person.to_string())),
        Err(store::Error::Invalid { field, code }) => {
            drop(store);
            find_kept(slug, &path::accounts(slug)).again(caller, form, Some((field, code))).await
        }
        Err(error) => Err(caller.redact(error)),
    }
}

/// Changes name and phone; where to go then.
///
/// # Errors
/// [`AppError::NotFound`] for another bureau's member; what the store answers, redacted.
pub async fn change(caller: &Caller, slug: &str, page: &str, form: Typed) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let place = Place::of(page).ok_or_else(|| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(slug, place.power).await?;
    let person = place.person(caller, &store).await?;
    let (own, subject) = (path::inside(slug, page), person.to_string());
    let kept = place.kept(slug, &subject, &own);
    let Some((name, phone)) = read(&mut Reading::of(&form, caller.lang)) else {
        drop(store);
        return kept.again(caller, form, None).await;
    };
    let token = typed(&form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(to);
    }
    let version = typed(&form, VERSION).parse().unwrap_or_default();
    let refused = match store.change_account(person, version, &name, &phone).await {
        Ok(()) => {
            let to = format!("{own}?done=account");
            store.keep_sent(token, FORM, &to).await.map_err(redact)?;
            store.commit().await.map_err(redact)?;
            return Ok(to);
        }
        Err(store::Error::Invalid { field, code }) => (field, code),
        Err(store::Error::Conflict) => CONFLICT,
        Err(error) => return Err(redact(error)),
    };
    drop(store);
    kept.again(caller, form, Some(refused)).await
}

/// Disables or enables; where to go then.
///
/// # Errors
/// [`AppError::Refused`] with who can do it where this administrator may not; what the store answers, redacted.
pub async fn switched(
    caller: &Caller,
    slug: &str,
    page: &str,
    is_disabled: bool,
) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let place = Place::of(page).ok_or_else(|| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(slug, place.power).await?;
    let person = place.person(caller, &store).await?;
    let record = store.account_record(person).await.map_err(redact)?;
    if let Some(refusal) = record.switch_refusal {
        return Err(caller.refuse(AppError::Refused(refusal.message(caller.lang).to_owned())));
    }
    store.switch_account(person, is_disabled).await.map_err(redact)?;
    store.commit().await.map_err(redact)?;
    let done = if is_disabled { "disabled" } else { "enabled" };
    Ok(format!("{}?done={done}", path::inside(slug, page)))
}
