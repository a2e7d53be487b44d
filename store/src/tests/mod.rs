//! One suite on both engines.

mod accounts;
mod administration;
mod cases;
mod figures;
mod figures_bench;
mod figures_plans;
mod plans;
mod record;
mod register;
mod roll;
mod rows;
mod sweep;
mod take_back;
mod training;
mod training_bench;
mod training_endings;
mod training_plans;
mod training_sign_ins;
mod twins;
mod undo;
mod visits;
mod walls;
