//! The trace of what moved: one event a record and act, never changed.

use std::collections::{BTreeMap, HashMap};

use domain::id::PersonId;
use domain::training::TrainingAct;
use domain::{Day, Instant};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::desk::TrainingDesk;
use crate::entity::training_event::{ActiveModel, Column, Entity};
use crate::error::Error;
use crate::scope::BureauStore;

/// Events that one page reads at most.
const EVENTS_MAX: u64 = 20_000;

/// What moved, and how.
#[derive(Clone, Debug)]
pub(crate) struct Moving {
    /// The programme, class, enrolment or certificate.
    pub subject: Uuid,
    /// The act's word.
    pub act: &'static str,
    /// Empty: the record is new.
    pub before: &'static str,
    pub after: &'static str,
    pub on: Day,
    pub reason: String,
}

/// One event as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventRecord {
    /// The programme, class, enrolment or certificate that moved.
    pub subject: Uuid,
    /// Counted from 1 within the subject.
    pub seq: u32,
    /// The act's word: a [`TrainingAct`]'s, or that of what is no act of the chain (`edit_enrolment`).
    pub act: String,
    /// The state's word; empty when the record was new.
    pub before: String,
    pub after: String,
    /// The day on which it counts.
    pub on: Day,
    pub reason: String,
    /// When it was recorded.
    pub at: Instant,
    /// Nobody: the command line.
    pub by: Option<PersonId>,
    /// The person's name; empty for nobody.
    pub by_name: String,
}

impl EventRecord {
    /// The act, where it is one of the chain.
    #[must_use]
    pub fn training_act(&self) -> Option<TrainingAct> {
        TrainingAct::from_word(&self.act)
    }
}

impl BureauStore {
    /// Writes what moved, behind the events that there are.
    pub(crate) async fn training_moved(&self, moves: Vec<Moving>) -> Result<(), Error> {
        if moves.is_empty() {
            return Ok(());
        }
        let known =
            self.find::<Entity>().filter(Column::SubjectId.is_in(moves.iter().map(|one| one.subject)));
        let known = known.select_only().column(Column::SubjectId).column_as(Column::Seq.max(), "last");
        let known = known.group_by(Column::SubjectId).into_tuple::<(Uuid, i32)>().all(self.tx()).await?;
        self.keep_events(moves, known.into_iter().collect()).await
    }

    /// Writes the first events of new records.
    pub(crate) async fn training_begun(&self, moves: Vec<Moving>) -> Result<(), Error> {
        self.keep_events(moves, HashMap::new()).await
    }

    async fn keep_events(&self, moves: Vec<Moving>, mut last: HashMap<Uuid, i32>) -> Result<(), Error> {
        let by = self.actor().person.map(|person| person.0);
        let mut rows = Vec::with_capacity(moves.len());
        for one in moves {
            let seq = last.entry(one.subject).or_insert(0);
            *seq += 1;
            rows.push(ActiveModel {
                subject_id: Set(one.subject),
                seq: Set(*seq),
                act: Set(one.act.to_owned()),
                state_before: Set(one.before.to_owned()),
                state_after: Set(one.after.to_owned()),
                on: Set(one.on),
                reason: Set(one.reason),
                at: Set(self.now().0),
                by: Set(by),
                ..Default::default()
            });
        }
        self.insert_all::<Entity>(rows).await
    }
}

impl TrainingDesk<'_> {
    /// The events of records, in the order in which they were recorded.
    pub(super) async fn events_of(&self, subjects: Vec<Uuid>) -> Result<Vec<EventRecord>, Error> {
        if subjects.is_empty() {
            return Ok(Vec::new());
        }
        let names = self.names().await?;
        let found = self.store.find::<Entity>().filter(Column::SubjectId.is_in(subjects)).limit(EVENTS_MAX);
        let found = found.all(self.store.tx()).await?;
        let mut events = Vec::with_capacity(found.len());
        for row in found {
            let by = row.by.map(PersonId);
            events.push(EventRecord {
                subject: row.subject_id,
                seq: u32::try_from(row.seq).map_err(Error::down)?,
                act: row.act,
                before: row.state_before,
                after: row.state_after,
                on: row.on,
                reason: row.reason,
                at: Instant(row.at),
                by,
                by_name: by.and_then(|by| names.get(&by).cloned()).unwrap_or_default(),
            });
        }
        // Sorted here: the index finds them subject by subject.
        events.sort_by_key(|event| (event.at, event.subject, event.seq));
        Ok(events)
    }

    /// The names of all who ever acted here.
    pub(super) async fn names(&self) -> Result<BTreeMap<PersonId, String>, Error> {
        let members = self.store.members_ever().await?;
        Ok(members.into_iter().map(|row| (row.person, row.name)).collect())
    }
}
