//! The list: filters, keyset paging, totals.

use domain::establishment::LicenceState;
use domain::id::EstablishmentId;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::record::line_of;
use super::{
    EstablishmentFilter, EstablishmentLine, EstablishmentPage, EstablishmentRecord, PAGE_ROWS,
    TOTAL_EXACT_MAX, Total,
};
use crate::entity::establishment::{Column, Entity};
use crate::error::Error;
use crate::scope::BureauStore;

/// Most towns that the filter offers.
const TOWNS_MAX: usize = 200;

impl BureauStore {
    /// One page of the list.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the page is said to begin after a row that is not there.
    pub async fn establishments(&self, filter: &EstablishmentFilter) -> Result<EstablishmentPage, Error> {
        if !filter.search.trim().is_empty() {
            return self.found_page(filter).await;
        }
        let mut query = self.filtered(filter);
        if let Some(after) = filter.after {
            let last = self.establishment_row(after).await?;
            query = query.filter(
                Expr::tuple([Expr::col((Entity, Column::Pinyin)), Expr::col((Entity, Column::Id))])
                    .gt(Expr::tuple([Expr::val(last.pinyin), Expr::val(last.id)])),
            );
        }
        let mut rows = sorted(query).limit(PAGE_ROWS + 1).all(self.tx()).await?;
        let more = rows.len() as u64 > PAGE_ROWS;
        rows.truncate(usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX));
        let next = if more { rows.last().map(|row| EstablishmentId(row.id)) } else { None };
        let total = match (filter.after, more) {
            (None, false) => Total::Exactly(rows.len() as u64),
            _ => self.total(filter).await?,
        };
        let rows = rows.into_iter().map(|row| line_of(row, self.today())).collect();
        Ok(EstablishmentPage { rows, total, next })
    }

    async fn found_page(&self, filter: &EstablishmentFilter) -> Result<EstablishmentPage, Error> {
        let (hits, more) = self.search_establishments(filter).await?;
        let counted = hits.len() as u64;
        let total = if more { Total::MoreThan(counted) } else { Total::Exactly(counted) };
        let begin = match filter.after {
            Some(after) => hits.iter().position(|hit| hit.id == after).ok_or(Error::NotFound)? + 1,
            None => 0,
        };
        let page = usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX);
        let next =
            (hits.len() > begin + page).then(|| hits.get(begin + page - 1).map(|hit| hit.id)).flatten();
        let rows: Vec<EstablishmentLine> = hits.into_iter().skip(begin).take(page).collect();
        Ok(EstablishmentPage { rows, total, next })
    }

    async fn total(&self, filter: &EstablishmentFilter) -> Result<Total, Error> {
        let counted = self.filtered(filter).select_only().expr(Expr::val(1)).limit(TOTAL_EXACT_MAX + 1);
        let counted = counted.into_tuple::<i32>().all(self.tx()).await?.len() as u64;
        Ok(if counted > TOTAL_EXACT_MAX { Total::MoreThan(TOTAL_EXACT_MAX) } else { Total::Exactly(counted) })
    }

    /// The exact number of what a filter shows, however long it takes.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn count_establishments(&self, filter: &EstablishmentFilter) -> Result<u64, Error> {
        if !filter.search.trim().is_empty() {
            return Ok(self.search_establishments(filter).await?.0.len() as u64);
        }
        let counted = self.filtered(filter).select_only().expr(Expr::cust("count(*)"));
        let counted = counted.into_tuple::<i64>().one(self.tx()).await?.unwrap_or(0);
        Ok(u64::try_from(counted).unwrap_or(0))
    }

    /// Up to `most` whole records of what a filter shows, after the one that `filter.after` names: for exports.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn establishment_records(
        &self,
        filter: &EstablishmentFilter,
        most: u64,
    ) -> Result<Vec<EstablishmentRecord>, Error> {
        if !filter.search.trim().is_empty() {
            let (hits, _) = self.search_establishments(filter).await?;
            let ids = hits.iter().skip_while(|hit| filter.after.is_some_and(|after| hit.id != after));
            let ids = ids.skip(usize::from(filter.after.is_some())).map(|hit| hit.id.0);
            let ids: Vec<_> = ids.take(usize::try_from(most).unwrap_or(usize::MAX)).collect();
            let rows = sorted(self.find::<Entity>().filter(Column::Id.is_in(ids)));
            return self.records(rows.all(self.tx()).await?).await;
        }
        let mut query = self.filtered(filter);
        if let Some(after) = filter.after {
            let last = self.establishment_row(after).await?;
            query = query.filter(
                Expr::tuple([Expr::col((Entity, Column::Pinyin)), Expr::col((Entity, Column::Id))])
                    .gt(Expr::tuple([Expr::val(last.pinyin), Expr::val(last.id)])),
            );
        }
        self.records(sorted(query).limit(most).all(self.tx()).await?).await
    }

    /// One establishment, whole.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn establishment(&self, id: EstablishmentId) -> Result<EstablishmentRecord, Error> {
        let row = self.establishment_row(id).await?;
        self.records(vec![row]).await?.pop().ok_or(Error::NotFound)
    }

    /// The towns that the register names, sorted; found by stepping along the index.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn establishment_towns(&self) -> Result<Vec<String>, Error> {
        let text = format!(
            "with recursive step (town) as (
                 select min(town) from establishment where bureau_id = $1 and town > ''
                 union all
                 select (select min(e.town) from establishment e where e.bureau_id = $1 and e.town > step.town)
                 from step where step.town is not null
             ) select town from step where town is not null limit {TOWNS_MAX}"
        );
        let rows = self.tx().query_all_raw(self.shared().sql(&text, [self.bureau().id.0.into()])).await?;
        rows.iter().map(|row| Ok(row.try_get("", "town")?)).collect()
    }

    /// The rows of this bureau that a filter lets through, without its words.
    pub(super) fn filtered(&self, filter: &EstablishmentFilter) -> Select<Entity> {
        let mut query = self.find::<Entity>();
        if let Some(industry) = &filter.industry {
            query = query.filter(Column::Industry.eq(industry.as_str()));
        }
        if let Some(town) = &filter.town {
            query = query.filter(Column::Town.eq(town.as_str()));
        }
        let (today, soon) = (self.today(), LicenceState::soon(self.today()));
        match filter.licence {
            None => query,
            Some(LicenceState::None) => query.filter(Column::LicenceState.eq("none")),
            Some(LicenceState::Expired) => query.filter(Column::LicenceUntil.lt(today)),
            Some(LicenceState::Ending) => query.filter(Column::LicenceUntil.between(today, soon)),
            Some(LicenceState::Valid) => query.filter(Column::LicenceState.ne("none")).filter(
                Condition::any().add(Column::LicenceUntil.is_null()).add(Column::LicenceUntil.gt(soon)),
            ),
        }
    }
}

fn sorted(query: Select<Entity>) -> Select<Entity>
where
    Entity: EntityTrait,
{
    query.order_by_asc(Column::Pinyin).order_by_asc(Column::Id)
}
