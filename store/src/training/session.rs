//! Sessions (课次) of a class: planned, changed, deleted, struck.

use chrono::NaiveTime;
use domain::Day;
use domain::id::{ClassId, ClassSessionId};
use domain::training::{Name, Note, Session, Teacher, TrainingAct};
use sea_orm::{ColumnTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use super::desk::{Answer, TrainingDesk, seen};
use super::load::{OpenClass, SESSIONS_MAX};
use super::record::{SessionRecord, new_id, text};
use super::trace::Moving;
use crate::entity::class_session;
use crate::error::Error;

/// What a session plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionPlan {
    pub on: Day,
    /// Wall clock in Asia/Shanghai.
    pub from: NaiveTime,
    pub to: NaiveTime,
    /// Hours of teaching (学时).
    pub hours: u32,
    pub subject: Name,
    pub teacher: Teacher,
    pub room: Name,
}

impl SessionPlan {
    fn session(self, id: ClassSessionId, class: ClassId) -> Session {
        let SessionPlan { on, from, to, hours, subject, teacher, room } = self;
        Session { id, class, on, from, to, hours, subject, teacher, room, struck: None, sign_ins: 0 }
    }
}

impl TrainingDesk<'_> {
    /// Adds a session, or puts one in place of the one that the author saw.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when somebody was faster.
    pub async fn plan_session(
        &self,
        class: ClassId,
        instead: Option<(ClassSessionId, i32)>,
        plan: SessionPlan,
    ) -> Answer<ClassSessionId> {
        let hand = self.acting(self.store.today())?;
        let open = self.open_timetable(class, Some(plan.on)).await?;
        let old = match instead {
            Some((id, version)) => Some(seen_session(&open, id, version)?.clone()),
            None if open.records.len() as u64 >= SESSIONS_MAX => {
                return Err(Error::Invalid { field: "sessions", code: "too_many" });
            }
            None => None,
        };
        let id = old.as_ref().map_or_else(|| ClassSessionId(new_id()), |record| record.session.id);
        let session = plan.session(id, class);
        if let Err(refusal) = open.class.state.plan_session(&session, &open.scene(self, hand)) {
            return Ok(Err(refusal));
        }
        let version = old.as_ref().map_or(1, |record| record.version + 1);
        let created_at = old.as_ref().map_or(self.store.now(), |record| record.created_at);
        let record = SessionRecord { version, session, created_at };
        let row = record.row(self.store.now())?;
        match old {
            Some(_) => self.store.update::<class_session::Entity>(row).await?,
            None => self.store.insert::<class_session::Entity>(row).await?,
        };
        let old = old.map(|record| record.session);
        self.session_moved(&open, TrainingAct::PlanSession, None, old.as_ref(), Some(&record.session))
            .await?;
        Ok(Ok(id))
    }

    /// Deletes a session that nobody signed in to.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when somebody was faster.
    pub async fn delete_session(&self, class: ClassId, id: ClassSessionId, version: i32) -> Answer<()> {
        let hand = self.acting(self.store.today())?;
        let open = self.open_class(class).await?;
        let old = seen_session(&open, id, version)?;
        if let Err(refusal) = open.class.state.delete_session(id, &open.scene(self, hand)) {
            return Ok(Err(refusal));
        }
        let own = self.store.remove::<class_session::Entity>().filter(class_session::Column::Id.eq(id.0));
        own.exec(self.store.tx()).await?;
        self.session_moved(&open, TrainingAct::DeleteSession, None, Some(&old.session), None).await?;
        Ok(Ok(()))
    }

    /// Strikes a session that does not take place.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when somebody was faster.
    pub async fn strike_session(
        &self,
        class: ClassId,
        id: ClassSessionId,
        version: i32,
        on: Day,
        reason: Option<Note>,
    ) -> Answer<()> {
        let hand = self.acting(on)?;
        let open = self.open_class(class).await?;
        let old = seen_session(&open, id, version)?;
        let struck = match open.class.state.strike_session(id, reason.clone(), &open.scene(self, hand)) {
            Ok(struck) => struck,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let session = Session { struck: Some(struck), ..old.session.clone() };
        let record = SessionRecord { version: old.version + 1, session, created_at: old.created_at };
        self.store.update::<class_session::Entity>(record.row(self.store.now())?).await?;
        let (before, after) = (Some(&old.session), Some(&record.session));
        self.session_moved(&open, TrainingAct::StrikeSession, reason, before, after).await?;
        Ok(Ok(()))
    }

    /// The event stands with the class, whose timetable it is.
    async fn session_moved(
        &self,
        open: &OpenClass,
        act: TrainingAct,
        reason: Option<Note>,
        before: Option<&Session>,
        after: Option<&Session>,
    ) -> Result<(), Error> {
        let on = after.and_then(|session| session.struck.as_ref()).map_or(self.store.today(), |s| s.on);
        let payload = serde_json::json!({ "on": on, "reason": reason, "before": before, "after": after });
        self.store.audit(act.word(), &open.class.id.to_string(), &payload).await?;
        let stage = open.class.state.stage().word();
        let (subject, reason) = (open.class.id.0, text(reason.as_ref()));
        let moved = Moving { subject, act: act.word(), before: stage, after: stage, on, reason };
        self.store.training_moved(vec![moved]).await
    }
}

fn seen_session(open: &OpenClass, id: ClassSessionId, version: i32) -> Result<&SessionRecord, Error> {
    let record = open.session(id)?;
    seen(version, record.version)?;
    Ok(record)
}
