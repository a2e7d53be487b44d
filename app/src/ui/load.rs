//! Loading a page's data: whole on the server, kept in the document for the browser.
//!
//! The machinery is compiled once for all pages: data travels through it as JSON text, because every
//! further type would cost a page some ten kilobytes of WASM.

use super::Failure;
use crate::error::AppError;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::pin::Pin;
use std::sync::Arc;

/// What a page's data depends on: path parameters and query values, in order.
pub type FetchKey = Vec<String>;

type Answer = Pin<Box<dyn Future<Output = Result<String, AppError>> + Send>>;
type Fetch = Arc<dyn Fn(FetchKey) -> Answer + Send + Sync>;
type Draw = Arc<dyn Fn(&str) -> AnyView + Send + Sync>;

/// Loads a page's data with a server function and draws it; loads again when what `key` reads changes.
pub fn load<T, F, Fut, V, W>(key: impl Fn() -> FetchKey + Send + Sync + 'static, fetch: F, draw: V) -> AnyView
where
    F: Fn(FetchKey) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<T, AppError>> + Send + 'static,
    T: Serialize + DeserializeOwned + 'static,
    V: Fn(T) -> W + Send + Sync + 'static,
    W: IntoView + 'static,
{
    let fetch: Fetch = Arc::new(move |key| {
        let answer = fetch(key);
        Box::pin(async move { answer.await.and_then(|data| to_json(&data)) })
    });
    // From bytes, as server functions read their answers: one reader for each type, not two.
    let draw: Draw = Arc::new(move |json| match serde_json::from_slice(json.as_bytes()) {
        Ok(data) => draw(data).into_any(),
        Err(_) => failed(AppError::Down { trace: String::new() }),
    });
    load_json(Arc::new(key), fetch, draw)
}

fn to_json<T: Serialize>(data: &T) -> Result<String, AppError> {
    serde_json::to_string(data).map_err(|_| AppError::Down { trace: String::new() })
}

fn failed(error: AppError) -> AnyView {
    view! { <Failure error /> }.into_any()
}

fn load_json(key: Arc<dyn Fn() -> FetchKey + Send + Sync>, fetch: Fetch, draw: Draw) -> AnyView {
    let data = Resource::new_blocking(move || key(), move |key| fetch(key));
    let show = move || {
        let draw = draw.clone();
        Suspend::new(async move {
            match data.await {
                Ok(json) => draw(&json),
                Err(error) => failed(error),
            }
        })
    };
    view! { <Suspense fallback=skeleton>{show}</Suspense> }.into_any()
}

fn skeleton() -> impl IntoView {
    view! { <div class="skeleton" aria-busy="true"></div> }
}
