//! One enrolment with its whole chain, and what may be done with it.

use std::collections::{BTreeMap, HashMap};

use domain::id::{EnrolmentId, PersonId};
use domain::role::Power;
use domain::training::{NextAct, standing_presence};

use super::EnrolmentChain;
use crate::error::Error;
use crate::training::desk::TrainingDesk;
use crate::training::exam::ExamRoom;
use crate::training::load::{OpenClass, Standing};
use crate::training::trainee::TraineeRecord;

/// One person in one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrolmentPage {
    pub trainee: TraineeRecord,
    pub chain: EnrolmentChain,
    /// The names of whoever checked a correction of marks.
    pub seconds: BTreeMap<PersonId, String>,
    pub next: Vec<NextAct>,
}

impl TrainingDesk<'_> {
    /// An enrolment from the application to the certificate, and what may be done with it.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`].
    pub async fn enrolment(&self, id: EnrolmentId) -> Result<EnrolmentPage, Error> {
        self.store.require(Power::ReadRecords)?;
        let record = self.enrolment_record(id).await?;
        let open = self.open_class(record.class).await?;
        let known = self.known(&[&record]).await?.pop();
        let trainee = TraineeRecord::of(self.trainee_row_of(record.trainee).await?);
        let chain = self.chains(vec![record]).await?.pop().ok_or(Error::NotFound)?;
        let room = room_of(&open, &chain);
        let next = self.next_of(&open, &room, &chain.enrolment, known.as_ref())?;
        let seconds = self.seconds(&chain).await?;
        Ok(EnrolmentPage { trainee, chain, seconds, next })
    }

    async fn seconds(&self, chain: &EnrolmentChain) -> Result<BTreeMap<PersonId, String>, Error> {
        let corrections = chain.exam.iter().filter_map(|entry| entry.correction.as_ref());
        let seconds: Vec<PersonId> = corrections.map(|correction| correction.second).collect();
        if seconds.is_empty() {
            return Ok(BTreeMap::new());
        }
        let mut names = self.names().await?;
        names.retain(|person, _| seconds.contains(person));
        Ok(names)
    }
}

/// The exam of this one enrolment, as the rules ask for it.
fn room_of(open: &OpenClass, chain: &EnrolmentChain) -> ExamRoom {
    let id = chain.enrolment.id;
    let presences = chain.attendance.iter();
    let presences =
        presences.filter_map(|(session, entries)| Some((session.id, standing_presence(entries)?)));
    let live = chain.certificates.iter().find(|record| record.certificate.is_live());
    ExamRoom {
        teachers: open.class.plan.teachers(&open.sessions),
        standing: Standing::from([(id, presences.collect())]),
        exams: HashMap::from([(id, chain.exam.clone())]),
        live: live.map(|record| (id, record.clone())).into_iter().collect(),
    }
}
