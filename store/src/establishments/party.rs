//! Which establishment of the register a party of a case is.

use domain::establishment::{Known, recognise_party};
use domain::value::{CreditCode, fold};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use super::EstablishmentRecord;
use super::import::known_of;
use crate::entity::establishment::{Column, Entity};
use crate::error::Error;
use crate::scope::BureauStore;

/// Establishments of one name that are looked at; more are ambiguous anyway.
const SAME_NAME_MAX: u64 = 10;

impl BureauStore {
    /// The establishment that a party of this code and name is; none when the register does not know it, or
    /// knows several of the name.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn establishment_of_party(
        &self,
        code: Option<&CreditCode>,
        name: &str,
    ) -> Result<Option<EstablishmentRecord>, Error> {
        let mut rows = Vec::new();
        if let Some(code) = code {
            let coded = self.find::<Entity>().filter(Column::CreditCode.eq(code.as_str()));
            rows.extend(coded.one(self.tx()).await?);
        }
        let named = self.find::<Entity>().filter(Column::Pinyin.eq(crate::pinyin::key(&fold(name))));
        rows.extend(named.limit(SAME_NAME_MAX).all(self.tx()).await?);
        rows.sort_by_key(|row| row.id);
        rows.dedup_by_key(|row| row.id);
        let records = self.records(rows).await?;
        let known: Vec<Known> = records.iter().map(known_of).collect();
        let id = recognise_party(name, code, known.iter());
        Ok(records.into_iter().find(|record| Some(record.id) == id))
    }
}
