//! Refusals: typed reasons why a rule says no, each with who can open the gate, and when.

mod en;
mod fact;
mod measure;
mod sentence;
mod zh;

use serde::{Deserialize, Serialize};

use crate::Day;
use crate::case::{ActKind, HeldAs, Name, Performed, Stage, WarningStanding};
use crate::catalogue::{Authority, Bilingual, FirstStep, PenaltyKind};
use crate::role::{Power, Role};
use crate::value::Money;

pub use fact::Fact;
pub use sentence::Sentence;

/// Why an act cannot be done now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    pub act: ActKind,
    #[serde(flatten)]
    pub code: RefusalCode,
}

impl Refusal {
    /// A refusal of an act.
    #[must_use]
    pub fn new(act: ActKind, code: RefusalCode) -> Self {
        Refusal { act, code }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.act.word(), self.code.word())
    }
}

impl std::error::Error for Refusal {}

/// The codes of the procedure, with what a sentence must name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum RefusalCode {
    /// The party or the case stands elsewhere.
    NotInThisState { stage: Stage },
    /// There is no case yet.
    NoCase,
    /// The act was done before and stands.
    DoneAlready { act: ActKind },
    /// Another act of the case comes first.
    DoFirst { act: ActKind },
    /// A fact is missing, or contradicts another.
    MissingFact { fact: Fact },
    /// The legal day lies before what the act follows.
    BeforeItsCause { cause: Day },
    /// The legal day has not come.
    InTheFuture { today: Day },
    /// A term within which the act was possible is over.
    TermOver { last_day: Day },
    /// The actor lacks the power, or is none of the case's officers.
    NoRight { power: Power, of_the_case: bool },
    /// Others have the power for this violation or kind (行政处罚法 art. 17, 18, 23).
    NoPower { who: Vec<Authority> },
    /// The place lies in another county (art. 22).
    NotOurArea,
    /// The limitation period was over when the clue was received (art. 36).
    TimeBarred { years: u32, last_day: Day },
    /// No row of the catalogue was in force on the day of the act (art. 4, 37).
    NoRuleInForce { violation: String, on: Day },
    /// No rule row gave the term on the day of its start.
    NoTermInForce { on: Day },
    /// Two officers with valid certificates (art. 42, 55).
    TwoOfficers { fault: OfficerFault },
    /// Officers, reviewer and decider of one case are different people.
    OwnCase { role: Role },
    /// A reviewer needs the legal qualification (art. 58).
    NotQualified,
    /// The row names no such kind, or nothing, for the party's role.
    NotInTheRow { kind: Option<PenaltyKind> },
    /// The amount lies outside what is allowed.
    OutsideRange { min: Money, max: Money },
    /// 依据待核: nobody has verified the row's amount.
    AmountUnverified { violation: String },
    /// The row asks for an order or a warning that was not obeyed (责令改正、警告，拒不改正的).
    CorrectionFirst { step: FirstStep },
    /// The warning on which the case rests has fallen, or was never served.
    FirstStepVoid { number: Name },
    /// The warning on which the case rests was not this party's, as far as the bureau's cases say.
    WarningNotOfParty { number: Name, standing: WarningStanding },
    /// Illegal gains must be stated, or none, or not ascertainable with a reason (art. 28).
    GainsNotStated,
    /// A warning or a small fine only (art. 51).
    NotSimplified { why: NotSimplified },
    /// The number of a decision on paper is that of a decision of another case.
    NumberHeld { number: String, case: String },
    /// A measure on paper holds until another day than the law counts.
    MeasureTermDiffers { written: Day, counted: Day },
    /// Another decision has fined the party for the act (art. 29).
    FinedBefore { number: Option<String> },
    /// The party's act is in the case already: the same violation on the same day (art. 29).
    SameAct,
    /// One conduct under several rules bears one fine, by the rule that allows the higher one (art. 29).
    OneFine { rule: Bilingual },
    /// The law has changed since the act, and the rule of that title and first day is the milder one (art. 37).
    MilderRule { rule: Bilingual, from: Day },
    /// The fine is paid at the bank: no ground to collect it on the spot fits (art. 67–69).
    BankOnly { why: BankOnly },
    /// Money collected on the spot needs the official receipt (art. 70).
    NoReceipt,
    /// A legal review that agrees with what is now intended (art. 58).
    ReviewNeeded,
    /// The notice does not tell the party of the hearing that the law gives it (art. 44, 63).
    HearingRightMissing,
    /// The party may still ask for a hearing (art. 64).
    HearingTermRunning { until: Day, opens_on: Day },
    /// The term to ask for a hearing is over; only the head grants one (art. 64).
    HearingLate { last_day: Day },
    /// Less than seven full working days between notice and hearing (art. 64).
    HearingNoticeShort { day: Day, latest: Day },
    /// The hearing was appointed for another day.
    HearingOnAnotherDay { day: Day },
    /// Who has a part in the case does not host its hearing (art. 64).
    HostOfTheCase { name: String, role: Role },
    /// Who hosted the hearing neither reviews nor decides.
    OwnHearing,
    /// The case's officers have no voice in the discussion.
    OfficerVotes { name: String },
    /// A collective discussion comes before the decision (art. 57).
    DeliberationNeeded { why: DeliberationGround },
    /// Heavier than, or other than, what the discussion concluded (art. 57).
    NotAsDeliberated,
    /// No penalty without a served advance notice (art. 44, 62).
    NoNotice,
    /// Heavier than what the party was told: a new notice comes first (art. 44, 62).
    NewNoticeNeeded,
    /// Nothing becomes heavier because the party defended itself (art. 45).
    HeavierAfterDefence,
    /// The party may still be heard (art. 44, 45).
    DefenceTermRunning { until: Day, opens_on: Day },
    /// A defence waits for its re-examination (art. 45, 62).
    DefenceUnanswered,
    /// The decision does not count as served yet (art. 61).
    Unserved { counts_on: Day },
    /// Money is owed (art. 67, 72).
    Unpaid { rest: Money },
    /// The decision asks for something besides money that is not done (art. 66).
    Unperformed { performed: Performed },
    /// The decision asks for nothing besides money.
    NothingToPerform,
    /// The party may still pay, by the law or by its plan (art. 66, 67).
    PayRunning { until: Day },
    /// The instalments do not make what is owed.
    InstalmentSum { sum: Money, rest: Money },
    /// The enforcement was stopped by an organ or suspended by the bureau (行政强制法 art. 39).
    EnforcementStopped,
    /// The enforcement is not suspended.
    NotSuspended,
    /// No demand was served (行政强制法 art. 54).
    NoDemand,
    /// The demand's term runs (行政强制法 art. 54).
    DemandRunning { until: Day },
    /// The bureau's time at court has not come (行政强制法 art. 53).
    CourtTooEarly { earliest: Day },
    /// The bureau's time at court is over (行政强制法 art. 53).
    CourtTermOver { last_day: Day },
    /// A remedy is under way, or the government enforces (行政复议法 art. 78).
    NotOursToEnforce,
    /// The court above has not answered the objection (行政强制法 art. 56, 58).
    ObjectionOpen,
    /// The bureau may revoke the licence itself: it decides and does not propose.
    OursToRevoke,
    /// A reconsideration or suit is under way already.
    RemedyOpen,
    /// Signed sheets of issued papers are not back; the first of them, and how many more.
    PapersOut { first: String, more: usize },
    /// The decision was revoked, or found unlawful or void.
    DecisionFell,
    /// Nothing is owed.
    NothingOwed,
    /// Something is sealed, seized or registered (行政处罚法 art. 56, 行政强制法 art. 28).
    MeasureOpen { held_as: HeldAs, on: Day },
    /// Something that was held has no end yet (行政强制法 art. 27, 28).
    GoodsUndecided { held_as: HeldAs, on: Day },
    /// The term of the measure is over: what is held goes back (行政处罚法 art. 56, 行政强制法 art. 25).
    MeasureLapsed { last_day: Day },
    /// No law or regulation lets anybody seal or seize for this violation (行政强制法 art. 10, 16, 17).
    NoPowerToSeize,
    /// A court has fined the party for the act (art. 35).
    CriminalFined,
    /// The same result on the same facts and grounds as a decision that fell (复议法 art. 64, 诉讼法 art. 71).
    SameAgain { number: Option<String> },
    /// The person stands aside by the head's decision (art. 43).
    Recused { name: String },
    /// Goods are not disposed of: with the police, or returned (移送规定 art. 12).
    GoodsNotWithPolice,
    /// It is on its way to somebody else (row 4, art. 25); an authority that answers on paper has no term here.
    TransferPending { to: String, until: Option<Day> },
    /// Others know of the entry by now: it is corrected, not taken back.
    LeftTheHouse { act: ActKind },
    /// The number of a block is not in the author's hand, or not one of such a paper and year.
    NotInHand { number: String },
    /// Somebody else made the entry.
    NotOwnEntry { act: ActKind },
    /// So many minutes are over.
    TakeBackOver { minutes: i64 },
    /// A later act rests on the entry.
    RestsOn { seq: u32, act: ActKind, on: Day },
}

/// What is wrong with the two officers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum OfficerFault {
    SamePerson,
    NotAMember,
    NotAnOfficer {
        name: String,
    },
    NoCertificate {
        name: String,
        on: Day,
    },
    /// Stands aside (art. 43).
    Recused {
        name: String,
    },
    /// Reviewed, hosted or decided in the case.
    HasAnotherPart {
        name: String,
        role: Role,
    },
}

/// Why a collective discussion comes before the decision: ⚙ what counts as complex or heavy (art. 57).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum DeliberationGround {
    /// A hearing was asked for.
    Hearing,
    /// The fine reaches the threshold of a hearing.
    Fine { from: Money },
    /// The kind touches a licence or the business.
    Kind { kind: PenaltyKind },
    /// The circumstances are called serious (情节严重).
    Serious,
    /// Below the row's range.
    Mitigation,
    /// Reviewer and officers did not agree.
    ReviewerDisagreed,
}

/// Why the simplified procedure is not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum NotSimplified {
    /// The fines together are above what this party may be fined on the spot.
    Fine { max: Money },
    /// The kind is neither a warning nor a fine.
    Kind { kind: PenaltyKind },
}

/// Why money may not be collected on the spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum BankOnly {
    /// The ground is one of a penalty on the spot (art. 68).
    Ordinary,
    /// The fine is above what needs no other ground (art. 68).
    Fine { max: Money },
}

impl RefusalCode {
    /// The stable word of the code, for interfaces and tests.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            RefusalCode::NotInThisState { .. } => "not_in_this_state",
            RefusalCode::NoCase => "no_case",
            RefusalCode::DoneAlready { .. } => "done_already",
            RefusalCode::DoFirst { .. } => "do_first",
            RefusalCode::MissingFact { .. } => "missing_fact",
            RefusalCode::BeforeItsCause { .. } => "before_its_cause",
            RefusalCode::InTheFuture { .. } => "in_the_future",
            RefusalCode::TermOver { .. } => "term_over",
            RefusalCode::NoRight { .. } | RefusalCode::Recused { .. } => "no_right",
            RefusalCode::NoPower { .. } => "no_power",
            RefusalCode::NotOurArea => "not_our_area",
            RefusalCode::TimeBarred { .. } => "time_barred",
            RefusalCode::NoRuleInForce { .. } => "no_rule_in_force",
            RefusalCode::NoTermInForce { .. } => "no_term_in_force",
            RefusalCode::TwoOfficers { .. } => "two_officers",
            RefusalCode::OwnCase { .. } => "own_case",
            RefusalCode::NotQualified => "not_qualified",
            RefusalCode::NotInTheRow { .. } => "not_in_the_row",
            RefusalCode::OutsideRange { .. } => "outside_range",
            RefusalCode::AmountUnverified { .. } => "amount_unverified",
            RefusalCode::CorrectionFirst { .. } => "correction_first",
            RefusalCode::FirstStepVoid { .. } => "first_step_void",
            RefusalCode::WarningNotOfParty { .. } => "warning_not_of_party",
            RefusalCode::GainsNotStated => "gains_not_stated",
            RefusalCode::NotSimplified { .. } => "not_simplified",
            RefusalCode::NumberHeld { .. } => "number_held",
            RefusalCode::MeasureTermDiffers { .. } => "measure_term_differs",
            RefusalCode::FinedBefore { .. } => "fined_before",
            RefusalCode::SameAct => "same_act",
            RefusalCode::OneFine { .. } => "one_fine",
            RefusalCode::MilderRule { .. } => "milder_rule",
            RefusalCode::BankOnly { .. } => "bank_only",
            RefusalCode::NoReceipt => "no_receipt",
            RefusalCode::ReviewNeeded => "review_needed",
            RefusalCode::HearingRightMissing => "hearing_right_missing",
            RefusalCode::HearingTermRunning { .. } => "hearing_term_running",
            RefusalCode::HearingLate { .. } => "hearing_late",
            RefusalCode::HearingNoticeShort { .. } => "hearing_notice_short",
            RefusalCode::HearingOnAnotherDay { .. } => "hearing_on_another_day",
            RefusalCode::HostOfTheCase { .. }
            | RefusalCode::OwnHearing
            | RefusalCode::OfficerVotes { .. } => "own_case",
            RefusalCode::DeliberationNeeded { .. } => "deliberation_needed",
            RefusalCode::NotAsDeliberated => "not_as_deliberated",
            RefusalCode::NoNotice => "no_notice",
            RefusalCode::NewNoticeNeeded => "new_notice_needed",
            RefusalCode::HeavierAfterDefence => "heavier_after_defence",
            RefusalCode::DefenceTermRunning { .. } => "defence_term_running",
            RefusalCode::DefenceUnanswered => "defence_unanswered",
            RefusalCode::Unserved { .. } => "unserved",
            RefusalCode::Unpaid { .. } => "unpaid",
            RefusalCode::Unperformed { .. } => "unperformed",
            RefusalCode::NothingToPerform => "nothing_to_perform",
            RefusalCode::PayRunning { .. } => "pay_running",
            RefusalCode::InstalmentSum { .. } => "instalment_sum",
            RefusalCode::EnforcementStopped => "enforcement_stopped",
            RefusalCode::NotSuspended => "not_suspended",
            RefusalCode::NoDemand => "no_demand",
            RefusalCode::DemandRunning { .. } => "demand_running",
            RefusalCode::CourtTooEarly { .. } => "court_too_early",
            RefusalCode::CourtTermOver { .. } => "court_term_over",
            RefusalCode::NotOursToEnforce => "not_ours_to_enforce",
            RefusalCode::ObjectionOpen => "objection_open",
            RefusalCode::OursToRevoke => "ours_to_revoke",
            RefusalCode::RemedyOpen => "remedy_open",
            RefusalCode::PapersOut { .. } => "papers_out",
            RefusalCode::DecisionFell => "decision_fell",
            RefusalCode::NothingOwed => "nothing_owed",
            RefusalCode::MeasureOpen { .. } => "measure_open",
            RefusalCode::GoodsUndecided { .. } => "goods_undecided",
            RefusalCode::MeasureLapsed { .. } => "measure_lapsed",
            RefusalCode::NoPowerToSeize => "no_power_to_seize",
            RefusalCode::CriminalFined => "criminal_fined",
            RefusalCode::SameAgain { .. } => "same_again",
            RefusalCode::GoodsNotWithPolice => "goods_undecided",
            RefusalCode::TransferPending { .. } => "transfer_pending",
            RefusalCode::LeftTheHouse { .. } => "left_the_house",
            RefusalCode::NotInHand { .. } => "not_in_hand",
            RefusalCode::NotOwnEntry { .. } => "not_own_entry",
            RefusalCode::TakeBackOver { .. } => "take_back_over",
            RefusalCode::RestsOn { .. } => "rests_on",
        }
    }
}
