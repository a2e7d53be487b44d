//! Forms, and cases bound to their papers.

mod binding;
mod held;
mod issue;
mod money;
mod samples;
mod scan;
mod standing;
mod table;
pub(crate) mod worked;
