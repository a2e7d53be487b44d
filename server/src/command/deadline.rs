//! `xiaoxiang deadline`

use super::{Failure, Outcome, print_json};
use clap::builder::PossibleValuesParser;
use clap::{ArgGroup, Args, ValueEnum};
use domain::calendar::{
    Calendar, Clock, ClockRule, ClockRules, Deadline, Term, TermError, Trace, Unit, day_long,
};
use domain::{Day, Lang};
use serde::Serialize;
use std::process::ExitCode;

/// Ends a term by the legal calendar and shows how it was counted.
#[derive(Args, Debug)]
#[command(group(ArgGroup::new("length").required(true).args(["days", "months", "clock"])))]
pub struct DeadlineArguments {
    /// The day of the event; it is not counted
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    from: Day,
    /// The length in days
    #[arg(long, value_name = "N")]
    days: Option<u32>,
    /// What the days are
    #[arg(long, value_enum, default_value_t = DayUnit::Calendar, conflicts_with = "months")]
    unit: DayUnit,
    /// The length in months
    #[arg(long, value_name = "N")]
    months: Option<u32>,
    /// A clock of the penalty procedure, by the row in force on the day of the event
    #[arg(long, value_name = "CLOCK", conflicts_with_all = ["unit", "back", "no_roll"],
        value_parser = PossibleValuesParser::new(Clock::ALL.map(Clock::word)))]
    clock: Option<String>,
    /// Count backwards: the Nth day before, never rolled
    #[arg(long)]
    back: bool,
    /// Leave a last day on a rest day where it is
    #[arg(long)]
    no_roll: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DayUnit {
    /// Weekends and public holidays out, make-up workdays in
    Working,
    /// Every day
    Calendar,
}

#[derive(Serialize)]
struct Printed<'a> {
    last_day: Day,
    provisional: bool,
    trace: &'a Trace,
    /// The row by which a clock was counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a ClockRule>,
}

/// A term that ended, and the row that gave its length.
#[derive(Debug)]
struct Counted<'a> {
    deadline: Deadline,
    rule: Option<&'a ClockRule>,
}

#[derive(Serialize)]
struct PrintedRefusal {
    error: TermError,
    message: String,
}

impl DeadlineArguments {
    fn term(&self) -> Result<Term, TermError> {
        let (length, unit) = match (self.days, self.months, self.unit, self.back) {
            (Some(days), _, DayUnit::Working, false) => (days, Unit::Working),
            (Some(days), _, DayUnit::Working, true) => (days, Unit::WorkingBack),
            (Some(days), _, DayUnit::Calendar, false) => (days, Unit::Calendar),
            (Some(days), _, DayUnit::Calendar, true) => (days, Unit::CalendarBack),
            (None, months, _, false) => (months.unwrap_or_default(), Unit::Month),
            (None, months, _, true) => (months.unwrap_or_default(), Unit::MonthBack),
        };
        let length = u16::try_from(length)
            .map_err(|_| TermError::TermLength { unit, length_max: unit.length_max() })?;
        Ok(Term { length, unit, rolls: !self.no_roll && !self.back })
    }

    fn count<'a>(&self, calendar: &Calendar, rules: &'a ClockRules) -> Result<Counted<'a>, TermError> {
        let clock = self.clock.as_deref().and_then(Clock::from_word);
        let rule = clock.map(|clock| rules.rule(clock, None, self.from)).transpose()?;
        let term = rule.map_or_else(|| self.term(), |rule| Ok(rule.term()))?;
        Ok(Counted { deadline: calendar.deadline(self.from, None, term)?, rule })
    }
}

/// Prints the end of the term; exit status 1 when it cannot be counted.
pub fn run(arguments: &DeadlineArguments) -> Outcome {
    let rules = store::rules::in_use();
    match arguments.count(&rules.calendar, &rules.clocks) {
        Ok(Counted { deadline, rule }) if arguments.json => print_json(&Printed {
            last_day: deadline.last_day,
            provisional: deadline.provisional,
            trace: &deadline.trace,
            rule,
        }),
        Ok(Counted { deadline, rule }) => print_text(&deadline, rule),
        Err(error) if arguments.json => {
            print_json(&PrintedRefusal { error, message: error.message(Lang::Zh) })?;
            return Ok(ExitCode::FAILURE);
        }
        Err(error) => {
            Err(Failure::Refused(format!("{} {}", error.message(Lang::Zh), error.message(Lang::En))))
        }
    }?;
    Ok(ExitCode::SUCCESS)
}

fn print_text(deadline: &Deadline, rule: Option<&ClockRule>) -> Result<(), Failure> {
    println!("{}", deadline.last_day);
    if let Some(rule) = rule {
        println!("{}: {}", rule.clock.name(Lang::Zh), rule.article.zh);
        println!("{}: {}", rule.clock.name(Lang::En), rule.article.en);
    }
    println!("{}", day_long(deadline.last_day, Lang::Zh));
    println!("{}", deadline.sentence(Lang::Zh));
    println!("{}", deadline.sentence(Lang::En));
    for line in deadline.trace.lines(Lang::Zh) {
        println!("  {line}");
    }
    Ok(())
}

fn parse_date(text: &str) -> Result<Day, String> {
    domain::value::parse_day(text).map_err(|error| error.message(Lang::En))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;
    use rstest::rstest;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        arguments: DeadlineArguments,
    }

    fn last_day(line: &str) -> String {
        let words = std::iter::once("deadline").chain(line.split(' '));
        let arguments = match Line::try_parse_from(words) {
            Ok(line) => line.arguments,
            Err(error) => return format!("exit {}", error.exit_code()),
        };
        let rules = store::rules::in_use();
        match arguments.count(&rules.calendar, &rules.clocks) {
            Ok(counted) => counted.deadline.last_day.to_string(),
            Err(refused) => refused.code().to_owned(),
        }
    }

    #[rstest]
    #[case("--from 2026-11-20 --days 5 --unit working", "2026-11-27")]
    #[case("--from 2026-09-25 --days 7", "2026-10-08")]
    #[case("--from 2026-09-25 --days 7 --no-roll", "2026-10-02")]
    #[case("--from 2026-01-31 --months 1", "2026-02-28")]
    #[case("--from 2026-03-19 --days 7 --unit working --back", "2026-03-10")]
    #[case("--from 2026-10-31 --days 30 --back", "2026-10-01")]
    #[case("--from 2003-12-01 --days 5", "calendar_missing")]
    #[case("--from 2026-12-01 --days 0", "term_length")]
    #[case("--from 2026-12-01 --days 4000000000", "term_length")]
    #[case("--from 2026-02-30 --days 5", "exit 2")]
    #[case("--from 2026-02-03", "exit 2")]
    #[case("--from 2026-02-03 --days 5 --months 1", "exit 2")]
    #[case("--from 2026-02-03 --months 1 --unit working", "exit 2")]
    #[case("--from 2026-02-03 --days -5", "exit 2")]
    #[case("--from 2026-11-20 --clock defence", "2026-11-27")]
    #[case("--from 2020-11-20 --clock defence", "2020-11-23")]
    #[case("--from 2026-10-01 --clock decide", "2026-12-30")]
    #[case("--from 1990-01-01 --clock decide", "no_rule")]
    #[case("--from 2026-11-20 --clock lunch", "exit 2")]
    #[case("--from 2026-11-20 --clock defence --days 5", "exit 2")]
    #[case("--from 2026-11-20 --clock defence --back", "exit 2")]
    fn counts_or_says_why_not(#[case] line: &str, #[case] answer: &str) {
        assert_eq!(last_day(line), answer);
    }
}
