//! Reconsideration and lawsuit (行政复议、行政诉讼): row 22; 行政复议法 art. 42, 48, 54, 行政诉讼法 art. 56, 67.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Event, Name, Note, Track};
use crate::calendar::Clock;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};
use crate::{Day, Lang};

/// Which remedy the party used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemedyKind {
    /// 行政复议
    Reconsideration,
    /// 行政诉讼
    Lawsuit,
}

impl RemedyKind {
    /// Both kinds, in the order of the form.
    pub const ALL: [RemedyKind; 2] = [RemedyKind::Reconsideration, RemedyKind::Lawsuit];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            RemedyKind::Reconsideration => "reconsideration",
            RemedyKind::Lawsuit => "lawsuit",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            RemedyKind::Reconsideration => lang.pick("行政复议", "reconsideration"),
            RemedyKind::Lawsuit => lang.pick("行政诉讼", "lawsuit"),
        }
    }
}

/// How a remedy ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemedyOutcome {
    /// 维持；驳回诉讼请求
    Upheld,
    /// 变更、调解
    Changed,
    /// 撤销、确认违法或者无效
    Revoked,
    /// 不予受理、撤回、驳回起诉: not on the merits; it counts as unused.
    WithoutMerits,
    /// 撤销复议决定并恢复原决定的效力: what a reconsideration had brought down stands again.
    Revived,
}

impl RemedyOutcome {
    /// Every outcome, in the order of the form.
    pub const ALL: [RemedyOutcome; 5] = [
        RemedyOutcome::Upheld,
        RemedyOutcome::Changed,
        RemedyOutcome::Revoked,
        RemedyOutcome::WithoutMerits,
        RemedyOutcome::Revived,
    ];

    /// Those of a remedy against a measure or an order: nothing there can be brought back.
    pub const OF_A_CONTEST: [RemedyOutcome; 4] =
        [RemedyOutcome::Upheld, RemedyOutcome::Changed, RemedyOutcome::Revoked, RemedyOutcome::WithoutMerits];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            RemedyOutcome::Upheld => "upheld",
            RemedyOutcome::Changed => "changed",
            RemedyOutcome::Revoked => "revoked",
            RemedyOutcome::WithoutMerits => "without_merits",
            RemedyOutcome::Revived => "revived",
        }
    }

    /// What the outcome is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            RemedyOutcome::Upheld => lang.pick("维持或驳回请求", "upheld"),
            RemedyOutcome::Changed => lang.pick("变更或调解", "changed or mediated"),
            RemedyOutcome::Revoked => lang.pick("撤销、确认违法或无效", "revoked, unlawful or void"),
            RemedyOutcome::WithoutMerits => {
                lang.pick("不予受理、撤回或驳回起诉", "not accepted, withdrawn or dismissed")
            }
            RemedyOutcome::Revived => lang.pick(
                "法院撤销复议决定，恢复原决定效力",
                "a court revoked the ruling of the reconsideration: the decision stands again",
            ),
        }
    }
}

/// A reconsideration or suit against the decision; the act's day is the day on which its copy reached the bureau.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterRemedy {
    pub party: PartyId,
    pub remedy: RemedyKind,
    /// The government or the court, and its number.
    pub organ: Name,
    /// The day on which the party handed it in.
    pub applied_on: Day,
    /// Handled in the simplified procedure (复议法 art. 53): half the time to answer.
    #[serde(default)]
    pub simplified: bool,
    /// Enforcement was stopped by the organ; otherwise it goes on (art. 42, 56).
    #[serde(default)]
    pub stops_enforcement: bool,
    /// A suit against the ruling that brought the earlier decision down, although another stands by now. Where none
    /// does, a suit is against that ruling anyway.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub against_ruling: bool,
}

/// 行政复议答复书、行政诉讼答辩状, handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerRemedy {
    pub party: PartyId,
    /// What is answered; it gives the paper its word.
    pub remedy: RemedyKind,
    pub paper: Note,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// The remedy's end; the act's day is that of the service on the bureau.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndRemedy {
    pub party: PartyId,
    pub outcome: RemedyOutcome,
    /// Number and gist.
    pub paper: Note,
    /// The last day of performance that a judgment names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performance_until: Option<Day>,
    /// The suit against the ruling ended, not the remedy against the decision that stands by now, where both are
    /// under way.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub against_ruling: bool,
}

/// How a remedy ended, and when its paper was served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemedyResult {
    pub seq: u32,
    pub served_on: Day,
    pub outcome: RemedyOutcome,
    pub performance_until: Option<Day>,
}

/// One remedy against the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    pub seq: u32,
    pub kind: RemedyKind,
    pub applied_on: Day,
    /// The day on which the copy reached the bureau.
    pub copy_on: Day,
    pub simplified: bool,
    pub stops_enforcement: bool,
    /// A suit against the ruling that brought the decision down: the government answers it, not the bureau.
    pub against_ruling: bool,
    /// The day on which the bureau's answer was handed in.
    pub answered_on: Option<Day>,
    pub result: Option<RemedyResult>,
}

impl Remedy {
    /// The bureau's own clock.
    #[must_use]
    pub fn clock(&self) -> Clock {
        match (self.kind, self.simplified) {
            (RemedyKind::Reconsideration, false) => Clock::AnswerReconsideration,
            (RemedyKind::Reconsideration, true) => Clock::AnswerReconsiderationSimplified,
            (RemedyKind::Lawsuit, _) => Clock::AnswerLawsuit,
        }
    }

    /// Whether the organ took it up: the surcharge stands still then.
    #[must_use]
    pub fn was_accepted(&self) -> bool {
        !self.result.is_some_and(|result| result.outcome == RemedyOutcome::WithoutMerits)
    }
}

impl Track {
    /// Whether the bureau still owes an answer to a remedy that is under way.
    #[must_use]
    pub fn owes_answer(&self) -> bool {
        self.open_remedy().is_some_and(|remedy| remedy.answered_on.is_none() && !remedy.against_ruling)
    }

    /// The remedy that is under way (救济未决).
    #[must_use]
    pub fn open_remedy(&self) -> Option<&Remedy> {
        self.remedies.last().filter(|remedy| remedy.result.is_none())
    }

    /// How the decision fell by a ruling, revoked or changed, until what follows from it is recorded (row 27).
    #[must_use]
    pub fn fell(&self) -> Option<(RemedyKind, RemedyOutcome)> {
        let (last, result) = self.ruling()?;
        Some((last.kind, result.outcome))
    }

    /// The day on which that ruling was served on the bureau.
    #[must_use]
    pub fn fell_on(&self) -> Option<Day> {
        self.ruling().map(|(_, result)| result.served_on)
    }

    /// The last ruling that no revision has followed yet. A remedy that came afterwards does not undo it, unless the same
    /// way went on to its merits and upheld what was contested (行政诉讼法 art. 89: a judgment reversed on appeal), or a court
    /// let the decision stand again. Where a court took the ruling away and the reconsideration then ended without its
    /// merits, the decision stands as it was made.
    pub(super) fn ruling(&self) -> Option<(&Remedy, RemedyResult)> {
        self.progress.decided()?;
        let followed =
            |result: &RemedyResult| self.fallen.last().is_some_and(|fallen| fallen.seq > result.seq);
        let mut upheld = Vec::new();
        let mut is_given_up = false;
        for remedy in self.remedies.iter().rev() {
            let Some(result) = remedy.result else { continue };
            match result.outcome {
                RemedyOutcome::Upheld => upheld.push(remedy.kind),
                // A suit against a ruling brings down the ruling.
                RemedyOutcome::Revoked | RemedyOutcome::Changed if remedy.against_ruling => {
                    upheld.extend(is_given_up.then_some(RemedyKind::Reconsideration));
                }
                RemedyOutcome::Revoked | RemedyOutcome::Changed => {
                    let stands = !followed(&result) && !upheld.contains(&remedy.kind);
                    return stands.then_some((remedy, result));
                }
                RemedyOutcome::Revived if !upheld.contains(&remedy.kind) => return None,
                RemedyOutcome::WithoutMerits if remedy.kind == RemedyKind::Reconsideration => {
                    is_given_up = true;
                }
                RemedyOutcome::Revived | RemedyOutcome::WithoutMerits => {}
            }
        }
        None
    }

    pub(super) fn remedy_registered(mut self, facts: &RegisterRemedy, event: &Event) -> Self {
        let against_ruling = self.is_against_ruling(facts);
        let remedy = Remedy {
            seq: event.seq,
            kind: facts.remedy,
            applied_on: facts.applied_on,
            copy_on: event.on,
            simplified: facts.simplified,
            stops_enforcement: facts.stops_enforcement,
            against_ruling,
            answered_on: None,
            result: None,
        };
        if against_ruling && self.was_ordered_anew() {
            self.ruling_suit = Some(remedy);
        } else {
            self.remedies.push(remedy);
        }
        self
    }

    pub(super) fn remedy_answered(mut self, event: &Event) -> Self {
        if let Some(remedy) = self.remedies.last_mut() {
            remedy.answered_on = Some(event.on);
        }
        self
    }

    pub(super) fn remedy_ended(mut self, facts: &EndRemedy, event: &Event) -> Self {
        let revives = facts.outcome == RemedyOutcome::Revived;
        let result = Some(RemedyResult {
            seq: event.seq,
            served_on: event.on,
            outcome: facts.outcome,
            performance_until: facts.performance_until,
        });
        if self.is_of_ruling_suit(facts) {
            let suit = self.ruling_suit.take();
            if !revives {
                // What was decided anew is not touched by it.
                self.ended_ruling_suits.extend(suit.map(|suit| Remedy { result, ..suit }));
                return self;
            }
            self.remedies.extend(suit);
        }
        let mut track = if revives { self.stands_again(event) } else { self };
        if let Some(remedy) = track.remedies.last_mut() {
            remedy.result = result;
        }
        track
    }
}

impl Judge<'_> {
    pub(super) fn remedy_registrable(&self, track: &Track) -> Result<(), RefusalCode> {
        let may_sue_ruling = track.was_ordered_anew() && track.ruling_suit.is_none();
        match track.open_remedy() {
            _ if track.progress.decided().is_none() && track.brought_down_on().is_none() => {
                Err(RefusalCode::MissingFact { fact: Fact::DecisionToContest })
            }
            Some(_) if !may_sue_ruling => Err(RefusalCode::RemedyOpen),
            None if track.progress.decided().is_none() && track.ruling_suit.is_some() => {
                Err(RefusalCode::RemedyOpen)
            }
            _ => Ok(()),
        }
    }

    pub(super) fn remedy_answerable(&self, track: &Track) -> Result<(), RefusalCode> {
        match track.open_remedy() {
            Some(remedy) if remedy.answered_on.is_none() && !remedy.against_ruling => Ok(()),
            _ => Err(RefusalCode::MissingFact { fact: Fact::OpenRemedy }),
        }
    }

    pub(super) fn remedy_endable(&self, track: &Track) -> Result<(), RefusalCode> {
        match track.open_remedy() {
            Some(_) => Ok(()),
            None if track.ruling_suit.is_some() => Ok(()),
            None => Err(RefusalCode::MissingFact { fact: Fact::OpenRemedy }),
        }
    }

    /// The answer goes where the remedy lies.
    pub(super) fn answer_remedy(&self, facts: &AnswerRemedy) -> Result<(), RefusalCode> {
        match self.track(facts.party)?.open_remedy() {
            Some(remedy) if remedy.kind == facts.remedy => Ok(()),
            _ => Err(RefusalCode::MissingFact { fact: Fact::OpenRemedy }),
        }
    }

    /// The party applies between the decision and the day on which the copy came.
    pub(super) fn register_remedy(&self, facts: &RegisterRemedy) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        let against_ruling = track.is_against_ruling(facts);
        let is_open = match against_ruling && track.was_ordered_anew() {
            true => track.ruling_suit.is_some(),
            false => track.open_remedy().is_some(),
        };
        if is_open {
            return Err(RefusalCode::RemedyOpen);
        }
        if facts.against_ruling && !against_ruling {
            return Err(RefusalCode::MissingFact { fact: Fact::Ruling });
        }
        let contested = match track.progress.decided() {
            _ if against_ruling && track.was_ordered_anew() => track.brought_down_on().unwrap_or(self.on),
            Some(decided) => decided.on,
            None if facts.remedy == RemedyKind::Lawsuit => track.brought_down_on().unwrap_or(self.on),
            None => return Err(RefusalCode::MissingFact { fact: Fact::DecisionToContest }),
        };
        if facts.applied_on < contested || facts.applied_on > self.on {
            return Err(RefusalCode::MissingFact { fact: Fact::DayOfRemedy });
        }
        if facts.simplified && facts.remedy == RemedyKind::Lawsuit {
            return Err(RefusalCode::MissingFact { fact: Fact::ReconsiderationOnly });
        }
        Ok(())
    }
}
