//! Sign-in (签到): an append-only list for each enrolment and session, and the rate that it makes.

use serde::{Deserialize, Serialize};

use super::hand::given;
use super::words::words;
use super::{
    CertificateNumber, ClassStage, ClassState, EnrolmentState, Fact, Hand, NextAct, Note, Refusal,
    RefusalCode, Session, TrainingAct, TrainingSettings,
};
use crate::Instant;
use crate::id::{ClassId, ClassSessionId, EnrolmentId, PersonId};

words! {
    /// How somebody attended a session.
    Presence {
        Present = "present", "到", "present";
        /// Within the minutes of the settings after the start; the hours count.
        Late = "late", "迟到", "late";
        /// Asked for and granted; no hours.
        Leave = "leave", "请假", "on leave";
        Absent = "absent", "缺勤", "absent";
    }
}

impl Presence {
    /// Whether the session's hours are credited.
    #[must_use]
    pub fn counts(self) -> bool {
        matches!(self, Presence::Present | Presence::Late)
    }

    /// What an arrival at an instant makes: present, late, or, after the minutes of grace, absent.
    #[must_use]
    pub fn at(session: &Session, arrived: Instant, settings: &TrainingSettings) -> Self {
        let grace = session.starts().plus_millis(minutes(settings.late_minutes));
        if arrived <= session.starts() {
            Presence::Present
        } else if arrived <= grace {
            Presence::Late
        } else {
            Presence::Absent
        }
    }
}

words! {
    /// How a sign-in was taken.
    Method {
        Paper = "paper", "纸质签到表", "paper list";
        /// The trainee scans a code: the presence is what [`Presence::at`] says.
        Code = "code", "扫码", "scanned code";
        Teacher = "teacher", "教师点名", "roll call";
    }
}

/// A correction: what it replaces, why, and who checked it besides whoever entered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInCorrection {
    /// None: nothing had been noted in time.
    pub old: Option<Presence>,
    pub reason: Note,
    pub second: PersonId,
}

/// One entry; entries are added and never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    pub presence: Presence,
    /// When it was tapped, scanned or written down; the store keeps the instant of recording beside it.
    pub at: Instant,
    pub method: Method,
    pub by: PersonId,
    /// What was asked for and granted, for a leave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<SignInCorrection>,
}

/// What stands after all entries, oldest first; none: nothing was noted, which counts as absent once the session is over.
#[must_use]
pub fn presence(entries: &[SignIn]) -> Option<Presence> {
    entries.last().map(|entry| entry.presence)
}

/// Hours of one enrolment. Sessions to come are in none of the three but `planned`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub credited: u32,
    /// Hours of the sessions that are over and were not struck.
    pub held: u32,
    pub struck: u32,
    pub planned: u32,
}

impl Tally {
    /// The hours of one enrolment: `standing` are its current presences, one for a session at most.
    #[must_use]
    pub fn of(sessions: &[Session], standing: &[(ClassSessionId, Presence)], now: Instant) -> Self {
        let mut tally = Tally::default();
        for session in sessions {
            let add = |sum: &mut u32| *sum = sum.saturating_add(session.hours);
            add(&mut tally.planned);
            if session.struck.is_some() {
                add(&mut tally.struck);
            } else if session.is_held(now) {
                add(&mut tally.held);
                if standing.iter().any(|(id, presence)| *id == session.id && presence.counts()) {
                    add(&mut tally.credited);
                }
            }
        }
        tally
    }

    /// Whether credited ÷ held reaches the settings' per cent, without rounding. Nothing held suffices for nothing.
    #[must_use]
    pub fn suffices(&self, settings: &TrainingSettings) -> bool {
        let needed = u64::from(self.held) * u64::from(settings.attendance_percent_min);
        self.held > 0 && u64::from(self.credited) * 100 >= needed
    }

    /// The rate in whole per cent, rounded down so that it never shows what does not suffice; 0 while nothing was held.
    #[must_use]
    pub fn percent(&self) -> u32 {
        let percent = (u64::from(self.credited) * 100).checked_div(u64::from(self.held)).unwrap_or(0);
        u32::try_from(percent).unwrap_or(u32::MAX)
    }
}

/// The standing presences of one enrolment, for the end of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub enrolment: EnrolmentId,
    pub standing: Vec<(ClassSessionId, Presence)>,
}

/// One enrolment at one session, and who acts.
#[derive(Clone, Copy, Debug)]
pub struct SignInScene<'a> {
    /// The enrolment's class.
    pub class_id: ClassId,
    pub class: &'a ClassState,
    pub enrolment: &'a EnrolmentState,
    pub session: &'a Session,
    /// Oldest first.
    pub entries: &'a [SignIn],
    /// The enrolment's live certificate.
    pub certificate: Option<&'a CertificateNumber>,
    pub settings: &'a TrainingSettings,
    pub hand: Hand<'a>,
    pub now: Instant,
}

impl SignInScene<'_> {
    /// From when until when one may sign in.
    #[must_use]
    pub fn window(&self) -> (Instant, Instant) {
        let opens = self.session.starts().plus_millis(-minutes(self.settings.sign_in_opens_minutes));
        let hours = i64::from(self.settings.sign_in_closes_hours);
        (opens, self.session.ends().plus_millis(hours * 3_600_000))
    }

    /// Both acts, refused ones included.
    #[must_use]
    pub fn next(&self) -> Vec<NextAct> {
        vec![
            NextAct::new(TrainingAct::SignIn, self.open_at(self.now)),
            NextAct::new(TrainingAct::CorrectSignIn, self.correctable()),
        ]
    }

    /// Notes a presence for the first time. `at` is when it was tapped: a phone without a net sends it later.
    ///
    /// # Errors
    /// `another_class`, `class_suspended`, `not_in_this_state`, `not_studying`, `session_struck`, `no_right`,
    /// `too_early`, `too_late`, `noted_already`, `in_the_future` (an instant to come), `reason_missing` (a leave).
    pub fn sign_in(
        &self,
        presence: Presence,
        at: Instant,
        method: Method,
        note: Option<Note>,
    ) -> Result<SignIn, Refusal> {
        let act = TrainingAct::SignIn;
        self.open_at(at).map_err(|code| Refusal::new(act, code))?;
        if at > self.now {
            return Err(Refusal::new(act, RefusalCode::InTheFuture { today: self.now.day() }));
        }
        let note = if presence == Presence::Leave { Some(given(act, note)?) } else { note };
        Ok(SignIn { presence, at, method, by: self.hand.person, note, correction: None })
    }

    /// Adds a correction of what stands, or of nothing once the time of sign-in is over.
    ///
    /// # Errors
    /// As for a sign-in but the window, `certificate_issued`, `missing_fact` (nothing to correct, nothing changed),
    /// `reason_missing`, `no_second_person`.
    pub fn correct(
        &self,
        presence: Presence,
        reason: Option<Note>,
        second: Option<PersonId>,
    ) -> Result<SignIn, Refusal> {
        let act = TrainingAct::CorrectSignIn;
        let refuse = |code| Refusal::new(act, code);
        self.correctable().map_err(refuse)?;
        let old = self.standing();
        if old == Some(presence) {
            return Err(refuse(RefusalCode::MissingFact { fact: Fact::Change }));
        }
        let reason = given(act, reason)?;
        let second = second.filter(|second| *second != self.hand.person);
        let second = second.ok_or_else(|| refuse(RefusalCode::NoSecondPerson))?;
        Ok(SignIn {
            presence,
            at: self.now,
            method: self.entries.last().map_or(Method::Paper, |entry| entry.method),
            by: self.hand.person,
            note: None,
            correction: Some(SignInCorrection { old, reason, second }),
        })
    }

    fn standing(&self) -> Option<Presence> {
        presence(self.entries)
    }

    fn takes_place(&self, act: TrainingAct) -> Result<(), RefusalCode> {
        if self.session.class != self.class_id {
            return Err(RefusalCode::AnotherClass);
        }
        if self.session.struck.is_some() {
            return Err(RefusalCode::SessionStruck);
        }
        self.hand.guard(act, self.hand.on)
    }

    fn open_at(&self, at: Instant) -> Result<(), RefusalCode> {
        match self.class.stage() {
            ClassStage::Open => (),
            ClassStage::Suspended => return Err(RefusalCode::ClassSuspended),
            _ => return Err(self.class.elsewhere()),
        }
        if !matches!(self.enrolment, EnrolmentState::Studying { .. }) {
            return Err(RefusalCode::NotStudying { stage: self.enrolment.stage() });
        }
        self.takes_place(TrainingAct::SignIn)?;
        let (opens, closed) = self.window();
        if at < opens {
            return Err(RefusalCode::TooEarly { opens });
        }
        if at > closed {
            return Err(RefusalCode::TooLate { closed });
        }
        match presence(self.entries) {
            Some(presence) => Err(RefusalCode::NotedAlready { presence }),
            None => Ok(()),
        }
    }

    /// While the class is open, suspended or finished and no certificate rests on the rate.
    fn correctable(&self) -> Result<(), RefusalCode> {
        if !matches!(self.class.stage(), ClassStage::Open | ClassStage::Suspended | ClassStage::Finished) {
            return Err(self.class.elsewhere());
        }
        let studied = matches!(
            self.enrolment,
            EnrolmentState::Studying { .. }
                | EnrolmentState::Completed { .. }
                | EnrolmentState::Failed { .. }
        );
        if !studied {
            return Err(RefusalCode::NotStudying { stage: self.enrolment.stage() });
        }
        self.takes_place(TrainingAct::CorrectSignIn)?;
        if let Some(number) = self.certificate {
            return Err(RefusalCode::CertificateIssued { number: number.clone() });
        }
        if self.entries.is_empty() && self.now <= self.window().1 {
            return Err(RefusalCode::MissingFact { fact: Fact::Entry });
        }
        Ok(())
    }
}

fn minutes(minutes: u32) -> i64 {
    i64::from(minutes) * 60_000
}
