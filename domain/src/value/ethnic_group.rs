//! The 56 ethnic groups of the country (GB 3304).

use serde::{Deserialize, Serialize};

use super::text::compact;
use super::{Noun, ValueError};
use crate::Lang;

/// In the order of the standard: name without 族, and in Latin letters.
const GROUPS: [(&str, &str); 56] = [
    ("汉", "Han"),
    ("蒙古", "Mongol"),
    ("回", "Hui"),
    ("藏", "Zang"),
    ("维吾尔", "Uygur"),
    ("苗", "Miao"),
    ("彝", "Yi"),
    ("壮", "Zhuang"),
    ("布依", "Buyei"),
    ("朝鲜", "Chosen"),
    ("满", "Man"),
    ("侗", "Dong"),
    ("瑶", "Yao"),
    ("白", "Bai"),
    ("土家", "Tujia"),
    ("哈尼", "Hani"),
    ("哈萨克", "Kazak"),
    ("傣", "Dai"),
    ("黎", "Li"),
    ("傈僳", "Lisu"),
    ("佤", "Va"),
    ("畲", "She"),
    ("高山", "Gaoshan"),
    ("拉祜", "Lahu"),
    ("水", "Sui"),
    ("东乡", "Dongxiang"),
    ("纳西", "Naxi"),
    ("景颇", "Jingpo"),
    ("柯尔克孜", "Kirgiz"),
    ("土", "Tu"),
    ("达斡尔", "Daur"),
    ("仫佬", "Mulao"),
    ("羌", "Qiang"),
    ("布朗", "Blang"),
    ("撒拉", "Salar"),
    ("毛南", "Maonan"),
    ("仡佬", "Gelao"),
    ("锡伯", "Xibe"),
    ("阿昌", "Achang"),
    ("普米", "Pumi"),
    ("塔吉克", "Tajik"),
    ("怒", "Nu"),
    ("乌孜别克", "Uzbek"),
    ("俄罗斯", "Russ"),
    ("鄂温克", "Ewenki"),
    ("德昂", "Deang"),
    ("保安", "Bonan"),
    ("裕固", "Yugur"),
    ("京", "Gin"),
    ("塔塔尔", "Tatar"),
    ("独龙", "Derung"),
    ("鄂伦春", "Oroqen"),
    ("赫哲", "Hezhen"),
    ("门巴", "Monba"),
    ("珞巴", "Lhoba"),
    ("基诺", "Jino"),
];

/// One of the 56; kept by its name without 族.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub struct EthnicGroup(u8);

impl EthnicGroup {
    /// Reads a name, with or without 族.
    ///
    /// # Errors
    /// `missing`, `control_character`, `unknown_choice`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let noun = Noun::EthnicGroup;
        let typed = compact(text, noun)?;
        if typed.is_empty() {
            return Err(ValueError::Missing { noun });
        }
        let name = typed.strip_suffix('族').unwrap_or(&typed);
        let at = (0_u8..).zip(GROUPS).find(|(_, (known, _))| *known == name).map(|(at, _)| at);
        at.map(Self).ok_or(ValueError::UnknownChoice { noun })
    }

    /// Every group, in the order of the standard.
    pub fn all() -> impl Iterator<Item = Self> {
        (0_u8..).zip(GROUPS).map(|(at, _)| Self(at))
    }

    /// The name without 族.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.names().0
    }

    /// As shown on screens: 瑶族, Yao.
    #[must_use]
    pub fn word(self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{}族", self.names().0),
            Lang::En => self.names().1.to_owned(),
        }
    }

    fn names(self) -> (&'static str, &'static str) {
        GROUPS.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

impl TryFrom<String> for EthnicGroup {
    type Error = ValueError;
    fn try_from(text: String) -> Result<Self, ValueError> {
        Self::parse(&text)
    }
}

impl From<EthnicGroup> for &'static str {
    fn from(group: EthnicGroup) -> &'static str {
        group.as_str()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_of_the_56_reads_back_with_and_without_its_suffix() {
        let names: BTreeSet<&str> = EthnicGroup::all().map(EthnicGroup::as_str).collect();
        assert_eq!(names.len(), 56);
        for group in EthnicGroup::all() {
            assert_eq!(EthnicGroup::parse(group.as_str()), Ok(group));
            assert_eq!(EthnicGroup::parse(&group.word(Lang::Zh)), Ok(group));
        }
    }

    #[test]
    fn spaces_do_not_matter_and_others_are_no_group() {
        assert_eq!(EthnicGroup::parse(" 瑶　族 ").unwrap().word(Lang::Zh), "瑶族");
        for (text, code) in [("", "missing"), ("族", "unknown_choice"), ("瑶汉", "unknown_choice")] {
            assert_eq!(EthnicGroup::parse(text).unwrap_err().code(), code, "{text}");
        }
    }

    #[test]
    fn it_is_kept_by_its_name() {
        let yao = EthnicGroup::parse("瑶").unwrap();
        assert_eq!(serde_json::to_string(&yao).unwrap(), "\"瑶\"");
        assert_eq!(serde_json::from_str::<EthnicGroup>("\"瑶族\"").unwrap(), yao);
    }
}
