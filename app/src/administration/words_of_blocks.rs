//! Words of the numbers that officers have in hand.

use domain::Lang;

crate::phrases! {
    blocks: "号段", "Number blocks";
    own: "我名下未使用的文号", "Unused numbers in my hand";
    none_in_hand: "名下没有未使用的文号", "No unused number in hand";
    long: "超过 30 天未使用的文号", "Unused for more than 30 days";
    none_long: "没有超过 30 天未使用的文号", "None is unused for more than 30 days";
    number: "文号", "Number";
    since: "领用日期", "Allotted on";
    allotted: "已领用的号段", "Blocks that were allotted";
    none_allotted: "还没有领用过号段", "No block was allotted yet";
    numbers: "文号起止", "Numbers";
    person: "领用人", "Officer";
    open: "未使用", "Unused";
    issued: "已使用", "Used";
    void: "已作废", "Void";
    word: "文书", "Paper";
    count: "数量", "How many";
    count_hint: "1 至 100", "1 to 100";
    allot_title: "领用号段", "Allot a block";
    allot: "领用", "Allot";
    allot_note: "按顺序取出今年的文号，供现场交付的文书使用；每个号要么用在文书上，要么作废。", "Takes the next numbers of this year for papers that are handed over on the spot; each is used or void.";
    void_title: "作废文号", "Void a number";
    void_it: "作废此号", "Void it";
    void_note: "作废后不能再用，记入审计。", "It is never used again, and kept in the audit.";
    reason: "理由", "Reason";
    reason_hint: "如：现场填写错误，文书已收回", "Such as: written wrongly on the spot, the paper is back";
}

/// “已 41 天”.
#[must_use]
pub fn days(days: i64, lang: Lang) -> String {
    lang.pick(format!("已 {days} 天"), format!("{days} days"))
}
