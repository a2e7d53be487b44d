//! Hearing (听证): rows 11 and 12; 行政处罚法 art. 63–65.

use serde::{Deserialize, Serialize};

use super::{
    ActKind, Defended, Deliberated, Event, Name, Note, Notified, Progress, ServedOn, Service, Told, Track,
    Waiver,
};
use crate::id::{PartyId, PersonId};
use crate::refusal::Refusal;
use crate::{Day, Lang};

/// What the advance notice says of a hearing (art. 44, 63).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "hearing_right", rename_all = "snake_case")]
pub enum HearingRight {
    /// The law gives none, and none is offered.
    #[default]
    None,
    /// The law gives it.
    ByLaw,
    /// Offered although the law gives none, for a reason.
    Offered { reason: Note },
}

impl HearingRight {
    /// Whether nothing is told of a hearing.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == HearingRight::None
    }

    /// Whether the party may ask for a hearing.
    #[must_use]
    pub fn is_told(&self) -> bool {
        !self.is_none()
    }
}

/// 当事人要求听证
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestHearing {
    pub party: PartyId,
    /// How it was asked for, and what is disputed.
    pub request: Note,
}

/// The head holds a hearing that nobody can ask for any more, or that the law does not give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantHearing {
    pub party: PartyId,
    pub reason: Note,
}

/// An express waiver of the hearing in writing. A waiver of the defence is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiveHearing {
    pub party: PartyId,
    /// Who signed it, and where it lies.
    pub paper: Note,
}

/// The head names host, day and place: 听证通知书. One hearing may serve several parties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointHearing {
    pub parties: Vec<PartyId>,
    /// No investigator of the case, open to challenge (art. 64(4)).
    pub host: PersonId,
    pub day: Day,
    pub time: chrono::NaiveTime,
    pub place: Name,
    /// Held in public, unless a secret or privacy is touched (art. 64(3)): then why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_reason: Option<Note>,
    /// Why an earlier appointment does not stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postponed: Option<Note>,
    /// 道商听通〔2026〕3号; given when the event is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// The officers serve the hearing notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServeHearingNotice {
    pub party: PartyId,
    #[serde(flatten)]
    pub service: Service,
}

/// How a hearing ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum HearingOutcome {
    /// Held: record (笔录) and the host's report (art. 64(7), 65).
    Held { record: Note, report: Note },
    /// The party stayed away without good reason or left early: it counts as given up (art. 64(6)).
    Abandoned { how: Note },
    /// Withdrawn in writing.
    Withdrawn { paper: Note },
}

impl HearingOutcome {
    /// The word in a form.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            HearingOutcome::Held { .. } => "held",
            HearingOutcome::Abandoned { .. } => "abandoned",
            HearingOutcome::Withdrawn { .. } => "withdrawn",
        }
    }

    /// What the outcome is called.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &'static str {
        match self {
            HearingOutcome::Held { .. } => lang.pick("已举行", "held"),
            HearingOutcome::Abandoned { .. } => lang.pick("视为放弃", "given up"),
            HearingOutcome::Withdrawn { .. } => lang.pick("撤回要求", "request withdrawn"),
        }
    }
}

/// 举行听证, or its end without one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldHearing {
    pub parties: Vec<PartyId>,
    #[serde(flatten)]
    pub outcome: HearingOutcome,
}

/// The hearing as it was appointed last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// The day of the appointment itself.
    pub on: Day,
    pub seq: u32,
    pub host: PersonId,
    /// The day of the hearing.
    pub day: Day,
    /// How the notice of it reached the party; none: not served yet.
    pub served: Option<ServedOn>,
}

/// A party that will be heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    pub notified: Notified,
    /// The day on which the hearing was asked for or granted.
    pub on: Day,
    pub seq: u32,
    pub appointment: Option<Appointment>,
}

/// A party that was heard, or gave the hearing up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    pub hearing: Hearing,
    pub on: Day,
    pub seq: u32,
    pub outcome: HearingOutcome,
}

impl Hearing {
    /// The day of what was done last: nothing that follows may lie before it.
    #[must_use]
    pub fn since(&self) -> Day {
        let served = |one: &Appointment| one.served.as_ref().map_or(one.on, |served| served.on);
        let appointed = self.appointment.as_ref().map_or(self.on, served);
        appointed.max(self.notified.heard_until())
    }
}

impl Progress {
    pub(super) fn hear(self, act: ActKind, event: &Event) -> Result<Self, Refusal> {
        let notified = match self {
            Progress::Notified(notified)
            | Progress::Deliberated(Deliberated { told: Told::Notified(notified), .. }) => notified,
            other => return Err(other.refuses(act)),
        };
        Ok(Progress::Hearing(Hearing { notified, on: event.on, seq: event.seq, appointment: None }))
    }

    pub(super) fn waive_hearing(mut self, event: &Event) -> Result<Self, Refusal> {
        match &mut self {
            Progress::Notified(notified) => notified.hearing_waiver = Waiver::Given { on: event.on },
            other => return Err(other.refuses(ActKind::WaiveHearing)),
        }
        Ok(self)
    }

    pub(super) fn appoint_hearing(mut self, facts: &AppointHearing, event: &Event) -> Result<Self, Refusal> {
        match &mut self {
            Progress::Hearing(hearing) => {
                hearing.appointment = Some(Appointment {
                    on: event.on,
                    seq: event.seq,
                    host: facts.host,
                    day: facts.day,
                    served: None,
                });
            }
            other => return Err(other.refuses(ActKind::AppointHearing)),
        }
        Ok(self)
    }

    pub(super) fn serve_hearing_notice(
        mut self,
        facts: &ServeHearingNotice,
        event: &Event,
    ) -> Result<Self, Refusal> {
        let served = ServedOn { on: event.on, service: facts.service.clone() };
        match &mut self {
            Progress::Hearing(Hearing { appointment: Some(appointment), .. }) => {
                appointment.served = Some(served);
            }
            other => return Err(other.refuses(ActKind::ServeHearingNotice)),
        }
        Ok(self)
    }
}

impl Track {
    /// What was said at a hearing counts as a defence: nothing becomes heavier because of it (art. 45).
    pub(super) fn hold_hearing(self, facts: &HoldHearing, event: &Event) -> Result<Self, Refusal> {
        match self.progress {
            Progress::Hearing(hearing) => {
                let told = hearing.notified.told.clone();
                let held = matches!(facts.outcome, HearingOutcome::Held { .. });
                let defended = if held { Some(Defended { seq: event.seq, told }) } else { self.defended };
                let outcome = facts.outcome.clone();
                let progress = Progress::Heard(Heard { hearing, on: event.on, seq: event.seq, outcome });
                Ok(Track { progress, defended, heard: Some(event.seq), ..self })
            }
            other => Err(other.refuses(ActKind::HoldHearing)),
        }
    }
}
