//! `xiaoxiang deadline`

mod print;

use super::{Failure, Outcome};
use chrono::NaiveTime;
use clap::builder::PossibleValuesParser;
use clap::{ArgGroup, Args, ValueEnum};
use domain::calendar::{
    Asked, Calendar, Clock, ClockRules, Counted, Deadline, Pause, PauseKind, Term, TermError, Unit,
    UnusedFacts,
};
use domain::{Day, Lang};
use std::process::ExitCode;

/// Ends a term by the legal calendar and shows how it was counted.
#[derive(Args, Debug)]
#[command(group(ArgGroup::new("length").required(true).args(["days", "months", "clock"])))]
pub struct DeadlineArguments {
    /// The day of the event; it is not counted. For court_unused the day the decision was served, for
    /// court_upheld the day the decision on reconsideration was
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
    /// A clock of the procedure, by the row in force on the day of the event
    #[arg(long, value_name = "CLOCK", conflicts_with_all = ["unit", "back", "no_roll"],
        value_parser = PossibleValuesParser::new(Clock::ALL.map(Clock::word)))]
    clock: Option<String>,
    /// The time of the event, which a clock of hours needs
    #[arg(long, value_name = "HH:MM", value_parser = parse_time, conflicts_with_all = ["days", "months"])]
    at: Option<NaiveTime>,
    /// With the whole extension that the clock's row gives
    #[arg(long, conflicts_with_all = ["days", "months"])]
    extended: bool,
    /// Days counted out: those after the first up to and including the last; may be given several times, as
    /// FIRST/LAST or KIND:FIRST/LAST
    #[arg(long, value_name = "FIRST/LAST", value_parser = parse_pause, conflicts_with_all = ["days", "months"])]
    pause: Vec<TypedPause>,
    /// The day the demand was served, for the court's clocks
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date, conflicts_with_all = ["days", "months"])]
    demand_served: Option<Day>,
    /// For court_unused: the decision was made on the spot, so that reconsideration comes first
    #[arg(long, conflicts_with_all = ["days", "months"])]
    on_the_spot: bool,
    /// For court_unused: the last day of the approved payment plan, or the day of the instalment that broke it
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date, conflicts_with_all = ["days", "months"])]
    plan_ended: Option<Day>,
    /// For court_unused: the day on which the paper was served that ended a remedy without a decision on its merits
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date, conflicts_with_all = ["days", "months"])]
    ended_without_merits: Option<Day>,
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

/// A pause as typed; without a kind it is of the first that the row counts out.
#[derive(Clone, Copy, Debug)]
struct TypedPause {
    kind: Option<PauseKind>,
    from: Day,
    to: Day,
}

/// A term by its length, or a clock.
#[derive(Debug)]
enum Answer<'a> {
    Length(Deadline),
    Clock(Counted<'a>),
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

    fn count<'a>(&self, calendar: &Calendar, rules: &'a ClockRules) -> Result<Answer<'a>, TermError> {
        let Some(clock) = self.clock.as_deref().and_then(Clock::from_word) else {
            return Ok(Answer::Length(calendar.deadline(self.from, None, self.term()?)?));
        };
        let row = rules.on(clock, None, self.from);
        let first = row.and_then(|rule| rule.pauses.first().copied()).unwrap_or(PauseKind::Testing);
        let pause = |pause: &TypedPause| Pause {
            kind: pause.kind.unwrap_or(first),
            from: pause.from,
            to: pause.to,
            paper: None,
        };
        let asked = Asked {
            clock,
            on: self.from,
            at: self.at,
            extended: self.extended,
            pauses: self.pause.iter().map(pause).collect(),
            demand_served: self.demand_served,
            unused: UnusedFacts {
                on_the_spot: self.on_the_spot,
                plan_ended: self.plan_ended,
                ended_without_merits: self.ended_without_merits,
            },
        };
        Ok(Answer::Clock(asked.count(rules, calendar)?))
    }
}

/// Prints the end of the term; exit status 1 when it cannot be counted.
pub fn run(arguments: &DeadlineArguments) -> Outcome {
    let rules = store::rules::in_use();
    match arguments.count(&rules.calendar, &rules.clocks) {
        Ok(answer) if arguments.json => answer.print_json(),
        Ok(answer) => {
            answer.print_text();
            Ok(())
        }
        Err(error) if arguments.json => {
            print::refusal(error)?;
            return Ok(ExitCode::FAILURE);
        }
        Err(error) => {
            Err(Failure::Refused(format!("{} {}", error.message(Lang::Zh), error.message(Lang::En))))
        }
    }?;
    Ok(ExitCode::SUCCESS)
}

fn parse_date(text: &str) -> Result<Day, String> {
    domain::value::parse_day(text).map_err(|error| error.message(Lang::En))
}

fn parse_time(text: &str) -> Result<NaiveTime, String> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| TermError::TimeNeeded.message(Lang::En))
}

/// `2026-08-03/2026-08-10`, `testing:2026-08-03/2026-08-10`.
fn parse_pause(text: &str) -> Result<TypedPause, String> {
    let wrong = || {
        let kinds = PauseKind::ALL.map(PauseKind::word).join(", ");
        format!("write it as 2026-08-03/2026-08-10, with a kind before it if need be ({kinds}): testing:…")
    };
    let (kind, days) = match text.split_once(':') {
        Some((kind, days)) => (Some(PauseKind::from_word(kind).ok_or_else(wrong)?), days),
        None => (None, text),
    };
    let (from, to) = days.split_once('/').ok_or_else(wrong)?;
    Ok(TypedPause { kind, from: parse_date(from)?, to: parse_date(to)? })
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
            Ok(Answer::Length(deadline)) => deadline.last_day.to_string(),
            Ok(Answer::Clock(Counted::Hours { deadline, .. })) => {
                deadline.ends_at.in_shanghai().format("%Y-%m-%d %H:%M").to_string()
            }
            Ok(Answer::Clock(Counted::Court(window))) => {
                let demand = window.demand_latest.map_or_else(String::new, |day| day.to_string());
                format!("{} {} {demand}", window.earliest, window.closes.last_day)
            }
            Ok(Answer::Clock(counted)) => counted.last_day().to_string(),
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
    #[case("--from 2026-03-19 --clock hearing_notice", "2026-03-09")]
    #[case("--from 2015-04-30 --clock sue", "2015-07-30")]
    #[case("--from 2026-09-07 --clock measure", "2026-10-07")]
    #[case("--from 2026-09-07 --clock measure --extended --pause 2026-09-10/2026-09-15", "2026-11-11")]
    #[case("--from 2026-07-06 --clock decide --pause police:2026-08-03/2026-08-10", "2026-10-11")]
    #[case("--from 2026-07-06 --clock decide --pause testing:2026-08-03/2026-08-10", "no_pause")]
    #[case("--from 2026-07-06 --clock decide --pause 2026-08-10/2026-08-03", "pause_order")]
    #[case("--from 2026-07-06 --clock decide --pause 2026-08-10", "exit 2")]
    #[case("--from 2026-07-06 --clock decide --pause lunch:2026-08-03/2026-08-10", "exit 2")]
    #[case("--from 2026-07-06 --clock decide --extended", "no_extension")]
    #[case("--from 2026-07-06 --days 90 --extended", "exit 2")]
    #[case("--from 2026-07-06 --months 3 --pause 2026-08-03/2026-08-10", "exit 2")]
    #[case("--from 2026-11-20 --clock urgent_measure_report --at 14:30", "2026-11-21 14:30")]
    #[case("--from 2026-11-20 --clock urgent_measure_report", "time_needed")]
    #[case("--from 2026-11-20 --clock urgent_measure_report --at 25:00", "exit 2")]
    #[case("--from 2026-01-05 --clock court_unused", "2026-07-07 2026-10-05 2026-09-15")]
    #[case(
        "--from 2026-01-05 --clock court_unused --demand-served 2026-09-15",
        "2026-09-30 2026-10-05 2026-09-15"
    )]
    #[case("--from 2026-03-02 --clock court_unused --on-the-spot", "2026-05-07 2026-08-01 2026-07-16")]
    #[case(
        "--from 2026-03-02 --clock court_unused --plan-ended 2026-06-20",
        "2026-09-03 2026-12-02 2026-11-17"
    )]
    #[case(
        "--from 2026-01-05 --clock court_unused --ended-without-merits 2026-08-10",
        "2026-08-11 2026-11-10 2026-10-26"
    )]
    #[case("--from 2026-03-02 --days 5 --on-the-spot", "exit 2")]
    #[case("--from 2026-04-13 --clock court_upheld", "2026-04-29 2026-07-28 2026-07-13")]
    fn counts_or_says_why_not(#[case] line: &str, #[case] answer: &str) {
        assert_eq!(last_day(line), answer);
    }
}
