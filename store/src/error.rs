//! What can go wrong with remembered things, told apart by what the caller can do about it.

use domain::role::Power;
use sea_orm::{DbErr, SqlErr};

/// The error of this crate. Never shown to a person as it is: `app` redacts it in one place.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such row for this person in this bureau; also somebody else's row, and somebody else's bureau.
    #[error("not found")]
    NotFound,
    /// Somebody was faster: the row changed since it was read, or its key is taken.
    #[error("changed meanwhile")]
    Conflict,
    /// The signed-in person's roles in this bureau do not hold the power.
    #[error("forbidden: needs {0:?}")]
    Forbidden(Power),
    /// A value that this crate itself refuses; `code` is a stable word such as `taken` or `too_short`.
    #[error("invalid {field}: {code}")]
    Invalid {
        /// The field as the form calls it.
        field: &'static str,
        /// Why, as a stable word.
        code: &'static str,
    },
    /// Settings, roles or migrations are not as they must be; the sentence tells the operator what to do.
    #[error("{0}")]
    Setup(String),
    /// A sealed value was changed, or belongs elsewhere; for the log.
    #[error("a sealed value was changed or belongs elsewhere")]
    Broken,
    /// The database, the keys or the machine failed; for the log.
    #[error("store is down: {0}")]
    Down(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// A failure of the machine, kept for the log.
    pub fn down(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Error::Down(cause.into())
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Error::Conflict,
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => Error::NotFound,
            _ => match error {
                DbErr::RecordNotFound(_) | DbErr::RecordNotUpdated => Error::NotFound,
                other => Error::down(other),
            },
        }
    }
}
