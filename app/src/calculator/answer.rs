//! Reads what was asked, counts, and puts the answer in words.

use super::call::{Answer, CalculatorData, Cell, Month};
use super::text as words;
use crate::form::{FormState, Problem, Typed};
use chrono::{Datelike, Days, Months};
use domain::calendar::{
    Calendar, Clock, ClockRule, ClockRules, DayKind, Deadline, Step, Term, Unit, day_long,
};
use domain::{Day, Lang};

/// More months than this are not drawn between the first and the last one.
const MONTHS_DRAWN_MAX: usize = 4;

/// What was typed.
#[derive(Debug)]
pub struct Asked {
    pub from: String,
    pub length: String,
    pub unit: String,
    /// `no`, anything else rolls.
    pub rolls: String,
    /// A clock's word; its row gives length, unit and roll.
    pub clock: String,
}

impl Asked {
    /// The page for what was typed.
    pub fn answer(self, calendar: &Calendar, rules: &ClockRules, today: Day, lang: Lang) -> CalculatorData {
        let typed = [&self.from, &self.length, &self.unit, &self.clock];
        let fresh = typed.into_iter().all(String::is_empty);
        let mut problems = Vec::new();
        let counted = if fresh { None } else { self.count(calendar, rules, lang, &mut problems) };
        let answer = counted.map(|(from, deadline, rule)| Answer {
            article: rule.map(|rule| article(rule, lang)).unwrap_or_default(),
            ..told(calendar, from, &deadline, lang)
        });
        let form = FormState { values: self.values(fresh, today), problems, ..FormState::default() };
        let units = Unit::ALL.map(|unit| (unit.word().to_owned(), unit_name(unit, lang).to_owned())).to_vec();
        let clocks = Clock::ALL.map(|clock| (clock.word().to_owned(), clock.name(lang).to_owned())).to_vec();
        CalculatorData { form, units, clocks, answer }
    }

    /// What stands in the fields afterwards.
    fn values(self, fresh: bool, today: Day) -> Typed {
        let or = |value: String, default: &str| if fresh { default.to_owned() } else { value };
        let rolls = if self.rolls == "no" { "no" } else { "yes" };
        [
            ("from", or(self.from, &today.to_string())),
            ("length", self.length),
            ("unit", or(self.unit, Unit::Working.word())),
            ("rolls", rolls.to_owned()),
            ("clock", self.clock),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into()
    }

    fn count<'a>(
        &self,
        calendar: &Calendar,
        rules: &'a ClockRules,
        lang: Lang,
        problems: &mut Vec<Problem>,
    ) -> Option<(Day, Deadline, Option<&'a ClockRule>)> {
        let from = domain::value::parse_day(&self.from);
        let from = from.map_err(|error| problems.push(Problem::of("from", error.message(lang)))).ok();
        let clock = Clock::from_word(&self.clock);
        let typed = if clock.is_none() { self.term(lang, problems) } else { None };
        let from = from?;
        let rule = clock.map(|clock| rules.rule(clock, None, from)).transpose();
        let counted = rule.and_then(|rule| {
            let Some(term) = rule.map(ClockRule::term).or(typed) else { return Ok(None) };
            Ok(Some((from, calendar.deadline(from, None, term)?, rule)))
        });
        counted.unwrap_or_else(|error| {
            let field = if error.code() == "term_length" { "length" } else { "from" };
            problems.push(Problem::of(field, error.message(lang)));
            None
        })
    }

    /// The term of the length and the unit that were typed.
    fn term(&self, lang: Lang, problems: &mut Vec<Problem>) -> Option<Term> {
        let length = domain::value::fold(&self.length).parse::<u32>();
        let length = length.map_err(|_| problems.push(Problem::of("length", words::length_bad(lang)))).ok();
        let unit = Unit::from_word(&self.unit);
        if unit.is_none() {
            problems.push(Problem::of("unit", words::unit_bad(lang)));
        }
        let length = u16::try_from(length?).unwrap_or(u16::MAX);
        Some(Term { length, unit: unit?, rolls: self.rolls != "no" })
    }
}

/// By which article a clock has its length.
fn article(rule: &ClockRule, lang: Lang) -> String {
    let unverified = if rule.verified { "" } else { words::unverified(lang) };
    format!("{}{unverified}", words::by_article(lang).replace("{}", rule.article.pick(lang)))
}

fn unit_name(unit: Unit, lang: Lang) -> &'static str {
    match unit {
        Unit::Working => words::unit_working(lang),
        Unit::WorkingBack => words::unit_working_back(lang),
        Unit::Calendar => words::unit_calendar(lang),
        Unit::CalendarBack => words::unit_calendar_back(lang),
        Unit::Month => words::unit_month(lang),
        Unit::MonthBack => words::unit_month_back(lang),
    }
}

fn told(calendar: &Calendar, from: Day, deadline: &Deadline, lang: Lang) -> Answer {
    let provisional = deadline.trace.steps.iter().find(|step| matches!(step, Step::Provisional { .. }));
    Answer {
        last_day: day_long(deadline.last_day, lang),
        acting_day: (deadline.acting_day != deadline.last_day).then(|| day_long(deadline.acting_day, lang)),
        provisional: provisional.map(|step| step.line(lang)),
        sentence: deadline.sentence(lang),
        article: String::new(),
        months: months(calendar, from, deadline, lang),
        steps: deadline.trace.steps.iter().map(|step| (step.day(lang), step.words(lang))).collect(),
    }
}

/// The months that the term touches; of a long term the first ones and the last.
fn months(calendar: &Calendar, from: Day, deadline: &Deadline, lang: Lang) -> Vec<Month> {
    let days = [from, deadline.last_day, deadline.acting_day];
    let first = days.into_iter().min().unwrap_or(from).with_day(1);
    let last = days.into_iter().max().unwrap_or(from);
    let mut starts = Vec::new();
    let mut month = first;
    while let Some(start) = month.filter(|start| *start <= last) {
        starts.push(start);
        month = start.checked_add_months(Months::new(1));
    }
    if starts.len() > MONTHS_DRAWN_MAX {
        starts.drain(MONTHS_DRAWN_MAX - 1..starts.len() - 1);
    }
    starts.into_iter().map(|start| draw(calendar, start, from, deadline, lang)).collect()
}

fn draw(calendar: &Calendar, start: Day, from: Day, deadline: &Deadline, lang: Lang) -> Month {
    let mut cells: Vec<Cell> = (0..start.weekday().num_days_from_monday()).map(|_| Cell::default()).collect();
    for ahead in 0..31 {
        match start.checked_add_days(Days::new(ahead)) {
            Some(day) if day.month() == start.month() => {
                cells.push(cell(calendar, day, from, deadline, lang));
            }
            _ => break,
        }
    }
    while !cells.len().is_multiple_of(7) {
        cells.push(Cell::default());
    }
    let title = match lang {
        Lang::Zh => format!("{}年{}月", start.year(), start.month()),
        Lang::En => start.format("%B %Y").to_string(),
    };
    Month { title, weeks: cells.chunks(7).map(<[Cell]>::to_vec).collect() }
}

fn cell(calendar: &Calendar, day: Day, from: Day, deadline: &Deadline, lang: Lang) -> Cell {
    let unit = deadline.trace.term().unit;
    let kind = calendar.kind(day);
    let within = if unit.is_back() {
        deadline.last_day <= day && day < from
    } else {
        from < day && day <= deadline.last_day
    };
    let counted = within && (kind.is_working() || !matches!(unit, Unit::Working | Unit::WorkingBack));
    let rest = matches!(kind, DayKind::Rest(_));
    let (class, mark) = match () {
        () if day == from => ("start", words::mark_start(lang)),
        () if day == deadline.last_day => ("last", words::mark_last(lang)),
        () if day == deadline.acting_day => ("start", words::mark_acting(lang)),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(from: &str, length: &str, unit: &str) -> CalculatorData {
        asked(from, length, unit, "")
    }

    fn asked(from: &str, length: &str, unit: &str, clock: &str) -> CalculatorData {
        let asked = Asked {
            from: from.to_owned(),
            length: length.to_owned(),
            unit: unit.to_owned(),
            rolls: String::new(),
            clock: clock.to_owned(),
        };
        let today = domain::value::parse_day("2026-11-23").unwrap();
        let rules = store::rules::in_use();
        asked.answer(&rules.calendar, &rules.clocks, today, Lang::Zh)
    }

    #[test]
    fn a_clock_is_counted_by_the_row_of_its_day_whatever_else_was_typed() {
        for (from, clock, last, article) in [
            ("2026-11-20", "defence", "2026年11月27日 周五", "实践做法"),
            ("2020-11-20", "defence", "2020年11月23日 周一", "（1996年）第三十二条"),
            ("2026-10-01", "decide", "2026年12月30日 周三", "第六十条"),
        ] {
            let answer = asked(from, "many", "weeks", clock).answer.unwrap();
            assert_eq!(answer.last_day, last, "{from} {clock}");
            assert!(answer.article.contains(article), "{}", answer.article);
            assert_eq!(answer.article.contains("请本单位法制人员确认"), clock == "defence");
        }
        let page = asked("1990-01-01", "", "", "decide");
        assert!(page.answer.is_none());
        assert!(page.form.problem("from").is_some_and(|words| words.contains("办案期限")));
        assert_eq!(page.form.value("clock"), "decide");
        let page = asked("", "", "", "decide");
        assert!(page.form.problem("from").is_some() && page.answer.is_none());
    }

    #[test]
    fn the_first_look_asks_and_blames_nothing() {
        let page = ask("", "", "");
        assert!(page.answer.is_none() && page.form.problems.is_empty());
        assert_eq!(page.form.value("from"), "2026-11-23");
    }

    #[test]
    fn a_term_is_told_in_words_and_days() {
        let answer = ask("2026年11月20日", "５", "working").answer.unwrap();
        assert_eq!(answer.last_day, "2026年11月27日 周五");
        assert_eq!(answer.months.len(), 1);
        let week = &answer.months[0].weeks[3];
        let marks: Vec<_> = week.iter().map(|cell| cell.mark.as_str()).collect();
        assert_eq!(marks, ["", "", "", "", "起", "休", "休"]);
        assert_eq!(answer.steps[1], ("11月21日 周六".to_owned(), "周末，不计".to_owned()));
    }

    #[test]
    fn a_long_term_draws_a_bounded_calendar() {
        let answer = ask("2026-01-05", "120", "month").answer.unwrap();
        assert_eq!(answer.months.len(), MONTHS_DRAWN_MAX);
        assert!(answer.provisional.is_some());
    }

    #[test]
    fn what_was_typed_stays_beside_what_is_wrong_with_it() {
        for (from, length, unit, field) in [
            ("2026-02-30", "5", "working", "from"),
            ("2003-01-01", "5", "working", "from"),
            ("2026-01-01", "五", "working", "length"),
            ("2026-01-01", "0", "working", "length"),
            ("2026-01-01", "99999999999", "calendar", "length"),
            ("2026-01-01", "5", "weeks", "unit"),
        ] {
            let page = ask(from, length, unit);
            assert!(page.answer.is_none());
            assert!(page.form.problem(field).is_some(), "{from} {length} {unit}");
            assert_eq!(
                (page.form.value("from").as_str(), page.form.value("length").as_str()),
                (from, length)
            );
        }
    }
}
