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
    in_place_of: "您代为审批，委托人：", "You decide in the place of: ";
}
