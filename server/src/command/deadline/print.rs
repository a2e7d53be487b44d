//! How the answer of `xiaoxiang deadline` is printed.

use super::super::{Failure, print_json};
use super::Answer;
use domain::calendar::{ClockRule, Counted, CourtWindow, Deadline, HourDeadline, TermError, Trace, day_long};
use domain::{Day, Lang};
use serde::Serialize;

#[derive(Serialize)]
struct Printed<'a> {
    last_day: Day,
    acting_day: Day,
    provisional: bool,
    trace: &'a Trace,
    /// The row by which a clock was counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a ClockRule>,
}

#[derive(Serialize)]
struct PrintedHours<'a> {
    last_day: Day,
    /// Wall clock of Asia/Shanghai.
    ends_at: String,
    half_at: String,
    rule: &'a ClockRule,
}

#[derive(Serialize)]
struct PrintedWindow<'a> {
    earliest: Day,
    last_day: Day,
    acting_day: Day,
    demand_latest: Option<Day>,
    provisional: bool,
    /// The party's term that must be over.
    opens: &'a Deadline,
    demand: Option<&'a Deadline>,
    trace: &'a Trace,
    rule: &'a ClockRule,
}

#[derive(Serialize)]
struct PrintedRefusal {
    error: TermError,
    message: String,
}

/// Why a term cannot be counted, as JSON.
pub(super) fn refusal(error: TermError) -> Result<(), Failure> {
    print_json(&PrintedRefusal { error, message: error.message(Lang::Zh) })
}

impl Answer<'_> {
    pub(super) fn print_json(&self) -> Result<(), Failure> {
        let days = |deadline: &Deadline, rule: Option<&ClockRule>| {
            print_json(&Printed {
                last_day: deadline.last_day,
                acting_day: deadline.acting_day,
                provisional: deadline.provisional,
                trace: &deadline.trace,
                rule,
            })
        };
        match self {
            Answer::Length(deadline) => days(deadline, None),
            Answer::Clock(Counted::Days { rule, deadline }) => days(deadline, Some(rule)),
            Answer::Clock(Counted::Hours { rule, deadline }) => {
                let minute = |at: domain::Instant| at.in_shanghai().format("%Y-%m-%d %H:%M").to_string();
                print_json(&PrintedHours {
                    last_day: deadline.last_day(),
                    ends_at: minute(deadline.ends_at),
                    half_at: minute(deadline.half_at()),
                    rule,
                })
            }
            Answer::Clock(Counted::Court(window)) => print_json(&PrintedWindow {
                earliest: window.earliest,
                last_day: window.closes.last_day,
                acting_day: window.closes.acting_day,
                demand_latest: window.demand_latest,
                provisional: window.is_provisional(),
                opens: &window.opens,
                demand: window.demand.as_ref(),
                trace: &window.closes.trace,
                rule: &window.rule,
            }),
        }
    }

    pub(super) fn print_text(&self) {
        match self {
            Answer::Length(deadline) => print_days(deadline, None),
            Answer::Clock(Counted::Days { rule, deadline }) => print_days(deadline, Some(rule)),
            Answer::Clock(Counted::Hours { rule, deadline }) => print_hours(deadline, rule),
            Answer::Clock(Counted::Court(window)) => print_window(window),
        }
    }
}

fn print_days(deadline: &Deadline, rule: Option<&ClockRule>) {
    println!("{}", deadline.last_day);
    if let Some(rule) = rule {
        print_rule(rule);
    }
    println!("{}", day_long(deadline.last_day, Lang::Zh));
    print_count(deadline);
}

fn print_hours(deadline: &HourDeadline, rule: &ClockRule) {
    println!("{}", deadline.ends_at.in_shanghai().format("%Y-%m-%d %H:%M"));
    print_rule(rule);
    println!("{}", deadline.sentence(Lang::Zh));
    println!("{}", deadline.sentence(Lang::En));
}

fn print_window(window: &CourtWindow) {
    println!("{}", window.closes.last_day);
    print_rule(&window.rule);
    let demand = window.demand_latest.map_or_else(|| "–".to_owned(), |day| day.to_string());
    println!("最早可申请日 earliest: {}", window.earliest);
    println!("最迟办理日 act by: {}", window.closes.acting_day);
    println!("催告最迟送达日 demand served by: {demand}");
    for deadline in [Some(&window.opens), window.demand.as_ref(), Some(&window.closes)].into_iter().flatten()
    {
        print_count(deadline);
    }
}

fn print_rule(rule: &ClockRule) {
    println!("{}: {}", rule.clock.name(Lang::Zh), rule.article.zh);
    println!("{}: {}", rule.clock.name(Lang::En), rule.article.en);
}

fn print_count(deadline: &Deadline) {
    println!("{}", deadline.sentence(Lang::Zh));
    println!("{}", deadline.sentence(Lang::En));
    for line in deadline.trace.lines(Lang::Zh) {
        println!("  {line}");
    }
}
