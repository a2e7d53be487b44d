//! Who is admitted: somebody with an account, or somebody who gets one.

use super::words;
use crate::form::Problem;
use crate::ui::Field;
use crate::worded::{Reading, line};
use domain::Lang;
use domain::value::{PersonName, Phone, WorkNumber};
use store::NewPerson;

/// The person that a form names.
#[derive(Clone, Debug)]
pub enum Whom {
    /// The owner of an account.
    Known(String),
    /// Somebody new.
    New(NewPerson),
}

/// The fields that name a person.
#[must_use]
pub fn fields(lang: Lang) -> Vec<Field> {
    vec![
        line("work_number", words::work_number(lang), words::number_hint(lang), true),
        line("name", words::name(lang), words::name_hint(lang), false),
        line("phone", words::phone(lang), words::phone_hint(lang), false),
    ]
}

/// Reads them: without a name it is somebody who has an account.
pub fn read(reading: &mut Reading<'_>) -> Option<Whom> {
    let typed = reading.value("work_number");
    let number = reading.read("work_number", WorkNumber::parse(&typed));
    let (name, phone) = (reading.value("name"), reading.value("phone"));
    if name.is_empty() {
        if !phone.is_empty() {
            reading.problems.push(Problem::of("name", words::name_hint(reading.lang)));
        }
        return number.map(|number| Whom::Known(number.to_string()));
    }
    let name = reading.read("name", PersonName::parse(&name));
    let phone = match phone.as_str() {
        "" => None,
        phone => Some(reading.read("phone", Phone::parse(phone))?.to_string()),
    };
    Some(Whom::New(NewPerson { work_number: number?.to_string(), name: name?.to_string(), phone }))
}
