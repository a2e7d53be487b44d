//! A page is drawn on one thread from beginning to end.
//!
//! The frame of a page and the page inside read the same memos of the reactive graph. On two threads at once, the
//! one that reads while the other computes finds nothing and panics (`reactive_graph` 0.2, `ArcMemo`), or both wait
//! for each other. Requests share the machine's cores all the same: each core has such a thread, and each thread
//! many requests under way. A server function draws nothing and is answered where it came in.

use super::answer::CALLS;
use super::layer::went_wrong;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use std::num::NonZero;
use tokio_util::task::LocalPoolHandle;
use tracing::Instrument;

/// The largest page; lists are bounded, so that none comes near it.
const ANSWER_BYTES_MAX: usize = 64 << 20;

/// One thread for each core.
pub fn threads() -> LocalPoolHandle {
    LocalPoolHandle::new(std::thread::available_parallelism().map_or(1, NonZero::get))
}

/// Draws a page on the least busy of the threads.
pub async fn answer(State(threads): State<LocalPoolHandle>, request: Request, next: Next) -> Response {
    if request.uri().path().starts_with(CALLS) {
        return next.run(request).await;
    }
    let span = tracing::Span::current();
    let whole = move || {
        let answer = async move {
            let (head, body) = next.run(request).await.into_parts();
            // A page that is still being drawn is drawn to its end here.
            let body = to_bytes(body, ANSWER_BYTES_MAX).await?;
            Ok::<_, axum::Error>(Response::from_parts(head, Body::from(body)))
        };
        answer.instrument(span)
    };
    match threads.spawn_pinned(whole).await {
        Ok(Ok(response)) => response,
        Ok(Err(error)) => went_wrong(&error),
        Err(error) => went_wrong(&error),
    }
}
