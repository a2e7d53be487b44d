//! The code by which a phone gets the right to bring files, on the computer's screen.

use super::{down, refused, shown};
use crate::web::Site;
use crate::web::answer::{escape, see_other};
use crate::web::papers::origin;
use ::paper::Code;
use app::caller::Caller;
use app::evidence::{Phone, give, phone_of_case, words};
use app::path;
use axum::extract::{Extension, OriginalUri, Path, State};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use domain::Lang;
use http::HeaderMap;
use std::fmt::Write;

/// Light modules around a code (ISO/IEC 18004).
const QUIET: usize = 4;

/// The route by which a phone gets its right.
pub fn give_route() -> MethodRouter<Site> {
    post(given)
}

/// The route of its code.
pub fn code_route() -> MethodRouter<Site> {
    get(code)
}

async fn given(Extension(caller): Extension<Caller>, Path((slug, case)): Path<(String, String)>) -> Response {
    let evidence = path::case_evidence(&slug, &case);
    match give(&caller, &slug, &case).await {
        Ok(word) => see_other(&path::evidence_code(&evidence, &word)),
        Err(error) => refused(&caller, &evidence, &error),
    }
}

async fn code(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case, word)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Response {
    match phone_of_case(&caller, (&slug, &case), &word).await {
        Ok(phone) => {
            let address = format!("{}{}", origin(&site, &headers), path::phone(&word));
            match Code::of(&address) {
                Ok(code) => drawn(&caller, &path::case_evidence(&slug, &case), &phone, &code),
                Err(error) => refused(&caller, uri.path(), &down(&caller, &error)),
            }
        }
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

fn drawn(caller: &Caller, evidence: &str, phone: &Phone, code: &Code) -> Response {
    let lang = caller.lang;
    let body = format!(
        "<nav class=\"crumb\" aria-label=\"{back}\"><a href=\"{}\">{back}</a></nav><h1>{} <small>{}</small></h1>\
         <section class=\"card\"><div class=\"phone-code\" data-phone-code data-until=\"{}\">{}<div><p>{}</p><p>{}</p>\
         <p class=\"note\">{}</p><p><a href=\"{address}\">{address}</a></p></div></div></section>",
        escape(evidence),
        words::phone(lang),
        escape(&phone.number),
        phone.until.0,
        picture(code, lang),
        words::phone_scan(lang),
        words::phone_arrives(lang),
        words::phone_until(phone.until, lang),
        back = words::back_to_list(lang),
        address = escape(&code.address),
    );
    shown(lang, words::phone(lang), &body)
}

/// Dark on light in every appearance, or no phone reads it.
fn picture(code: &Code, lang: Lang) -> String {
    let side = code.size + 2 * QUIET;
    let dark = code.runs.iter().fold(String::new(), |mut all, [column, row, length]| {
        let _ = write!(all, "M{} {}h{length}v1h-{length}z", column + QUIET, row + QUIET);
        all
    });
    format!(
        "<svg viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{dark}\" fill=\"#000\"/></svg>",
        words::phone_code(lang),
    )
}
