//! What is kept of the people of a few hundred rows.

use std::collections::HashMap;

use domain::id::TraineeId;
use domain::training::MarksEntry;
use domain::training::roll::RollRow;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
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
        let people = self.find::<trainee::Entity>().filter(trainee::Column::IdNumberBlind.is_in(blinds));
        let mut ids = Vec::new();
        for row in people.all(self.tx()).await? {
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
        let numbers: Vec<String> =
            rows.iter().filter_map(|row| row.certificate_number.as_ref()).map(ToString::to_string).collect();
        if !numbers.is_empty() {
            let taken = self.find::<certificate::Entity>().filter(certificate::Column::Number.is_in(numbers));
            let taken = taken.all(self.tx()).await?;
            known.numbers.extend(taken.into_iter().map(|row| (row.number, row.enrolment_id)));
        }
        Ok(known)
    }

    async fn know_enrolments(&self, people: Vec<Uuid>, known: &mut Known) -> Result<(), Error> {
        let rows = self.find::<enrolment::Entity>().filter(enrolment::Column::TraineeId.is_in(people));
        let rows = rows.order_by_asc(enrolment::Column::Id).all(self.tx()).await?;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        for row in rows {
            let record = EnrolmentRecord::of(row)?;
            known.enrolments.insert((record.trainee.0, record.class.0), record);
        }
        let marks = self.find::<exam_mark::Entity>();
        let marks = marks.filter(exam_mark::Column::EnrolmentId.is_in(ids.clone()));
        for row in marks.order_by_asc(exam_mark::Column::Seq).all(self.tx()).await? {
            known.marks.entry(row.enrolment_id).or_default().push(marks_of(&row)?);
        }
        let papers = self.find::<certificate::Entity>();
        let papers = papers.filter(certificate::Column::EnrolmentId.is_in(ids));
        for row in papers.all(self.tx()).await? {
            known.certificates.entry(row.enrolment_id).or_default().push(CertificateRecord::of(row)?);
        }
        Ok(())
    }
}
