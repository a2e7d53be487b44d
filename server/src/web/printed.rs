//! Papers that are printed as they stand: the sheet of a piece of evidence (证据提取单), the order by which the city designates a
//! county (指定管辖决定书), a training certificate (培训合格证书).

use super::Site;
use super::answer::{page, see_other};
use super::papers::{pdf, print};
use ::paper::Sheet;
use app::caller::Caller;
use app::error::AppError;
use app::evidence::sheet_paper;
use app::paper::PlainPaper;
use app::path;
use app::training::certificate_paper;
use app::transfer::order_paper;
use axum::extract::{Extension, OriginalUri, Path, State};
use axum::response::Response;
use axum::routing::{MethodRouter, get};

type Here = (State<Site>, Extension<Caller>, OriginalUri);

/// The route of the sheet of a piece of evidence.
pub fn evidence_route() -> MethodRouter<Site> {
    get(|here: Here, Path((slug, case, id)): Path<(String, String, String)>| async move {
        let asked = sheet_paper(&here.1, &slug, &case, &id).await;
        answered(here, asked).await
    })
}

/// The route of a designation.
pub fn order_route() -> MethodRouter<Site> {
    get(|here: Here, Path((slug, id)): Path<(String, String)>| async move {
        let asked = order_paper(&here.1, &slug, &id).await;
        answered(here, asked).await
    })
}

/// The route of a certificate.
pub fn certificate_route() -> MethodRouter<Site> {
    get(|here: Here, Path((slug, id)): Path<(String, String)>| async move {
        let asked = certificate_paper(&here.1, &slug, &id).await;
        answered(here, asked).await
    })
}

/// The paper, or why not; whoever is not signed in comes back here afterwards.
async fn answered(
    (State(site), Extension(caller), OriginalUri(uri)): Here,
    asked: Result<PlainPaper, AppError>,
) -> Response {
    let PlainPaper { kind, name, facts, day } = match asked {
        Ok(paper) => paper,
        Err(AppError::SignIn) => return see_other(&path::sign_in_then(uri.path())),
        Err(error) => return page(caller.lang, &error),
    };
    let sheet = Sheet { form: kind.id().to_owned(), name, day, facts, check: None };
    match print(&site, &caller, sheet).await {
        Ok(printed) => pdf(kind.id(), "private, no-store", printed.pdf),
        Err(error) => page(caller.lang, &error),
    }
}
