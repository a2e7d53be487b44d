//! Words of the form of a case that is open on paper.

crate::phrases! {
    title: "补录在办案件", "Enter an open case";
    note: "办到哪一步填到哪一步，没办的留空。填写后先核对，由负责人导入；一次补录多件请用工作簿。", "Fill in as far as the case has come. It is compared first and put in by whoever approves; for many cases use the workbook.";
    many: "用工作簿补录多件", "Enter many by workbook";
    clue: "当事人与线索", "Party and clue";
    filing: "立案", "Filing";
    investigation: "调查", "Investigation";
    notice: "审核、告知与听证", "Review, notice and hearing";
    decision: "讨论、决定与缴款", "Discussion, decision and payment";
    enforcement: "催告与申请强制执行", "Demand and application to court";
    button: "核对", "Compare";
    same: "此案已经补录过，内容一致。", "This case has been entered already, the same way.";
    wrong: "有填写不正确之处，请改正后再核对。", "Please mend what is marked and compare again.";
}
