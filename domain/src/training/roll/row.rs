//! Judging one row of a roll: the row, or everything that is wrong with it.

use std::ops::RangeInclusive;

use chrono::{Datelike, Months};

use super::column::Column;
use super::discreet::{discreet, sealed_from};
use super::education::Education;
use super::{RollRow, fold};
use crate::Day;
use crate::ledger::{Cell, Fault, Reading, RowCells, without_breaks};
use crate::training::CertificateNumber;
use crate::value::{
    Epoch, EthnicGroup, FreeText, IdNumber, Line, Mark, Noun, PersonName, Sex, ValueError, parse_phones,
    read_day,
};

/// Youngest age in full years on the day on which the class opens.
pub const AGE_YEARS_MIN: i32 = 16;
/// First day on which a class can have opened.
const OPENS_FROM: &str = "1980-01-01";
/// Months ahead that a class can be planned.
const PLANNED_MONTHS_MAX: u32 = 24;
const HOURS: RangeInclusive<u16> = 1..=2_000;
const CONTRACT_MONTHS: RangeInclusive<u16> = 1..=120;

/// A judged row. With faults, what tells it from other rows is still known as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub row: Option<RollRow>,
    /// In the order of [`Column::ALL`].
    pub faults: Vec<Fault<Column>>,
    pub id_number: Option<IdNumber>,
    pub certificate_number: Option<CertificateNumber>,
    /// Folded.
    pub class: Option<String>,
    pub opens_on: Option<Day>,
    pub ends_on: Option<Day>,
}

/// Judges a row's cells on a day. A row with a bad identity number is asked neither for age nor for sex.
#[must_use]
pub fn judge(cells: &RowCells<Column>, epoch: Epoch, today: Day) -> Judged {
    let mut reading = Reading::of(cells, epoch);
    let name = reading.name();
    let id_number = reading.id_number(today);
    reading.compare_sex(id_number.as_ref());
    let ethnic_group = reading.optional(Column::EthnicGroup, EthnicGroup::parse);
    let town = discreet_line(reading.line(Column::Town, Noun::Text));
    let education =
        reading.optional(Column::Education, |text| Education::parse(&sealed_from(&without_breaks(text))));
    let phones = reading.optional(Column::Phone, parse_phones).unwrap_or_default();
    let trade = discreet_line(reading.line(Column::Trade, Noun::Trade));
    let class = discreet_line(reading.class());
    let (opens_on, ends_on) = reading.days(today);
    reading.compare_age(id_number.as_ref(), opens_on);
    let hours = reading.optional(Column::Hours, hours_of);
    let mark = reading.optional(Column::Mark, Mark::parse);
    let certificate_number = reading.certificate_number(mark);
    let destination = discreet_line(reading.line(Column::Destination, Noun::Text));
    let employer = discreet_line(reading.line(Column::Employer, Noun::Text));
    let contract_months = reading.optional(Column::ContractMonths, months_of);
    let remark: Option<FreeText<500>> = reading.remark(Column::Remark);
    let remark = remark.and_then(|remark| FreeText::parse(&sealed_from(remark.as_str())).ok());

    let mut faults = reading.into_faults();
    faults.sort_by_key(|fault| fault.column);
    for fault in &mut faults {
        fault.error = discreet(fault.error.clone());
    }
    let class_key = class.as_ref().map(|class| fold(class.as_str()));
    let row = match (faults.is_empty(), name, id_number.clone(), class, opens_on) {
        (true, Some(name), Some(id_number), Some(class), Some(opens_on)) => Some(RollRow {
            name,
            sex: id_number.sex(),
            ethnic_group,
            id_number,
            town,
            education,
            phones,
            trade,
            class,
            opens_on,
            ends_on,
            hours,
            mark,
            certificate_number: certificate_number.clone(),
            destination,
            employer,
            contract_months,
            remark,
        }),
        _ => None,
    };
    Judged { row, faults, id_number, certificate_number, class: class_key, opens_on, ends_on }
}

impl Reading<'_, Column> {
    fn name(&mut self) -> Option<PersonName> {
        let missing = ValueError::MissingName { noun: Noun::PersonName };
        self.required(Column::Name, missing, |text| PersonName::parse(&without_breaks(text)))
    }

    fn id_number(&mut self, today: Day) -> Option<IdNumber> {
        let missing = ValueError::Missing { noun: Noun::IdNumber };
        self.required(Column::IdNumber, missing, |text| IdNumber::parse_on(text, today))
    }

    fn compare_sex(&mut self, id_number: Option<&IdNumber>) {
        let said = self.optional(Column::Sex, sex_of);
        if let (Some(said), Some(number)) = (said, id_number)
            && said != number.sex()
        {
            self.fault(Column::Sex, ValueError::SexMismatch);
        }
    }

    fn class(&mut self) -> Option<Line<60>> {
        let noun = Noun::Class;
        let class = self.line(Column::Class, noun);
        if class.is_none() && !self.is_faulty(Column::Class) {
            self.fault(Column::Class, ValueError::Missing { noun });
        }
        class
    }

    /// The days on which the class opens and ends, inside their years and in order. The end may be open.
    fn days(&mut self, today: Day) -> (Option<Day>, Option<Day>) {
        let first = OPENS_FROM.parse().unwrap_or(today);
        let last = today.checked_add_months(Months::new(PLANNED_MONTHS_MAX)).unwrap_or(today);
        let (opens_on, ends_on) = match self.span() {
            Some((opens_on, ends_on)) => (Some(opens_on), Some(ends_on)),
            None => (self.day(Column::OpensOn), self.day(Column::EndsOn)),
        };
        if opens_on.is_none() && !self.is_faulty(Column::OpensOn) {
            self.fault(Column::OpensOn, ValueError::Missing { noun: Noun::Date });
        }
        let opens_on = opens_on.and_then(|day| self.inside(Column::OpensOn, day, first, last));
        let ends_on = ends_on.and_then(|day| self.inside(Column::EndsOn, day, first, last));
        if let (Some(start), Some(end)) = (opens_on, ends_on)
            && end < start
        {
            self.fault(Column::EndsOn, ValueError::DateOrder);
        }
        (opens_on, ends_on)
    }

    /// Both days written in one cell: `2026年5月9日至6月23日`.
    fn span(&self) -> Option<(Day, Day)> {
        let Cell::Text(text) = self.cell(Column::OpensOn) else { return None };
        if !self.cell(Column::EndsOn).is_blank() {
            return None;
        }
        let text = fold(text);
        let (start, end) = text.split_once('至').or_else(|| text.split_once('~'))?;
        let start = read_day(start).ok()?.day;
        let end = read_day(end).or_else(|_| read_day(&format!("{}年{end}", start.year()))).ok()?.day;
        Some((start, end))
    }

    fn compare_age(&mut self, id_number: Option<&IdNumber>, opens_on: Option<Day>) {
        if let (Some(number), Some(day)) = (id_number, opens_on)
            && number.age_on(day) < AGE_YEARS_MIN
        {
            self.fault(Column::IdNumber, ValueError::Underage { years: AGE_YEARS_MIN });
        }
    }

    /// A mark that could not be read says enough: then the certificate is not asked for it.
    fn certificate_number(&mut self, mark: Option<Mark>) -> Option<CertificateNumber> {
        let number = self.optional(Column::CertificateNumber, CertificateNumber::parse);
        if number.is_some() && !mark.is_some_and(Mark::is_pass) && !self.is_faulty(Column::Mark) {
            self.fault(Column::CertificateNumber, ValueError::CertificateWithoutPass);
        }
        number
    }
}

/// A line without numbers that may be a person's: it is kept as it stands.
fn discreet_line<const MAX: usize>(line: Option<Line<MAX>>) -> Option<Line<MAX>> {
    line.and_then(|line| Line::parse(&sealed_from(line.as_str())).ok())
}

fn sex_of(text: &str) -> Result<Sex, ValueError> {
    match fold(text).as_str() {
        "男" | "男性" | "男士" | "m" | "male" => Ok(Sex::Male),
        "女" | "女性" | "女士" | "f" | "female" => Ok(Sex::Female),
        "" => Err(ValueError::Missing { noun: Noun::Sex }),
        _ => Err(ValueError::UnknownChoice { noun: Noun::Sex }),
    }
}

fn hours_of(text: &str) -> Result<u16, ValueError> {
    let typed = fold(text);
    let number = ["学时", "课时", "小时"].iter().find_map(|unit| typed.strip_suffix(unit)).unwrap_or(&typed);
    whole(number, 1, HOURS).ok_or(ValueError::Range { noun: Noun::Hours })
}

/// `36`, `36个月`, `3年`.
fn months_of(text: &str) -> Result<u16, ValueError> {
    let typed = fold(text);
    let (number, months) =
        match (typed.strip_suffix("个月").or(typed.strip_suffix('月')), typed.strip_suffix('年')) {
            (Some(number), _) => (number, 1),
            (None, Some(years)) => (years, 12),
            (None, None) => (typed.as_str(), 1),
        };
    whole(number, months, CONTRACT_MONTHS).ok_or(ValueError::Range { noun: Noun::ContractMonths })
}

/// A whole number of units, counted in their parts.
fn whole(typed: &str, parts: u16, range: RangeInclusive<u16>) -> Option<u16> {
    let number = typed.parse::<u16>().ok()?.checked_mul(parts)?;
    range.contains(&number).then_some(number)
}
