//! The exam (考试): marks of many at once, each row answered by itself; corrections one by one.

use std::collections::HashMap;

use domain::Day;
use domain::id::{ClassId, EnrolmentId, PersonId};
use domain::training::{ExamScene, Marks, MarksEntry, Note, SittingFacts, Teacher, TrainingAct};
use serde::{Deserialize, Serialize};

use super::desk::{Answer, RowOutcome, TrainingDesk};
use super::entry::marks_row;
use super::load::{OpenClass, Standing, live_number, tally};
use super::record::{CertificateRecord, text};
use super::trace::Moving;
use crate::entity::exam_mark;
use crate::error::Error;

/// Rows of one sheet of marks.
const ROWS_MAX: usize = 2_000;

/// One row of a sheet of marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarksRow {
    pub enrolment: EnrolmentId,
    /// How many entries the author saw: 0 before the first sitting.
    pub seen: usize,
    pub facts: SittingFacts,
}

/// A correction of a sitting's marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectedMarks {
    pub enrolment: EnrolmentId,
    /// How many entries the author saw.
    pub seen: usize,
    /// 1, or 2 for the re-sit.
    pub sitting: u32,
    pub marks: Marks,
    pub reason: Option<Note>,
    /// Who checked it besides whoever enters it.
    pub second: Option<PersonId>,
}

/// A class at its exam.
pub(super) struct ExamRoom {
    pub teachers: Vec<Teacher>,
    pub standing: Standing,
    pub exams: HashMap<EnrolmentId, Vec<MarksEntry>>,
    pub live: HashMap<EnrolmentId, CertificateRecord>,
}

impl ExamRoom {
    pub(super) fn entries(&self, of: EnrolmentId) -> &[MarksEntry] {
        self.exams.get(&of).map(Vec::as_slice).unwrap_or_default()
    }
}

impl TrainingDesk<'_> {
    /// Records the marks of one day's sitting, each row answered by itself, in the order of the rows.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown class, [`Error::Invalid`] for more rows than a class has people.
    pub async fn record_marks(
        &self,
        class: ClassId,
        on: Day,
        marks: Vec<MarksRow>,
    ) -> Result<Vec<RowOutcome<MarksEntry>>, Error> {
        self.acting(on)?;
        if marks.len() > ROWS_MAX {
            return Err(Error::Invalid { field: "rows", code: "too_many" });
        }
        let open = self.open_class(class).await?;
        let mut room = self.exam_room(&open).await?;
        let (mut outcomes, mut rows) = (Vec::with_capacity(marks.len()), Vec::new());
        let (mut events, mut noted) = (Vec::new(), Vec::new());
        for MarksRow { enrolment, seen, facts } in marks {
            let outcome = self.marked(&open, &room, on, enrolment, seen, facts)?;
            if let RowOutcome::Done(entry) = &outcome {
                let entries = room.exams.entry(enrolment).or_default();
                entries.push(entry.clone());
                rows.push(marks_row(enrolment, entries.len(), entry, self.store.now())?);
                events.push(exam_event(&open, enrolment, TrainingAct::RecordMarks, on, String::new())?);
                noted.push(serde_json::json!({
                    "enrolment": enrolment, "sitting": entry.sitting, "marks": entry.marks,
                }));
            }
            outcomes.push(outcome);
        }
        if !rows.is_empty() {
            self.store.insert_all::<exam_mark::Entity>(rows).await?;
            self.store.training_moved(events).await?;
            let payload = serde_json::json!({ "on": on, "noted": noted });
            self.store.audit(TrainingAct::RecordMarks.word(), &class.to_string(), &payload).await?;
        }
        Ok(outcomes)
    }

    fn marked(
        &self,
        open: &OpenClass,
        room: &ExamRoom,
        on: Day,
        enrolment: EnrolmentId,
        seen: usize,
        facts: SittingFacts,
    ) -> Result<RowOutcome<MarksEntry>, Error> {
        if open.enrolment(enrolment).is_err() {
            return Ok(RowOutcome::Unknown);
        }
        if room.entries(enrolment).len() != seen {
            return Ok(RowOutcome::Changed);
        }
        let hand = self.acting(on)?;
        Ok(match self.exam_scene(open, room, enrolment, hand)?.record(facts) {
            Ok(entry) => RowOutcome::Done(entry),
            Err(refusal) => RowOutcome::Refused(refusal),
        })
    }

    /// Corrects the marks of a sitting.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when somebody was faster; [`Error::Invalid`] for a second person who
    /// is no member.
    pub async fn correct_marks(&self, correction: CorrectedMarks) -> Answer<()> {
        let on = self.store.today();
        let hand = self.acting(on)?;
        self.second_person(correction.second).await?;
        let CorrectedMarks { enrolment, seen, sitting, marks, reason, second } = correction;
        let open = self.open_class(self.enrolment_record(enrolment).await?.class).await?;
        let room = self.exam_room(&open).await?;
        let entries = room.entries(enrolment);
        if entries.len() != seen {
            return Err(Error::Conflict);
        }
        let scene = self.exam_scene(&open, &room, enrolment, hand)?;
        let entry = match scene.correct(sitting, marks, reason.clone(), second) {
            Ok(entry) => entry,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let row = marks_row(enrolment, entries.len() + 1, &entry, self.store.now())?;
        self.store.insert::<exam_mark::Entity>(row).await?;
        let act = TrainingAct::CorrectMarks;
        let payload = serde_json::json!({
            "sitting": sitting, "before": entry.correction.as_ref().map(|one| one.old), "after": entry.marks,
            "reason": reason, "second": second,
        });
        self.store.audit(act.word(), &enrolment.to_string(), &payload).await?;
        self.store
            .training_moved(vec![exam_event(&open, enrolment, act, on, text(reason.as_ref()))?])
            .await?;
        Ok(Ok(()))
    }

    /// What exams are judged on, for a whole class.
    pub(super) async fn exam_room(&self, open: &OpenClass) -> Result<ExamRoom, Error> {
        let ids = || open.enrolments.iter().map(|record| record.id);
        Ok(ExamRoom {
            teachers: open.class.plan.teachers(&open.sessions),
            standing: self.standing(&open.sessions).await?,
            exams: self.exams(ids()).await?,
            live: self.live_certificates(ids()).await?,
        })
    }

    pub(super) fn exam_scene<'b>(
        &'b self,
        open: &'b OpenClass,
        room: &'b ExamRoom,
        enrolment: EnrolmentId,
        hand: domain::training::Hand<'b>,
    ) -> Result<ExamScene<'b>, Error> {
        Ok(ExamScene {
            class: &open.class.state,
            enrolment: &open.enrolment(enrolment)?.state,
            sessions: &open.sessions,
            teachers: &room.teachers,
            tally: tally(&open.sessions, room.standing.get(&enrolment), self.store.now()),
            entries: room.entries(enrolment),
            certificate: live_number(&room.live, enrolment),
            settings: &self.settings,
            hand,
        })
    }
}

/// Marks move no state: the event says that there are some.
fn exam_event(
    open: &OpenClass,
    enrolment: EnrolmentId,
    act: TrainingAct,
    on: Day,
    reason: String,
) -> Result<Moving, Error> {
    let stage = open.enrolment(enrolment)?.state.stage().word();
    Ok(Moving { subject: enrolment.0, act: act.word(), before: stage, after: stage, on, reason })
}
