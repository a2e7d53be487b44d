//! The words by which a row is found: pairs of characters, pinyin syllables, initials, numbers.

use std::collections::BTreeSet;

use domain::value::fold;
use pinyin::ToPinyin;

/// Stands before a syllable.
const SYLLABLE: char = ':';
/// Stands before a pair of initials.
const INITIALS: char = '~';
/// Stands before a number.
const NUMBER: char = '#';
/// Stands before a number written backwards, so that its end is a beginning.
const NUMBER_BACKWARDS: char = '%';
/// Longest text that is taken apart, in characters.
const TEXT_MAX: usize = 120;

/// The tokens of names, each found by its pieces and by its sound, and of numbers, found by their ends.
pub(crate) fn tokens_of<'a>(
    names: impl IntoIterator<Item = &'a str>,
    numbers: impl IntoIterator<Item = &'a str>,
) -> BTreeSet<String> {
    let mut tokens = BTreeSet::new();
    for name in names {
        pairs(name, &mut tokens);
        sounds(name, &mut tokens);
    }
    for number in numbers {
        self::number(number, &mut tokens);
    }
    tokens
}

/// A number's tokens: from its beginning and from its end.
pub(crate) fn number(number: &str, tokens: &mut BTreeSet<String>) {
    let number = letters(number);
    tokens.insert(format!("{NUMBER}{number}"));
    tokens.insert(NUMBER_BACKWARDS.to_string() + &number.chars().rev().collect::<String>());
}

/// Whether a text holds a word, as it is written, by its sound or by its initials.
pub(crate) fn holds(text: &str, word: &str) -> bool {
    let wanted = letters(word);
    let text = letters(text);
    text.contains(&wanted)
        || wanted.is_ascii()
            && (initials(&text).contains(&wanted) || crate::pinyin::key(&text).contains(&wanted))
}

/// Folded letters, digits and Han characters.
pub(crate) fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).take(TEXT_MAX).collect()
}

/// A text's pairs of characters.
pub(crate) fn pairs(text: &str, tokens: &mut BTreeSet<String>) {
    let letters: Vec<char> = letters(text).chars().collect();
    tokens.extend(letters.windows(2).map(|pair| pair.iter().collect::<String>()));
    // The last character alone, so that one character finds it as a beginning too.
    tokens.extend(letters.last().map(ToString::to_string));
}

fn sounds(text: &str, tokens: &mut BTreeSet<String>) {
    let letters = letters(text);
    let mut initials = Vec::new();
    for (letter, syllable) in letters.chars().zip(letters.as_str().to_pinyin()) {
        match syllable {
            Some(syllable) => {
                tokens.insert(format!("{SYLLABLE}{}", syllable.plain()));
                initials.extend(syllable.plain().chars().next());
            }
            None => initials.push(letter),
        }
    }
    tokens.extend(initials.windows(2).map(|pair| format!("{INITIALS}{}{}", pair[0], pair[1])));
}

/// Initials of a text, for the exact check.
pub(crate) fn initials(text: &str) -> String {
    let letters = letters(text);
    let sounds = letters.chars().zip(letters.as_str().to_pinyin());
    sounds
        .filter_map(|(letter, syllable)| match syllable {
            Some(syllable) => syllable.plain().chars().next(),
            None => Some(letter),
        })
        .collect()
}

/// What one word of a search asks for: all of these tokens, or a token that begins so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    All(Vec<String>),
    Begins(String),
}

/// The ways in which a word can be meant.
pub(crate) fn asks(word: &str) -> Vec<Ask> {
    let word = letters(word);
    let chars: Vec<char> = word.chars().collect();
    if chars.is_empty() {
        return Vec::new();
    }
    if chars.len() == 1 {
        return vec![Ask::Begins(word)];
    }
    let mut asks = vec![Ask::All(chars.windows(2).map(|pair| pair.iter().collect()).collect())];
    if word.is_ascii() {
        if word.chars().any(|c| c.is_ascii_digit()) {
            asks.push(Ask::Begins(format!("{NUMBER}{word}")));
            asks.push(Ask::Begins(NUMBER_BACKWARDS.to_string() + &chars.iter().rev().collect::<String>()));
        } else {
            asks.push(Ask::All(
                chars.windows(2).map(|pair| format!("{INITIALS}{}{}", pair[0], pair[1])).collect(),
            ));
            if let Some(syllables) = syllables(&word) {
                asks.push(Ask::All(syllables.iter().map(|one| format!("{SYLLABLE}{one}")).collect()));
            }
        }
    }
    asks
}

const BEGINNINGS: [&str; 23] = [
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c",
    "s", "y", "w",
];
const ENDINGS: [&str; 35] = [
    "iang", "iong", "uang", "ang", "eng", "ing", "ong", "ian", "iao", "uai", "uan", "ai", "an", "ao", "ei",
    "en", "er", "ia", "ie", "in", "iu", "ou", "ua", "ue", "ui", "un", "uo", "ve", "a", "e", "i", "o", "u",
    "v", "ng",
];

/// A word taken apart into syllables, longest first, stepping back where that leads nowhere.
///
/// From the word's end to its beginning each place is looked at once: stepping back through a word of anybody's making
/// would double with each letter.
fn syllables(word: &str) -> Option<Vec<&str>> {
    // Where the first syllable of what begins at a place ends; none where it cannot be taken apart.
    let mut ends: Vec<Option<usize>> = vec![None; word.len()];
    let is_apart = |ends: &[Option<usize>], at: usize| at == word.len() || ends[at].is_some();
    for at in (0..word.len()).rev() {
        let Some(rest) = word.get(at..) else { continue };
        let beginning = BEGINNINGS.iter().find(|one| rest.starts_with(**one)).map_or(0, |one| one.len());
        let fits = ENDINGS.iter().filter(|ending| rest[beginning..].starts_with(**ending));
        ends[at] = fits.map(|ending| at + beginning + ending.len()).find(|end| is_apart(&ends, *end));
    }
    let mut syllables = Vec::new();
    let mut at = 0;
    while at < word.len() {
        let end = ends[at]?;
        syllables.push(&word[at..end]);
        at = end;
    }
    Some(syllables)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinyin_is_taken_apart_into_syllables() {
        assert_eq!(syllables("daoxiansima"), Some(vec!["dao", "xian", "si", "ma"]));
        assert_eq!(syllables("jiuye"), Some(vec!["jiu", "ye"]));
        assert_eq!(syllables("dxsm"), None);
        assert_eq!(syllables("fangan"), Some(vec!["fang", "an"]));
        assert_eq!(syllables("四马"), None);
    }

    #[test]
    fn a_word_of_many_ways_that_all_lead_nowhere_is_answered_at_once() {
        for many in ["ia", "uai", "xian", "iangan"] {
            let mut word = many.repeat(TEXT_MAX / many.len() - 1);
            word.push('x');
            assert_eq!(syllables(&word), None, "{many}");
            assert_eq!(asks(&word).len(), 2, "{many}");
        }
        assert_eq!(syllables(&"ia".repeat(60)).map(|all| all.len()), Some(60));
    }

    #[test]
    fn a_word_is_asked_in_every_way_it_can_be_meant() {
        assert_eq!(asks("四马桥"), [Ask::All(vec!["四马".into(), "马桥".into()])]);
        assert_eq!(asks("四"), [Ask::Begins("四".into())]);
        assert!(asks("dxsm").contains(&Ask::All(vec!["~dx".into(), "~xs".into(), "~sm".into()])));
        assert!(asks("431124").contains(&Ask::Begins("#431124".into())));
        assert!(asks("0017").contains(&Ask::Begins("%7100".into())));
        assert!(asks(" ！ ").is_empty());
    }
}
