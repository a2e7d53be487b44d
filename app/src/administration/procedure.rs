//! What a bureau sets for its cases: whether everything is legally reviewed, from which amounts on a hearing is
//! offered, and when a term is gravely overdue.

use super::words;
use crate::form::{Problem, Typed};
use crate::ui::{Field, FieldKind};
use crate::worded::{Reading, line};
use domain::Lang;
use domain::case::Settings;
use domain::catalogue::HearingThresholds;
use domain::value::Money;
use serde_json::{Map, Value};

/// More days than a month are no patience but neglect.
const GRAVE_DAYS_MAX: u16 = 30;

pub fn fields(lang: Lang) -> Vec<Field> {
    let review = Field {
        kind: FieldKind::Check,
        ..line("review_everything", words::review_everything(lang), words::review_hint(lang), false)
    };
    vec![
        review,
        line("hearing_person", words::hearing_person(lang), words::hearing_hint(lang), true),
        line("hearing_organisation", words::hearing_organisation(lang), "", true),
        line("grave_days", words::grave_days(lang), words::grave_hint(lang), true),
    ]
}

/// What stands in the bureau's further settings; what nobody has set is as the product begins with it.
fn of(settings: &str) -> Settings {
    serde_json::from_str(settings).unwrap_or_default()
}

pub fn values(settings: &str) -> Typed {
    let now = of(settings);
    let review = if now.review_everything { "yes" } else { "" };
    let pair = |name: &str, value: String| (name.to_owned(), value);
    [
        pair("review_everything", review.to_owned()),
        pair("hearing_person", now.hearing.person.to_string()),
        pair("hearing_organisation", now.hearing.organisation.to_string()),
        pair("grave_days", now.grave_days.to_string()),
    ]
    .into_iter()
    .collect()
}

/// An amount of at least one yuan: below it every penalty would ask for a hearing.
fn threshold(reading: &mut Reading<'_>, name: &str) -> Option<Money> {
    let money = Money::parse(&reading.value(name)).ok().filter(|money| *money >= Money::yuan(1));
    if money.is_none() {
        reading.problems.push(Problem::of(name, words::hearing_amount(reading.lang)));
    }
    money
}

/// The further settings with what was typed; others that stand beside them stay. None when something is wrong.
pub fn read(reading: &mut Reading<'_>, settings: &str) -> Option<String> {
    let lang = reading.lang;
    let person = threshold(reading, "hearing_person");
    let organisation = threshold(reading, "hearing_organisation");
    let days = reading.value("grave_days").parse().ok().filter(|days: &u16| *days <= GRAVE_DAYS_MAX);
    if days.is_none() {
        reading.problems.push(Problem::of("grave_days", words::grave_range(lang)));
    }
    let review_everything = reading.value("review_everything") == "yes";
    let hearing = HearingThresholds { person: person?, organisation: organisation? };
    let set = Settings { review_everything, hearing, grave_days: days? };
    let mut all: Map<String, Value> = serde_json::from_str(settings).unwrap_or_default();
    if let Ok(Value::Object(own)) = serde_json::to_value(set) {
        all.extend(own);
    }
    Some(Value::Object(all).to_string())
}
