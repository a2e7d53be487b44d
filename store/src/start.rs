//! The start of a bureau: the facts of its first-day list, and the numbers that were used on paper.

use crate::bureaus::{Bureau, administered};
use crate::entity::membership;
use crate::entity::{number_counter, number_start};
use crate::error::Error;
use crate::members::{Membership, on_day, read};
use crate::scope::BureauStore;
use chrono::Datelike;
use domain::Instant;
use domain::case::NumberWord;
use domain::role::{Power, may};
use domain::start::{CalendarYears, Counter, Present, StartFacts, may_set_number};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::BTreeMap;

/// Years of the words' counters that are listed at most.
const COUNTERS_MAX: u64 = 400;

/// How the numbers of a word stand in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberLine {
    pub word: NumberWord,
    pub year: i32,
    pub counter: Counter,
    /// Why, when and by whom the last number used on paper was set.
    pub set: Option<(String, Instant, String)>,
}

impl Bureau {
    /// The settings of papers that nobody filled in, as their fields are called.
    #[must_use]
    pub fn settings_missing(&self) -> Vec<&'static str> {
        let all = [
            ("number_prefix", &self.number_prefix),
            ("government", &self.government),
            ("court", &self.court),
            ("bank", &self.bank),
            ("bank_account", &self.bank_account),
            ("address", &self.address),
            ("phone", &self.phone),
        ];
        all.into_iter().filter(|(_, value)| value.trim().is_empty()).map(|(name, _)| name).collect()
    }
}

impl BureauStore {
    /// What the first-day list is judged on: for the bureau's administrator and those who approve.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for others.
    pub async fn start_facts(&self) -> Result<StartFacts, Error> {
        self.may_see_start()?;
        let open = self.open_numbers().await?;
        Ok(StartFacts { numbers_open: Some(open), ..self.shared_facts(self.bureau()).await? })
    }

    /// What the city's administrator may know of it: counts of shared tables, no numbers.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::NotFound`] when there is no such bureau.
    pub async fn start_facts_of(&self, slug: &str) -> Result<StartFacts, Error> {
        self.require(Power::AdministerCity)?;
        let bureau = administered(self.shared(), slug).await?;
        self.shared_facts(&bureau).await
    }

    fn may_see_start(&self) -> Result<(), Error> {
        if may(&self.actor().roles, Power::ApproveCases) {
            return Ok(());
        }
        self.require(Power::AdministerBureau)
    }

    async fn shared_facts(&self, bureau: &Bureau) -> Result<StartFacts, Error> {
        use crate::entity::power;
        let today = self.today();
        let here = Condition::all().add(membership::Column::BureauId.eq(bureau.home.0)).add(on_day(today));
        let mut people: BTreeMap<_, Vec<Membership>> = BTreeMap::new();
        for member in read(self.shared(), here).await? {
            people.entry(member.person).or_default().push(member);
        }
        let present = |own: &Vec<Membership>| {
            let roles: Vec<_> = own.iter().flat_map(|one| one.roles.iter().copied()).collect();
            Present::of(&roles, own.iter().any(|one| one.is_certified_on(today)))
        };
        let standing =
            Condition::any().add(power::Column::ToOn.is_null()).add(power::Column::ToOn.gte(today));
        let powers = self.shared().find::<power::Entity>().filter(power::Column::BureauId.eq(bureau.home.0));
        let powers =
            powers.filter(power::Column::FromOn.lte(today)).filter(standing).count(self.tx()).await?;
        let calendar = &self.versioned_calendar().await?.calendar;
        Ok(StartFacts {
            members: people.values().map(present).collect(),
            settings_missing: bureau.settings_missing().into_iter().map(str::to_owned).collect(),
            powers: usize::try_from(powers).unwrap_or(usize::MAX),
            calendar: CalendarYears {
                this: calendar.is_announced(today.year()),
                next: calendar.is_announced(today.year() + 1),
            },
            numbers_open: None,
        })
    }

    /// The words whose numbers were neither given nor set, in this year or before.
    async fn open_numbers(&self) -> Result<Vec<NumberWord>, Error> {
        let lines = self.number_lines().await?;
        let is_open = |word: &NumberWord| !lines.iter().any(|line| line.word == *word);
        Ok(NumberWord::ALL.into_iter().filter(is_open).collect())
    }

    /// How the numbers of cases and papers stand, the newest year first.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for whoever neither administers nor approves.
    pub async fn number_lines(&self) -> Result<Vec<NumberLine>, Error> {
        self.may_see_start()?;
        let prefix = &self.bureau().number_prefix;
        let words: Vec<String> = NumberWord::ALL.iter().map(|word| word.counter(prefix)).collect();
        let given = self.find::<number_counter::Entity>();
        let given = given.filter(number_counter::Column::Word.is_in(words.clone()));
        let given = given.order_by_desc(number_counter::Column::Year).limit(COUNTERS_MAX);
        let given = given.all(self.tx()).await?;
        let set = self.find::<number_start::Entity>().filter(number_start::Column::Word.is_in(words));
        let set = set.order_by_desc(number_start::Column::Year).limit(COUNTERS_MAX).all(self.tx()).await?;
        let names = self.names(set.iter().filter_map(|row| row.by).collect()).await?;
        let line = |row: number_counter::Model| {
            let word = NumberWord::ALL.into_iter().find(|word| word.counter(prefix) == row.word)?;
            let set = set.iter().find(|set| set.word == row.word && set.year == row.year);
            let name = |by: Option<uuid::Uuid>| by.and_then(|by| names.get(&by).cloned()).unwrap_or_default();
            Some(NumberLine {
                word,
                year: row.year,
                counter: Counter { last: row.last, set_to: set.map(|set| set.last) },
                set: set.map(|set| (set.reason.clone(), Instant(set.at), name(set.by))),
            })
        };
        let mut lines: Vec<_> = given.into_iter().filter_map(line).collect();
        lines.sort_by_key(|line| (std::cmp::Reverse(line.year), line.word));
        Ok(lines)
    }

    /// Sets the last number of a word and year that was used on paper, once: the bureau's administrator. The next paper
    /// takes the number after it.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Invalid`] with field `last` or `year` and the code of a
    /// [`StartRefusal`](domain::start::StartRefusal).
    pub async fn set_number(
        &self,
        word: NumberWord,
        year: i32,
        last: i64,
        reason: &str,
    ) -> Result<(), Error> {
        self.require(Power::AdministerBureau)?;
        self.must_write()?;
        let counter = word.counter(&self.bureau().number_prefix);
        let given = self.find::<number_counter::Entity>().filter(number_counter::Column::Word.eq(&counter));
        let given = given.filter(number_counter::Column::Year.eq(year)).one(self.tx()).await?;
        let set = self.find::<number_start::Entity>().filter(number_start::Column::Word.eq(&counter));
        let set = set.filter(number_start::Column::Year.eq(year)).one(self.tx()).await?;
        let before = given.as_ref().map_or(0, |row| row.last);
        let now = Counter { last: before, set_to: set.map(|row| row.last) };
        if let Err(refusal) = may_set_number(now, last, year, self.today().year()) {
            let field = if refusal == domain::start::StartRefusal::Year { "year" } else { "last" };
            return Err(Error::Invalid { field, code: refusal.code() });
        }
        let row = number_counter::ActiveModel {
            word: Set(counter.clone()),
            year: Set(year),
            last: Set(last),
            ..Default::default()
        };
        match given {
            Some(_) => self.update::<number_counter::Entity>(row).await?,
            None => self.insert::<number_counter::Entity>(row).await?,
        };
        let start = number_start::ActiveModel {
            word: Set(counter.clone()),
            year: Set(year),
            last: Set(last),
            reason: Set(reason.to_owned()),
            at: Set(self.now().0),
            by: Set(self.actor().person.map(|person| person.0)),
            ..Default::default()
        };
        self.insert::<number_start::Entity>(start).await?;
        let payload = serde_json::json!({
            "year": year, "before": { "last": before }, "after": { "last": last }, "reason": reason,
        });
        self.audit("number_set", &counter, &payload).await.map(drop)
    }
}
