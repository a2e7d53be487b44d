//! Server functions of the term calculator.

use crate::error::AppError;
use crate::form::FormState;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the calculator shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalculatorData {
    pub form: FormState,
    /// The units to choose among: word, name.
    pub units: Vec<(String, String)>,
    /// The clocks to choose among: word, name.
    pub clocks: Vec<(String, String)>,
    pub answer: Option<Answer>,
}

/// A counted term, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub last_day: String,
    /// Only when it is another day than the last.
    pub acting_day: Option<String>,
    /// Why the date may still move.
    pub provisional: Option<String>,
    pub sentence: String,
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
pub async fn calculator(
    bureau: String,
    from: String,
    length: String,
    unit: String,
    rolls: String,
    #[server(default)] clock: String,
) -> Result<CalculatorData, AppError> {
    let caller = crate::caller::caller()?;
    let store = caller.bureau(&bureau).await?;
    let calendar = store.calendar().await.map_err(|error| caller.redact(error))?;
    let asked = super::answer::Asked { from, length, unit, rolls, clock };
    Ok(asked.answer(&calendar, &store::rules::in_use().clocks, caller.today(), caller.lang))
}
