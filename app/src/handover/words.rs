//! Words of handing over.

crate::phrases! {
    title: "工作交接", "Handing over";
    note: "人员调离、休假或离岗时，把在办案件、已结案但还有公开、复议诉讼等事项的案件和未立案的线索交给他人。选一个人，逐件或全部指定接手人，一次批准；每个案件各记一条变更承办人，每条线索记一条移交线索。", "When somebody leaves or is away, open cases, closed ones with a publication or remedy still to see to, and clues pass to others: choose a person, a receiver for each or for all, approve once. Each case records its own change of officers, each clue that it passed on.";
    name: "姓名", "Name";
    in_hand: "经手案件", "Cases in hand";
    nobody: "现在没有人经手案件。", "Nobody has a case in hand now.";
    all: "全部交给", "All to";
    all_hint: "没有单独指定接手人的案件都交给此人；留空则不交接", "Cases without a receiver of their own; blank: they stay";
    reason: "交接原因", "Reason";
    of_case: "不单独指定的按上面办理", "Blank: as chosen above";
    button: "批准并交接", "Approve and hand over";
    consequence: "接手人须持有有效执法证，并且没有在该案中担任审核、主持听证或作出决定；不符合的案件留在原处并说明原因。期限照旧计算。", "The receiver needs a valid certificate and no other part in the case; where a rule says no, the case stays and the reason is told. Terms run on.";
    nothing: "没有可以交接的案件。", "There is no case to hand over.";
    proposals: "件本人提请、正在等待审批：批准人照常审批；退回的由接手人重新提出。", "proposals of this person wait: they are decided as usual; what is sent back is proposed anew by the receiver.";
    no_receiver: "请至少为一个案件指定接手人，或选择“全部交给”。", "Choose a receiver for one case at least, or for all.";
    some_stay: "件已交接，以下案件未交接，原因见各行。", "handed over; these stay, with the reason at each.";
}
