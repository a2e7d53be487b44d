//! Programmes (培训项目): drafted, approved by another hand, run, and ended.

use domain::Day;
use domain::id::ProgrammeId;
use domain::training::{
    ClassStage, Note, ProgrammePlan, ProgrammeScene, ProgrammeStage, ProgrammeState, Refusal, TrainingAct,
};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};

use super::desk::{Answer, TrainingDesk, seen};
use super::record::{ProgrammeRecord, new_id};
use super::trace::Moving;
use crate::entity::{class, programme};
use crate::error::Error;

/// Programmes of the same year, trade and kind.
const OTHERS_MAX: u64 = 500;
/// Classes of one programme whose states are asked.
pub(super) const CLASSES_MAX: u64 = 2_000;

/// What is done to a programme that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum ProgrammeStep {
    Edit { plan: ProgrammePlan },
    Submit,
    Approve,
    Return { reason: Option<Note> },
    Run,
    Amend { target: u32, reason: Option<Note> },
    Close,
    Cancel { reason: Option<Note> },
}

impl ProgrammeStep {
    /// The act of the rules.
    #[must_use]
    pub fn act(&self) -> TrainingAct {
        match self {
            ProgrammeStep::Edit { .. } => TrainingAct::PlanProgramme,
            ProgrammeStep::Submit => TrainingAct::SubmitProgramme,
            ProgrammeStep::Approve => TrainingAct::ApproveProgramme,
            ProgrammeStep::Return { .. } => TrainingAct::ReturnProgramme,
            ProgrammeStep::Run => TrainingAct::RunProgramme,
            ProgrammeStep::Amend { .. } => TrainingAct::AmendProgramme,
            ProgrammeStep::Close => TrainingAct::CloseProgramme,
            ProgrammeStep::Cancel { .. } => TrainingAct::CancelProgramme,
        }
    }

    fn reason(&self) -> String {
        match self {
            ProgrammeStep::Return { reason }
            | ProgrammeStep::Cancel { reason }
            | ProgrammeStep::Amend { reason, .. } => super::record::text(reason.as_ref()),
            _ => String::new(),
        }
    }

    /// The record after the step, where the rules let it pass.
    fn taken(self, record: &ProgrammeRecord, scene: &ProgrammeScene<'_>) -> Result<ProgrammeRecord, Refusal> {
        let mut after = ProgrammeRecord { version: record.version + 1, ..record.clone() };
        let state = record.state.clone();
        after.state = match self {
            ProgrammeStep::Edit { plan } => {
                state.edit(scene)?;
                after.plan = plan;
                state
            }
            ProgrammeStep::Submit => state.submit(scene)?,
            ProgrammeStep::Approve => state.approve(scene)?,
            ProgrammeStep::Return { reason } => state.give_back(reason, scene)?,
            ProgrammeStep::Run => state.run(scene)?,
            ProgrammeStep::Amend { target, reason } => {
                let amendment = state.amend(target, reason, scene)?;
                after.plan.target = amendment.new_target;
                after.amendments.push(amendment);
                state
            }
            ProgrammeStep::Close => state.close(scene)?,
            ProgrammeStep::Cancel { reason } => state.cancel(reason, scene)?,
        };
        Ok(after)
    }
}

impl TrainingDesk<'_> {
    /// Drafts a programme.
    ///
    /// # Errors
    /// The rule that says no.
    pub async fn draft_programme(&self, on: Day, plan: ProgrammePlan) -> Answer<ProgrammeId> {
        let hand = self.acting(on)?;
        let state = match ProgrammeState::draft(&hand) {
            Ok(state) => state,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let (id, created_at) = (ProgrammeId(new_id()), self.store.now());
        let record = ProgrammeRecord { id, version: 1, plan, state, amendments: Vec::new(), created_at };
        self.store.insert::<programme::Entity>(record.row(created_at)?).await?;
        self.programme_moved(TrainingAct::PlanProgramme, on, String::new(), None, &record).await?;
        Ok(Ok(id))
    }

    /// Takes a step with a programme as the author saw it; its new version.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when somebody was faster.
    pub async fn programme_step(
        &self,
        id: ProgrammeId,
        version: i32,
        on: Day,
        step: ProgrammeStep,
    ) -> Answer<i32> {
        let hand = self.acting(on)?;
        let record = self.programme_record(id).await?;
        seen(version, record.version)?;
        let others = self.other_programmes(&record).await?;
        let classes = self.class_stages(id).await?;
        let scene = ProgrammeScene { plan: &record.plan, others: &others, classes: &classes, hand };
        let (act, reason) = (step.act(), step.reason());
        let after = match step.taken(&record, &scene) {
            Ok(after) => after,
            Err(refusal) => return Ok(Err(refusal)),
        };
        self.store.update::<programme::Entity>(after.row(self.store.now())?).await?;
        self.programme_moved(act, on, reason, Some(&record), &after).await?;
        Ok(Ok(after.version))
    }

    /// The plans of other programmes that could be twins of this one.
    pub(super) async fn other_programmes(&self, of: &ProgrammeRecord) -> Result<Vec<ProgrammePlan>, Error> {
        use programme::Column;
        let rows = self.store.find::<programme::Entity>().filter(Column::Year.eq(of.plan.year));
        let rows = rows.filter(Column::Trade.eq(of.plan.trade.key()));
        let rows = rows.filter(Column::Kind.eq(of.plan.kind.word())).limit(OTHERS_MAX);
        let cancelled = ProgrammeStage::Cancelled.word();
        let rows = rows.all(self.store.tx()).await?.into_iter();
        let others = rows.filter(|row| row.id != of.id.0 && row.state != cancelled);
        others.map(|row| ProgrammeRecord::of(row).map(|record| record.plan)).collect()
    }

    /// Where a programme's classes stand.
    pub(super) async fn class_stages(&self, of: ProgrammeId) -> Result<Vec<ClassStage>, Error> {
        let rows = self.store.find::<class::Entity>().filter(class::Column::ProgrammeId.eq(of.0));
        let rows = rows.select_only().column(class::Column::State).limit(CLASSES_MAX);
        let states = rows.into_tuple::<String>().all(self.store.tx()).await?;
        let stage = |state: String| {
            ClassStage::from_word(&state).ok_or_else(|| Error::down(format!("no stage: {state}")))
        };
        states.into_iter().map(stage).collect()
    }

    async fn programme_moved(
        &self,
        act: TrainingAct,
        on: Day,
        reason: String,
        before: Option<&ProgrammeRecord>,
        after: &ProgrammeRecord,
    ) -> Result<(), Error> {
        let shown =
            |record: &ProgrammeRecord| serde_json::json!({ "plan": record.plan, "state": record.state });
        let payload = serde_json::json!({
            "on": on, "reason": reason, "before": before.map(shown), "after": shown(after),
        });
        self.store.audit(act.word(), &after.id.to_string(), &payload).await?;
        let before = before.map_or("", |record| record.state.stage().word());
        let after = (after.id.0, after.state.stage().word());
        let moved = Moving { subject: after.0, act: act.word(), before, after: after.1, on, reason };
        self.store.training_moved(vec![moved]).await
    }
}
