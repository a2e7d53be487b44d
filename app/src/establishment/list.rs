//! The list with its search and filters; all of its state is in the URL.

use super::call::{Establishments, Line, ListData};
use super::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{
    Card, Crumb, Empty, FormFields, PageHead, Paging, SelectField, Table, TextField, lang, load,
};
use crate::wire::Reads;
use crate::worded::draw_views;
use domain::establishment::{Column, LicenceState};
use domain::ledger::LedgerNoun;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What the filter's form sends.
const FILTERS: [&str; 4] = ["q", "industry", "town", "licence"];

const ARGUMENTS: [&str; 8] = [
    "bureau",
    "filter[q]",
    "filter[industry]",
    "filter[town]",
    "filter[licence]",
    "filter[all]",
    "after",
    "exact",
];

#[component]
pub fn ListPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    let key = move || {
        let query = query.read();
        let mut key = vec![bureau.get()];
        key.extend(FILTERS.map(|name| query.get(&format!("form[{name}]")).unwrap_or_default()));
        key.extend(["all", "after"].map(|name| query.get(name).unwrap_or_default()));
        key.push((query.get("exact").as_deref() == Some("yes")).to_string());
        key
    };
    let reads = Reads::new(&ARGUMENTS, |key| Establishments {
        bureau: key.take(),
        filter: FILTERS.into_iter().chain(["all"]).map(|name| (name.to_owned(), key.take())).collect(),
        after: key.take(),
        exact: key.take() == "true",
    });
    load(reads, key, move |data| list(&bureau.get_untracked(), query.get_untracked().get("after"), data))
}

fn list(bureau: &str, after: Option<String>, data: ListData) -> impl IntoView + use<> {
    let lang = lang();
    let chosen = FILTERS.iter().filter_map(|name| {
        let value = if *name == "q" { data.asked.clone() } else { data.filter.value(name) };
        (!value.is_empty())
            .then(|| format!("{}={}", path::encode(&format!("form[{name}]")), path::encode(&value)))
    });
    let chosen = chosen.collect::<Vec<_>>().join("&");
    let with = |more: &str| {
        let parts: Vec<&str> = [chosen.as_str(), more].into_iter().filter(|part| !part.is_empty()).collect();
        let query = if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) };
        format!("{}{query}", path::establishments(bureau))
    };
    let next = data.next.as_ref().map(|id| with(&format!("after={id}")));
    let first = after.filter(|after| !after.is_empty()).map(|_| with(""));
    let exact = (!data.is_total_exact).then(|| {
        view! { " · " <a href=with("exact=yes")>{words::count_exactly(lang)}</a> }
    });
    let export = format!(
        "{}{}",
        path::establishments_export(bureau),
        with("").trim_start_matches(&path::establishments(bureau))
    );
    let acts = data.may_edit.then(|| {
        view! {
            <a class="btn" href=path::import(bureau, LedgerNoun::Establishments)>{words::import(lang)}</a>
            <a class="btn" href=export rel="external">{words::export(lang)}</a>
            <a class="btn go" href=path::establishment_new(bureau)>{words::add(lang)}</a>
        }
    });
    let is_filtered = !chosen.is_empty();
    let slug = bureau.to_owned();
    let rows = if data.rows.is_empty() {
        let title = if is_filtered { words::no_hits(lang) } else { words::empty(lang) };
        let hint = (!is_filtered).then(|| words::empty_hint(lang));
        view! { <Empty title=title>{hint}</Empty> }.into_any()
    } else {
        table(&slug, data.rows).into_any()
    };
    let head =
        vec![Crumb::link(lang.pick("首页", "Home"), path::desk(bureau)), Crumb::here(words::title(lang))];
    let clear = is_filtered
        .then(|| view! { <a class="btn" href=format!("{}?all=yes", path::establishments(&slug))>{words::clear(lang)}</a> });
    view! {
        <PageHead title=words::title(lang) crumbs=head>{acts}</PageHead>
        <Card>
            {data.views.map(draw_views)}
            <form method="post" action=path::find(&slug) role="search" aria-label=words::filter(lang)>
                <input type="hidden" name="to" value=path::establishments(&slug) />
                <FormFields state=data.filter>
                    <div class="grid-form">
                        <TextField name="q" label=words::find(lang) hint=words::find_hint(lang) kind="search" />
                        <SelectField name="industry" label=Column::Industry.title(lang) options=data.industries />
                        <SelectField name="town" label=Column::Town.title(lang) options=data.towns />
                        <SelectField name="licence" label=words::licence_state(lang) options=data.licences />
                    </div>
                    <div class="form-acts"><button class="btn go">{words::filter(lang)}</button>{clear}</div>
                </FormFields>
            </form>
        </Card>
        <Card>
            <p class="sub" role="status">{data.total}{exact}</p>
            {rows}
            <Paging next first />
        </Card>
    }
}

fn table(bureau: &str, rows: Vec<Line>) -> impl IntoView + use<> {
    let lang = lang();
    let lines = rows
        .into_iter()
        .map(|line| {
            let to = path::establishment(bureau, &line.id);
            view! {
                <tr>
                    <th scope="row"><a href=to>{line.name}</a></th>
                    <td>{line.credit_code}</td>
                    <td>{line.industry}</td>
                    <td>{line.town}</td>
                    <td>{line.legal_representative}</td>
                    <td>{line.phone}</td>
                    <td>{state_tag(line.licence)} " " {line.until}</td>
                </tr>
            }
        })
        .collect_view();
    let head = [
        Column::Name,
        Column::CreditCode,
        Column::Industry,
        Column::Town,
        Column::LegalRepresentative,
        Column::Phone,
    ];
    let mut head: Vec<&'static str> = head.into_iter().map(|column| column.title(lang)).collect();
    head.push(words::licence_state(lang));
    view! { <Table caption=words::title(lang) head>{lines}</Table> }
}

/// A licence's state in words and colour.
pub(super) fn state_tag(state: LicenceState) -> impl IntoView {
    let class = match state {
        LicenceState::Valid => "tag ok",
        LicenceState::Ending => "tag warn",
        LicenceState::Expired => "tag danger",
        LicenceState::None => "tag",
    };
    view! { <span class=class>{state.title(lang())}</span> }
}
