//! The built site: read once into memory, compressed already, names carry hashes.

use super::Site;
use app::shell::Assets;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use std::collections::HashMap;
use std::io;
use std::path::Path as FilePath;

/// One file with its compressed forms.
#[derive(Debug, Default)]
struct StoredFile {
    plain: Vec<u8>,
    brotli: Option<Vec<u8>>,
    gzip: Option<Vec<u8>>,
}

/// All files of the built site by name.
#[derive(Debug, Default)]
pub struct SiteFiles {
    pub assets: Assets,
    files: HashMap<String, StoredFile>,
}

/// Larger than any file of a site; a larger one was not built by us.
const FILE_BYTES_MAX: u64 = 32 << 20;

impl SiteFiles {
    /// Reads the folder that `make site` wrote.
    ///
    /// # Errors
    /// When the folder or its `manifest.json` is missing, unreadable, or names a file that is not there.
    pub fn read(folder: &FilePath) -> io::Result<Self> {
        let manifest = std::fs::read(folder.join("manifest.json"))?;
        let assets: Assets = serde_json::from_slice(&manifest)?;
        let mut files = HashMap::<String, StoredFile>::new();
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if !entry.file_type()?.is_file()
                || entry.metadata()?.len() > FILE_BYTES_MAX
                || name == "manifest.json"
            {
                continue;
            }
            let bytes = std::fs::read(entry.path())?;
            if let Some(base) = name.strip_suffix(".br") {
                files.entry(base.to_owned()).or_default().brotli = Some(bytes);
            } else if let Some(base) = name.strip_suffix(".gz") {
                files.entry(base.to_owned()).or_default().gzip = Some(bytes);
            } else {
                files.entry(name).or_default().plain = bytes;
            }
        }
        for name in [&assets.css, &assets.js, &assets.wasm] {
            if !files.contains_key(name) {
                return Err(io::Error::new(
                    io::ErrorKind::NotFound,
                    format!("the manifest names {name}, which is not there"),
                ));
            }
        }
        Ok(SiteFiles { assets, files })
    }
}

/// `GET /_/pkg/{file}`
pub async fn file(State(site): State<Site>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(stored) = site.files.files.get(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let accepts = |word: &str| accepted.split(',').any(|part| part.trim().split(';').next() == Some(word));
    let (body, encoding) = match stored {
        StoredFile { brotli: Some(bytes), .. } if accepts("br") => (bytes, Some("br")),
        StoredFile { gzip: Some(bytes), .. } if accepts("gzip") => (bytes, Some("gzip")),
        StoredFile { plain, .. } => (plain, None),
    };
    let mut response = body.clone().into_response();
    let set = response.headers_mut();
    set.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(&name)));
    set.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    set.insert(header::VARY, HeaderValue::from_name(HeaderName::from_static("accept-encoding")));
    if let Some(encoding) = encoding {
        set.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// `GET /_/style.css`: the way to the style for small documents that do not know its hashed name.
pub async fn style(State(site): State<Site>) -> Response {
    super::answer::see_other(&format!("/_/pkg/{}", site.files.assets.css))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// Two rivers that meet.
const ICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#14263f"/><path d="M7 6c2 7 5 8 9 11M25 6c-2 7-5 8-9 11v9" fill="none" stroke="#9bc2f5" stroke-width="3.4" stroke-linecap="round"/></svg>"##;

/// `GET /_/icon.svg`
pub async fn icon() -> Response {
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")];
    (headers, ICON).into_response()
}
