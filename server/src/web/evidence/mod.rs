//! The evidence of a case that is files: pages that are read without a script, files that come in by a plain form or in
//! parts, and files that go out.

mod bytes;
mod field;
mod finish;
mod form;
mod list;
mod one;
mod part;
mod phone;
mod phone_code;
mod script;
pub mod thumbnail;

pub use bytes::{bytes_route, policy_of, thumbnail_route};
pub use form::form_route;
pub use one::{one_route, withdraw_route};
pub use part::{cancel_route, declare_route, drop_route, part_route, state_route, waiting_route};
pub use phone::{
    phone_declare_route, phone_drop_route, phone_form_route, phone_part_route, phone_route, phone_state_route,
};
pub use phone_code::{code_route, give_route};
pub use script::script_route;

use super::Site;
use super::answer::{page, see_other, sheet};
use crate::web::query::Query;
use app::caller::Caller;
use app::error::AppError;
use app::evidence::{evidence, words};
use app::path;
use axum::extract::{Extension, OriginalUri, Path};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::Lang;
use field::Again;
use http::{HeaderValue, header};
use list::drawn;
use serde::Deserialize;

/// A page of evidence may run the uploader and play what it shows, from this site alone.
const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; \
                      media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The route of the list.
pub fn list_route() -> MethodRouter<Site> {
    get(list)
}

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Done {
    done: String,
}

async fn list(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case)): Path<(String, String)>,
    Query(asked): Query<Done>,
) -> Response {
    match evidence(&caller, &slug, &case).await {
        Ok(evidence) => {
            let done = match asked.done.as_str() {
                "added" => words::done_added(caller.lang),
                "cancelled" => words::done_cancelled(caller.lang),
                _ => "",
            };
            let again = Again { done, ..Again::fresh(&evidence, caller.today()) };
            shown(caller.lang, words::title(caller.lang), &drawn(&evidence, &again, caller.lang))
        }
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

/// A page with the policy of evidence.
fn shown(lang: Lang, title: &str, body: &str) -> Response {
    let mut response = sheet(lang, title, body);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

/// Whoever is not signed in comes back here afterwards.
fn refused(caller: &Caller, here: &str, error: &AppError) -> Response {
    match error {
        AppError::SignIn => see_other(&path::sign_in_then(here)),
        other => page(caller.lang, other),
    }
}

fn down(caller: &Caller, cause: &dyn std::fmt::Display) -> AppError {
    tracing::error!(error = %cause, trace = caller.asker.trace, "evidence failed");
    AppError::Down { trace: caller.asker.trace.clone() }
}
