//! The list of classes: newest opening first.

use domain::Day;
use domain::id::{ClassId, ProgrammeId};
use domain::role::Power;
use domain::training::ClassStage;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, Select};

use super::Page;
use super::search::{HITS_MAX, words};
use crate::PAGE_ROWS;
use crate::entity::class::{Column, Entity, Model};
use crate::error::Error;
use crate::tokens::holds;
use crate::training::class::NOUN;
use crate::training::desk::TrainingDesk;
use crate::training::record::ClassRecord;

/// What a list of classes is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassFilter {
    pub programme: Option<ProgrammeId>,
    pub stage: Option<ClassStage>,
    /// Classes that open on this day or later.
    pub from: Option<Day>,
    /// Classes that open on this day or earlier.
    pub to: Option<Day>,
    /// Parts of the name, the place or the code, also by pinyin or initials; blank for all.
    pub search: String,
}

/// A class in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassLine {
    pub class: ClassRecord,
    pub programme_title: String,
}

impl TrainingDesk<'_> {
    /// A page of the bureau's classes.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`] when the page is said to begin after
    /// a row that is not there.
    pub async fn classes(
        &self,
        filter: &ClassFilter,
        after: Option<ClassId>,
    ) -> Result<Page<ClassLine, ClassId>, Error> {
        self.store.require(Power::ReadRecords)?;
        let page = if filter.search.trim().is_empty() {
            self.listed_classes(filter, after).await?
        } else {
            self.found_classes(filter, after).await?
        };
        let titles = self.programme_titles(page.rows.iter().map(|row| row.plan.programme.0)).await?;
        let line = |class: &ClassRecord| ClassLine {
            programme_title: titles.get(&class.plan.programme.0).cloned().unwrap_or_default(),
            class: class.clone(),
        };
        let lines = page.rows.iter().map(line).collect();
        Ok(page.with(lines))
    }

    async fn listed_classes(
        &self,
        filter: &ClassFilter,
        after: Option<ClassId>,
    ) -> Result<Page<ClassRecord, ClassId>, Error> {
        let mut list = self.filtered_classes(filter);
        let total = self.total(list.clone()).await?;
        if let Some(after) = after {
            let last = self.class_record(after).await?;
            let (day, id) = (last.plan.opens_on, last.id.0);
            let same = Condition::all().add(Column::OpensOn.eq(day)).add(Column::Id.lt(id));
            // The first condition alone enters the index where the page begins.
            list = list.filter(Column::OpensOn.lte(day));
            list = list.filter(Condition::any().add(Column::OpensOn.lt(day)).add(same));
        }
        let list = list.order_by_desc(Column::OpensOn).order_by_desc(Column::Id).limit(PAGE_ROWS + 1);
        let rows = list.all(self.store.tx()).await?;
        let rows = rows.into_iter().map(ClassRecord::of).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::of(rows, total, |row| row.id))
    }

    async fn found_classes(
        &self,
        filter: &ClassFilter,
        after: Option<ClassId>,
    ) -> Result<Page<ClassRecord, ClassId>, Error> {
        let words = words(&filter.search);
        let found = self.store.token_candidates(NOUN, &words).await?;
        let mut rows: Vec<Model> = Vec::new();
        if !found.ids.is_empty() {
            let which = self.filtered_classes(filter).filter(Column::Id.is_in(found.ids));
            rows = which.all(self.store.tx()).await?;
        }
        rows.sort_unstable_by_key(|row| std::cmp::Reverse((row.opens_on, row.id)));
        let rows = rows.into_iter().map(ClassRecord::of).collect::<Result<Vec<_>, _>>()?;
        let fits = |record: &ClassRecord| {
            let plan = &record.plan;
            let texts = [plan.name.as_str(), plan.place.as_str(), plan.code.as_str()];
            words.iter().all(|word| texts.iter().any(|text| holds(text, word)))
        };
        let mut hits: Vec<ClassRecord> = rows.into_iter().filter(fits).collect();
        let more = found.more || hits.len() > HITS_MAX;
        hits.truncate(HITS_MAX);
        Page::within(hits, more, after.as_ref(), |row| row.id)
    }

    fn filtered_classes(&self, filter: &ClassFilter) -> Select<Entity> {
        let mut list = self.store.find::<Entity>();
        if let Some(programme) = filter.programme {
            list = list.filter(Column::ProgrammeId.eq(programme.0));
        }
        if let Some(stage) = filter.stage {
            list = list.filter(Column::State.eq(stage.word()));
        }
        if let Some(from) = filter.from {
            list = list.filter(Column::OpensOn.gte(from));
        }
        if let Some(to) = filter.to {
            list = list.filter(Column::OpensOn.lte(to));
        }
        list
    }
}
