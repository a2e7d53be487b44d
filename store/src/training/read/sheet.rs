//! Attendance: the sheet of one session for a roll call, and the grid of a class.

use std::collections::BTreeMap;

use domain::id::{ClassId, ClassSessionId, EnrolmentId};
use domain::role::Power;
use domain::training::{EnrolmentStage, NextAct, Presence, Session, SignIn, Tally, standing_presence};

use crate::error::Error;
use crate::training::desk::TrainingDesk;
use crate::training::load::{OpenClass, tally};
use crate::training::record::ClassRecord;
use crate::training::sign_in::Room;
use crate::training::trainee::TraineeRecord;

/// The sheet of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttendanceSheet {
    pub class: ClassRecord,
    pub session: Session,
    /// By the sound of the names.
    pub rows: Vec<AttendanceRow>,
}

/// One person at one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttendanceRow {
    pub enrolment: EnrolmentId,
    pub stage: EnrolmentStage,
    pub trainee: TraineeRecord,
    /// None: nothing was noted.
    pub standing: Option<Presence>,
    /// Oldest first; a correction sends back how many there were.
    pub entries: Vec<SignIn>,
    pub next: Vec<NextAct>,
}

/// A class's people by its sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttendanceGrid {
    pub class: ClassRecord,
    pub sessions: Vec<Session>,
    /// By the sound of the names.
    pub rows: Vec<GridRow>,
}

/// One person through all sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    pub enrolment: EnrolmentId,
    pub stage: EnrolmentStage,
    pub trainee: TraineeRecord,
    pub standing: BTreeMap<ClassSessionId, Presence>,
    pub tally: Tally,
}

impl TrainingDesk<'_> {
    /// Everybody who studies, and who has an entry already, with what stands at a session.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`] for an unknown session and for
    /// another class's.
    pub async fn attendance_sheet(
        &self,
        class: ClassId,
        session: ClassSessionId,
    ) -> Result<AttendanceSheet, Error> {
        self.store.require(Power::ReadRecords)?;
        let mut room = self.room(session).await?;
        if room.open.class.id != class {
            return Err(Error::NotFound);
        }
        let mut rows = Vec::new();
        for (enrolment, stage, trainee) in self.studying(&room.open).await? {
            let entries = room.entries.remove(&enrolment).unwrap_or_default();
            if stage == EnrolmentStage::DroppedOut && entries.is_empty() {
                continue;
            }
            let state = &room.open.enrolment(enrolment)?.state;
            let next = self.sign_in_scene(&room, state, &entries, enrolment, self.looking()).next();
            let standing = standing_presence(&entries);
            rows.push(AttendanceRow { enrolment, stage, trainee, standing, entries, next });
        }
        let Room { open, session, .. } = room;
        Ok(AttendanceSheet { class: open.class, session, rows })
    }

    /// Everybody who studied in a class, by all of its sessions.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`].
    pub async fn attendance_grid(&self, class: ClassId) -> Result<AttendanceGrid, Error> {
        self.store.require(Power::ReadRecords)?;
        let open = self.open_class(class).await?;
        let mut standing = self.standing(&open.sessions).await?;
        let people = self.studying(&open).await?;
        let row = |(enrolment, stage, trainee)| {
            let tally = tally(&open.sessions, standing.get(&enrolment), self.store.now());
            let standing = standing.remove(&enrolment).unwrap_or_default();
            GridRow { enrolment, stage, trainee, standing, tally }
        };
        let rows = people.into_iter().map(row).collect();
        Ok(AttendanceGrid { class: open.class, sessions: open.sessions, rows })
    }

    /// Who studies or studied, by the sound of the names.
    async fn studying(
        &self,
        open: &OpenClass,
    ) -> Result<Vec<(EnrolmentId, EnrolmentStage, TraineeRecord)>, Error> {
        let people = self.trainees_of(open).await?;
        let mut rows = Vec::new();
        for record in &open.enrolments {
            let stage = record.state.stage();
            let studied = stage == EnrolmentStage::DroppedOut
                || stage.takes_a_place() && stage != EnrolmentStage::Accepted;
            if studied {
                let row = people.get(&record.trainee.0).ok_or(Error::NotFound)?;
                rows.push((row.pinyin.clone(), (record.id, stage, TraineeRecord::of(row.clone()))));
            }
        }
        rows.sort_by(|one, other| (&one.0, one.1.0).cmp(&(&other.0, other.1.0)));
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }
}
