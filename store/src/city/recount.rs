//! The counters against the records: counted again, bureau by bureau, each difference named and, if asked for, mended.

use std::collections::{BTreeMap, BTreeSet};

use domain::city::{Cell, Counter};
use domain::id::BureauId;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Serialize;

use super::counters::{add_to_bureau, add_to_city};
use super::people::{Moves, lock};
use super::recount_people::PeopleRecount;
use crate::bureaus::Bureau;
use crate::cases::Rulebook;
use crate::database::Access;
use crate::entity::{city_figure, city_total};
use crate::error::Error;
use crate::scope::{BureauStore, SharedStore};
use crate::store::Store;

/// A counter's figure, period and part.
pub(crate) type CounterKey = (String, String, String);

/// The counters that cases move.
const OF_CASES: [&str; 6] = [
    Counter::CaseOpened.word(),
    Counter::CaseClosed.word(),
    Counter::Fines.word(),
    Counter::CaseDueDay.word(),
    Counter::CaseDueMonth.word(),
    "case_act",
];
/// The counters that people move.
const OF_PEOPLE: [&str; 2] = [Counter::Trained.word(), Counter::Certified.word()];

/// A number that is kept and is not what the records say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The bureau's slug; empty for the whole city.
    pub bureau: String,
    /// The counter's word; `trained_person` and `certified_person` are the people themselves, by the day that counts.
    pub figure: String,
    /// A month, or a day.
    pub period: String,
    /// The industry's word or the trade's key.
    pub part: String,
    pub kept: i64,
    pub counted: i64,
}

/// What was counted again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Recount {
    pub bureaus: u64,
    pub cases: u64,
    pub enrolments: u64,
    /// Counters that were compared.
    pub counters: u64,
    pub differences: Vec<Difference>,
    /// Whether the differences were mended.
    pub is_mended: bool,
}

impl Store {
    /// Counts the city's figures again from the records and names each difference: one transaction a bureau, in pages,
    /// so that memory is bounded by the counters, not the records. With `mend` the counters are put right; each bureau
    /// is closed for writing meanwhile.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails, or when a case cannot be replayed.
    pub async fn recount_figures(&self, book: Rulebook<'_>, mend: bool) -> Result<Recount, Error> {
        let mut recount = Recount { is_mended: mend, ..Recount::default() };
        let access = if mend { Access::Write } else { Access::Read };
        let bureaus = self.bureaus().await?;
        for bureau in &bureaus {
            let store = self.operate_on(bureau.clone(), access).await?;
            store.recount_cases(book, mend, &mut recount).await?;
            store.recount_people(mend, &mut recount).await?;
            store.commit().await?;
            recount.bureaus += 1;
        }
        let shared = SharedStore::begin(self, access).await?;
        if mend {
            lock(&shared).await?;
        }
        recount_city(&shared, &bureaus, mend, &mut recount).await?;
        shared.commit().await?;
        Ok(recount)
    }
}

impl BureauStore {
    async fn recount_cases(
        &self,
        book: Rulebook<'_>,
        mend: bool,
        recount: &mut Recount,
    ) -> Result<(), Error> {
        let counted = self.case_desk(book).await?.count_again(mend).await?;
        recount.cases += counted.cases;
        let own = self.bureau();
        let kept = kept_of(self.shared(), own.id, &OF_CASES).await?;
        recount.counters += u64::try_from(kept.len()).unwrap_or(u64::MAX);
        let found = differences(&own.slug, kept, counted.counters);
        if mend {
            add_to_bureau(self.shared(), own.id, found.iter().map(missing).collect()).await?;
        }
        recount.differences.extend(found);
        Ok(())
    }

    async fn recount_people(&self, mend: bool, recount: &mut Recount) -> Result<(), Error> {
        let PeopleRecount { enrolments, kept, counted } = self.people_again(mend).await?;
        recount.enrolments += enrolments;
        // Who is kept and counted alike does not come here; a person known by another hash counts on both sides.
        let mut keys: BTreeSet<&CounterKey> = kept.keys().collect();
        keys.extend(counted.keys());
        for key in keys {
            let number = |of: &BTreeMap<CounterKey, i64>| of.get(key).copied().unwrap_or_default();
            recount.differences.push(difference(&self.bureau().slug, key, number(&kept), number(&counted)));
        }
        Ok(())
    }
}

/// The counters that people move, against the people that are kept.
async fn recount_city(
    shared: &SharedStore,
    bureaus: &[Bureau],
    mend: bool,
    recount: &mut Recount,
) -> Result<(), Error> {
    let Moves { bureaus: mut counted, city } = Moves::of_everybody(shared).await?;
    for bureau in bureaus {
        let own = counted.extract_if(.., |(of, _), _| *of == bureau.id);
        let own = own.map(|((_, cell), value)| (key_of(&cell), value)).collect();
        let kept = kept_of(shared, bureau.id, &OF_PEOPLE).await?;
        recount.counters += u64::try_from(kept.len()).unwrap_or(u64::MAX);
        let found = differences(&bureau.slug, kept, own);
        if mend {
            add_to_bureau(shared, bureau.id, found.iter().map(missing).collect()).await?;
        }
        recount.differences.extend(found);
    }
    let totals = shared.find::<city_total::Entity>().all(shared.tx()).await?;
    let kept: BTreeMap<CounterKey, i64> =
        totals.into_iter().map(|row| ((row.figure, row.period, row.part), row.value)).collect();
    recount.counters += u64::try_from(kept.len()).unwrap_or(u64::MAX);
    let found = differences("", kept, city);
    if mend {
        add_to_city(shared, found.iter().map(missing).collect()).await?;
    }
    recount.differences.extend(found);
    Ok(())
}

async fn kept_of(
    shared: &SharedStore,
    bureau: BureauId,
    figures: &[&str],
) -> Result<BTreeMap<CounterKey, i64>, Error> {
    let own = shared.find::<city_figure::Entity>().filter(city_figure::Column::BureauId.eq(bureau.0));
    let own = own.filter(city_figure::Column::Figure.is_in(figures.iter().copied()));
    let rows = own.all(shared.tx()).await?;
    Ok(rows.into_iter().map(|row| ((row.figure, row.period, row.part), row.value)).collect())
}

/// Where two counts differ; what is not there is zero.
fn differences(
    bureau: &str,
    kept: BTreeMap<CounterKey, i64>,
    counted: BTreeMap<CounterKey, i64>,
) -> Vec<Difference> {
    let mut both: BTreeMap<CounterKey, (i64, i64)> = BTreeMap::new();
    for (key, value) in kept {
        both.entry(key).or_default().0 += value;
    }
    for (key, value) in counted {
        both.entry(key).or_default().1 += value;
    }
    let differing = both.into_iter().filter(|(_, (kept, counted))| kept != counted);
    differing.map(|(key, (kept, counted))| difference(bureau, &key, kept, counted)).collect()
}

fn difference(bureau: &str, key: &CounterKey, kept: i64, counted: i64) -> Difference {
    let (figure, period, part) = key.clone();
    Difference { bureau: bureau.to_owned(), figure, period, part, kept, counted }
}

/// What must be added to what is kept.
fn missing(of: &Difference) -> (CounterKey, i64) {
    ((of.figure.clone(), of.period.clone(), of.part.clone()), of.counted - of.kept)
}

/// The key of a cell among the counters of its bureau.
pub(crate) fn key_of(cell: &Cell) -> CounterKey {
    (cell.counter.word().to_owned(), cell.period.clone(), cell.part.clone())
}
