//! The penalty case (行政处罚案件): its acts, its states, its gates and its clocks.
//!
//! A case is its events. [`Case::replay`] makes the state of them; [`Judge`] is the one function that
//! says whether an act may be done and that also lists what may be done next. Rows named in comments
//! are those of the procedure's table: one file an ability.

mod account;
mod account_state;
mod act;
mod application;
mod archive;
mod bank_booking;
mod block;
mod bundle;
mod cash;
mod clocks;
mod closure;
mod clue;
mod clue_hand;
mod coinciding;
mod comment;
mod conclusion;
mod confiscation;
mod contest;
mod correction;
mod court;
mod criminal;
mod criminal_clocks;
mod criminal_course;
mod criminal_gates;
mod criminal_todo;
mod day;
mod decision;
mod defence;
mod delegation;
mod deliberation;
mod demand;
mod designation;
mod enforcement;
mod enforcement_clocks;
mod execution;
mod filing;
mod fined;
mod first_step;
mod foremost;
mod foresee;
mod goods;
mod goods_back;
mod goods_course;
mod hand;
mod hearing;
mod hearing_gates;
mod informing_clocks;
mod inquiry;
mod investigation;
mod judge;
mod kind;
mod kind_rules;
mod late_order;
mod licence_revocation;
mod measure;
mod measure_acts;
mod measure_clocks;
mod measure_gates;
mod measure_managing;
mod measure_taking;
mod measure_words;
mod milder;
mod next;
mod notice;
mod number;
mod objection;
mod on_paper;
mod on_the_spot;
mod ordered;
mod particulars;
mod party;
mod payment_plan;
mod penalty;
mod people;
mod performance;
mod perishable;
mod power;
mod proposal;
mod proposal_change;
mod publication;
mod range;
mod recusal;
mod remedy;
mod remedy_ways;
mod reminder;
mod replay;
mod review;
mod revision;
mod revision_course;
mod revival;
mod service;
mod spot_limits;
mod stage;
mod standing;
mod state;
mod steps;
mod summary;
mod suspension;
mod take_back;
mod testing;
mod transfer;
mod transit;
mod verification;
mod wait;
mod withdrawal;

pub use account::{Account, PlanLine, ReceivedMoney, surcharge_a_day};
pub use account_state::AccountState;
pub use act::{Act, Entry, Event, Facts, FactsVersion};
pub use application::{Application, ForwardApplication, ReceiveApplication};
pub use archive::{Archive, Archived, Keeping, PAGES_MAX};
pub use block::{BLOCK_MAX, BlockRefusal, IN_HAND_MAX, OPEN_DAYS};
pub use bundle::{Bundle, BundleVersion, BundledEvent};
pub use cash::{Cash, CashTo, HandOnCash};
pub(crate) use clocks::counts_on;
pub use clocks::{CaseClock, ClockState, clocks};
pub use closure::Close;
pub use clue::{ClueSource, RegisterClue};
pub use clue_hand::PassClue;
pub use comment::{CommentFault, CommentText, MENTIONS_MAX, may_withdraw_comment, named_in};
pub use conclusion::{Conclude, Concluded, Defended, Outcome, PartyProposal, Proof};
pub use contest::{AnswerContest, Contest, Contested, EndContest, RegisterContest};
pub use correction::{Correct, rests_on};
pub use court::{ApplyToCourt, AtCourt, CourtAnswer, CourtApplication, CourtWay, RecordCourtAnswer};
pub use criminal::{
    ContestBefore, ContestRefusal, DecideCrime, HandGoods, HandToPolice, PoliceReply, RecordPoliceReply,
    ReportCrime, ResumeCase,
};
pub use criminal_course::{CrimeApproved, CrimeStep, CrimeTransfer, HandedToPolice};
pub use decision::{Decide, DecideNoPenalty, Decided, Decision};
pub use defence::{
    Answer, AnswerDefence, Defence, ReceiveDefence, Received, TakeBackWaiver, WaiveDefence, Waiver,
};
pub use delegation::{DELEGATION_DAYS_MAX, Delegation, DelegationFault};
pub use deliberation::{Deliberate, Deliberated, Told, Voice};
pub use demand::{Demand, Demanded};
pub use designation::Designation;
pub use enforcement::{Enforcement, Suspended};
pub use execution::{CollectionGround, Executing, Paid, Pay, Payment};
pub use filing::{AddParty, AddUnlawfulAct, ChangeOfficers, File, NonFilingGround, RefuseFiling};
pub use fined::FinedAct;
pub use first_step::{EarlierWarning, WarningStanding};
pub use foresee::{Foreseen, foresee};
pub use goods::{GOODS_MAX, GoodsEnd, GoodsLine, GoodsUnit, HeldGoods, HeldThing, Quantity};
pub use goods_course::{GoodsEntry, GoodsStep, GoodsTurn};
pub use hand::{NextHand, in_hand};
pub use hearing::{
    AppointHearing, Appointment, GrantHearing, Heard, Hearing, HearingOutcome, HearingRight, HoldHearing,
    RequestHearing, ServeHearingNotice, WaiveHearing,
};
pub use hearing_gates::hearing_by_law;
pub use inquiry::{Inquire, Inquiry};
pub use investigation::{AdoptRecords, Record, RecordEntry, RecordKind, Signature, Supplement};
pub use judge::{Judge, Permit};
pub use kind::ActKind;
pub use kind_rules::Scope;
pub use late_order::LateOrder;
pub use licence_revocation::{
    ProposeRevocation, RecordRevocationAnswer, RevocationAnswer, RevocationProposal,
};
pub use measure::{HeldAs, Measure, MeasureEnd, Urgent};
pub use measure_acts::{
    DisposeGoods, EvidenceOutcome, ExtendMeasure, HandleEvidence, LiftGround, LiftMeasure,
};
pub use measure_taking::{
    ConfirmMeasure, MeasureKind, RegisterEvidence, ReportMeasure, TakeMeasure, TakeUrgentMeasure, seizable,
};
pub use milder::severity;
pub use next::{NextAct, Todo, next, todo, waits};
pub use notice::{ApproveNotice, ApprovedNotice, Notified, ServeNotice};
pub use number::{NumberWord, number};
pub use objection::{ObjectToCourt, Objection, ObjectionAnswer, RecordObjectionAnswer};
pub use on_paper::OnPaper;
pub use on_the_spot::{HandedOver, PenaliseOnTheSpot, Procedure, ReportOnTheSpot, SpotDefence};
pub use ordered::{OrderState, Ordered};
pub use particulars::{CompleteParty, Particulars};
pub use party::{Officers, Party, UnlawfulAct};
pub use payment_plan::{ApprovePlan, Instalment, PaymentPlan, Remission};
pub use penalty::{ActPenalty, Fine, Gains, Goods, Mitigation, NoPenaltyGround, Penalties, PuttingRight};
pub use people::{Certificate, Context, Member, Settings};
pub use performance::{Perform, Performance, Performed};
pub use perishable::{HandlePerishable, PerishableOutcome, Sale};
pub use proposal::{Approvers, Circulation, CirculationFault, SIGNERS_MAX, Signer, SignerKind, Turn};
pub use proposal_change::ChangeProposal;
pub use publication::{Publication, Publicity, Publish};
pub use recusal::{AskRecusal, DecideRecusal, Recusal, RecusalSource};
pub use remedy::{AnswerRemedy, EndRemedy, RegisterRemedy, Remedy, RemedyKind, RemedyOutcome, RemedyResult};
pub use remedy_ways::RemedyWays;
pub use reminder::{Hands, reminded};
pub use review::{Opinion, Review, Reviewed};
pub use revision::{ChangeDecision, FallGround, OrderAnew, Reviser, RevokeDecision, Unpublish};
pub use revision_course::{Fallen, Revised};
pub use revival::Revival;
pub use service::{Method, Receiver, ReturnReason, Serve, Served, ServedOn, Service};
pub use spot_limits::{SpotLimits, spot_limits};
pub use stage::Stage;
pub use state::{Body, Case, Filed, NotFiled, People, Progress, Track};
pub use steps::{Step, StepState, steps};
pub use suspension::{EndEnforcement, ResumeEnforcement, SuspendEnforcement, SuspensionGround};
pub use take_back::{TakeBack, taken_back};
pub use testing::{CommissionTest, RecordTestResult, TestSubject, Testing};
pub use transfer::{
    ProposeTransfer, TransferAccepted, TransferOut, TransferReceiver, TransferReturned, TransferredIn,
    WithdrawTransfer,
};
pub use transit::{OpenTransfer, Transferred};
pub use verification::ExtendVerification;
pub use wait::Wait;
pub use withdrawal::{Withdraw, WithdrawalGround};

/// Words of an officer: facts, reasons, courses. Up to 4,000 characters.
pub type Note = crate::value::FreeText<4000>;

/// A name or a number on one line. Up to 120 characters.
pub type Name = crate::value::Line<120>;

#[cfg(test)]
pub(crate) mod tests;
