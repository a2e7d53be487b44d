//! Amounts in capital numerals (大写).

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES: [&str; 4] = ["仟", "佰", "拾", ""];
const GROUPS: [&str; 5] = ["", "万", "亿", "万亿", "亿亿"];

/// 分 in words. A zero inside is said once however many there are; 角 alone ends with 整, 分 with nothing.
pub(super) fn words(fen: i64) -> String {
    let size = fen.unsigned_abs();
    let (yuan, jiao, cents) = (size / 100, digit(size / 10), digit(size));
    let mut words = String::new();
    if fen < 0 {
        words.push('负');
    }
    if yuan > 0 || (jiao == 0 && cents == 0) {
        words.push_str(&whole(yuan));
        words.push('元');
    }
    match (jiao, cents) {
        (0, 0) => words.push('整'),
        (_, 0) => {
            words.push(DIGITS[jiao]);
            words.push_str("角整");
        }
        (0, _) => {
            if yuan > 0 {
                words.push('零');
            }
            words.push(DIGITS[cents]);
            words.push('分');
        }
        _ => {
            words.push(DIGITS[jiao]);
            words.push('角');
            words.push(DIGITS[cents]);
            words.push('分');
        }
    }
    words
}

fn digit(number: u64) -> usize {
    usize::try_from(number % 10).unwrap_or(0)
}

fn whole(yuan: u64) -> String {
    if yuan == 0 {
        return "零".into();
    }
    let mut groups = Vec::new();
    let mut rest = yuan;
    while rest > 0 {
        groups.push(rest % 10_000);
        rest /= 10_000;
    }
    let mut words = String::new();
    let mut zero_due = false;
    for (at, group) in groups.iter().enumerate().rev() {
        for (place, unit) in PLACES.iter().enumerate() {
            let value = digit(group / 10_u64.pow(u32::try_from(3 - place).unwrap_or(0)));
            if value == 0 {
                zero_due = !words.is_empty();
                continue;
            }
            if zero_due {
                words.push('零');
                zero_due = false;
            }
            words.push(DIGITS[value]);
            words.push_str(unit);
        }
        if *group > 0 {
            words.push_str(unit_of(at, &groups));
            // Zeros at a group's end are not inside the number; a group's leading zeros are.
            zero_due = false;
        }
    }
    words
}

/// 万亿 says its 亿 only when no 亿 group follows that says it.
fn unit_of(at: usize, groups: &[u64]) -> &'static str {
    if at == 3 && groups.get(2).is_some_and(|group| *group > 0) { "万" } else { GROUPS[at] }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, "零元整")]
    #[case(5, "伍分")]
    #[case(50, "伍角整")]
    #[case(150, "壹元伍角整")]
    #[case(1_000, "壹拾元整")]
    #[case(1_005, "壹拾元零伍分")]
    #[case(10_100, "壹佰零壹元整")]
    #[case(100_105, "壹仟零壹元零伍分")]
    #[case(1_640_902, "壹万陆仟肆佰零玖元零贰分")]
    #[case(1_000_000, "壹万元整")]
    #[case(10_001_000, "壹拾万零壹拾元整")]
    #[case(10_700_053, "壹拾万柒仟元伍角叁分")]
    #[case(200_050_000, "贰佰万零伍佰元整")]
    #[case(1_050_000_000, "壹仟零伍拾万元整")]
    #[case(10_000_000_000, "壹亿元整")]
    #[case(10_000_000_100, "壹亿零壹元整")]
    #[case(1_000_000_000_000, "壹佰亿元整")]
    #[case(-100, "负壹元整")]
    #[case(168_032, "壹仟陆佰捌拾元叁角贰分")]
    fn writes(#[case] fen: i64, #[case] expected: &str) {
        assert_eq!(words(fen), expected);
    }

    /// Reads capital numerals, for the property below.
    fn read(text: &str) -> u64 {
        let (mut total, mut section, mut number, mut fen) = (0u64, 0u64, 0u64, 0u64);
        for c in text.chars() {
            match c {
                '拾' | '佰' | '仟' => {
                    section += number
                        * if c == '拾' {
                            10
                        } else if c == '佰' {
                            100
                        } else {
                            1000
                        };
                    number = 0;
                }
                '万' => {
                    total += (section + number) * 10_000;
                    (section, number) = (0, 0);
                }
                '亿' => {
                    total = (total + section + number) * 100_000_000;
                    (section, number) = (0, 0);
                }
                '元' => {
                    fen += (total + section + number) * 100;
                    number = 0;
                }
                '角' => {
                    fen += number * 10;
                    number = 0;
                }
                '分' => {
                    fen += number;
                    number = 0;
                }
                '整' => {}
                _ => number = DIGITS.iter().position(|d| *d == c).unwrap() as u64,
            }
        }
        fen
    }

    proptest! {
        #[test]
        fn words_read_back_as_the_same_amount(fen in 0i64..100_000_000_000_000) {
            prop_assert_eq!(read(&words(fen)), fen.unsigned_abs());
        }

        #[test]
        fn round_amounts_read_back_too(digit in 1i64..10, power in 0u32..14) {
            let fen = digit * 10_i64.pow(power);
            prop_assert_eq!(read(&words(fen)), fen.unsigned_abs());
        }
    }
}
