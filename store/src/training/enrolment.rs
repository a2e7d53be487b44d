//! Enrolments (报名): the application, a place or the waiting list, and the ways out.

use domain::Day;
use domain::id::{ClassId, EnrolmentId, TraineeId};
use domain::training::{Candidate, EnrolmentScene, EnrolmentState, Hand, Note, Refusal, TrainingAct};
use serde::{Deserialize, Serialize};

use super::desk::{Answer, TrainingDesk, seen};
use super::details::EnrolmentDetails;
use super::load::{OpenClass, ROSTER_MAX};
use super::people::Known;
use super::record::{EnrolmentRecord, new_id, text};
use super::trace::Moving;
use super::trainee::Trainee;
use crate::entity::{enrolment, trainee};
use crate::error::Error;

/// Who applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applicant {
    /// Somebody whose record was chosen.
    Known(TraineeId),
    /// Somebody written down; known again by the identity number, whose record then stays as it is.
    Written(Box<Trainee>),
}

/// An application to a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    pub applicant: Applicant,
    pub details: EnrolmentDetails,
}

/// What became of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applied {
    pub enrolment: EnrolmentId,
    pub trainee: TraineeId,
    /// The person had a record before.
    pub was_known: bool,
}

/// What is done to an enrolment that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum EnrolmentStep {
    /// A reason passes over whoever waits longer.
    Accept {
        out_of_line: Option<Note>,
    },
    Wait,
    Refuse {
        reason: Option<Note>,
    },
    Withdraw,
    DropOut {
        reason: Option<Note>,
    },
}

/// What a step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stepped {
    /// The enrolment's new version.
    pub version: i32,
    /// Who came from the waiting list to the place that became free, in order.
    pub promoted: Vec<EnrolmentId>,
}

impl EnrolmentStep {
    /// The act of the rules.
    #[must_use]
    pub fn act(&self) -> TrainingAct {
        match self {
            EnrolmentStep::Accept { .. } => TrainingAct::Accept,
            EnrolmentStep::Wait => TrainingAct::PutOnWaitingList,
            EnrolmentStep::Refuse { .. } => TrainingAct::Refuse,
            EnrolmentStep::Withdraw => TrainingAct::Withdraw,
            EnrolmentStep::DropOut { .. } => TrainingAct::DropOut,
        }
    }

    fn reason(&self) -> String {
        match self {
            EnrolmentStep::Accept { out_of_line: reason }
            | EnrolmentStep::Refuse { reason }
            | EnrolmentStep::DropOut { reason } => text(reason.as_ref()),
            _ => String::new(),
        }
    }

    fn taken(self, state: EnrolmentState, scene: &EnrolmentScene<'_>) -> Result<EnrolmentState, Refusal> {
        match self {
            EnrolmentStep::Accept { out_of_line } => state.accept(out_of_line, scene),
            EnrolmentStep::Wait => state.wait(scene),
            EnrolmentStep::Refuse { reason } => state.refuse(reason, scene),
            EnrolmentStep::Withdraw => state.withdraw(scene),
            EnrolmentStep::DropOut { reason } => state.drop_out(reason, scene),
        }
    }
}

impl TrainingDesk<'_> {
    /// Registers an application; whoever is not known gets a record, unless a rule says no.
    ///
    /// # Errors
    /// The rule that says no; [`Error::NotFound`] for an unknown class or person.
    pub async fn apply(&self, class: ClassId, on: Day, application: Application) -> Answer<Applied> {
        let hand = self.acting(on)?;
        let mut open = self.open_class(class).await?;
        if open.enrolments.len() as u64 >= ROSTER_MAX {
            return Err(Error::Invalid { field: "class", code: "too_many" });
        }
        let Application { applicant, details } = application;
        let (row, new) = self.applicant(applicant).await?;
        let (trainee, number) = match (&row, &new) {
            (Some(row), _) => (TraineeId(row.id), self.store.id_number_of(row)?),
            (None, Some(new)) => (TraineeId(new_id()), new.id_number.clone()),
            (None, None) => return Err(Error::NotFound),
        };
        let (enrolment, consent) = (EnrolmentId(new_id()), details.consent.clone());
        let id_number_masked = number.masked();
        let known = Known { enrolment, trainee, id_number: Some(number), consent, stays: Vec::new() };
        let state = match EnrolmentState::apply(&self.enrolment_scene(&open, &known.candidate(), hand)) {
            Ok(state) => state,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if let (None, Some(new)) = (&row, &new) {
            self.insert_trainee(trainee, new).await?;
        }
        let record = enrolled(&open, known, state, details, self.store.now());
        self.store.insert::<enrolment::Entity>(record.row(self.store.now())?).await?;
        let payload = serde_json::json!({
            "class": class, "trainee": trainee, "id_number": id_number_masked, "on": on, "after": record.state,
            "consent": record.consent,
        });
        self.store.audit(TrainingAct::Apply.word(), &enrolment.to_string(), &payload).await?;
        let (act, after) = (TrainingAct::Apply.word(), record.state.stage().word());
        let moved = Moving { subject: enrolment.0, act, before: "", after, on, reason: String::new() };
        self.store.training_moved(vec![moved]).await?;
        open.enrolments.push(record);
        self.recount(&mut open).await?;
        Ok(Ok(Applied { enrolment, trainee, was_known: row.is_some() }))
    }

    async fn applicant(
        &self,
        of: Applicant,
    ) -> Result<(Option<trainee::Model>, Option<Box<Trainee>>), Error> {
        match of {
            Applicant::Known(id) => Ok((Some(self.trainee_row_of(id).await?), None)),
            Applicant::Written(new) => Ok((self.trainee_by_number(&new.id_number).await?, Some(new))),
        }
    }

    /// Takes a step with an enrolment as the author saw it. A place that a withdrawal leaves goes to whoever waits
    /// first, one after the other, until a rule says no.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when somebody was faster.
    pub async fn enrolment_step(
        &self,
        id: EnrolmentId,
        version: i32,
        on: Day,
        step: EnrolmentStep,
    ) -> Answer<Stepped> {
        let hand = self.acting(on)?;
        let mut open = self.open_class(self.enrolment_record(id).await?.class).await?;
        let record = open.enrolment(id)?.clone();
        seen(version, record.version)?;
        let known = self.known(&[&record]).await?.pop().ok_or(Error::NotFound)?;
        let (act, reason, withdraws) = (step.act(), step.reason(), step == EnrolmentStep::Withdraw);
        let taken = step.taken(record.state.clone(), &self.enrolment_scene(&open, &known.candidate(), hand));
        let state = match taken {
            Ok(state) => state,
            Err(refusal) => return Ok(Err(refusal)),
        };
        self.enrolments_moved(&mut open, act, on, &reason, vec![(id, state)]).await?;
        let promoted = if withdraws { self.promote(&mut open).await? } else { Vec::new() };
        let payload = serde_json::json!({
            "class": record.class, "on": on, "reason": reason, "before": record.state,
            "after": open.enrolment(id)?.state, "promoted": promoted,
        });
        self.store.audit(act.word(), &id.to_string(), &payload).await?;
        Ok(Ok(Stepped { version: open.enrolment(id)?.version, promoted }))
    }

    /// Accepts from the waiting list while there are places, each on the roster that the one before left; it counts
    /// today, whenever the place became free.
    async fn promote(&self, open: &mut OpenClass) -> Result<Vec<EnrolmentId>, Error> {
        let on = self.store.today();
        let mut promoted = Vec::new();
        while let Some(next) = open.roster.whom_to_accept().first().copied() {
            let record = open.enrolment(next)?.clone();
            let known = self.known(&[&record]).await?.pop().ok_or(Error::NotFound)?;
            let hand = self.acting(on)?;
            let accepted = record.state.accept(None, &self.enrolment_scene(open, &known.candidate(), hand));
            let Ok(state) = accepted else { break };
            self.enrolments_moved(open, TrainingAct::Accept, on, "", vec![(next, state)]).await?;
            promoted.push(next);
        }
        Ok(promoted)
    }

    pub(super) fn enrolment_scene<'b>(
        &'b self,
        open: &'b OpenClass,
        candidate: &'b Candidate<'b>,
        hand: Hand<'b>,
    ) -> EnrolmentScene<'b> {
        EnrolmentScene {
            class: &open.class.state,
            plan: &open.class.plan,
            roster: &open.roster,
            candidate,
            settings: &self.settings,
            hand,
        }
    }
}

fn enrolled(
    open: &OpenClass,
    known: Known,
    state: EnrolmentState,
    details: EnrolmentDetails,
    created_at: domain::Instant,
) -> EnrolmentRecord {
    EnrolmentRecord {
        id: known.enrolment,
        version: 1,
        class: open.class.id,
        trainee: known.trainee,
        opens_on: open.class.plan.opens_on,
        ends_on: open.class.plan.ends_on,
        state,
        consent: known.consent,
        destination: details.destination,
        employer: details.employer,
        contract_months: details.contract_months,
        remark: details.remark,
        created_at,
    }
}
