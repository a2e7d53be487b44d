//! Words of the industry pages.

crate::phrases! {
    industries: "行业与法规", "Industries and law";
    industries_hint: "各行业的法律依据、许可证件和案由，按日期生效；只读。", "Laws, licences and violations of each industry, in force by date; read only.";
    industry: "行业", "Industry";
    power_today: "本单位今日职权", "This bureau's power today";
    rows_in_force: "现行案由", "Violations in force";
    laws: "法律依据", "Laws";
    licence_kinds: "许可证件与备案", "Licences and filings";
    violations: "案由", "Violations";
    powers: "本单位的职权", "This bureau's powers";
    authorities: "主管部门沿革", "Who had the industry";
    notes: "须知", "To know";
    name: "名称", "Name";
    number: "文号", "Number";
    rank: "效力", "Rank";
    in_force: "施行日期", "In force";
    issuer: "发证机关", "Issuer";
    term: "有效期", "Term";
    review: "年检", "Annual review";
    months: "个月", "months";
    no_term: "规则未规定", "none in the rule";
    yes: "有", "yes";
    no: "无", "no";
    capacity: "职权身份", "Capacity";
    level: "层级", "Level";
    basis: "依据文件", "Basis";
    days: "起止", "From and to";
    violates: "违反条款", "Violates";
    penalty_article: "处罚依据", "Penalty by";
    who_decides: "决定机关", "Who decides";
    penalties: "处罚", "Penalties";
    here: "本单位", "This bureau";
    may_decide: "可以立案处罚", "may decide";
    transfer_only: "只能移送", "transfer only";
    no_power: "无职权，应移送", "no power: transfer";
    to_whom: "由", "with";
    to_confirm: "待本单位法制人员核对", "to be confirmed by the bureau's lawyer";
    on_day: "行为发生日", "Day of the act";
    find: "关键词或条款", "Words or article";
    find_hint: "如 私宰、注水肉、第三十五条", "such as 私宰, water-injected, 第三十五条";
    show: "查看", "Show";
    no_rule: "这一天没有商务等部门的处罚依据，不能套用相近的条款。", "No rule was in force on this day; the nearest one may not be used instead.";
    beyond_level: "授权文件把条文规定的更高层级的职权也交给了本单位，逐案适用前请核对授权文件。", "The document also gives this bureau powers that the law names for a higher level; check the document in each case.";
    demo_power: "演示说明：以下职权来自演示用的综合执法设定，实际职权以省人民政府的决定为准。", "Demo: the powers below come from the demo's comprehensive enforcement; real ones rest on the province's decision.";
    none_given: "本单位在该行业没有职权：可以登记线索、依法检查和移送，不能处罚。", "This bureau has no power in this industry: it may register clues, inspect where it may, and transfer, never fine.";
    measures: "可以查封、扣押", "Sealing and seizure possible";
}
