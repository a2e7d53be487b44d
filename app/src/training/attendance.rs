//! Attendance: the sheet of a class by its sessions, to be read and printed, and the correction of one entry.

use super::act::Outcome;
use super::deed::Deed;
use super::room::{Asked, Room, reason_field, reason_of, select};
use super::words;
use crate::error::AppError;
use crate::worded::{Block, Cell, Reading, Worded};
use domain::calendar::day_short;
use domain::id::{ClassId, ClassSessionId, EnrolmentId, PersonId};
use domain::training::{Presence, TrainingAct};
use store::training::{AttendanceGrid, AttendanceRow, CorrectedSignIn, GridRow};

/// The sheet: a line a person, a column a session, with what stands and the hours.
pub async fn grid(room: &Room<'_>, class: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let id: ClassId = room.id(class)?;
    let AttendanceGrid { class: record, sessions, rows } =
        room.desk.attendance_grid(id).await.map_err(|error| room.redact(error))?;
    let mut head = vec![words::name(lang).to_owned(), words::id_number(lang).to_owned()];
    head.extend(
        sessions.iter().map(|one| format!("{} {}", day_short(one.on, lang), one.from.format("%H:%M"))),
    );
    head.extend([
        words::hours(lang).to_owned(),
        words::attendance(lang).to_owned(),
        words::signature(lang).to_owned(),
    ]);
    let line = |row: &GridRow| {
        let mut cells =
            vec![Cell::of(row.trainee.name.clone()), Cell::of(row.trainee.id_number_masked.clone())];
        cells.extend(sessions.iter().map(|session| {
            let standing = row.standing.get(&session.id).map_or("", |one| one.title(lang));
            Cell::of(if session.struck.is_some() { words::struck(lang) } else { standing })
        }));
        cells.push(Cell::of(format!("{} / {}", row.tally.credited, row.tally.held)));
        cells.push(Cell::of(format!("{}%", row.tally.percent())));
        cells.push(Cell::default());
        cells
    };
    let block = Block {
        lines: vec![words::print_hint(lang).to_owned()],
        head,
        rows: rows.iter().map(line).collect(),
        empty: words::nobody(lang).to_owned(),
        ..Block::default()
    };
    let name = record.plan.name.to_string();
    Ok(Worded {
        title: words::attendance_sheet(lang).to_owned(),
        small: name.clone(),
        crumbs: room.crumbs([
            (words::classes(lang).to_owned(), room.to("classes")),
            (name, room.to(&format!("classes/{class}"))),
            (words::attendance_sheet(lang).to_owned(), String::new()),
        ]),
        blocks: vec![block],
        ..Worded::default()
    })
}

async fn row(
    room: &Room<'_>,
    class: ClassId,
    session: ClassSessionId,
    enrolment: &str,
) -> Result<AttendanceRow, store::Error> {
    let sheet = room.desk.attendance_sheet(class, session).await?;
    let found = sheet.rows.into_iter().find(|row| row.enrolment.to_string() == enrolment);
    found.ok_or(store::Error::NotFound)
}

/// The form that corrects what stands for one person at one session.
pub async fn correct_form(
    room: &Room<'_>,
    class: &str,
    session: &str,
    enrolment: &str,
) -> Result<Worded, AppError> {
    let lang = room.lang;
    let row = row(room, room.id(class)?, room.id(session)?, enrolment).await;
    let row = row.map_err(|error| room.redact(error))?;
    let me = room.store.actor().person;
    let members = room.store.members(room.store.today()).await.map_err(|error| room.redact(error))?;
    let others = members.into_iter().filter(|member| Some(member.person) != me);
    let others = others.map(|member| (member.person.to_string(), member.name)).collect();
    let presences = Presence::ALL.iter().map(|one| (one.word().to_owned(), one.title(lang).to_owned()));
    let fields = vec![
        select("presence", words::attendance(lang), true, presences.collect()),
        reason_field(lang, true),
        select("second", words::second_person(lang), true, others),
    ];
    let subject = format!("classes/{class}/sessions/{session}/correct/{enrolment}");
    let standing = row.standing.map(Presence::word).unwrap_or_default();
    let asked = Asked {
        subject: &subject,
        act: Deed::Act(TrainingAct::CorrectSignIn),
        version: i32::try_from(row.entries.len()).unwrap_or(i32::MAX),
        fields,
        values: [("presence".to_owned(), standing.to_owned())].into(),
        consequence: words::correct_hint(lang),
    };
    let mut sheet = room.sheet(asked, |reading| drop(read(reading))).await?;
    sheet.back = room.to(&format!("classes/{class}/sessions/{session}"));
    let title = TrainingAct::CorrectSignIn.title(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        small: row.trainee.name.clone(),
        crumbs: room.crumbs([
            (words::classes(lang).to_owned(), room.to("classes")),
            (words::roll_call(lang).to_owned(), room.to(&format!("classes/{class}/sessions/{session}"))),
            (title, String::new()),
        ]),
        blocks: vec![Block {
            lines: row.entries.iter().rev().map(|entry| words::entry(entry, lang)).collect(),
            form: Some(sheet),
            ..Block::default()
        }],
        ..Worded::default()
    })
}

fn read(reading: &mut Reading<'_>) -> Option<(Presence, Option<domain::training::Note>, Option<PersonId>)> {
    let presence = Presence::from_word(&reading.value("presence"));
    if presence.is_none() {
        reading.has("presence", words::attendance);
    }
    Some((presence?, reason_of(reading), reading.value("second").parse().ok()))
}

/// Corrects it.
pub async fn correct(
    room: &Room<'_>,
    place: (&str, &str, &str),
    seen: i32,
    reading: &mut Reading<'_>,
) -> Result<Outcome, store::Error> {
    let (class, session, enrolment) = place;
    let unknown = |_| store::Error::NotFound;
    let session_id: ClassSessionId = session.parse().map_err(unknown)?;
    let enrolment: EnrolmentId = enrolment.parse().map_err(unknown)?;
    row(room, class.parse().map_err(unknown)?, session_id, &enrolment.to_string()).await?;
    let Some((presence, reason, second)) = read(reading).filter(|_| reading.problems.is_empty()) else {
        return Ok(Outcome::Problems);
    };
    let seen = usize::try_from(seen).unwrap_or_default();
    let correction = CorrectedSignIn { session: session_id, enrolment, seen, presence, reason, second };
    let answer = room.desk.correct_sign_in(correction).await;
    Outcome::of(answer, |()| format!("classes/{class}/sessions/{session}"))
}
