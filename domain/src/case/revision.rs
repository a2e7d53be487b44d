//! Revision (决定的变更、撤销与重新作出): row 27; 行政处罚法 art. 75, 行政复议法 art. 64, 行政诉讼法 art. 71.
//!
//! A decision falls by a ruling on a remedy or by the bureau's own insight; what follows is one of three acts. A ruling
//! alone ends nothing: it stops the enforcement until one of them is recorded.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{
    ActKind, DecideNoPenalty, Decision, NoPenaltyGround, Note, Penalties, RemedyKind, RemedyOutcome, Service,
    Track,
};
use crate::Lang;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};
use crate::value::Money;

/// Who revises a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reviser {
    Bureau,
    /// In reconsideration, or by supervision.
    Government,
    Court,
}

impl Reviser {
    /// Everybody who revises, in the order of the form.
    pub const ALL: [Reviser; 3] = [Reviser::Bureau, Reviser::Government, Reviser::Court];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Reviser::Bureau => "bureau",
            Reviser::Government => "government",
            Reviser::Court => "court",
        }
    }

    /// Who it is.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Reviser::Bureau => lang.pick("本局自行纠正", "the bureau itself"),
            Reviser::Government => lang.pick("人民政府（复议或监督）", "the government"),
            Reviser::Court => lang.pick("人民法院", "a court"),
        }
    }
}

/// Why a decision fell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FallGround {
    Facts,
    Law,
    /// The same result may follow in a lawful procedure (解释 art. 90).
    Procedure,
    Power,
    Unreasonable,
}

impl FallGround {
    /// Every ground, in the order of the form.
    pub const ALL: [FallGround; 5] = [
        FallGround::Facts,
        FallGround::Law,
        FallGround::Procedure,
        FallGround::Power,
        FallGround::Unreasonable,
    ];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            FallGround::Facts => "facts",
            FallGround::Law => "law",
            FallGround::Procedure => "procedure",
            FallGround::Power => "power",
            FallGround::Unreasonable => "unreasonable",
        }
    }

    /// What the ground is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            FallGround::Facts => lang.pick("主要事实不清、证据不足", "main facts unclear or unproved"),
            FallGround::Law => lang.pick("适用依据不合法、不正确", "the wrong law"),
            FallGround::Procedure => lang.pick("违反法定程序", "the procedure"),
            FallGround::Power => lang.pick("超越或者滥用职权", "beyond or against the power"),
            FallGround::Unreasonable => lang.pick("内容明显不当", "plainly unreasonable"),
        }
    }
}

/// 撤销并重新作出: the party stands at the investigation again, and the time to decide runs anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderAnew {
    pub party: PartyId,
    pub reviser: Reviser,
    pub ground: FallGround,
    /// The days that the organ set; none: as long as after a filing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<u16>,
    /// Number and gist.
    pub paper: Note,
    /// How money and goods went back; asked where something was paid or handed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund: Option<Note>,
}

/// 变更决定: the changed decision counts as served on the act's day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeDecision {
    pub party: PartyId,
    pub reviser: Reviser,
    pub penalties: Penalties,
    pub service: Service,
    /// What it changes, with the number of the old paper.
    pub paper: Note,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund: Option<Note>,
    /// Of the bureau's own paper; given when the event is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// 撤销决定: the party is closed, money and goods go back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeDecision {
    pub party: PartyId,
    pub reviser: Reviser,
    pub ground: FallGround,
    pub paper: Note,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund: Option<Note>,
}

/// 撤回公开信息, within three working days (art. 48).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unpublish {
    pub party: PartyId,
    /// Where it was withdrawn, with the reasons told in public; or that it had never been published.
    pub course: Note,
}

impl Judge<'_> {
    /// A decision stands that can be revised, and a ruling asks for no other way.
    pub(super) fn revisable(&self, track: &Track, kind: ActKind) -> Result<(), RefusalCode> {
        if track.progress.decided().is_none() {
            return Err(RefusalCode::MissingFact { fact: Fact::DecisionToContest });
        }
        if track.awaits_new_ruling() {
            return Err(RefusalCode::RemedyOpen);
        }
        let changes = kind == ActKind::ChangeDecision;
        match track.fell() {
            Some((_, RemedyOutcome::Changed)) if !changes => {
                Err(RefusalCode::MissingFact { fact: Fact::RulingThatRevokes })
            }
            Some((_, RemedyOutcome::Revoked)) if changes => {
                Err(RefusalCode::MissingFact { fact: Fact::RulingThatChanges })
            }
            // Who decides anew waits for the ruling on what was decided first.
            None if kind == ActKind::OrderAnew && track.open_remedy().is_some() => {
                Err(RefusalCode::RemedyOpen)
            }
            _ => Ok(()),
        }
    }

    /// Whoever ruled is named, and a court only after its ruling was recorded.
    fn revised_by(&self, track: &Track, reviser: Reviser) -> Result<(), RefusalCode> {
        let fits = match track.fell() {
            Some((RemedyKind::Reconsideration, _)) => reviser == Reviser::Government,
            Some((RemedyKind::Lawsuit, _)) => reviser == Reviser::Court,
            None => reviser != Reviser::Court,
        };
        if fits { Ok(()) } else { Err(RefusalCode::MissingFact { fact: Fact::Ruling }) }
    }

    /// What was paid beyond the new amount, or handed in without a ground, goes back.
    fn refunded(
        &self,
        track: &Track,
        stays: Option<&Penalties>,
        refund: Option<&Note>,
    ) -> Result<(), RefusalCode> {
        let money = stays.map_or(Money::ZERO, Penalties::money);
        let held = self.case.is_some_and(|case| case.has_confiscated(track.party.id));
        let had = track.progress.has_goods() || held;
        let goods = stays.is_none_or(|stays| stays.goods() == Money::ZERO) && had;
        if refund.is_none() && (track.progress.paid() > money || goods) {
            return Err(RefusalCode::MissingFact { fact: Fact::Refund });
        }
        Ok(())
    }

    pub(super) fn order_anew(&self, facts: &OrderAnew) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        self.revised_by(track, facts.reviser)?;
        if facts.within_days == Some(0) {
            return Err(RefusalCode::MissingFact { fact: Fact::Amount });
        }
        self.refunded(track, None, facts.refund.as_ref())
    }

    pub(super) fn revoke_decision(&self, facts: &RevokeDecision) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        self.revised_by(track, facts.reviser)?;
        self.refunded(track, None, facts.refund.as_ref())
    }

    /// The bureau itself only lightens: heavier asks for a new notice, that is for deciding anew.
    pub(super) fn change_decision(&self, facts: &ChangeDecision) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        self.revised_by(track, facts.reviser)?;
        let was = track.progress.decided();
        if was.is_some_and(|was| was.decision == Decision::Penalty(facts.penalties.clone())) {
            return Err(RefusalCode::MissingFact { fact: Fact::Change });
        }
        if facts.reviser == Reviser::Bureau {
            self.penalties(track, &facts.penalties)?;
            self.power_per_kind(track, &facts.penalties)?;
            match was.map(|was| &was.decision) {
                Some(Decision::Penalty(was)) if !facts.penalties.exceeds(was, &track.party.acts) => {}
                _ => return Err(RefusalCode::NewNoticeNeeded),
            }
        }
        self.not_criminally_fined(Some(facts.party), facts.penalties.fines() > Money::ZERO)?;
        self.refunded(track, Some(&facts.penalties), facts.refund.as_ref())?;
        let cause = track.fell_on().or(was.map(|was| was.on)).unwrap_or(self.on);
        self.service(track.party.kind, &facts.service, cause)
    }

    pub(super) fn unpublishable(&self, track: &Track) -> Result<(), RefusalCode> {
        if track.is_still_published() {
            Ok(())
        } else {
            Err(RefusalCode::MissingFact { fact: Fact::FallenDecision })
        }
    }

    /// Not the same again on the same facts and grounds, unless only the procedure was at fault.
    pub(super) fn not_the_same_again(
        &self,
        track: &Track,
        penalties: &Penalties,
        changed: Option<&Note>,
    ) -> Result<(), RefusalCode> {
        let same = |was: &Decision| match was {
            Decision::Penalty(was) => {
                let acts = &track.party.acts;
                !was.exceeds(penalties, acts) && !penalties.exceeds(was, acts)
            }
            Decision::NoPenalty { .. } => false,
        };
        again(track, same, changed)
    }

    /// As [`Judge::not_the_same_again`], where nothing is imposed.
    pub(super) fn not_the_same_ground_again(
        &self,
        track: &Track,
        facts: &DecideNoPenalty,
    ) -> Result<(), RefusalCode> {
        let same = |was: &Decision| {
            let ground: NoPenaltyGround = facts.ground;
            matches!(was, Decision::NoPenalty { ground: was } if *was == ground)
        };
        again(track, same, facts.changed.as_ref())
    }
}

fn again(track: &Track, same: impl Fn(&Decision) -> bool, changed: Option<&Note>) -> Result<(), RefusalCode> {
    match track.decided_anew() {
        Some((fallen, ground))
            if ground != FallGround::Procedure && changed.is_none() && same(&fallen.decided.decision) =>
        {
            Err(RefusalCode::SameAgain { number: fallen.decided.number.clone() })
        }
        _ => Ok(()),
    }
}
