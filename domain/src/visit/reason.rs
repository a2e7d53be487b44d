//! Why a county is visited: one of a list, and in words.

use serde::{Deserialize, Serialize};

use super::VisitRefusal;
use crate::Lang;
use crate::value::{FreeText, Noun, ValueError};

/// The listed reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitReason {
    /// 督办事项
    Supervision,
    /// 信访举报核查
    Complaint,
    /// 统计数据核实
    Figures,
    /// 专项检查
    Inspection,
    /// 案卷评查
    FileReview,
    /// 上级交办
    Instructed,
    /// 复议诉讼协助
    Reconsideration,
}

impl VisitReason {
    /// Every reason, in the order of the screens.
    pub const ALL: [VisitReason; 7] = [
        VisitReason::Supervision,
        VisitReason::Complaint,
        VisitReason::Figures,
        VisitReason::Inspection,
        VisitReason::FileReview,
        VisitReason::Instructed,
        VisitReason::Reconsideration,
    ];

    /// The word in code and database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            VisitReason::Supervision => "supervision",
            VisitReason::Complaint => "complaint",
            VisitReason::Figures => "figures",
            VisitReason::Inspection => "inspection",
            VisitReason::FileReview => "file_review",
            VisitReason::Instructed => "instructed",
            VisitReason::Reconsideration => "reconsideration",
        }
    }

    /// The reason of a word.
    ///
    /// # Errors
    /// [`VisitRefusal::ReasonMissing`].
    pub fn from_word(word: &str) -> Result<Self, VisitRefusal> {
        let found = VisitReason::ALL.into_iter().find(|reason| reason.word() == word);
        found.ok_or(VisitRefusal::ReasonMissing)
    }

    /// What it is called on screen.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            VisitReason::Supervision => lang.pick("督办事项", "matter under supervision"),
            VisitReason::Complaint => lang.pick("信访举报核查", "check of a complaint"),
            VisitReason::Figures => lang.pick("统计数据核实", "check of figures"),
            VisitReason::Inspection => lang.pick("专项检查", "special inspection"),
            VisitReason::FileReview => lang.pick("案卷评查", "review of case files"),
            VisitReason::Instructed => lang.pick("上级交办", "instructed from above"),
            VisitReason::Reconsideration => lang.pick("复议诉讼协助", "help in a reconsideration or lawsuit"),
        }
    }
}

/// What is to be found out, in the visitor's own words: 5 to 200 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Purpose(String);

impl Purpose {
    /// Characters at least: fewer say nothing to the county that reads it.
    pub const CHARACTERS_MIN: usize = 5;
    /// Characters at most.
    pub const CHARACTERS_MAX: usize = 200;

    /// # Errors
    /// `missing`, `length`, `control_character`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let noun = Noun::VisitPurpose;
        let kept = FreeText::<{ Purpose::CHARACTERS_MAX }>::parse(text).map_err(|error| match error {
            ValueError::Missing { .. } => ValueError::Missing { noun },
            ValueError::Length { got, .. } => Self::length(got),
            ValueError::ControlCharacter { .. } => ValueError::ControlCharacter { noun },
            other => other,
        })?;
        match kept.as_str().chars().count() {
            got if got < Purpose::CHARACTERS_MIN => Err(Self::length(got)),
            _ => Ok(Purpose(kept.into())),
        }
    }

    fn length(got: usize) -> ValueError {
        let (min, max) = (Purpose::CHARACTERS_MIN, Purpose::CHARACTERS_MAX);
        ValueError::Length { noun: Noun::VisitPurpose, min, max, got }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Purpose {
    type Error = ValueError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Purpose::parse(&text)
    }
}

impl From<Purpose> for String {
    fn from(purpose: Purpose) -> String {
        purpose.0
    }
}
