//! Forms, and cases bound to their papers.

mod agreement;
mod approval;
mod binding;
mod clue;
mod expertise;
mod held;
mod issue;
mod money;
mod publication;
mod recusal;
mod samples;
mod scan;
mod standing;
mod table;
pub(crate) mod worked;
mod worked_later;
