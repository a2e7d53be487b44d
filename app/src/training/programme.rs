//! Programmes: the list, and one with its classes.

use super::class::class_rows;
use super::room::{Room, select};
use super::tag::programme_tag;
use super::words;
use crate::error::AppError;
use crate::worded::{Block, Cell, Worded};
use domain::Lang;
use domain::id::ProgrammeId;
use domain::training::Amendment;
use store::training::{ProgrammeLine, ProgrammePage};

/// The list, newest year first.
pub async fn list(room: &Room<'_>) -> Result<Worded, AppError> {
    let lang = room.lang;
    let year = room.asked("year").parse().ok();
    let page = room.desk.programmes(year, room.after()?).await.map_err(|error| room.redact(error))?;
    let this_year = chrono::Datelike::year(&room.store.today());
    let years = (this_year - 9..=this_year + 1).rev().map(|year| (year.to_string(), year.to_string()));
    let fields = vec![select("year", words::year(lang), false, years.collect())];
    let head = [words::title, words::year, words::trade, words::target, words::state];
    let block = Block {
        lines: vec![room.total(page.total)],
        filter: Some(room.filter("programmes", fields).await?),
        head: head.map(|name: fn(Lang) -> &'static str| name(lang).to_owned()).into(),
        rows: page.rows.iter().map(|row| line(room, row)).collect(),
        empty: words::no_programmes(lang).to_owned(),
        next: page
            .next
            .map(|id| room.list("programmes", &["year"], Some(id.to_string())))
            .unwrap_or_default(),
        first: if room.asked("after").is_empty() {
            String::new()
        } else {
            room.list("programmes", &["year"], None)
        },
        ..Block::default()
    };
    let title = words::programmes(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        crumbs: room.crumbs([(title, String::new())]),
        acts: vec![(words::programme_new(lang).to_owned(), room.to("programmes/new"))],
        blocks: vec![block],
        ..Worded::default()
    })
}

fn line(room: &Room<'_>, row: &ProgrammeLine) -> Vec<Cell> {
    let plan = &row.plan;
    vec![
        Cell::link(plan.title.to_string(), room.to(&format!("programmes/{}", row.id))),
        Cell::of(plan.year.to_string()),
        Cell { small: plan.kind.title(room.lang).to_owned(), ..Cell::of(plan.trade.to_string()) },
        Cell::of(plan.target.to_string()),
        Cell { tag: programme_tag(row.state.stage(), room.lang), ..Cell::default() },
    ]
}

/// One programme.
pub async fn show(room: &Room<'_>, id: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let id: ProgrammeId = room.id(id)?;
    let ProgrammePage { programme, classes, next, events } =
        room.desk.programme(id).await.map_err(|error| room.redact(error))?;
    let plan = &programme.plan;
    let fact = |name: fn(Lang) -> &'static str, value: String| (name(lang).to_owned(), value);
    let facts = Block {
        title: words::facts(lang).to_owned(),
        facts: vec![
            fact(words::state, programme.state.stage().title(lang).to_owned()),
            fact(words::year, plan.year.to_string()),
            fact(words::trade, plan.trade.to_string()),
            fact(words::kind, plan.kind.title(lang).to_owned()),
            fact(words::target, plan.target.to_string()),
            fact(words::hours, plan.hours.to_string()),
            fact(words::budget, format!("¥{}", plan.budget)),
            fact(words::fund_owner, plan.fund_owner.to_string()),
        ],
        lines: programme.amendments.iter().map(|one| amendment(one, lang)).collect(),
        ..Block::default()
    };
    let subject = format!("programmes/{id}");
    let buttons = room.buttons(&subject, &next);
    let todo = Block {
        title: words::next(lang).to_owned(),
        lines: if buttons.is_empty() { vec![words::nothing_next(lang).to_owned()] } else { Vec::new() },
        buttons,
        ..Block::default()
    };
    let (head, rows) = class_rows(room, &classes);
    let classes = Block {
        title: words::classes(lang).to_owned(),
        head,
        rows,
        empty: words::no_classes(lang).to_owned(),
        ..Block::default()
    };
    let done = Block {
        title: words::timeline(lang).to_owned(),
        timeline: room.timeline(&events),
        ..Block::default()
    };
    let title = plan.title.to_string();
    Ok(Worded {
        title: title.clone(),
        crumbs: room
            .crumbs([(words::programmes(lang).to_owned(), room.to("programmes")), (title, String::new())]),
        blocks: vec![facts, todo, classes, done],
        ..Worded::default()
    })
}

fn amendment(one: &Amendment, lang: Lang) -> String {
    let Amendment { on, old_target, new_target, reason, .. } = one;
    format!("{} {on}：{old_target} → {new_target}，{reason}", words::amended(lang))
}
