//! What starts a term.

use serde::{Deserialize, Serialize};

use crate::Lang;

/// One list: variant and what happened.
macro_rules! events {
    ($($name:ident = $zh:literal, $en:literal;)+) => {
        /// What starts a term. Its day is not counted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum StartEvent {
            $(#[doc = $zh] $name,)+
        }

        impl StartEvent {
            /// What happened, as the sentence says it: "收到线索", "立案", "作出决定".
            #[must_use]
            pub fn text(self, lang: Lang) -> &'static str {
                match self {
                    $(StartEvent::$name => lang.pick($zh, $en),)+
                }
            }
        }
    };
}

events! {
    ClueReceived = "收到线索", "clue received";
    Filed = "立案", "case filed";
    EvidenceRegistered = "登记保存", "evidence registered";
    UrgentMeasureTaken = "当场采取强制措施", "urgent measure taken";
    MeasureTaken = "采取强制措施", "measure taken";
    ReviewPapersReceived = "收到送审材料", "papers for review received";
    NoticeServed = "告知书送达", "notice served";
    HearingRequested = "提出听证要求", "hearing requested";
    HearingDay = "举行听证", "hearing day";
    Decided = "作出决定", "decision made";
    DecisionServed = "决定书送达", "decision served";
    Published = "公告发布", "notice published";
    DecisionFell = "决定变更、撤销、违法或者无效", "decision changed, revoked, unlawful or void";
    MoneyCollected = "当场收缴罚款", "fine collected on the spot";
    MoneyHandedIn = "收到执法人员交来的罚款", "fine handed in by the officers";
    ActEnded = "违法行为终了", "unlawful act ended";
    CaseClosed = "结案，且救济、公开等已办结", "case closed, remedies and publication done";
    DecisionKnown = "知道处罚决定", "decision known to the party";
    ReconsiderationServed = "收到复议决定或者复议期满", "reconsideration decision received, or its term over";
    ReconsiderationHandedIn = "收到复议申请", "application for reconsideration received";
    ReconsiderationCopyReceived = "收到复议申请书副本", "copy of the application received";
    ComplaintReceived = "收到起诉状副本", "copy of the complaint received";
    PlanApproved = "批准延期或者分期", "payment plan approved";
    DemandServed = "催告书送达", "demand served";
    RemedyOver = "复议、起诉期限届满", "term of the remedy over";
    PerformanceOver = "判决确定的履行期限届满", "performance term of the judgment over";
    CourtRefusalServed = "不予受理、不予执行裁定送达", "refusal of the court served";
    CrimeReported = "提出移送报告", "suspected crime reported";
    TransferApproved = "批准移送", "transfer approved";
    HandedToPolice = "移交公安机关", "handed to the police";
    PoliceRefused = "收到不予立案通知书", "refusal of the police received";
    PoliceRefusedAgain = "收到维持不予立案的复议决定", "second refusal of the police received";
    PoliceFiled = "收到公安立案通知书", "notice that the police filed received";
    LicenceApplied = "收到许可申请", "licence application received";
    LicenceAccepted = "受理许可申请", "licence application accepted";
    LicenceGranted = "准予许可", "licence granted";
    HearingRightTold = "告知听证权利", "right to a hearing told";
    LicenceExpires = "许可有效期届满", "licence expires";
}
