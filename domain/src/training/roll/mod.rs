//! The roll of trainees (培训学员花名册) as a bureau keeps it in a workbook, and how a row becomes a [`RollRow`].
//!
//! Everything here is pure: cells go in, a row or a list of what is wrong comes out. No message repeats a whole
//! identity number or phone, wherever it was typed: messages go to terminals and logs.

mod column;
mod disagreement;
mod discreet;
mod education;
#[cfg(test)]
mod file_tests;
mod judge;
mod row;
mod sighting;
mod synonyms;
#[cfg(test)]
mod tests;

use crate::Day;
use crate::training::CertificateNumber;
use crate::value::{EthnicGroup, FreeText, IdNumber, Line, Mark, PersonName, Phone, Sex, fold};

pub use column::Column;
pub use disagreement::{Disagreement, disagreements};
pub use education::Education;
pub use judge::RollJudge;
pub use row::{AGE_YEARS_MIN, Judged, judge};
pub use sighting::{Sightings, Sitting};

/// One value that a row changes.
pub type Change = crate::ledger::Change<Column>;

/// One person in one class, as a right row says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollRow {
    pub name: PersonName,
    /// As the identity number says; the sheet says no other.
    pub sex: Sex,
    pub ethnic_group: Option<EthnicGroup>,
    /// In its 18-character form.
    pub id_number: IdNumber,
    pub town: Option<Line<60>>,
    pub education: Option<Education>,
    pub phones: Vec<Phone>,
    pub trade: Option<Line<40>>,
    pub class: Line<60>,
    pub opens_on: Day,
    /// Never before `opens_on`.
    pub ends_on: Option<Day>,
    pub hours: Option<u16>,
    pub mark: Option<Mark>,
    /// Only beside a mark that passes.
    pub certificate_number: Option<CertificateNumber>,
    pub destination: Option<Line<60>>,
    pub employer: Option<Line<100>>,
    pub contract_months: Option<u16>,
    pub remark: Option<FreeText<500>>,
}

impl RollRow {
    /// The class's name in the form in which two are the same.
    #[must_use]
    pub fn class_key(&self) -> String {
        fold(self.class.as_str())
    }
}
