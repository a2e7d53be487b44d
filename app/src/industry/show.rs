//! One industry: its laws, licences and violations on a day, and what this bureau may do.

use super::call::{self, Here, IndustryData, LawLine, LicenceLine, PowerLine, ViolationLine};
use super::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Crumb, Empty, Notice, PageHead, Table, lang, load};
use crate::wire::reads;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub fn IndustryPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let params = use_params_map();
    let query = use_query_map();
    let asked = move |name: &str| query.read().get(name).unwrap_or_default();
    let key = move || {
        vec![bureau.get(), params.read().get("industry").unwrap_or_default(), asked("day"), asked("q")]
    };
    load(reads!(call::Industry { bureau, industry, day, words }), key, move |data| {
        let typed = query.with_untracked(|query| query.get("q").unwrap_or_default());
        view! { <Whole slug=bureau.get_untracked() typed data /> }
    })
}

#[component]
fn Whole(slug: String, typed: String, data: IndustryData) -> impl IntoView {
    let lang = lang();
    let crumbs = vec![
        Crumb::link(data.bureau, path::desk(&slug)),
        Crumb::link(words::industries(lang), path::industries(&slug)),
        Crumb::here(data.name.clone()),
    ];
    let notes = list(data.notes);
    let authorities = list(data.authorities);
    view! {
        <PageHead title=data.name crumbs />
        {data.demo.then(|| view! { <Notice kind="warn">{words::demo_power(lang)}</Notice> })}
        {data.beyond_level.then(|| view! { <Notice kind="warn">{words::beyond_level(lang)}</Notice> })}
        <Violations typed day=data.day lines=data.violations />
        <Powers lines=data.powers />
        <Laws lines=data.laws />
        <Licences lines=data.licences />
        <Card title=words::notes(lang)>{notes}<h3>{words::authorities(lang)}</h3>{authorities}</Card>
    }
}

fn list(lines: Vec<String>) -> AnyView {
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <ul>{lines}</ul> }.into_any()
}

#[component]
fn Violations(typed: String, day: String, lines: Vec<ViolationLine>) -> impl IntoView {
    let lang = lang();
    let body = if lines.is_empty() {
        view! { <Empty title=words::no_rule(lang) /> }.into_any()
    } else {
        let rows = lines.into_iter().map(|line| view! { <Violation line /> }).collect_view();
        let head = vec![
            words::violations(lang),
            words::penalty_article(lang),
            words::penalties(lang),
            words::here(lang),
        ];
        view! { <Table caption=words::violations(lang) head>{rows}</Table> }.into_any()
    };
    view! {
        <Card title=words::violations(lang)>
            <form method="get" class="find">
                <label for="day">{words::on_day(lang)}</label>
                <input id="day" name="day" type="date" value=day />
                <label for="words">{words::find(lang)}</label>
                <input id="words" name="q" maxlength="100" value=typed placeholder=words::find_hint(lang) />
                <button class="btn">{words::show(lang)}</button>
            </form>
            {body}
        </Card>
    }
}

#[component]
fn Violation(line: ViolationLine) -> impl IntoView {
    let lang = lang();
    let here = match line.here {
        Here::MayDecide => view! { <span class="tag ok">{words::may_decide(lang)}</span> },
        Here::TransferOnly => view! { <span class="tag">{words::transfer_only(lang)}</span> },
        Here::NoPower => view! { <span class="tag">{words::no_power(lang)}</span> },
    };
    let others = (!line.others.is_empty())
        .then(|| view! { <p class="sub">{words::to_whom(lang)} " " {line.others}</p> });
    let items = (!line.items.is_empty()).then(|| list(line.items));
    let notes = line.notes.into_iter().map(|note| view! { <p class="sub">{note}</p> }).collect_view();
    let confirm =
        (!line.verified).then(|| view! { <p><span class="tag warn">{words::to_confirm(lang)}</span></p> });
    let id = line.id.clone();
    let deciders = line.deciders.join(lang.pick("；", "; "));
    let measures = (!line.measures.is_empty())
        .then(|| view! { <p class="sub">{words::measures(lang)} " " {line.measures}</p> });
    view! {
        <tr id=line.id>
            <th scope="row">{line.title}<p class="sub">{id} " · " {line.days}</p>{items}{confirm}</th>
            <td>
                <p>{line.penalty}</p>
                <p class="sub">{words::violates(lang)} " " {line.violates}</p>
                <p class="sub">{words::who_decides(lang)} " " {deciders}</p>
                {measures}
            </td>
            <td>{list(line.penalties)}{notes}</td>
            <td>{here}{others}</td>
        </tr>
    }
}

#[component]
fn Powers(lines: Vec<PowerLine>) -> impl IntoView {
    let lang = lang();
    if lines.is_empty() {
        return view! { <Card title=words::powers(lang)><p>{words::none_given(lang)}</p></Card> }.into_any();
    }
    let rows = lines
        .into_iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">{line.capacity}</th>
                    <td>{line.level}</td>
                    <td>{line.days}</td>
                    <td>{line.basis}</td>
                </tr>
            }
        })
        .collect_view();
    let head = vec![words::capacity(lang), words::level(lang), words::days(lang), words::basis(lang)];
    view! { <Card title=words::powers(lang)><Table caption=words::powers(lang) head>{rows}</Table></Card> }
        .into_any()
}

#[component]
fn Laws(lines: Vec<LawLine>) -> impl IntoView {
    let lang = lang();
    let rows = lines
        .into_iter()
        .map(|line| {
            let confirm =
                (!line.verified).then(|| view! { <span class="tag warn">{words::to_confirm(lang)}</span> });
            view! {
                <tr>
                    <th scope="row">{line.name}</th>
                    <td>{line.rank}</td>
                    <td>{line.number}</td>
                    <td>{line.days} " " {confirm}</td>
                </tr>
            }
        })
        .collect_view();
    let head = vec![words::name(lang), words::rank(lang), words::number(lang), words::in_force(lang)];
    view! { <Card title=words::laws(lang)><Table caption=words::laws(lang) head>{rows}</Table></Card> }
}

#[component]
fn Licences(lines: Vec<LicenceLine>) -> impl IntoView {
    let lang = lang();
    let rows = lines
        .into_iter()
        .map(|line| {
            let term = line
                .months
                .map_or_else(|| words::no_term(lang).to_owned(), |months| format!("{months} {}", words::months(lang)));
            let review = if line.review { words::yes(lang) } else { words::no(lang) };
            view! {
                <tr>
                    <th scope="row">{line.name} " " <span class="tag">{line.form}</span><p class="sub">{line.note}</p></th>
                    <td>{line.issuer}</td>
                    <td>{line.days}</td>
                    <td>{term}</td>
                    <td>{review}</td>
                </tr>
            }
        })
        .collect_view();
    let head = vec![
        words::licence_kinds(lang),
        words::issuer(lang),
        words::in_force(lang),
        words::term(lang),
        words::review(lang),
    ];
    view! {
        <Card title=words::licence_kinds(lang)><Table caption=words::licence_kinds(lang) head>{rows}</Table></Card>
    }
}
