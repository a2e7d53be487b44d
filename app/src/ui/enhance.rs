//! What forms do more where a script listens; without one they are sent as they are.
//!
//! Listeners stand on the document, so that they serve whatever page is shown:
//! - `data-fill` on a button: takes `data-value` over into the field with that id;
//! - `data-preview` on a form: asks this address, while it is filled in, what would follow, and lists it in the
//!   element with `data-foreseen`;
//! - `data-keep` inside a form: its content is sent to this address while it is filled in, and the answer shown there;
//! - `data-left` with milliseconds: its text becomes `data-words` with the minutes that are left in place of `{}`, and at
//!   the end `data-over`;
//! - `data-stay` on a form: it is sent without leaving the page, which then follows where the answer leads;
//! - `data-upload` on a form with a file: sends it with its progress told in the element with `data-progress`.

use leptos::prelude::{document, set_interval, set_timeout, window};
use leptos::server_fn::redirect::call_redirect_hook;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, Event, FormData, HtmlFormElement, HtmlInputElement, ProgressEvent, UrlSearchParams,
    XmlHttpRequest,
};

/// How long nothing is typed before a preview is asked for.
const QUIET: Duration = Duration::from_millis(350);
/// How long nothing is typed before the form is kept.
const STILL: Duration = Duration::from_secs(2);
/// How often the time that is left is told anew.
const TICK: Duration = Duration::from_secs(5);
const MINUTE_MILLIS: i32 = 60_000;

thread_local! {
    /// The preview that is under way; a newer one ends it.
    static ASKING: RefCell<Option<XmlHttpRequest>> = const { RefCell::new(None) };
    /// How many times something was typed.
    static TYPED: RefCell<u32> = const { RefCell::new(0) };
}

/// Begins to listen.
pub fn listen() {
    on(&document(), "click", fill);
    on(&document(), "input", typed);
    on(&document(), "submit", upload);
    on(&document(), "submit", stay);
    set_interval(tell_left, TICK);
}

pub(super) fn on(target: &web_sys::EventTarget, name: &str, act: impl FnMut(Event) + 'static) {
    hear(target, name, Box::new(act));
}

/// Compiled once for all listeners.
fn hear(target: &web_sys::EventTarget, name: &str, act: Box<dyn FnMut(Event)>) {
    let heard = Closure::wrap(act);
    let _ = target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    heard.forget();
}

/// The first element that fits a selector.
pub(super) fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Every element that fits a selector, in the order of the page.
pub(super) fn all(selector: &str) -> Vec<Element> {
    let Ok(all) = document().query_selector_all(selector) else { return Vec::new() };
    (0..all.length()).filter_map(|nth| all.get(nth)?.dyn_into().ok()).collect()
}

/// Milliseconds since the page was opened, whatever the clock on the wall says.
fn here() -> i32 {
    window().performance().map_or(0, |clock| clock.now() as i32)
}

/// Tells the minutes that are left; an element seen for the first time is counted from now on.
fn tell_left() {
    for element in all("[data-left]") {
        let said = |name: &str| element.get_attribute(name).unwrap_or_default();
        let left: i32 = said("data-left").parse().unwrap_or(0);
        // As it was drawn, and when it was seen so.
        let since = match said("data-since").split_once(' ') {
            Some((drawn, since)) if drawn == said("data-left") => since.parse().unwrap_or(0),
            _ => {
                let _ = element.set_attribute("data-since", &format!("{left} {}", here()));
                here()
            }
        };
        let left = left - (here() - since);
        let minutes = (left + MINUTE_MILLIS - 1) / MINUTE_MILLIS;
        let words = match minutes > 0 {
            true => said("data-words").replace("{}", &minutes.to_string()),
            false => said("data-over"),
        };
        element.set_text_content(Some(&words));
    }
}

fn near(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

fn fill(event: Event) {
    let Some(button) = near(&event, "[data-fill]") else { return };
    let field = button.get_attribute("data-fill").and_then(|id| document().get_element_by_id(&id));
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else { return };
    field.set_value(&button.get_attribute("data-value").unwrap_or_default());
    let _ = field.focus();
    if let Some(form) = field.form() {
        preview(&form);
    }
}

fn typed(event: Event) {
    let Some(form) = near(&event, "form").and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
        return;
    };
    let now = TYPED.with_borrow_mut(|times| {
        *times += 1;
        *times
    });
    for (act, after) in [(preview as fn(&HtmlFormElement), QUIET), (keep, STILL)] {
        let form = form.clone();
        let then = move || {
            if TYPED.with_borrow(|times| *times == now) {
                act(&form);
            }
        };
        set_timeout(then, after);
    }
}

/// What a form would send.
fn content(form: &HtmlFormElement) -> Option<UrlSearchParams> {
    let fields = FormData::new_with_form(form).ok()?;
    UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()
}

fn send(asking: &XmlHttpRequest, to: &str, body: &UrlSearchParams) {
    if asking.open("POST", to).is_ok() {
        let _ = asking.set_request_header("Content-Type", "application/x-www-form-urlencoded");
        let _ = asking.send_with_opt_str(Some(&String::from(body.to_string())));
    }
}

fn keep(form: &HtmlFormElement) {
    let Ok(Some(told)) = form.query_selector("[data-keep]") else { return };
    let (Some(body), Ok(sending)) = (content(form), XmlHttpRequest::new()) else { return };
    let said = |name: &str| told.get_attribute(name).unwrap_or_default();
    body.append("kept_form", &said("data-form"));
    body.append("kept_subject", &said("data-subject"));
    let (answer, line) = (sending.clone(), told.clone());
    on(&sending, "load", move |_| {
        if answer.status() == Ok(200) {
            let words = answer.response_text().ok().flatten().unwrap_or_default();
            line.set_text_content(crate::wire::read::<String>(&words).as_deref());
        }
    });
    send(&sending, &said("data-keep"), &body);
}

fn preview(form: &HtmlFormElement) {
    let Some(to) = form.get_attribute("data-preview") else { return };
    let (Some(body), Ok(asking)) = (content(form), XmlHttpRequest::new()) else { return };
    let (answer, form) = (asking.clone(), form.clone());
    on(&asking, "load", move |_| {
        if answer.status() == Ok(200) {
            show(&form, &answer.response_text().ok().flatten().unwrap_or_default());
        }
    });
    send(&asking, &to, &body);
    if let Some(older) = ASKING.replace(Some(asking)) {
        let _ = older.abort();
    }
}

/// Lists the lines of an answer.
fn show(form: &HtmlFormElement, json: &str) {
    let Ok(Some(list)) = form.query_selector("[data-foreseen]") else { return };
    let lines = crate::wire::read::<Vec<String>>(json).unwrap_or_default();
    if let Some(around) = list.parent_element() {
        let _ = around.toggle_attribute_with_force("hidden", lines.is_empty());
    }
    list.set_text_content(None);
    for line in lines {
        if let Ok(item) = document().create_element("li") {
            item.set_text_content(Some(&line));
            let _ = list.append_child(&item);
        }
    }
}

fn upload(event: Event) {
    let Some(form) = near(&event, "form[data-upload]") else { return };
    let Ok(form) = form.dyn_into::<HtmlFormElement>() else { return };
    let (Ok(fields), Ok(sending)) = (FormData::new_with_form(&form), XmlHttpRequest::new()) else { return };
    let (Ok(Some(told)), Ok(upload)) = (form.query_selector("[data-progress]"), sending.upload()) else {
        return;
    };
    let words = |name: &str| told.get_attribute(name).unwrap_or_default();
    let (sent, read) = (words("data-progress"), words("data-then"));
    let (line, then) = (told.clone(), read.clone());
    on(&upload, "progress", move |event| {
        let Some(event) = event.dyn_ref::<ProgressEvent>().filter(|event| event.total() > 0.0) else {
            return;
        };
        // A whole number: writing fractions would cost ten kilobytes.
        let percent = (event.loaded() * 100.0 / event.total()) as u32;
        let words = if percent < 100 { sent.replace("{}", &percent.to_string()) } else { then.clone() };
        line.set_text_content(Some(&words));
    });
    let answer = sending.clone();
    on(&sending, "load", move |_| {
        // The server answered with the way to the page of what was found.
        let _ = window().location().set_href(&answer.response_url());
    });
    let plain = form.clone();
    on(&sending, "error", move |_| {
        let _ = plain.submit();
    });
    if sending.open("POST", &form.action()).is_ok() && sending.send_with_opt_form_data(Some(&fields)).is_ok()
    {
        event.prevent_default();
        let _ = told.set_attribute("aria-busy", "true");
    }
}

/// Sends a form and follows where its answer leads, by the router of the page.
fn stay(event: Event) {
    let Some(form) = near(&event, "form[data-stay]") else { return };
    let Ok(form) = form.dyn_into::<HtmlFormElement>() else { return };
    let (Some(body), Ok(sending)) = (content(&form), XmlHttpRequest::new()) else { return };
    event.prevent_default();
    // Sent once: until it is answered a second press does nothing.
    if form.has_attribute("aria-busy") {
        return;
    }
    let _ = form.set_attribute("aria-busy", "true");
    let (answer, plain) = (sending.clone(), form.clone());
    on(&sending, "load", move |_| {
        let to = answer.get_response_header("Location").ok().flatten();
        match to.filter(|_| answer.status() == Ok(200)) {
            Some(to) => call_redirect_hook(&to),
            // The page of the answer says what is wrong.
            None => drop(plain.submit()),
        }
        let _ = plain.remove_attribute("aria-busy");
    });
    let plain = form.clone();
    on(&sending, "error", move |_| drop(plain.submit()));
    if sending.open("POST", &form.action()).is_ok() {
        let _ = sending.set_request_header("Accept", "application/json");
        let _ = sending.set_request_header("Content-Type", "application/x-www-form-urlencoded");
        let _ = sending.send_with_opt_str(Some(&String::from(body.to_string())));
    }
}
