//! The page of the roll call.

use super::call::{self, RollLine, RollView};
use crate::desk::bureau_of_page;
use crate::training::words_of_roll as words;
use crate::ui::{Card, Crumb, Notice, PageHead, lang, load};
use crate::wire::reads;
use crate::worded::{Link, draw_buttons};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub fn RollCallPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let (params, query) = (use_params_map(), use_query_map());
    let key = move || {
        let (params, query) = (params.read(), query.read());
        let part = |name: &str| params.get(name).unwrap_or_default();
        vec![bureau.get(), part("id"), part("session"), query.get("done").unwrap_or_default()]
    };
    load(reads!(call::RollCall { bureau, class, session, done }), key, move |data| {
        roll(&bureau.get_untracked(), data)
    })
}

fn roll(bureau: &str, data: RollView) -> AnyView {
    let lang = lang();
    let crumb = |(words, to): Link| if to.is_empty() { Crumb::here(words) } else { Crumb::link(words, to) };
    let crumbs: Vec<Crumb> = data.crumbs.into_iter().map(crumb).collect();
    let done = (!data.done.is_empty()).then(|| view! { <Notice kind="ok">{data.done}</Notice> });
    let shut = !data.refusal.is_empty();
    let refusal = shut.then(|| view! { <Notice kind="warn">{data.refusal}</Notice> });
    let expected = data.lines.len();
    let count = words::count(lang).replacen("{}", &expected.to_string(), 1);
    let shown = count.replacen("{}", &data.came.to_string(), 1);
    let presences = data.presences;
    let lines = data.lines.into_iter().map(|one| line(one, &presences, shut)).collect_view();
    let add = (!data.add.is_empty()).then(|| view! { <a class="btn" href=data.add>{words::add(lang)}</a> });
    let send = (!shut).then(|| {
        view! {
            <div class="field">
                <label for="note">{words::leave_reason(lang)}</label>
                <input id="note" name="form[note]" type="text" maxlength="1000" autocomplete="off" />
            </div>
            <button class="btn go" data-plain="">{words::note_all(lang)}</button>
        }
    });
    let all = (!shut).then(|| {
        view! { <button type="button" class="btn" data-all="present">{words::all_present(lang)}</button> }
    });
    let buttons = draw_buttons(data.buttons);
    #[cfg(feature = "hydrate")]
    Effect::new(|_| crate::ui::begin_taps());
    view! {
        <PageHead title=data.title small=data.small crumbs>{add}</PageHead>
        {done}{refusal}
        <form method="post" action="/_/api/sign-in-class" class="roll" data-taps="/_/api/taps">
            <input type="hidden" name="bureau" value=bureau.to_owned() />
            <input type="hidden" name="class" value=data.class />
            <input type="hidden" name="session" value=data.session />
            <div class="roll-head">
                <b role="status" data-count=count>{shown}</b>
                <span role="status" data-unsent=words::unsent(lang) hidden></span>
                {all}
            </div>
            <ul>{lines}</ul>
            {send}
        </form>
        <Card title=words::session(lang)>{buttons}</Card>
    }
    .into_any()
}

fn line(data: RollLine, presences: &[(String, String)], shut: bool) -> AnyView {
    let lang = lang();
    let name = format!("form[presence_{}]", data.enrolment);
    let open = data.standing.is_empty() && data.said.is_empty() && !shut;
    let choices = open.then(|| {
        let choices = presences.iter().map(|(word, title)| {
            view! {
                <label><input type="radio" name=name.clone() value=word.clone() /><span>{title.clone()}</span></label>
            }
        });
        view! {
            <fieldset>
                <legend class="vh">{data.name.clone()}</legend>
                {choices.collect_view()}
            </fieldset>
        }
    });
    let correct =
        (!data.correct.is_empty()).then(|| view! { <a href=data.correct>{words::correct(lang)}</a> });
    view! {
        <li data-person=data.enrolment data-standing=data.standing>
            <span class="who"><b>{data.name}</b> <span class="sub">{data.under}</span></span>
            {choices}
            <span class="said" role="status">{data.said}</span>
            {correct}
        </li>
    }
    .into_any()
}
