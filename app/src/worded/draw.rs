//! Draws any page that the server has put into words, with the same few lines.

use super::page::{Block, Button, Cell, Entry, Post, Sheet, Views, Worded};
use crate::ui::{Card, Crumb, Empty, FieldKind, FormFields, Notice, PageHead, Paging, draw, how_to, lang};
use leptos::prelude::*;

/// Draws a page.
pub fn draw_page(data: Worded) -> AnyView {
    let crumb = |(words, to): (String, String)| match to.is_empty() {
        true => Crumb::here(words),
        false => Crumb::link(words, to),
    };
    let crumbs: Vec<Crumb> = data.crumbs.into_iter().map(crumb).collect();
    let acts = data.acts.into_iter().map(|(words, to)| view! { <a class="btn go" href=to>{words}</a> });
    let acts = acts.collect_view();
    let help = (!data.help.is_empty()).then(|| how_to(data.help));
    let done = (!data.done.is_empty()).then(|| view! { <Notice kind="ok">{data.done}</Notice> });
    let blocks = data.blocks.into_iter().map(draw_block).collect_view();
    view! { <PageHead title=data.title small=data.small crumbs>{help}{acts}</PageHead>{done}{blocks} }
        .into_any()
}

/// Draws the cards of a page alone, below another page's head.
pub fn draw_blocks(data: Worded) -> AnyView {
    data.blocks.into_iter().map(draw_block).collect_view().into_any()
}

/// Draws a card of a page.
pub fn draw_block(data: Block) -> AnyView {
    let lines = data.lines.into_iter().map(|line| view! { <p class="sub">{line}</p> }).collect_view();
    let facts = (!data.facts.is_empty() || !data.linked.is_empty()).then(|| facts(data.linked, data.facts));
    let views = data.views.map(draw_views);
    let filter = data.filter.map(filter);
    let empty =
        (data.rows.is_empty() && !data.empty.is_empty()).then(|| view! { <Empty title=data.empty /> });
    let table = (!data.rows.is_empty()).then(|| table(data.title.clone(), data.head, data.rows));
    let page = |to: String| (!to.is_empty()).then_some(to);
    let (next, first) = (page(data.next), page(data.first));
    let form = data.form.map(draw_sheet);
    let buttons = draw_buttons(data.buttons);
    let timeline = (!data.timeline.is_empty()).then(|| timeline(data.timeline));
    view! {
        <Card title=data.title>
            {lines}{facts}{views}{filter}{empty}{table}<Paging next first />{form}{buttons}{timeline}
        </Card>
    }
    .into_any()
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
        false => {
            // To a place on a page leads the browser itself: it waits until that page is there.
            let is_plain = data.to.contains('#') || data.to.starts_with("/_/");
            let rel = is_plain.then_some("external");
            view! { <a href=data.to rel=rel>{data.words}</a> }.into_any()
        }
    };
    let tag = data.tag.map(|(words, tone)| view! { " " <span class=format!("tag {tone}")>{words}</span> });
    let small = (!data.small.is_empty()).then(|| view! { <div class="sub">{data.small}</div> });
    let post = data.post.map(draw_post);
    view! { {words}{tag}{small}{post} }.into_any()
}

/// Draws a button that sends values which nobody types.
pub fn draw_post(data: Post) -> AnyView {
    let hidden = data.hidden.into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value /> }
    });
    let hidden = hidden.collect_view();
    view! { " " <form method="post" action=data.action class="at-row">{hidden}<button class="btn">{data.words}</button></form> }
        .into_any()
}

/// Draws a form.
pub fn draw_sheet(data: Sheet) -> AnyView {
    let hidden = data.hidden.into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value /> }
    });
    let hidden = hidden.collect_view();
    let fields = data.fields.iter().map(|field| draw(field, &data.state)).collect_view();
    let back = (!data.back.is_empty())
        .then(|| view! { <a class="btn" href=data.back>{crate::text::cancel(lang())}</a> });
    let has_file = data.fields.iter().any(|field| field.kind == FieldKind::File);
    let enctype = has_file.then_some("multipart/form-data");
    view! {
        <form method="post" action=data.action enctype=enctype>
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

fn facts(linked: Vec<(String, (String, String))>, facts: Vec<(String, String)>) -> AnyView {
    let links = linked.into_iter().map(|(name, (words, to))| {
        let words = match to.is_empty() {
            true => words.into_any(),
            false => view! { <a href=to>{words}</a> }.into_any(),
        };
        view! { <dt>{name}</dt><dd>{words}</dd> }
    });
    let links = links.collect_view();
    let lines = facts.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> });
    let lines = lines.collect_view();
    view! { <dl class="facts">{links}{lines}</dl> }.into_any()
}

/// Draws the filters that the person keeps.
pub fn draw_views(data: Views) -> AnyView {
    let links = data.links.into_iter().map(|(words, to)| {
        let is_current = (to == data.current).then_some("true");
        view! { <a class="btn" href=to aria-current=is_current>{words}</a> }
    });
    let links = links.collect_view();
    let ways = data.ways.into_iter().map(|(words, to)| view! { <a class="btn plain" href=to>{words}</a> });
    let ways = ways.collect_view();
    let label = data.title.clone();
    view! { <nav class="views" aria-label=label><span>{data.title}</span>{links}{ways}</nav> }.into_any()
}

fn filter(data: Sheet) -> AnyView {
    let hidden = data.hidden.into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value /> }
    });
    let hidden = hidden.collect_view();
    let fields = data.fields.iter().map(|field| draw(field, &data.state)).collect_view();
    let clear = (!data.back.is_empty()).then(|| {
        view! { <a class="btn" href=data.back>{crate::text::clear(lang())}</a> }
    });
    let label = data.button.clone();
    view! {
        <form method="post" action=data.action role="search" aria-label=label>
            {hidden}
            <div class="grid-form">{fields}</div>
            <div class="form-acts"><button class="btn go">{data.button}</button>{clear}</div>
        </form>
    }
    .into_any()
}

/// What may be done, side by side; what may not be done says why.
pub fn draw_buttons(buttons: Vec<Button>) -> Option<AnyView> {
    (!buttons.is_empty()).then(|| {
        let buttons = buttons.into_iter().enumerate().map(|(at, one)| button(at, one)).collect_view();
        view! { <div class="deeds">{buttons}</div> }.into_any()
    })
}

/// A link to the act's form, or a button that says why not.
fn button(at: usize, data: Button) -> AnyView {
    if data.refusal.is_empty() {
        let class = if data.is_main { "btn go" } else { "btn" };
        return view! { <a class=class href=data.to>{data.words}</a> }.into_any();
    }
    let id = format!("why-{at}");
    view! {
        <div>
            <button class="btn" disabled aria-describedby=id.clone()>{data.words}</button>
            <p class="note" id=id>{data.refusal}</p>
        </div>
    }
    .into_any()
}

fn timeline(entries: Vec<Entry>) -> AnyView {
    let line = |entry: Entry| {
        let marks = entry.marks.into_iter().map(|mark| view! { " · " <span class="tag">{mark}</span> });
        let marks = marks.collect_view();
        view! {
            <li>
                <time>{entry.on}</time>
                <b>{entry.title}</b> " " {entry.words}
                <div class="sub">{entry.who}{marks}</div>
            </li>
        }
        .into_any()
    };
    let lines = entries.into_iter().map(line).collect_view();
    view! { <ul class="line">{lines}</ul> }.into_any()
}
