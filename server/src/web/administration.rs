//! Forms whose answer is a one-time password. It stands in the body of the answer, once: in no address, no draft
//! and no log. So these are plain routes, the same with and without JavaScript.

use super::Site;
use super::answer::{document, escape, page, see_other};
use super::kept_form::KeptForm;
use app::administration::{self, Outcome, Slip, words};
use app::caller::Caller;
use app::error::AppError;
use app::form::Typed;
use app::path;
use axum::extract::{Extension, OriginalUri, Path, RawForm};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use domain::Lang;
use secrecy::ExposeSecret;

/// Fields of one form that are read.
const FIELDS_MAX: usize = 100;

/// What was typed: `form[name]=value`.
pub(super) fn typed(form: &RawForm) -> Typed {
    typed_of(form, FIELDS_MAX)
}

/// What was typed into a form of so many fields.
pub(super) fn typed_of(form: &RawForm, fields: usize) -> Typed {
    let pairs = form_urlencoded::parse(&form.0).take(fields);
    let named = pairs.filter_map(|(name, value)| {
        let name = name.strip_prefix("form[")?.strip_suffix(']')?.to_owned();
        Some((name, value.into_owned()))
    });
    named.collect()
}

/// The route that adds a member.
pub fn members_route() -> MethodRouter<Site> {
    post(admit)
}

async fn admit(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
    form: RawForm,
) -> Response {
    let outcome = administration::admit(&caller, &slug, typed(&form)).await;
    answer(&caller, uri.path(), &form, outcome)
}

/// The route that gives a member a new one-time password.
pub fn password_route() -> MethodRouter<Site> {
    post(renew)
}

async fn renew(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, member)): Path<(String, String)>,
    form: RawForm,
) -> Response {
    let outcome = administration::renew(&caller, &slug, &member, &typed(&form)).await;
    answer(&caller, uri.path(), &form, outcome)
}

/// The route that lays a bureau.
pub fn bureaus_route() -> MethodRouter<Site> {
    post(lay)
}

async fn lay(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
    form: RawForm,
) -> Response {
    let outcome = administration::lay(&caller, &slug, typed(&form)).await;
    answer(&caller, uri.path(), &form, outcome)
}

fn answer(caller: &Caller, to: &str, form: &RawForm, outcome: Result<Outcome, AppError>) -> Response {
    match outcome {
        Ok(Outcome::To(to)) => see_other(&to),
        Ok(Outcome::Slip(slip)) => show(caller.lang, &slip),
        Err(AppError::SignIn) => match KeptForm::of(to, &form.0) {
            Some(kept) => kept.sign_in_again(caller.lang, None, ""),
            None => see_other(&path::sign_in()),
        },
        Err(error) => page(caller.lang, &error),
    }
}

/// The slip, to be printed now.
fn show(lang: Lang, slip: &Slip) -> Response {
    let fact = |name: &str, value: &str| format!("<dt>{name}</dt><dd>{}</dd>", escape(value));
    let title = words::slip_title(lang);
    let body = format!(
        "<section class=\"card slip\"><h1>{title}</h1><div class=\"notice warn\" role=\"status\">{once}</div>\
         <dl class=\"facts\">{bureau}{name}{number}<dt>{password_name}</dt><dd><code>{password}</code></dd></dl>\
         <p>{change}</p><div class=\"form-acts\"><a class=\"btn go\" href=\"{back}\">{leave}</a></div></section>",
        once = words::slip_once(lang),
        bureau = fact(words::slip_bureau(lang), &slip.bureau),
        name = fact(words::name(lang), &slip.name),
        number = fact(words::work_number(lang), &slip.work_number),
        password_name = words::password_title(lang),
        password = escape(slip.password.clear.expose_secret()),
        change = words::slip_change(lang),
        back = escape(&slip.back),
        leave = words::slip_back(lang),
    );
    document(lang, title, &body).into_response()
}
