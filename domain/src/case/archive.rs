//! The archive (归档): row 26. The dossier of a closed case is bound and handed to the archive (行政处罚法 art. 47).

use serde::{Deserialize, Serialize};

use super::clocks::clock;
use super::judge::Judge;
use super::{ActKind, Case, CaseClock, ClockState, Context, Name, Note, Stage, Todo};
use crate::calendar::Clock;
use crate::refusal::{Fact, RefusalCode};
use crate::{Day, Lang};

/// Pages that a volume can have.
pub const PAGES_MAX: u16 = 9_999;

/// How long a dossier is kept (机关文件材料归档范围和文书档案保管期限规定).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keeping {
    /// 永久: important, or with a heavy penalty.
    ForGood,
    ThirtyYears,
}

impl Keeping {
    /// Both, in the order of the form.
    pub const ALL: [Keeping; 2] = [Keeping::ForGood, Keeping::ThirtyYears];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Keeping::ForGood => "for_good",
            Keeping::ThirtyYears => "thirty_years",
        }
    }

    /// 永久, 30年
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Keeping::ForGood => lang.pick("永久", "for good"),
            Keeping::ThirtyYears => lang.pick("30年", "30 years"),
        }
    }
}

/// 归档: the archivist takes the bound dossier over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archive {
    /// 档号, as the archive gives it.
    pub archive_number: Name,
    /// Pages of the 正卷, cover and catalogue left out.
    pub main_pages: u16,
    /// Pages of the 副卷; 0 where there is none.
    pub internal_pages: u16,
    pub keeping: Keeping,
    /// The dossier holds what §6 asks for; what is missing, and why, stands in its end sheet (备考表).
    pub complete: bool,
    /// What the end sheet says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Note>,
}

/// When a dossier was archived, and under what number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archived {
    pub on: Day,
    pub number: Name,
}

impl Case {
    /// Whether a decision of the case was discussed by the heads, as every heavy penalty is (行政处罚法 art. 57).
    fn is_weighty(&self) -> bool {
        let decided = self.tracks().iter().filter_map(|track| track.progress.before_closure().decided());
        decided.into_iter().any(|decided| decided.deliberated.is_some())
    }

    /// How long its dossier is kept at the least.
    #[must_use]
    pub fn kept_at_least(&self) -> Keeping {
        if self.is_weighty() { Keeping::ForGood } else { Keeping::ThirtyYears }
    }

    /// A dossier that was opened again is no longer in the archive.
    pub(super) fn taken_out_of_the_archive(mut self) -> Self {
        if self.course_stage() != Stage::Closed {
            self.archived = None;
        }
        self
    }

    /// What is left of a case that is closed.
    pub(super) fn to_archive(&self) -> Option<Todo> {
        let is_left = self.archived.is_none() && self.course_stage() == Stage::Closed;
        is_left.then_some(Todo { act: ActKind::Archive, party: None, wait: None })
    }

    /// The term to archive, from the close on.
    pub(super) fn archive_clock(&self, context: &Context<'_>) -> Option<CaseClock> {
        let closed = self.closed_on().filter(|_| !self.is_taken_back())?;
        let state = match &self.archived {
            Some(archived) => ClockState::Met { on: archived.on },
            None => ClockState::Running,
        };
        clock(Clock::Archive, None, closed, state, context)
    }
}

impl Judge<'_> {
    /// Every party's way has ended, and the sheets that the bureau sent out are back.
    pub(super) fn archivable(&self, case: &Case) -> Result<(), RefusalCode> {
        if case.archived.is_some() {
            return Err(RefusalCode::DoneAlready { act: ActKind::Archive });
        }
        match case.course_stage() {
            Stage::Closed if case.tracks().iter().any(|track| track.open_remedy().is_some()) => {
                Err(RefusalCode::RemedyOpen)
            }
            Stage::Closed => Ok(()),
            stage => Err(RefusalCode::NotInThisState { stage }),
        }
    }

    pub(super) fn archive(&self, facts: &Archive) -> Result<(), RefusalCode> {
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        if let Some(first) = self.context.papers_out.first() {
            let more = self.context.papers_out.len() - 1;
            return Err(RefusalCode::PapersOut { first: first.clone(), more });
        }
        if !facts.complete {
            return missing(Fact::DossierComplete);
        }
        // What was made elsewhere, or is lost, is named by whoever takes the dossier over.
        if self.context.papers_unmade && facts.remark.is_none() {
            return missing(Fact::EndSheet);
        }
        if facts.main_pages == 0 {
            return missing(Fact::DossierPages);
        }
        if facts.keeping == Keeping::ThirtyYears && self.case.is_some_and(Case::is_weighty) {
            return missing(Fact::KeptForGood);
        }
        Ok(())
    }
}
