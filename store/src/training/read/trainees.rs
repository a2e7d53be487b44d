//! The list of trainees: by the sound of the name, or found by name, identity number or phone.

use std::collections::BTreeSet;

use domain::id::TraineeId;
use domain::role::Power;
use domain::value::{IdNumber, Phone};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use super::Page;
use super::search::{CANDIDATES_MAX, HITS_MAX, words};
use crate::PAGE_ROWS;
use crate::entity::trainee::{Column, Entity, Model};
use crate::error::Error;
use crate::tokens::holds;
use crate::training::desk::TrainingDesk;
use crate::training::person::NOUN;
use crate::training::trainee::TraineeRecord;

/// What a list of trainees is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TraineeFilter {
    /// Parts of the name, its pinyin or initials; a whole identity number or phone; blank for all.
    pub search: String,
    pub town: Option<String>,
}

impl TrainingDesk<'_> {
    /// A page of the bureau's trainees.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`] when the page is said to begin after
    /// a row that is not there.
    pub async fn trainees(
        &self,
        filter: &TraineeFilter,
        after: Option<TraineeId>,
    ) -> Result<Page<TraineeRecord, TraineeId>, Error> {
        self.store.require(Power::ReadRecords)?;
        if !filter.search.trim().is_empty() {
            return self.found_trainees(filter, after).await;
        }
        let mut list = self.filtered_trainees(filter);
        let total = self.total(list.clone()).await?;
        if let Some(after) = after {
            let last = self.trainee_row_of(after).await?;
            list = list.filter(
                Expr::tuple([Expr::col((Entity, Column::Pinyin)), Expr::col((Entity, Column::Id))])
                    .gt(Expr::tuple([Expr::val(last.pinyin), Expr::val(last.id)])),
            );
        }
        let list = list.order_by_asc(Column::Pinyin).order_by_asc(Column::Id).limit(PAGE_ROWS + 1);
        let rows = list.all(self.store.tx()).await?.into_iter().map(TraineeRecord::of).collect();
        Ok(Page::of(rows, total, |row| row.id))
    }

    async fn found_trainees(
        &self,
        filter: &TraineeFilter,
        after: Option<TraineeId>,
    ) -> Result<Page<TraineeRecord, TraineeId>, Error> {
        let words = words(&filter.search);
        let mut ids: Option<BTreeSet<Uuid>> = None;
        let mut more = false;
        for word in &words {
            let mut found = self.store.token_rows(NOUN, word).await?;
            found.extend(self.numbered(word).await?);
            more |= found.len() as u64 >= CANDIDATES_MAX;
            ids = Some(match ids {
                Some(known) => known.intersection(&found).copied().collect(),
                None => found,
            });
        }
        let ids = ids.unwrap_or_default();
        let mut rows = Vec::new();
        if !ids.is_empty() {
            rows = self.filtered_trainees(filter).filter(Column::Id.is_in(ids)).all(self.store.tx()).await?;
        }
        rows.sort_unstable_by(|one, other| (&one.pinyin, one.id).cmp(&(&other.pinyin, other.id)));
        let fits = |row: &Model| words.iter().all(|word| holds(&row.name, word) || self.is_number(row, word));
        let mut hits: Vec<_> = rows.into_iter().filter(fits).map(TraineeRecord::of).collect();
        more |= hits.len() > HITS_MAX;
        hits.truncate(HITS_MAX);
        Page::within(hits, more, after.as_ref(), |row| row.id)
    }

    /// Whose identity number or phone a word is, whole.
    async fn numbered(&self, word: &str) -> Result<Vec<Uuid>, Error> {
        let mut found = Vec::new();
        let by = |column: Column, blind: Vec<u8>| {
            let rows = self.store.find::<Entity>().filter(column.eq(blind)).limit(CANDIDATES_MAX);
            rows.select_only().column(Column::Id).into_tuple::<Uuid>()
        };
        if let Ok(number) = IdNumber::parse(word) {
            let rows = by(Column::IdNumberBlind, self.store.id_number_blind(&number));
            found.extend(rows.all(self.store.tx()).await?);
        }
        if let Ok(phone) = Phone::parse(word) {
            found.extend(by(Column::PhoneBlind, self.store.phone_blind(&phone)).all(self.store.tx()).await?);
        }
        Ok(found)
    }

    fn is_number(&self, row: &Model, word: &str) -> bool {
        IdNumber::parse(word).is_ok_and(|number| row.id_number_blind == self.store.id_number_blind(&number))
            || Phone::parse(word)
                .is_ok_and(|phone| row.phone_blind.as_ref() == Some(&self.store.phone_blind(&phone)))
    }

    fn filtered_trainees(&self, filter: &TraineeFilter) -> Select<Entity> {
        let list = self.store.find::<Entity>();
        match &filter.town {
            Some(town) => list.filter(Column::Town.eq(town.as_str())),
            None => list,
        }
    }
}
