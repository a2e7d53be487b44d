//! Delegations (AB 岗): whose power to approve is lent to whom, from–to.

use crate::entity::delegation::{self, ActiveModel, Column, Entity};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::case::{Delegation, DelegationFault, Member};
use domain::id::{DelegationId, PersonId};
use domain::role::Power;
use domain::{Day, Instant};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Delegations that are read at most: those that have not ended.
const DELEGATIONS_MAX: u64 = 200;

impl BureauStore {
    /// Every delegation that has not ended by a day, revoked ones included, the first to end first.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn delegations(&self, on: Day) -> Result<Vec<Delegation>, Error> {
        let rows = self.find::<Entity>().filter(Column::LastOn.gte(on)).order_by_asc(Column::LastOn);
        let rows = rows.order_by_asc(Column::Id).limit(DELEGATIONS_MAX).all(self.tx()).await?;
        Ok(rows.into_iter().map(delegation_of).collect())
    }

    /// Lends the power of the person who acts to a member of `members`, the bureau's own.
    ///
    /// # Errors
    /// Why not; [`Error::Down`] when the database fails.
    pub async fn delegate(
        &self,
        to: PersonId,
        first: Day,
        last: Day,
        members: &[Member],
    ) -> Result<Result<DelegationId, DelegationFault>, Error> {
        self.must_write()?;
        let (id, from) = (DelegationId(Uuid::now_v7()), self.person()?);
        let new = Delegation { id, from, to, first, last, revoked_at: None };
        if let Err(fault) = new.judge(self.today(), members, &self.delegations(self.today()).await?) {
            return Ok(Err(fault));
        }
        let row = ActiveModel {
            id: Set(id.0),
            from_id: Set(from.0),
            to_id: Set(to.0),
            first_on: Set(first),
            last_on: Set(last),
            given_at: Set(self.now().0),
            revoked_at: Set(None),
            ..Default::default()
        };
        self.insert::<Entity>(row).await?;
        let payload = serde_json::json!({ "to": to, "first": first, "last": last });
        self.audit("delegated", &id.to_string(), &payload).await?;
        Ok(Ok(id))
    }

    /// Takes the power back at once: whoever lent it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one and for somebody else's; [`Error::Conflict`] when it was taken back before.
    pub async fn revoke_delegation(&self, id: DelegationId) -> Result<(), Error> {
        self.must_write()?;
        self.require(Power::ApproveCases)?;
        let own = self.find::<Entity>().filter(Column::Id.eq(id.0));
        let own = own.filter(Column::FromId.eq(self.person()?.0)).one(self.tx()).await?;
        if own.ok_or(Error::NotFound)?.revoked_at.is_some() {
            return Err(Error::Conflict);
        }
        let revoked = ActiveModel { revoked_at: Set(Some(self.now().0)), ..Default::default() };
        self.change::<Entity>().set(revoked).filter(Column::Id.eq(id.0)).exec(self.tx()).await?;
        self.audit("delegation_revoked", &id.to_string(), &serde_json::json!({})).await.map(drop)
    }
}

fn delegation_of(row: delegation::Model) -> Delegation {
    Delegation {
        id: DelegationId(row.id),
        from: PersonId(row.from_id),
        to: PersonId(row.to_id),
        first: row.first_on,
        last: row.last_on,
        revoked_at: row.revoked_at.map(Instant),
    }
}
