//! What of an address a view keeps.

use rstest::rstest;

use super::*;
use crate::catalogue::{Bilingual, Catalogue, Industry, IndustryId};
use crate::{Lang, case::Stage};

fn catalogue() -> Catalogue {
    let oil = Industry {
        id: IndustryId::new("oil"),
        name: Bilingual { zh: "成品油".to_owned(), en: "refined oil".to_owned() },
        words: Vec::new(),
        authorities: Vec::new(),
        licence_kinds: Vec::new(),
        violations: Vec::new(),
        notes: Vec::new(),
    };
    Catalogue { laws: Vec::new(), industries: vec![oil] }
}

fn read(page: ViewPage, asked: &[(&str, &str)]) -> Result<ViewQuery, ViewFault> {
    let of = |name: &str| asked.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned());
    ViewQuery::read(page, &catalogue(), of)
}

#[rstest]
#[case(ViewPage::Cases, &[("q", " 道县 "), ("stage", "closed")], "stage=closed&q=%E9%81%93%E5%8E%BF")]
#[case(ViewPage::Cases, &[("industry", "oil"), ("open", "1")], "industry=oil&open=yes")]
#[case(ViewPage::Work, &[("part", "waiting"), ("industry", "oil")], "part=waiting&industry=oil")]
#[case(ViewPage::Work, &[("part", "mine"), ("open", "yes")], "")]
#[case(ViewPage::Establishments, &[("licence", "expired")], "form%5Blicence%5D=expired")]
#[case(ViewPage::Classes, &[("year", "2026"), ("state", "open")], "form%5Bstate%5D=open&form%5Byear%5D=2026")]
#[case(ViewPage::Trainees, &[("town", "四马桥镇")], "form%5Btown%5D=%E5%9B%9B%E9%A9%AC%E6%A1%A5%E9%95%87")]
#[case(ViewPage::Certificates, &[("year", "2026")], "form%5Byear%5D=2026")]
fn a_filter_is_kept_in_one_order(#[case] page: ViewPage, #[case] asked: &[(&str, &str)], #[case] kept: &str) {
    let read = read(page, asked).unwrap();
    assert_eq!(read.as_str(), kept);
    assert_eq!(ViewQuery::parse(page, &catalogue(), kept), Ok(read), "and it reads back");
}

#[rstest]
#[case(ViewPage::Cases, &[("after", "2026-11-25_x"), ("draft", "1"), ("done", "yes"), ("part", "all")])]
#[case(ViewPage::Cases, &[("stage", "nowhere"), ("industry", "salt"), ("open", ""), ("q", "  ")])]
#[case(ViewPage::Cases, &[("q", "a\u{1}b")])]
#[case(ViewPage::Establishments, &[("after", "x"), ("licence", "lost")])]
#[case(ViewPage::Classes, &[("year", "26"), ("state", "gone")])]
fn what_the_list_does_not_know_is_left_out(#[case] page: ViewPage, #[case] asked: &[(&str, &str)]) {
    let kept = read(page, asked).unwrap();
    assert_eq!((kept.as_str(), kept.answers.len()), ("", 0));
}

#[test]
fn what_may_be_a_persons_number_is_never_kept() {
    for text in
        ["13907461234", "432926196802160877", "~0190f0e0-aaaa-7bbb-8ccc-dddddddddddd", "１３９ 0746-1234"]
    {
        assert_eq!(read(ViewPage::Cases, &[("q", text)]), Err(ViewFault::PrivateNumber), "{text}");
        assert_eq!(read(ViewPage::Trainees, &[("q", text)]), Err(ViewFault::PrivateNumber), "{text}");
    }
    assert_eq!(judge_name(&ViewName::parse("老王 13907461234").unwrap()), Err(ViewFault::PrivateName));
    assert_eq!(judge_name(&ViewName::parse("本月终结").unwrap()), Ok(()));
}

#[rstest]
#[case("stage=closed&after=2026-11-25_x&draft=1&stage=filed", "stage=closed")]
#[case("q=%E9%81%93%E5%8E%BF+a", "q=%E9%81%93%E5%8E%BF%20a")]
#[case("q=%zz&stage=%e2&=&&open", "")]
#[case("q=%", "")]
#[case("", "")]
fn an_address_that_somebody_wrote_is_read_as_far_as_it_makes_sense(#[case] text: &str, #[case] kept: &str) {
    assert_eq!(ViewQuery::parse(ViewPage::Cases, &catalogue(), text).unwrap().as_str(), kept);
}

#[test]
fn every_stage_can_be_kept_and_words_read_back() {
    for stage in Stage::ALL {
        assert_eq!(read(ViewPage::Work, &[("stage", stage.word())]).unwrap().answers.len(), 1);
    }
    for page in ViewPage::ALL {
        assert_eq!(ViewPage::from_word(page.word()), Some(page));
    }
    for fault in ViewFault::ALL {
        assert_eq!(ViewFault::from_code(fault.code()), Some(fault));
        assert_ne!(fault.message(Lang::Zh), fault.message(Lang::En));
    }
}

#[test]
fn a_name_has_one_to_thirty_characters() {
    assert!(ViewName::parse(&"名".repeat(30)).is_ok());
    assert_eq!(ViewName::parse(&"名".repeat(31)).unwrap_err().code(), "length");
    assert_eq!(ViewName::parse("  ").unwrap_err().code(), "missing");
}
