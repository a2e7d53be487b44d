//! The page of a party's sealed numbers.

use super::call::{self, ContactView};
use crate::case::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Crumb, FormFields, PageHead, TextField, lang, load};
use crate::wire::reads;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub fn ContactPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let params = use_params_map();
    let query = use_query_map();
    let key = move || {
        let (params, query) = (params.read(), query.read());
        let of = |name: &str| params.get(name).unwrap_or_default();
        let asked = |name: &str| query.get(name).unwrap_or_default();
        vec![bureau.get(), of("case"), of("party"), asked("reason"), asked("draft")]
    };
    load(reads!(call::ContactPage { bureau, case, party, reason, draft }), key, move |data| {
        let (slug, params) = (bureau.get_untracked(), params.get_untracked());
        let of = |name: &str| params.get(name).unwrap_or_default();
        view! { <Contact data slug case=of("case") party=of("party") /> }
    })
}

#[component]
fn Contact(data: ContactView, slug: String, case: String, party: String) -> impl IntoView {
    let lang = lang();
    let title = words::contact(lang);
    let crumbs = vec![
        Crumb::link(words::cases(lang), path::cases(&slug)),
        Crumb::link(data.number.clone(), path::case(&slug, &case)),
        Crumb::here(title),
    ];
    let or_none = |text: &str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
    let here = path::case_contact(&slug, &case, &party);
    let enter = data.may_enter.then(|| view! {
        <Card title=words::enter_contact(lang)>
            <form method="post" action="/_/api/case-contact-seal">
                <input type="hidden" name="bureau" value=slug.clone() />
                <input type="hidden" name="case" value=case.clone() />
                <input type="hidden" name="party" value=party.clone() />
                <FormFields state=data.state.clone()>
                    <TextField name="id_number" label=words::id_number(lang) hint=words::sealed_hint(lang) />
                    <TextField name="phone" label=words::phone(lang) hint=words::sealed_hint(lang) />
                    <div class="form-acts"><button class="btn go">{crate::text::save(lang)}</button></div>
                </FormFields>
            </form>
        </Card>
    });
    let open = (data.may_open && !data.opened).then(|| {
        view! {
            <Card title=words::open_contact(lang)>
                <form method="get" action=here>
                    <div class="field">
                        <label for="f-reason">{words::open_reason(lang)}</label>
                        <span class="hint">{words::open_hint(lang)}</span>
                        <input id="f-reason" name="reason" required maxlength="200" />
                    </div>
                    <div class="form-acts"><button class="btn">{words::open_contact(lang)}</button></div>
                </form>
            </Card>
        }
    });
    view! {
        <PageHead title=title small=data.party.clone() crumbs=crumbs />
        <Card>
            <dl class="bar">
                <div><dt>{words::id_number(lang)}</dt><dd>{or_none(&data.id_number)}</dd></div>
                <div><dt>{words::phone(lang)}</dt><dd>{or_none(&data.phone)}</dd></div>
            </dl>
        </Card>
        {open}{enter}
    }
}
