//! Comments on a case: outside its events, hence in no dossier, paper, figure, search, bundle or visit.

use super::desk::{CaseDesk, OpenCase};
use crate::entity::{account, case_comment, case_mention, reminder};
use crate::error::Error;
use crate::reminders::Told;
use domain::Instant;
use domain::case::{CommentFault, CommentText, may_withdraw_comment};
use domain::id::{CaseId, CommentId, PersonId};
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// The word of a reminder that somebody was mentioned in a comment.
pub const COMMENT: &str = "comment";
/// Its step.
const MENTIONED: &str = "mentioned";
/// Comments on one page.
const PAGE_ROWS: usize = 50;

/// One comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentRow {
    pub id: CommentId,
    pub by: PersonId,
    pub at: Instant,
    /// Empty once it was withdrawn.
    pub text: String,
    pub mentioned: Vec<PersonId>,
    pub is_withdrawn: bool,
    /// Whoever reads wrote it, and may withdraw it now.
    pub may_withdraw: bool,
}

/// Comments of a case, newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentPage {
    pub rows: Vec<CommentRow>,
    /// The newest comment before these.
    pub earlier: Option<CommentId>,
    /// These are the newest.
    pub is_newest: bool,
}

impl CaseDesk<'_> {
    /// The newest comments of a case, at most 50; with `until` the page that ends with that comment, unless it is among
    /// the newest.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records; [`Error::NotFound`] in a visit.
    pub async fn comments(&self, case: CaseId, until: Option<CommentId>) -> Result<CommentPage, Error> {
        if self.store.visit().is_some() {
            return Err(Error::NotFound);
        }
        self.store.require(Power::ReadRecords)?;
        let (mut rows, mut is_newest) = (self.comments_until(case, None).await?, true);
        if let Some(until) = until
            && rows.iter().take(PAGE_ROWS).all(|row| row.id > until.0)
            && rows.len() > PAGE_ROWS
        {
            (rows, is_newest) = (self.comments_until(case, Some(until)).await?, false);
        }
        let earlier = rows.get(PAGE_ROWS).map(|row| CommentId(row.id));
        rows.truncate(PAGE_ROWS);
        rows.reverse();
        let rows = self.comment_rows(rows).await?;
        Ok(CommentPage { rows, earlier, is_newest })
    }

    /// The newest first, one more than a page holds.
    async fn comments_until(
        &self,
        case: CaseId,
        until: Option<CommentId>,
    ) -> Result<Vec<case_comment::Model>, Error> {
        use case_comment::Column as C;
        let mut rows = self.store.find::<case_comment::Entity>().filter(C::CaseId.eq(case.0));
        if let Some(until) = until {
            rows = rows.filter(C::Id.lte(until.0));
        }
        let rows = rows.order_by_desc(C::Id).limit(PAGE_ROWS as u64 + 1);
        Ok(rows.all(self.store.tx()).await?)
    }

    async fn comment_rows(&self, rows: Vec<case_comment::Model>) -> Result<Vec<CommentRow>, Error> {
        use case_mention::Column as C;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let mut mentioned: HashMap<Uuid, Vec<PersonId>> = HashMap::new();
        let of = self.store.find::<case_mention::Entity>().filter(C::CommentId.is_in(ids));
        for row in of.all(self.store.tx()).await? {
            mentioned.entry(row.comment_id).or_default().push(PersonId(row.person_id));
        }
        let (me, now) = (self.store.actor().person, self.store.now());
        let row = |row: case_comment::Model| CommentRow {
            id: CommentId(row.id),
            by: PersonId(row.by_id),
            at: Instant(row.at),
            mentioned: mentioned.remove(&row.id).unwrap_or_default(),
            may_withdraw: row.withdrawn_at.is_none()
                && me == Some(PersonId(row.by_id))
                && may_withdraw_comment(Instant(row.at), now),
            is_withdrawn: row.withdrawn_at.is_some(),
            text: row.text,
        };
        Ok(rows.into_iter().map(row).collect())
    }

    /// Whom the person who acts can mention, by name: members of today who may see the case, have an account in use and do
    /// not stand aside.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn mentionable(&self, open: &OpenCase) -> Result<Vec<(PersonId, String)>, Error> {
        let me = self.store.person()?;
        let mut offered: Vec<(PersonId, String)> = Vec::new();
        for member in self.store.members(self.store.today()).await? {
            let can = open.case.may_be_mentioned(member.person, &member.roles, me);
            if can && offered.iter().all(|(person, _)| *person != member.person) {
                offered.push((member.person, member.name));
            }
        }
        let shut = self.store.shared().find::<account::Entity>();
        let shut = shut.filter(account::Column::Id.is_in(offered.iter().map(|(person, _)| person.0)));
        let shut = shut.filter(account::Column::DisabledAt.is_not_null()).select_only();
        let shut = shut.column(account::Column::Id).into_tuple::<Uuid>().all(self.store.tx()).await?;
        offered.retain(|(person, _)| !shut.contains(&person.0));
        Ok(offered)
    }

    /// Writes a comment and tells whom it mentions, each once.
    ///
    /// # Errors
    /// Why not; [`Error::NotFound`] when there is no such case, [`Error::Forbidden`] without the power to read records.
    pub async fn comment(
        &self,
        case: CaseId,
        text: &CommentText,
        mentioned: &BTreeSet<PersonId>,
    ) -> Result<Result<CommentId, CommentFault>, Error> {
        self.store.must_write()?;
        self.store.require(Power::ReadRecords)?;
        let open = self.case(case).await?;
        let offered: Vec<PersonId> =
            self.mentionable(&open).await?.into_iter().map(|(person, _)| person).collect();
        let mentioned: Vec<PersonId> = mentioned.iter().copied().collect();
        let (me, today) = (self.store.person()?, self.store.today());
        if let Err(fault) = open.case.judge_comment(me, &mentioned, &offered) {
            return Ok(Err(fault));
        }
        let id = CommentId(Uuid::now_v7());
        let row = case_comment::ActiveModel {
            id: Set(id.0),
            case_id: Set(case.0),
            by_id: Set(me.0),
            at: Set(self.store.now().0),
            text: Set(text.to_string()),
            withdrawn_at: Set(None),
            ..Default::default()
        };
        self.store.insert::<case_comment::Entity>(row).await?;
        let mention = |person: &PersonId| case_mention::ActiveModel {
            comment_id: Set(id.0),
            person_id: Set(person.0),
            ..Default::default()
        };
        self.store.insert_all::<case_mention::Entity>(mentioned.iter().map(mention).collect()).await?;
        let told = |person: &PersonId| Told {
            person: *person,
            case,
            about: id.0,
            word: COMMENT.to_owned(),
            due_on: today,
            step: MENTIONED,
        };
        self.store.tell(mentioned.iter().map(told).collect()).await?;
        let payload = serde_json::json!({ "comment": id, "text": text, "mentioned": mentioned });
        self.store.audit("commented", &case.to_string(), &payload).await?;
        Ok(Ok(id))
    }

    /// Withdraws one's own comment: its words go, that it was there stays, and nobody is told of it any more. Whether it
    /// was done: not after ten minutes.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the case has no such comment of the person who acts.
    pub async fn withdraw_comment(&self, case: CaseId, id: CommentId) -> Result<bool, Error> {
        use case_comment::Column as C;
        self.store.must_write()?;
        self.store.require(Power::ReadRecords)?;
        let own = self.store.find::<case_comment::Entity>().filter(C::Id.eq(id.0));
        let own = own.filter(C::CaseId.eq(case.0)).filter(C::ById.eq(self.store.person()?.0));
        let row = own.one(self.store.tx()).await?.ok_or(Error::NotFound)?;
        if row.withdrawn_at.is_some() {
            return Ok(true);
        }
        if !may_withdraw_comment(Instant(row.at), self.store.now()) {
            return Ok(false);
        }
        let gone = case_comment::ActiveModel {
            id: Set(id.0),
            text: Set(String::new()),
            withdrawn_at: Set(Some(self.store.now().0)),
            ..Default::default()
        };
        self.store.update::<case_comment::Entity>(gone).await?;
        self.settle_mentions(case, id).await?;
        let payload = serde_json::json!({ "comment": id });
        self.store.audit("comment_withdrawn", &case.to_string(), &payload).await?;
        Ok(true)
    }

    async fn settle_mentions(&self, case: CaseId, id: CommentId) -> Result<(), Error> {
        use reminder::Column as C;
        let settled = reminder::ActiveModel { settled: Set(true), ..Default::default() };
        let told = self.store.change::<reminder::Entity>().set(settled).filter(C::CaseId.eq(case.0));
        let told = told.filter(C::About.eq(id.0)).filter(C::Word.eq(COMMENT));
        told.filter(C::Settled.eq(false)).exec(self.store.tx()).await?;
        Ok(())
    }
}
