//! Others' personal data are masked: every number in a text that is as long as an identity number, a telephone or an
//! account.

/// Digits in a row that are no date, no sum and no certificate: a mobile telephone has 11.
const DIGITS_MIN: usize = 11;
/// What stays of a number in front and behind.
const FRONT: usize = 3;
const BACK: usize = 2;

/// The text with its long numbers masked, but for those of the reader's own; none where nothing is to be masked.
#[must_use]
pub fn masked(text: &str, own: &[String]) -> Option<String> {
    let mut out: Vec<char> = text.chars().collect();
    let (mut at, mut found) = (0, false);
    while at < out.len() {
        let end = run(&out, at);
        let digits = out[at..end].iter().filter(|c| c.is_ascii_digit()).count();
        let is_own = || own.iter().any(|number| is_same(number, &out[at..end]));
        if digits >= DIGITS_MIN && !is_own() {
            let hidden = at + FRONT..end.saturating_sub(BACK);
            out[hidden].iter_mut().filter(|c| c.is_alphanumeric()).for_each(|c| *c = '*');
            found = true;
        }
        at = end.max(at + 1);
    }
    found.then(|| out.into_iter().collect())
}

/// Whether a number is written there, whatever stands between its digits.
fn is_same(number: &str, written: &[char]) -> bool {
    let plain = |c: &char| c.is_ascii_alphanumeric();
    number.chars().filter(plain).eq(written.iter().copied().filter(plain))
}

/// Where the digits that begin at a place end; one blank or line between them, and the X of an identity number, belong
/// to them.
fn run(text: &[char], from: usize) -> usize {
    let is_digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    if !is_digit(from) {
        return from;
    }
    let mut at = from;
    while is_digit(at) || (matches!(text.get(at), Some(' ' | '-' | '－')) && is_digit(at + 1)) {
        at += 1;
    }
    if matches!(text.get(at), Some('X' | 'x')) { at + 1 } else { at }
}
