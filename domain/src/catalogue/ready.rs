//! The two ready power settings of a bureau.

use serde::{Deserialize, Serialize};

use super::{Bilingual, Capacity, Catalogue, IndustryId, Level, PowerGrant};
use crate::id::BureauId;
use crate::{Day, Lang};

/// A power setting that is given as a whole; afterwards grants are changed one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadySetting {
    /// 商务现行职权: what general law leaves a commerce bureau, day by day. The default of a fresh bureau.
    CommerceToday,
    /// 综合执法: the capacities of all industries, by a named decision of the province.
    ComprehensiveEnforcement,
}

impl ReadySetting {
    /// Both, the default first.
    pub const ALL: [ReadySetting; 2] = [ReadySetting::CommerceToday, ReadySetting::ComprehensiveEnforcement];

    /// The word in forms and in the audit.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ReadySetting::CommerceToday => "commerce_today",
            ReadySetting::ComprehensiveEnforcement => "comprehensive_enforcement",
        }
    }

    /// The setting of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        ReadySetting::ALL.into_iter().find(|setting| setting.word() == word)
    }

    /// What the setting is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            ReadySetting::CommerceToday => lang.pick("商务现行职权", "what commerce has today"),
            ReadySetting::ComprehensiveEnforcement => lang.pick("综合行政执法", "comprehensive enforcement"),
        }
    }
}

/// The capacities that one authority can be given together (行政处罚法 art. 18). Never those of the
/// police and the tax authority, nor what only a government or the issuer decides.
const COMBINED: [Capacity; 5] = [
    Capacity::Commerce,
    Capacity::Agriculture,
    Capacity::MarketRegulation,
    Capacity::LocalFinance,
    Capacity::Price,
];

/// The industry of sending labour abroad, which has no file of its own yet.
pub(super) const LABOUR_EXPORT: &str = "labour_export";

/// The grants of a ready setting for one bureau.
///
/// `level`: the bureau's own. `from` and `basis` are those of the decision and count for comprehensive
/// enforcement only. `reach`: industries for which the decision also gives a higher level, as it must
/// say by name (the demo: auction and pawn, to the province's level).
#[must_use]
pub fn ready_grants(
    catalogue: &Catalogue,
    setting: ReadySetting,
    bureau: BureauId,
    level: Level,
    from: Day,
    basis: &Bilingual,
    reach: &[(IndustryId, Level)],
) -> Vec<PowerGrant> {
    match setting {
        ReadySetting::CommerceToday => commerce_today(catalogue, bureau, level),
        ReadySetting::ComprehensiveEnforcement => comprehensive(catalogue, bureau, level, from, basis, reach),
    }
}

/// Commerce as the industries' files date it: what left the commerce authorities ends on its day, so
/// that old files can be entered under the power of their time.
fn commerce_today(catalogue: &Catalogue, bureau: BureauId, level: Level) -> Vec<PowerGrant> {
    let mut grants = Vec::new();
    for industry in &catalogue.industries {
        for span in industry.authorities.iter().filter(|span| span.capacity == Capacity::Commerce) {
            grants.push(PowerGrant {
                bureau,
                industry: industry.id.clone(),
                capacity: Capacity::Commerce,
                level,
                from: span.from,
                to: span.to,
                basis: span.basis.clone(),
            });
        }
    }
    if let Some(from) = Day::from_ymd_opt(2012, 8, 1) {
        grants.push(PowerGrant {
            bureau,
            industry: IndustryId::new(LABOUR_EXPORT),
            capacity: Capacity::Commerce,
            level,
            from,
            to: None,
            basis: Bilingual {
                zh: "对外劳务合作管理条例（国务院令第620号）".to_owned(),
                en: "Regulation on overseas labour cooperation (State Council order 620)".to_owned(),
            },
        });
    }
    grants
}

fn comprehensive(
    catalogue: &Catalogue,
    bureau: BureauId,
    level: Level,
    from: Day,
    basis: &Bilingual,
    reach: &[(IndustryId, Level)],
) -> Vec<PowerGrant> {
    let industries = catalogue.industries.iter().map(|industry| industry.id.clone());
    industries
        .chain([IndustryId::new(LABOUR_EXPORT)])
        .flat_map(|industry| {
            let reached = reach.iter().find(|(id, _)| *id == industry).map_or(level, |(_, higher)| *higher);
            COMBINED.into_iter().map(move |capacity| PowerGrant {
                bureau,
                industry: industry.clone(),
                capacity,
                level: reached.max(level),
                from,
                to: None,
                basis: basis.clone(),
            })
        })
        .collect()
}
