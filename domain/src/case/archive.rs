//! The archive (归档): row 26. The dossier of a closed case is bound and handed to the archive (行政处罚法 art. 47).

use serde::{Deserialize, Serialize};

use super::clocks::clock;
use super::criminal_todo::urgent;
use super::judge::Judge;
use super::next::todo_of;
use super::{
    ActKind, Case, CaseClock, ClockState, Context, CrimeStep, CrimeTransfer, Name, Note, Stage, Todo, Track,
};
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

    /// Whether a remedy against a decision, a measure or an order has no result yet.
    #[must_use]
    pub fn is_contested(&self) -> bool {
        self.has_open_contest() || self.tracks().iter().any(Track::is_contested)
    }

    /// A dossier that was opened again is no longer in the archive.
    pub(super) fn taken_out_of_the_archive(mut self) -> Self {
        if self.course_stage() != Stage::Closed {
            self.archived = None;
        }
        self
    }

    /// What is left of a case that is closed: the end of what is contested beside the decisions, then the archive.
    pub(super) fn to_archive(&self) -> Option<Todo> {
        let is_left = self.archived.is_none()
            && self.course_stage() == Stage::Closed
            && !self.tracks().iter().any(Track::is_contested);
        let left = |act| Todo { act, party: None, wait: None };
        let contested = self.has_open_contest().then(|| left(ActKind::EndContest));
        contested.or_else(|| is_left.then(|| left(ActKind::Archive)))
    }

    /// What a closed case still waits for before its dossier is whole: the act that comes first.
    fn before_the_archive(&self, context: &Context<'_>) -> Option<ActKind> {
        let contest = || self.unanswered_contest().map(|_| ActKind::AnswerContest);
        let of_parties =
            || self.tracks().iter().find_map(|track| todo_of(track, context)).map(|todo| todo.act);
        let silent = |crime: &CrimeTransfer| crime.step() == CrimeStep::WithPolice;
        let police = || self.crimes.iter().any(silent).then_some(ActKind::RecordPoliceReply);
        let contested = || self.has_open_contest().then_some(ActKind::EndContest);
        let remedies = || self.tracks().iter().any(Track::is_contested).then_some(ActKind::EndRemedy);
        let own = || contest().or_else(|| urgent(self)).or_else(of_parties);
        own().or_else(remedies).or_else(police).or_else(contested)
    }

    /// The day from which the term to archive runs: that of the close, or that on which the last remedy, application,
    /// publication or answer ended that the dossier waited for.
    fn whole_since(&self, closed: Day) -> Day {
        let tracks = self.tracks().iter().flat_map(Track::came_after_the_close);
        let contests = self.contests.iter().filter_map(|contest| contest.result).map(|(on, _)| on);
        let police = self.crimes.iter().map(CrimeTransfer::settled_on);
        tracks.chain(contests).chain(police).fold(closed, Day::max)
    }

    /// The term to archive, from the day on which the dossier is whole.
    pub(super) fn archive_clock(&self, context: &Context<'_>) -> Option<CaseClock> {
        let closed = self.closed_on().filter(|_| !self.is_taken_back())?;
        let since = self.whole_since(closed);
        let (since, state) = match &self.archived {
            // What came to a dossier in the archive changes nothing about its term.
            Some(archived) => (since.min(archived.on.max(closed)), ClockState::Met { on: archived.on }),
            None if self.before_the_archive(context).is_some() => return None,
            None => (since, ClockState::Running),
        };
        clock(Clock::Archive, None, since, state, context)
    }
}

impl Track {
    /// Whether a remedy of the party is under way, or a court took a ruling away whose successor decides what becomes of
    /// the decision.
    fn is_contested(&self) -> bool {
        let is_open = self.open_remedy().or(self.ruling_suit.as_ref()).is_some();
        is_open || self.awaits_new_ruling() && self.fell().is_some()
    }

    /// The days of what ends a wait after the close: remedies, applications, publications and withdrawals.
    fn came_after_the_close(&self) -> Vec<Day> {
        let remedies = self.remedies.iter().chain(self.fallen.iter().flat_map(|fallen| &fallen.remedies));
        let remedies = remedies.chain(&self.ended_ruling_suits);
        let ended = remedies.filter_map(|remedy| remedy.result).map(|result| result.served_on);
        let published = self.publications.iter().map(|publication| publication.on);
        let applied = self.application.iter().flat_map(|one| [one.forwarded_on, one.ended_on]).flatten();
        ended.chain(published).chain(applied).chain(self.unpublished.iter().copied()).collect()
    }
}

impl Judge<'_> {
    /// Every party's way has ended, and nothing that belongs into the dossier is awaited.
    pub(super) fn archivable(&self, case: &Case) -> Result<(), RefusalCode> {
        if case.archived.is_some() {
            return Err(RefusalCode::DoneAlready { act: ActKind::Archive });
        }
        match (case.course_stage(), case.before_the_archive(&self.context)) {
            (Stage::Closed, Some(ActKind::AnswerRemedy | ActKind::EndRemedy)) => Err(RefusalCode::RemedyOpen),
            (Stage::Closed, Some(act)) => Err(RefusalCode::DoFirst { act }),
            (Stage::Closed, None) => Ok(()),
            (stage, _) => Err(RefusalCode::NotInThisState { stage }),
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
