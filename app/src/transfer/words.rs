//! Words of transfers.

use domain::Lang;

crate::phrases! {
    home: "首页", "Home";
    transfers: "移送来的案件", "Cases sent to us";
    transfer: "移送材料", "Materials of the transfer";
    from: "移送单位", "Sent by";
    number: "原案号", "Sender's number";
    party: "当事人", "Party";
    sent_on: "移送日期", "Sent on";
    due_on: "答复期限", "Answer by";
    state: "状态", "State";
    letter: "案件移送函", "Letter";
    reason: "移送理由", "Why it was sent";
    list: "移送清单", "List";
    held: "随案移交、由接收单位接管", "Taken over with the case";
    discovered: "发现违法行为之日", "Discovered on";
    answered: "答复", "Answer";
    answer: "理由", "Reason";
    own_case: "本局案件", "Our case";
    open_case: "查看", "Open";
    none: "还没有其他单位移送来的案件", "No other bureau has sent a case";
    facts: "基本情况", "Facts";
    events: "移送单位的办案经过（只读，内容未改动）", "What the sender recorded, unchanged";
    came_whole: "材料内容与移送单位的记录一致（移送后只增加随案移交物品的变动），校验值：", "The materials are as the sender keeps them (since the sending only what became of held things was added); check value: ";
    gone: "该案没有留在本局，材料已不再显示。", "It did not come to stay; its materials are shown no more.";
    accept: "接收", "Accept";
    accept_button: "接收并登记线索", "Accept and register the clue";
    accept_consequence: "本局将以今日为收到日登记一条线索，使用本局案号，期限从今日起算；追责时效仍按移送单位发现之日判断。移送单位的证据文件和已制发的文书（正卷部分）随案转入，内容不变。对方的案件以移送结束。",
        "A clue is registered here, received today, with our own number and terms from today on; limitation keeps the sender's day. The sender's evidence files and issued papers (of the main volume) come along unchanged. The sender's case ends as transferred.";
    confirms_measures: "确认上列查封、扣押、登记保存在剩余期限内继续有效", "What is held goes on here for the rest of its term";
    confirms_hint: "随案移交的物品不确认的，请移送单位当日解除并退还后再接收。", "What you do not confirm the sender lifts first and gives back.";
    unconfirmed: "请先勾选确认，或者请移送单位解除后再接收", "Confirm it, or have the sender lift it first";
    give_back: "退回", "Return";
    give_back_button: "退回移送单位", "Return to the sender";
    give_back_reason: "退回理由", "Why it is returned";
    give_back_consequence: "对方继续办理原案，如同没有移送。", "The sender goes on as if nothing had been sent.";
    only_head: "接收或者退回由本局负责人决定。", "The head decides whether to accept or to return.";
    moved: "这件移送已经答复、撤回，或者移送单位刚刚改动了随案移交的物品，请查看最新状态。", "It was answered, called back, or what goes along has changed; look at how it stands now.";
    accepted_done: "已接收，线索已登记。", "Accepted; the clue is registered.";
    returned_done: "已退回移送单位。", "Returned to the sender.";
    oversight: "超期与移送未答复", "Overdue terms and transfers";
    overdue_terms: "各单位超期的期限", "Overdue terms of the bureaus";
    overdue_note: "各单位自己的期限，届满次日起列在这里，办结即消失，最多二百条；只有案号、单位和期限。要看案情，请从案号发起调阅。",
        "The bureaus' own terms, from the day after their end until they are met, at most 200; numbers, bureaus and terms only. For the case itself begin a visit from its number.";
    overdue_none: "各单位没有超期的期限", "No term of a bureau is overdue";
    no_number: "未编号", "No number";
    bureau: "承办单位", "Bureau";
    clock: "期限", "Term";
    unanswered: "移送未答复", "Transfers without an answer";
    unanswered_none: "没有超过期限未答复的移送", "No transfer is overdue";
    unanswered_note: "移送后五个工作日内没有答复的，列在这里；只有编号和单位。", "Not answered within five working days; numbers and bureaus only.";
    to: "接收单位", "Sent to";
    overdue: "超期", "Overdue";
    designations: "指定管辖", "Designations";
    designations_none: "还没有指定管辖", "There is no designation yet";
    designate: "指定管辖", "Designate a county";
    designated: "指定由其管辖的县区", "County that handles it";
    county_missing: "请选择由其管辖的县（市、区）", "Choose the county that handles it";
    designated_by: "指定机关", "Designated by";
    designation_party_hint: "与立案时填写的名称一致", "As the case will name it";
    matter: "涉嫌违法行为及发生地", "What is said to have been done, and where";
    designation_reason: "指定理由", "Why it is designated";
    designation_consequence: "将占用市局指定管辖文号，被指定的县区立案时引用它。", "The order takes a number; the county cites it when it files.";
    designated_done: "已指定，县区可以看到。", "Designated; the county sees it.";
    order_number: "文号", "Number";
}

/// 待答复, 已接收, 已退回, 已撤回; with the tone of its tag.
#[cfg(feature = "ssr")]
#[must_use]
pub fn tag(state: store::TransferState, lang: Lang) -> (String, String) {
    use store::TransferState as S;
    let (words, tone) = match state {
        S::Open => (lang.pick("待答复", "to be answered"), "warn"),
        S::Accepted => (lang.pick("已接收", "accepted"), "ok"),
        S::Returned => (lang.pick("已退回", "returned"), "neutral"),
        S::Withdrawn => (lang.pick("已撤回", "called back"), "neutral"),
    };
    (words.to_owned(), tone.to_owned())
}

/// 超期 3 天
#[must_use]
pub fn days_over(days: i64, lang: Lang) -> String {
    lang.pick(format!("超期 {days} 天"), format!("{days} days overdue"))
}

/// What was just done, by the word in the address.
#[must_use]
pub fn done(word: &str, lang: Lang) -> &'static str {
    match word {
        "accepted" => accepted_done(lang),
        "returned" => returned_done(lang),
        "moved" => moved(lang),
        "designated" => designated_done(lang),
        _ => "",
    }
}
