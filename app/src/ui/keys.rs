//! Keys that press what is on the page: `data-key` on a button, a link or a field names the letter; a field takes the
//! focus. `j` and `k` move through the rows of a list, `?` opens the sheet of keys, Ctrl K the palette.
//!
//! Silent while something is typed, while an input method composes, and when switched off by the button `data-keys`,
//! which is shown only where a script listens and remembers it in the browser. F1 alone always works: it opens the help
//! of the page beside it.

use super::enhance::{all, first, on};
use super::palette;
use leptos::prelude::{document, set_interval, window};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Where it is remembered that the keys are off.
const OFF: &str = "keys-off";
/// How often a page that has come is told of.
const LOOK: Duration = Duration::from_millis(500);

/// The link of each row of a list.
const ROWS: &str = "main tbody tr > :first-child > a, main .hits li > a:first-child";

/// Begins to listen.
pub fn listen_to_keys() {
    palette::listen_to_palette();
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
    if key.is_composing() || palette::pressed(key) {
        return;
    }
    let letter = key.key();
    let is_command = (key.ctrl_key() || key.meta_key()) && !key.alt_key() && !key.shift_key();
    match letter.as_str() {
        // The browser's own help is of no use here; typing goes on in the field.
        "F1" => palette::press("[data-help]"),
        "k" | "K" if is_command && !are_off() => palette::open(&palette::commands()),
        _ => return plain(&event, key, &letter),
    }
    event.prevent_default();
}

/// A key by itself, while nothing is typed.
fn plain(event: &Event, key: &KeyboardEvent, letter: &str) {
    let is_held = key.ctrl_key() || key.alt_key() || key.meta_key() || key.repeat();
    let types = element(event).and_then(|target| target.closest("input, textarea, select").ok().flatten());
    if is_held || types.is_some() || letter.len() != 1 || are_off() || palette::is_open() {
        return;
    }
    let is_named = letter.chars().all(|one| one.is_ascii_lowercase() || one == '/');
    let found = is_named.then(|| document().query_selector(&format!("[data-key='{letter}']:not(:disabled)")));
    let found = found.and_then(|found| found.ok().flatten());
    match (found.and_then(|found| found.dyn_into::<HtmlElement>().ok()), letter) {
        (Some(found), _) if matches!(found.tag_name().as_str(), "TEXTAREA" | "INPUT") => drop(found.focus()),
        (Some(found), _) => found.click(),
        (None, "j") => step(1),
        (None, "k") => step(-1),
        (None, "?") => palette::open(palette::KEYS),
        _ => return,
    }
    event.prevent_default();
}

/// Moves the focus to the link of the next row of the page's lists, or of the one before; Enter opens it.
fn step(by: i32) {
    let links = all(ROWS);
    let here = document().active_element();
    let at = links.iter().position(|link| here.as_ref() == Some(link));
    let to = at.map_or(0, |at| at as i32 + by);
    let link = usize::try_from(to).ok().and_then(|to| links.into_iter().nth(to));
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
    }
}

fn switched(event: Event) {
    let button = element(&event).and_then(|target| target.closest("[data-keys]").ok().flatten());
    let (Some(_), Some(kept)) = (button, window().local_storage().ok().flatten()) else { return };
    let _ = if are_off() { kept.remove_item(OFF) } else { kept.set_item(OFF, "yes") };
    tell();
}

/// Shows the way into the palette where it works, and says at the button what it does now.
fn tell() {
    if let Some(way) = first("[data-palette]") {
        let _ = way.toggle_attribute_with_force("hidden", are_off());
    }
    for line in all("[data-keys-on]") {
        let Ok(Some(button)) = line.query_selector("[data-keys]") else { continue };
        let name = if are_off() { "data-keys-on" } else { "data-keys-off" };
        let words = line.get_attribute(name).unwrap_or_default();
        if button.text_content().as_deref() != Some(words.as_str()) {
            button.set_text_content(Some(&words));
        }
        let _ = line.remove_attribute("hidden");
    }
}
