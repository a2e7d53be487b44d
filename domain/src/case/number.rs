//! Numbers of cases and papers: 道商罚决〔2026〕18号.

use serde::{Deserialize, Serialize};

use super::{Act, Name, RemedyKind, Reviser};
use crate::Lang;

/// The word in a number; each word and year has its own counter in a bureau.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberWord {
    /// 案
    Case,
    /// 举告
    ReportAnswer,
    /// 罚立
    Filing,
    /// 回避
    Recusal,
    /// 询通
    Summons,
    /// 限提
    PapersOrder,
    /// 抽证
    Sampling,
    /// 鉴委
    Expertise,
    /// 登存
    Evidence,
    /// 查扣
    Measure,
    /// 解查扣
    Lifting,
    /// 责改
    Rectification,
    /// 移
    Transfer,
    /// 刑移
    CrimeTransfer,
    /// 协查
    Assistance,
    /// 指管
    Designation,
    /// 罚告
    Notice,
    /// 听告
    HearingRight,
    /// 听通
    Hearing,
    /// 罚决
    Decision,
    /// 不罚
    NoPenalty,
    /// 当罚
    OnTheSpot,
    /// 延分
    Plan,
    /// 催告
    Demand,
    /// 强申
    Court,
    /// 提吊
    Revocation,
    /// 中终
    Suspension,
    /// 物处
    Goods,
    /// 送公
    PublicNotice,
    /// 执协
    Agreement,
    /// 复答
    Reconsideration,
    /// 诉答
    Lawsuit,
}

impl NumberWord {
    /// Every word, in the order of the procedure.
    pub const ALL: [NumberWord; 32] = [
        NumberWord::Case,
        NumberWord::ReportAnswer,
        NumberWord::Filing,
        NumberWord::Recusal,
        NumberWord::Summons,
        NumberWord::PapersOrder,
        NumberWord::Sampling,
        NumberWord::Expertise,
        NumberWord::Evidence,
        NumberWord::Measure,
        NumberWord::Lifting,
        NumberWord::Rectification,
        NumberWord::Transfer,
        NumberWord::CrimeTransfer,
        NumberWord::Assistance,
        NumberWord::Designation,
        NumberWord::Notice,
        NumberWord::HearingRight,
        NumberWord::Hearing,
        NumberWord::Decision,
        NumberWord::NoPenalty,
        NumberWord::OnTheSpot,
        NumberWord::Plan,
        NumberWord::Demand,
        NumberWord::Court,
        NumberWord::Revocation,
        NumberWord::Suspension,
        NumberWord::Goods,
        NumberWord::PublicNotice,
        NumberWord::Agreement,
        NumberWord::Reconsideration,
        NumberWord::Lawsuit,
    ];

    /// The number word of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        NumberWord::ALL.into_iter().find(|one| one.word() == word)
    }

    /// What its papers are called.
    #[must_use]
    pub fn paper(self, lang: Lang) -> &'static str {
        match self {
            NumberWord::Case => lang.pick("案件编号", "Cases"),
            NumberWord::ReportAnswer => lang.pick("举报处理结果告知书", "Notices to reporters"),
            NumberWord::Filing => lang.pick("立案（不予立案）审批表", "Approvals to file or not"),
            NumberWord::Recusal => lang.pick("回避决定书", "Decisions on a recusal"),
            NumberWord::Summons => lang.pick("询问通知书", "Summonses to an interview"),
            NumberWord::PapersOrder => lang.pick("限期提供材料通知书", "Orders to supply papers"),
            NumberWord::Sampling => lang.pick("抽样取证凭证", "Sampling records"),
            NumberWord::Expertise => {
                lang.pick("鉴定（检验）委托书、结果告知书", "Commissions of expertise and results")
            }
            NumberWord::Evidence => {
                lang.pick("先行登记保存证据通知书、处理决定书", "Papers of registered evidence")
            }
            NumberWord::Measure => lang.pick("查封（扣押）决定书", "Decisions to seal or seize"),
            NumberWord::Lifting => lang.pick("解除查封（扣押）决定书", "Decisions to lift a measure"),
            NumberWord::Rectification => {
                lang.pick("责令（限期）改正通知书、复查意见书", "Orders to put right")
            }
            NumberWord::Transfer => lang.pick("案件移送函", "Transfers of cases"),
            NumberWord::CrimeTransfer => lang.pick("涉嫌犯罪案件移送书", "Transfers of suspected crimes"),
            NumberWord::Assistance => lang.pick("协助调查函", "Requests for assistance"),
            NumberWord::Designation => lang.pick("指定管辖决定书", "Designations of jurisdiction"),
            NumberWord::Notice => lang.pick("行政处罚事先告知书", "Advance notices of penalty"),
            NumberWord::HearingRight => lang.pick("行政处罚听证告知书", "Notices of the right to a hearing"),
            NumberWord::Hearing => lang.pick("听证通知书", "Hearing notices"),
            NumberWord::Decision => lang.pick("行政处罚决定书", "Penalty decisions"),
            NumberWord::NoPenalty => lang.pick("不予行政处罚决定书", "Decisions not to penalise"),
            NumberWord::OnTheSpot => lang.pick("当场行政处罚决定书", "Penalties on the spot"),
            NumberWord::Plan => lang.pick("延期（分期）缴纳罚款批准书", "Payment plans"),
            NumberWord::Demand => lang.pick("催告书", "Demands"),
            NumberWord::Court => lang.pick("强制执行申请书", "Applications to court"),
            NumberWord::Revocation => lang.pick("提请吊销许可证件建议书", "Proposals to revoke a licence"),
            NumberWord::Suspension => lang.pick("中止（终结）执行决定", "Suspensions of enforcement"),
            NumberWord::Goods => lang.pick("罚没物品处理（销毁）记录", "Records of confiscated goods"),
            NumberWord::PublicNotice => lang.pick("送达公告", "Notices of public service"),
            NumberWord::Agreement => lang.pick("执行协议", "Agreements on performance"),
            NumberWord::Reconsideration => lang.pick("行政复议答复书", "Answers in reconsideration"),
            NumberWord::Lawsuit => lang.pick("行政诉讼答辩状", "Answers in court"),
        }
    }

    /// The word of its counter in a bureau with this prefix: 道商罚决.
    #[must_use]
    pub fn counter(self, prefix: &str) -> String {
        format!("{prefix}{}", self.word())
    }

    /// The word as it stands in the number and in the counter.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            NumberWord::Case => "案",
            NumberWord::ReportAnswer => "举告",
            NumberWord::Filing => "罚立",
            NumberWord::Recusal => "回避",
            NumberWord::Summons => "询通",
            NumberWord::PapersOrder => "限提",
            NumberWord::Sampling => "抽证",
            NumberWord::Expertise => "鉴委",
            NumberWord::Evidence => "登存",
            NumberWord::Measure => "查扣",
            NumberWord::Lifting => "解查扣",
            NumberWord::Rectification => "责改",
            NumberWord::Transfer => "移",
            NumberWord::CrimeTransfer => "刑移",
            NumberWord::Assistance => "协查",
            NumberWord::Designation => "指管",
            NumberWord::Notice => "罚告",
            NumberWord::HearingRight => "听告",
            NumberWord::Hearing => "听通",
            NumberWord::Decision => "罚决",
            NumberWord::NoPenalty => "不罚",
            NumberWord::OnTheSpot => "当罚",
            NumberWord::Plan => "延分",
            NumberWord::Demand => "催告",
            NumberWord::Court => "强申",
            NumberWord::Revocation => "提吊",
            NumberWord::Suspension => "中终",
            NumberWord::Goods => "物处",
            NumberWord::PublicNotice => "送公",
            NumberWord::Agreement => "执协",
            NumberWord::Reconsideration => "复答",
            NumberWord::Lawsuit => "诉答",
        }
    }
}

/// A number: prefix of the bureau, word, year in 〔〕, no leading zeros.
#[must_use]
pub fn number(prefix: &str, word: NumberWord, year: i32, last: i64) -> String {
    format!("{prefix}{}〔{year}〕{last}号", word.word())
}

impl Act {
    /// The words of the numbers that this act takes when it is written. `begins`: a case begins with it.
    #[must_use]
    pub fn takes_numbers(&self, begins: bool) -> &'static [NumberWord] {
        match self {
            Act::RegisterClue(_) => &[NumberWord::Case],
            Act::PenaliseOnTheSpot(_) if begins => &[NumberWord::Case, NumberWord::OnTheSpot],
            Act::PenaliseOnTheSpot(_) => &[NumberWord::OnTheSpot],
            Act::ApproveNotice(facts) if facts.hearing.is_told() => &[NumberWord::HearingRight],
            Act::ApproveNotice(_) => &[NumberWord::Notice],
            Act::RegisterEvidence(_) | Act::HandleEvidence(_) => &[NumberWord::Evidence],
            Act::TakeMeasure(_) | Act::TakeUrgentMeasure(_) | Act::ExtendMeasure(_) => &[NumberWord::Measure],
            Act::LiftMeasure(_) => &[NumberWord::Lifting],
            Act::Inquire(facts) => facts.what.words(),
            Act::AppointHearing(_) => &[NumberWord::Hearing],
            Act::ProposeTransfer(facts) if facts.letter.is_none() => &[NumberWord::Transfer],
            Act::HandToPolice(facts) if facts.letter.is_none() => &[NumberWord::CrimeTransfer],
            Act::ProposeRevocation(facts) if facts.letter.is_none() => &[NumberWord::Revocation],
            Act::Decide(_) => &[NumberWord::Decision],
            Act::DecideNoPenalty(_) => &[NumberWord::NoPenalty],
            Act::ChangeDecision(facts) if facts.reviser == Reviser::Bureau => &[NumberWord::Decision],
            Act::ApprovePlan(_) => &[NumberWord::Plan],
            Act::Demand(_) => &[NumberWord::Demand],
            Act::ApplyToCourt(_) => &[NumberWord::Court],
            Act::SuspendEnforcement(_) | Act::EndEnforcement(_) => &[NumberWord::Suspension],
            Act::AnswerRemedy(facts) if facts.remedy == RemedyKind::Lawsuit => &[NumberWord::Lawsuit],
            Act::AnswerRemedy(_) => &[NumberWord::Reconsideration],
            Act::AnswerContest(facts) if facts.remedy == RemedyKind::Lawsuit => &[NumberWord::Lawsuit],
            Act::AnswerContest(_) => &[NumberWord::Reconsideration],
            _ => &[],
        }
    }

    /// Writes the number of a word into the facts.
    pub fn give_number(&mut self, word: NumberWord, given: &str) {
        let letter = Name::parse(given).ok();
        let given = Some(given.to_owned());
        match self {
            Act::RegisterClue(facts) => facts.number = given,
            Act::PenaliseOnTheSpot(facts) if word == NumberWord::Case => facts.case_number = given,
            Act::PenaliseOnTheSpot(facts) => facts.number = given,
            Act::ApproveNotice(facts) => facts.number = given,
            Act::RegisterEvidence(facts) => facts.number = given,
            Act::HandleEvidence(facts) => facts.number = given,
            Act::TakeMeasure(facts) => facts.number = given,
            Act::TakeUrgentMeasure(facts) => facts.taken.number = given,
            Act::ExtendMeasure(facts) => facts.number = given,
            Act::LiftMeasure(facts) => facts.number = given,
            Act::Inquire(facts) => facts.number = given,
            Act::AppointHearing(facts) => facts.number = given,
            Act::ProposeTransfer(facts) => facts.letter = letter,
            Act::HandToPolice(facts) => facts.letter = letter,
            Act::ProposeRevocation(facts) => facts.letter = letter,
            Act::Decide(facts) => facts.number = given,
            Act::DecideNoPenalty(facts) => facts.number = given,
            Act::ChangeDecision(facts) => facts.number = given,
            Act::ApprovePlan(facts) => facts.number = given,
            Act::Demand(facts) => facts.number = given,
            Act::ApplyToCourt(facts) => facts.number = given,
            Act::SuspendEnforcement(facts) => facts.number = given,
            Act::EndEnforcement(facts) => facts.number = given,
            Act::AnswerRemedy(facts) => facts.number = given,
            Act::AnswerContest(facts) => facts.number = given,
            _ => {}
        }
    }

    /// A correction says other things under the number that the act took.
    pub fn keeps_the_number_of(&mut self, old: &Act) {
        let Some(given) = old.paper_number() else { return };
        let words = self.takes_numbers(false);
        if let ([word], None) = (words, self.paper_number())
            && (old.takes_numbers(false) == words || old.takes_numbers(false).is_empty())
        {
            self.give_number(*word, &given);
        }
    }

    /// The number that the act's paper bears: the one that was given, or that of the paper as it was entered afterwards.
    #[must_use]
    pub fn paper_number(&self) -> Option<String> {
        let letter = |letter: &Option<Name>| letter.as_ref().map(ToString::to_string);
        let number = match self {
            Act::ProposeTransfer(facts) => return letter(&facts.letter),
            Act::HandToPolice(facts) => return letter(&facts.letter),
            Act::ProposeRevocation(facts) => return letter(&facts.letter),
            Act::PenaliseOnTheSpot(facts) => facts.number.as_ref(),
            Act::ApproveNotice(facts) => facts.number.as_ref(),
            Act::RegisterEvidence(facts) => facts.number.as_ref(),
            Act::HandleEvidence(facts) => facts.number.as_ref(),
            Act::TakeMeasure(facts) => facts.number.as_ref(),
            Act::TakeUrgentMeasure(facts) => facts.taken.number.as_ref(),
            Act::ExtendMeasure(facts) => facts.number.as_ref(),
            Act::LiftMeasure(facts) => facts.number.as_ref(),
            Act::Inquire(facts) => facts.number.as_ref(),
            Act::AppointHearing(facts) => facts.number.as_ref(),
            Act::Decide(facts) => facts.number.as_ref(),
            Act::DecideNoPenalty(facts) => facts.number.as_ref(),
            Act::ChangeDecision(facts) => facts.number.as_ref(),
            Act::ApprovePlan(facts) => facts.number.as_ref(),
            Act::Demand(facts) => facts.number.as_ref(),
            Act::ApplyToCourt(facts) => facts.number.as_ref(),
            Act::SuspendEnforcement(facts) => facts.number.as_ref(),
            Act::EndEnforcement(facts) => facts.number.as_ref(),
            Act::AnswerRemedy(facts) => facts.number.as_ref(),
            Act::AnswerContest(facts) => facts.number.as_ref(),
            _ => None,
        };
        number.cloned()
    }
}
