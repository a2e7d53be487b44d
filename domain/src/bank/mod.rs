//! The bank's list of payments (银行对账单), and the accounts that its rows pay: 行政处罚法 art. 67.
//!
//! A row names a decision by its number, in a column of its own or inside a note, or else its payer, who owes exactly
//! that amount. What is recorded with the same receipt is not recorded again.

mod column;
mod judge;
mod number;
mod pay;
mod row;

pub use column::Column;
pub use judge::BankJudge;
pub use pay::{Candidate, Found, find};
pub use row::BankRow;

#[cfg(test)]
mod tests;
