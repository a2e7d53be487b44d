//! Words of the start of a bureau and of its numbers.

use domain::Lang;

crate::phrases! {
    start: "开局清单", "First-day list";
    item: "事项", "Matter";
    state: "状态", "State";
    who: "由谁办", "Who does it";
    done: "已完成", "done";
    waiting: "待公布", "not published yet";
    missing: "未完成", "missing";
    ready: "办第一件案件所需的都已齐备。", "Everything is there for the first case.";
    not_ready: "标为“未完成”的事项办好之后再办第一件案件。", "Do what is missing before the first case.";
    look: "查看开局清单", "See the list";
    numbers: "文号", "Numbers";
    word: "文号字", "Word";
    year: "年份", "Year";
    last: "已用的最后一个号", "Last number used";
    last_hint: "在纸质登记簿上用过的最后一个号；没有用过填 0，系统从下一个号接着编", "The last number in the paper register; 0 for none. The product goes on with the next";
    next: "下一个文号", "Next number";
    paper: "纸质办理", "on paper";
    set: "设定", "Set";
    by_product: "由系统给出", "given by the product";
    no_numbers: "还没有文号", "No numbers yet";
    set_title: "设定已用的最后一个号", "Set the last number used";
    set_button: "设定此号", "Set this number";
    set_note: "每个文号字每年只能设定一次，不能修改；此号及以前的号视为纸质办理。设定记入审计。", "Once a word and year, and for good; this number and those before count as given on paper. It is kept in the audit.";
    reason: "理由", "Reason";
    city_note: "市局只看数量；成员、设置和文号由该单位自己办理。", "The city sees counts only; members, settings and numbers are the bureau's own matter.";
}

/// “还有 3 项未完成”.
#[must_use]
pub fn left(count: usize, lang: Lang) -> String {
    lang.pick(format!("还有 {count} 项未完成"), format!("{count} still missing"))
}

/// A count of people or powers: “现有 1”.
#[must_use]
pub fn there_are(count: usize, lang: Lang) -> String {
    lang.pick(format!("现有 {count}"), format!("there: {count}"))
}
