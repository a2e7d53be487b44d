//! Administration: members, a bureau's settings, powers and start, and the city's bureaus and calendar.
//!
//! Rows, fields and sentences are made on the server; the browser draws every page of this room with the same
//! few lines.

#[cfg(feature = "ssr")]
mod account;
#[cfg(feature = "ssr")]
mod account_find;
#[cfg(feature = "ssr")]
mod acts;
#[cfg(feature = "ssr")]
mod blocks;
#[cfg(feature = "ssr")]
mod bureaus;
#[cfg(feature = "ssr")]
mod calendar;
#[cfg(feature = "ssr")]
mod calendar_load;
pub mod call;
#[cfg(feature = "ssr")]
mod member;
#[cfg(feature = "ssr")]
mod members;
#[cfg(feature = "ssr")]
mod person;
#[cfg(feature = "ssr")]
mod powers;
#[cfg(feature = "ssr")]
mod powers_form;
#[cfg(feature = "ssr")]
mod practice;
#[cfg(feature = "ssr")]
mod procedure;
#[cfg(feature = "ssr")]
mod refused;
#[cfg(feature = "ssr")]
mod settings;
mod show;
#[cfg(feature = "ssr")]
mod start;
#[cfg(feature = "ssr")]
pub mod words;
#[cfg(feature = "ssr")]
pub mod words_of_account;
#[cfg(feature = "ssr")]
pub mod words_of_blocks;
#[cfg(feature = "ssr")]
pub mod words_of_city;
#[cfg(feature = "ssr")]
pub mod words_of_practice;
#[cfg(feature = "ssr")]
pub mod words_of_start;

#[cfg(feature = "ssr")]
pub use acts::{Outcome, Slip, admit, lay, renew};
#[cfg(feature = "ssr")]
pub use calendar_load::check as check_calendar;
pub use show::{AdministrationPage, StartCard};
