//! People, counted once: in a county once a year, in the city once a year, wherever it happened.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::Month;
use crate::Day;
use crate::id::BureauId;

/// That one person was trained or certified by one bureau.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonFact {
    pub bureau: BureauId,
    /// The day that counts.
    pub day: Day,
    /// The day on which it was taken away, for a certificate that was revoked.
    pub until: Option<Day>,
    /// The trade, as trades are compared.
    pub trade: String,
    /// The record: the tie-break between facts of one day.
    pub source: Uuid,
}

/// Whose count it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// One bureau's.
    Bureau(BureauId),
    /// The city's.
    City,
    /// Of the city's people, those who count in two bureaus or more.
    Shared,
}

/// A month and trade in which a person counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonCell {
    pub scope: Scope,
    pub month: Month,
    pub trade: String,
}

/// Where one person counts by the facts of one figure and one year, in any order.
///
/// Within a scope the person comes in with the earliest fact and goes out, in the month of that day, when the last
/// fact is taken away. Of facts of one day the bureau's number and the record's id decide, so that the order of
/// recording changes nothing.
#[must_use]
pub fn person_counts(facts: &[PersonFact]) -> BTreeMap<PersonCell, i64> {
    let mut cells = Cells::default();
    let everybody: Vec<&PersonFact> = facts.iter().collect();
    let city = turns(&everybody);
    for turn in &city {
        cells.add(Scope::City, turn, &turn.trade);
    }
    let mut crossings = Vec::new();
    for bureau in facts.iter().map(|fact| fact.bureau).collect::<BTreeSet<_>>() {
        let own: Vec<&PersonFact> = facts.iter().filter(|fact| fact.bureau == bureau).collect();
        for turn in turns(&own) {
            cells.add(Scope::Bureau(bureau), &turn, &turn.trade);
            crossings.push(turn);
        }
    }
    crossings.sort_by_key(|turn| (turn.day, -turn.by));
    let mut bureaus = 0;
    for turn in crossings {
        let was = bureaus;
        bureaus += turn.by;
        if was.max(bureaus) == 2 && was.min(bureaus) == 1 {
            let of = city.iter().rev().find(|city| city.by > 0 && city.day <= turn.day);
            cells.add(Scope::Shared, &turn, of.map_or(turn.trade.as_str(), |of| of.trade.as_str()));
        }
    }
    cells.0.retain(|_, count| *count != 0);
    cells.0
}

/// A person comes into a scope (+1) or goes out of it (-1).
struct Turn {
    day: Day,
    by: i64,
    trade: String,
}

#[derive(Default)]
struct Cells(BTreeMap<PersonCell, i64>);

impl Cells {
    fn add(&mut self, scope: Scope, turn: &Turn, trade: &str) {
        let cell = PersonCell { scope, month: Month::of(turn.day), trade: trade.to_owned() };
        *self.0.entry(cell).or_default() += turn.by;
    }
}

/// The turns of a person in one scope, in time. On one day facts come before they go.
fn turns(facts: &[&PersonFact]) -> Vec<Turn> {
    let mut moments: Vec<(Day, bool, BureauId, Uuid, &str)> = Vec::new();
    for fact in facts {
        moments.push((fact.day, false, fact.bureau, fact.source, &fact.trade));
        if let Some(until) = fact.until {
            moments.push((until.max(fact.day), true, fact.bureau, fact.source, &fact.trade));
        }
    }
    moments.sort_unstable();
    let (mut standing, mut counted) = (0_u32, "");
    let mut turns = Vec::new();
    for (day, goes, _, _, trade) in moments {
        if goes {
            standing -= 1;
        } else {
            standing += 1;
        }
        let by = match (goes, standing) {
            (false, 1) => 1,
            (true, 0) => -1,
            _ => continue,
        };
        if by > 0 {
            counted = trade;
        }
        turns.push(Turn { day, by, trade: counted.to_owned() });
    }
    turns
}
