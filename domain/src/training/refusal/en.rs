//! Refusals of training in English.

use super::RefusalCode;
use super::sentence::{moment, who};
use crate::calendar::day_long as long_day;
use crate::{Day, Lang};

/// Why, and who opens it and when.
pub(super) fn reason(code: &RefusalCode) -> (String, String) {
    let lang = Lang::En;
    let day = |day: &Day| long_day(*day, lang);
    let pair = |why: &str, opens: &str| (why.to_owned(), opens.to_owned());
    match code {
        RefusalCode::NotInThisState { state } => {
            (state.title(lang), "The trainer does it when the steps before are done".to_owned())
        }
        RefusalCode::NoRight { power } => {
            ("you do not have this power".to_owned(), format!("Done by the {}", who(*power, lang)))
        }
        RefusalCode::InTheFuture { today } => {
            ("the day has not come".to_owned(), format!("Enter {} or earlier", day(today)))
        }
        RefusalCode::BeforeItsCause { cause } => (
            format!("the day lies before what the act follows ({})", day(cause)),
            format!("Enter {} or later", day(cause)),
        ),
        RefusalCode::MissingFact { fact } => {
            (format!("missing: {}", fact.title(lang)), "Possible as soon as the trainer adds it".to_owned())
        }
        RefusalCode::ReasonMissing => pair("no reason is given", "Possible with a reason"),
        RefusalCode::SameHand => pair("you submitted the programme yourself", "Another head approves it"),
        RefusalCode::ProgrammeTwice => pair(
            "there is a programme of the same year, trade, kind and fund",
            "The trainer ticks that a second one is intended",
        ),
        RefusalCode::ClassesLeft { left } => {
            (format!("classes that have not ended: {left}"), "When they are finished or cancelled".to_owned())
        }
        RefusalCode::HoursShort { planned, needed } => (
            format!("the sessions have {planned} hours, the programme asks for {needed}"),
            "When the trainer has added sessions".to_owned(),
        ),
        RefusalCode::HoursTooMany { hours, fit } => (
            format!("{hours} hours entered, {fit} fit between start and end"),
            "Check times and hours".to_owned(),
        ),
        RefusalCode::TeacherTwice { teacher, on } => (
            format!("{teacher} teaches another session at that time on {}", day(on)),
            "When the trainer has changed the teacher or the time".to_owned(),
        ),
        RefusalCode::RoomTwice { room, on } => (
            format!("{room} holds another session at that time on {}", day(on)),
            "When the trainer has changed the room or the time".to_owned(),
        ),
        RefusalCode::DateOrder => {
            pair("a day or time lies before the one it follows", "Check the days and times")
        }
        RefusalCode::SessionOutside { from, to } => (
            format!("the session lies outside the class ({} to {})", day(from), day(to)),
            "Change the session's day, or the class's days first".to_owned(),
        ),
        RefusalCode::SessionHasSignIns => {
            pair("the session has sign-ins and counts as held", "The trainer corrects wrong sign-ins")
        }
        RefusalCode::SessionStruck => pair("the session was struck", "The trainer plans another session"),
        RefusalCode::TooFewAccepted { accepted, needed } => {
            (format!("{accepted} accepted, {needed} needed"), "When enough people are accepted".to_owned())
        }
        RefusalCode::OpenDayNotReached { on } => {
            (format!("the class opens on {}", day(on)), format!("From {} on", day(on)))
        }
        RefusalCode::SessionsNotHeld { left } => {
            (format!("sessions not over: {left}"), "When they are over, or struck with a reason".to_owned())
        }
        RefusalCode::EnrolmentsOpen { left } => (
            format!("applications without a result: {left}"),
            "When the trainer has accepted, declined or withdrawn each".to_owned(),
        ),
        RefusalCode::CapacityBelowAccepted { accepted } => {
            (format!("{accepted} people are accepted already"), format!("Enter {accepted} or more"))
        }
        RefusalCode::Underage { years, on } => (
            format!("the person is younger than {years} on {}", day(on)),
            "Possible in a later class; check the identity number".to_owned(),
        ),
        RefusalCode::Duplicate => pair(
            "the person has a live application in this class",
            "Go on with that one; after a withdrawal a new one is possible",
        ),
        RefusalCode::Full { capacity } => (
            format!("all {capacity} places are taken"),
            "Put the person on the waiting list; places go in its order".to_owned(),
        ),
        RefusalCode::PlacesFree { free } => {
            (format!("free places: {free}, and nobody waits"), "The trainer accepts the person".to_owned())
        }
        RefusalCode::Overlap { class, from, to } => (
            format!("the person is in {class} from {} to {}", day(from), day(to)),
            "When the person has left that class, or it is over".to_owned(),
        ),
        RefusalCode::NoConsent => pair(
            "no consent to the use of personal data is recorded (Personal Information Protection Act art. 13)",
            "When the person has signed the notice and the trainer has recorded it",
        ),
        RefusalCode::BadId => pair(
            "the identity number does not pass its check",
            "When the trainer has compared it with the card",
        ),
        RefusalCode::TradeLimit => pair(
            "the person was subsidised for this trade and level before",
            "Another trade or a higher level is possible",
        ),
        RefusalCode::NotFirstInLine => pair(
            "somebody on the waiting list comes first",
            "In the order of the list, or with a written reason",
        ),
        RefusalCode::TooEarly { opens } => {
            ("the sign-in has not begun".to_owned(), format!("From {} on", moment(*opens, lang)))
        }
        RefusalCode::TooLate { closed } => (
            format!("the sign-in ended at {}", moment(*closed, lang)),
            "The trainer corrects it with a reason and a second person".to_owned(),
        ),
        RefusalCode::NotStudying { stage } => (
            format!("the person stands at “{}”", stage.title(lang)),
            "When accepted and the class is open".to_owned(),
        ),
        RefusalCode::ClassSuspended => pair("the class is suspended", "When the trainer has resumed it"),
        RefusalCode::AnotherClass => {
            pair("the session belongs to another class", "Choose a session of the person's class")
        }
        RefusalCode::NotedAlready { presence } => (
            format!("noted already: {}", presence.title(lang)),
            "The trainer corrects a wrong sign-in".to_owned(),
        ),
        RefusalCode::NoSecondPerson => {
            pair("a correction needs a second person", "Name whoever checked it, not the one who enters it")
        }
        RefusalCode::ExamBeforeLastSession { on } => {
            (format!("the last session is on {}", day(on)), format!("Enter {} or later", day(on)))
        }
        RefusalCode::NoExamRight { percent, needed } => (
            format!("attendance {percent} %, the exam asks for {needed} %"),
            "When the trainer has corrected a wrong sign-in".to_owned(),
        ),
        RefusalCode::ReSitOver { last_day } => (
            format!("the term of the re-sit ended on {}", day(last_day)),
            "Possible in a later class".to_owned(),
        ),
        RefusalCode::SittingsOver { max } => {
            (format!("sittings done: {max}"), "The trainer corrects wrong marks, or a later class".to_owned())
        }
        RefusalCode::OnlyTeacher => {
            pair("you are the class's only teacher", "Another trainer records the marks")
        }
        RefusalCode::CertificateIssued { number } => {
            (format!("certificate {number} is issued"), "The head revokes it first".to_owned())
        }
        RefusalCode::CertificateWithoutPass { pass_mark } => {
            (format!("no sitting reached {pass_mark}"), "When a passed exam is recorded".to_owned())
        }
        RefusalCode::AttendanceShort { percent, needed } => (
            format!("attendance {percent} %, needed {needed} %"),
            "When the trainer has corrected a wrong sign-in".to_owned(),
        ),
        RefusalCode::ClassNotFinished => {
            pair("the class is not finished", "When the trainer has finished it")
        }
        RefusalCode::IssueBeforeExam { on } => {
            (format!("the passed exam was on {}", day(on)), format!("Enter {} or later", day(on)))
        }
        RefusalCode::LiveCertificate { number } => (
            format!("certificate {number} is valid"),
            "The trainer replaces it when lost, damaged or after a change of name".to_owned(),
        ),
        RefusalCode::NumberTaken { number } => {
            (format!("number {number} was used and is never used again"), "Take the next number".to_owned())
        }
        RefusalCode::WrongCounty { county } => {
            (format!("the number's county should be {county}"), "Take the bureau's next number".to_owned())
        }
        RefusalCode::WrongYear { year } => {
            (format!("the number's year should be {year}"), "Take that year's next number".to_owned())
        }
    }
}
