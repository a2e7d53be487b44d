//! The catalogue: industries, laws, licence kinds, violations and penalty formulas as dated data.
//!
//! What was in force on the day counts: a row is chosen by the day of the act, power is asked on the
//! day of filing and again on the day of the decision. A day that hits no row has no rule, never the
//! nearest one. The data files are parsed by `store::catalogue`; the types here serve every side.

mod check;
mod fine;
mod giving;
mod hearing;
mod industry;
mod penalty;
mod power;
mod ready;
mod search;
mod standing;
mod violation;
mod wording;

use serde::{Deserialize, Serialize};

use crate::{Day, Lang};

pub use check::{CatalogueFault, FaultReason, FaultSubject};
pub use fine::{
    BandParty, BaseAmount, FineBand, FineBase, FineFormula, FineRange, NoRange, range, range_by_grade,
    range_when_serious,
};
pub use giving::{PowerChange, PowerRefusal, change_to, industries_of_powers, may_end_power, may_give_power};
pub use hearing::{HearingThresholds, Intended, opens_hearing};
pub use industry::{ArticleRef, AuthoritySpan, Industry, IndustryId, Law, LawRank, LicenceForm, LicenceKind};
pub use penalty::{FirstStep, Grade, Penalty, PenaltyKind, RoleRule};
pub use power::{Authority, Capacity, Decider, Level, PowerGrant, power_on};
use ready::LABOUR_EXPORT;
pub use ready::{ReadySetting, ready_grants};
pub use search::{Hit, search};
pub use standing::{KindStanding, Standing, decides, standing};
pub use violation::{PartyKind, PartyRole, ViolationRow};
pub use wording::{span_words, unverified};

/// A text in both languages of the screens.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    pub zh: String,
    pub en: String,
}

impl Bilingual {
    /// The text in a language.
    #[must_use]
    pub fn pick(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

/// Everything that the data files say, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    pub laws: Vec<Law>,
    pub industries: Vec<Industry>,
}

impl Catalogue {
    /// An industry by its word.
    #[must_use]
    pub fn industry(&self, id: &IndustryId) -> Option<&Industry> {
        self.industries.iter().find(|industry| industry.id == *id)
    }

    /// A law by its id.
    #[must_use]
    pub fn law(&self, id: &str) -> Option<&Law> {
        self.laws.iter().find(|law| law.id == id)
    }

    /// A violation row by its full id, with its industry.
    #[must_use]
    pub fn violation(&self, id: &str) -> Option<(&Industry, &ViolationRow)> {
        self.rows().find(|(_, row)| row.id == id)
    }

    /// The row that has taken the place of one that is out of force on a day: the same violation in the same law's
    /// newer version, or in the law that took its place (行政处罚法 art. 37).
    #[must_use]
    pub fn successor(&self, row: &ViolationRow, on: Day) -> Option<&ViolationRow> {
        if row.in_force_on(on) {
            return None;
        }
        let follows =
            |one: &&ViolationRow| one.stem() == row.stem() && one.from > row.from && one.in_force_on(on);
        let newer = || self.rows().map(|(_, one)| one).filter(follows);
        newer().find(|one| one.law_stem() == row.law_stem()).or_else(|| newer().next())
    }

    /// A licence kind by its id, with its industry.
    #[must_use]
    pub fn licence_kind(&self, id: &str) -> Option<(&Industry, &LicenceKind)> {
        self.industries
            .iter()
            .flat_map(|industry| industry.licence_kinds.iter().map(move |kind| (industry, kind)))
            .find(|(_, kind)| kind.id == id)
    }

    /// Every violation row with its industry, in file order.
    pub fn rows(&self) -> impl Iterator<Item = (&Industry, &ViolationRow)> {
        self.industries.iter().flat_map(|industry| industry.violations.iter().map(move |row| (industry, row)))
    }

    /// The rows of an industry that judge acts of a day. Empty: no rule in force (`no_rule_in_force`).
    pub fn in_force<'a>(
        &'a self,
        industry: &IndustryId,
        act_day: Day,
    ) -> impl Iterator<Item = &'a ViolationRow> + use<'a> {
        self.industry(industry)
            .into_iter()
            .flat_map(|industry| industry.violations.iter())
            .filter(move |row| row.in_force_on(act_day))
    }

    /// The version of a violation that judges acts of a day, by the id of any of its versions. A
    /// version under the same law comes first.
    #[must_use]
    pub fn version_on(&self, id: &str, act_day: Day) -> Option<&ViolationRow> {
        let stem = id.split('@').next().unwrap_or(id);
        let law = self.violation(id).map(|(_, row)| row.law_stem());
        let versions =
            || self.rows().map(|(_, row)| row).filter(|row| row.stem() == stem && row.in_force_on(act_day));
        versions().find(|row| Some(row.law_stem()) == law).or_else(|| versions().next())
    }

    /// The industry that a ledger or a person calls by this word, blanks around it aside.
    #[must_use]
    pub fn industry_called(&self, word: &str) -> Option<&Industry> {
        let word = word.trim();
        self.industries.iter().find(|industry| {
            industry.id.word() == word
                || industry.name.zh == word
                || industry.name.en.eq_ignore_ascii_case(word)
                || industry.words.iter().any(|known| known == word)
        })
    }

    /// "《生猪屠宰管理条例》第三十一条第一款"; the bare id when the law is unknown.
    #[must_use]
    pub fn cite(&self, reference: &ArticleRef, lang: Lang) -> String {
        let name = self.law(&reference.law).map_or(reference.law.as_str(), |law| law.name.pick(lang));
        match (lang, reference.article.is_empty()) {
            (Lang::Zh, _) => format!("《{name}》{}", reference.article),
            (Lang::En, true) => name.to_owned(),
            (Lang::En, false) => format!("{name}, {}", reference.article),
        }
    }
}

#[cfg(test)]
mod tests;
