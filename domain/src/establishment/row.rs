//! Judging one row of a ledger: the row, or everything that is wrong with it.

use super::Establishment;
use super::column::Column;
use super::industries::Industries;
use super::licence::{Expiry, Licence};
use crate::Day;
use crate::ledger::{Cell, Fault, Reading, RowCells, without_breaks};
use crate::value::{
    CreditCode, Epoch, EstablishmentName, Line, Noun, PersonName, RegistrationNumber, ValueError, fold,
    parse_phones, read_day,
};

/// First day on which a licence can have been issued.
const ISSUED_FROM: &str = "1949-10-01";
/// Years ahead that an end can lie.
const EXPIRY_YEARS_MAX: u32 = 50;

/// A judged row. Without faults `row` is there; with faults the keys are still known as far as they could be
/// read, so that a later row can be told to repeat this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub row: Option<Establishment>,
    /// In the order of [`Column::ALL`].
    pub faults: Vec<Fault<Column>>,
    pub credit_code: Option<CreditCode>,
    /// Folded name and town.
    pub name_and_town: Option<(String, String)>,
    /// Folded kind and number.
    pub licence: Option<(String, String)>,
}

/// Judges a row's cells on a day.
#[must_use]
pub fn judge(cells: &RowCells<Column>, industries: &Industries, epoch: Epoch, today: Day) -> Judged {
    let mut reading = Reading::of(cells, epoch);
    let name = reading.name();
    let mut credit_code = reading.optional(Column::CreditCode, CreditCode::parse);
    let registration_number = reading.registration_number(&mut credit_code);
    let industry = reading.industry(industries);
    let kind = reading.line(Column::LicenceKind, Noun::Text);
    let number = reading.line(Column::LicenceNumber, Noun::LicenceNumber);
    let (issued_on, expiry) = reading.days(today);
    let legal_representative = reading.optional(Column::LegalRepresentative, PersonName::parse);
    let phones = reading.optional(Column::Phone, parse_phones).unwrap_or_default();
    let address = reading.line(Column::Address, Noun::Text);
    let town: Option<Line<40>> = reading.line(Column::Town, Noun::Text);
    let remark = reading.remark(Column::Remark);

    let town_key = town.as_ref().map(|town| fold(town.as_str())).unwrap_or_default();
    let licence_key = number.as_ref().map(|number: &Line<60>| {
        (kind.as_ref().map(|kind: &Line<60>| fold(kind.as_str())).unwrap_or_default(), fold(number.as_str()))
    });
    let name_and_town = name.as_ref().map(|name| (name.key(), town_key));
    let faults = reading.into_faults();
    let row = match (faults.is_empty(), name, industry) {
        (true, Some(name), Some(industry)) => Some(Establishment {
            name,
            credit_code: credit_code.clone(),
            registration_number,
            legal_representative,
            phones,
            address,
            town,
            remark,
            licences: vec![Licence { industry, kind, number, issued_on, expiry }],
        }),
        _ => None,
    };
    Judged { row, faults, credit_code, name_and_town, licence: licence_key }
}

impl Reading<'_, Column> {
    fn name(&mut self) -> Option<EstablishmentName> {
        let missing = ValueError::MissingName { noun: Noun::EstablishmentName };
        self.required(Column::Name, missing, |text| EstablishmentName::parse(&without_breaks(text)))
    }

    fn industry(&mut self, industries: &Industries) -> Option<crate::catalogue::IndustryId> {
        let missing = ValueError::Missing { noun: Noun::Industry };
        self.required(Column::Industry, missing, |text| industries.parse(text))
    }

    /// A column of business licence numbers holds credit codes since 2015.
    fn registration_number(&mut self, credit_code: &mut Option<CreditCode>) -> Option<RegistrationNumber> {
        let typed = self.cell(Column::RegistrationNumber).text().map(|text| fold(&text)).unwrap_or_default();
        if typed.chars().count() == 18 && self.cell(Column::CreditCode).is_blank() {
            *credit_code = self.optional(Column::RegistrationNumber, CreditCode::parse);
            return None;
        }
        self.optional(Column::RegistrationNumber, RegistrationNumber::parse)
    }

    /// Issue and end, each inside its years, and in order.
    fn days(&mut self, today: Day) -> (Option<Day>, Expiry) {
        let first = ISSUED_FROM.parse().unwrap_or(today);
        let last = today.checked_add_months(chrono::Months::new(EXPIRY_YEARS_MAX * 12)).unwrap_or(today);
        let (starts, ends) = self.span();
        let issued_cell_blank = self.cell(Column::IssuedOn).is_blank();
        let issued_on = if issued_cell_blank { starts } else { self.day(Column::IssuedOn) };
        let issued_on = issued_on.and_then(|day| self.inside(Column::IssuedOn, day, first, today));
        let expiry = match ends {
            Some(expiry) => expiry,
            None => self.day(Column::ExpiresOn).map_or(Expiry::Unknown, Expiry::On),
        };
        let expiry = match expiry {
            Expiry::On(day) => {
                self.inside(Column::ExpiresOn, day, first, last).map_or(Expiry::Unknown, Expiry::On)
            }
            other => other,
        };
        if let (Some(start), Some(end)) = (issued_on, expiry.day())
            && end < start
        {
            self.fault(Column::ExpiresOn, ValueError::DateOrder);
        }
        (issued_on, expiry)
    }

    /// `长期`, or a span written in the cell of the end: `2020-01-01至2025-01-01`.
    fn span(&mut self) -> (Option<Day>, Option<Expiry>) {
        let Cell::Text(text) = self.cell(Column::ExpiresOn) else { return (None, None) };
        let text = fold(text);
        if ["长期", "永久", "长期有效", "永久有效", "无固定期限", "无期限"].contains(&text.as_str())
        {
            return (None, Some(Expiry::OpenEnded));
        }
        let halves = text.split_once('至').or_else(|| text.split_once('~')).or_else(|| text.split_once('到'));
        let Some((start, end)) = halves else { return (None, None) };
        let starts = read_day(start).ok().map(|written| written.day);
        if starts.is_none() && !start.is_empty() && start != "自" {
            return (None, None);
        }
        if ["长期", "永久"].contains(&end) {
            return (starts, Some(Expiry::OpenEnded));
        }
        (starts, read_day(end).ok().map(|written| Expiry::On(written.day)))
    }
}
