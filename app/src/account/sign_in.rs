//! The sign-in page: a plain form, the same with and without JavaScript.

use super::call::{self, SignInData};
use super::text as words;
use crate::desk::Switches;
use crate::form::{FormState, Problem};
use crate::text;
use crate::ui::{Card, FormFields, TextField, lang, load};
use crate::wire::reads;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

#[component]
pub fn SignInPage() -> impl IntoView {
    let query = use_query_map();
    let key = move || {
        let query = query.read();
        vec![query.get("next").unwrap_or_default(), query.get("problem").unwrap_or_default()]
    };
    let page = load(reads!(call::SignInPage { next, problem }), key, |data| view! { <SignIn data /> });
    view! { <main id="main" class="alone">{page}</main> }
}

#[component]
fn SignIn(data: SignInData) -> impl IntoView {
    let lang = lang();
    let problems = data.problem.iter().map(|message| Problem::of("name", message.clone())).collect();
    let state = FormState {
        values: [("name".to_owned(), data.name.clone())].into(),
        problems,
        ..FormState::default()
    };
    let next = data.next.clone();
    view! {
        <Title text=format!("{} · {}", words::sign_in(lang), text::product(lang)) />
        <p class="brand">{text::product(lang)} <span class="sub">{text::product_line(lang)}</span></p>
        <Card>
            <h1>{words::sign_in(lang)}</h1>
            <form method="post" action="/_/sign-in">
                <FormFields state>
                    <input type="hidden" name="form[next]" value=data.next />
                    <TextField name="name" label=words::sign_in_name(lang) required=true autocomplete="username" autofocus=true />
                    <TextField name="password" label=words::password(lang) required=true kind="password" autocomplete="current-password" />
                    <div class="form-acts"><button class="btn go">{words::sign_in(lang)}</button></div>
                </FormFields>
            </form>
            <p class="sub">{words::forgot(lang)}</p>
        </Card>
        <DemoAccounts accounts=data.demo next />
        <Switches />
    }
}

/// The accounts of a demo, to sign in by a click; nothing in a real installation.
#[component]
fn DemoAccounts(accounts: Vec<call::DemoAccount>, next: String) -> impl IntoView {
    let lang = lang();
    (!accounts.is_empty()).then(|| {
        let rows = accounts
            .into_iter()
            .map(|account| {
                view! {
                    <li>
                        <form method="post" action="/_/sign-in">
                            <input type="hidden" name="form[next]" value=next.clone() />
                            <input type="hidden" name="form[name]" value=account.work_number.clone() />
                            <input type="hidden" name="form[password]" value=account.password />
                            <button class="btn">{account.title}</button>
                            " " <span class="sub">{account.work_number}</span>
                        </form>
                    </li>
                }
            })
            .collect_view();
        view! {
            <Card title=words::demo_title(lang) small=words::demo_hint(lang)>
                <ul class="demo">{rows}</ul>
            </Card>
        }
    })
}
