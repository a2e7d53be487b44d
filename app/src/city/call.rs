//! What the page of the city's figures shows, in ready words.

use crate::error::AppError;
use crate::form::Typed;
use crate::ui::Choices;
use crate::worded::{Block, Link};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiguresView {
    pub title: String,
    /// The period, and as of when.
    pub small: String,
    pub crumbs: Vec<Link>,
    pub filter: Filter,
    pub cards: Vec<FigureCard>,
    pub map: Map,
    pub table: CountyTable,
    pub trend: Trend,
    /// The figure by industry or trade.
    pub parts: Block,
    /// Where the same numbers stand as a file, and what that is called.
    pub csv: Link,
}

/// The bar that narrows what is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    pub label: String,
    /// Name, label, choices, what is chosen.
    pub lists: Vec<(String, String, Choices, String)>,
    /// Name, label, what was typed.
    pub lines: Vec<(String, String, String)>,
    /// What is wrong with the months; empty: nothing.
    pub problem: String,
    pub button: String,
    /// Where nothing is narrowed; empty: here.
    pub clear: Link,
}

/// One figure of the city.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureCard {
    pub word: String,
    pub name: String,
    pub value: String,
    pub unit: String,
    /// Something to worry about.
    pub is_late: bool,
    /// Against the period before and the year before.
    pub changes: Vec<String>,
    pub definition: String,
    /// Where map and trend show it.
    pub to: String,
    pub is_shown: bool,
}

/// The map of the counties.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Map {
    pub title: String,
    pub unit: String,
    pub label: String,
    pub areas: Vec<Area>,
    /// The limits of each class, the lowest first.
    pub legend: Vec<String>,
    pub note: String,
    /// Why there is no map; empty: there is one.
    pub none: String,
}

/// A county on the map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    pub name: String,
    pub value: String,
    /// The class, from 0.
    pub class: usize,
    pub outline: String,
    /// Where its name stands.
    pub at: (i32, i32),
    pub to: String,
    pub is_shown: bool,
}

/// County by county.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountyTable {
    pub title: String,
    pub small: String,
    pub head: Vec<Head>,
    /// The county, then its numbers.
    pub rows: Vec<Vec<Number>>,
    pub sum: Vec<String>,
    pub notes: Vec<String>,
}

/// What stands above a column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub words: String,
    pub unit: String,
    /// Where the table is sorted by it; empty: it is not.
    pub to: String,
    /// How it is sorted: `descending` or nothing.
    pub sorted: String,
}

/// A number that may lead somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    pub words: String,
    pub to: String,
    /// Where it leads, for who cannot see the table.
    pub label: String,
    pub is_late: bool,
}

/// A figure month by month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trend {
    pub title: String,
    pub small: String,
    pub label: String,
    pub bars: Vec<Bar>,
    /// Why there is none; empty: there is one.
    pub none: String,
    pub head: (String, String),
    pub table_words: String,
}

/// A month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    pub month: String,
    pub value: String,
    /// Thousandths of the highest.
    pub height: u32,
    /// Whether the month lies in the period that is shown.
    pub is_inside: bool,
}

/// The city's figures; `query` holds the period, its months, the figure, the county, the industry, the trade and the
/// order of the table.
#[server(prefix = "/_/api", endpoint = "figures")]
pub async fn figures(bureau: String, #[server(default)] query: Typed) -> Result<FiguresView, AppError> {
    let caller = crate::caller::caller()?;
    let city = caller.city(&bureau).await?;
    super::compose::view(&caller, &city, &query).await
}
