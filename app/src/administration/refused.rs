//! What the store refused, in words, and what stands there now.

use super::words_of_city as city;
use super::{words, words_of_account};
use crate::form::{FormState, Problem, Typed};
use crate::ui::{Field, FieldKind};
use crate::worded;
use domain::Lang;
use domain::administration::AdministrationRefusal;
use domain::case::BlockRefusal;
use domain::catalogue::PowerRefusal;
use domain::start::StartRefusal;

/// What a form shows: values, what is wrong with them, and what the store refused.
#[must_use]
pub fn state(values: Typed, problems: Vec<Problem>, lang: Lang) -> FormState {
    worded::state(values, problems, |field, code| refusal(field, code, lang))
}

/// Says at each field what stands in the store now, where something else was typed.
pub fn differing(fields: &mut [Field], typed: &Typed, now: &Typed, lang: Lang) {
    for field in fields.iter_mut().filter(|field| field.kind == FieldKind::Line) {
        let (wanted, kept) = (typed.get(&field.name), now.get(&field.name));
        if let (Some(wanted), Some(kept)) = (wanted, kept)
            && wanted != kept
        {
            let kept = if kept.is_empty() { "—" } else { kept };
            field.hint = format!("{}{kept}", words::now_says(lang));
        }
    }
}

fn refusal(field: &str, code: &str, lang: Lang) -> String {
    if let Some(refusal) = AdministrationRefusal::from_code(code) {
        return refusal.message(lang).to_owned();
    }
    if let Some(refusal) = PowerRefusal::from_code(code) {
        return refusal.message(lang).to_owned();
    }
    if let Some(refusal) = StartRefusal::from_code(code) {
        return refusal.message(lang).to_owned();
    }
    if let Some(refusal) = BlockRefusal::from_code(code) {
        return refusal.message(lang).to_owned();
    }
    let words = match (field, code) {
        ("text", "same_year") => city::same_year(lang),
        ("file", "another_kind") => city::another_kind(lang),
        ("file", "too_large") => city::too_large(lang),
        ("work_number", "taken") => words::number_taken(lang),
        ("work_number", "nobody") => words_of_account::nobody(lang),
        ("work_number", "unknown") => words::no_such_number(lang),
        ("phone", "taken") => words::phone_taken(lang),
        ("slug", "taken") => words::slug_taken(lang),
        ("code", "taken") => words::code_taken(lang),
        ("", "conflict") => words::changed_meanwhile(lang),
        _ => crate::text::unreadable(lang),
    };
    words.to_owned()
}
