//! Administration by screens: members with their accounts, one-time passwords, and bureaus laid while the
//! product runs.
//!
//! Whose password may be renewed is decided by [`domain::administration::may_renew_password`] on what
//! [`BureauStore::member_record`](crate::BureauStore::member_record) finds.

mod account;
mod admit;
mod change;
mod lay;
mod one_time;
mod powers;

pub use account::{AccountRecord, NewPhone};
pub use admit::NewPerson;
pub use change::MemberRecord;
pub use lay::BureauSummary;
pub use one_time::OneTimePassword;
pub use powers::{HeldPower, PowerAct, level_of};
