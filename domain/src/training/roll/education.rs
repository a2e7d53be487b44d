//! How far somebody went to school.

use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::value::{Line, ValueError, fold};

/// Education in the usual words; what is called otherwise is kept as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Education {
    /// 小学
    Primary,
    /// 初中
    JuniorSecondary,
    /// 高中
    SeniorSecondary,
    /// 中专, with 技校 and 职高.
    Vocational,
    /// 大专
    JuniorCollege,
    /// 本科
    Bachelor,
    /// 研究生
    Postgraduate,
    Other(Line<20>),
}

impl Education {
    /// The usual ones, in order.
    pub const USUAL: [Education; 7] = [
        Education::Primary,
        Education::JuniorSecondary,
        Education::SeniorSecondary,
        Education::Vocational,
        Education::JuniorCollege,
        Education::Bachelor,
        Education::Postgraduate,
    ];

    /// Reads a word as rolls have it: 初中, 初中毕业, 初中文化, 专科, 大学本科.
    ///
    /// # Errors
    /// `missing`, `length`, `control_character`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let kept = Line::parse(text)?;
        let folded = fold(kept.as_str());
        let word = ["程度", "文化", "学历", "毕业"]
            .iter()
            .fold(folded.as_str(), |word, end| word.strip_suffix(end).unwrap_or(word));
        Ok(match word {
            "小学" => Education::Primary,
            "初中" | "初级中学" => Education::JuniorSecondary,
            "高中" | "高级中学" | "普高" => Education::SeniorSecondary,
            "中专" | "中职" | "中技" | "技校" | "职高" | "职业高中" | "中等专科" | "中专技校" => {
                Education::Vocational
            }
            "大专" | "专科" | "大学专科" | "高职" => Education::JuniorCollege,
            "本科" | "大学本科" | "大学" | "学士" => Education::Bachelor,
            "研究生" | "硕士" | "博士" | "硕士研究生" | "博士研究生" => {
                Education::Postgraduate
            }
            _ => Education::Other(kept),
        })
    }

    /// The word on screens and in exports.
    #[must_use]
    pub fn word(&self, lang: Lang) -> &str {
        match self {
            Education::Primary => lang.pick("小学", "Primary school"),
            Education::JuniorSecondary => lang.pick("初中", "Junior secondary school"),
            Education::SeniorSecondary => lang.pick("高中", "Senior secondary school"),
            Education::Vocational => lang.pick("中专", "Vocational school"),
            Education::JuniorCollege => lang.pick("大专", "Junior college"),
            Education::Bachelor => lang.pick("本科", "Bachelor"),
            Education::Postgraduate => lang.pick("研究生", "Postgraduate"),
            Education::Other(written) => written.as_str(),
        }
    }
}

impl TryFrom<String> for Education {
    type Error = ValueError;
    fn try_from(text: String) -> Result<Self, ValueError> {
        Self::parse(&text)
    }
}

impl From<Education> for String {
    fn from(education: Education) -> String {
        education.word(Lang::Zh).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("小学毕业", Education::Primary)]
    #[case(" 初　中 ", Education::JuniorSecondary)]
    #[case("高中文化程度", Education::SeniorSecondary)]
    #[case("技校", Education::Vocational)]
    #[case("专科", Education::JuniorCollege)]
    #[case("大学本科学历", Education::Bachelor)]
    #[case("半文盲", Education::Other(Line::parse("半文盲").unwrap()))]
    fn is_read_as_rolls_write_it(#[case] text: &str, #[case] education: Education) {
        assert_eq!(Education::parse(text), Ok(education));
    }

    #[test]
    fn is_kept_by_its_word() {
        for education in Education::USUAL {
            let kept = serde_json::to_string(&education).unwrap();
            assert_eq!(serde_json::from_str::<Education>(&kept).unwrap(), education);
        }
    }
}
