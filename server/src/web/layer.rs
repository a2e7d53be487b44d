//! What stands around every route: request id, log, limits, headers, same origin, session.

use super::{Site, answer, first_password, ledger, session};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

/// The name under which a request is found in the log.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// In an address what follows is a phone's word.
const PHONE: &str = "/phone/";

/// An uploaded workbook is the largest thing that may come in.
pub const BODY_BYTES_MAX: usize = 32 << 20;

/// An answer that takes longer is not coming; the import of a large workbook is the slowest.
const ANSWER_SECONDS_MAX: u64 = 120;

/// Files that come in by one plain form, together; each is laid down while it comes in.
const LARGE_BYTES_MAX: usize = 2 << 30;

/// So long may a form of many files take over a slow line.
const LARGE_SECONDS_MAX: u64 = 4 * 3_600;

/// Puts the layers around the routes, `large` being those where large files come in; the last named is the outermost.
pub fn around(router: Router<Site>, large: Router<Site>, site: &Site) -> Router<Site> {
    let router = recognised(router, site)
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX))
        .layer(middleware::from_fn(ledger::too_large))
        .layer(timeout(ANSWER_SECONDS_MAX));
    let large = recognised(large, site)
        .layer(RequestBodyLimitLayer::new(LARGE_BYTES_MAX))
        .layer(timeout(LARGE_SECONDS_MAX));
    router
        .merge(large)
        .layer(DefaultBodyLimit::disable())
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn(security_headers))
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| went_wrong(&"a handler panicked")))
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID))
        .layer(SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid))
        .layer(middleware::from_fn(drop_foreign_id))
}

/// The layers that know who asks.
fn recognised(router: Router<Site>, site: &Site) -> Router<Site> {
    router
        .layer(middleware::from_fn(answer::for_plain_forms))
        .layer(middleware::from_fn(first_password::comes_first))
        .layer(middleware::from_fn(answer::put_together))
        .layer(middleware::from_fn_with_state(site.clone(), session::recognise))
}

fn timeout(seconds: u64) -> TimeoutLayer {
    TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(seconds))
}

/// A request id is ours alone: one sent from outside could forge the log.
async fn drop_foreign_id(mut request: Request, next: Next) -> Response {
    request.headers_mut().remove(REQUEST_ID);
    next.run(request).await
}

fn span<B>(request: &http::Request<B>) -> tracing::Span {
    let id = request.headers().get(REQUEST_ID).and_then(|value| value.to_str().ok()).unwrap_or("");
    // The path only: a query may hold what a person searched for. A phone's word is a key for a quarter of an hour.
    let path = request.uri().path();
    let path = path.find(PHONE).map_or(path, |at| &path[..at + PHONE.len()]);
    tracing::info_span!("request", %id, method = %request.method(), path)
}

/// The answer when something broke on our side; the log has the cause.
pub fn went_wrong(cause: &dyn std::fmt::Display) -> Response {
    tracing::error!(%cause, "no answer");
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        "系统这边出了问题，请稍后重试。 Something broke on our side; try again shortly.\n",
    )
        .into_response()
}

/// Pages bring their own policy with a nonce; everything else may load nothing.
async fn security_headers(request: Request, next: Next) -> Response {
    let is_static = request.uri().path().starts_with("/_/pkg/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ));
    if !is_static {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    response
}
