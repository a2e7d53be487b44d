//! The bar that stays over a case.

use super::list::Due;
use super::page::{CaseView, StepLine};
use super::text as words;
use crate::ui::lang;
use leptos::prelude::*;

#[component]
pub(super) fn Bar(data: CaseView) -> impl IntoView {
    let lang = lang();
    let penalty = if data.penalty.is_empty() { words::no_penalty_yet(lang).to_owned() } else { data.penalty };
    let terms = data.terms.into_iter();
    let terms =
        terms.map(|(name, badge)| view! { <div><dt>{name}</dt><dd><Due badge /></dd></div> }).collect_view();
    let standing = data.standing.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let standing = (!standing.is_empty())
        .then(|| view! { <ul class="standing" aria-label=words::parties(lang)>{standing}</ul> });
    let steps = data.steps.into_iter().map(step).collect_view();
    view! {
        <div class="bar-wrap card">
            <dl class="bar">
                <div><dt>{words::intended(lang)}</dt><dd>{penalty}</dd></div>
                <div><dt>{words::certified(lang)}</dt><dd>{data.officers}</dd></div>
                {terms}
            </dl>
            <ol class="steps">{steps}</ol>
            <div class="steps-short">{data.step_short}</div>
            {standing}
        </div>
    }
}

fn step(step: StepLine) -> impl IntoView {
    let now = step.class == "now";
    let hidden = (step.class == "na")
        .then(|| view! { <span class="vh">{lang().pick("（不适用）", " (not applicable)")}</span> });
    view! { <li class=step.class aria-current=now.then_some("step")>{step.name}{hidden}</li> }
}
