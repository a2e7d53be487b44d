//! The payment ledger as HTML and as a workbook.

use super::{refused, table};
use crate::exchange::export_payments;
use crate::web::Site;
use crate::web::answer::{escape, sheet};
use crate::web::ledger::{down, file};
use crate::web::query::Query;
use app::caller::Caller;
use app::money::{LedgerSheet, ledger, ledger_lines, words};
use app::path;
use axum::extract::{Extension, OriginalUri, Path};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::Lang;
use serde::Deserialize;

/// The route of the list.
pub fn ledger_route() -> MethodRouter<Site> {
    get(list)
}

/// The route of the workbook.
pub fn export_route() -> MethodRouter<Site> {
    get(export)
}

/// Which part, and after which row the page begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    part: String,
    after: String,
}

async fn list(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    match ledger(&caller, &slug, &asked.part, &asked.after).await {
        Ok(found) => sheet(caller.lang, words::ledger(caller.lang), &drawn(&found, caller.lang)),
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

async fn export(
    Extension(caller): Extension<Caller>,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let lang = caller.lang;
    let answer = async {
        let (lines, is_cut) = ledger_lines(&caller, &slug, &asked.part).await?;
        let book = export_payments(&lines, is_cut, lang).map_err(|error| down(&error, &caller))?;
        Ok((format!("{}-{slug}-{}.xlsx", words::ledger(lang), caller.today()), book))
    };
    file(&caller, answer.await, &path::ledger(&slug))
}

fn drawn(found: &LedgerSheet, lang: Lang) -> String {
    let part = |(to, name, is_shown): &(String, &'static str, bool)| {
        let current = if *is_shown { " class=\"on\" aria-current=\"page\"" } else { "" };
        format!("<a href=\"{}\"{current}>{name}</a>", escape(to))
    };
    let parts: String = found.parts.iter().map(part).collect();
    let lines = match found.table.rows.is_empty() {
        true => format!("<p class=\"notice\" role=\"status\">{}</p>", found.nothing),
        false => table::drawn(&found.table),
    };
    let next = match found.next.as_str() {
        "" => String::new(),
        to => format!("<p><a class=\"btn\" href=\"{}\">{}</a></p>", escape(to), words::next_page(lang)),
    };
    let bank = match found.bank.as_str() {
        "" => String::new(),
        to => format!("<a class=\"btn\" href=\"{}\">{}</a> ", escape(to), words::bank(lang)),
    };
    format!(
        "<nav class=\"crumb\" aria-label=\"{back}\"><a href=\"{}\">{back}</a></nav><h1>{} <small>{}</small></h1>\
         <p>{}</p><nav class=\"tabs\" aria-label=\"{}\">{parts}</nav>{lines}{next}\
         <p>{bank}<a class=\"btn\" href=\"{}\">{}</a></p>",
        escape(&found.back),
        words::ledger(lang),
        escape(&found.bureau),
        words::ledger_note(lang),
        words::parts(lang),
        escape(&found.export),
        words::export(lang),
        back = words::ledger_back(lang),
    )
}
