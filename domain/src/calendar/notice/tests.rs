use super::*;
use crate::calendar::{Calendar, Term, Unit};
use rstest::rstest;

const DAYS: &str = include_str!("../../../../store/catalogue/calendar/public-holidays-2004-2026.csv");
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
