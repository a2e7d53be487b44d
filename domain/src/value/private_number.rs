//! Telling a number that belongs to a person from other words of a search.

use super::credit_code::CreditCode;
use super::text::fold;

/// A phone has eleven digits, a landline with its area code ten or eleven, an identity number fifteen or eighteen.
const DIGITS_MIN: usize = 10;

/// Whether a text holds what may be somebody's phone or identity number: ten digits or more in a row, whatever their
/// width, spaces and hyphens between them left out. A credit code is nobody's own. Such a text belongs in no address and
/// no log.
#[must_use]
pub fn may_be_private_number(text: &str) -> bool {
    let (mut run, mut longest) = (0_usize, 0_usize);
    for c in fold(text).chars().filter(|c| !matches!(c, '-' | '—' | '–' | '(' | ')')) {
        run = if c.is_ascii_digit() { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest >= DIGITS_MIN && CreditCode::parse(text).is_err()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("13921080000", true)]
    #[case(" １３９ 2108-0000 ", true)]
    #[case("0746-6790000", true)]
    #[case("(0746)6790000", true)]
    #[case("432926196802160877", true)]
    #[case("43292619680216087X", true)]
    #[case("张三 13921080000", true)]
    #[case("91431124740612985D", false)]
    #[case("罚决 44", false)]
    #[case("道商案〔2026〕44号", false)]
    #[case("2026-11-25", false)]
    #[case("6790000", false)]
    #[case("", false)]
    fn tells_numbers_of_people(#[case] text: &str, #[case] is_private: bool) {
        assert_eq!(may_be_private_number(text), is_private);
    }
}
