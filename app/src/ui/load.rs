//! Loading a page's data: whole on the server, kept in the document for the browser.
//!
//! The machinery is compiled once for all pages: data travels through it as JSON text, because every
//! further type would cost a page some ten kilobytes of WASM.

use super::Failure;
use crate::error::AppError;
use crate::wire::{Key, Pending, Reads, Reply};
use leptos::prelude::*;
use leptos::server::codee::string::FromToStringCodec;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// A page's data while it comes.
pub type Data = Resource<Reply, FromToStringCodec>;

type Call = Arc<dyn Fn(Key) -> Pending + Send + Sync>;
type Draw = Arc<dyn Fn(Reply) -> AnyView + Send + Sync>;

/// Loads a page's data with a server function and draws it; loads again when what `key` reads changes.
pub fn load<T, V, W>(reads: Reads<T>, key: impl Fn() -> Key + Send + Sync + 'static, draw: V) -> AnyView
where
    T: DeserializeOwned + 'static,
    V: Fn(T) -> W + Send + Sync + 'static,
    W: IntoView + 'static,
{
    let draw = move |reply: Reply| match reply.read() {
        Ok(data) => draw(data).into_any(),
        Err(error) => failed(error),
    };
    suspended(fetched(reads, key), skeleton, Arc::new(draw))
}

/// A page's data, for those who draw it in several places with [`suspended`].
pub fn fetched<T: 'static>(reads: Reads<T>, key: impl Fn() -> Key + Send + Sync + 'static) -> Data {
    resource(Arc::new(key), Arc::new(reads.caller()))
}

fn resource(key: Arc<dyn Fn() -> Key + Send + Sync>, call: Call) -> Data {
    Resource::new_str_blocking(move || key(), move |key| call(key))
}

/// Draws data when it is there.
pub fn suspended(data: Data, fallback: fn() -> AnyView, draw: Draw) -> AnyView {
    let show = move || {
        let draw = draw.clone();
        Suspend::new(async move { draw(data.await) })
    };
    view! { <Suspense fallback>{show}</Suspense> }.into_any()
}

fn failed(error: AppError) -> AnyView {
    view! { <Failure error /> }.into_any()
}

fn skeleton() -> AnyView {
    view! { <div class="skeleton" aria-busy="true"></div> }.into_any()
}
