//! Others' personal data are masked: every number in a text that is as long as an identity number, a telephone or an
//! account, however it is written.

use crate::open::{Number, day_end, is_digit, number_at};
use crate::value::narrow;

/// Fewer digits are no telephone, no identity number and no account: a mobile, and a landline with its area, have 11. A
/// batch of goods has fewer, and the party reads it.
const DIGITS_MIN: usize = 11;
/// What stays of a number in front and behind.
const FRONT: usize = 3;
const BACK: usize = 2;

/// The text with its long numbers masked, but for those of the reader's own; none where nothing is to be masked.
#[must_use]
pub fn masked(text: &str, own: &[String]) -> Option<String> {
    let written: Vec<char> = text.chars().collect();
    let mut out = written.clone();
    let (mut at, mut found) = (0, false);
    while at < written.len() {
        if let Some(end) = day_end(&written, at) {
            at = end;
            continue;
        }
        at = match number_at(&written, at) {
            Some(Number::Hidden(from, end)) if is_long(&written[from..end]) => {
                if !own.iter().any(|number| is_same(number, &written[from..end])) {
                    let hidden = from + FRONT..end.saturating_sub(BACK);
                    out[hidden].iter_mut().filter(|c| c.is_alphanumeric()).for_each(|c| *c = '*');
                    found = true;
                }
                end
            }
            Some(Number::Hidden(_, end) | Number::Harmless(end)) => end,
            None => at + 1,
        };
    }
    found.then(|| out.into_iter().collect())
}

fn is_long(written: &[char]) -> bool {
    written.iter().filter(|c| is_digit(c)).count() >= DIGITS_MIN
}

/// Whether a number is written there, whatever stands between its digits.
fn is_same(number: &str, written: &[char]) -> bool {
    let plain = |c: &char| c.is_ascii_alphanumeric();
    number.chars().filter(plain).eq(written.iter().map(|c| narrow(*c)).filter(plain))
}
