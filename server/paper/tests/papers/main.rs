#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
//! Papers as somebody else reads them.

mod contents;
mod printing;
mod scan;
mod shared;
mod volume;
mod wording;
