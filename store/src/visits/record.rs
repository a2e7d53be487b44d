//! A visit as it is kept, and one look of it.

use crate::entity::{visit, visit_look};
use crate::error::Error;
use domain::Instant;
use domain::id::{BureauId, PersonId, VisitId};
use domain::visit::{LookedNoun, Purpose, VisitLength, VisitReason, VisitState, VisitTime};
use sea_orm::ActiveValue::Set;
use serde::Serialize;
use uuid::Uuid;

/// What a visitor asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVisit {
    /// The slug of the county.
    pub county: String,
    pub reason: VisitReason,
    pub purpose: Purpose,
    pub length: VisitLength,
}

/// A visit, alike on both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VisitRecord {
    pub id: VisitId,
    pub city: BureauId,
    pub county: BureauId,
    pub person: PersonId,
    /// The visitor's name as it was then.
    pub person_name: String,
    pub reason: VisitReason,
    /// As the visitor wrote it.
    pub purpose: String,
    pub time: VisitTime,
}

impl VisitRecord {
    /// Where it stands.
    #[must_use]
    pub fn state(&self, now: Instant) -> VisitState {
        self.time.state(now)
    }

    pub(super) fn of(row: visit::Model) -> Result<Self, Error> {
        let reason = VisitReason::from_word(&row.reason);
        let reason = reason
            .map_err(|_| Error::down(format!("visit {} has no known reason: {}", row.id, row.reason)))?;
        Ok(VisitRecord {
            id: VisitId(row.id),
            city: BureauId(row.city_id),
            county: BureauId(row.county_id),
            person: PersonId(row.person_id),
            person_name: row.person_name,
            reason,
            purpose: row.purpose,
            time: VisitTime {
                begun: Instant(row.begun_at),
                until: Instant(row.until_at),
                ended: row.ended_at.map(Instant),
            },
        })
    }

    /// Its row; the bureau is added by whoever inserts it.
    pub(super) fn row(&self) -> visit::ActiveModel {
        visit::ActiveModel {
            id: Set(self.id.0),
            city_id: Set(self.city.0),
            county_id: Set(self.county.0),
            person_id: Set(self.person.0),
            person_name: Set(self.person_name.clone()),
            reason: Set(self.reason.word().to_owned()),
            purpose: Set(self.purpose.clone()),
            begun_at: Set(self.time.begun.0),
            until_at: Set(self.time.until.0),
            ended_at: Set(self.time.ended.map(|at| at.0)),
            ..Default::default()
        }
    }
}

/// A list or a record that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VisitLook {
    /// From 1 in each visit.
    pub seq: i32,
    pub at: Instant,
    pub noun: LookedNoun,
    /// The record; none of a list.
    pub row: Option<Uuid>,
    /// The record's number and name, or what the list was narrowed by.
    pub words: String,
}

impl VisitLook {
    pub(super) fn of(row: visit_look::Model) -> Result<Self, Error> {
        let noun = LookedNoun::from_word(&row.noun);
        let noun = noun.ok_or_else(|| Error::down(format!("a look at an unknown noun: {}", row.noun)))?;
        Ok(VisitLook { seq: row.seq, at: Instant(row.at), noun, row: row.row_id, words: row.words })
    }

    pub(super) fn row(&self, visit: VisitId) -> visit_look::ActiveModel {
        visit_look::ActiveModel {
            visit_id: Set(visit.0),
            seq: Set(self.seq),
            at: Set(self.at.0),
            noun: Set(self.noun.word().to_owned()),
            row_id: Set(self.row),
            words: Set(self.words.clone()),
            ..Default::default()
        }
    }
}
