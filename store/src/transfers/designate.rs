//! Designation of jurisdiction (指定管辖): the city orders, a county handles; one row on each side under the same id
//! (行政处罚法 art. 25).

use crate::entity::designation::{ActiveModel, Column, Entity, Model};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::store::Store;
use domain::Day;
use domain::case::{Designation, Name, Note, NumberWord, number};
use domain::id::BureauId;
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

/// The act under which a sent form is kept, and what stands in both chains.
const DESIGNATED: &str = "designated";
/// Orders that are shown, and that judging knows: the newest.
const ORDERS_MAX: u64 = 200;

/// An order about to be given.
#[derive(Clone, Debug)]
pub struct NewDesignation {
    /// The slug of the county that is to handle the case.
    pub county: String,
    /// Against whom the case is.
    pub party: Name,
    /// What is said to have been done, and where.
    pub matter: Note,
    pub reason: Note,
}

/// An order as its lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DesignationRecord {
    #[serde(skip)]
    pub id: Uuid,
    pub number: String,
    /// The county that was designated, or with the county the city.
    pub other: BureauId,
    pub party: String,
    pub matter: String,
    pub reason: String,
    pub ordered_on: Day,
    pub ordered_by: String,
}

impl BureauStore {
    /// Gives the order its number, lays it before the county, keeps the form's token with it, and commits.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to supervise, [`Error::Invalid`] at `county` when it is none of this
    /// city's, [`Error::Conflict`] when the token was kept before.
    pub async fn designate(self, store: &Store, new: NewDesignation, token: Uuid) -> Result<(), Error> {
        use chrono::Datelike;
        self.must_write()?;
        let counties = self.counties_to_visit().await?;
        let county = counties.into_iter().find(|one| one.slug == new.county);
        let county = county.ok_or(Error::Invalid { field: "county", code: "county_missing" })?;
        let (on, prefix) = (self.today(), self.bureau().number_prefix.clone());
        let word = NumberWord::Designation;
        let last = self.next_number(&word.counter(&prefix), on.year()).await?;
        let ordered = ActiveModel {
            id: Set(Uuid::now_v7()),
            direction: Set("out".to_owned()),
            other_id: Set(county.id.0),
            number: Set(number(&prefix, word, on.year(), last)),
            party_name: Set(new.party.to_string()),
            matter: Set(new.matter.to_string()),
            reason: Set(new.reason.to_string()),
            ordered_on: Set(on),
            ordered_by: Set(self.actor().name.clone()),
            ..Default::default()
        };
        let received = ActiveModel {
            direction: Set("in".to_owned()),
            other_id: Set(self.bureau().id.0),
            ..ordered.clone()
        };
        let row = self.insert::<Entity>(ordered).await?;
        let (subject, record) = (row.number.clone(), record_of(row));
        self.audit(DESIGNATED, &subject, &record).await?;
        self.keep_sent(token, DESIGNATED, &subject).await?;
        let county = self.step_into(store, county, Vec::new()).await?;
        county.insert::<Entity>(received).await?;
        county.audit(DESIGNATED, &subject, &record).await?;
        county.commit().await
    }

    /// What became of the form of this token: the order's number.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the token was used by somebody else or for another act.
    pub async fn designated_before(&self, token: Uuid) -> Result<crate::Sent, Error> {
        self.sent(token, DESIGNATED).await
    }

    /// The newest orders that this bureau gave, or by which it was designated.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to supervise in the city, to read records in a county.
    pub async fn designations(&self) -> Result<Vec<DesignationRecord>, Error> {
        let is_city = self.bureau().kind == crate::BureauKind::City;
        self.require(if is_city { Power::Supervise } else { Power::ReadRecords })?;
        let rows = self.orders(if is_city { "out" } else { "in" }).await?;
        Ok(rows.into_iter().map(record_of).collect())
    }

    /// An order that this bureau gave.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to supervise, [`Error::NotFound`] for one that it did not give.
    pub async fn designation(&self, id: Uuid) -> Result<DesignationRecord, Error> {
        self.require(Power::Supervise)?;
        let own = self.find::<Entity>().filter(Column::Direction.eq("out")).filter(Column::Id.eq(id));
        own.one(self.tx()).await?.map(record_of).ok_or(Error::NotFound)
    }

    /// The orders by which this bureau handles what lies elsewhere, as judging asks for them.
    pub(crate) async fn designated_here(&self) -> Result<Vec<Designation>, Error> {
        let rows = self.orders("in").await?.into_iter();
        let known = rows.filter_map(|row| {
            Some(Designation {
                number: Name::parse(&row.number).ok()?,
                party: Name::parse(&row.party_name).ok()?,
            })
        });
        Ok(known.collect())
    }

    async fn orders(&self, direction: &str) -> Result<Vec<Model>, Error> {
        let own = self.find::<Entity>().filter(Column::Direction.eq(direction));
        Ok(own.order_by_desc(Column::Id).limit(ORDERS_MAX).all(self.tx()).await?)
    }
}

fn record_of(row: Model) -> DesignationRecord {
    DesignationRecord {
        id: row.id,
        number: row.number,
        other: BureauId(row.other_id),
        party: row.party_name,
        matter: row.matter,
        reason: row.reason,
        ordered_on: row.ordered_on,
        ordered_by: row.ordered_by,
    }
}
