//! Sign-in (签到): many at once from a roll call, each tap answered by itself; corrections one by one.

use std::collections::HashMap;

use domain::id::{ClassId, ClassSessionId, EnrolmentId, PersonId};
use domain::role::Power;
use domain::training::{
    ClassStage, EnrolmentState, Hand, Method, Note, Presence, Session, SignIn, SignInScene, TrainingAct,
    standing_presence,
};
use domain::{Day, Instant};
use sea_orm::{ColumnTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use super::desk::{Answer, TrainingDesk};
use super::entry::{sign_in_of, sign_in_row};
use super::load::{OpenClass, live_number, tally};
use super::record::{CertificateRecord, text};
use super::trace::Moving;
use crate::entity::{attendance, class_session};
use crate::error::Error;

/// Taps of one roll call.
const TAPS_MAX: usize = 2_000;

/// One tap of a roll call. It may arrive late, and twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tap {
    pub enrolment: EnrolmentId,
    pub presence: Presence,
    /// When it was tapped.
    pub at: Instant,
    pub method: Method,
    /// What was asked for and granted, for a leave.
    pub note: Option<Note>,
}

/// What became of a tap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum TapOutcome {
    /// Noted now.
    Noted {
        entry: SignIn,
    },
    /// It says what stands, or it was noted before.
    Stands {
        entry: SignIn,
    },
    /// Something else stands: both can be shown; only a correction changes it.
    Contradicts {
        entry: SignIn,
    },
    Refused {
        refusal: domain::training::Refusal,
    },
    /// Nobody of this class.
    Unknown,
}

/// A correction of a sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectedSignIn {
    pub session: ClassSessionId,
    pub enrolment: EnrolmentId,
    /// How many entries the author saw.
    pub seen: usize,
    pub presence: Presence,
    pub reason: Option<Note>,
    /// Who checked it besides whoever enters it.
    pub second: Option<PersonId>,
}

/// A session with its class and who signed in.
pub(super) struct Room {
    pub open: OpenClass,
    pub session: Session,
    pub entries: HashMap<EnrolmentId, Vec<SignIn>>,
    pub live: HashMap<EnrolmentId, CertificateRecord>,
}

impl TrainingDesk<'_> {
    /// Notes who came, each tap answered by itself, in the order of the taps. Sending it again changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown session, [`Error::Forbidden`] without the power, [`Error::Invalid`] for more taps than a class has people.
    pub async fn roll_call(&self, session: ClassSessionId, taps: Vec<Tap>) -> Result<Vec<TapOutcome>, Error> {
        self.acting(self.store.today())?;
        self.store.require(Power::RunTraining)?;
        if taps.len() > TAPS_MAX {
            return Err(Error::Invalid { field: "taps", code: "too_many" });
        }
        let mut room = self.room(session).await?;
        let (mut outcomes, mut rows, mut noted) = (Vec::with_capacity(taps.len()), Vec::new(), Vec::new());
        for tap in taps {
            let enrolment = tap.enrolment;
            let outcome = self.tapped(&room, tap)?;
            if let TapOutcome::Noted { entry } = &outcome {
                let entries = room.entries.entry(enrolment).or_default();
                entries.push(entry.clone());
                rows.push(sign_in_row(session, enrolment, entries.len(), entry, self.store.now())?);
                noted.push(serde_json::json!({ "enrolment": enrolment, "presence": entry.presence }));
            }
            outcomes.push(outcome);
        }
        if !rows.is_empty() {
            self.store.insert_all::<attendance::Entity>(rows).await?;
            let payload = serde_json::json!({ "class": room.open.class.id, "noted": noted });
            self.store.audit(TrainingAct::SignIn.word(), &session.to_string(), &payload).await?;
        }
        Ok(outcomes)
    }

    fn tapped(&self, room: &Room, tap: Tap) -> Result<TapOutcome, Error> {
        let hand = self.acting(self.store.today())?;
        let Ok(record) = room.open.enrolment(tap.enrolment) else { return Ok(TapOutcome::Unknown) };
        let entries = room.entries.get(&tap.enrolment).map(Vec::as_slice).unwrap_or_default();
        if let Some(entry) = entries.last().cloned() {
            let again = |one: &SignIn| {
                one.correction.is_none()
                    && (one.presence, one.at, one.by) == (tap.presence, tap.at, hand.person)
            };
            let stands = entry.presence == tap.presence || entries.iter().any(again);
            return Ok(if stands { TapOutcome::Stands { entry } } else { TapOutcome::Contradicts { entry } });
        }
        let scene = self.sign_in_scene(room, &record.state, entries, tap.enrolment, hand);
        Ok(match scene.sign_in(tap.presence, tap.at, tap.method, tap.note) {
            Ok(entry) => TapOutcome::Noted { entry },
            Err(refusal) => TapOutcome::Refused { refusal },
        })
    }

    pub(super) fn sign_in_scene<'b>(
        &'b self,
        room: &'b Room,
        enrolment: &'b EnrolmentState,
        entries: &'b [SignIn],
        id: EnrolmentId,
        hand: Hand<'b>,
    ) -> SignInScene<'b> {
        SignInScene {
            class_id: room.open.class.id,
            class: &room.open.class.state,
            enrolment,
            session: &room.session,
            entries,
            certificate: live_number(&room.live, id),
            settings: &self.settings,
            hand,
            now: self.store.now(),
        }
    }

    /// Corrects what stands, or adds what nobody noted in time. In a finished class the end of the enrolment is
    /// reckoned again.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when somebody was faster; [`Error::Invalid`] for a second person who
    /// is no member.
    pub async fn correct_sign_in(&self, correction: CorrectedSignIn) -> Answer<()> {
        let hand = self.acting(self.store.today())?;
        self.second_person(correction.second).await?;
        let CorrectedSignIn { session, enrolment, seen, presence, reason, second } = correction;
        let mut room = self.room(session).await?;
        let state = room.open.enrolment(enrolment)?.state.clone();
        let entries = room.entries.remove(&enrolment).unwrap_or_default();
        if entries.len() != seen {
            return Err(Error::Conflict);
        }
        let scene = self.sign_in_scene(&room, &state, &entries, enrolment, hand);
        let corrected = scene.correct(presence, reason.clone(), second);
        let entry = match corrected {
            Ok(entry) => entry,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let row = sign_in_row(session, enrolment, entries.len() + 1, &entry, self.store.now())?;
        self.store.insert::<attendance::Entity>(row).await?;
        let payload = serde_json::json!({
            "session": session, "before": standing_presence(&entries), "after": presence, "reason": reason,
            "second": second,
        });
        let (act, on) = (TrainingAct::CorrectSignIn, self.store.today());
        self.store.audit(act.word(), &enrolment.to_string(), &payload).await?;
        self.reckon(&mut room.open, enrolment, on, &text(reason.as_ref())).await?;
        Ok(Ok(()))
    }

    /// The event of a correction; in a finished class with the new end of the enrolment.
    async fn reckon(
        &self,
        open: &mut OpenClass,
        enrolment: EnrolmentId,
        on: Day,
        reason: &str,
    ) -> Result<(), Error> {
        let act = TrainingAct::CorrectSignIn;
        let state = open.enrolment(enrolment)?.state.clone();
        if open.class.state.stage() == ClassStage::Finished {
            let standing = self.standing(&open.sessions).await?;
            let tally = tally(&open.sessions, standing.get(&enrolment), self.store.now());
            let state = state.reckoned(tally, on, &self.settings);
            return self.enrolments_moved(open, act, on, reason, vec![(enrolment, state)]).await;
        }
        let (stage, reason) = (state.stage().word(), reason.to_owned());
        let moved = Moving { subject: enrolment.0, act: act.word(), before: stage, after: stage, on, reason };
        self.store.training_moved(vec![moved]).await
    }

    pub(super) async fn room(&self, id: ClassSessionId) -> Result<Room, Error> {
        let row = self.store.find::<class_session::Entity>().filter(class_session::Column::Id.eq(id.0));
        let row = row.one(self.store.tx()).await?.ok_or(Error::NotFound)?;
        let open = self.open_class(ClassId(row.class_id)).await?;
        let session = open.session(id)?.session.clone();
        let live = self.live_certificates(open.enrolments.iter().map(|record| record.id)).await?;
        Ok(Room { open, session, entries: self.entries_of(id).await?, live })
    }

    /// All entries at a session, each enrolment's oldest first.
    pub(super) async fn entries_of(
        &self,
        id: ClassSessionId,
    ) -> Result<HashMap<EnrolmentId, Vec<SignIn>>, Error> {
        let rows = self.store.find::<attendance::Entity>().filter(attendance::Column::SessionId.eq(id.0));
        let mut rows = rows.all(self.store.tx()).await?;
        rows.sort_unstable_by_key(|row| row.seq);
        let mut entries: HashMap<EnrolmentId, Vec<SignIn>> = HashMap::new();
        for row in rows {
            entries.entry(EnrolmentId(row.enrolment_id)).or_default().push(sign_in_of(&row)?);
        }
        Ok(entries)
    }
}
