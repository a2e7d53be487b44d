//! The frame of a bureau's pages and its first page.

pub mod call;
mod frame;
mod home;
pub mod text;

pub use frame::{Frame, LanguageSwitch, bureau_of_page};
pub use home::Desk;
