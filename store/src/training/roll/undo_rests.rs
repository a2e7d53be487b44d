//! What rests on the rows of an import that is undone, and what their histories tell of it.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::undo::Undoing;
use crate::entity::{attendance, certificate, enrolment, exam_mark, trainee, training_event};
use crate::error::Error;
use crate::scope::BureauStore;

impl BureauStore {
    /// Enrolments with marks, certificates or sign-ins.
    pub(super) async fn resting_on(&self, enrolments: &[Uuid]) -> Result<BTreeSet<Uuid>, Error> {
        let of = || enrolments.iter().copied();
        let marks = self.find::<exam_mark::Entity>().select_only().column(exam_mark::Column::EnrolmentId);
        let marks = marks.filter(exam_mark::Column::EnrolmentId.is_in(of())).into_tuple::<Uuid>();
        let mut resting: BTreeSet<Uuid> = marks.all(self.tx()).await?.into_iter().collect();
        let papers =
            self.find::<certificate::Entity>().select_only().column(certificate::Column::EnrolmentId);
        let papers = papers.filter(certificate::Column::EnrolmentId.is_in(of())).into_tuple::<Uuid>();
        resting.extend(papers.all(self.tx()).await?);
        let present = self.find::<attendance::Entity>().select_only().column(attendance::Column::EnrolmentId);
        let present = present.filter(attendance::Column::EnrolmentId.is_in(of())).distinct();
        resting.extend(present.into_tuple::<Uuid>().all(self.tx()).await?);
        Ok(resting)
    }

    /// The names of the people of enrolments.
    pub(super) async fn holders_of(&self, enrolments: &[Uuid]) -> Result<HashMap<Uuid, String>, Error> {
        let rows = self.find::<enrolment::Entity>().select_only().column(enrolment::Column::Id);
        let rows = rows.column(enrolment::Column::TraineeId);
        let rows = rows.filter(enrolment::Column::Id.is_in(enrolments.iter().copied()));
        let rows: Vec<(Uuid, Uuid)> = rows.into_tuple().all(self.tx()).await?;
        let people = self.find::<trainee::Entity>().select_only().column(trainee::Column::Id);
        let people = people.column(trainee::Column::Name);
        let people = people.filter(trainee::Column::Id.is_in(rows.iter().map(|(_, trainee)| *trainee)));
        let names: HashMap<Uuid, String> =
            people.into_tuple::<(Uuid, String)>().all(self.tx()).await?.into_iter().collect();
        let named = rows.into_iter().filter_map(|(id, trainee)| Some((id, names.get(&trainee)?.clone())));
        Ok(named.collect())
    }

    /// Histories of rows that go, and what the import told in those of rows that come back.
    pub(super) async fn forget_events(
        &self,
        gone: &[Uuid],
        undoing: &Undoing<'_>,
        restored: &[Uuid],
    ) -> Result<(), Error> {
        let whole = self.remove::<training_event::Entity>();
        let whole = whole.filter(training_event::Column::SubjectId.is_in(gone.iter().copied()));
        whole.exec(self.tx()).await?;
        let told = self.remove::<training_event::Entity>();
        let told = told.filter(training_event::Column::SubjectId.is_in(restored.iter().copied()));
        let told = told.filter(training_event::Column::At.eq(undoing.at));
        told.exec(self.tx()).await?;
        Ok(())
    }
}
