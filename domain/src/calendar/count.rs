//! Counting a term.

use chrono::{Datelike, Days, Months};

use super::year::LAST_YEAR;
use super::{Calendar, DayKind, Deadline, StartEvent, Step, Term, TermError, Trace, Unit};
use crate::Day;

/// More days than this are never walked for one term: about 27 years.
const STEPS_MAX: u32 = 10_000;

impl Calendar {
    /// The end of a term that starts with an event on a day; that day is not counted.
    ///
    /// # Errors
    /// [`TermError::CalendarMissing`] when the count touches days before the calendar,
    /// [`TermError::TermLength`] and [`TermError::TooFar`] when a bound is passed. A year not announced
    /// refuses nothing: the result is provisional.
    pub fn deadline(&self, start: Day, event: Option<StartEvent>, term: Term) -> Result<Deadline, TermError> {
        let length_max = term.unit.length_max();
        if term.length == 0 || term.length > length_max {
            return Err(TermError::TermLength { unit: term.unit, length_max });
        }
        let mut count = Count {
            calendar: self,
            steps: vec![Step::Start { on: start, event, term }],
            missing: Vec::new(),
        };
        count.within(Some(start))?;
        let end = count.end(start, term)?;
        let (last_day, acting_day) = count.settle(end, term)?;
        let provisional = !count.missing.is_empty();
        let mut steps = count.steps;
        steps.extend(count.missing.into_iter().map(|year| Step::Provisional { year }));
        steps.push(Step::Result { on: last_day });
        Ok(Deadline { last_day, acting_day, provisional, trace: Trace { steps } })
    }
}

struct Count<'a> {
    calendar: &'a Calendar,
    steps: Vec<Step>,
    /// Years consulted that are not announced, each once, in the order met.
    missing: Vec<i32>,
}

impl Count<'_> {
    /// The unrolled end.
    fn end(&mut self, start: Day, term: Term) -> Result<Day, TermError> {
        let length = term.length;
        match term.unit {
            Unit::Working | Unit::WorkingBack => self.walk(start, length, term.unit.is_back()),
            Unit::Calendar => self.within(start.checked_add_days(Days::new(length.into()))),
            Unit::CalendarBack => self.within(start.checked_sub_days(Days::new(length.into()))),
            Unit::Month => self.month(start, start.checked_add_months(Months::new(length.into()))),
            Unit::MonthBack => self.month(start, start.checked_sub_months(Months::new(length.into()))),
        }
    }

    fn walk(&mut self, start: Day, length: u16, back: bool) -> Result<Day, TermError> {
        let (mut day, mut counted) = (start, 0);
        for _ in 0..STEPS_MAX {
            day = self.within(if back { day.pred_opt() } else { day.succ_opt() })?;
            self.consult(day);
            match self.calendar.kind(day) {
                DayKind::Rest(reason) => {
                    self.steps.push(Step::Excluded { on: day, reason });
                    continue;
                }
                DayKind::MakeupWorkday(occasion) => {
                    self.steps.push(Step::MakeupWorkday { on: day, occasion: occasion.to_owned() });
                }
                DayKind::Working => (),
            }
            counted += 1;
            if counted == length {
                return Ok(day);
            }
        }
        Err(TermError::TooFar { last_year: LAST_YEAR })
    }

    fn month(&mut self, start: Day, end: Option<Day>) -> Result<Day, TermError> {
        let end = self.within(end)?;
        if end.day() != start.day() {
            self.steps.push(Step::MonthEnd { on: end });
        }
        Ok(end)
    }

    /// The last day and the acting day of an unrolled end.
    fn settle(&mut self, end: Day, term: Term) -> Result<(Day, Day), TermError> {
        self.consult(end);
        let DayKind::Rest(reason) = self.calendar.kind(end) else {
            return Ok((end, end));
        };
        self.steps.push(Step::EndsOnRestDay { on: end, reason });
        let rolls = term.rolls && !term.unit.is_back();
        let mut day = end;
        for _ in 0..STEPS_MAX {
            day = self.within(if rolls { day.succ_opt() } else { day.pred_opt() })?;
            self.consult(day);
            match self.calendar.kind(day) {
                DayKind::Rest(reason) if rolls => self.steps.push(Step::Excluded { on: day, reason }),
                DayKind::Rest(_) => (),
                DayKind::Working | DayKind::MakeupWorkday(_) if rolls => {
                    self.steps.push(Step::Rolled { to: day });
                    return Ok((day, day));
                }
                DayKind::Working | DayKind::MakeupWorkday(_) => {
                    self.steps.push(Step::ActingDay { on: day });
                    return Ok((end, day));
                }
            }
        }
        Err(TermError::TooFar { last_year: LAST_YEAR })
    }

    fn consult(&mut self, day: Day) {
        let year = day.year();
        if !self.calendar.is_announced(year) && !self.missing.contains(&year) {
            self.missing.push(year);
        }
    }

    fn within(&self, day: Option<Day>) -> Result<Day, TermError> {
        let too_far = TermError::TooFar { last_year: LAST_YEAR };
        let day = day.ok_or(too_far)?;
        let first_day = self.calendar.first_day();
        if day < first_day {
            return Err(TermError::CalendarMissing { first_day });
        }
        if day.year() > LAST_YEAR { Err(too_far) } else { Ok(day) }
    }
}
