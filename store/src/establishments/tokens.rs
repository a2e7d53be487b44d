//! The words by which an establishment is found.

use std::collections::BTreeSet;

use domain::establishment::Establishment;

use crate::tokens::{self, pairs};

/// All tokens of an establishment.
pub(super) fn tokens_of(of: &Establishment, former_names: &[String]) -> BTreeSet<String> {
    let representative = of.legal_representative.as_ref().map(|name| name.as_str());
    let names = std::iter::once(of.name.as_str()).chain(former_names.iter().map(String::as_str));
    let mut tokens = tokens::tokens_of(names.chain(representative), []);
    for text in [of.town.as_ref().map(ToString::to_string), of.address.as_ref().map(ToString::to_string)] {
        pairs(&text.unwrap_or_default(), &mut tokens);
    }
    let licences = of.licences.iter().filter_map(|licence| licence.number.as_ref());
    let numbers = licences.map(ToString::to_string);
    let numbers = numbers.chain(of.credit_code.as_ref().map(ToString::to_string));
    for number in numbers.chain(of.registration_number.as_ref().map(ToString::to_string)) {
        tokens::number(&number, &mut tokens);
    }
    tokens
}
