//! Cover and end sheet (D39): case, decision, days, officers, keeping term; what is missing, and who signs.

use super::stand::{Standing, said};
use domain::Lang;
use domain::case::Context;
use domain::dossier::{Bound, What};
use domain::paper::{PaperKind, day_words};

/// What the cover says, names and values.
pub(super) fn cover(
    standing: &Standing,
    context: &Context<'_>,
    reader: Option<&str>,
) -> Vec<(&'static str, String)> {
    let case = &standing.open.case;
    let parties: Vec<String> = case.parties().iter().map(|party| party.name.to_string()).collect();
    let officers = case.filing().map(|filed| {
        let two = [filed.officers.lead, filed.officers.second];
        two.map(|person| context.name(person)).join("、")
    });
    let archived = case.archived.as_ref();
    let mut lines = vec![
        ("案号", case.clue.number.clone().unwrap_or_default()),
        ("案件名称", name(standing, context)),
        ("当事人", parties.join("、")),
        ("处理决定", decisions(standing)),
        ("立案日期", case.filing().map(|filed| day_words(filed.on)).unwrap_or_default()),
        ("结案日期", case.closed_on().map(day_words).unwrap_or_default()),
        ("承办人", officers.unwrap_or_default()),
        ("保管期限", standing.dossier.keeping.name(Lang::Zh).to_owned()),
        ("档号", archived.map(|archived| archived.number.to_string()).unwrap_or_default()),
    ];
    lines.extend(reader.map(|reader| ("查阅人", reader.to_owned())));
    lines
}

/// Party, act and 案: as the newest paper names the case, else by the first act of its first party.
pub(super) fn name(standing: &Standing, context: &Context<'_>) -> String {
    let valid = standing.papers.iter().rev().filter(|paper| paper.state.is_valid());
    let named = valid.filter(|paper| paper.kind != PaperKind::D32);
    if let Some(name) = named.filter_map(|paper| said(paper, "case/name")).find(|name| !name.is_empty()) {
        return name;
    }
    let parties = standing.open.case.parties();
    let Some(party) = parties.first() else { return String::new() };
    let row = party.acts.first().and_then(|act| context.catalogue.violation(&act.violation));
    let act = row.map(|(_, row)| row.title.zh.clone()).unwrap_or_default();
    let more = if parties.len() > 1 { "等" } else { "" };
    format!("{}{more}涉嫌{act}案", party.name)
}

/// The decisions by name, number and day.
fn decisions(standing: &Standing) -> String {
    let decisions = standing.dossier.main.iter().filter(|entry| {
        matches!(
            entry.what,
            What::Paper(PaperKind::D26 | PaperKind::D26s | PaperKind::D27, _)
                | What::OnPaper(PaperKind::D26 | PaperKind::D26s | PaperKind::D27)
        )
    });
    let words =
        decisions.map(|entry| format!("《{}》{}（{}）", entry.name, entry.number, day_words(entry.on)));
    words.collect::<Vec<_>>().join("；")
}

/// What the end sheet says of what is missing.
pub(super) fn end(standing: &Standing, bound: Bound) -> Vec<String> {
    if bound == Bound::Reading {
        return Vec::new();
    }
    let is_here = |kind: PaperKind| kind.is_open() == (bound == Bound::Main);
    let lacks = standing.dossier.lacks.iter().filter(|lack| is_here(lack.kind()));
    let mut lines: Vec<String> =
        lacks.enumerate().map(|(nth, lack)| format!("{}. {}", nth + 1, lack.record())).collect();
    if lines.is_empty() {
        lines.push("目录所列文书齐全。".to_owned());
    }
    let on_paper = standing.dossier.entries(bound).iter().any(|entry| matches!(entry.what, What::OnPaper(_)));
    if on_paper {
        lines.push("注明“纸质原件”的文书在案件录入系统以前形成，原件随卷装订。".to_owned());
    }
    lines
}

/// Who signs the end sheet, and when.
pub(super) fn signed(today: domain::Day) -> Vec<(&'static str, String)> {
    vec![
        ("立卷人", String::new()),
        ("检查人", String::new()),
        ("生成日期", day_words(today)),
        ("补充说明", String::new()),
    ]
}
