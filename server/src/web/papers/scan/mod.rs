//! Scans of signed papers come back (扫描件入卷): chosen, read, looked at page by page, entered; and each goes out beside its
//! paper. All without a script.

mod bind;
mod desk;
mod enter;
mod receive;
mod review;

pub use desk::{bring_route, desk_route};
pub use enter::act_route;
pub use review::{picture_route, review_route};

use super::{pdf, refused};
use crate::web::Site;
use app::caller::Caller;
use app::error::AppError;
use app::paper::scan::paper_scan;
use axum::extract::{Extension, OriginalUri, Path, State};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::file::Content;
use http::{HeaderValue, header};
use std::fmt::Display;

/// The route of a scan beside its paper.
pub fn scanned_route() -> MethodRouter<Site> {
    get(scanned)
}

async fn scanned(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case, id)): Path<(String, String, String)>,
) -> Response {
    let read = async {
        let (bureau, scan) = paper_scan(&caller, &slug, (&case, &id)).await?;
        let bytes = site.evidence.read_small(bureau, &scan.sha256).await;
        Ok((scan, bytes.map_err(|error| down(&caller, &error))?))
    };
    match read.await {
        Ok((scan, bytes)) => {
            let mut response = pdf(&format!("scan-{}", scan.id), "private, no-store", bytes);
            let policy = HeaderValue::from_static(crate::web::evidence::policy_of(Content::Pdf));
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
            if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", scan.sha256)) {
                response.headers_mut().insert(header::ETAG, tag);
            }
            response
        }
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

fn down(caller: &Caller, cause: &dyn Display) -> AppError {
    tracing::error!(error = %cause, trace = caller.asker.trace, "a scan failed");
    AppError::Down { trace: caller.asker.trace.clone() }
}
