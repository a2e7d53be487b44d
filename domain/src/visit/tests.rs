use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::value::ValueError;

const ID: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
const NOON: Instant = Instant(1_795_406_400_000);

#[test]
fn a_visit_is_open_until_its_last_millisecond_and_ended_by_no_job() {
    let time = VisitTime::begin(NOON, VisitLength::Half);
    let until = NOON.plus_millis(30 * 60_000);
    assert_eq!(time.until, until);
    assert_eq!(time.state(NOON), VisitState::Open { until, left_millis: 1_800_000 });
    assert_eq!(time.state(until.plus_millis(-1)).minutes_left(), Some(1), "the minute begun is shown");
    assert_eq!(time.state(until), VisitState::Ended { at: until, how: Ending::OutOfTime });
    assert_eq!(time.end(until), Err(VisitRefusal::Over));
}

#[test]
fn an_ended_visit_stays_ended_at_its_instant() {
    let at = NOON.plus_millis(60_000);
    let ended = VisitTime::begin(NOON, VisitLength::Quarter).end(at).unwrap();
    for now in [at, ended.until, ended.until.plus_millis(86_400_000)] {
        assert_eq!(ended.state(now), VisitState::Ended { at, how: Ending::ByVisitor });
        assert_eq!(ended.end(now), Err(VisitRefusal::Over));
    }
}

#[rstest]
#[case("", "missing")]
#[case("   \n", "missing")]
#[case("看看 ", "length")]
#[case("核实办结数", "")]
#[case("核实\u{7}十月办结数", "control_character")]
fn a_purpose_says_something(#[case] text: &str, #[case] code: &str) {
    let error = Purpose::parse(text).err();
    assert_eq!(error.as_ref().map_or("", ValueError::code), code, "{text:?}");
    if let Some(error) = error {
        assert!(error.message(Lang::Zh).contains("调阅说明"), "{}", error.message(Lang::Zh));
    }
}

#[test]
fn a_purpose_has_two_hundred_characters_at_most() {
    assert!(Purpose::parse(&"核".repeat(200)).is_ok());
    assert!(Purpose::parse(&"核".repeat(201)).is_err_and(|error| error.code() == "length"));
}

#[test]
fn every_word_reads_back() {
    for reason in VisitReason::ALL {
        assert_eq!(VisitReason::from_word(reason.word()), Ok(reason));
    }
    for length in VisitLength::ALL {
        assert_eq!(VisitLength::from_word(&length.word()), Ok(length));
    }
    for noun in LookedNoun::ALL {
        assert_eq!(LookedNoun::from_word(noun.word()), Some(noun));
    }
    assert_eq!(VisitReason::from_word(""), Err(VisitRefusal::ReasonMissing));
    assert_eq!(VisitLength::from_word("600"), Err(VisitRefusal::LengthUnknown));
    for code in ["county_missing", "reason_missing", "length_unknown", "over", "private_number"] {
        assert_eq!(VisitRefusal::from_code(code).map(VisitRefusal::code), Some(code));
    }
}

#[rstest]
#[case("cases?stage=closed", Some(Looked::List(LookedNoun::Case)))]
#[case("establishments", Some(Looked::List(LookedNoun::Establishment)))]
#[case(
    "classes/01900000-0000-7000-8000-000000000001/attendance",
    Some(Looked::Record(LookedNoun::Attendance, ID))
)]
#[case("enrolments/01900000-0000-7000-8000-000000000001", Some(Looked::Record(LookedNoun::Enrolment, ID)))]
#[case("enrolments", None)]
#[case("cases/new", None)]
#[case("cases/01900000-0000-7000-8000-000000000001/do/decide", None)]
#[case("cases/01900000-0000-7000-8000-000000000001/contact/01900000-0000-7000-8000-000000000001", None)]
#[case("trainees/01900000-0000-7000-8000-000000000001/contact", None)]
#[case("trainees/import", None)]
#[case("classes/01900000-0000-7000-8000-000000000001/sessions/01900000-0000-7000-8000-000000000001", None)]
#[case("proposals", None)]
#[case("search", None)]
#[case("members", None)]
#[case("visits", None)]
#[case("", None)]
#[case("/cases", None)]
#[case("cases/", None)]
#[case("cases/..", None)]
fn only_the_listed_addresses_are_looked_at(#[case] page: &str, #[case] looked: Option<Looked>) {
    assert_eq!(Looked::at(page), looked);
}

#[test]
fn a_visit_begins_at_no_other_place() {
    assert_eq!(first_page("cases?stage=closed&q=%E9%81%93"), Some("cases?stage=closed&q=%E9%81%93"));
    for evil in [
        "//evil.example",
        "https://evil.example",
        "cases\r\nSet-Cookie: x",
        "cases?q=道",
        "cases?\\",
        "cases/../..",
    ] {
        assert_eq!(first_page(evil), None, "{evil:?}");
    }
}

proptest! {
    #[test]
    fn an_address_reads_back(noun in 0..LookedNoun::ALL.len(), id: u128) {
        let noun = LookedNoun::ALL[noun];
        for looked in noun.list().into_iter().chain([Looked::Record(noun, Uuid::from_u128(id))]) {
            prop_assert_eq!(Looked::at(&looked.page()), Some(looked));
        }
    }

    #[test]
    fn no_text_is_looked_at_that_a_list_or_a_record_is_not(text in "[a-z/?.0-9-]{0,60}") {
        if let Some(looked) = Looked::at(&text) {
            prop_assert!(text.starts_with(&looked.page()) || looked.record().is_some());
        }
    }
}
