//! Fields of a form: label above, hint, the problem beside it, what was typed always kept.

use super::{Icon, Shape, explained, lang};
use crate::form::{FormState, Keeping};
use crate::text;
use leptos::prelude::*;

/// Gives the fields below it their values and problems.
#[component]
pub fn FormFields(state: FormState, children: Children) -> impl IntoView {
    let token = state.token.clone();
    let keeping = state.keeping.clone();
    provide_context(state.clone());
    view! {
        <ErrorSummary state />
        {(!token.is_empty()).then(|| view! { <input type="hidden" name="form[token]" value=token /> })}
        {keeping.map(kept)}
        {children()}
    }
}

/// The way to what was kept before, and where is told that it is kept again.
fn kept(keeping: Keeping) -> AnyView {
    let before = (!keeping.to.is_empty())
        .then(|| view! { <p class="notice"><a href=keeping.to>{keeping.words}</a></p> });
    view! {
        {before}
        <p class="note kept" role="status" data-keep="/_/api/keep-form" data-form=keeping.form data-subject=keeping.subject></p>
    }
    .into_any()
}

/// All problems of the form, each leading to its field; takes the focus.
#[component]
pub fn ErrorSummary(state: FormState) -> impl IntoView {
    let lang = lang();
    (!state.problems.is_empty()).then(|| {
        let lines = state
            .problems
            .iter()
            .map(|problem| {
                let message = problem.message.clone();
                if problem.field.is_empty() {
                    let said = explained((message, problem.help.clone()));
                    view! { <li>{said}</li> }.into_any()
                } else {
                    view! { <li><a href=format!("#f-{}", problem.field)>{message}</a></li> }.into_any()
                }
            })
            .collect_view();
        view! {
            <div class="problems" role="alert" tabindex="-1" autofocus>
                <h2>{text::problems_title(lang)}</h2>
                <ul>{lines}</ul>
            </div>
        }
    })
}

fn state() -> FormState {
    use_context::<FormState>().unwrap_or_default()
}

/// The frame of one field: label, hint, control, problem.
fn framed(
    name: &str,
    label: String,
    hint: String,
    required: bool,
    wide: bool,
    control: AnyView,
) -> impl IntoView {
    let lang = lang();
    let problem = state().problem(name);
    let id = format!("f-{name}");
    let class = match (problem.is_some(), wide) {
        (true, true) => "field bad wide",
        (true, false) => "field bad",
        (false, true) => "field wide",
        (false, false) => "field",
    };
    view! {
        <div class=class>
            <label for=id.clone()>
                {label} " "
                <span class="need">{if required { text::required(lang) } else { text::optional(lang) }}</span>
            </label>
            {(!hint.is_empty()).then(|| view! { <span class="hint" id=format!("{id}-hint")>{hint}</span> })}
            {control}
            {problem.map(|message| view! {
                <span class="error" id=format!("{id}-error")><Icon shape=Shape::Warning />{message}</span>
            })}
        </div>
    }
}

fn described_by(name: &str, hint: &str) -> Option<String> {
    let problem = state().problem(name).is_some();
    let mut ids = Vec::new();
    if !hint.is_empty() {
        ids.push(format!("f-{name}-hint"));
    }
    if problem {
        ids.push(format!("f-{name}-error"));
    }
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// A line of text. `kind` is the input's type: `text`, `password`, `tel`, `search`.
#[component]
pub fn TextField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    #[prop(optional)] wide: bool,
    #[prop(default = "text")] kind: &'static str,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(optional)] inputmode: Option<&'static str>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let state = state();
    let bad = state.problem(name).is_some();
    let value = if kind == "password" { String::new() } else { state.value(name) };
    let control = view! {
        <input id=format!("f-{name}") name=format!("form[{name}]") type=kind value=value autocomplete=autocomplete
            inputmode=inputmode aria-required=required.then_some("true") aria-invalid=bad.then_some("true")
            aria-describedby=described_by(name, &hint) autofocus=autofocus />
    }
    .into_any();
    framed(name, label, hint, required, wide, control)
}

/// Several lines of text.
#[component]
pub fn TextArea(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let state = state();
    let bad = state.problem(name).is_some();
    let control = view! {
        <textarea id=format!("f-{name}") name=format!("form[{name}]") rows="4"
            aria-required=required.then_some("true") aria-invalid=bad.then_some("true")
            aria-describedby=described_by(name, &hint) inner_html=escaped(&state.value(name))></textarea>
    }
    .into_any();
    framed(name, label, hint, required, true, control)
}

/// One of a list; `options` are (value, words). The first, empty one asks to choose.
#[component]
pub fn SelectField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    options: Vec<(String, String)>,
) -> impl IntoView {
    select(name, label, hint, required, choices(options, &state().value(name)).into_any())
}

/// One of a long list, whose options stand under the names of their groups.
#[component]
pub fn GroupedSelect(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    groups: Vec<(String, Vec<(String, String)>)>,
) -> impl IntoView {
    let chosen = state().value(name);
    let group = |(group, options): (String, Vec<(String, String)>)| {
        view! { <optgroup label=group>{choices(options, &chosen)}</optgroup> }
    };
    select(name, label, hint, required, groups.into_iter().map(group).collect_view().into_any())
}

fn choices(options: Vec<(String, String)>, chosen: &str) -> impl IntoView + use<> {
    let choice = |(value, words): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    };
    options.into_iter().map(choice).collect_view()
}

fn select(
    name: &'static str,
    label: String,
    hint: String,
    required: bool,
    choices: AnyView,
) -> impl IntoView {
    let bad = state().problem(name).is_some();
    let control = view! {
        <select id=format!("f-{name}") name=format!("form[{name}]") aria-required=required.then_some("true")
            aria-invalid=bad.then_some("true") aria-describedby=described_by(name, &hint)>
            <option value="">{lang().pick("请选择", "Choose")}</option>
            {choices}
        </select>
    }
    .into_any();
    framed(name, label, hint, required, false, control)
}

/// A box to tick; ticked sends `yes`.
#[component]
pub fn CheckField(name: &'static str, #[prop(into)] label: String) -> impl IntoView {
    let checked = state().value(name) == "yes";
    view! {
        <div class="field choices">
            <label><input type="checkbox" id=format!("f-{name}") name=format!("form[{name}]") value="yes" checked=checked />{label}</label>
        </div>
    }
}

/// A value that travels with the form unseen.
#[component]
pub fn Hidden(name: &'static str, #[prop(into)] value: String) -> impl IntoView {
    view! { <input type="hidden" name=format!("form[{name}]") value=value /> }
}

/// Text as the content of an element. A text area holds no marks, by which the browser would find a child.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
