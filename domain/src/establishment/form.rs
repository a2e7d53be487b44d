//! The form of an establishment: the same checks as a ledger's row.

use serde::{Deserialize, Serialize};

use super::column::Column;
use super::industries::Industries;
use super::licence::Expiry;
use super::row::judge;
use super::{Establishment, Phone};
use crate::Day;
use crate::field::FieldError;
use crate::ledger::{Cell, RowCells};
use crate::value::Epoch;

/// What was typed, field by field, as it comes from the form and goes back into it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EstablishmentForm {
    pub name: String,
    pub credit_code: String,
    pub registration_number: String,
    pub industry: String,
    pub licence_kind: String,
    pub licence_number: String,
    pub issued_on: String,
    pub expires_on: String,
    pub legal_representative: String,
    pub phone: String,
    pub address: String,
    pub town: String,
    pub remark: String,
}

impl EstablishmentForm {
    /// The form filled with what the register keeps, for the licence at `licence` (from 0).
    #[must_use]
    pub fn of(establishment: &Establishment, licence: usize) -> Self {
        fn text(value: Option<&impl ToString>) -> String {
            value.map(ToString::to_string).unwrap_or_default()
        }
        let licence = establishment.licences.get(licence);
        Self {
            name: establishment.name.to_string(),
            credit_code: text(establishment.credit_code.as_ref()),
            registration_number: text(establishment.registration_number.as_ref()),
            industry: licence.map(|licence| licence.industry.to_string()).unwrap_or_default(),
            licence_kind: text(licence.and_then(|licence| licence.kind.as_ref())),
            licence_number: text(licence.and_then(|licence| licence.number.as_ref())),
            issued_on: text(licence.and_then(|licence| licence.issued_on.as_ref())),
            expires_on: match licence.map(|licence| licence.expiry) {
                Some(Expiry::On(day)) => day.to_string(),
                Some(Expiry::OpenEnded) => "长期".into(),
                _ => String::new(),
            },
            legal_representative: text(establishment.legal_representative.as_ref()),
            phone: establishment.phones.iter().map(Phone::as_str).collect::<Vec<_>>().join("、"),
            address: text(establishment.address.as_ref()),
            town: text(establishment.town.as_ref()),
            remark: text(establishment.remark.as_ref()),
        }
    }

    /// The text of a column.
    #[must_use]
    pub fn get(&self, column: Column) -> &str {
        match column {
            Column::Serial => "",
            Column::Name => &self.name,
            Column::CreditCode => &self.credit_code,
            Column::RegistrationNumber => &self.registration_number,
            Column::Industry => &self.industry,
            Column::LicenceKind => &self.licence_kind,
            Column::LicenceNumber => &self.licence_number,
            Column::IssuedOn => &self.issued_on,
            Column::ExpiresOn => &self.expires_on,
            Column::LegalRepresentative => &self.legal_representative,
            Column::Phone => &self.phone,
            Column::Address => &self.address,
            Column::Town => &self.town,
            Column::Remark => &self.remark,
        }
    }

    /// Judges the form.
    ///
    /// # Errors
    /// All fields that are wrong, in the order of the columns.
    pub fn judge(&self, industries: &Industries, today: Day) -> Result<Establishment, Vec<FieldError>> {
        let mut cells = RowCells::default();
        for column in Column::ALL {
            cells.set(column, Cell::Text(self.get(column).to_owned()));
        }
        let judged = judge(&cells, industries, Epoch::From1900, today);
        let faults = judged.faults.into_iter();
        judged
            .row
            .ok_or_else(|| faults.map(|fault| FieldError::new(fault.column.word(), fault.error)).collect())
    }
}
