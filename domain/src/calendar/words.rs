//! Days and counts in words, in both languages.

use chrono::{Datelike, Weekday};

use super::{RestReason, Step, Trace};
use crate::{Day, Lang};

/// "2026年11月20日 周五", "Fri 20 Nov 2026".
#[must_use]
pub fn day_long(day: Day, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{} {}", day.year(), month_day(day), weekday(day, lang)),
        Lang::En => format!("{} {} {}", weekday(day, lang), month_day_en(day), day.year()),
    }
}

/// "11月20日 周五", "Fri 20 Nov".
#[must_use]
pub fn day_short(day: Day, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{} {}", month_day(day), weekday(day, lang)),
        Lang::En => format!("{} {}", weekday(day, lang), month_day_en(day)),
    }
}

/// "周五", "Fri".
#[must_use]
pub fn weekday(day: Day, lang: Lang) -> &'static str {
    match day.weekday() {
        Weekday::Mon => lang.pick("周一", "Mon"),
        Weekday::Tue => lang.pick("周二", "Tue"),
        Weekday::Wed => lang.pick("周三", "Wed"),
        Weekday::Thu => lang.pick("周四", "Thu"),
        Weekday::Fri => lang.pick("周五", "Fri"),
        Weekday::Sat => lang.pick("周六", "Sat"),
        Weekday::Sun => lang.pick("周日", "Sun"),
    }
}

/// The name of a holiday's occasion; one that has no known English name stays as announced.
#[must_use]
pub fn occasion(name: &str, lang: Lang) -> &str {
    let english = match name {
        "元旦" => "New Year's Day",
        "春节" => "Spring Festival",
        "清明节" => "Qingming Festival",
        "劳动节" => "Labour Day",
        "端午节" => "Dragon Boat Festival",
        "中秋节" => "Mid-Autumn Festival",
        "国庆节" => "National Day",
        "抗战胜利70周年" => "70th anniversary of victory in the war of resistance",
        other => other,
    };
    lang.pick(name, english)
}

impl RestReason {
    /// "周末", "国庆节".
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        match self {
            RestReason::Weekend => lang.pick("周末", "weekend"),
            RestReason::Holiday(name) => occasion(name, lang),
        }
    }
}

impl Step {
    /// The step as a line: "11月21日 周六：周末，不计".
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        match self {
            Step::Start { on, event, term } => {
                let (day, term) = (day_long(*on, lang), term.text(lang));
                let event = event.map_or("", |event| event.text(lang));
                match lang {
                    Lang::Zh if event.is_empty() => format!("{day}：当日不计，期限 {term}"),
                    Lang::Zh => format!("{day}：{event}，当日不计，期限 {term}"),
                    Lang::En if event.is_empty() => format!("{day}: not counted; the term is {term}"),
                    Lang::En => format!("{day}: {event}, not counted; the term is {term}"),
                }
            }
            Step::Excluded { on, reason } => {
                colon(*on, lang, &format!("{}{}", reason.text(lang), lang.pick("，不计", ", not counted")))
            }
            Step::MakeupWorkday { on, occasion: name } => colon(
                *on,
                lang,
                &match lang {
                    Lang::Zh => format!("{name}调休上班，计入"),
                    Lang::En => format!("worked for {}, counted", occasion(name, lang)),
                },
            ),
            Step::MonthEnd { on } => colon(
                *on,
                lang,
                lang.pick("当月没有对应日，以月末日为末日", "the month has no such day, its last day stands"),
            ),
            Step::EndsOnRestDay { on, reason } => colon(
                *on,
                lang,
                &match lang {
                    Lang::Zh => format!("末日遇{}", reason.text(lang)),
                    Lang::En => format!("the last day is a rest day ({})", reason.text(lang)),
                },
            ),
            Step::Rolled { to } => {
                colon(*to, lang, lang.pick("顺延至此工作日", "moved to this next working day"))
            }
            Step::ActingDay { on } => colon(
                *on,
                lang,
                lang.pick("不顺延，最迟在此工作日办理", "does not move; act by this working day"),
            ),
            Step::Provisional { year } => match lang {
                Lang::Zh => format!("{year}年放假安排尚未公布，此日期暂定"),
                Lang::En => format!("The holidays of {year} are not announced yet; the date is provisional"),
            },
            Step::Result { on } => match lang {
                Lang::Zh => format!("{}：届满", day_long(*on, lang)),
                Lang::En => format!("{}: last day", day_long(*on, lang)),
            },
        }
    }
}

impl Trace {
    /// Every step as a line, in the order of counting.
    #[must_use]
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        self.steps.iter().map(|step| step.line(lang)).collect()
    }
}

fn colon(on: Day, lang: Lang, words: &str) -> String {
    format!("{}{}{words}", day_short(on, lang), lang.pick("：", ": "))
}

pub(super) fn month_day(day: Day) -> String {
    format!("{}月{}日", day.month(), day.day())
}

pub(super) fn month_day_en(day: Day) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = MONTHS.get(day.month0() as usize).copied().unwrap_or_default();
    format!("{} {month}", day.day())
}
