//! The dated rule rows of the clocks: data, not code.

use serde::{Deserialize, Serialize};

use super::{StartEvent, Term, TermError, Unit};
use crate::catalogue::{Bilingual, Capacity};
use crate::{Day, Lang};

/// A clock of the penalty procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// 核查线索
    Verify,
    /// 作出处罚决定
    Decide,
    /// 陈述、申辩
    Defence,
    /// 送达决定书
    Serve,
    /// 缴纳罚款
    Pay,
    /// 当场处罚备案
    ReportPenalty,
}

impl Clock {
    /// Every clock, in the order of the procedure.
    pub const ALL: [Clock; 6] =
        [Clock::Verify, Clock::Decide, Clock::Defence, Clock::Serve, Clock::Pay, Clock::ReportPenalty];

    /// The word in data files and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Clock::Verify => "verify",
            Clock::Decide => "decide",
            Clock::Defence => "defence",
            Clock::Serve => "serve",
            Clock::Pay => "pay",
            Clock::ReportPenalty => "report_penalty",
        }
    }

    /// The clock of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Clock::ALL.into_iter().find(|clock| clock.word() == word)
    }

    /// "陈述申辩期限".
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Clock::Verify => lang.pick("线索核查期限", "Term to verify the clue"),
            Clock::Decide => lang.pick("办案期限", "Term to decide"),
            Clock::Defence => lang.pick("陈述申辩期限", "Term for the defence"),
            Clock::Serve => lang.pick("送达期限", "Term to serve the decision"),
            Clock::Pay => lang.pick("缴款期限", "Term to pay"),
            Clock::ReportPenalty => lang.pick("当场处罚备案期限", "Term to report a penalty on the spot"),
        }
    }
}

/// Whose term it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Binds {
    Bureau,
    Party,
}

impl Binds {
    /// "本单位的期限", "当事人的期限".
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Binds::Bureau => lang.pick("本单位的期限", "the bureau's term"),
            Binds::Party => lang.pick("当事人的期限", "the party's term"),
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
    #[error("an earlier row of the same clock and capacity is in force on the same days")]
    Overlap,
}
