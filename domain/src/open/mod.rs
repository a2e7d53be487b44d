//! What of a case anybody may read without signing in (行政处罚决定公开): 行政处罚法 art. 48, 50; 政府信息公开条例 art. 15;
//! 民法典 art. 1034.
//!
//! A decision goes public only by an act that says so and that holds the very text which whoever published it has seen.
//! Everything else on its page is composed of the case by rule: never a note, a record or a paper of it. A decision that
//! was published elsewhere, before this page existed, does not appear here by itself.

mod decision;
mod name;
mod named;
mod number;
mod place;
mod text;
mod withdrawn;

#[cfg(test)]
mod tests;

pub use decision::{OpenBureau, PublicAct, PublicDecision, suggested_text};
pub use name::{Persons, masked_name, reads_like_a_person};
pub(crate) use number::{Number, day_end, is_digit, number_at};
pub use text::{Mask, numberless};
pub use withdrawn::{Withdrawn, WithdrawnFor};
