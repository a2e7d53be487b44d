//! The classes of one file: those that are there, and those that the file makes.

use std::collections::{BTreeSet, HashMap};

use domain::Day;
use domain::id::{ClassId, EnrolmentId};
use domain::training::{
    ClassKind, ClassPlan, ClassStage, ClassState, EnrolmentStage, EnrolmentState, Name, Opening, Teacher,
    Trade,
};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::programmes::Programmes;
use super::told::{Told, ToldClass};
use super::write::{Import, Written};
use super::{TOGETHER, untold};
use crate::entity::{class, class_session, enrolment};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::training::ClassRecord;
use crate::training::class::{NOUN as CLASS, class_tokens};
use crate::training::record::new_id;

/// How far a class, or a person in it, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Progress {
    Ahead,
    Begun,
    Over,
}

/// How far a person is who is still in the class; none: it ended otherwise.
pub(super) fn progress_of(state: &EnrolmentState) -> Option<Progress> {
    match state.stage() {
        EnrolmentStage::Applied | EnrolmentStage::Waiting | EnrolmentStage::Accepted => Some(Progress::Ahead),
        EnrolmentStage::Studying => Some(Progress::Begun),
        EnrolmentStage::Completed => Some(Progress::Over),
        _ => None,
    }
}

/// A class that rows name.
#[derive(Debug)]
pub(super) struct Class {
    pub id: ClassId,
    /// Made by a roll, and not run in the product since: without a timetable and a head teacher.
    pub is_rolls: bool,
    pub progress: Progress,
    pub trade: Trade,
    /// Hours of most rows.
    pub hours: Option<u16>,
    /// As it is kept, or as it begins.
    record: ClassRecord,
    /// First and last day from now on.
    days: (Day, Day),
    is_new: bool,
    /// A right row names it.
    is_entered: bool,
    /// Who came in by this file.
    pub entered: Vec<EnrolmentId>,
}

impl Class {
    /// Archived or not, when it takes nobody.
    pub(super) fn is_closed(&self) -> Option<bool> {
        match self.record.state.stage() {
            ClassStage::Archived => Some(true),
            ClassStage::Cancelled => Some(false),
            _ => None,
        }
    }

    /// First and last day of the plan.
    pub(super) fn days_of_plan(&self) -> (Day, Day) {
        (self.record.plan.opens_on, self.record.plan.ends_on)
    }

    fn new(told: &ToldClass, today: Day) -> Result<Self, Error> {
        let untold = untold()?;
        let trade = told.trade.as_ref().map_or("其他工种", |trade| trade.as_str());
        let trade = Trade::parse(trade).map_err(Error::down)?;
        let name = Name::parse(told.name.as_str()).map_err(Error::down)?;
        let days = (told.days.0, told.days.1.unwrap_or(told.days.0));
        let plan = ClassPlan {
            programme: domain::id::ProgrammeId(Uuid::nil()),
            code: name.clone(),
            name,
            kind: ClassKind::Skill,
            trade: trade.clone(),
            place: untold.clone(),
            head_teacher: Teacher { name: untold, account: None },
            capacity: 0,
            opens_on: days.0,
            ends_on: days.1,
            exam_on: None,
        };
        let progress = progress_by(told.days.0, told.days.1, today);
        let begin = ClassState::Enrolling { on: today };
        let state = moved(begin, progress, days).unwrap_or(ClassState::Enrolling { on: today });
        let record = ClassRecord {
            id: ClassId(new_id()),
            version: 1,
            plan,
            state,
            placed: 0,
            waiting: 0,
            created_at: domain::Instant(0),
        };
        Ok(Class {
            id: record.id,
            is_rolls: true,
            progress,
            trade,
            hours: told.hours,
            record,
            days,
            is_new: true,
            is_entered: false,
            entered: Vec::new(),
        })
    }

    fn kept(record: ClassRecord, has_sessions: bool, told: &ToldClass, today: Day) -> Result<Self, Error> {
        let plan = &record.plan;
        let is_rolls = !has_sessions && plan.head_teacher.name == untold()?;
        let standing = match record.state.stage() {
            ClassStage::Planned | ClassStage::Enrolling => Progress::Ahead,
            ClassStage::Open | ClassStage::Suspended => Progress::Begun,
            ClassStage::Finished | ClassStage::Archived | ClassStage::Cancelled => Progress::Over,
        };
        // What most of the class's people say counts, in this file or already kept.
        let people = usize::try_from(record.placed).unwrap_or(usize::MAX);
        let counts = is_rolls && told.agreeing.saturating_mul(2) >= people;
        let kept_end = (plan.ends_on > plan.opens_on).then_some(plan.ends_on);
        let (opens_on, end) = match counts {
            true => (told.days.0, told.days.1.or(kept_end)),
            false => (plan.opens_on, kept_end),
        };
        let by_days = if is_rolls { progress_by(opens_on, end, today) } else { standing };
        Ok(Class {
            id: record.id,
            is_rolls,
            progress: standing.max(by_days),
            trade: plan.trade.clone(),
            hours: told.hours,
            days: (opens_on, end.unwrap_or(opens_on).max(opens_on)),
            record,
            is_new: false,
            is_entered: false,
            entered: Vec::new(),
        })
    }

    /// The class with the people it has now; none: nothing of it changes.
    fn grown(&self, people: People) -> ClassRecord {
        let mut after = self.record.clone();
        (after.placed, after.waiting) = (people.placed, people.waiting);
        after.plan.capacity = after.plan.capacity.max(people.placed);
        if !self.is_rolls {
            return after;
        }
        (after.plan.opens_on, after.plan.ends_on) = self.days;
        after.state = moved(after.state.clone(), self.progress, self.days).unwrap_or(after.state);
        if let ClassState::Open { opening, .. } | ClassState::Finished { opening, .. } = &mut after.state {
            opening.roster.extend(&self.entered);
        }
        after
    }
}

/// How far somebody is between two days; an open end lies ahead.
fn progress_by(opens_on: Day, ends_on: Option<Day>, today: Day) -> Progress {
    match ends_on {
        Some(end) if end <= today => Progress::Over,
        _ if opens_on <= today => Progress::Begun,
        _ => Progress::Ahead,
    }
}

/// The state of a class that has come so far; none: it is there already.
fn moved(state: ClassState, progress: Progress, days: (Day, Day)) -> Option<ClassState> {
    let opening = state.opening().cloned().unwrap_or(Opening { on: days.0, roster: Vec::new() });
    match (progress, state.stage()) {
        (Progress::Begun, ClassStage::Planned | ClassStage::Enrolling) => {
            Some(ClassState::Open { opening, on: days.0 })
        }
        (Progress::Over, ClassStage::Planned | ClassStage::Enrolling | ClassStage::Open) => {
            Some(ClassState::Finished { opening, on: days.1 })
        }
        _ => None,
    }
}

/// How many are in a class.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct People {
    pub placed: u32,
    pub waiting: u32,
}

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
