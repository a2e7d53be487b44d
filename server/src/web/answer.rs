//! Answers that are no page of `app`: a form's redirect, a plain error page.

use super::kept_form::KeptForm;
use app::caller::Caller;
use app::error::AppError;
use app::text;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use domain::Lang;
use http::{HeaderValue, Method, StatusCode, header};

/// Where server functions live.
pub const CALLS: &str = "/_/api/";

/// The longest form; files are sent another way.
const FORM_BYTES_MAX: usize = 2 << 20;

/// An address that no route knows.
pub async fn not_found(request: Request) -> Response {
    page(lang_of(&request), &AppError::NotFound)
}

/// 303 to a path of this site.
pub fn see_other(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let location = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    response.headers_mut().insert(header::LOCATION, location);
    response
}

/// Turns the answer of a server function into one for a plain form: a redirect becomes 303, a refusal
/// a page in words. `server_fn` itself would put the error into the URL of the page before.
pub async fn for_plain_forms(mut request: Request, next: Next) -> Response {
    let is_form =
        request.method() == Method::POST && request.uri().path().starts_with(CALLS) && accepts_html(&request);
    if !is_form {
        return next.run(request).await;
    }
    let lang = lang_of(&request);
    let referer = request.headers_mut().remove(header::REFERER);
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let to = request.uri().path().to_owned();
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, FORM_BYTES_MAX).await else {
        return (
            StatusCode::PAYLOAD_TOO_LARGE,
            page(lang, &AppError::Invalid(text::too_long(lang).to_owned())),
        )
            .into_response();
    };
    let response = next.run(Request::from_parts(head, Body::from(body.clone()))).await;
    if let Some(location) = response.headers().get(header::LOCATION).cloned() {
        let mut answer = see_other(location.to_str().unwrap_or("/"));
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            answer.headers_mut().append(header::SET_COOKIE, cookie.clone());
        }
        return answer;
    }
    if response.status().is_success() {
        return see_other(&path_of(referer.as_ref()));
    }
    let error = match to_bytes(response.into_body(), 64 << 10).await {
        Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or(AppError::Invalid(String::new())),
        Err(_) => AppError::Down { trace: String::new() },
    };
    if error == AppError::SignIn {
        if let Some(kept) = KeptForm::of(&to, &body) {
            return kept.sign_in_again(lang, None, "");
        }
        return see_other(&app::path::sign_in_then(&path_of(referer.as_ref())));
    }
    page(lang, &error)
}

/// Path and query of a Referer; never another host.
fn path_of(referer: Option<&HeaderValue>) -> String {
    let uri: Option<http::Uri> =
        referer.and_then(|value| value.to_str().ok()).and_then(|text| text.parse().ok());
    let path = uri.as_ref().and_then(http::Uri::path_and_query).map_or("/", |path| path.as_str());
    app::path::local_or_home(path)
}

/// Whether a browser asks for a page, by a link or a form.
pub fn accepts_html(request: &Request) -> bool {
    let accept = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

fn lang_of(request: &Request) -> Lang {
    request.extensions().get::<Caller>().map(|caller| caller.lang).unwrap_or_default()
}

/// A whole small page for an error outside the pages of `app`.
pub fn page(lang: Lang, error: &AppError) -> Response {
    let (title, body) = match error {
        AppError::NotFound => (text::not_found_title(lang), text::not_found_body(lang).to_owned()),
        AppError::Forbidden(words) | AppError::Refused(words) => (text::forbidden_title(lang), words.clone()),
        AppError::Conflict => (text::conflict_title(lang), text::conflict_body(lang).to_owned()),
        AppError::SignIn => (text::sign_in_again(lang), String::new()),
        AppError::Invalid(words) if words.is_empty() || words == "unreadable" => {
            (text::not_found_title(lang), text::unreadable(lang).to_owned())
        }
        AppError::Invalid(words) => (text::problems_title(lang), words.clone()),
        AppError::Down { trace } => (text::down_title(lang), format!("{} {trace}", text::down_body(lang))),
    };
    let body = format!(
        "<section class=\"card\"><h1>{title}</h1><p>{}</p><p><a class=\"btn\" href=\"/\">{}</a></p></section>",
        escape(&body),
        text::go_home(lang),
    );
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, document(lang, title, &body)).into_response()
}

/// What a small document says; the layer that knows who looks at it puts the page around it.
#[derive(Clone, Debug)]
struct Small {
    lang: Lang,
    title: String,
    body: String,
    /// The class of the main part.
    class: &'static str,
    /// Search machines are told off.
    is_public: bool,
}

/// A whole small document; `body` is HTML.
pub fn document(lang: Lang, title: &str, body: &str) -> Response {
    small(lang, title, body, "alone")
}

/// A document to be read at leisure, as wide as a page.
pub fn sheet(lang: Lang, title: &str, body: &str) -> Response {
    small(lang, title, body, "alone help")
}

/// A document for anybody, with or without an account, and for no search machine.
pub fn public(lang: Lang, title: &str, body: &str) -> Response {
    let small = Small {
        lang,
        title: title.to_owned(),
        body: body.to_owned(),
        class: "alone help open",
        is_public: true,
    };
    to_be_put_together(small)
}

fn small(lang: Lang, title: &str, body: &str, class: &'static str) -> Response {
    let small = Small { lang, title: title.to_owned(), body: body.to_owned(), class, is_public: false };
    to_be_put_together(small)
}

fn to_be_put_together(small: Small) -> Response {
    let mut response = Html(String::new()).into_response();
    response.extensions_mut().insert(small);
    response
}

/// Puts the page around small documents, as the person has chosen it to look, with whom to ask.
pub async fn put_together(request: Request, next: Next) -> Response {
    let caller = request.extensions().get::<Caller>().cloned();
    let mut response = next.run(request).await;
    let Some(small) = response.extensions_mut().remove::<Small>() else { return response };
    let (mut chosen, mut contact) = (String::new(), String::new());
    if let Some(caller) = caller {
        let theme = caller.asker.theme.as_ref().map(|theme| format!(" data-theme=\"{}\"", escape(theme)));
        let size = caller.asker.is_large.then_some(" data-size=\"large\"");
        chosen = format!("{}{}", theme.unwrap_or_default(), size.unwrap_or_default());
        contact = caller.contact;
    }
    *response.body_mut() = Body::from(whole(&small, &chosen, &contact));
    response
}

fn whole(small: &Small, chosen: &str, contact: &str) -> String {
    let Small { lang, title, body, class, is_public } = small;
    let robots = if *is_public { "<meta name=\"robots\" content=\"noindex, nofollow\">" } else { "" };
    let contact = match contact {
        "" => String::new(),
        words => format!("<footer class=\"contact\">{}</footer>", escape(words)),
    };
    format!(
        "<!doctype html><html lang=\"{}\"{chosen}><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">{robots}\
         <title>{} · {product}</title><link rel=\"icon\" href=\"/_/icon.svg\" type=\"image/svg+xml\">\
         <link rel=\"stylesheet\" href=\"/_/style.css\"></head><body><main id=\"main\" class=\"{class}\">\
         <p class=\"brand\">{product} <span class=\"sub\">{}</span></p>{body}</main>{contact}</body></html>",
        lang.tag(),
        escape(title),
        text::product_line(*lang),
        product = text::product(*lang),
    )
}

/// Text inside an element or a quoted attribute.
pub fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}
