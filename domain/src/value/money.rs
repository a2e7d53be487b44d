//! Money: whole 分, never a floating number.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::error::ValueError;
use super::noun::Noun;

/// An amount in 分 (0.01 元), at most ±10^15 分.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(pub i64);

/// Largest amount that is read, in 分: ten thousand milliards of 元.
const FEN_MAX: i128 = 1_000_000_000_000_000;

impl Money {
    pub const ZERO: Money = Money(0);

    /// Whole 元.
    #[must_use]
    pub const fn yuan(yuan: i64) -> Self {
        Money(yuan.saturating_mul(100))
    }

    /// The amount in 分.
    #[must_use]
    pub fn fen(self) -> i64 {
        self.0
    }

    /// Reads an amount as typed: `1,234.50`, `￥1234.5`, `1234元`, `2.5万元`, `（1,000）` for minus.
    ///
    /// # Errors
    /// `missing`, `bad_money`, `too_many_decimals` (nothing is rounded), `range`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let typed: String = text.trim().nfkc().filter(|c| !c.is_whitespace()).collect();
        if typed.is_empty() {
            return Err(ValueError::Missing { noun: Noun::Money });
        }
        if typed.chars().any(char::is_control) {
            return Err(ValueError::ControlCharacter { noun: Noun::Money });
        }
        let bracketed = typed.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let body = bracketed.unwrap_or(&typed);
        let (minus, body) = match body.strip_prefix(['-', '−', '负']) {
            Some(rest) => (true, rest),
            None => (false, body),
        };
        let body =
            body.trim_start_matches("人民币").trim_start_matches(['¥', '￥']).trim_start_matches("RMB");
        let body = body.strip_suffix('整').unwrap_or(body);
        let (body, ten_thousands) = match body.strip_suffix("万元").or_else(|| body.strip_suffix('万')) {
            Some(rest) => (rest, true),
            None => (body.strip_suffix(['元', '圆']).unwrap_or(body), false),
        };
        let fen = read_decimal(body, if ten_thousands { 6 } else { 2 })?;
        if fen > FEN_MAX {
            return Err(ValueError::Range { noun: Noun::Money });
        }
        let fen = i64::try_from(fen).map_err(|_| ValueError::Range { noun: Noun::Money })?;
        Ok(Money(if minus != bracketed.is_some() { -fen } else { fen }))
    }

    /// In capital numerals for papers: 壹仟零壹元零伍分 (正确填写票据和结算凭证的基本规定), always with 整 after 角.
    #[must_use]
    pub fn in_words(self) -> String {
        super::money_words::words(self.0)
    }

    /// Splits a sum in proportion to `weights` so that the parts add up (largest remainder, earlier part first).
    /// No weight above zero: everything to the first part.
    #[must_use]
    pub fn split(self, weights: &[u32]) -> Vec<Money> {
        let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        if total == 0 {
            return weights
                .iter()
                .enumerate()
                .map(|(at, _)| if at == 0 { self } else { Money::ZERO })
                .collect();
        }
        let share = |weight: u32| i128::from(self.0) * i128::from(weight);
        let mut parts: Vec<i128> = weights.iter().map(|weight| share(*weight).div_euclid(total)).collect();
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(share(weights[*at]).rem_euclid(total)));
        let mut missing = i128::from(self.0) - parts.iter().sum::<i128>();
        for at in order {
            if missing > 0 {
                parts[at] += 1;
                missing -= 1;
            }
        }
        parts.into_iter().map(|part| Money(i64::try_from(part).unwrap_or(i64::MAX))).collect()
    }
}

/// Reads a plain decimal of 元 (or 万元 when `places` is 6) as 分.
fn read_decimal(body: &str, places: usize) -> Result<i128, ValueError> {
    let (whole, decimals) = body.split_once('.').unwrap_or((body, ""));
    let grouped = whole.contains(',');
    let groups_fit = whole
        .split(',')
        .enumerate()
        .all(|(at, group)| if at == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 });
    let digits = whole.replace(',', "");
    let all_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if digits.is_empty() || (grouped && !groups_fit) || !all_digits(&digits) || !all_digits(decimals) {
        return Err(ValueError::BadMoney);
    }
    let kept = decimals.trim_end_matches('0');
    if kept.len() > places {
        return Err(ValueError::TooManyDecimals);
    }
    if digits.trim_start_matches('0').len() > 16 {
        return Err(ValueError::Range { noun: Noun::Money });
    }
    format!("{digits}{kept:0<places$}").parse().map_err(|_| ValueError::BadMoney)
}

impl std::fmt::Display for Money {
    /// `1,234.50`, grouped by three, always two decimals.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fen = self.0.unsigned_abs();
        let yuan = (fen / 100).to_string();
        let mut grouped = String::new();
        for (at, digit) in yuan.chars().enumerate() {
            if at > 0 && (yuan.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{grouped}.{:02}", fen % 100)
    }
}

impl TryFrom<String> for Money {
    type Error = ValueError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl std::str::FromStr for Money {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("1,234.50", 123_450)]
    #[case("1234.5", 123_450)]
    #[case("￥1,000", 100_000)]
    #[case("１，０００元", 100_000)]
    #[case("2.5万元", 2_500_000)]
    #[case("0.000001万元", 1)]
    #[case("（1,000）", -100_000)]
    #[case("-3.10", -310)]
    #[case("1.230", 123)]
    #[case("0", 0)]
    fn reads(#[case] text: &str, #[case] fen: i64) {
        assert_eq!(Money::parse(text), Ok(Money(fen)));
    }

    #[rstest]
    #[case("1.234", "too_many_decimals")]
    #[case("", "missing")]
    #[case("abc", "bad_money")]
    #[case("1,23", "bad_money")]
    #[case("1.2.3", "bad_money")]
    #[case("1e5", "bad_money")]
    #[case("99999999999999999999", "range")]
    #[case("10000000000000.01", "range")]
    fn refuses(#[case] text: &str, #[case] code: &str) {
        assert_eq!(Money::parse(text).unwrap_err().code(), code);
    }

    #[test]
    fn parts_of_a_sum_add_up() {
        let parts = Money(10_000).split(&[1, 1, 1]);
        assert_eq!(parts, [Money(3334), Money(3333), Money(3333)]);
        assert_eq!(Money(5).split(&[0, 0]), [Money(5), Money(0)]);
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(fen in -1_000_000_000_000_000i64..=1_000_000_000_000_000) {
            prop_assert_eq!(Money::parse(&Money(fen).to_string()), Ok(Money(fen)));
        }

        #[test]
        fn a_split_loses_nothing(fen in 0i64..1_000_000_000_000, weights in proptest::collection::vec(0u32..1000, 1..9)) {
            let sum: i64 = Money(fen).split(&weights).iter().map(|part| part.0).sum();
            prop_assert_eq!(sum, fen);
        }
    }
}
