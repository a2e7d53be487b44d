//! What the queue shows: words in the person's language, made on the server.

use crate::case::page::ProposalLine;
use crate::ui::Choices;
use serde::{Deserialize, Serialize};

/// One line of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueItem {
    pub id: String,
    pub name: String,
    pub number: String,
    pub by: String,
    /// It is the turn of whoever asks.
    pub is_up: bool,
}

/// One field of the form as it was proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    pub label: String,
    pub value: String,
    /// What stood there when it was sent back; none: the same, or it was not sent back.
    pub was: Option<String>,
}

/// One proposal on one screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    pub line: ProposalLine,
    /// Party, violation, article and range, officers, intended penalty.
    pub facts: Vec<(String, String)>,
    pub entered: Vec<Entered>,
    /// Who was asked, and who has agreed, in their order.
    pub way: Vec<String>,
    /// Why it is not the turn of whoever asks; none: it is.
    pub not_up: Option<String>,
    /// In whose place it would be decided; empty: in the own name.
    pub in_place_of: String,
    /// It can be handed on, and several be asked: the person decides it, not only agrees.
    pub decides: bool,
    pub deciders: Choices,
    pub colleagues: Choices,
}

/// The queue and the proposal shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    pub bureau: String,
    pub lines: Vec<QueueItem>,
    /// How many of them are the person's turn.
    pub up: usize,
    pub shown: Option<Shown>,
    /// The one to be shown after it; empty: none is left.
    pub next: String,
    /// What was just done.
    pub done: String,
    /// The reason to send back as it was typed, and why it could not be taken.
    pub reason: String,
    pub problem: Option<String>,
    /// Why it could not be handed on.
    pub way_problem: Option<String>,
}
