//! Keys that press what is on the page: `data-key` on a button, a link or a field names the letter; a field takes the
//! focus. Silent while something is typed, while an input method composes, and when switched off by the button
//! `data-keys`, which is shown only where a script listens and remembers it in the browser.

use super::enhance::on;
use leptos::prelude::{document, set_interval, window};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Where it is remembered that the keys are off.
const OFF: &str = "keys-off";
/// How often a page that has come is told of.
const LOOK: Duration = Duration::from_millis(500);

/// Begins to listen.
pub fn listen_to_keys() {
    on(&document(), "keydown", pressed);
    on(&document(), "click", switched);
    set_interval(tell, LOOK);
}

fn are_off() -> bool {
    let kept = window().local_storage().ok().flatten();
    kept.and_then(|kept| kept.get_item(OFF).ok().flatten()).is_some()
}

fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}

fn pressed(event: Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let is_held = key.ctrl_key() || key.alt_key() || key.meta_key() || key.repeat();
    let letter = key.key();
    let types = element(&event).and_then(|target| target.closest("input, textarea, select").ok().flatten());
    if key.is_composing() || is_held || types.is_some() || letter.len() != 1 || are_off() {
        return;
    }
    let is_letter = letter.chars().all(|one| one.is_ascii_lowercase());
    let found =
        is_letter.then(|| document().query_selector(&format!("[data-key='{letter}']:not(:disabled)")));
    let found = found.and_then(|found| found.ok().flatten());
    let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else { return };
    event.prevent_default();
    match found.tag_name().as_str() {
        "TEXTAREA" => drop(found.focus()),
        _ => found.click(),
    }
}

fn switched(event: Event) {
    let button = element(&event).and_then(|target| target.closest("[data-keys]").ok().flatten());
    let (Some(_), Some(kept)) = (button, window().local_storage().ok().flatten()) else { return };
    let _ = if are_off() { kept.remove_item(OFF) } else { kept.set_item(OFF, "yes") };
    tell();
}

/// Says at the button what it does now.
fn tell() {
    let Ok(Some(line)) = document().query_selector("[data-keys-on]") else { return };
    let Ok(Some(button)) = line.query_selector("[data-keys]") else { return };
    let name = if are_off() { "data-keys-on" } else { "data-keys-off" };
    let words = line.get_attribute(name).unwrap_or_default();
    if button.text_content().as_deref() != Some(words.as_str()) {
        button.set_text_content(Some(&words));
    }
    let _ = line.remove_attribute("hidden");
}
