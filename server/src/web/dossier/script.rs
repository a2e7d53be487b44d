//! The look at how far a volume is: a small script by itself, so that the pages' own bundle stays as it is.

use crate::web::Site;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use http::header;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const SCRIPT: &str = include_str!("progress.js");

/// Where it is, with its hash: a new one is another address.
static ADDRESS: LazyLock<String> = LazyLock::new(|| {
    let hash = Sha256::digest(SCRIPT.as_bytes());
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("/_/dossier.js?v={hash}")
});

pub fn address() -> &'static str {
    &ADDRESS
}

/// `GET /_/dossier.js`
pub fn script_route() -> MethodRouter<Site> {
    get(script)
}

async fn script() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, SCRIPT).into_response()
}
