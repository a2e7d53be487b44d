//! Things that are held, line by line (物品清单): what, how much, and how each ended; 行政强制法 art. 24, 27, 28.

use serde::{Deserialize, Serialize};

use super::{Name, Sale};
use crate::value::{Line, Noun, ValueError};
use crate::{Day, Lang};

/// A list longer than this is several lists.
pub const GOODS_MAX: usize = 100;

/// Thousandths of a unit in one.
const THOUSANDTHS: u64 = 1_000;
/// The largest amount of a line, in whole units.
const UNITS_MAX: u64 = 1_000_000_000;

/// How much, in thousandths of a unit: above zero, up to a thousand million units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quantity(u64);

impl Quantity {
    /// `12`, `12.5`, `0.125`.
    ///
    /// # Errors
    /// [`ValueError::Range`] for what is no amount above zero with at most three decimals.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let wrong = ValueError::Range { noun: Noun::Quantity };
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || decimals.len() > 3 {
            return Err(wrong);
        }
        let units = whole.parse::<u64>().ok().filter(|units| *units <= UNITS_MAX).ok_or(wrong.clone())?;
        let rest = format!("{decimals:0<3}").parse::<u64>().map_err(|_| wrong.clone())?;
        match units * THOUSANDTHS + rest {
            0 => Err(wrong),
            amount => Ok(Quantity(amount)),
        }
    }
}

impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (units, rest) = (self.0 / THOUSANDTHS, self.0 % THOUSANDTHS);
        if rest == 0 {
            return write!(f, "{units}");
        }
        write!(f, "{units}.{}", format!("{rest:03}").trim_end_matches('0'))
    }
}

impl TryFrom<String> for Quantity {
    type Error = ValueError;
    fn try_from(text: String) -> Result<Self, ValueError> {
        Quantity::parse(&text)
    }
}

impl From<Quantity> for String {
    fn from(quantity: Quantity) -> String {
        quantity.to_string()
    }
}

/// The unit of an amount: 头, 公斤, 台. Up to 12 characters.
pub type GoodsUnit = Line<12>;

/// One line of a list of goods.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoodsLine {
    pub name: Name,
    pub quantity: Quantity,
    pub unit: GoodsUnit,
}

impl GoodsLine {
    /// 生猪 12 头, also with the unit written right behind the amount.
    ///
    /// # Errors
    /// What is wrong with the name, the amount or the unit.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let line = Line::<200>::parse(text)?;
        let is_amount = |c: char| c.is_ascii_digit() || c == '.';
        let before = line.as_str().trim_end_matches(|c| !is_amount(c));
        let unit = &line.as_str()[before.len()..];
        let name = before.trim_end_matches(is_amount);
        let quantity = Quantity::parse(&before[name.len()..])?;
        Ok(GoodsLine { name: Name::parse(name)?, quantity, unit: Line::parse(unit)? })
    }

    /// 生猪 12 头
    #[must_use]
    pub fn words(&self) -> String {
        format!("{} {} {}", self.name, self.quantity, self.unit)
    }
}

/// How a thing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoodsEnd {
    Returned,
    /// Where a law or regulation orders it (行政强制法 art. 27).
    Destroyed,
    /// By the decision.
    Confiscated,
    /// It goes on under a seizure of its own.
    Seized,
    /// With the case to another authority.
    HandedOver,
}

impl GoodsEnd {
    /// What officers do with things, in the order of the form; the others follow from an act of another kind.
    pub const BY_OFFICERS: [GoodsEnd; 2] = [GoodsEnd::Returned, GoodsEnd::Destroyed];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            GoodsEnd::Returned => "returned",
            GoodsEnd::Destroyed => "destroyed",
            GoodsEnd::Confiscated => "confiscated",
            GoodsEnd::Seized => "seized",
            GoodsEnd::HandedOver => "handed_over",
        }
    }

    /// What the end is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            GoodsEnd::Returned => lang.pick("已退还", "returned"),
            GoodsEnd::Destroyed => lang.pick("依法销毁", "destroyed by law"),
            GoodsEnd::Confiscated => lang.pick("没收", "confiscated"),
            GoodsEnd::Seized => lang.pick("转为扣押", "seized"),
            GoodsEnd::HandedOver => lang.pick("随案移交", "handed over with the case"),
        }
    }
}

/// One thing that is held: its measure's number, and its place in the list from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HeldThing {
    pub measure: u32,
    pub line: usize,
}

impl std::fmt::Display for HeldThing {
    /// As forms name it: `1-0`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.measure, self.line)
    }
}

/// A thing that is held, until it has an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldGoods {
    #[serde(flatten)]
    pub line: GoodsLine,
    /// It was sold; the proceeds are held in its stead and share its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sold: Option<Sale>,
    /// It had gone to the police and came back with the case; it waits for another end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_on: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<(Day, GoodsEnd)>,
}
