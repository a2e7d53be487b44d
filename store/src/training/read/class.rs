//! A class with its timetable, its people and what may be done with each.

use std::collections::HashMap;

use domain::id::{CertificateId, ClassId};
use domain::role::Power;
use domain::training::{
    CertificateNumber, ClassStage, EnrolmentStage, Mark, MarksEntry, NextAct, Tally, best,
};

use crate::entity::trainee;
use crate::error::Error;
use crate::training::desk::TrainingDesk;
use crate::training::exam::ExamRoom;
use crate::training::load::{OpenClass, tally};
use crate::training::people::Known;
use crate::training::record::{ClassRecord, EnrolmentRecord, ProgrammeRecord, SessionRecord};
use crate::training::trace::EventRecord;
use crate::training::trainee::TraineeRecord;

/// A class with what hangs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassPage {
    pub class: ClassRecord,
    pub programme: ProgrammeRecord,
    /// By day and hour, with the number of sign-ins.
    pub sessions: Vec<SessionRecord>,
    /// By the sound of the names.
    pub roster: Vec<RosterRow>,
    pub next: Vec<NextAct>,
    /// Of the class; those of its people stand with each person.
    pub events: Vec<EventRecord>,
}

/// One enrolment of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterRow {
    pub enrolment: EnrolmentRecord,
    pub trainee: TraineeRecord,
    pub tally: Tally,
    /// Oldest first; an act sends back how many there were.
    pub exam: Vec<MarksEntry>,
    /// The total that stands.
    pub best: Option<Mark>,
    /// The valid one.
    pub certificate: Option<(CertificateId, CertificateNumber)>,
    pub next: Vec<NextAct>,
}

impl TrainingDesk<'_> {
    /// A class with its timetable, its people, what may be done and what was.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`].
    pub async fn class(&self, id: ClassId) -> Result<ClassPage, Error> {
        self.store.require(Power::ReadRecords)?;
        let open = self.open_timetable(id, None).await?;
        let next = open.class.state.next(&open.scene(self, self.looking()));
        let roster = self.roster(&open).await?;
        let events = self.events_of(vec![id.0]).await?;
        let OpenClass { class, programme, records, .. } = open;
        Ok(ClassPage { class, programme, sessions: records, roster, next, events })
    }

    async fn roster(&self, open: &OpenClass) -> Result<Vec<RosterRow>, Error> {
        let mut room = self.exam_room(open).await?;
        let people = self.trainees_of(open).await?;
        // Only who applied or waits is asked for age, consent and other classes.
        let asked = |record: &&EnrolmentRecord| {
            matches!(record.state.stage(), EnrolmentStage::Applied | EnrolmentStage::Waiting)
        };
        let asked: Vec<_> = open.enrolments.iter().filter(asked).collect();
        let known = self.known(&asked).await?;
        let known: HashMap<_, _> = known.iter().map(|known| (known.enrolment, known)).collect();
        let mut rows = Vec::with_capacity(open.enrolments.len());
        for record in &open.enrolments {
            let row = people.get(&record.trainee.0).ok_or(Error::NotFound)?;
            let next = self.next_of(open, &room, record, known.get(&record.id).copied())?;
            let exam = room.exams.remove(&record.id).unwrap_or_default();
            let live = room.live.get(&record.id);
            let row = RosterRow {
                trainee: TraineeRecord::of(row.clone()),
                tally: tally(&open.sessions, room.standing.get(&record.id), self.store.now()),
                best: best(&exam).map(|entry| entry.marks.total),
                exam,
                certificate: live.map(|live| (live.id, live.certificate.number.clone())),
                enrolment: record.clone(),
                next,
            };
            rows.push((people.get(&record.trainee.0).map(|row| row.pinyin.clone()), row));
        }
        rows.sort_by(|one, other| (&one.0, one.1.enrolment.id).cmp(&(&other.0, other.1.enrolment.id)));
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    /// The people of a class, by their ids.
    pub(super) async fn trainees_of(
        &self,
        open: &OpenClass,
    ) -> Result<HashMap<uuid::Uuid, trainee::Model>, Error> {
        if open.enrolments.is_empty() {
            return Ok(HashMap::new());
        }
        let ids: std::collections::BTreeSet<_> =
            open.enrolments.iter().map(|record| record.trainee.0).collect();
        self.trainee_rows(ids).await
    }

    /// What may be done with an enrolment: its own acts, then exam and certificate where the class is so far.
    pub(super) fn next_of(
        &self,
        open: &OpenClass,
        room: &ExamRoom,
        record: &EnrolmentRecord,
        known: Option<&Known>,
    ) -> Result<Vec<NextAct>, Error> {
        let hand = self.looking();
        let nobody = Known {
            enrolment: record.id,
            trainee: record.trainee,
            id_number: None,
            consent: None,
            stays: Vec::new(),
        };
        let candidate = known.unwrap_or(&nobody).candidate();
        let mut next = record.state.next(&self.enrolment_scene(open, &candidate, hand));
        let stage = record.state.stage();
        let studied = stage.takes_a_place() && stage != EnrolmentStage::Accepted;
        if studied {
            next.extend(self.exam_scene(open, room, record.id, hand)?.next());
            if matches!(open.class.state.stage(), ClassStage::Finished | ClassStage::Archived) {
                next.push(self.issue_scene(open, room, record.id, hand)?.next());
            }
        }
        Ok(next)
    }
}
