//! The palette and the sheet of keys: a dialog of the page, into which the server's piece of HTML is put.
//!
//! A combobox with a list below: typing narrows it, the arrows choose, Enter goes there; what is no command is searched
//! for by the form itself. The browser gives the focus back when the dialog closes.

use super::enhance::{all, first, on};
use leptos::prelude::document;
use leptos::server_fn::redirect::call_redirect_hook;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlDialogElement, HtmlElement, HtmlFormElement, HtmlInputElement, KeyboardEvent,
    XmlHttpRequest,
};

/// Where what the keys do is told.
pub const KEYS: &str = "/_/keys";

/// Begins to listen.
pub fn listen_to_palette() {
    on(&document(), "input", narrow);
    on(&document(), "click", clicked);
}

/// The address of this page's commands: that of its help says which page it is.
pub fn commands() -> String {
    let help = first("[data-help]").and_then(|help| help.get_attribute("href")).unwrap_or_default();
    help.replace("/help", "/palette")
}

/// Opens the dialog with what stands at an address; one that is open stays as it is.
pub fn open(from: &str) {
    let Some(dialog) = dialog().filter(|dialog| !dialog.open()) else { return };
    let Ok(asking) = XmlHttpRequest::new() else { return };
    let answer = asking.clone();
    on(&asking, "load", move |_| {
        if answer.status() == Ok(200) {
            dialog.set_inner_html(&answer.response_text().ok().flatten().unwrap_or_default());
            let _ = dialog.show_modal();
            choose(0);
        }
    });
    if asking.open("GET", from).is_ok() {
        let _ = asking.send();
    }
}

/// Whether the dialog stands open, in front of the page.
pub fn is_open() -> bool {
    dialog().is_some_and(|dialog| dialog.open())
}

fn dialog() -> Option<HtmlDialogElement> {
    first("dialog.palette")?.dyn_into().ok()
}

/// The lines of the list that are shown.
fn lines() -> Vec<Element> {
    all("#commands [role='option']:not([hidden])")
}

fn chosen() -> Option<Element> {
    first("#commands [aria-selected='true']")
}

/// Chooses a line by its place among those that are shown.
fn choose(at: usize) {
    if let Some(before) = chosen() {
        let _ = before.set_attribute("aria-selected", "false");
    }
    let Some(field) = first("#command") else { return };
    match lines().get(at) {
        Some(line) => {
            let _ = line.set_attribute("aria-selected", "true");
            let _ = field.set_attribute("aria-activedescendant", &line.id());
            line.scroll_into_view_with_bool(false);
        }
        None => drop(field.remove_attribute("aria-activedescendant")),
    }
}

/// Shows the lines in which every word stands.
fn narrow(event: Event) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field.filter(|field| field.id() == "command") else { return };
    let typed = field.value().to_ascii_lowercase();
    for line in all("#commands [data-to]") {
        let found_by = line.get_attribute("data-found-by").unwrap_or_default();
        let fits = typed.split(' ').all(|word| found_by.contains(word));
        let _ = line.toggle_attribute_with_force("hidden", !fits);
    }
    choose(0);
    if let Some(told) = first("dialog [data-none]") {
        let none = chosen().is_none_or(|line| !line.has_attribute("data-to"));
        let words = told.get_attribute("data-none").filter(|_| none);
        told.set_text_content(words.as_deref());
    }
}

/// The keys of the field; whether this was one of them.
pub fn pressed(key: &KeyboardEvent) -> bool {
    let field = key.target().and_then(|target| target.dyn_into::<Element>().ok());
    if key.is_composing() || field.is_none_or(|field| field.id() != "command") {
        return false;
    }
    let lines = lines();
    let at = lines.iter().position(|line| line.get_attribute("aria-selected").as_deref() == Some("true"));
    let (at, last) = (at.unwrap_or(0), lines.len().saturating_sub(1));
    match key.key().as_str() {
        "ArrowDown" => choose(if at == last { 0 } else { at + 1 }),
        "ArrowUp" => choose(if at == 0 { last } else { at - 1 }),
        // Without a command the form is sent: it searches.
        "Enter" if chosen().is_some_and(|line| line.has_attribute("data-to")) => go(chosen()),
        _ => return false,
    }
    key.prevent_default();
    true
}

fn clicked(event: Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let near = |selector: &str| target.as_ref().and_then(|target| target.closest(selector).ok().flatten());
    match (near("[data-palette]"), near("#commands [role='option']")) {
        (Some(_), _) => open(&commands()),
        (None, Some(line)) => go(Some(line)),
        _ => {}
    }
}

/// Goes where a line leads: to its page, into the help beside this page, or to the search.
fn go(line: Option<Element>) {
    let Some(line) = line else { return };
    match line.get_attribute("data-to") {
        Some(to) => {
            if let Some(dialog) = dialog() {
                dialog.close();
            }
            if to.starts_with("/_/help") { press("[data-help]") } else { call_redirect_hook(&to) }
        }
        None => {
            let form = line.closest("form").ok().flatten();
            if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
                let _ = form.submit();
            }
        }
    }
}

/// Presses what is on the page.
pub fn press(selector: &str) {
    if let Some(found) = first(selector).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        found.click();
    }
}
