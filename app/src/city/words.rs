//! Words of the city's figures.

use domain::Lang;
use domain::city::{Change, Figure, Month, Period};
use domain::value::Money;

crate::phrases! {
    title: "全市总览", "The city at a glance";
    home: "首页", "Home";
    filter: "筛选", "Filter";
    show: "查看", "Show";
    clear: "恢复默认", "Reset";
    period: "统计期间", "Period";
    own_months: "自选月份", "Months of one's own";
    from: "起始月份", "From";
    to: "截止月份", "To";
    figure: "指标", "Figure";
    industry: "行业（案件）", "Industry (cases)";
    trade: "工种（培训）", "Trade (training)";
    all: "全部", "All";
    two_months: "请填写起止月份，例如 2026-01 和 2026-06；下面先按本年累计显示", "Enter two months such as 2026-01 and 2026-06; this year is shown until then";
    map_label: "十一县区地图，颜色按所选指标；数据见旁边的表", "Map of the counties, coloured by the figure; the numbers stand in the table beside it";
    map_note: "示意图，不作为划界依据", "For orientation; no statement on boundaries";
    no_map: "罚款只列金额，不作比较、排名和着色（行政处罚法第七十四条）", "Fines are amounts only: not compared, ranked or coloured (Administrative Penalties Law, art. 74)";
    counties: "县区对比", "County by county";
    click_to_sort: "点表头排序；点数字调阅", "Sort by the heads; a number opens a visit";
    click_to_sort_only: "点表头排序", "Sort by the heads";
    county: "县区", "County";
    total: "合计", "Total";
    no_rank: "罚款金额不排名，也不用于考核。", "Fines are not ranked and serve no assessment.";
    visit_hint: "点开数字须说明调阅理由；县区即时可见调阅记录。", "A number opens a visit: give a reason, and the county sees it at once.";
    trend: "走势", "Trend";
    last_months: "近 13 个月", "The last 13 months";
    no_trend: "超期件数只反映当前，没有走势", "Overdue cases show today only; there is no trend";
    month_head: "月份", "Month";
    as_table: "以表格查看", "As a table";
    by_part: "构成", "By part";
    none_yet: "未定", "None yet";
    other_parts: "其他", "Others";
    no_parts: "期间内没有数据", "Nothing in the period";
    export: "导出 CSV", "Export CSV";
    whole_city: "全市", "The city";
    of_last_year: "同比", "on last year";
    of_before: "较上期", "on the period before";
}

/// A number of a figure, grouped by three; fines in yuan.
#[must_use]
pub fn number(figure: Figure, value: i64) -> String {
    match figure {
        Figure::Fines => Money(value).to_string().trim_end_matches(".00").to_owned(),
        _ => Money(value.saturating_mul(100)).to_string().trim_end_matches(".00").to_owned(),
    }
}

/// “同比 +6.0%（+12）”.
#[must_use]
pub fn change(name: &str, change: Change, figure: Figure) -> String {
    let sign = if change.difference > 0 { "+" } else { "" };
    let difference = number(figure, change.difference).replace('-', "−");
    format!("{name} {}（{sign}{difference}）", change.percent())
}

/// “2026年1月至11月”.
#[must_use]
pub fn months(period: Period, lang: Lang) -> String {
    let (from, to) = (period.from(), period.to());
    if from == to {
        return month(from, lang);
    }
    match lang {
        Lang::Zh if from.year() == to.year() => format!("{}至{}月", month(from, lang), to.number()),
        Lang::Zh => format!("{}至{}", month(from, lang), month(to, lang)),
        Lang::En => format!("{from} to {to}"),
    }
}

/// “2026年3月”.
#[must_use]
pub fn month(month: Month, lang: Lang) -> String {
    lang.pick(format!("{}年{}月", month.year(), month.number()), month.to_string())
}

/// “461 人在两个以上县区培训，全市只计一次”.
#[must_use]
pub fn shared(figure: Figure, people: i64, lang: Lang) -> String {
    lang.pick(
        format!("{}：{people} 人在两个以上县区计入，全市只计一次，因此合计不等于各县区之和。", figure.name(lang)),
        format!(
            "{}: {people} people count in two or more counties and once in the city; the total is not the sum.",
            figure.name(lang)
        ),
    )
}
