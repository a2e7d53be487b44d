//! From a penalty on the spot to the ordinary procedure: what was typed goes along, form by form.

use crate::error::AppError;
use crate::form::Typed;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::call::{FORM, subject};
#[cfg(feature = "ssr")]
use crate::caller::Caller;
#[cfg(feature = "ssr")]
use crate::case::page::Field;
#[cfg(feature = "ssr")]
use crate::form::{UNSENT, keep_unsent, typed};
#[cfg(feature = "ssr")]
use domain::{case::ActKind, role::Power};
#[cfg(feature = "ssr")]
use store::BureauStore;

/// Stands in a form whose further values are for the forms after it.
#[cfg(feature = "ssr")]
const CARRIED: &str = "carried";

/// What the forms after the clue ask for as well, by the names of the fields.
#[cfg(feature = "ssr")]
const TAKEN: [&str; 33] = [
    CARRIED,
    "party_name",
    "party_kind",
    "credit_code",
    "representative",
    "address",
    "violation",
    "act_on",
    "act_place",
    "in_area",
    "role",
    "harm",
    "lead",
    "second",
    "shown",
    "told",
    "facts",
    "heard",
    "arguments",
    "answer",
    "accepted",
    "kinds0_warning",
    "fine0",
    "base0",
    "gains0",
    "gains_amount0",
    "putting_right",
    "put_by",
    "earlier_order",
    "signature",
    "signed_by",
    "witness",
    "late_reason",
];

/// Opens the ordinary procedure's form, a clue's or of its filing, with everything that was typed on the spot.
#[server(prefix = "/_/api", endpoint = "carry-over")]
pub async fn carry_over(
    bureau: String,
    #[server(default)] case: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = crate::caller::caller()?;
    let store = caller.bureau_to_write(&bureau, Power::ReadRecords).await?;
    if !case.is_empty() {
        let desk = crate::case::call::desk(&caller, &store).await?;
        crate::case::call::open(&caller, &desk, &case).await?;
    }
    let entry = typed(&form, "entry");
    let (kind, mut values) = match case.is_empty() {
        true => (ActKind::RegisterClue, clue_of(form)),
        false => (ActKind::File, form),
    };
    values.remove("token");
    values.remove("seq");
    values.extend([CARRIED, UNSENT].map(|name| (name.to_owned(), "yes".to_owned())));
    let page = crate::path::case_act(&bureau, &case, kind.word(), "", &entry);
    let subject = subject(&case, kind.word(), "", &entry);
    crate::form::back_with_draft(&caller, store, FORM, &subject, values, &page).await
}

/// The values that the form itself does not ask for.
#[cfg(feature = "ssr")]
pub(super) fn hidden(values: &Typed, fields: &[Field]) -> Typed {
    if !values.contains_key(CARRIED) {
        return Typed::new();
    }
    let is_asked = |name: &str| fields.iter().any(|field| field.name == name);
    let kept = values.iter().filter(|(name, _)| TAKEN.contains(&name.as_str()) && !is_asked(name));
    kept.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// Lays what was carried ready in the forms that come after this one.
#[cfg(feature = "ssr")]
pub(super) async fn onward(
    caller: &Caller,
    store: &BureauStore,
    kind: ActKind,
    case: &str,
    party: &str,
    form: &Typed,
) -> Result<(), AppError> {
    if !form.contains_key(CARRIED) {
        return Ok(());
    }
    let taken: Typed = form
        .iter()
        .filter(|(name, _)| TAKEN.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    match kind {
        ActKind::RegisterClue => {
            keep_unsent(caller, store, FORM, &subject(case, ActKind::File.word(), "", ""), taken).await
        }
        ActKind::File => {
            let record = subject(case, ActKind::Record.word(), "", "");
            keep_unsent(caller, store, FORM, &record, record_of(&taken)).await?;
            let conclusion = subject(case, ActKind::Conclude.word(), party, "");
            keep_unsent(caller, store, FORM, &conclusion, conclusion_of(taken)).await
        }
        _ => Ok(()),
    }
}

#[cfg(feature = "ssr")]
fn clue_of(mut form: Typed) -> Typed {
    let (facts, place) = (typed(&form, "facts"), typed(&form, "act_place"));
    form.insert("source".to_owned(), domain::case::ClueSource::Inspection.word().to_owned());
    form.insert("suspicion".to_owned(), facts);
    form.insert("place".to_owned(), place);
    form
}

/// What was found and said becomes the record of the inspection.
#[cfg(feature = "ssr")]
fn record_of(taken: &Typed) -> Typed {
    let mut values = taken.clone();
    let (facts, said) = (typed(taken, "facts"), typed(taken, "arguments"));
    let course = if said.trim().is_empty() { facts } else { format!("{facts}\n{said}") };
    values.insert("course".to_owned(), course);
    values.insert("record_kind".to_owned(), "inspection".to_owned());
    values.insert("place".to_owned(), typed(taken, "act_place"));
    values
}

#[cfg(feature = "ssr")]
fn conclusion_of(mut taken: Typed) -> Typed {
    taken.insert("outcome".to_owned(), "penalise".to_owned());
    taken
}
