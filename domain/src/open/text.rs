//! A text of a case as the public may read it.

use super::name::Persons;
use super::named::{called, named};
use super::number::{Number, number_at};
use super::place;
use crate::case::{Case, Member, Name, Party};
use crate::id::PersonId;
use crate::value::narrow;

/// Stands for a number.
const HIDDEN: &str = "****";

/// An address shorter than this is no more than a county's name.
const ADDRESS_MIN: usize = 5;

/// What may not be read in public of one case: 行政处罚法 art. 50, 政府信息公开条例 art. 15, 民法典 art. 1034.
///
/// What the case knows is found as it is known; what it does not know, numbers and house numbers, by how it is written.
/// Somebody whom the case does not know by name is not found: whoever publishes reads the text and confirms it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    persons: Persons,
    /// Where the parties live or sit.
    addresses: Vec<Vec<char>>,
    /// Names of shops and organisations, which stay whole even where they hold a person's name.
    units: Vec<Vec<char>>,
}

impl Mask {
    /// What a case knew up to one of its events. `members`: the people of the bureau.
    #[must_use]
    pub fn of(case: &Case, members: &[Member], until: u32) -> Self {
        let name = |person| members.iter().find(|member| member.person == person);
        Mask::with_officials(case, |person| name(person).map(|member| member.name.to_string()), until)
    }

    /// The same; `official`: the name of somebody of the bureau.
    #[must_use]
    pub fn with_officials(case: &Case, official: impl Fn(PersonId) -> Option<String>, until: u32) -> Self {
        let parties = known_parties(case);
        let of_parties = parties.iter().flat_map(|party| {
            let representative = party.representative.as_ref().map(Name::as_str);
            party.person().into_iter().chain(representative).flat_map(called)
        });
        let log = case.log.iter().filter(|event| event.seq <= until);
        let others = log.flat_map(|event| named(&event.act));
        let people = &case.people;
        let parts =
            [&people.officers, &people.reviewers, &people.hosts, &people.deciders].into_iter().flatten();
        let officials = parts.filter_map(|part| official(*part));
        let names: Vec<String> = of_parties.chain(others).chain(officials).collect();
        let units = parties.iter().filter(|party| party.person().is_none()).map(|party| party.name.as_str());
        let is_own = |unit: &&str| !names.iter().any(|name| name == unit);
        let addresses = parties.iter().filter_map(|party| party.address.as_ref());
        let addresses = addresses.map(|address| squeezed(address.as_str()));
        Mask {
            persons: Persons::new(names.iter().map(String::as_str)),
            addresses: addresses.filter(|address| address.len() >= ADDRESS_MIN).collect(),
            units: units.filter(is_own).map(squeezed).collect(),
        }
    }

    /// The name that the public sees of a person.
    #[must_use]
    pub fn person(&self, name: &str) -> String {
        let names = called(name);
        numberless(&self.persons.masked(names.first().map_or(name, String::as_str)))
    }

    /// The text without what may not be read in public; one that holds nothing of it stays as it is.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        self.read(text).0
    }

    /// What of a text may not be read in public, as it is written there.
    #[must_use]
    pub fn found(&self, text: &str) -> Vec<String> {
        self.read(text).1
    }

    fn read(&self, text: &str) -> (String, Vec<String>) {
        let chars: Vec<char> = text.chars().collect();
        let (mut kept, mut found) = (String::new(), Vec::new());
        let (mut at, mut written) = (0, 0);
        while at < chars.len() {
            let Some((from, end, instead)) = self.hidden_at(&chars, at) else {
                at = self.passed_over(&chars, at);
                continue;
            };
            kept.extend(&chars[written..from.max(written)]);
            found.push(chars[from..end].iter().collect());
            kept.push_str(&instead);
            (at, written) = (end, end);
        }
        kept.extend(&chars[written..]);
        (kept, found)
    }

    /// What begins at a place and may not be read: from where to where, and what stands there instead.
    fn hidden_at(&self, text: &[char], at: usize) -> Option<(usize, usize, String)> {
        if let Some(Number::Hidden(from, end)) = number_at(text, at) {
            return Some((from, end, HIDDEN.to_owned()));
        }
        if let Some(end) = self.addresses.iter().find_map(|address| known_end(address, text, at)) {
            return Some((at, end, "某处".to_owned()));
        }
        if self.unit_end(text, at).is_none()
            && let Some((end, mask)) = self.persons.at(text, at)
        {
            return Some((at, end, mask.to_owned()));
        }
        if let Some(end) = place::plate_at(text, at).or_else(|| place::account_at(text, at)) {
            return Some((at, end, HIDDEN.to_owned()));
        }
        place::house_at(text, at).map(|end| (at, end, "某".to_owned()))
    }

    /// Where to look next when nothing is hidden here: behind a unit's name, a day or an amount, which are whole.
    fn passed_over(&self, text: &[char], at: usize) -> usize {
        match number_at(text, at) {
            Some(Number::Harmless(end)) => end,
            _ => self.unit_end(text, at).unwrap_or(at + 1),
        }
    }

    /// Where a unit's name ends that begins here and holds no number of somebody.
    fn unit_end(&self, text: &[char], at: usize) -> Option<usize> {
        let end = self.units.iter().filter_map(|unit| known_end(unit, text, at)).max()?;
        let has_number = (at..end).any(|at| matches!(number_at(text, at), Some(Number::Hidden(..))));
        (!has_number).then_some(end)
    }
}

/// A text without anybody's number: for what is no free text, and for the last look.
#[must_use]
pub fn numberless(text: &str) -> String {
    Mask::default().text(text)
}

/// The parties of a case, and whom its clue suspected and nobody filed against.
fn known_parties(case: &Case) -> Vec<&Party> {
    let mut parties = case.parties();
    let suspected = case.clue.parties.iter().filter(|one| case.track(one.id).is_none());
    if case.filing().is_some() {
        parties.extend(suspected);
    }
    parties
}

/// Where something known ends that begins at a place of a text, spaces between its characters or not.
fn known_end(known: &[char], text: &[char], from: usize) -> Option<usize> {
    let mut at = from;
    for (index, letter) in known.iter().enumerate() {
        while index > 0 && text.get(at).is_some_and(|c| c.is_whitespace()) {
            at += 1;
        }
        if text.get(at).map(|c| narrow(*c)) != Some(narrow(*letter)) {
            return None;
        }
        at += 1;
    }
    (at > from).then_some(at)
}

fn squeezed(text: &str) -> Vec<char> {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
