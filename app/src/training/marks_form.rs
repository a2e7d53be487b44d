//! 登记成绩: one day's sitting for all who may sit, on one form.

use super::act::Outcome;
use super::chain::{marks_in_words, sitting};
use super::enrolment_form::read_marks;
use super::many::{judged, parted, person};
use super::page::FormPage;
use super::programme_form::name_of;
use super::room::{Asked, Room, day_of};
use super::words;
use crate::error::AppError;
use crate::form::{Problem, typed};
use crate::ui::{Field, FieldKind};
use crate::worded::{Reading, Worded, line};
use domain::id::{ClassId, EnrolmentId};
use domain::training::{SittingFacts, TrainingAct, sittings};
use domain::{Day, Lang};
use store::training::{MarksRow, RosterRow};

/// How many entries the author saw of each person.
const SEEN: &str = "seen_";

/// The fields of one person's marks.
fn row_name(id: EnrolmentId) -> String {
    format!("marks_{id}")
}

fn row_field(row: &RosterRow, lang: Lang) -> Field {
    let before = sittings(&row.exam)
        .into_iter()
        .map(|entry| format!("{} {}", sitting(entry.sitting, lang), marks_in_words(&entry.marks, lang)));
    let before: Vec<String> = before.collect();
    let cells = [
        ("total", words::total(lang)),
        ("theory", words::theory(lang)),
        ("practical", words::practical(lang)),
    ];
    Field {
        kind: FieldKind::Cells,
        options: cells.map(|(name, words)| (name.to_owned(), words.to_owned())).into(),
        ..line(&row_name(row.enrolment.id), &person(row, lang), &before.join(lang.pick("；", "; ")), false)
    }
}

/// What was typed: the day and the filled rows.
fn read(reading: &mut Reading<'_>) -> Option<(Day, Vec<MarksRow>)> {
    let on = day_of(reading);
    let first = name_of(reading, "examiner_1", words::examiner_1);
    let second = name_of(reading, "examiner_2", words::examiner_2);
    let place = name_of(reading, "place", words::exam_place);
    let ids = reading.typed.keys().filter_map(|name| name.strip_prefix(SEEN)?.parse::<EnrolmentId>().ok());
    let ids: Vec<EnrolmentId> = ids.collect();
    let mut filled = Vec::new();
    for id in ids {
        let prefix = format!("{}_", row_name(id));
        let parts = ["total", "theory", "practical"];
        if parts.iter().all(|part| reading.value(&format!("{prefix}{part}")).is_empty()) {
            continue;
        }
        let seen = typed(reading.typed, &format!("{SEEN}{id}")).parse().unwrap_or_default();
        filled.push((id, seen, read_marks(reading, &prefix)));
    }
    if filled.is_empty() {
        reading.problems.push(Problem::of("", words::no_row(reading.lang)));
    }
    let (examiners, place) = (vec![first?, second?], place?);
    let row = |(enrolment, seen, marks): (EnrolmentId, usize, Option<_>)| {
        let facts = SittingFacts { marks: marks?, examiners: examiners.clone(), place: place.clone() };
        Some(MarksRow { enrolment, seen, facts })
    };
    Some((on?, filled.into_iter().map(row).collect::<Option<Vec<_>>>()?))
}

/// The form.
pub async fn form(room: &Room<'_>, id: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let id: ClassId = room.id(id)?;
    let page = room.desk.class(id).await.map_err(|error| room.redact(error))?;
    let plan = &page.class.plan;
    let (may, others) = parted(&page, TrainingAct::RecordMarks, lang);
    let mut fields = vec![
        room.day_field(),
        line("examiner_1", words::examiner_1(lang), words::examiners_hint(lang), true),
        line("examiner_2", words::examiner_2(lang), "", true),
        line("place", words::exam_place(lang), "", true),
    ];
    fields.extend(may.iter().map(|row| row_field(row, lang)));
    let place = ("place".to_owned(), plan.place.to_string());
    let exam_on = plan.exam_on.filter(|day| *day <= room.store.today());
    let on = exam_on.map(|day| ("on".to_owned(), day.to_string()));
    let subject = format!("classes/{id}");
    let asked = Asked {
        subject: &subject,
        act: TrainingAct::RecordMarks.into(),
        version: page.class.version,
        fields,
        values: on.into_iter().chain([place]).collect(),
        consequence: words::marks_consequence(lang),
    };
    let mut sheet = room.sheet(asked, |reading| drop(read(reading))).await?;
    let seen =
        may.iter().map(|row| (format!("form[{SEEN}{}]", row.enrolment.id), row.exam.len().to_string()));
    sheet.hidden.extend(seen);
    let heading = FormPage {
        title: TrainingAct::RecordMarks.title(lang).to_owned(),
        small: plan.name.to_string(),
        way: vec![
            (words::classes(lang).to_owned(), room.to("classes")),
            (plan.name.to_string(), room.to(&subject)),
        ],
        lines: others,
    };
    Ok(heading.with(room, sheet))
}

/// Records all filled rows, or none.
pub async fn act(room: &Room<'_>, id: &str, reading: &mut Reading<'_>) -> Result<Outcome, store::Error> {
    let id: ClassId = id.parse().map_err(|_| store::Error::NotFound)?;
    let Some((on, rows)) = read(reading).filter(|_| reading.problems.is_empty()) else {
        return Ok(Outcome::Problems);
    };
    let page = room.desk.class(id).await?;
    let named = |row: &MarksRow| {
        let known = page.roster.iter().find(|one| one.enrolment.id == row.enrolment);
        (row.enrolment, known.map(|one| person(one, room.lang)).unwrap_or_default())
    };
    let names: Vec<(EnrolmentId, String)> = rows.iter().map(named).collect();
    let outcomes = room.desk.record_marks(id, on, rows).await?;
    Ok(judged(room, &names, outcomes, row_name, format!("classes/{id}")))
}
