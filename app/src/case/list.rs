//! The work list and the list of all cases.

use super::call::CaseList;
use super::page::{Badge, CaseLine, Group, ListView};
use super::text as words;
use crate::desk::bureau_of_page;
use crate::form::Typed;
use crate::path;
use crate::ui::{Card, Crumb, Empty, Icon, PageHead, Paging, Shape, lang, load};
use crate::wire::Reads;
use crate::worded::draw_views;
use domain::ledger::LedgerNoun;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// 我的待办
#[component]
pub fn WorkListPage() -> impl IntoView {
    page("work", path::desk)
}

/// 案件
#[component]
pub fn CaseListPage() -> impl IntoView {
    page("cases", path::cases)
}

/// What can be asked of a list, in the address.
const ASKED: [&str; 6] = ["stage", "industry", "q", "open", "after", "all"];

const ARGUMENTS: [&str; 9] = [
    "bureau",
    "part",
    "query[stage]",
    "query[industry]",
    "query[q]",
    "query[open]",
    "query[after]",
    "query[all]",
    "list",
];

fn page(list: &'static str, here: fn(&str) -> String) -> AnyView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    let key = move || {
        let query = query.read();
        let asked = |name: &str| query.get(name).unwrap_or_default();
        let mut key = vec![bureau.get(), asked("part")];
        key.extend(ASKED.iter().map(|name| asked(name)));
        key.push(list.to_owned());
        key
    };
    let reads = Reads::new(&ARGUMENTS, |key| CaseList {
        bureau: key.take(),
        part: key.take(),
        query: ASKED.map(|name| (name.to_owned(), key.take())).into(),
        list: key.take(),
    });
    load(reads, key, move |data| {
        let slug = bureau.get_untracked();
        let here = here(&slug);
        view! { <List data slug here work=list == "work" /> }
    })
}

#[component]
fn List(data: ListView, slug: String, here: String, work: bool) -> impl IntoView {
    let lang = lang();
    let title = if work { words::work_list(lang) } else { words::cases(lang) };
    let small = if work { data.today.clone() } else { data.total.clone() };
    let crumbs = vec![Crumb::link(data.bureau.clone(), path::desk(&slug)), Crumb::here(title)];
    let waiting = (!data.waiting.is_empty()).then(|| {
        let table = case_table(words::waiting(lang), &slug, data.waiting.clone());
        view! { <Card title=words::waiting(lang)>{table}</Card> }
    });
    let next = data.next.as_ref().map(|after| link(&here, &data.part, &data.filter, after));
    let find = path::find(&slug);
    let empty = data.groups.is_empty();
    let nothing = if work { words::nothing(lang) } else { words::nothing_found(lang) };
    let groups = data.groups.clone().into_iter().map(|one| group(&slug, one)).collect_view();
    let first = data.filter.get("after").is_some_and(|after| !after.is_empty()).then(|| here.clone());
    view! {
        <PageHead title=title small=small crumbs=crumbs>
            {data.may_approve.then(|| view! { <a class="btn" href=path::proposals(&slug)>{words::proposals(lang)}</a> })}
            {(data.may_approve && !work).then(|| view! { <a class="btn" href=path::handover(&slug)>{words::handover(lang)}</a> })}
            {(data.may_enter && !work).then(|| view! { <a class="btn" href=path::import(&slug, LedgerNoun::Cases)>{words::enter(lang)}</a> })}
            {data.may_register.then(|| view! { <a class="btn" href=path::new_on_the_spot(&slug, "")>{words::on_the_spot(lang)}</a> })}
            {data.may_register.then(|| view! { <a class="btn go" href=path::new_case(&slug)>{words::register(lang)}</a> })}
        </PageHead>
        <Card>
            {work.then(|| view! { <Tabs part=data.part.clone() counts=data.counts.clone() here=here.clone() /> })}
            {data.views.clone().map(draw_views)}
            <Filters data=data.clone() here=here.clone() find />
            {if empty {
                view! { <Empty title=nothing /> }.into_any()
            } else {
                view! {
                    <table class="cards"><caption class="vh">{title}</caption><Head />{groups}</table>
                }.into_any()
            }}
            <Paging next first />
        </Card>
        {waiting}
    }
}

#[component]
fn Tabs(part: String, counts: Vec<String>, here: String) -> impl IntoView {
    let lang = lang();
    let parts = [
        ("mine", words::mine(lang)),
        ("waiting", words::waiting(lang)),
        ("handled", words::handled(lang)),
        ("all", words::all(lang)),
    ];
    let tabs = parts
        .into_iter()
        .zip(counts)
        .map(|((word, name), count)| {
            let on = part == word;
            view! {
                <a href=format!("{here}?part={word}") class=if on { "on" } else { "" } aria-current=on.then_some("page")>
                    {name} " " <i>{count}</i>
                </a>
            }
        })
        .collect_view();
    let out = path::papers_out(here.trim_start_matches('/'));
    view! {
        <nav class="tabs" aria-label=words::work_list(lang)>
            {tabs} <a href=out rel="external">{words::papers_out(lang)}</a>
        </nav>
    }
}

#[component]
fn Filters(data: ListView, here: String, find: String) -> impl IntoView {
    let lang = lang();
    let value = |name: &str| data.filter.get(name).cloned().unwrap_or_default();
    let options = |name: &str, list: &[(String, String)]| {
        let chosen = value(name);
        list.iter()
            .map(|(word, name)| {
                let selected = *word == chosen;
                view! { <option value=word.clone() selected=selected>{name.clone()}</option> }
            })
            .collect_view()
    };
    let stages = options("stage", &data.stages);
    let industries = options("industry", &data.industries);
    let filtered = ["stage", "industry", "q", "open"].iter().any(|name| !value(name).is_empty());
    let clear = filtered.then(
        || view! { <a class="btn plain" href=format!("{here}?part={}", data.part)>{words::clear(lang)}</a> },
    );
    view! {
        <form class="filters" method="post" action=find>
            <input type="hidden" name="to" value=here.clone() />
            <input type="hidden" name="part" value=data.part.clone() />
            <input type="search" name="q" value=data.words.clone() maxlength="100" placeholder=words::find(lang) aria-label=words::find(lang) />
            <select name="industry" aria-label=words::industry(lang)><option value="">{words::industry(lang)}</option>{industries}</select>
            <select name="stage" aria-label=words::stage(lang)><option value="">{words::stage(lang)}</option>{stages}</select>
            <button class="btn">{words::filter(lang)}</button>
            {clear}
            <span class="note">{words::by_day(lang)}</span>
        </form>
    }
}

fn link(here: &str, part: &str, filter: &Typed, after: &str) -> String {
    let mut to = format!("{here}?part={part}");
    for name in ["stage", "industry", "q", "open"] {
        if let Some(value) = filter.get(name).filter(|value| !value.is_empty()) {
            to.push_str(&format!("&{name}={}", path::encode(value)));
        }
    }
    to.push_str(&format!("&after={}", path::encode(after)));
    to
}

#[component]
fn Head() -> impl IntoView {
    let lang = lang();
    view! {
        <thead><tr>
            <th scope="col">{words::party_violation(lang)}</th>
            <th scope="col">{words::stage(lang)}</th>
            <th scope="col">{words::next(lang)}</th>
            <th scope="col">{words::officers(lang)}</th>
            <th scope="col">{words::term(lang)}</th>
        </tr></thead>
    }
}

fn group(slug: &str, group: Group) -> impl IntoView + use<> {
    let count = group.lines.len();
    let rows = group.lines.into_iter().map(|line| row(slug, line)).collect_view();
    view! {
        <tbody>
            <tr class="grp"><th scope="rowgroup" colspan="5">{group.name} " " <b>{count}</b></th></tr>
            {rows}
        </tbody>
    }
}

/// Cases in one table, as a card of another page shows them.
pub fn case_table(caption: &'static str, slug: &str, lines: Vec<CaseLine>) -> impl IntoView + use<> {
    let rows = lines.into_iter().map(|line| row(slug, line)).collect_view();
    view! { <table class="cards"><caption class="vh">{caption}</caption><Head /><tbody>{rows}</tbody></table> }
}

fn row(slug: &str, line: CaseLine) -> impl IntoView + use<> {
    let mark = (!line.mark.is_empty()).then(|| view! { " " <span class="tag">{line.mark}</span> });
    view! {
        <tr>
            <td><a href=path::case(slug, &line.id)>{line.title}</a><div class="sub">{line.number}{mark}</div></td>
            <td><span class="stage">{line.stage}</span></td>
            <td>{line.next}</td>
            <td>{line.officers}</td>
            <td>{line.badge.map(|badge| view! { <Due badge /> })}</td>
        </tr>
    }
}

/// A term as text, icon and colour.
#[component]
pub fn Due(badge: Badge) -> impl IntoView {
    let shape = match badge.tone.as_str() {
        "over" => Shape::Warning,
        "soon" => Shape::Clock,
        _ => Shape::Calendar,
    };
    view! {
        <span class=format!("due {}", badge.tone)><Icon shape />{badge.words}</span>
        <div class="sub">{badge.whose}</div>
    }
}
