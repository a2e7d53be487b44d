//! Issuing (制发): the way of a paper from its making to the signed and sealed sheet that is back, and its end by another
//! paper or by being void.

use super::PaperKind;
use crate::case::{Case, NumberWord};
use crate::id::PersonId;
use crate::role::{Power, Role, may};
use crate::{Day, Lang};

/// Papers of one case that were issued, void and replaced ones too.
pub const ISSUED_MAX: u64 = 500;

/// The longest reason for which a paper is void, in characters.
pub const REASON_MAX: usize = 200;

/// Where an issued paper stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperState {
    /// 待打印
    ToPrint,
    /// 待签章: printed, to be signed and sealed.
    ToSign,
    /// 已回: the signed and sealed sheet is back in the office.
    Back,
    /// 已被替换 by another paper.
    Replaced,
    /// 作废; its number is never used again.
    Void,
}

impl PaperState {
    /// Every state, in the order of the way.
    pub const ALL: [PaperState; 5] =
        [PaperState::ToPrint, PaperState::ToSign, PaperState::Back, PaperState::Replaced, PaperState::Void];

    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            PaperState::ToPrint => "to_print",
            PaperState::ToSign => "to_sign",
            PaperState::Back => "back",
            PaperState::Replaced => "replaced",
            PaperState::Void => "void",
        }
    }

    /// The state of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        PaperState::ALL.into_iter().find(|state| state.word() == word)
    }

    /// What the state is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            PaperState::ToPrint => lang.pick("待打印", "to be printed"),
            PaperState::ToSign => lang.pick("待签章", "to be signed and sealed"),
            PaperState::Back => lang.pick("签章件已回", "signed copy is back"),
            PaperState::Replaced => lang.pick("已被替换", "replaced"),
            PaperState::Void => lang.pick("已作废", "void"),
        }
    }

    /// Neither replaced nor void.
    #[must_use]
    pub fn is_valid(self) -> bool {
        !matches!(self, PaperState::Replaced | PaperState::Void)
    }

    /// The signed and sealed sheet is not back yet (未回).
    #[must_use]
    pub fn is_out(self) -> bool {
        matches!(self, PaperState::ToPrint | PaperState::ToSign)
    }
}

/// Which copy of a paper (联).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperCopy {
    /// 存档联, with the line on which the receiver signs.
    File,
    /// 当事人联
    Party,
}

impl PaperCopy {
    /// The word in database and addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            PaperCopy::File => "file",
            PaperCopy::Party => "party",
        }
    }

    /// The copy of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [PaperCopy::File, PaperCopy::Party].into_iter().find(|copy| copy.word() == word)
    }

    /// What the copy is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            PaperCopy::File => lang.pick("存档联", "file copy"),
            PaperCopy::Party => lang.pick("当事人联", "party's copy"),
        }
    }
}

impl PaperKind {
    /// The copies that are made of the form: what is handed to the party has one for the party.
    #[must_use]
    pub fn copies(self) -> &'static [PaperCopy] {
        use PaperKind as K;
        match self {
            K::D03
            | K::D04
            | K::D07
            | K::D08
            | K::D11
            | K::D12
            | K::D18
            | K::D19
            | K::D22
            | K::D26
            | K::D26s
            | K::D27
            | K::D29
            | K::D34
            | K::D35
            | K::D36
            | K::D53
            | K::D54
            | K::D55 => &[PaperCopy::File, PaperCopy::Party],
            _ => &[PaperCopy::File],
        }
    }

    /// Whether a case is complete without it: who names no agent gives no authority, and who reported without a name is
    /// told nothing.
    #[must_use]
    pub fn is_optional(self) -> bool {
        matches!(self, PaperKind::D03 | PaperKind::D33 | PaperKind::D49)
    }

    /// The word of the number that the form takes when it is issued: its act takes none.
    #[must_use]
    pub fn counted_when_issued(self) -> Option<NumberWord> {
        match self {
            PaperKind::D02 => Some(NumberWord::Filing),
            PaperKind::D03 => Some(NumberWord::ReportAnswer),
            PaperKind::D04 => Some(NumberWord::Recusal),
            PaperKind::D11 => Some(NumberWord::Sampling),
            PaperKind::D12 => Some(NumberWord::Expertise),
            PaperKind::D29 => Some(NumberWord::Rectification),
            PaperKind::D51 => Some(NumberWord::Goods),
            PaperKind::D54 => Some(NumberWord::PublicNotice),
            PaperKind::D55 => Some(NumberWord::Agreement),
            _ => None,
        }
    }
}

/// Why something is not done with an issued paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperFault {
    /// The person is no officer of the case, nor does their power reach to the paper's act.
    NotOfTheCase,
    /// It was replaced or is void.
    Ended,
    /// Its number is that of a step that stands: the step is corrected, or taken back first.
    NumberOfStep,
    NoReason,
    LongReason,
    NoDay,
    BeforeIssue,
    AfterToday,
    /// No scan of its signed and sealed sheet stands.
    NoScan,
}

impl PaperFault {
    /// What to do, in the person's language.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            PaperFault::NotOfTheCase => lang.pick(
                "文书由本案承办人员制作和登记，请联系承办人员。",
                "Papers are made and marked by the officers of the case: ask them.",
            ),
            PaperFault::Ended => lang.pick(
                "这份文书已被替换或者已作废，请查看列表中现行的一份。",
                "This paper was replaced or is void; see the one in the list that counts.",
            ),
            PaperFault::NumberOfStep => lang.pick(
                "文号属于仍然有效的办案步骤，不能单独作废：内容有误的，先更正该步骤，再制作新文书替换；步骤不成立的，先撤回该步骤。",
                "The number belongs to a step that stands: correct the step and replace the paper, or take the step back first.",
            ),
            PaperFault::NoReason => lang.pick("请填写作废的理由。", "Say why it is void."),
            PaperFault::LongReason => {
                lang.pick("作废的理由最多200个字，请缩短。", "The reason takes 200 characters at most; shorten it.")
            }
            PaperFault::NoDay => {
                lang.pick("请填写签章件收回的日期，如 2026-03-05。", "Give the day on which the signed copy came back, such as 2026-03-05.")
            }
            PaperFault::BeforeIssue => lang.pick(
                "收回日期早于制作日期，请核对。",
                "The signed copy cannot be back before the paper was made; check the day.",
            ),
            PaperFault::AfterToday => {
                lang.pick("收回日期晚于今天，请核对。", "The day lies after today; check it.")
            }
            PaperFault::NoScan => lang.pick(
                "这份文书没有可以撤回的扫描件，请刷新列表查看。",
                "No scan of this paper can be withdrawn; look at the list again.",
            ),
        }
    }
}

/// Whether a person makes the papers of a step and marks their way: whoever may do the step, and the officers of the
/// case; before the case has officers, everybody who works on cases.
#[must_use]
pub fn may_issue(case: &Case, step: Power, person: PersonId, roles: &[Role]) -> bool {
    let is_own = case.filing().is_none_or(|filed| {
        let officers = filed.officers;
        [officers.lead, officers.second].contains(&person)
    });
    may(roles, step) && step != Power::WorkCases || may(roles, Power::WorkCases) && is_own
}

/// Judges the day on which the signed copy came back.
///
/// # Errors
/// [`PaperFault::BeforeIssue`], [`PaperFault::AfterToday`].
pub fn judge_back(issued: Day, back: Day, today: Day) -> Result<(), PaperFault> {
    match back {
        back if back < issued => Err(PaperFault::BeforeIssue),
        back if back > today => Err(PaperFault::AfterToday),
        _ => Ok(()),
    }
}

/// Judges why a paper is void, and whether its number may be: one that its step took stays as long as the step.
///
/// # Errors
/// [`PaperFault::Ended`], [`PaperFault::NumberOfStep`], [`PaperFault::NoReason`], [`PaperFault::LongReason`].
pub fn judge_void(
    state: PaperState,
    kind: PaperKind,
    has_number: bool,
    step_stands: bool,
    reason: &str,
) -> Result<(), PaperFault> {
    if !state.is_valid() {
        return Err(PaperFault::Ended);
    }
    if step_stands && has_number && kind.counted_when_issued().is_none() {
        return Err(PaperFault::NumberOfStep);
    }
    judge_reason(reason)
}

/// Judges why something of a paper is taken back.
///
/// # Errors
/// [`PaperFault::NoReason`], [`PaperFault::LongReason`].
pub fn judge_reason(reason: &str) -> Result<(), PaperFault> {
    match reason.trim().chars().count() {
        0 => Err(PaperFault::NoReason),
        long if long > REASON_MAX => Err(PaperFault::LongReason),
        _ => Ok(()),
    }
}
