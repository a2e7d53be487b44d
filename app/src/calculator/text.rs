//! Words of the term calculator.

crate::phrases! {
    title: "期限计算器", "Term calculator";
    hint: "按国务院公布的节假日与调休安排计算；当日不计，次日起算。", "Counted on the announced public holidays and make-up workdays; the first day never counts.";
    from: "起算事件日期", "Day of the event";
    from_hint: "送达、立案、作出决定等发生的当天，如 2026-11-20", "The day of service, filing or decision, such as 2026-11-20";
    clock: "法定期限", "Term of the procedure";
    clock_hint: "选了就按起算当天有效的规定计算，长度和单位不用填", "Counted by the row in force on that day; leave length and unit blank";
    by_article: "依据：{}", "By: {}";
    unverified: "（条文没有写明日数，按实践做法，请本单位法制人员确认）", " (no article gives the number; the bureau's lawyer confirms it)";
    length: "期限长度", "Length";
    unit: "单位", "Unit";
    rolls: "末日遇休息日", "A last day on a rest day";
    rolls_yes: "顺延至下一个工作日（当事人的期限）", "moves to the next working day (terms of the party)";
    rolls_no: "不顺延（本单位的期限）", "stays (terms of the bureau)";
    count: "计算", "Count";
    length_bad: "期限长度请填正整数，如 15。", "Enter the length as a whole number, such as 15.";
    unit_bad: "请选择单位。", "Choose a unit.";
    answer: "结果", "Result";
    last_day: "届满日", "Last day";
    acting_day: "最迟办理日", "Act by";
    provisional: "暂定", "Provisional";
    how: "计算过程", "How it was counted";
    when: "日期", "Day";
    what: "说明", "What it is";
    months: "日历", "Calendar";
    legend: "起：起算事件日；休：休息日；班：调休上班；止：届满日；办：最迟办理日。底色深的是计入期限的日子。",
        "Start: day of the event; off: rest day; work: make-up workday; last: last day; act: act by. Tinted days lie within the term.";
    mark_start: "起", "start";
    mark_rest: "休", "off";
    mark_makeup: "班", "work";
    mark_last: "止", "last";
    mark_acting: "办", "act";
    unit_working: "工作日", "working days";
    unit_calendar: "日（自然日）", "calendar days";
    unit_month: "个月", "months";
    unit_working_back: "工作日，向前倒算", "working days before";
    unit_calendar_back: "日，向前倒算", "calendar days before";
    unit_month_back: "个月，向前倒算", "months before";
}
