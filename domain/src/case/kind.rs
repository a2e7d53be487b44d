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
    /// 作出处罚决定 (row 15)
    Decide,
    /// 不予处罚 (row 16)
    DecideNoPenalty,
    /// 送达决定书 (row 19)
    Serve,
    /// 记录缴款 (row 20)
    Pay,
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
    pub const ALL: [ActKind; 30] = [
        ActKind::RegisterClue,
        ActKind::File,
        ActKind::RefuseFiling,
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
        ActKind::Decide,
        ActKind::DecideNoPenalty,
        ActKind::Serve,
        ActKind::Pay,
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
            ActKind::File | ActKind::RefuseFiling => &[S::Clue],
            ActKind::AddParty | ActKind::AddUnlawfulAct => &[S::Filed, S::Investigating],
            ActKind::ChangeOfficers => {
                &[S::Filed, S::Investigating, S::Concluded, S::Notified, S::Decided, S::Served, S::Executing]
            }
            ActKind::Record => &[S::Clue, S::Filed, S::Investigating],
            ActKind::AdoptRecords => &[S::Filed],
            ActKind::Conclude => &[S::Investigating],
            ActKind::Review | ActKind::Supplement | ActKind::DecideNoPenalty => &[S::Concluded, S::Notified],
            ActKind::ApproveNotice | ActKind::ServeNotice => &[S::Concluded],
            ActKind::ReceiveDefence
            | ActKind::WaiveDefence
            | ActKind::TakeBackWaiver
            | ActKind::AnswerDefence
            | ActKind::Decide => &[S::Notified],
            ActKind::Serve => &[S::Decided],
            ActKind::Pay => &[S::Served, S::Executing],
            ActKind::Withdraw => &[S::Filed, S::Investigating, S::Concluded, S::Notified],
            ActKind::ProposeTransfer
            | ActKind::WithdrawTransfer
            | ActKind::TransferOut
            | ActKind::TransferAccepted
            | ActKind::TransferReturned => TRANSFERABLE,
            ActKind::Close => &[S::NotFiled, S::Transferred, S::Withdrawn, S::Served, S::Executing],
            ActKind::Correct | ActKind::TakeBack => &Stage::ALL,
        }
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
            ActKind::Review | ActKind::Supplement | ActKind::Withdraw | ActKind::Conclude => {
                Scope::NamedParties
            }
            ActKind::ApproveNotice
            | ActKind::ServeNotice
            | ActKind::ReceiveDefence
            | ActKind::WaiveDefence
            | ActKind::TakeBackWaiver
            | ActKind::AnswerDefence
            | ActKind::Decide
            | ActKind::DecideNoPenalty
            | ActKind::Serve
            | ActKind::Pay
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
            ActKind::Decide => "decide",
            ActKind::DecideNoPenalty => "decide_no_penalty",
            ActKind::Serve => "serve",
            ActKind::Pay => "pay",
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
            ActKind::Decide => lang.pick("作出处罚决定", "Decide the penalty"),
            ActKind::DecideNoPenalty => lang.pick("决定不予处罚", "Decide on no penalty"),
            ActKind::Serve => lang.pick("送达决定书", "Serve the decision"),
            ActKind::Pay => lang.pick("记录缴款", "Record a payment"),
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
