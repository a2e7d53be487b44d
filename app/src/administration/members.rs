//! The list of members and the form that adds one.

use super::refused::state;
use super::{member, person, words};
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use crate::worded::{Block, Cell, Sheet, Worded};
use crate::worded::{Kept, Reading, line};
use domain::role::Power;
use domain::{Day, Lang};
use store::{BureauStore, Certificate, Membership};

/// The form that adds a member.
pub const FORM: &str = "member_new";
/// Days before its end on which a certificate is marked.
const SOON_DAYS: u64 = 30;

/// Present members, then those whose time is over or to come.
pub async fn list(caller: &Caller, store: &BureauStore) -> Result<Worded, AppError> {
    let (lang, today, slug) = (caller.lang, caller.today(), store.bureau().slug.as_str());
    let members = store.members_ever().await.map_err(|error| caller.redact(error))?;
    let is_present = |member: &Membership| member.from <= today && member.to.is_none_or(|to| today <= to);
    let (present, others): (Vec<_>, Vec<_>) = members.into_iter().partition(is_present);
    let head = [words::name, words::roles, words::position, words::certificate, words::from_to];
    let block = |title: fn(Lang) -> &'static str, members: Vec<Membership>| Block {
        title: format!("{} {}", title(lang), members.len()),
        head: head.iter().map(|name| name(lang).to_owned()).collect(),
        rows: members.iter().map(|member| row(slug, member, today, lang)).collect(),
        ..Block::default()
    };
    let mut blocks = vec![block(words::present, present)];
    if !others.is_empty() {
        blocks.push(block(words::ended, others));
    }
    Ok(Worded {
        title: words::members(lang).to_owned(),
        small: store.bureau().full_name.clone(),
        crumbs: vec![home(slug, lang), (words::members(lang).to_owned(), String::new())],
        acts: vec![(words::member_new(lang).to_owned(), path::member_new(slug))],
        blocks,
        ..Worded::default()
    })
}

/// The first step of every way.
#[must_use]
pub fn home(slug: &str, lang: Lang) -> (String, String) {
    (words::home(lang).to_owned(), path::desk(slug))
}

fn row(slug: &str, member: &Membership, today: Day, lang: Lang) -> Vec<Cell> {
    let plain = |words: String| Cell { words, ..Cell::default() };
    let to = member.to.map_or_else(|| words::open_ended(lang).to_owned(), |to| to.to_string());
    let tag = (member.from > today).then(|| (words::not_begun(lang).to_owned(), "neutral".to_owned()));
    vec![
        Cell {
            words: member.name.clone(),
            to: path::member(slug, &member.id.to_string()),
            small: member.work_number.clone(),
            ..Cell::default()
        },
        plain(roles(&member.roles, lang)),
        plain(member.position.clone()),
        member.certificate.as_ref().map(|one| certificate(one, today, lang)).unwrap_or_default(),
        Cell { words: format!("{}–{to}", member.from), tag, ..Cell::default() },
    ]
}

/// Roles in words.
#[must_use]
pub fn roles(roles: &[domain::role::Role], lang: Lang) -> String {
    roles.iter().map(|role| role.title(lang)).collect::<Vec<_>>().join(lang.pick("、", ", "))
}

fn certificate(one: &Certificate, today: Day, lang: Lang) -> Cell {
    let soon = today.checked_add_days(chrono::Days::new(SOON_DAYS)).unwrap_or(today);
    let tag = match one.to {
        to if to < today => Some((words::expired(lang), "danger")),
        _ if today < one.from => Some((words::not_valid_yet(lang), "neutral")),
        to if to <= soon => Some((words::soon(lang), "warn")),
        _ => None,
    };
    Cell {
        words: one.number.clone(),
        small: format!("{}–{}", one.from, one.to),
        tag: tag.map(|(words, tone)| (words.to_owned(), tone.to_owned())),
        ..Cell::default()
    }
}

/// Where the form that adds a member is kept.
#[must_use]
pub fn kept<'a>(slug: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: "", page, power: Power::AdministerBureau }
}

/// The form that adds a member.
pub async fn form(caller: &Caller, store: &BureauStore, draft: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let before = kept(slug, "").before(caller, store, draft).await?;
    let (values, problems) = match before {
        Some(typed) => {
            let mut reading = Reading::of(&typed, lang);
            person::read(&mut reading);
            member::read(&mut reading, None);
            let problems = reading.problems;
            (typed, problems)
        }
        None => ([("from".to_owned(), caller.today().to_string())].into(), Vec::new()),
    };
    let mut fields = person::fields(lang);
    fields.push(member::roles_field(store, None, lang));
    fields.push(line("from", words::from(lang), words::day_hint(lang), true));
    fields.extend(member::fields(lang));
    let sheet = Sheet {
        action: path::administration_members(slug),
        hidden: Vec::new(),
        state: state(values, problems, lang),
        fields,
        consequence: words::admit_note(lang).to_owned(),
        button: words::admit_button(lang).to_owned(),
        back: path::members(slug),
    };
    let title = words::member_new(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        crumbs: vec![
            home(slug, lang),
            (words::members(lang).to_owned(), path::members(slug)),
            (title, String::new()),
        ],
        blocks: vec![Block { form: Some(sheet), ..Block::default() }],
        ..Worded::default()
    })
}
