//! Enforcement that stands still or ends (中止、终结执行): row 24b; 行政强制法 art. 39, 40.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Event, Note, Performed, Progress, Suspended, Track};
use crate::Lang;
use crate::catalogue::PartyKind;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};
use crate::value::Money;

/// Why enforcement stands still, or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuspensionGround {
    UnableToPay,
    ThirdPartyClaims,
    HardToRepair,
    OtherStill,
    CitizenDead,
    OrganisationEnded,
    ObjectPerished,
    /// Chosen in cases of earlier days; a decision that fell is revised instead (row 27).
    DecisionRevoked,
    ThreeYearsStill,
}

impl SuspensionGround {
    /// The grounds of standing still (art. 39), in the order of the form.
    pub const STILL: [SuspensionGround; 4] = [
        SuspensionGround::UnableToPay,
        SuspensionGround::ThirdPartyClaims,
        SuspensionGround::HardToRepair,
        SuspensionGround::OtherStill,
    ];

    /// The grounds of ending (art. 39(2), 40), in the order of the form; a decision that fell is revised instead.
    pub const END: [SuspensionGround; 4] = [
        SuspensionGround::CitizenDead,
        SuspensionGround::OrganisationEnded,
        SuspensionGround::ObjectPerished,
        SuspensionGround::ThreeYearsStill,
    ];

    /// Those of the grounds of ending that a party of the kind can have: a citizen dies, an organisation is dissolved; the
    /// owner of a shop stays liable when the shop is closed (民法典 art. 56).
    pub fn ends_of(kind: PartyKind) -> impl Iterator<Item = SuspensionGround> {
        let other = if kind.counts_as_person() { Self::OrganisationEnded } else { Self::CitizenDead };
        Self::END.into_iter().filter(move |ground| *ground != other)
    }

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            SuspensionGround::UnableToPay => "unable_to_pay",
            SuspensionGround::ThirdPartyClaims => "third_party_claims",
            SuspensionGround::HardToRepair => "hard_to_repair",
            SuspensionGround::OtherStill => "other_still",
            SuspensionGround::CitizenDead => "citizen_dead",
            SuspensionGround::OrganisationEnded => "organisation_ended",
            SuspensionGround::ObjectPerished => "object_perished",
            SuspensionGround::DecisionRevoked => "decision_revoked",
            SuspensionGround::ThreeYearsStill => "three_years_still",
        }
    }

    /// What the ground is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            SuspensionGround::UnableToPay => {
                lang.pick("履行确有困难或者暂无履行能力", "not able to perform for now")
            }
            SuspensionGround::ThirdPartyClaims => {
                lang.pick("第三人对执行标的主张权利，确有理由", "a third party claims the object with reason")
            }
            SuspensionGround::HardToRepair => lang.pick(
                "执行可能造成难以弥补的损失，且中止不损害公共利益",
                "loss hard to repair, no public harm in waiting",
            ),
            SuspensionGround::OtherStill => {
                lang.pick("行政机关认为需要中止的其他情形", "another ground of the bureau")
            }
            SuspensionGround::CitizenDead => {
                lang.pick("公民死亡，无遗产可供执行，又无义务承受人", "the citizen died, nothing is left")
            }
            SuspensionGround::OrganisationEnded => lang
                .pick("单位终止，无财产可供执行，又无义务承受人", "the organisation ended, nothing is left"),
            SuspensionGround::ObjectPerished => lang.pick("执行标的灭失", "the object perished"),
            SuspensionGround::DecisionRevoked => {
                lang.pick("据以执行的行政决定被撤销", "the decision was revoked")
            }
            SuspensionGround::ThreeYearsStill => lang.pick(
                "中止满三年未恢复，没有明显社会危害，当事人确无能力履行",
                "three years still, no clear harm, unable to perform",
            ),
        }
    }
}

/// 中止执行
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspendEnforcement {
    pub party: PartyId,
    pub ground: SuspensionGround,
    pub reason: Note,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// 恢复执行
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResumeEnforcement {
    pub party: PartyId,
    pub reason: Note,
}

/// 终结执行
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndEnforcement {
    pub party: PartyId,
    pub ground: SuspensionGround,
    pub reason: Note,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// Three years without resuming.
const STILL_MONTHS: u32 = 36;

impl Judge<'_> {
    pub(super) fn suspendable(&self, track: &Track) -> Result<(), RefusalCode> {
        if track.enforcement.suspended.is_some() {
            return Err(RefusalCode::EnforcementStopped);
        }
        self.still_owed(track)
    }

    pub(super) fn resumable(&self, track: &Track) -> Result<(), RefusalCode> {
        match track.enforcement.suspended {
            Some(_) => Ok(()),
            None => Err(RefusalCode::NotSuspended),
        }
    }

    pub(super) fn still_owed(&self, track: &Track) -> Result<(), RefusalCode> {
        if track.fell().is_some() {
            return Err(RefusalCode::DecisionFell);
        }
        let nothing = track.progress.rest() == Money::ZERO && track.progress.unperformed().is_empty();
        if nothing || track.enforcement.ended.is_some() {
            return Err(RefusalCode::NothingOwed);
        }
        self.in_effect(track)
    }

    pub(super) fn end_enforcement(&self, facts: &EndEnforcement) -> Result<(), RefusalCode> {
        use SuspensionGround as G;
        let track = self.track(facts.party)?;
        let is_person = track.party.kind.counts_as_person();
        let unless = |holds, fact| if holds { Ok(()) } else { Err(RefusalCode::MissingFact { fact }) };
        match facts.ground {
            G::CitizenDead => unless(is_person, Fact::PartyThatDies),
            G::OrganisationEnded => unless(!is_person, Fact::PartyThatEnds),
            G::ObjectPerished => unless(track.owes_only_things(), Fact::ThingsAlone),
            // One that is revoked is revised, and that ends its enforcement.
            G::DecisionRevoked => unless(false, Fact::RulingThatRevokes),
            G::ThreeYearsStill => self.three_years_still(track),
            G::UnableToPay | G::ThirdPartyClaims | G::HardToRepair | G::OtherStill => {
                unless(false, Fact::GroundOfEnding)
            }
        }
    }

    /// Of art. 39(2): three years since the suspension that is in force, which was for inability, and no harm was done.
    fn three_years_still(&self, track: &Track) -> Result<(), RefusalCode> {
        let suspended = track.enforcement.suspended.ok_or(RefusalCode::NotSuspended)?;
        if suspended.ground != SuspensionGround::UnableToPay {
            return Err(RefusalCode::MissingFact { fact: Fact::SuspendedForInability });
        }
        if track.party.acts.iter().any(|act| act.harm_done) {
            return Err(RefusalCode::MissingFact { fact: Fact::NoHarmDone });
        }
        match suspended.on.checked_add_months(chrono::Months::new(STILL_MONTHS)) {
            Some(over) if over <= self.on => Ok(()),
            Some(over) => Err(RefusalCode::BeforeItsCause { cause: over }),
            None => Err(RefusalCode::NotSuspended),
        }
    }
}

impl Track {
    /// Whether confiscated goods are all that the decision still asks for: they can perish, money cannot.
    fn owes_only_things(&self) -> bool {
        let left = self.progress.unperformed();
        self.progress.rest() == Money::ZERO && left == [Performed::GoodsHandedIn]
    }

    pub(super) fn suspended(mut self, facts: &SuspendEnforcement, event: &Event) -> Self {
        self.enforcement.suspended = Some(Suspended { on: event.on, seq: event.seq, ground: facts.ground });
        self
    }

    pub(super) fn resumed(mut self) -> Self {
        self.enforcement.suspended = None;
        self
    }

    pub(super) fn enforcement_ended(mut self, facts: &EndEnforcement, event: &Event) -> Self {
        self.enforcement.suspended = None;
        self.progress = match self.progress {
            Progress::AtCourt(at_court) => Progress::Executing(at_court.executing),
            other => other,
        };
        self.enforcement.ended = Some(Suspended { on: event.on, seq: event.seq, ground: facts.ground });
        self
    }
}
