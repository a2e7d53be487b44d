//! The classes of one file: those that are there, and those that the file makes.

use std::collections::{BTreeSet, HashMap};

use domain::training::{ClassPlan, EnrolmentStage};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::TOGETHER;
use super::class::{Class, People};
use super::programmes::Programmes;
use super::told::Told;
use super::write::{Import, Written};
use crate::entity::{class, class_session, enrolment};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::training::ClassRecord;
use crate::training::class::{NOUN as CLASS, class_tokens};

/// The classes of one file.
#[derive(Debug)]
pub(super) struct Classes {
    /// As in [`Told::classes`].
    classes: Vec<Class>,
    class_of: Vec<usize>,
    programmes: Programmes,
}

impl Classes {
    pub(super) async fn load(store: &BureauStore, told: &Told<'_>) -> Result<Self, Error> {
        let mut kept: HashMap<String, ClassRecord> = HashMap::new();
        let mut timetabled: BTreeSet<Uuid> = BTreeSet::new();
        for together in told.classes.chunks(TOGETHER) {
            let keys = together.iter().map(|class| class.key.as_str());
            let rows = store.find::<class::Entity>().filter(class::Column::NameKey.is_in(keys));
            let rows = rows.all(store.tx()).await?;
            let sessions = store.find::<class_session::Entity>().select_only();
            let sessions = sessions.column(class_session::Column::ClassId).distinct();
            let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
            let sessions = sessions.filter(class_session::Column::ClassId.is_in(ids));
            timetabled.extend(sessions.into_tuple::<Uuid>().all(store.tx()).await?);
            for row in rows {
                kept.insert(row.name_key.clone(), ClassRecord::of(row)?);
            }
        }
        let mut classes = Vec::with_capacity(told.classes.len());
        for one in &told.classes {
            classes.push(match kept.remove(&one.key) {
                Some(record) => {
                    let has_sessions = timetabled.contains(&record.id.0);
                    Class::kept(record, has_sessions, one, store.today())?
                }
                None => Class::new(one, store.today())?,
            });
        }
        let mut programmes = Programmes::load(store, &classes).await?;
        for class in classes.iter_mut().filter(|class| class.is_new) {
            class.record.plan.programme = programmes.of(store, &class.record.plan, class.hours)?;
            class.record.created_at = store.now();
        }
        Ok(Classes { classes, class_of: told.class_of.clone(), programmes })
    }

    /// The class of a row, by its place in the file.
    pub(super) fn of_row(&self, row: usize) -> Result<&Class, Error> {
        self.class_of.get(row).and_then(|class| self.classes.get(*class)).ok_or(Error::NotFound)
    }

    /// The class of a right row; a new one is written before the first.
    pub(super) fn enter(
        &mut self,
        store: &BureauStore,
        row: usize,
        import: &mut Import,
        written: &mut Written,
    ) -> Result<&mut Class, Error> {
        let class = self.class_of.get(row).and_then(|class| self.classes.get_mut(*class));
        let class = class.ok_or(Error::NotFound)?;
        if class.is_new && !class.is_entered {
            self.programmes.enter(store, class.record.plan.programme, import, written)?;
            written.classes.push(class.record.row(store.now())?);
            written.tokens.add(CLASS, class.id.0, class_tokens(&class.record));
            import.add(written, "class", class.id.0);
            let stage = class.record.state.stage().word();
            import.tell(written, class.id.0, "", stage, class.record.state.since());
        }
        class.is_entered = true;
        Ok(class)
    }

    /// Brings what the rows moved up to date: days, state, roster and places of the classes, targets of the programmes.
    pub(super) async fn grow(&self, store: &BureauStore, import: &mut Import) -> Result<(), Error> {
        let entered: Vec<&Class> = self.classes.iter().filter(|class| class.is_entered).collect();
        for together in entered.chunks(TOGETHER) {
            let ids: Vec<Uuid> = together.iter().map(|class| class.id.0).collect();
            let people = store.people_of(ids).await?;
            let mut written = Written::default();
            for class in together {
                let mut after = class.grown(people.get(&class.id.0).copied().unwrap_or_default());
                if after == class.record {
                    continue;
                }
                let is_changed = (&after.plan, &after.state) != (&class.record.plan, &class.record.state);
                if is_changed && !class.is_new {
                    after.version += 1;
                    let before = (&class.record.plan, &class.record.state);
                    import.change(store, &mut written, "class", class.id.0, after.version, &before)?;
                    let (was, is) = (class.record.state.stage().word(), after.state.stage().word());
                    import.tell(&mut written, class.id.0, was, is, after.state.since());
                }
                written.classes_changed.push(after.row(store.now())?);
            }
            store.put_roll(written).await?;
        }
        let under = entered.iter().map(|class| class.record.plan.programme.0);
        let under: BTreeSet<Uuid> = under.collect();
        self.programmes.grow(store, import, under.into_iter().collect()).await
    }

    /// The plans of new classes.
    pub(super) fn new_plans(classes: &[Class]) -> impl Iterator<Item = &ClassPlan> {
        classes.iter().filter(|class| class.is_new).map(|class| &class.record.plan)
    }
}

impl BureauStore {
    /// How many people the classes have.
    pub(super) async fn people_of(&self, classes: Vec<Uuid>) -> Result<HashMap<Uuid, People>, Error> {
        let counts = self.find::<enrolment::Entity>().filter(enrolment::Column::ClassId.is_in(classes));
        let counts = counts.select_only().column(enrolment::Column::ClassId).column(enrolment::Column::State);
        let counts = counts.column_as(enrolment::Column::Id.count(), "people");
        let counts = counts.group_by(enrolment::Column::ClassId).group_by(enrolment::Column::State);
        let mut people: HashMap<Uuid, People> = HashMap::new();
        for (class, state, count) in counts.into_tuple::<(Uuid, String, i64)>().all(self.tx()).await? {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            let people = people.entry(class).or_default();
            match EnrolmentStage::from_word(&state) {
                Some(EnrolmentStage::Waiting) => people.waiting += count,
                Some(stage) if stage.takes_a_place() => people.placed += count,
                _ => (),
            }
        }
        Ok(people)
    }
}
