//! Between the domain and the rows that are only ever added: sign-ins and marks.

use domain::Instant;
use domain::id::{ClassSessionId, EnrolmentId};
use domain::training::{MarksEntry, Presence, SignIn};
use sea_orm::ActiveValue::Set;

use super::record::{read, write};
use crate::entity::{attendance, exam_mark};
use crate::error::Error;

/// The row of a sign-in, the `seq`th of its enrolment at its session, from 1.
pub(crate) fn sign_in_row(
    session: ClassSessionId,
    enrolment: EnrolmentId,
    seq: usize,
    entry: &SignIn,
    now: Instant,
) -> Result<attendance::ActiveModel, Error> {
    Ok(attendance::ActiveModel {
        session_id: Set(session.0),
        enrolment_id: Set(enrolment.0),
        seq: Set(i32::try_from(seq).map_err(Error::down)?),
        presence: Set(entry.presence.word().to_owned()),
        facts: Set(write(entry)?),
        recorded_at: Set(now.0),
        ..Default::default()
    })
}

/// The row of an exam's entry, the `seq`th of its enrolment, from 1.
pub(crate) fn marks_row(
    enrolment: EnrolmentId,
    seq: usize,
    entry: &MarksEntry,
    now: Instant,
) -> Result<exam_mark::ActiveModel, Error> {
    Ok(exam_mark::ActiveModel {
        enrolment_id: Set(enrolment.0),
        seq: Set(i32::try_from(seq).map_err(Error::down)?),
        total: Set(i32::from(entry.marks.total.tenths())),
        facts: Set(write(entry)?),
        recorded_at: Set(now.0),
        ..Default::default()
    })
}

pub(super) fn sign_in_of(row: &attendance::Model) -> Result<SignIn, Error> {
    read(&row.facts)
}

pub(super) fn marks_of(row: &exam_mark::Model) -> Result<MarksEntry, Error> {
    read(&row.facts)
}

pub(super) fn presence_of(word: &str) -> Result<Presence, Error> {
    Presence::from_word(word).ok_or_else(|| Error::down(format!("no presence: {word}")))
}
