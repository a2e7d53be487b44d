//! A little world: two classes on overlapping days, six people, and whatever is tried on them.

use uuid::Uuid;

use super::bench::*;
use crate::Day;
use crate::id::{ClassSessionId, EnrolmentId};
use crate::training::*;
use crate::value::IdNumber;

pub const CLASSES: usize = 2;
pub const PEOPLE: usize = 6;

/// What may be tried; numbers choose among what there is.
#[derive(Clone, Debug)]
pub enum Try {
    OpenEnrolment,
    Open,
    Suspend,
    Resume,
    Finish,
    Archive,
    Cancel,
    Capacity(u32),
    Strike(usize),
    Apply(usize),
    Accept(usize, bool),
    Wait(usize),
    Refuse(usize),
    Withdraw(usize),
    DropOut(usize),
    SignIn(usize, usize, Presence),
    CorrectSignIn(usize, usize, Presence),
    RecordMarks(usize, u32),
    CorrectMarks(usize, u32),
    Issue(usize),
    Replace(usize),
    Revoke(usize),
    /// Asks the number that was last given once more.
    IssueTaken(usize),
}

/// One enrolment with all its rows.
pub struct Row {
    pub id: EnrolmentId,
    pub person: usize,
    pub state: EnrolmentState,
    pub sign_ins: Vec<(ClassSessionId, SignIn)>,
    pub exam: Vec<MarksEntry>,
}

pub struct Class {
    pub state: ClassState,
    pub plan: ClassPlan,
    pub sessions: Vec<Session>,
    pub rows: Vec<Row>,
}

pub struct World {
    pub today: Day,
    pub classes: Vec<Class>,
    pub certificates: Vec<Certificate>,
    pub people: Vec<IdNumber>,
    pub settings: TrainingSettings,
    pub last_serial: u32,
    next_id: u128,
}

impl Row {
    pub fn entries(&self, session: ClassSessionId) -> Vec<SignIn> {
        self.sign_ins.iter().filter(|(id, _)| *id == session).map(|(_, entry)| entry.clone()).collect()
    }

    pub fn standing(&self, sessions: &[Session]) -> Vec<(ClassSessionId, Presence)> {
        let standing = |session: &Session| {
            standing_presence(&self.entries(session.id)).map(|presence| (session.id, presence))
        };
        sessions.iter().filter_map(standing).collect()
    }
}

impl Class {
    fn new(number: u128, shift: u64) -> Self {
        let class = crate::id::ClassId(Uuid::from_u128(100 + number));
        let later = |day: Day| day + chrono::Days::new(shift);
        let mut plan = class_plan();
        plan.opens_on = later(day("2026-04-15"));
        plan.ends_on = later(day("2026-04-20"));
        plan.name = name(&format!("第{number}期"));
        let session = |at: u128| Session {
            id: session_id(number * 10 + at),
            class,
            on: later(day("2026-04-15")) + chrono::Days::new(at as u64),
            room: name(&format!("教室{number}")),
            teacher: teacher(&format!("教师{number}")),
            ..session(at, "2026-04-15")
        };
        let sessions = (0..3).map(session).collect();
        Class { state: ClassState::Planned { on: day("2026-03-01") }, plan, sessions, rows: Vec::new() }
    }

    pub fn roster(&self) -> Roster {
        let place = |row: &Row| Place {
            enrolment: row.id,
            trainee: trainee(row.person as u128),
            state: row.state.clone(),
        };
        Roster { capacity: self.plan.capacity, enrolments: self.rows.iter().map(place).collect() }
    }

    pub fn history_rows(&self) -> usize {
        self.rows.iter().map(|row| 1 + row.sign_ins.len() + row.exam.len()).sum()
    }

    fn moved(&mut self, moved: ClassMove) -> ClassState {
        for (id, state) in moved.enrolments {
            if let Some(row) = self.rows.iter_mut().find(|row| row.id == id) {
                row.state = state;
            }
        }
        moved.state
    }
}

impl World {
    pub fn new() -> Self {
        World {
            today: day("2026-04-10"),
            classes: vec![Class::new(1, 0), Class::new(2, 5)],
            certificates: Vec::new(),
            // The first is too young for both classes, the second for the first one only.
            people: ["2010-05-01", "2010-04-18", "1990-01-01", "1985-02-02", "1979-03-03", "2000-04-04"]
                .map(born)
                .to_vec(),
            settings: TrainingSettings { accepted_min: 1, ..TrainingSettings::default() },
            last_serial: 0,
            next_id: 0,
        }
    }

    pub fn live(&self, id: EnrolmentId) -> Option<CertificateNumber> {
        let mut of = self.certificates.iter().filter(|one| one.enrolment == id);
        of.find(|one| one.is_live()).map(|one| one.number.clone())
    }

    pub fn now(&self) -> crate::Instant {
        at(&format!("{}T18:00", self.today))
    }

    pub fn hand(&self, who: crate::id::PersonId) -> Hand<'static> {
        hand(who, &self.today.to_string())
    }

    fn stays(&self, person: usize, but: usize) -> Vec<Stay> {
        let others = self.classes.iter().enumerate().filter(|(at, _)| *at != but);
        let holds = |class: &Class| {
            let placed = |row: &Row| {
                row.person == person
                    && matches!(row.state.stage(), EnrolmentStage::Accepted | EnrolmentStage::Studying)
            };
            class.rows.iter().any(placed)
        };
        let stay = |class: &Class| Stay {
            class: class.plan.name.clone(),
            from: class.plan.opens_on,
            to: class.plan.ends_on,
        };
        others.filter(|(_, class)| holds(class)).map(|(_, class)| stay(class)).collect()
    }

    /// Tries an act on a class; whether it was done.
    pub fn tries(&mut self, at: usize, what: &Try) -> Result<(), Refusal> {
        match what {
            Try::OpenEnrolment
            | Try::Open
            | Try::Suspend
            | Try::Resume
            | Try::Finish
            | Try::Archive
            | Try::Cancel
            | Try::Capacity(_)
            | Try::Strike(_) => self.on_class(at, what),
            Try::Apply(person) => self.apply(at, *person),
            Try::Replace(which) | Try::Revoke(which) => self.on_certificate(*which, what),
            Try::Accept(row, _)
            | Try::Wait(row)
            | Try::Refuse(row)
            | Try::Withdraw(row)
            | Try::DropOut(row) => self.on_enrolment(at, *row, what),
            Try::SignIn(row, ..)
            | Try::CorrectSignIn(row, ..)
            | Try::RecordMarks(row, _)
            | Try::CorrectMarks(row, _)
            | Try::Issue(row)
            | Try::IssueTaken(row) => {
                let rows = self.classes[at].rows.len();
                if rows == 0 { Ok(()) } else { self.on_trainee(at, row % rows, what) }
            }
        }
    }

    fn on_class(&mut self, at: usize, what: &Try) -> Result<(), Refusal> {
        let (roster, programme) = (self.classes[at].roster(), running());
        let (hand, now, settings) = (self.hand(PAN_TRAINER), self.now(), self.settings.clone());
        let other = self.classes[1 - at].sessions.clone();
        let class = &mut self.classes[at];
        let (plan, sessions) = (class.plan.clone(), class.sessions.clone());
        let scene = ClassScene {
            plan: &plan,
            programme: &programme,
            programme_hours: 12,
            sessions: &sessions,
            elsewhere: &other,
            roster: &roster,
            settings: &settings,
            hand,
            now,
        };
        let state = class.state.clone();
        class.state = match what {
            Try::OpenEnrolment => state.open_enrolment(&scene)?,
            Try::Open => class.moved(state.open(&scene)?),
            Try::Suspend => state.suspend(why(), &scene)?,
            Try::Resume => state.resume(&scene)?,
            Try::Finish => {
                let sheet = |row: &Row| Sheet { enrolment: row.id, standing: row.standing(&sessions) };
                let sheets: Vec<Sheet> = class.rows.iter().map(sheet).collect();
                class.moved(state.finish(&sheets, &scene)?)
            }
            Try::Archive => state.archive(&scene)?,
            Try::Cancel => class.moved(state.cancel(why(), &scene)?),
            Try::Capacity(capacity) => {
                let new = ClassPlan { capacity: *capacity, ..plan.clone() };
                state.edit(&new, &[], &scene)?;
                class.plan = new;
                state
            }
            Try::Strike(which) => {
                let which = which % sessions.len();
                let struck = state.strike_session(sessions[which].id, why(), &scene)?;
                class.sessions[which].struck = Some(struck);
                state
            }
            other => panic!("{other:?} is not an act of a class"),
        };
        Ok(())
    }

    fn with_candidate<T>(
        &self,
        at: usize,
        person: usize,
        id: EnrolmentId,
        ask: impl FnOnce(&EnrolmentScene<'_>) -> T,
    ) -> T {
        let stays = self.stays(person, at);
        let consent = Consent { version: name("2026-01"), on: day("2026-03-01") };
        let candidate = Candidate {
            enrolment: id,
            trainee: trainee(person as u128),
            id_number: Some(&self.people[person]),
            consent: Some(&consent),
            stays: &stays,
            subsidised: false,
        };
        ask(&EnrolmentScene {
            class: &self.classes[at].state,
            plan: &self.classes[at].plan,
            roster: &self.classes[at].roster(),
            candidate: &candidate,
            settings: &self.settings,
            hand: self.hand(PAN_TRAINER),
        })
    }

    fn apply(&mut self, at: usize, person: usize) -> Result<(), Refusal> {
        let id = enrolment(self.next_id);
        let state = self.with_candidate(at, person, id, EnrolmentState::apply)?;
        self.next_id += 1;
        self.classes[at].rows.push(Row { id, person, state, sign_ins: Vec::new(), exam: Vec::new() });
        Ok(())
    }

    fn on_enrolment(&mut self, at: usize, row: usize, what: &Try) -> Result<(), Refusal> {
        let rows = self.classes[at].rows.len();
        if rows == 0 {
            return Ok(());
        }
        let row = row % rows;
        let (id, person) = (self.classes[at].rows[row].id, self.classes[at].rows[row].person);
        let state = self.classes[at].rows[row].state.clone();
        let after = self.with_candidate(at, person, id, |scene| match what {
            Try::Accept(_, with_reason) => state.accept(with_reason.then(|| note("优先")), scene),
            Try::Wait(_) => state.wait(scene),
            Try::Refuse(_) => state.refuse(why(), scene),
            Try::Withdraw(_) => state.withdraw(scene),
            _ => state.drop_out(why(), scene),
        })?;
        self.classes[at].rows[row].state = after;
        Ok(())
    }

    /// Promotes the waiting list as the store does: one after the other, until one is refused.
    pub fn promote(&mut self, at: usize) -> Vec<EnrolmentId> {
        let mut promoted = Vec::new();
        for id in self.classes[at].roster().whom_to_accept() {
            let row = self.classes[at].rows.iter().position(|row| row.id == id).unwrap();
            if self.on_enrolment(at, row, &Try::Accept(row, false)).is_err() {
                break;
            }
            promoted.push(id);
        }
        promoted
    }
}
