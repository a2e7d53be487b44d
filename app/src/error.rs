//! The only error that crosses the wire. The person sees what to do and a trace id; the log, once,
//! sees the cause.

use leptos::prelude::*;
use leptos::server_fn::codec::JsonEncoding;
use serde::{Deserialize, Serialize};

/// Why a call did not answer. Carries no cause and no value that was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AppError {
    /// A rule of `domain` says no; the sentence says what, why and who, in the person's language.
    Refused(String),
    /// Not there, or somebody else's: the same answer.
    NotFound,
    /// Nobody is signed in, or the session ended.
    SignIn,
    /// Signed in, in this bureau, but without the power; the words name who has it.
    Forbidden(String),
    /// Somebody else changed the record in between.
    Conflict,
    /// The input cannot be read at all.
    Invalid(String),
    /// Something broke on our side.
    Down {
        /// What to tell the administrator; the log has the cause under it.
        trace: String,
    },
}

impl AppError {
    /// The HTTP status of an answer that carries this error.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            AppError::Refused(_) | AppError::Invalid(_) => 422,
            AppError::NotFound => 404,
            AppError::SignIn => 401,
            AppError::Forbidden(_) => 403,
            AppError::Conflict => 409,
            AppError::Down { .. } => 500,
        }
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            AppError::Refused(words) | AppError::Forbidden(words) | AppError::Invalid(words) => {
                f.write_str(words)
            }
            AppError::NotFound => f.write_str("not found"),
            AppError::SignIn => f.write_str("sign in"),
            AppError::Conflict => f.write_str("conflict"),
            AppError::Down { trace } => write!(f, "down {trace}"),
        }
    }
}

impl std::error::Error for AppError {}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => unreadable(),
            _ => AppError::Down { trace: String::new() },
        }
    }
}

#[cfg(feature = "ssr")]
fn unreadable() -> AppError {
    crate::caller::set_status(422);
    AppError::Invalid("unreadable".to_owned())
}

#[cfg(not(feature = "ssr"))]
fn unreadable() -> AppError {
    AppError::Invalid("unreadable".to_owned())
}
