//! The form of an establishment, new or kept.

use super::call::{self, FormData};
use super::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{
    Card, Crumb, FormFields, Hidden, PageHead, SelectField, TextArea, TextField, how_to, lang, load,
};
use crate::wire::reads;
use domain::establishment::Column;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub fn NewPage() -> impl IntoView {
    view! { <EditPage /> }
}

#[component]
pub fn EditPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let params = use_params_map();
    let query = use_query_map();
    let key = move || {
        let query = query.read();
        let asked = |name: &str| query.get(name).unwrap_or_default();
        vec![bureau.get(), params.read().get("id").unwrap_or_default(), asked("licence"), asked("draft")]
    };
    load(reads!(call::EstablishmentForm { bureau, id, licence, draft }), key, move |data| {
        form(&bureau.get_untracked(), data)
    })
}

fn form(bureau: &str, data: FormData) -> impl IntoView + use<> {
    let lang = lang();
    let is_new = data.id.is_empty();
    let title = if is_new { words::add(lang).to_owned() } else { data.name };
    let back = if is_new { path::establishments(bureau) } else { path::establishment(bureau, &data.id) };
    let crumbs = vec![
        Crumb::link(lang.pick("首页", "Home"), path::desk(bureau)),
        Crumb::link(words::title(lang), path::establishments(bureau)),
        Crumb::here(title.clone()),
    ];
    let slug = bureau.to_owned();
    let label = move |column: Column| column.title(lang);
    let (version, licence) = (data.form.value("version"), data.form.value("licence"));
    let save = if is_new { words::save_new(lang) } else { words::save_change(lang) };
    view! {
        <PageHead title crumbs>{how_to(path::help_entry("form", "establishment"))}</PageHead>
        <Card>
            <form method="post" action="/_/api/save-establishment">
                <input type="hidden" name="bureau" value=slug />
                <input type="hidden" name="id" value=data.id />
                <FormFields state=data.form>
                    <Hidden name="version" value=version />
                    <Hidden name="licence" value=licence />
                    <div class="grid-form">
                        <TextField name="name" label=label(Column::Name) required=true />
                        <TextField name="credit_code" label=label(Column::CreditCode) />
                        <SelectField name="industry" label=label(Column::Industry) required=true options=data.industries />
                        <TextField name="licence_kind" label=label(Column::LicenceKind) />
                        <TextField name="licence_number" label=label(Column::LicenceNumber) />
                        <TextField name="issued_on" label=label(Column::IssuedOn) hint=words::day_hint(lang) />
                        <TextField name="expires_on" label=label(Column::ExpiresOn) hint=words::expiry_hint(lang) />
                        <TextField name="legal_representative" label=label(Column::LegalRepresentative) />
                        <TextField name="phone" label=label(Column::Phone) hint=words::phone_hint(lang) kind="tel" />
                        <TextField name="address" label=label(Column::Address) />
                        <TextField name="town" label=label(Column::Town) />
                        <TextField name="registration_number" label=label(Column::RegistrationNumber) />
                        <TextArea name="remark" label=label(Column::Remark) />
                    </div>
                    <div class="form-acts">
                        <button class="btn go">{save}</button>
                        <a class="btn" href=back>{crate::text::cancel(lang)}</a>
                    </div>
                </FormFields>
            </form>
        </Card>
    }
}
