//! Draws the figures: cards, map, table, trend.

use super::call::{Area, Bar, CountyTable, FigureCard, FiguresView, Filter, Head, Map, Number, Trend};
use crate::ui::{Card, Crumb, PageHead, escaped};
use crate::worded::draw_block;
use leptos::prelude::*;

/// Height of the trend's highest bar, and the width of a month, in units of its drawing.
const BAR_HEIGHT: u32 = 120;
const MONTH_WIDTH: usize = 56;

/// The whole page.
pub fn page(data: FiguresView) -> AnyView {
    let crumb = |(words, to): (String, String)| match to.is_empty() {
        true => Crumb::here(words),
        false => Crumb::link(words, to),
    };
    let crumbs: Vec<Crumb> = data.crumbs.into_iter().map(crumb).collect();
    let (csv, to) = data.csv;
    let cards = data.cards.into_iter().map(card).collect_view();
    view! {
        <PageHead title=data.title small=data.small crumbs>
            <a class="btn" href=to download="" rel="external">{csv}</a>
        </PageHead>
        {filter(data.filter)}
        <div class="figures">{cards}</div>
        <div class="cols city">{map(data.map)}{table(data.table)}</div>
        <div class="cols city half">{trend(data.trend)}{draw_block(data.parts)}</div>
    }
    .into_any()
}

fn filter(data: Filter) -> AnyView {
    let list = |(name, label, choices, chosen): (String, String, Vec<(String, String)>, String)| {
        let options: String = choices
            .iter()
            .map(|(value, words)| {
                let selected = if *value == chosen { " selected" } else { "" };
                format!("<option value=\"{}\"{selected}>{}</option>", escaped(value), escaped(words))
            })
            .collect();
        view! { <label>{label}<select name=name inner_html=options></select></label> }.into_any()
    };
    let is_bad = !data.problem.is_empty();
    let line = move |(name, label, typed): (String, String, String)| {
        view! {
            <label>
                {label}
                <input
                    name=name value=typed size="8" maxlength="12" inputmode="numeric" autocomplete="off"
                    aria-invalid=is_bad.then_some("true") aria-describedby=is_bad.then_some("months-problem")
                />
            </label>
        }
        .into_any()
    };
    let lists = data.lists.into_iter().map(list).collect_view();
    let lines = data.lines.into_iter().map(line).collect_view();
    let problem = is_bad.then(|| view! { <p class="error" id="months-problem">{data.problem}</p> });
    view! {
        <form class="filters figures-bar" method="get" role="search" aria-label=data.label>
            {lists}{lines}
            <button class="btn go">{data.button}</button>
            <a class="btn plain" href=data.clear.1>{data.clear.0}</a>
            {problem}
        </form>
    }
    .into_any()
}

fn card(data: FigureCard) -> AnyView {
    let changes =
        data.changes.into_iter().map(|words| view! { <div class="sub">{words}</div> }).collect_view();
    let id = format!("what-{}", data.word);
    let class = if data.is_late { "number late" } else { "number" };
    let shown = data.is_shown.then_some("true");
    view! {
        <div class="card figure">
            <h2>
                <a href=data.to aria-current=shown>{data.name}</a>
                <button type="button" class="what" aria-describedby=id.clone()>"?"</button>
                <span role="tooltip" id=id>{data.definition}</span>
            </h2>
            <div class=class>{data.value}<small>{data.unit}</small></div>
            {changes}
        </div>
    }
    .into_any()
}

fn map(data: Map) -> AnyView {
    if !data.none.is_empty() {
        return view! { <Card title=data.title><p class="note">{data.none}</p></Card> }.into_any();
    }
    // Names stand above all areas, or a neighbour would cover them.
    let names = data.areas.iter().map(name).collect_view();
    let areas = data.areas.into_iter().map(area).collect_view();
    let legend = data.legend.into_iter().enumerate().map(|(class, words)| {
        view! { <li><i class=format!("c{class}")></i>{words}</li> }
    });
    let legend = legend.collect_view();
    view! {
        <section class="card">
            <h2>{data.title}<small>{data.unit}</small></h2>
            <svg class="map" viewBox="-6 -6 353 572" role="group" aria-label=data.label>{areas}<g aria-hidden="true">{names}</g></svg>
            <ul class="legend">{legend}</ul>
            <p class="note">{data.note}</p>
        </section>
    }
    .into_any()
}

fn name(data: &Area) -> AnyView {
    let (x, y) = data.at;
    let class = format!("c{}", data.class);
    view! {
        <text x=x y=y class=class.clone()>{data.name.clone()}</text>
        <text x=x y=y + 17 class=format!("value {class}")>{data.value.clone()}</text>
    }
    .into_any()
}

fn area(data: Area) -> AnyView {
    let label = format!("{} {}", data.name, data.value);
    let shown = data.is_shown.then_some("true");
    view! {
        <a href=data.to class=format!("c{}", data.class) aria-label=label aria-current=shown>
            <path d=data.outline />
        </a>
    }
    .into_any()
}

fn table(data: CountyTable) -> AnyView {
    let head = data.head.into_iter().enumerate().map(|(at, Head { words, unit, to, sorted })| {
        let class = (at > 0).then_some("num");
        let sort = (!sorted.is_empty()).then_some(sorted);
        let words = match to.is_empty() {
            true => words.into_any(),
            false => view! { <a href=to>{words}</a> }.into_any(),
        };
        let unit = (!unit.is_empty()).then(|| view! { <small>{unit}</small> });
        view! { <th scope="col" class=class aria-sort=sort>{words}{unit}</th> }
    });
    let head = head.collect_view();
    let rows = data.rows.into_iter().map(|cells| {
        let cells = cells.into_iter().enumerate().map(|(at, data)| match at {
            0 => view! { <th scope="row">{number(data)}</th> }.into_any(),
            _ => view! { <td class="num">{number(data)}</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }.into_any()
    });
    let rows = rows.collect_view();
    let sum = data.sum.into_iter().enumerate().map(|(at, words)| match at {
        0 => view! { <th scope="row">{words}</th> }.into_any(),
        _ => view! { <td class="num">{words}</td> }.into_any(),
    });
    let sum = sum.collect_view();
    let (title, label) = (data.title.clone(), data.title.clone());
    let notes = data.notes.into_iter().map(|words| view! { <p class="note">{words}</p> }).collect_view();
    view! {
        <section class="card">
            <h2>{title}<small>{data.small}</small></h2>
            <div class="wide-table" tabindex="0" role="region" aria-label=label>
                <table>
                    <caption class="vh">{data.title}</caption>
                    <thead><tr>{head}</tr></thead>
                    <tbody>{rows}</tbody>
                    <tfoot><tr>{sum}</tr></tfoot>
                </table>
            </div>
            {notes}
        </section>
    }
    .into_any()
}

fn number(data: Number) -> AnyView {
    let class = data.is_late.then_some("late");
    if data.to.is_empty() {
        return view! { <span class=class>{data.words}</span> }.into_any();
    }
    let label = (!data.label.is_empty()).then(|| format!("{} {}", data.label, data.words));
    view! { <a class=class href=data.to aria-label=label>{data.words}</a> }.into_any()
}

fn trend(data: Trend) -> AnyView {
    if !data.none.is_empty() {
        return view! { <Card title=data.title><p class="note">{data.none}</p></Card> }.into_any();
    }
    let width = data.bars.len() * MONTH_WIDTH;
    let bars = data.bars.iter().enumerate().map(|(at, one)| bar(at, one)).collect_view();
    let rows = data.bars.into_iter().map(|one| {
        view! { <tr><th scope="row">{one.month}</th><td class="num">{one.value}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card">
            <h2>{data.title}<small>{data.small}</small></h2>
            <svg class="trend" viewBox=format!("0 0 {width} {}", BAR_HEIGHT + 44) role="img" aria-label=data.label>
                {bars}
            </svg>
            <details>
                <summary>{data.table_words}</summary>
                <table>
                    <thead><tr><th scope="col">{data.head.0}</th><th scope="col" class="num">{data.head.1}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </section>
    }
    .into_any()
}

fn bar(at: usize, data: &Bar) -> AnyView {
    let height = BAR_HEIGHT * data.height / 1000;
    let (left, top) = (at * MONTH_WIDTH, 20 + BAR_HEIGHT - height);
    let class = if data.is_inside { "inside" } else { "outside" };
    let middle = left + MONTH_WIDTH / 2;
    // The month alone is enough under a bar; the table says the year.
    let month = data.month.split_once('年').map_or(data.month.as_str(), |(_, month)| month).to_owned();
    view! {
        <rect class=class x=left + 10 y=top width=MONTH_WIDTH - 20 height=height />
        <text x=middle y=top - 6 class="value">{data.value.clone()}</text>
        <text x=middle y=BAR_HEIGHT + 38>{month}</text>
    }
    .into_any()
}
