//! What every page of training is made from.

use super::deed::Deed;
use super::told::told_before;
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{FormState, Typed, typed, typed_before};
use crate::path;
use crate::ui::{Choices, Field, FieldKind};
use crate::worded::{Button, Entry, Kept, Link, Reading, Sheet, VERSION, line, state};
use domain::calendar::{day_long, day_short};
use domain::role::Power;
use domain::training::{CertificateNumber, NextAct};
use domain::{Day, Lang};
use store::training::{EventRecord, TrainingDesk};
use store::{BureauStore, Total};

/// The word under which drafts of these forms are kept.
pub const FORM: &str = "training";

/// A bureau's training, as one person looks at it.
#[derive(Debug)]
pub struct Room<'a> {
    pub caller: &'a Caller,
    pub store: &'a BureauStore,
    pub desk: TrainingDesk<'a>,
    pub slug: &'a str,
    pub lang: Lang,
    query: &'a Typed,
}

impl<'a> Room<'a> {
    #[must_use]
    pub fn of(caller: &'a Caller, store: &'a BureauStore, query: &'a Typed) -> Self {
        let slug = store.bureau().slug.as_str();
        Room { caller, store, desk: store.training_desk(), slug, lang: caller.lang, query }
    }

    /// The same room with addresses in another workspace: a visit's.
    #[must_use]
    pub fn within(self, workspace: &'a str) -> Self {
        Room { slug: workspace, ..self }
    }

    /// What the address asks; empty when it does not.
    #[must_use]
    pub fn asked(&self, name: &str) -> &str {
        self.query.get(name).map_or("", String::as_str)
    }

    /// The words that are searched for, which need not stand in the address.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn searched(&self) -> Result<String, AppError> {
        crate::find::said(self.caller, self.store, self.asked("q")).await
    }

    /// Whether the person may do what needs a power.
    #[must_use]
    pub fn may(&self, power: Power) -> bool {
        domain::role::may(&self.store.actor().roles, power)
    }

    #[must_use]
    pub fn nowhere(&self) -> AppError {
        self.caller.refuse(AppError::NotFound)
    }

    /// An id of an address.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn id<T: std::str::FromStr>(&self, text: &str) -> Result<T, AppError> {
        text.parse().map_err(|_| self.nowhere())
    }

    pub fn redact(&self, error: store::Error) -> AppError {
        self.caller.redact(error)
    }

    /// The page's key of the address.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn after<T: std::str::FromStr>(&self) -> Result<Option<T>, AppError> {
        Some(self.asked("after")).filter(|after| !after.is_empty()).map(|after| self.id(after)).transpose()
    }

    /// The address of a page of training.
    #[must_use]
    pub fn to(&self, page: &str) -> String {
        path::training(self.slug, page)
    }

    /// The number of a certificate; one that was practised says so.
    #[must_use]
    pub fn certificate_number(&self, number: &CertificateNumber) -> String {
        let is_practice = self.store.bureau().is_practice();
        if is_practice { format!("{} {number}", words::practised(self.lang)) } else { number.to_string() }
    }

    /// The first steps of every way, then these.
    #[must_use]
    pub fn crumbs(&self, then: impl IntoIterator<Item = Link>) -> Vec<Link> {
        let home = (words::home(self.lang).to_owned(), path::desk(self.slug));
        std::iter::once(home).chain(then).collect()
    }

    /// The address of this list with its filters, and with the key of another page.
    #[must_use]
    pub fn list(&self, page: &str, filters: &[&str], after: Option<String>) -> String {
        let asked = filters.iter().filter(|name| !self.asked(name).is_empty());
        let filters = asked.map(|name| {
            format!("{}={}", path::encode(&format!("form[{name}]")), path::encode(self.asked(name)))
        });
        let parts: Vec<String> = filters.chain(after.map(|id| format!("after={id}"))).collect();
        let query = if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) };
        format!("{}{query}", self.to(page))
    }

    /// The form that narrows a list.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn filter(&self, page: &str, fields: Vec<Field>) -> Result<Sheet, AppError> {
        let mut values = Typed::new();
        for field in &fields {
            values.insert(field.name.clone(), self.asked(&field.name).to_owned());
        }
        let is_narrowed = values.values().any(|value| !value.is_empty());
        if values.contains_key("q") {
            values.insert("q".to_owned(), self.searched().await?);
        }
        Ok(Sheet {
            action: path::find(self.slug),
            hidden: vec![("to".to_owned(), self.to(page))],
            state: FormState { values, ..FormState::default() },
            fields,
            button: words::filter(self.lang).to_owned(),
            back: if is_narrowed {
                crate::saved_view::whole(self.slug, &self.to(page))
            } else {
                String::new()
            },
            ..Sheet::default()
        })
    }

    /// 共 12 个
    #[must_use]
    pub fn total(&self, total: Total) -> String {
        match total {
            Total::Exactly(count) => self.lang.pick(format!("共 {count} 条"), format!("{count} in all")),
            Total::MoreThan(count) => self.lang.pick(format!("{count}+ 条"), format!("{count}+")),
        }
    }

    /// What may be done at an address, refused acts with their reasons.
    #[must_use]
    pub fn buttons(&self, subject: &str, next: &[NextAct]) -> Vec<Button> {
        let main = next.iter().position(|one| one.refusal.is_none());
        let button = |(at, one): (usize, &NextAct)| {
            let yields = one.refusal.as_ref().is_some_and(|refusal| refusal.code.yields_to_reason());
            let refusal = one.refusal.as_ref().filter(|_| !yields);
            Button {
                words: one.act.title(self.lang).to_owned(),
                to: self.to(&format!("{subject}/do/{}", one.act.word())),
                refusal: refusal.map(|refusal| refusal.sentence(self.lang).to_string()).unwrap_or_default(),
                is_main: main == Some(at),
            }
        };
        next.iter().enumerate().map(button).collect()
    }

    /// What was done, the newest first.
    #[must_use]
    pub fn timeline(&self, events: &[EventRecord]) -> Vec<Entry> {
        let entry = |event: &EventRecord| Entry {
            on: day_long(event.on, self.lang),
            title: words::act(&event.act, self.lang).to_owned(),
            words: event.reason.clone(),
            who: if event.by_name.is_empty() {
                words::operator(self.lang).to_owned()
            } else {
                event.by_name.clone()
            },
            marks: Vec::new(),
        };
        events.iter().rev().map(entry).collect()
    }

    /// The form of an act, with what was typed before; `check` notes what is wrong with that. `values` stand in a fresh
    /// one.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn sheet(&self, asked: Asked<'_>, check: impl Fn(&mut Reading<'_>)) -> Result<Sheet, AppError> {
        let Asked { subject, act, version, fields, values, consequence } = asked;
        let draft = self.asked("draft");
        let before =
            typed_before(self.caller, self.store, FORM, &subject_of(subject, act.word()), draft).await?;
        let state = match before {
            Some(mut typed) => {
                let told = told_before(&mut typed);
                let mut reading = Reading::of(&typed, self.lang);
                check(&mut reading);
                let problems = reading.problems.into_iter().chain(told).collect();
                state(typed, problems, |field, code| self.say(field, code))
            }
            None => state(values, Vec::new(), |field, code| self.say(field, code)),
        };
        Ok(Sheet {
            action: "/_/api/training-act".to_owned(),
            hidden: vec![
                ("bureau".to_owned(), self.slug.to_owned()),
                ("subject".to_owned(), subject.to_owned()),
                ("act".to_owned(), act.word().to_owned()),
                (format!("form[{VERSION}]"), version.to_string()),
            ],
            state,
            fields,
            consequence: consequence.to_owned(),
            button: act.title(self.lang).to_owned(),
            back: self.to(subject),
        })
    }

    /// What the store refused, in words.
    fn say(&self, field: &str, code: &str) -> String {
        match (field, code) {
            (_, "conflict") => crate::text::conflict_title(self.lang).to_owned(),
            ("id_number", "taken") => words::number_taken(self.lang).to_owned(),
            (_, "taken") => words::name_taken(self.lang).to_owned(),
            (_, "underage") => words::too_young(self.desk.settings().record_age_min, self.lang),
            ("second", "unknown") => words::second_unknown(self.lang).to_owned(),
            (_, "no_area_code") => words::no_area_code(self.lang).to_owned(),
            ("", "range") => words::serials_over(self.lang).to_owned(),
            (_, "too_many") => words::too_many(self.lang).to_owned(),
            (_, sentence) => sentence.to_owned(),
        }
    }

    /// The field of the day on which an act counts.
    #[must_use]
    pub fn day_field(&self) -> Field {
        let today = self.store.today();
        let yesterday = today.pred_opt().unwrap_or(today);
        let offered =
            [(today, self.lang.pick("今天", "today")), (yesterday, self.lang.pick("昨天", "yesterday"))];
        let offered =
            offered.map(|(day, word)| (day.to_string(), format!("{word} {}", day_short(day, self.lang))));
        let field = line("on", words::day(self.lang), words::day_hint(self.lang), true);
        Field { options: offered.into(), ..field }
    }
}

/// A form to be shown.
#[derive(Debug)]
pub struct Asked<'a> {
    pub subject: &'a str,
    pub act: Deed,
    pub version: i32,
    pub fields: Vec<Field>,
    pub values: Typed,
    pub consequence: &'a str,
}

/// About what a draft is.
#[must_use]
pub fn subject_of(subject: &str, act: &str) -> String {
    format!("{subject}/{act}")
}

/// Where the form of an act is kept.
#[must_use]
pub fn kept<'a>(slug: &'a str, subject: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject, page, power: Power::ReadRecords }
}

/// The day on which an act counts, as typed.
pub fn day_of(reading: &mut Reading<'_>) -> Option<Day> {
    if reading.has("on", words::day) { reading.day("on") } else { None }
}

/// A reason that may be left empty: the rules say whether they ask for one.
pub fn reason_of(reading: &mut Reading<'_>) -> Option<domain::training::Note> {
    let text = typed(reading.typed, "reason");
    if text.trim().is_empty() { None } else { reading.read("reason", domain::training::Note::parse(&text)) }
}

/// The field of a reason.
#[must_use]
pub fn reason_field(lang: Lang, required: bool) -> Field {
    Field { kind: FieldKind::Area, ..line("reason", words::reason(lang), "", required) }
}

/// A choice of a list.
#[must_use]
pub fn select(name: &str, label: &str, required: bool, options: Choices) -> Field {
    Field { kind: FieldKind::Select, options, ..line(name, label, "", required) }
}
