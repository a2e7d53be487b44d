//! What a bureau's papers show.

use super::members::home;
use super::procedure;
use super::refused::{differing, state};
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::path;
use crate::ui::Field;
use crate::worded::{Block, Sheet, Worded};
use crate::worded::{CONFLICT, Kept, Reading, VERSION, line};
use domain::Lang;
use domain::role::Power;
use domain::value::Phone;
use store::{Bureau, BureauStore, Sent};

const FORM: &str = "bureau_settings";

/// The fields that a new bureau has as well.
#[must_use]
pub fn names(lang: Lang) -> Vec<Field> {
    vec![
        line("full_name", words::full_name(lang), "", true),
        line("short_name", words::short_name(lang), "", true),
        line("number_prefix", words::number_prefix(lang), words::number_prefix_hint(lang), true),
        line("government", words::government(lang), "", true),
        line("court", words::court(lang), "", true),
    ]
}

/// What they say.
#[derive(Clone, Debug)]
pub struct Names {
    pub full_name: String,
    pub short_name: String,
    pub number_prefix: String,
    pub government: String,
    pub court: String,
}

/// Reads them; what is wrong is noted.
pub fn read_names(reading: &mut Reading<'_>) -> Names {
    Names {
        full_name: reading.line::<60>("full_name", words::full_name),
        short_name: reading.line::<20>("short_name", words::short_name),
        number_prefix: reading.line::<8>("number_prefix", words::number_prefix),
        government: reading.line::<60>("government", words::government),
        court: reading.line::<60>("court", words::court),
    }
}

fn fields(lang: Lang) -> Vec<Field> {
    let mut fields = names(lang);
    fields.extend([
        line("bank", words::bank(lang), "", false),
        line("bank_account", words::bank_account(lang), "", false),
        line("address", words::address(lang), "", false),
        line("phone", words::office_phone(lang), "", false),
    ]);
    fields.extend(procedure::fields(lang));
    fields
}

/// What a field of the settings is called.
#[must_use]
pub fn label(name: &str, lang: Lang) -> String {
    fields(lang)
        .into_iter()
        .find(|field| field.name == name)
        .map_or_else(|| name.to_owned(), |field| field.label)
}

fn values(of: &Bureau) -> Typed {
    let lines = [
        ("full_name", &of.full_name),
        ("short_name", &of.short_name),
        ("number_prefix", &of.number_prefix),
        ("government", &of.government),
        ("court", &of.court),
        ("bank", &of.bank),
        ("bank_account", &of.bank_account),
        ("address", &of.address),
        ("phone", &of.phone),
    ];
    let lines = lines.map(|(name, value)| (name.to_owned(), value.clone()));
    lines.into_iter().chain(procedure::values(&of.settings)).collect()
}

/// The bureau as typed; none when something is wrong.
fn read(reading: &mut Reading<'_>, now: &Bureau) -> Option<Bureau> {
    let names = read_names(reading);
    let (bank, account) = (reading.optional::<60>("bank"), reading.optional::<40>("bank_account"));
    let address = reading.optional::<100>("address");
    let phone = match reading.value("phone") {
        phone if phone.is_empty() => String::new(),
        phone => {
            reading.read("phone", Phone::parse(&phone)).map(|phone| phone.to_string()).unwrap_or_default()
        }
    };
    let settings = procedure::read(reading, &now.settings).unwrap_or_default();
    let version = typed(reading.typed, VERSION).parse().unwrap_or_default();
    reading.problems.is_empty().then(|| Bureau {
        full_name: names.full_name,
        short_name: names.short_name,
        number_prefix: names.number_prefix,
        government: names.government,
        court: names.court,
        bank: bank.unwrap_or_default(),
        bank_account: account.unwrap_or_default(),
        address: address.unwrap_or_default(),
        phone,
        settings,
        version,
        ..now.clone()
    })
}

/// The page of settings.
pub async fn form(caller: &Caller, store: &BureauStore, draft: &str) -> Result<Worded, AppError> {
    let (lang, now) = (caller.lang, store.bureau());
    let kept = Kept { form: FORM, slug: &now.slug, subject: "", page: "", power: Power::AdministerBureau };
    let mut fields = fields(lang);
    let shown = match kept.before(caller, store, draft).await? {
        Some(typed) => {
            let mut reading = Reading::of(&typed, lang);
            read(&mut reading, now);
            let problems = reading.problems;
            if typed.get(VERSION) != Some(&now.version.to_string()) {
                differing(&mut fields, &typed, &values(now), lang);
            }
            state(typed, problems, lang)
        }
        None => state(values(now), Vec::new(), lang),
    };
    let sheet = Sheet {
        action: "/_/api/change-bureau".to_owned(),
        hidden: vec![
            ("bureau".to_owned(), now.slug.clone()),
            (format!("form[{VERSION}]"), now.version.to_string()),
        ],
        state: shown,
        fields,
        consequence: words::settings_note(lang).to_owned(),
        button: words::change_button(lang).to_owned(),
        back: path::desk(&now.slug),
    };
    let title = words::settings(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        small: format!("{} {}", words::slug(lang), now.slug),
        crumbs: vec![home(&now.slug, lang), (title, String::new())],
        blocks: vec![Block { form: Some(sheet), ..Block::default() }],
        ..Worded::default()
    })
}

/// Changes the settings; where to go then.
pub async fn change(caller: &Caller, mut store: BureauStore, form: Typed) -> Result<String, AppError> {
    let slug = store.bureau().slug.clone();
    let page = path::settings(&slug);
    let kept = Kept { form: FORM, slug: &slug, subject: "", page: &page, power: Power::AdministerBureau };
    let Some(changed) = read(&mut Reading::of(&form, caller.lang), store.bureau()) else {
        drop(store);
        return kept.again(caller, form, None).await;
    };
    let token = typed(&form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(|error| caller.redact(error))? {
        return Ok(to);
    }
    match store.change_bureau(&changed).await {
        Ok(()) => {
            let to = format!("{page}?done=changed");
            store.keep_sent(token, FORM, &to).await.map_err(|error| caller.redact(error))?;
            store.commit().await.map_err(|error| caller.redact(error))?;
            Ok(to)
        }
        Err(store::Error::Conflict) => {
            drop(store);
            kept.again(caller, form, Some(CONFLICT)).await
        }
        Err(error) => Err(caller.redact(error)),
    }
}
