//! Loading a page's data: whole on the server, kept in the document for the browser.
//!
//! The machinery is compiled once for all pages: data travels through it as JSON text, because every
//! further type would cost a page some ten kilobytes of WASM.

use super::Failure;
use crate::error::AppError;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
#[cfg(not(feature = "ssr"))]
use std::any::Any;
use std::pin::Pin;
use std::sync::Arc;
#[cfg(not(feature = "ssr"))]
use std::sync::Mutex;

/// What a page's data depends on: path parameters and query values, in order.
pub type FetchKey = Vec<String>;

/// A page's data on its way to the view.
#[derive(Clone, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
enum Loaded {
    /// As it stands in the document that the server sent.
    Json(String),
    /// As a call in the browser answered it: taken once, never written again, so that the bundle needs
    /// no writer for the data of pages.
    #[cfg(not(feature = "ssr"))]
    Here(Arc<Mutex<Option<Box<dyn Any + Send>>>>),
}

impl From<String> for Loaded {
    fn from(json: String) -> Self {
        Loaded::Json(json)
    }
}

impl From<Loaded> for String {
    fn from(loaded: Loaded) -> Self {
        match loaded {
            Loaded::Json(json) => json,
            #[cfg(not(feature = "ssr"))]
            Loaded::Here(_) => String::new(),
        }
    }
}

impl Loaded {
    #[cfg(feature = "ssr")]
    fn keep<T: Serialize>(data: &T) -> Result<Self, AppError> {
        let json = serde_json::to_string(data).map_err(|_| AppError::Down { trace: String::new() })?;
        Ok(Loaded::Json(json))
    }

    #[cfg(not(feature = "ssr"))]
    fn keep<T: Send + 'static>(data: T) -> Self {
        Loaded::Here(Arc::new(Mutex::new(Some(Box::new(data)))))
    }

    /// The data; from bytes, as server functions read their answers: one reader for each type, not two.
    fn take<T: DeserializeOwned + 'static>(&self) -> Option<T> {
        match self {
            Loaded::Json(json) => serde_json::from_slice(json.as_bytes()).ok(),
            #[cfg(not(feature = "ssr"))]
            Loaded::Here(slot) => {
                let data = slot.lock().ok()?.take()?;
                data.downcast::<T>().ok().map(|data| *data)
            }
        }
    }
}

type Answer = Pin<Box<dyn Future<Output = Result<Loaded, AppError>> + Send>>;
type Fetch = Arc<dyn Fn(FetchKey) -> Answer + Send + Sync>;
type Draw = Arc<dyn Fn(&Loaded) -> AnyView + Send + Sync>;

/// Loads a page's data with a server function and draws it; loads again when what `key` reads changes.
pub fn load<T, F, Fut, V, W>(key: impl Fn() -> FetchKey + Send + Sync + 'static, fetch: F, draw: V) -> AnyView
where
    F: Fn(FetchKey) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<T, AppError>> + Send + 'static,
    T: Serialize + DeserializeOwned + Send + 'static,
    V: Fn(T) -> W + Send + Sync + 'static,
    W: IntoView + 'static,
{
    let fetch: Fetch = Arc::new(move |key| {
        let answer = fetch(key);
        Box::pin(async move {
            #[cfg(feature = "ssr")]
            return answer.await.and_then(|data| Loaded::keep(&data));
            #[cfg(not(feature = "ssr"))]
            return answer.await.map(Loaded::keep);
        })
    });
    let draw: Draw = Arc::new(move |loaded| match loaded.take() {
        Some(data) => draw(data).into_any(),
        None => failed(AppError::Down { trace: String::new() }),
    });
    load_json(Arc::new(key), fetch, draw)
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
                Ok(loaded) => draw(&loaded),
                Err(error) => failed(error),
            }
        })
    };
    view! { <Suspense fallback=skeleton>{show}</Suspense> }.into_any()
}

fn skeleton() -> impl IntoView {
    view! { <div class="skeleton" aria-busy="true"></div> }
}
