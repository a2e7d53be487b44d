//! Words of reminders.

use domain::Lang;
use domain::calendar::{Clock, ReminderStep};

crate::phrases! {
    reminders: "今日提醒", "Reminders";
    matter: "事项", "Matter";
    case: "案件", "Case";
    last_day: "期限", "Term";
    state: "状态", "State";
    unread: "未读", "unread";
    mark_read: "标为已读", "Mark as read";
    all_read: "全部标为已读", "Mark all as read";
    none: "今天没有要提醒的", "Nothing to remind you of today";
    read: "已标为已读。", "Marked as read.";
    week: "本周期限表", "Terms of this week";
    print_week: "打印本周期限表", "Print this week's terms";
    how_to_print: "按 Ctrl+P 打印，菜单和按钮不会印出。", "Print with Ctrl+P; menus and buttons are left out.";
    week_none: "本周没有到期的期限", "No term ends this week";
    nobody: "未定承办人", "No officer yet";
    more: "期限太多，一页只列最早的 300 项。", "There are more; the sheet holds the first 300.";
    acting_day: "最迟办理日", "Act by";
    due_on: "届满日", "Last day";
    provisional: "暂定", "provisional";
    proposal: "审批", "Approval";
    comment: "评论", "Comment";
}

/// What a reminder is about.
#[must_use]
pub fn matter_of(word: &str, lang: Lang) -> &'static str {
    Clock::from_word(word).map_or_else(|| proposal(lang), |clock| clock.name(lang))
}

/// What has to be known of it today, and its tone. `to_act`: days until the day on which to act at the latest, negative
/// once it has passed; `over`: days since the last day of the term.
#[must_use]
pub fn said(word: &str, step: &str, to_act: i64, over: i64, lang: Lang) -> (String, &'static str) {
    match (ReminderStep::from_word(step), Clock::from_word(word)) {
        (Some(ReminderStep::Overdue), _) if over <= 0 => {
            (lang.pick("期限已届满，请立即办理", "the term is over: act at once").to_owned(), "danger")
        }
        (Some(ReminderStep::Overdue), _) => {
            (lang.pick(format!("已超期 {over} 天"), format!("{over} days overdue")), "danger")
        }
        (Some(ReminderStep::Ended), Some(Clock::Defence | Clock::HearingRequest)) => (
            lang.pick("当事人的期限已满，可作决定", "the party's term is over: it can be decided").to_owned(),
            "ok",
        ),
        (Some(ReminderStep::Ended), _) => {
            (lang.pick("期限已满，可以继续办理", "the term is over: you can go on").to_owned(), "ok")
        }
        (Some(ReminderStep::Half), _) => {
            (lang.pick("期限已过半，请尽快办理", "half of the hours have passed").to_owned(), "danger")
        }
        (Some(ReminderStep::DaysBefore(_)), _) if to_act < 0 => {
            (lang.pick("最迟办理日已过", "the day to act has passed").to_owned(), "danger")
        }
        (Some(ReminderStep::DaysBefore(_)), _) if to_act == 0 => {
            (lang.pick("今天是最迟办理日", "to be done by today").to_owned(), "danger")
        }
        (Some(ReminderStep::DaysBefore(days)), _) => {
            let tone = if days <= 1 { "warn" } else { "neutral" };
            let words = lang.pick(
                format!("距最迟办理日还剩 {to_act} 天"),
                format!("{to_act} days until it should be done"),
            );
            (words, tone)
        }
        (None, _) if step == "mentioned" => {
            (lang.pick("有同事在评论中提到您", "a colleague mentions you").to_owned(), "warn")
        }
        (None, _) if step == "returned" => {
            (lang.pick("您提请的事项已被退回", "what you proposed was sent back").to_owned(), "warn")
        }
        (None, _) => {
            (lang.pick("等您审批或会签", "it is your turn to approve or to agree").to_owned(), "warn")
        }
    }
}
