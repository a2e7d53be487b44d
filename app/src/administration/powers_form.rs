//! The forms that give a power, end one, and change a bureau to a ready setting.

use super::powers::industry;
use super::refused::state;
use super::words_of_city as city;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::path;
use crate::ui::{Choices, Field, FieldKind};
use crate::worded::{Block, Kept, Reading, Sheet, line};
use domain::Lang;
use domain::catalogue::{Capacity, Level, ReadySetting, industries_of_powers};
use domain::role::Power;
use domain::value::{Noun, ValueError};
use store::catalogue::in_use;
use store::{BureauStore, HeldPower, PowerAct, PowerRow, Sent};

/// What is done, as the address of the act says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Give,
    End,
    Change,
}

impl Act {
    const ALL: [Act; 3] = [Act::Give, Act::End, Act::Change];

    fn word(self) -> &'static str {
        match self {
            Act::Give => "give",
            Act::End => "end",
            Act::Change => "change",
        }
    }

    fn form(self) -> &'static str {
        match self {
            Act::Give => "power_give",
            Act::End => "power_end",
            Act::Change => "power_change",
        }
    }

    /// Reads what was typed; none when something is wrong.
    fn read(self, reading: &mut Reading<'_>) -> Option<PowerAct> {
        let act = match self {
            Act::Give => PowerAct::Give(give(reading)?),
            Act::End => {
                let power = chosen(reading, "power", city::power, |id| id.parse().ok());
                let last_day = day(reading, "last_day", city::last_day);
                let basis = reading.line::<200>("end_basis", city::end_basis);
                PowerAct::End { power: power?, last_day: last_day?, basis }
            }
            Act::Change => {
                let setting = chosen(reading, "setting", city::setting, ReadySetting::from_word);
                let from = day(reading, "change_from", city::change_from);
                let basis = reading.line::<200>("change_basis", city::basis);
                PowerAct::Change { setting: setting?, from: from?, basis }
            }
        };
        reading.problems.is_empty().then_some(act)
    }
}

fn give(reading: &mut Reading<'_>) -> Option<PowerRow> {
    let known = industries_of_powers(in_use());
    let is_known = |word: &str| known.iter().any(|(id, _)| id.word() == word).then(|| word.to_owned());
    let industry = chosen(reading, "industry", city::industry, is_known);
    let capacity = chosen(reading, "capacity", city::capacity, Capacity::from_word);
    let level = chosen(reading, "level", city::level, Level::from_word);
    let from = day(reading, "from", city::first_day);
    let to = reading.day("to");
    let basis = reading.line::<200>("basis", city::basis);
    Some(PowerRow {
        industry: industry?,
        capacity: capacity?.word().to_owned(),
        level: level?.word().to_owned(),
        from: from?,
        to,
        basis,
    })
}

/// One of the choices offered.
fn chosen<T>(
    reading: &mut Reading<'_>,
    name: &str,
    label: fn(Lang) -> &'static str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    if !reading.has(name, label) {
        return None;
    }
    let value = read(&reading.value(name)).ok_or(ValueError::UnknownChoice { noun: Noun::Power });
    reading.read(name, value)
}

/// A day that must be there.
fn day(reading: &mut Reading<'_>, name: &str, label: fn(Lang) -> &'static str) -> Option<domain::Day> {
    if reading.has(name, label) { reading.day(name) } else { None }
}

/// The forms below a bureau's powers.
#[derive(Clone, Copy, Debug)]
pub struct Forms<'a> {
    pub caller: &'a Caller,
    pub store: &'a BureauStore,
    /// Whose powers.
    pub slug: &'a str,
    pub held: &'a [HeldPower],
}

impl Forms<'_> {
    /// All three; the one that was sent shows what was typed.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn blocks(self, draft: &str) -> Result<Vec<Block>, AppError> {
        let mut blocks = Vec::new();
        for act in Act::ALL {
            let open = self.held.iter().any(|one| self.is_open(one));
            if act != Act::End || open {
                blocks.push(self.block(act, draft).await?);
            }
        }
        Ok(blocks)
    }

    fn is_open(&self, one: &HeldPower) -> bool {
        one.row.to.is_none_or(|to| self.caller.today() <= to)
    }

    async fn block(self, act: Act, draft: &str) -> Result<Block, AppError> {
        let (lang, own) = (self.caller.lang, self.store.bureau().slug.as_str());
        let kept = kept(act, own, self.slug, "");
        let (values, problems) = match kept.before(self.caller, self.store, draft).await? {
            Some(typed) => {
                let mut reading = Reading::of(&typed, lang);
                act.read(&mut reading);
                let problems = reading.problems;
                (typed, problems)
            }
            None => (Typed::new(), Vec::new()),
        };
        let (title, note, button) = match act {
            Act::Give => (city::give_title(lang), city::give_note(lang), city::give_button(lang)),
            Act::End => (city::end_title(lang), city::end_note(lang), city::end_button(lang)),
            Act::Change => (city::change_title(lang), city::change_note(lang), city::change_button(lang)),
        };
        let sheet = Sheet {
            action: "/_/api/change-powers".to_owned(),
            hidden: vec![
                ("bureau".to_owned(), own.to_owned()),
                ("slug".to_owned(), self.slug.to_owned()),
                ("act".to_owned(), act.word().to_owned()),
            ],
            state: state(values, problems, lang),
            fields: self.fields(act),
            consequence: note.to_owned(),
            button: button.to_owned(),
            back: String::new(),
        };
        Ok(Block { title: title.to_owned(), form: Some(sheet), ..Block::default() })
    }

    fn fields(self, act: Act) -> Vec<Field> {
        let lang = self.caller.lang;
        let day = |name: &str, label: &str| line(name, label, city::day_hint(lang), true);
        let document = |name: &str, label: &str| line(name, label, city::document_hint(lang), true);
        match act {
            Act::Give => {
                let industries = industries_of_powers(in_use()).into_iter();
                let industries =
                    industries.map(|(id, name)| (id.word().to_owned(), name.pick(lang).to_owned()));
                let given = Capacity::ALL.into_iter().filter(|capacity| capacity.is_given());
                let capacities = given.map(|one| (one.word().to_owned(), one.name(lang).to_owned()));
                let levels = Level::ALL.map(|one| (one.word().to_owned(), one.name(lang).to_owned()));
                vec![
                    select("industry", city::industry(lang), industries.collect()),
                    select("capacity", city::capacity(lang), capacities.collect()),
                    select("level", city::level(lang), levels.to_vec()),
                    day("from", city::first_day(lang)),
                    line("to", city::last_day(lang), city::to_empty(lang), false),
                    document("basis", city::basis(lang)),
                ]
            }
            Act::End => {
                let open = self.held.iter().filter(|one| self.is_open(one));
                let named = open.map(|one| (one.id.to_string(), named(one, lang)));
                vec![
                    select("power", city::power(lang), named.collect()),
                    day("last_day", city::last_day(lang)),
                    document("end_basis", city::end_basis(lang)),
                ]
            }
            Act::Change => {
                let settings =
                    ReadySetting::ALL.map(|one| (one.word().to_owned(), one.name(lang).to_owned()));
                vec![
                    select("setting", city::setting(lang), settings.to_vec()),
                    day("change_from", city::change_from(lang)),
                    document("change_basis", city::basis(lang)),
                ]
            }
        }
    }
}

fn select(name: &str, label: &str, options: Choices) -> Field {
    Field { kind: FieldKind::Select, options, ..line(name, label, "", true) }
}

/// “成品油 · 应急管理部门 · 县级 · 2026-01-01 起”.
fn named(one: &HeldPower, lang: Lang) -> String {
    let capacity = Capacity::from_word(&one.row.capacity).map_or("", |one| one.name(lang));
    let level = Level::from_word(&one.row.level).map_or("", |one| one.name(lang));
    let from = lang.pick(format!("{} 起", one.row.from), format!("from {}", one.row.from));
    [industry(&one.row.industry, lang), capacity.to_owned(), level.to_owned(), from].join(" · ")
}

fn kept<'a>(act: Act, own: &'a str, of: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: act.form(), slug: own, subject: of, page, power: Power::AdministerCity }
}

/// Does an act on a bureau's powers; where to go then.
///
/// # Errors
/// [`AppError::NotFound`] for an unknown act or bureau; what the store answers, redacted.
pub async fn change(
    caller: &Caller,
    own: &str,
    slug: &str,
    act: &str,
    form: Typed,
) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let store = caller.bureau_to_write(own, Power::AdministerCity).await?;
    let act = Act::ALL.into_iter().find(|one| one.word() == act);
    let act = act.ok_or_else(|| caller.refuse(AppError::NotFound))?;
    store.powers_of(slug).await.map_err(redact)?;
    let page = path::bureau(own, slug);
    let kept = kept(act, own, slug, &page);
    let Some(done) = act.read(&mut Reading::of(&form, caller.lang)) else {
        drop(store);
        return kept.again(caller, form, None).await;
    };
    let token = typed(&form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, act.form()).await.map_err(redact)? {
        return Ok(to);
    }
    let to = format!("{page}?done=power_{}", act.word());
    store.keep_sent(token, act.form(), &to).await.map_err(redact)?;
    match store.change_powers(&caller.store, slug, &done).await {
        Ok(there) => {
            there.commit().await.map_err(redact)?;
            Ok(to)
        }
        Err(store::Error::Invalid { field, code }) => kept.again(caller, form, Some((field, code))).await,
        Err(error) => Err(redact(error)),
    }
}
