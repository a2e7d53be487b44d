//! Programmes by year, newest first, and one with its classes.

use domain::id::ProgrammeId;
use domain::role::Power;
use domain::training::{NextAct, ProgrammeScene};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};

use super::{ClassLine, Page};
use crate::PAGE_ROWS;
use crate::entity::class;
use crate::entity::programme::{Column, Entity};
use crate::error::Error;
use crate::training::desk::TrainingDesk;
use crate::training::record::{ClassRecord, ProgrammeRecord};
use crate::training::trace::EventRecord;

/// Classes that a programme's page shows.
const CLASSES_SHOWN: u64 = 200;

/// A programme in a list.
pub type ProgrammeLine = ProgrammeRecord;

/// A programme with what hangs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammePage {
    pub programme: ProgrammeRecord,
    /// Newest opening first, 200 at most.
    pub classes: Vec<ClassLine>,
    pub next: Vec<NextAct>,
    pub events: Vec<EventRecord>,
}

impl TrainingDesk<'_> {
    /// A page of the bureau's programmes, newest year first.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`] when the page is said to begin after
    /// a row that is not there.
    pub async fn programmes(
        &self,
        year: Option<i32>,
        after: Option<ProgrammeId>,
    ) -> Result<Page<ProgrammeLine, ProgrammeId>, Error> {
        self.store.require(Power::ReadRecords)?;
        let mut list = self.store.find::<Entity>();
        if let Some(year) = year {
            list = list.filter(Column::Year.eq(year));
        }
        let total = self.total(list.clone()).await?;
        if let Some(after) = after {
            let last = self.programme_record(after).await?;
            let (year, id) = (last.plan.year, last.id.0);
            let same = Condition::all().add(Column::Year.eq(year)).add(Column::Id.lt(id));
            // The first condition alone enters the index where the page begins.
            list = list.filter(Column::Year.lte(year));
            list = list.filter(Condition::any().add(Column::Year.lt(year)).add(same));
        }
        let list = list.order_by_desc(Column::Year).order_by_desc(Column::Id).limit(PAGE_ROWS + 1);
        let rows = list.all(self.store.tx()).await?;
        let rows = rows.into_iter().map(ProgrammeRecord::of).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::of(rows, total, |row| row.id))
    }

    /// A programme with its classes, what may be done, and what was.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`].
    pub async fn programme(&self, id: ProgrammeId) -> Result<ProgrammePage, Error> {
        self.store.require(Power::ReadRecords)?;
        let programme = self.programme_record(id).await?;
        let classes = self.store.find::<class::Entity>().filter(class::Column::ProgrammeId.eq(id.0));
        let classes = classes.order_by_desc(class::Column::OpensOn).order_by_desc(class::Column::Id);
        let classes = classes.limit(CLASSES_SHOWN).all(self.store.tx()).await?;
        let title = programme.plan.title.to_string();
        let line = |row: class::Model| {
            Ok(ClassLine { class: ClassRecord::of(row)?, programme_title: title.clone() })
        };
        let classes = classes.into_iter().map(line).collect::<Result<Vec<_>, Error>>()?;
        let others = self.other_programmes(&programme).await?;
        let stages = self.class_stages(id).await?;
        let hand = self.looking();
        let scene = ProgrammeScene { plan: &programme.plan, others: &others, classes: &stages, hand };
        let next = programme.state.next(&scene);
        let events = self.events_of(vec![id.0]).await?;
        Ok(ProgrammePage { programme, classes, next, events })
    }

    /// The titles of programmes.
    pub(super) async fn programme_titles(
        &self,
        of: impl IntoIterator<Item = uuid::Uuid>,
    ) -> Result<std::collections::HashMap<uuid::Uuid, String>, Error> {
        let of: std::collections::BTreeSet<_> = of.into_iter().collect();
        if of.is_empty() {
            return Ok(std::collections::HashMap::new());
        }
        let titles = self.store.find::<Entity>().filter(Column::Id.is_in(of));
        let titles = titles.select_only().column(Column::Id).column(Column::Title);
        let titles = titles.into_tuple::<(uuid::Uuid, String)>().all(self.store.tx()).await?;
        Ok(titles.into_iter().collect())
    }
}
