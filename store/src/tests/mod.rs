//! One suite on both engines.

mod accounts;
mod administration;
mod approvals;
mod back_entry;
mod calendar;
mod cases;

mod figures;
mod figures_bench;
mod figures_plans;
mod handover;
mod jurisdiction;
mod on_the_spot;
mod own_accounts;
mod plans;
mod powers;
mod practice;
mod record;
mod register;
mod reminders;
mod roll;
mod rows;
mod start;
mod sweep;
mod take_back;
mod together;
mod training;
mod training_bench;
mod training_endings;
mod training_plans;
mod training_sign_ins;
mod transfers;
mod twins;
mod undo;
mod visits;
mod walls;
