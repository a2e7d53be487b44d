//! Classes: the list, and one with its timetable and its people.

use super::room::{Room, select};
use super::tag::{class_tag, enrolment_tag};
use super::views::views;
use super::words;
use super::{apply_form, many};
use crate::error::AppError;
use crate::ui::Field;
use crate::worded::{Block, Cell, Worded, line as text_field};
use domain::calendar::day_short;
use domain::id::ClassId;
use domain::saved_view::ViewPage;
use domain::training::{ClassStage, TrainingAct};
use domain::{Day, Lang};
use store::training::{ClassFilter, ClassLine, ClassPage, RosterRow, SessionRecord};

/// What the filter's form sends.
const FILTERS: [&str; 3] = ["q", "state", "year"];

/// The list, newest opening first.
pub async fn list(room: &Room<'_>) -> Result<Worded, AppError> {
    let lang = room.lang;
    let year: Option<i32> = room.asked("year").parse().ok();
    let filter = ClassFilter {
        programme: None,
        stage: ClassStage::from_word(room.asked("state")),
        from: year.and_then(|year| Day::from_ymd_opt(year, 1, 1)),
        to: year.and_then(|year| Day::from_ymd_opt(year, 12, 31)),
        search: room.searched().await?,
    };
    let page = room.desk.classes(&filter, room.after()?).await.map_err(|error| room.redact(error))?;
    let states = ClassStage::ALL.iter().map(|one| (one.word().to_owned(), one.title(lang).to_owned()));
    let this_year = chrono::Datelike::year(&room.store.today());
    let years = (this_year - 9..=this_year + 1).rev().map(|year| (year.to_string(), year.to_string()));
    let fields: Vec<Field> = vec![
        text_field("q", words::search_class(lang), "", false),
        select("state", words::state(lang), false, states.collect()),
        select("year", words::year(lang), false, years.collect()),
    ];
    let (head, rows) = class_rows(room, &page.rows);
    let is_narrowed = FILTERS.iter().any(|name| !room.asked(name).is_empty());
    let block = Block {
        lines: vec![room.total(page.total)],
        views: views(room, ViewPage::Classes).await?,
        filter: Some(room.filter("classes", fields).await?),
        head,
        rows,
        empty: if is_narrowed { words::nothing_found(lang) } else { words::no_classes(lang) }.to_owned(),
        next: page.next.map(|id| room.list("classes", &FILTERS, Some(id.to_string()))).unwrap_or_default(),
        first: if room.asked("after").is_empty() {
            String::new()
        } else {
            room.list("classes", &FILTERS, None)
        },
        ..Block::default()
    };
    let title = words::classes(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        crumbs: room.crumbs([(title, String::new())]),
        blocks: vec![block],
        ..Worded::default()
    })
}

/// Classes as a table: its head and its rows.
pub fn class_rows(room: &Room<'_>, classes: &[ClassLine]) -> (Vec<String>, Vec<Vec<Cell>>) {
    let lang = room.lang;
    let head = [words::class_name, words::days, words::placed, words::waiting, words::state];
    let head = head.map(|name: fn(Lang) -> &'static str| name(lang).to_owned()).into();
    let row = |line: &ClassLine| {
        let (record, plan) = (&line.class, &line.class.plan);
        vec![
            Cell {
                small: line.programme_title.clone(),
                ..Cell::link(plan.name.to_string(), room.to(&format!("classes/{}", record.id)))
            },
            Cell::of(format!("{}–{}", plan.opens_on, plan.ends_on)),
            Cell::of(format!("{} / {}", record.placed, plan.capacity)),
            Cell::of(record.waiting.to_string()),
            Cell { tag: class_tag(record.state.stage(), lang), ..Cell::default() },
        ]
    };
    (head, classes.iter().map(row).collect())
}

/// One class.
pub async fn show(room: &Room<'_>, id: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let id: ClassId = room.id(id)?;
    let page = room.desk.class(id).await.map_err(|error| room.redact(error))?;
    let subject = format!("classes/{id}");
    // What is done with one session or one person begins beside it; an application comes first.
    let elsewhere = [TrainingAct::DeleteSession, TrainingAct::StrikeSession, TrainingAct::Apply];
    let of_class = |act: TrainingAct| !elsewhere.contains(&act);
    let mut next: Vec<_> = page.next.iter().filter(|one| of_class(one.act)).cloned().collect();
    next.extend(many::next(&page));
    let takes_people = matches!(page.class.state.stage(), ClassStage::Enrolling | ClassStage::Open);
    if takes_people {
        next.insert(0, apply_form::next(room, &page.class));
    }
    let buttons = room.buttons(&subject, &next);
    let todo = Block {
        title: words::next(lang).to_owned(),
        lines: if buttons.is_empty() { vec![words::nothing_next(lang).to_owned()] } else { Vec::new() },
        buttons,
        ..Block::default()
    };
    let done = Block {
        title: words::timeline(lang).to_owned(),
        timeline: room.timeline(&page.events),
        ..Block::default()
    };
    let title = page.class.plan.name.to_string();
    Ok(Worded {
        title: title.clone(),
        small: page.class.state.stage().title(lang).to_owned(),
        crumbs: room.crumbs([(words::classes(lang).to_owned(), room.to("classes")), (title, String::new())]),
        acts: vec![(words::attendance_sheet(lang).to_owned(), room.to(&format!("{subject}/attendance")))],
        blocks: vec![
            facts(room, &page),
            todo,
            roster(room, &page),
            timetable(room, id, &page.sessions),
            done,
        ],
        ..Worded::default()
    })
}

fn facts(room: &Room<'_>, page: &ClassPage) -> Block {
    let (lang, plan) = (room.lang, &page.class.plan);
    let fact = |name: fn(Lang) -> &'static str, value: String| (name(lang).to_owned(), value);
    let exam = plan.exam_on.map(|day| day.to_string()).unwrap_or_default();
    let facts = vec![
        fact(words::programmes, page.programme.plan.title.to_string()),
        fact(words::trade, plan.trade.to_string()),
        fact(words::days, format!("{}–{}", plan.opens_on, plan.ends_on)),
        fact(words::exam_on, exam),
        fact(words::place, plan.place.to_string()),
        fact(words::head_teacher, plan.head_teacher.name.to_string()),
        fact(words::capacity, format!("{} / {}", page.class.placed, plan.capacity)),
        fact(words::waiting, page.class.waiting.to_string()),
        fact(words::hours, page.programme.plan.hours.to_string()),
    ];
    Block {
        title: words::facts(lang).to_owned(),
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        ..Block::default()
    }
}

fn roster(room: &Room<'_>, page: &ClassPage) -> Block {
    let lang = room.lang;
    let head = [
        words::name,
        words::id_number,
        words::town,
        words::state,
        words::attendance,
        words::mark,
        words::certificate,
    ];
    Block {
        title: format!("{} {}", words::roster(lang), page.roster.len()),
        head: head.map(|name: fn(Lang) -> &'static str| name(lang).to_owned()).into(),
        rows: page.roster.iter().map(|row| person(room, row)).collect(),
        ..Block::default()
    }
}

fn person(room: &Room<'_>, row: &RosterRow) -> Vec<Cell> {
    let (lang, trainee) = (room.lang, &row.trainee);
    let attended = if row.tally.held > 0 { format!("{}%", row.tally.percent()) } else { String::new() };
    let certificate = row.certificate.as_ref().map(|(id, number)| {
        Cell::link(room.certificate_number(number), room.to(&format!("certificates/{id}")))
    });
    vec![
        Cell::link(trainee.name.to_string(), room.to(&format!("enrolments/{}", row.enrolment.id))),
        Cell::of(trainee.id_number_masked.clone()),
        Cell::of(trainee.town.clone()),
        Cell { tag: enrolment_tag(row.enrolment.state.stage(), lang), ..Cell::default() },
        Cell { small: format!("{} / {}", row.tally.credited, row.tally.held), ..Cell::of(attended) },
        Cell::of(row.best.map(|mark| mark.to_string()).unwrap_or_default()),
        certificate.unwrap_or_default(),
    ]
}

fn timetable(room: &Room<'_>, class: ClassId, sessions: &[SessionRecord]) -> Block {
    let lang = room.lang;
    let head = [words::session, words::hours, words::subject, words::teacher, words::room, words::sign_ins];
    let row = |record: &SessionRecord| {
        let session = &record.session;
        let hours = format!("{}–{}", session.from.format("%H:%M"), session.to.format("%H:%M"));
        let to = room.to(&format!("classes/{class}/sessions/{}", session.id));
        let struck = session.struck.as_ref().map(|_| (words::struck(lang).to_owned(), "warn".to_owned()));
        vec![
            Cell { small: hours, tag: struck, ..Cell::link(day_short(session.on, lang), to) },
            Cell::of(session.hours.to_string()),
            Cell::of(session.subject.to_string()),
            Cell::of(session.teacher.name.to_string()),
            Cell::of(session.room.to_string()),
            Cell::of(session.sign_ins.to_string()),
        ]
    };
    Block {
        title: words::timetable(lang).to_owned(),
        head: head.map(|name: fn(Lang) -> &'static str| name(lang).to_owned()).into(),
        rows: sessions.iter().map(row).collect(),
        ..Block::default()
    }
}
