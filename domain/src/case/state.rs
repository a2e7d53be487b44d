//! The state of a case: what its events made of it. States are enums that carry their facts.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    ActKind, Application, Archived, AtCourt, Concluded, Contest, CrimeTransfer, Decided, Defended,
    Deliberated, Enforcement, Event, Executing, Fallen, Heard, Hearing, Measure, Name, NonFilingGround, Note,
    Notified, Officers, OpenTransfer, Party, PartyProposal, Publication, RecordEntry, Recusal, RegisterClue,
    Remedy, Revival, RevocationProposal, Served, Stage, Told, Transferred, WithdrawalGround,
};
use crate::Day;
use crate::id::{PartyId, PersonId};
use crate::refusal::{Refusal, RefusalCode};

/// A case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The number of the last event: the optimistic version.
    pub seq: u32,
    /// The day on which the clue was received.
    pub received: Day,
    pub clue: RegisterClue,
    /// The head has lengthened the time to verify the clue: when, and why.
    pub verification_extended: Option<(Day, Note)>,
    pub body: Body,
    pub records: Vec<RecordEntry>,
    /// Sealed, seized and registered things, in the order in which they were taken.
    pub measures: Vec<Measure>,
    pub people: People,
    /// Requests that somebody stands aside, the latest last.
    pub recusals: Vec<Recusal>,
    /// Transfers without an answer.
    pub transfers: Vec<OpenTransfer>,
    /// Remedies against measures and orders, the latest last.
    pub contests: Vec<Contest>,
    /// Suspected crimes, from their report on; the latest last.
    pub crimes: Vec<CrimeTransfer>,
    /// The dossier in the archive; none before, and once the case was opened again.
    pub archived: Option<Archived>,
    /// The events with their corrections applied, corrections included, oldest first.
    pub log: Vec<Event>,
}

/// Before the filing, instead of it, and after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    Clue,
    NotFiled(NotFiled),
    ClosedUnfiled {
        was: NotFiled,
        on: Day,
    },
    Transferred(Transferred),
    ClosedTransferred {
        was: Transferred,
        on: Day,
    },
    /// A clue that was reported as a suspected crime.
    Criminal {
        on: Day,
    },
    ClosedCriminal {
        on: Day,
    },
    /// Its first entry was taken back, and with it all that rested on it.
    TakenBack {
        on: Day,
    },
    Filed(Filed),
}

/// Not filed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotFiled {
    pub on: Day,
    pub ground: NonFilingGround,
}

/// A filed case: its officers, and where each party stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// The day of the filing; while nobody was filed against, that of the first penalty on the spot.
    pub on: Day,
    /// Somebody was filed against: not so while all that happened are penalties on the spot.
    pub is_ordinary: bool,
    pub by: PersonId,
    pub officers: Officers,
    pub tracks: Vec<Track>,
}

/// One party's way through the procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    pub party: Party,
    pub progress: Progress,
    /// The day on which the party was filed against by itself, after the case; none: with the case.
    pub filed_on: Option<Day>,
    /// The penalty that the party has answered before; it stays through a supplementary investigation.
    pub defended: Option<Defended>,
    /// The event by which a hearing ended, held or given up; it stays when the party is told anew.
    pub heard: Option<u32>,
    /// Plan, demand, suspension and court.
    pub enforcement: Enforcement,
    /// Reconsiderations and suits against the decision, the latest last.
    pub remedies: Vec<Remedy>,
    /// A suit against the ruling that brought an earlier decision down, under way while another is made or stands.
    pub ruling_suit: Option<Remedy>,
    /// Such suits that ended and brought nothing back, the latest last.
    pub ended_ruling_suits: Vec<Remedy>,
    /// Proposals to others to revoke a licence, the latest last.
    pub revocations: Vec<RevocationProposal>,
    /// Decisions that were revised, the latest last.
    pub fallen: Vec<Fallen>,
    /// Judgments that let a decision stand again, the latest last.
    pub revivals: Vec<Revival>,
    /// The days on which publications were withdrawn.
    pub unpublished: Vec<Day>,
    /// What was done about the publication of decisions, the latest last.
    pub publications: Vec<Publication>,
    /// For reconsideration, handed in through the bureau.
    pub application: Option<Application>,
}

impl Track {
    /// Whether nothing was decided on the party since the clue.
    #[must_use]
    pub fn is_suspected(&self) -> bool {
        matches!(self.progress, Progress::Suspected { .. })
    }

    /// Whether the party was filed against: not so one that was only ever suspected.
    pub(super) fn was_filed(&self) -> bool {
        let last = self.progress.before_closure();
        let last = last.before_the_police().unwrap_or(last);
        !matches!(last, Progress::Suspected { .. } | Progress::NotFiled(_))
    }

    /// A party at the beginning of its way.
    #[must_use]
    pub fn begin(party: Party, progress: Progress) -> Self {
        Track {
            party,
            progress,
            filed_on: None,
            defended: None,
            heard: None,
            enforcement: Enforcement::default(),
            remedies: Vec::new(),
            ruling_suit: None,
            ended_ruling_suits: Vec::new(),
            revocations: Vec::new(),
            fallen: Vec::new(),
            revivals: Vec::new(),
            unpublished: Vec::new(),
            publications: Vec::new(),
            application: None,
        }
    }
}

/// Where one party stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Progress {
    /// Named by the clue beside one who was penalised on the spot: to be filed against, penalised on the spot or not filed.
    Suspected {
        on: Day,
    },
    NotFiled(NotFiled),
    Filed {
        on: Day,
    },
    Investigating {
        on: Day,
    },
    Concluded(Concluded),
    Notified(Notified),
    Hearing(Hearing),
    Heard(Heard),
    Deliberated(Deliberated),
    Decided(Decided),
    Served(Served),
    Executing(Executing),
    AtCourt(AtCourt),
    Transferred {
        on: Day,
        to: Name,
    },
    /// Reported as a suspected crime before anything was decided; it may come back to where it was.
    Criminal {
        on: Day,
        was: Box<Progress>,
    },
    Withdrawn {
        on: Day,
        ground: WithdrawalGround,
    },
    /// Its decision was revoked; it stands inside `Closed`.
    Revoked {
        on: Day,
        was: Box<Progress>,
    },
    Closed {
        on: Day,
        was: Box<Progress>,
    },
}

/// Everybody who had a part in the case; the parts exclude each other (四眼).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    pub officers: Vec<PersonId>,
    pub reviewers: Vec<PersonId>,
    /// Hosts of hearings (听证主持人).
    pub hosts: Vec<PersonId>,
    pub deciders: Vec<PersonId>,
}

impl People {
    /// A host stands for the hearing that he is appointed for; one who was replaced before it has no part any more.
    pub(super) fn host_is(&mut self, host: PersonId, body: &Body) {
        let tracks = match body {
            Body::Filed(filed) => filed.tracks.as_slice(),
            _ => &[],
        };
        let hosted = |person: &PersonId| {
            tracks.iter().any(|track| {
                let heard = track.progress.heard().and_then(|heard| heard.hearing.appointment.as_ref());
                heard.is_some_and(|appointment| appointment.host == *person)
            })
        };
        self.hosts.retain(hosted);
        self.hosts.push(host);
    }

    pub(super) fn officers_are(&mut self, officers: Officers) {
        for person in [officers.lead, officers.second] {
            if !self.officers.contains(&person) {
                self.officers.push(person);
            }
        }
    }
}

impl Progress {
    /// The stage's name.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match self {
            Progress::Suspected { .. } => Stage::Clue,
            Progress::NotFiled(_) => Stage::NotFiled,
            Progress::Filed { .. } => Stage::Filed,
            Progress::Investigating { .. } => Stage::Investigating,
            Progress::Concluded(_) => Stage::Concluded,
            Progress::Notified(_) => Stage::Notified,
            Progress::Hearing(_) => Stage::Hearing,
            Progress::Heard(_) => Stage::Heard,
            Progress::Deliberated(_) => Stage::Deliberated,
            Progress::Decided(_) => Stage::Decided,
            Progress::Served(_) => Stage::Served,
            Progress::Executing(_) => Stage::Executing,
            Progress::AtCourt(_) => Stage::AtCourt,
            Progress::Transferred { .. } => Stage::Transferred,
            Progress::Criminal { .. } => Stage::Criminal,
            Progress::Withdrawn { .. } => Stage::Withdrawn,
            Progress::Revoked { was, .. } => was.stage(),
            Progress::Closed { .. } => Stage::Closed,
        }
    }

    /// The day of what brought the party here: nothing that follows may lie before it.
    #[must_use]
    pub fn since(&self) -> Day {
        match self {
            Progress::NotFiled(was) => was.on,
            Progress::Suspected { on }
            | Progress::Filed { on }
            | Progress::Investigating { on }
            | Progress::Transferred { on, .. }
            | Progress::Criminal { on, .. }
            | Progress::Withdrawn { on, .. }
            | Progress::Revoked { on, .. }
            | Progress::Closed { on, .. } => *on,
            Progress::Concluded(concluded) => concluded
                .reviews
                .iter()
                .map(|review| review.on)
                .chain(concluded.notice.as_ref().map(|notice| notice.on))
                .max()
                .unwrap_or(concluded.on),
            Progress::Notified(notified) => notified.served.on,
            Progress::Hearing(hearing) => hearing.since(),
            Progress::Heard(heard) => heard.on.max(heard.hearing.notified.heard_until()),
            Progress::Deliberated(deliberated) => deliberated.on,
            Progress::Decided(decided) => decided.since(),
            Progress::Served(served) => served.since(),
            Progress::AtCourt(at_court) => at_court.on,
            Progress::Executing(executing) => {
                let paid = executing.payments.iter().map(|payment| payment.on);
                let done = executing.performances.iter().map(|performance| performance.on);
                paid.chain(done).fold(executing.served.since(), Day::max)
            }
        }
    }

    /// The decision, once there is one.
    #[must_use]
    pub fn decided(&self) -> Option<&Decided> {
        match self {
            Progress::Decided(decided) => Some(decided),
            Progress::Served(served) => Some(&served.decided),
            Progress::Executing(executing) => Some(&executing.served.decided),
            Progress::AtCourt(at_court) => Some(&at_court.executing.served.decided),
            Progress::Closed { was, .. } => was.decided(),
            _ => None,
        }
    }

    /// The decision's service, once it was served.
    #[must_use]
    pub fn served(&self) -> Option<&Served> {
        match self {
            Progress::Served(served) => Some(served),
            Progress::Executing(executing) => Some(&executing.served),
            Progress::AtCourt(at_court) => Some(&at_court.executing.served),
            Progress::Closed { was, .. } => was.served(),
            _ => None,
        }
    }

    /// The notice, once it was served.
    #[must_use]
    pub fn notified(&self) -> Option<&Notified> {
        match self {
            Progress::Notified(notified) => Some(notified),
            Progress::Hearing(hearing) => Some(&hearing.notified),
            Progress::Heard(heard) => Some(&heard.hearing.notified),
            Progress::Deliberated(deliberated) => Some(deliberated.told.notified()),
            other => other.decided().and_then(Decided::notice),
        }
    }

    /// The hearing, once it was asked for or granted.
    #[must_use]
    pub fn hearing(&self) -> Option<&Hearing> {
        match self {
            Progress::Hearing(hearing) => Some(hearing),
            other => other.heard().map(|heard| &heard.hearing),
        }
    }

    /// How the hearing ended, once it has.
    #[must_use]
    pub fn heard(&self) -> Option<&Heard> {
        match self {
            Progress::Heard(heard) => Some(heard),
            Progress::Deliberated(deliberated) => deliberated.told.heard(),
            other => other.decided().and_then(|decided| decided.told.as_deref()?.heard()),
        }
    }

    /// What the party was told and how it was heard, while nothing is decided and no hearing is under way.
    #[must_use]
    pub fn told(&self) -> Option<Told> {
        match self {
            Progress::Notified(notified) => Some(Told::Notified(notified.clone())),
            Progress::Heard(heard) => Some(Told::Heard(heard.clone())),
            Progress::Deliberated(deliberated) => Some(deliberated.told.clone()),
            _ => None,
        }
    }

    pub(super) fn notified_mut(&mut self) -> Option<&mut Notified> {
        match self {
            Progress::Notified(notified) => Some(notified),
            Progress::Hearing(hearing) => Some(&mut hearing.notified),
            Progress::Heard(heard) => Some(&mut heard.hearing.notified),
            Progress::Deliberated(deliberated) => Some(deliberated.told.notified_mut()),
            _ => None,
        }
    }

    /// What the officers proposed, while nothing is decided.
    #[must_use]
    pub fn proposal(&self) -> Option<&PartyProposal> {
        match self {
            Progress::Concluded(concluded) => Some(&concluded.proposal),
            other => other.notified().map(|notified| &notified.concluded.proposal),
        }
    }

    pub(super) fn concluded_mut(&mut self) -> Option<&mut Concluded> {
        match self {
            Progress::Concluded(concluded) => Some(concluded),
            other => other.notified_mut().map(|notified| &mut notified.concluded),
        }
    }

    pub(super) fn refuses(&self, act: ActKind) -> Refusal {
        Refusal::new(act, RefusalCode::NotInThisState { stage: self.stage() })
    }
}

impl Case {
    /// Where the case stands: in the archive, or where its least advanced party stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if self.archived.is_some() { Stage::Archived } else { self.course_stage() }
    }

    /// Where its least advanced party stands. What may still be done with a closed case may be done with one in the
    /// archive.
    pub(super) fn course_stage(&self) -> Stage {
        match &self.body {
            Body::Clue => Stage::Clue,
            Body::NotFiled(_) => Stage::NotFiled,
            Body::Transferred(_) => Stage::Transferred,
            Body::Criminal { .. } => Stage::Criminal,
            Body::ClosedUnfiled { .. }
            | Body::ClosedTransferred { .. }
            | Body::ClosedCriminal { .. }
            | Body::TakenBack { .. } => Stage::Closed,
            Body::Filed(filed) => {
                filed.tracks.iter().map(|track| track.progress.stage()).min().unwrap_or(Stage::Filed)
            }
        }
    }

    /// The day on which the case ended for the last of its parties; none while it is open.
    #[must_use]
    pub fn closed_on(&self) -> Option<Day> {
        match &self.body {
            Body::ClosedUnfiled { on, .. }
            | Body::ClosedTransferred { on, .. }
            | Body::ClosedCriminal { on }
            | Body::TakenBack { on } => Some(*on),
            Body::Filed(filed) if self.course_stage() == Stage::Closed => {
                filed.tracks.iter().map(|track| track.progress.since()).max()
            }
            _ => None,
        }
    }

    /// Whether nobody was filed against yet: a clue, or one of whose suspects some were penalised on the spot.
    #[must_use]
    pub fn is_unfiled(&self) -> bool {
        match &self.body {
            Body::Clue => true,
            Body::Filed(filed) => !filed.is_ordinary,
            _ => false,
        }
    }

    /// Those on whom nothing is decided: the suspects of a clue, of one that led to penalties on the spot those left.
    pub fn suspects(&self) -> impl Iterator<Item = &Party> {
        let clue = matches!(self.body, Body::Clue).then_some(self.clue.parties.as_slice());
        let left = self.tracks().iter().filter(|track| track.is_suspected()).map(|track| &track.party);
        clue.into_iter().flatten().chain(left)
    }

    /// The filed case, once it is one.
    #[must_use]
    pub fn filing(&self) -> Option<&Filed> {
        match &self.body {
            Body::Filed(filed) => Some(filed),
            _ => None,
        }
    }

    /// Everybody who worked on the case as an officer, entry by entry, be it before the filing or once only.
    #[must_use]
    pub fn officers_ever(&self) -> BTreeSet<PersonId> {
        let named = self.log.iter().filter_map(|event| event.act.officers());
        let named = named.flat_map(|two| [two.lead, two.second]);
        self.people.officers.iter().copied().chain(named).collect()
    }

    /// The parties against whom this bureau has filed, each with the days of its acts, as far as the bureau has the case
    /// still or has decided it (行政处罚法 art. 25).
    #[must_use]
    pub fn filings(&self) -> BTreeSet<(PartyId, Day)> {
        let left = |progress: &Progress| {
            let last = if let Progress::Closed { was, .. } = progress { was } else { progress };
            matches!(
                last,
                Progress::Suspected { .. }
                    | Progress::NotFiled(_)
                    | Progress::Transferred { .. }
                    | Progress::Withdrawn { .. }
            )
        };
        let tracks = self.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
        let had = tracks.iter().filter(|track| !left(&track.progress)).map(|track| &track.party);
        had.flat_map(|party| party.acts.iter().map(|act| (party.id, act.on))).collect()
    }

    /// A party's way, if the case has the party.
    #[must_use]
    pub fn track(&self, party: PartyId) -> Option<&Track> {
        self.filing()?.tracks.iter().find(|track| track.party.id == party)
    }

    /// The parties that the clue names and nobody has filed against yet.
    pub fn clue_parties_left(&self) -> impl Iterator<Item = &Party> {
        self.clue.parties.iter().filter(|party| self.filing().is_some() && self.track(party.id).is_none())
    }

    /// The parties: those filed against, before that those of the clue.
    #[must_use]
    pub fn parties(&self) -> Vec<&Party> {
        match &self.body {
            Body::Filed(filed) => filed.tracks.iter().map(|track| &track.party).collect(),
            _ => self.clue.parties.iter().collect(),
        }
    }
}
