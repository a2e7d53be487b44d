//! The check of an issued paper by anybody who holds it: public, without a script, and nothing personal on it.

use crate::web::Site;
use crate::web::answer::{document, escape, page};
use app::caller::Caller;
use app::paper::words;
use axum::extract::{Extension, OriginalUri, Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use domain::Lang;
use domain::calendar::day_long;
use domain::paper::PaperState;
use http::{HeaderValue, StatusCode, header};
use store::{CheckedPaper, Verified};

/// The route to which the code on a paper leads.
pub fn check_route() -> MethodRouter<Site> {
    get(check)
}

async fn check(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path(word): Path<String>,
) -> Response {
    let lang = caller.lang;
    let told = |color: &str, words: &str, more: &str| {
        format!("<p class=\"notice {color}\" role=\"status\">{words}</p>{more}")
    };
    let (status, wait, body) = match site.store.check_paper(&word, &caller.asker.address).await {
        Ok(Verified::Known(paper)) => {
            let (color, words) = verdict(&paper, lang);
            (StatusCode::OK, 0, told(color, words, &facts(&paper, lang)))
        }
        Ok(Verified::Unknown) => (StatusCode::NOT_FOUND, 0, told("danger", words::unknown(lang), "")),
        Ok(Verified::Wait { seconds }) => {
            (StatusCode::TOO_MANY_REQUESTS, seconds, told("warn", &words::wait(seconds, lang), ""))
        }
        Err(error) => return page(lang, &caller.redact(error)),
    };
    let other = match lang {
        Lang::Zh => "en",
        Lang::En => "zh",
    };
    let body = format!(
        "<section class=\"card\"><h1>{title}</h1>{body}<form method=\"post\" action=\"/_/language\">\
         <input type=\"hidden\" name=\"lang\" value=\"{other}\"><input type=\"hidden\" name=\"next\" value=\"{}\">\
         <div class=\"form-acts\"><button class=\"btn\">{}</button></div></form></section>",
        escape(uri.path()),
        words::other_language(lang),
        title = words::check_title(lang),
    );
    let mut response = (status, document(lang, words::check_title(lang), &body)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if wait > 0 {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(wait));
    }
    response
}

fn verdict(paper: &CheckedPaper, lang: Lang) -> (&'static str, &'static str) {
    match paper.state {
        _ if paper.is_practice => ("warn", words::practice(lang)),
        PaperState::ToPrint | PaperState::ToSign | PaperState::Back => ("ok", words::genuine(lang)),
        PaperState::Replaced => ("warn", words::replaced(lang)),
        PaperState::Void => ("danger", words::void(lang)),
    }
}

fn facts(paper: &CheckedPaper, lang: Lang) -> String {
    let fact = |name: &str, value: &str| format!("<dt>{name}</dt><dd>{}</dd>", escape(value));
    let mut facts = fact(words::check_bureau(lang), &paper.bureau);
    facts += &fact(words::check_kind(lang), paper.kind.name(lang));
    if let Some(number) = &paper.number {
        facts += &fact(words::check_number(lang), number);
    }
    facts += &fact(words::check_day(lang), &day_long(paper.at.day(), lang));
    if let Some(replaced) = paper.replaced_at {
        facts += &fact(words::check_replaced(lang), &day_long(replaced.day(), lang));
    }
    for (copy, hash) in &paper.hashes {
        let name = format!("{} {}", copy.name(lang), words::check_hash(lang));
        facts += &format!("<dt>{name}</dt><dd><code>{}</code></dd>", escape(hash));
    }
    format!("<dl class=\"facts\">{facts}</dl><p>{}</p>", words::check_note(lang))
}
