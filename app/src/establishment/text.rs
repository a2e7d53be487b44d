//! Words of the register.

crate::phrases! {
    title: "经营主体", "Establishments";
    add: "新增主体", "Add an establishment";
    edit: "修改", "Edit";
    import: "导入台账", "Import a ledger";
    export: "导出 Excel", "Export to Excel";
    template: "下载模板", "Download the template";
    find: "查找", "Search";
    find_hint: "名称、曾用名、法定代表人、地址、证号，或拼音、首字母、完整电话", "Name, former name, person, address, number, pinyin, initials or a whole phone number";
    filter: "筛选", "Filter";
    clear: "清除条件", "Clear";
    licence_state: "证件状态", "Licence state";
    count_exactly: "显示准确总数", "Count exactly";
    empty: "还没有登记经营主体", "No establishment is registered yet";
    empty_hint: "可以导入已有的 Excel 台账，或逐户新增。", "Import the Excel ledger you have, or add them one by one.";
    no_hits: "没有符合条件的经营主体，请减少条件或换一个词", "Nothing matches; use fewer words or filters";
    former_names: "曾用名", "Former names";
    licences: "许可与备案", "Licences and filings";
    updated: "最近修改", "Last changed";
    edit_this: "修改此项", "Edit this entry";
    basics: "基本信息", "Basics";
    save_new: "登记此主体", "Register this establishment";
    save_change: "保存修改", "Save the changes";
    code_taken: "登记册中已有此信用代码的主体，请先查找该主体", "An establishment with this credit code is in the register; please look it up";
    day_hint: "如 2026-3-5、2026年3月5日", "Such as 2026-3-5";
    expiry_hint: "没有期限的填“长期”", "长期 for no end";
    phone_hint: "多个号码用“、”分开；带 * 的旧号码不改即保留", "Several separated by 、; a number with * is kept unless changed";
}
