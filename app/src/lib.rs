//! Pages and server functions.
//!
//! Architecture invariant: natively (`ssr`) the store is reached only inside `call.rs` files and
//! through [`caller`]; in the browser (`hydrate`) there is only `domain`. Every interface that is no
//! page lives under `/_/`.

#[cfg(all(feature = "ssr", feature = "hydrate"))]
compile_error!("`ssr` and `hydrate` are two halves: build one of them");

pub mod account;
pub mod administration;
#[cfg(feature = "ssr")]
pub mod back_entry;
pub mod calculator;
#[cfg(feature = "ssr")]
pub mod caller;
pub mod case;
pub mod city;
#[cfg(feature = "ssr")]
pub mod contact;
pub mod delegation;
pub mod desk;
#[cfg(feature = "ssr")]
pub mod dossier;
pub mod error;
pub mod establishment;
#[cfg(feature = "ssr")]
pub mod evidence;
pub mod find;
pub mod form;
pub mod handover;
#[cfg(feature = "ssr")]
pub mod help;
pub mod import;
pub mod industry;
pub mod keep;
#[cfg(feature = "ssr")]
pub mod money;
#[cfg(feature = "ssr")]
pub mod paper;
pub mod path;
pub mod reminder;
pub mod saved_view;
pub mod shell;
pub mod text;
pub mod training;
pub mod transfer;
pub mod ui;
pub mod visit;
pub mod wire;
pub mod worded;

/// Takes over the page that the server drew.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(shell::App);
    ui::mark_hydrated();
}
