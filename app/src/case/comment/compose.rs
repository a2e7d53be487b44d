//! The comments of a case and their form, put into words.

use super::page::{CommentLine, Comments};
use super::words;
use crate::caller::Caller;
use crate::case::compose::Scene;
use crate::error::AppError;
use crate::form::{Problem, Typed, typed};
use crate::path;
use crate::ui::{Field, FieldKind};
use crate::worded::{Kept, Post, Reading, Sheet, line, state};
use domain::Lang;
use domain::case::{CommentFault, CommentText};
use domain::id::PersonId;
use domain::role::Power;
use store::{CaseDesk, CommentRow, OpenCase};

/// The word under which drafts and tokens of this form are kept.
pub(super) const FORM: &str = "case_comment";
/// Begins the name of a box that mentions somebody; the person's id follows.
const MENTION: &str = "mention_";

/// What the address asks of the section.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The comment with which the page ends.
    pub until: &'a str,
    pub draft: &'a str,
    pub done: &'a str,
}

pub(super) fn kept<'a>(slug: &'a str, case: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: case, page, power: Power::ReadRecords }
}

/// The section for whoever reads the case in the bureau itself.
///
/// # Errors
/// What the store answers, redacted.
pub async fn comments(
    caller: &Caller,
    store: &store::BureauStore,
    desk: &CaseDesk<'_>,
    open: &OpenCase,
    asked: Asked<'_>,
) -> Result<Comments, AppError> {
    let (lang, slug, case) = (caller.lang, store.bureau().slug.as_str(), open.id.to_string());
    let redact = |error| caller.redact(error);
    let scene = Scene { context: desk.context(), lang };
    let page = desk.comments(open.id, asked.until.parse().ok()).await.map_err(redact)?;
    let here = path::case(slug, &case);
    let before = kept(slug, &case, &here).before(caller, store, asked.draft).await?;
    let problems = before.as_ref().map(|typed| read(typed, lang).1).unwrap_or_default();
    let say = |_: &str, code: &str| {
        let fault = CommentFault::from_code(code);
        fault.map_or_else(|| crate::text::unreadable(lang).to_owned(), |fault| fault.message(lang))
    };
    let offered = desk.mentionable(open).await.map_err(redact)?;
    let form = Sheet {
        action: "/_/api/comment".to_owned(),
        hidden: hidden(slug, &case),
        state: state(before.unwrap_or_default(), problems, say),
        fields: fields(offered, lang),
        button: words::post(lang).to_owned(),
        ..Sheet::default()
    };
    let earlier = page
        .earlier
        .map(|id| (words::earlier(lang).to_owned(), path::case_comments(slug, &case, &id.to_string())));
    let newest = (!page.is_newest).then(|| (words::newest(lang).to_owned(), format!("{here}#comments")));
    let has_none = page.rows.is_empty();
    Ok(Comments {
        title: words::title(lang).to_owned(),
        mark: words::mark(lang).to_owned(),
        hint: format!("{}{}", words::hint(lang), if has_none { words::none(lang) } else { "" }),
        done: done(asked.done, lang),
        earlier: earlier.unwrap_or_default(),
        newest: newest.unwrap_or_default(),
        lines: page.rows.into_iter().map(|row| one(&scene, slug, &case, row)).collect(),
        // Whoever stands aside reads, but takes no part.
        form: (!open.case.stands_aside(scene.context.actor)).then_some(form),
    })
}

fn hidden(slug: &str, case: &str) -> Vec<(String, String)> {
    [("bureau", slug), ("case", case)].map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

fn fields(offered: Vec<(PersonId, String)>, lang: Lang) -> Vec<Field> {
    let area = Field {
        kind: FieldKind::Area,
        ..line("comment", words::comment(lang), words::comment_hint(lang), true)
    };
    let options: Vec<_> = offered.into_iter().map(|(person, name)| (person.to_string(), name)).collect();
    let boxes = (!options.is_empty()).then(|| Field {
        kind: FieldKind::Boxes,
        options,
        ..line("mention", words::mention(lang), words::mention_hint(lang), false)
    });
    std::iter::once(area).chain(boxes).collect()
}

fn one(scene: &Scene<'_>, slug: &str, case: &str, row: CommentRow) -> CommentLine {
    let lang = scene.lang;
    let at = row.at.in_shanghai().format("%Y-%m-%d %H:%M").to_string();
    let names: Vec<String> = row.mentioned.iter().map(|person| format!("@{}", scene.name(*person))).collect();
    let said = if row.is_withdrawn || names.is_empty() { at } else { format!("{at} · {}", names.join(" ")) };
    let withdraw = row.may_withdraw.then(|| Post {
        action: "/_/api/withdraw-comment".to_owned(),
        hidden: hidden(slug, case).into_iter().chain([("comment".to_owned(), row.id.to_string())]).collect(),
        words: words::withdraw(lang).to_owned(),
    });
    CommentLine {
        id: row.id.to_string(),
        who: scene.name(row.by),
        said,
        words: if row.is_withdrawn { words::withdrawn(lang).to_owned() } else { row.text },
        is_withdrawn: row.is_withdrawn,
        withdraw,
    }
}

/// What was just done with a comment, by the word in the address.
fn done(word: &str, lang: Lang) -> Option<(String, bool)> {
    match word {
        "commented" => Some((words::done(lang).to_owned(), true)),
        "comment_withdrawn" => Some((words::withdrawn_done(lang).to_owned(), true)),
        "comment_stays" => Some((words::stays(lang).to_owned(), false)),
        _ => None,
    }
}

/// The words of a comment as typed, and what is wrong with them.
pub(super) fn read(form: &Typed, lang: Lang) -> (Option<CommentText>, Vec<Problem>) {
    let mut reading = Reading::of(form, lang);
    let text = if reading.has("comment", words::comment) {
        reading.read("comment", CommentText::parse(&typed(form, "comment")))
    } else {
        None
    };
    (text, reading.problems)
}

/// Whom the boxes mention; none where a name is no person's id.
pub(super) fn mentioned(form: &Typed) -> Option<std::collections::BTreeSet<PersonId>> {
    let boxes = form.iter().filter(|(_, value)| *value == "yes");
    boxes.filter_map(|(name, _)| name.strip_prefix(MENTION)).map(|person| person.parse().ok()).collect()
}
