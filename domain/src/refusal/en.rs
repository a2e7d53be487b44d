//! Refusals in English.

use super::sentence::{hand, names, role, who};
use super::{BankOnly, DeliberationGround, NotSimplified, OfficerFault, RefusalCode};
use crate::calendar::day_long as long_day;
use crate::case::WarningStanding;
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
        RefusalCode::DoFirst { act } => {
            (format!("“{}” is not done", act.name(lang)), format!("That comes first, by {}", hand(act.power(), lang)))
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
        RefusalCode::FirstStepVoid { number } => (
            format!("the warning on which the case rests, {number}, was never served or was revoked"),
            "No fine for disobeying it; warn and order anew, and register a clue after the re-inspection"
                .to_owned(),
        ),
        RefusalCode::WarningNotOfParty { number, standing } => (
            match standing {
                WarningStanding::OfAnother => format!("the warning {number} was somebody else's"),
                WarningStanding::NotComparable => {
                    format!("nothing tells whether the warning {number} was this party's")
                }
                _ => format!("no case of the bureau has the warning {number}"),
            },
            match standing {
                WarningStanding::OfAnother => {
                    "No fine for disobeying it; with the right number, register a clue of its own".to_owned()
                }
                WarningStanding::NotComparable => {
                    "Both cases need the same place in the register, credit code or identity number; complete the party's data"
                        .to_owned()
                }
                _ => "Check the number; enter a warning on paper as a back entry first".to_owned(),
            },
        ),
        RefusalCode::GainsNotStated => pair(
            "illegal gains are not stated (art. 28)",
            "The officers enter the amount, none, or why it cannot be ascertained",
        ),
        RefusalCode::NotSimplified { why } => (
            match why {
                NotSimplified::Fine { max } => {
                    format!("this party may be fined ¥{max} at most on the spot (art. 51)")
                }
                NotSimplified::Kind { kind } => {
                    format!("on the spot only a warning or a small fine, no {} (art. 51)", kind.name(lang))
                }
            },
            "Use the ordinary procedure; everything entered can be taken along".to_owned(),
        ),
        RefusalCode::NumberHeld { number, case } => (
            format!("the decision number {number} is that of case {case}"),
            "Compare the two decisions: mend a slip here, or have the head explain a number given twice".to_owned(),
        ),
        RefusalCode::MeasureTermDiffers { written, counted } => (
            format!("the measure is said to hold until {}, the law counts {}", day(written), day(counted)),
            "Handle, extend or lift it within the term as counted".to_owned(),
        ),
        RefusalCode::FinedBefore { number } => (
            match number {
                Some(number) => format!("the same act has been fined already, {number} (art. 29)"),
                None => "the same act has been fined already (art. 29)".to_owned(),
            },
            "No second fine; a warning or an order to put right stays possible".to_owned(),
        ),
        RefusalCode::SameAct => pair(
            "the party's act of this violation and day is in the case already (art. 29)",
            "If it is another act, check the day; what is new about it belongs into a record",
        ),
        RefusalCode::OneFine { rule } => (
            "one conduct under several rules bears one fine, by the rule with the higher one (art. 29)"
                .to_owned(),
            format!("Enter the fine under “{}” only", rule.en),
        ),
        RefusalCode::MilderRule { rule, from } => (
            format!(
                "the law has changed since the act, and “{}” as in force from {} is milder: it applies (art. 37)",
                rule.en,
                day(from)
            ),
            "The officers choose the milder rule".to_owned(),
        ),
        RefusalCode::BankOnly { why } => (
            match why {
                BankOnly::Ordinary => "this ground is one of penalties on the spot only (art. 68)".to_owned(),
                BankOnly::Fine { max } => {
                    format!("the fine is above ¥{max}, the limit of this ground (art. 68)")
                }
            },
            "The party pays at the bank or electronically (art. 67)".to_owned(),
        ),
        RefusalCode::NoReceipt => pair(
            "money collected on the spot needs the official receipt (art. 70)",
            "The officers enter its number; without it the party may refuse to pay",
        ),
        RefusalCode::ReviewNeeded => pair(
            "no legal review agrees with what is intended (art. 58)",
            "Possible when the reviewer agrees",
        ),
        RefusalCode::HearingRightMissing => pair(
            "the intended penalty opens a hearing, the notice must say so (art. 44, 63)",
            "Choose “hearing by law” in the notice",
        ),
        RefusalCode::HearingTermRunning { until, opens_on } => (
            format!("the party may ask for a hearing until {} (art. 64)", day(until)),
            format!(
                "From {} on, or after a written waiver: officers propose, the head decides",
                day(opens_on)
            ),
        ),
        RefusalCode::HearingLate { last_day } => (
            format!("the term to ask for a hearing ended on {} (art. 64)", day(last_day)),
            "The head may grant one".to_owned(),
        ),
        RefusalCode::HearingNoticeShort { day: hearing, latest } => (
            format!(
                "for a hearing on {} the notice is served by {} (art. 64, seven working days)",
                day(hearing),
                day(latest)
            ),
            "The head appoints another day".to_owned(),
        ),
        RefusalCode::HearingOnAnotherDay { day: hearing } => (
            format!("the hearing is on {}", day(hearing)),
            "Record it on its day, or let the head appoint another".to_owned(),
        ),
        RefusalCode::HostOfTheCase { name, role: had } => (
            format!("{name} is {} of this case and cannot host its hearing (art. 64)", role(*had, lang)),
            "The head names somebody without a part in the case".to_owned(),
        ),
        RefusalCode::OwnHearing => pair(
            "you hosted the hearing; host, reviewer and decider are different people (art. 58, 64)",
            "Somebody without a part in the case does it",
        ),
        RefusalCode::OfficerVotes { name } => (
            format!("{name} is an officer of the case: reports, but has no voice"),
            "Name only those of the leadership who took part".to_owned(),
        ),
        RefusalCode::DeliberationNeeded { why } => (
            format!("{}: a collective discussion comes first (art. 57)", deliberation_en(*why)),
            "Possible when the head has recorded it".to_owned(),
        ),
        RefusalCode::NotAsDeliberated => pair(
            "it is not what the discussion concluded (art. 57)",
            "Decide as concluded, or let the head change the intended penalty and notify again",
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
            "With evidence found after the defence and not supplied by the party: further investigation, a new report that names it, a new review",
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
        RefusalCode::Unperformed { performed } => (
            format!("not recorded yet: {} (art. 66)", performed.name(lang)),
            "Possible when it is done and recorded".to_owned(),
        ),
        RefusalCode::NothingToPerform => {
            pair("the decision asks for nothing besides money", "Nothing needs to be done")
        }
        RefusalCode::PayRunning { until } => (
            format!("the party may pay until {} (art. 66, 67)", day(until)),
            format!("Possible after {}", day(until)),
        ),
        RefusalCode::InstalmentSum { sum, rest } => (
            format!("the instalments make ¥{sum}, ¥{rest} is owed"),
            "The officers correct the amounts".to_owned(),
        ),
        RefusalCode::EnforcementStopped => pair(
            "the enforcement was stopped or suspended (Compulsion Act art. 39)",
            "Possible when the head resumes it",
        ),
        RefusalCode::NotSuspended => pair("the enforcement is not suspended", "The head suspends it first"),
        RefusalCode::NoDemand => pair(
            "no demand was served (Compulsion Act art. 54)",
            "Possible when a demand is served and its ten working days are over",
        ),
        RefusalCode::DemandRunning { until } => (
            format!("the demand runs until {} (Compulsion Act art. 54)", day(until)),
            format!("After {}: officers propose, the head decides", day(until)),
        ),
        RefusalCode::CourtTooEarly { earliest } => (
            "the party may still use a remedy (Compulsion Act art. 53)".to_owned(),
            format!("Possible from {} on", day(earliest)),
        ),
        RefusalCode::CourtTermOver { last_day } => (
            format!("the time to apply to court ended on {} (Compulsion Act art. 53)", day(last_day)),
            "The court takes nothing late; the head considers ending the enforcement".to_owned(),
        ),
        RefusalCode::NotOursToEnforce => pair(
            "a remedy is under way, or the government enforces (Reconsideration Act art. 78)",
            "Possible when the officers have recorded how the remedy ended",
        ),
        RefusalCode::ObjectionOpen => pair(
            "the court above has not answered the objection (Compulsion Act art. 56, 58)",
            "The officers record its answer first",
        ),
        RefusalCode::OursToRevoke => {
            pair("this bureau revokes such a licence itself", "It belongs into the penalty decision")
        }
        RefusalCode::RemedyOpen => pair("a remedy is under way", "The officers record how it ended first"),
        RefusalCode::PapersOut { first, more } => (
            match more {
                0 => format!("the signed sheet of {first} is not back"),
                more => format!("the signed sheets of {first} and {more} more are not back"),
            },
            "The officers record under Papers that they are back, or void them".into(),
        ),
        RefusalCode::DecisionFell => pair(
            "the decision was revoked or changed by a ruling",
            "The head records the revocation, the change or that it is decided anew",
        ),
        RefusalCode::NothingOwed => pair("nothing is owed", "Nothing needs to be done"),
        RefusalCode::MeasureOpen { .. }
        | RefusalCode::GoodsUndecided { .. }
        | RefusalCode::MeasureLapsed { .. }
        | RefusalCode::NoPowerToSeize => super::measure::reason(code, Lang::En),
        RefusalCode::CriminalFined => pair(
            "a court has fined the party for this act (Administrative Penalty Act art. 35)",
            "No fine any more; other kinds stay possible",
        ),
        RefusalCode::SameAgain { number } => (
            format!(
                "same facts, grounds and result as the decision that fell{} (Reconsideration Act art. 64, \
                 Litigation Act art. 71)",
                number.as_deref().map(|number| format!(", {number}")).unwrap_or_default()
            ),
            "Change the result, or say which main fact or ground has changed".to_owned(),
        ),
        RefusalCode::Recused { name } => (
            format!("{name} stands aside (Administrative Penalty Act art. 43)"),
            "The head changes the officers, or names another reviewer or host".to_owned(),
        ),
        RefusalCode::GoodsNotWithPolice => pair(
            "the goods are not with the police yet (Provisions on the transfer of suspected crimes, art. 12)",
            "The officers hand them over and record it, or record that there are none",
        ),
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
        RefusalCode::NotInHand { number } => (
            format!("“{number}” is no unused number in hand, or not of this paper and the year of the day"),
            "Choose again, or choose none: the product counts on".to_owned(),
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
        OfficerFault::Recused { name } => format!("{name} stands aside (art. 43)"),
        OfficerFault::HasAnotherPart { name, role: had } => {
            format!("{name} acted as {} in this case", role(*had, Lang::En))
        }
        OfficerFault::NoCertificate { name, on } => {
            format!("{name} has no valid certificate on {}", long_day(*on, Lang::En))
        }
    }
}

fn deliberation_en(why: DeliberationGround) -> String {
    match why {
        DeliberationGround::Hearing => "the case went through a hearing".to_owned(),
        DeliberationGround::Fine { from } => format!("the fine reaches ¥{from}"),
        DeliberationGround::Kind { kind } => format!("{} is intended", kind.name(Lang::En)),
        DeliberationGround::Serious => "the circumstances are called serious".to_owned(),
        DeliberationGround::Mitigation => "less than the row's range is intended".to_owned(),
        DeliberationGround::ReviewerDisagreed => "reviewer and officers do not agree".to_owned(),
    }
}
