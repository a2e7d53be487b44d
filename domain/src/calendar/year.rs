//! The calendar's data: which days the State Council announced as holidays and make-up workdays.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::notice::csv;
use super::{CalendarFault, CalendarFaultReason, RestReason, YearNotice};
use crate::Day;

/// The last year that is counted.
pub(super) const LAST_YEAR: i32 = 9_998;
/// A pause of more rest days in a row than this is a fault of the data, not a holiday.
const REST_DAYS_IN_A_ROW_MAX: u32 = 400;
/// The first line of calendar data.
pub(super) const HEADER: &str = "date,kind,occasion";

/// What a day is to the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayKind<'a> {
    /// Monday to Friday and no holiday.
    Working,
    /// A weekend day worked for a holiday (调休上班), with the occasion.
    MakeupWorkday(&'a str),
    /// A rest day.
    Rest(RestReason),
}

impl DayKind<'_> {
    /// Whether the day counts as a working day.
    #[must_use]
    pub fn is_working(&self) -> bool {
        !matches!(self, DayKind::Rest(_))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Announced {
    Holiday,
    MakeupWorkday,
}

impl Announced {
    /// The word in calendar data.
    pub(super) fn word(self) -> &'static str {
        match self {
            Announced::Holiday => "holiday",
            Announced::MakeupWorkday => "makeup_workday",
        }
    }
}

/// The announced days of some years. The default announces none: every date is then provisional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    days: BTreeMap<Day, (Announced, String)>,
    years: BTreeSet<i32>,
    first_year: i32,
}

impl Calendar {
    /// Reads lines of `date,kind,occasion` below that header; kinds are `holiday` and `makeup_workday`.
    /// A year counts as announced when it has a holiday.
    ///
    /// # Errors
    /// The first line that cannot be read, and why.
    pub fn from_csv(text: &str) -> Result<Self, CalendarFault> {
        let mut days = BTreeMap::new();
        let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        match lines.next() {
            Some((_, header)) if header.trim() == HEADER => (),
            _ => return Err(CalendarFault { line: 1, reason: CalendarFaultReason::Header }),
        }
        for (at, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            let fault = |reason| CalendarFault { line: at + 1, reason };
            let (day, kind, occasion) = read_line(line).map_err(fault)?;
            if days.insert(day, (kind, occasion)).is_some() {
                return Err(fault(CalendarFaultReason::Twice(day)));
            }
        }
        let years: BTreeSet<i32> = days
            .iter()
            .filter(|(_, (kind, _))| *kind == Announced::Holiday)
            .map(|(day, _)| day.year())
            .collect();
        match years.first().copied() {
            Some(first_year) => Ok(Self { days, years, first_year }),
            None => Err(CalendarFault { line: 0, reason: CalendarFaultReason::Empty }),
        }
    }

    /// This calendar with the years of another added; where both speak of a day, the other counts.
    #[must_use]
    pub fn with(mut self, other: Calendar) -> Self {
        self.days.extend(other.days);
        self.years.extend(other.years);
        self.first_year = self.first_year.min(other.first_year);
        self
    }

    /// This calendar with one year as a notice has it: what was said of the year before goes.
    #[must_use]
    pub fn with_year(mut self, notice: &YearNotice) -> Self {
        self.days.retain(|day, _| day.year() != notice.year());
        self.days.extend(notice.days().clone());
        self.years.insert(notice.year());
        self.first_year = self.years.first().copied().unwrap_or(notice.year());
        self
    }

    /// The announced days of a year, in order.
    pub fn days_of(&self, year: i32) -> impl Iterator<Item = (Day, DayKind<'_>)> {
        self.of(year).map(|(day, _)| (*day, self.kind(*day)))
    }

    /// The announced days of a year as the lines of a notice.
    #[must_use]
    pub fn csv_of(&self, year: i32) -> String {
        csv(self.of(year))
    }

    fn of(&self, year: i32) -> impl Iterator<Item = (&Day, &(Announced, String))> {
        self.days.iter().filter(move |(day, _)| day.year() == year)
    }

    /// The first day that can be counted: 1 January of the first announced year.
    #[must_use]
    pub fn first_day(&self) -> Day {
        NaiveDate::from_ymd_opt(self.first_year, 1, 1).unwrap_or_default()
    }

    /// The years whose holidays are announced, in order.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.years.iter().copied()
    }

    /// Whether the holidays of a year are announced.
    #[must_use]
    pub fn is_announced(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// What a day is. In a year not announced, only weekends and the days that the holiday rule fixes
    /// (1 January, 1–2 May, 1–3 October) are rest days.
    #[must_use]
    pub fn kind(&self, day: Day) -> DayKind<'_> {
        match self.days.get(&day) {
            Some((Announced::MakeupWorkday, occasion)) => DayKind::MakeupWorkday(occasion),
            Some((Announced::Holiday, occasion)) => DayKind::Rest(RestReason::Holiday(occasion.clone())),
            None => match fixed_holiday(day).filter(|_| !self.is_announced(day.year())) {
                Some(occasion) => DayKind::Rest(RestReason::Holiday(occasion.to_owned())),
                None if is_weekend(day) => DayKind::Rest(RestReason::Weekend),
                None => DayKind::Working,
            },
        }
    }

    /// Whether a day is a working day.
    #[must_use]
    pub fn is_working(&self, day: Day) -> bool {
        self.kind(day).is_working()
    }

    /// The first working day on or after a day.
    #[must_use]
    pub fn next_working_day(&self, day: Day) -> Day {
        self.seek(day, |day| day.checked_add_days(Days::new(1)))
    }

    /// The last working day on or before a day.
    #[must_use]
    pub fn previous_working_day(&self, day: Day) -> Day {
        self.seek(day, |day| day.checked_sub_days(Days::new(1)))
    }

    fn seek(&self, from: Day, step: impl Fn(Day) -> Option<Day>) -> Day {
        let mut day = from;
        for _ in 0..REST_DAYS_IN_A_ROW_MAX {
            if self.is_working(day) {
                break;
            }
            match step(day) {
                Some(next) => day = next,
                None => break,
            }
        }
        day
    }
}

pub(super) fn read_line(line: &str) -> Result<(Day, Announced, String), CalendarFaultReason> {
    let columns: Vec<&str> = line.split(',').map(str::trim).collect();
    let [date, kind, occasion] = columns.as_slice() else {
        return Err(CalendarFaultReason::Columns);
    };
    let day = NaiveDate::parse_from_str(date, "%Y-%m-%d")
        .ok()
        .filter(|day| date.len() == 10 && (1900..=LAST_YEAR).contains(&day.year()))
        .ok_or_else(|| CalendarFaultReason::Date((*date).to_owned()))?;
    let kind = match *kind {
        "holiday" => Announced::Holiday,
        "makeup_workday" => Announced::MakeupWorkday,
        other => return Err(CalendarFaultReason::Kind(other.to_owned())),
    };
    Ok((day, kind, (*occasion).to_owned()))
}

pub(super) fn is_weekend(day: Day) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

pub(super) fn fixed_holiday(day: Day) -> Option<&'static str> {
    match (day.month(), day.day()) {
        (1, 1) => Some("元旦"),
        (5, 1 | 2) => Some("劳动节"),
        (10, 1..=3) => Some("国庆节"),
        _ => None,
    }
}
