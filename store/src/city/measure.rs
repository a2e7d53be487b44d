//! What many cases and people leave behind in the shared tables, put there without them: to measure reading by.

use std::collections::BTreeMap;

use domain::Day;
use domain::city::{CaseCount, Cell, Counter};
use domain::id::BureauId;
use sea_orm::IntoActiveModel;
use uuid::Uuid;

use super::counters::{add_to_bureau, add_to_city};
use super::people::{Moves, lock};
use super::recount::key_of;
use crate::database::Access;
use crate::entity::city_person::{Entity, Model};
use crate::error::Error;
use crate::scope::SharedStore;
use crate::store::Store;

/// A person who completed a class, made up.
#[derive(Clone, Debug)]
pub struct MadeUpPerson {
    pub bureau: BureauId,
    /// Whoever has the same number is the same person.
    pub number: u128,
    /// The last day of the class.
    pub on: Day,
    /// The trade's key.
    pub trade: String,
}

impl Store {
    /// Fills the shared tables of a throw-away database as so many cases and people would have, each person in one
    /// class only. The recount names all of it: there are no records.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn make_up_figures(
        &self,
        cases: impl Iterator<Item = (BureauId, CaseCount)>,
        people: impl Iterator<Item = MadeUpPerson>,
    ) -> Result<(), Error> {
        let shared = SharedStore::begin(self, Access::Write).await?;
        lock(&shared).await?;
        let mut counters: BTreeMap<(BureauId, Cell), i64> = BTreeMap::new();
        for (bureau, count) in cases {
            for (cell, value) in count.cells() {
                *counters.entry((bureau, cell)).or_default() += value;
            }
        }
        let mut people = people.map(fact).peekable();
        let mut moves = Moves::default();
        while people.peek().is_some() {
            let together: Vec<Model> = people.by_ref().take(20_000).collect();
            moves.add_people(&together, 1);
            shared.insert_all::<Entity>(together.into_iter().map(IntoActiveModel::into_active_model)).await?;
        }
        for ((bureau, cell), value) in counters.into_iter().chain(moves.bureaus) {
            add_to_bureau(&shared, bureau, vec![(key_of(&cell), value)]).await?;
        }
        add_to_city(&shared, moves.city.into_iter().collect()).await?;
        shared.commit().await
    }
}

fn fact(person: MadeUpPerson) -> Model {
    let id = Uuid::from_u128(person.number);
    Model {
        figure: Counter::Trained.word().to_owned(),
        year: chrono::Datelike::year(&person.on),
        person: person.number.to_be_bytes().to_vec(),
        bureau_id: person.bureau.0,
        source_id: id,
        enrolment_id: id,
        counted_on: person.on,
        until_on: None,
        trade: person.trade,
    }
}
