//! Rows of one file that speak of the same establishment.

use std::collections::HashMap;

use super::row::Judged;
use crate::ledger::{Place, duplicate_of};
use crate::value::ValueError;

/// What a row is among the rows before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sighting {
    /// The first of its establishment; the number is that of the group.
    First(usize),
    /// One more licence of an establishment seen before.
    OneMore(usize),
    /// Says an earlier row again.
    Repeats(Place),
}

impl Sighting {
    /// The fault of a row that repeats an earlier one; `sheets` are the names of the file's sheets.
    #[must_use]
    pub fn fault(&self, own: Place, sheets: &[String]) -> Option<ValueError> {
        match self {
            Sighting::Repeats(first) => Some(duplicate_of(*first, own, sheets)),
            _ => None,
        }
    }
}

struct Group {
    place: Place,
    credit_code: Option<String>,
    name: Option<String>,
    licences: Vec<(Option<(String, String)>, Place)>,
}

/// What has been seen of a file so far. Wrong rows are noted too: the first row stands, right or wrong.
#[derive(Default)]
pub struct Sightings {
    groups: Vec<Group>,
    by_code: HashMap<String, usize>,
    by_licence: HashMap<(String, String), Vec<usize>>,
    by_name: HashMap<(String, String), Vec<usize>>,
}

impl std::fmt::Debug for Sightings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sightings({} groups)", self.groups.len())
    }
}

impl Sightings {
    /// Notes a row and says what it is among those before it.
    pub fn note(&mut self, judged: &Judged, place: Place) -> Sighting {
        let code = judged.credit_code.as_ref().map(|code| code.as_str().to_owned());
        let Some((group, by_licence)) = self.find(code.as_deref(), judged) else {
            return Sighting::First(self.open(code, judged, place));
        };
        let name = judged.name_and_town.as_ref().map(|(name, _)| name.clone());
        let known = &mut self.groups[group];
        if let (Some(known_name), Some(name)) = (&known.name, &name)
            && known_name != name
        {
            return Sighting::Repeats(known.place);
        }
        if by_licence {
            return Sighting::Repeats(known.place);
        }
        let same = known
            .licences
            .iter()
            .find(|(licence, _)| licence.is_none() || judged.licence.is_none() || *licence == judged.licence);
        if let Some((_, first)) = same {
            return Sighting::Repeats(*first);
        }
        known.licences.push((judged.licence.clone(), place));
        if known.name.is_none() {
            known.name = name;
        }
        if let Some(key) = judged.licence.clone() {
            self.by_licence.entry(key).or_default().push(group);
        }
        Sighting::OneMore(group)
    }

    /// The group of a row: by credit code, else by licence, else by name and town; never across two different codes.
    fn find(&self, code: Option<&str>, judged: &Judged) -> Option<(usize, bool)> {
        if let Some(group) = code.and_then(|code| self.by_code.get(code)) {
            return Some((*group, false));
        }
        let free = |group: &&usize| {
            let theirs = self.groups.get(**group).and_then(|group| group.credit_code.as_deref());
            code.is_none() || theirs.is_none()
        };
        let seen = |groups: Option<&Vec<usize>>| groups.and_then(|groups| groups.iter().find(free).copied());
        if let Some(group) = judged.licence.as_ref().and_then(|key| seen(self.by_licence.get(key))) {
            return Some((group, true));
        }
        let group = judged.name_and_town.as_ref().and_then(|key| seen(self.by_name.get(key)))?;
        Some((group, false))
    }

    fn open(&mut self, credit_code: Option<String>, judged: &Judged, place: Place) -> usize {
        let group = self.groups.len();
        if let Some(code) = credit_code.clone() {
            self.by_code.insert(code, group);
        }
        if let Some(key) = judged.licence.clone() {
            self.by_licence.entry(key).or_default().push(group);
        }
        if let Some(key) = judged.name_and_town.clone() {
            self.by_name.entry(key).or_default().push(group);
        }
        let name = judged.name_and_town.as_ref().map(|(name, _)| name.clone());
        let licences = vec![(judged.licence.clone(), place)];
        self.groups.push(Group { place, credit_code, name, licences });
        group
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::CreditCode;

    fn judged(code: &str, name: &str, town: &str, number: &str) -> Judged {
        Judged {
            row: None,
            faults: Vec::new(),
            credit_code: CreditCode::parse(code).ok(),
            name_and_town: (!name.is_empty()).then(|| (name.to_owned(), town.to_owned())),
            licence: (!number.is_empty()).then(|| ("kind".to_owned(), number.to_owned())),
        }
    }

    fn sight(rows: &[Judged]) -> Vec<Sighting> {
        let mut seen = Sightings::default();
        rows.iter()
            .enumerate()
            .map(|(at, row)| seen.note(row, Place { sheet: 0, row: u32::try_from(at).unwrap() + 1 }))
            .collect()
    }

    const A: &str = "91431124MA4PT1X32T";
    const B: &str = "91431124740612985D";

    #[test]
    fn the_same_code_and_name_with_another_licence_is_one_more_licence() {
        let rows = [judged(A, "甲", "", "1"), judged(A, "甲", "", "2"), judged(A, "甲", "", "2")];
        let first = Place { sheet: 0, row: 2 };
        assert_eq!(sight(&rows), [Sighting::First(0), Sighting::OneMore(0), Sighting::Repeats(first)]);
    }

    #[test]
    fn the_same_code_under_another_name_repeats() {
        let rows = [judged(A, "甲", "", "1"), judged(A, "乙", "", "2")];
        assert_eq!(sight(&rows)[1], Sighting::Repeats(Place { sheet: 0, row: 1 }));
    }

    #[test]
    fn two_codes_are_two_establishments_whatever_else_agrees() {
        let rows = [judged(A, "甲", "沱江镇", "1"), judged(B, "甲", "沱江镇", "1")];
        assert_eq!(sight(&rows), [Sighting::First(0), Sighting::First(1)]);
    }

    #[test]
    fn without_a_code_licence_then_name_and_town_tell() {
        let rows = [
            judged("", "甲", "沱江镇", "1"),
            judged("", "乙", "沱江镇", "1"),
            judged("", "甲", "沱江镇", "2"),
            judged("", "甲", "寿雁镇", "3"),
            judged("", "甲", "寿雁镇", ""),
        ];
        let at = |row| Sighting::Repeats(Place { sheet: 0, row });
        assert_eq!(
            sight(&rows),
            [Sighting::First(0), at(1), Sighting::OneMore(0), Sighting::First(1), at(4)]
        );
    }
}
