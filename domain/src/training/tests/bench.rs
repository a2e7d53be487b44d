//! The bench: one programme, one class, its people, and who acts.

use chrono::NaiveTime;
use uuid::Uuid;

use crate::id::{ClassId, ClassSessionId, EnrolmentId, PersonId, ProgrammeId, TraineeId};
use crate::role::Role;
use crate::training::*;
use crate::value::{AreaCode, IdNumber, Money, PersonName};
use crate::{Day, Instant};

pub const PAN_TRAINER: PersonId = PersonId(Uuid::from_u128(1));
pub const TANG_TRAINER: PersonId = PersonId(Uuid::from_u128(2));
pub const ZHOU_HEAD: PersonId = PersonId(Uuid::from_u128(3));
pub const WU_CHIEF: PersonId = PersonId(Uuid::from_u128(4));
pub const CLASS: ClassId = ClassId(Uuid::from_u128(100));

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn at(text: &str) -> Instant {
    Instant::of_shanghai(format!("{text}:00").parse().unwrap())
}

pub fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

pub fn why() -> Option<Note> {
    Some(note("情况有变"))
}

pub fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

pub fn trade(text: &str) -> Trade {
    Trade::parse(text).unwrap()
}

pub fn person(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

pub fn county() -> AreaCode {
    AreaCode::parse("431129").unwrap()
}

pub fn enrolment(number: u128) -> EnrolmentId {
    EnrolmentId(Uuid::from_u128(1000 + number))
}

pub fn trainee(number: u128) -> TraineeId {
    TraineeId(Uuid::from_u128(2000 + number))
}

pub fn session_id(number: u128) -> ClassSessionId {
    ClassSessionId(Uuid::from_u128(3000 + number))
}

/// A person of 江华 born on a day.
pub fn born(day: &str) -> IdNumber {
    let body = format!("431129{}001", day.replace('-', ""));
    let checks = "0123456789X".chars();
    checks.map(|check| format!("{body}{check}")).find_map(|text| IdNumber::parse(&text).ok()).unwrap()
}

pub fn hand(person: PersonId, on: &str) -> Hand<'static> {
    let (name, roles): (_, &[Role]) = match person {
        PAN_TRAINER => ("盘江", &[Role::Trainer]),
        TANG_TRAINER => ("唐永", &[Role::Trainer]),
        ZHOU_HEAD => ("周明", &[Role::Head]),
        _ => ("吴双", &[Role::Chief]),
    };
    Hand { person, name, roles, on: day(on), today: day(on) }
}

/// Whoever holds the act's power.
pub fn holder(act: TrainingAct) -> PersonId {
    match act.power() {
        crate::role::Power::ApprovePlans => WU_CHIEF,
        _ => PAN_TRAINER,
    }
}

pub fn teacher(text: &str) -> Teacher {
    Teacher { name: name(text), account: None }
}

/// Four hours in the morning.
pub fn session(number: u128, on: &str) -> Session {
    let clock = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    Session {
        id: session_id(number),
        class: CLASS,
        on: day(on),
        from: clock(8, 30),
        to: clock(11, 30),
        hours: 4,
        subject: name("平车操作"),
        teacher: teacher("何师傅"),
        room: name("县就业培训中心 201"),
        struck: None,
        sign_ins: 0,
    }
}

pub fn struck() -> Struck {
    Struck { on: day("2026-04-15"), by: PAN_TRAINER, reason: note("停电") }
}

pub fn programme_plan() -> ProgrammePlan {
    ProgrammePlan {
        year: 2026,
        title: name("2026年缝纫工培训"),
        trade: trade("缝纫工"),
        kind: ClassKind::Skill,
        target: 50,
        hours: 12,
        budget: Money::yuan(30_000),
        fund_owner: name("县人社局"),
        twin_intended: false,
    }
}

pub fn class_plan() -> ClassPlan {
    ClassPlan {
        programme: ProgrammeId(Uuid::from_u128(50)),
        code: name("JH-2026-02"),
        name: name("江华缝纫工2026第2期"),
        kind: ClassKind::Skill,
        trade: trade("缝纫工"),
        place: name("县就业培训中心"),
        head_teacher: teacher("盘江"),
        capacity: 2,
        opens_on: day("2026-04-15"),
        ends_on: day("2026-04-30"),
        exam_on: Some(day("2026-04-30")),
    }
}

pub fn running() -> ProgrammeState {
    let approval = Approval { on: day("2026-01-10"), by: Some(ZHOU_HEAD) };
    ProgrammeState::Running { approval, on: day("2026-01-11") }
}

pub fn opening() -> Opening {
    Opening { on: day("2026-04-15"), roster: vec![enrolment(1)] }
}

pub fn class_at(stage: ClassStage) -> ClassState {
    let (opening, reason) = (opening(), note("水灾"));
    match stage {
        ClassStage::Planned => ClassState::Planned { on: day("2026-03-01") },
        ClassStage::Enrolling => ClassState::Enrolling { on: day("2026-03-02") },
        ClassStage::Open => ClassState::Open { on: opening.on, opening },
        ClassStage::Suspended => ClassState::Suspended { opening, on: day("2026-04-16"), reason },
        ClassStage::Finished => ClassState::Finished { opening, on: day("2026-04-30") },
        ClassStage::Archived => {
            let finished_on = day("2026-04-30");
            ClassState::Archived { opening, finished_on, on: day("2026-05-10") }
        }
        ClassStage::Cancelled => ClassState::Cancelled { opening: None, on: day("2026-03-03"), reason },
    }
}

pub fn enough() -> Tally {
    Tally { credited: 12, held: 12, struck: 0, planned: 12 }
}

pub fn short() -> Tally {
    Tally { credited: 8, held: 12, struck: 0, planned: 12 }
}

pub fn enrolment_at(stage: EnrolmentStage) -> EnrolmentState {
    let on = day("2026-03-05");
    let reason = note("个人原因");
    match stage {
        EnrolmentStage::Applied => EnrolmentState::Applied { on },
        EnrolmentStage::Waiting => EnrolmentState::Waiting { on, rank: 1 },
        EnrolmentStage::Accepted => EnrolmentState::Accepted { on, out_of_line: None },
        EnrolmentStage::Studying => EnrolmentState::Studying { on },
        EnrolmentStage::Refused => EnrolmentState::Refused { on, reason },
        EnrolmentStage::Withdrawn => EnrolmentState::Withdrawn { on },
        EnrolmentStage::DroppedOut => EnrolmentState::DroppedOut { on, reason },
        EnrolmentStage::Completed => EnrolmentState::Completed { on, tally: enough() },
        EnrolmentStage::Failed => EnrolmentState::Failed { on, tally: short() },
    }
}

pub fn place(number: u128, state: EnrolmentState) -> Place {
    Place { enrolment: enrolment(number), trainee: trainee(number), state }
}

pub fn mark(mark: u32) -> Mark {
    Mark::of_tenths(u16::try_from(mark * 10).unwrap()).unwrap()
}

pub fn marks(total: u32) -> Marks {
    Marks { theory: None, practical: None, total: mark(total) }
}

pub fn sitting_facts(total: u32) -> SittingFacts {
    SittingFacts {
        marks: marks(total),
        examiners: vec![name("李考官"), name("王考官")],
        place: name("县就业培训中心"),
    }
}

pub fn sat(sitting: u32, on: &str, total: u32) -> MarksEntry {
    let SittingFacts { marks, examiners, place } = sitting_facts(total);
    MarksEntry {
        sitting,
        on: day(on),
        marks,
        examiners,
        place: Some(place),
        by: Some(PAN_TRAINER),
        correction: None,
    }
}

/// Everything that hangs on a class, owned; [`Bench::scene`] lends it to the rules.
pub struct Bench {
    pub plan: ClassPlan,
    pub programme: ProgrammeState,
    pub sessions: Vec<Session>,
    pub elsewhere: Vec<Session>,
    pub roster: Roster,
    pub settings: TrainingSettings,
    pub now: Instant,
}

impl Bench {
    /// A class of two places, three mornings, one person accepted.
    pub fn new() -> Self {
        Bench {
            plan: class_plan(),
            programme: running(),
            sessions: vec![session(1, "2026-04-15"), session(2, "2026-04-16"), session(3, "2026-04-30")],
            elsewhere: Vec::new(),
            roster: Roster {
                capacity: 2,
                enrolments: vec![place(1, enrolment_at(EnrolmentStage::Accepted))],
            },
            settings: TrainingSettings { accepted_min: 1, ..TrainingSettings::default() },
            now: at("2026-06-01T12:00"),
        }
    }

    pub fn scene(&self, hand: Hand<'static>) -> ClassScene<'_> {
        ClassScene {
            plan: &self.plan,
            programme: &self.programme,
            programme_hours: 12,
            sessions: &self.sessions,
            elsewhere: &self.elsewhere,
            roster: &self.roster,
            settings: &self.settings,
            hand,
            now: self.now,
        }
    }
}
