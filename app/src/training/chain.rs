//! Parts of one person's chain in a class, as several pages show them.

use super::room::Room;
use super::tag::certificate_tag;
use super::words;
use crate::worded::{Block, Cell};
use domain::Lang;
use domain::calendar::day_short;
use domain::id::PersonId;
use domain::training::{Marks, MarksEntry, standing_presence};
use std::collections::BTreeMap;
use store::training::{CertificateRecord, EnrolmentChain};

type Label = fn(Lang) -> &'static str;

/// The words above the columns of a table.
#[must_use]
pub fn head(names: &[Label], lang: Lang) -> Vec<String> {
    names.iter().map(|name| name(lang).to_owned()).collect()
}

/// 第 2 次（补考）
#[must_use]
pub fn sitting(number: u32, lang: Lang) -> String {
    match number {
        1 => lang.pick("首次考核", "First sitting").to_owned(),
        2 => lang.pick("补考", "Re-sit").to_owned(),
        more => lang.pick(format!("第 {more} 次考核"), format!("Sitting {more}")),
    }
}

/// 理论 70，实操 80，总分 75
#[must_use]
pub fn marks_in_words(marks: &Marks, lang: Lang) -> String {
    let parts = [
        (words::theory as Label, marks.theory),
        (words::practical, marks.practical),
        (words::total, Some(marks.total)),
    ];
    let parts = parts.into_iter().filter_map(|(name, mark)| Some(format!("{} {}", name(lang), mark?)));
    parts.collect::<Vec<_>>().join(lang.pick("，", ", "))
}

/// Every entry of the exam, corrected ones included.
#[must_use]
pub fn marks(room: &Room<'_>, exam: &[MarksEntry], seconds: &BTreeMap<PersonId, String>) -> Block {
    let lang = room.lang;
    let columns: [Label; 7] = [
        words::sitting,
        words::exam_on,
        words::theory,
        words::practical,
        words::total,
        words::examiners,
        words::correction,
    ];
    let row = |(at, entry): (usize, &MarksEntry)| {
        let is_corrected = exam.iter().skip(at + 1).any(|later| later.sitting == entry.sitting);
        let tag = is_corrected.then(|| (words::corrected(lang).to_owned(), "warn".to_owned()));
        let mark = |mark: Option<domain::training::Mark>| {
            Cell::of(mark.map(|one| one.to_string()).unwrap_or_default())
        };
        let examiners: Vec<String> = entry.examiners.iter().map(ToString::to_string).collect();
        let correction = entry.correction.as_ref().map(|one| {
            let second = seconds.get(&one.second).cloned().unwrap_or_default();
            let old = marks_in_words(&one.old, lang);
            Cell {
                small: format!("{} · {} {second}", one.reason, words::second(lang)),
                ..Cell::of(format!("{} {old}", words::old_value(lang)))
            }
        });
        vec![
            Cell { tag, ..Cell::of(sitting(entry.sitting, lang)) },
            Cell::of(day_short(entry.on, lang)),
            mark(entry.marks.theory),
            mark(entry.marks.practical),
            mark(Some(entry.marks.total)),
            Cell {
                small: entry.place.as_ref().map(ToString::to_string).unwrap_or_default(),
                ..Cell::of(examiners.join(lang.pick("、", ", ")))
            },
            correction.unwrap_or_default(),
        ]
    };
    Block {
        title: words::marks(lang).to_owned(),
        head: head(&columns, lang),
        rows: exam.iter().enumerate().map(row).collect(),
        empty: words::no_marks(lang).to_owned(),
        ..Block::default()
    }
}

/// The certificates of an enrolment, oldest first.
#[must_use]
pub fn certificates(room: &Room<'_>, records: &[CertificateRecord]) -> Block {
    let lang = room.lang;
    let columns: [Label; 3] = [words::number, words::issued_on, words::state];
    let row = |record: &CertificateRecord| {
        let to = room.to(&format!("certificates/{}", record.id));
        vec![
            Cell::link(room.certificate_number(&record.certificate.number), to),
            Cell::of(record.issued_on.to_string()),
            Cell { tag: certificate_tag(record.certificate.state.stage(), lang), ..Cell::default() },
        ]
    };
    Block {
        title: words::certificate(lang).to_owned(),
        head: head(&columns, lang),
        rows: records.iter().map(row).collect(),
        empty: words::no_certificate(lang).to_owned(),
        ..Block::default()
    }
}

/// 24 / 32 学时 · 75%
#[must_use]
pub fn attended(chain: &EnrolmentChain, lang: Lang) -> String {
    let tally = chain.tally;
    if tally.held == 0 {
        return lang.pick("尚未上课", "No session was held yet").to_owned();
    }
    let (credited, held, percent) = (tally.credited, tally.held, tally.percent());
    lang.pick(
        format!("{credited} / {held} 学时 · {percent}%"),
        format!("{credited} / {held} hours · {percent}%"),
    )
}

/// Session by session.
#[must_use]
pub fn attendance(room: &Room<'_>, chain: &EnrolmentChain) -> Block {
    let lang = room.lang;
    let columns: [Label; 4] = [words::session, words::hours, words::subject, words::sign_ins];
    let rows = chain.attendance.iter().map(|(session, entries)| {
        let struck = session.struck.as_ref().map(|_| (words::struck(lang).to_owned(), "warn".to_owned()));
        let presence = standing_presence(entries).map(|one| one.title(lang)).unwrap_or_default();
        let corrected = if entries.len() > 1 { words::corrected(lang) } else { "" };
        let to = room.to(&format!("classes/{}/sessions/{}", session.class, session.id));
        vec![
            Cell {
                small: format!("{}–{}", session.from.format("%H:%M"), session.to.format("%H:%M")),
                tag: struck,
                ..Cell::link(day_short(session.on, lang), to)
            },
            Cell::of(session.hours.to_string()),
            Cell::of(session.subject.to_string()),
            Cell { small: corrected.to_owned(), ..Cell::of(presence) },
        ]
    });
    Block {
        title: words::attendance(lang).to_owned(),
        lines: vec![attended(chain, lang)],
        head: head(&columns, lang),
        rows: rows.collect(),
        ..Block::default()
    }
}
