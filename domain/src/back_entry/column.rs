//! The columns of a back entry, in the order of the procedure.

use serde::{Deserialize, Serialize};

use super::synonyms::{SYNONYMS, telling};
use crate::{Lang, ledger};

/// One list: column, its word, and what stands over it.
macro_rules! columns {
    ($($name:ident = $word:literal, $zh:literal, $en:literal;)+) => {
        /// A column of a back entry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Column {
            $($name,)+
        }

        impl Column {
            /// Every column, in order.
            pub const ALL: [Column; [$($word),+].len()] = [$(Column::$name),+];

            /// The word in code, forms and JSON.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Column::$name => $word,)+
                }
            }

            /// What stands over the column on screens and in the template.
            #[must_use]
            pub fn title(self, lang: Lang) -> &'static str {
                match self {
                    $(Column::$name => lang.pick($zh, $en),)+
                }
            }
        }
    };
}

columns! {
    Serial = "serial", "序号", "No.";
    Party = "party", "当事人名称", "Party";
    Kind = "kind", "当事人类型", "Kind of party";
    CreditCode = "credit_code", "统一社会信用代码", "Credit code";
    IdNumber = "id_number", "身份证号", "Identity number";
    Violation = "violation", "违法行为（案由）", "Violation";
    ActOn = "act_on", "违法行为发生日", "Day of the act";
    Place = "place", "违法行为地点", "Place of the act";
    Source = "source", "案件来源", "Source of the clue";
    ReceivedOn = "received_on", "线索收到日", "Clue received on";
    Suspicion = "suspicion", "涉嫌违法事实", "What is suspected";
    Number = "number", "案件编号", "Case number";
    Procedure = "procedure", "办案程序", "Procedure";
    FiledOn = "filed_on", "立案日", "Filed on";
    Lead = "lead", "主办人", "Lead officer";
    Second = "second", "协办人", "Second officer";
    Approver = "approver", "审批负责人", "Approved by";
    RecordOn = "record_on", "首次笔录日", "First record on";
    RecordKind = "record_kind", "笔录种类", "Kind of record";
    RecordTimes = "record_times", "笔录起止时间", "Record from–to";
    RecordShown = "record_shown", "已出示证件并告知权利", "Certificates shown, rights told";
    MeasureKind = "measure_kind", "正在采取的措施", "Measure in force";
    MeasureOn = "measure_on", "措施采取日", "Measure taken on";
    MeasureExtendedOn = "measure_extended_on", "措施延长日", "Measure extended on";
    MeasureUntil = "measure_until", "措施期限至", "Measure holds until";
    ConcludedOn = "concluded_on", "调查终结日", "Concluded on";
    Facts = "facts", "查明的事实", "Facts established";
    Proposed = "proposed", "拟罚款", "Intended fine";
    Kinds = "kinds", "其他处罚种类", "Other kinds of penalty";
    Gains = "gains", "违法所得", "Illegal gains";
    Base = "base", "罚款基数", "Base of the fine";
    PutRight = "put_right", "改正期限或改正日", "Put right by or on";
    ReviewedOn = "reviewed_on", "法制审核日", "Reviewed on";
    Reviewer = "reviewer", "法制审核人", "Reviewer";
    NoticeNumber = "notice_number", "告知书文号", "Notice number";
    NoticeOn = "notice_on", "告知书送达日", "Notice served on";
    NoticeMethod = "notice_method", "告知书送达方式", "Notice served how";
    ConsentOn = "consent_on", "电子送达确认书签署日", "Consent to electronic service";
    HearingTold = "hearing_told", "已告知听证权利", "Told of a hearing";
    DefenceOn = "defence_on", "陈述申辩收到日", "Defence received on";
    WaivedOn = "waived_on", "放弃陈述申辩日", "Defence waived on";
    AnsweredOn = "answered_on", "申辩复核日", "Defence answered on";
    AskedOn = "asked_on", "要求听证日", "Hearing asked for on";
    HearingNoticeOn = "hearing_notice_on", "听证通知送达日", "Hearing notice served on";
    HearingOn = "hearing_on", "听证日", "Hearing on";
    Host = "host", "听证主持人", "Host of the hearing";
    DiscussedOn = "discussed_on", "集体讨论日", "Discussed on";
    Voices = "voices", "集体讨论参加人", "Took part in the discussion";
    DecidedOn = "decided_on", "处罚决定日", "Decided on";
    DecisionNumber = "decision_number", "决定书文号", "Decision number";
    Fine = "fine", "决定罚款", "Fine";
    ServedOn = "served_on", "决定书送达日", "Decision served on";
    ServedMethod = "served_method", "决定书送达方式", "Decision served how";
    ReportedOn = "reported_on", "当场处罚备案日", "Penalty on the spot reported on";
    PaidOn = "paid_on", "最近缴款日", "Last paid on";
    Paid = "paid", "已缴金额", "Paid so far";
    DemandOn = "demand_on", "催告书送达日", "Demand served on";
    DemandMethod = "demand_method", "催告书送达方式", "Demand served how";
    CourtOn = "court_on", "申请强制执行日", "Court asked to enforce on";
    CourtAnsweredOn = "court_answered_on", "法院裁定送达日", "Court's answer served on";
    CourtAnswer = "court_answer", "法院裁定结果", "Court's answer";
}

impl ledger::Column for Column {
    const ALL: &'static [Self] = &Column::ALL;
    const NAME: Self = Column::Party;
    const BLANK_IN_NOTES: &'static [Self] = &[Column::Violation, Column::ReceivedOn];
    const SHARED: &'static [Self] = &[];
    const SYNONYMS: &'static [(Self, &'static str)] = &SYNONYMS;

    fn word(self) -> &'static str {
        self.word()
    }

    fn title(self, lang: Lang) -> &'static str {
        self.title(lang)
    }

    fn telling(title: &str) -> Option<Self> {
        telling(title)
    }

    fn no_header(lang: Lang) -> &'static str {
        lang.pick(
            "没有找到表头：请保留含“当事人名称”“违法行为（案由）”“线索收到日”等列名的一行，或使用模板",
            "No header was found: please keep a row with column names such as 当事人名称 and 线索收到日, or use the template",
        )
    }
}
