//! The procedure, tested as the law words it.

mod bench;
mod corrections;
mod easy;
mod foresight;
mod gates;
mod histories;
mod path;
mod taking_back;
mod transfers;
mod transitions;
