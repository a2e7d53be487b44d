//! Keeping identity numbers and phones out of messages, when they were typed into the wrong column.

use crate::value::ValueError;

/// Digits of a run that may be repeated when it is no part of a date.
const DIGITS_SHOWN: usize = 3;
/// The shortest run that may be a whole mobile number.
const NUMBER_MIN: usize = 11;
/// The shortest run that may be a whole identity number.
const ID_NUMBER_MIN: usize = 15;

/// The error, repeating of a bad date only what looks like an attempt at one.
pub(super) fn discreet(error: ValueError) -> ValueError {
    match error {
        ValueError::BadDate { written } if !is_like_a_day(&written) => {
            ValueError::BadDate { written: masked(&written) }
        }
        other => other,
    }
}

/// A text without the tails of numbers that may be a person's.
pub(super) fn without_numbers(text: &str) -> String {
    if runs(text).any(|run| run.chars().count() >= NUMBER_MIN) { masked(text) } else { text.to_owned() }
}

/// A text that is kept as it is written, without numbers in it that may be a person's: eleven digits of a mobile, or as
/// many as an identity number has. Shorter ones and those between are contracts, years and amounts.
pub(super) fn sealed_from(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars().map(Some).chain([None]) {
        match c {
            Some(c) if c.is_numeric() || matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ') => run.push(c),
            other => {
                let digits = run.chars().filter(|c| c.is_numeric()).count();
                let is_mobile = digits == NUMBER_MIN && run.starts_with(['1', '１']);
                let is_personal = is_mobile || digits >= ID_NUMBER_MIN;
                kept.push_str(&if is_personal { masked(&run) } else { std::mem::take(&mut run) });
                run.clear();
                kept.extend(other);
            }
        }
    }
    kept
}

/// `2026-13-01`, `20261301`: groups of at most four digits, eight in all, or eight that begin a year.
fn is_like_a_day(written: &str) -> bool {
    let (mut digits, mut longest) = (0, 0);
    for run in runs(written) {
        let length = run.chars().count();
        digits += length;
        longest = longest.max(length);
    }
    digits <= 8
        && (longest <= 4 || (digits == 8 && written.trim().starts_with(['1', '2', '１', '２'])))
        && !(digits == 7 && longest >= 4 && !written.contains(['年', '-', '.', '/']))
}

fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_numeric()).filter(|run| !run.is_empty())
}

/// All digits but the first ones as `*`.
fn masked(text: &str) -> String {
    let mut seen = 0;
    text.chars()
        .map(|c| {
            seen += usize::from(c.is_numeric());
            if c.is_numeric() && seen > DIGITS_SHOWN { '*' } else { c }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026-13-01", "2026-13-01")]
    #[case("20261301", "20261301")]
    #[case("２０２６－１３－０１", "２０２６－１３－０１")]
    #[case("五月", "五月")]
    #[case("432926197509149083", "432***************")]
    #[case("４３２９２６１９７５０９１４９０８３", "４３２***************")]
    #[case("139 2108 0000", "139 **** ****")]
    #[case("139-2108-0000", "139-****-****")]
    #[case("0746-6790000", "074*-*******")]
    #[case("6790000", "679****")]
    #[case("679 0000", "679 ****")]
    #[case("62345678", "623*****")]
    fn a_bad_date_repeats_no_number_of_a_person(#[case] written: &str, #[case] shown: &str) {
        let error = discreet(ValueError::BadDate { written: written.to_owned() });
        assert_eq!(error, ValueError::BadDate { written: shown.to_owned() });
    }

    #[rstest]
    #[case("联系人13921080000，合同202600012345", "联系人139********，合同202600012345")]
    #[case("旧证43292619750914908X", "旧证432**************X")]
    #[case("432926750914908", "432************")]
    #[case("2026-05-01至2026-06-01，XXL", "2026-05-01至2026-06-01，XXL")]
    fn what_is_kept_as_written_holds_no_number_of_a_person(#[case] written: &str, #[case] kept: &str) {
        assert_eq!(sealed_from(written), kept);
    }

    #[test]
    fn a_class_keeps_its_year() {
        assert_eq!(without_numbers("江华海员2026第2期"), "江华海员2026第2期");
        assert_eq!(without_numbers("13921080000"), "139********");
    }
}
