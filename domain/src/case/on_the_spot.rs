//! Penalties on the spot (当场处罚, the simplified procedure): 行政处罚法 art. 51, 52.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{
    ActKind, Body, Case, Decided, Decision, EarlierWarning, Event, Filed, Gains, Method, Name, Note,
    Officers, Party, Penalties, Progress, Receiver, RegisterClue, Served, ServedOn, Service, Track,
    spot_limits,
};
use crate::catalogue::PenaltyKind;
use crate::id::PartyId;
use crate::refusal::{DeliberationGround, Fact, NotSimplified, Refusal, RefusalCode};
use crate::role::Power;
use crate::value::Money;
use crate::{Day, Lang};

/// By which procedure a decision was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Procedure {
    /// 普通程序
    #[default]
    Ordinary,
    /// 简易程序: by two officers on the spot, reported to their bureau afterwards (art. 52(3)).
    Simplified { reported_on: Option<Day> },
}

impl Procedure {
    /// Whether the decision was made on the spot.
    #[must_use]
    pub fn is_simplified(self) -> bool {
        matches!(self, Procedure::Simplified { .. })
    }

    /// Whether the bureau has not been told yet of a decision on the spot.
    #[must_use]
    pub fn is_unreported(self) -> bool {
        self == Procedure::Simplified { reported_on: None }
    }

    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        if self.is_simplified() { "simplified" } else { "ordinary" }
    }

    /// 普通程序, 简易程序
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        if self.is_simplified() {
            lang.pick("简易程序", "simplified procedure")
        } else {
            lang.pick("普通程序", "ordinary procedure")
        }
    }
}

/// What the party said before the decision (art. 44, 45).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "heard", rename_all = "snake_case")]
pub enum SpotDefence {
    /// Asked, and nothing was objected.
    Nothing,
    Said {
        arguments: Note,
        accepted: bool,
        reasons: Note,
    },
}

/// The decision is handed over at once (art. 52).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "handed_over", rename_all = "snake_case")]
pub enum HandedOver {
    Signed {
        receiver: Receiver,
        signed_by: Name,
    },
    /// The refusal to sign is noted on the decision.
    Refused {
        witness: Note,
    },
}

/// 当场处罚: certificates, rights, defence, decision and service in one act by two officers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PenaliseOnTheSpot {
    /// With what it did and where.
    pub party: Party,
    pub officers: Officers,
    pub certificates_shown: bool,
    pub rights_told: bool,
    /// What is certain, and by what it is shown.
    pub facts: Note,
    #[serde(flatten)]
    pub heard: SpotDefence,
    #[serde(flatten)]
    pub penalties: Penalties,
    #[serde(flatten)]
    pub handed_over: HandedOver,
    /// The earlier decision that was not obeyed; only of an act that begins the case, else the clue cites it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier_warning: Option<EarlierWarning>,
    /// 道商当罚〔2026〕5号; given when the event is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The case's number, given when the act begins the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_number: Option<String>,
}

/// 向所属机关备案 (art. 52(3)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportOnTheSpot {
    pub party: PartyId,
    /// Who of the bureau took the decision's copy.
    pub received_by: Name,
}

impl PenaliseOnTheSpot {
    /// What was found, as the clue of a case that begins with the act.
    pub(super) fn clue(&self) -> RegisterClue {
        let source = match self.earlier_warning {
            Some(_) => super::ClueSource::ReInspection,
            None => super::ClueSource::Inspection,
        };
        let place = self.party.acts.first().map_or_else(|| self.facts.clone(), |act| act.place.clone());
        RegisterClue {
            transferred: None,
            source,
            suspicion: self.facts.clone(),
            place,
            number: self.case_number.clone(),
            parties: vec![self.party.clone()],
            earlier_warning: self.earlier_warning.clone(),
        }
    }

    fn service(&self) -> Service {
        let method = match &self.handed_over {
            HandedOver::Signed { receiver, signed_by } => {
                Method::Direct { receiver: *receiver, signed_by: signed_by.clone() }
            }
            HandedOver::Refused { witness } => Method::Left { witness: witness.clone() },
        };
        Service { officers: self.officers, method }
    }

    fn served(&self, event: &Event) -> Served {
        let decided = Decided {
            on: event.on,
            seq: event.seq,
            by: event.by,
            number: self.number.clone(),
            decision: Decision::Penalty(self.penalties.clone()),
            told: None,
            deliberated: None,
            procedure: Procedure::Simplified { reported_on: None },
            on_paper: event.entry.on_paper.is_some(),
            revived_on: None,
        };
        Served { decided, seq: event.seq, served: ServedOn { on: event.on, service: self.service() } }
    }
}

impl Judge<'_> {
    pub(super) fn penalise_on_the_spot(&self, facts: &PenaliseOnTheSpot) -> Result<(), RefusalCode> {
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        self.service(facts.party.kind, &facts.service(), self.on)?;
        if !facts.officers.contains(self.context.actor) {
            return Err(RefusalCode::NoRight { power: Power::WorkCases, of_the_case: true });
        }
        if !facts.certificates_shown {
            return missing(Fact::CertificatesShown);
        }
        if !facts.rights_told {
            return missing(Fact::RightsTold);
        }
        self.simplified(facts)?;
        self.nothing_decided_on(facts.party.id)?;
        // Without a clue the case is what the act itself tells.
        let begun = Case::begun(facts.clue(), self.on);
        let judge = Judge { case: Some(self.case.unwrap_or(&begun)), ..*self };
        judge.party_with_acts(&facts.party, &[&facts.party])?;
        let track = Track::filed(facts.party.clone(), self.on);
        judge.penalties(&track, &facts.penalties)?;
        judge.power_per_kind(&track, &facts.penalties)?;
        self.order_ahead(&facts.penalties)?;
        self.not_criminally_fined(None, facts.penalties.fines() > Money::ZERO)?;
        self.not_fined_before(&facts.party.acts, &facts.penalties)
    }

    /// Only a warning, or a fine up to the limit of the day (art. 51); gains are none.
    fn simplified(&self, facts: &PenaliseOnTheSpot) -> Result<(), RefusalCode> {
        let kind = |kind| Err(RefusalCode::NotSimplified { why: NotSimplified::Kind { kind } });
        for act in &facts.penalties.acts {
            if let Some(other) = act.kinds.iter().find(|one| **one != PenaltyKind::Warning) {
                return kind(*other);
            }
            if act.mitigation.is_some() {
                let why = DeliberationGround::Mitigation;
                return Err(RefusalCode::DeliberationNeeded { why });
            }
            if act.serious.is_some() {
                let why = DeliberationGround::Serious;
                return Err(RefusalCode::DeliberationNeeded { why });
            }
            match act.gains {
                Gains::None => {}
                Gains::NotStated => return Err(RefusalCode::GainsNotStated),
                Gains::Stated { .. } | Gains::NotAscertainable { .. } => {
                    return kind(PenaltyKind::ConfiscationOfGains);
                }
            }
        }
        let max = spot_limits(self.on).map_or(Money::ZERO, |limits| limits.fine(facts.party.kind));
        if facts.penalties.fines() > max {
            return Err(RefusalCode::NotSimplified { why: NotSimplified::Fine { max } });
        }
        Ok(())
    }

    pub(super) fn reportable(&self, progress: &Progress) -> Result<(), RefusalCode> {
        match progress.decided().map(|decided| decided.procedure) {
            Some(Procedure::Simplified { reported_on: None }) => Ok(()),
            Some(Procedure::Simplified { .. }) => {
                Err(RefusalCode::DoneAlready { act: ActKind::ReportOnTheSpot })
            }
            _ => Err(RefusalCode::MissingFact { fact: Fact::PenaltyOnTheSpot }),
        }
    }
}

impl Case {
    /// The party that the act names is decided on and served; the other suspects of the clue stay what they are.
    pub(super) fn penalised_on_the_spot(mut self, facts: &PenaliseOnTheSpot, event: &Event) -> Self {
        self.people.officers_are(facts.officers);
        let (on, by, officers) = (event.on, event.by, facts.officers);
        let progress = Progress::Suspected { on: self.received };
        let suspected = |party: &Party| Track::begin(party.clone(), progress.clone());
        let mut filed = match self.body {
            Body::Filed(filed) => filed,
            _ => {
                let tracks = self.clue.parties.iter().map(suspected).collect();
                Filed { on, by, officers, is_ordinary: false, tracks }
            }
        };
        filed.decided_on(Track::begin(facts.party.clone(), Progress::Served(facts.served(event))));
        self.body = Body::Filed(filed);
        self
    }

    /// Whether there was no clue before the penalty.
    #[must_use]
    pub fn is_begun_on_the_spot(&self) -> bool {
        self.log.first().is_some_and(|event| event.act.kind() == ActKind::PenaliseOnTheSpot)
    }
}

impl Progress {
    pub(super) fn report_on_the_spot(self, event: &Event) -> Result<Self, Refusal> {
        let reported = |served: Served| Served {
            decided: Decided {
                procedure: Procedure::Simplified { reported_on: Some(event.on) },
                ..served.decided
            },
            ..served
        };
        match self {
            Progress::Served(served) => Ok(Progress::Served(reported(served))),
            Progress::Executing(mut executing) => {
                executing.served = reported(executing.served);
                Ok(Progress::Executing(executing))
            }
            other => Err(other.refuses(ActKind::ReportOnTheSpot)),
        }
    }
}
