//! One suite on both engines.

mod accounts;
mod record;
mod twins;
mod walls;
