//! Transfers (移送): a case on its way from one bureau of the city to another. One row on each side under the same id;
//! the sender lays it before the receiver, and only the [`TransferDesk`] answers into the sender's case.

mod answer;
mod designate;
mod read;
mod record;
mod send;
mod unanswered;

pub use answer::{Acceptance, TransferDesk};
pub use designate::{DesignationRecord, NewDesignation};
pub use read::TransferPage;
pub use record::{Arrived, TransferDirection, TransferRecord, TransferState};
pub use unanswered::UnansweredTransfer;
