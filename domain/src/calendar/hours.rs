//! Terms of hours: from minute to minute, on every day (民法典 art. 201(2)); rest days count.

use chrono::{Datelike, NaiveDateTime, TimeDelta, Timelike};
use serde::{Deserialize, Serialize};

use super::words::{month_day, month_day_en};
use super::year::LAST_YEAR;
use super::{Deadline, StartEvent, Step, Term, TermError, Trace, Unit, day_long};
use crate::instant::Instant;
use crate::{Day, Lang};

/// The end of a term of hours, by the wall clock of Asia/Shanghai.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HourDeadline {
    pub event: Option<StartEvent>,
    pub term: Term,
    /// The minute of the event; seconds are dropped, so that the term never ends later than by law.
    pub starts_at: Instant,
    pub ends_at: Instant,
}

impl Term {
    /// The end of a term of hours that starts at an instant.
    ///
    /// # Errors
    /// [`TermError::TermLength`] when the term is not one of hours or its length is out of bounds,
    /// [`TermError::TooFar`] for instants outside the years that are counted.
    pub fn hours_from(self, event: Option<StartEvent>, at: Instant) -> Result<HourDeadline, TermError> {
        let length_max = Unit::Hour.length_max();
        if self.unit != Unit::Hour || self.length == 0 || self.length > length_max {
            return Err(TermError::TermLength { unit: Unit::Hour, length_max });
        }
        let minute = |clock: NaiveDateTime| clock.with_second(0).and_then(|clock| clock.with_nanosecond(0));
        let start = minute(at.in_shanghai()).filter(|start| (1..LAST_YEAR).contains(&start.year()));
        let end = start.and_then(|start| start.checked_add_signed(TimeDelta::hours(self.length.into())));
        match (start, end) {
            (Some(start), Some(end)) => Ok(HourDeadline {
                event,
                term: self,
                starts_at: Instant::of_shanghai(start),
                ends_at: Instant::of_shanghai(end),
            }),
            _ => Err(TermError::TooFar { last_year: LAST_YEAR }),
        }
    }
}

impl HourDeadline {
    /// Half of the term: when it is remembered for the first time.
    #[must_use]
    pub fn half_at(&self) -> Instant {
        self.starts_at.plus_millis(self.ends_at.since(self.starts_at).num_milliseconds() / 2)
    }

    /// The day on which the term ends.
    #[must_use]
    pub fn last_day(&self) -> Day {
        self.ends_at.day()
    }

    /// The term by its day, for lists that sort by days: rest days count, so that the last day is the acting day.
    #[must_use]
    pub fn by_day(&self) -> Deadline {
        let (start, last_day) = (self.starts_at.day(), self.last_day());
        let steps = vec![
            Step::Start { on: start, event: self.event, term: self.term },
            Step::Result { on: last_day },
        ];
        Deadline { last_day, acting_day: last_day, provisional: false, trace: Trace { steps } }
    }

    /// "11月21日14:30".
    #[must_use]
    pub fn end_long(&self, lang: Lang) -> String {
        minute_long(self.ends_at, lang)
    }

    /// "11月20日14:30当场采取强制措施，即时起算，休息日照算，24 小时，11月21日14:30届满".
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let event = self.event.map_or(lang.pick("起", "start"), |event| event.text(lang));
        let (start, end) = (minute_short(self.starts_at, lang), minute_short(self.ends_at, lang));
        let term = self.term.text(lang);
        lang.pick(
            format!("{start}{event}，即时起算，休息日照算，{term}，{end}届满"),
            format!("{start} {event}, counted at once, rest days count, {term}, ends {end}"),
        )
    }

    /// Moment and what it is, in the order of counting.
    #[must_use]
    pub fn steps(&self, lang: Lang) -> Vec<(String, String)> {
        let event = self.event.map_or(String::new(), |event| match lang {
            Lang::Zh => format!("{}，", event.text(lang)),
            Lang::En => format!("{}, ", event.text(lang)),
        });
        let term = self.term.text(lang);
        let start = lang.pick(
            format!("{event}即时起算，休息日照算，期限 {term}"),
            format!("{event}counted at once, rest days count; the term is {term}"),
        );
        let half = lang.pick("期限过半，提醒", "half of the term, a reminder");
        vec![
            (minute_long(self.starts_at, lang), start),
            (minute_long(self.half_at(), lang), half.to_owned()),
            (self.end_long(lang), lang.pick("届满", "end").to_owned()),
        ]
    }
}

/// "2026年11月20日 周五 14:30".
fn minute_long(at: Instant, lang: Lang) -> String {
    format!("{} {}", day_long(at.day(), lang), at.in_shanghai().format("%H:%M"))
}

fn minute_short(at: Instant, lang: Lang) -> String {
    let time = at.in_shanghai().format("%H:%M");
    match lang {
        Lang::Zh => format!("{}{time}", month_day(at.day())),
        Lang::En => format!("{} {time}", month_day_en(at.day())),
    }
}
