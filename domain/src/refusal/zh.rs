//! Refusals in Chinese.

use super::sentence::{hand, names, role, who};
use super::{BankOnly, DeliberationGround, NotSimplified, OfficerFault, RefusalCode};
use crate::calendar::day_long as long_day;
use crate::case::WarningStanding;
use crate::catalogue::FirstStep;
use crate::{Day, Lang};

/// Why, and who opens it and when.
pub(super) fn reason(code: &RefusalCode) -> (String, String) {
    let lang = Lang::Zh;
    let day = |day: &Day| long_day(*day, lang);
    let pair = |why: &str, opens: &str| (why.to_owned(), opens.to_owned());
    match code {
        RefusalCode::NotInThisState { stage } => {
            (format!("当事人现处于“{}”阶段", stage.name(lang)), "按步骤办到相应阶段后由承办人办理".to_owned())
        }
        RefusalCode::NoCase => pair("案件尚未登记", "先由执法人员登记线索"),
        RefusalCode::DoneAlready { act } => {
            (format!("“{}”已经办过", act.name(lang)), "如有错误，由承办人更正".to_owned())
        }
        RefusalCode::DoFirst { act } => {
            (format!("“{}”还没有办", act.name(lang)), format!("先由{}办理这一步", hand(act.power(), lang)))
        }
        RefusalCode::MissingFact { fact } => {
            (format!("还缺：{}", fact.name(lang)), "由承办人补上后即可办理".to_owned())
        }
        RefusalCode::BeforeItsCause { cause } => {
            (format!("日期早于它所依据的行为（{}）", day(cause)), format!("请填{}或之后的日期", day(cause)))
        }
        RefusalCode::InTheFuture { today } => {
            ("日期还没有到".to_owned(), format!("请填{}或之前的日期", day(today)))
        }
        RefusalCode::TermOver { last_day } => {
            (format!("期限已于{}届满", day(last_day)), "届满后不再办理".to_owned())
        }
        RefusalCode::NoRight { of_the_case: true, .. } => {
            pair("您不是本案承办人（行政处罚法第四十二条）", "由本案两名承办人办理，或由负责人变更承办人")
        }
        RefusalCode::NoRight { power, .. } => {
            ("您没有这项权限".to_owned(), format!("由{}办理", who(*power, lang)))
        }
        RefusalCode::NoPower { who } if who.is_empty() => {
            pair("本局当日没有该项职权，目录中也没有行使机关（行政处罚法第十七条）", "请向上级机关核实后移送")
        }
        RefusalCode::NoPower { who } => (
            "本局当日没有该项职权（行政处罚法第十七条、第二十三条）".to_owned(),
            format!("由{}行使，可以登记线索并移送", names(who, lang)),
        ),
        RefusalCode::NotOurArea => pair(
            "违法行为发生地不在本局辖区（行政处罚法第二十二条）",
            "由发生地县级机关办理，或由市局指定管辖",
        ),
        RefusalCode::TimeBarred { years, last_day } => (
            format!("超过追责时效：{years}年，至{}（行政处罚法第三十六条）", day(last_day)),
            "由负责人不予立案".to_owned(),
        ),
        RefusalCode::NoRuleInForce { on, .. } => (
            format!("所选案由的依据在{}无效（行政处罚法第四条、第三十七条）", day(on)),
            "请按行为日选择当时有效的案由".to_owned(),
        ),
        RefusalCode::NoTermInForce { on } => (
            format!("{}没有有效的期限规则，不能认定陈述申辩期已满", day(on)),
            "由市局补上期限规则，或当事人书面放弃后".to_owned(),
        ),
        RefusalCode::TwoOfficers { fault } => (
            format!("须有两名持有效执法证的执法人员（行政处罚法第四十二条）；{}", fault_zh(fault)),
            "换一名当日持证人员，或由单位管理员登记证件".to_owned(),
        ),
        RefusalCode::OwnCase { role: had } => (
            format!("您是本案{}，承办、审核、决定须由不同的人担任（行政处罚法第五十八条）", role(*had, lang)),
            "由未参与本案的人员办理".to_owned(),
        ),
        RefusalCode::NotQualified => pair(
            "初次从事法制审核须有国家统一法律职业资格（行政处罚法第五十八条）",
            "由具有资格的审核人员办理，或由单位管理员登记资格",
        ),
        RefusalCode::NotInTheRow { kind } => (
            format!("该案由没有对这一角色规定{}", kind.map_or("处罚", |kind| kind.name(lang))),
            "请按该案由列明的处罚种类填写".to_owned(),
        ),
        RefusalCode::OutsideRange { min, max } => {
            (format!("金额须在 {min} 元至 {max} 元之间"), "由承办人按幅度填写".to_owned())
        }
        RefusalCode::AmountUnverified { .. } => {
            pair("该案由的罚款数额依据待核", "由市局核实目录后才能拟罚款；其他种类不受影响")
        }
        RefusalCode::CorrectionFirst { step } => {
            (first_step_zh(*step), "责令改正期满、两人复查仍未改正后，由承办人提出".to_owned())
        }
        RefusalCode::FirstStepVoid { number } => (
            format!("作为前提的警告决定（{number}）没有送达，或者已被撤销"),
            "不能以拒不改正为由罚款；可以重新警告并责令改正，期满复查后另行登记线索".to_owned(),
        ),
        RefusalCode::WarningNotOfParty { number, standing } => (
            match standing {
                WarningStanding::OfAnother => format!("所引用的警告决定（{number}）的当事人不是本案当事人"),
                WarningStanding::NotComparable => {
                    format!("无法核对所引用的警告决定（{number}）是否针对本案当事人")
                }
                _ => format!("本局案件中没有所引用的警告决定（{number}）"),
            },
            match standing {
                WarningStanding::OfAnother => {
                    "不能以拒不改正为由罚款；文号写错的，按正确的文号另行登记线索".to_owned()
                }
                WarningStanding::NotComparable => {
                    "两案当事人须登记同一监管对象、统一社会信用代码或者身份证号；用“完善当事人信息”补全后再提出"
                        .to_owned()
                }
                _ => "核对文号；纸质办理的警告案件先补录".to_owned(),
            },
        ),
        RefusalCode::GainsNotStated => {
            pair("没有写明违法所得（行政处罚法第二十八条）", "由承办人填写数额、没有，或无法计算及理由")
        }
        RefusalCode::NotSimplified { why } => {
            (not_simplified_zh(*why), "请改用普通程序办理，已填写的内容可以全部带过去".to_owned())
        }
        RefusalCode::NumberHeld { number, case } => (
            format!("决定书文号{number}已由案件{case}使用"),
            "核对两份决定书；此处填错的改正后再补录，确属重号的由负责人说明".to_owned(),
        ),
        RefusalCode::MeasureTermDiffers { written, counted } => (
            format!("措施期限写到{}，依法计算到{}", day(written), day(counted)),
            "按依法计算的期限处理、延长或者解除".to_owned(),
        ),
        RefusalCode::FinedBefore { number } => (
            format!("同一违法行为已经罚款{}（行政处罚法第二十九条）", in_brackets(number.as_deref())),
            "不再罚款；仍可警告或者责令改正".to_owned(),
        ),
        RefusalCode::SameAct => pair(
            "该当事人同一案由、同一日期的违法行为已在案中（行政处罚法第二十九条）",
            "不是同一行为的，请核对日期；补充情况请写入笔录",
        ),
        RefusalCode::OneFine { rule } => (
            "同一个违法行为违反多个规定的，只罚款一次，按罚款数额高的规定（行政处罚法第二十九条）".to_owned(),
            format!("请只在“{}”项下填写罚款，其余各项不罚款", rule.zh),
        ),
        RefusalCode::MilderRule { rule, from } => (
            format!(
                "违法行为之后法律已经修改，{}起施行的“{}”处罚较轻，应当适用较轻的规定（行政处罚法第三十七条）",
                day(from),
                rule.zh
            ),
            "由承办人在“适用的规定”中改选较轻的一项".to_owned(),
        ),
        RefusalCode::BankOnly { why } => (
            bank_only_zh(*why),
            "由当事人到指定的银行或者通过电子支付系统缴纳（行政处罚法第六十七条）".to_owned(),
        ),
        RefusalCode::NoReceipt => pair(
            "当场收缴罚款须出具财政部门统一制发的专用票据（行政处罚法第七十条）",
            "由承办人填写票据号码；不出具的，当事人有权拒绝缴纳",
        ),
        RefusalCode::ReviewNeeded => {
            pair("没有与现拟处罚一致的法制审核同意意见（行政处罚法第五十八条）", "由法制审核人员审核同意后")
        }
        RefusalCode::HearingRightMissing => pair(
            "拟处罚属于听证范围，须告知听证权利（行政处罚法第四十四条、第六十三条）",
            "在告知内容中选择“依法告知听证权利”",
        ),
        RefusalCode::HearingTermRunning { until, opens_on } => (
            format!("当事人要求听证的期限至{}未满（行政处罚法第六十四条）", day(until)),
            format!("{}起，或当事人书面放弃听证后，由承办人提请、负责人决定", day(opens_on)),
        ),
        RefusalCode::HearingLate { last_day } => (
            format!("要求听证的期限已于{}届满（行政处罚法第六十四条）", day(last_day)),
            "由负责人决定是否举行听证".to_owned(),
        ),
        RefusalCode::HearingNoticeShort { day: hearing, latest } => (
            format!(
                "{}听证，通知书最迟应在{}送达（行政处罚法第六十四条，七个工作日）",
                day(hearing),
                day(latest)
            ),
            "由负责人改期并重新通知".to_owned(),
        ),
        RefusalCode::HearingOnAnotherDay { day: hearing } => {
            (format!("听证安排在{}", day(hearing)), "当日记录，或由负责人改期".to_owned())
        }
        RefusalCode::HostOfTheCase { name, role: had } => (
            format!("{name}是本案{}，不能主持听证（行政处罚法第六十四条）", role(*had, lang)),
            "由负责人指定未参与本案的人员主持".to_owned(),
        ),
        RefusalCode::OwnHearing => pair(
            "您主持过本案听证，主持、审核、决定须由不同的人担任（行政处罚法第五十八条、第六十四条）",
            "由未参与本案的人员办理",
        ),
        RefusalCode::OfficerVotes { name } => {
            (format!("{name}是本案承办人，只汇报案情，不参加表决"), "只填参加讨论的负责人及其意见".to_owned())
        }
        RefusalCode::DeliberationNeeded { why } => (
            format!("{}，须经负责人集体讨论（行政处罚法第五十七条）", deliberation_zh(*why)),
            "由负责人组织集体讨论并记录后".to_owned(),
        ),
        RefusalCode::NotAsDeliberated => pair(
            "与集体讨论的结论不一致（行政处罚法第五十七条）",
            "按讨论结论决定，或由负责人变更拟处罚后重新告知、讨论",
        ),
        RefusalCode::NoNotice => pair(
            "没有送达事先告知书（行政处罚法第四十四条、第六十二条）",
            "由承办人送达告知书、期满或当事人放弃后",
        ),
        RefusalCode::NewNoticeNeeded => {
            pair("比已告知的处罚更重（行政处罚法第四十四条、第六十二条）", "由承办人补充调查并重新告知后")
        }
        RefusalCode::HeavierAfterDefence => pair(
            "不得因当事人申辩而加重处罚（行政处罚法第四十五条）",
            "有申辩之后取得、不是当事人提供的新证据时，由承办人补充调查后写入新的调查终结报告，并重新审核",
        ),
        RefusalCode::DefenceTermRunning { until, opens_on } => (
            format!("陈述申辩期至{}未满（行政处罚法第四十四条、第四十五条）", day(until)),
            format!("{}起，或当事人书面放弃后，由承办人提请、负责人决定", day(opens_on)),
        ),
        RefusalCode::DefenceUnanswered => {
            pair("陈述申辩尚未复核（行政处罚法第四十五条、第六十二条）", "由承办人复核后")
        }
        RefusalCode::Unserved { counts_on } => {
            ("决定书尚未视为送达（行政处罚法第六十一条）".to_owned(), format!("{}起可办理", day(counts_on)))
        }
        RefusalCode::Unpaid { rest } => {
            (format!("尚有 {rest} 元未缴（行政处罚法第六十七条）"), "缴清并由承办人记录后".to_owned())
        }
        RefusalCode::Unperformed { performed } => (
            format!("还没有记录：{}（行政处罚法第六十六条）", performed.name(lang)),
            "履行并由承办人记录后".to_owned(),
        ),
        RefusalCode::NothingToPerform => pair("决定中没有缴款以外的待履行事项", "无须办理"),
        RefusalCode::PayRunning { until } => (
            format!("当事人的缴款期限至{}未满（行政处罚法第六十六条、第六十七条）", day(until)),
            format!("{}之后由承办人办理", day(until)),
        ),
        RefusalCode::InstalmentSum { sum, rest } => {
            (format!("各期合计 {sum} 元，与尚欠的 {rest} 元不一致"), "由承办人改正各期金额".to_owned())
        }
        RefusalCode::EnforcementStopped => pair(
            "执行已被复议机关、法院停止或由本局中止（行政强制法第三十九条）",
            "停止或中止的情形消失后，由负责人恢复执行",
        ),
        RefusalCode::NotSuspended => pair("执行没有中止", "先由负责人中止执行"),
        RefusalCode::NoDemand => {
            pair("还没有送达催告书（行政强制法第五十四条）", "由承办人送达催告书，十个工作日届满后")
        }
        RefusalCode::DemandRunning { until } => (
            format!("催告期至{}未满（行政强制法第五十四条）", day(until)),
            format!("{}之后由承办人提请、负责人决定", day(until)),
        ),
        RefusalCode::CourtTooEarly { earliest } => (
            "当事人的复议、起诉期限未满（行政强制法第五十三条）".to_owned(),
            format!("最早可申请日为{}", day(earliest)),
        ),
        RefusalCode::CourtTermOver { last_day } => (
            format!("申请法院强制执行的期限已于{}届满（行政强制法第五十三条）", day(last_day)),
            "逾期法院不予受理；由负责人研究是否终结执行".to_owned(),
        ),
        RefusalCode::NotOursToEnforce => pair(
            "复议、诉讼未结，或复议变更后由复议机关执行（行政复议法第七十八条）",
            "由承办人记录复议或诉讼结果后再判断",
        ),
        RefusalCode::ObjectionOpen => pair(
            "已就法院裁定向上一级人民法院申请复议，尚无结果（行政强制法第五十六条、第五十八条）",
            "由承办人先记录上一级法院裁定",
        ),
        RefusalCode::OursToRevoke => pair("该案由的许可证件由本局吊销，不必提请", "在处罚决定中一并作出"),
        RefusalCode::RemedyOpen => pair("已有一件复议或诉讼未结", "由承办人先记录其结果"),
        RefusalCode::PapersOut { first, more } => (
            match more {
                0 => format!("“{first}”的签章件尚未收回"),
                more => format!("“{first}”等 {} 份文书的签章件尚未收回", more + 1),
            },
            "由承办人在“文书”中登记收回，或者作废后".into(),
        ),
        RefusalCode::DecisionFell => pair(
            "决定已被复议机关或者法院撤销、变更，不再照原决定办理",
            "由负责人记录撤销、变更或者重新作出后",
        ),
        RefusalCode::NothingOwed => pair("没有待缴款项", "无须办理"),
        RefusalCode::MeasureOpen { .. }
        | RefusalCode::GoodsUndecided { .. }
        | RefusalCode::MeasureLapsed { .. }
        | RefusalCode::NoPowerToSeize => super::measure::reason(code, Lang::Zh),
        RefusalCode::CriminalFined => pair(
            "人民法院已就同一违法行为判处罚金（行政处罚法第三十五条）",
            "不再罚款；仍可给予罚款以外的处罚",
        ),
        RefusalCode::SameAgain { number } => (
            format!(
                "与已失效的决定{}事实、理由、结果相同（行政复议法第六十四条、行政诉讼法第七十一条）",
                in_brackets(number.as_deref())
            ),
            "改变结果；主要事实或者主要理由已有改变的，由承办人写明".to_owned(),
        ),
        RefusalCode::Recused { name } => (
            format!("{name}已经决定回避（行政处罚法第四十三条）"),
            "由负责人变更承办人、另行指定审核人员或者听证主持人".to_owned(),
        ),
        RefusalCode::GoodsNotWithPolice => {
            pair("涉案物品还没有移交公安机关（移送规定第十二条）", "由承办人移交并记录，没有物品的记明没有")
        }
        RefusalCode::TransferPending { to, until: Some(until) } => (
            format!("案件已移送{to}，对方尚未答复"),
            format!("由{to}最迟于{}答复，或由负责人撤回移送", day(until)),
        ),
        RefusalCode::TransferPending { to, until: None } => {
            (format!("案件已移送{to}，尚未收到回执"), "由承办人登记回执，或由负责人撤回移送".to_owned())
        }
        RefusalCode::LeftTheHouse { act } => {
            (format!("“{}”已为外部知悉", act.name(lang)), "如有错误，由承办人更正".to_owned())
        }
        RefusalCode::NotInHand { number } => (
            format!("号段文号“{number}”不在名下未使用的文号之中，或者与文书种类、行为日的年份不符"),
            "由领用人重新选择，或者不选，由系统顺序编号".to_owned(),
        ),
        RefusalCode::NotOwnEntry { act } => {
            (format!("“{}”由他人登记", act.name(lang)), "由登记人在十分钟内撤回，之后由承办人更正".to_owned())
        }
        RefusalCode::TakeBackOver { minutes } => {
            (format!("登记已超过 {minutes} 分钟"), "由承办人更正".to_owned())
        }
        RefusalCode::RestsOn { act, on, .. } => (
            format!("{}的“{}”以这条记录为依据", day(on), act.name(lang)),
            "由承办人补充调查后重新办理".to_owned(),
        ),
    }
}

fn fault_zh(fault: &OfficerFault) -> String {
    match fault {
        OfficerFault::SamePerson => "两人不能是同一人".to_owned(),
        OfficerFault::NotAMember => "其中一人不是本局人员".to_owned(),
        OfficerFault::NotAnOfficer { name } => format!("{name}不是执法人员"),
        OfficerFault::Recused { name } => format!("{name}已经决定回避（第四十三条）"),
        OfficerFault::HasAnotherPart { name, role: had } => {
            format!("{name}已在本案担任{}，不能再承办", role(*had, Lang::Zh))
        }
        OfficerFault::NoCertificate { name, on } => {
            format!("{name}在{}没有有效的执法证", long_day(*on, Lang::Zh))
        }
    }
}

fn first_step_zh(step: FirstStep) -> String {
    match step {
        FirstStep::WarningFirst => "该案由先警告，拒不改正的才能罚款；没有已送达的警告决定".to_owned(),
        _ => "该案由先责令改正，拒不改正的才能罚款；没有期满未改正的复查记录".to_owned(),
    }
}

fn deliberation_zh(why: DeliberationGround) -> String {
    match why {
        DeliberationGround::Hearing => "本案经过听证程序".to_owned(),
        DeliberationGround::Fine { from } => format!("罚款达到 {from} 元"),
        DeliberationGround::Kind { kind } => format!("拟{}", kind.name(Lang::Zh)),
        DeliberationGround::Serious => "情节严重的属于重大违法行为".to_owned(),
        DeliberationGround::Mitigation => "低于法定幅度属于减轻处罚".to_owned(),
        DeliberationGround::ReviewerDisagreed => "审核人员与承办人意见不一致".to_owned(),
    }
}

fn not_simplified_zh(why: NotSimplified) -> String {
    match why {
        NotSimplified::Fine { max } => {
            format!("对本当事人当场罚款最高 {max} 元（行政处罚法第五十一条）")
        }
        NotSimplified::Kind { kind } => {
            format!("当场处罚只能是警告或者小额罚款，不包括{}（行政处罚法第五十一条）", kind.name(Lang::Zh))
        }
    }
}

fn bank_only_zh(why: BankOnly) -> String {
    match why {
        BankOnly::Ordinary => "这一收缴理由只适用于当场作出的处罚（行政处罚法第六十八条）".to_owned(),
        BankOnly::Fine { max } => {
            format!("罚款超过 {max} 元，不能以小额为由当场收缴（行政处罚法第六十八条）")
        }
    }
}

fn in_brackets(number: Option<&str>) -> String {
    number.map(|number| format!("（{number}）")).unwrap_or_default()
}
