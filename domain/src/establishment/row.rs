//! Judging one row of a ledger: the row, or everything that is wrong with it.

use std::borrow::Cow;

use super::Establishment;
use super::cell::Cell;
use super::column::Column;
use super::industries::Industries;
use super::licence::{Expiry, Licence};
use crate::Day;
use crate::value::{
    CreditCode, Epoch, EstablishmentName, FreeText, Line, Noun, PersonName, RegistrationNumber, ValueError,
    fold, parse_phones, read_day,
};

/// First day on which a licence can have been issued.
const ISSUED_FROM: &str = "1949-10-01";
/// Years ahead that an end can lie.
const EXPIRY_YEARS_MAX: u32 = 50;
/// What people write for “nothing” in a cell that may be blank.
const BLANKS: [&str; 9] = ["/", "-", "—", "——", "无", "暂无", "不详", "n/a", "\\"];

/// The cells of one row, by column of the register.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowCells {
    cells: [Cell; Column::ALL.len()],
}

impl RowCells {
    /// Puts a cell in its place.
    pub fn set(&mut self, column: Column, cell: Cell) {
        self.cells[column as usize] = cell;
    }

    #[must_use]
    pub fn get(&self, column: Column) -> &Cell {
        &self.cells[column as usize]
    }
}

/// What is wrong, and in which column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub column: Column,
    pub error: ValueError,
}

/// A judged row. Without faults `row` is there; with faults the keys are still known as far as they could be
/// read, so that a later row can be told to repeat this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub row: Option<Establishment>,
    /// In the order of [`Column::ALL`].
    pub faults: Vec<Fault>,
    pub credit_code: Option<CreditCode>,
    /// Folded name and town.
    pub name_and_town: Option<(String, String)>,
    /// Folded kind and number.
    pub licence: Option<(String, String)>,
}

/// Judges a row's cells on a day.
#[must_use]
pub fn judge(cells: &RowCells, industries: &Industries, epoch: Epoch, today: Day) -> Judged {
    let mut reading = Reading { cells, epoch, faults: Vec::new() };
    let name = reading.name();
    let mut credit_code = reading.optional(Column::CreditCode, CreditCode::parse);
    let registration_number = reading.registration_number(&mut credit_code);
    let industry = reading.industry(industries);
    let kind = reading.optional(Column::LicenceKind, |text| line(text, Noun::Text));
    let number = reading.optional(Column::LicenceNumber, |text| line(text, Noun::LicenceNumber));
    let (issued_on, expiry) = reading.days(today);
    let legal_representative = reading.optional(Column::LegalRepresentative, PersonName::parse);
    let phones = reading.optional(Column::Phone, parse_phones).unwrap_or_default();
    let address = reading.optional(Column::Address, |text| line(text, Noun::Text));
    let town: Option<Line<40>> = reading.optional(Column::Town, |text| line(text, Noun::Text));
    let remark = reading.remark();

    let town_key = town.as_ref().map(|town| fold(town.as_str())).unwrap_or_default();
    let licence_key = number.as_ref().map(|number: &Line<60>| {
        (kind.as_ref().map(|kind: &Line<60>| fold(kind.as_str())).unwrap_or_default(), fold(number.as_str()))
    });
    let name_and_town = name.as_ref().map(|name| (name.key(), town_key));
    let faults = reading.faults;
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

struct Reading<'a> {
    cells: &'a RowCells,
    epoch: Epoch,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    fn fault(&mut self, column: Column, error: ValueError) {
        self.faults.push(Fault { column, error });
    }

    /// The cell's text; `None` when nothing is said.
    fn text(&mut self, column: Column) -> Option<String> {
        match self.cells.get(column).text().map(Cow::into_owned) {
            Ok(text) if text.trim().is_empty() || BLANKS.contains(&fold(&text).as_str()) => None,
            Ok(text) => Some(text),
            Err(error) => {
                self.fault(column, error);
                None
            }
        }
    }

    fn optional<T>(
        &mut self,
        column: Column,
        parse: impl FnOnce(&str) -> Result<T, ValueError>,
    ) -> Option<T> {
        let text = self.text(column)?;
        match parse(&text) {
            Ok(value) => Some(value),
            // Nothing but invisible marks is a blank cell.
            Err(ValueError::Missing { .. }) => None,
            Err(error) => {
                self.fault(column, error);
                None
            }
        }
    }

    fn name(&mut self) -> Option<EstablishmentName> {
        let before = self.faults.len();
        let text = self.text(Column::Name).map(|text| without_breaks(&text));
        if self.faults.len() > before {
            return None;
        }
        match EstablishmentName::parse(&text.unwrap_or_default()) {
            Ok(name) => Some(name),
            Err(error) => {
                self.fault(Column::Name, error);
                None
            }
        }
    }

    fn industry(&mut self, industries: &Industries) -> Option<crate::catalogue::IndustryId> {
        let before = self.faults.len();
        match self.text(Column::Industry) {
            Some(text) => match industries.parse(&text) {
                Ok(industry) => Some(industry),
                Err(error) => {
                    self.fault(Column::Industry, error);
                    None
                }
            },
            None => {
                if self.faults.len() == before {
                    self.fault(Column::Industry, ValueError::Missing { noun: Noun::Industry });
                }
                None
            }
        }
    }

    /// A column of business licence numbers holds credit codes since 2015.
    fn registration_number(&mut self, credit_code: &mut Option<CreditCode>) -> Option<RegistrationNumber> {
        let typed =
            self.cells.get(Column::RegistrationNumber).text().map(|text| fold(&text)).unwrap_or_default();
        if typed.chars().count() == 18 && self.cells.get(Column::CreditCode).is_blank() {
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
        let issued_cell_blank = self.cells.get(Column::IssuedOn).is_blank();
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
        let Cell::Text(text) = self.cells.get(Column::ExpiresOn) else { return (None, None) };
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

    fn day(&mut self, column: Column) -> Option<Day> {
        match self.cells.get(column).day(self.epoch) {
            Ok(Some(day)) => Some(day),
            Ok(None) => self.optional(column, |text| read_day(text).map(|written| written.day)),
            Err(error) => {
                self.fault(column, error);
                None
            }
        }
    }

    fn inside(&mut self, column: Column, day: Day, from: Day, to: Day) -> Option<Day> {
        if (from..=to).contains(&day) {
            return Some(day);
        }
        self.fault(column, ValueError::DateWindow { from: from.to_string(), to: to.to_string() });
        None
    }

    /// A remark may hold anything; a formula in it is left alone.
    fn remark(&mut self) -> Option<FreeText<2000>> {
        match self.cells.get(Column::Remark) {
            Cell::Formula | Cell::Error(_) => None,
            _ => self.optional(Column::Remark, FreeText::parse),
        }
    }
}

/// A cell's line breaks are layout where one line is wanted.
fn without_breaks(text: &str) -> String {
    text.replace(['\r', '\n', '\t'], " ")
}

fn line<const MAX: usize>(text: &str, noun: Noun) -> Result<Line<MAX>, ValueError> {
    Line::parse(&without_breaks(text)).map_err(|error| match error {
        ValueError::Length { min, max, got, .. } => ValueError::Length { noun, min, max, got },
        ValueError::ControlCharacter { .. } => ValueError::ControlCharacter { noun },
        other => other,
    })
}
