//! What goes with a transfer: the sender's events as they were, frozen. While the answer is open, what the sender does
//! with things that go along is added (§1.6); from the answer on nothing in it ever changes again.

use serde::{Deserialize, Serialize};

use super::{
    Act, Case, ClueSource, EarlierWarning, Entry, Event, Measure, Name, OpenTransfer, Party, RegisterClue,
    TransferredIn, taken_back,
};
use crate::id::{PartyId, PersonId, TransferId};
use crate::{Day, Instant};

/// The version of the bundle's JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum BundleVersion {
    /// The first form.
    #[default]
    #[serde(rename = "1")]
    One,
}

/// One event of the sender, with the name of who recorded it: the receiver knows no person of the sender's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundledEvent {
    pub seq: u32,
    pub on: Day,
    pub at: Instant,
    pub by: Name,
    #[serde(flatten)]
    pub act: Act,
    #[serde(default)]
    pub entry: Entry,
}

/// The case as it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    pub version: BundleVersion,
    /// The sender's name.
    pub from: Name,
    /// The number of the sender's case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Name>,
    /// The day on which the act was discovered (art. 36).
    pub discovered: Day,
    /// Those who go, as they stand in the sender's case.
    pub parties: Vec<Party>,
    pub events: Vec<BundledEvent>,
    /// What is sealed, seized or registered and goes along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
}

impl Bundle {
    /// The bundle of the named parties, or of a clue that goes whole. Where others stay, what concerns only them stays
    /// too.
    #[must_use]
    pub fn of(
        case: &Case,
        events: &[Event],
        named: &[PartyId],
        from: &Name,
        who: impl Fn(PersonId) -> Name,
    ) -> Self {
        let goes = |party: &Party| named.is_empty() || named.contains(&party.id);
        let parties: Vec<Party> = case.parties().into_iter().filter(|party| goes(party)).cloned().collect();
        let others = parties.len() < case.parties().len();
        let bundled = |event: &Event| BundledEvent {
            seq: event.seq,
            on: event.on,
            at: event.at,
            by: who(event.by),
            act: if others { narrowed(&event.act, named) } else { event.act.clone() },
            entry: event.entry.clone(),
        };
        Bundle {
            version: BundleVersion::One,
            from: from.clone(),
            number: case.clue.number.as_deref().and_then(|number| Name::parse(number).ok()),
            discovered: case.discovered(),
            parties,
            events: events.iter().filter(|event| concerns(case, &event.act, named)).map(bundled).collect(),
            measures: Vec::new(),
        }
    }

    /// The bundle of an open transfer as it stands now: what was sent, and what was done since with things that go along.
    /// What the sender took back in the meantime is left out.
    #[must_use]
    pub fn again(
        case: &Case,
        events: &[Event],
        open: &OpenTransfer,
        from: &Name,
        who: impl Fn(PersonId) -> Name,
    ) -> Self {
        let gone = taken_back(events);
        let stays = |event: &&Event| {
            event.seq < open.seq || (open.shows(case, &event.act) && !gone.contains(&event.seq))
        };
        let kept: Vec<Event> = events.iter().filter(stays).cloned().collect();
        let bundle = Bundle::of(case, &kept, &open.parties, from, who);
        if open.takes_over { bundle.with_measures(case, &open.parties) } else { bundle }
    }

    /// The same, with what is held of those who go: the receiver takes it over.
    #[must_use]
    pub fn with_measures(mut self, case: &Case, named: &[PartyId]) -> Self {
        self.measures = case.sent_along(named).filter(|measure| measure.is_unsettled()).cloned().collect();
        self
    }

    /// Whether something that goes along is held: then the receiver confirms it, or the sender lifts it (§1.6).
    #[must_use]
    pub fn asks_to_confirm(&self) -> bool {
        self.measures.iter().any(Measure::is_open)
    }

    /// The clue with which the receiver's own case begins. The link into the sender's register stays there.
    #[must_use]
    pub fn clue(&self, transfer: TransferId) -> Option<RegisterClue> {
        let Act::RegisterClue(clue) = &self.events.first()?.act else { return None };
        // The receiver has no such case.
        let unlinked_warning = |warning| EarlierWarning { case: None, ..warning };
        let unlinked = |party: &Party| Party { establishment: None, ..party.clone() };
        Some(RegisterClue {
            source: ClueSource::TransferredIn,
            suspicion: clue.suspicion.clone(),
            place: clue.place.clone(),
            number: None,
            parties: self.parties.iter().map(unlinked).collect(),
            earlier_warning: clue.earlier_warning.clone().map(unlinked_warning),
            transferred: Some(TransferredIn {
                transfer,
                from: self.from.clone(),
                number: self.number.clone(),
                discovered: self.discovered,
                measures: self.measures.clone(),
            }),
        })
    }
}

/// Whether an act says anything about those who go.
fn concerns(case: &Case, act: &Act, named: &[PartyId]) -> bool {
    let parties = match act {
        Act::AddParty(facts) => vec![facts.party.id],
        Act::Correct(facts) => return concerns(case, &facts.old, named),
        other if other.kind().is_of_a_contest() => case.contested_party(other).into_iter().collect(),
        other => other.parties(),
    };
    named.is_empty() || parties.is_empty() || parties.iter().any(|party| named.contains(party))
}

/// An act without what it says of those who stay.
fn narrowed(act: &Act, named: &[PartyId]) -> Act {
    let mut act = act.clone();
    match &mut act {
        Act::RegisterClue(facts) => facts.parties.retain(|party| named.contains(&party.id)),
        Act::File(facts) => facts.parties.retain(|party| named.contains(&party.id)),
        Act::Conclude(facts) => facts.proposals.retain(|proposal| named.contains(&proposal.party)),
        Act::Correct(facts) => {
            *facts.old = narrowed(&facts.old, named);
            *facts.new = narrowed(&facts.new, named);
        }
        _ => {}
    }
    act
}
