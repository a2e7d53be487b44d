//! What one file tells as a whole: of people who stand in several rows, and of classes.

use std::collections::HashMap;
use std::hash::Hash;

use domain::Day;
use domain::training::roll::RollRow;
use domain::value::{IdNumber, Line};

use crate::training::Trainee;

/// First and last day of a class; the last one may be open.
pub(super) type Days = (Day, Option<Day>);

/// What the rows of one class tell together.
#[derive(Debug)]
pub(super) struct ToldClass {
    /// As its first row writes it.
    pub name: Line<60>,
    /// Folded.
    pub key: String,
    /// What most rows say; among equals, what was said first.
    pub days: Days,
    /// How many rows say so.
    pub agreeing: usize,
    pub trade: Option<Line<40>>,
    pub hours: Option<u16>,
}

/// One file.
#[derive(Debug)]
pub(super) struct Told<'a> {
    /// In the order of the file.
    pub classes: Vec<ToldClass>,
    /// The class of each row, by its place in `classes`.
    pub class_of: Vec<usize>,
    /// People who stand in several rows.
    several: HashMap<&'a IdNumber, Trainee>,
}

impl<'a> Told<'a> {
    pub(super) fn of(rows: &'a [RollRow]) -> Self {
        let mut at: HashMap<String, usize> = HashMap::new();
        let mut of_class: Vec<Vec<&RollRow>> = Vec::new();
        let mut keys = Vec::new();
        let mut class_of = Vec::with_capacity(rows.len());
        for row in rows {
            let class = *at.entry(row.class_key()).or_insert_with_key(|key| {
                keys.push(key.clone());
                of_class.push(Vec::new());
                of_class.len() - 1
            });
            if let Some(rows) = of_class.get_mut(class) {
                rows.push(row);
            }
            class_of.push(class);
        }
        let classes = keys.into_iter().zip(&of_class).filter_map(|(key, rows)| told_class(key, rows));
        Told { classes: classes.collect(), class_of, several: several(rows) }
    }

    /// What the file tells of a row's person: what an earlier row says counts, a later one fills what was left blank.
    pub(super) fn person(&self, row: &RollRow) -> Trainee {
        self.several.get(&row.id_number).cloned().unwrap_or_else(|| trainee(row))
    }

    /// Whether the person stands in several rows.
    pub(super) fn is_in_several(&self, id_number: &IdNumber) -> bool {
        self.several.contains_key(id_number)
    }
}

fn several(rows: &[RollRow]) -> HashMap<&IdNumber, Trainee> {
    let mut first: HashMap<&IdNumber, usize> = HashMap::with_capacity(rows.len());
    let mut several: HashMap<&IdNumber, Trainee> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let earlier = *first.entry(&row.id_number).or_insert(at);
        if earlier != at
            && let Some(earlier) = rows.get(earlier)
        {
            let merged = several.entry(&row.id_number).or_insert_with(|| trainee(earlier));
            fill(merged, row);
        }
    }
    several
}

fn trainee(row: &RollRow) -> Trainee {
    Trainee {
        name: row.name.clone(),
        id_number: row.id_number.clone(),
        ethnic_group: row.ethnic_group,
        education: row.education.clone(),
        town: row.town.clone(),
        phones: row.phones.clone(),
    }
}

fn fill(first: &mut Trainee, later: &RollRow) {
    first.ethnic_group = first.ethnic_group.or(later.ethnic_group);
    if first.education.is_none() {
        first.education.clone_from(&later.education);
    }
    if first.town.is_none() {
        first.town.clone_from(&later.town);
    }
    if first.phones.is_empty() {
        first.phones.clone_from(&later.phones);
    }
}

fn told_class(key: String, rows: &[&RollRow]) -> Option<ToldClass> {
    let first = rows.first()?;
    let (days, agreeing) = most(rows.iter().map(|row| (row.opens_on, row.ends_on)))?;
    Some(ToldClass {
        name: first.class.clone(),
        key,
        days,
        agreeing,
        trade: most(rows.iter().filter_map(|row| row.trade.as_ref())).map(|(trade, _)| trade.clone()),
        hours: most(rows.iter().filter_map(|row| row.hours)).map(|(hours, _)| hours),
    })
}

/// What is said most often, and how often; among equals, what was said first.
pub(super) fn most<T: Clone + Eq + Hash>(said: impl Iterator<Item = T>) -> Option<(T, usize)> {
    let mut counted: HashMap<T, (usize, std::cmp::Reverse<usize>)> = HashMap::new();
    for (nth, one) in said.enumerate() {
        counted.entry(one).or_insert((0, std::cmp::Reverse(nth))).0 += 1;
    }
    counted.into_iter().max_by_key(|(_, count)| *count).map(|(one, (count, _))| (one, count))
}
