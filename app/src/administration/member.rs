//! One member: the form that changes it, and the way to a new one-time password.

use super::members::{home, roles};
use super::refused::{differing, state};
use super::{account, words};
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{FormState, Problem, Typed, typed};
use crate::path;
use crate::ui::{Field, FieldKind};
use crate::worded::{Block, Sheet, Worded};
use crate::worded::{CONFLICT, Kept, Reading, VERSION, line};
use domain::Lang;
use domain::administration::may_give;
use domain::role::{Power, Role, may};
use domain::value::ValueError;
use store::{BureauKind, BureauStore, Certificate, MemberRecord, Membership, NewMembership, Sent};

/// The form that changes a member.
const FORM: &str = "member";
/// The form that makes a one-time password.
pub const PASSWORD_FORM: &str = "member_password";

/// The roles to tick: those of this bureau that the administrator may give.
pub fn roles_field(store: &BureauStore, before: Option<&Membership>, lang: Lang) -> Field {
    let own = &store.actor().roles;
    let is_city = store.bureau().kind == BureauKind::City;
    let offered =
        Role::ALL.into_iter().filter(|role| (is_city || !role.is_city_only()) && may_give(own, *role));
    let keeps = before.is_some_and(|before| before.roles.iter().any(|role| !may_give(own, *role)));
    Field {
        kind: FieldKind::Boxes,
        name: "roles".to_owned(),
        label: words::roles(lang).to_owned(),
        hint: if keeps { words::role_kept(lang).to_owned() } else { String::new() },
        required: true,
        options: offered.map(|role| (role.word().to_owned(), role.title(lang).to_owned())).collect(),
    }
}

/// The fields of a membership beside roles and first day.
#[must_use]
pub fn fields(lang: Lang) -> Vec<Field> {
    vec![
        line("position", words::position(lang), "", false),
        line("certificate", words::certificate_no(lang), words::certificate_hint(lang), false),
        line("certificate_from", words::certificate_from(lang), words::day_hint(lang), false),
        line("certificate_to", words::certificate_to(lang), words::day_hint(lang), false),
        line("qualification", words::qualification(lang), words::qualification_hint(lang), false),
        line("to", words::to(lang), words::to_hint(lang), false),
    ]
}

/// The name under which a role's box is sent.
fn role_name(role: Role) -> String {
    format!("roles_{}", role.word())
}

/// Reads a membership; of a kept one the first day stays. None when something is wrong.
pub fn read(reading: &mut Reading<'_>, before: Option<(&Membership, &[Role])>) -> Option<NewMembership> {
    let mut roles: Vec<Role> =
        Role::ALL.into_iter().filter(|role| reading.value(&role_name(*role)) == "yes").collect();
    if let Some((before, own)) = before {
        // Boxes that were not offered say nothing: what the administrator may not take, stays.
        roles.extend(before.roles.iter().filter(|role| !may_give(own, **role)));
        roles.sort_unstable();
        roles.dedup();
    }
    if roles.is_empty() {
        reading.problems.push(Problem::of("roles", words::role_needed(reading.lang)));
    }
    let from = match before {
        Some((before, _)) => Some(before.from),
        None if reading.has("from", words::from) => reading.day("from"),
        None => None,
    };
    let position = reading.optional::<60>("position").unwrap_or_default();
    let certificate = certificate(reading);
    let qualification_no = reading.optional::<40>("qualification");
    let to = reading.day("to");
    if to.zip(from).is_some_and(|(to, from)| to < from) {
        reading.read::<()>("to", Err(ValueError::DateOrder));
    }
    let from = from?;
    reading.problems.is_empty().then_some(NewMembership {
        roles,
        position,
        from,
        to,
        certificate,
        qualification_no,
    })
}

/// A certificate is its number and both days, or nothing.
fn certificate(reading: &mut Reading<'_>) -> Option<Certificate> {
    let names = ["certificate", "certificate_from", "certificate_to"];
    if names.iter().all(|name| reading.value(name).is_empty()) {
        return None;
    }
    let labels = [words::certificate_no, words::certificate_from, words::certificate_to];
    for (name, label) in names.into_iter().zip(labels) {
        reading.has(name, label);
    }
    let number = reading.optional::<40>("certificate");
    let (from, to) = (reading.day("certificate_from"), reading.day("certificate_to"));
    let (number, from, to) = (number?, from?, to?);
    if to < from {
        reading.read::<()>("certificate_to", Err(ValueError::DateOrder));
    }
    Some(Certificate { number, from, to })
}

/// What a kept membership says, field by field.
fn values(of: &Membership) -> Typed {
    let day = |day: Option<domain::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let one = of.certificate.as_ref();
    let roles = of.roles.iter().map(|role| (role_name(*role), "yes".to_owned()));
    let lines = [
        ("position", of.position.clone()),
        ("certificate", one.map(|one| one.number.clone()).unwrap_or_default()),
        ("certificate_from", day(one.map(|one| one.from))),
        ("certificate_to", day(one.map(|one| one.to))),
        ("qualification", of.qualification_no.clone().unwrap_or_default()),
        ("to", day(of.to)),
    ];
    lines.map(|(name, value)| (name.to_owned(), value)).into_iter().chain(roles).collect()
}

async fn record(caller: &Caller, store: &BureauStore, id: &str) -> Result<MemberRecord, AppError> {
    let id = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    store.member_record(id).await.map_err(|error| caller.redact(error))
}

/// The page of one member.
pub async fn form(caller: &Caller, store: &BureauStore, id: &str, draft: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let record = record(caller, store, id).await?;
    let member = &record.membership;
    let kept = Kept { form: FORM, slug, subject: id, page: "", power: Power::AdministerBureau };
    let mut fields = vec![roles_field(store, Some(member), lang)];
    fields.extend(self::fields(lang));
    let now = values(member);
    let shown = match kept.before(caller, store, draft).await? {
        Some(typed) => {
            let mut reading = Reading::of(&typed, lang);
            read(&mut reading, Some((member, &store.actor().roles)));
            let problems = reading.problems;
            if typed.get(VERSION) != Some(&member.version.to_string()) {
                differing(&mut fields, &typed, &now, lang);
                let kept = format!("{}{}", words::now_says(lang), roles(&member.roles, lang));
                fields
                    .iter_mut()
                    .filter(|one| one.name == "roles")
                    .for_each(|one| one.hint.clone_from(&kept));
            }
            state(typed, problems, lang)
        }
        None => state(now, Vec::new(), lang),
    };
    let sheet = Sheet {
        action: "/_/api/change-member".to_owned(),
        hidden: vec![
            ("bureau".to_owned(), slug.to_owned()),
            ("member".to_owned(), id.to_owned()),
            (format!("form[{VERSION}]"), member.version.to_string()),
        ],
        state: shown,
        fields,
        consequence: words::change_note(lang).to_owned(),
        button: words::change_button(lang).to_owned(),
        back: path::members(slug),
    };
    let form = Block { title: words::membership(lang).to_owned(), form: Some(sheet), ..Block::default() };
    let place = account::Place { page: format!("members/{id}"), power: Power::AdministerBureau };
    let own = store.account_record(member.person).await.map_err(|error| caller.redact(error))?;
    let mut blocks = vec![form, password(&record, slug, id, lang)];
    blocks.extend(account::blocks(caller, store, &place, &own, draft).await?);
    Ok(Worded {
        title: member.name.clone(),
        small: small(&record, lang),
        crumbs: vec![
            home(slug, lang),
            (words::members(lang).to_owned(), path::members(slug)),
            (member.name.clone(), String::new()),
        ],
        blocks,
        ..Worded::default()
    })
}

/// Work number, masked phone, first day, and what is unusual about the account.
fn small(record: &MemberRecord, lang: Lang) -> String {
    let mut parts = vec![record.membership.work_number.clone()];
    parts.extend(record.phone.clone());
    parts.push(format!("{} {}", words::from(lang), record.membership.from));
    if record.must_change_password {
        parts.push(words::must_change(lang).to_owned());
    }
    if record.is_disabled {
        parts.push(words::disabled(lang).to_owned());
    }
    parts.join(" · ")
}

fn password(record: &MemberRecord, slug: &str, id: &str, lang: Lang) -> Block {
    let title = words::password_title(lang).to_owned();
    if let Some(refusal) = record.password_refusal {
        return Block { title, lines: vec![refusal.message(lang).to_owned()], ..Block::default() };
    }
    let sheet = Sheet {
        action: path::administration_password(slug, id),
        hidden: Vec::new(),
        state: FormState::fresh(Typed::new()),
        fields: Vec::new(),
        consequence: words::password_note(lang).to_owned(),
        button: words::password_button(lang).to_owned(),
        back: String::new(),
    };
    Block { title, form: Some(sheet), ..Block::default() }
}

/// Changes a member; where to go then.
pub async fn change(caller: &Caller, store: BureauStore, id: &str, form: Typed) -> Result<String, AppError> {
    let slug = store.bureau().slug.clone();
    let before = record(caller, &store, id).await?.membership;
    let page = path::member(&slug, id);
    let kept = Kept { form: FORM, slug: &slug, subject: id, page: &page, power: Power::AdministerBureau };
    let changed = read(&mut Reading::of(&form, caller.lang), Some((&before, &store.actor().roles)));
    let Some(changed) = changed else {
        drop(store);
        return kept.again(caller, form, None).await;
    };
    let token = typed(&form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(|error| caller.redact(error))? {
        return Ok(to);
    }
    // Whoever gives up the administration cannot see its pages any more.
    let gives_up =
        store.actor().person == Some(before.person) && !may(&changed.roles, Power::AdministerBureau);
    let to = if gives_up { path::desk(&slug) } else { format!("{}?done=changed", path::members(&slug)) };
    let version = typed(&form, VERSION).parse().unwrap_or_default();
    let refused = match store.change_member(before.id, version, changed).await {
        Ok(()) => {
            store.keep_sent(token, FORM, &to).await.map_err(|error| caller.redact(error))?;
            store.commit().await.map_err(|error| caller.redact(error))?;
            return Ok(to);
        }
        Err(store::Error::Invalid { field, code }) => (field, code),
        Err(store::Error::Conflict) => CONFLICT,
        Err(error) => return Err(caller.redact(error)),
    };
    drop(store);
    kept.again(caller, form, Some(refused)).await
}
