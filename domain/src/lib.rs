//! What a commerce bureau's work *is*: values, terms, roles, the catalogue and the penalty procedure.
//!
//! Architecture invariant: this crate knows no IO, no async, no clock, no randomness, no Leptos and
//! no database. Today, the calendar, the catalogue and the people come in as arguments, so that the
//! same rules judge in the server, in the browser, in an import and on the command line.

pub mod administration;
pub mod back_entry;
pub mod bank;
pub mod calendar;
pub mod case;
pub mod catalogue;
pub mod city;
pub mod dossier;
pub mod establishment;
pub mod field;
pub mod file;
pub mod id;
pub mod instant;
pub mod lang;
pub mod ledger;
pub mod open;
pub mod paper;
pub mod refusal;
pub mod role;
pub mod saved_view;
pub mod start;
pub mod surcharge;
pub mod training;
pub mod value;
pub mod visit;

pub use chrono::NaiveDate as Day;
pub use instant::Instant;
pub use lang::Lang;
