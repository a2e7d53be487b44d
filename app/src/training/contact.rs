//! A trainee's whole identity number and phones, shown for a reason: they stand in the body of one answer, in no
//! address, no draft and no log.

use super::room::{FORM, Room};
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::path;
use crate::worded::{Block, Kept, Reading, Sheet, Worded, line, state};
use domain::id::TraineeId;
use domain::role::Power;
use domain::training::Note;

/// What becomes of a reason that was given.
#[derive(Debug)]
pub enum Opened {
    /// It does not do; where the form is shown again.
    To(String),
    /// The numbers, whose audit row stands.
    Shown(ContactSlip),
}

/// What is shown once.
pub struct ContactSlip {
    pub name: String,
    pub id_number: String,
    pub phones: Vec<String>,
    pub reason: String,
    /// The person's page.
    pub back: String,
}

impl std::fmt::Debug for ContactSlip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ContactSlip").finish_non_exhaustive()
    }
}

/// Whoever runs training phones the people of a class; whoever may unseal may here, too.
#[must_use]
pub fn may_open(room: &Room<'_>) -> bool {
    room.may(Power::RunTraining) || room.may(Power::Unseal)
}

fn subject(id: TraineeId) -> String {
    format!("trainees/{id}/contact")
}

fn read(reading: &mut Reading<'_>) -> Option<Note> {
    if !reading.has("reason", words::open_reason) {
        return None;
    }
    let text = reading.value("reason");
    reading.read("reason", Note::parse(&text))
}

/// The masked numbers and the form that asks for a reason.
pub async fn form(room: &Room<'_>, id: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let id: TraineeId = room.id(id)?;
    let trainee = room.desk.trainee(id).await.map_err(|error| room.redact(error))?.trainee;
    let about = subject(id);
    let page = room.to(&about);
    let kept = Kept { form: FORM, slug: room.slug, subject: &about, page: &page, power: Power::ReadRecords };
    let before = kept.before(room.caller, room.store, room.asked("draft")).await?;
    let problems = before.as_ref().map(|typed| {
        let mut reading = Reading::of(typed, lang);
        let _ = read(&mut reading);
        reading.problems
    });
    let person = room.to(&format!("trainees/{id}"));
    let sheet = may_open(room).then(|| Sheet {
        action: path::trainee_contact(room.slug, &id.to_string()),
        state: state(before.unwrap_or_default(), problems.unwrap_or_default(), |_, code| code.to_owned()),
        fields: vec![line("reason", words::open_reason(lang), words::open_hint(lang), true)],
        consequence: words::open_consequence(lang).to_owned(),
        button: words::open_contact(lang).to_owned(),
        back: person.clone(),
        ..Sheet::default()
    });
    let title = words::open_contact(lang).to_owned();
    let facts = vec![
        (words::id_number(lang).to_owned(), trainee.id_number_masked.clone()),
        (words::phones(lang).to_owned(), trainee.phone_masked.clone()),
    ];
    Ok(Worded {
        title: title.clone(),
        small: trainee.name.clone(),
        crumbs: room.crumbs([
            (words::trainees(lang).to_owned(), room.to("trainees")),
            (trainee.name, person),
            (title, String::new()),
        ]),
        blocks: vec![Block {
            lines: if sheet.is_none() { vec![words::may_not_open(lang).to_owned()] } else { Vec::new() },
            facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
            form: sheet,
            ..Block::default()
        }],
        ..Worded::default()
    })
}

/// Opens a person's numbers for the reason typed.
///
/// # Errors
/// As opening the bureau answers; [`AppError::Forbidden`] without one of the two powers.
pub async fn open(caller: &Caller, slug: &str, id: &str, form: Typed) -> Result<Opened, AppError> {
    let redact = |error| caller.redact(error);
    let id: TraineeId = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    let query = Typed::new();
    let room = Room::of(caller, &store, &query);
    let mut reading = Reading::of(&form, caller.lang);
    let Some(reason) = read(&mut reading) else {
        drop(room);
        drop(store);
        let (about, reason) = (subject(id), typed(&form, "reason"));
        let page = path::training(slug, &about);
        let kept = Kept { form: FORM, slug, subject: &about, page: &page, power: Power::ReadRecords };
        return Ok(Opened::To(kept.again(caller, [("reason".to_owned(), reason)].into(), None).await?));
    };
    let opened = room.desk.open_trainee_contact(id, &reason).await.map_err(redact)?;
    let trainee = room.desk.trainee(id).await.map_err(redact)?.trainee;
    drop(room);
    store.commit().await.map_err(redact)?;
    Ok(Opened::Shown(ContactSlip {
        name: trainee.name,
        id_number: opened.id_number.as_str().to_owned(),
        phones: opened.phones.iter().map(|phone| phone.as_str().to_owned()).collect(),
        reason: reason.to_string(),
        back: path::training(slug, &format!("trainees/{id}")),
    }))
}
