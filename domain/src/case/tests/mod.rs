//! The procedure, tested as the law words it.

mod approving;
mod bench;
mod corrections;
mod easy;
mod enforcing;
mod foresight;
mod gates;
mod hearings;
mod histories;
mod on_the_spot;
mod path;
mod paying;
mod spot;
mod taking_back;
mod transfers;
mod transitions;
