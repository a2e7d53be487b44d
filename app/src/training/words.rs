//! Words of training; the server sends them with the pages.

use super::deed::Deed;
use domain::Lang;
use domain::training::{SignIn, TrainingAct};

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
    signature: "签名", "Signature";
    practised: "演练", "Practice";
    nobody: "班上还没有学员", "Nobody is in the class yet";
    print_hint: "可直接打印；取消的课次不计学时", "Ready to print; struck sessions count no hours";
    attendance_sheet: "签到表", "Attendance sheet";
    second_person: "核对人", "Checked by";
    correct_hint: "原登记保留，更正与理由一并留痕；须由另一人核对", "The first entry stays; the correction and its reason are kept; another person checks it";
    roll_call: "签到", "Roll call";
    was_corrected: "（已更正）", "(corrected)";
    edit_session: "修改课次", "Change the session";
    noted_elsewhere: "另一处已登记：", "Noted elsewhere: ";
    number_taken: "另一名学员已登记这个证件号，请核对", "Another trainee has this identity number; please check";
    second_unknown: "请从本单位现有人员中选择核对人", "Choose the second person among the bureau's members";
    no_area_code: "本单位没有行政区划代码，不能编制证书编号，请联系市局管理员", "The bureau has no area code, from which certificate numbers are made; ask the city's administrator";
    serials_over: "本年度的证书流水号已用完，请联系市局管理员", "This year's certificate serials are used up; ask the city's administrator";
    too_many: "一次登记的人数超过了上限，请分批登记", "Too many people at once; please send them in parts";
    done_known: "已记录：登记报名。此人已有学员档案，沿用原档案；如有变动请在学员页面修改。", "Done: the application is registered. The person was known and the record stays as it was; change it on the trainee's page if need be.";
    done_promoted: "已记录：退出报名。空出的名额已按顺序录取候补人员。", "Done: the application is withdrawn. Whoever waited first got the place.";
    theory: "理论", "Theory";
    practical: "实操", "Practical";
    total: "总分", "Total";
    sitting: "考核场次", "Sitting";
    marks: "考核成绩", "Marks";
    no_marks: "还没有成绩", "No marks yet";
    no_certificate: "还没有证书", "No certificate yet";
    examiners: "考评员", "Examiners";
    correction: "更正情况", "Correction";
    corrected: "已更正", "corrected";
    old_value: "原成绩：", "Before:";
    second: "核对人", "Checked by";
    number: "证书编号", "Number";
    issued_on: "发证日期", "Issued on";
    trainee: "学员", "Trainee";
    consent: "个人信息同意", "Consent";
    consent_given: "报名人已了解告知书并同意", "The applicant knows the notice and consents";
    destination: "就业去向", "Destination";
    employer: "用人单位", "Employer";
    contract_months: "合同期限（月）", "Contract (months)";
    remark: "备注", "Remark";
    rank: "候补顺序", "Place on the waiting list";
    out_of_line: "越过候补在前者的理由", "Why whoever waits longer is passed over";
    edit_enrolment: "修改报名信息", "Edit the enrolment";
    id_number_hint: "18 位，末位可为 X；加密保存", "18 characters; kept encrypted";
    phones: "电话", "Telephone";
    phones_hint: "多个电话用“、”隔开；加密保存", "Several with “、” between; kept encrypted";
    ethnic_group: "民族", "Ethnic group";
    education: "文化程度", "Education";
    education_other: "其他（在下一栏写明）", "Other (in the next field)";
    education_words: "其他文化程度", "Education in other words";
    education_hint: "上一栏没有合适的才填", "Only where the list does not fit";
    apply_consequence: "登记后状态为“已报名”，录取另行办理。证件号已有档案的，沿用原档案。", "The application is registered; acceptance is an act of its own. A known identity number keeps its record.";
    row_changed: "此人的成绩刚被他人登记或更正，请核对后再提交", "Somebody else has just entered or corrected these marks; check and send again";
    row_unknown: "此人不在本班", "Not of this class";
    no_row: "请至少填写一个人的总分", "Enter the total of at least one person";
    examiner_1: "考评员一", "First examiner";
    examiner_2: "考评员二", "Second examiner";
    examiners_hint: "须由两名不同的考评员签名", "Two different people";
    exam_place: "考核地点", "Place of the exam";
    marks_consequence: "没有填写的人不登记。任何一行没有通过时，全部都不登记，请改正后再提交。成绩登记后只能更正，不能删除。", "Blank rows are left out. If one row is refused, none is recorded. Marks can be corrected later, never deleted.";
    issuer: "发证单位", "Issuer";
    signer: "签发人", "Signer";
    level: "等级", "Level";
    level_hint: "如 初级；没有等级的不填", "Such as 初级; blank where there is none";
    who_gets_one: "发给", "For";
    nobody_ticked: "请至少勾选一人", "Tick at least one person";
    issue_consequence: "每人占用一个证书编号；发出后不能修改，只能换发或撤销。任何一人没有通过时，全部都不发。", "Each takes a number; a certificate is never changed, only replaced or revoked. If one is refused, none is issued.";
    trainees: "学员", "Trainees";
    print_certificate: "打印证书", "Print the certificate";
    no_print: "证书已被替换或者注销，不能打印。", "It was replaced or revoked and is not printed.";
    certificates: "证书", "Certificates";
    search_trainee: "姓名、拼音，或完整的证件号、电话", "Name, pinyin, or a whole identity number or phone";
    search_certificate: "持证人或证书编号", "Holder or number";
    no_trainees: "还没有学员", "No trainee yet";
    no_certificates: "还没有证书", "No certificate yet";
    no_enrolments: "没有报名记录", "No enrolment";
    sex: "性别", "Sex";
    enrolment: "报名", "Enrolment";
    enrolment_of: "查看报名、签到和成绩", "Application, sign-ins and marks";
    edit_trainee: "修改学员信息", "Edit the trainee";
    masked_stays: "带 * 号的原样保留即不改；要改请整项重新填写", "Left with its asterisks it stays; to change it, enter it whole";
    edit_trainee_consequence: "已发的证书不随之改变；姓名变更请另行换发证书。", "Issued certificates stay as they are; for a new name replace the certificate.";
    open_contact: "查看完整证件号和电话", "See the whole numbers";
    open_reason: "查看理由", "Reason";
    open_hint: "如 通知开班、核对证件", "Such as: to announce the class";
    open_consequence: "谁在何时因何理由查看，将写入审计记录。", "Who looked when and why goes into the audit record.";
    may_not_open: "您没有查看完整号码的权限；请由培训专干、执法人员或局领导查看。", "You may not see the whole numbers; ask a training officer, an officer or the head.";
    holder: "持证人", "Holder";
    ground: "换发原因", "Ground";
    new_name: "新姓名", "New name";
    new_name_hint: "因更名换发时填写，与证件一致", "For a change of name, as on the identity card";
    decision: "撤销决定文书", "Decision";
    decision_hint: "如 道商培撤〔2026〕1号", "Such as 道商培撤〔2026〕1号";
    replace_consequence: "将占用一个新的证书编号，原证书随即失效。", "A new number is taken and the old certificate is no longer valid.";
    revoke_consequence: "证书随即失效，撤销后不能恢复。", "The certificate is no longer valid and cannot be restored.";
    other_certificates: "同一报名的其他证书", "Other certificates of the enrolment";
    replaces: "换发自", "Replaces";
    replaced_with: "已换发为", "Replaced with";
    shown_once: "以下号码只在本页显示，离开后须重新说明理由。", "These numbers stand on this page only; seeing them again needs a reason again.";
    back_to_trainee: "返回学员页面", "Back to the trainee";
    not_a_number: "请填写整数", "Please enter a whole number";
    not_a_time: "请填写时间，如 8:30", "Please enter a time such as 8:30";
}

/// Of whom no record is kept.
#[must_use]
pub fn too_young(years: u32, lang: Lang) -> String {
    lang.pick(
        format!("未满 {years} 周岁的人不建立学员档案，请核对证件号"),
        format!("No record is kept of people under {years}; please check the number"),
    )
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
    match word {
        "apply_known" => done_known(lang).to_owned(),
        "withdraw_promoted" => done_promoted(lang).to_owned(),
        word => match Deed::from_word(word) {
            Some(deed) => {
                lang.pick(format!("已记录：{}。", deed.title(lang)), format!("Done: {}.", deed.title(lang)))
            }
            None => String::new(),
        },
    }
}

/// How many were noted and how many were not, as `28-2`.
#[must_use]
pub fn noted(done: &str, lang: Lang) -> String {
    let numbers = done
        .split_once('-')
        .and_then(|(noted, not)| Some((noted.parse::<u32>().ok()?, not.parse::<u32>().ok()?)));
    match numbers {
        None => String::new(),
        Some((noted, 0)) => lang.pick(format!("已登记 {noted} 人。"), format!("{noted} noted.")),
        Some((noted, not)) => lang.pick(
            format!("已登记 {noted} 人；{not} 人没有登记，请看各人后面的说明。"),
            format!("{noted} noted; {not} were not: see beside each person."),
        ),
    }
}

/// An entry of a sign-in, with what it corrected.
#[must_use]
pub fn entry(entry: &SignIn, lang: Lang) -> String {
    let at = entry.at.in_shanghai().format("%Y-%m-%d %H:%M");
    let correction = entry.correction.as_ref().map(|correction| {
        let old = correction.old.map_or("—", |old| old.title(lang));
        lang.pick(
            format!("（原为{old}，{}）", correction.reason),
            format!(" (was {old}: {})", correction.reason),
        )
    });
    format!("{at} {}{}", entry.presence.title(lang), correction.unwrap_or_default())
}
