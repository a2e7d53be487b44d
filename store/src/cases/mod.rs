//! Cases: events appended under an optimistic version, and what is projected from them, each act in one
//! transaction with its number, its audit row and its figures.

mod back_entry;
mod bank;
mod circulation;
mod city_filing;
mod city_term;
mod comments;
mod contact;
mod desk;
mod figures;
mod handover;
mod history;
mod ledger;
mod list;
mod paper_held;
mod project;
mod proposals;
mod recount;
mod reproject;
mod take_back;
mod transferred;
mod verify;
mod warned;

pub use back_entry::PaperOutcome;
pub use bank::BankOutcome;
pub use circulation::{Around, Handing, PROPOSAL, QueueLine};
pub use comments::{COMMENT, CommentPage, CommentRow};
pub use contact::{Contact, OpenedContact};
pub use desk::{CaseDesk, Done, OpenCase, Rulebook};
pub use handover::{InHand, Stays};
pub use history::RelatedCase;
pub use ledger::{LedgerCursor, LedgerLine, LedgerPage, LedgerPart};
pub use list::{CaseFilter, CaseRow, Cursor, Page, Part, WorkCounts};
pub use proposals::{Hindrance, ProposalRow, Verdict};
pub use reproject::Moved;
pub use verify::{ClockCheck, ClockDifference};
