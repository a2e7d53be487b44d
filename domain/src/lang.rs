//! The two languages of the screens.

use serde::{Deserialize, Serialize};

/// A language of the interface. Simplified Chinese is first and the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Zh,
    En,
}

impl Lang {
    /// The BCP 47 tag for `<html lang>`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// Reads a cookie's or a setting's word; anything unknown is Chinese.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        if word == "en" { Lang::En } else { Lang::Zh }
    }

    /// Chooses between a Chinese and an English form.
    #[must_use]
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
