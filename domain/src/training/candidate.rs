//! The person who applies (报名人): age, consent, and no two classes at once.

use serde::{Deserialize, Serialize};

use super::{ClassPlan, EnrolmentScene, Name, Place, RefusalCode};
use crate::Day;
use crate::id::{EnrolmentId, TraineeId};
use crate::value::IdNumber;

/// The person's consent to the use of personal data, as recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The version of the notice that was shown.
    pub version: Name,
    pub on: Day,
}

/// Accepted or studying in another class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    pub class: Name,
    /// First and last day of that class.
    pub from: Day,
    pub to: Day,
}

/// The person who applies, as far as the rules ask.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    pub enrolment: EnrolmentId,
    pub trainee: TraineeId,
    /// None: what was written down does not pass its check.
    pub id_number: Option<&'a IdNumber>,
    pub consent: Option<&'a Consent>,
    /// The person's other classes, accepted or studying, of whatever bureau is known.
    pub stays: &'a [Stay],
    /// The same trade and level were subsidised already.
    pub subsidised: bool,
}

impl Candidate<'_> {
    /// What lies in the person alone.
    pub(super) fn fits(&self, scene: &EnrolmentScene<'_>) -> Result<(), RefusalCode> {
        if self.id_number.is_none() {
            return Err(RefusalCode::BadId);
        }
        self.of_age(scene.plan.trade.age_min(scene.settings), scene.plan.opens_on)?;
        if self.consent.is_none() {
            return Err(RefusalCode::NoConsent);
        }
        let another = |place: &Place| {
            place.enrolment != self.enrolment
                && place.trainee == self.trainee
                && place.state.stage().is_live()
        };
        if scene.roster.enrolments.iter().any(another) {
            return Err(RefusalCode::Duplicate);
        }
        if self.subsidised { Err(RefusalCode::TradeLimit) } else { Ok(()) }
    }

    /// Full years on a day; a number that could not be read tells no age.
    pub(super) fn of_age(&self, years: u32, on: Day) -> Result<(), RefusalCode> {
        match self.id_number {
            Some(number) if i64::from(number.age_on(on)) < i64::from(years) => {
                Err(RefusalCode::Underage { years, on })
            }
            _ => Ok(()),
        }
    }

    /// No other class on the class's days; days that both have count.
    pub(super) fn is_free(&self, plan: &ClassPlan) -> Result<(), RefusalCode> {
        match self.stays.iter().find(|stay| stay.from <= plan.ends_on && plan.opens_on <= stay.to) {
            Some(stay) => {
                Err(RefusalCode::Overlap { class: stay.class.clone(), from: stay.from, to: stay.to })
            }
            None => Ok(()),
        }
    }
}
