//! Classes (培训班): planned under a programme, opened, finished; whoever moves with the class is written with it.

use domain::Day;
use domain::id::{ClassId, EnrolmentId};
use domain::training::{
    ClassMove, ClassPlan, ClassScene, ClassState, EnrolmentStage, EnrolmentState, Note, Refusal, Roster,
    Sheet, TrainingAct,
};
use domain::value::fold;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use super::desk::{Answer, TrainingDesk, seen};
use super::load::{OpenClass, place};
use super::record::{ClassRecord, EnrolmentRecord, new_id};
use super::trace::Moving;
use crate::entity::{class, enrolment};
use crate::error::Error;
use crate::tokens::tokens_of;

/// How classes are called among the nouns that are searched.
pub(super) const NOUN: &str = "class";

/// What is done to a class that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum ClassStep {
    /// The programme stays, whatever the plan says.
    Edit {
        plan: ClassPlan,
    },
    OpenEnrolment,
    Open,
    Suspend {
        reason: Option<Note>,
    },
    Resume,
    Finish,
    Archive,
    Cancel {
        reason: Option<Note>,
    },
}

impl ClassStep {
    /// The act of the rules.
    #[must_use]
    pub fn act(&self) -> TrainingAct {
        match self {
            ClassStep::Edit { .. } => TrainingAct::EditClass,
            ClassStep::OpenEnrolment => TrainingAct::OpenEnrolment,
            ClassStep::Open => TrainingAct::OpenClass,
            ClassStep::Suspend { .. } => TrainingAct::SuspendClass,
            ClassStep::Resume => TrainingAct::ResumeClass,
            ClassStep::Finish => TrainingAct::FinishClass,
            ClassStep::Archive => TrainingAct::ArchiveClass,
            ClassStep::Cancel { .. } => TrainingAct::CancelClass,
        }
    }

    fn reason(&self) -> String {
        match self {
            ClassStep::Suspend { reason } | ClassStep::Cancel { reason } => {
                super::record::text(reason.as_ref())
            }
            _ => String::new(),
        }
    }

    /// Where the class and its people stand after the step, where the rules let it pass.
    fn taken(
        self,
        state: ClassState,
        sheets: &[Sheet],
        scene: &ClassScene<'_>,
    ) -> Result<ClassMove, Refusal> {
        let alone = |state| ClassMove { state, enrolments: Vec::new() };
        Ok(match self {
            ClassStep::Edit { .. } => alone(state),
            ClassStep::OpenEnrolment => alone(state.open_enrolment(scene)?),
            ClassStep::Open => state.open(scene)?,
            ClassStep::Suspend { reason } => alone(state.suspend(reason, scene)?),
            ClassStep::Resume => alone(state.resume(scene)?),
            ClassStep::Finish => state.finish(sheets, scene)?,
            ClassStep::Archive => alone(state.archive(scene)?),
            ClassStep::Cancel { reason } => state.cancel(reason, scene)?,
        })
    }
}

impl TrainingDesk<'_> {
    /// Plans a class under an approved programme.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Invalid`] with `taken` for a name that another class has.
    pub async fn plan_class(&self, on: Day, plan: ClassPlan) -> Answer<ClassId> {
        let hand = self.acting(on)?;
        let programme = self.programme_record(plan.programme).await?;
        self.refuse_taken_name(&plan, None).await?;
        let (id, created_at) = (ClassId(new_id()), self.store.now());
        let roster = Roster { capacity: plan.capacity, enrolments: Vec::new() };
        let scene = ClassScene {
            plan: &plan,
            programme: &programme.state,
            programme_hours: programme.plan.hours,
            sessions: &[],
            elsewhere: &[],
            roster: &roster,
            settings: &self.settings,
            hand,
            now: created_at,
        };
        let state = match ClassState::plan(&scene) {
            Ok(state) => state,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let record = ClassRecord { id, version: 1, plan, state, placed: 0, waiting: 0, created_at };
        self.store.insert::<class::Entity>(record.row(created_at)?).await?;
        self.store.insert_tokens(NOUN, &[(id.0, class_tokens(&record))]).await?;
        self.class_moved(TrainingAct::PlanClass, on, String::new(), None, &record).await?;
        Ok(Ok(id))
    }

    /// Takes a step with a class as the author saw it; its new version.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when somebody was faster; [`Error::Invalid`] with `taken` for a name
    /// that another class has.
    pub async fn class_step(&self, id: ClassId, version: i32, on: Day, step: ClassStep) -> Answer<i32> {
        let hand = self.acting(on)?;
        let mut open = match step {
            ClassStep::OpenEnrolment => self.open_timetable(id, None).await?,
            _ => self.open_class(id).await?,
        };
        seen(version, open.class.version)?;
        if let ClassStep::Edit { plan } = step {
            return self.edit_class(open, on, plan).await;
        }
        let sheets = match step {
            ClassStep::Finish => self.sheets(&open).await?,
            _ => Vec::new(),
        };
        let (act, reason) = (step.act(), step.reason());
        let taken = step.taken(open.class.state.clone(), &sheets, &open.scene(self, hand));
        let ClassMove { state, enrolments } = match taken {
            Ok(moved) => moved,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let before = open.class.clone();
        open.class.state = state;
        open.class.version += 1;
        self.enrolments_moved(&mut open, act, on, &reason, enrolments).await?;
        self.class_moved(act, on, reason, Some(&before), &open.class).await?;
        Ok(Ok(open.class.version))
    }

    async fn edit_class(&self, mut open: OpenClass, on: Day, plan: ClassPlan) -> Answer<i32> {
        let plan = ClassPlan { programme: open.class.plan.programme, ..plan };
        self.refuse_taken_name(&plan, Some(open.class.id)).await?;
        let placed: Vec<_> =
            open.enrolments.iter().filter(|record| record.state.stage().takes_a_place()).collect();
        let known = self.known(&placed).await?;
        let candidates: Vec<_> = known.iter().map(super::people::Known::candidate).collect();
        let scene = open.scene(self, self.acting(on)?);
        if let Err(refusal) = open.class.state.edit(&plan, &candidates, &scene) {
            return Ok(Err(refusal));
        }
        let before = open.class.clone();
        open.class = ClassRecord { version: before.version + 1, plan, ..before.clone() };
        self.store.update::<class::Entity>(open.class.row(self.store.now())?).await?;
        let days = enrolment::ActiveModel {
            opens_on: Set(open.class.plan.opens_on),
            ends_on: Set(open.class.plan.ends_on),
            ..Default::default()
        };
        let own = self.store.change::<enrolment::Entity>().set(days);
        own.filter(enrolment::Column::ClassId.eq(open.class.id.0)).exec(self.store.tx()).await?;
        let (old, new) = (class_tokens(&before), class_tokens(&open.class));
        self.store.remove_tokens(NOUN, &[(open.class.id.0, &old - &new)]).await?;
        self.store.insert_tokens(NOUN, &[(open.class.id.0, new)]).await?;
        self.class_moved(TrainingAct::EditClass, on, String::new(), Some(&before), &open.class).await?;
        let over = |record: &&EnrolmentRecord| record.state.stage() == EnrolmentStage::Completed;
        self.store.count_people(open.enrolments.iter().filter(over).map(|record| record.id.0)).await?;
        Ok(Ok(open.class.version))
    }

    /// Writes the new states of enrolments with their events, and the class as its roster then is: the one place where
    /// the people of a class are counted.
    pub(super) async fn enrolments_moved(
        &self,
        open: &mut OpenClass,
        act: TrainingAct,
        on: Day,
        reason: &str,
        moves: Vec<(EnrolmentId, EnrolmentState)>,
    ) -> Result<(), Error> {
        let (mut rows, mut events, mut counted) = (Vec::new(), Vec::new(), Vec::new());
        for (id, state) in moves {
            let found = open.enrolments.iter_mut().find(|record| record.id == id);
            let record = found.ok_or(Error::NotFound)?;
            let (before, after) = (record.state.stage().word(), state.stage().word());
            if [before, after].contains(&EnrolmentStage::Completed.word()) {
                counted.push(id.0);
            }
            record.state = state;
            record.version += 1;
            rows.push(record.row(self.store.now())?);
            let reason = reason.to_owned();
            events.push(Moving { subject: id.0, act: act.word(), before, after, on, reason });
        }
        self.store.replace_all::<enrolment::Entity>(rows, &[enrolment::Column::CreatedAt]).await?;
        self.store.training_moved(events).await?;
        self.recount(open).await?;
        self.store.count_people(counted).await
    }

    /// Counts the places and the waiting list from the roster, and keeps the class.
    pub(super) async fn recount(&self, open: &mut OpenClass) -> Result<(), Error> {
        open.roster.enrolments = open.enrolments.iter().map(place).collect();
        open.class.placed = open.roster.taken();
        open.class.waiting = u32::try_from(open.roster.waiting().len()).map_err(Error::down)?;
        self.store.update::<class::Entity>(open.class.row(self.store.now())?).await.map(drop)
    }

    /// The standing presences of all who study.
    async fn sheets(&self, open: &OpenClass) -> Result<Vec<Sheet>, Error> {
        let standing = self.standing(&open.sessions).await?;
        let sheet = |(enrolment, of): (EnrolmentId, std::collections::BTreeMap<_, _>)| Sheet {
            enrolment,
            standing: of.into_iter().collect(),
        };
        Ok(standing.into_iter().map(sheet).collect())
    }

    async fn refuse_taken_name(&self, plan: &ClassPlan, own: Option<ClassId>) -> Result<(), Error> {
        let same = self.store.find::<class::Entity>();
        let same = same.filter(class::Column::NameKey.eq(fold(plan.name.as_str())));
        match same.one(self.store.tx()).await? {
            Some(row) if Some(ClassId(row.id)) != own => Err(Error::Invalid { field: "name", code: "taken" }),
            _ => Ok(()),
        }
    }

    async fn class_moved(
        &self,
        act: TrainingAct,
        on: Day,
        reason: String,
        before: Option<&ClassRecord>,
        after: &ClassRecord,
    ) -> Result<(), Error> {
        let shown = |record: &ClassRecord| serde_json::json!({ "plan": record.plan, "state": record.state });
        let payload = serde_json::json!({
            "on": on, "reason": reason, "before": before.map(shown), "after": shown(after),
        });
        self.store.audit(act.word(), &after.id.to_string(), &payload).await?;
        let before = before.map_or("", |record| record.state.stage().word());
        let (subject, after) = (after.id.0, after.state.stage().word());
        self.store.training_moved(vec![Moving { subject, act: act.word(), before, after, on, reason }]).await
    }
}

/// The words by which a class is found.
pub(crate) fn class_tokens(of: &ClassRecord) -> std::collections::BTreeSet<String> {
    tokens_of([of.plan.name.as_str(), of.plan.place.as_str()], [of.plan.code.as_str()])
}
