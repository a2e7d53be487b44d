//! Execution (执行): row 20; 行政处罚法 art. 66–72. Money goes to the bank; officers collect it by exception only.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Cash, Decided, Event, Name, Performance, Progress, Served, Track, spot_limits};
use crate::id::PartyId;
use crate::refusal::{BankOnly, Fact, Refusal, RefusalCode};
use crate::value::Money;
use crate::{Day, Lang};

/// Why officers may collect a fine on the spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CollectionGround {
    /// 一百元以下 (art. 68(1)).
    SmallFine,
    /// 不当场收缴事后难以执行 (art. 68(2)).
    HardLater,
    /// 边远、水上、交通不便，当事人提出 (art. 69); the ordinary procedure has it too.
    RemoteAtOwnWish,
}

impl CollectionGround {
    /// Every ground, in the order of the form.
    pub const ALL: [CollectionGround; 3] =
        [CollectionGround::SmallFine, CollectionGround::HardLater, CollectionGround::RemoteAtOwnWish];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            CollectionGround::SmallFine => "small_fine",
            CollectionGround::HardLater => "hard_later",
            CollectionGround::RemoteAtOwnWish => "remote_at_own_wish",
        }
    }

    /// What the ground is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            CollectionGround::SmallFine => {
                lang.pick("一百元以下的罚款（第六十八条）", "fine of ¥100 or less (art. 68)")
            }
            CollectionGround::HardLater => {
                lang.pick("不当场收缴事后难以执行（第六十八条）", "hard to enforce later (art. 68)")
            }
            CollectionGround::RemoteAtOwnWish => lang.pick(
                "边远、水上、交通不便地区，当事人提出（第六十九条）",
                "remote place, at the party's own wish (art. 69)",
            ),
        }
    }
}

/// How the money came. The bank is told by its voucher alone, as before there was another way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Paid {
    /// 当场收缴, with the official receipt (art. 70).
    OnTheSpot {
        ground: CollectionGround,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        receipt: Option<Name>,
    },
    /// At the bank, with its voucher number.
    AtBank { voucher: Name },
}

/// A payment, whole or in part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    pub party: PartyId,
    pub amount: Money,
    #[serde(flatten)]
    pub paid: Paid,
}

/// Money received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    pub on: Day,
    pub seq: u32,
    pub amount: Money,
    /// Where it is, if officers collected it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cash: Option<Cash>,
}

/// A party that has begun to perform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Executing {
    pub served: Served,
    pub payments: Vec<Payment>,
    pub performances: Vec<Performance>,
}

impl Executing {
    /// The first step of execution, before anything is paid or done.
    pub(super) fn begin(served: Served) -> Self {
        Executing { served, payments: Vec::new(), performances: Vec::new() }
    }

    /// What has been paid so far.
    #[must_use]
    pub fn paid(&self) -> Money {
        Money(self.payments.iter().map(|payment| payment.amount.0).sum())
    }

    /// What is still owed, never below zero.
    #[must_use]
    pub fn rest(&self) -> Money {
        Money((self.served.decided.money().0 - self.paid().0).max(0))
    }
}

impl Progress {
    /// What the party still owes, once a decision was served.
    #[must_use]
    pub fn rest(&self) -> Money {
        match self {
            Progress::Served(served) => served.decided.money(),
            Progress::Executing(executing) => executing.rest(),
            Progress::AtCourt(at_court) => at_court.executing.rest(),
            _ => Money::ZERO,
        }
    }

    pub(super) fn pay(self, facts: &Pay, event: &Event) -> Result<Self, Refusal> {
        let collected = matches!(facts.paid, Paid::OnTheSpot { .. }) && event.entry.on_paper.is_none();
        let cash = collected.then_some(Cash::WithOfficers);
        let payment = Payment { on: event.on, seq: event.seq, amount: facts.amount, cash };
        self.execute(ActKind::Pay, |executing| executing.payments.push(payment))
    }

    /// A step of execution: the first one begins it; a case at court stays there.
    pub(super) fn execute(self, act: ActKind, change: impl FnOnce(&mut Executing)) -> Result<Self, Refusal> {
        match self {
            Progress::Served(served) => {
                let mut executing = Executing::begin(served);
                change(&mut executing);
                Ok(Progress::Executing(executing))
            }
            Progress::Executing(mut executing) => {
                change(&mut executing);
                Ok(Progress::Executing(executing))
            }
            Progress::AtCourt(mut at_court) => {
                change(&mut at_court.executing);
                Ok(Progress::AtCourt(at_court))
            }
            other => Err(other.refuses(act)),
        }
    }
}

impl Judge<'_> {
    /// Principal or surcharge is owed today. Money is taken also while the public notice of the decision runs: nobody is
    /// forced to anything, whoever pays has learned of the decision, and to send the party away would only bring it
    /// nearer to the surcharge. What follows upon an unpaid fine waits for the service (`in_effect`).
    pub(super) fn payable(&self, track: &Track) -> Result<(), RefusalCode> {
        if track.owed(self.on, &self.context) > Money::ZERO { Ok(()) } else { Err(RefusalCode::NothingOwed) }
    }

    pub(super) fn pay(&self, facts: &Pay) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        let (progress, rest) = (&track.progress, track.owed(self.on, &self.context));
        if facts.amount <= Money::ZERO {
            return Err(RefusalCode::MissingFact { fact: Fact::Amount });
        }
        if facts.amount > rest {
            return Err(RefusalCode::OutsideRange { min: Money(1), max: rest });
        }
        let (Paid::OnTheSpot { ground, receipt }, Some(decided)) = (&facts.paid, progress.decided()) else {
            return Ok(());
        };
        collectable(*ground, decided)?;
        if receipt.is_some() { Ok(()) } else { Err(RefusalCode::NoReceipt) }
    }
}

/// Whether the ground fits the decision: those of art. 68 are of penalties on the spot.
fn collectable(ground: CollectionGround, decided: &Decided) -> Result<(), RefusalCode> {
    let bank = |why| Err(RefusalCode::BankOnly { why });
    let max = spot_limits(decided.on).map_or(Money::ZERO, |limits| limits.collected);
    match ground {
        CollectionGround::RemoteAtOwnWish => Ok(()),
        _ if !decided.procedure.is_simplified() => bank(BankOnly::Ordinary),
        CollectionGround::SmallFine if decided.money() > max => bank(BankOnly::Fine { max }),
        _ => Ok(()),
    }
}
