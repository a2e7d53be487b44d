//! What is written down of an enrolment besides its state, and reading values that may be left out.

use super::notice::NOTICE_VERSION;
use super::programme_form::whole;
use super::words;
use crate::form::{Typed, typed};
use crate::ui::{Field, FieldKind};
use crate::worded::{Reading, line};
use domain::training::{Consent, Name};
use domain::value::{FreeText, Line, ValueError};
use domain::{Day, Lang};
use store::training::{EnrolmentDetails, EnrolmentRecord};

/// A month has no contract longer than this.
const MONTHS_MAX: u32 = 600;

/// A value that may be left out.
pub fn optional_of<T>(
    reading: &mut Reading<'_>,
    name: &str,
    parse: impl FnOnce(&str) -> Result<T, ValueError>,
) -> Option<T> {
    let text = reading.value(name);
    if text.is_empty() { None } else { reading.read(name, parse(&text)) }
}

/// Where the person goes to work, a remark, and consent.
#[must_use]
pub fn details_fields(lang: Lang) -> Vec<Field> {
    let consent = format!("{}（{NOTICE_VERSION}）", words::consent_given(lang));
    vec![
        line("destination", words::destination(lang), "", false),
        line("employer", words::employer(lang), "", false),
        line("contract_months", words::contract_months(lang), "", false),
        Field { kind: FieldKind::Area, ..line("remark", words::remark(lang), "", false) },
        super::notice::field(lang),
        Field { kind: FieldKind::Check, ..line("consent", &consent, "", false) },
    ]
}

/// What stands in a fresh form.
#[must_use]
pub fn details_values(of: &EnrolmentRecord) -> Typed {
    let text = |value: Option<String>| value.unwrap_or_default();
    let pairs = [
        ("destination", text(of.destination.as_ref().map(ToString::to_string))),
        ("employer", text(of.employer.as_ref().map(ToString::to_string))),
        ("contract_months", text(of.contract_months.map(|months| months.to_string()))),
        ("remark", text(of.remark.as_ref().map(ToString::to_string))),
        ("consent", if of.consent.is_some() { "yes" } else { "" }.to_owned()),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value)).into()
}

/// Reads them; consent that was there stays as it was given, new consent is of this notice and day.
pub fn read_details(reading: &mut Reading<'_>, given: Option<&Consent>, on: Day) -> EnrolmentDetails {
    let destination = optional_of(reading, "destination", Line::parse);
    let employer = optional_of(reading, "employer", Line::parse);
    let months = if reading.value("contract_months").is_empty() {
        None
    } else {
        whole(reading, "contract_months", words::contract_months, 1..=MONTHS_MAX)
    };
    let remark = optional_of(reading, "remark", FreeText::parse);
    let consent = match typed(reading.typed, "consent") == "yes" {
        true => given.cloned().or_else(|| Some(Consent { version: Name::parse(NOTICE_VERSION).ok()?, on })),
        false => None,
    };
    EnrolmentDetails {
        consent,
        destination,
        employer,
        contract_months: months.and_then(|months| u16::try_from(months).ok()),
        remark,
    }
}
