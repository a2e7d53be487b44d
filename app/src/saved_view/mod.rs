//! Saved views (常用视图): the filters of lists that a person keeps under names, as links above each list and on a page
//! of their own.

#[cfg(feature = "ssr")]
mod bar;
pub mod call;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod rename;
mod show;
#[cfg(feature = "ssr")]
pub mod words;

#[cfg(feature = "ssr")]
pub use bar::{links, open, views, whole};
pub use show::SavedViewsPage;
