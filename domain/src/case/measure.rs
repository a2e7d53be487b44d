//! Sealing, seizing and registered evidence (查封、扣押、先行登记保存) as the case remembers them: what is held, since when,
//! until when, and how it ended; rows 6–6b; 行政处罚法 art. 56, 行政强制法 art. 18–28.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::{
    Case, Context, EvidenceOutcome, GoodsEnd, HeldGoods, LiftGround, Name, Note, Stage, Testing, Track,
};
use crate::calendar::{Adjustments, Clock, ClockRule, Deadline, Pause, PauseKind, Remark};
use crate::id::PartyId;
use crate::{Day, Lang};

/// Managing goes on wherever a case is not closed (row 6b).
pub(super) const MANAGED_IN: &[Stage] = &[
    Stage::Clue,
    Stage::Filed,
    Stage::Investigating,
    Stage::Concluded,
    Stage::Notified,
    Stage::Hearing,
    Stage::Heard,
    Stage::Deliberated,
    Stage::Decided,
    Stage::Served,
    Stage::Executing,
    Stage::AtCourt,
    Stage::NotFiled,
    Stage::Transferred,
    Stage::Withdrawn,
    Stage::Criminal,
];

/// As what things are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeldAs {
    /// 先行登记保存
    Evidence,
    /// 查封
    Sealed,
    /// 扣押
    Seized,
}

impl HeldAs {
    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            HeldAs::Evidence => lang.pick("先行登记保存", "registered evidence"),
            HeldAs::Sealed => lang.pick("查封", "sealing"),
            HeldAs::Seized => lang.pick("扣押", "seizure"),
        }
    }
}

/// A measure that was taken before anybody approved it (行政强制法 art. 19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urgent {
    /// The hour of the day on which it was taken.
    pub at: NaiveTime,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<(Day, NaiveTime)>,
    /// The day of the head's approval; a refusal ends the measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<Day>,
}

/// How a measure ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum MeasureEnd {
    Handled {
        outcome: EvidenceOutcome,
    },
    Lifted {
        ground: LiftGround,
    },
    /// The head did not approve what was taken in urgency (行政强制法 art. 19).
    NotApproved,
    /// Every thing found its end by itself.
    Disposed,
    /// By the decision.
    Confiscated,
    HandedOver,
}

/// A measure of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Its number in the case, from 1.
    pub number: u32,
    /// Whose things they are, as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub held_as: HeldAs,
    /// The day on which it was taken; a transfer does not change it.
    pub on: Day,
    /// The day from which the bureau has to file or to release, when it was taken before the filing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unfiled_since: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgent: Option<Urgent>,
    pub place: Note,
    pub keeper: Name,
    pub goods: Vec<HeldGoods>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extended: Option<(Day, Note)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<Testing>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<(Day, MeasureEnd)>,
}

impl Measure {
    /// Whether nobody has ended it; one whose term is over still waits for its lifting.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether something of it has no end yet.
    #[must_use]
    pub fn holds_goods(&self) -> bool {
        self.goods.iter().any(|goods| goods.end.is_none())
    }

    /// Whether it is open or something of it has no end.
    #[must_use]
    pub fn is_unsettled(&self) -> bool {
        self.is_open() || self.holds_goods()
    }

    /// Whether it is sealing or seizing.
    #[must_use]
    pub fn is_compulsory(&self) -> bool {
        self.held_as != HeldAs::Evidence
    }

    /// Whether the head approved it, before or afterwards.
    #[must_use]
    pub fn is_approved(&self) -> bool {
        self.urgent.is_none_or(|urgent| urgent.approved_on.is_some())
    }

    /// The day of the last that happened to it.
    #[must_use]
    pub fn since(&self) -> Day {
        let tests = self.tests.iter().map(|test| test.result_on.unwrap_or(test.on));
        let urgent = self.urgent.iter().flat_map(|one| [one.reported.map(|(on, _)| on), one.approved_on]);
        let ends = self.goods.iter().filter_map(|goods| goods.end.map(|(on, _)| on));
        let sales = self.goods.iter().filter_map(|goods| goods.sold.map(|sale| sale.on));
        let back = self.goods.iter().filter_map(|goods| goods.back_on);
        let others = [self.extended.as_ref().map(|(on, _)| *on), self.ended.map(|(on, _)| on)];
        let others = others.into_iter().chain(urgent).flatten();
        tests.chain(ends).chain(sales).chain(back).chain(others).fold(self.on, Day::max)
    }

    /// The clock of its term.
    #[must_use]
    pub fn clock(&self) -> Clock {
        if self.is_compulsory() { Clock::Measure } else { Clock::RegisteredEvidence }
    }

    /// The row and the end of its term, extension and testing counted; none when no row was in force.
    #[must_use]
    pub fn term(&self, context: &Context<'_>) -> Option<(ClockRule, Deadline)> {
        let rule = context.rules.on(self.clock(), None, self.on)?;
        let extension = self.extended.as_ref().and_then(|(_, reason)| rule.full_extension(remark(reason)));
        let pause = |test: &Testing| Pause {
            kind: PauseKind::Testing,
            from: test.on,
            // No longer than the party was told.
            to: test.result_on.map_or(test.until, |on| on.min(test.until)),
            paper: None,
        };
        let adjustments = Adjustments { extension, pauses: self.tests.iter().map(pause).collect() };
        let deadline = rule.deadline(context.calendar, self.on, &adjustments);
        let deadline =
            deadline.or_else(|_| rule.deadline(context.calendar, self.on, &Adjustments::default()));
        Some((rule.clone(), deadline.ok()?))
    }

    /// The last day of its term.
    #[must_use]
    pub fn last_day(&self, context: &Context<'_>) -> Option<Day> {
        self.term(context).map(|(_, deadline)| deadline.last_day)
    }

    /// Whether it holds on a day: open, and its term not over.
    #[must_use]
    pub fn is_in_force(&self, on: Day, context: &Context<'_>) -> bool {
        self.is_open() && self.last_day(context).is_none_or(|last_day| on <= last_day)
    }

    pub(super) fn end(&mut self, on: Day, how: MeasureEnd, goods: Option<GoodsEnd>) {
        self.ended = Some((on, how));
        // Proceeds are not seized anew: they wait for their own end.
        let stays = |one: &HeldGoods| goods == Some(GoodsEnd::Seized) && one.sold.is_some();
        let held = self.goods.iter_mut().filter(|one| one.end.is_none() && !stays(one));
        held.for_each(|one| one.end = goods.map(|end| (on, end)));
    }
}

/// The first line of a note, as the trace of a term shows it.
pub(super) fn remark(note: &Note) -> Option<Remark> {
    let first: String = note.as_str().lines().next()?.chars().take(120).collect();
    Remark::parse(&first).ok()
}

impl Case {
    /// A measure by its number.
    #[must_use]
    pub fn measure(&self, number: u32) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.number == number)
    }

    /// The measures that somebody's step touches: of the case when no party is named. What belongs to nobody known goes
    /// with the last party for which `goes_on` holds.
    pub(super) fn measures_of(&self, party: Option<PartyId>, goes_on: fn(&Track) -> bool) -> Vec<&Measure> {
        let tracks = self.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
        let is_last = |party| !tracks.iter().any(|track| track.party.id != party && goes_on(track));
        let touches = |measure: &&Measure| match (party, measure.party) {
            (None, _) => true,
            (Some(party), Some(owner)) if tracks.iter().any(|track| track.party.id == owner) => {
                owner == party
            }
            (Some(party), _) => is_last(party),
        };
        self.measures.iter().filter(touches).collect()
    }
}
