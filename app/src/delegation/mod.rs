//! Delegations (AB 岗): a head lends the power to approve to a colleague, from–to.

pub mod call;
#[cfg(feature = "ssr")]
mod form;
mod show;
pub mod words;

pub use show::DelegationsPage;
