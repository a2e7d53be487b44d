//! What is kept of the people of a few hundred rows.

use std::collections::HashMap;

use domain::id::TraineeId;
use domain::training::MarksEntry;
use domain::training::roll::RollRow;
use uuid::Uuid;

use crate::entity::{certificate, enrolment, exam_mark, trainee};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::training::entry::marks_of;
use crate::training::{CertificateRecord, EnrolmentRecord, Trainee};

/// A person of the rows.
#[derive(Clone, Debug)]
pub(super) struct KnownTrainee {
    pub id: TraineeId,
    /// 0: about to be written.
    pub version: i32,
    pub trainee: Trainee,
    pub created_at: domain::Instant,
}

/// What is kept of the rows' people.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// By the identity number's blind index.
    pub trainees: HashMap<Vec<u8>, KnownTrainee>,
    /// By person and class; of several the newest.
    pub enrolments: HashMap<(Uuid, Uuid), EnrolmentRecord>,
    /// By enrolment, oldest first.
    pub marks: HashMap<Uuid, Vec<MarksEntry>>,
    /// By enrolment.
    pub certificates: HashMap<Uuid, Vec<CertificateRecord>>,
    /// The enrolment at which a number stands.
    pub numbers: HashMap<String, Uuid>,
}

impl BureauStore {
    /// Five questions for all rows.
    pub(super) async fn known_to_roll(&self, rows: &[RollRow]) -> Result<Known, Error> {
        let mut known = Known::default();
        let blinds: Vec<Vec<u8>> = rows.iter().map(|row| self.id_number_blind(&row.id_number)).collect();
        let people = self.rows_by::<trainee::Entity, _>(trainee::Column::IdNumberBlind, blinds).await?;
        let mut ids = Vec::new();
        for row in people {
            ids.push(row.id);
            let one = KnownTrainee {
                id: TraineeId(row.id),
                version: row.version,
                trainee: self.trainee_of(&row)?,
                created_at: domain::Instant(row.created_at),
            };
            known.trainees.insert(row.id_number_blind, one);
        }
        if !ids.is_empty() {
            self.know_enrolments(ids, &mut known).await?;
        }
        let numbers = rows.iter().filter_map(|row| row.certificate_number.as_ref()).map(ToString::to_string);
        let taken = self.rows_by::<certificate::Entity, _>(certificate::Column::Number, numbers).await?;
        known.numbers.extend(taken.into_iter().map(|row| (row.number, row.enrolment_id)));
        Ok(known)
    }

    async fn know_enrolments(&self, people: Vec<Uuid>, known: &mut Known) -> Result<(), Error> {
        let mut rows = self.rows_by::<enrolment::Entity, _>(enrolment::Column::TraineeId, people).await?;
        rows.sort_by_key(|row| row.id);
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        for row in rows {
            let record = EnrolmentRecord::of(row)?;
            known.enrolments.insert((record.trainee.0, record.class.0), record);
        }
        let of = || ids.iter().copied();
        let mut marks = self.rows_by::<exam_mark::Entity, _>(exam_mark::Column::EnrolmentId, of()).await?;
        marks.sort_by_key(|row| row.seq);
        for row in marks {
            known.marks.entry(row.enrolment_id).or_default().push(marks_of(&row)?);
        }
        for row in self.rows_by::<certificate::Entity, _>(certificate::Column::EnrolmentId, of()).await? {
            known.certificates.entry(row.enrolment_id).or_default().push(CertificateRecord::of(row)?);
        }
        Ok(())
    }
}
