//! People who sign in: accounts, passwords, sign-in with its delay, and sessions.

mod accounts;
pub(crate) mod delay;
mod lookup;
mod network;
mod password;
mod session;
mod sign_in;

pub use accounts::NewAccount;
pub(crate) use accounts::{Parsed, change, find, insert, new_password};
pub(crate) use lookup::Kept;
pub use network::counted_as;
pub(crate) use password::Passwords;
pub use session::{OpenSession, Person, Session};
pub(crate) use session::{person_of, revoke_all};
pub use sign_in::{SignIn, SignInAnswer};
