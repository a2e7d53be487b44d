//! The small calendar of a counted term.

use super::call::{Cell, Month};
use super::text as words;
use chrono::{Datelike, Days, Months};
use domain::calendar::{Calendar, DayKind, Deadline};
use domain::{Day, Lang};

/// More months than this are not drawn between the first and the last one.
pub(super) const MONTHS_DRAWN_MAX: usize = 4;

/// A term with what is drawn of it.
#[derive(Debug)]
pub struct Drawn<'a> {
    pub calendar: &'a Calendar,
    pub deadline: &'a Deadline,
    pub from: Day,
    pub lang: Lang,
}

impl Drawn<'_> {
    /// The months that the term touches; of a long term the first ones and the last.
    pub fn months(&self) -> Vec<Month> {
        let days = [self.from, self.deadline.last_day, self.deadline.acting_day];
        let first = days.into_iter().min().unwrap_or(self.from).with_day(1);
        let last = days.into_iter().max().unwrap_or(self.from);
        let mut starts = Vec::new();
        let mut month = first;
        while let Some(start) = month.filter(|start| *start <= last) {
            starts.push(start);
            month = start.checked_add_months(Months::new(1));
        }
        if starts.len() > MONTHS_DRAWN_MAX {
            starts.drain(MONTHS_DRAWN_MAX - 1..starts.len() - 1);
        }
        starts.into_iter().map(|start| self.month(start)).collect()
    }

    fn month(&self, start: Day) -> Month {
        let mut cells: Vec<Cell> =
            (0..start.weekday().num_days_from_monday()).map(|_| Cell::default()).collect();
        for ahead in 0..31 {
            match start.checked_add_days(Days::new(ahead)) {
                Some(day) if day.month() == start.month() => cells.push(self.cell(day)),
                _ => break,
            }
        }
        while !cells.len().is_multiple_of(7) {
            cells.push(Cell::default());
        }
        let title = match self.lang {
            Lang::Zh => format!("{}年{}月", start.year(), start.month()),
            Lang::En => start.format("%B %Y").to_string(),
        };
        Month { title, weeks: cells.chunks(7).map(<[Cell]>::to_vec).collect() }
    }

    fn cell(&self, day: Day) -> Cell {
        let (deadline, lang) = (self.deadline, self.lang);
        let kind = self.calendar.kind(day);
        let (within, paused) = (self.is_within(day), deadline.trace.is_paused(day));
        let counted = within && !paused && (kind.is_working() || !deadline.trace.term().unit.is_working());
        let rest = matches!(kind, DayKind::Rest(_));
        let (class, mark) = match () {
            () if day == self.from => ("start", words::mark_start(lang)),
            () if day == deadline.last_day => ("last", words::mark_last(lang)),
            () if day == deadline.acting_day => ("start", words::mark_acting(lang)),
            () if paused => ("rest", words::mark_paused(lang)),
            () if counted && rest => ("counted", words::mark_rest(lang)),
            () if rest => ("rest", words::mark_rest(lang)),
            () if matches!(kind, DayKind::MakeupWorkday(_)) => {
                (if counted { "counted" } else { "" }, words::mark_makeup(lang))
            }
            () if counted => ("counted", ""),
            () => ("", ""),
        };
        Cell { number: day.day(), class: class.to_owned(), mark: mark.to_owned() }
    }

    fn is_within(&self, day: Day) -> bool {
        let last_day = self.deadline.last_day;
        match self.deadline.trace.term().unit {
            unit if unit.is_back() => last_day <= day && day < self.from,
            _ => self.from < day && day <= last_day,
        }
    }
}
