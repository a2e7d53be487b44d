//! What an overview, a trend and a split ask of the counters.

use domain::city::{Compared, Figure, Kind, Month, PERIOD_MONTHS_MAX, Period};

use super::read::{Figures, Narrowed, PartSums};
use super::sums::{Question, Range, Whose, split};
use crate::error::Error;
use crate::scope::SharedStore;

/// Parts that are named; what is beyond them is one number.
const PARTS_MAX: usize = 200;

/// The three periods of an overview.
pub(super) struct Asked<'a> {
    periods: [Period; 3],
    today: domain::Day,
    narrowed: &'a Narrowed,
}

impl<'a> Asked<'a> {
    pub(super) fn of(shared: &SharedStore, period: Period, narrowed: &'a Narrowed) -> Self {
        Asked { periods: [period, period.last_year(), period.before()], today: shared.now.day(), narrowed }
    }

    /// Three questions a figure.
    pub(super) fn questions(
        &self,
        figures: impl IntoIterator<Item = Figure>,
        whose: Whose,
    ) -> Vec<Question<'a>> {
        let question = |figure: Figure, nth: usize, period| {
            let is_asked = nth == 0 || figure.has_history();
            let ranges = is_asked.then(|| Range::of_figure(figure, period, self.today));
            Question { ranges: ranges.unwrap_or_default(), part: self.narrowed.part(figure), whose }
        };
        let of = |figure| {
            let periods = self.periods.iter().enumerate();
            periods.map(move |(nth, period)| question(figure, nth, *period))
        };
        figures.into_iter().flat_map(of).collect()
    }

    /// The answers to [`Asked::questions`] of the same figures; `answer` by the question's place, none for zero.
    pub(super) fn read(
        &self,
        figures: impl IntoIterator<Item = Figure>,
        answer: impl Fn(usize) -> Option<i64>,
    ) -> Figures {
        let compared = |(at, figure): (usize, Figure)| {
            let number = |nth| answer(at * self.periods.len() + nth).unwrap_or_default();
            let earlier = |nth| figure.has_history().then(|| number(nth));
            (figure, Compared { now: number(0), last_year: earlier(1), before: earlier(2) })
        };
        figures.into_iter().enumerate().map(compared).collect()
    }
}

pub(super) async fn trend(
    shared: &SharedStore,
    figure: Figure,
    whose: Whose,
    to: Month,
    months: u32,
    part: Option<&str>,
) -> Result<Vec<(Month, i64)>, Error> {
    if !figure.has_history() {
        return Err(Error::Invalid { field: "figure", code: "no_history" });
    }
    let length = i32::try_from(months).unwrap_or(i32::MAX);
    if !(1..=PERIOD_MONTHS_MAX).contains(&length) {
        return Err(Error::Invalid { field: "months", code: "range" });
    }
    let period = Period::new(to.plus(1 - length), to)
        .map_err(|_| Error::Invalid { field: "months", code: "range" })?;
    let ranges = Range::of_figure(figure, period, shared.now.day());
    let by_month = split(shared, &Question { ranges, part, whose }, "period").await?;
    let is_stock = figure.kind() == Kind::Stock;
    let earlier = by_month.iter().filter(|(month, _)| is_stock && **month < period.from().to_string());
    let mut standing: i64 = earlier.map(|(_, value)| value).sum();
    let month = |month: Month| {
        let value = by_month.get(&month.to_string()).copied().unwrap_or_default();
        standing += value;
        (month, if is_stock { standing } else { value })
    };
    Ok(period.months().map(month).collect())
}

pub(super) async fn parts(
    shared: &SharedStore,
    figure: Figure,
    period: Period,
    whose: Whose,
) -> Result<PartSums, Error> {
    let ranges = Range::of_figure(figure, period, shared.now.day());
    let by_part = split(shared, &Question { ranges, part: None, whose }, "part").await?;
    let mut parts: Vec<(String, i64)> = by_part.into_iter().filter(|(_, value)| *value != 0).collect();
    parts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    let total = parts.iter().map(|(_, value)| value).sum();
    let rest = parts.iter().skip(PARTS_MAX).map(|(_, value)| value).sum();
    parts.truncate(PARTS_MAX);
    Ok(PartSums { parts, rest, total })
}
