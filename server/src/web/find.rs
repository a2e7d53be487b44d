//! A search is sent to a plain route, which puts it into an address unless it may be somebody's number.

use super::Site;
use super::answer::{page, see_other};
use app::caller::Caller;
use app::error::AppError;
use app::form::Typed;
use app::path;
use axum::extract::{Extension, Path, RawForm};
use axum::response::Response;
use axum::routing::{MethodRouter, post};

/// Fields of one search that are read.
const FIELDS_MAX: usize = 20;
/// Says where the answer stands.
const TO: &str = "to";

/// The route of every search and filter.
pub fn route() -> MethodRouter<Site> {
    post(find)
}

/// The route of every filter in a visit.
pub fn visit_route() -> MethodRouter<Site> {
    post(find_in_visit)
}

async fn find(Extension(caller): Extension<Caller>, Path(slug): Path<String>, form: RawForm) -> Response {
    answer(&caller, &slug, path::search(&slug), &form).await
}

async fn find_in_visit(
    Extension(caller): Extension<Caller>,
    Path((city, visit)): Path<(String, String)>,
    form: RawForm,
) -> Response {
    let workspace = path::visit_workspace(&city, &visit);
    answer(&caller, &workspace, path::desk(&workspace), &form).await
}

/// Leads to the answer's page inside the workspace; `home` where the form names none.
async fn answer(caller: &Caller, slug: &str, home: String, form: &RawForm) -> Response {
    let pairs = form_urlencoded::parse(&form.0).take(FIELDS_MAX);
    let mut fields: Typed = pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
    let to = fields.remove(TO).unwrap_or_default();
    // Answers stand in the same workspace only.
    let inside = to == path::desk(slug) || to.starts_with(&format!("{}/", path::desk(slug)));
    let to = if inside { path::local_or_home(&to) } else { home };
    fields.retain(|_, value| !value.is_empty());
    match app::find::for_address(caller, slug, fields).await {
        Ok(fields) => {
            let query: Vec<String> = fields
                .iter()
                .map(|(name, value)| format!("{}={}", path::encode(name), path::encode(value)))
                .collect();
            see_other(&match query.is_empty() {
                true => app::saved_view::whole(slug, &to),
                false => format!("{to}?{}", query.join("&")),
            })
        }
        Err(AppError::SignIn) => see_other(&path::sign_in_then(&to)),
        Err(error) => page(caller.lang, &error),
    }
}
