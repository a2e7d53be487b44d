//! Knowing an establishment of the register again.

use super::Establishment;
use crate::id::EstablishmentId;
use crate::value::{CreditCode, fold};

/// What the register tells of one establishment for this question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub id: EstablishmentId,
    pub credit_code: Option<CreditCode>,
    /// Folded name and town.
    pub name_and_town: (String, String),
    /// Folded kind and number of each licence that has a number.
    pub licences: Vec<(String, String)>,
}

/// Which establishment a row speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recognised {
    New,
    Known(EstablishmentId),
    /// Several match.
    Ambiguous,
}

/// By credit code, else licence number and kind, else name and town. An establishment with another credit code
/// is another one.
#[must_use]
pub fn recognise<'a>(row: &Establishment, register: impl Iterator<Item = &'a Known> + Clone) -> Recognised {
    if let Some(code) = &row.credit_code {
        let by_code = one_of(register.clone().filter(|known| known.credit_code.as_ref() == Some(code)));
        if by_code != Recognised::New {
            return by_code;
        }
    }
    let open = register.filter(|known| known.credit_code.is_none() || row.credit_code.is_none());
    let keys: Vec<(String, String)> = row.licences.iter().filter_map(super::Licence::key).collect();
    let same_licence = |known: &&Known| {
        known.licences.iter().any(|(kind, number)| {
            keys.iter().any(|(own_kind, own_number)| {
                number == own_number && (kind == own_kind || kind.is_empty() || own_kind.is_empty())
            })
        })
    };
    let by_licence = one_of(open.clone().filter(same_licence));
    if by_licence != Recognised::New {
        return by_licence;
    }
    let name_and_town = row.name_and_town();
    one_of(open.filter(|known| known.name_and_town == name_and_town))
}

/// Which establishment a party of this name and code is: the one with the code, else the only one of the name that
/// has no other code. Several of one name are none: a case must not be laid at the wrong door.
#[must_use]
pub fn recognise_party<'a>(
    name: &str,
    code: Option<&CreditCode>,
    register: impl Iterator<Item = &'a Known> + Clone,
) -> Option<EstablishmentId> {
    if let Some(code) = code
        && let Recognised::Known(id) =
            one_of(register.clone().filter(|known| known.credit_code.as_ref() == Some(code)))
    {
        return Some(id);
    }
    let name = fold(name);
    let open = register.filter(|known| known.credit_code.is_none() || code.is_none());
    match one_of(open.filter(|known| known.name_and_town.0 == name)) {
        Recognised::Known(id) => Some(id),
        Recognised::New | Recognised::Ambiguous => None,
    }
}

fn one_of<'a>(mut matching: impl Iterator<Item = &'a Known>) -> Recognised {
    match (matching.next(), matching.next()) {
        (None, _) => Recognised::New,
        (Some(known), None) => Recognised::Known(known.id),
        (Some(_), Some(_)) => Recognised::Ambiguous,
    }
}
