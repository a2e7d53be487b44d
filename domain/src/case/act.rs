//! Acts with their facts, and the events that are made of them.

use serde::{Deserialize, Serialize};

use super::{
    ActKind, AddParty, AddUnlawfulAct, AdoptRecords, AnswerContest, AnswerDefence, AnswerRemedy,
    ApplyToCourt, AppointHearing, ApproveNotice, ApprovePlan, Archive, AskRecusal, ChangeDecision,
    ChangeOfficers, ChangeProposal, Close, CommissionTest, CompleteParty, Conclude, ConfirmMeasure,
    ContestRefusal, Correct, Decide, DecideCrime, DecideNoPenalty, DecideRecusal, Deliberate, Demand,
    DisposeGoods, EndContest, EndEnforcement, EndRemedy, ExtendMeasure, ExtendVerification, File,
    ForwardApplication, GrantHearing, HandGoods, HandOnCash, HandToPolice, HandleEvidence, HandlePerishable,
    HoldHearing, Inquire, LiftMeasure, Note, ObjectToCourt, Officers, OnPaper, OrderAnew, PassClue, Pay,
    PenaliseOnTheSpot, Perform, ProposeRevocation, ProposeTransfer, Publish, ReceiveApplication,
    ReceiveDefence, Record, RecordCourtAnswer, RecordObjectionAnswer, RecordPoliceReply,
    RecordRevocationAnswer, RecordTestResult, RefuseFiling, RegisterClue, RegisterContest, RegisterEvidence,
    RegisterRemedy, ReportCrime, ReportMeasure, ReportOnTheSpot, RequestHearing, ResumeCase,
    ResumeEnforcement, Review, RevokeDecision, Serve, ServeHearingNotice, ServeNotice, Supplement,
    SuspendEnforcement, TakeBack, TakeBackWaiver, TakeMeasure, TakeUrgentMeasure, TransferAccepted,
    TransferOut, TransferReturned, Unpublish, WaiveDefence, WaiveHearing, Withdraw, WithdrawTransfer,
};
use crate::id::{PartyId, PersonId};
use crate::{Day, Instant};

/// One act on a case, with its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "facts", rename_all = "snake_case")]
pub enum Act {
    RegisterClue(RegisterClue),
    File(File),
    RefuseFiling(RefuseFiling),
    ExtendVerification(ExtendVerification),
    PassClue(PassClue),
    PenaliseOnTheSpot(Box<PenaliseOnTheSpot>),
    AddParty(AddParty),
    AddUnlawfulAct(AddUnlawfulAct),
    CompleteParty(Box<CompleteParty>),
    ChangeOfficers(ChangeOfficers),
    Inquire(Inquire),
    AskRecusal(AskRecusal),
    DecideRecusal(DecideRecusal),
    Record(Record),
    AdoptRecords(AdoptRecords),
    RegisterEvidence(RegisterEvidence),
    HandleEvidence(HandleEvidence),
    TakeMeasure(TakeMeasure),
    TakeUrgentMeasure(TakeUrgentMeasure),
    ReportMeasure(ReportMeasure),
    ConfirmMeasure(ConfirmMeasure),
    ExtendMeasure(ExtendMeasure),
    CommissionTest(CommissionTest),
    RecordTestResult(RecordTestResult),
    LiftMeasure(LiftMeasure),
    DisposeGoods(DisposeGoods),
    HandlePerishable(Box<HandlePerishable>),
    Conclude(Conclude),
    Review(Review),
    Supplement(Supplement),
    ApproveNotice(ApproveNotice),
    ServeNotice(ServeNotice),
    ReceiveDefence(ReceiveDefence),
    WaiveDefence(WaiveDefence),
    TakeBackWaiver(TakeBackWaiver),
    AnswerDefence(AnswerDefence),
    ChangeProposal(ChangeProposal),
    WaiveHearing(WaiveHearing),
    RequestHearing(RequestHearing),
    GrantHearing(GrantHearing),
    AppointHearing(AppointHearing),
    ServeHearingNotice(ServeHearingNotice),
    HoldHearing(HoldHearing),
    Deliberate(Deliberate),
    Decide(Decide),
    DecideNoPenalty(DecideNoPenalty),
    Serve(Serve),
    Pay(Pay),
    HandOnCash(HandOnCash),
    Perform(Perform),
    ApprovePlan(ApprovePlan),
    Demand(Demand),
    ApplyToCourt(ApplyToCourt),
    RecordCourtAnswer(RecordCourtAnswer),
    ObjectToCourt(ObjectToCourt),
    RecordObjectionAnswer(RecordObjectionAnswer),
    SuspendEnforcement(SuspendEnforcement),
    ResumeEnforcement(ResumeEnforcement),
    EndEnforcement(EndEnforcement),
    RegisterRemedy(RegisterRemedy),
    AnswerRemedy(AnswerRemedy),
    EndRemedy(EndRemedy),
    ReceiveApplication(ReceiveApplication),
    ForwardApplication(ForwardApplication),
    RegisterContest(RegisterContest),
    AnswerContest(AnswerContest),
    EndContest(EndContest),
    OrderAnew(OrderAnew),
    ChangeDecision(Box<ChangeDecision>),
    RevokeDecision(RevokeDecision),
    Publish(Publish),
    Unpublish(Unpublish),
    ProposeRevocation(ProposeRevocation),
    RecordRevocationAnswer(RecordRevocationAnswer),
    ReportOnTheSpot(ReportOnTheSpot),
    Withdraw(Withdraw),
    ProposeTransfer(ProposeTransfer),
    WithdrawTransfer(WithdrawTransfer),
    TransferOut(TransferOut),
    TransferAccepted(TransferAccepted),
    TransferReturned(TransferReturned),
    ReportCrime(ReportCrime),
    DecideCrime(DecideCrime),
    HandToPolice(HandToPolice),
    RecordPoliceReply(RecordPoliceReply),
    ContestRefusal(ContestRefusal),
    HandGoods(HandGoods),
    ResumeCase(ResumeCase),
    Close(Close),
    Archive(Archive),
    Correct(Correct),
    TakeBack(TakeBack),
}

impl Act {
    /// The kind of the act.
    #[must_use]
    pub fn kind(&self) -> ActKind {
        match self {
            Act::RegisterClue(_) => ActKind::RegisterClue,
            Act::File(_) => ActKind::File,
            Act::RefuseFiling(_) => ActKind::RefuseFiling,
            Act::ExtendVerification(_) => ActKind::ExtendVerification,
            Act::PassClue(_) => ActKind::PassClue,
            Act::PenaliseOnTheSpot(_) => ActKind::PenaliseOnTheSpot,
            Act::AddParty(_) => ActKind::AddParty,
            Act::AddUnlawfulAct(_) => ActKind::AddUnlawfulAct,
            Act::CompleteParty(_) => ActKind::CompleteParty,
            Act::ChangeOfficers(_) => ActKind::ChangeOfficers,
            Act::Inquire(_) => ActKind::Inquire,
            Act::AskRecusal(_) => ActKind::AskRecusal,
            Act::DecideRecusal(_) => ActKind::DecideRecusal,
            Act::Record(_) => ActKind::Record,
            Act::AdoptRecords(_) => ActKind::AdoptRecords,
            Act::RegisterEvidence(_) => ActKind::RegisterEvidence,
            Act::HandleEvidence(_) => ActKind::HandleEvidence,
            Act::TakeMeasure(_) => ActKind::TakeMeasure,
            Act::TakeUrgentMeasure(_) => ActKind::TakeUrgentMeasure,
            Act::ReportMeasure(_) => ActKind::ReportMeasure,
            Act::ConfirmMeasure(_) => ActKind::ConfirmMeasure,
            Act::ExtendMeasure(_) => ActKind::ExtendMeasure,
            Act::CommissionTest(_) => ActKind::CommissionTest,
            Act::RecordTestResult(_) => ActKind::RecordTestResult,
            Act::LiftMeasure(_) => ActKind::LiftMeasure,
            Act::DisposeGoods(_) => ActKind::DisposeGoods,
            Act::HandlePerishable(_) => ActKind::HandlePerishable,
            Act::Conclude(_) => ActKind::Conclude,
            Act::Review(_) => ActKind::Review,
            Act::Supplement(_) => ActKind::Supplement,
            Act::ApproveNotice(_) => ActKind::ApproveNotice,
            Act::ServeNotice(_) => ActKind::ServeNotice,
            Act::ReceiveDefence(_) => ActKind::ReceiveDefence,
            Act::WaiveDefence(_) => ActKind::WaiveDefence,
            Act::TakeBackWaiver(_) => ActKind::TakeBackWaiver,
            Act::AnswerDefence(_) => ActKind::AnswerDefence,
            Act::ChangeProposal(_) => ActKind::ChangeProposal,
            Act::WaiveHearing(_) => ActKind::WaiveHearing,
            Act::RequestHearing(_) => ActKind::RequestHearing,
            Act::GrantHearing(_) => ActKind::GrantHearing,
            Act::AppointHearing(_) => ActKind::AppointHearing,
            Act::ServeHearingNotice(_) => ActKind::ServeHearingNotice,
            Act::HoldHearing(_) => ActKind::HoldHearing,
            Act::Deliberate(_) => ActKind::Deliberate,
            Act::Decide(_) => ActKind::Decide,
            Act::DecideNoPenalty(_) => ActKind::DecideNoPenalty,
            Act::Serve(_) => ActKind::Serve,
            Act::Pay(_) => ActKind::Pay,
            Act::HandOnCash(_) => ActKind::HandOnCash,
            Act::Perform(_) => ActKind::Perform,
            Act::ApprovePlan(_) => ActKind::ApprovePlan,
            Act::Demand(_) => ActKind::Demand,
            Act::ApplyToCourt(_) => ActKind::ApplyToCourt,
            Act::RecordCourtAnswer(_) => ActKind::RecordCourtAnswer,
            Act::ObjectToCourt(_) => ActKind::ObjectToCourt,
            Act::RecordObjectionAnswer(_) => ActKind::RecordObjectionAnswer,
            Act::SuspendEnforcement(_) => ActKind::SuspendEnforcement,
            Act::ResumeEnforcement(_) => ActKind::ResumeEnforcement,
            Act::EndEnforcement(_) => ActKind::EndEnforcement,
            Act::RegisterRemedy(_) => ActKind::RegisterRemedy,
            Act::AnswerRemedy(_) => ActKind::AnswerRemedy,
            Act::EndRemedy(_) => ActKind::EndRemedy,
            Act::ReceiveApplication(_) => ActKind::ReceiveApplication,
            Act::ForwardApplication(_) => ActKind::ForwardApplication,
            Act::RegisterContest(_) => ActKind::RegisterContest,
            Act::AnswerContest(_) => ActKind::AnswerContest,
            Act::EndContest(_) => ActKind::EndContest,
            Act::OrderAnew(_) => ActKind::OrderAnew,
            Act::ChangeDecision(_) => ActKind::ChangeDecision,
            Act::RevokeDecision(_) => ActKind::RevokeDecision,
            Act::Publish(_) => ActKind::Publish,
            Act::Unpublish(_) => ActKind::Unpublish,
            Act::ProposeRevocation(_) => ActKind::ProposeRevocation,
            Act::RecordRevocationAnswer(_) => ActKind::RecordRevocationAnswer,
            Act::ReportOnTheSpot(_) => ActKind::ReportOnTheSpot,
            Act::Withdraw(_) => ActKind::Withdraw,
            Act::ProposeTransfer(_) => ActKind::ProposeTransfer,
            Act::WithdrawTransfer(_) => ActKind::WithdrawTransfer,
            Act::TransferOut(_) => ActKind::TransferOut,
            Act::TransferAccepted(_) => ActKind::TransferAccepted,
            Act::TransferReturned(_) => ActKind::TransferReturned,
            Act::ReportCrime(_) => ActKind::ReportCrime,
            Act::DecideCrime(_) => ActKind::DecideCrime,
            Act::HandToPolice(_) => ActKind::HandToPolice,
            Act::RecordPoliceReply(_) => ActKind::RecordPoliceReply,
            Act::ContestRefusal(_) => ActKind::ContestRefusal,
            Act::HandGoods(_) => ActKind::HandGoods,
            Act::ResumeCase(_) => ActKind::ResumeCase,
            Act::Close(_) => ActKind::Close,
            Act::Archive(_) => ActKind::Archive,
            Act::Correct(_) => ActKind::Correct,
            Act::TakeBack(_) => ActKind::TakeBack,
        }
    }

    /// The parties on which the act works; empty: the whole case.
    #[must_use]
    pub fn parties(&self) -> Vec<PartyId> {
        match self {
            Act::Conclude(facts) => facts.proposals.iter().map(|proposal| proposal.party).collect(),
            Act::Review(facts) => facts.parties.clone(),
            Act::Supplement(facts) => facts.parties.clone(),
            Act::Withdraw(facts) => facts.parties.clone(),
            Act::AppointHearing(facts) => facts.parties.clone(),
            Act::HoldHearing(facts) => facts.parties.clone(),
            Act::ProposeTransfer(facts) => facts.parties.clone(),
            Act::WithdrawTransfer(facts) => facts.parties.clone(),
            Act::TransferOut(facts) => facts.parties.clone(),
            Act::TransferAccepted(facts) => facts.parties.clone(),
            Act::TransferReturned(facts) => facts.parties.clone(),
            Act::ReportCrime(facts) => facts.parties.clone(),
            Act::DecideCrime(facts) => facts.parties.clone(),
            Act::HandToPolice(facts) => facts.parties.clone(),
            Act::RecordPoliceReply(facts) => facts.parties.clone(),
            Act::ContestRefusal(facts) => facts.parties.clone(),
            Act::HandGoods(facts) => facts.parties.clone(),
            Act::ResumeCase(facts) => facts.parties.clone(),
            Act::ApproveNotice(facts) => vec![facts.party],
            Act::ServeNotice(facts) => vec![facts.party],
            Act::ReceiveDefence(facts) => vec![facts.party],
            Act::WaiveDefence(facts) => vec![facts.party],
            Act::TakeBackWaiver(facts) => vec![facts.party],
            Act::AnswerDefence(facts) => vec![facts.party],
            Act::ChangeProposal(facts) => vec![facts.party],
            Act::WaiveHearing(facts) => vec![facts.party],
            Act::RequestHearing(facts) => vec![facts.party],
            Act::GrantHearing(facts) => vec![facts.party],
            Act::ServeHearingNotice(facts) => vec![facts.party],
            Act::Deliberate(facts) => vec![facts.party],
            Act::Decide(facts) => vec![facts.party],
            Act::DecideNoPenalty(facts) => vec![facts.party],
            Act::Serve(facts) => vec![facts.party],
            Act::Pay(facts) => vec![facts.party],
            Act::HandOnCash(facts) => vec![facts.party],
            Act::Perform(facts) => vec![facts.party],
            Act::ApprovePlan(facts) => vec![facts.party],
            Act::Demand(facts) => vec![facts.party],
            Act::ApplyToCourt(facts) => vec![facts.party],
            Act::RecordCourtAnswer(facts) => vec![facts.party],
            Act::ObjectToCourt(facts) => vec![facts.party],
            Act::RecordObjectionAnswer(facts) => vec![facts.party],
            Act::SuspendEnforcement(facts) => vec![facts.party],
            Act::ResumeEnforcement(facts) => vec![facts.party],
            Act::EndEnforcement(facts) => vec![facts.party],
            Act::RegisterRemedy(facts) => vec![facts.party],
            Act::AnswerRemedy(facts) => vec![facts.party],
            Act::EndRemedy(facts) => vec![facts.party],
            Act::ReceiveApplication(facts) => vec![facts.party],
            Act::ForwardApplication(facts) => vec![facts.party],
            Act::OrderAnew(facts) => vec![facts.party],
            Act::ChangeDecision(facts) => vec![facts.party],
            Act::RevokeDecision(facts) => vec![facts.party],
            Act::Publish(facts) => vec![facts.party],
            Act::Unpublish(facts) => vec![facts.party],
            Act::ProposeRevocation(facts) => vec![facts.party],
            Act::RecordRevocationAnswer(facts) => vec![facts.party],
            Act::ReportOnTheSpot(facts) => vec![facts.party],
            Act::AddUnlawfulAct(facts) => vec![facts.party],
            Act::CompleteParty(facts) => vec![facts.party],
            Act::Close(facts) => facts.party.into_iter().collect(),
            Act::Correct(facts) => facts.new.parties(),
            Act::RegisterEvidence(_)
            | Act::HandleEvidence(_)
            | Act::TakeMeasure(_)
            | Act::TakeUrgentMeasure(_)
            | Act::ReportMeasure(_)
            | Act::ConfirmMeasure(_)
            | Act::ExtendMeasure(_)
            | Act::CommissionTest(_)
            | Act::RecordTestResult(_)
            | Act::LiftMeasure(_)
            | Act::DisposeGoods(_)
            | Act::HandlePerishable(_) => self.measured_party().into_iter().collect(),
            Act::RegisterClue(_)
            | Act::File(_)
            | Act::RefuseFiling(_)
            | Act::ExtendVerification(_)
            | Act::PassClue(_)
            | Act::PenaliseOnTheSpot(_)
            | Act::AddParty(_)
            | Act::ChangeOfficers(_)
            | Act::RegisterContest(_)
            | Act::AnswerContest(_)
            | Act::EndContest(_)
            | Act::AskRecusal(_)
            | Act::Inquire(_)
            | Act::DecideRecusal(_)
            | Act::Record(_)
            | Act::AdoptRecords(_)
            | Act::Archive(_)
            | Act::TakeBack(_) => Vec::new(),
        }
    }

    /// The one party of the act; none when it is about several or the whole case.
    #[must_use]
    pub fn party(&self) -> Option<PartyId> {
        match self.parties().as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// The two officers whom the act names as those who do, or did, the work.
    #[must_use]
    pub fn officers(&self) -> Option<Officers> {
        match self {
            Act::File(facts) => Some(facts.officers),
            Act::ChangeOfficers(facts) => Some(facts.officers),
            Act::Inquire(facts) => Some(facts.officers),
            Act::Record(facts) => Some(facts.officers),
            Act::PenaliseOnTheSpot(facts) => Some(facts.officers),
            Act::TakeMeasure(facts) => Some(facts.officers),
            Act::TakeUrgentMeasure(facts) => Some(facts.taken.officers),
            Act::RegisterEvidence(facts) => Some(facts.officers),
            Act::HandlePerishable(facts) => Some(facts.officers),
            Act::ReportCrime(facts) => Some(facts.officers),
            _ => None,
        }
    }
}

/// What is told about the entry itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Why it is recorded late; asked when a term was already over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_reason: Option<Note>,
    /// Who proposed what somebody with the power approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_by: Option<PersonId>,
    /// Who agreed before it was approved (会签), in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed_by: Vec<PersonId>,
    /// The head in whose place somebody else approved it (代).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_place_of: Option<PersonId>,
    /// The number that its paper bears already, from a block that its author has in hand (号段).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<String>,
    /// It was done on paper before the bureau worked with the product (补录).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_paper: Option<OnPaper>,
}

/// One event of a case: an act that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// From 1, without gaps; the case's optimistic version.
    pub seq: u32,
    pub act: Act,
    /// The legal day, Asia/Shanghai.
    pub on: Day,
    /// When it was recorded.
    pub at: Instant,
    pub by: PersonId,
    pub entry: Entry,
}

impl Event {
    /// The one party of the event's act.
    #[must_use]
    pub fn party(&self) -> Option<PartyId> {
        self.act.party()
    }
}

/// The version of the facts' JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub enum FactsVersion {
    /// The first form.
    #[default]
    One,
}

impl TryFrom<u16> for FactsVersion {
    type Error = String;
    fn try_from(version: u16) -> Result<Self, Self::Error> {
        match version {
            1 => Ok(FactsVersion::One),
            other => Err(format!("facts of version {other} are newer than this program")),
        }
    }
}

impl From<FactsVersion> for u16 {
    fn from(version: FactsVersion) -> u16 {
        match version {
            FactsVersion::One => 1,
        }
    }
}

/// What is stored of an event as JSON: the act and what is told about the entry, with a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    pub version: FactsVersion,
    #[serde(flatten)]
    pub act: Act,
    #[serde(default)]
    pub entry: Entry,
}
