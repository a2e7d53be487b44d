//! Numbers of decisions inside whatever a payer wrote: 缴道商罚决[2026]18号罚款.

use unicode_normalization::UnicodeNormalization;

/// Characters before the year that may belong to the number.
const WORD_MAX: usize = 16;
/// A note is read so far, in characters: a cell may hold a whole book.
const TEXT_MAX: usize = 500;
/// So many years in brackets are read.
const NUMBERS_MAX: usize = 10;

/// What the text may name as the number of a decision, as the bureau writes it: 道商罚决〔2026〕18号. Where it begins nobody
/// can tell, so each beginning is one.
pub(super) fn numbers_in(text: &str) -> Vec<String> {
    let text: String =
        text.chars().take(TEXT_MAX).nfkc().filter(|c| !c.is_whitespace()).map(bracket).collect();
    let mut found = Vec::new();
    let named = text.match_indices('〔').filter_map(|(at, one)| Some((at, tail(&text[at + one.len()..])?)));
    for (at, rest) in named.take(NUMBERS_MAX) {
        let before = &text[..at];
        let word: Vec<char> = before.chars().rev().take_while(|c| c.is_alphabetic()).take(WORD_MAX).collect();
        let word: Vec<char> = word.into_iter().rev().collect();
        for begin in 0..word.len() {
            found.push(format!("{}〔{rest}", word[begin..].iter().collect::<String>()));
        }
    }
    found
}

fn bracket(c: char) -> char {
    match c {
        '(' | '[' | '【' | '{' | '《' => '〔',
        ')' | ']' | '】' | '}' | '》' => '〕',
        other => other,
    }
}

/// `2026〕18号` of what follows the bracket; 第 and leading noughts are not written.
fn tail(after: &str) -> Option<String> {
    let (year, rest) = after.split_once('〕')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let serial: u32 = digits.parse().ok()?;
    is_year.then(|| format!("{year}〕{serial}号"))
}
