//! From which stages an act of each kind may be done, the power that it needs, and to what it belongs.

use super::criminal_gates::{REPORTABLE, REPORTED};
use super::measure::MANAGED_IN;
use super::transit::TRANSFERABLE;
use super::{ActKind, Stage};
use crate::role::Power;

/// Every stage before the close, after which comes the archive.
const UNTIL_CLOSED: &[Stage] = Stage::ALL.split_at(Stage::ALL.len() - 2).0;

/// From the investigation on, a decision that is made anew included.
const FROM_INVESTIGATION_ON: &[Stage] = &[
    Stage::Investigating,
    Stage::Concluded,
    Stage::Notified,
    Stage::Hearing,
    Stage::Heard,
    Stage::Deliberated,
    Stage::Decided,
    Stage::Served,
    Stage::Executing,
    Stage::AtCourt,
    Stage::Closed,
];

/// From the filing until the close.
const FILED_UNTIL_CLOSED: &[Stage] = &[
    Stage::Filed,
    Stage::Investigating,
    Stage::Concluded,
    Stage::Notified,
    Stage::Hearing,
    Stage::Heard,
    Stage::Deliberated,
    Stage::Decided,
    Stage::Served,
    Stage::Executing,
    Stage::AtCourt,
    Stage::Criminal,
    Stage::Withdrawn,
];

/// To what an act belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole case.
    Case,
    /// One party; steps from the conclusion on run for each.
    Party,
    /// The parties that the act names; the others stay where they are.
    NamedParties,
}

impl ActKind {
    /// The stages from which the act may be done.
    #[must_use]
    pub fn from(self) -> &'static [Stage] {
        use Stage as S;
        match self {
            ActKind::RegisterClue => &[],
            ActKind::File
            | ActKind::RefuseFiling
            | ActKind::ExtendVerification
            | ActKind::PassClue
            | ActKind::PenaliseOnTheSpot => &[S::Clue],
            ActKind::AddParty | ActKind::AddUnlawfulAct => &[S::Filed, S::Investigating],
            ActKind::CompleteParty => FILED_UNTIL_CLOSED,
            ActKind::ChangeOfficers => &[
                S::Filed,
                S::Investigating,
                S::Concluded,
                S::Notified,
                S::Hearing,
                S::Heard,
                S::Deliberated,
                S::Decided,
                S::Served,
                S::Executing,
                S::AtCourt,
                S::Criminal,
                // Remedies and publications go on after the close, and only officers of the case see to them.
                S::Closed,
            ],
            ActKind::Record => ActKind::RECORDED_IN,
            ActKind::Inquire
            | ActKind::RegisterEvidence
            | ActKind::TakeMeasure
            | ActKind::TakeUrgentMeasure => &[S::Clue, S::Filed, S::Investigating],
            ActKind::HandleEvidence
            | ActKind::ReportMeasure
            | ActKind::ConfirmMeasure
            | ActKind::ExtendMeasure
            | ActKind::CommissionTest
            | ActKind::RecordTestResult
            | ActKind::LiftMeasure
            | ActKind::DisposeGoods
            | ActKind::HandlePerishable => MANAGED_IN,
            ActKind::RegisterContest | ActKind::AnswerContest | ActKind::EndContest => &Stage::ALL,
            ActKind::AskRecusal | ActKind::DecideRecusal => UNTIL_CLOSED,
            ActKind::AdoptRecords => &[S::Filed],
            ActKind::Conclude => &[S::Investigating],
            ActKind::Review | ActKind::DecideNoPenalty | ActKind::ChangeProposal => {
                &[S::Concluded, S::Notified, S::Heard, S::Deliberated]
            }
            ActKind::Supplement => &[S::Concluded, S::Notified, S::Hearing, S::Heard, S::Deliberated],
            ActKind::ApproveNotice | ActKind::ServeNotice => &[S::Concluded],
            // What is heard after the discussion voids it: the party stands before it again (art. 45).
            ActKind::ReceiveDefence => &[S::Notified, S::Hearing, S::Heard, S::Deliberated],
            ActKind::AnswerDefence => &[S::Notified, S::Hearing, S::Heard],
            ActKind::WaiveDefence | ActKind::WaiveHearing => &[S::Notified],
            ActKind::TakeBackWaiver => &[S::Notified, S::Hearing, S::Heard, S::Deliberated],
            // A waiver taken back after the discussion brings the right to ask for a hearing back.
            ActKind::RequestHearing | ActKind::GrantHearing => &[S::Notified, S::Deliberated],
            ActKind::AppointHearing | ActKind::ServeHearingNotice | ActKind::HoldHearing => &[S::Hearing],
            ActKind::Deliberate => &[S::Notified, S::Heard],
            ActKind::Decide => &[S::Notified, S::Heard, S::Deliberated],
            ActKind::Serve => &[S::Decided],
            ActKind::Pay | ActKind::Perform => &[S::Served, S::Executing, S::AtCourt],
            ActKind::ReportOnTheSpot | ActKind::ApprovePlan | ActKind::Demand | ActKind::ApplyToCourt => {
                &[S::Served, S::Executing]
            }
            ActKind::HandOnCash => &[S::Executing, S::AtCourt],
            ActKind::RecordCourtAnswer => &[S::AtCourt],
            ActKind::ObjectToCourt | ActKind::RecordObjectionAnswer => &[S::Executing],
            ActKind::ProposeRevocation => &[S::Decided, S::Served, S::Executing, S::AtCourt],
            ActKind::SuspendEnforcement | ActKind::ResumeEnforcement | ActKind::EndEnforcement => {
                &[S::Served, S::Executing, S::AtCourt]
            }
            // A suit against the ruling may lie while the decision is made anew.
            ActKind::RegisterRemedy | ActKind::AnswerRemedy | ActKind::EndRemedy | ActKind::Unpublish => {
                FROM_INVESTIGATION_ON
            }
            ActKind::RecordRevocationAnswer
            | ActKind::Publish
            | ActKind::OrderAnew
            | ActKind::ChangeDecision
            | ActKind::RevokeDecision => &[S::Decided, S::Served, S::Executing, S::AtCourt, S::Closed],
            ActKind::ReceiveApplication | ActKind::ForwardApplication => {
                &[S::Served, S::Executing, S::AtCourt, S::Closed]
            }
            ActKind::Withdraw => {
                &[S::Filed, S::Investigating, S::Concluded, S::Notified, S::Hearing, S::Heard, S::Deliberated]
            }
            ActKind::ProposeTransfer
            | ActKind::WithdrawTransfer
            | ActKind::TransferOut
            | ActKind::TransferAccepted
            | ActKind::TransferReturned => TRANSFERABLE,
            ActKind::ReportCrime => REPORTABLE,
            ActKind::DecideCrime
            | ActKind::HandToPolice
            | ActKind::RecordPoliceReply
            | ActKind::ContestRefusal
            | ActKind::HandGoods
            | ActKind::ResumeCase => REPORTED,
            ActKind::Close => {
                &[S::NotFiled, S::Transferred, S::Criminal, S::Withdrawn, S::Served, S::Executing]
            }
            ActKind::Archive => &[S::Closed],
            ActKind::Correct | ActKind::TakeBack => &Stage::ALL,
        }
    }

    /// Whether a case may begin with the act.
    #[must_use]
    pub fn begins_a_case(self) -> bool {
        matches!(self, ActKind::RegisterClue | ActKind::PenaliseOnTheSpot)
    }

    /// The power that the act needs. Who lacks it proposes.
    #[must_use]
    pub fn power(self) -> Power {
        match self {
            ActKind::File
            | ActKind::RefuseFiling
            | ActKind::ExtendVerification
            | ActKind::PassClue
            | ActKind::AddParty
            | ActKind::AddUnlawfulAct
            | ActKind::ChangeOfficers
            | ActKind::RegisterEvidence
            | ActKind::TakeMeasure
            | ActKind::ConfirmMeasure
            | ActKind::ExtendMeasure
            | ActKind::DecideRecusal
            | ActKind::Supplement
            | ActKind::ApproveNotice
            | ActKind::ChangeProposal
            | ActKind::GrantHearing
            | ActKind::AppointHearing
            | ActKind::Deliberate
            | ActKind::ApprovePlan
            | ActKind::ApplyToCourt
            | ActKind::ObjectToCourt
            | ActKind::SuspendEnforcement
            | ActKind::ResumeEnforcement
            | ActKind::EndEnforcement
            | ActKind::Decide
            | ActKind::DecideNoPenalty
            | ActKind::OrderAnew
            | ActKind::ChangeDecision
            | ActKind::RevokeDecision
            | ActKind::Withdraw
            | ActKind::ProposeTransfer
            | ActKind::WithdrawTransfer
            | ActKind::Close => Power::ApproveCases,
            ActKind::DecideCrime => Power::LeadCases,
            ActKind::Review => Power::ReviewCases,
            ActKind::Archive => Power::ArchiveCases,
            _ => Power::WorkCases,
        }
    }

    /// Whether the act is the head's, so that no officer of the case does it in his own. Every act that needs the
    /// head's or the chief's power is, but two: whoever leaves hands his cases and clues on (变更承办人), which decides
    /// nothing about a party, and those who come have their own eyes. What an officer must be able to do at once needs no
    /// head: the urgent measure (行政强制法 art. 19), the end of a measure and the return of goods.
    #[must_use]
    pub fn is_for_another_than_the_officers(self) -> bool {
        matches!(self.power(), Power::ApproveCases | Power::LeadCases)
            && !matches!(self, ActKind::ChangeOfficers | ActKind::PassClue)
    }

    /// Whether the act belongs to the case, to one party, or to the parties it names.
    #[must_use]
    pub fn scope(self) -> Scope {
        match self {
            ActKind::Review
            | ActKind::Supplement
            | ActKind::Withdraw
            | ActKind::Conclude
            | ActKind::AppointHearing
            | ActKind::HoldHearing => Scope::NamedParties,
            ActKind::CompleteParty
            | ActKind::ApproveNotice
            | ActKind::ServeNotice
            | ActKind::ReceiveDefence
            | ActKind::WaiveDefence
            | ActKind::TakeBackWaiver
            | ActKind::AnswerDefence
            | ActKind::ChangeProposal
            | ActKind::WaiveHearing
            | ActKind::RequestHearing
            | ActKind::GrantHearing
            | ActKind::ServeHearingNotice
            | ActKind::Deliberate
            | ActKind::Decide
            | ActKind::DecideNoPenalty
            | ActKind::Serve
            | ActKind::Pay
            | ActKind::Perform
            | ActKind::ApprovePlan
            | ActKind::Demand
            | ActKind::ApplyToCourt
            | ActKind::RecordCourtAnswer
            | ActKind::ObjectToCourt
            | ActKind::RecordObjectionAnswer
            | ActKind::ProposeRevocation
            | ActKind::RecordRevocationAnswer
            | ActKind::SuspendEnforcement
            | ActKind::ResumeEnforcement
            | ActKind::EndEnforcement
            | ActKind::RegisterRemedy
            | ActKind::AnswerRemedy
            | ActKind::EndRemedy
            | ActKind::OrderAnew
            | ActKind::ChangeDecision
            | ActKind::RevokeDecision
            | ActKind::Unpublish
            | ActKind::ReceiveApplication
            | ActKind::ForwardApplication
            | ActKind::Publish
            | ActKind::HandOnCash
            | ActKind::ReportOnTheSpot
            | ActKind::Close => Scope::Party,
            _ => Scope::Case,
        }
    }
}
