//! A count told in one sentence.

use chrono::Datelike;

use super::words::{in_brackets, month_day, month_day_en};
use super::{Deadline, Step};
use crate::{Day, Lang};

/// More rest days of one reason than this are told by their number, not one by one.
const DAYS_LISTED_MAX: usize = 10;

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
        parts.extend(self.pauses(lang, &mut last_said));
        parts.push(self.trace.term().text(lang));
        parts.extend(self.trace.steps.iter().filter_map(|step| match step {
            Step::Extended { unit, extension } => Some(extension.words(*unit, lang)),
            _ => None,
        }));
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

    /// "8月4至10日案件在公安机关期间（移送函）不计"; an overlapped pause has nothing to say.
    fn pauses(&self, lang: Lang, said: &mut Option<Day>) -> Vec<String> {
        let mut parts = Vec::new();
        for step in &self.trace.steps {
            let Step::Paused { from, to, days: 1.., kind, paper } = step else { continue };
            let (kind, paper) = (kind.name(lang), in_brackets(paper.as_ref(), lang));
            let days = said_runs(vec![(*from, *to)], lang, said);
            parts.push(
                lang.pick(format!("{days}{kind}{paper}不计"), format!("{days} {kind}{paper} not counted")),
            );
        }
        parts
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

/// "21、22日", "10月1日至7日", "2月28日、3月1日": the month is said when it is not the one said last.
fn listed(days: &[Day], lang: Lang, said: &mut Option<Day>) -> String {
    said_runs(runs(days), lang, said)
}

fn said_runs(runs: Vec<(Day, Day)>, lang: Lang, said: &mut Option<Day>) -> String {
    if lang == Lang::En {
        let runs: Vec<_> = runs.into_iter().map(|(from, to)| run_en(from, to)).collect();
        return runs.join(", ");
    }
    let month = |day: Day| (day.year(), day.month());
    let mut text = String::new();
    let mut open = false;
    for (from, to) in runs {
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
