//! The city's figures as a file.

use super::Site;
use super::answer::page;
use crate::web::query::Query;
use app::caller::Caller;
use app::error::AppError;
use app::form::Typed;
use app::path;
use axum::extract::{Extension, Path};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use http::header;

/// The route of the file.
pub fn route() -> MethodRouter<Site> {
    get(figures)
}

async fn figures(
    Extension(caller): Extension<Caller>,
    Path(slug): Path<String>,
    Query(query): Query<Typed>,
) -> Response {
    let answer = async {
        let city = caller.city(&slug).await?;
        app::city::csv(&caller, &city, &query).await
    };
    match answer.await {
        Ok((name, text)) => {
            let name = format!("attachment; filename*=UTF-8''{}", path::encode(&name));
            (
                [
                    (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
                    (header::CONTENT_DISPOSITION, name),
                ],
                text,
            )
                .into_response()
        }
        Err(AppError::SignIn) => super::answer::see_other(&path::sign_in_then(&path::figures(&slug))),
        Err(error) => page(caller.lang, &error),
    }
}
