//! People who sign in: accounts, passwords, sign-in with its delay, and sessions.

mod accounts;
mod delay;
mod password;
mod session;
mod sign_in;

pub use accounts::NewAccount;
pub(crate) use password::Passwords;
pub(crate) use session::person_of;
pub use session::{OpenSession, Person, Session};
pub use sign_in::{SignIn, SignInAnswer};
