//! Signing in and one's own account.

pub mod call;
mod home;
mod password;
mod sessions;
mod sign_in;
pub mod text;

pub use home::Home;
pub use password::PasswordPage;
pub use sessions::SessionsPage;
pub use sign_in::SignInPage;
