//! What was lent, and the form to lend.

use super::words;
use crate::caller::Caller;
use crate::case::call::desk;
use crate::error::AppError;
use crate::form::{Problem, Typed, typed};
use crate::path;
use crate::ui::{Field, FieldKind};
use crate::worded::{Block, Cell, Kept, Post, Reading, Sheet, Worded, line, state};
use domain::Lang;
use domain::calendar::day_short;
use domain::case::{Delegation, DelegationFault, Member};
use domain::id::PersonId;
use domain::role::Power;
use store::{BureauStore, Sent};

const FORM: &str = "delegation";

fn kept<'a>(slug: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: "new", page, power: Power::ApproveCases }
}

/// The page.
pub async fn show(caller: &Caller, store: &BureauStore, draft: &str) -> Result<Worded, AppError> {
    let (lang, bureau) = (caller.lang, store.bureau());
    let (slug, page) = (bureau.slug.as_str(), path::delegations(&bureau.slug));
    let desk = desk(caller, store).await?;
    let redact = |error| caller.redact(error);
    let given = store.delegations(store.today()).await.map_err(redact)?;
    let me = store.person().map_err(redact)?;
    let before = kept(slug, &page).before(caller, store, draft).await?;
    let problems = before.as_ref().map(|typed| read(typed, lang).1).unwrap_or_default();
    let say = |_: &str, code: &str| {
        let fault = DelegationFault::from_code(code);
        fault.map_or_else(|| crate::text::unreadable(lang), |fault| fault.message(lang)).to_owned()
    };
    let form = Sheet {
        action: "/_/api/delegate".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned())],
        state: state(before.unwrap_or_default(), problems, say),
        fields: fields(desk.members(), me, lang),
        consequence: words::consequence(lang).to_owned(),
        button: words::give(lang).to_owned(),
        back: String::new(),
    };
    let head = [words::from, words::to, words::days, words::state];
    let standing = Block {
        title: words::standing(lang).to_owned(),
        head: head.map(|name| name(lang).to_owned()).into(),
        rows: given.iter().map(|one| row(slug, one, me, desk.members(), store.today(), lang)).collect(),
        empty: words::none(lang).to_owned(),
        ..Block::default()
    };
    let title = words::delegations(lang).to_owned();
    let new = Block { title: words::new(lang).to_owned(), form: Some(form), ..Block::default() };
    Ok(Worded {
        title: title.clone(),
        crumbs: vec![(bureau.short_name.clone(), path::desk(slug)), (title, String::new())],
        blocks: vec![new, standing],
        ..Worded::default()
    })
}

fn fields(members: &[Member], me: PersonId, lang: Lang) -> Vec<Field> {
    let mut options = vec![(String::new(), words::choose(lang).to_owned())];
    let fit = members.iter().filter(|one| one.person != me && Delegation::fits(one));
    options.extend(fit.map(|one| (one.person.to_string(), one.name.to_string())));
    let to = Field {
        kind: FieldKind::Select,
        name: "to".to_owned(),
        label: words::to(lang).to_owned(),
        hint: words::to_hint(lang).to_owned(),
        required: true,
        options,
    };
    vec![
        to,
        line("first", words::first(lang), "", true),
        line("last", words::last(lang), words::last_hint(lang), true),
    ]
}

fn name_of(members: &[Member], person: PersonId) -> String {
    members.iter().find(|one| one.person == person).map(|one| one.name.to_string()).unwrap_or_default()
}

fn row(
    slug: &str,
    one: &Delegation,
    me: PersonId,
    members: &[Member],
    today: domain::Day,
    lang: Lang,
) -> Vec<Cell> {
    let (said, tone) = match one {
        one if one.revoked_at.is_some() => (words::revoked(lang), "neutral"),
        one if one.is_in_force(today) => (words::in_force(lang), "ok"),
        _ => (words::later(lang), "neutral"),
    };
    let revoke = Post {
        action: "/_/api/revoke-delegation".to_owned(),
        hidden: [("bureau", slug.to_owned()), ("delegation", one.id.to_string())]
            .map(|(name, value)| (name.to_owned(), value))
            .into(),
        words: words::revoke(lang).to_owned(),
    };
    let post = (one.from == me && one.revoked_at.is_none()).then_some(revoke);
    vec![
        Cell::of(name_of(members, one.from)),
        Cell::of(name_of(members, one.to)),
        Cell::of(format!("{} — {}", day_short(one.first, lang), day_short(one.last, lang))),
        Cell { tag: Some((said.to_owned(), tone.to_owned())), post, ..Cell::default() },
    ]
}

/// To whom and for which days, as far as it can be read, and what is wrong.
fn read(typed: &Typed, lang: Lang) -> (Option<(PersonId, domain::Day, domain::Day)>, Vec<Problem>) {
    let mut reading = Reading::of(typed, lang);
    let to = if reading.has("to", words::to) { reading.value("to").parse().ok() } else { None };
    let first = if reading.has("first", words::first) { reading.day("first") } else { None };
    let last = if reading.has("last", words::last) { reading.day("last") } else { None };
    let wanted = to.zip(first).zip(last).map(|((to, first), last)| (to, first, last));
    (wanted, reading.problems)
}

/// Lends the power; the address that shows what became of it.
pub async fn give(caller: &Caller, slug: &str, form: Typed) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let page = path::delegations(slug);
    let store = caller.bureau_to_write(slug, Power::ApproveCases).await?;
    let token = typed(&form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(to);
    }
    let (wanted, problems) = read(&form, caller.lang);
    let fault = match wanted.filter(|_| problems.is_empty()) {
        None => None,
        Some((to, first, last)) => {
            let desk = desk(caller, &store).await?;
            // The form offers colleagues only; anybody else is somebody else's.
            if !desk.members().iter().any(|member| member.person == to) {
                return Err(caller.refuse(AppError::NotFound));
            }
            let given = store.delegate(to, first, last, desk.members()).await.map_err(redact)?;
            drop(desk);
            match given {
                Ok(_) => {
                    let to = format!("{page}?done=given");
                    store.keep_sent(token, FORM, &to).await.map_err(redact)?;
                    store.commit().await.map_err(redact)?;
                    return Ok(to);
                }
                Err(fault) => Some(fault),
            }
        }
    };
    drop(store);
    kept(slug, &page).again(caller, form, fault.map(|fault| (fault.field(), fault.code()))).await
}
