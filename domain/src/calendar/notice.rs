//! The notice of one year's holidays (放假安排): read from lines, every fault told with its line, before the year
//! is loaded into the calendar.

use std::collections::BTreeMap;

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::year::{Announced, HEADER, fixed_holiday, is_weekend, read_line};
use super::{CalendarFaultReason, day_long};
use crate::{Day, Lang};

/// The first year with announced make-up workdays in the product's own files.
const FIRST_YEAR: i32 = 2004;
/// More bytes than this are another kind of file: a notice names some forty days.
const BYTES_MAX: usize = 64 * 1_024;
/// Days that a notice names at most.
const DAYS_MAX: usize = 120;
/// Faults that are told at most; whoever mends these sees the next.
const FAULTS_MAX: usize = 50;
/// Longest occasion, in characters.
const OCCASION_MAX: usize = 20;
/// From this day of December on a notice may speak of the year before: 元旦 2023 began on 31 December 2022.
const LAST_DAYS_FROM: u32 = 24;

/// The announced days of one year, sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearNotice {
    year: i32,
    days: BTreeMap<Day, (Announced, String)>,
}

/// What is wrong with a notice, and in which line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeFault {
    /// Counted from 1; 0 when the text as a whole is wrong.
    pub line: usize,
    pub reason: NoticeFaultReason,
}

/// Why a notice is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeFaultReason {
    /// The year itself cannot be loaded.
    Year { first: i32, last: i32 },
    /// Too many bytes or lines.
    TooLarge,
    /// A workbook, a picture, or text that is not UTF-8.
    AnotherKind,
    /// The line cannot be read.
    Unreadable(CalendarFaultReason),
    /// A day of another year.
    OtherYear(Day),
    /// A make-up workday that is a workday anyway.
    MakeupOnWorkday(Day),
    /// A make-up workday on a day that the holiday rule fixes (全国年节及纪念日放假办法).
    MakeupOnFixed(Day),
    /// No occasion, or one that is too long.
    Occasion,
    /// A day that the holiday rule fixes is no holiday here.
    FixedMissing(Day),
}

impl NoticeFault {
    fn whole(reason: NoticeFaultReason) -> Self {
        NoticeFault { line: 0, reason }
    }

    /// "第 3 行：…"; without the line when it is about the whole.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let reason = self.reason.message(lang);
        match (self.line, lang) {
            (0, _) => reason,
            (line, Lang::Zh) => format!("第 {line} 行：{reason}"),
            (line, Lang::En) => format!("Line {line}: {reason}"),
        }
    }
}

impl NoticeFaultReason {
    /// What is wrong and what to do.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        use NoticeFaultReason as R;
        let day = |day: &Day| day_long(*day, lang);
        match (self, lang) {
            (R::Year { first, last }, Lang::Zh) => format!("年份须为 {first} 至 {last}，请核对。"),
            (R::Year { first, last }, Lang::En) => format!("The year must be from {first} to {last}."),
            (R::TooLarge, Lang::Zh) => {
                format!("内容太多：一年的放假安排不超过 {DAYS_MAX} 行，请只保留这一年。")
            }
            (R::TooLarge, Lang::En) => {
                format!("Too much: a year has at most {DAYS_MAX} lines; keep this year only.")
            }
            (R::AnotherKind, Lang::Zh) => {
                "这不是文本文件：请在 WPS 或 Excel 中另存为“CSV UTF-8”，或把内容粘贴到文本框。".to_owned()
            }
            (R::AnotherKind, Lang::En) => {
                "This is no text: save it as “CSV UTF-8”, or paste the lines into the box.".to_owned()
            }
            (R::Unreadable(reason), lang) => unreadable(reason, lang),
            (R::OtherYear(on), Lang::Zh) => format!("{}不属于所填年份，请核对年份或删去这一行。", day(on)),
            (R::OtherYear(on), Lang::En) => {
                format!("{} is not of the year entered; check the year or drop the line.", day(on))
            }
            (R::MakeupOnWorkday(on), Lang::Zh) => {
                format!("{}本来就是工作日，调休上班日只能是周六或周日。", day(on))
            }
            (R::MakeupOnWorkday(on), Lang::En) => {
                format!("{} is a working day anyway; a make-up workday is a Saturday or Sunday.", day(on))
            }
            (R::MakeupOnFixed(on), Lang::Zh) => format!("{}是法定节假日，不能作调休上班日。", day(on)),
            (R::MakeupOnFixed(on), Lang::En) => {
                format!("{} is a statutory holiday and cannot be a make-up workday.", day(on))
            }
            (R::Occasion, Lang::Zh) => format!("请写明节日名称，不超过 {OCCASION_MAX} 个字。"),
            (R::Occasion, Lang::En) => format!("Name the occasion, in at most {OCCASION_MAX} characters."),
            (R::FixedMissing(on), Lang::Zh) => format!("缺少法定节假日{}，请补上这一天。", day(on)),
            (R::FixedMissing(on), Lang::En) => {
                format!("The statutory holiday {} is missing; add it.", day(on))
            }
        }
    }
}

fn unreadable(reason: &CalendarFaultReason, lang: Lang) -> String {
    use CalendarFaultReason as R;
    match (reason, lang) {
        (R::Header, Lang::Zh) => format!("第一行须为表头“{HEADER}”；这份内容可能是另一种文件。"),
        (R::Header, Lang::En) => {
            format!("The first line must be “{HEADER}”; this may be another kind of file.")
        }
        (R::Columns, Lang::Zh) => "每行须有三列，用英文逗号分开：日期,类别,节日。".to_owned(),
        (R::Columns, Lang::En) => "A line has three columns with commas: date, kind, occasion.".to_owned(),
        (R::Date(written), Lang::Zh) => format!("“{written}”不是日期，请写成 2027-01-01。"),
        (R::Date(written), Lang::En) => format!("“{written}” is no day; write 2027-01-01."),
        (R::Kind(written), Lang::Zh) => {
            format!("类别“{written}”不认识：放假写 holiday，调休上班写 makeup_workday。")
        }
        (R::Kind(written), Lang::En) => {
            format!("“{written}” is no kind: write holiday, or makeup_workday.")
        }
        (R::Twice(on), Lang::Zh) => format!("{}重复，请只保留一行。", day_long(*on, lang)),
        (R::Twice(on), Lang::En) => format!("{} stands here twice; keep one line.", day_long(*on, lang)),
        (R::Empty, Lang::Zh) => "没有任何放假日。".to_owned(),
        (R::Empty, Lang::En) => "There is no holiday in it.".to_owned(),
    }
}

impl YearNotice {
    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// [`NoticeFaultReason::AnotherKind`] or [`NoticeFaultReason::TooLarge`] when it cannot be a notice's text.
    pub fn text_of(bytes: &[u8]) -> Result<&str, NoticeFault> {
        if bytes.len() > BYTES_MAX {
            return Err(NoticeFault::whole(NoticeFaultReason::TooLarge));
        }
        let text = std::str::from_utf8(bytes).ok();
        let text = text.filter(|text| !text.contains(|c: char| c.is_control() && !"\r\n\t".contains(c)));
        text.ok_or(NoticeFault::whole(NoticeFaultReason::AnotherKind))
    }

    /// Reads the lines `date,kind,occasion` of one year below that header; `today` bounds the year: a notice is
    /// published for the coming year at the latest.
    ///
    /// # Errors
    /// Every fault in the order of the lines, at most fifty.
    pub fn read(year: i32, text: &str, today: Day) -> Result<Self, Vec<NoticeFault>> {
        let last = today.year() + 1;
        if !(FIRST_YEAR..=last).contains(&year) {
            return Err(vec![NoticeFault::whole(NoticeFaultReason::Year { first: FIRST_YEAR, last })]);
        }
        let text = Self::text_of(text.as_bytes()).map_err(|fault| vec![fault])?;
        let lines = || text.trim_start_matches('\u{feff}').lines().enumerate();
        if lines().filter(|(_, line)| !line.trim().is_empty()).count() > DAYS_MAX {
            return Err(vec![NoticeFault::whole(NoticeFaultReason::TooLarge)]);
        }
        if lines().next().is_none_or(|(_, header)| header.trim() != HEADER) {
            let reason = NoticeFaultReason::Unreadable(CalendarFaultReason::Header);
            return Err(vec![NoticeFault { line: 1, reason }]);
        }
        let (mut days, mut faults) = (BTreeMap::new(), Vec::new());
        for (at, line) in lines().skip(1).filter(|(_, line)| !line.trim().is_empty()) {
            match judged(year, line) {
                Err(reason) => faults.push(NoticeFault { line: at + 1, reason }),
                Ok((day, said)) => {
                    if days.insert(day, said).is_some() {
                        let reason = NoticeFaultReason::Unreadable(CalendarFaultReason::Twice(day));
                        faults.push(NoticeFault { line: at + 1, reason });
                    }
                }
            }
        }
        if faults.is_empty() {
            let missing = fixed_days(year).filter(|day| !days.contains_key(day));
            faults.extend(missing.map(|day| NoticeFault::whole(NoticeFaultReason::FixedMissing(day))));
        }
        faults.truncate(FAULTS_MAX);
        if faults.is_empty() { Ok(YearNotice { year, days }) } else { Err(faults) }
    }

    /// The year that it speaks of.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.year
    }

    /// Its lines in the order of the days, as they are kept and hashed.
    #[must_use]
    pub fn csv(&self) -> String {
        csv(self.days.iter())
    }

    pub(super) fn days(&self) -> &BTreeMap<Day, (Announced, String)> {
        &self.days
    }
}

/// Days and what is said of them as lines below the header.
pub(super) fn csv<'a>(days: impl Iterator<Item = (&'a Day, &'a (Announced, String))>) -> String {
    let mut text = format!("{HEADER}\n");
    for (day, (kind, occasion)) in days {
        text.push_str(&format!("{day},{},{occasion}\n", kind.word()));
    }
    text
}

fn judged(year: i32, line: &str) -> Result<(Day, (Announced, String)), NoticeFaultReason> {
    let (day, kind, occasion) = read_line(line).map_err(NoticeFaultReason::Unreadable)?;
    let is_last = day.year() == year - 1 && day.month() == 12 && day.day() >= LAST_DAYS_FROM;
    if day.year() != year && !is_last {
        return Err(NoticeFaultReason::OtherYear(day));
    }
    if kind == Announced::MakeupWorkday && fixed_holiday(day).is_some() {
        return Err(NoticeFaultReason::MakeupOnFixed(day));
    }
    if kind == Announced::MakeupWorkday && !is_weekend(day) {
        return Err(NoticeFaultReason::MakeupOnWorkday(day));
    }
    if occasion.is_empty() || occasion.chars().count() > OCCASION_MAX {
        return Err(NoticeFaultReason::Occasion);
    }
    Ok((day, (kind, occasion)))
}

/// The days that every year's notice has had since 2000: 1 January, 1 May, 1–3 October.
fn fixed_days(year: i32) -> impl Iterator<Item = Day> {
    let days = [(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)];
    days.into_iter().filter_map(move |(month, day)| Day::from_ymd_opt(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Calendar, Term, Unit};
    use rstest::rstest;

    const DAYS: &str = include_str!("../../../store/catalogue/calendar/public-holidays-2004-2026.csv");
    const GOOD: &str = "2027-01-01,holiday,元旦\n2027-01-03,makeup_workday,元旦\n2027-05-01,holiday,劳动节\n\
                        2027-10-01,holiday,国庆节\n2027-10-02,holiday,国庆节\n2027-10-03,holiday,国庆节\n";

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn read(year: i32, lines: &str) -> Result<YearNotice, Vec<NoticeFault>> {
        YearNotice::read(year, &format!("{HEADER}\n{lines}"), day("2026-11-23"))
    }

    #[test]
    fn every_year_that_the_product_knows_would_be_taken_and_changes_nothing() {
        let calendar = Calendar::from_csv(DAYS).unwrap();
        for year in calendar.years() {
            let notice = YearNotice::read(year, &calendar.csv_of(year), day("2026-11-23"));
            let notice = notice.unwrap_or_else(|faults| panic!("{year}: {faults:?}"));
            assert_eq!(calendar.clone().with_year(&notice), calendar, "{year}");
        }
    }

    #[rstest]
    #[case(2027, "2026-05-01,holiday,劳动节", 2, "不属于所填年份")]
    #[case(2027, "2026-12-23,holiday,元旦", 2, "不属于所填年份")]
    #[case(2027, "2027-01-04,makeup_workday,元旦", 2, "本来就是工作日")]
    #[case(2027, "2027-10-02,makeup_workday,国庆节", 2, "法定节假日")]
    #[case(2027, "2027-01-01,holiday,元旦\n\n2027-01-01,holiday,元旦", 4, "重复")]
    #[case(2027, "2027-02-30,holiday,春节", 2, "不是日期")]
    #[case(2027, "2027-02-03,放假,春节", 2, "不认识")]
    #[case(2027, "2027-02-03;holiday;春节", 2, "三列")]
    #[case(2027, "2027-02-03,holiday,", 2, "节日名称")]
    #[case(2027, "2027-01-01,holiday,元旦", 0, "缺少法定节假日2027年5月1日")]
    #[case(2028, GOOD, 0, "2004 至 2027")]
    #[case(2003, GOOD, 0, "2004 至 2027")]
    #[case(2027, "PK\u{3}\u{4}", 0, "另存为")]
    fn a_wrong_notice_is_told_line_by_line(
        #[case] year: i32,
        #[case] lines: &str,
        #[case] line: usize,
        #[case] told: &str,
    ) {
        let faults = read(year, lines).unwrap_err();
        assert_eq!(faults[0].line, line, "{faults:?}");
        assert!(faults[0].message(Lang::Zh).contains(told), "{}", faults[0].message(Lang::Zh));
        assert!(!faults[0].message(Lang::En).is_empty());
    }

    #[test]
    fn another_kind_of_file_is_no_notice() {
        assert!(YearNotice::text_of(b"PK\x03\x04").is_err());
        assert!(YearNotice::text_of(&[0xd4, 0xaa, 0xb5, 0xa9]).is_err(), "GBK");
        let faults = YearNotice::read(2027, "日期,类别\n", day("2026-11-23")).unwrap_err();
        assert!(faults[0].message(Lang::Zh).contains("另一种文件"));
        let endless = "2027-01-01,holiday,元旦\n".repeat(DAYS_MAX + 1);
        assert_eq!(read(2027, &endless).unwrap_err()[0].reason, NoticeFaultReason::TooLarge);
    }

    #[test]
    fn faults_are_told_together_and_bounded() {
        let faults = read(2027, "x\ny\n2027-01-01,feast,元旦").unwrap_err();
        assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [2, 3, 4]);
        assert_eq!(read(2027, &"x\n".repeat(90)).unwrap_err().len(), FAULTS_MAX);
    }

    #[test]
    fn a_year_loaded_again_replaces_what_was_said_of_it() {
        let calendar = Calendar::from_csv(DAYS).unwrap();
        let first = read(2027, GOOD).unwrap();
        let wrong = calendar.clone().with_year(&first);
        assert!(wrong.is_working(day("2027-01-03")) && wrong.is_announced(2027));
        let second = read(2027, &GOOD.replace("2027-01-03,makeup_workday,元旦\n", "")).unwrap();
        let right = wrong.with_year(&second);
        assert!(!right.is_working(day("2027-01-03")));
        let counted = right.deadline(day("2026-12-28"), None, Term::fixed(5, Unit::Working)).unwrap();
        assert_eq!((counted.last_day, counted.provisional), (day("2027-01-05"), false));
        assert_eq!(YearNotice::read(2027, &second.csv(), day("2026-11-23")).unwrap(), second);
    }

    #[test]
    fn the_last_days_of_december_may_belong_to_new_year() {
        let notice = read(2027, &format!("2026-12-31,holiday,元旦\n{GOOD}")).unwrap();
        let calendar = Calendar::from_csv(DAYS).unwrap().with_year(&notice);
        assert!(!calendar.is_working(day("2026-12-31")));
        assert!(calendar.is_announced(2026) && !calendar.is_working(day("2026-10-01")), "2026 stays whole");
    }
}
