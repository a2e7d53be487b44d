//! `/healthz`: the process answers. `/readyz`: the database answers and is migrated.

use super::Site;
use axum::extract::State;
use http::StatusCode;

pub async fn alive() -> &'static str {
    "alive\n"
}

pub async fn ready(State(site): State<Site>) -> (StatusCode, &'static str) {
    match site.store.ready().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "database or migrations not ready\n")
        }
    }
}
