//! Rows of one class that give other days than most of its rows: accepted, but told.

use std::collections::HashMap;

use super::RollRow;
use super::discreet::without_numbers;
use crate::Day;
use crate::ledger::Place;

/// A class whose rows do not agree on its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The class's name as its first row writes it.
    pub class: String,
    /// What most rows say; among equals, what was said first.
    pub opens_on: Day,
    pub ends_on: Option<Day>,
    /// How many rows say so.
    pub agreeing: usize,
    /// The rows that say otherwise, in the order of the file.
    pub differing: Vec<Place>,
}

type Days = (Day, Option<Day>);

/// The classes of right rows that do not agree on their days, in the order of the file.
#[must_use]
pub fn disagreements<'a>(rows: impl IntoIterator<Item = (Place, &'a RollRow)>) -> Vec<Disagreement> {
    let mut at: HashMap<String, usize> = HashMap::new();
    let mut classes: Vec<(&RollRow, Vec<(Place, Days)>)> = Vec::new();
    for (place, row) in rows {
        let class = *at.entry(row.class_key()).or_insert_with(|| {
            classes.push((row, Vec::new()));
            classes.len() - 1
        });
        if let Some((_, days)) = classes.get_mut(class) {
            days.push((place, (row.opens_on, row.ends_on)));
        }
    }
    classes.iter().filter_map(|(first, days)| disagreement(first, days)).collect()
}

fn disagreement(first: &RollRow, rows: &[(Place, Days)]) -> Option<Disagreement> {
    let mut counted: HashMap<Days, (usize, std::cmp::Reverse<usize>)> = HashMap::new();
    for (nth, (_, days)) in rows.iter().enumerate() {
        counted.entry(*days).or_insert((0, std::cmp::Reverse(nth))).0 += 1;
    }
    let (most, (agreeing, _)) = counted.into_iter().max_by_key(|(_, count)| *count)?;
    let differing: Vec<Place> =
        rows.iter().filter(|(_, days)| *days != most).map(|(place, _)| *place).collect();
    (!differing.is_empty()).then(|| Disagreement {
        class: without_numbers(first.class.as_str()),
        opens_on: most.0,
        ends_on: most.1,
        agreeing,
        differing,
    })
}
