//! Roll call: who came to a session, tapped on a phone, one line a person. Without a script it is a form.

pub mod call;
#[cfg(feature = "ssr")]
mod compose;
mod show;

pub use show::RollCallPage;
