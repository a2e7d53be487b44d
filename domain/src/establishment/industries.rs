//! Which industry a word of a ledger means.

use std::collections::HashMap;

use crate::catalogue::{Catalogue, IndustryId};
use crate::value::{ValueError, fold};

/// Endings that say nothing: 典当业 is 典当.
const ENDINGS: [&str; 6] = ["行业", "企业", "经营", "行", "业", "类"];

/// The words of all industries, ready to be asked row by row.
#[derive(Clone, Debug, Default)]
pub struct Industries {
    by_word: HashMap<String, IndustryId>,
    names: Vec<String>,
}

impl Industries {
    /// The industries of a catalogue with their names and aliases.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        Self::new(catalogue.industries.iter().map(|industry| {
            let mut words = vec![industry.name.zh.clone(), industry.name.en.clone()];
            words.extend(industry.words.iter().cloned());
            (industry.id.clone(), words)
        }))
    }

    /// Industries with their words, the name to be shown first; the id is always a word too.
    pub fn new(industries: impl IntoIterator<Item = (IndustryId, Vec<String>)>) -> Self {
        let mut known = Self::default();
        for (id, words) in industries {
            known.names.extend(words.first().cloned());
            known.by_word.insert(key(id.word()), id.clone());
            for word in words {
                known.by_word.entry(key(&word)).or_insert_with(|| id.clone());
            }
        }
        known
    }

    /// The industry that a word means.
    ///
    /// # Errors
    /// `unknown_industry`, with the names that are known.
    pub fn parse(&self, written: &str) -> Result<IndustryId, ValueError> {
        let whole = key(written);
        let stem =
            ENDINGS.iter().find_map(|ending| whole.strip_suffix(ending).filter(|stem| !stem.is_empty()));
        let found = self.by_word.get(&whole).or_else(|| {
            let stem = stem?;
            self.by_word.get(stem).or_else(|| {
                let endings = ENDINGS.iter().map(|ending| format!("{stem}{ending}"));
                endings.into_iter().find_map(|word| self.by_word.get(&word))
            })
        });
        found.cloned().ok_or_else(|| ValueError::UnknownIndustry {
            written: written.trim().chars().filter(|c| !c.is_control()).take(20).collect(),
            known: self.names.join("、"),
        })
    }
}

/// Letters, digits and Han characters, folded: 酒类（批发、零售） is 酒类批发零售.
fn key(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use rstest::rstest;

    use super::*;

    /// Words as the catalogue's files have them.
    pub(crate) fn six() -> Industries {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        Industries::new([
            (IndustryId::new("liquor"), words(&["酒类流通", "酒", "酒类", "酒类批发零售"])),
            (IndustryId::new("oil"), words(&["成品油零售", "加油站", "成品油"])),
            (
                IndustryId::new("slaughter"),
                words(&["生猪屠宰", "屠宰", "屠宰厂", "定点屠宰", "生猪定点屠宰"]),
            ),
            (IndustryId::new("pawn"), words(&["典当", "典当行"])),
            (IndustryId::new("auction"), words(&["拍卖"])),
            (IndustryId::new("vehicle"), words(&["二手车", "旧机动车", "旧机动车鉴定评估"])),
        ])
    }

    #[rstest]
    #[case("酒", "liquor")]
    #[case("酒类（批发、零售）", "liquor")]
    #[case(" 加 油 站 ", "oil")]
    #[case("典当业", "pawn")]
    #[case("拍卖业", "auction")]
    #[case("拍卖行业", "auction")]
    #[case("生猪定点屠宰", "slaughter")]
    #[case("旧机动车", "vehicle")]
    fn a_ledgers_word_is_understood(#[case] written: &str, #[case] id: &str) {
        assert_eq!(six().parse(written).unwrap().word(), id);
    }

    #[rstest]
    #[case("棋牌室")]
    #[case("???")]
    #[case("业")]
    fn an_unknown_word_is_refused(#[case] written: &str) {
        assert_eq!(six().parse(written).unwrap_err().code(), "unknown_industry");
    }
}
