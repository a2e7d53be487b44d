//! Choices of a form that are sent one by one, and kept in the browser while the net is away.
//!
//! A form with `data-taps` sends what is chosen in its radio groups `form[presence_…]` to that address a few seconds
//! later, so that a wrong tap can be tapped over; what was not answered stays and is sent when the net is back. A line
//! with `data-person` tells what became of it; `data-count` and `data-unsent` are told their numbers; a button with
//! `data-all` chooses a value for everybody who has none.

use super::enhance::on;
use crate::wire::read;
use leptos::prelude::{document, set_timeout, window};
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlFormElement, HtmlInputElement, NodeList, UrlSearchParams, XmlHttpRequest};

/// How long a tap can be tapped over before it is sent.
const OVER: Duration = Duration::from_secs(3);
/// How long until what was not answered is sent again.
const AGAIN: Duration = Duration::from_secs(10);
/// Begins the name of a radio group; the person's id follows.
const GROUP: &str = "form[presence_";

thread_local! {
    static LISTENS: Cell<bool> = const { Cell::new(false) };
    static WAITS: Cell<u32> = const { Cell::new(0) };
}

/// Begins with the page's form: what was kept is chosen again and sent.
pub fn begin_taps() {
    if !LISTENS.replace(true) {
        on(&document(), "change", chosen);
        on(&document(), "click", all);
        on(&window(), "online", |_| send());
    }
    for (person, value, _) in kept() {
        if let Some(radio) = find(&format!("input[name='{GROUP}{person}]'][value='{value}']")) {
            radio.set_checked(true);
        }
    }
    tell();
    send();
}

fn form() -> Option<HtmlFormElement> {
    document().query_selector("form[data-taps]").ok()??.dyn_into().ok()
}

fn find(selector: &str) -> Option<HtmlInputElement> {
    form()?.query_selector(selector).ok()??.dyn_into().ok()
}

fn every(selector: &str) -> Vec<Element> {
    let found: Option<NodeList> = form().and_then(|form| form.query_selector_all(selector).ok());
    let found = found.into_iter().flat_map(|list| (0..list.length()).filter_map(move |at| list.get(at)));
    found.filter_map(|node| node.dyn_into().ok()).collect()
}

fn hidden(name: &str) -> String {
    find(&format!("input[name='{name}']")).map(|input| input.value()).unwrap_or_default()
}

fn place() -> String {
    format!("taps/{}/{}", hidden("bureau"), hidden("session"))
}

/// A person, the value tapped, and when, in milliseconds.
type Tapped = (String, String, u64);

fn now() -> u64 {
    // A whole number: writing fractions would cost ten kilobytes.
    web_sys::js_sys::Date::now() as u64
}

/// What is not sent yet: person, value, when.
fn kept() -> Vec<Tapped> {
    let text =
        window().local_storage().ok().flatten().and_then(|kept| kept.get_item(&place()).ok().flatten());
    let lines = text.unwrap_or_default();
    let line = |line: &str| {
        let mut parts = line.split(' ');
        Some((parts.next()?.to_owned(), parts.next()?.to_owned(), parts.next()?.parse().ok()?))
    };
    lines.lines().filter_map(line).collect()
}

fn keep(taps: &[Tapped]) {
    let Some(kept) = window().local_storage().ok().flatten() else { return };
    let lines: Vec<String> =
        taps.iter().map(|(person, value, at)| format!("{person} {value} {at}")).collect();
    let _ = if lines.is_empty() {
        kept.remove_item(&place())
    } else {
        kept.set_item(&place(), &lines.join("\n"))
    };
    tell();
}

fn note(radio: &HtmlInputElement) {
    let name = radio.name();
    let Some(person) = name.strip_prefix(GROUP).and_then(|rest| rest.strip_suffix(']')) else { return };
    let mut taps = kept();
    taps.retain(|(other, _, _)| other != person);
    taps.push((person.to_owned(), radio.value(), now()));
    keep(&taps);
}

fn soon(after: Duration) {
    let turn = WAITS.get() + 1;
    WAITS.set(turn);
    let then = move || {
        if WAITS.get() == turn {
            send();
        }
    };
    set_timeout(then, after);
}

fn chosen(event: Event) {
    let radio = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(radio) = radio.filter(|radio| radio.name().starts_with(GROUP)) else { return };
    note(&radio);
    soon(OVER);
}

fn all(event: Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(button) = target.and_then(|target| target.closest("[data-all]").ok()?) else { return };
    let value = button.get_attribute("data-all").unwrap_or_default();
    for element in every(&format!("input[type=radio][value='{value}']")) {
        let Ok(radio) = element.dyn_into::<HtmlInputElement>() else { continue };
        if find(&format!("input[name='{}']:checked", radio.name())).is_none() {
            radio.set_checked(true);
            note(&radio);
        }
    }
    soon(OVER);
}

/// Tells how many are here and how many taps are not sent.
fn tell() {
    let Some(form) = form() else { return };
    let stand = every("[data-standing='present'], [data-standing='late']").len();
    let checked = every("input[value='present']:checked, input[value='late']:checked").len();
    let people = every("[data-person]").len();
    if let Ok(Some(count)) = form.query_selector("[data-count]") {
        let words = count.get_attribute("data-count").unwrap_or_default();
        let words =
            words.replacen("{}", &people.to_string(), 1).replacen("{}", &(stand + checked).to_string(), 1);
        count.set_text_content(Some(&words));
    }
    if let Ok(Some(unsent)) = form.query_selector("[data-unsent]") {
        let waiting = kept().len();
        let words = unsent.get_attribute("data-unsent").unwrap_or_default();
        unsent.set_text_content(Some(&words.replace("{}", &waiting.to_string())));
        let _ = unsent.toggle_attribute_with_force("hidden", waiting == 0);
    }
}

fn send() {
    let taps = kept();
    let (Some(form), Ok(sending), Ok(body)) = (form(), XmlHttpRequest::new(), UrlSearchParams::new()) else {
        return;
    };
    if taps.is_empty() {
        return;
    }
    let line = |(person, value, at): &Tapped| format!("{person}:{value}:{}", now().saturating_sub(*at));
    body.append("bureau", &hidden("bureau"));
    body.append("session", &hidden("session"));
    body.append("note", &hidden("form[note]"));
    body.append("taps", &taps.iter().map(line).collect::<Vec<_>>().join(","));
    let answer = sending.clone();
    on(&sending, "load", move |_| match answer.status() {
        Ok(200) => answered(&taps, &answer.response_text().ok().flatten().unwrap_or_default()),
        _ => soon(AGAIN),
    });
    on(&sending, "error", |_| soon(AGAIN));
    if sending.open("POST", &form.get_attribute("data-taps").unwrap_or_default()).is_ok() {
        let _ = sending.set_request_header("Content-Type", "application/x-www-form-urlencoded");
        let _ = sending.send_with_opt_str(Some(&String::from(body.to_string())));
    }
}

/// Forgets what was answered, unless it was tapped over meanwhile, and tells each line what stands.
fn answered(sent: &[Tapped], json: &str) {
    let answers = read::<Vec<(String, String, String)>>(json).unwrap_or_default();
    let mut rest = kept();
    rest.retain(|one| !sent.contains(one));
    for (person, outcome, words) in answers {
        let line = every(&format!("[data-person='{person}']")).into_iter().next();
        let Some(line) = line else { continue };
        let _ = line.set_attribute("data-outcome", &outcome);
        if let Ok(Some(said)) = line.query_selector(".said") {
            said.set_text_content(Some(&words));
        }
    }
    keep(&rest);
}
