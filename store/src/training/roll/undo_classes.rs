//! Classes and programmes of an import that is undone.

use std::collections::{BTreeSet, HashMap};

use domain::training::{ClassPlan, ClassState};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::TOGETHER;
use super::undo::{Taken, Undoing, ids};
use super::write::Tokens;
use crate::entity::{class, class_session, enrolment, programme};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::training::class::{NOUN as CLASS, class_tokens};
use crate::training::{ClassRecord, ProgrammeRecord};

impl BureauStore {
    pub(super) async fn take_classes(
        &self,
        changes: Vec<Taken>,
        undoing: &mut Undoing<'_>,
    ) -> Result<(), Error> {
        let filled = self.find::<enrolment::Entity>().select_only().column(enrolment::Column::ClassId);
        let filled = filled.filter(enrolment::Column::ClassId.is_in(ids(&changes))).distinct();
        let mut filled: BTreeSet<Uuid> = filled.into_tuple().all(self.tx()).await?.into_iter().collect();
        let sessions =
            self.find::<class_session::Entity>().select_only().column(class_session::Column::ClassId);
        let sessions = sessions.filter(class_session::Column::ClassId.is_in(ids(&changes))).distinct();
        filled.extend(sessions.into_tuple::<Uuid>().all(self.tx()).await?);
        let rows = self.find::<class::Entity>().filter(class::Column::Id.is_in(ids(&changes)));
        let mut rows: HashMap<Uuid, class::Model> =
            rows.all(self.tx()).await?.into_iter().map(|row| (row.id, row)).collect();
        let (mut gone, mut back, mut restored) = (Vec::new(), Vec::new(), Vec::new());
        let mut tokens_gone = Tokens::default();
        for change in changes {
            let Some(row) = rows.remove(&change.row_id) else { continue };
            let is_new = change.before_sealed.is_none();
            if row.version != change.version_after || (is_new && filled.contains(&row.id)) {
                undoing.kept.insert(row.name);
                continue;
            }
            let mut record = ClassRecord::of(row)?;
            let Some((plan, state)) = self.before::<(ClassPlan, ClassState)>(undoing, &change)? else {
                gone.push(record.id.0);
                tokens_gone.add(CLASS, record.id.0, class_tokens(&record));
                continue;
            };
            restored.push(record.id.0);
            undoing.classes.insert(record.id.0);
            (record.plan, record.state) = (plan, state);
            record.version += 1;
            back.push(record.row(self.now())?);
        }
        undoing.undone.restored += back.len();
        self.forget_events(&gone, undoing, &restored).await?;
        self.swap_tokens(&tokens_gone, &Tokens::default()).await?;
        let classes = self.remove::<class::Entity>().filter(class::Column::Id.is_in(gone));
        classes.exec(self.tx()).await?;
        self.replace_all::<class::Entity>(back, &[]).await
    }

    /// Places and rosters of the classes that are still there, by the people who are.
    pub(super) async fn recount_classes(&self, undoing: &mut Undoing<'_>) -> Result<(), Error> {
        let classes: Vec<Uuid> = std::mem::take(&mut undoing.classes).into_iter().collect();
        for together in classes.chunks(TOGETHER) {
            let people = self.people_of(together.to_vec()).await?;
            let there = self.find::<enrolment::Entity>().select_only().column(enrolment::Column::Id);
            let there = there.filter(enrolment::Column::ClassId.is_in(together.iter().copied()));
            let there: BTreeSet<Uuid> = there.into_tuple().all(self.tx()).await?.into_iter().collect();
            let rows = self.find::<class::Entity>();
            let rows = rows.filter(class::Column::Id.is_in(together.iter().copied()));
            let mut changed = Vec::new();
            for row in rows.all(self.tx()).await? {
                let mut record = ClassRecord::of(row)?;
                let counted = people.get(&record.id.0).copied().unwrap_or_default();
                (record.placed, record.waiting) = (counted.placed, counted.waiting);
                record.plan.capacity = record.plan.capacity.max(counted.placed);
                if let ClassState::Open { opening, .. }
                | ClassState::Suspended { opening, .. }
                | ClassState::Finished { opening, .. }
                | ClassState::Archived { opening, .. } = &mut record.state
                {
                    opening.roster.retain(|one| there.contains(&one.0));
                }
                changed.push(record.row(self.now())?);
            }
            self.replace_all::<class::Entity>(changed, &[]).await?;
        }
        Ok(())
    }

    pub(super) async fn take_programmes(
        &self,
        changes: Vec<Taken>,
        undoing: &mut Undoing<'_>,
    ) -> Result<(), Error> {
        let filled = self.find::<class::Entity>().select_only().column(class::Column::ProgrammeId);
        let filled = filled.filter(class::Column::ProgrammeId.is_in(ids(&changes))).distinct();
        let filled: BTreeSet<Uuid> = filled.into_tuple().all(self.tx()).await?.into_iter().collect();
        let rows = self.find::<programme::Entity>().filter(programme::Column::Id.is_in(ids(&changes)));
        let mut rows: HashMap<Uuid, programme::Model> =
            rows.all(self.tx()).await?.into_iter().map(|row| (row.id, row)).collect();
        let (mut gone, mut back, mut restored) = (Vec::new(), Vec::new(), Vec::new());
        for change in changes {
            let Some(row) = rows.remove(&change.row_id) else { continue };
            let is_new = change.before_sealed.is_none();
            if row.version != change.version_after || (is_new && filled.contains(&row.id)) {
                undoing.kept.insert(row.title);
                continue;
            }
            let Some(target) = self.before::<u32>(undoing, &change)? else {
                gone.push(row.id);
                continue;
            };
            restored.push(row.id);
            let mut record = ProgrammeRecord::of(row)?;
            record.plan.target = target;
            record.version += 1;
            back.push(record.row(self.now())?);
        }
        undoing.undone.restored += back.len();
        self.forget_events(&gone, undoing, &restored).await?;
        let programmes = self.remove::<programme::Entity>().filter(programme::Column::Id.is_in(gone));
        programmes.exec(self.tx()).await?;
        self.replace_all::<programme::Entity>(back, &[]).await
    }
}
