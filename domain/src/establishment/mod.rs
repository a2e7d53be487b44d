//! The register's noun: an establishment (监管对象) with its licences, and how a ledger's row becomes one.
//!
//! Everything here is pure: a row of raw cells goes in, an [`Establishment`] or a list of what is wrong comes
//! out; the same checks judge a form. How the cells are read from a workbook, and where the register is kept,
//! is the business of other crates.

mod column;
mod difference;
mod form;
mod industries;
mod judge;
mod known;
mod licence;
mod row;
mod sighting;
mod synonyms;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::value::{
    CreditCode, EstablishmentName, FreeText, Line, PersonName, Phone, RegistrationNumber, fold,
};

pub use column::Column;
pub use difference::{Change, absorb, merge};
pub use form::EstablishmentForm;
pub use industries::Industries;
pub use judge::RegisterJudge;
pub use known::{Known, Recognised, recognise, recognise_party};
pub use licence::{Expiry, Licence, LicenceState};
pub use row::{Judged, judge};
pub use sighting::{Sighting, Sightings};

/// An establishment as the register keeps it, without its identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Establishment {
    pub name: EstablishmentName,
    pub credit_code: Option<CreditCode>,
    pub registration_number: Option<RegistrationNumber>,
    pub legal_representative: Option<PersonName>,
    pub phones: Vec<Phone>,
    pub address: Option<Line<200>>,
    pub town: Option<Line<40>>,
    pub remark: Option<FreeText<2000>>,
    /// At least one: the industries in which it works, each with its licence where there is one.
    pub licences: Vec<Licence>,
}

impl Establishment {
    /// Name and town in the form in which two rows without numbers are the same.
    #[must_use]
    pub fn name_and_town(&self) -> (String, String) {
        (self.name.key(), self.town.as_ref().map(|town| fold(town.as_str())).unwrap_or_default())
    }
}
