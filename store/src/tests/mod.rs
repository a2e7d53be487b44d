//! One suite on both engines.

mod accounts;
mod cases;
mod record;
mod twins;
mod walls;
