//! The people that are counted, against the records of training, and the counters against the people.

use std::collections::{BTreeMap, BTreeSet};

use domain::city::Month;
use sea_orm::{ColumnTrait, ConnectionTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::people::{Moves, key_of};
use super::recount::CounterKey;
use crate::entity::city_person::{Column, Entity, Model};
use crate::entity::enrolment;
use crate::error::Error;
use crate::scope::{BureauStore, SharedStore};

/// Enrolments that are read together.
const PAGE_ROWS: u64 = 500;
/// Facts that are read together.
const FACTS: usize = 2_000;
/// The facts in the order of people, from one on.
const EVERYBODY: &str = "select figure, year, person, bureau_id, source_id, enrolment_id, counted_on, until_on, trade \
    from city_person where (figure, year, person, bureau_id, source_id) > ($1, $2, $3, $4, $5) \
    order by figure, year, person, bureau_id, source_id limit 2000";

/// The facts of a bureau that stand only among those kept, and only in the records.
#[derive(Debug, Default)]
pub(super) struct PeopleRecount {
    pub enrolments: u64,
    pub kept: BTreeMap<CounterKey, i64>,
    pub counted: BTreeMap<CounterKey, i64>,
}

impl BureauStore {
    /// Counts this bureau's facts again, page by page; with `mend` they are put right, and counters moved with them.
    pub(super) async fn people_again(&self, mend: bool) -> Result<PeopleRecount, Error> {
        let mut recount = PeopleRecount::default();
        let mut after = Uuid::nil();
        loop {
            let page = self.find::<enrolment::Entity>().select_only().column(enrolment::Column::Id);
            let page = page.filter(enrolment::Column::Id.gt(after)).order_by_asc(enrolment::Column::Id);
            let page: Vec<Uuid> = page.limit(PAGE_ROWS).into_tuple().all(self.tx()).await?;
            let Some(last) = page.last() else { break };
            after = *last;
            recount.enrolments += u64::try_from(page.len()).unwrap_or(u64::MAX);
            let facts = self.person_facts(&page).await?;
            let is_same = recount.compare(self.facts_kept(&page).await?.into_values().flatten(), &facts);
            if mend && !is_same {
                self.move_people(&page.into_iter().collect(), facts).await?;
            }
        }
        self.strays(mend, &mut recount).await?;
        Ok(recount)
    }

    /// Facts of enrolments that are not there.
    async fn strays(&self, mend: bool, recount: &mut PeopleRecount) -> Result<(), Error> {
        let mut after = Uuid::nil();
        loop {
            let page = self.shared().find::<Entity>().filter(Column::BureauId.eq(self.bureau().id.0));
            let page = page.select_only().column(Column::EnrolmentId).distinct();
            let page = page.filter(Column::EnrolmentId.gt(after)).order_by_asc(Column::EnrolmentId);
            let page: Vec<Uuid> = page.limit(PAGE_ROWS).into_tuple().all(self.tx()).await?;
            let Some(last) = page.last() else { return Ok(()) };
            after = *last;
            let there = self.find::<enrolment::Entity>().select_only().column(enrolment::Column::Id);
            let there = there.filter(enrolment::Column::Id.is_in(page.iter().copied()));
            let there: BTreeSet<Uuid> = there.into_tuple().all(self.tx()).await?.into_iter().collect();
            let strays: BTreeSet<Uuid> = page.into_iter().filter(|id| !there.contains(id)).collect();
            if strays.is_empty() {
                continue;
            }
            let ids: Vec<Uuid> = strays.iter().copied().collect();
            recount.compare(self.facts_kept(&ids).await?.into_values().flatten(), &[]);
            if mend {
                self.move_people(&strays, Vec::new()).await?;
            }
        }
    }
}

impl PeopleRecount {
    /// Notes the facts that stand on one side only; whether there is none.
    fn compare(&mut self, kept: impl Iterator<Item = Model>, counted: &[Model]) -> bool {
        let kept: BTreeSet<Model> = kept.collect();
        let counted: BTreeSet<Model> = counted.iter().cloned().collect();
        let key = |fact: &Model| {
            (format!("{}_person", fact.figure), Month::of(fact.counted_on).to_string(), fact.trade.clone())
        };
        for fact in kept.difference(&counted) {
            *self.kept.entry(key(fact)).or_default() += 1;
        }
        for fact in counted.difference(&kept) {
            *self.counted.entry(key(fact)).or_default() += 1;
        }
        kept == counted
    }
}

impl Moves {
    /// What everybody counts for, person by person.
    pub(super) async fn of_everybody(shared: &SharedStore) -> Result<Self, Error> {
        let mut moves = Moves::default();
        let mut last: Option<Model> = None;
        // The facts of the last person of a page may go on in the next one.
        let mut open: Vec<Model> = Vec::new();
        loop {
            let page = next_page(shared, last.as_ref()).await?;
            let is_last = page.len() < FACTS;
            last = page.last().cloned().or(last);
            open.extend(page);
            let tail = if is_last {
                Vec::new()
            } else {
                let person = open.last().map(key_of);
                let from = open.iter().position(|fact| Some(key_of(fact)) == person).unwrap_or_default();
                open.split_off(from)
            };
            moves.add_people(&open, 1);
            if is_last {
                moves.bureaus.retain(|_, value| *value != 0);
                moves.city.retain(|_, value| *value != 0);
                return Ok(moves);
            }
            open = tail;
        }
    }
}

async fn next_page(shared: &SharedStore, after: Option<&Model>) -> Result<Vec<Model>, Error> {
    let (figure, year, person, bureau, source) = match after {
        Some(fact) => (fact.figure.clone(), fact.year, fact.person.clone(), fact.bureau_id, fact.source_id),
        None => (String::new(), 0, Vec::new(), 0, Uuid::nil()),
    };
    let key = [figure.into(), year.into(), person.into(), bureau.into(), source.into()];
    let rows = shared.tx().query_all_raw(shared.sql(EVERYBODY, key)).await?;
    rows.iter().map(|row| Ok(Model::from_query_result(row, "")?)).collect()
}
