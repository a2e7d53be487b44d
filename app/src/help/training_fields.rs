//! The fields of the forms of training, each with what it wants and a sample.

use super::page::FieldHelp;
use domain::Lang;
use domain::training::TrainingAct as T;

/// Label, whether it must be filled in, what it wants and a sample, each in both languages.
type Row = ((&'static str, &'static str), bool, (&'static str, &'static str), (&'static str, &'static str));

const DAY: Row = (
    ("日期", "Day"),
    true,
    ("事情发生的那一天。", "The day on which it happened."),
    ("2026-11-27", "2026-11-27"),
);
const REASON: Row = (
    ("理由", "Reason"),
    true,
    ("写事实，会留存。", "Facts; it is kept."),
    ("报名不足十人", "Fewer than ten applications"),
);
const SECOND: Row = (
    ("核对人", "Checked by"),
    true,
    ("本单位的另一个人，不能是自己。", "Somebody else of the bureau."),
    ("蒋伟", "Jiang Wei"),
);

const PROGRAMME: &[Row] = &[
    (
        ("项目名称", "Title"),
        true,
        ("写明年度和工种。", "With year and trade."),
        ("2026年海员培训", "Seafarers 2026"),
    ),
    (("年度", "Year"), true, ("四位数字。", "Four digits."), ("2026", "2026")),
    (
        ("培训工种", "Trade"),
        true,
        ("按职业目录的名称。", "As the list of trades has it."),
        ("海员", "Seafarer"),
    ),
    (("培训类型", "Kind"), true, ("从列表选。", "From the list."), ("就业技能培训", "Skills for employment")),
    (("计划人数", "Persons"), true, ("整数。", "A whole number."), ("120", "120")),
    (("每人学时", "Hours a person"), true, ("1 学时 45 分钟。", "45 minutes each."), ("80", "80")),
    (
        ("预算（元）", "Budget (yuan)"),
        true,
        ("可以带千分位。", "Thousands may be marked."),
        ("96,000", "96,000"),
    ),
    (
        ("资金单位", "Whose money"),
        true,
        ("写出钱的单位。", "Who pays."),
        ("县财政局", "County finance bureau"),
    ),
];
const CLASS: &[Row] = &[
    (
        ("班次名称", "Class"),
        true,
        ("本单位内不能重名。", "No other class of the bureau has it."),
        ("江华海员2026第2期", "江华海员2026第2期"),
    ),
    (
        ("班级代码", "Code"),
        true,
        ("简短，写在名册上。", "Short; it stands on the roll."),
        ("HY2026-2", "HY2026-2"),
    ),
    (
        ("培训地点", "Place"),
        true,
        ("写到教室所在的单位。", "With the institution."),
        ("县职业中专", "County vocational school"),
    ),
    (("班主任", "Head teacher"), true, ("姓名。", "A name."), ("蒋伟", "Jiang Wei")),
    (("名额", "Places"), true, ("整数，不少于已录取人数。", "No fewer than the accepted."), ("40", "40")),
    (("开班日期", "Opens on"), true, ("不早于今天。", "Not before today."), ("2026-12-7", "2026-12-7")),
    (
        ("结业日期", "Ends on"),
        true,
        ("不早于开班日期。", "Not before it opens."),
        ("2026-12-20", "2026-12-20"),
    ),
    (("考试日期", "Exam on"), false, ("定了再填。", "Once it is known."), ("2026-12-20", "2026-12-20")),
];
const SESSION: &[Row] = &[
    (
        ("日期", "Day"),
        true,
        ("在开班和结业之间。", "Between first and last day."),
        ("2026-12-8", "2026-12-8"),
    ),
    (("开始时间", "From"), true, ("24 小时制。", "24 hours."), ("8:30", "8:30")),
    (("结束时间", "To"), true, ("晚于开始时间。", "After it."), ("11:30", "11:30")),
    (("每人学时", "Hours"), true, ("不能多于起止时间容得下的。", "No more than fit."), ("4", "4")),
    (("内容", "Subject"), true, ("这节课讲什么。", "What is taught."), ("海上求生", "Survival at sea")),
    (("教师", "Teacher"), true, ("姓名。", "A name."), ("蒋伟", "Jiang Wei")),
    (("教室", "Room"), true, ("同一时间不能被占用。", "Free at that time."), ("实训室2", "Room 2")),
];
const PERSON: &[Row] = &[
    (
        ("姓名", "Name"),
        true,
        ("与身份证一致，生僻字和“·”都可以。", "As on the identity card; rare characters and “·” are fine."),
        ("盘秀英", "Pan Xiuying"),
    ),
    (
        ("证件号", "Identity number"),
        true,
        ("18 位，末位可为 X；加密保存。", "18 characters; kept encrypted."),
        ("照身份证抄写", "As on the card"),
    ),
    (
        ("电话", "Telephone"),
        false,
        ("多个用“、”隔开；加密保存。", "Several with “、”; kept encrypted."),
        ("照本人提供的填", "As the person gives it"),
    ),
    (("民族", "Ethnic group"), false, ("从列表选。", "From the list."), ("瑶族", "Yao")),
    (
        ("文化程度", "Education"),
        false,
        ("没有合适的选“其他”，在下一栏写明。", "Otherwise “Other”, with words."),
        ("初中", "Junior middle school"),
    ),
    (("乡镇", "Town"), false, ("户籍或者居住的乡镇。", "Where the person lives."), ("沱江镇", "Tuojiang")),
];
const DETAILS: &[Row] = &[
    (("就业去向", "Destination"), false, ("城市或者国家。", "City or country."), ("广东东莞", "Dongguan")),
    (
        ("用人单位", "Employer"),
        false,
        ("全称。", "Its full name."),
        ("东莞某电子公司", "An electronics company"),
    ),
    (("合同期限（月）", "Contract (months)"), false, ("整数。", "A whole number."), ("12", "12")),
    (("备注", "Remark"), false, ("其他需要说明的。", "Whatever else matters."), ("需要住宿", "Needs a bed")),
    (
        ("个人信息同意", "Consent"),
        false,
        ("本人看过告知书并同意才勾选。", "Ticked only after the notice was read and agreed to."),
        ("☑", "☑"),
    ),
];
const MARKS: &[Row] = &[
    (("考评员一", "First examiner"), true, ("姓名。", "A name."), ("唐丽华", "Tang Lihua")),
    (("考评员二", "Second examiner"), true, ("与前一人不同。", "Somebody else."), ("周建国", "Zhou Jianguo")),
    (("考核地点", "Place of the exam"), true, ("写到教室。", "To the room."), ("实训室2", "Room 2")),
    (
        ("总分", "Total"),
        false,
        ("每人一行；空着的不登记。", "One line each; blank ones are left out."),
        ("86", "86"),
    ),
];
const CORRECTION: &[Row] = &[
    (("考核场次", "Sitting"), true, ("更正哪一次考核。", "Which exam."), ("第1次", "First")),
    (("总分", "Total"), true, ("正确的分数。", "The right mark."), ("68", "68")),
    SECOND,
    REASON,
];
const ISSUE: &[Row] = &[
    (
        ("发给", "For"),
        true,
        ("勾选考核合格、学时够了的人。", "Those who passed with enough hours."),
        ("☑ 盘秀英", "☑ Pan Xiuying"),
    ),
    (("等级", "Level"), false, ("没有等级的不填。", "Blank where there is none."), ("初级", "初级")),
    (("发证单位", "Issuer"), true, ("全称。", "Its full name."), ("江华瑶族自治县商务局", "Jianghua bureau")),
    (("签发人", "Signer"), true, ("姓名。", "A name."), ("周建国", "Zhou Jianguo")),
];
const REPLACE: &[Row] = &[
    (("换发原因", "Ground"), true, ("从列表选。", "From the list."), ("遗失", "Lost")),
    (("新姓名", "New name"), false, ("因更名换发才填。", "For a change of name."), ("盘秀莹", "Pan Xiuying")),
];
const REVOKE: &[Row] = &[
    (
        ("撤销决定文书", "Decision"),
        true,
        ("文号。", "Its number."),
        ("道商培撤〔2026〕1号", "道商培撤〔2026〕1号"),
    ),
    REASON,
];
const TARGET: &[Row] = &[
    (
        ("调整后的人数", "New number of persons"),
        true,
        ("不少于已在班人数。", "No fewer than those in class."),
        ("150", "150"),
    ),
    REASON,
];
const SIGN_IN: &[Row] =
    &[(("出勤", "Attendance"), true, ("正确的情况。", "As it was."), ("到课", "Present")), SECOND, REASON];

/// The fields of an act's form.
#[must_use]
pub fn fields(act: Option<T>, word: &str, lang: Lang) -> Vec<FieldHelp> {
    let (own, has_day): (Vec<Row>, bool) = match act {
        None if word == "edit_trainee" => (PERSON.to_vec(), false),
        None => (DETAILS.to_vec(), false),
        Some(T::PlanProgramme) => (PROGRAMME.to_vec(), false),
        Some(T::AmendProgramme) => (TARGET.to_vec(), true),
        Some(T::PlanClass | T::EditClass) => (CLASS.to_vec(), false),
        Some(T::PlanSession) => (SESSION.to_vec(), false),
        Some(T::Apply) => ([PERSON, DETAILS].concat(), true),
        Some(T::RecordMarks) => (MARKS.to_vec(), true),
        Some(T::CorrectMarks) => (CORRECTION.to_vec(), true),
        Some(T::IssueCertificate) => (ISSUE.to_vec(), true),
        Some(T::ReplaceCertificate) => (REPLACE.to_vec(), true),
        Some(T::RevokeCertificate) => (REVOKE.to_vec(), true),
        Some(T::CorrectSignIn) => (SIGN_IN.to_vec(), false),
        Some(T::SignIn | T::ImportRoll) => (Vec::new(), false),
        Some(act) if act.asks_reason() => (vec![REASON], true),
        Some(_) => (Vec::new(), true),
    };
    let told = |(label, required, wants, sample): Row| FieldHelp {
        label: lang.pick(label.0, label.1).to_owned(),
        required,
        wants: lang.pick(wants.0, wants.1).to_owned(),
        sample: lang.pick(sample.0, sample.1).to_owned(),
    };
    has_day.then_some(DAY).into_iter().chain(own).map(told).collect()
}
