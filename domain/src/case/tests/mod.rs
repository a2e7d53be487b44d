//! The procedure, tested as the law words it.

pub(crate) mod acts;
mod approving;
pub(crate) mod bench;
mod commenting;
mod corrections;
mod criminal;
mod easy;
mod enforcing;
mod foresight;
mod gates;
mod hearings;
mod held;
mod histories;
mod measure_ends;
mod measure_parties;
mod measures;
mod on_the_spot;
mod path;
mod paying;
mod recusals;
mod revisions;
mod spot;
mod taking_back;
mod transfers;
mod transitions;
