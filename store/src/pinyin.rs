//! Pinyin keys: what Chinese names are sorted and signed in by, the same on both engines.

use pinyin::ToPinyin;

/// Syllables without tones, joined, lower case; other characters as they are: 道县四马 → `daoxiansima`.
#[must_use]
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() * 2);
    for (character, syllable) in text.chars().zip(text.to_pinyin()) {
        match syllable {
            Some(syllable) => key.push_str(syllable.plain()),
            None if character.is_whitespace() => {}
            None => key.extend(character.to_lowercase()),
        }
    }
    key
}

/// What a short text is found by: itself, its syllables and their initials, lower case, with spaces between.
#[must_use]
pub fn found_by(text: &str) -> String {
    format!("{} {} {}", text.to_lowercase(), key(text), crate::tokens::initials(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_becomes_syllables_and_the_rest_stays() {
        assert_eq!(key("道县四马 A1"), "daoxiansimaa1");
        assert_eq!(key("盘·子士"), "pan·zishi");
    }

    #[test]
    fn a_short_text_is_found_as_written_by_sound_and_by_initials() {
        assert_eq!(found_by("单位 A"), "单位 a danweia dwa");
    }
}
