//! Words of imports: those of any workbook, and those of one noun's.

use domain::Lang;
use domain::ledger::LedgerNoun;

crate::phrases! {
    template: "下载模板", "Download the template";
    file: "工作簿（.xlsx 或 .xls，不超过 32 MB）", "Workbook (.xlsx or .xls, up to 32 MB)";
    upload: "上传并核对", "Upload and compare";
    uploading: "正在上传 {}%", "Uploading {}%";
    comparing: "已上传，正在核对；五万行约需半分钟，请稍候", "Uploaded; comparing, about half a minute for 50,000 rows";
    choose_file: "请选择一个工作簿", "Please choose a workbook";
    compared: "核对结果", "What was found";
    data_rows: "数据行", "Rows of data";
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
    all_refused: "有误的行须先改正，才能导入全部。", "Importing all is possible once no row is wrong.";
    undo: "撤销此次导入", "Undo this import";
    undone_kept: "保留的有：", " Kept: ";
    notices: "请注意", "Please note";
    whose: "姓名或名称", "Whose";
    import_establishments: "导入台账", "Import a ledger";
    upload_hint_establishments: "先核对，不会改动登记册；核对后再选择导入全部或只导入正确的行。列名按名称识别，顺序不限；文件 24 小时后删除。", "Compared first, nothing is changed; then you choose. Columns are found by their names in any order; the file is deleted after 24 hours.";
    new_establishments: "新增主体", "New";
    apply_hint_establishments: "导入将写入登记册并记入审计；同一文件重复导入不会产生变化。", "Importing writes the register and the audit; importing the same file again changes nothing.";
    undo_hint_establishments: "七天之内可以整体撤销：新增的主体删除，改过的恢复原样；此后又被修改或已有案件的主体保留不动，并列出名称。", "Within seven days it can be undone as a whole: what it added goes, what it changed becomes what it was; what was changed since or has a case stays and is named.";
    undone_of_establishments: "此次导入已撤销：删除 {} 户，恢复 {} 户，保留 {} 户。", "This import is undone: {} removed, {} restored, {} kept.";
    applied_establishments: "已导入登记册", "Imported into the register";
    import_cases: "补录在办案件", "Enter open cases";
    upload_hint_cases: "一行一个案件，办到哪一步填到哪一步，没办的留空。先核对，不会改动数据：缺项和不合情理的行不能导入，当时不符合规定的逐项列出、照样导入。由负责人核对后导入；文件 24 小时后删除。", "One row a case, filled in as far as it has come. Compared first, nothing is changed: rows that make no sense are refused, what the law asked and the paper lacks is listed and comes in. Whoever approves cases puts it in; the file is deleted after 24 hours.";
    new_cases: "新补录案件", "New cases";
    apply_hint_cases: "导入将按实际日期逐步记入案件，每一步注明补录，并记入审计；期限自实际日期起算。手写文号按纸质办理计入，系统今后的文号接着编。同一文件重复导入不会产生变化。", "Importing writes each step on its real day, marked as done on paper, and the audit; terms run from the real days. Numbers given by hand count as used. Importing the same file again changes nothing.";
    undo_hint_cases: "七天之内可以整体撤销：此后没有人办理过的案件整案撤回；已经接着办的保留不动，并列出名称。占用的文号不退回。", "Within seven days it can be undone as a whole: cases on which nobody has acted since are taken back; the others stay and are named. Numbers stay used.";
    undone_of_cases: "此次导入已撤销：撤回 {} 件，恢复 {} 件，保留 {} 件。", "This import is undone: {} cases taken back, {} restored, {} kept.";
    applied_cases: "已补录", "Entered";
    import_payments: "银行对账", "Reconcile with the bank";
    upload_hint_payments: "上传银行的缴款明细，先核对，不入账。按决定书号找，没有的按付款人和金额找；文件 24 小时后删除。", "Upload the bank's list; compared first, nothing is booked. Found by decision, else by payer and amount; the file is deleted after 24 hours.";
    new_payments: "可入账", "To be booked";
    apply_hint_payments: "每笔按“记录缴款”记入各自的案件；已入账的不会重复。", "Each becomes a payment of its case; none is booked twice.";
    undo_hint_payments: "七天之内可以整体撤销；此后又有人办理的案件保留不动。", "Within seven days it can be undone; cases on which somebody has acted since stay.";
    undone_of_payments: "此次入账已撤销：撤回 {} 笔，恢复 {} 笔，保留 {} 笔。", "This import is undone: {} payments taken back, {} restored, {} kept.";
    recorded: "以前已入账", "Recorded before";
    applied_payments: "已入账", "Booked";
    one_by_one: "逐件填写", "Fill in one case";
    waiting: "待负责人导入的", "Waiting to be put in";
    findings: "当时不符合规定之处", "What the paper lacks";
    findings_hint: "这些不妨碍导入，会留在案件页上，请在案卷中说明或补救。", "These do not stand in the way; they stay on the page of the case.";
    lacks: "步骤与问题", "Step and problem";
    import_trainees: "导入花名册", "Import a roll";
    upload_hint_trainees: "先核对，不会改动数据；核对后再选择导入全部或只导入正确的行。列名按名称识别，顺序不限；没有的培训班和培训项目会自动建立；文件 24 小时后删除。", "Compared first, nothing is changed; then you choose. Columns are found by their names in any order; classes and programmes that are not there are made; the file is deleted after 24 hours.";
    new_trainees: "新增人次", "New in a class";
    apply_hint_trainees: "导入将写入培训记录并记入审计；空格不会清除已有内容，同一文件重复导入不会产生变化。", "Importing writes the training records and the audit; blanks erase nothing, and importing the same file again changes nothing.";
    undo_hint_trainees: "七天之内可以整体撤销：新增的报名、成绩、证书以及因此建立的班次和学员删除，改过的恢复原样；此后又被修改或已有签到等记录的保留不动，并列出名称。", "Within seven days it can be undone as a whole: what it added goes, what it changed becomes what it was; what was changed since or has sign-ins stays and is named.";
    undone_of_trainees: "此次导入已撤销：删除 {} 人次，恢复 {} 条，保留 {} 条。", "This import is undone: {} people in classes removed, {} records restored, {} kept.";
    applied_trainees: "已导入培训记录", "Imported into the training records";
}

/// Words that differ by noun.
macro_rules! by_noun {
    ($name:ident, $establishments:ident, $trainees:ident, $cases:ident, $payments:ident) => {
        #[must_use]
        pub fn $name(lang: Lang, noun: LedgerNoun) -> &'static str {
            match noun {
                LedgerNoun::Establishments => $establishments(lang),
                LedgerNoun::Trainees => $trainees(lang),
                LedgerNoun::Cases => $cases(lang),
                LedgerNoun::Payments => $payments(lang),
            }
        }
    };
}

by_noun!(import, import_establishments, import_trainees, import_cases, import_payments);
by_noun!(
    upload_hint,
    upload_hint_establishments,
    upload_hint_trainees,
    upload_hint_cases,
    upload_hint_payments
);
by_noun!(new, new_establishments, new_trainees, new_cases, new_payments);
by_noun!(apply_hint, apply_hint_establishments, apply_hint_trainees, apply_hint_cases, apply_hint_payments);
by_noun!(undo_hint, undo_hint_establishments, undo_hint_trainees, undo_hint_cases, undo_hint_payments);
by_noun!(undone_of, undone_of_establishments, undone_of_trainees, undone_of_cases, undone_of_payments);
by_noun!(applied, applied_establishments, applied_trainees, applied_cases, applied_payments);
