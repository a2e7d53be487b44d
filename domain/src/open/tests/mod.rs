//! What the public reads, and what it never reads.

mod decisions;
mod masking;
mod persons;
