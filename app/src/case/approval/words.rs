//! Words of the queue of approvals.

crate::phrases! {
    next_one: "下一件", "Next";
    keys: "快捷键：a 同意，r 退回，n 下一件", "Keys: a approve, r send back, n next";
    keys_off: "关闭快捷键", "Turn the keys off";
    keys_on: "启用快捷键", "Turn the keys on";
    entered: "提请内容", "What is proposed";
    was: "退回前：", "before it was sent back: ";
    others: "转办、加签、会签", "Hand on, ask others first";
    hand_on: "转办", "Hand on";
    hand_on_to: "转给其他有审批权限的人", "Another who may approve";
    add_signer: "加签", "Ask one first";
    add_signer_to: "先请一位同事同意，之后回到您", "One colleague agrees first, then it comes back to you";
    countersign: "会签", "Ask several in order";
    first: "第一位", "First";
    second: "第二位", "Second";
    third: "第三位", "Third";
    fourth: "第四位", "Fourth";
    countersign_hint: "按次序逐一同意，之后回到您", "They agree one after the other, then it comes back to you";
    choose: "请选择", "Choose";
    party: "当事人", "Party";
    violation: "案由", "Violation";
    range: "条文和幅度", "Article and range";
    officers: "承办人", "Officers";
    penalty: "拟作处罚", "Penalty";
    content: "提请事项", "Proposed";
    agreed: "已同意", "agreed";
    asked: "待同意", "asked";
    handed_to: "转办给", "handed on to";
    in_place_of: "您代为审批，委托人：", "You decide in the place of: ";
    approved_done: "已同意，转到下一件。", "Approved; here is the next.";
    returned_done: "已退回，转到下一件。", "Sent back; here is the next.";
    moved_done: "已转出，转到下一件。", "Handed on; here is the next.";
    gone_done: "这件已经处理过，转到下一件。", "It was decided before; here is the next.";
}
