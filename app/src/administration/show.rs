//! Draws any page of administration.

use super::call;
use super::page::{AdministrationView, Block, Cell, Sheet};
use crate::desk::bureau_of_page;
use crate::ui::{Card, Crumb, FormFields, Notice, PageHead, draw, lang, load};
use crate::wire::reads;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// 单位成员
#[component]
pub fn MembersPage() -> impl IntoView {
    page("members")
}

/// 新增成员
#[component]
pub fn MemberNewPage() -> impl IntoView {
    page("members/new")
}

/// One member.
#[component]
pub fn MemberPage() -> impl IntoView {
    page("members/")
}

/// 单位设置
#[component]
pub fn SettingsPage() -> impl IntoView {
    page("settings")
}

/// 各单位
#[component]
pub fn BureausPage() -> impl IntoView {
    page("bureaus")
}

/// 设立单位
#[component]
pub fn BureauNewPage() -> impl IntoView {
    page("bureaus/new")
}

fn page(word: &'static str) -> AnyView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    // Read once: on the way to another page the address changes before this page is gone.
    let member = use_params_map().get_untracked().get("member").unwrap_or_default();
    let page = format!("{word}{member}");
    let key = move || {
        let query = query.read();
        let asked = |name: &str| query.get(name).unwrap_or_default();
        vec![bureau.get(), page.clone(), asked("draft"), asked("done")]
    };
    load(reads!(call::Administration { bureau, page, draft, done }), key, view)
}

fn view(data: AdministrationView) -> AnyView {
    let crumb = |(words, to): (String, String)| match to.is_empty() {
        true => Crumb::here(words),
        false => Crumb::link(words, to),
    };
    let crumbs: Vec<Crumb> = data.crumbs.into_iter().map(crumb).collect();
    let acts = data.acts.into_iter().map(|(words, to)| view! { <a class="btn go" href=to>{words}</a> });
    let acts = acts.collect_view();
    let done = (!data.done.is_empty()).then(|| view! { <Notice kind="ok">{data.done}</Notice> });
    let blocks = data.blocks.into_iter().map(block).collect_view();
    view! { <PageHead title=data.title small=data.small crumbs>{acts}</PageHead>{done}{blocks} }.into_any()
}

fn block(data: Block) -> AnyView {
    let lines = data.lines.into_iter().map(|line| view! { <p class="sub">{line}</p> }).collect_view();
    let table = (!data.rows.is_empty()).then(|| table(data.title.clone(), data.head, data.rows));
    let form = data.form.map(sheet);
    view! { <Card title=data.title>{lines}{table}{form}</Card> }.into_any()
}

fn table(caption: String, head: Vec<String>, rows: Vec<Vec<Cell>>) -> AnyView {
    let head = head.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let row = |cells: Vec<Cell>| {
        let cells = cells.into_iter().enumerate().map(|(at, data)| match at {
            0 => view! { <th scope="row">{cell(data)}</th> }.into_any(),
            _ => view! { <td>{cell(data)}</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }.into_any()
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <table class="cards">
            <caption class="vh">{caption}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn cell(data: Cell) -> AnyView {
    let words = match data.to.is_empty() {
        true => data.words.into_any(),
        false => view! { <a href=data.to>{data.words}</a> }.into_any(),
    };
    let tag = data.tag.map(|(words, tone)| view! { " " <span class=format!("tag {tone}")>{words}</span> });
    let small = (!data.small.is_empty()).then(|| view! { <div class="sub">{data.small}</div> });
    view! { {words}{tag}{small} }.into_any()
}

fn sheet(data: Sheet) -> AnyView {
    let hidden = data.hidden.into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value /> }
    });
    let hidden = hidden.collect_view();
    let fields = data.fields.iter().map(|field| draw(field, &data.state)).collect_view();
    let back = (!data.back.is_empty())
        .then(|| view! { <a class="btn" href=data.back>{crate::text::cancel(lang())}</a> });
    view! {
        <form method="post" action=data.action>
            {hidden}
            <FormFields state=data.state>
                <div class="grid-form">{fields}</div>
                <p class="sub">{data.consequence}</p>
                <div class="form-acts"><button class="btn go">{data.button}</button>{back}</div>
            </FormFields>
        </form>
    }
    .into_any()
}
