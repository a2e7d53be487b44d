//! The words of the public pages.

use domain::Lang;

macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)+) => {
        $(pub fn $name(lang: Lang) -> &'static str { lang.pick($zh, $en) })+
    };
}

words! {
    title: "行政处罚决定公开", "Public penalty decisions";
    basis: "依据《中华人民共和国行政处罚法》第四十八条公开。个人信息已隐去；决定被依法变更、撤销的，撤回本页信息并说明理由。",
        "Published under article 48 of the Administrative Penalty Law. Personal data are hidden; what is changed or revoked by law is withdrawn here with the reason.";
    bureaus: "公开单位", "Bureaus";
    all_bureaus: "全部单位", "All bureaus";
    back: "返回列表", "Back to the list";
    search: "查找", "Search";
    unit: "当事人名称", "Unit";
    unit_hint: "单位、字号的部分名称，汉字或者拼音", "part of a name, in characters or pinyin";
    violation: "违法行为", "Violation";
    violation_hint: "例如：登记、许可", "part of its name";
    clear: "清除条件", "Clear";
    none: "没有公开的行政处罚决定。", "No decision is public.";
    not_found: "没有找到符合条件的决定：请减少字数，或者只填一项。", "Nothing fits: try fewer words, or one field alone.";
    cut: "符合条件的太多，只查找了一部分：请多填几个字。", "Too much fits, and not all was looked at: type more.";
    too_long: "最多 60 个字，请缩短。", "At most 60 characters; please shorten it.";
    no_letter: "请填汉字、字母或者数字。", "Characters, letters or digits, please.";
    control: "含有看不见的控制字符，请删去后重新填写。", "There is an invisible control character in it; please type it again.";
    next: "下一页", "Next page";
    first: "回到第一页", "First page";
    number: "决定书文号", "Number";
    party: "当事人", "Party";
    kind: "当事人类型", "Kind of party";
    credit_code: "统一社会信用代码", "Credit code";
    in_charge: "法定代表人、负责人或者经营者", "Representative or operator";
    acts: "违法行为", "Violation";
    violates: "违反的规定", "Articles broken";
    penalised_by: "处罚依据", "Penalised by";
    act_on: "行为日期", "Day of the act";
    county: "发生地", "Place";
    penalty: "处罚种类和内容", "Penalty";
    changed_by: "变更情况", "Changed by";
    decided_on: "决定日期", "Decided on";
    published_on: "公开日期", "Published on";
    bureau: "作出决定的单位", "Decided by";
    facts: "事实和理由", "Facts and reasons";
    withdrawn_title: "信息已撤回", "Withdrawn";
    withdrawn: "该行政处罚决定信息已经撤回，不再公开。", "The information on this decision was withdrawn and is public no more.";
    withdrawn_on: "撤回日期", "Withdrawn on";
    withdrawn_why: "撤回理由", "Reason";
    other_language: "English", "中文";
    unknown_title: "没有这个页面", "No such page";
    unknown: "没有这条公开信息：请核对网址是否完整，或者从列表中查找。", "There is no such decision: check the address, or look in the list.";
    wait_title: "请稍后再试", "Please wait";
    to_bureaus: "公开单位列表", "To the bureaus";
}

/// How long to wait before asking again.
pub fn wait(seconds: i64, lang: Lang) -> String {
    lang.pick(
        format!("请求太频繁，请 {seconds} 秒后再试。"),
        format!("Too many requests: try again in {seconds} seconds."),
    )
}
