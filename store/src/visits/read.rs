//! What each side sees of visits: the city its own, the county those into it and what was looked at.

use super::record::{VisitLook, VisitRecord};
use crate::PAGE_ROWS;
use crate::account::Session;
use crate::bureaus::{Bureau, BureauKind};
use crate::database::Access;
use crate::entity::{visit, visit_look};
use crate::error::Error;
use crate::scope::{Actor, BureauStore, SharedStore};
use domain::id::{BureauId, PersonId, VisitId};
use domain::role::Power;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// What a list of visits is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VisitFilter {
    /// One visitor's.
    pub person: Option<PersonId>,
    /// Into one county.
    pub county: Option<BureauId>,
}

/// A page of visits, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitPage<Row, Key> {
    pub rows: Vec<Row>,
    /// Where the next page begins, if there is one.
    pub next: Option<Key>,
}

impl<Row, Key> VisitPage<Row, Key> {
    /// A page out of one row more than it shows.
    fn of(mut rows: Vec<Row>, key: impl Fn(&Row) -> Key) -> Self {
        let most = usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX);
        let more = rows.len() > most;
        rows.truncate(most);
        let next = rows.last().filter(|_| more).map(key);
        VisitPage { rows, next }
    }
}

impl BureauStore {
    /// Refuses whoever may not see this bureau's visits: in the city those who supervise, in a county all who read its
    /// records.
    ///
    /// # Errors
    /// [`Error::Forbidden`] with the missing power.
    pub fn require_visits(&self) -> Result<(), Error> {
        self.require(match self.bureau().kind {
            BureauKind::City => Power::Supervise,
            BureauKind::County => Power::ReadRecords,
        })
    }

    /// A page of this bureau's visits: the city's own, or those into this county.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to see them, [`Error::NotFound`] when the page is said to begin after a
    /// visit that is not there.
    pub async fn visits(
        &self,
        filter: VisitFilter,
        after: Option<VisitId>,
    ) -> Result<VisitPage<VisitRecord, VisitId>, Error> {
        self.require_visits()?;
        let mut list = self.find::<visit::Entity>();
        if let Some(person) = filter.person {
            list = list.filter(visit::Column::PersonId.eq(person.0));
        }
        if let Some(county) = filter.county {
            list = list.filter(visit::Column::CountyId.eq(county.0));
        }
        if let Some(after) = after {
            list = list.filter(visit::Column::Id.lt(self.visit_record(after).await?.id.0));
        }
        // An id begins with the instant at which it was made.
        let rows = list.order_by_desc(visit::Column::Id).limit(PAGE_ROWS + 1).all(self.tx()).await?;
        let rows = rows.into_iter().map(VisitRecord::of).collect::<Result<_, _>>()?;
        Ok(VisitPage::of(rows, |visit: &VisitRecord| visit.id))
    }

    /// One of this bureau's visits.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to see them, [`Error::NotFound`].
    pub async fn visited(&self, id: VisitId) -> Result<VisitRecord, Error> {
        self.require_visits()?;
        self.visit_record(id).await
    }

    /// The person's own visit, open or ended.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to supervise, [`Error::NotFound`] also for somebody else's.
    pub(super) async fn own_visit(&self, id: VisitId) -> Result<VisitRecord, Error> {
        self.require(Power::Supervise)?;
        let visit = self.visit_record(id).await?;
        let is_own = self.actor().person == Some(visit.person) && visit.city == self.bureau().id;
        if is_own { Ok(visit) } else { Err(Error::NotFound) }
    }

    pub(super) async fn visit_record(&self, id: VisitId) -> Result<VisitRecord, Error> {
        let found = self.find::<visit::Entity>().filter(visit::Column::Id.eq(id.0));
        VisitRecord::of(found.one(self.tx()).await?.ok_or(Error::NotFound)?)
    }

    /// A page of what was looked at in a visit into this county, the newest first.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`] when this bureau has no such visit.
    pub async fn looks(&self, id: VisitId, after: Option<i32>) -> Result<VisitPage<VisitLook, i32>, Error> {
        self.require(Power::ReadRecords)?;
        self.visit_record(id).await?;
        let mut list = self.find::<visit_look::Entity>().filter(visit_look::Column::VisitId.eq(id.0));
        if let Some(after) = after {
            list = list.filter(visit_look::Column::Seq.lt(after));
        }
        let rows = list.order_by_desc(visit_look::Column::Seq).limit(PAGE_ROWS + 1).all(self.tx()).await?;
        let rows = rows.into_iter().map(VisitLook::of).collect::<Result<_, _>>()?;
        Ok(VisitPage::of(rows, |look: &VisitLook| look.seq))
    }

    /// The bureaus by their ids, for the names in a list of visits.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn bureaus_of_visits(&self) -> Result<Vec<Bureau>, Error> {
        self.require_visits()?;
        self.every_bureau().await
    }
}

impl Session {
    /// The person's own visit, open or ended, with the county that it leads to.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a bureau that is not the person's and for somebody else's visit, [`Error::Forbidden`]
    /// without the power to supervise.
    pub async fn own_visit(&self, city: &str, id: VisitId) -> Result<(VisitRecord, Bureau), Error> {
        let city = self.bureau(city).await?;
        let visit = city.own_visit(id).await?;
        let county = city.every_bureau().await?.into_iter().find(|one| one.id == visit.county);
        Ok((visit, county.ok_or(Error::NotFound)?))
    }

    /// What the person looked at in a visit of their own: read from the county's log, nothing else of the county.
    ///
    /// # Errors
    /// As [`Session::own_visit`].
    pub async fn own_looks(
        &self,
        city: &str,
        id: VisitId,
        after: Option<i32>,
    ) -> Result<VisitPage<VisitLook, i32>, Error> {
        let (visit, county) = self.own_visit(city, id).await?;
        let person = self.person();
        let actor = Actor {
            person: Some(person.id),
            name: person.name.clone(),
            roles: vec![domain::role::Role::Reader],
        };
        let shared = SharedStore::begin(self.store(), Access::Read).await?;
        let county = BureauStore::enter(self.store(), shared, county, actor, Access::Read).await?;
        county.looks(visit.id, after).await
    }
}
