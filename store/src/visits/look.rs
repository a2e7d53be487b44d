//! The only door from a city into a county's records: opened for one list or record at a time, and never before it
//! stands in the county's log.

use super::record::{VisitLook, VisitRecord};
use crate::account::Session;
use crate::bureaus;
use crate::database::Access;
use crate::entity::visit_look;
use crate::error::Error;
use crate::scope::{Actor, BureauStore, SharedStore};
use crate::workspaces;
use domain::id::VisitId;
use domain::role::Role;
use domain::visit::Looked;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

/// Characters of a list's filter that are kept.
const WORDS_MAX: usize = 200;

impl Session {
    /// Opens the visited county to read what `looked` names, as a mere reader: every write is refused by the database
    /// itself, and sealed fields stay sealed. What is opened stands in the county's log and chain, committed, before
    /// this answers; `asked` says by what a list is narrowed.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a bureau that is not the person's, for somebody else's visit, one that has ended, and a
    /// record that the county does not have; [`Error::Forbidden`] without the power to supervise.
    pub async fn look(
        &self,
        city: &str,
        id: VisitId,
        looked: Looked,
        asked: &str,
    ) -> Result<BureauStore, Error> {
        let store = self.store();
        let shared = SharedStore::begin(store, Access::Write).await?;
        // The roles are looked up again: what is written now must be so now.
        let now = workspaces::workspaces(&shared, self.person().id).await?;
        let (bureau, actor) = bureaus::workspace(&now, city, self.person())?;
        let city = BureauStore::enter(store, shared, bureau, actor, Access::Read).await?;
        let visit = city.own_visit(id).await?;
        let county = city.every_bureau().await?.into_iter().find(|one| one.id == visit.county);
        let county = county.ok_or(Error::NotFound)?;
        let actor = Actor { roles: vec![Role::Reader], ..city.actor().clone() };
        let log = city.leave_for(store, county.clone(), actor.clone()).await?;
        log.note_look(&visit, looked, asked).await?;
        log.commit().await?;
        let shared = SharedStore::begin(store, Access::Read).await?;
        let open = BureauStore::enter(store, shared, county, actor, Access::Read).await?;
        Ok(open.in_visit(id))
    }
}

impl BureauStore {
    /// Writes into the county's log what is about to be shown. Its own row of the visit decides whether it is open:
    /// read behind the lock behind which it is ended.
    async fn note_look(&self, visit: &VisitRecord, looked: Looked, asked: &str) -> Result<(), Error> {
        let here = self.visit_record(visit.id).await?;
        if !here.state(self.now()).is_open() || here.person != visit.person {
            return Err(Error::NotFound);
        }
        let words = match looked {
            Looked::List(_) => asked.chars().take(WORDS_MAX).collect(),
            Looked::Record(noun, row) => self.title_of(noun, row).await?,
        };
        let last = self.find::<visit_look::Entity>().filter(visit_look::Column::VisitId.eq(visit.id.0));
        let last = last.order_by_desc(visit_look::Column::Seq).one(self.tx()).await?;
        let look = VisitLook {
            seq: last.map_or(1, |row| row.seq + 1),
            at: self.now(),
            noun: looked.noun(),
            row: looked.record(),
            words,
        };
        self.insert::<visit_look::Entity>(look.row(visit.id)).await?;
        self.audit("visit_looked", &visit.id.to_string(), &look).await.map(drop)
    }
}
