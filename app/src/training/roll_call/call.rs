//! Server functions of the roll call.

use crate::error::AppError;
use crate::form::Typed;
use crate::worded::{Button, Link};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
use super::compose;
#[cfg(feature = "ssr")]
use crate::caller::caller;
#[cfg(feature = "ssr")]
use domain::role::Power;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollView {
    pub class: String,
    pub session: String,
    pub title: String,
    pub small: String,
    pub crumbs: Vec<Link>,
    pub done: String,
    /// Why nobody can be signed in now; empty: they can.
    pub refusal: String,
    /// Word and name of each way to have attended.
    pub presences: Vec<(String, String)>,
    pub lines: Vec<RollLine>,
    /// How many are there already.
    pub came: usize,
    /// Where somebody is added to the class.
    pub add: String,
    /// What can be done with the session itself.
    pub buttons: Vec<Button>,
}

/// One person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollLine {
    pub enrolment: String,
    pub name: String,
    /// Town and the last digits of the identity number.
    pub under: String,
    /// What stands; empty: nothing was noted.
    pub standing: String,
    /// What stands, by whom and when, in words.
    pub said: String,
    /// Where what stands is corrected, or noted late; empty: not now.
    pub correct: String,
}

/// The roll of a session.
#[server(prefix = "/_/api", endpoint = "roll-call")]
pub async fn roll_call(
    bureau: String,
    class: String,
    session: String,
    done: String,
) -> Result<RollView, AppError> {
    let caller = caller()?;
    let store = caller.bureau_for(&bureau, Power::ReadRecords).await?;
    compose::view(&caller, &store, &class, &session, &done).await
}

/// Notes everybody for whom something was chosen, sent as a form.
#[server(prefix = "/_/api", endpoint = "sign-in-class")]
pub async fn sign_in_class(
    bureau: String,
    class: String,
    session: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::RunTraining).await?;
    let noted = compose::note(&caller, store, &session, &form).await?;
    let page = crate::path::training(&bureau, &format!("classes/{class}/sessions/{session}"));
    crate::caller::go(&format!("{page}?done={noted}"));
    Ok(())
}

/// What became of a tap: enrolment, outcome, and what stands now in words.
#[cfg(feature = "ssr")]
pub type Tapped = (String, String, String);

/// Notes taps, `enrolment:presence:age` each, the age in milliseconds; the answers in their order.
#[server(prefix = "/_/api", endpoint = "taps")]
pub async fn taps(
    bureau: String,
    session: String,
    #[server(default)] taps: String,
    #[server(default)] note: String,
) -> Result<Vec<(String, String, String)>, AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::RunTraining).await?;
    compose::tap(&caller, store, &session, &taps, &note).await
}
