//! What a person was told and has still to see to.

use crate::cases::COMMENT;
use crate::entity::reminder::{self, ActiveModel, Column, Entity};
use crate::entity::{account, case, case_clock, case_comment};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Day;
use domain::Instant;
use domain::id::{CaseId, CommentId, ReminderId};
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Reminders of one person that are read at most.
const REMINDERS_MAX: u64 = 200;
/// Above it the count says no more than that.
const COUNT_MAX: u64 = 100;

/// A term: its case, its party or none, its clock and its last day.
type Term = (Uuid, Uuid, String, Day);
/// The day on which to act at the latest, and the minute at which a term of hours ends.
type Acting = (Day, Option<Instant>);

/// The comment in which a person is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionedIn {
    pub comment: CommentId,
    /// Whose words they are.
    pub by: String,
    pub text: String,
}

/// One matter that a person was told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    pub id: ReminderId,
    pub case: CaseId,
    /// The comment that mentions the person, where it is about one.
    pub mentioned: Option<MentionedIn>,
    /// The case's number and first party, as its row has them.
    pub number: Option<String>,
    pub party_name: String,
    /// The clock's word, or what else it is about.
    pub word: String,
    /// The word of the step.
    pub step: String,
    /// The last day of the term.
    pub due_on: Day,
    /// The day on which to act at the latest; of a term that runs no more, and of what is no term, the last day.
    pub acting_on: Day,
    /// The minute at which a term of hours ends.
    pub ends_at: Option<Instant>,
    pub at: Instant,
    pub is_read: bool,
}

impl BureauStore {
    /// What the person was told and is not settled, unread before read, what is due first, at most 200.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub async fn reminders(&self) -> Result<Vec<Reminder>, Error> {
        self.require(Power::ReadRecords)?;
        let own = self.find::<Entity>().filter(Column::PersonId.eq(self.person()?.0));
        let own = own.filter(Column::Settled.eq(false)).order_by_asc(Column::IsRead);
        let rows = own
            .order_by_asc(Column::DueOn)
            .order_by_asc(Column::At)
            .limit(REMINDERS_MAX)
            .all(self.tx())
            .await?;
        let named = self.named(rows.iter().map(|row| row.case_id)).await?;
        let acting = self.acting_days(rows.iter().map(|row| row.case_id)).await?;
        let comments = rows.iter().filter(|row| row.word == COMMENT).map(|row| row.about);
        let mut mentions = self.mentions(comments.collect()).await?;
        let reminder = |row: reminder::Model| {
            let (number, party_name) = named.get(&row.case_id).cloned().unwrap_or_default();
            let term = (row.case_id, row.about, row.word.clone(), row.due_on);
            Reminder {
                id: ReminderId(row.id),
                acting_on: acting.get(&term).map_or(row.due_on, |(day, _)| *day),
                ends_at: acting.get(&term).and_then(|(_, ends_at)| *ends_at),
                case: CaseId(row.case_id),
                mentioned: mentions.remove(&row.about),
                number,
                party_name,
                word: row.word,
                step: row.step,
                due_on: row.due_on,
                at: Instant(row.at),
                is_read: row.is_read,
            }
        };
        Ok(rows.into_iter().map(reminder).collect())
    }

    /// The days on which to act at the latest, and the minutes at which terms of hours end.
    async fn acting_days(&self, cases: impl Iterator<Item = Uuid>) -> Result<HashMap<Term, Acting>, Error> {
        type Line = (Uuid, Option<Uuid>, String, Day, Day, Option<i64>);
        use case_clock::Column as C;
        let rows = self.find::<case_clock::Entity>().filter(C::CaseId.is_in(cases)).select_only();
        let rows = rows.columns([C::CaseId, C::Party, C::Clock, C::DueOn, C::ActingOn, C::EndsAt]);
        let rows = rows.into_tuple::<Line>().all(self.tx()).await?;
        let day = |(case, party, clock, due_on, acting_on, ends_at): Line| {
            ((case, party.unwrap_or_default(), clock, due_on), (acting_on, ends_at.map(Instant)))
        };
        Ok(rows.into_iter().map(day).collect())
    }

    /// Comments, with their authors' names.
    async fn mentions(&self, ids: Vec<Uuid>) -> Result<HashMap<Uuid, MentionedIn>, Error> {
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = self.find::<case_comment::Entity>().filter(case_comment::Column::Id.is_in(ids));
        let rows = rows.all(self.tx()).await?;
        let people = self.shared().find::<account::Entity>().select_only();
        let people = people.columns([account::Column::Id, account::Column::Name]);
        let people = people.filter(account::Column::Id.is_in(rows.iter().map(|row| row.by_id)));
        let names: HashMap<Uuid, String> =
            people.into_tuple::<(Uuid, String)>().all(self.tx()).await?.into_iter().collect();
        let mention = |row: case_comment::Model| {
            let by = names.get(&row.by_id).cloned().unwrap_or_default();
            (row.id, MentionedIn { comment: CommentId(row.id), by, text: row.text })
        };
        Ok(rows.into_iter().map(mention).collect())
    }

    /// Numbers and first parties of cases.
    pub(crate) async fn named(
        &self,
        cases: impl Iterator<Item = Uuid>,
    ) -> Result<HashMap<Uuid, (Option<String>, String)>, Error> {
        use case::Column as C;
        let rows = self.find::<case::Entity>().filter(C::Id.is_in(cases)).select_only();
        let rows = rows.columns([C::Id, C::Number, C::PartyName]);
        let rows = rows.into_tuple::<(Uuid, Option<String>, String)>().all(self.tx()).await?;
        Ok(rows.into_iter().map(|(id, number, name)| (id, (number, name))).collect())
    }

    /// How many of them are unread, exact below 100.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn unread_reminders(&self) -> Result<u64, Error> {
        let own = self.find::<Entity>().filter(Column::PersonId.eq(self.person()?.0));
        let own = own.filter(Column::Settled.eq(false)).filter(Column::IsRead.eq(false));
        Ok(own.limit(COUNT_MAX).count(self.tx()).await?)
    }

    /// Marks one of the person's reminders as read.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one and for somebody else's.
    pub async fn read_reminder(&self, id: ReminderId) -> Result<(), Error> {
        self.must_write()?;
        let own = self.change::<Entity>().set(ActiveModel { is_read: Set(true), ..Default::default() });
        let own = own.filter(Column::Id.eq(id.0)).filter(Column::PersonId.eq(self.person()?.0));
        match own.exec(self.tx()).await?.rows_affected {
            0 => Err(Error::NotFound),
            _ => Ok(()),
        }
    }

    /// Marks all of the person's reminders as read.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn read_all_reminders(&self) -> Result<(), Error> {
        self.must_write()?;
        let own = self.change::<Entity>().set(ActiveModel { is_read: Set(true), ..Default::default() });
        let own = own.filter(Column::PersonId.eq(self.person()?.0)).filter(Column::Settled.eq(false));
        own.filter(Column::IsRead.eq(false)).exec(self.tx()).await?;
        Ok(())
    }
}
