//! Which page of a scan belongs to which paper, and in which order.

use crate::Lang;
use crate::paper::{PageFound, PageOffer, PaperFault, ScanFault, missing_pages, offered, page_order};
use rstest::rstest;

use PageFound::{Ended, NoCode, Paper, Unknown};
use PageOffer::{Ask, Left};

#[rstest]
#[case::each_its_own(&[Paper('a', 1), Paper('b', 1)], &[PageOffer::Paper('a'), PageOffer::Paper('b')])]
#[case::no_code_follows_the_page_before(
    &[Paper('a', 1), NoCode, NoCode, Paper('b', 2), NoCode],
    &[PageOffer::Paper('a'), PageOffer::Paper('a'), PageOffer::Paper('a'), PageOffer::Paper('b'), PageOffer::Paper('b')]
)]
#[case::nothing_before(&[NoCode, Paper('a', 2)], &[Ask, PageOffer::Paper('a')])]
#[case::behind_what_is_left_nobody_knows(
    &[Paper('a', 1), Unknown, NoCode, Ended('b'), NoCode],
    &[PageOffer::Paper('a'), Left, Ask, Left, Ask]
)]
#[case::nothing(&[], &[])]
fn each_page_is_offered_a_paper(#[case] found: &[PageFound<char>], #[case] expected: &[PageOffer<char>]) {
    assert_eq!(offered(found), expected);
}

#[rstest]
#[case::as_scanned(&[None, None, None], &[0, 1, 2])]
#[case::shuffled(&[Some(3), Some(1), Some(2)], &[1, 2, 0])]
#[case::unknown_stays_behind_what_it_follows(&[Some(2), None, Some(1)], &[2, 0, 1])]
#[case::unknown_before_all(&[None, Some(2), Some(3)], &[0, 1, 2])]
#[case::twice_the_same(&[Some(1), Some(1), Some(2)], &[0, 1, 2])]
#[case::of_two_copies(&[Some(1), Some(2), Some(1), Some(2)], &[0, 2, 1, 3])]
fn pages_are_bound_in_the_order_of_the_paper(#[case] numbers: &[Option<u32>], #[case] expected: &[usize]) {
    assert_eq!(page_order(numbers), expected);
}

#[rstest]
#[case::whole(&[Some(2), Some(1), Some(3)], 3, &[])]
#[case::one_page(&[Some(1)], 1, &[])]
#[case::the_last(&[Some(1), Some(2)], 3, &[3])]
#[case::the_first(&[Some(2), Some(3)], 3, &[1])]
#[case::twice_the_same(&[Some(1), Some(1), Some(2)], 3, &[3])]
#[case::one_without_a_code(&[Some(1), None, Some(3)], 3, &[])]
#[case::one_without_a_code_is_not_two(&[Some(1), None], 3, &[2, 3])]
#[case::more_than_it_has(&[Some(1), None, None], 1, &[])]
fn a_paper_whose_page_is_not_in_the_scan_is_told(
    #[case] numbers: &[Option<u32>],
    #[case] pages: u32,
    #[case] expected: &[u32],
) {
    assert_eq!(missing_pages(numbers, pages), expected);
}

#[test]
fn every_fault_says_what_to_do_in_both_languages() {
    let faults = [
        ScanFault::NoFile,
        ScanFault::TooLarge,
        ScanFault::TooManyPages,
        ScanFault::TooManyWaiting,
        ScanFault::OtherContent,
        ScanFault::Encrypted,
        ScanFault::Broken,
        ScanFault::TooFine,
        ScanFault::TooSlow,
        ScanFault::BrokenOff,
        ScanFault::NotSaid(3),
        ScanFault::NothingEntered,
        ScanFault::NoDay,
        ScanFault::ManyScans("立案审批表".to_owned()),
        ScanFault::Paper("立案审批表".to_owned(), PaperFault::Ended),
        ScanFault::Missing("立案审批表".to_owned(), 3, vec![2]),
        ScanFault::Busy,
        ScanFault::Gone,
    ];
    for fault in faults {
        let (zh, en) = (fault.message(Lang::Zh), fault.message(Lang::En));
        assert!(zh.contains('请') || zh.contains("至少"), "{zh}");
        assert!(en.is_ascii() || en.contains(['“', '–', '立']), "{en}");
    }
    assert!(ScanFault::NotSaid(3).message(Lang::Zh).contains("第 3 页"));
}
