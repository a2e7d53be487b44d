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

/// What went wrong at a sign-in, by its code in the address; none for none.
#[cfg(feature = "ssr")]
#[must_use]
pub fn sign_in_problem(code: &str, lang: domain::Lang) -> Option<&'static str> {
    Some(match code {
        "" => return None,
        "missing" => text::missing(lang),
        "too_soon" => text::too_soon(lang),
        "down" => crate::text::down_title(lang),
        _ => text::wrong(lang),
    })
}
