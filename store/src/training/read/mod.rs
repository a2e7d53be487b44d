//! What pages show of training: lists by keyset, and each noun with what hangs on it, in a fixed number of questions.

mod certificates;
mod class;
mod classes;
mod enrolment;
mod programmes;
mod search;
mod sheet;
mod trainee;
mod trainees;

pub use certificates::{CertificateFilter, CertificateLine, CertificatePage};
pub use class::{ClassPage, RosterRow};
pub use classes::{ClassFilter, ClassLine};
pub use enrolment::EnrolmentPage;
pub use programmes::{ProgrammeLine, ProgrammePage};
pub use sheet::{AttendanceGrid, AttendanceRow, AttendanceSheet, GridRow};
pub use trainee::{EnrolmentChain, TraineePage};
pub use trainees::TraineeFilter;

use sea_orm::{EntityTrait, PaginatorTrait, QuerySelect, Select};

use super::desk::TrainingDesk;
use crate::error::Error;
use crate::{PAGE_ROWS, TOTAL_EXACT_MAX, Total};

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<Row, Id> {
    pub rows: Vec<Row>,
    pub total: Total,
    /// The last row of this page, after which the next one begins, if there is one.
    pub next: Option<Id>,
}

impl<Row, Id> Page<Row, Id> {
    /// A page out of one row more than it shows.
    fn of(mut rows: Vec<Row>, total: Total, id: impl Fn(&Row) -> Id) -> Self {
        let most = page_rows();
        let more = rows.len() > most;
        rows.truncate(most);
        let next = if more { rows.last().map(id) } else { None };
        Page { rows, total, next }
    }

    /// A page out of everything that was found; `more`: not everything was looked at.
    fn within(all: Vec<Row>, more: bool, after: Option<&Id>, id: impl Fn(&Row) -> Id) -> Result<Self, Error>
    where
        Id: PartialEq,
    {
        let counted = all.len() as u64;
        let total = if more { Total::MoreThan(counted) } else { Total::Exactly(counted) };
        let begin = match after {
            Some(after) => all.iter().position(|row| id(row) == *after).ok_or(Error::NotFound)? + 1,
            None => 0,
        };
        let rows = all.into_iter().skip(begin).take(page_rows() + 1).collect();
        Ok(Page::of(rows, total, id))
    }

    /// The page with other rows, one for each.
    fn with<Other>(self, rows: Vec<Other>) -> Page<Other, Id> {
        Page { rows, total: self.total, next: self.next }
    }
}

fn page_rows() -> usize {
    usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX)
}

impl TrainingDesk<'_> {
    /// How many there are, exactly up to a bound.
    async fn total<E>(&self, which: Select<E>) -> Result<Total, Error>
    where
        E: EntityTrait,
        E::Model: Send + Sync,
    {
        let counted = which.limit(TOTAL_EXACT_MAX + 1).count(self.store.tx()).await?;
        Ok(if counted > TOTAL_EXACT_MAX { Total::MoreThan(TOTAL_EXACT_MAX) } else { Total::Exactly(counted) })
    }
}
