//! One suite on both engines.

mod accounts;
mod administration;
mod cases;
mod plans;
mod record;
mod register;
mod roll;
mod rows;
mod sweep;
mod twins;
mod undo;
mod walls;
