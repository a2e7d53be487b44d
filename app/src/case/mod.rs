//! Cases: the work list, the case page, a form for each act, and the queue of proposals.

mod act;
mod approval;
mod bar;
pub mod call;
mod comment;
#[cfg(feature = "ssr")]
mod compose;
mod contact;
mod import;
mod list;
pub mod page;
mod show;
mod text;

#[cfg(feature = "ssr")]
pub use act::FORM as CASE_FORM;
#[cfg(feature = "ssr")]
pub use act::example_fields;
pub use act::{ActPage, NewCluePage};
pub use approval::ProposalsPage;
#[cfg(feature = "ssr")]
pub use call::open_acts;
pub use contact::ContactPage;
pub use import::{BankFoundPage, BankPage, PaperCasesFoundPage, PaperCasesPage};
pub use list::{CaseListPage, WorkListPage, case_table};
pub use show::CasePage;
pub use text::{
    all as all_word, cases as cases_word, handled as handled_word, on_the_spot as on_the_spot_word,
    proposals as proposals_word, register as register_word, waiting as waiting_word,
};
