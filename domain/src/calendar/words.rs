//! Days and counts in words, in both languages.

use chrono::{Datelike, Weekday};

use super::adjust::Remark;
use super::{Extension, PauseKind, RestReason, Step, Trace, Unit};
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
        let (day, words) = (self.day(lang), self.words(lang));
        if day.is_empty() { words } else { format!("{day}{}{words}", lang.pick("：", ": ")) }
    }

    /// The day of the step: "11月21日 周六"; with the year at both ends, empty where a step has no day.
    #[must_use]
    pub fn day(&self, lang: Lang) -> String {
        match self {
            Step::Start { on, .. } | Step::Result { on } => day_long(*on, lang),
            Step::Paused { from, to, .. } if from == to => day_short(*from, lang),
            Step::Paused { from, to, .. } => {
                format!("{}{}{}", day_short(*from, lang), lang.pick("至", " – "), day_short(*to, lang))
            }
            Step::Excluded { on, .. }
            | Step::MakeupWorkday { on, .. }
            | Step::MonthEnd { on }
            | Step::ClearBefore { on }
            | Step::EndsOnRestDay { on, .. }
            | Step::Rolled { to: on }
            | Step::ActingDay { on } => day_short(*on, lang),
            Step::Extended { .. } | Step::Provisional { .. } => String::new(),
        }
    }

    /// What the step says of its day: "周末，不计".
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let said = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
        match (self, lang) {
            (Step::Start { event, term, .. }, Lang::Zh) => {
                let event = event.map_or(String::new(), |event| format!("{}，", event.text(lang)));
                format!("{event}当日不计，期限 {}", term.text(lang))
            }
            (Step::Start { event, term, .. }, Lang::En) => {
                let event = event.map_or(String::new(), |event| format!("{}, ", event.text(lang)));
                format!("{event}not counted; the term is {}", term.text(lang))
            }
            (Step::Extended { unit, extension }, _) => extension.words(*unit, lang),
            (Step::Paused { days, kind, paper, .. }, _) => paused(*kind, *days, paper.as_ref(), lang),
            (Step::ClearBefore { .. }, _) => said(
                "须满足的完整工作日自此日起，最迟在前一日送达",
                "the full working days begin here; serve by the day before",
            ),
            (Step::Excluded { reason, .. }, Lang::Zh) => format!("{}，不计", reason.text(lang)),
            (Step::Excluded { reason, .. }, Lang::En) => format!("{}, not counted", reason.text(lang)),
            (Step::MakeupWorkday { occasion, .. }, Lang::Zh) => format!("{occasion}调休上班，计入"),
            (Step::MakeupWorkday { occasion: name, .. }, Lang::En) => {
                format!("worked for {}, counted", occasion(name, lang))
            }
            (Step::MonthEnd { .. }, _) => {
                said("当月没有对应日，以月末日为末日", "the month has no such day, its last day stands")
            }
            (Step::EndsOnRestDay { reason, .. }, Lang::Zh) => format!("末日遇{}", reason.text(lang)),
            (Step::EndsOnRestDay { reason, .. }, Lang::En) => {
                format!("the last day is a rest day ({})", reason.text(lang))
            }
            (Step::Rolled { .. }, _) => said("顺延至此工作日", "moved to this next working day"),
            (Step::ActingDay { .. }, _) => {
                said("不顺延，最迟在此工作日办理", "does not move; act by this working day")
            }
            (Step::Provisional { year }, Lang::Zh) => format!("{year}年放假安排尚未公布，此日期暂定"),
            (Step::Provisional { year }, Lang::En) => {
                format!("the holidays of {year} are not announced yet; the date is provisional")
            }
            (Step::Result { .. }, _) => said("届满", "last day"),
        }
    }
}

impl Extension {
    /// "经本机关负责人批准延长 30 日（案情复杂）".
    #[must_use]
    pub fn words(&self, unit: Unit, lang: Lang) -> String {
        let (by, length) = (self.by.name(lang), unit.counted(self.length, lang));
        let reason = in_brackets(self.reason.as_ref(), lang);
        lang.pick(format!("经{by}批准延长 {length}{reason}"), format!("extended by {by} by {length}{reason}"))
    }
}

/// "检验鉴定期间（检验委托书），不计，共 7 日".
fn paused(kind: PauseKind, days: u32, paper: Option<&Remark>, lang: Lang) -> String {
    let (kind, paper) = (kind.name(lang), in_brackets(paper, lang));
    match (days, lang) {
        (0, Lang::Zh) => format!("{kind}{paper}，没有另外可以扣除的日数"),
        (0, Lang::En) => format!("{kind}{paper}, no further day to count out"),
        (_, Lang::Zh) => format!("{kind}{paper}，不计，共 {days} 日"),
        (1, Lang::En) => format!("{kind}{paper}, 1 day not counted"),
        (_, Lang::En) => format!("{kind}{paper}, {days} days not counted"),
    }
}

/// "（移送函）", " (letter)"; nothing for nothing.
pub(super) fn in_brackets(remark: Option<&Remark>, lang: Lang) -> String {
    remark.map_or(String::new(), |remark| lang.pick(format!("（{remark}）"), format!(" ({remark})")))
}

impl Trace {
    /// Every step by its day and what it is, in the order of counting.
    #[must_use]
    pub fn told(&self, lang: Lang) -> Vec<(String, String)> {
        self.steps.iter().map(|step| (step.day(lang), step.words(lang))).collect()
    }

    /// Every step as a line, in the order of counting.
    #[must_use]
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        self.steps.iter().map(|step| step.line(lang)).collect()
    }
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
