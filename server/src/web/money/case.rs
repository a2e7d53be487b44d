//! The goods and the money of a case as HTML.

use super::{refused, table};
use crate::web::Site;
use crate::web::answer::{escape, sheet};
use app::caller::Caller;
use app::money::{AccountSheet, CaseMoney, case_money, words};
use axum::extract::{Extension, OriginalUri, Path};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::Lang;

/// The route of the page.
pub fn case_route() -> MethodRouter<Site> {
    get(show)
}

async fn show(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case)): Path<(String, String)>,
) -> Response {
    match case_money(&caller, &slug, &case).await {
        Ok(money) => sheet(caller.lang, words::title(caller.lang), &drawn(&money, caller.lang)),
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

fn drawn(money: &CaseMoney, lang: Lang) -> String {
    let nothing = |words: &str| format!("<p class=\"notice\">{words}</p>");
    let goods = match money.goods.rows.is_empty() {
        true => nothing(words::no_goods(lang)),
        false => table::drawn(&money.goods),
    };
    let confiscated = match money.confiscated.rows.is_empty() {
        true => String::new(),
        false => table::drawn(&money.confiscated),
    };
    let accounts: String = match money.accounts.is_empty() {
        true => nothing(words::no_accounts(lang)),
        false => money.accounts.iter().map(account).collect(),
    };
    let link = |to: &str, words: &str| format!("<a href=\"{}\">{words}</a> ", escape(to));
    format!(
        "<nav class=\"crumb\" aria-label=\"{back}\">{}{}</nav><h1>{title} <small>{} {}</small></h1><p>{}</p>\
         <h2>{}</h2>{goods}{confiscated}<p>{}{}</p><h2>{}</h2>{accounts}",
        link(&money.back, words::back(lang)),
        link(&money.ledger, words::ledger(lang)),
        escape(&money.number),
        escape(&money.title),
        words::note(lang),
        words::goods_head(lang),
        link(&money.evidence, words::evidence(lang)),
        link(&money.papers, words::papers(lang)),
        words::accounts(lang),
        back = words::back(lang),
        title = words::title(lang),
    )
}

fn account(of: &AccountSheet) -> String {
    let tables: String = of.tables.iter().map(table::drawn).collect();
    let class = if of.is_overdue { "tag warn" } else { "tag" };
    format!(
        "<section><h3>{}</h3><p>{} <span class=\"{class}\">{}</span></p>{tables}</section>",
        escape(&of.party),
        escape(&of.decision),
        escape(&of.state),
    )
}
