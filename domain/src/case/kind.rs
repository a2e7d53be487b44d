//! The kinds of act, the stages from which each may be done, and the power each needs: one table.

use serde::{Deserialize, Serialize};

use super::Stage;
use super::transit::TRANSFERABLE;
use crate::Lang;
use crate::role::Power;

/// What may be done on a case, without its facts. Rows are those of the procedure's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActKind {
    /// 登记线索 (row 1)
    RegisterClue,
    /// 立案 (row 2)
    File,
    /// 不予立案 (row 3)
    RefuseFiling,
    /// 当场处罚: without a case, or from its clue
    PenaliseOnTheSpot,
    /// 追加当事人
    AddParty,
    /// 追加违法行为
    AddUnlawfulAct,
    /// 变更承办人 (row 6b)
    ChangeOfficers,
    /// 调查取证 (rows 5, 6)
    Record,
    /// 采用立案前的笔录 (row 5)
    AdoptRecords,
    /// 调查终结 (row 7)
    Conclude,
    /// 法制审核 (row 8)
    Review,
    /// 补充调查 (row 8a)
    Supplement,
    /// 批准告知 (row 9)
    ApproveNotice,
    /// 送达事先告知书 (row 9)
    ServeNotice,
    /// 记录陈述申辩 (row 10)
    ReceiveDefence,
    /// 书面放弃陈述申辩 (row 10)
    WaiveDefence,
    /// 收回放弃 (row 10)
    TakeBackWaiver,
    /// 复核陈述申辩 (row 10)
    AnswerDefence,
    /// 变更拟处罚 (row 13)
    ChangeProposal,
    /// 书面放弃听证 (row 10)
    WaiveHearing,
    /// 当事人要求听证 (row 11)
    RequestHearing,
    /// 依职权听证 (row 11)
    GrantHearing,
    /// 安排听证 (row 12)
    AppointHearing,
    /// 送达听证通知书 (row 12)
    ServeHearingNotice,
    /// 举行听证 (row 12)
    HoldHearing,
    /// 集体讨论 (row 14)
    Deliberate,
    /// 作出处罚决定 (row 15)
    Decide,
    /// 不予处罚 (row 16)
    DecideNoPenalty,
    /// 送达决定书 (row 19)
    Serve,
    /// 记录缴款 (row 20)
    Pay,
    /// 记录履行 (row 20)
    Perform,
    /// 批准延期或分期 (row 21)
    ApprovePlan,
    /// 催告 (row 23)
    Demand,
    /// 申请强制执行 (row 24)
    ApplyToCourt,
    /// 记录法院裁定 (row 24a)
    RecordCourtAnswer,
    /// 中止执行 (row 24b)
    SuspendEnforcement,
    /// 恢复执行 (row 24b)
    ResumeEnforcement,
    /// 终结执行 (row 24b)
    EndEnforcement,
    /// 登记复议、诉讼 (row 22)
    RegisterRemedy,
    /// 复议答复、诉讼答辩 (row 22)
    AnswerRemedy,
    /// 记录复议、诉讼结果 (row 22)
    EndRemedy,
    /// 当场处罚备案
    ReportOnTheSpot,
    /// 撤销立案 (row 18)
    Withdraw,
    /// 提出移送 (row 4)
    ProposeTransfer,
    /// 撤回移送 (row 4)
    WithdrawTransfer,
    /// 登记移送回执: an outside authority took the case (row 4)
    TransferOut,
    /// 移送被接收: the answer of another bureau (row 4)
    TransferAccepted,
    /// 移送被退回: the answer of another bureau (row 4)
    TransferReturned,
    /// 结案 (row 25)
    Close,
    /// 更正
    Correct,
    /// 撤回, within minutes.
    TakeBack,
}

/// To what an act belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole case.
    Case,
    /// One party; steps from the conclusion on run for each.
    Party,
    /// The parties that the act names; the others stay where they are.
    NamedParties,
}

impl ActKind {
    /// Every kind, in the order of the procedure.
    pub const ALL: [ActKind; 51] = [
        ActKind::RegisterClue,
        ActKind::File,
        ActKind::RefuseFiling,
        ActKind::PenaliseOnTheSpot,
        ActKind::AddParty,
        ActKind::AddUnlawfulAct,
        ActKind::ChangeOfficers,
        ActKind::Record,
        ActKind::AdoptRecords,
        ActKind::Conclude,
        ActKind::Review,
        ActKind::Supplement,
        ActKind::ApproveNotice,
        ActKind::ServeNotice,
        ActKind::ReceiveDefence,
        ActKind::WaiveDefence,
        ActKind::TakeBackWaiver,
        ActKind::AnswerDefence,
        ActKind::ChangeProposal,
        ActKind::WaiveHearing,
        ActKind::RequestHearing,
        ActKind::GrantHearing,
        ActKind::AppointHearing,
        ActKind::ServeHearingNotice,
        ActKind::HoldHearing,
        ActKind::Deliberate,
        ActKind::Decide,
        ActKind::DecideNoPenalty,
        ActKind::Serve,
        ActKind::Pay,
        ActKind::Perform,
        ActKind::ApprovePlan,
        ActKind::Demand,
        ActKind::ApplyToCourt,
        ActKind::RecordCourtAnswer,
        ActKind::SuspendEnforcement,
        ActKind::ResumeEnforcement,
        ActKind::EndEnforcement,
        ActKind::RegisterRemedy,
        ActKind::AnswerRemedy,
        ActKind::EndRemedy,
        ActKind::ReportOnTheSpot,
        ActKind::Withdraw,
        ActKind::ProposeTransfer,
        ActKind::WithdrawTransfer,
        ActKind::TransferOut,
        ActKind::TransferAccepted,
        ActKind::TransferReturned,
        ActKind::Close,
        ActKind::Correct,
        ActKind::TakeBack,
    ];

    /// The stages from which the act may be done.
    #[must_use]
    pub fn from(self) -> &'static [Stage] {
        use Stage as S;
        match self {
            ActKind::RegisterClue => &[],
            ActKind::File | ActKind::RefuseFiling | ActKind::PenaliseOnTheSpot => &[S::Clue],
            ActKind::AddParty | ActKind::AddUnlawfulAct => &[S::Filed, S::Investigating],
            ActKind::ChangeOfficers => &[
                S::Filed,
                S::Investigating,
                S::Concluded,
                S::Notified,
                S::Hearing,
                S::Heard,
                S::Deliberated,
                S::Decided,
                S::Served,
                S::Executing,
                S::AtCourt,
            ],
            ActKind::Record => &[S::Clue, S::Filed, S::Investigating],
            ActKind::AdoptRecords => &[S::Filed],
            ActKind::Conclude => &[S::Investigating],
            ActKind::Review | ActKind::DecideNoPenalty | ActKind::ChangeProposal => {
                &[S::Concluded, S::Notified, S::Heard, S::Deliberated]
            }
            ActKind::Supplement => &[S::Concluded, S::Notified, S::Hearing, S::Heard, S::Deliberated],
            ActKind::ApproveNotice | ActKind::ServeNotice => &[S::Concluded],
            ActKind::ReceiveDefence => &[S::Notified, S::Hearing],
            ActKind::AnswerDefence => &[S::Notified, S::Hearing, S::Heard],
            ActKind::WaiveDefence
            | ActKind::TakeBackWaiver
            | ActKind::WaiveHearing
            | ActKind::RequestHearing
            | ActKind::GrantHearing => &[S::Notified],
            ActKind::AppointHearing | ActKind::ServeHearingNotice | ActKind::HoldHearing => &[S::Hearing],
            ActKind::Deliberate => &[S::Notified, S::Heard],
            ActKind::Decide => &[S::Notified, S::Heard, S::Deliberated],
            ActKind::Serve => &[S::Decided],
            ActKind::Pay | ActKind::Perform => &[S::Served, S::Executing, S::AtCourt],
            ActKind::ReportOnTheSpot | ActKind::ApprovePlan | ActKind::Demand | ActKind::ApplyToCourt => {
                &[S::Served, S::Executing]
            }
            ActKind::RecordCourtAnswer => &[S::AtCourt],
            ActKind::SuspendEnforcement | ActKind::ResumeEnforcement | ActKind::EndEnforcement => {
                &[S::Served, S::Executing, S::AtCourt]
            }
            ActKind::RegisterRemedy | ActKind::AnswerRemedy | ActKind::EndRemedy => {
                &[S::Decided, S::Served, S::Executing, S::AtCourt, S::Closed]
            }
            ActKind::Withdraw => {
                &[S::Filed, S::Investigating, S::Concluded, S::Notified, S::Hearing, S::Heard, S::Deliberated]
            }
            ActKind::ProposeTransfer
            | ActKind::WithdrawTransfer
            | ActKind::TransferOut
            | ActKind::TransferAccepted
            | ActKind::TransferReturned => TRANSFERABLE,
            ActKind::Close => &[S::NotFiled, S::Transferred, S::Withdrawn, S::Served, S::Executing],
            ActKind::Correct | ActKind::TakeBack => &Stage::ALL,
        }
    }

    /// Whether a case may begin with the act.
    #[must_use]
    pub fn begins_a_case(self) -> bool {
        matches!(self, ActKind::RegisterClue | ActKind::PenaliseOnTheSpot)
    }

    /// The power that the act needs. Who lacks it proposes.
    #[must_use]
    pub fn power(self) -> Power {
        match self {
            ActKind::File
            | ActKind::RefuseFiling
            | ActKind::AddParty
            | ActKind::AddUnlawfulAct
            | ActKind::ChangeOfficers
            | ActKind::Supplement
            | ActKind::ApproveNotice
            | ActKind::ChangeProposal
            | ActKind::GrantHearing
            | ActKind::AppointHearing
            | ActKind::Deliberate
            | ActKind::ApprovePlan
            | ActKind::ApplyToCourt
            | ActKind::SuspendEnforcement
            | ActKind::ResumeEnforcement
            | ActKind::EndEnforcement
            | ActKind::Decide
            | ActKind::DecideNoPenalty
            | ActKind::Withdraw
            | ActKind::ProposeTransfer
            | ActKind::WithdrawTransfer
            | ActKind::Close => Power::ApproveCases,
            ActKind::Review => Power::ReviewCases,
            _ => Power::WorkCases,
        }
    }

    /// Whether the act belongs to the case, to one party, or to the parties it names.
    #[must_use]
    pub fn scope(self) -> Scope {
        match self {
            ActKind::Review
            | ActKind::Supplement
            | ActKind::Withdraw
            | ActKind::Conclude
            | ActKind::AppointHearing
            | ActKind::HoldHearing => Scope::NamedParties,
            ActKind::ApproveNotice
            | ActKind::ServeNotice
            | ActKind::ReceiveDefence
            | ActKind::WaiveDefence
            | ActKind::TakeBackWaiver
            | ActKind::AnswerDefence
            | ActKind::ChangeProposal
            | ActKind::WaiveHearing
            | ActKind::RequestHearing
            | ActKind::GrantHearing
            | ActKind::ServeHearingNotice
            | ActKind::Deliberate
            | ActKind::Decide
            | ActKind::DecideNoPenalty
            | ActKind::Serve
            | ActKind::Pay
            | ActKind::Perform
            | ActKind::ApprovePlan
            | ActKind::Demand
            | ActKind::ApplyToCourt
            | ActKind::RecordCourtAnswer
            | ActKind::SuspendEnforcement
            | ActKind::ResumeEnforcement
            | ActKind::EndEnforcement
            | ActKind::RegisterRemedy
            | ActKind::AnswerRemedy
            | ActKind::EndRemedy
            | ActKind::ReportOnTheSpot
            | ActKind::Close => Scope::Party,
            _ => Scope::Case,
        }
    }

    /// The word in an address, a table and a draft.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ActKind::RegisterClue => "register_clue",
            ActKind::File => "file",
            ActKind::RefuseFiling => "refuse_filing",
            ActKind::PenaliseOnTheSpot => "penalise_on_the_spot",
            ActKind::AddParty => "add_party",
            ActKind::AddUnlawfulAct => "add_unlawful_act",
            ActKind::ChangeOfficers => "change_officers",
            ActKind::Record => "record",
            ActKind::AdoptRecords => "adopt_records",
            ActKind::Conclude => "conclude",
            ActKind::Review => "review",
            ActKind::Supplement => "supplement",
            ActKind::ApproveNotice => "approve_notice",
            ActKind::ServeNotice => "serve_notice",
            ActKind::ReceiveDefence => "receive_defence",
            ActKind::WaiveDefence => "waive_defence",
            ActKind::TakeBackWaiver => "take_back_waiver",
            ActKind::AnswerDefence => "answer_defence",
            ActKind::ChangeProposal => "change_proposal",
            ActKind::WaiveHearing => "waive_hearing",
            ActKind::RequestHearing => "request_hearing",
            ActKind::GrantHearing => "grant_hearing",
            ActKind::AppointHearing => "appoint_hearing",
            ActKind::ServeHearingNotice => "serve_hearing_notice",
            ActKind::HoldHearing => "hold_hearing",
            ActKind::Deliberate => "deliberate",
            ActKind::Decide => "decide",
            ActKind::DecideNoPenalty => "decide_no_penalty",
            ActKind::Serve => "serve",
            ActKind::Pay => "pay",
            ActKind::Perform => "perform",
            ActKind::ApprovePlan => "approve_plan",
            ActKind::Demand => "demand",
            ActKind::ApplyToCourt => "apply_to_court",
            ActKind::RecordCourtAnswer => "record_court_answer",
            ActKind::SuspendEnforcement => "suspend_enforcement",
            ActKind::ResumeEnforcement => "resume_enforcement",
            ActKind::EndEnforcement => "end_enforcement",
            ActKind::RegisterRemedy => "register_remedy",
            ActKind::AnswerRemedy => "answer_remedy",
            ActKind::EndRemedy => "end_remedy",
            ActKind::ReportOnTheSpot => "report_on_the_spot",
            ActKind::Withdraw => "withdraw",
            ActKind::ProposeTransfer => "propose_transfer",
            ActKind::WithdrawTransfer => "withdraw_transfer",
            ActKind::TransferOut => "transfer_out",
            ActKind::TransferAccepted => "transfer_accepted",
            ActKind::TransferReturned => "transfer_returned",
            ActKind::Close => "close",
            ActKind::Correct => "correct",
            ActKind::TakeBack => "take_back",
        }
    }

    /// The kind of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        ActKind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What the act is called as a verb: on a button and at the head of a timeline entry.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            ActKind::RegisterClue => lang.pick("登记线索", "Register the clue"),
            ActKind::File => lang.pick("立案", "File the case"),
            ActKind::RefuseFiling => lang.pick("不予立案", "Decline to file"),
            ActKind::PenaliseOnTheSpot => lang.pick("当场处罚", "Penalise on the spot"),
            ActKind::AddParty => lang.pick("追加当事人", "Add a party"),
            ActKind::AddUnlawfulAct => lang.pick("追加违法行为", "Add an unlawful act"),
            ActKind::ChangeOfficers => lang.pick("变更承办人", "Change the officers"),
            ActKind::Record => lang.pick("记录调查取证", "Record an investigation step"),
            ActKind::AdoptRecords => lang.pick("采用立案前的笔录", "Adopt earlier records"),
            ActKind::Conclude => lang.pick("调查终结", "Conclude the investigation"),
            ActKind::Review => lang.pick("法制审核", "Give the legal review"),
            ActKind::Supplement => lang.pick("补充调查", "Investigate further"),
            ActKind::ApproveNotice => lang.pick("批准事先告知", "Approve the advance notice"),
            ActKind::ServeNotice => lang.pick("送达事先告知书", "Serve the advance notice"),
            ActKind::ReceiveDefence => lang.pick("记录陈述申辩意见", "Record the defence"),
            ActKind::WaiveDefence => lang.pick("当事人书面放弃陈述申辩", "Record a written waiver"),
            ActKind::TakeBackWaiver => lang.pick("当事人收回放弃", "Take the waiver back"),
            ActKind::AnswerDefence => lang.pick("复核申辩意见", "Re-examine the defence"),
            ActKind::ChangeProposal => lang.pick("变更拟处罚", "Change the intended penalty"),
            ActKind::WaiveHearing => lang.pick("当事人书面放弃听证", "Record a waiver of the hearing"),
            ActKind::RequestHearing => lang.pick("当事人要求听证", "Record the request for a hearing"),
            ActKind::GrantHearing => lang.pick("决定举行听证", "Grant a hearing"),
            ActKind::AppointHearing => lang.pick("安排听证", "Appoint the hearing"),
            ActKind::ServeHearingNotice => lang.pick("送达听证通知书", "Serve the hearing notice"),
            ActKind::HoldHearing => lang.pick("记录听证", "Record the hearing"),
            ActKind::Deliberate => lang.pick("集体讨论", "Record the deliberation"),
            ActKind::Decide => lang.pick("作出处罚决定", "Decide the penalty"),
            ActKind::DecideNoPenalty => lang.pick("决定不予处罚", "Decide on no penalty"),
            ActKind::Serve => lang.pick("送达决定书", "Serve the decision"),
            ActKind::Pay => lang.pick("记录缴款", "Record a payment"),
            ActKind::Perform => lang.pick("记录履行情况", "Record a performance"),
            ActKind::ApprovePlan => lang.pick("批准延期或分期缴款", "Approve a payment plan"),
            ActKind::Demand => lang.pick("送达催告书", "Serve the demand"),
            ActKind::ApplyToCourt => lang.pick("申请法院强制执行", "Apply to court"),
            ActKind::RecordCourtAnswer => lang.pick("记录法院裁定", "Record the court's answer"),
            ActKind::SuspendEnforcement => lang.pick("中止执行", "Suspend the enforcement"),
            ActKind::ResumeEnforcement => lang.pick("恢复执行", "Resume the enforcement"),
            ActKind::EndEnforcement => lang.pick("终结执行", "End the enforcement"),
            ActKind::RegisterRemedy => lang.pick("登记复议或诉讼", "Record a remedy"),
            ActKind::AnswerRemedy => lang.pick("提交答复或答辩", "Answer the remedy"),
            ActKind::EndRemedy => lang.pick("记录复议或诉讼结果", "Record how the remedy ended"),
            ActKind::ReportOnTheSpot => lang.pick("当场处罚备案", "Report the penalty to the bureau"),
            ActKind::Withdraw => lang.pick("撤销立案", "Withdraw the case"),
            ActKind::ProposeTransfer => lang.pick("移送案件", "Transfer the case"),
            ActKind::WithdrawTransfer => lang.pick("撤回移送", "Withdraw the transfer"),
            ActKind::TransferOut => lang.pick("登记移送回执", "Record the receipt of a transfer"),
            ActKind::TransferAccepted => lang.pick("移送被接收", "Transfer accepted"),
            ActKind::TransferReturned => lang.pick("移送被退回", "Transfer returned"),
            ActKind::Close => lang.pick("结案", "Close the case"),
            ActKind::Correct => lang.pick("更正", "Correct an entry"),
            ActKind::TakeBack => lang.pick("撤回", "Take back"),
        }
    }
}
