//! Words of the practice area; the server sends them with the pages.

use domain::Lang;

crate::phrases! {
    practice: "演练区", "Practice area";
    state: "状态", "State";
    closed: "未开设", "not open";
    opened: "已开设", "open";
    name: "名称", "Name";
    number_prefix: "文号字头", "Number prefix";
    address: "网址", "Address";
    how_to_enter: "本单位成员在左上角的单位切换中选“{}”进入；页面带条纹，随时可以回来。", "Members enter by choosing “{}” in the switch at the upper left; its pages are striped, and one can come back at any time.";
    open_note: "演练区开设时是空的，可以自己登记线索，也可以导入样例台账。", "It begins empty: clues can be registered in it and ledgers imported.";
    open_button: "开设演练区", "Open the practice area";
    again: "清空重来", "Begin anew";
    again_note: "关闭现在的演练区，另开一个空的；原来练过的内容不再能打开，文号重新从 1 开始。", "Closes the present area and opens an empty one; what was practised can no longer be opened, and numbers begin at 1 again.";
    again_button: "清空重来", "Begin anew";
    close: "关闭", "Close";
    close_note: "关闭后谁也不能再进入；需要时可以重新开设一个空的。", "Nobody enters it any more; an empty one can be opened when needed.";
    close_button: "关闭演练区", "Close the practice area";
    strip: "演练：这里的案件、文号和证书都不作数，不计入任何统计", "Practice: no case, number or certificate here counts, and none is in any figure";
    back: "回到{}", "Back to {}";
}

/// What an area is, for whoever decides about one.
#[must_use]
pub fn what_it_is(lang: Lang) -> [&'static str; 3] {
    lang.pick(
        [
            "演练区是本单位旁边的一个练习单位：成员、执法证和职权与本单位一致，人员变动立即跟着变。",
            "在里面办的案件、培训班和证书都是练习：文号带“演练”二字，不计入市县任何统计，查不到，也移送不到别的单位。",
            "里面的期限和步骤与正式办案完全相同，可以放心办错。",
        ],
        [
            "The practice area is a bureau beside this one to practise in: members, certificates and powers are this bureau's and follow every change at once.",
            "Cases, classes and certificates in it are practice: numbers say 演练, no figure counts them, no search finds them, and nothing can be transferred to another bureau.",
            "Terms and steps are those of real cases; mistakes do no harm.",
        ],
    )
}
