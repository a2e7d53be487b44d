//! What a row changes in the register. A blank never erases.

use super::column::Column;
use super::licence::{Expiry, Licence};
use super::{Establishment, Phone};

/// One value of an establishment that becomes another.
pub type Change = crate::ledger::Change<Column>;

/// Puts what `row` says over what is kept, and lists what that changed.
pub fn merge(kept: &mut Establishment, row: &Establishment) -> Vec<Change> {
    let mut changes = Changes::default();
    if kept.name != row.name {
        changes.note(Column::Name, kept.name.as_str(), row.name.as_str());
        kept.name = row.name.clone();
    }
    changes.over(Column::CreditCode, &mut kept.credit_code, row.credit_code.as_ref());
    changes.over(Column::RegistrationNumber, &mut kept.registration_number, row.registration_number.as_ref());
    changes.over(
        Column::LegalRepresentative,
        &mut kept.legal_representative,
        row.legal_representative.as_ref(),
    );
    if !row.phones.is_empty() && kept.phones != row.phones {
        changes.note(Column::Phone, &shown(&kept.phones), &shown(&row.phones));
        kept.phones.clone_from(&row.phones);
    }
    changes.over(Column::Address, &mut kept.address, row.address.as_ref());
    changes.over(Column::Town, &mut kept.town, row.town.as_ref());
    changes.over(Column::Remark, &mut kept.remark, row.remark.as_ref());
    for licence in &row.licences {
        match kept.licences.iter_mut().find(|known| known.is_same_as(licence)) {
            Some(known) => changes.licence(known, licence),
            None => {
                let shown = |text: &Option<_>| text.as_ref().map(ToString::to_string).unwrap_or_default();
                let written = [licence.industry.to_string(), shown(&licence.kind), shown(&licence.number)];
                let written: Vec<String> = written.into_iter().filter(|text| !text.is_empty()).collect();
                changes.note(Column::LicenceKind, "", &written.join(" "));
                kept.licences.push(licence.clone());
            }
        }
    }
    changes.0
}

/// Takes from a later row of the same file only what the first left blank, and its licence.
pub fn absorb(first: &mut Establishment, later: &Establishment) {
    fn fill<T: Clone>(blank: &mut Option<T>, with: &Option<T>) {
        if blank.is_none() {
            blank.clone_from(with);
        }
    }
    fill(&mut first.credit_code, &later.credit_code);
    fill(&mut first.registration_number, &later.registration_number);
    fill(&mut first.legal_representative, &later.legal_representative);
    if first.phones.is_empty() {
        first.phones.clone_from(&later.phones);
    }
    fill(&mut first.address, &later.address);
    fill(&mut first.town, &later.town);
    fill(&mut first.remark, &later.remark);
    first.licences.extend(later.licences.iter().cloned());
}

fn shown(phones: &[Phone]) -> String {
    phones.iter().map(Phone::masked).collect::<Vec<_>>().join("、")
}

#[derive(Default)]
struct Changes(Vec<Change>);

impl Changes {
    fn note(&mut self, column: Column, old: &str, new: &str) {
        self.0.push(Change { column, old: old.to_owned(), new: new.to_owned() });
    }

    fn over<T: Clone + PartialEq + ToString>(
        &mut self,
        column: Column,
        kept: &mut Option<T>,
        new: Option<&T>,
    ) {
        let Some(new) = new else { return };
        if kept.as_ref() == Some(new) {
            return;
        }
        let old = kept.as_ref().map(ToString::to_string).unwrap_or_default();
        self.note(column, &old, &new.to_string());
        *kept = Some(new.clone());
    }

    fn licence(&mut self, kept: &mut Licence, row: &Licence) {
        if kept.industry != row.industry {
            self.note(Column::Industry, kept.industry.word(), row.industry.word());
            kept.industry = row.industry.clone();
        }
        self.over(Column::LicenceKind, &mut kept.kind, row.kind.as_ref());
        self.over(Column::LicenceNumber, &mut kept.number, row.number.as_ref());
        self.over(Column::IssuedOn, &mut kept.issued_on, row.issued_on.as_ref());
        if row.expiry != Expiry::Unknown && kept.expiry != row.expiry {
            self.note(Column::ExpiresOn, &shown_expiry(kept.expiry), &shown_expiry(row.expiry));
            kept.expiry = row.expiry;
        }
    }
}

fn shown_expiry(expiry: Expiry) -> String {
    match expiry {
        Expiry::Unknown => String::new(),
        Expiry::On(day) => day.to_string(),
        Expiry::OpenEnded => "长期".into(),
    }
}
