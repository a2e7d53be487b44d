//! What a row changes in a person and in an enrolment. A blank never erases.

use domain::Lang;
use domain::training::roll::{Change, Column, Education, RollRow};
use domain::value::Phone;

use crate::training::{EnrolmentRecord, Trainee};

/// The changes of one row.
#[derive(Debug, Default)]
pub(super) struct Changes(pub Vec<Change>);

impl Changes {
    pub(super) fn note(&mut self, column: Column, old: &str, new: &str) {
        self.0.push(Change { column, old: old.to_owned(), new: new.to_owned() });
    }

    fn over<T: Clone + PartialEq>(
        &mut self,
        column: Column,
        kept: &mut Option<T>,
        new: Option<&T>,
        shown: impl Fn(&T) -> String,
    ) {
        let Some(new) = new else { return };
        if kept.as_ref() == Some(new) {
            return;
        }
        self.note(column, &kept.as_ref().map(&shown).unwrap_or_default(), &shown(new));
        *kept = Some(new.clone());
    }

    /// Puts what is told of a person over what is kept; answers whether that changed anything.
    pub(super) fn of_person(&mut self, kept: &mut Trainee, told: &Trainee) -> bool {
        let before = self.0.len();
        if kept.name != told.name {
            self.note(Column::Name, kept.name.as_str(), told.name.as_str());
            kept.name = told.name.clone();
        }
        let group = |group: &domain::value::EthnicGroup| group.word(Lang::Zh);
        self.over(Column::EthnicGroup, &mut kept.ethnic_group, told.ethnic_group.as_ref(), group);
        self.over(Column::Town, &mut kept.town, told.town.as_ref(), ToString::to_string);
        let education = |one: &Education| one.word(Lang::Zh).to_owned();
        self.over(Column::Education, &mut kept.education, told.education.as_ref(), education);
        if !told.phones.is_empty() && kept.phones != told.phones {
            self.note(Column::Phone, &masked(&kept.phones), &masked(&told.phones));
            kept.phones.clone_from(&told.phones);
        }
        self.0.len() > before
    }

    /// Puts where the person goes to work over what is kept.
    pub(super) fn of_work(&mut self, kept: &mut EnrolmentRecord, row: &RollRow) {
        let text = |text: &dyn std::fmt::Display| text.to_string();
        self.over(Column::Destination, &mut kept.destination, row.destination.as_ref(), |one| text(one));
        self.over(Column::Employer, &mut kept.employer, row.employer.as_ref(), |one| text(one));
        let months = row.contract_months.as_ref();
        self.over(Column::ContractMonths, &mut kept.contract_months, months, |one| text(one));
        self.over(Column::Remark, &mut kept.remark, row.remark.as_ref(), |one| text(one));
    }

    /// Puts the row's own days over what is kept.
    pub(super) fn of_days(&mut self, kept: &mut EnrolmentRecord, row: &RollRow) {
        if kept.opens_on != row.opens_on {
            self.note(Column::OpensOn, &kept.opens_on.to_string(), &row.opens_on.to_string());
            kept.opens_on = row.opens_on;
        }
        let ends_on = row.ends_on.unwrap_or(kept.ends_on).max(kept.opens_on);
        if kept.ends_on != ends_on {
            self.note(Column::EndsOn, &kept.ends_on.to_string(), &ends_on.to_string());
            kept.ends_on = ends_on;
        }
    }
}

fn masked(phones: &[Phone]) -> String {
    phones.iter().map(Phone::masked).collect::<Vec<_>>().join("、")
}
