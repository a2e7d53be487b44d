//! Forms, and cases bound to their papers.

mod binding;
mod samples;
mod table;
mod worked;
