//! The city's view: sums, a map, what was a year ago, and the way into a county's records by a visit.

#[cfg(feature = "ssr")]
mod ask;
pub mod call;
#[cfg(feature = "ssr")]
mod compose;
#[cfg(feature = "ssr")]
mod csv;
mod draw;
#[cfg(feature = "ssr")]
mod map;
mod page;
#[cfg(feature = "ssr")]
mod table;
#[cfg(feature = "ssr")]
pub mod words;

#[cfg(feature = "ssr")]
pub use csv::csv;
pub use page::FiguresPage;
