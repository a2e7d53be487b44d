//! A scan is looked at page by page.

use crate::web::Site;
use crate::web::answer::{escape, sheet};
use app::caller::Caller;
use app::form::{Typed, typed};
use app::paper::scan::{Choice, Review, ReviewPage, review_scan, scan_picture, words};
use axum::extract::{Extension, OriginalUri, Path};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use domain::Lang;
use http::{HeaderValue, header};

/// The route of a scan that waits.
pub fn review_route() -> MethodRouter<Site> {
    get(review)
}

/// The route of the small picture of a page.
pub fn picture_route() -> MethodRouter<Site> {
    get(picture)
}

async fn review(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, id)): Path<(String, String)>,
) -> Response {
    match review_scan(&caller, &slug, &id).await {
        Ok(review) => {
            let body = drawn(&review, &Typed::new(), "", caller.lang);
            sheet(caller.lang, words::review_title(caller.lang), &body)
        }
        Err(error) => super::refused(&caller, uri.path(), &error),
    }
}

async fn picture(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, id, page)): Path<(String, String, String)>,
) -> Response {
    match scan_picture(&caller, &slug, (&id, &page)).await {
        Ok(picture) => {
            let mut response = picture.into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
            let policy =
                HeaderValue::from_static(crate::web::evidence::policy_of(domain::file::Content::Jpeg));
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
            response
        }
        Err(error) => super::refused(&caller, uri.path(), &error),
    }
}

/// The scan as it is looked at; `said` is what was filled in where it comes back, with what is to be mended.
pub fn drawn(review: &Review, said: &Typed, problem: &str, lang: Lang) -> String {
    let notice = match problem {
        "" => String::new(),
        problem => format!("<p class=\"notice danger\" role=\"alert\">{}</p>", escape(problem)),
    };
    let rows: String = review.pages.iter().map(|page| row(page, said, lang)).collect();
    let on = match typed(said, "on") {
        typed if said.contains_key("on") => typed,
        _ => review.today.to_string(),
    };
    format!(
        "<nav class=\"crumb\" aria-label=\"{back}\"><a href=\"{}\">{back}</a></nav>\
         <h1>{title} <small>{}</small></h1>{notice}<p>{} {}</p>\
         <form id=\"drop\" method=\"post\" action=\"{here}\" aria-label=\"{drop}\">\
         <input type=\"hidden\" name=\"form[act]\" value=\"drop\"></form>\
         <form method=\"post\" action=\"{here}\" aria-label=\"{title}\">\
         <input type=\"hidden\" name=\"form[act]\" value=\"enter\">\
         <input type=\"hidden\" name=\"form[token]\" value=\"{}\">\
         <div class=\"field\"><label for=\"f-on\">{}</label><input id=\"f-on\" type=\"date\" name=\"form[on]\" value=\"{}\" \
         max=\"{}\" required></div>\
         <table class=\"cards\"><caption class=\"vh\">{title}</caption><thead><tr><th scope=\"col\">{}</th>\
         <th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>{rows}</tbody></table>\
         <div class=\"form-acts\"><button class=\"btn go\">{}</button> \
         <button class=\"btn\" form=\"drop\">{drop}</button></div></form>",
        escape(&review.back),
        escape(&review.bureau),
        words::summary(review.pages.len(), review.papers, review.asked, lang),
        words::review_note(lang),
        store::token::fresh(),
        words::on(lang),
        escape(&on),
        review.today,
        words::page(lang),
        words::picture(lang),
        words::found(lang),
        words::becomes(lang),
        words::enter(lang),
        here = escape(&review.here),
        back = words::back_to_scans(lang),
        title = words::review_title(lang),
        drop = words::drop(lang),
    )
}

fn row(page: &ReviewPage, said: &Typed, lang: Lang) -> String {
    let number = page.number;
    let color = if page.is_odd { "tag warn" } else { "tag ok" };
    format!(
        "<tr><th scope=\"row\">{number}</th><td><a href=\"{picture}\" target=\"_blank\" rel=\"noopener\">\
         <img class=\"scan-page\" src=\"{picture}\" alt=\"{}\" loading=\"lazy\"></a></td>\
         <td><span class=\"{color}\">{}</span></td><td>{}</td></tr>",
        words::picture_of(number, lang),
        escape(&page.found),
        becomes(page, said, lang),
        picture = escape(&page.picture),
    )
}

/// What the page becomes: chosen, or said where there is no choice.
fn becomes(page: &ReviewPage, said: &Typed, lang: Lang) -> String {
    if page.choices.is_empty() {
        return words::left(lang).to_owned();
    }
    let name = format!("page_{}", page.number);
    let chosen = said.get(&name).unwrap_or(&page.offered);
    let option = |(word, called): &Choice| {
        let mark = if word == chosen { " selected" } else { "" };
        format!("<option value=\"{}\"{mark}>{}</option>", escape(word), escape(called))
    };
    let first = match page.offered.as_str() {
        "" => format!("<option value=\"\">{}</option>", words::choose(lang)),
        _ => String::new(),
    };
    let options: String = page.choices.iter().map(option).collect();
    format!(
        "<select name=\"form[{name}]\" aria-label=\"{} {}\">{first}{options}</select>",
        words::becomes(lang),
        words::picture_of(page.number, lang),
    )
}
