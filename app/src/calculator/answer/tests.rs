use super::*;
use crate::calculator::month::MONTHS_DRAWN_MAX;

fn page(fields: &[(&str, &str)]) -> CalculatorData {
    let rules = store::rules::in_use();
    let today = domain::value::parse_day("2026-11-23").unwrap();
    let desk = Desk { calendar: &rules.calendar, rules: &rules.clocks, today, lang: Lang::Zh };
    desk.answer(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

fn ask(from: &str, length: &str, unit: &str) -> CalculatorData {
    page(&[("from", from), ("length", length), ("unit", unit)])
}

fn day_of(page: &CalculatorData, label: &str) -> String {
    let days = &page.answer.as_ref().unwrap_or_else(|| panic!("{:?}", page.form.problems)).days;
    days.iter().find(|(name, _)| name == label).map_or_else(String::new, |(_, day)| day.clone())
}

#[test]
fn a_clock_is_counted_by_the_row_of_its_day_whatever_else_was_typed() {
    for (from, clock, last, article, verified) in [
        ("2026-11-20", "defence", "2026年11月27日 周五", "实践做法", false),
        ("2020-11-20", "defence", "2020年11月23日 周一", "（1996年）第三十二条", false),
        ("2026-10-01", "decide", "2026年12月30日 周三", "第六十条", true),
        ("2026-03-19", "hearing_notice", "2026年3月9日 周一", "第六十四条", true),
        ("2015-04-30", "sue", "2015年7月30日 周四", "（1989年）第三十九条", false),
        ("2015-05-01", "sue", "2015年11月2日 周一", "第四十六条", true),
    ] {
        let page = page(&[("from", from), ("length", "many"), ("unit", "weeks"), ("clock", clock)]);
        assert_eq!(day_of(&page, "届满日"), last, "{from} {clock}");
        let answer = page.answer.unwrap();
        assert!(answer.article.contains(article), "{}", answer.article);
        assert_eq!(answer.article.contains("请本单位法制人员确认"), !verified, "{from} {clock}");
    }
    let before = page(&[("from", "1990-01-01"), ("clock", "decide")]);
    assert!(before.answer.is_none());
    assert!(before.form.problem("from").is_some_and(|words| words.contains("办案期限")));
    assert_eq!(before.form.value("clock"), "decide");
    let empty = page(&[("clock", "decide")]);
    assert!(empty.form.problem("from").is_some() && empty.answer.is_none());
}

#[test]
fn every_clock_stands_in_its_group_once() {
    let clocks = page(&[]).clocks;
    let groups: Vec<_> = clocks.iter().map(|(group, _)| group.as_str()).collect();
    assert_eq!(groups, ["办案", "当事人", "送达", "复议诉讼", "法院", "移送", "许可"]);
    assert_eq!(clocks.iter().map(|(_, named)| named.len()).sum::<usize>(), Clock::ALL.len());
}

#[test]
fn an_extension_and_a_pause_are_offered_only_where_the_row_gives_them() {
    let measure = page(&[("from", "2026-09-07"), ("clock", "measure")]);
    assert_eq!(measure.offers.extension.as_deref(), Some("经本机关负责人批准延长 30 日"));
    assert_eq!((measure.offers.pauses.len(), measure.form.value("pause_kind")), (1, "testing".to_owned()));
    assert_eq!(
        (day_of(&measure, "届满日"), day_of(&measure, "最迟办理日")),
        ("2026年10月7日 周三".to_owned(), "2026年9月30日 周三".to_owned())
    );
    let longer = page(&[
        ("from", "2026-09-07"),
        ("clock", "measure"),
        ("extended", "yes"),
        ("pause_from", "2026-09-10"),
        ("pause_to", "2026-09-15"),
    ]);
    assert_eq!(day_of(&longer, "届满日"), "2026年11月11日 周三");
    let sentence = &longer.answer.as_ref().unwrap().sentences[0];
    assert!(sentence.contains("检验鉴定期间不计") && sentence.contains("批准延长 30 日"), "{sentence}");
    let decide = page(&[("from", "2026-09-07"), ("clock", "decide")]);
    assert_eq!((decide.offers.extension, decide.offers.pauses.len()), (None, 1));
    let pay = page(&[("from", "2026-09-07"), ("clock", "pay")]);
    assert!(pay.offers.extension.is_none() && pay.offers.pauses.is_empty() && !pay.offers.time);
}

#[test]
fn what_the_row_does_not_give_is_left_out_and_said() {
    let fields = [
        ("from", "2026-09-16"),
        ("clock", "pay"),
        ("extended", "yes"),
        ("pause_from", "2026-09-20"),
        ("pause_to", "2026-09-25"),
    ];
    let pay = page(&fields);
    assert_eq!(day_of(&pay, "届满日"), "2026年10月8日 周四");
    assert_eq!(pay.answer.unwrap().left_out.len(), 2);
}

#[test]
fn a_pause_is_told_with_both_its_days() {
    let wrong: [(&[(&str, &str)], &str); 4] = [
        (&[("pause_from", "2026-09-10")], "pause_to"),
        (&[("pause_to", "2026-09-10")], "pause_from"),
        (&[("pause_from", "x"), ("pause_to", "2026-09-10")], "pause_from"),
        (&[("pause_from", "2026-09-10"), ("pause_to", "2026-09-09")], "pause_to"),
    ];
    for (typed, field) in wrong {
        let mut fields = vec![("from", "2026-09-07"), ("clock", "measure")];
        fields.extend(typed);
        let page = page(&fields);
        assert!(page.answer.is_none() && page.form.problem(field).is_some(), "{:?}", page.form.problems);
        for (name, value) in typed {
            assert_eq!(page.form.value(name), *value);
        }
    }
}

#[test]
fn a_term_of_hours_asks_for_the_time_and_counts_to_the_minute() {
    let report =
        |time: &str| page(&[("from", "2026-11-20"), ("clock", "urgent_measure_report"), ("time", time)]);
    assert_eq!(day_of(&report("１４：３０"), "届满日"), "2026年11月21日 周六 14:30");
    for time in ["", "25:00", "noon"] {
        let page = report(time);
        assert!(page.offers.time && page.answer.is_none());
        assert_eq!(page.form.problems.len(), 1, "{time}: {:?}", page.form.problems);
        assert!(page.form.problem("time").is_some_and(|words| words.contains("14:30")));
        assert_eq!(page.form.value("time"), time);
    }
    let typed = page(&[("from", "2026-11-20"), ("length", "48"), ("unit", "hour"), ("time", "9:05")]);
    assert_eq!(day_of(&typed, "届满日"), "2026年11月22日 周日 09:05");
    assert!(ask("2026-11-20", "48", "hour").form.problem("time").is_some());
}

#[test]
fn the_court_s_clocks_show_their_window() {
    let unused = page(&[("from", "2026-01-05"), ("clock", "court_unused")]);
    assert_eq!(
        unused.answer.as_ref().unwrap().days,
        [
            ("最早可申请日".to_owned(), "2026年7月7日 周二".to_owned()),
            ("最迟办理日".to_owned(), "2026年9月30日 周三".to_owned()),
            ("届满日".to_owned(), "2026年10月5日 周一".to_owned()),
            ("催告最迟送达日".to_owned(), "2026年9月15日 周二".to_owned()),
        ]
    );
    assert!(unused.offers.demand);
    let fields = [("from", "2026-01-05"), ("clock", "court_unused"), ("demand_served", "2026-09-15")];
    assert_eq!(day_of(&page(&fields), "最早可申请日"), "2026年9月30日 周三");
    let wrong = page(&[("from", "2026-01-05"), ("clock", "court_unused"), ("demand_served", "x")]);
    assert!(wrong.answer.is_none() && wrong.form.problem("demand_served").is_some());
    let upheld = page(&[("from", "2026-04-13"), ("clock", "court_upheld")]);
    assert_eq!(day_of(&upheld, "催告最迟送达日"), "2026年7月13日 周一");
}

#[test]
fn what_moves_an_uncontested_window_is_asked_for_it_alone() {
    let asked = |fields: &[(&'static str, &'static str)]| {
        let mut all = vec![("from", "2026-03-02"), ("clock", "court_unused")];
        all.extend(fields);
        page(&all)
    };
    assert_eq!(day_of(&asked(&[("on_the_spot", "yes")]), "最早可申请日"), "2026年5月7日 周四");
    let plan = asked(&[("plan_ended", "2026-6-20")]);
    assert_eq!(day_of(&plan, "最早可申请日"), "2026年9月3日 周四");
    assert_eq!(day_of(&plan, "届满日"), "2026年12月2日 周三");
    let ended = asked(&[("ended_without_merits", "2026-10-12")]);
    assert_eq!(day_of(&ended, "届满日"), "2027年1月12日 周二");
    assert!(asked(&[("plan_ended", "x")]).form.problem("plan_ended").is_some());
    let upheld = page(&[("from", "2026-04-13"), ("clock", "court_upheld"), ("plan_ended", "2026-06-20")]);
    assert!(!upheld.offers.unused && upheld.offers.demand);
    assert_eq!(upheld.answer.unwrap().left_out.len(), 1);
}

#[test]
fn the_first_look_asks_and_blames_nothing() {
    let page = ask("", "", "");
    assert!(page.answer.is_none() && page.form.problems.is_empty());
    assert_eq!(page.form.value("from"), "2026-11-23");
    assert_eq!((page.form.value("unit"), page.form.value("rolls")), ("working".into(), "yes".into()));
}

#[test]
fn a_term_is_told_in_words_and_days() {
    let page = ask("2026年11月20日", "５", "working");
    assert_eq!(day_of(&page, "届满日"), "2026年11月27日 周五");
    let answer = page.answer.unwrap();
    assert_eq!(answer.months.len(), 1);
    let week = &answer.months[0].weeks[3];
    let marks: Vec<_> = week.iter().map(|cell| cell.mark.as_str()).collect();
    assert_eq!(marks, ["", "", "", "", "起", "休", "休"]);
    assert_eq!(answer.steps[1], ("11月21日 周六".to_owned(), "周末，不计".to_owned()));
}

#[test]
fn a_paused_day_is_marked_and_not_tinted() {
    let fields = [
        ("from", "2026-08-31"),
        ("clock", "decide"),
        ("pause_from", "2026-09-10"),
        ("pause_to", "2026-09-11"),
    ];
    let answer = page(&fields).answer.unwrap();
    let cells: Vec<_> = answer.months[1].weeks.iter().flatten().filter(|cell| cell.number > 0).collect();
    assert_eq!((cells[10].class.as_str(), cells[10].mark.as_str()), ("rest", "扣"));
    assert_eq!((cells[9].class.as_str(), cells[11].class.as_str()), ("counted", "counted"));
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
        assert_eq!((page.form.value("from").as_str(), page.form.value("length").as_str()), (from, length));
    }
}
