//! What became of a suspected crime: its course, what the parties leave and where they come back to.

use serde::{Deserialize, Serialize};

use super::{Act, Body, Case, ContestBefore, Event, HandToPolice, Name, PoliceReply, Progress, Stage};
use crate::calendar::{Pause, PauseKind, Remark};
use crate::id::PartyId;
use crate::refusal::Refusal;
use crate::{Day, Instant};

/// One suspected crime, from the report on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrimeTransfer {
    /// The event that reported it.
    pub seq: u32,
    pub parties: Vec<PartyId>,
    pub crime: Name,
    pub reported_on: Day,
    pub approved: Option<CrimeApproved>,
    pub handed: Option<HandedToPolice>,
    /// What the police said, the latest last.
    pub replies: Vec<(Day, PoliceReply)>,
    pub contests: Vec<(Day, ContestBefore)>,
    /// The day on which the goods were with the police, or on which it was recorded that there were none.
    pub goods_on: Option<Day>,
    /// The day on which the parties came back to where they were.
    pub over: Option<Day>,
}

/// The chief has approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrimeApproved {
    pub on: Day,
    /// From when the hours run: the minute of the recording, else the beginning of the day.
    pub at: Instant,
}

/// The case is with the police.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedToPolice {
    pub on: Day,
    pub time: chrono::NaiveTime,
    pub organ: Name,
    pub letter: Option<Name>,
}

/// Where a suspected crime stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrimeStep {
    /// The chief is to decide.
    Reported,
    /// It is to be handed over.
    Approved,
    /// The police are to answer.
    WithPolice,
    /// The police did not file: the bureau contests it or goes on.
    Refused,
    /// The police filed.
    Filed,
    /// It came back.
    Over,
}

impl CrimeTransfer {
    /// Where it stands.
    #[must_use]
    pub fn step(&self) -> CrimeStep {
        if self.over.is_some() {
            return CrimeStep::Over;
        }
        match (self.approved, &self.handed, self.replies.last()) {
            (None, ..) => CrimeStep::Reported,
            (Some(_), None, _) => CrimeStep::Approved,
            (.., Some((_, PoliceReply::Filed))) => CrimeStep::Filed,
            (.., Some(_)) if self.replies.len() > self.contests.len() => CrimeStep::Refused,
            _ => CrimeStep::WithPolice,
        }
    }

    /// Whether a refusal was contested there already.
    #[must_use]
    pub fn contested(&self, before: ContestBefore) -> bool {
        self.contests.iter().any(|(_, one)| *one == before)
    }

    /// The day of the latest that happened to it, the goods included.
    pub(super) fn settled_on(&self) -> Day {
        self.goods_on.into_iter().fold(self.since(), Day::max)
    }

    /// The day of the latest that happened to it.
    pub(super) fn since(&self) -> Day {
        let replied = self.replies.iter().map(|(on, _)| *on);
        let contested = self.contests.iter().map(|(on, _)| *on);
        let days = [self.approved.map(|one| one.on), self.handed.as_ref().map(|one| one.on), self.over];
        days.into_iter().flatten().chain(replied).chain(contested).fold(self.reported_on, Day::max)
    }

    /// The day on which the police gave it back: their refusal, or the handing back. None while it is with them.
    #[must_use]
    pub fn back_on(&self) -> Option<Day> {
        match self.step() {
            CrimeStep::Refused | CrimeStep::Over => self.replies.last().map(|(on, _)| *on),
            _ => None,
        }
    }

    /// Since when the police have it and the bureau's own time stands still.
    pub(super) fn with_police_since(&self) -> Option<Day> {
        match self.step() {
            CrimeStep::WithPolice | CrimeStep::Filed => self.handed.as_ref().map(|handed| handed.on),
            _ => None,
        }
    }

    /// The days with the police, once it is back: the only pause of the time to decide.
    pub(super) fn pause(&self) -> Option<Pause> {
        let handed = self.handed.as_ref()?;
        let paper = handed.letter.as_ref().and_then(|letter| Remark::parse(letter.as_str()).ok());
        Some(Pause { kind: PauseKind::Police, from: handed.on, to: self.back_on()?, paper })
    }
}

impl Case {
    /// The last suspicion against a party; with no party, against whoever the clue is about.
    #[must_use]
    pub fn crime(&self, party: Option<PartyId>) -> Option<&CrimeTransfer> {
        let of = |crime: &&CrimeTransfer| match party {
            Some(party) => crime.parties.contains(&party) || crime.parties.is_empty(),
            None => crime.parties.is_empty(),
        };
        self.crimes.iter().rfind(of)
    }

    /// Whether a suspected crime of a party is under way. One that was decided on before stays where it stands, and is not
    /// decided on anew meanwhile when its decision falls (行政处罚法 art. 27).
    #[must_use]
    pub fn is_suspected_of_a_crime(&self, party: PartyId) -> bool {
        self.crime(Some(party)).is_some_and(|crime| crime.over.is_none())
    }

    /// Whether a court has fined a party for what was handed to the police (art. 35).
    #[must_use]
    pub fn criminally_fined(&self, party: Option<PartyId>) -> bool {
        let of = |crime: &&CrimeTransfer| {
            crime.parties.is_empty() || party.is_some_and(|party| crime.parties.contains(&party))
        };
        let fined = |(_, reply): &(Day, PoliceReply)| *reply == PoliceReply::HandedBack { fined: true };
        self.crimes.iter().filter(of).any(|crime| crime.replies.iter().any(fined))
    }

    /// The day since which a party is back where it was; nothing lies before it.
    pub(super) fn back_from_police(&self, party: Option<PartyId>) -> Option<Day> {
        self.crime(party).filter(|crime| crime.over.is_some()).map(CrimeTransfer::since)
    }

    /// Applies one of the acts about a suspected crime.
    pub(super) fn criminal(mut self, event: &Event) -> Result<Case, Refusal> {
        let on = event.on;
        let (transfer, ends) = match &event.act {
            Act::ReportCrime(facts) => {
                self.people.officers_are(facts.officers);
                self.crimes.push(CrimeTransfer {
                    seq: event.seq,
                    parties: facts.parties.clone(),
                    crime: facts.crime.clone(),
                    reported_on: on,
                    approved: None,
                    handed: None,
                    replies: Vec::new(),
                    contests: Vec::new(),
                    goods_on: None,
                    over: None,
                });
                return Ok(self.left_for_police(&facts.parties, on));
            }
            Act::DecideCrime(facts) => (facts.transfer, !facts.approved),
            Act::HandToPolice(facts) => (facts.transfer, false),
            Act::RecordPoliceReply(facts) => {
                (facts.transfer, matches!(facts.reply, PoliceReply::HandedBack { .. }))
            }
            Act::ContestRefusal(facts) => (facts.transfer, false),
            Act::HandGoods(facts) => (facts.transfer, false),
            Act::ResumeCase(facts) => (facts.transfer, true),
            _ => return Err(self.gap(event)),
        };
        let gap = self.gap(event);
        let crime = self.crimes.iter_mut().find(|crime| crime.seq == transfer).ok_or(gap)?;
        match &event.act {
            Act::DecideCrime(facts) if facts.approved => {
                crime.approved = Some(CrimeApproved { on, at: begins(event) });
            }
            Act::HandToPolice(facts) => {
                crime.handed = Some(handed(facts, on));
                crime.goods_on = facts.goods.then_some(on);
            }
            Act::RecordPoliceReply(facts) => crime.replies.push((on, facts.reply)),
            Act::ContestRefusal(facts) => crime.contests.push((on, facts.before)),
            Act::HandGoods(_) => crime.goods_on = Some(on),
            _ => {}
        }
        let (parties, goods_go) = (crime.parties.clone(), crime.goods_on == Some(on));
        if ends {
            crime.over = Some(on);
        }
        if goods_go {
            self.goods_go_along(&parties, on);
        }
        if !ends {
            return Ok(self);
        }
        self.goods_came_back(event.act.goods_back(), on);
        Ok(self.back_where_they_were(&parties))
    }

    /// Who has no decision yet leaves the state; the others stay where they are.
    fn left_for_police(mut self, parties: &[PartyId], on: Day) -> Case {
        match &mut self.body {
            Body::Clue => self.body = Body::Criminal { on },
            Body::Filed(filed) => {
                let named = filed.tracks.iter_mut().filter(|track| parties.contains(&track.party.id));
                for track in named.filter(|track| track.progress.stage() < Stage::Decided) {
                    let was = Box::new(track.progress.clone());
                    track.progress = Progress::Criminal { on, was };
                }
            }
            _ => {}
        }
        self
    }

    fn back_where_they_were(mut self, parties: &[PartyId]) -> Case {
        match &mut self.body {
            Body::Criminal { .. } | Body::ClosedCriminal { .. } => self.body = Body::Clue,
            Body::Filed(filed) => {
                for track in filed.tracks.iter_mut().filter(|track| parties.contains(&track.party.id)) {
                    if let Some(was) = track.progress.before_the_police() {
                        track.progress = was.clone();
                    }
                }
            }
            _ => {}
        }
        self
    }
}

impl Progress {
    /// Where a party stood that was reported for a crime, closed since or not.
    pub(super) fn before_the_police(&self) -> Option<&Progress> {
        match self {
            Progress::Criminal { was, .. } => Some(was),
            Progress::Closed { was, .. } => was.before_the_police(),
            _ => None,
        }
    }
}

fn handed(facts: &HandToPolice, on: Day) -> HandedToPolice {
    HandedToPolice { on, time: facts.time, organ: facts.organ.clone(), letter: facts.letter.clone() }
}

/// An approval that is recorded later counts from the beginning of its day, so that the hours never end too late.
fn begins(event: &Event) -> Instant {
    if event.at.day() == event.on {
        return event.at;
    }
    Instant::of_shanghai(event.on.and_time(chrono::NaiveTime::MIN))
}
