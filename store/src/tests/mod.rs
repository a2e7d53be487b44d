//! One suite on both engines.

mod accounts;
mod cases;
mod record;
mod rows;
mod sweep;
mod twins;
mod walls;
