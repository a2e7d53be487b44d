//! The table of forms.

use rstest::rstest;

use crate::Lang;
use crate::case::NumberWord;
use crate::paper::{PaperKind, Volume, day_words, money_words, time_words};
use crate::value::Money;

#[test]
fn every_form_has_one_row_in_order_and_reads_back_from_its_id() {
    for kind in PaperKind::ALL {
        let row = kind.row();
        assert_eq!(row.kind, kind);
        assert_eq!(PaperKind::from_id(kind.id()), Some(kind));
        assert!(!row.must.is_empty() && !row.zh.is_empty() && row.en.is_ascii(), "{kind:?}");
        for content in row.must {
            assert!(!content.name(Lang::Zh).is_empty() && content.name(Lang::En).is_ascii(), "{content:?}");
        }
    }
    assert_eq!(PaperKind::from_id("D99"), None);
}

#[test]
fn every_word_of_a_number_is_the_word_of_a_form() {
    for word in NumberWord::ALL {
        let of = |kind: &&PaperKind| kind.row().word == word.word();
        assert_eq!(PaperKind::ALL.iter().filter(of).count(), 1, "{word:?}");
    }
}

#[test]
fn the_inner_volume_holds_what_is_not_shown_to_the_party() {
    use PaperKind as K;
    let inner = [K::D01, K::D03, K::D16, K::D17, K::D21, K::D24, K::D25, K::D45, K::D46, K::D47];
    for kind in PaperKind::ALL {
        let is_inner = matches!(kind.row().volume, Volume::Inner | Volume::InnerSealed);
        assert_eq!(is_inner, inner.contains(&kind), "{kind:?}");
        assert!(!kind.is_open() || !is_inner);
    }
    assert!(K::D26.row().order < K::D02.row().order && K::D02.row().order < K::D18.row().order);
    assert!(K::D18.row().order < K::D36.row().order && K::D36.row().order < K::D38.row().order);
}

#[rstest]
#[case("2026-03-05", "2026年3月5日")]
#[case("2026-11-30", "2026年11月30日")]
fn days_stand_in_figures_without_leading_zeros(#[case] day: &str, #[case] words: &str) {
    assert_eq!(day_words(day.parse().unwrap()), words);
}

#[test]
fn amounts_stand_in_figures_and_in_words() {
    let sum = money_words(Money::yuan(168_000));
    assert_eq!((sum.figures.as_str(), sum.words.as_str()), ("168,000.00", "壹拾陆万捌仟元整"));
    assert_eq!(time_words(chrono::NaiveTime::from_hms_opt(9, 5, 0).unwrap()), "9时05分");
}
