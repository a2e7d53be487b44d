//! The term calculator (期限计算器): when does a term end, and how was it counted.

#[cfg(feature = "ssr")]
mod answer;
pub mod call;
#[cfg(feature = "ssr")]
mod month;
mod show;
pub mod text;

pub use call::Month;
#[cfg(feature = "ssr")]
pub use month::Drawn;
pub use show::{CalculatorPage, draw_months, draw_steps};
