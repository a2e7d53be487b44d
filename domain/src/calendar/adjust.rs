//! What lengthens a term: one extension, and days that are counted out.

use serde::{Deserialize, Serialize};

use super::TermError;
use super::rule::ClockRule;
use crate::value::Line;
use crate::{Day, Lang};

/// More pauses than this are not counted for one term.
pub const PAUSES_MAX: usize = 100;

/// A few words on a pause or an extension: its paper, its reason.
pub type Remark = Line<120>;

/// Who may extend a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Approver {
    /// 行政机关负责人
    Head,
    /// 本级人民政府负责人
    GovernmentHead,
}

impl Approver {
    /// "本机关负责人".
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Approver::Head => lang.pick("本机关负责人", "the head"),
            Approver::GovernmentHead => lang.pick("本级人民政府负责人", "the head of the government"),
        }
    }
}

/// The one extension that a row gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionRule {
    /// At most, in units of the term.
    pub length: u16,
    pub by: Approver,
}

/// Why days are counted out of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PauseKind {
    /// 检测、检验、检疫、鉴定
    Testing,
    /// 在公安机关
    Police,
    /// 听证
    Hearing,
    /// 专家评审
    ExpertReview,
}

impl PauseKind {
    /// Every kind.
    pub const ALL: [PauseKind; 4] =
        [PauseKind::Testing, PauseKind::Police, PauseKind::Hearing, PauseKind::ExpertReview];

    /// The word in data files, addresses and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            PauseKind::Testing => "testing",
            PauseKind::Police => "police",
            PauseKind::Hearing => "hearing",
            PauseKind::ExpertReview => "expert_review",
        }
    }

    /// The kind of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        PauseKind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// "检验鉴定期间".
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            PauseKind::Testing => lang.pick("检验鉴定期间", "testing"),
            PauseKind::Police => lang.pick("案件在公安机关期间", "with the police"),
            PauseKind::Hearing => lang.pick("听证期间", "hearing"),
            PauseKind::ExpertReview => lang.pick("专家评审期间", "expert review"),
        }
    }
}

/// Days counted out: those after the first event up to and including the day of the last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    pub kind: PauseKind,
    /// The day of the first event, itself counted: testing commissioned, handed to the police.
    pub from: Day,
    /// The day of the last event, counted out: result received, handed back. Not before `from`.
    pub to: Day,
    /// The paper that shows it.
    pub paper: Option<Remark>,
}

/// The extension of one term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// In units of the term.
    pub length: u16,
    pub by: Approver,
    pub reason: Option<Remark>,
}

/// What lengthens one term; the default is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustments {
    /// A term is extended once.
    pub extension: Option<Extension>,
    /// In any order; days that lie in several count once.
    pub pauses: Vec<Pause>,
}

impl Adjustments {
    /// Whether nothing lengthens the term.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.extension.is_none() && self.pauses.is_empty()
    }

    /// Whether the pauses can be counted at all.
    pub(super) fn check(&self) -> Result<(), TermError> {
        if self.pauses.len() > PAUSES_MAX {
            return Err(TermError::TooManyPauses { max: PAUSES_MAX });
        }
        match self.pauses.iter().find(|pause| pause.to < pause.from) {
            Some(pause) => Err(TermError::PauseOrder { from: pause.from, to: pause.to }),
            None => Ok(()),
        }
    }
}

impl ClockRule {
    /// The whole extension that the row gives, if it gives one.
    #[must_use]
    pub fn full_extension(&self, reason: Option<Remark>) -> Option<Extension> {
        self.extension.map(|rule| Extension { length: rule.length, by: rule.by, reason })
    }

    /// Whether the row allows what is asked for.
    ///
    /// # Errors
    /// [`TermError::NoExtension`], [`TermError::ExtensionLength`], [`TermError::NoPause`].
    pub fn allows(&self, adjustments: &Adjustments) -> Result<(), TermError> {
        if let Some(asked) = &adjustments.extension {
            let Some(rule) = self.extension.filter(|rule| rule.by == asked.by) else {
                return Err(TermError::NoExtension { clock: self.clock });
            };
            if asked.length == 0 || asked.length > rule.length {
                return Err(TermError::ExtensionLength { unit: self.unit, length_max: rule.length });
            }
        }
        let refused = adjustments.pauses.iter().find(|pause| !self.pauses.contains(&pause.kind));
        refused.map_or(Ok(()), |pause| Err(TermError::NoPause { clock: self.clock, kind: pause.kind }))
    }
}
