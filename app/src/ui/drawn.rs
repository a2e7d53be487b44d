//! Fields that the server words: label above, hint, control, the problem beside it. The browser draws any
//! form with this code.

use super::{Icon, Shape, escaped, lang};
use crate::form::FormState;
use crate::text;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A choice of a list: value and words.
pub type Choices = Vec<(String, String)>;

/// How a field is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldKind {
    /// One line; its options are values to take over by a click.
    Line,
    Area,
    /// A file; the form is sent with it.
    File,
    Select,
    Check,
    /// Several boxes under one heading; each is sent as `name_value`.
    Boxes,
    /// A row of short lines under one heading; each is sent as `name_value`.
    Cells,
    /// A heading with lines of text below.
    Note,
}

/// One field of a form, its words made on the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    pub kind: FieldKind,
    pub name: String,
    pub label: String,
    pub hint: String,
    pub required: bool,
    pub options: Choices,
}

/// One field with what was typed into it.
pub fn draw(field: &Field, state: &FormState) -> AnyView {
    let Field { kind, name, label, hint, required, options } = field.clone();
    let (value, problem) = (state.value(&name), state.problem(&name));
    let id = format!("f-{name}");
    let sent = format!("form[{name}]");
    let bad = problem.is_some();
    let described = described(&id, &hint, bad);
    let must = required.then_some("true");
    let invalid = bad.then_some("true");
    let control = match kind {
        FieldKind::Cells => return cells(field, state),
        FieldKind::Note => {
            let lines = options.into_iter().map(|(_, words)| view! { <li>{words}</li> }).collect_view();
            return view! {
                <div class="field wide"><span class="label">{label}</span><ul>{lines}</ul></div>
            }
            .into_any();
        }
        FieldKind::Check => {
            let checked = value == "yes";
            return view! {
                <div class="field choices">
                    <label><input type="checkbox" id=id name=sent value="yes" checked=checked />{label}</label>
                </div>
            }
            .into_any();
        }
        FieldKind::Boxes => {
            let boxes = options.into_iter().map(|(word, words)| {
                let checked = state.value(&format!("{name}_{word}")) == "yes";
                view! {
                    <label><input type="checkbox" name=format!("form[{name}_{word}]") value="yes" checked=checked aria-invalid=invalid />{words}</label>
                }
            });
            return view! {
                <fieldset class="field wide boxes" id=id.clone() tabindex="-1" aria-describedby=described>
                    <legend>{label}</legend>
                    {hinted(&id, hint)}
                    <div class="choices">{boxes.collect_view()}</div>
                    {wrong(&id, problem)}
                </fieldset>
            }
            .into_any();
        }
        FieldKind::Line => {
            let input = view! {
                <input id=id.clone() name=sent type="text" value=value autocomplete="off" aria-required=must
                    aria-invalid=invalid aria-describedby=described />
            };
            if options.is_empty() { input.into_any() } else { offered(&id, options, input.into_any()) }
        }
        FieldKind::File => {
            view! { <input type="file" id=id.clone() name=sent accept=".csv,text/csv" aria-invalid=invalid aria-describedby=described /> }
                .into_any()
        }
        FieldKind::Area => view! {
            <textarea id=id.clone() name=sent rows="4" aria-required=must aria-invalid=invalid
                aria-describedby=described inner_html=escaped(&value)></textarea>
        }
        .into_any(),
        FieldKind::Select => {
            let choices = options.into_iter().map(|(word, words)| {
                // What has no word is shown with its reason and cannot be chosen.
                let shut = word.is_empty();
                let selected = !shut && word == value;
                view! { <option value=word selected=selected disabled=shut>{words}</option> }
            });
            let choices = choices.collect_view();
            view! {
                <select id=id.clone() name=sent aria-required=must aria-invalid=invalid aria-describedby=described>
                    <option value="">{lang().pick("请选择", "Choose")}</option>
                    {choices}
                </select>
            }
            .into_any()
        }
    };
    let class = match (bad, kind == FieldKind::Area) {
        (true, true) => "field bad wide",
        (true, false) => "field bad",
        (false, true) => "field wide",
        (false, false) => "field",
    };
    let need = if required { text::required(lang()) } else { text::optional(lang()) };
    let (hint, problem) = (hinted(&id, hint), wrong(&id, problem));
    view! {
        <div class=class>
            <label for=id>{label} " " <span class="need">{need}</span></label>
            {hint}{control}{problem}
        </div>
    }
    .into_any()
}

/// A row of short lines: a problem of the row stands below it, one of a line beside that.
fn cells(field: &Field, state: &FormState) -> AnyView {
    let Field { name, label, hint, options, .. } = field.clone();
    let (id, problem) = (format!("f-{name}"), state.problem(&name));
    let described_row = described(&id, &hint, problem.is_some());
    let lines = options.into_iter().map(|(word, words)| {
        let own = format!("{name}_{word}");
        let (value, problem) = (state.value(&own), state.problem(&own));
        let (id, sent) = (format!("f-{own}"), format!("form[{own}]"));
        let (described, invalid) =
            (described(&id, "", problem.is_some()), problem.is_some().then_some("true"));
        view! {
            <div class="field">
                <label for=id.clone()>{words}</label>
                <input id=id.clone() name=sent type="text" value=value autocomplete="off" inputmode="decimal"
                    aria-invalid=invalid aria-describedby=described />
                {wrong(&id, problem)}
            </div>
        }
    });
    let lines = lines.collect_view();
    view! {
        <fieldset class="field wide" id=id.clone() tabindex="-1" aria-describedby=described_row>
            <legend>{label}</legend>
            {hinted(&id, hint)}
            <div class="cells">{lines}</div>
            {wrong(&id, problem)}
        </fieldset>
    }
    .into_any()
}

/// A line with values to take over by a click; shown where a script listens.
fn offered(id: &str, options: Choices, input: AnyView) -> AnyView {
    let buttons = options.into_iter().map(|(value, words)| {
        view! { <button type="button" class="btn" data-fill=id.to_owned() data-value=value>{words}</button> }
    });
    view! { <span class="offered">{input}{buttons.collect_view()}</span> }.into_any()
}

fn hinted(id: &str, hint: String) -> Option<AnyView> {
    let id = format!("{id}-hint");
    (!hint.is_empty()).then(|| view! { <span class="hint" id=id>{hint}</span> }.into_any())
}

fn wrong(id: &str, problem: Option<String>) -> Option<AnyView> {
    let id = format!("{id}-error");
    problem.map(|message| {
        view! { <span class="error" id=id><Icon shape=Shape::Warning />{message}</span> }.into_any()
    })
}

fn described(id: &str, hint: &str, bad: bool) -> Option<String> {
    let hint = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let error = bad.then(|| format!("{id}-error"));
    let ids: Vec<String> = hint.into_iter().chain(error).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
