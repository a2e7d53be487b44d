//! Numbers by which somebody is known or reached: they never go public, however they are written.
//!
//! Nothing is asked of a number but its length. Identity numbers (15 or 18 digits), mobile and landline numbers, accounts
//! (12 to 19), passports and chat accounts all have seven digits or more, while the days, amounts and paper numbers of a
//! decision are known by how they are written.

use crate::Day;
use crate::value::{narrow, parse_day};

/// From so many digits on a number may be somebody's.
const DIGITS_MIN: usize = 7;

/// So much may stand between two digits of one number: `138 - 0000`, `(0746) 522`.
const GAP_MAX: usize = 3;

/// Digits of an amount before its point, at most: an account is longer.
const AMOUNT_DIGITS_MAX: usize = 9;

/// Signs of a day: 2026-3-5, 2026-03-05.
const DAY_SIGNS_MIN: usize = 8;
const DAY_SIGNS_MAX: usize = 10;

/// Digits written as characters, small and capital.
const HAN_DIGITS: &str = "零一二三四五六七八九壹贰叁肆伍陆柒捌玖";

/// Zeros as they are drawn, which people type for the digit: behind another digit one of them is one.
const DRAWN_ZEROS: [char; 2] = ['○', '◯'];

/// A number in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// It may be somebody's: from where to behind its last sign.
    Hidden(usize, usize),
    /// A day, an amount or a paper's number, up to its end.
    Harmless(usize),
}

/// The number of seven digits or more that begins at a place of a text.
pub(crate) fn number_at(text: &[char], from: usize) -> Option<Number> {
    if !text.get(from).is_some_and(is_digit) {
        return None;
    }
    let (mut end, mut digits) = (from + 1, 1_usize);
    while let Some(next) = next_digit(text, end) {
        (end, digits) = (next + 1, digits + 1);
    }
    if digits < DIGITS_MIN {
        return None;
    }
    if is_harmless(text, from, end) {
        return Some(Number::Harmless(end));
    }
    let gap = text[end..].iter().take(GAP_MAX).take_while(|c| !c.is_alphanumeric()).count();
    // The last sign of an identity number that is none of the digits.
    if text.get(end + gap).is_some_and(|c| narrow(*c).eq_ignore_ascii_case(&'x')) {
        end += gap + 1;
    }
    // Letters that touch a number are part of it: a passport, a credit code, a 0 typed as O.
    let after = text[end..].iter().take_while(|c| is_latin(c)).count();
    let before = text[..from].iter().rev().take_while(|c| is_latin(c)).count();
    Some(Number::Hidden(from - before, end + after))
}

/// Where the next digit of a number stands, some signs further at most; zeros that were drawn or typed as O are some.
fn next_digit(text: &[char], end: usize) -> Option<usize> {
    let rest = text.get(end..)?;
    let gap = rest.iter().take(GAP_MAX + 1).take_while(|c| is_between(c)).count();
    let next = rest.get(gap).filter(|_| gap <= GAP_MAX)?;
    let is_zero = || is_drawn_zero(next) || is_letter_o(next) && stands_before_a_digit(&rest[gap..]);
    (is_digit(next) || is_zero()).then_some(end + gap)
}

/// Whether the letters O at the beginning of a text lead to a digit: 13O OOO1 2345, but not 12 OK.
fn stands_before_a_digit(text: &[char]) -> bool {
    let mut gap = 0;
    for c in text {
        match c {
            c if is_digit(c) => return true,
            c if is_letter_o(c) || is_drawn_zero(c) => gap = 0,
            c if is_between(c) && gap < GAP_MAX => gap += 1,
            _ => return false,
        }
    }
    false
}

/// What may stand between two digits of one number.
fn is_between(c: &char) -> bool {
    !c.is_alphanumeric() && !is_drawn_zero(c)
}

fn is_drawn_zero(c: &char) -> bool {
    DRAWN_ZEROS.contains(c)
}

fn is_letter_o(c: &char) -> bool {
    narrow(*c).eq_ignore_ascii_case(&'o')
}

/// Where the digits end that begin at a place; the gaps between them are not looked at.
pub(super) fn digits_end(text: &[char], from: usize) -> usize {
    from + text[from..].iter().take_while(|c| is_digit(c)).count()
}

/// Where the day ends that begins at a place, if one does: 2026-03-05, before an hour or another day.
pub(crate) fn day_end(text: &[char], from: usize) -> Option<usize> {
    (from + DAY_SIGNS_MIN..=from + DAY_SIGNS_MAX).rev().find(|end| {
        let written: Option<String> = text.get(from..*end).map(|day| day.iter().collect());
        written.is_some_and(|day| is_day(&day)) && !text.get(*end).is_some_and(is_digit)
    })
}

/// A day, an amount of money, or the number of a paper: 2026-03-05, 12,345,678.00 元, 〔2026〕118号.
fn is_harmless(text: &[char], from: usize, end: usize) -> bool {
    let written: String = text[from..end].iter().collect();
    let before = from.checked_sub(1).and_then(|at| text.get(at)).copied();
    let mut after = text[end..].iter().copied().skip_while(|c| *c == ' ');
    let next = after.next();
    is_day(&written)
        || is_amount(&written)
            && (matches!(next, Some('元' | '万' | '圆')) || matches!(before, Some('¥' | '￥')))
        || is_paper(&written) && before == Some('〔') && next == Some('号')
}

fn is_day(written: &str) -> bool {
    let parts: Vec<&str> = written.split(['-', '/', '.']).collect();
    let signs = written.chars().filter(|c| !c.is_ascii_digit()).count();
    let shape = parts.len() == 3 && signs == 2 && parts[0].len() == 4 && parts[1].len() <= 2;
    shape && parts[2].len() <= 2 && parse_day(&parts.join("-")).is_ok_and(|day: Day| is_of_our_time(&day))
}

fn is_of_our_time(day: &Day) -> bool {
    use chrono::Datelike;
    (1949..2100).contains(&day.year())
}

fn is_amount(written: &str) -> bool {
    let (whole, rest) = written.split_once('.').unwrap_or((written, "00"));
    let groups: Vec<&str> = whole.split(',').collect();
    let is_digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let grouped =
        groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    groups.iter().all(|group| is_digits(group))
        && grouped
        && digits <= AMOUNT_DIGITS_MAX
        && !whole.starts_with('0')
        && is_digits(rest)
        && rest.len() <= 2
}

fn is_paper(written: &str) -> bool {
    let Some((year, number)) = written.split_once('〕') else { return false };
    let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    is_year && number.len() <= 4 && (year.to_owned() + number).chars().all(|c| c.is_ascii_digit())
}

/// Digits of any script, full-width, circled and written as characters.
pub(crate) fn is_digit(c: &char) -> bool {
    c.is_numeric() || HAN_DIGITS.contains(*c)
}

fn is_latin(c: &char) -> bool {
    narrow(*c).is_ascii_alphanumeric()
}
