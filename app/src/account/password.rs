//! Changing one's password.

use super::call;
use super::text as words;
use crate::form::FormState;
use crate::path;
use crate::ui::{Card, Crumb, FormFields, Notice, PageHead, TextField, lang, load};
use crate::wire::reads;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub fn PasswordPage() -> impl IntoView {
    let query = use_query_map();
    let page = load(
        reads!(call::PasswordPage { outcome }),
        move || vec![query.read().get("problem").unwrap_or_default()],
        |data| view! { <PasswordForm data /> },
    );
    view! { <main id="main" class="alone">{page}</main> }
}

#[component]
fn PasswordForm(data: call::PasswordData) -> impl IntoView {
    let lang = lang();
    let state = FormState { problems: data.problems, ..FormState::default() };
    let done = data.done;
    view! {
        <PageHead title=words::password_title(lang)
            crumbs=vec![Crumb::link(lang.pick("首页", "Home"), path::home()), Crumb::here(words::password_title(lang))] />
        {done.then(|| view! { <Notice kind="ok">{words::password_changed(lang)}</Notice> })}
        {data.must_change.then(|| view! { <Notice kind="warn">{words::password_must_change(lang)}</Notice> })}
        <Card>
            <form method="post" action="/_/password">
                <FormFields state>
                    <TextField name="now" label=words::password_now(lang) required=true kind="password" autocomplete="current-password" />
                    <TextField name="new" label=words::password_new(lang) hint=words::password_hint(lang) required=true kind="password" autocomplete="new-password" />
                    <TextField name="again" label=words::password_again(lang) required=true kind="password" autocomplete="new-password" />
                    <div class="form-acts"><button class="btn go">{words::password_save(lang)}</button></div>
                </FormFields>
            </form>
        </Card>
    }
}
