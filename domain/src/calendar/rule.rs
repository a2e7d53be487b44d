//! The dated rule rows of the clocks: data, not code.

use serde::{Deserialize, Serialize};

use super::{
    Adjustments, Calendar, Clock, Deadline, ExtensionRule, PauseKind, StartEvent, Term, TermError, Unit,
};
use crate::catalogue::{Bilingual, Capacity};
use crate::{Day, Lang};

/// Whose term it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Binds {
    /// The bureau, its officers, its reviewer, its head.
    Bureau,
    Party,
    /// Another authority; the bureau watches it.
    Outside,
    /// Nobody has to act: at its end something counts as done, or a way closes that the bureau may leave unused.
    Nobody,
}

impl Binds {
    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Binds::Bureau => "bureau",
            Binds::Party => "party",
            Binds::Outside => "outside",
            Binds::Nobody => "nobody",
        }
    }

    /// "本单位的期限", "当事人的期限".
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Binds::Bureau => lang.pick("本单位的期限", "the bureau's term"),
            Binds::Party => lang.pick("当事人的期限", "the party's term"),
            Binds::Outside => lang.pick("其他机关的期限", "another authority's term"),
            Binds::Nobody => lang.pick("法定期间", "a time set by law"),
        }
    }
}

/// One clock as it was in force from–to, for one capacity or for any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockRule {
    pub clock: Clock,
    pub length: u16,
    pub unit: Unit,
    /// A last day on a rest day moves to the next working day.
    pub rolls: bool,
    /// The event whose day is not counted.
    pub starts: StartEvent,
    pub binds: Binds,
    /// Missed, the act falls, is unlawful, or can never be done any more: evidence and things must go back, the decision
    /// counts as without evidence, the court is closed, the deed is barred.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub voids: bool,
    /// The extension that may be given, and by whom; none: no extension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<ExtensionRule>,
    /// What is counted out; empty: nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<PauseKind>,
    /// The capacity in which the bureau acts; none: any.
    #[serde(default)]
    pub capacity: Option<Capacity>,
    /// The article, or "practice" where no article gives the number.
    pub article: Bilingual,
    /// Read in the text of the law; otherwise a setting for the bureau's lawyer to confirm.
    #[serde(default)]
    pub verified: bool,
    /// First day of the starting event.
    pub from: Day,
    /// Last day of the starting event; none: still in force.
    #[serde(default)]
    pub to: Option<Day>,
}

impl ClockRule {
    /// The term of the rule.
    #[must_use]
    pub fn term(&self) -> Term {
        Term { length: self.length, unit: self.unit, rolls: self.rolls }
    }

    /// The end of the rule's term, lengthened only by what the row allows.
    ///
    /// # Errors
    /// As [`ClockRule::allows`] and [`Calendar::deadline_with`].
    pub fn deadline(
        &self,
        calendar: &Calendar,
        start: Day,
        adjustments: &Adjustments,
    ) -> Result<Deadline, TermError> {
        self.allows(adjustments)?;
        calendar.deadline_with(start, Some(self.starts), self.term(), adjustments)
    }

    /// Whether the rule is in force on the day of the starting event.
    #[must_use]
    pub fn in_force_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// Every rule row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockRules {
    #[serde(rename = "rule")]
    pub rules: Vec<ClockRule>,
}

impl ClockRules {
    /// These rows with another file's: a clock that the other names is wholly the other's.
    #[must_use]
    pub fn with(mut self, other: ClockRules) -> Self {
        self.rules.retain(|rule| other.rules.iter().all(|own| own.clock != rule.clock));
        self.rules.extend(other.rules);
        self
    }

    /// The rule of a clock for a starting event on a day: the capacity's own, else the one for any.
    #[must_use]
    pub fn on(&self, clock: Clock, capacity: Option<Capacity>, day: Day) -> Option<&ClockRule> {
        let of = |capacity: Option<Capacity>| {
            self.rules
                .iter()
                .find(|rule| rule.clock == clock && rule.capacity == capacity && rule.in_force_on(day))
        };
        capacity.and_then(|capacity| of(Some(capacity))).or_else(|| of(None))
    }

    /// As [`ClockRules::on`], for a term that is to be counted.
    ///
    /// # Errors
    /// [`TermError::NoRule`] when no row was in force.
    pub fn rule(&self, clock: Clock, capacity: Option<Capacity>, day: Day) -> Result<&ClockRule, TermError> {
        self.on(clock, capacity, day).ok_or(TermError::NoRule { clock })
    }

    /// The faults of the rows; empty when they are sound.
    #[must_use]
    pub fn check(&self) -> Vec<ClockRuleFault> {
        let mut faults = Vec::new();
        for (at, rule) in self.rules.iter().enumerate() {
            let fault = |reason| ClockRuleFault { row: at + 1, clock: rule.clock, reason };
            if rule.length == 0 || rule.length > rule.unit.length_max() {
                faults.push(fault(ClockRuleReason::Length));
            }
            if rule.to.is_some_and(|to| to < rule.from) {
                faults.push(fault(ClockRuleReason::Order));
            }
            let adjusted = rule.extension.is_some() || !rule.pauses.is_empty();
            if adjusted && !rule.unit.is_forward_days() || rule.extension.is_some_and(|one| one.length == 0) {
                faults.push(fault(ClockRuleReason::Adjustment));
            }
            let overlaps = |other: &ClockRule| {
                other.clock == rule.clock
                    && other.capacity == rule.capacity
                    && (rule.in_force_on(other.from) || other.in_force_on(rule.from))
            };
            if self.rules.iter().take(at).any(overlaps) {
                faults.push(fault(ClockRuleReason::Overlap));
            }
        }
        faults
    }
}

/// A rule row that cannot stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("rule {row} ({}): {reason}", clock.word())]
pub struct ClockRuleFault {
    /// Counted from 1.
    pub row: usize,
    pub clock: Clock,
    pub reason: ClockRuleReason,
}

/// Why a rule row cannot stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ClockRuleReason {
    #[error("the length is zero or too long")]
    Length,
    #[error("it ends before it begins")]
    Order,
    #[error("an extension of length zero, or of a term counted backwards or in hours")]
    Adjustment,
    #[error("an earlier row of the same clock and capacity is in force on the same days")]
    Overlap,
}
