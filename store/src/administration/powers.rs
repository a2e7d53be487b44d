//! The city's administrator gives a bureau its powers and ends them: in one transaction that stands in the city's chain
//! and, row by row, in the chain of the bureau that it is about.

use crate::bureaus::{Bureau, BureauKind, administered};
use crate::catalogue::in_use;
use crate::entity::power;
use crate::error::Error;
use crate::powers::{PowerRow, row_of};
use crate::scope::BureauStore;
use crate::store::Store;
use domain::catalogue::{
    Bilingual, Level, PowerGrant, PowerRefusal, ReadySetting, change_to, may_end_power, may_give_power,
};
use domain::id::PowerId;
use domain::role::{Power, Role};
use domain::{Day, Instant};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// The longest list of powers that is ever read.
const POWERS_MAX: u64 = 2_000;

/// A power that a bureau has or had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPower {
    pub id: PowerId,
    pub row: PowerRow,
    pub at: Instant,
    /// Who gave it; empty for the command line.
    pub by: String,
}

/// What is done to a bureau's powers.
#[derive(Clone, Debug)]
pub enum PowerAct {
    /// One power more.
    Give(PowerRow),
    /// A power ends with its last day, for a reason or by a document.
    End { power: PowerId, last_day: Day, basis: String },
    /// A ready setting from a day on, by a document.
    Change { setting: ReadySetting, from: Day, basis: String },
}

/// The level at which a bureau acts by itself.
#[must_use]
pub fn level_of(bureau: &Bureau) -> Level {
    match bureau.kind {
        BureauKind::City => Level::City,
        BureauKind::County => Level::County,
    }
}

fn refused(field: &'static str) -> impl Fn(PowerRefusal) -> Error {
    move |refusal| Error::Invalid { field, code: refusal.code() }
}

impl BureauStore {
    /// This bureau's powers with who gave them, by industry, capacity and first day: for its administrator.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to administer.
    pub async fn held_powers(&self) -> Result<Vec<HeldPower>, Error> {
        self.require(Power::AdministerBureau)?;
        self.powers_held_by(self.bureau()).await
    }

    /// A bureau and its powers, for the city's administrator in the city's workspace.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::NotFound`] when there is no such bureau.
    pub async fn powers_of(&self, slug: &str) -> Result<(Bureau, Vec<HeldPower>), Error> {
        self.require(Power::AdministerCity)?;
        let bureau = administered(self.shared(), slug).await?;
        let held = self.powers_held_by(&bureau).await?;
        Ok((bureau, held))
    }

    async fn powers_held_by(&self, bureau: &Bureau) -> Result<Vec<HeldPower>, Error> {
        let own = self.shared().find::<power::Entity>().filter(power::Column::BureauId.eq(bureau.id.0));
        let own = own.order_by_asc(power::Column::Industry).order_by_asc(power::Column::Capacity);
        let own = own.order_by_asc(power::Column::FromOn).order_by_asc(power::Column::Id);
        let rows = own.limit(POWERS_MAX).all(self.tx()).await?;
        let people: Vec<_> = rows.iter().filter_map(|row| row.recorded_by).collect();
        let names = self.names(people).await?;
        let held = |row: power::Model| HeldPower {
            id: PowerId(row.id),
            at: Instant(row.recorded_at),
            by: row.recorded_by.and_then(|by| names.get(&by).cloned()).unwrap_or_default(),
            row: row_of(row),
        };
        Ok(rows.into_iter().map(held).collect())
    }

    /// Does an act on a bureau's powers and stands in that bureau then, inside the same transaction.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::NotFound`] for an unknown bureau or another one's power,
    /// [`Error::Invalid`] with the code of a [`PowerRefusal`].
    pub async fn change_powers(self, store: &Store, slug: &str, act: &PowerAct) -> Result<Self, Error> {
        self.require(Power::AdministerCity)?;
        let bureau = administered(self.shared(), slug).await?;
        let payload = match act {
            PowerAct::Give(row) => serde_json::json!({ "give": row }),
            PowerAct::End { power, last_day, basis } => {
                serde_json::json!({ "end": power, "last_day": last_day, "basis": basis })
            }
            PowerAct::Change { setting, from, basis } => {
                serde_json::json!({ "setting": setting.word(), "from": from, "basis": basis })
            }
        };
        self.audit("powers_changed", slug, &payload).await?;
        let there = self.step_into(store, bureau, vec![Role::BureauAdmin]).await?;
        match act {
            PowerAct::Give(row) => there.give_judged(row).await?,
            PowerAct::End { power, last_day, basis } => there.end_judged(*power, *last_day, basis).await?,
            PowerAct::Change { setting, from, basis } => there.change_judged(*setting, *from, basis).await?,
        }
        Ok(there)
    }

    async fn give_judged(&self, row: &PowerRow) -> Result<(), Error> {
        let new = row.grant(self.bureau().id).ok_or(Error::NotFound)?;
        may_give_power(&new, &self.power_grants().await?, in_use()).map_err(refused("from"))?;
        self.give_power(row).await
    }

    async fn end_judged(&self, id: PowerId, last_day: Day, basis: &str) -> Result<(), Error> {
        let held = self.held_powers().await?;
        let held = held.into_iter().find(|one| one.id == id).ok_or(Error::NotFound)?;
        let grant = held.row.grant(self.bureau().id).ok_or(Error::NotFound)?;
        may_end_power(&grant, last_day, self.today()).map_err(refused("last_day"))?;
        self.end_power(&held, last_day, basis).await
    }

    async fn change_judged(&self, setting: ReadySetting, from: Day, basis: &str) -> Result<(), Error> {
        let held = self.held_powers().await?;
        let known = |one: &HeldPower| one.row.grant(self.bureau().id);
        let (held, grants): (Vec<HeldPower>, Vec<PowerGrant>) =
            held.into_iter().filter_map(|one| known(&one).map(|grant| (one, grant))).unzip();
        let document = Bilingual { zh: basis.to_owned(), en: basis.to_owned() };
        let whose = (self.bureau().id, level_of(self.bureau()));
        let change = change_to(setting, &grants, in_use(), whose, from, &document);
        let change = change.map_err(refused("setting"))?;
        let last_day = from.pred_opt().ok_or(Error::Invalid { field: "setting", code: "date_order" })?;
        for ended in change.ends.iter().filter_map(|place| held.get(*place)) {
            self.end_power(ended, last_day, basis).await?;
        }
        for given in &change.gives {
            self.give_power(&PowerRow::from(given)).await?;
        }
        Ok(())
    }

    async fn end_power(&self, held: &HeldPower, last_day: Day, basis: &str) -> Result<(), Error> {
        let ended = power::ActiveModel { to_on: Set(Some(last_day)), ..Default::default() };
        let own = self.shared().change::<power::Entity>().set(ended).filter(power::Column::Id.eq(held.id.0));
        own.filter(power::Column::BureauId.eq(self.bureau().id.0)).exec(self.tx()).await?;
        let payload = serde_json::json!({
            "power": held.id, "capacity": held.row.capacity, "level": held.row.level,
            "before": { "to": held.row.to }, "after": { "to": last_day }, "basis": basis,
        });
        self.audit("power_ended", &held.row.industry, &payload).await.map(drop)
    }
}
