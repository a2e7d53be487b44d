//! The list of industries.

use super::call::{self, IndustriesData};
use super::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Crumb, PageHead, Table, lang, load};
use crate::wire::reads;
use leptos::prelude::*;

#[component]
pub fn IndustriesPage() -> impl IntoView {
    let bureau = bureau_of_page();
    load(
        reads!(call::Industries { bureau }),
        move || vec![bureau.get()],
        move |data| view! { <Industries slug=bureau.get_untracked() data /> },
    )
}

#[component]
fn Industries(slug: String, data: IndustriesData) -> impl IntoView {
    let lang = lang();
    let rows = data
        .lines
        .into_iter()
        .map(|line| {
            let power = if line.power.is_empty() {
                view! { <span class="tag">{words::no_power(lang)}</span> }.into_any()
            } else {
                view! { {line.power} }.into_any()
            };
            view! {
                <tr>
                    <th scope="row"><a href=path::industry(&slug, &line.id)>{line.name}</a></th>
                    <td>{power}</td>
                    <td>{line.in_force}</td>
                </tr>
            }
        })
        .collect_view();
    let crumbs = vec![Crumb::link(data.bureau, path::desk(&slug)), Crumb::here(words::industries(lang))];
    view! {
        <PageHead title=words::industries(lang) crumbs />
        <Card>
            <p class="sub">{words::industries_hint(lang)}</p>
            <Table caption=words::industries(lang)
                head=vec![words::industry(lang), words::power_today(lang), words::rows_in_force(lang)]>
                {rows}
            </Table>
        </Card>
    }
}
