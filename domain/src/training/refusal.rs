//! Refusals of training: typed reasons, each with who can open the gate, and when.

mod en;
mod fact;
mod sentence;
mod zh;

use serde::{Deserialize, Serialize};

use super::{CertificateNumber, EnrolmentStage, Name, Presence, Standing, TrainingAct};
use crate::role::Power;
use crate::value::AreaCode;
use crate::{Day, Instant};

pub use fact::Fact;

/// Why an act of training cannot be done now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    pub act: TrainingAct,
    #[serde(flatten)]
    pub code: RefusalCode,
}

/// The codes, with what a sentence must name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum RefusalCode {
    /// The record stands elsewhere, or what it hangs on does.
    NotInThisState {
        state: Standing,
    },
    NoRight {
        power: Power,
    },
    /// The day of the act has not come.
    InTheFuture {
        today: Day,
    },
    /// The day of the act lies before what it follows.
    BeforeItsCause {
        cause: Day,
    },
    MissingFact {
        fact: Fact,
    },
    ReasonMissing,
    /// Whoever submitted does not approve.
    SameHand,
    /// Year, trade, kind and fund are those of another programme.
    ProgrammeTwice,
    /// Classes of the programme still go on.
    ClassesLeft {
        left: u32,
    },
    /// Hours of the timetable, hours of the programme.
    HoursShort {
        planned: u32,
        needed: u32,
    },
    /// More hours (学时) than fit between start and end.
    HoursTooMany {
        hours: u32,
        fit: u32,
    },
    TeacherTwice {
        teacher: Name,
        on: Day,
    },
    RoomTwice {
        room: Name,
        on: Day,
    },
    /// A day, or a time, lies before the one it follows.
    DateOrder,
    /// The session lies outside the class's days.
    SessionOutside {
        from: Day,
        to: Day,
    },
    /// A session with sign-ins was held: it is neither changed, nor deleted, nor struck.
    SessionHasSignIns,
    SessionStruck,
    TooFewAccepted {
        accepted: u32,
        needed: u32,
    },
    OpenDayNotReached {
        on: Day,
    },
    /// Sessions neither over nor struck.
    SessionsNotHeld {
        left: u32,
    },
    /// Applications without an end.
    EnrolmentsOpen {
        left: u32,
    },
    CapacityBelowAccepted {
        accepted: u32,
    },
    /// Younger than `years` on the day.
    Underage {
        years: u32,
        on: Day,
    },
    /// The person has a live enrolment in this class.
    Duplicate,
    Full {
        capacity: u32,
    },
    /// A place is free: the waiting list is not needed.
    PlacesFree {
        free: u32,
    },
    /// The person is in another class on these days.
    Overlap {
        class: Name,
        from: Day,
        to: Day,
    },
    NoConsent,
    /// The identity number was not readable or its check fails.
    BadId,
    /// The same trade and level were subsidised already.
    TradeLimit,
    /// Somebody waits longer; a reason opens it.
    NotFirstInLine,
    /// Before the sign-in of the session opens.
    TooEarly {
        opens: Instant,
    },
    /// After the sign-in of the session has closed.
    TooLate {
        closed: Instant,
    },
    NotStudying {
        stage: EnrolmentStage,
    },
    ClassSuspended,
    /// The session belongs to another class.
    AnotherClass,
    NotedAlready {
        presence: Presence,
    },
    /// A correction needs somebody besides whoever enters it.
    NoSecondPerson,
    /// The class's last session, before which nobody is examined.
    ExamBeforeLastSession {
        on: Day,
    },
    /// Attendance in whole per cent, rounded down.
    NoExamRight {
        percent: u32,
        needed: u32,
    },
    ReSitOver {
        last_day: Day,
    },
    SittingsOver {
        max: u32,
    },
    /// The class's only teacher does not enter its marks.
    OnlyTeacher,
    /// Marks and sign-ins under a live certificate do not change.
    CertificateIssued {
        number: CertificateNumber,
    },
    /// No sitting reached the mark.
    CertificateWithoutPass {
        pass_mark: u32,
    },
    /// Attendance in whole per cent, rounded down.
    AttendanceShort {
        percent: u32,
        needed: u32,
    },
    ClassNotFinished,
    /// The day of the sitting that passed.
    IssueBeforeExam {
        on: Day,
    },
    LiveCertificate {
        number: CertificateNumber,
    },
    NumberTaken {
        number: CertificateNumber,
    },
    /// The number's county is not the issuing one.
    WrongCounty {
        county: AreaCode,
    },
    /// The number's year is not that of the issue.
    WrongYear {
        year: i32,
    },
}

impl Refusal {
    /// A refusal of an act.
    #[must_use]
    pub fn new(act: TrainingAct, code: RefusalCode) -> Self {
        Refusal { act, code }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.act.word(), self.code.word())
    }
}

impl std::error::Error for Refusal {}

impl RefusalCode {
    /// Whether a written reason opens this gate.
    #[must_use]
    pub fn yields_to_reason(&self) -> bool {
        matches!(self, RefusalCode::NotFirstInLine)
    }

    /// The stable word of the code, for interfaces and tests.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            RefusalCode::NotInThisState { .. } => "not_in_this_state",
            RefusalCode::NoRight { .. } => "no_right",
            RefusalCode::InTheFuture { .. } => "in_the_future",
            RefusalCode::BeforeItsCause { .. } => "before_its_cause",
            RefusalCode::MissingFact { .. } => "missing_fact",
            RefusalCode::ReasonMissing => "reason_missing",
            RefusalCode::SameHand => "same_hand",
            RefusalCode::ProgrammeTwice => "programme_twice",
            RefusalCode::ClassesLeft { .. } => "classes_left",
            RefusalCode::HoursShort { .. } => "hours_short",
            RefusalCode::HoursTooMany { .. } => "hours_too_many",
            RefusalCode::TeacherTwice { .. } => "teacher_twice",
            RefusalCode::RoomTwice { .. } => "room_twice",
            RefusalCode::DateOrder => "date_order",
            RefusalCode::SessionOutside { .. } => "session_outside",
            RefusalCode::SessionHasSignIns => "session_has_sign_ins",
            RefusalCode::SessionStruck => "session_struck",
            RefusalCode::TooFewAccepted { .. } => "too_few_accepted",
            RefusalCode::OpenDayNotReached { .. } => "open_day_not_reached",
            RefusalCode::SessionsNotHeld { .. } => "sessions_not_held",
            RefusalCode::EnrolmentsOpen { .. } => "enrolments_open",
            RefusalCode::CapacityBelowAccepted { .. } => "capacity_below_accepted",
            RefusalCode::Underage { .. } => "underage",
            RefusalCode::Duplicate => "duplicate",
            RefusalCode::Full { .. } => "full",
            RefusalCode::PlacesFree { .. } => "places_free",
            RefusalCode::Overlap { .. } => "overlap",
            RefusalCode::NoConsent => "no_consent",
            RefusalCode::BadId => "bad_id",
            RefusalCode::TradeLimit => "trade_limit",
            RefusalCode::NotFirstInLine => "not_first_in_line",
            RefusalCode::TooEarly { .. } => "too_early",
            RefusalCode::TooLate { .. } => "too_late",
            RefusalCode::NotStudying { .. } => "not_studying",
            RefusalCode::ClassSuspended => "class_suspended",
            RefusalCode::AnotherClass => "another_class",
            RefusalCode::NotedAlready { .. } => "noted_already",
            RefusalCode::NoSecondPerson => "no_second_person",
            RefusalCode::ExamBeforeLastSession { .. } => "exam_before_last_session",
            RefusalCode::NoExamRight { .. } => "no_exam_right",
            RefusalCode::ReSitOver { .. } => "re_sit_over",
            RefusalCode::SittingsOver { .. } => "sittings_over",
            RefusalCode::OnlyTeacher => "only_teacher",
            RefusalCode::CertificateIssued { .. } => "certificate_issued",
            RefusalCode::CertificateWithoutPass { .. } => "certificate_without_pass",
            RefusalCode::AttendanceShort { .. } => "attendance_short",
            RefusalCode::ClassNotFinished => "class_not_finished",
            RefusalCode::IssueBeforeExam { .. } => "issue_before_exam",
            RefusalCode::LiveCertificate { .. } => "live_certificate",
            RefusalCode::NumberTaken { .. } => "number_taken",
            RefusalCode::WrongCounty { .. } => "wrong_county",
            RefusalCode::WrongYear { .. } => "wrong_year",
        }
    }
}
