//! The order by which the city designates a county (指定管辖决定书) as a paper to be sealed.

use super::Site;
use super::answer::{page, see_other};
use super::papers::{pdf, print};
use ::paper::Sheet;
use app::caller::Caller;
use app::error::AppError;
use app::path;
use app::transfer::{OrderPaper, order_paper};
use axum::extract::{Extension, OriginalUri, Path, State};
use axum::response::Response;
use axum::routing::{MethodRouter, get};

/// The form's id.
const FORM: &str = "D52";

/// The route of the paper.
pub fn order_route() -> MethodRouter<Site> {
    get(order)
}

async fn order(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, id)): Path<(String, String)>,
) -> Response {
    let OrderPaper { name, facts, day } = match order_paper(&caller, &slug, &id).await {
        Ok(paper) => paper,
        Err(AppError::SignIn) => return see_other(&path::sign_in_then(uri.path())),
        Err(error) => return page(caller.lang, &error),
    };
    let sheet = Sheet { form: FORM.to_owned(), name, day, facts, check: None };
    match print(&site, &caller, sheet).await {
        Ok(printed) => pdf(FORM, "private, no-store", printed.pdf),
        Err(error) => page(caller.lang, &error),
    }
}
