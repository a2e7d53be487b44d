//! What a class plans, the snapshot on which its acts are judged, and the changes of plan and timetable.

use serde::{Deserialize, Serialize};

use super::hand::given;
use super::session::{last_day, planned_hours, timetable};
use super::{
    Candidate, ClassKind, ClassStage, ClassState, EnrolmentStage, EnrolmentState, Fact, Hand, Name, Note,
    ProgrammeState, Refusal, RefusalCode, Roster, Session, Standing, Struck, Teacher, Trade, TrainingAct,
    TrainingSettings,
};
use crate::id::{ClassSessionId, EnrolmentId, ProgrammeId};
use crate::{Day, Instant};

/// What a class plans. Its capacity stands in the [`Roster`] as well, for the places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassPlan {
    pub programme: ProgrammeId,
    pub code: Name,
    /// 江华海员2026第2期
    pub name: Name,
    pub kind: ClassKind,
    pub trade: Trade,
    /// Where it is held.
    pub place: Name,
    pub head_teacher: Teacher,
    pub capacity: u32,
    /// First day: ages are counted on it.
    pub opens_on: Day,
    /// Last day.
    pub ends_on: Day,
    pub exam_on: Option<Day>,
}

impl ClassPlan {
    /// The head teacher and those of the sessions, each once.
    #[must_use]
    pub fn teachers(&self, sessions: &[Session]) -> Vec<Teacher> {
        let mut all = vec![self.head_teacher.clone()];
        for session in sessions {
            if !all.iter().any(|one| one.is(&session.teacher)) {
                all.push(session.teacher.clone());
            }
        }
        all
    }
}

/// A class with all that hangs on it, and who acts. A plain snapshot that the store fills.
#[derive(Clone, Copy, Debug)]
pub struct ClassScene<'a> {
    pub plan: &'a ClassPlan,
    pub programme: &'a ProgrammeState,
    /// Hours (学时) that the programme asks for.
    pub programme_hours: u32,
    pub sessions: &'a [Session],
    /// Sessions of the bureau's other classes, planned to suspended, on the same days.
    pub elsewhere: &'a [Session],
    pub roster: &'a Roster,
    pub settings: &'a TrainingSettings,
    pub hand: Hand<'a>,
    pub now: Instant,
}

impl ClassScene<'_> {
    /// The enrolments in a state.
    pub(super) fn enrolments(
        &self,
        is: impl Fn(&EnrolmentState) -> bool,
    ) -> impl Iterator<Item = EnrolmentId> {
        let places = self.roster.enrolments.iter();
        places.filter(move |place| is(&place.state)).map(|place| place.enrolment)
    }

    pub(super) fn programme_carries(&self) -> Result<(), RefusalCode> {
        if self.programme.carries_classes() {
            return Ok(());
        }
        Err(RefusalCode::NotInThisState { state: Standing::Programme(self.programme.stage()) })
    }

    pub(super) fn may_enrol(&self) -> Result<(), RefusalCode> {
        self.programme_carries()?;
        self.plan.in_order()?;
        if self.plan.capacity == 0 {
            return Err(RefusalCode::MissingFact { fact: Fact::Capacity });
        }
        if self.sessions.is_empty() {
            return Err(RefusalCode::MissingFact { fact: Fact::Sessions });
        }
        self.inside(self.plan, self.sessions)?;
        self.hours_suffice(self.sessions)?;
        timetable(self.sessions, self.elsewhere)
    }

    pub(super) fn may_open(&self) -> Result<(), RefusalCode> {
        self.programme_carries()?;
        if self.hand.on < self.plan.opens_on {
            return Err(RefusalCode::OpenDayNotReached { on: self.plan.opens_on });
        }
        let accepted = self.roster.count(EnrolmentStage::Accepted);
        let needed = self.settings.accepted_min;
        if accepted < needed { Err(RefusalCode::TooFewAccepted { accepted, needed }) } else { Ok(()) }
    }

    pub(super) fn may_finish(&self) -> Result<(), RefusalCode> {
        let ahead = |session: &&Session| session.struck.is_none() && !session.is_held(self.now);
        let left = super::counted(self.sessions.iter().filter(ahead));
        if left > 0 {
            return Err(RefusalCode::SessionsNotHeld { left });
        }
        let open = |stage: &EnrolmentStage| stage.is_live() && *stage != EnrolmentStage::Studying;
        let stages = self.roster.enrolments.iter().map(|place| place.state.stage());
        let left = super::counted(stages.filter(open));
        if left > 0 {
            return Err(RefusalCode::EnrolmentsOpen { left });
        }
        match last_day(self.sessions) {
            Some(cause) if self.hand.on < cause => Err(RefusalCode::BeforeItsCause { cause }),
            _ => Ok(()),
        }
    }

    fn inside(&self, plan: &ClassPlan, sessions: &[Session]) -> Result<(), RefusalCode> {
        let outside = |session: &&Session| {
            session.struck.is_none() && !(plan.opens_on <= session.on && session.on <= plan.ends_on)
        };
        match sessions.iter().find(outside) {
            Some(_) => Err(RefusalCode::SessionOutside { from: plan.opens_on, to: plan.ends_on }),
            None => Ok(()),
        }
    }

    fn hours_suffice(&self, sessions: &[Session]) -> Result<(), RefusalCode> {
        let (planned, needed) = (planned_hours(sessions), self.programme_hours);
        if planned < needed { Err(RefusalCode::HoursShort { planned, needed }) } else { Ok(()) }
    }

    fn session(&self, id: ClassSessionId) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == id)
    }
}

impl ClassState {
    /// Whether the class may be planned anew; the store keeps the new plan. `placed` are those who have a place, with
    /// their other classes: each must still fit the new days. The first day of an open class stays.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `date_order`, `missing_fact` (capacity), `capacity_below_accepted`,
    /// `session_outside`, `underage`, `overlap`.
    pub fn edit(
        &self,
        new: &ClassPlan,
        placed: &[Candidate<'_>],
        scene: &ClassScene<'_>,
    ) -> Result<(), Refusal> {
        let act = TrainingAct::EditClass;
        self.judge(act, scene)?;
        let refuse = |code| Refusal::new(act, code);
        new.in_order().map_err(refuse)?;
        if self.opening().is_some() && new.opens_on != scene.plan.opens_on {
            return Err(refuse(self.elsewhere()));
        }
        if new.capacity == 0 && self.stage() != ClassStage::Planned {
            return Err(refuse(RefusalCode::MissingFact { fact: Fact::Capacity }));
        }
        let accepted = scene.roster.taken();
        if new.capacity < accepted {
            return Err(refuse(RefusalCode::CapacityBelowAccepted { accepted }));
        }
        scene.inside(new, scene.sessions).map_err(refuse)?;
        let age_min = new.trade.age_min(scene.settings);
        for candidate in placed {
            candidate.of_age(age_min, new.opens_on).map_err(refuse)?;
            candidate.is_free(new).map_err(refuse)?;
        }
        Ok(())
    }

    /// Whether a session may be added, or stand in for the one of its id. Once enrolment has begun the hours must
    /// suffice afterwards too.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, `another_class`, `date_order`, `hours_too_many`, `missing_fact` (hours),
    /// `session_has_sign_ins`, `session_struck`, `session_outside`, `teacher_twice`, `room_twice`, `hours_short`.
    pub fn plan_session(&self, new: &Session, scene: &ClassScene<'_>) -> Result<(), Refusal> {
        let act = TrainingAct::PlanSession;
        self.judge(act, scene)?;
        let refuse = |code| Refusal::new(act, code);
        if scene.sessions.iter().any(|session| session.class != new.class) {
            return Err(refuse(RefusalCode::AnotherClass));
        }
        if let Some(old) = scene.session(new.id) {
            old.is_free_to_change().map_err(refuse)?;
        }
        new.is_free_to_change().and_then(|()| new.is_possible(scene.settings)).map_err(refuse)?;
        scene.inside(scene.plan, std::slice::from_ref(new)).map_err(refuse)?;
        let others = scene.sessions.iter().chain(scene.elsewhere);
        others.into_iter().try_for_each(|other| new.fits_beside(other)).map_err(refuse)?;
        // A session that is only added never lowers the hours.
        let Some(_) = scene.session(new.id) else { return Ok(()) };
        self.hours_after(new.id, Some(new), scene).map_err(refuse)
    }

    /// Whether a session may be deleted.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, `missing_fact` (no such session), `session_has_sign_ins`, `session_struck`,
    /// `hours_short`.
    pub fn delete_session(&self, id: ClassSessionId, scene: &ClassScene<'_>) -> Result<(), Refusal> {
        let act = TrainingAct::DeleteSession;
        self.judge(act, scene)?;
        let refuse = |code| Refusal::new(act, code);
        let missing = || refuse(RefusalCode::MissingFact { fact: Fact::Entry });
        scene.session(id).ok_or_else(missing)?.is_free_to_change().map_err(refuse)?;
        self.hours_after(id, None, scene).map_err(refuse)
    }

    /// Strikes a session that does not take place. The hours of the programme are not asked: what was planned stays
    /// planned, and the rate is made of what was held.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `missing_fact` (no such session), `session_has_sign_ins`,
    /// `session_struck`, `reason_missing`.
    pub fn strike_session(
        &self,
        id: ClassSessionId,
        reason: Option<Note>,
        scene: &ClassScene<'_>,
    ) -> Result<Struck, Refusal> {
        let act = TrainingAct::StrikeSession;
        self.judge(act, scene)?;
        let refuse = |code| Refusal::new(act, code);
        let missing = || refuse(RefusalCode::MissingFact { fact: Fact::Entry });
        scene.session(id).ok_or_else(missing)?.is_free_to_change().map_err(refuse)?;
        Ok(Struck { on: scene.hand.on, by: scene.hand.person, reason: given(act, reason)? })
    }

    /// Once enrolment has begun, the sessions without one, or with another for it, have the programme's hours.
    fn hours_after(
        &self,
        id: ClassSessionId,
        instead: Option<&Session>,
        scene: &ClassScene<'_>,
    ) -> Result<(), RefusalCode> {
        if self.stage() == ClassStage::Planned {
            return Ok(());
        }
        let others = scene.sessions.iter().filter(|session| session.id != id);
        let after: Vec<Session> = others.chain(instead).cloned().collect();
        // A change that lowers nothing is not asked for hours that were struck before.
        if planned_hours(&after) >= planned_hours(scene.sessions) {
            Ok(())
        } else {
            scene.hours_suffice(&after)
        }
    }
}

impl Session {
    fn is_free_to_change(&self) -> Result<(), RefusalCode> {
        if self.struck.is_some() {
            return Err(RefusalCode::SessionStruck);
        }
        if self.sign_ins > 0 { Err(RefusalCode::SessionHasSignIns) } else { Ok(()) }
    }
}
