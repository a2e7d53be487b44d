//! A trainee's whole numbers stand in the body of the answer to a reason, once: in no address, no draft and no log. So
//! this is a plain route, the same with and without JavaScript.

use super::Site;
use super::answer::{document, escape, page, see_other};
use app::caller::Caller;
use app::error::AppError;
use app::form::Typed;
use app::path;
use app::training::{ContactSlip, Opened, open_contact, words};
use axum::extract::{Extension, Path, RawForm};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use domain::Lang;
use http::{HeaderValue, header};

/// Fields of one form that are read.
const FIELDS_MAX: usize = 20;

/// The route that shows a trainee's whole numbers for a reason.
pub fn contact_route() -> MethodRouter<Site> {
    post(contact)
}

async fn contact(
    Extension(caller): Extension<Caller>,
    Path((slug, trainee)): Path<(String, String)>,
    form: RawForm,
) -> Response {
    let pairs = form_urlencoded::parse(&form.0).take(FIELDS_MAX);
    let named = pairs.filter_map(|(name, value)| {
        let name = name.strip_prefix("form[")?.strip_suffix(']')?.to_owned();
        Some((name, value.into_owned()))
    });
    let typed: Typed = named.collect();
    match open_contact(&caller, &slug, &trainee, typed).await {
        Ok(Opened::To(to)) => see_other(&to),
        Ok(Opened::Shown(slip)) => show(caller.lang, &slip),
        Err(AppError::SignIn) => {
            let form = path::training(&slug, &format!("trainees/{trainee}/contact"));
            see_other(&path::sign_in_then(&form))
        }
        Err(error) => page(caller.lang, &error),
    }
}

fn show(lang: Lang, slip: &ContactSlip) -> Response {
    let fact = |name: &str, value: &str| format!("<dt>{name}</dt><dd>{}</dd>", escape(value));
    let title = words::open_contact(lang);
    let body = format!(
        "<section class=\"card\"><h1>{title}</h1><div class=\"notice warn\" role=\"status\">{once}</div>\
         <dl class=\"facts\">{name}{number}{phones}{reason}</dl>\
         <div class=\"form-acts\"><a class=\"btn go\" href=\"{back}\">{leave}</a></div></section>",
        once = words::shown_once(lang),
        name = fact(words::name(lang), &slip.name),
        number = fact(words::id_number(lang), &slip.id_number),
        phones = fact(words::phones(lang), &slip.phones.join("、")),
        reason = fact(words::open_reason(lang), &slip.reason),
        back = escape(&slip.back),
        leave = words::back_to_trainee(lang),
    );
    let mut response = document(lang, title, &body).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
