//! Words of training; the server sends them with the pages.

use domain::Lang;
use domain::training::TrainingAct;

crate::phrases! {
    home: "首页", "Home";
    programmes: "培训项目", "Programmes";
    classes: "培训班", "Classes";
    programme_new: "起草培训项目", "Draft a programme";
    filter: "筛选", "Filter";
    operator: "命令行", "command line";
    day: "日期", "Day";
    day_hint: "事情发生的那一天，可写 2026-3-5、2026年3月5日、20260305", "The day on which it happened, such as 2026-3-5";
    reason: "理由", "Reason";
    name_taken: "本单位已有同名的培训班，请换一个名称", "Another class of the bureau has this name; choose another";
    year: "年度", "Year";
    title: "项目名称", "Title";
    trade: "培训工种", "Trade";
    kind: "培训类型", "Kind";
    target: "计划人数", "Persons";
    hours: "每人学时", "Hours a person";
    hours_hint: "1 学时 45 分钟", "An hour of teaching is 45 minutes";
    budget: "预算（元）", "Budget (yuan)";
    fund_owner: "资金单位", "Whose money";
    twin: "本年度同工种、同类型、同资金的另一个项目，确需另立", "Another programme of this year, trade, kind and fund is intended";
    state: "状态", "State";
    placed: "在班", "Placed";
    waiting: "候补", "Waiting";
    capacity: "名额", "Places";
    days: "起止", "From–to";
    nothing_found: "没有符合条件的内容", "Nothing matches";
    no_programmes: "还没有培训项目", "No programme yet";
    no_classes: "还没有培训班", "No class yet";
    facts: "基本情况", "Facts";
    next: "下一步", "Next";
    nothing_next: "没有可办的事项", "Nothing is left to do";
    timeline: "经过", "Timeline";
    class_new: "筹备培训班", "Plan a class";
    class_name: "班次名称", "Class";
    class_name_hint: "如 江华海员2026第2期", "Such as 江华海员2026第2期";
    class_code: "班级代码", "Code";
    place: "培训地点", "Place";
    head_teacher: "班主任", "Head teacher";
    opens_on: "开班日期", "Opens on";
    ends_on: "结业日期", "Ends on";
    exam_on: "考试日期", "Exam on";
    roster: "花名册", "Roster";
    timetable: "课程表", "Timetable";
    name: "姓名", "Name";
    id_number: "证件号", "Identity number";
    town: "乡镇", "Town";
    attendance: "出勤", "Attendance";
    mark: "成绩", "Mark";
    certificate: "证书", "Certificate";
    session: "课次", "Session";
    subject: "内容", "Subject";
    teacher: "教师", "Teacher";
    room: "教室", "Room";
    from_time: "开始时间", "From";
    to_time: "结束时间", "To";
    time_hint: "如 8:30", "Such as 8:30";
    sign_ins: "签到", "Sign-ins";
    struck: "已取消", "struck";
    search_class: "班次、地点或拼音", "Class, place or pinyin";
    new_target: "调整后的人数", "New number of persons";
    amended: "人数调整", "Changes of the target";
    not_a_number: "请填写整数", "Please enter a whole number";
    not_a_time: "请填写时间，如 8:30", "Please enter a time such as 8:30";
}

/// What an event did.
#[must_use]
pub fn act(word: &str, lang: Lang) -> &'static str {
    match TrainingAct::from_word(word) {
        Some(act) => act.title(lang),
        None if word == "edit_enrolment" => lang.pick("修改报名信息", "Edit the enrolment"),
        None if word == "edit_trainee" => lang.pick("修改学员信息", "Edit the trainee"),
        None => lang.pick("导入", "Import"),
    }
}

/// What was just done, by the word of its act.
#[must_use]
pub fn done(word: &str, lang: Lang) -> String {
    match TrainingAct::from_word(word) {
        Some(act) => {
            lang.pick(format!("已记录：{}。", act.title(lang)), format!("Done: {}.", act.title(lang)))
        }
        None => String::new(),
    }
}
