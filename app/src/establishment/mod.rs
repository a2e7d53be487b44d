//! The register of establishments: list, detail, form.

pub mod call;
mod edit;
mod import;
mod list;
#[cfg(feature = "ssr")]
mod save;
mod show;
pub mod text;

#[cfg(feature = "ssr")]
pub use call::LicenceLine;
pub use edit::{EditPage, NewPage};
pub use import::{ImportPage, ImportShowPage};
pub use list::ListPage;
#[cfg(feature = "ssr")]
pub use save::{FORM as ESTABLISHMENT_FORM, filter_of, industry_name, licence_lines, named};
pub use show::ShowPage;
