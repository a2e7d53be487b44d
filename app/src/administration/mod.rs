//! Administration: members, a bureau's settings, and the city's bureaus.
//!
//! Rows, fields and sentences are made on the server; the browser draws every page of this room with the same
//! few lines.

#[cfg(feature = "ssr")]
mod acts;
#[cfg(feature = "ssr")]
mod bureaus;
pub mod call;
#[cfg(feature = "ssr")]
mod member;
#[cfg(feature = "ssr")]
mod members;
#[cfg(feature = "ssr")]
mod person;
#[cfg(feature = "ssr")]
mod refused;
#[cfg(feature = "ssr")]
mod settings;
mod show;
#[cfg(feature = "ssr")]
pub mod words;

#[cfg(feature = "ssr")]
pub use acts::{Outcome, Slip, admit, lay, renew};
pub use show::{BureauNewPage, BureausPage, MemberNewPage, MemberPage, MembersPage, SettingsPage};
