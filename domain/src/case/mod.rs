//! The penalty case (行政处罚案件): its acts, its states, its gates and its clocks.
//!
//! A case is its events. [`Case::replay`] makes the state of them; [`Judge`] is the one function that
//! says whether an act may be done and that also lists what may be done next. Rows named in comments
//! are those of the procedure's table: one file an ability.

mod act;
mod bundle;
mod clocks;
mod closure;
mod clue;
mod conclusion;
mod correction;
mod day;
mod decision;
mod defence;
mod execution;
mod filing;
mod foresee;
mod investigation;
mod judge;
mod kind;
mod next;
mod notice;
mod number;
mod party;
mod penalty;
mod people;
mod power;
mod proposal;
mod range;
mod replay;
mod review;
mod service;
mod stage;
mod state;
mod summary;
mod take_back;
mod transfer;
mod transit;
mod withdrawal;

pub use act::{Act, Entry, Event, Facts, FactsVersion};
pub use bundle::{Bundle, BundleVersion, BundledEvent};
pub use clocks::{CaseClock, ClockState, clocks};
pub use closure::Close;
pub use clue::{ClueSource, EarlierWarning, RegisterClue};
pub use conclusion::{Conclude, Concluded, Defended, Outcome, PartyProposal};
pub use correction::{Correct, rests_on};
pub use decision::{Decide, DecideNoPenalty, Decided, Decision};
pub use defence::{
    Answer, AnswerDefence, Defence, ReceiveDefence, Received, TakeBackWaiver, WaiveDefence, Waiver,
};
pub use execution::{Executing, Pay, Payment};
pub use filing::{AddParty, AddUnlawfulAct, ChangeOfficers, File, NonFilingGround, RefuseFiling};
pub use foresee::{Foreseen, foresee};
pub use investigation::{AdoptRecords, Record, RecordEntry, RecordKind, Signature, Supplement};
pub use judge::{Judge, Permit};
pub use kind::{ActKind, Scope};
pub use next::{NextAct, Step, StepState, Todo, Wait, next, steps, todo, waits};
pub use notice::{ApproveNotice, ApprovedNotice, Notified, ServeNotice};
pub use number::{NumberWord, number};
pub use party::{Officers, Party, UnlawfulAct};
pub use penalty::{ActPenalty, Fine, Gains, NoPenaltyGround, Penalties, PuttingRight};
pub use people::{Certificate, Context, Member, Settings};
pub use proposal::{Proposal, ProposalState};
pub use review::{Opinion, Review, Reviewed};
pub use service::{Method, Receiver, Serve, Served, ServedOn, Service};
pub use stage::Stage;
pub use state::{Body, Case, Filed, NotFiled, People, Progress, Track};
pub use take_back::{TakeBack, taken_back};
pub use transfer::{
    ProposeTransfer, TransferAccepted, TransferOut, TransferReceiver, TransferReturned, TransferredIn,
    WithdrawTransfer,
};
pub use transit::{OpenTransfer, Transferred};
pub use withdrawal::{Withdraw, WithdrawalGround};

/// Words of an officer: facts, reasons, courses. Up to 4,000 characters.
pub type Note = crate::value::FreeText<4000>;

/// A name or a number on one line. Up to 120 characters.
pub type Name = crate::value::Line<120>;

#[cfg(test)]
mod tests;
