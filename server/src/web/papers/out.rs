//! The bureau's papers whose signed and sealed sheets are not back.

use super::refused;
use crate::web::Site;
use crate::web::answer::{escape, sheet};
use crate::web::query::Query;
use app::caller::Caller;
use app::paper::{Out, OutLine, papers_out, scan, words};
use axum::extract::{Extension, OriginalUri, Path};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::Lang;
use serde::Deserialize;

/// The route of the list.
pub fn out_route() -> MethodRouter<Site> {
    get(out)
}

/// After which paper the page begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    after: String,
}

async fn out(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    match papers_out(&caller, &slug, &asked.after).await {
        Ok(out) => sheet(caller.lang, words::out_title(caller.lang), &drawn(&out, caller.lang)),
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

fn drawn(out: &Out, lang: Lang) -> String {
    let lines: String = out.lines.iter().map(row).collect();
    let table = if lines.is_empty() {
        format!("<p class=\"notice\" role=\"status\">{}</p>", words::out_none(lang))
    } else {
        format!(
            "<table class=\"cards\"><caption class=\"vh\">{}</caption><thead><tr><th scope=\"col\">{}</th>\
             <th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\
             <tbody>{lines}</tbody></table>",
            words::out_title(lang),
            words::paper(lang),
            words::out_case(lang),
            words::out_made(lang),
            words::state(lang),
        )
    };
    let next = match out.next.as_str() {
        "" => String::new(),
        to => format!("<p><a class=\"btn\" href=\"{}\">{}</a></p>", escape(to), words::out_next(lang)),
    };
    format!(
        "<nav class=\"crumb\" aria-label=\"{back}\"><a href=\"{}\">{back}</a></nav><h1>{} <small>{}</small></h1>\
         <p>{}</p><p><a class=\"btn\" href=\"{}\">{}</a></p>{table}{next}",
        escape(&out.back),
        words::out_title(lang),
        escape(&out.bureau),
        words::out_note(lang),
        escape(&out.scans),
        scan::words::link(lang),
        back = words::out_back(lang),
    )
}

fn row(line: &OutLine) -> String {
    format!(
        "<tr><th scope=\"row\"><a href=\"{}\">{} {}</a></th><td>{} {}</td><td>{}</td><td>\
         <span class=\"tag warn\">{}</span></td></tr>",
        escape(&line.to),
        escape(&line.name),
        escape(&line.number),
        escape(&line.case),
        escape(&line.party),
        escape(&line.made),
        line.state,
    )
}
