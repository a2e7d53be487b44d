//! The city's figures, read from shared tables alone: no record of a county is looked at.

use std::collections::BTreeMap;

use domain::Instant;
use domain::city::{Compared, Figure, Month, PartKind, Period};
use domain::id::BureauId;
use domain::role::{Power, may};
use serde::{Deserialize, Serialize};

use super::ask::{Asked, parts, trend};
use super::sums::{Question, Range, Whose, sums};
use crate::account::Session;
use crate::bureaus::{self, Bureau, BureauKind, Which};
use crate::database::Access;
use crate::error::Error;
use crate::scope::{Actor, BureauStore, SharedStore};

/// The figures of all bureaus inside one reading transaction.
#[derive(Debug)]
pub struct CityStore {
    shared: SharedStore,
    bureau: Bureau,
    actor: Actor,
}

/// To what the figures are narrowed: those of cases to an industry, those of training to a trade.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Narrowed {
    /// The industry's word.
    pub industry: Option<String>,
    /// The trade's key ([`domain::training::Trade::key`]).
    pub trade: Option<String>,
}

impl Narrowed {
    pub(super) fn part(&self, figure: Figure) -> Option<&str> {
        match figure.part() {
            PartKind::Industry => self.industry.as_deref(),
            PartKind::Trade => self.trade.as_deref(),
        }
    }
}

/// Each figure, beside what it was. Fines are in 分.
pub type Figures = BTreeMap<Figure, Compared>;

/// One bureau's figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BureauFigures {
    pub bureau: Bureau,
    pub figures: Figures,
}

/// The figures of a period, by bureau and for the city.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    pub period: Period,
    /// Counters move with the records: the figures are those of this instant.
    pub as_of: Instant,
    /// Every bureau in display order, the city's own included.
    pub bureaus: Vec<BureauFigures>,
    /// The whole city; people once, hence not the sum of the bureaus.
    pub city: Figures,
    /// Of the figures that count people: how many came, in the period, to count in a second bureau; with a period
    /// that begins in January, how many count in two or more.
    pub shared: BTreeMap<Figure, i64>,
}

/// A figure split by industry or trade.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartSums {
    /// The industry's word or the trade's key, and its number, the largest first; the empty part is what has none yet.
    pub parts: Vec<(String, i64)>,
    /// What is beyond the parts named.
    pub rest: i64,
    /// Everything.
    pub total: i64,
}

impl Session {
    /// Opens the figures of the city, by the roles that the person had when the request came in.
    ///
    /// # Errors
    /// [`Error::NotFound`] for any but the city's own bureau and for whoever may not read its figures.
    pub async fn city(&self, slug: &str) -> Result<CityStore, Error> {
        let (bureau, actor) = bureaus::workspace(self.workspaces(), slug, self.person())?;
        if bureau.kind != BureauKind::City || !may(&actor.roles, Power::ReadCityFigures) {
            return Err(Error::NotFound);
        }
        let shared = SharedStore::begin(self.store(), Access::Read).await?;
        Ok(CityStore { shared, bureau, actor })
    }
}

impl CityStore {
    pub(crate) fn shared(&self) -> &SharedStore {
        &self.shared
    }

    /// The city's bureau.
    #[must_use]
    pub fn bureau(&self) -> &Bureau {
        &self.bureau
    }

    /// Who reads.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The one instant of this transaction: as of when its figures are.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.shared.now
    }

    /// Every bureau in display order, the city's own included.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn bureaus(&self) -> Result<Vec<Bureau>, Error> {
        bureaus::every(&self.shared, Which::Bureaus).await
    }

    /// Every figure of a period beside the same months a year before and the period just before, by bureau and for the
    /// city.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn overview(&self, period: Period, narrowed: &Narrowed) -> Result<Overview, Error> {
        let asked = Asked::of(&self.shared, period, narrowed);
        let people = || Figure::ALL.into_iter().filter(|figure| figure.counts_people());
        let mut questions = asked.questions(Figure::ALL, Whose::Bureaus);
        let of_bureaus = questions.len();
        questions.extend(asked.questions(people(), Whose::City));
        let of_city = questions.len();
        questions.extend(people().map(|figure| Question {
            ranges: Range::shared(figure, period),
            part: narrowed.part(figure),
            whose: Whose::City,
        }));
        let answers = sums(&self.shared, &questions).await?;
        let (by_bureau, rest) = answers.split_at(of_bureaus);
        let (of_people, shared) = rest.split_at(of_city - of_bureaus);
        let of = |bureau: i32| asked.read(Figure::ALL, |nth| by_bureau.get(nth)?.get(&bureau).copied());
        let bureaus = self.bureaus().await?;
        let bureaus = bureaus.into_iter().map(|bureau| BureauFigures { figures: of(bureau.id.0), bureau });
        let sum = |nth: usize| by_bureau.get(nth).map(|answer| answer.values().sum());
        let mut city = asked.read(Figure::ALL, sum);
        city.extend(asked.read(people(), |nth| of_people.get(nth)?.get(&0).copied()));
        let number =
            |answer: &std::collections::HashMap<i32, i64>| answer.get(&0).copied().unwrap_or_default();
        Ok(Overview {
            period,
            as_of: self.now(),
            bureaus: bureaus.collect(),
            city,
            shared: people().zip(shared.iter().map(number)).collect(),
        })
    }

    /// A figure month by month, the last `months` to `to`, oldest first; of one bureau, or of the city.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown bureau; [`Error::Invalid`] for a figure that is known for today only, and for
    /// more than three years.
    pub async fn trend(
        &self,
        figure: Figure,
        whose: Option<BureauId>,
        to: Month,
        months: u32,
        narrowed: &Narrowed,
    ) -> Result<Vec<(Month, i64)>, Error> {
        let whose = self.whose(figure, whose).await?;
        trend(&self.shared, figure, whose, to, months, narrowed.part(figure)).await
    }

    /// A figure of a period by industry or trade; of one bureau, or of the city.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown bureau.
    pub async fn parts(
        &self,
        figure: Figure,
        period: Period,
        whose: Option<BureauId>,
    ) -> Result<PartSums, Error> {
        let whose = self.whose(figure, whose).await?;
        parts(&self.shared, figure, period, whose).await
    }

    async fn whose(&self, figure: Figure, bureau: Option<BureauId>) -> Result<Whose, Error> {
        match bureau {
            None if figure.counts_people() => Ok(Whose::City),
            None => Ok(Whose::Bureaus),
            Some(bureau) if self.bureaus().await?.iter().any(|one| one.id == bureau) => {
                Ok(Whose::Bureau(bureau))
            }
            Some(_) => Err(Error::NotFound),
        }
    }
}

impl BureauStore {
    /// This bureau's own figures of a period, as the city sees them.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub async fn own_figures(&self, period: Period, narrowed: &Narrowed) -> Result<Figures, Error> {
        self.require(Power::ReadRecords)?;
        let asked = Asked::of(self.shared(), period, narrowed);
        let id = self.bureau().id;
        let answers = sums(self.shared(), &asked.questions(Figure::ALL, Whose::Bureau(id))).await?;
        Ok(asked.read(Figure::ALL, |nth| answers.get(nth)?.get(&id.0).copied()))
    }

    /// One of this bureau's own figures month by month.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, else as [`CityStore::trend`].
    pub async fn own_trend(
        &self,
        figure: Figure,
        to: Month,
        months: u32,
        narrowed: &Narrowed,
    ) -> Result<Vec<(Month, i64)>, Error> {
        self.require(Power::ReadRecords)?;
        let whose = Whose::Bureau(self.bureau().id);
        trend(self.shared(), figure, whose, to, months, narrowed.part(figure)).await
    }
}
