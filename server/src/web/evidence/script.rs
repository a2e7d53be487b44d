//! The uploader: a small script by itself, so that the pages' own bundle stays as it is.

use crate::web::Site;
use crate::web::answer::escape;
use app::evidence::words;
use app::path;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use domain::Lang;
use domain::file::FileFault;
use http::header;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::LazyLock;

const SCRIPT: &str = include_str!("uploader.js");

/// Where it is, with its hash: a new one is another address.
static ADDRESS: LazyLock<String> = LazyLock::new(|| {
    let hash = Sha256::digest(SCRIPT.as_bytes());
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("/_/uploader.js?v={hash}")
});

pub fn address() -> &'static str {
    &ADDRESS
}

/// `GET /_/uploader.js`
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

/// What the script says and where it sends, as attributes of its form; `base` is the address under which files come in,
/// and `sent` stands beside one that is there.
pub fn script_words(base: &str, sent: &str, lang: Lang) -> String {
    let words = [
        ("uploads", path::evidence_uploads(base)),
        ("queued", words::queued(lang).to_owned()),
        ("sending", words::sending(lang).to_owned()),
        ("sent", sent.to_owned()),
        ("interrupted", words::interrupted(lang).to_owned()),
        ("failed", words::failed(lang).to_owned()),
        ("retry", words::retry(lang).to_owned()),
        ("cancel", words::cancel(lang).to_owned()),
        ("still-sending", words::still_sending(lang).to_owned()),
        ("empty", FileFault::Empty.message(lang)),
    ];
    words.iter().fold(String::new(), |mut all, (name, words)| {
        let _ = write!(all, " data-{name}=\"{}\"", escape(words));
        all
    })
}
