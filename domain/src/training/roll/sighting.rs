//! Rows of one file that speak of the same person, or carry the same certificate.

use std::collections::HashMap;

use super::column::Column;
use super::row::Judged;
use crate::Day;
use crate::ledger::Place;
use crate::training::CertificateNumber;
use crate::value::IdNumber;

/// Classes of one person that are remembered: far more than anybody sits in.
const SITTINGS_MAX: usize = 50;

/// Where and when somebody sat, as far as the row could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Folded.
    pub class: Option<String>,
    pub opens_on: Option<Day>,
    pub ends_on: Option<Day>,
}

impl Sitting {
    /// Whether nobody can have sat in both: the same class, or days in common. An open end is the first day.
    #[must_use]
    pub fn excludes(&self, other: &Sitting) -> bool {
        if self.class.is_some() && self.class == other.class {
            return true;
        }
        let (Some(start), Some(other_start)) = (self.opens_on, other.opens_on) else { return false };
        let end = self.ends_on.unwrap_or(start).max(start);
        let other_end = other.ends_on.unwrap_or(other_start).max(other_start);
        start <= other_end && other_start <= end
    }
}

/// What has been seen of a file so far. Wrong rows are noted too: the first row stands, right or wrong.
#[derive(Debug, Default)]
pub struct Sightings {
    by_number: HashMap<IdNumber, Vec<(Sitting, Place)>>,
    by_certificate: HashMap<CertificateNumber, Place>,
}

impl Sightings {
    /// Notes a row and says in which columns it repeats which earlier row. A row with a bad identity number
    /// repeats none.
    pub fn note(&mut self, judged: &Judged, place: Place) -> Vec<(Column, Place)> {
        let certificate = judged.certificate_number.as_ref().and_then(|number| {
            let first = *self.by_certificate.entry(number.clone()).or_insert(place);
            (first != place).then_some(first)
        });
        let Some(number) = &judged.id_number else { return Vec::new() };
        let sitting =
            Sitting { class: judged.class.clone(), opens_on: judged.opens_on, ends_on: judged.ends_on };
        let known = self.by_number.entry(number.clone()).or_default();
        let person = known.iter().find(|(earlier, _)| earlier.excludes(&sitting)).map(|(_, first)| *first);
        if person.is_none() && known.len() < SITTINGS_MAX {
            known.push((sitting, place));
        }
        // A row said twice is told once.
        let certificate = certificate.filter(|first| person != Some(*first));
        let person = person.map(|first| (Column::IdNumber, first));
        person.into_iter().chain(certificate.map(|first| (Column::CertificateNumber, first))).collect()
    }
}
