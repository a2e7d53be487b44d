//! Server functions of the term calculator.

use crate::error::AppError;
use crate::form::{FormState, Typed};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What can be asked, in the address: the names of the form's fields.
pub const ASKED: [&str; 14] = [
    "from",
    "clock",
    "time",
    "length",
    "unit",
    "rolls",
    "extended",
    "pause_kind",
    "pause_from",
    "pause_to",
    "demand_served",
    "on_the_spot",
    "plan_ended",
    "ended_without_merits",
];

/// What the calculator shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalculatorData {
    pub form: FormState,
    /// The units to choose among: word, name.
    pub units: Vec<(String, String)>,
    /// The clocks to choose among, by group: word, name.
    pub clocks: Vec<(String, Vec<(String, String)>)>,
    pub offers: Offers,
    pub answer: Option<Answer>,
}

/// What may be said of the chosen clock beside the day of its event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offers {
    /// The event that starts it; empty without a clock.
    pub event: String,
    /// A term of hours asks for the time.
    pub time: bool,
    /// The extension that its row gives, in words.
    pub extension: Option<String>,
    /// What its row counts out: word, name.
    pub pauses: Vec<(String, String)>,
    /// The court's clocks ask for the demand.
    pub demand: bool,
    /// The window of a decision that nobody contested asks for what moves it.
    pub unused: bool,
}

/// A counted term, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What each day is and which it is; the most important comes first.
    pub days: Vec<(String, String)>,
    /// Why the date may still move.
    pub provisional: Option<String>,
    /// What was entered and could not be counted, because the row does not give it.
    pub left_out: Vec<String>,
    pub sentences: Vec<String>,
    /// The article that gives a clock its length; empty for a length that was typed.
    pub article: String,
    pub months: Vec<Month>,
    /// Day and what it is, in the order of counting.
    pub steps: Vec<(String, String)>,
}

/// A month of the small calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    pub title: String,
    /// Monday first; a cell without a number lies outside the month.
    pub weeks: Vec<Vec<Cell>>,
}

/// A day of the small calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The day of the month; 0: none.
    pub number: u32,
    pub class: String,
    pub mark: String,
}

/// Counts a term; everything empty: the form as it first stands.
#[server(prefix = "/_/api", endpoint = "calculator")]
pub async fn calculator(bureau: String, #[server(default)] form: Typed) -> Result<CalculatorData, AppError> {
    let caller = crate::caller::caller()?;
    let store = caller.bureau(&bureau).await?;
    let calendar = store.calendar().await.map_err(|error| caller.redact(error))?;
    let desk = super::answer::Desk {
        calendar: &calendar,
        rules: &store::rules::in_use().clocks,
        today: caller.today(),
        lang: caller.lang,
    };
    Ok(desk.answer(form))
}
