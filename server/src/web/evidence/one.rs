//! One piece of evidence: its sheet, its hash, who looked at it, and the form that withdraws it.

use super::list::picture;
use super::{Done, refused, shown};
use crate::web::Site;
use crate::web::administration::typed;
use crate::web::answer::{escape, page, see_other};
use crate::web::query::Query;
use app::caller::Caller;
use app::error::AppError;
use app::evidence::{OneFile, one_file, withdraw, words};
use app::path;
use axum::extract::{Extension, OriginalUri, Path, RawForm};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use domain::Lang;
use http::StatusCode;

type Address = (String, String, String);

/// The route of one file's page.
pub fn one_route() -> MethodRouter<Site> {
    get(one)
}

/// The route by which a file is withdrawn.
pub fn withdraw_route() -> MethodRouter<Site> {
    post(withdrawn)
}

async fn one(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case, id)): Path<Address>,
    Query(asked): Query<Done>,
) -> Response {
    let lang = caller.lang;
    match one_file(&caller, &slug, &case, &id).await {
        Ok(file) => {
            let done = if asked.done == "withdrawn" { words::done_withdrawn(lang) } else { "" };
            shown(lang, &file.name, &drawn(&file, done, ("", ""), lang))
        }
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

async fn withdrawn(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case, id)): Path<Address>,
    form: RawForm,
) -> Response {
    let lang = caller.lang;
    let reason = app::form::typed(&typed(&form), "reason");
    let problem = match withdraw(&caller, &slug, (&case, &id), &reason).await {
        Ok(Ok(())) => return see_other(&format!("{}?done=withdrawn", uri.path())),
        Ok(Err(problem)) => problem,
        Err(AppError::SignIn) => return see_other(&path::sign_in_then(uri.path())),
        Err(error) => return page(lang, &error),
    };
    match one_file(&caller, &slug, &case, &id).await {
        Ok(file) => {
            let mut response = shown(lang, &file.name, &drawn(&file, "", (problem, &reason), lang));
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            response
        }
        Err(error) => page(lang, &error),
    }
}

fn drawn(file: &OneFile, done: &str, (problem, typed): (&str, &str), lang: Lang) -> String {
    let facts: String = file.sheet.iter().map(|(name, value)| fact(name, value)).collect();
    let acts = file
        .history
        .iter()
        .map(|act| format!("<li>{} {} {}</li>", escape(&act.when), escape(&act.by), act.what));
    let acts: String = acts.collect();
    let notice = match (done, problem, file.withdrawn.as_str()) {
        (_, problem, _) if !problem.is_empty() => {
            format!("<p class=\"notice danger\" role=\"alert\">{problem}</p>")
        }
        (done, _, gone) => [(done, "ok"), (gone, "warn")]
            .into_iter()
            .filter(|(words, _)| !words.is_empty())
            .map(|(words, color)| {
                format!("<p class=\"notice {color}\" role=\"status\">{}</p>", escape(words))
            })
            .collect(),
    };
    let form = if file.may_withdraw { withdrawal(file, typed, lang) } else { String::new() };
    format!(
        "<nav class=\"crumb\" aria-label=\"{back}\"><a href=\"{}\">{back}</a></nav>\
         <h1>{} <small>{} {} {}</small></h1>{notice}{}<section class=\"card\"><h2>{}</h2><dl class=\"facts\">{facts}\
         <dt>{}</dt><dd><code class=\"whole-hash\">{}</code></dd></dl><p><a class=\"btn\" href=\"{}\" target=\"_blank\" rel=\"noopener\">{}</a></p></section>{form}\
         <section class=\"card\"><h2>{}</h2><ul>{acts}</ul></section>",
        escape(&file.back),
        escape(&file.name),
        escape(&file.case),
        words::number(lang),
        file.number,
        opened(file, lang),
        words::sheet(lang),
        words::hash(lang),
        escape(&file.sha256),
        escape(&file.printed),
        words::print_sheet(lang),
        words::history(lang),
        back = words::back_to_list(lang),
    )
}

fn fact(name: &str, value: &str) -> String {
    format!("<dt>{name}</dt><dd>{}</dd>", escape(value))
}

/// The way to the file, and a player of what sounds.
fn opened(file: &OneFile, lang: Lang) -> String {
    let to = escape(&file.file);
    let player = match file.plays {
        Some(media) => {
            let name = if media.starts_with("audio/") { "audio" } else { "video" };
            format!(
                "<{name} class=\"player\" controls preload=\"none\" src=\"{to}\" aria-label=\"{}\"></{name}>",
                escape(&file.name)
            )
        }
        None => String::new(),
    };
    let (words, note, target) = match file.is_shown {
        true => (words::open(lang), "", " target=\"_blank\" rel=\"noopener\""),
        false => (words::download(lang), words::download_only(lang), ""),
    };
    let picture = if file.thumbnail.is_empty() { String::new() } else { picture(&file.thumbnail, "") };
    format!(
        "<div class=\"evidence-file\">{picture}<p><a class=\"btn\" href=\"{to}\"{target}>{words}</a> \
         <span class=\"note\">{note}</span></p></div>{player}"
    )
}

fn withdrawal(file: &OneFile, typed: &str, lang: Lang) -> String {
    let open = if typed.is_empty() { "" } else { " open" };
    format!(
        "<details class=\"card\"{open}><summary>{}</summary><p class=\"note\">{}</p><form method=\"post\" action=\"{}\">\
         <div class=\"field\"><label for=\"f-reason\">{}</label><span class=\"hint\" id=\"f-reason-hint\">{}</span>\
         <input id=\"f-reason\" name=\"form[reason]\" value=\"{}\" maxlength=\"200\" required \
         aria-describedby=\"f-reason-hint\"></div><div class=\"form-acts\"><button class=\"btn\">{}</button></div></form></details>",
        words::withdraw(lang),
        words::withdraw_note(lang),
        escape(&file.here),
        words::reason(lang),
        words::reason_hint(lang),
        escape(typed),
        words::withdraw_button(lang),
    )
}
