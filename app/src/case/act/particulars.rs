//! The form by which what is known of a party is added or put right (完善当事人信息).

use super::fields::Asked;
use super::read::Form;
use super::words;
use crate::case::page::Field;
use crate::form::Typed;
use domain::case::{Act, ActKind, Case, CompleteParty, Name, Note, Particulars, Party};
use domain::catalogue::PartyKind;
use domain::id::PartyId;
use domain::value::CreditCode;

/// The fields, if it is this act: a person has neither code nor representative.
pub(super) fn of_kind(asked: &Asked, kind: ActKind) -> Option<Vec<Field>> {
    if kind != ActKind::CompleteParty {
        return None;
    }
    let address = asked.line("address", words::address, false);
    Some(match asked.party_kind() {
        Some(PartyKind::Citizen) => vec![address],
        _ => vec![
            asked.line("credit_code", words::credit_code, false),
            asked.line("representative", words::representative, false),
            address,
        ],
    })
}

/// What is known, as the form shows it.
pub(in crate::case) fn typed_of(known: &Particulars) -> Typed {
    let of = |text: Option<String>| text.unwrap_or_default();
    [
        ("credit_code", of(known.credit_code.as_ref().map(ToString::to_string))),
        ("representative", of(known.representative.as_ref().map(ToString::to_string))),
        ("address", of(known.address.as_ref().map(ToString::to_string))),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

/// What the case does not know and the register does stands in the form as well.
pub(super) fn fill_gaps(typed: &mut Typed, register: &Party) {
    for (name, value) in typed_of(&Particulars::of(register)) {
        let known = typed.entry(name).or_default();
        if known.is_empty() {
            *known = value;
        }
    }
}

impl Form<'_> {
    pub(super) fn complete_party(&mut self, party: PartyId, case: &Case) -> Option<Act> {
        let known = &case.track(party)?.party;
        let before = Particulars::of(known);
        let address = self.may("address", Note::parse);
        let (credit_code, representative) = match known.kind {
            PartyKind::Citizen => (before.credit_code.clone(), before.representative.clone()),
            _ => (self.may("credit_code", CreditCode::parse), self.may("representative", Name::parse)),
        };
        // Another code is another place in the register.
        let same = before.credit_code.is_none() || before.credit_code == credit_code;
        let found = self.registered.as_ref().and_then(|party| party.establishment);
        let establishment = found.or(before.establishment.filter(|_| same));
        let after = Particulars { establishment, credit_code, representative, address };
        Some(Act::CompleteParty(Box::new(CompleteParty { party, before, after })))
    }
}

/// A completion as its form says it now: what stood there before stays, and the place in the register with its code.
pub(super) fn again(old: &CompleteParty, new: CompleteParty) -> CompleteParty {
    let same = old.after.credit_code == new.after.credit_code;
    let establishment = old.after.establishment.filter(|_| same);
    CompleteParty {
        party: old.party,
        before: old.before.clone(),
        after: Particulars { establishment, ..new.after },
    }
}
