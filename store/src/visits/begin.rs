//! A visit begins and ends on both sides in one transaction, each with its audit row.

use super::record::{NewVisit, VisitRecord};
use crate::bureaus::{Bureau, BureauKind};
use crate::entity::visit;
use crate::error::Error;
use crate::scope::BureauStore;
use crate::store::Store;
use domain::id::VisitId;
use domain::role::Power;
use domain::visit::VisitTime;
use uuid::Uuid;

/// The act under which a sent form is kept.
const BEGUN: &str = "visit_begun";

impl BureauStore {
    /// The counties that this city may visit, by administrative code.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to supervise, [`Error::Down`] when the database fails.
    pub async fn counties_to_visit(&self) -> Result<Vec<Bureau>, Error> {
        self.require(Power::Supervise)?;
        let own = self.bureau().id;
        let all = self.every_bureau().await?;
        Ok(all.into_iter().filter(|one| one.kind == BureauKind::County && one.parent == Some(own)).collect())
    }

    /// Begins a visit, keeps the form's token with it, and commits: the county sees it from now on.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to supervise, [`Error::Invalid`] at `county` when it is none of this
    /// city's, [`Error::Conflict`] when the token was kept before.
    pub async fn begin_visit(self, store: &Store, new: NewVisit, token: Uuid) -> Result<VisitId, Error> {
        self.must_write()?;
        let counties = self.counties_to_visit().await?;
        let county = counties.into_iter().find(|one| one.slug == new.county);
        let county = county.ok_or(Error::Invalid { field: "county", code: "county_missing" })?;
        let visit = VisitRecord {
            id: VisitId(Uuid::now_v7()),
            city: self.bureau().id,
            county: county.id,
            person: self.person()?,
            person_name: self.actor().name.clone(),
            reason: new.reason,
            purpose: new.purpose.into(),
            time: VisitTime::begin(self.now(), new.length),
        };
        let subject = visit.id.to_string();
        self.insert::<visit::Entity>(visit.row()).await?;
        self.audit(BEGUN, &subject, &visit).await?;
        self.keep_sent(token, BEGUN, &subject).await?;
        let county = self.step_into(store, county, Vec::new()).await?;
        county.insert::<visit::Entity>(visit.row()).await?;
        county.audit(BEGUN, &subject, &visit).await?;
        county.commit().await?;
        Ok(visit.id)
    }

    /// Ends the person's own visit and commits; one that is over already stays as it is.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to supervise, [`Error::NotFound`] for somebody else's visit.
    pub async fn end_visit(self, store: &Store, id: VisitId) -> Result<(), Error> {
        self.must_write()?;
        let visit = self.own_visit(id).await?;
        let Ok(time) = visit.time.end(self.now()) else { return Ok(()) };
        let ended = VisitRecord { time, ..visit };
        let county = self.every_bureau().await?.into_iter().find(|one| one.id == ended.county);
        let (county, subject) = (county.ok_or(Error::NotFound)?, id.to_string());
        self.update::<visit::Entity>(ended.row()).await?;
        self.audit("visit_ended", &subject, &ended).await?;
        let county = self.step_into(store, county, Vec::new()).await?;
        county.update::<visit::Entity>(ended.row()).await?;
        county.audit("visit_ended", &subject, &ended).await?;
        county.commit().await
    }
}
