//! One establishment.

use super::call::{self, ShowData};
use super::list::state_tag;
use super::text as words;
use crate::case::case_table;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Crumb, PageHead, Table, lang, load};
use crate::wire::reads;
use domain::establishment::Column;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub fn ShowPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let params = use_params_map();
    let key = move || vec![bureau.get(), params.read().get("id").unwrap_or_default()];
    load(reads!(call::Establishment { bureau, id }), key, move |data| show(&bureau.get_untracked(), data))
}

fn show(bureau: &str, data: ShowData) -> impl IntoView + use<> {
    let lang = lang();
    let crumbs = vec![
        Crumb::link(lang.pick("首页", "Home"), path::desk(bureau)),
        Crumb::link(words::title(lang), path::establishments(bureau)),
        Crumb::here(data.name.clone()),
    ];
    let facts = data
        .facts
        .into_iter()
        .map(|(column, value)| view! { <dt>{column.title(lang)}</dt><dd>{value}</dd> })
        .collect_view();
    let former = (!data.former_names.is_empty()).then(|| {
        let names = data.former_names.join(lang.pick("、", ", "));
        view! { <dt>{words::former_names(lang)}</dt><dd>{names}</dd> }
    });
    let edit = path::establishment_edit(bureau, &data.id);
    let may_edit = data.may_edit;
    let own = edit.clone();
    let licences = data
        .licences
        .into_iter()
        .enumerate()
        .map(|(at, licence)| {
            let act = may_edit.then(|| {
                view! { <a href=format!("{own}?licence={at}")>{words::edit_this(lang)}</a> }
            });
            view! {
                <tr>
                    <th scope="row">{licence.industry}</th>
                    <td>{licence.kind}</td>
                    <td>{licence.number}</td>
                    <td>{licence.issued_on}</td>
                    <td>{licence.expires_on}</td>
                    <td>{state_tag(licence.state)}</td>
                    <td>{act}</td>
                </tr>
            }
        })
        .collect_view();
    let titles =
        [Column::Industry, Column::LicenceKind, Column::LicenceNumber, Column::IssuedOn, Column::ExpiresOn];
    let mut head: Vec<&'static str> = titles.into_iter().map(|column| column.title(lang)).collect();
    head.extend([words::licence_state(lang), words::edit(lang)]);
    let act = may_edit.then(|| view! { <a class="btn go" href=edit>{words::edit(lang)}</a> });
    let against = path::new_case_against(bureau, &data.id);
    let accuse = data
        .may_register
        .then(|| view! { <a class="btn go" href=against>{crate::case::register_word(lang)}</a> });
    let spot = path::new_on_the_spot(bureau, &data.id);
    let penalise = data
        .may_register
        .then(|| view! { <a class="btn" href=spot>{crate::case::on_the_spot_word(lang)}</a> });
    let title = crate::desk::text::cases(lang);
    let cases = (!data.cases.is_empty()).then(|| {
        let table = case_table(title, bureau, data.cases);
        view! { <Card title=title>{table}</Card> }
    });
    view! {
        <PageHead title=data.name crumbs>{act}{penalise}{accuse}</PageHead>
        <Card title=words::basics(lang)>
            <dl class="facts">{facts}{former}<dt>{words::updated(lang)}</dt><dd>{data.updated}</dd></dl>
        </Card>
        <Card title=words::licences(lang)>
            <Table caption=words::licences(lang) head>{licences}</Table>
        </Card>
        {cases}
    }
}
