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
    file: "工作簿（.xlsx 或 .xls，不超过 32 MB）", "Workbook (.xlsx or .xls, up to 32 MB)";
    upload: "上传并核对", "Upload and compare";
    upload_hint: "先核对，不会改动登记册；核对后再选择导入全部或只导入正确的行。列名按名称识别，顺序不限；文件 24 小时后删除。",
        "Compared first, nothing is changed; then you choose. Columns are found by their names in any order; the file is deleted after 24 hours.";
    uploading: "正在上传 {}%", "Uploading {}%";
    comparing: "已上传，正在核对；五万行约需半分钟，请稍候", "Uploaded; comparing, about half a minute for 50,000 rows";
    choose_file: "请选择一个工作簿", "Please choose a workbook";
    compared: "核对结果", "What was found";
    data_rows: "数据行", "Rows of data";
    new: "新增主体", "New";
    changed: "有变化", "Changed";
    same: "无变化", "The same";
    wrong: "有误的行", "Wrong rows";
    skipped: "跳过的行", "Rows skipped";
    skipped_of: "空行 {}、合计 {}、备注 {}、重复表头 {}", "blank {}, totals {}, notes {}, repeated headers {}";
    sheets_left: "没有表头、未读取的工作表：", "Sheets without a header, left alone: ";
    differences: "变化（前 20 处）", "Differences (first 20)";
    old_value: "原值", "Old";
    new_value: "新值", "New";
    column: "列", "Column";
    wrong_rows: "有误的行（前 100 行）", "Wrong rows (first 100)";
    sheet_row: "工作表与行号", "Sheet and row";
    reason: "原因", "Reason";
    marked: "下载标红的工作簿", "Download the marked workbook";
    marked_old: "原文件是 .xls，标红的工作簿是只含数值的新 .xlsx。", "The file is an .xls; the marked workbook is a new .xlsx with its values.";
    apply_all: "导入全部", "Import all";
    apply_valid: "只导入正确的行", "Import the right rows only";
    apply_hint: "导入将写入登记册并记入审计；同一文件重复导入不会产生变化。", "Importing writes the register and the audit; importing the same file again changes nothing.";
    all_refused: "有误的行须先改正，才能导入全部。", "Importing all is possible once no row is wrong.";
    undo: "撤销此次导入", "Undo this import";
    undo_hint: "七天之内可以整体撤销：新增的主体删除，改过的恢复原样；此后又被修改或已有案件的主体保留不动，并列出名称。",
        "Within seven days it can be undone as a whole: what it added goes, what it changed becomes what it was; what was changed since or has a case stays and is named.";
    undone_of: "此次导入已撤销：删除 {} 户，恢复 {} 户，保留 {} 户。", "This import is undone: {} removed, {} restored, {} kept.";
    undone_kept: "保留的有：", " Kept: ";
    applied: "已导入登记册", "Imported into the register";
}
