//! The programmes under which a file's new classes stand: one a year and trade.

use std::collections::{BTreeSet, HashMap};

use chrono::Datelike;
use domain::Day;
use domain::id::ProgrammeId;
use domain::training::{
    Approval, ClassKind, ClassPlan, Name, ProgrammePlan, ProgrammeStage, ProgrammeState, Trade,
};
use domain::value::Money;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::class::Class;
use super::classes::Classes;
use super::told::most;
use super::write::{Import, Written};
use super::{TOGETHER, untold};
use crate::entity::{class, programme};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::training::ProgrammeRecord;
use crate::training::record::new_id;

/// Programmes of a file's years that are looked at.
const PROGRAMMES_MAX: u64 = 5_000;

#[derive(Debug)]
struct Programme {
    record: ProgrammeRecord,
    is_new: bool,
    is_entered: bool,
    hours: Vec<u16>,
}

/// The programmes of one file.
#[derive(Debug, Default)]
pub(super) struct Programmes {
    all: HashMap<Uuid, Programme>,
    /// Which takes the classes of a year and trade.
    taking: HashMap<(i32, String), Uuid>,
}

impl Programmes {
    /// Programmes of the years in which new classes open; one that was approved takes them.
    pub(super) async fn load(store: &BureauStore, classes: &[Class]) -> Result<Self, Error> {
        let years: BTreeSet<i32> = Classes::new_plans(classes).map(|plan| plan.opens_on.year()).collect();
        let mut programmes = Programmes::default();
        if years.is_empty() {
            return Ok(programmes);
        }
        let rows = store.find::<programme::Entity>().filter(programme::Column::Year.is_in(years));
        let rows = rows.filter(programme::Column::Kind.eq(ClassKind::Skill.word()));
        let rows = rows.order_by_asc(programme::Column::Id).limit(PROGRAMMES_MAX);
        for row in rows.all(store.tx()).await? {
            let record = ProgrammeRecord::of(row)?;
            let takes = matches!(
                record.state.stage(),
                ProgrammeStage::Approved | ProgrammeStage::Running | ProgrammeStage::Closed
            );
            if takes {
                let key = (record.plan.year, record.plan.trade.key());
                programmes.taking.entry(key).or_insert(record.id.0);
            }
            let kept = Programme { record, is_new: false, is_entered: false, hours: Vec::new() };
            programmes.all.insert(kept.record.id.0, kept);
        }
        Ok(programmes)
    }

    /// The programme of a new class; made when there is none.
    pub(super) fn of(
        &mut self,
        store: &BureauStore,
        plan: &ClassPlan,
        hours: Option<u16>,
    ) -> Result<ProgrammeId, Error> {
        let key = (plan.opens_on.year(), plan.trade.key());
        let id = match self.taking.get(&key) {
            Some(id) => *id,
            None => {
                let record = begun(key.0, &plan.trade, plan.opens_on, store)?;
                let id = record.id.0;
                let new = Programme { record, is_new: true, is_entered: false, hours: Vec::new() };
                self.all.insert(id, new);
                self.taking.insert(key, id);
                id
            }
        };
        let programme = self.all.get_mut(&id).ok_or(Error::NotFound)?;
        if programme.is_new {
            programme.hours.extend(hours);
            let plan_hours = most(programme.hours.iter()).map_or(0, |(hours, _)| u32::from(*hours));
            programme.record.plan.hours = plan_hours;
            let on = programme.record.state.since().min(plan.opens_on);
            programme.record.state = running(on, store);
        }
        Ok(programme.record.id)
    }

    /// A class of the programme is written: a new programme before its first one.
    pub(super) fn enter(
        &mut self,
        store: &BureauStore,
        id: ProgrammeId,
        import: &mut Import,
        written: &mut Written,
    ) -> Result<(), Error> {
        let programme = self.all.get_mut(&id.0).ok_or(Error::NotFound)?;
        if programme.is_new && !programme.is_entered {
            let record = &programme.record;
            written.programmes.push(record.row(store.now())?);
            import.add(written, "programme", id.0);
            import.tell(written, id.0, "", record.state.stage().word(), record.state.since());
        }
        programme.is_entered = true;
        Ok(())
    }

    /// The target of a programme that rolls made is at least the people of its classes.
    pub(super) async fn grow(
        &self,
        store: &BureauStore,
        import: &mut Import,
        of_classes: Vec<Uuid>,
    ) -> Result<(), Error> {
        for together in of_classes.chunks(TOGETHER) {
            let placed = store.placed_of(together).await?;
            let kept = store.find::<programme::Entity>();
            let kept = kept.filter(programme::Column::Id.is_in(together.iter().copied()));
            let mut written = Written::default();
            for row in kept.all(store.tx()).await? {
                let mut record = ProgrammeRecord::of(row)?;
                let id = record.id.0;
                let target = placed.get(&id).copied().unwrap_or(0);
                if record.plan.fund_owner != untold()? || target <= record.plan.target {
                    continue;
                }
                let old = record.plan.target;
                record.plan.target = target;
                if !self.all.get(&id).is_some_and(|programme| programme.is_new) {
                    record.version += 1;
                    import.change(store, &mut written, "programme", id, record.version, &old)?;
                    let stage = record.state.stage().word();
                    import.tell(&mut written, id, stage, stage, record.state.since());
                }
                written.programmes_changed.push(record.row(store.now())?);
            }
            store.put_roll(written).await?;
        }
        Ok(())
    }
}

fn running(on: Day, store: &BureauStore) -> ProgrammeState {
    let on = on.min(store.today());
    ProgrammeState::Running { approval: Approval { on, by: store.actor().person }, on }
}

fn begun(year: i32, trade: &Trade, on: Day, store: &BureauStore) -> Result<ProgrammeRecord, Error> {
    let plan = ProgrammePlan {
        year,
        title: Name::parse(&format!("{year}年{trade}培训")).map_err(Error::down)?,
        trade: trade.clone(),
        kind: ClassKind::Skill,
        target: 0,
        hours: 0,
        budget: Money::default(),
        fund_owner: untold()?,
        twin_intended: false,
    };
    Ok(ProgrammeRecord {
        id: ProgrammeId(new_id()),
        version: 1,
        plan,
        state: running(on, store),
        amendments: Vec::new(),
        created_at: store.now(),
    })
}

impl BureauStore {
    /// How many people the classes of programmes have.
    async fn placed_of(&self, programmes: &[Uuid]) -> Result<HashMap<Uuid, u32>, Error> {
        let sums = self.find::<class::Entity>();
        let sums = sums.filter(class::Column::ProgrammeId.is_in(programmes.iter().copied()));
        let sums = sums.select_only().column(class::Column::ProgrammeId);
        let sums = sums.column_as(class::Column::Placed.sum(), "people");
        let sums = sums.group_by(class::Column::ProgrammeId).into_tuple::<(Uuid, i64)>();
        let sums = sums.all(self.tx()).await?.into_iter();
        Ok(sums.map(|(id, people)| (id, u32::try_from(people).unwrap_or(u32::MAX))).collect())
    }
}
