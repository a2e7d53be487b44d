//! Words of visits.

use domain::Lang;

crate::phrases! {
    visits: "调阅记录", "Visits";
    oversight: "督查与调阅", "Oversight";
    home: "首页", "Home";
    begin: "开始调阅", "Begin a visit";
    begin_again: "再次调阅", "Visit again";
    go_on: "继续调阅", "Go on";
    end: "结束调阅", "End the visit";
    ended: "调阅已结束。", "The visit has ended.";
    ended_body: "调阅已结束，县里的内容不再显示。", "The visit has ended; the county's records are shown no more.";
    visiting: "正在调阅", "Visiting";
    left: "剩 {} 分钟", "{} minutes left";
    until: "至 {}", "until {}";
    time_up: "已到时", "time is up";
    county: "县（市、区）", "County";
    visitor: "调阅人", "Visitor";
    reason: "调阅事由", "Reason";
    purpose: "调阅说明", "Purpose";
    purpose_hint: "写明要核实的事项，5 至 200 字；该县会看到", "What is to be found out, 5 to 200 characters; the county sees it";
    length: "调阅时长", "How long";
    from_to: "起止", "From–to";
    state: "状态", "State";
    consequence: "只读：不能办理、导出或查看证件号码原文。提交后该县立即在调阅记录中看到调阅人、事由、起止和每一份打开的内容。",
        "Read only: nothing can be done, exported or unsealed. The county sees at once who visits, why, from when to when, and each record opened.";
    whose: "调阅人", "Visitor";
    mine: "我的调阅", "My visits";
    filter: "筛选", "Filter";
    none: "还没有调阅记录", "No visit yet";
    none_found: "没有符合条件的调阅记录", "No visit matches";
    facts: "基本情况", "Facts";
    to_look: "可以查看", "What can be looked at";
    looked: "打开过的内容", "What was opened";
    looked_nothing: "还没有打开任何内容", "Nothing has been opened yet";
    looked_by_others: "打开过的内容只有调阅人本人和该县能够查看。", "What was opened is seen by the visitor and the county only.";
    at: "时间", "When";
    what: "内容", "What";
    name: "编号与名称", "Number and name";
    whole_list: "全部", "all";
    search: "查找", "Search";
    industry: "行业", "Industry";
    stage: "阶段", "Stage";
    only_open: "未结", "open";
    town: "乡镇", "Town";
    licence: "许可状态", "Licence";
    year: "年度", "Year";
    further_page: "续页", "a further page";
    cases: "案件", "Cases";
    establishments: "经营主体", "Establishments";
    programmes: "培训项目", "Programmes";
    classes: "培训班", "Classes";
    trainees: "学员", "Trainees";
    certificates: "培训证书", "Certificates";
}

/// 案件名册 as a line of the log: a list of this noun.
#[must_use]
pub fn list_of(title: &str, lang: Lang) -> String {
    lang.pick(format!("{title}名单"), format!("{title}: list"))
}

/// What was just done, by the word in the address.
#[must_use]
pub fn done(word: &str, lang: Lang) -> &'static str {
    if word == "ended" { ended(lang) } else { "" }
}
