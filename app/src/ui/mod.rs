//! Pieces of the interface. This room knows no noun and calls no server.

mod card;
mod drawn;
#[cfg(feature = "hydrate")]
mod enhance;
mod failure;
mod field;
mod icon;
#[cfg(feature = "hydrate")]
mod keys;
mod load;
mod page;
mod paging;
#[cfg(feature = "hydrate")]
mod palette;
mod table;
#[cfg(feature = "hydrate")]
mod taps;

pub use card::{Card, Empty, Explained, Notice, explained, how_to, why};
pub use drawn::{Choices, Field, FieldKind, draw};
pub use failure::{Failure, NotFoundPage};
pub use field::{
    CheckField, ErrorSummary, FormFields, GroupedSelect, Hidden, SelectField, TextArea, TextField, escaped,
};
pub use icon::{Icon, Shape};
pub use load::{Data, fetched, load, suspended};
pub use page::{Crumb, PageHead, lang, today};
pub use paging::Paging;
pub use table::Table;
#[cfg(feature = "hydrate")]
pub use taps::begin_taps;

/// Tells tests and styles that the page listens now.
#[cfg(feature = "hydrate")]
pub fn mark_hydrated() {
    enhance::listen();
    keys::listen_to_keys();
    if let Some(root) = leptos::prelude::document().document_element() {
        let _ = root.set_attribute("data-hydrated", "");
    }
}
