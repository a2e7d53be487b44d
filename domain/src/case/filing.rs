//! Filing and not filing (立案、不予立案): rows 2 and 3, and who is added until the conclusion.

use serde::{Deserialize, Serialize};

use super::judge::{Judge, parties_named};
use super::{Body, Case, Event, Filed, NotFiled, Note, Officers, Party, Progress, Track, UnlawfulAct};
use crate::Lang;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};

/// 立案: the parties with their unlawful acts, and the two officers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    pub parties: Vec<Party>,
    pub officers: Officers,
}

/// Why nothing is filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NonFilingGround {
    NoUnlawfulAct,
    NotOurs,
    TimeBarred,
    SlightMendedNoHarm,
    FiledAlready,
}

impl NonFilingGround {
    /// Every ground, in the order of the form.
    pub const ALL: [NonFilingGround; 5] = [
        NonFilingGround::NoUnlawfulAct,
        NonFilingGround::NotOurs,
        NonFilingGround::TimeBarred,
        NonFilingGround::SlightMendedNoHarm,
        NonFilingGround::FiledAlready,
    ];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            NonFilingGround::NoUnlawfulAct => "no_unlawful_act",
            NonFilingGround::NotOurs => "not_ours",
            NonFilingGround::TimeBarred => "time_barred",
            NonFilingGround::SlightMendedNoHarm => "slight_mended_no_harm",
            NonFilingGround::FiledAlready => "filed_already",
        }
    }

    /// What the ground is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            NonFilingGround::NoUnlawfulAct => lang.pick("没有违法事实", "no unlawful act"),
            NonFilingGround::NotOurs => lang.pick("不属于本局管辖", "not within our power"),
            NonFilingGround::TimeBarred => lang.pick("超过追责时效", "limitation period is over"),
            NonFilingGround::SlightMendedNoHarm => {
                lang.pick("轻微并及时改正，没有危害后果", "slight, mended in time, no harm")
            }
            NonFilingGround::FiledAlready => lang.pick("已有单位立案", "filed elsewhere already"),
        }
    }
}

/// 不予立案
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefuseFiling {
    pub ground: NonFilingGround,
    pub reason: Note,
}

/// 追加当事人
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddParty {
    pub party: Party,
}

/// 追加违法行为
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddUnlawfulAct {
    pub party: PartyId,
    pub act: UnlawfulAct,
}

/// 变更承办人
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeOfficers {
    pub officers: Officers,
    pub reason: Note,
}

impl Judge<'_> {
    pub(super) fn file(&self, facts: &File) -> Result<(), RefusalCode> {
        if facts.parties.is_empty() {
            return Err(RefusalCode::MissingFact { fact: Fact::Party });
        }
        parties_named(&facts.parties)?;
        facts.parties.iter().try_for_each(|party| self.nothing_decided_on(party.id))?;
        let parties: Vec<&Party> = facts.parties.iter().collect();
        for party in &facts.parties {
            self.party_with_acts(party, &parties)?;
        }
        self.two_officers(facts.officers)
    }

    /// Nobody is filed against, or penalised on the spot, who has a way in the case already.
    pub(super) fn nothing_decided_on(&self, party: PartyId) -> Result<(), RefusalCode> {
        match self.case.and_then(|case| case.track(party)) {
            Some(track) if !track.is_suspected() => {
                Err(RefusalCode::MissingFact { fact: Fact::AnotherParty })
            }
            _ => Ok(()),
        }
    }

    pub(super) fn add_party(&self, facts: &AddParty) -> Result<(), RefusalCode> {
        if self.case_has_party(facts.party.id) {
            return Err(RefusalCode::MissingFact { fact: Fact::AnotherParty });
        }
        let known = self.case.map(Case::parties).unwrap_or_default();
        let parties: Vec<&Party> = known.into_iter().chain([&facts.party]).collect();
        self.party_with_acts(&facts.party, &parties)
    }

    pub(super) fn add_unlawful_act(&self, facts: &AddUnlawfulAct) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        self.distinct(&facts.act, &track.party.acts)?;
        self.unlawful_act(&facts.act, &self.case.map(Case::parties).unwrap_or_default())
    }

    /// `parties`: all of the case, this one among them.
    pub(super) fn party_with_acts(&self, party: &Party, parties: &[&Party]) -> Result<(), RefusalCode> {
        if party.acts.is_empty() {
            return Err(RefusalCode::MissingFact { fact: Fact::UnlawfulAct });
        }
        party.acts.iter().try_for_each(|act| {
            self.distinct(act, &party.acts)?;
            self.unlawful_act(act, parties)
        })
    }
}

impl Case {
    /// With penalties on the spot before it, the filing is of the parties that it names alone.
    pub(super) fn filed(mut self, facts: &File, event: &Event) -> Self {
        self.people.officers_are(facts.officers);
        let (on, by, officers) = (event.on, event.by, facts.officers);
        let before = match self.body {
            Body::Filed(before) => Some(before),
            _ => None,
        };
        let is_later = before.as_ref().is_some_and(|before| before.is_ordinary);
        let fresh = Filed { on, by, officers, is_ordinary: true, tracks: Vec::new() };
        let mut filed = match before {
            Some(before) if is_later => Filed { officers, ..before },
            Some(before) => Filed { tracks: before.tracks, ..fresh },
            None => fresh,
        };
        for party in &facts.parties {
            let track = Track::filed(party.clone(), on);
            filed.decided_on(Track { filed_on: is_later.then_some(on), ..track });
        }
        self.body = Body::Filed(filed);
        self
    }

    /// Of a clue that led to penalties on the spot, nobody is filed against who is left.
    pub(super) fn not_filed(mut self, facts: &RefuseFiling, event: &Event) -> Self {
        let not_filed = NotFiled { on: event.on, ground: facts.ground };
        match &mut self.body {
            Body::Filed(filed) => {
                for track in filed.tracks.iter_mut().filter(|track| track.is_suspected()) {
                    track.progress = Progress::NotFiled(not_filed);
                }
            }
            body => *body = Body::NotFiled(not_filed),
        }
        self
    }
}

impl Track {
    pub(super) fn filed(party: Party, on: crate::Day) -> Self {
        Track::begin(party, Progress::Filed { on })
    }
}

impl Filed {
    /// One of the suspects goes its own way; one whom the clue did not name comes last.
    pub(super) fn decided_on(&mut self, track: Track) {
        match self.tracks.iter_mut().find(|one| one.party.id == track.party.id) {
            Some(suspected) => *suspected = track,
            None => self.tracks.push(track),
        }
    }

    /// A party that comes later stands where the investigation stands.
    pub(super) fn add_party(&mut self, party: Party, on: crate::Day) {
        let investigating =
            self.tracks.iter().any(|track| matches!(track.progress, Progress::Investigating { .. }));
        let progress = if investigating { Progress::Investigating { on } } else { Progress::Filed { on } };
        self.tracks.push(Track::begin(party, progress));
    }
}
