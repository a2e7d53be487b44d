//! The papers of a case: a list that is read without a script, and each paper as a PDF.

use super::Site;
use super::answer::{escape, page, see_other, sheet};
use ::paper::{PaperError, Printed, Sheet};
use app::caller::Caller;
use app::error::AppError;
use app::paper::{Listed, Papers, words};
use app::path;
use axum::extract::{Extension, OriginalUri, Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use chrono::Datelike;
use domain::Lang;
use domain::paper::{Paper, Volume};
use http::{HeaderValue, header};
use serde::Deserialize;

/// The route of the list.
pub fn list_route() -> MethodRouter<Site> {
    get(list)
}

/// The route of one paper.
pub fn paper_route() -> MethodRouter<Site> {
    get(print)
}

/// Which copy is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    copy: String,
}

async fn list(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case)): Path<(String, String)>,
) -> Response {
    match app::paper::papers(&caller, &slug, &case).await {
        Ok(papers) => sheet(caller.lang, words::title(caller.lang), &drawn(&papers, caller.lang)),
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

async fn print(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case, file)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    let word = file.strip_suffix(".pdf").unwrap_or(&file);
    match printed(&site, &caller, (&slug, &case, word), asked.copy != "party").await {
        Ok(printed) => pdf(word, printed),
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

async fn printed(
    site: &Site,
    caller: &Caller,
    (slug, case, word): (&str, &str, &str),
    file_copy: bool,
) -> Result<Printed, AppError> {
    let paper = app::paper::paper(caller, slug, case, word).await?;
    let sheet = sheet_of(&paper, &format!("{slug}/{case}/{word}"), file_copy)
        .map_err(|error| down(caller, &error.to_string()))?;
    let typesetter = site.papers.clone();
    let printed = tokio::task::spawn_blocking(move || typesetter.print(&sheet)).await;
    match printed.map_err(|error| down(caller, &error.to_string()))? {
        Ok(printed) => Ok(printed),
        Err(PaperError::NoGlyph(character)) => {
            Err(AppError::Refused(words::no_glyph(character, caller.lang)))
        }
        Err(error) => Err(down(caller, &error.to_string())),
    }
}

/// What is printed of a paper that has not been issued: a draft.
fn sheet_of(paper: &Paper, name: &str, file_copy: bool) -> Result<Sheet, serde_json::Error> {
    let mut facts = serde_json::to_value(&paper.sheet)?;
    facts["draft"] = true.into();
    facts["file_copy"] = file_copy.into();
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    Ok(Sheet {
        form: paper.slot.kind.id().to_owned(),
        name: format!("{name}/{file_copy}"),
        day: (paper.on.year(), small(paper.on.month()), small(paper.on.day())),
        facts,
    })
}

fn down(caller: &Caller, cause: &str) -> AppError {
    tracing::error!(error = cause, trace = caller.asker.trace, "a paper could not be printed");
    AppError::Down { trace: caller.asker.trace.clone() }
}

/// Whoever is not signed in comes back here afterwards.
fn refused(caller: &Caller, here: &str, error: &AppError) -> Response {
    match error {
        AppError::SignIn => see_other(&path::sign_in_then(here)),
        other => page(caller.lang, other),
    }
}

fn pdf(word: &str, printed: Printed) -> Response {
    let mut response = printed.pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    let name: String = word.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if let Ok(value) = HeaderValue::from_str(&format!("inline; filename=\"{name}.pdf\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

fn drawn(papers: &Papers, lang: Lang) -> String {
    let lines: String = papers.lines.iter().map(|line| row(line, lang)).collect();
    let table = if lines.is_empty() {
        format!("<p class=\"notice\" role=\"status\">{}</p>", words::none(lang))
    } else {
        format!(
            "<table class=\"cards\"><caption class=\"vh\">{}</caption><thead><tr><th scope=\"col\">{}</th>\
             <th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\
             <tbody>{lines}</tbody></table>",
            words::title(lang),
            words::paper(lang),
            words::number_and_day(lang),
            words::volume(lang),
            words::state(lang),
        )
    };
    format!(
        "<nav class=\"crumb\" aria-label=\"{back}\"><a href=\"{}\">{back}</a></nav><h1>{} <small>{} {}</small></h1>\
         <p>{}</p>{table}",
        escape(&papers.back),
        words::title(lang),
        escape(&papers.number),
        escape(&papers.title),
        words::note(lang),
        back = words::back(lang),
    )
}

fn row(line: &Listed, lang: Lang) -> String {
    let has_number = !line.kind.row().word.is_empty();
    let number = match (line.number.as_str(), has_number && !line.is_later) {
        ("", true) => words::number_later(lang),
        (number, _) => number,
    };
    format!(
        "<tr><th scope=\"row\">{} <span class=\"note\">{}</span></th><td>{} {}</td><td>{}</td><td>{}</td></tr>",
        escape(&line.name),
        escape(&line.party),
        escape(number),
        escape(&line.when),
        line.kind.row().volume.name(lang),
        state(line, lang),
    )
}

fn state(line: &Listed, lang: Lang) -> String {
    if !line.preview.is_empty() {
        let (to, name) = (escape(&line.preview), escape(&line.name));
        let link = |to: &str, words: &str| {
            format!(
                "<a href=\"{to}\" target=\"_blank\" rel=\"noopener\">{words}<span class=\"vh\"> {name}</span></a>"
            )
        };
        // What is internal has no copy for the party.
        let is_open = line.kind.row().volume == Volume::Main;
        let party_copy = is_open.then(|| link(&format!("{to}?copy=party"), words::party_copy(lang)));
        return format!(
            "<span class=\"tag\">{}</span> {} {}",
            words::ready(lang),
            link(&to, words::preview(lang)),
            party_copy.unwrap_or_default(),
        );
    }
    let head = if line.is_later { words::later(lang) } else { words::lacking(lang) };
    let item = |one: &app::paper::Lacking| {
        format!(
            "<li>{} <a class=\"aside\" href=\"{}\">{}<span class=\"vh\"> {}</span></a></li>",
            escape(&one.sentence),
            escape(&one.to),
            words::enter(lang),
            escape(&line.name),
        )
    };
    format!("<span class=\"tag\">{head}</span><ul>{}</ul>", line.lacking.iter().map(item).collect::<String>())
}
