//! Words of the pages of cases.

crate::phrases! {
    work_list: "我的待办", "My work";
    cases: "案件", "Cases";
    mine: "要我办的", "For me to do";
    waiting: "在等的", "Waiting";
    handled: "我经手的", "My cases";
    all: "全局案件", "All cases";
    in_register: "登记信息", "In the register";
    register: "登记线索", "Register a clue";
    on_the_spot: "当场处罚", "Penalise on the spot";
    to_ordinary: "改按普通程序办理", "Use the ordinary procedure";
    to_ordinary_hint: "已填写的内容全部带到登记线索、立案、调查和终结的表里，不必重填。",
        "Everything entered goes along into the forms of the clue, the filing, the record and the conclusion.";
    remedy: "救济途径", "Remedies";
    proposals: "审批", "Approvals";
    party_violation: "当事人 · 案由", "Party · violation";
    stage: "阶段", "Stage";
    next: "下一步", "Next";
    officers: "承办人", "Officers";
    term: "期限", "Term";
    filter: "筛选", "Filter";
    industry: "行业", "Industry";
    find: "案号、当事人或拼音", "Number, party or pinyin";
    clear: "清除筛选", "Clear";
    nothing: "现在没有要办的", "Nothing to do now";
    nothing_found: "没有符合条件的案件，请减少筛选条件，或登记线索。", "Nothing matches; use fewer words, or register a clue.";
    by_day: "按最迟办理日排序", "Sorted by acting day";
    intended: "拟作处罚", "Penalty";
    no_penalty_yet: "尚未提出", "Not proposed yet";
    certified: "承办人（证号）", "Officers (certificates)";
    timeline: "经过", "Timeline";
    clocks: "期限", "Terms";
    parties: "当事人", "Parties";
    correct: "更正", "Correct";
    take_entry_back: "撤回这条记录", "Take this entry back";
    take_back_hint: "登记后十分钟内可以撤回；已占用的文号作废", "Within ten minutes of recording; a number that was taken is void";
    taken_back: "已撤回，案件回到之前的状态。", "Taken back; the case stands as it did before.";
    stays: "这条记录不能撤回：已超过十分钟，或已有人接着办理。如有错误，请更正。",
        "It cannot be taken back: ten minutes are over, or somebody has acted on it. If it is wrong, correct it.";
    how_counted: "如何计算", "How it was counted";
    nothing_next: "本案已经办结，没有下一步。", "The case has ended; nothing is left to do.";
    contact: "证件号码和电话", "Identity number and phone";
    enter_contact: "登记或更换", "Enter or replace";
    open_contact: "查看原文", "Show whole";
    open_reason: "查看原因", "Why you need it";
    open_hint: "查看会记入审计，原因一并保存", "It is audited together with the reason";
    sealed_hint: "加密保存，页面只显示部分", "Kept sealed; the screen shows a part";
    id_number: "证件号码", "Identity number";
    phone: "电话", "Phone";
    propose: "提请", "Propose: ";
    proposes_hint: "您提交后由负责人审批，以审批当日为准。", "Somebody with the power approves it; its legal day is the day of the approval.";
    refused_now: "现在办不了", "It cannot be done now";
    moved: "您填写期间，本案有了新的进展，请核对后再提交：", "The case moved on while you were writing; compare and send again:";
    will_start: "提交之后", "What follows";
    sent_back: "退回意见", "Sent back";
    send_back: "退回", "Send back";
    approve: "同意", "Approve";
    take_back: "撤回", "Take back";
    reason: "退回原因", "Why it is sent back";
    no_proposals: "没有等待审批的事项", "Nothing waits for approval";
    proposed_by: "提请人", "Proposed by";
    since_then: "提请之后的进展", "What came since";
    your_proposals: "审批情况", "Proposals";
    own_proposal: "这是您提请的，须由他人审批。", "You proposed it; somebody else decides.";
    done: "已记录。", "Recorded.";
    proposed: "已提交审批。", "Sent for approval.";
}
