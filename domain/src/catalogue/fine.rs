//! Fines as data: bands over a named base, and the range that a row gives one party.

use serde::{Deserialize, Serialize};

use super::{Grade, PartyKind, PartyRole, ViolationRow};
use crate::Lang;
use crate::value::Money;

/// The amount on which a fine is computed. They are not interchangeable: 货值 is not 违法所得.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FineBase {
    /// 货值金额
    GoodsValue,
    /// 违法所得
    IllegalIncome,
    /// 违法经营额
    IllegalTurnover,
    /// 佣金
    Commission,
    /// 成交价
    HammerPrice,
    /// 最高应价
    HighestBid,
    /// 当金数额
    LoanPrincipal,
    /// 运输费用
    Freight,
    /// 虚开金额
    InvoicedAmount,
    /// 销售金额
    SalesAmount,
}

impl FineBase {
    /// What the base is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            FineBase::GoodsValue => lang.pick("货值金额", "value of goods"),
            FineBase::IllegalIncome => lang.pick("违法所得", "illegal gains"),
            FineBase::IllegalTurnover => lang.pick("违法经营额", "illegal turnover"),
            FineBase::Commission => lang.pick("佣金", "commission"),
            FineBase::HammerPrice => lang.pick("成交价", "hammer price"),
            FineBase::HighestBid => lang.pick("最高应价", "highest bid"),
            FineBase::LoanPrincipal => lang.pick("当金数额", "loan principal"),
            FineBase::Freight => lang.pick("运输费用", "freight"),
            FineBase::InvoicedAmount => lang.pick("虚开金额", "falsely invoiced amount"),
            FineBase::SalesAmount => lang.pick("销售金额", "amount of sales"),
        }
    }
}

/// For whom a band is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BandParty {
    /// 单位
    Unit,
    /// 个人; a sole trader counts as one.
    Person,
}

/// One line of a formula: when it applies, and what it allows.
///
/// Thresholds as the law words them: 不足 excludes the number (`below`), 以上 and 以下 include it
/// (`at_least`, `at_most`), 超过 excludes it (`above`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FineBand {
    /// For units or persons only; none: for both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<BandParty>,
    /// The base of the thresholds and of the multiple.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<FineBase>,
    /// Base < this many yuan (不足).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<i64>,
    /// Base ≤ this many yuan (以下).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<i64>,
    /// Base ≥ this many yuan (以上).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<i64>,
    /// Base > this many yuan (超过).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<i64>,
    /// The band for a base that is none or cannot be ascertained (没有违法所得；货值难以确定).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub without_base: bool,
    /// Least and most in yuan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yuan: Option<(i64, i64)>,
    /// Least and most in percent of the base: ten to twenty times is (1000, 2000).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<(i64, i64)>,
    /// At least this many percent of the base, with `cap` as the upper end (一倍以上，最高不超过三万元).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_percent: Option<i64>,
    /// Never more than this many yuan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap: Option<i64>,
}

/// How a row computes a fine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FineFormula {
    /// 依据待核: nobody has verified an amount; no fine can be drafted from it.
    Unverified,
    /// The first band that fits the party and the base counts.
    Bands(Vec<FineBand>),
}

/// What is known about the base of a fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BaseAmount {
    /// Never negative.
    Known(Money),
    /// There was none (没有违法所得).
    Nothing,
    /// It cannot be ascertained (难以确定、无法计算); the reason stands in the report.
    NotAscertainable,
}

/// The lawful range of a fine, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FineRange {
    /// Zero where the law names no lower end.
    pub min: Money,
    pub max: Money,
}

impl FineRange {
    /// Whether an amount lies in the range, ends included.
    #[must_use]
    pub fn contains(self, amount: Money) -> bool {
        self.min <= amount && amount <= self.max
    }
}

/// Why a row gives no range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoRange {
    /// 依据待核 (`amount_unverified`).
    AmountUnverified,
    /// The row does not name this role of a party.
    RoleNotNamed,
    /// The row names no fine for this role.
    NoFine,
    /// The base must be stated first, or the row has no band for what was stated.
    BaseMissing(FineBase),
    /// The row has no band for this kind of party.
    PartyNotNamed,
}

impl FineBand {
    fn fits_party(&self, kind: PartyKind) -> bool {
        match self.party {
            None => true,
            Some(BandParty::Person) => kind.counts_as_person(),
            Some(BandParty::Unit) => !kind.counts_as_person(),
        }
    }

    /// Whether the amount passes every threshold of the band.
    fn fits_amount(&self, amount: Money) -> bool {
        self.below.is_none_or(|limit| amount < Money::yuan(limit))
            && self.at_most.is_none_or(|limit| amount <= Money::yuan(limit))
            && self.at_least.is_none_or(|limit| amount >= Money::yuan(limit))
            && self.above.is_none_or(|limit| amount > Money::yuan(limit))
    }

    /// Whether the band asks nothing about a base.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.base.is_none() && !self.without_base
    }

    fn range(&self, base: Money) -> Option<FineRange> {
        let (min, max) = match (self.yuan, self.percent, self.min_percent) {
            (Some((min, max)), _, _) => (Money::yuan(min), Money::yuan(max)),
            (None, Some((min, max)), _) => (percent_of(base, min), percent_of(base, max)),
            (None, None, Some(min)) => (percent_of(base, min), Money(i64::MAX)),
            (None, None, None) => return None,
        };
        let cap = self.cap.map_or(Money(i64::MAX), Money::yuan);
        Some(FineRange { min: min.min(cap), max: max.min(cap) })
    }
}

/// Percent of an amount, rounded down to a 分, saturating.
fn percent_of(base: Money, percent: i64) -> Money {
    let exact = i128::from(base.fen()) * i128::from(percent) / 100;
    Money(i64::try_from(exact).unwrap_or(i64::MAX))
}

impl FineFormula {
    /// The base that must be stated before the range is known, if the formula has one.
    #[must_use]
    pub fn base(&self) -> Option<FineBase> {
        match self {
            FineFormula::Unverified => None,
            FineFormula::Bands(bands) => bands.iter().find_map(|band| band.base),
        }
    }

    /// The range for one party. `base`: none when it has not been stated yet.
    ///
    /// # Errors
    /// [`NoRange`] when the amount is 依据待核, the base is missing, or no band fits.
    pub fn range(&self, kind: PartyKind, base: Option<BaseAmount>) -> Result<FineRange, NoRange> {
        let FineFormula::Bands(bands) = self else { return Err(NoRange::AmountUnverified) };
        let fitting = || bands.iter().filter(|band| band.fits_party(kind));
        if fitting().next().is_none() {
            return Err(NoRange::PartyNotNamed);
        }
        let found = match base {
            Some(BaseAmount::Known(amount)) => fitting()
                .find(|band| !band.without_base && band.fits_amount(amount))
                .and_then(|band| band.range(amount)),
            // Without gains the fixed bands that reach down to zero hold (不足五万元或者没有违法所得).
            Some(BaseAmount::Nothing) => fitting()
                .find(|band| band.without_base || band.is_plain())
                .or_else(|| fitting().find(|band| band.yuan.is_some() && band.fits_amount(Money::ZERO)))
                .and_then(|band| band.range(Money::ZERO)),
            Some(BaseAmount::NotAscertainable) => fitting()
                .find(|band| band.without_base || band.is_plain())
                .and_then(|band| band.range(Money::ZERO)),
            None => fitting().find(|band| band.is_plain()).and_then(|band| band.range(Money::ZERO)),
        };
        match (found, self.base()) {
            (Some(range), _) => Ok(range),
            (None, Some(base)) => Err(NoRange::BaseMissing(base)),
            (None, None) => Err(NoRange::PartyNotNamed),
        }
    }
}

/// The range of the ordinary fine that a row gives a party in a role.
///
/// # Errors
/// [`NoRange`] says why there is none; with [`NoRange::AmountUnverified`] no fine may be drafted.
pub fn range(
    row: &ViolationRow,
    role: PartyRole,
    kind: PartyKind,
    base: Option<BaseAmount>,
) -> Result<FineRange, NoRange> {
    range_of(row, role, kind, base, |grade| grade != Grade::Serious)
}

/// The range when the circumstances are serious (情节严重): the row's own fine for that, else the
/// ordinary one.
///
/// # Errors
/// As [`range`].
pub fn range_when_serious(
    row: &ViolationRow,
    role: PartyRole,
    kind: PartyKind,
    base: Option<BaseAmount>,
) -> Result<FineRange, NoRange> {
    match range_of(row, role, kind, base, |grade| grade == Grade::Serious) {
        Err(NoRange::NoFine) => range(row, role, kind, base),
        found => found,
    }
}

/// The range that the circumstances open: [`range_when_serious`] or [`range`].
///
/// # Errors
/// As [`range`].
pub fn range_by_grade(
    row: &ViolationRow,
    role: PartyRole,
    kind: PartyKind,
    base: Option<BaseAmount>,
    serious: bool,
) -> Result<FineRange, NoRange> {
    if serious { range_when_serious(row, role, kind, base) } else { range(row, role, kind, base) }
}

fn range_of(
    row: &ViolationRow,
    role: PartyRole,
    kind: PartyKind,
    base: Option<BaseAmount>,
    wanted: impl Fn(Grade) -> bool,
) -> Result<FineRange, NoRange> {
    let rule = row.role(role).ok_or(NoRange::RoleNotNamed)?;
    let formula = rule
        .penalties
        .iter()
        .filter(|penalty| wanted(penalty.grade))
        .find_map(|penalty| penalty.fine.as_ref())
        .ok_or(NoRange::NoFine)?;
    formula.range(kind, base)
}
