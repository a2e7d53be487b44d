//! Files go out: to whoever may see the case, opened on the way, in stretches where a player asks for them, and never as
//! something that a browser runs.

use super::{down, refused};
use crate::web::Site;
use app::caller::Caller;
use app::error::AppError;
use app::evidence::{look, shown};
use axum::body::Body;
use axum::extract::{Extension, OriginalUri, Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use domain::file::{Content, Showing};
use futures_util::TryStreamExt;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use std::ops::Range;
use store::EvidenceFile;

/// What is shown may load nothing and run nothing, and has no origin.
const SANDBOX: &str = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
/// The reader of PDF that browsers bring does not start in a sandbox. What runs was refused when the file came in.
const PDF: &str = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/// What a browser may do with a file that somebody sent.
pub fn policy_of(content: Content) -> &'static str {
    if content == Content::Pdf { PDF } else { SANDBOX }
}

type Address = (String, String, String);

/// The route of a file.
pub fn bytes_route() -> MethodRouter<Site> {
    get(bytes)
}

/// The route of a small picture.
pub fn thumbnail_route() -> MethodRouter<Site> {
    get(thumbnail)
}

async fn bytes(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case, id)): Path<Address>,
    headers: HeaderMap,
) -> Response {
    let file = match look(&caller, &slug, (&case, &id)).await {
        Ok(found) => found,
        Err(error) => return refused(&caller, uri.path(), &error),
    };
    let asked = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    // Whoever goes on with another file than this one gets it from the beginning.
    let same = headers.get(header::IF_RANGE).is_none_or(|tag| tag.as_bytes() == tag_of(&file).as_bytes());
    let range = match asked.filter(|_| same).map(|asked| stretch(asked, file.size)) {
        None | Some(Stretch::Whole) => None,
        Some(Stretch::Of(range)) => Some(range),
        Some(Stretch::Nowhere) => {
            let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            set(response.headers_mut(), header::CONTENT_RANGE, &format!("bytes */{}", file.size));
            return response;
        }
    };
    let part = range.clone().unwrap_or(0..file.size);
    let read = match site.evidence.read(file.lies_with, &file.sha256, file.size, part.clone()).await {
        Ok(read) => read,
        Err(error) => return refused(&caller, uri.path(), &down(&caller, &error)),
    };
    let trace = caller.asker.trace.clone();
    let read = read.inspect_err(move |error| tracing::error!(%error, trace, "a file broke off"));
    let mut response = Body::from_stream(read).into_response();
    if range.is_some() {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let stretch = format!("bytes {}-{}/{}", part.start, part.end.saturating_sub(1), file.size);
        set(response.headers_mut(), header::CONTENT_RANGE, &stretch);
    }
    set(response.headers_mut(), header::CONTENT_LENGTH, &(part.end - part.start).to_string());
    describe(response.headers_mut(), &file);
    response
}

fn tag_of(file: &EvidenceFile) -> String {
    format!("\"{}\"", file.sha256)
}

fn set(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

fn describe(headers: &mut HeaderMap, file: &EvidenceFile) {
    let how = match file.content.showing() {
        Showing::Inline => "inline",
        Showing::Attachment => "attachment",
    };
    let name = app::path::encode(file.name.as_str());
    let plain = format!("evidence-{}", file.number);
    set(
        headers,
        header::CONTENT_DISPOSITION,
        &format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{name}"),
    );
    set(headers, header::CONTENT_TYPE, file.content.media_type());
    set(headers, header::ACCEPT_RANGES, "bytes");
    set(headers, header::ETAG, &tag_of(file));
    set(headers, header::CACHE_CONTROL, "private, no-store");
    set(headers, header::CONTENT_SECURITY_POLICY, policy_of(file.content));
}

/// Which bytes are asked for.
#[derive(Debug, PartialEq, Eq)]
enum Stretch {
    /// All: nothing that is understood was said, or several stretches at once.
    Whole,
    Of(Range<u64>),
    /// Behind the end.
    Nowhere,
}

fn stretch(asked: &str, size: u64) -> Stretch {
    let Some((from, to)) = asked.strip_prefix("bytes=").and_then(|asked| asked.trim().split_once('-')) else {
        return Stretch::Whole;
    };
    let number = |text: &str| text.trim().parse::<u64>().ok();
    let range = match (from.trim(), to.trim()) {
        ("", "") => return Stretch::Whole,
        ("", last) => match number(last) {
            Some(last) => size.saturating_sub(last)..size,
            None => return Stretch::Whole,
        },
        (from, "") => match number(from) {
            Some(from) => from..size,
            None => return Stretch::Whole,
        },
        (from, to) => match (number(from), number(to)) {
            (Some(from), Some(to)) if from <= to => from..to.saturating_add(1).min(size),
            _ => return Stretch::Whole,
        },
    };
    if range.start < range.end { Stretch::Of(range) } else { Stretch::Nowhere }
}

/// The small picture is no look: the list shows it to whoever may see the case.
async fn thumbnail(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case, id)): Path<Address>,
) -> Response {
    let read = async {
        let file = shown(&caller, &slug, (&case, &id)).await?;
        let hash = file.thumbnail.ok_or_else(|| caller.refuse(AppError::NotFound))?;
        site.evidence.read_small(file.lies_with, &hash).await.map_err(|error| down(&caller, &error))
    };
    match read.await {
        Ok(picture) => {
            let mut response = picture.into_response();
            set(response.headers_mut(), header::CONTENT_TYPE, "image/jpeg");
            set(response.headers_mut(), header::CACHE_CONTROL, "private, no-store");
            set(response.headers_mut(), header::CONTENT_SECURITY_POLICY, SANDBOX);
            response
        }
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_lies_inside_the_file_or_nowhere() {
        for (asked, found) in [
            ("bytes=0-99", Stretch::Of(0..100)),
            ("bytes=0-", Stretch::Of(0..1_000)),
            ("bytes=900-5000", Stretch::Of(900..1_000)),
            ("bytes=-10", Stretch::Of(990..1_000)),
            ("bytes=-5000", Stretch::Of(0..1_000)),
            ("bytes=999-999", Stretch::Of(999..1_000)),
            ("bytes=1000-", Stretch::Nowhere),
            ("bytes=-0", Stretch::Nowhere),
            ("bytes=5-18446744073709551615", Stretch::Of(5..1_000)),
            ("bytes=9-3", Stretch::Whole),
            ("bytes=0-1,5-6", Stretch::Whole),
            ("bytes=-", Stretch::Whole),
            ("bytes=a-b", Stretch::Whole),
            ("lines=1-2", Stretch::Whole),
        ] {
            assert_eq!(stretch(asked, 1_000), found, "{asked}");
        }
    }
}
