//! The kinds of act: one list with their words.

use serde::{Deserialize, Serialize};

use crate::Lang;

/// One list: kind, its word in an address, a table and a draft, and what it is called as a verb.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $zh:literal, $en:literal;)+) => {
        /// What may be done on a case, without its facts. Rows are those of the procedure's table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ActKind {
            $($(#[$doc])* $name,)+
        }

        impl ActKind {
            /// Every kind, in the order of the procedure.
            pub const ALL: [ActKind; [$($word),+].len()] = [$(ActKind::$name),+];

            /// The word in an address, a table and a draft.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(ActKind::$name => $word,)+
                }
            }

            /// What the act is called as a verb: on a button and at the head of a timeline entry.
            #[must_use]
            pub fn name(self, lang: Lang) -> &'static str {
                match self {
                    $(ActKind::$name => lang.pick($zh, $en),)+
                }
            }
        }
    };
}

kinds! {
    /// 登记线索 (row 1)
    RegisterClue = "register_clue", "登记线索", "Register the clue";
    /// 立案 (row 2)
    File = "file", "立案", "File the case";
    /// 不予立案 (row 3)
    RefuseFiling = "refuse_filing", "不予立案", "Decline to file";
    /// 延长核查期限 (row 1)
    ExtendVerification = "extend_verification", "延长核查期限", "Extend the verification";
    /// 移交线索
    PassClue = "pass_clue", "移交线索", "Pass the clue on";
    /// 当场处罚: without a case, or from its clue
    PenaliseOnTheSpot = "penalise_on_the_spot", "当场处罚", "Penalise on the spot";
    /// 追加当事人
    AddParty = "add_party", "追加当事人", "Add a party";
    /// 追加违法行为
    AddUnlawfulAct = "add_unlawful_act", "追加违法行为", "Add an unlawful act";
    /// 完善当事人信息
    CompleteParty = "complete_party", "完善当事人信息", "Complete a party's data";
    /// 变更承办人 (row 6b)
    ChangeOfficers = "change_officers", "变更承办人", "Change the officers";
    /// 询问通知、限期提供材料、协助调查
    Inquire = "inquire", "发出调查文书", "Send an inquiry";
    /// 申请回避 (row 6b)
    AskRecusal = "ask_recusal", "登记回避申请", "Record a request for recusal";
    /// 决定回避 (row 6b)
    DecideRecusal = "decide_recusal", "决定是否回避", "Decide on a recusal";
    /// 调查取证 (rows 5, 6)
    Record = "record", "记录调查取证", "Record an investigation step";
    /// 采用立案前的笔录 (row 5)
    AdoptRecords = "adopt_records", "采用立案前的笔录", "Adopt earlier records";
    /// 先行登记保存 (row 6)
    RegisterEvidence = "register_evidence", "先行登记保存证据", "Register evidence";
    /// 处理先行登记保存的证据 (row 6b)
    HandleEvidence = "handle_evidence", "处理登记保存的证据", "Handle the registered evidence";
    /// 查封、扣押 (row 6)
    TakeMeasure = "take_measure", "查封、扣押", "Seal or seize";
    /// 当场查封、扣押 (row 6a)
    TakeUrgentMeasure = "take_urgent_measure", "情况紧急当场查封、扣押", "Seal or seize in urgency";
    /// 补报 (row 6a)
    ReportMeasure = "report_measure", "补报当场强制措施", "Report the urgent measure";
    /// 补办批准 (row 6a)
    ConfirmMeasure = "confirm_measure", "补办强制措施审批", "Decide on the urgent measure";
    /// 延长查封、扣押期限 (row 6b)
    ExtendMeasure = "extend_measure", "延长查封、扣押期限", "Extend the measure";
    /// 委托检验、鉴定 (row 6b)
    CommissionTest = "commission_test", "委托检验、鉴定", "Commission a test";
    /// 登记检验结果 (row 6b)
    RecordTestResult = "record_test_result", "登记检验、鉴定结果", "Record the test result";
    /// 解除查封、扣押 (row 6b)
    LiftMeasure = "lift_measure", "解除查封、扣押", "Lift the measure";
    /// 退还、销毁物品 (row 6b)
    DisposeGoods = "dispose_goods", "退还、销毁物品", "Return or destroy goods";
    /// 先行处理易腐、危险物品 (row 6b)
    HandlePerishable = "handle_perishable", "先行处理易腐、危险物品", "Sell or destroy what cannot be kept";
    /// 调查终结 (row 7)
    Conclude = "conclude", "调查终结", "Conclude the investigation";
    /// 法制审核 (row 8)
    Review = "review", "法制审核", "Give the legal review";
    /// 补充调查 (row 8a)
    Supplement = "supplement", "补充调查", "Investigate further";
    /// 批准告知 (row 9)
    ApproveNotice = "approve_notice", "批准事先告知", "Approve the advance notice";
    /// 送达事先告知书 (row 9)
    ServeNotice = "serve_notice", "送达事先告知书", "Serve the advance notice";
    /// 记录陈述申辩 (row 10)
    ReceiveDefence = "receive_defence", "记录陈述申辩意见", "Record the defence";
    /// 书面放弃陈述申辩 (row 10)
    WaiveDefence = "waive_defence", "当事人书面放弃陈述申辩", "Record a written waiver";
    /// 收回放弃 (row 10)
    TakeBackWaiver = "take_back_waiver", "当事人收回放弃", "Take the waiver back";
    /// 复核陈述申辩 (row 10)
    AnswerDefence = "answer_defence", "复核申辩意见", "Re-examine the defence";
    /// 变更拟处罚 (row 13)
    ChangeProposal = "change_proposal", "变更拟处罚", "Change the intended penalty";
    /// 书面放弃听证 (row 10)
    WaiveHearing = "waive_hearing", "当事人书面放弃听证", "Record a waiver of the hearing";
    /// 当事人要求听证 (row 11)
    RequestHearing = "request_hearing", "当事人要求听证", "Record the request for a hearing";
    /// 依职权听证 (row 11)
    GrantHearing = "grant_hearing", "决定举行听证", "Grant a hearing";
    /// 安排听证 (row 12)
    AppointHearing = "appoint_hearing", "安排听证", "Appoint the hearing";
    /// 送达听证通知书 (row 12)
    ServeHearingNotice = "serve_hearing_notice", "送达听证通知书", "Serve the hearing notice";
    /// 举行听证 (row 12)
    HoldHearing = "hold_hearing", "记录听证", "Record the hearing";
    /// 集体讨论 (row 14)
    Deliberate = "deliberate", "集体讨论", "Record the deliberation";
    /// 作出处罚决定 (row 15)
    Decide = "decide", "作出处罚决定", "Decide the penalty";
    /// 不予处罚 (row 16)
    DecideNoPenalty = "decide_no_penalty", "决定不予处罚", "Decide on no penalty";
    /// 送达决定书 (row 19)
    Serve = "serve", "送达决定书", "Serve the decision";
    /// 记录缴款 (row 20)
    Pay = "pay", "记录缴款", "Record a payment";
    /// 上交当场收缴的罚款 (row 20)
    HandOnCash = "hand_on_cash", "上交当场收缴的罚款", "Hand on the collected fine";
    /// 记录履行 (row 20)
    Perform = "perform", "记录履行情况", "Record a performance";
    /// 批准延期或分期 (row 21)
    ApprovePlan = "approve_plan", "批准延期或分期缴款", "Approve a payment plan";
    /// 催告 (row 23)
    Demand = "demand", "送达催告书", "Serve the demand";
    /// 申请强制执行 (row 24)
    ApplyToCourt = "apply_to_court", "申请法院强制执行", "Apply to court";
    /// 记录法院裁定 (row 24a)
    RecordCourtAnswer = "record_court_answer", "记录法院裁定", "Record the court's answer";
    /// 对法院裁定申请复议 (row 24a)
    ObjectToCourt = "object_to_court", "对法院裁定申请复议", "Object to the court's refusal";
    /// 记录上一级法院裁定 (row 24a)
    RecordObjectionAnswer = "record_objection_answer", "记录上一级法院裁定", "Record the answer of the court above";
    /// 中止执行 (row 24b)
    SuspendEnforcement = "suspend_enforcement", "中止执行", "Suspend the enforcement";
    /// 恢复执行 (row 24b)
    ResumeEnforcement = "resume_enforcement", "恢复执行", "Resume the enforcement";
    /// 终结执行 (row 24b)
    EndEnforcement = "end_enforcement", "终结执行", "End the enforcement";
    /// 登记复议、诉讼 (row 22)
    RegisterRemedy = "register_remedy", "登记复议或诉讼", "Record a remedy";
    /// 复议答复、诉讼答辩 (row 22)
    AnswerRemedy = "answer_remedy", "提交答复或答辩", "Answer the remedy";
    /// 记录复议、诉讼结果 (row 22)
    EndRemedy = "end_remedy", "记录复议或诉讼结果", "Record how the remedy ended";
    /// 收到复议申请 (复议法 art. 32)
    ReceiveApplication = "receive_application", "收到复议申请", "Receive an application";
    /// 转送复议申请 (复议法 art. 32)
    ForwardApplication = "forward_application", "转送复议申请", "Send the application on";
    /// 登记对措施、责令改正的复议、诉讼 (row 22)
    RegisterContest = "register_contest", "登记对强制措施、责令改正的复议或诉讼", "Record a remedy against a measure or order";
    /// 对其答复、答辩 (row 22)
    AnswerContest = "answer_contest", "答复对措施、责令改正的复议或诉讼", "Answer the remedy against a measure or order";
    /// 记录其结果 (row 22)
    EndContest = "end_contest", "记录对措施、责令改正的复议或诉讼结果", "Record how that remedy ended";
    /// 撤销并重新作出 (row 27)
    OrderAnew = "order_anew", "撤销并重新作出决定", "Decide anew";
    /// 变更决定 (row 27)
    ChangeDecision = "change_decision", "变更决定", "Change the decision";
    /// 撤销决定 (row 27)
    RevokeDecision = "revoke_decision", "撤销决定", "Revoke the decision";
    /// 公开处罚决定
    Publish = "publish", "公开处罚决定", "Publish the decision";
    /// 撤回公开信息
    Unpublish = "unpublish", "撤回公开信息", "Withdraw the publication";
    /// 提请吊销许可证件 (row 15a)
    ProposeRevocation = "propose_revocation", "提请吊销许可证件", "Propose to revoke the licence";
    /// 登记吊销答复 (row 15a)
    RecordRevocationAnswer = "record_revocation_answer", "登记吊销许可证件的答复", "Record the answer about the licence";
    /// 当场处罚备案
    ReportOnTheSpot = "report_on_the_spot", "当场处罚备案", "Report the penalty to the bureau";
    /// 撤销立案 (row 18)
    Withdraw = "withdraw", "撤销立案", "Withdraw the case";
    /// 提出移送 (row 4)
    ProposeTransfer = "propose_transfer", "移送案件", "Transfer the case";
    /// 撤回移送 (row 4)
    WithdrawTransfer = "withdraw_transfer", "撤回移送", "Withdraw the transfer";
    /// 登记移送回执: an outside authority took the case (row 4)
    TransferOut = "transfer_out", "登记移送回执", "Record the receipt of a transfer";
    /// 移送被接收: the answer of another bureau (row 4)
    TransferAccepted = "transfer_accepted", "移送被接收", "Transfer accepted";
    /// 移送被退回: the answer of another bureau (row 4)
    TransferReturned = "transfer_returned", "移送被退回", "Transfer returned";
    /// 涉嫌犯罪移送报告 (row 17)
    ReportCrime = "report_crime", "报告涉嫌犯罪", "Report a suspected crime";
    /// 正职负责人审批移送 (row 17)
    DecideCrime = "decide_crime", "审批移送公安机关", "Decide on the transfer to the police";
    /// 移交公安机关 (row 17)
    HandToPolice = "hand_to_police", "移交公安机关", "Hand over to the police";
    /// 登记公安机关的答复 (rows 17a, 17b)
    RecordPoliceReply = "record_police_reply", "登记公安机关答复", "Record the reply of the police";
    /// 对不予立案提出异议 (row 17a)
    ContestRefusal = "contest_refusal", "对不予立案提出异议", "Contest the refusal of the police";
    /// 移交涉案物品 (row 17b)
    HandGoods = "hand_goods", "移交涉案物品", "Hand the goods to the police";
    /// 恢复办理 (row 17a)
    ResumeCase = "resume_case", "恢复办理", "Take the case up again";
    /// 结案 (row 25)
    Close = "close", "结案", "Close the case";
    /// 归档 (row 26)
    Archive = "archive", "归档", "Archive the dossier";
    /// 更正
    Correct = "correct", "更正", "Correct an entry";
    /// 撤回, within minutes.
    TakeBack = "take_back", "撤回", "Take back";
}

impl ActKind {
    /// The kind of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        ActKind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}
