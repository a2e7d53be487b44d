//! Forms, and cases bound to their papers.

mod binding;
mod held;
mod issue;
mod samples;
mod standing;
mod table;
pub(crate) mod worked;
