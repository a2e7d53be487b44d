//! The clocks of the penalty procedure and of licences, by name.

use serde::{Deserialize, Serialize};

use crate::Lang;

/// Where a clock belongs; lists of clocks are grouped by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockGroup {
    /// 办案
    Handling,
    /// 当事人
    Party,
    /// 送达
    Service,
    /// 复议诉讼
    Remedy,
    /// 法院
    Court,
    /// 移送
    Criminal,
    /// 许可
    Licence,
}

impl ClockGroup {
    /// Every group, in the order of the procedure.
    pub const ALL: [ClockGroup; 7] = [
        ClockGroup::Handling,
        ClockGroup::Party,
        ClockGroup::Service,
        ClockGroup::Remedy,
        ClockGroup::Court,
        ClockGroup::Criminal,
        ClockGroup::Licence,
    ];

    /// "办案", "当事人".
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            ClockGroup::Handling => lang.pick("办案", "Handling the case"),
            ClockGroup::Party => lang.pick("当事人", "The party"),
            ClockGroup::Service => lang.pick("送达", "Service"),
            ClockGroup::Remedy => lang.pick("复议诉讼", "Reconsideration and suit"),
            ClockGroup::Court => lang.pick("法院", "Court"),
            ClockGroup::Criminal => lang.pick("移送", "Transfer to the police"),
            ClockGroup::Licence => lang.pick("许可", "Licences"),
        }
    }

    /// The clocks of the group, in their order.
    pub fn clocks(self) -> impl Iterator<Item = Clock> {
        Clock::ALL.into_iter().filter(move |clock| clock.group() == self)
    }
}

/// One list: variant, word, group, names.
macro_rules! clocks {
    ($($name:ident = $word:literal, $group:ident, $zh:literal, $en:literal;)+) => {
        /// A clock: a term of the procedure that has a name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Clock {
            $(#[doc = $zh] $name,)+
        }

        impl Clock {
            /// Every clock, by group, in the order of the procedure.
            pub const ALL: [Clock; [$($word),+].len()] = [$(Clock::$name),+];

            /// The word in data files and in the database.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Clock::$name => $word,)+
                }
            }

            /// "陈述申辩期限".
            #[must_use]
            pub fn name(self, lang: Lang) -> &'static str {
                match self {
                    $(Clock::$name => lang.pick($zh, $en),)+
                }
            }

            /// Where the clock belongs.
            #[must_use]
            pub fn group(self) -> ClockGroup {
                match self {
                    $(Clock::$name => ClockGroup::$group,)+
                }
            }
        }
    };
}

clocks! {
    Verify = "verify", Handling, "线索核查期限", "Term to verify the clue";
    RegisteredEvidence = "registered_evidence", Handling, "先行登记保存期限", "Term of registered evidence";
    UrgentMeasureReport = "urgent_measure_report", Handling, "当场强制措施补报期限", "Term to report an urgent measure";
    Measure = "measure", Handling, "查封扣押期限", "Term of sealing or seizing";
    FileOrRelease = "file_or_release", Handling, "立案前查封扣押的立案或解除期限",
        "Term to file or release after a measure on a clue";
    Review = "review", Handling, "法制审核期限", "Term of the legal review";
    HearingHold = "hearing_hold", Handling, "组织听证期限", "Term to hold the hearing";
    HearingNotice = "hearing_notice", Handling, "听证通知书最迟送达", "Latest service of the hearing notice";
    Decide = "decide", Handling, "办案期限", "Term to decide";
    Publish = "publish", Handling, "处罚决定公开期限", "Term to publish the decision";
    Unpublish = "unpublish", Handling, "撤回公开信息期限", "Term to withdraw a publication";
    CashInBureau = "cash_in_bureau", Handling, "当场罚款交单位期限", "Term for officers to hand in a fine";
    CashInBank = "cash_in_bank", Handling, "当场罚款缴银行期限", "Term for the bureau to bank a fine";
    ReportPenalty = "report_penalty", Handling, "当场处罚备案期限", "Term to report a penalty on the spot";
    Limitation = "limitation", Handling, "追责时效（一般）", "Limitation period";
    LimitationGrave = "limitation_grave", Handling, "追责时效（危害生命健康、金融安全）",
        "Limitation period, harm to life, health or financial safety";
    Archive = "archive", Handling, "归档期限", "Term to archive";
    Defence = "defence", Party, "陈述申辩期限", "Term for the defence";
    HearingRequest = "hearing_request", Party, "申请听证期限", "Term to ask for a hearing";
    Pay = "pay", Party, "缴款期限", "Term to pay";
    Serve = "serve", Service, "送达期限", "Term to serve the decision";
    PublicNotice = "public_notice", Service, "公告送达期间", "Time of a public notice";
    Reconsider = "reconsider", Remedy, "申请复议期限", "Term to apply for reconsideration";
    Sue = "sue", Remedy, "起诉期限", "Term to sue";
    SueAfterReconsideration = "sue_after_reconsideration", Remedy, "复议后起诉期限",
        "Term to sue after reconsideration";
    ForwardReconsideration = "forward_reconsideration", Remedy, "转送复议申请期限",
        "Term to forward an application for reconsideration";
    AnswerReconsideration = "answer_reconsideration", Remedy, "复议答复期限", "Term to answer in reconsideration";
    AnswerReconsiderationSimplified = "answer_reconsideration_simplified", Remedy, "复议答复期限（简易程序）",
        "Term to answer in simplified reconsideration";
    AnswerLawsuit = "answer_lawsuit", Remedy, "行政诉讼答辩期限", "Term to answer a suit";
    Demand = "demand", Court, "催告期限", "Term of the demand";
    CourtUnused = "court_unused", Court, "申请强制执行期限（未复议未起诉）",
        "Term to apply to court, no remedy used";
    CourtUpheld = "court_upheld", Court, "申请强制执行期限（复议维持未起诉）",
        "Term to apply to court, upheld and unsued";
    CourtJudgment = "court_judgment", Court, "申请执行判决期限", "Term to apply to enforce a judgment";
    CourtObjection = "court_objection", Court, "对不予受理、不予执行申请复议期限",
        "Term to object to the court's refusal";
    CriminalDecide = "criminal_decide", Criminal, "移送公安审批期限", "Term to decide on the transfer to the police";
    CriminalHandOver = "criminal_hand_over", Criminal, "移交公安期限", "Term to hand over to the police";
    PoliceAnswer = "police_answer", Criminal, "公安立案审查期限", "Term for the police to answer";
    PoliceReconsider = "police_reconsider", Criminal, "提请公安复议期限", "Term to ask the police to reconsider";
    Procuratorate = "procuratorate", Criminal, "建议检察院立案监督期限", "Term to turn to the procuratorate";
    GoodsToPolice = "goods_to_police", Criminal, "移交涉案物品期限", "Term to hand the goods to the police";
    LicenceCorrect = "licence_correct", Licence, "告知补正期限", "Term to ask for missing papers";
    LicenceDecide = "licence_decide", Licence, "许可决定期限", "Term to decide on a licence";
    LicenceDecideJoint = "licence_decide_joint", Licence, "联合办理许可期限", "Term to decide jointly on a licence";
    LicenceDeliver = "licence_deliver", Licence, "颁发许可证件期限", "Term to deliver the licence";
    LicenceHearingRequest = "licence_hearing_request", Licence, "申请许可听证期限",
        "Term to ask for a licence hearing";
    LicenceHearingHold = "licence_hearing_hold", Licence, "组织许可听证期限", "Term to hold a licence hearing";
    LicenceHearingNotice = "licence_hearing_notice", Licence, "许可听证最迟通知",
        "Latest notice of a licence hearing";
    LicenceRenewal = "licence_renewal", Licence, "最迟申请延续", "Latest application for renewal";
}

impl Clock {
    /// The clock of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Clock::ALL.into_iter().find(|clock| clock.word() == word)
    }
}
