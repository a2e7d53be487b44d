//! Delegation (AB 岗): who decides proposals in a head's place, from–to.

use serde::{Deserialize, Serialize};

use super::Member;
use crate::id::{DelegationId, PersonId};
use crate::role::{Power, may};
use crate::{Day, Instant, Lang};

/// Days that one delegation lasts at most.
pub const DELEGATION_DAYS_MAX: i64 = 92;

/// A head's power to approve, lent to another head for a time. What only the chief may do is not lent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegation {
    pub id: DelegationId,
    pub from: PersonId,
    pub to: PersonId,
    pub first: Day,
    /// Included.
    pub last: Day,
    pub revoked_at: Option<Instant>,
}

/// Why a delegation cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DelegationFault {
    /// Only who holds the power lends it.
    NoPower,
    /// Nobody stands in for himself.
    Oneself,
    /// Only another head, or the chief, of the same bureau stands in (行政处罚法 art. 57: 行政机关负责人).
    NotFit,
    /// It ends before it begins.
    Order,
    /// It begins before today.
    Past,
    /// Longer than [`DELEGATION_DAYS_MAX`] days.
    TooLong,
    /// The same person stands in on some of these days already.
    Twice,
}

impl DelegationFault {
    /// Every fault.
    pub const ALL: [DelegationFault; 7] = [
        DelegationFault::NoPower,
        DelegationFault::Oneself,
        DelegationFault::NotFit,
        DelegationFault::Order,
        DelegationFault::Past,
        DelegationFault::TooLong,
        DelegationFault::Twice,
    ];

    /// The word in addresses and drafts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            DelegationFault::NoPower => "no_power",
            DelegationFault::Oneself => "oneself",
            DelegationFault::NotFit => "not_fit",
            DelegationFault::Order => "date_order",
            DelegationFault::Past => "past",
            DelegationFault::TooLong => "too_long",
            DelegationFault::Twice => "twice",
        }
    }

    /// The field that it is about.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            DelegationFault::NoPower => "",
            DelegationFault::Oneself | DelegationFault::NotFit | DelegationFault::Twice => "to",
            DelegationFault::Past => "first",
            DelegationFault::Order | DelegationFault::TooLong => "last",
        }
    }

    /// The fault of a word, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        DelegationFault::ALL.into_iter().find(|fault| fault.code() == code)
    }

    /// What to do, in the person's language.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            DelegationFault::NoPower => {
                lang.pick("只有有审批权限的负责人可以委托。", "Only somebody who may approve can delegate it.")
            }
            DelegationFault::Oneself => {
                lang.pick("不能委托给自己，请另选一位。", "You cannot delegate to yourself; choose another.")
            }
            DelegationFault::NotFit => lang.pick(
                "请选择本单位的另一位负责人。",
                "Choose another head, or the chief, of this bureau.",
            ),
            DelegationFault::Order => {
                lang.pick("截止日不能早于起始日。", "The last day cannot be before the first.")
            }
            DelegationFault::Past => {
                lang.pick("起始日不能早于今天。", "The first day cannot be before today.")
            }
            DelegationFault::TooLong => lang.pick(
                "一次委托最长 92 天，请缩短，到期再委托。",
                "One delegation lasts 92 days at most; shorten it, and delegate again later.",
            ),
            DelegationFault::Twice => lang.pick(
                "这几天已委托给此人，请先收回或另选日期。",
                "You have delegated to this person on some of these days; revoke that first or choose other days.",
            ),
        }
    }
}

impl Delegation {
    /// Whether the power is lent on a day.
    #[must_use]
    pub fn is_in_force(&self, day: Day) -> bool {
        self.revoked_at.is_none() && self.first <= day && day <= self.last
    }

    /// Whether a member may stand in for a head.
    #[must_use]
    pub fn fits(member: &Member) -> bool {
        may(&member.roles, Power::ApproveCases)
    }

    /// Whether it may be given today, beside those that were given before.
    ///
    /// # Errors
    /// Why not.
    pub fn judge(
        &self,
        today: Day,
        members: &[Member],
        before: &[Delegation],
    ) -> Result<(), DelegationFault> {
        let member = |person| members.iter().find(|one: &&Member| one.person == person);
        let holds = member(self.from).is_some_and(|one| may(&one.roles, Power::ApproveCases));
        let meets = |one: &&Delegation| {
            let same = one.revoked_at.is_none() && (one.from, one.to) == (self.from, self.to);
            same && one.first <= self.last && self.first <= one.last
        };
        match () {
            () if !holds => Err(DelegationFault::NoPower),
            () if self.from == self.to => Err(DelegationFault::Oneself),
            () if !member(self.to).is_some_and(Delegation::fits) => Err(DelegationFault::NotFit),
            () if self.first < today => Err(DelegationFault::Past),
            () if self.last < self.first => Err(DelegationFault::Order),
            () if self.last.signed_duration_since(self.first).num_days() >= DELEGATION_DAYS_MAX => {
                Err(DelegationFault::TooLong)
            }
            () if before.iter().any(|one| meets(&one)) => Err(DelegationFault::Twice),
            () => Ok(()),
        }
    }
}
