//! Training: programmes, classes with their people, and what they earn.
//!
//! Pages are put into words on the server; an act is a form of its own page, judged by the rules and, refused, shown
//! again with what was typed.

#[cfg(feature = "ssr")]
mod act;
#[cfg(feature = "ssr")]
mod apply_form;
#[cfg(feature = "ssr")]
mod attendance;
pub mod call;
#[cfg(feature = "ssr")]
mod certificate;
#[cfg(feature = "ssr")]
mod certificate_form;
#[cfg(feature = "ssr")]
mod certificate_paper;
#[cfg(feature = "ssr")]
mod chain;
#[cfg(feature = "ssr")]
mod class;
#[cfg(feature = "ssr")]
mod class_form;
#[cfg(feature = "ssr")]
mod contact;
#[cfg(feature = "ssr")]
mod deed;
#[cfg(feature = "ssr")]
mod details_form;
#[cfg(feature = "ssr")]
mod enrolment;
#[cfg(feature = "ssr")]
mod enrolment_form;
mod import;
#[cfg(feature = "ssr")]
mod issue_form;
#[cfg(feature = "ssr")]
mod many;
#[cfg(feature = "ssr")]
mod marks_form;
#[cfg(feature = "ssr")]
mod named;
#[cfg(feature = "ssr")]
mod notice;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod programme;
#[cfg(feature = "ssr")]
mod programme_form;
mod roll_call;
#[cfg(feature = "ssr")]
mod room;
mod show;
#[cfg(feature = "ssr")]
mod tag;
#[cfg(feature = "ssr")]
mod told;
#[cfg(feature = "ssr")]
mod trainee_form;
#[cfg(feature = "ssr")]
mod trainees;
#[cfg(feature = "ssr")]
mod views;
#[cfg(feature = "ssr")]
pub mod words;
mod words_of_roll;

#[cfg(feature = "ssr")]
pub use certificate_paper::certificate_paper;
#[cfg(feature = "ssr")]
pub use contact::{ContactSlip, Opened, open as open_contact};
pub use import::{RollFoundPage, RollPage};
#[cfg(feature = "ssr")]
pub use named::{classes_named, trainees_named, under_class};
pub use roll_call::RollCallPage;
pub use show::TrainingPage;
