//! A training certificate (培训合格证书) as a paper to be sealed.

use super::Site;
use super::answer::{page, see_other};
use super::papers::{pdf, print};
use ::paper::Sheet;
use app::caller::Caller;
use app::error::AppError;
use app::path;
use app::training::{CertificatePaper, certificate_paper};
use axum::extract::{Extension, OriginalUri, Path, State};
use axum::response::Response;
use axum::routing::{MethodRouter, get};

/// The form's id.
const FORM: &str = "D42";

/// The route of the paper.
pub fn certificate_route() -> MethodRouter<Site> {
    get(certificate)
}

async fn certificate(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, id)): Path<(String, String)>,
) -> Response {
    let CertificatePaper { name, facts, day } = match certificate_paper(&caller, &slug, &id).await {
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
