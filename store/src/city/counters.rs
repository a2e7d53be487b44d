//! The counters: moved in the transaction of the record, in the order of their keys.

use std::collections::BTreeMap;

use domain::city::{Cell, Counter};
use domain::id::BureauId;
use sea_orm::{ConnectionTrait, Value};

use super::recount::{CounterKey, key_of};
use crate::error::Error;
use crate::scope::{BureauStore, SharedStore};

/// Counters that are moved by one statement.
const TOGETHER: usize = 1_000;

/// What is left of two counts of one record: the later one less the earlier one.
pub(crate) fn difference(
    was: Vec<(Cell, i64)>,
    is: impl IntoIterator<Item = (Cell, i64)>,
) -> BTreeMap<Cell, i64> {
    let mut by: BTreeMap<Cell, i64> = BTreeMap::new();
    for (cell, value) in is {
        *by.entry(cell).or_default() += value;
    }
    for (cell, value) in was {
        *by.entry(cell).or_default() -= value;
    }
    by.retain(|_, value| *value != 0);
    by
}

impl BureauStore {
    /// Moves this bureau's counters; a practice area has none. The days on which nothing is due any more go: days are many.
    pub(crate) async fn count(&self, by: &BTreeMap<Cell, i64>) -> Result<(), Error> {
        self.must_write()?;
        if self.bureau().is_practice() {
            return Ok(());
        }
        let own = self.bureau().id;
        add_to_bureau(self.shared(), own, by.iter().map(|(cell, by)| (key_of(cell), *by)).collect()).await?;
        let gone = by.iter().filter(|(cell, by)| cell.counter == Counter::CaseDueDay && **by < 0);
        for (cell, _) in gone {
            let nothing = "delete from city_figure where bureau_id = $1 and figure = $2 and period = $3 \
                           and part = $4 and value = 0";
            let key = [own.0.into(), cell.counter.word().into(), (&cell.period).into(), (&cell.part).into()];
            self.tx().execute_raw(self.shared().sql(nothing, key)).await?;
        }
        Ok(())
    }
}

/// Moves counters of one bureau.
pub(crate) async fn add_to_bureau(
    shared: &SharedStore,
    bureau: BureauId,
    by: Vec<(CounterKey, i64)>,
) -> Result<(), Error> {
    for together in by.chunks(TOGETHER) {
        let rows = together.iter().map(|((figure, period, part), by)| {
            vec![bureau.0.into(), figure.into(), period.into(), part.into(), (*by).into()]
        });
        add(shared, "city_figure", "bureau_id, figure, period, part", rows.collect()).await?;
    }
    Ok(())
}

/// Moves counters of the whole city, whose lock the caller holds.
pub(super) async fn add_to_city(shared: &SharedStore, by: Vec<(CounterKey, i64)>) -> Result<(), Error> {
    for together in by.chunks(TOGETHER) {
        let rows = together.iter().map(|((figure, period, part), by)| {
            vec![figure.into(), period.into(), part.into(), (*by).into()]
        });
        add(shared, "city_total", "figure, period, part", rows.collect()).await?;
    }
    Ok(())
}

/// Adds each row's last value to the counter of its key, which begins with it.
async fn add(shared: &SharedStore, table: &str, key: &str, rows: Vec<Vec<Value>>) -> Result<(), Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut nth = 0;
    let mut places = Vec::with_capacity(rows.len());
    for row in &rows {
        let binds: Vec<String> = (0..row.len())
            .map(|_| {
                nth += 1;
                format!("${nth}")
            })
            .collect();
        places.push(format!("({})", binds.join(", ")));
    }
    let text = format!(
        "insert into {table} ({key}, value) values {} on conflict ({key}) do update set value = {table}.value + excluded.value",
        places.join(", ")
    );
    shared.tx().execute_raw(shared.sql(&text, rows.into_iter().flatten())).await?;
    Ok(())
}
