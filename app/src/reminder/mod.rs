//! Reminders (今日提醒): what a person must see to, one line a matter, and the sheet of a week's terms.

pub mod call;
#[cfg(feature = "ssr")]
mod list;
mod show;
#[cfg(feature = "ssr")]
mod week;
pub mod words;

pub use show::RemindersPage;
