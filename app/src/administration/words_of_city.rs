//! Words of powers and of the calendar.

use domain::Lang;

crate::phrases! {
    powers: "本单位职权", "Powers";
    powers_of: "职权", "Powers";
    standing: "现有职权", "Powers that stand";
    over: "已终止的职权", "Powers that have ended";
    no_powers: "还没有职权：在市局赋予之前，只能登记线索和移送。", "No powers yet: until the city gives them, clues are registered and transferred only.";
    read_only_note: "职权由市局系统管理赋予和终止；终止后，旧案卷仍可查阅。", "Powers are given and ended by the city administrator; old files stay readable.";
    industry: "行业", "Industry";
    capacity: "行使身份", "Capacity";
    level: "级别", "Level";
    from_to: "起止", "From–to";
    basis: "依据文件", "Document";
    given: "登记", "Recorded";
    to_begin: "尚未开始", "to come";
    give_title: "赋予一项职权", "Give a power";
    give_button: "赋予此职权", "Give this power";
    give_note: "立案和作决定时按当日职权审查；赋予记入本市和该单位的审计。", "Filing and decision ask for the power of the day; it is kept in the audit of the city and of the bureau.";
    end_title: "终止一项职权", "End a power";
    end_button: "终止此职权", "End this power";
    end_note: "此后不能再据此立案和作决定；旧案卷仍可查阅，记录不删除。", "Nothing is filed or decided by it afterwards; old files stay readable and nothing is deleted.";
    power: "职权", "Power";
    last_day: "最后一日", "Last day";
    end_basis: "依据文件或理由", "Document or reason";
    change_title: "整体变更", "Change as a whole";
    change_button: "整体变更职权", "Change the powers";
    change_note: "“综合行政执法”在现有职权之上赋予全部行业的五种身份；“商务现行职权”终止其余职权，只留商务部门依法现有的职权。", "Comprehensive enforcement gives all industries in five capacities on top; what commerce has today ends everything else.";
    setting: "变更为", "Change to";
    change_from: "起始日", "First day";
    first_day: "起始日", "First day";
    to_empty: "长期有效则留空", "Empty while it stands";
    document_hint: "文件名称和文号", "Title and number";
    day_hint: "如 2026-3-5、2026年3月5日", "Such as 2026-3-5";
    calendar: "工作日历", "Calendar";
    years: "已载入的年份", "Years loaded";
    year: "年份", "Year";
    holidays: "放假", "Holidays";
    makeups: "调休上班", "Make-up workdays";
    source: "来源", "Source";
    in_the_product: "随系统提供", "comes with the product";
    calendar_note: "期限按国务院办公厅每年公布的放假安排计算；未载入的年份只除去周末和法定节日，结果标为“暂定”。", "Terms are counted by the yearly notices of the State Council; in a year not loaded only weekends and fixed days are left out, and the result is provisional.";
    day: "日期", "Day";
    kind: "安排", "Kind";
    occasion: "节日", "Occasion";
    loads: "载入记录", "Loads";
    version: "版本", "Version";
    loaded: "载入", "Loaded";
    digest: "摘要（SHA-256）", "Digest (SHA-256)";
    notice: "放假通知", "Notice";
    correct: "更正这一年", "Correct this year";
    moved: "变动的期限", "Terms that moved";
    moved_counts: "各单位变动的期限", "Terms that moved, by bureau";
    bureau: "单位", "Bureau";
    count: "变动期限数", "Terms that moved";
    not_counted: "尚未重算", "not counted yet";
    superseded: "由更新的版本一并重算", "counted by a newer version";
    counting_note: "本单位的期限正在按这一版本重算，请稍后再看。", "This bureau's terms are being counted by this version; look again shortly.";
    none_moved: "没有期限变动", "No term moved";
    recount_button: "继续重算", "Go on counting";
    recount_note: "有单位尚未重算；系统每小时也会自动继续。", "Some bureaus are not counted yet; the product also goes on by itself every hour.";
    case: "案件", "Case";
    clock: "期限", "Term";
    was: "原届满日", "Ended on";
    now: "现届满日", "Ends on";
    provisional: "暂定", "provisional";
    is_final: "确定", "final";
    acting: "最迟办理日", "Act by";
    lines: "放假安排", "Lines";
    lines_hint: "第一行为 date,kind,occasion；放假写 holiday，调休上班写 makeup_workday，如 2027-01-01,holiday,元旦", "The first line is date,kind,occasion; kinds are holiday and makeup_workday, such as 2027-01-01,holiday,元旦";
    file: "或上传 CSV 文件", "Or upload a CSV file";
    file_hint: "CSV UTF-8，选了文件就以文件为准", "CSV UTF-8; a chosen file counts instead of the lines";
    notice_hint: "如 国办发明电〔2026〕9号", "Such as 国办发明电〔2026〕9号";
    check_button: "核对", "Check";
    check_note: "先核对，下一步才载入。", "It is checked first and loaded in the next step.";
    found: "核对结果", "What was found";
    load_note: "载入后，所有单位未结案件的期限立即重算，变动逐条列出；载入记入审计。", "All open terms of all bureaus are counted again at once and what moved is listed; the load is kept in the audit.";
    same_year: "与现有日历完全相同，无需载入", "This is what the calendar says already; there is nothing to load";
    another_kind: "这不是文本文件：请在 WPS 或 Excel 中另存为“CSV UTF-8”，或把内容粘贴到上面的文本框", "This is no text: save it as “CSV UTF-8”, or paste the lines above";
    too_large: "文件太大：一年的放假安排不超过 64 KB", "The file is too large: a year has at most 64 KB";
}

/// “2027 年工作日历”.
#[must_use]
pub fn calendar_of(year: i32, lang: Lang) -> String {
    lang.pick(format!("{year} 年工作日历"), format!("Calendar of {year}"))
}

/// “载入 2027 年”.
#[must_use]
pub fn load(year: i32, lang: Lang) -> String {
    lang.pick(format!("载入 {year} 年"), format!("Load {year}"))
}

/// “载入 2027 年并重算期限”.
#[must_use]
pub fn load_button(year: i32, lang: Lang) -> String {
    lang.pick(format!("载入 {year} 年并重算期限"), format!("Load {year} and count the terms again"))
}

/// “35 项”, counted rows.
#[must_use]
pub fn counted(title: &str, rows: usize) -> String {
    format!("{title} {rows}")
}
