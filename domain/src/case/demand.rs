//! The demand (催告): row 23; 行政强制法 art. 35, 38, 54.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Event, Method, Note, ServedOn, Service, Track, clocks};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};

/// 履行行政处罚决定催告书, served by the officers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    pub party: PartyId,
    #[serde(flatten)]
    pub service: Service,
    /// Direct service is tried first (强制法 art. 38): what came of it, for any other way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direct_tried: Option<Note>,
    /// 道商催告〔2026〕2号; given when the event is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// A demand that was served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demanded {
    pub seq: u32,
    pub served: ServedOn,
}

impl Judge<'_> {
    /// The gates that need no facts.
    pub(super) fn demandable(&self, track: &Track) -> Result<(), RefusalCode> {
        self.enforceable(track)?;
        self.pay_over(track)?;
        match self.demand_ends(track) {
            Some(until) if self.on <= until => Err(RefusalCode::DemandRunning { until }),
            _ => Ok(()),
        }
    }

    pub(super) fn demand(&self, facts: &Demand) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        let direct = matches!(facts.service.method, Method::Direct { .. } | Method::Left { .. });
        if !direct && facts.direct_tried.is_none() {
            return Err(RefusalCode::MissingFact { fact: Fact::DirectServiceTried });
        }
        self.service(track.party.kind, &facts.service, track.progress.since())
    }

    /// The last day of the demand that was served, rolled.
    pub(super) fn demand_ends(&self, track: &Track) -> Option<Day> {
        let demand = track.enforcement.demand.as_ref()?;
        clocks::demand_term(demand, &self.context).map(|deadline| deadline.last_day)
    }
}

impl Track {
    pub(super) fn demanded(mut self, facts: &Demand, event: &Event) -> Self {
        let served = ServedOn { on: event.on, service: facts.service.clone() };
        self.enforcement.demand = Some(Demanded { seq: event.seq, served });
        self
    }
}
