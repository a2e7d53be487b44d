//! Powers (职权) of a bureau: industry × capacity × level, from–to, with the document they rest on.

use crate::entity::power;
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Day;
use domain::catalogue::{Bilingual, Capacity, IndustryId, Level, PowerGrant};
use domain::id::BureauId;
use domain::role;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The longest list of powers that is ever read.
const POWERS_MAX: u64 = 2_000;

/// One row of a bureau's powers; the words are the catalogue's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PowerRow {
    /// The industry, or `labour_export`.
    pub industry: String,
    /// In whose place the bureau acts, such as `commerce`.
    pub capacity: String,
    /// `county`, `city` or `province`.
    pub level: String,
    /// First day.
    pub from: Day,
    /// Last day, none while it stands.
    pub to: Option<Day>,
    /// The document that gives it.
    pub basis: String,
}

impl From<&PowerGrant> for PowerRow {
    fn from(grant: &PowerGrant) -> Self {
        PowerRow {
            industry: grant.industry.word().to_owned(),
            capacity: grant.capacity.word().to_owned(),
            level: grant.level.word().to_owned(),
            from: grant.from,
            to: grant.to,
            basis: grant.basis.zh.clone(),
        }
    }
}

impl PowerRow {
    /// The power as the rules ask for it, of a bureau; none when a word is unknown to the catalogue.
    #[must_use]
    pub fn grant(&self, bureau: BureauId) -> Option<PowerGrant> {
        Some(PowerGrant {
            bureau,
            industry: IndustryId::new(&self.industry),
            capacity: Capacity::from_word(&self.capacity)?,
            level: Level::from_word(&self.level)?,
            from: self.from,
            to: self.to,
            basis: Bilingual { zh: self.basis.clone(), en: self.basis.clone() },
        })
    }
}

pub(crate) fn row_of(row: power::Model) -> PowerRow {
    PowerRow {
        industry: row.industry,
        capacity: row.capacity,
        level: row.level,
        from: row.from_on,
        to: row.to_on,
        basis: row.basis,
    }
}

impl BureauStore {
    /// What the catalogue's rules ask for: every power of this bureau. A row with a word that the
    /// catalogue does not know gives no power.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn power_grants(&self) -> Result<Vec<PowerGrant>, Error> {
        let bureau = self.bureau().id;
        Ok(self.powers().await?.iter().filter_map(|row| row.grant(bureau)).collect())
    }

    /// Every power that this bureau ever had, by industry and first day.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn powers(&self) -> Result<Vec<PowerRow>, Error> {
        let own =
            self.shared().find::<power::Entity>().filter(power::Column::BureauId.eq(self.bureau().home.0));
        let own = own.order_by_asc(power::Column::Industry).order_by_asc(power::Column::FromOn);
        let rows = own.limit(POWERS_MAX).all(self.tx()).await?;
        Ok(rows.into_iter().map(row_of).collect())
    }

    /// Gives this bureau a power: its administrator, or the command line.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to administer.
    pub async fn give_power(&self, new: &PowerRow) -> Result<(), Error> {
        if self.actor().person.is_some() {
            self.require(role::Power::AdministerBureau)?;
        }
        let row = power::ActiveModel {
            id: Set(Uuid::now_v7()),
            bureau_id: Set(self.bureau().id.0),
            industry: Set(new.industry.clone()),
            capacity: Set(new.capacity.clone()),
            level: Set(new.level.clone()),
            from_on: Set(new.from),
            to_on: Set(new.to),
            basis: Set(new.basis.clone()),
            recorded_at: Set(self.now().0),
            recorded_by: Set(self.actor().person.map(|person| person.0)),
        };
        self.shared().insert::<power::Entity>(row).await?;
        self.audit("power_given", &new.industry, new).await.map(drop)
    }
}
