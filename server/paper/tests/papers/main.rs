//! Papers as somebody else reads them.

mod contents;
mod printing;
mod shared;
