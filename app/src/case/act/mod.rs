//! Acts: a form for each, read and judged by the same rules on every way in.

#[cfg(feature = "ssr")]
mod archive;
#[cfg(feature = "ssr")]
mod beside;
#[cfg(feature = "ssr")]
mod block;
pub mod call;
#[cfg(feature = "ssr")]
mod carry;
#[cfg(feature = "ssr")]
mod contest;
#[cfg(feature = "ssr")]
pub(super) mod correcting;
#[cfg(feature = "ssr")]
pub(super) mod criminal;
mod edit;
#[cfg(feature = "ssr")]
mod enforcement_fields;
#[cfg(feature = "ssr")]
mod example;
#[cfg(feature = "ssr")]
pub(super) mod fields;
#[cfg(feature = "ssr")]
mod hearing_fields;
#[cfg(feature = "ssr")]
pub(super) mod held_things;
#[cfg(feature = "ssr")]
mod inquiry;
#[cfg(feature = "ssr")]
pub(super) mod known_penalty;
#[cfg(feature = "ssr")]
mod measure_fields;
#[cfg(feature = "ssr")]
pub(super) mod particulars;
#[cfg(feature = "ssr")]
mod penalty_fields;
#[cfg(feature = "ssr")]
mod perishable;
mod preview;
#[cfg(feature = "ssr")]
pub(super) mod read;
#[cfg(feature = "ssr")]
mod read_enforcement;
#[cfg(feature = "ssr")]
mod read_facts;
#[cfg(feature = "ssr")]
mod read_hearing;
#[cfg(feature = "ssr")]
mod read_measure;
#[cfg(feature = "ssr")]
mod read_penalty;
#[cfg(feature = "ssr")]
mod read_spot;
#[cfg(feature = "ssr")]
mod recusal;
#[cfg(feature = "ssr")]
mod registered;
#[cfg(feature = "ssr")]
mod revision;
#[cfg(feature = "ssr")]
mod service_fields;
#[cfg(feature = "ssr")]
mod spot_fields;
#[cfg(feature = "ssr")]
pub(super) mod transfer;
#[cfg(feature = "ssr")]
mod words;

#[cfg(feature = "ssr")]
pub use call::FORM;
pub use edit::{ActPage, NewCluePage};
#[cfg(feature = "ssr")]
pub use example::example_fields;
