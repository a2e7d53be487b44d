//! Refusals of training in Chinese.

use super::RefusalCode;
use super::sentence::{moment, who};
use crate::calendar::day_long as long_day;
use crate::{Day, Lang};

/// Why, and who opens it and when.
pub(super) fn reason(code: &RefusalCode) -> (String, String) {
    let lang = Lang::Zh;
    let day = |day: &Day| long_day(*day, lang);
    let pair = |why: &str, opens: &str| (why.to_owned(), opens.to_owned());
    match code {
        RefusalCode::NotInThisState { state } => {
            (state.title(lang), "办到相应环节后，由培训专干办理".to_owned())
        }
        RefusalCode::NoRight { power } => {
            ("您没有这项权限".to_owned(), format!("由{}办理", who(*power, lang)))
        }
        RefusalCode::InTheFuture { today } => {
            ("日期还没有到".to_owned(), format!("请填{}或之前的日期", day(today)))
        }
        RefusalCode::BeforeItsCause { cause } => {
            (format!("日期早于它所依据的事项（{}）", day(cause)), format!("请填{}或之后的日期", day(cause)))
        }
        RefusalCode::MissingFact { fact } => {
            (format!("还缺：{}", fact.title(lang)), "由培训专干补上后即可办理".to_owned())
        }
        RefusalCode::ReasonMissing => pair("没有写明理由", "填写理由后即可办理"),
        RefusalCode::SameHand => pair("培训项目由您本人提交，提交与审批须为不同的人", "由另一名负责人审批"),
        RefusalCode::ProgrammeTwice => pair(
            "同一年度、工种、类别和资金来源已有一个培训项目",
            "确需另立时，由培训专干在项目中勾选“另立项目”",
        ),
        RefusalCode::ClassesLeft { left } => {
            (format!("还有 {left} 个培训班没有结束"), "各班结业或取消后，由培训专干办理".to_owned())
        }
        RefusalCode::HoursShort { planned, needed } => {
            (format!("课次合计 {planned} 学时，项目要求 {needed} 学时"), "由培训专干补足课次后".to_owned())
        }
        RefusalCode::HoursTooMany { hours, fit } => {
            (format!("填了 {hours} 学时，起止时间内只够 {fit} 学时"), "请核对起止时间和学时".to_owned())
        }
        RefusalCode::TeacherTwice { teacher, on } => (
            format!("教师{teacher}在{}同一时间还有一次课", day(on)),
            "由培训专干换一名教师或改时间后".to_owned(),
        ),
        RefusalCode::RoomTwice { room, on } => {
            (format!("“{room}”在{}同一时间还有一次课", day(on)), "由培训专干换一处教室或改时间后".to_owned())
        }
        RefusalCode::DateOrder => pair("后一个日期或时间早于前一个", "请核对起止日期和时间"),
        RefusalCode::SessionOutside { from, to } => (
            format!("课次不在开班至结业日期（{}至{}）之内", day(from), day(to)),
            "请改课次日期，或先改培训班的起止日期".to_owned(),
        ),
        RefusalCode::SessionHasSignIns => {
            pair("这次课已有签到，视为已上课", "签到有误的，由培训专干更正签到")
        }
        RefusalCode::SessionStruck => pair("这次课已经取消", "由培训专干另行安排课次"),
        RefusalCode::TooFewAccepted { accepted, needed } => (
            format!("已录取 {accepted} 人，至少 {needed} 人才能开班"),
            "录取人数足够后，由培训专干办理".to_owned(),
        ),
        RefusalCode::OpenDayNotReached { on } => {
            (format!("开班日期为{}，还没有到", day(on)), format!("{}起由培训专干办理", day(on)))
        }
        RefusalCode::SessionsNotHeld { left } => {
            (format!("还有 {left} 次课没有上完"), "上完，或由培训专干写明理由取消课次后".to_owned())
        }
        RefusalCode::EnrolmentsOpen { left } => {
            (format!("还有 {left} 份报名没有结果"), "由培训专干逐一录取、不予录取或登记退出后".to_owned())
        }
        RefusalCode::CapacityBelowAccepted { accepted } => {
            (format!("班额少于已录取的 {accepted} 人"), format!("班额请填 {accepted} 或以上"))
        }
        RefusalCode::Underage { years, on } => (
            format!("该学员在{}未满 {years} 周岁", day(on)),
            "年满后报名以后的培训班；请核对身份证号".to_owned(),
        ),
        RefusalCode::Duplicate => pair("该学员在本班已有一份有效报名", "在原报名上办理；退出后可以重新报名"),
        RefusalCode::Full { capacity } => {
            (format!("班额 {capacity} 人已满"), "可以列入候补；有人退出后按顺序录取".to_owned())
        }
        RefusalCode::PlacesFree { free } => {
            (format!("还有 {free} 个名额，也没有人候补"), "由培训专干直接录取".to_owned())
        }
        RefusalCode::Overlap { class, from, to } => (
            format!("该学员同期已在“{class}”（{}至{}）", day(from), day(to)),
            "退出该班，或该班结束以后".to_owned(),
        ),
        RefusalCode::NoConsent => pair(
            "没有学员同意处理个人信息的记载（个人信息保护法第十三条）",
            "学员签署告知书、由培训专干登记后",
        ),
        RefusalCode::BadId => pair("身份证号没有通过校验", "由培训专干对照身份证核对号码后"),
        RefusalCode::TradeLimit => {
            pair("该学员同一工种、等级的培训已享受过补贴", "可以报名其他工种或更高等级")
        }
        RefusalCode::NotFirstInLine => pair("候补名单中有人排在前面", "按候补顺序录取；确需越序的，写明理由"),
        RefusalCode::TooEarly { opens } => {
            ("签到还没有开始".to_owned(), format!("{}起可以签到", moment(*opens, lang)))
        }
        RefusalCode::TooLate { closed } => (
            format!("签到已于{}截止", moment(*closed, lang)),
            "由培训专干写明理由、另一人核对后更正签到".to_owned(),
        ),
        RefusalCode::NotStudying { stage } => {
            (format!("该学员现为“{}”，不是在学学员", stage.title(lang)), "录取并开班后办理".to_owned())
        }
        RefusalCode::ClassSuspended => pair("培训班已暂停", "由培训专干恢复上课后"),
        RefusalCode::AnotherClass => pair("这次课不属于该学员所在的班", "请从该学员的班里选择课次"),
        RefusalCode::NotedAlready { presence } => {
            (format!("这次课已记为“{}”", presence.title(lang)), "有误的，由培训专干更正签到".to_owned())
        }
        RefusalCode::NoSecondPerson => pair("更正须由另一人核对", "请填写核对人，不能是录入人本人"),
        RefusalCode::ExamBeforeLastSession { on } => {
            (format!("最后一次课在{}，考试不能早于它", day(on)), format!("请填{}或之后的考试日期", day(on)))
        }
        RefusalCode::NoExamRight { percent, needed } => (
            format!("出勤率 {percent}%，达到 {needed}% 才能参加考试"),
            "签到有误的，由培训专干更正后".to_owned(),
        ),
        RefusalCode::ReSitOver { last_day } => {
            (format!("补考期限已于{}届满", day(last_day)), "可以报名以后的培训班".to_owned())
        }
        RefusalCode::SittingsOver { max } => {
            (format!("已考满 {max} 次"), "成绩有误的，由培训专干更正；或报名以后的培训班".to_owned())
        }
        RefusalCode::OnlyTeacher => pair("您是本班唯一的教师，成绩须由他人登记", "由另一名培训专干登记"),
        RefusalCode::CertificateIssued { number } => {
            (format!("已发证书 {number}"), "先由负责人撤销该证书，再更正".to_owned())
        }
        RefusalCode::CertificateWithoutPass { pass_mark } => {
            (format!("没有达到 {pass_mark} 分的考试成绩"), "考试合格并登记成绩后".to_owned())
        }
        RefusalCode::AttendanceShort { percent, needed } => {
            (format!("出勤率 {percent}%，未达到 {needed}%"), "签到有误的，由培训专干更正后".to_owned())
        }
        RefusalCode::ClassNotFinished => pair("培训班还没有结业", "由培训专干办理结业后"),
        RefusalCode::IssueBeforeExam { on } => {
            (format!("发证日期早于合格考试的日期（{}）", day(on)), format!("请填{}或之后的日期", day(on)))
        }
        RefusalCode::LiveCertificate { number } => {
            (format!("该学员本班已有有效证书 {number}"), "遗失、损坏或更名的，由培训专干换发".to_owned())
        }
        RefusalCode::NumberTaken { number } => {
            (format!("证书编号 {number} 已经用过，编号不重复使用"), "请取下一个编号".to_owned())
        }
        RefusalCode::WrongCounty { county } => {
            (format!("编号中的区划代码应为 {county}"), "请取本单位的下一个编号".to_owned())
        }
        RefusalCode::WrongYear { year } => {
            (format!("编号中的年份应为发证年份 {year}"), "请取该年的下一个编号".to_owned())
        }
    }
}
