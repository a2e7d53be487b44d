//! Days and counts in words, in both languages.

use chrono::{Datelike, Weekday};

use super::{Deadline, RestReason, Step, Trace};
use crate::{Day, Lang};

/// More rest days of one reason than this are told by their number, not one by one.
const DAYS_LISTED_MAX: usize = 10;

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

impl Deadline {
    /// The count in one sentence: "11月20日送达，次日起算，21、22日周末不计，5 个工作日，11月27日届满".
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let mut parts = Vec::new();
        let mut said = None;
        for step in &self.trace.steps {
            match step {
                Step::Start { on, event, term } => {
                    let event = event.map_or(lang.pick("起", "start"), |event| event.text(lang));
                    let (day, from) = match lang {
                        Lang::Zh if term.unit.is_back() => (month_day(*on), "前一日起倒算"),
                        Lang::Zh => (month_day(*on), "次日起算"),
                        Lang::En if term.unit.is_back() => {
                            (format!("{} ", month_day_en(*on)), "counted back from the day before")
                        }
                        Lang::En => (format!("{} ", month_day_en(*on)), "counted from the next day"),
                    };
                    parts.push(format!("{day}{event}"));
                    parts.push(from.to_owned());
                    said = Some(*on);
                }
                Step::MonthEnd { .. } => {
                    parts.push(lang.pick("当月无对应日以月末为准", "the month has no such day").to_owned());
                }
                _ => (),
            }
        }
        let mut last_said = said;
        parts.extend(self.rest_days(lang, &mut last_said));
        parts.push(self.trace.term().text(lang));
        parts.extend(self.ending(lang));
        parts.join(lang.pick("，", ", "))
    }

    /// What was skipped while counting, one part a reason, in the order met; then what was worked.
    fn rest_days(&self, lang: Lang, said: &mut Option<Day>) -> Vec<String> {
        let mut groups: Vec<(String, Vec<Day>)> = Vec::new();
        for step in &self.trace.steps {
            let (on, words) = match step {
                Step::EndsOnRestDay { .. } => break,
                Step::Excluded { on, reason } => {
                    (*on, format!("{}{}", reason.text(lang), lang.pick("不计", " not counted")))
                }
                Step::MakeupWorkday { on, .. } => {
                    (*on, lang.pick("调休上班计入", "worked and counted").to_owned())
                }
                _ => continue,
            };
            match groups.iter_mut().find(|(known, _)| *known == words) {
                Some((_, days)) => days.push(on),
                None => groups.push((words, vec![on])),
            }
        }
        let told = |(words, days): (String, Vec<Day>)| match lang {
            Lang::Zh if days.len() > DAYS_LISTED_MAX => format!("{} 天{words}", days.len()),
            Lang::Zh => format!("{}{words}", listed(&days, lang, said)),
            Lang::En if days.len() > DAYS_LISTED_MAX => format!("{} days {words}", days.len()),
            Lang::En => format!("{} {words}", listed(&days, lang, said)),
        };
        groups.into_iter().map(told).collect()
    }

    fn ending(&self, lang: Lang) -> Vec<String> {
        let mut parts = Vec::new();
        let same_year = |on: Day| self.start_year() == Some(on.year());
        for step in &self.trace.steps {
            let part = match (step, lang) {
                (Step::EndsOnRestDay { on, reason }, Lang::Zh) => {
                    format!("末日{}遇{}", month_day(*on), reason.text(lang))
                }
                (Step::EndsOnRestDay { on, reason }, Lang::En) => {
                    format!("the last day {} is a rest day ({})", month_day_en(*on), reason.text(lang))
                }
                (Step::Rolled { .. }, _) => {
                    lang.pick("顺延至下一个工作日", "moved to the next working day").to_owned()
                }
                (Step::ActingDay { on }, Lang::Zh) => format!("最迟{}办理", month_day(*on)),
                (Step::ActingDay { on }, Lang::En) => format!("act by {}", month_day_en(*on)),
                (Step::Result { on }, Lang::Zh) if same_year(*on) => format!("{}届满", month_day(*on)),
                (Step::Result { on }, Lang::Zh) => format!("{}年{}届满", on.year(), month_day(*on)),
                (Step::Result { on }, Lang::En) if same_year(*on) => format!("ends {}", month_day_en(*on)),
                (Step::Result { on }, Lang::En) => format!("ends {} {}", month_day_en(*on), on.year()),
                (Step::Provisional { year }, Lang::Zh) => format!("{year}年放假安排未公布、暂定"),
                (Step::Provisional { year }, Lang::En) => {
                    format!("provisional: the holidays of {year} are not announced")
                }
                _ => continue,
            };
            parts.push(part);
        }
        parts
    }

    fn start_year(&self) -> Option<i32> {
        let year = |step: &Step| if let Step::Start { on, .. } = step { Some(on.year()) } else { None };
        self.trace.steps.iter().find_map(year)
    }
}

fn colon(on: Day, lang: Lang, words: &str) -> String {
    format!("{}{}{words}", day_short(on, lang), lang.pick("：", ": "))
}

fn month_day(day: Day) -> String {
    format!("{}月{}日", day.month(), day.day())
}

fn month_day_en(day: Day) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = MONTHS.get(day.month0() as usize).copied().unwrap_or_default();
    format!("{} {month}", day.day())
}

/// "21、22日", "10月1日至7日", "2月28日、3月1日": the month is said when it is not the one said last.
fn listed(days: &[Day], lang: Lang, said: &mut Option<Day>) -> String {
    if lang == Lang::En {
        let runs: Vec<_> = runs(days).into_iter().map(|(from, to)| run_en(from, to)).collect();
        return runs.join(", ");
    }
    let month = |day: Day| (day.year(), day.month());
    let mut text = String::new();
    let mut open = false;
    for (from, to) in runs(days) {
        if said.map(month) != Some(month(from)) {
            text.push_str(if open { "日、" } else { "" });
            text.push_str(&format!("{}月", from.month()));
        } else if open {
            text.push('、');
        }
        text.push_str(&from.day().to_string());
        if to != from {
            let month_named =
                if month(to) == month(from) { String::new() } else { format!("日至{}月", to.month()) };
            text.push_str(if month_named.is_empty() { "至" } else { &month_named });
            text.push_str(&to.day().to_string());
        }
        *said = Some(to);
        open = true;
    }
    text + "日"
}

fn run_en(from: Day, to: Day) -> String {
    match (from == to, from.month() == to.month()) {
        (true, _) => month_day_en(from),
        (false, true) => format!("{}–{}", from.day(), month_day_en(to)),
        (false, false) => format!("{} – {}", month_day_en(from), month_day_en(to)),
    }
}

/// Runs of at least three days in a row become from–to, other days stand alone.
fn runs(days: &[Day]) -> Vec<(Day, Day)> {
    let mut sorted = days.to_vec();
    sorted.sort_unstable();
    let mut runs: Vec<(Day, Day)> = Vec::new();
    for day in sorted {
        match runs.last_mut() {
            Some((_, to)) if to.succ_opt() == Some(day) => *to = day,
            _ => runs.push((day, day)),
        }
    }
    let split = |(from, to): (Day, Day)| {
        if from.succ_opt() == Some(to) { vec![(from, from), (to, to)] } else { vec![(from, to)] }
    };
    runs.into_iter().flat_map(split).collect()
}
