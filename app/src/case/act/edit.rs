//! The page of an act's form: gates first, then the fields, then what will follow.

use super::call;
use crate::case::page::FormView;
use crate::case::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Crumb, FormFields, Hidden, Notice, PageHead, draw, explained, how_to, lang, load};
use crate::wire::reads;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// 登记线索, and what else begins a case
#[component]
pub fn NewCluePage() -> impl IntoView {
    page(true)
}

/// The form of one act of a case.
#[component]
pub fn ActPage() -> impl IntoView {
    page(false)
}

fn page(new: bool) -> AnyView {
    let bureau = bureau_of_page();
    let params = use_params_map();
    let query = use_query_map();
    let key = move || {
        let (params, query) = (params.read(), query.read());
        let asked = |name: &str| query.get(name).unwrap_or_default();
        let begins = || match asked("act").as_str() {
            "penalise_on_the_spot" => "penalise_on_the_spot".to_owned(),
            _ => "register_clue".to_owned(),
        };
        let act = if new { begins() } else { params.get("act").unwrap_or_default() };
        vec![
            bureau.get(),
            params.get("case").unwrap_or_default(),
            act,
            asked("party"),
            // A clue may be about an establishment of the register.
            asked(if new { "establishment" } else { "entry" }),
            asked("draft"),
        ]
    };
    load(
        reads!(call::ActForm { bureau, case, act, party, entry, draft }),
        key,
        move |data| view! { <ActFormView data slug=bureau.get_untracked() /> },
    )
}

#[component]
fn ActFormView(data: FormView, slug: String) -> impl IntoView {
    let lang = lang();
    let name = if data.proposes {
        format!("{}{}", words::propose(lang), data.act_name)
    } else {
        data.act_name.clone()
    };
    let mut crumbs = vec![
        Crumb::link(lang.pick("首页", "Home"), path::desk(&slug)),
        Crumb::link(words::cases(lang), path::cases(&slug)),
    ];
    if !data.case.is_empty() {
        crumbs.push(Crumb::link(data.number.clone(), path::case(&slug, &data.case)));
    }
    crumbs.push(Crumb::here(name.clone()));
    let back = if data.case.is_empty() { path::desk(&slug) } else { path::case(&slug, &data.case) };
    let refused = data.refusal.clone().map(|refusal| {
        view! { <Notice kind="warn"><b>{words::refused_now(lang)}</b> " " {explained(refusal)}</Notice> }
    });
    let moved = (!data.moved.is_empty()).then(|| {
        let lines = data.moved.clone().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <Notice kind="danger">{words::moved(lang)}<ul>{lines}</ul></Notice> }
    });
    let sent_back = data.sent_back.clone().map(|reason| {
        view! { <Notice kind="warn">{words::sent_back(lang)} ": " {reason}</Notice> }
    });
    let starts = data.starts.clone().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let state = data.state.clone();
    let fields = data.fields.iter().map(|field| draw(field, &data.state)).collect_view();
    let carried = data
        .carried
        .clone()
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=format!("form[{name}]") value=value /> })
        .collect_view();
    let to_onward = data.onward.then(|| {
        view! {
            <Notice kind="warn">
                <div>{words::to_ordinary_hint(lang)}</div>
                <div><a href="#f-onward">{words::to_ordinary(lang)}</a></div>
            </Notice>
        }
    });
    // Behind the act's own button, which is the one that Enter presses.
    let onward = data.onward.then(|| {
        let to = "/_/api/carry-over";
        view! { <button class="btn" id="f-onward" formaction=to>{words::to_ordinary(lang)}</button> }
    });
    let help = path::help_entry("act", &data.act);
    let hint = data.proposes.then(|| words::proposes_hint(lang));
    view! {
        <PageHead title=name.clone() small=data.title.clone() crumbs=crumbs>
            {how_to(help)}
        </PageHead>
        {refused}{moved}{sent_back}{to_onward}
        <Card>
            <form method="post" action="/_/api/case-act" data-preview="/_/api/act-preview">
                <input type="hidden" name="bureau" value=slug />
                <input type="hidden" name="case" value=data.case.clone() />
                <input type="hidden" name="act" value=data.act.clone() />
                <input type="hidden" name="party" value=data.party.clone() />
                <FormFields state=state.clone()>
                    <Hidden name="seq" value=data.seq.to_string() />
                    <Hidden name="entry" value=state.value("entry") />
                    {carried}
                    <div class="grid-form">{fields}</div>
                    <div class="foreseen" role="status" hidden=data.starts.is_empty()>
                        <h2>{words::will_start(lang)}</h2>
                        <ul data-foreseen="">{starts}</ul>
                    </div>
                    <p class="sub">{hint}{data.consequence}</p>
                    <div class="form-acts">
                        <button class="btn go">{name}</button>
                        {onward}
                        <a class="btn" href=back>{crate::text::cancel(lang)}</a>
                    </div>
                </FormFields>
            </form>
        </Card>
    }
}
