//! The frame of a bureau's pages and its first page.

pub mod call;
mod frame;
mod home;
#[cfg(feature = "ssr")]
mod menu;
#[cfg(feature = "ssr")]
mod palette;
pub mod text;

pub use frame::{Frame, Switches, bureau_of_page};
pub use home::Desk;
#[cfg(feature = "ssr")]
pub use palette::{Command, Commands, Find, commands};
