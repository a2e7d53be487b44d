//! The help: pages that anybody may read, the same with and without JavaScript, and ready to print.

use super::answer::{escape, page, see_other, sheet};
use crate::web::query::Query;
use app::caller::Caller;
use app::error::AppError;
use app::help::{self, Entry, FieldHelp, Part, words};
use app::path;
use axum::extract::{Extension, Path};
use axum::response::Response;
use domain::Lang;
use serde::Deserialize;

/// Characters of a search that are read.
const ASKED_MAX: usize = 100;

/// What an address of the contents asks.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    /// The page for which help is asked.
    page: String,
}

/// `GET /_/help`: all entries, those with some words, or the way to the entry of a page.
pub async fn contents(Extension(caller): Extension<Caller>, Query(asked): Query<Asked>) -> Response {
    if !asked.page.is_empty() {
        return see_other(&help::entry_of_page(&asked.page, &roles_at(&caller, &asked.page)));
    }
    let lang = caller.lang;
    let asked: String = asked.q.chars().filter(|c| !c.is_control()).take(ASKED_MAX).collect();
    let found = help::contents(&asked, caller.today(), lang);
    let parts: String = found.parts.iter().map(|(name, links)| card(name, &list(links))).collect();
    let nothing = format!("<p class=\"notice\" role=\"status\">{}</p>", words::found_nothing(lang));
    let parts = if found.parts.is_empty() { nothing } else { parts };
    let body = format!(
        "{}<h1>{}</h1>{}{parts}",
        around(lang, &path::help()),
        words::title(lang),
        search(lang, &asked)
    );
    sheet(lang, words::title(lang), &body)
}

/// `GET /_/help/{part}/{word}`: one entry.
pub async fn entry(
    Extension(caller): Extension<Caller>,
    Path((part, word)): Path<(String, String)>,
) -> Response {
    let lang = caller.lang;
    let Some(entry) = help::entry(&part, &word, caller.today(), lang) else {
        return page(lang, &AppError::NotFound);
    };
    let body = format!(
        "{}<h1>{} <small>{}</small></h1>{}<p class=\"note\">{}</p>",
        around(lang, &path::help_entry(&part, &word)),
        escape(&entry.title),
        escape(&entry.kind),
        parts(&entry, lang),
        words::print_hint(lang),
    );
    sheet(lang, &entry.title, &body)
}

/// The roles of whoever asks in the bureau of a page; of somebody outside it, none.
fn roles_at(caller: &Caller, page: &str) -> Vec<domain::role::Role> {
    let slug = page.trim_start_matches('/').split(['/', '?']).next().unwrap_or_default();
    let own = caller.signed_in().map(|session| session.workspaces()).unwrap_or_default();
    own.iter().find(|(bureau, _)| bureau.slug == slug).map(|(_, roles)| roles.clone()).unwrap_or_default()
}

/// The ways out of an entry: all entries, the product, the other language.
fn around(lang: Lang, here: &str) -> String {
    let other = lang.pick(Lang::En, Lang::Zh);
    format!(
        "<nav class=\"crumb\" aria-label=\"{}\"><a href=\"{}\">{}</a> <a href=\"{}\">{}</a>\
         <form method=\"post\" action=\"/_/language\"><input type=\"hidden\" name=\"lang\" value=\"{}\">\
         <input type=\"hidden\" name=\"next\" value=\"{}\"><button class=\"btn plain\" lang=\"{}\">{}</button></form></nav>",
        words::title(lang),
        path::help(),
        words::contents(lang),
        path::home(),
        words::back(lang),
        other.pick("zh", "en"),
        escape(here),
        other.tag(),
        app::text::language_other(lang),
    )
}

fn search(lang: Lang, asked: &str) -> String {
    format!(
        "<form role=\"search\" class=\"filters\" method=\"get\" action=\"{}\"><label for=\"q\">{}\
         <input id=\"q\" name=\"q\" type=\"search\" maxlength=\"{ASKED_MAX}\" value=\"{}\" placeholder=\"{}\"></label>\
         <button class=\"btn\">{}</button></form>",
        path::help(),
        words::find(lang),
        escape(asked),
        words::find_hint(lang),
        app::text::search(lang),
    )
}

fn card(title: &str, body: &str) -> String {
    format!("<section class=\"card\"><h2>{}</h2>{body}</section>", escape(title))
}

fn list(links: &[(String, String)]) -> String {
    let lines =
        links.iter().map(|(words, to)| format!("<li><a href=\"{}\">{}</a></li>", escape(to), escape(words)));
    format!("<ul class=\"entries\">{}</ul>", lines.collect::<String>())
}

fn parts(entry: &Entry, lang: Lang) -> String {
    entry.parts.iter().map(|part| drawn(part, lang)).collect()
}

fn drawn(part: &Part, lang: Lang) -> String {
    let all = |lines: &[String], tag: &str| -> String {
        lines.iter().map(|line| format!("<{tag}>{}</{tag}>", escape(line))).collect()
    };
    match part {
        Part::Says(lines) => all(lines, "p"),
        Part::Heading(line) => format!("<h2>{}</h2>", escape(line)),
        Part::Steps(lines) => format!("<ol>{}</ol>", all(lines, "li")),
        Part::Facts(pairs) => {
            let pair = |(name, value): &(String, String)| {
                format!("<dt>{}</dt><dd>{}</dd>", escape(name), escape(value))
            };
            format!("<dl class=\"facts\">{}</dl>", pairs.iter().map(pair).collect::<String>())
        }
        Part::Links(links) => list(links),
        Part::Fields(fields) => table(fields, lang),
    }
}

/// The fields of a form, one row each.
fn table(fields: &[FieldHelp], lang: Lang) -> String {
    let row = |field: &FieldHelp| {
        let need = if field.required { app::text::required(lang) } else { app::text::optional(lang) };
        format!(
            "<tr><th scope=\"row\">{} <span class=\"note\">{need}</span></th><td>{}</td><td><q>{}</q></td></tr>",
            escape(&field.label),
            escape(&field.wants),
            escape(&field.sample),
        )
    };
    format!(
        "<table class=\"cards\"><caption class=\"vh\">{wants}</caption><thead><tr><th scope=\"col\">{}</th>\
         <th scope=\"col\">{wants}</th><th scope=\"col\">{}</th></tr></thead><tbody>{}</tbody></table>",
        words::field(lang),
        words::sample(lang),
        fields.iter().map(row).collect::<String>(),
        wants = words::wants(lang),
    )
}
