//! Who may decide (职权): capacities, levels, and what one bureau was given on which days.
//!
//! Power is data: bureau × industry × capacity × level × from–to × basis document. The State moves
//! industries between authorities, a province may give one authority the powers of others
//! (行政处罚法 art. 18, with the measures that go with it: 行政强制法 art. 17), and counties differ.

use serde::{Deserialize, Serialize};

use super::{Bilingual, IndustryId, PenaltyKind};
use crate::Day;
use crate::Lang;
use crate::id::BureauId;

/// In which quality an authority acts. One vocabulary for rows, grants and licences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// 商务
    Commerce,
    /// 农业农村
    Agriculture,
    /// 市场监督管理（2018 年前的工商、质监、食药监）
    MarketRegulation,
    /// 地方金融管理
    LocalFinance,
    /// 价格
    Price,
    /// 人力资源和社会保障
    Labour,
    /// 公安
    Police,
    /// 税务
    Tax,
    /// 应急管理（原安监）
    Emergency,
    /// 人民政府
    Government,
    /// 发证机关
    Issuer,
}

impl Capacity {
    /// Every capacity, in the order of the screens.
    pub const ALL: [Capacity; 11] = [
        Capacity::Commerce,
        Capacity::Agriculture,
        Capacity::MarketRegulation,
        Capacity::LocalFinance,
        Capacity::Price,
        Capacity::Labour,
        Capacity::Police,
        Capacity::Tax,
        Capacity::Emergency,
        Capacity::Government,
        Capacity::Issuer,
    ];

    /// The word in data files and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Capacity::Commerce => "commerce",
            Capacity::Agriculture => "agriculture",
            Capacity::MarketRegulation => "market_regulation",
            Capacity::LocalFinance => "local_finance",
            Capacity::Price => "price",
            Capacity::Labour => "labour",
            Capacity::Police => "police",
            Capacity::Tax => "tax",
            Capacity::Emergency => "emergency",
            Capacity::Government => "government",
            Capacity::Issuer => "issuer",
        }
    }

    /// The capacity of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Capacity::ALL.into_iter().find(|capacity| capacity.word() == word)
    }

    /// What people call the authority.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Capacity::Commerce => lang.pick("商务主管部门", "commerce authority"),
            Capacity::Agriculture => lang.pick("农业农村主管部门", "agriculture authority"),
            Capacity::MarketRegulation => lang.pick("市场监督管理部门", "market regulation authority"),
            Capacity::LocalFinance => lang.pick("地方金融管理部门", "local financial authority"),
            Capacity::Price => lang.pick("价格主管部门", "price authority"),
            Capacity::Labour => lang.pick("人力资源和社会保障部门", "labour authority"),
            Capacity::Police => lang.pick("公安机关", "police"),
            Capacity::Tax => lang.pick("税务机关", "tax authority"),
            Capacity::Emergency => lang.pick("应急管理部门", "emergency management authority"),
            Capacity::Government => lang.pick("人民政府", "people's government"),
            Capacity::Issuer => lang.pick("发证机关", "issuing authority"),
        }
    }
}

/// The level of an authority. A higher level may do what a lower one may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 县级. The default of the law (行政处罚法 art. 23).
    #[default]
    County,
    /// 设区的市级
    City,
    /// 省级
    Province,
}

impl Level {
    /// Every level, lowest first.
    pub const ALL: [Level; 3] = [Level::County, Level::City, Level::Province];

    /// The word in data files and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Level::County => "county",
            Level::City => "city",
            Level::Province => "province",
        }
    }

    /// The level of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Level::ALL.into_iter().find(|level| level.word() == word)
    }

    /// How the level is called before an authority's name.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Level::County => lang.pick("县级", "county"),
            Level::City => lang.pick("设区的市级", "city"),
            Level::Province => lang.pick("省级", "provincial"),
        }
    }
}

/// An authority named by capacity and lowest level: who has a power that somebody else lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Authority {
    pub capacity: Capacity,
    pub level: Level,
}

impl Authority {
    /// "县级以上农业农村主管部门", "county (or higher) agriculture authority".
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        let (level, capacity) = (self.level.name(lang), self.capacity.name(lang));
        match (self.capacity, self.level, lang) {
            (Capacity::Issuer, _, _) => capacity.to_owned(),
            (Capacity::Government, _, Lang::Zh) | (_, Level::Province, Lang::Zh) => {
                format!("{level}{capacity}")
            }
            (Capacity::Government, _, Lang::En) | (_, Level::Province, Lang::En) => {
                format!("{level} {capacity}")
            }
            (_, _, Lang::Zh) => format!("{level}以上{capacity}"),
            (_, _, Lang::En) => format!("{level} (or higher) {capacity}"),
        }
    }
}

/// Who decides under a row, for which kinds of penalty, on which days of deciding.
///
/// The day is the day of filing or of the decision, not the day of the act: an authority that gave
/// an industry away cannot decide old acts either.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decider {
    pub capacity: Capacity,
    #[serde(default)]
    pub level: Level,
    /// The kinds this entry is about; empty: every kind that no other entry of the row names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<PenaltyKind>,
    /// First day of deciding; none: from the row's first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day of deciding; none: still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
}

impl Decider {
    /// Whether this entry speaks on a day.
    #[must_use]
    pub fn speaks_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// The authority named by this entry.
    #[must_use]
    pub fn authority(&self) -> Authority {
        Authority { capacity: self.capacity, level: self.level }
    }
}

/// What one bureau was given: an industry, in one capacity, up to one level, from–to, by a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PowerGrant {
    pub bureau: BureauId,
    pub industry: IndustryId,
    pub capacity: Capacity,
    pub level: Level,
    pub from: Day,
    /// Last day; none: still.
    pub to: Option<Day>,
    /// The document that gives the power, as it is cited.
    pub basis: Bilingual,
}

impl PowerGrant {
    /// Whether the grant holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// The grant by which `bureau` may decide in `industry` as `capacity` at `level` on `day`, if it has one.
#[must_use]
pub fn power_on<'a>(
    grants: &'a [PowerGrant],
    bureau: BureauId,
    industry: &IndustryId,
    authority: Authority,
    day: Day,
) -> Option<&'a PowerGrant> {
    grants.iter().find(|grant| {
        grant.bureau == bureau
            && grant.industry == *industry
            && grant.capacity == authority.capacity
            && grant.level >= authority.level
            && grant.holds_on(day)
    })
}
