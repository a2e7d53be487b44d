//! The frame of a bureau's pages and its first page.

pub mod call;
mod frame;
mod home;
pub mod text;

pub use frame::Frame;
pub use home::Desk;
