//! Refusals in English.

use super::sentence::{names, role, who};
use super::{FullProcedure, OfficerFault, RefusalCode};
use crate::calendar::day_long as long_day;
use crate::catalogue::FirstStep;
use crate::{Day, Lang};

/// Why, and who opens it and when.
pub(super) fn reason(code: &RefusalCode) -> (String, String) {
    let lang = Lang::En;
    let day = |day: &Day| long_day(*day, lang);
    let pair = |why: &str, opens: &str| (why.to_owned(), opens.to_owned());
    match code {
        RefusalCode::NotInThisState { stage } => (
            format!("the party stands at “{}”", stage.name(lang)),
            "The officers may do it when the steps before are done".to_owned(),
        ),
        RefusalCode::NoCase => pair("the case is not registered", "An officer registers the clue first"),
        RefusalCode::DoneAlready { act } => {
            (format!("“{}” is done", act.name(lang)), "The officers correct it if it is wrong".to_owned())
        }
        RefusalCode::MissingFact { fact } => {
            (format!("missing: {}", fact.name(lang)), "Possible as soon as the officers add it".to_owned())
        }
        RefusalCode::BeforeItsCause { cause } => (
            format!("the day lies before what the act follows ({})", day(cause)),
            format!("Enter {} or later", day(cause)),
        ),
        RefusalCode::InTheFuture { today } => {
            ("the day has not come".to_owned(), format!("Enter {} or earlier", day(today)))
        }
        RefusalCode::TermOver { last_day } => {
            (format!("the term ended on {}", day(last_day)), "It does not open again".to_owned())
        }
        RefusalCode::NoRight { of_the_case: true, .. } => pair(
            "you are none of the case's officers (Penalty Act art. 42)",
            "The case's two officers do it, or the head changes the officers",
        ),
        RefusalCode::NoRight { power, .. } => {
            ("you do not have this power".to_owned(), format!("Done by the {}", who(*power, lang)))
        }
        RefusalCode::NoPower { who } if who.is_empty() => pair(
            "the bureau has no power here on that day and the catalogue names nobody (art. 17)",
            "Ask the higher authority, then transfer",
        ),
        RefusalCode::NoPower { who } => (
            "the bureau has no power here on that day (art. 17, 23)".to_owned(),
            format!("It belongs to: {}; register the clue and transfer", names(who, lang)),
        ),
        RefusalCode::NotOurArea => pair(
            "the place lies outside the bureau's area (art. 22)",
            "The county of the place does it, or the city designates",
        ),
        RefusalCode::TimeBarred { years, last_day } => (
            format!("the limitation period of {years} years ended on {} (art. 36)", day(last_day)),
            "The head declines to file".to_owned(),
        ),
        RefusalCode::NoRuleInForce { on, .. } => (
            format!("the rule chosen was not in force on {} (art. 4, 37)", day(on)),
            "Choose the row in force on the day of the act".to_owned(),
        ),
        RefusalCode::NoTermInForce { on } => (
            format!("no rule gave a term on {}, so the term for the defence cannot be over", day(on)),
            "Possible when the city adds the rule, or after a written waiver".to_owned(),
        ),
        RefusalCode::TwoOfficers { fault } => (
            format!("two officers with valid certificates are needed (art. 42): {}", fault_en(fault)),
            "Name another officer, or let the administrator enter the certificate".to_owned(),
        ),
        RefusalCode::OwnCase { role: had } => (
            format!(
                "you were {} in this case; nobody reviews or decides his own (art. 58)",
                role(*had, lang)
            ),
            "Somebody without a part in the case does it".to_owned(),
        ),
        RefusalCode::NotQualified => pair(
            "a reviewer needs the national legal qualification (art. 58)",
            "A qualified reviewer does it, or the administrator enters the qualification",
        ),
        RefusalCode::NotInTheRow { kind } => (
            format!("the row gives this role no {}", kind.map_or("penalty", |kind| kind.name(lang))),
            "Choose a kind that the row names".to_owned(),
        ),
        RefusalCode::OutsideRange { min, max } => (
            format!("the amount must lie between ¥{min} and ¥{max}"),
            "The officers enter one inside".to_owned(),
        ),
        RefusalCode::AmountUnverified { .. } => pair(
            "the row's amount is not verified",
            "No fine until the city verifies the catalogue; other kinds stay possible",
        ),
        RefusalCode::CorrectionFirst { step } => (
            match step {
                FirstStep::WarningFirst => "the row allows a fine only after a warning decision not obeyed",
                _ => "the row allows a fine only after an order to put right not obeyed",
            }
            .to_owned(),
            "The officers propose it after the term and a failed re-inspection".to_owned(),
        ),
        RefusalCode::GainsNotStated => pair(
            "illegal gains are not stated (art. 28)",
            "The officers enter the amount, none, or why it cannot be ascertained",
        ),
        RefusalCode::NeedsFullProcedure { why } => (
            match why {
                FullProcedure::HearingRight { from } => {
                    format!("from ¥{from} on the party may ask for a hearing (art. 63)")
                }
                FullProcedure::Kind { kind } => {
                    format!("{} needs the hearing or measures procedure (art. 63)", kind.name(lang))
                }
                FullProcedure::Mitigation => "less than the row's rule is deliberated (art. 57)".to_owned(),
            },
            "The head leads the full procedure".to_owned(),
        ),
        RefusalCode::ReviewNeeded => pair(
            "no legal review agrees with what is intended (art. 58)",
            "Possible when the reviewer agrees",
        ),
        RefusalCode::NoNotice => pair(
            "no advance notice was served (art. 44, 62)",
            "Possible when the notice is served and its term over or waived",
        ),
        RefusalCode::NewNoticeNeeded => pair(
            "heavier than what the party was told (art. 44, 62)",
            "Possible after further investigation and a new notice",
        ),
        RefusalCode::HeavierAfterDefence => pair(
            "a defence must not make the penalty heavier (art. 45)",
            "Possible with evidence taken after the defence",
        ),
        RefusalCode::DefenceTermRunning { until, opens_on } => (
            format!("the term for the defence runs until {} (art. 44, 45)", day(until)),
            format!(
                "From {} on, or after a written waiver: officers propose, the head decides",
                day(opens_on)
            ),
        ),
        RefusalCode::DefenceUnanswered => pair(
            "the defence has not been re-examined (art. 45, 62)",
            "Possible when the officers have re-examined it",
        ),
        RefusalCode::Unserved { counts_on } => (
            "the decision does not count as served yet (art. 61)".to_owned(),
            format!("Possible from {} on", day(counts_on)),
        ),
        RefusalCode::Unpaid { rest } => {
            (format!("¥{rest} is not paid (art. 67)"), "Possible when it is paid and recorded".to_owned())
        }
        RefusalCode::NothingOwed => pair("nothing is owed", "Nothing needs to be done"),
        RefusalCode::TransferPending { to, until: Some(until) } => (
            format!("the case was sent to {to}, which has not answered"),
            format!("{to} answers by {}, or the head withdraws the transfer", day(until)),
        ),
        RefusalCode::TransferPending { to, until: None } => (
            format!("the case was sent to {to}, and no receipt has come"),
            "The officers record the receipt, or the head withdraws the transfer".to_owned(),
        ),
        RefusalCode::LeftTheHouse { act } => (
            format!("others know of “{}” by now", act.name(lang)),
            "If it is wrong, the officers correct it".to_owned(),
        ),
        RefusalCode::NotOwnEntry { act } => (
            format!("somebody else recorded “{}”", act.name(lang)),
            "Whoever recorded it takes it back within ten minutes; later the officers correct it".to_owned(),
        ),
        RefusalCode::TakeBackOver { minutes } => {
            (format!("it was recorded more than {minutes} minutes ago"), "The officers correct it".to_owned())
        }
        RefusalCode::RestsOn { act, on, .. } => (
            format!("“{}” of {} rests on this entry", act.name(lang), day(on)),
            "The officers investigate further and do it again".to_owned(),
        ),
    }
}

fn fault_en(fault: &OfficerFault) -> String {
    match fault {
        OfficerFault::SamePerson => "both are the same person".to_owned(),
        OfficerFault::NotAMember => "one is no member of the bureau".to_owned(),
        OfficerFault::NotAnOfficer { name } => format!("{name} is no officer"),
        OfficerFault::NoCertificate { name, on } => {
            format!("{name} has no valid certificate on {}", long_day(*on, Lang::En))
        }
    }
}
