//! Publication of a decision (行政处罚决定公开): 行政处罚法 art. 48, 50.
//!
//! A decision of some effect on society is published within seven working days; why another is not, is recorded.

use serde::{Deserialize, Serialize};

use super::clocks::clock;
use super::judge::Judge;
use super::{Act, ActKind, CaseClock, ClockState, Context, Correct, Decided, Decision, Event, Note, Track};
use crate::calendar::Clock;
use crate::id::PartyId;
use crate::open::{Mask, Withdrawn, WithdrawnFor};
use crate::refusal::{Fact, RefusalCode};
use crate::{Day, Lang};

/// What becomes of a decision in public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Publicity {
    Published,
    /// A secret or privacy is touched (art. 50), or it has no effect on society (art. 48).
    NotPublic,
}

impl Publicity {
    /// Both, in the order of the form.
    pub const ALL: [Publicity; 2] = [Publicity::Published, Publicity::NotPublic];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Publicity::Published => "published",
            Publicity::NotPublic => "not_public",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Publicity::Published => lang.pick("已公开", "published"),
            Publicity::NotPublic => lang.pick("依法不公开", "not published by law"),
        }
    }
}

/// 公开处罚决定, or the reason why it is not made public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publish {
    pub party: PartyId,
    pub publicity: Publicity,
    /// Where it was published; of one that is not, the reason.
    pub course: Note,
    /// It is also put on the bureau's public page here, with this text of its facts and reasons, which its author has
    /// seen as it stands. None: elsewhere alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<Note>,
}

/// What was done about the publication of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// Its own event.
    pub seq: u32,
    pub on: Day,
    /// The event of the decision.
    pub decision: u32,
    pub publicity: Publicity,
    /// The text on the public page; none where it has no page here.
    pub open: Option<Note>,
    /// When and why its public page was withdrawn.
    pub withdrawn: Option<Withdrawn>,
}

impl Decided {
    /// Whether somebody has to see to its publication: a penalty of the ordinary procedure, decided here.
    #[must_use]
    pub fn is_to_be_published(&self) -> bool {
        let is_penalty = matches!(self.decision, Decision::Penalty(_));
        is_penalty && !self.procedure.is_simplified() && !self.on_paper
    }
}

impl Track {
    /// What was done about the publication of the decision that stands.
    #[must_use]
    pub fn publication(&self) -> Option<&Publication> {
        let decided = self.progress.before_closure().decided()?;
        // What stands again is published anew where it was withdrawn meanwhile.
        let withdrawn = |one: &Publication| {
            let between =
                |on: &Day| one.on <= *on && decided.revived_on.is_some_and(|revived| *on <= revived);
            decided.revived_on.is_some_and(|revived| one.on < revived) && self.unpublished.iter().any(between)
        };
        self.publications.iter().rfind(|one| one.decision == decided.seq && !withdrawn(one))
    }

    /// Whether somebody still has to see to the publication of the decision that stands.
    #[must_use]
    pub fn owes_publication(&self) -> bool {
        let decided = self.progress.before_closure().decided();
        let owed = decided.is_some_and(Decided::is_to_be_published);
        owed && self.publication().is_none() && self.fell_on().is_none()
    }

    pub(super) fn publish_clock(&self, context: &Context<'_>) -> Option<CaseClock> {
        let decided = self.progress.before_closure().decided().filter(|one| one.is_to_be_published())?;
        let state = match (self.publication(), self.fell_on()) {
            (Some(publication), _) => ClockState::Met { on: publication.on },
            (None, Some(on)) => ClockState::Ended { on },
            (None, None) => ClockState::Running,
        };
        // A changed decision was made and served in one.
        let served = self.progress.served().filter(|served| served.seq == decided.seq);
        let made = served.map_or(decided.on, |served| served.served.on);
        let start = match (self.publication(), decided.revived_on) {
            (Some(publication), Some(revived)) if publication.on < revived => made,
            (_, revived) => revived.into_iter().fold(made, Day::max),
        };
        clock(Clock::Publish, Some(self.party.id), start, state, context)
    }

    pub(super) fn published(mut self, facts: &Publish, event: &Event) -> Self {
        let decided = self.progress.before_closure().decided().map(|decided| decided.seq);
        self.publications.extend(decided.map(|decision| Publication {
            seq: event.seq,
            on: event.on,
            decision,
            publicity: facts.publicity,
            open: facts.open.clone(),
            withdrawn: None,
        }));
        self
    }

    /// The event of the decision that stands, fallen by no ruling.
    fn standing(&self) -> Option<u32> {
        let standing = self.progress.before_closure().decided().map(|decided| decided.seq);
        standing.filter(|_| self.fell_on().is_none())
    }

    /// Whether a page is public here whose decision stands no more.
    fn has_a_page_to_withdraw(&self) -> bool {
        let standing = self.standing();
        let is_left = |one: &Publication| Some(one.decision) != standing && one.withdrawn.is_none();
        self.publications.iter().any(|one| one.is_open() && is_left(one))
    }

    /// Every publication but that of the decision that stands is withdrawn.
    pub(super) fn unpublished_on(mut self, on: Day) -> Self {
        let standing = self.standing();
        let falls: Vec<WithdrawnFor> =
            self.publications.iter().map(|one| WithdrawnFor::of(&self, one.decision)).collect();
        for (one, why) in self.publications.iter_mut().zip(falls) {
            if Some(one.decision) != standing && one.withdrawn.is_none() {
                one.withdrawn = Some(Withdrawn { on, why });
            }
        }
        self.unpublished.push(on);
        self
    }
}

impl Judge<'_> {
    /// There is a penalty that nobody has seen to yet.
    pub(super) fn publishable(&self, track: &Track) -> Result<(), RefusalCode> {
        let decided = track.progress.before_closure().decided();
        match decided {
            Some(_) if track.fell_on().is_some() => Err(RefusalCode::DecisionFell),
            Some(_) if track.publication().is_some() => {
                Err(RefusalCode::DoneAlready { act: ActKind::Publish })
            }
            Some(decided) if matches!(decided.decision, Decision::Penalty(_)) => Ok(()),
            _ => Err(RefusalCode::MissingFact { fact: Fact::DecisionMade }),
        }
    }

    /// Whether the act puts a page before the public here or takes one away: it does so by being recorded.
    fn is_of_a_page(&self, act: &Act) -> bool {
        let open_page = |party| {
            let track = self.case.and_then(|case| case.track(party));
            track.is_some_and(Track::has_a_page_to_withdraw)
        };
        match act {
            Act::Publish(facts) => facts.open.is_some(),
            Act::Unpublish(facts) => open_page(facts.party),
            _ => false,
        }
    }

    /// What anybody reads from today on says no other day.
    pub(super) fn page_on_its_day(&self, act: &Act) -> Result<(), RefusalCode> {
        if self.on != self.context.today && self.is_of_a_page(act) {
            return Err(RefusalCode::MissingFact { fact: Fact::DayOfPublicPage });
        }
        Ok(())
    }

    /// A correction neither makes a public page, whose text its author would not have seen as it stands there, nor
    /// moves the day of one.
    pub(super) fn page_stays(&self, facts: &Correct) -> Result<(), RefusalCode> {
        let page = |act: &Act| matches!(act, Act::Publish(facts) if facts.open.is_some());
        if page(&facts.new) && !page(&facts.old) {
            return Err(RefusalCode::MissingFact { fact: Fact::PublicPage });
        }
        if facts.new_on != facts.old_on && (self.is_of_a_page(&facts.old) || self.is_of_a_page(&facts.new)) {
            return Err(RefusalCode::MissingFact { fact: Fact::DayOfPublicPage });
        }
        Ok(())
    }

    /// What goes on the public page holds nothing that may not be read there (art. 50).
    pub(super) fn publish(&self, facts: &Publish) -> Result<(), RefusalCode> {
        let Some(text) = facts.open.as_ref() else { return Ok(()) };
        let hides_all = self.case.is_some_and(|case| {
            Mask::of(case, self.context.members, case.seq).text(text.as_str()) == text.as_str()
        });
        match facts.publicity {
            Publicity::Published if hides_all => Ok(()),
            _ => Err(RefusalCode::MissingFact { fact: Fact::PersonsHidden }),
        }
    }
}
