//! The list: filters, keyset paging, totals.

use domain::Day;
use domain::establishment::LicenceState;
use domain::id::EstablishmentId;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IdenStatic, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
};
use serde::Deserialize;
use uuid::Uuid;

use super::record::licence_state;
use super::{
    EstablishmentFilter, EstablishmentLine, EstablishmentPage, EstablishmentRecord, PAGE_ROWS,
    TOTAL_EXACT_MAX, Total,
};
use crate::entity::establishment::{Column, Entity};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::url::Engine;

/// Most towns that the filter offers.
const TOWNS_MAX: usize = 200;
/// The towns that the register of a bureau names, found by stepping along the index.
const TOWNS: &str = "with recursive step (town) as (
         select min(town) from establishment where bureau_id = $1 and town > ''
         union all
         select (select min(e.town) from establishment e where e.bureau_id = $1 and e.town > step.town)
         from step where step.town is not null
     ) select town from step where town is not null";
/// What [`Listed`] holds, in its order.
const LISTED: [Column; 10] = [
    Column::Id,
    Column::Pinyin,
    Column::Name,
    Column::CreditCode,
    Column::Industry,
    Column::Town,
    Column::LegalRepresentative,
    Column::PhoneMasked,
    Column::LicenceUntil,
    Column::LicenceState,
];

/// One row of a page as the database gathers it: an array, in the order of [`LISTED`].
#[derive(Deserialize)]
struct Listed {
    id: Uuid,
    pinyin: String,
    name: String,
    credit_code: Option<String>,
    industry: String,
    town: String,
    legal_representative: String,
    phone: Option<String>,
    licence_until: Option<Day>,
    licence_state: String,
}

impl Listed {
    fn line(self, today: Day) -> EstablishmentLine {
        EstablishmentLine {
            id: EstablishmentId(self.id),
            name: self.name,
            credit_code: self.credit_code,
            industry: self.industry,
            town: self.town,
            legal_representative: self.legal_representative,
            phone: self.phone.unwrap_or_default(),
            licence_until: self.licence_until,
            licence: licence_state(&self.licence_state, self.licence_until, today),
        }
    }
}

impl BureauStore {
    /// One page of the list, with how many there are and what towns there are to choose: one statement, one row.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the page is said to begin after a row that is not there.
    pub async fn establishments(&self, filter: &EstablishmentFilter) -> Result<EstablishmentPage, Error> {
        if !filter.search.trim().is_empty() {
            return self.found_page(filter).await;
        }
        let page = self.sorted_after(filter).await?.limit(PAGE_ROWS + 1);
        let answer = self.tx().query_one(&self.page_at_once(filter, page)).await?.ok_or(Error::NotFound)?;
        let rows: String = answer.try_get("", "found")?;
        let mut rows: Vec<Listed> = serde_json::from_str(&rows).map_err(Error::down)?;
        // A database need not gather in the order in which it found.
        rows.sort_by(|one, other| (&one.pinyin, one.id).cmp(&(&other.pinyin, other.id)));
        let more = rows.len() as u64 > PAGE_ROWS;
        rows.truncate(usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX));
        let next = if more { rows.last().map(|row| EstablishmentId(row.id)) } else { None };
        let counted = u64::try_from(answer.try_get::<i64>("", "counted")?).unwrap_or(0);
        let towns: String = answer.try_get("", "towns")?;
        Ok(EstablishmentPage {
            rows: rows.into_iter().map(|row| row.line(self.today())).collect(),
            total: if counted > TOTAL_EXACT_MAX {
                Total::MoreThan(TOTAL_EXACT_MAX)
            } else {
                Total::Exactly(counted)
            },
            next,
            towns: serde_json::from_str(&towns).map_err(Error::down)?,
        })
    }

    /// The rows of a page as one text, the number up to a bound, and the towns. A row that crosses from the
    /// database costs more than finding it does.
    fn page_at_once(&self, filter: &EstablishmentFilter, page: Select<Entity>) -> SelectStatement {
        let page = page.select_only().columns(LISTED).into_query();
        let counted = self.filtered(filter).select_only().expr(Expr::val(1)).limit(TOTAL_EXACT_MAX + 1);
        let mut total = Query::select();
        total.expr(Expr::cust("count(*)")).from_subquery(counted.into_query(), "counted");
        let columns = LISTED.map(|column| match (self.shared().engine, column) {
            // A blob has no place in JSON.
            (Engine::Sqlite, Column::Id) => "lower(hex(p.id))".to_owned(),
            (_, column) => format!("p.{}", column.as_str()),
        });
        let columns = columns.join(", ");
        let (found, towns) = match self.shared().engine {
            Engine::Sqlite => (format!("json_group_array(json_array({columns}))"), "json_group_array(town)"),
            Engine::Postgres => (
                format!("coalesce(json_agg(json_build_array({columns})), '[]')::text"),
                "coalesce(json_agg(town), '[]')::text",
            ),
        };
        let towns = format!("(select {towns} from ({TOWNS} limit {TOWNS_MAX}) as t)");
        let towns = self.expr(&towns, &[self.bureau().id.0.into()]);
        Query::select()
            .expr_as(Expr::cust(found), "found")
            .expr_as(total, "counted")
            .expr_as(towns, "towns")
            .from_subquery(page, "p")
            .to_owned()
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
        Ok(EstablishmentPage { rows, total, next, towns: self.establishment_towns().await? })
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
            return self.records(self.sorted_rows(self.find::<Entity>(), ids).await?).await;
        }
        let rows = self.sorted_after(filter).await?.limit(most);
        self.records(rows.all(self.tx()).await?).await
    }

    /// One establishment, whole.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn establishment(&self, id: EstablishmentId) -> Result<EstablishmentRecord, Error> {
        let row = self.establishment_row(id).await?;
        self.records(vec![row]).await?.pop().ok_or(Error::NotFound)
    }

    /// The towns that the register names, sorted.
    async fn establishment_towns(&self) -> Result<Vec<String>, Error> {
        let text = format!("{TOWNS} limit {TOWNS_MAX}");
        let rows = self.tx().query_all_raw(self.shared().sql(&text, [self.bureau().id.0.into()])).await?;
        rows.iter().map(|row| Ok(row.try_get("", "town")?)).collect()
    }

    /// What a filter lets through, sorted, from the row on that `filter.after` names.
    async fn sorted_after(&self, filter: &EstablishmentFilter) -> Result<Select<Entity>, Error> {
        let mut query = self.filtered(filter);
        if let Some(after) = filter.after {
            let last = self.establishment_row(after).await?;
            query = query.filter(
                Expr::tuple([Expr::col((Entity, Column::Pinyin)), Expr::col((Entity, Column::Id))])
                    .gt(Expr::tuple([Expr::val(last.pinyin), Expr::val(last.id)])),
            );
        }
        Ok(sorted(query))
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
