//! What the server says of a proposal: names of facts, and what was just done.

crate::phrases! {
    party: "当事人", "Party";
    violation: "案由", "Violation";
    range: "条文和幅度", "Article and range";
    officers: "承办人", "Officers";
    penalty: "拟作处罚", "Penalty";
    content: "提请事项", "Proposed";
    agreed: "已同意", "agreed";
    asked: "待同意", "asked";
    handed_to: "转办给", "handed on to";
    approved_done: "已同意，转到下一件。", "Approved; here is the next.";
    returned_done: "已退回，转到下一件。", "Sent back; here is the next.";
    moved_done: "已转出，转到下一件。", "Handed on; here is the next.";
    gone_done: "这件已经处理过，转到下一件。", "It was decided before; here is the next.";
}
