//! The roll call put into words, and its taps.

use super::call::{RollLine, RollView, Tapped};
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::training::room::Room;
use crate::training::words;
use domain::calendar::day_long;
use domain::id::{ClassId, ClassSessionId, EnrolmentId, PersonId};
use domain::training::{ClassStage, EnrolmentStage, Method, Note, Presence, SignIn, TrainingAct};
use domain::{Instant, Lang};
use std::collections::HashMap;
use store::BureauStore;
use store::training::{AttendanceRow, AttendanceSheet, Tap, TapOutcome};

/// Taps that are read at once.
const TAPS_MAX: usize = 2_000;

type Names = HashMap<PersonId, String>;

async fn names(caller: &Caller, store: &BureauStore) -> Result<Names, AppError> {
    let members = store.members_ever().await.map_err(|error| caller.redact(error))?;
    Ok(members.into_iter().map(|member| (member.person, member.name)).collect())
}

/// 到 · 潘老师 8:31
fn said(entry: &SignIn, names: &Names, lang: Lang) -> String {
    let by = names.get(&entry.by).map_or("", String::as_str);
    let at = entry.at.in_shanghai().format("%H:%M");
    let mended = if entry.correction.is_some() { words::was_corrected(lang) } else { "" };
    format!("{} · {by} {at} {mended}", entry.presence.title(lang)).trim_end().to_owned()
}

/// The page.
pub async fn view(
    caller: &Caller,
    store: &BureauStore,
    class: &str,
    session: &str,
    done: &str,
) -> Result<RollView, AppError> {
    let query = Typed::new();
    let (lang, room) = (caller.lang, Room::of(caller, store, &query));
    let (class_id, session_id): (ClassId, ClassSessionId) = (room.id(class)?, room.id(session)?);
    let sheet = room.desk.attendance_sheet(class_id, session_id).await;
    let AttendanceSheet { class: record, session: lesson, rows } =
        sheet.map_err(|error| room.redact(error))?;
    let names = names(caller, store).await?;
    let here = format!("classes/{class}/sessions/{session}");
    let came = rows.iter().filter(|row| row.standing.is_some_and(Presence::counts)).count();
    let sign_in = |row: &AttendanceRow| row.next.iter().find(|one| one.act == TrainingAct::SignIn).cloned();
    let refusals = rows.iter().map(|row| sign_in(row).and_then(|one| one.refusal));
    let mut refusals: Vec<_> = refusals.collect();
    let shut = !refusals.is_empty() && refusals.iter().all(Option::is_some);
    let refusal = if shut { refusals.pop().flatten() } else { None };
    let page = room.desk.class(class_id).await.map_err(|error| room.redact(error))?;
    let of_session = [TrainingAct::PlanSession, TrainingAct::StrikeSession, TrainingAct::DeleteSession];
    let next: Vec<_> = page.next.iter().filter(|one| of_session.contains(&one.act)).cloned().collect();
    let mut buttons = room.buttons(&format!("classes/{class}"), &next);
    for (button, act) in buttons.iter_mut().zip(&next) {
        button.to = format!("{}?session={session}", button.to);
        button.is_main = false;
        if act.act == TrainingAct::PlanSession {
            button.words = words::edit_session(lang).to_owned();
        }
    }
    let takes = matches!(record.state.stage(), ClassStage::Enrolling | ClassStage::Open);
    let day = day_long(lesson.on, lang);
    let hours = format!("{}–{}", lesson.from.format("%H:%M"), lesson.to.format("%H:%M"));
    Ok(RollView {
        class: class.to_owned(),
        session: session.to_owned(),
        title: format!("{} {hours}", words::roll_call(lang)),
        small: format!("{day} · {}", lesson.subject),
        crumbs: room.crumbs([
            (words::classes(lang).to_owned(), room.to("classes")),
            (record.plan.name.to_string(), room.to(&format!("classes/{class}"))),
            (words::roll_call(lang).to_owned(), String::new()),
        ]),
        done: words::noted(done, lang),
        refusal: refusal.map(|refusal| refusal.sentence(lang).to_string()).unwrap_or_default(),
        presences: Presence::ALL
            .iter()
            .map(|one| (one.word().to_owned(), one.title(lang).to_owned()))
            .collect(),
        came,
        lines: rows.iter().map(|row| line(&room, &here, row, &names)).collect(),
        add: if takes { room.to(&format!("classes/{class}/do/apply")) } else { String::new() },
        buttons,
    })
}

fn line(room: &Room<'_>, here: &str, row: &AttendanceRow, names: &Names) -> RollLine {
    let lang = room.lang;
    let may_correct =
        row.next.iter().any(|one| one.act == TrainingAct::CorrectSignIn && one.refusal.is_none());
    let under = [row.trainee.town.clone(), row.trainee.id_number_end().to_owned()];
    let under: Vec<String> = under.into_iter().filter(|part| !part.is_empty()).collect();
    let ended = (row.stage != EnrolmentStage::Studying).then(|| row.stage.title(lang));
    RollLine {
        enrolment: row.enrolment.to_string(),
        name: row.trainee.name.clone(),
        under: under.join(" · "),
        standing: row.standing.map(|one| one.word().to_owned()).unwrap_or_default(),
        said: match (row.entries.last(), ended) {
            (Some(entry), _) => said(entry, names, lang),
            (None, Some(ended)) => ended.to_owned(),
            (None, None) => String::new(),
        },
        correct: if may_correct {
            room.to(&format!("{here}/correct/{}", row.enrolment))
        } else {
            String::new()
        },
    }
}

fn note_of(text: &str) -> Option<Note> {
    Note::parse(text).ok()
}

/// Notes what a form chose; how many were noted and how many were not, as the page is told.
pub async fn note(
    caller: &Caller,
    store: BureauStore,
    session: &str,
    form: &Typed,
) -> Result<String, AppError> {
    let now = store.now();
    let note = note_of(&typed(form, "note"));
    let chosen = form.iter().filter_map(|(name, value)| {
        let enrolment = name.strip_prefix("presence_")?.parse::<EnrolmentId>().ok()?;
        Some((enrolment, Presence::from_word(value)?))
    });
    let taps = chosen.map(|(enrolment, presence)| tap_of(enrolment, presence, now, note.as_ref()));
    let outcomes = send(caller, &store, session, taps.take(TAPS_MAX).collect()).await?;
    store.commit().await.map_err(|error| caller.redact(error))?;
    let good = |one: &&TapOutcome| matches!(one, TapOutcome::Noted { .. } | TapOutcome::Stands { .. });
    let noted = outcomes.iter().filter(good).count();
    Ok(format!("{noted}-{}", outcomes.len() - noted))
}

fn tap_of(enrolment: EnrolmentId, presence: Presence, at: Instant, note: Option<&Note>) -> Tap {
    let note = if presence == Presence::Leave { note.cloned() } else { None };
    Tap { enrolment, presence, at, method: Method::Teacher, note }
}

async fn send(
    caller: &Caller,
    store: &BureauStore,
    session: &str,
    taps: Vec<Tap>,
) -> Result<Vec<TapOutcome>, AppError> {
    let session = session.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    store.training_desk().roll_call(session, taps).await.map_err(|error| caller.redact(error))
}

/// Notes taps that were made some time ago.
pub async fn tap(
    caller: &Caller,
    store: BureauStore,
    session: &str,
    taps: &str,
    note: &str,
) -> Result<Vec<Tapped>, AppError> {
    let (now, note) = (store.now(), note_of(note));
    let mut read = Vec::new();
    for one in taps.split(',').filter(|one| !one.is_empty()).take(TAPS_MAX) {
        let parts: Vec<&str> = one.split(':').collect();
        let tap = match parts.as_slice() {
            [enrolment, presence, age] => enrolment
                .parse::<EnrolmentId>()
                .ok()
                .zip(Presence::from_word(presence))
                .zip(age.parse::<u32>().ok())
                .map(|((enrolment, presence), age)| {
                    tap_of(enrolment, presence, now.plus_millis(-i64::from(age)), note.as_ref())
                }),
            _ => None,
        };
        read.push(tap.ok_or_else(|| caller.refuse(AppError::Invalid(String::new())))?);
    }
    let names = names(caller, &store).await?;
    let of: Vec<EnrolmentId> = read.iter().map(|tap| tap.enrolment).collect();
    let outcomes = send(caller, &store, session, read).await?;
    store.commit().await.map_err(|error| caller.redact(error))?;
    let told = |(enrolment, outcome): (EnrolmentId, TapOutcome)| {
        let (word, words) = match outcome {
            TapOutcome::Noted { entry } => ("noted", said(&entry, &names, caller.lang)),
            TapOutcome::Stands { entry } => ("stands", said(&entry, &names, caller.lang)),
            TapOutcome::Contradicts { entry } => {
                let standing = said(&entry, &names, caller.lang);
                ("contradicts", format!("{}{standing}", words::noted_elsewhere(caller.lang)))
            }
            TapOutcome::Refused { refusal } => ("refused", refusal.sentence(caller.lang).to_string()),
            TapOutcome::Unknown => ("unknown", words::nothing_found(caller.lang).to_owned()),
        };
        (enrolment.to_string(), word.to_owned(), words)
    };
    Ok(of.into_iter().zip(outcomes).map(told).collect())
}
