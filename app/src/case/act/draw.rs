//! Draws any field of an act's form: label above, hint, control, the problem beside it.

use crate::case::page::{Field, FieldKind};
use crate::form::FormState;
use crate::text;
use crate::ui::{Icon, Shape, escaped, lang};
use leptos::prelude::*;

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
        FieldKind::Line => view! {
            <input id=id.clone() name=sent type="text" value=value autocomplete="off" aria-required=must
                aria-invalid=invalid aria-describedby=described />
        }
        .into_any(),
        FieldKind::Area => view! {
            <textarea id=id.clone() name=sent rows="4" aria-required=must aria-invalid=invalid
                aria-describedby=described inner_html=escaped(&value)></textarea>
        }
        .into_any(),
        FieldKind::Select => {
            let choices = options.into_iter().map(|(word, words)| {
                let selected = word == value;
                view! { <option value=word selected=selected>{words}</option> }
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
    let hint = (!hint.is_empty()).then(|| view! { <span class="hint" id=format!("{id}-hint")>{hint}</span> });
    let problem = problem.map(|message| {
        view! { <span class="error" id=format!("{id}-error")><Icon shape=Shape::Warning />{message}</span> }
    });
    view! {
        <div class=class>
            <label for=id>{label} " " <span class="need">{need}</span></label>
            {hint}{control}{problem}
        </div>
    }
    .into_any()
}

fn described(id: &str, hint: &str, bad: bool) -> Option<String> {
    let hint = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let error = bad.then(|| format!("{id}-error"));
    let ids: Vec<String> = hint.into_iter().chain(error).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
