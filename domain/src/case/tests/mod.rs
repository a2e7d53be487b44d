//! The procedure, tested as the law words it.

mod bench;
mod corrections;
mod easy;
mod gates;
mod histories;
mod path;
mod transitions;
