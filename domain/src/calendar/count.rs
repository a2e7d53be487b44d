//! Counting a term.

use chrono::{Datelike, Days, Months};

use super::pause::Stops;
use super::year::LAST_YEAR;
use super::{
    Adjustments, Calendar, DayKind, Deadline, Extension, StartEvent, Step, Term, TermError, Trace, Unit,
};
use crate::Day;

/// More days than this are never walked for one term: about 27 years.
const STEPS_MAX: u32 = 10_000;

impl Calendar {
    /// The end of a term that starts with an event on a day; that day is not counted.
    ///
    /// # Errors
    /// [`TermError::CalendarMissing`] when the count touches days before the calendar,
    /// [`TermError::TermLength`] and [`TermError::TooFar`] when a bound is passed,
    /// [`TermError::TimeNeeded`] for a term of hours. A year not announced refuses nothing: the result is
    /// provisional.
    pub fn deadline(&self, start: Day, event: Option<StartEvent>, term: Term) -> Result<Deadline, TermError> {
        self.deadline_with(start, event, term, &Adjustments::default())
    }

    /// As [`Calendar::deadline`], lengthened by an extension and by days counted out: those after the first
    /// event of a pause up to and including its last, each day once. Whether a rule allows them is
    /// [`super::ClockRule::allows`].
    ///
    /// # Errors
    /// As [`Calendar::deadline`]; [`TermError::NotAdjustable`], [`TermError::PauseOrder`] and
    /// [`TermError::TooManyPauses`] for what cannot be counted.
    pub fn deadline_with(
        &self,
        start: Day,
        event: Option<StartEvent>,
        term: Term,
        adjustments: &Adjustments,
    ) -> Result<Deadline, TermError> {
        if term.unit == Unit::Hour {
            return Err(TermError::TimeNeeded);
        }
        if !adjustments.is_empty() && !term.unit.is_forward_days() {
            return Err(TermError::NotAdjustable);
        }
        adjustments.check()?;
        let whole = longer(term, adjustments.extension.as_ref())?;
        let mut count = Count {
            calendar: self,
            steps: vec![Step::Start { on: start, event, term }],
            missing: Vec::new(),
            stops: Stops::after(start, adjustments),
        };
        if let Some(extension) = adjustments.extension.clone() {
            count.steps.push(Step::Extended { unit: term.unit, extension });
        }
        count.within(Some(start))?;
        let end = count.end(start, whole)?;
        let (last_day, acting_day) = count.settle(end, term)?;
        let provisional = !count.missing.is_empty();
        let mut steps = count.steps;
        steps.extend(count.missing.into_iter().map(|year| Step::Provisional { year }));
        steps.push(Step::Result { on: last_day });
        Ok(Deadline { last_day, acting_day, provisional, trace: Trace { steps } })
    }
}

/// The term with its extension, within the bounds of its unit.
fn longer(term: Term, extension: Option<&Extension>) -> Result<Term, TermError> {
    let length_max = term.unit.length_max();
    let length = term.length.saturating_add(extension.map_or(0, |extension| extension.length));
    if term.length == 0 || length > length_max {
        return Err(TermError::TermLength { unit: term.unit, length_max });
    }
    Ok(Term { length, ..term })
}

struct Count<'a> {
    calendar: &'a Calendar,
    steps: Vec<Step>,
    /// Years consulted that are not announced, each once, in the order met.
    missing: Vec<i32>,
    /// The days that are counted out.
    stops: Stops,
}

impl Count<'_> {
    /// The unrolled end.
    fn end(&mut self, start: Day, term: Term) -> Result<Day, TermError> {
        let length = term.length;
        let months = Months::new(length.into());
        match term.unit {
            Unit::Working | Unit::WorkingBack => self.walk(start, length.into(), term.unit),
            Unit::WorkingClearBack => {
                let first = self.walk(start, length.into(), term.unit)?;
                self.steps.push(Step::ClearBefore { on: first });
                self.within(first.pred_opt())
            }
            Unit::Calendar if !self.stops.is_empty() => self.walk(start, length.into(), term.unit),
            Unit::Calendar => self.within(start.checked_add_days(Days::new(length.into()))),
            Unit::CalendarBack => self.within(start.checked_sub_days(Days::new(length.into()))),
            Unit::Month => {
                let end = self.month(start, start.checked_add_months(months))?;
                let days = end.num_days_from_ce() - start.num_days_from_ce();
                if self.stops.is_empty() { Ok(end) } else { self.walk(start, days.unsigned_abs(), term.unit) }
            }
            Unit::MonthBack => self.month(start, start.checked_sub_months(months)),
            Unit::Hour => Err(TermError::TimeNeeded),
        }
    }

    /// Day by day, past what is counted out; of working days past the rest days too.
    fn walk(&mut self, start: Day, length: u32, unit: Unit) -> Result<Day, TermError> {
        let (mut day, mut counted) = (start, 0);
        for _ in 0..STEPS_MAX {
            day = self.within(if unit.is_back() { day.pred_opt() } else { day.succ_opt() })?;
            if let Some(until) = self.stops.until(day, &mut self.steps) {
                day = self.within(Some(until))?;
                continue;
            }
            if unit.is_working() && !self.counts(day) {
                continue;
            }
            counted += 1;
            if counted == length {
                return Ok(day);
            }
        }
        Err(TermError::TooFar { last_year: LAST_YEAR })
    }

    /// Whether a day counts as a working day; what is not plain is written down.
    fn counts(&mut self, day: Day) -> bool {
        self.consult(day);
        match self.calendar.kind(day) {
            DayKind::Rest(reason) => {
                self.steps.push(Step::Excluded { on: day, reason });
                false
            }
            DayKind::MakeupWorkday(occasion) => {
                self.steps.push(Step::MakeupWorkday { on: day, occasion: occasion.to_owned() });
                true
            }
            DayKind::Working => true,
        }
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
