//! People, counted once: the facts of each person stand in `city_person`, and counters move by what differs.
//!
//! Two counties may train one person at the same moment. Whoever moves facts first takes the city's one lock, as the
//! last step but the commit: people and counters of the city are changed by one transaction at a time, so nothing is
//! counted twice and nothing waits in a circle.

use std::collections::{BTreeMap, BTreeSet};

use domain::city::{Cell, Counter, PersonCell, PersonFact, Scope, person_counts};
use domain::id::BureauId;
use sea_orm::{ColumnTrait, ConnectionTrait, IntoActiveModel, QueryFilter, Value};
use uuid::Uuid;

use super::counters::add_to_city;
use super::recount::CounterKey;
use crate::entity::city_person::{Column, Entity, Model};
use crate::error::Error;
use crate::scope::{BureauStore, SharedStore};
use crate::url::Engine;

/// Enrolments whose facts are moved together.
const TOGETHER: usize = 500;
/// The first half of the city's lock; bureaus' heads stand under 1.
const LOCK: &str = "select pg_advisory_xact_lock(2, 0)";

/// One person in one figure and year.
pub(super) type PersonKey = (String, i32, Vec<u8>);

/// By what counters move.
#[derive(Debug, Default)]
pub(super) struct Moves {
    pub bureaus: BTreeMap<(BureauId, Cell), i64>,
    pub city: BTreeMap<CounterKey, i64>,
}

/// Waits until no other transaction moves people or the city's own counters. SQLite has one writer.
pub(super) async fn lock(shared: &SharedStore) -> Result<(), Error> {
    if shared.engine == Engine::Postgres {
        shared.tx().execute_raw(shared.sql(LOCK, [])).await?;
    }
    Ok(())
}

impl BureauStore {
    /// Puts the facts of enrolments of this bureau in place of those that stood, and moves the counters. Facts of an
    /// enrolment that is not among `enrolments` are left alone.
    pub(crate) async fn move_people(
        &self,
        enrolments: &BTreeSet<Uuid>,
        facts: Vec<Model>,
    ) -> Result<(), Error> {
        self.must_write()?;
        if enrolments.is_empty() || self.bureau().is_practice() {
            return Ok(());
        }
        lock(self.shared()).await?;
        let mut by_enrolment: BTreeMap<Uuid, BTreeSet<Model>> = BTreeMap::new();
        for fact in facts {
            by_enrolment.entry(fact.enrolment_id).or_default().insert(fact);
        }
        let mut moves = Moves::default();
        let ids: Vec<Uuid> = enrolments.iter().copied().collect();
        for together in ids.chunks(TOGETHER) {
            let new = together.iter().filter_map(|id| Some((*id, by_enrolment.remove(id)?))).collect();
            self.replace_facts(together, new, &mut moves).await?;
        }
        self.apply(moves).await
    }

    async fn replace_facts(
        &self,
        enrolments: &[Uuid],
        mut new: BTreeMap<Uuid, BTreeSet<Model>>,
        moves: &mut Moves,
    ) -> Result<(), Error> {
        let mut old = self.facts_kept(enrolments).await?;
        let same: Vec<Uuid> = enrolments.iter().copied().filter(|id| old.get(id) == new.get(id)).collect();
        for id in same {
            old.remove(&id);
            new.remove(&id);
        }
        let changed: BTreeSet<Uuid> = old.keys().chain(new.keys()).copied().collect();
        if changed.is_empty() {
            return Ok(());
        }
        let new: Vec<Model> = new.into_values().flatten().collect();
        let old: BTreeSet<Model> = old.into_values().flatten().collect();
        let people = old.iter().chain(&new).map(key_of).collect();
        let mut facts = self.facts_of_people(&people).await?;
        moves.add_people(&facts, -1);
        facts.retain(|fact| !old.contains(fact));
        facts.extend(new.iter().cloned());
        moves.add_people(&facts, 1);
        if !old.is_empty() {
            let gone = self.shared().remove::<Entity>().filter(Column::BureauId.eq(self.bureau().id.0));
            gone.filter(Column::EnrolmentId.is_in(changed)).exec(self.tx()).await?;
        }
        self.shared().insert_all::<Entity>(new.into_iter().map(IntoActiveModel::into_active_model)).await
    }

    /// The facts that stand for enrolments of this bureau.
    pub(super) async fn facts_kept(
        &self,
        enrolments: &[Uuid],
    ) -> Result<BTreeMap<Uuid, BTreeSet<Model>>, Error> {
        let own = self.bureau().id.0;
        let facts = match self.shared().engine {
            Engine::Sqlite => {
                let facts = self.shared().find::<Entity>().filter(Column::BureauId.eq(own));
                let facts = facts.filter(Column::EnrolmentId.is_in(enrolments.iter().copied()));
                facts.all(self.tx()).await?
            }
            Engine::Postgres => {
                let keys: Vec<String> = enrolments.iter().map(Uuid::to_string).collect();
                one_by_one(self.shared(), "bureau_id = $2 and enrolment_id = v::uuid", &keys, [own.into()])
                    .await?
            }
        };
        let mut kept: BTreeMap<Uuid, BTreeSet<Model>> = BTreeMap::new();
        for fact in facts {
            kept.entry(fact.enrolment_id).or_default().insert(fact);
        }
        Ok(kept)
    }

    /// Every fact of people, wherever it happened.
    async fn facts_of_people(&self, people: &BTreeSet<PersonKey>) -> Result<Vec<Model>, Error> {
        let mut by_year: BTreeMap<(&str, i32), Vec<&[u8]>> = BTreeMap::new();
        for (figure, year, person) in people {
            by_year.entry((figure, *year)).or_default().push(person);
        }
        let mut facts = Vec::new();
        for ((figure, year), people) in by_year {
            facts.extend(match self.shared().engine {
                Engine::Sqlite => {
                    let of = self.shared().find::<Entity>().filter(Column::Figure.eq(figure));
                    let of = of.filter(Column::Year.eq(year)).filter(Column::Person.is_in(people));
                    of.all(self.tx()).await?
                }
                Engine::Postgres => {
                    let keys: Vec<String> = people.into_iter().map(hex).collect();
                    let which = "figure = $2 and year = $3 and person = decode(v, 'hex')";
                    one_by_one(self.shared(), which, &keys, [figure.into(), year.into()]).await?
                }
            });
        }
        Ok(facts)
    }

    async fn apply(&self, moves: Moves) -> Result<(), Error> {
        let own = self.bureau().id;
        let own = moves.bureaus.into_iter().filter(|((bureau, _), by)| *bureau == own && *by != 0);
        self.count(&own.map(|((_, cell), by)| (cell, by)).collect()).await?;
        let city = moves.city.into_iter().filter(|(_, by)| *by != 0);
        add_to_city(self.shared(), city.collect()).await
    }
}

impl Moves {
    /// Adds, or takes off, what people count by their facts, which are all there are of them.
    pub(super) fn add_people(&mut self, facts: &[Model], sign: i64) {
        let mut people: BTreeMap<PersonKey, Vec<PersonFact>> = BTreeMap::new();
        for fact in facts {
            people.entry(key_of(fact)).or_default().push(PersonFact {
                bureau: BureauId(fact.bureau_id),
                day: fact.counted_on,
                until: fact.until_on,
                trade: fact.trade.clone(),
                source: fact.source_id,
            });
        }
        for ((figure, ..), facts) in people {
            let counter =
                if figure == Counter::Trained.word() { Counter::Trained } else { Counter::Certified };
            for (PersonCell { scope, month, trade }, count) in person_counts(&facts) {
                let (period, by) = (month.to_string(), sign * count);
                let total = match scope {
                    Scope::Bureau(bureau) => {
                        let cell = Cell { counter, period, part: trade };
                        *self.bureaus.entry((bureau, cell)).or_default() += by;
                        continue;
                    }
                    Scope::City => counter.word(),
                    Scope::Shared => shared_word(counter),
                };
                *self.city.entry((total.to_owned(), period, trade)).or_default() += by;
            }
        }
    }
}

/// Facts by many keys `v`, on PostgreSQL. It follows the index key by key: in the transaction that fills a table it
/// knows nothing of it yet, and would read half of it for every question.
async fn one_by_one<const N: usize>(
    shared: &SharedStore,
    which: &str,
    keys: &[String],
    fixed: [Value; N],
) -> Result<Vec<Model>, Error> {
    let text = format!(
        "select t.* from json_array_elements_text($1::json) as k (v) cross join lateral \
         (select * from city_person where {which} offset 0) as t"
    );
    let keys = serde_json::to_string(keys).map_err(Error::down)?;
    let asked = shared.sql(&text, std::iter::once(keys.into()).chain(fixed));
    Ok(shared.find::<Entity>().from_raw_sql(asked).all(shared.tx()).await?)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Under what the people stand who count in two bureaus or more.
pub(super) fn shared_word(counter: Counter) -> &'static str {
    match counter {
        Counter::Certified => "certified_shared",
        _ => "trained_shared",
    }
}

pub(super) fn key_of(fact: &Model) -> PersonKey {
    (fact.figure.clone(), fact.year, fact.person.clone())
}
