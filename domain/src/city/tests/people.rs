use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use uuid::Uuid;

use crate::Day;
use crate::city::*;
use crate::id::BureauId;

const DAOXIAN: BureauId = BureauId(2);
const JIANGHUA: BureauId = BureauId(3);

fn fact(bureau: BureauId, day: &str, until: Option<&str>, trade: &str) -> PersonFact {
    PersonFact {
        bureau,
        day: day.parse().unwrap(),
        until: until.map(|day| day.parse().unwrap()),
        trade: trade.to_owned(),
        source: Uuid::nil(),
    }
}

/// `scope month trade count`, sorted.
fn counts(facts: &[PersonFact]) -> Vec<String> {
    let line = |(cell, count): (PersonCell, i64)| {
        let scope = match cell.scope {
            Scope::Bureau(bureau) => bureau.0.to_string(),
            Scope::City => "city".to_owned(),
            Scope::Shared => "shared".to_owned(),
        };
        format!("{scope} {} {} {count:+}", cell.month, cell.trade)
    };
    person_counts(facts).into_iter().map(line).collect()
}

#[test]
fn a_person_of_two_counties_counts_once_in_each_and_once_in_the_city() {
    let facts = [fact(DAOXIAN, "2026-03-20", None, "焊工"), fact(JIANGHUA, "2026-06-01", None, "海员")];
    let expected =
        ["2 2026-03 焊工 +1", "3 2026-06 海员 +1", "city 2026-03 焊工 +1", "shared 2026-06 焊工 +1"];
    assert_eq!(counts(&facts), expected);
}

#[test]
fn a_second_class_in_the_same_county_counts_nothing() {
    let facts = [fact(DAOXIAN, "2026-06-20", None, "焊工"), fact(DAOXIAN, "2026-03-01", None, "缝纫工")];
    assert_eq!(counts(&facts), ["2 2026-03 缝纫工 +1", "city 2026-03 缝纫工 +1"]);
}

#[test]
fn a_revoked_certificate_counts_one_less_in_its_own_month_unless_another_one_is_valid() {
    let gone = fact(DAOXIAN, "2026-03-20", Some("2027-01-05"), "焊工");
    let expected = ["2 2026-03 焊工 +1", "2 2027-01 焊工 -1", "city 2026-03 焊工 +1", "city 2027-01 焊工 -1"];
    assert_eq!(counts(&[gone]), expected);
    let gone = fact(DAOXIAN, "2026-03-20", Some("2026-08-05"), "焊工");
    let valid = fact(JIANGHUA, "2026-06-01", None, "海员");
    let expected = [
        "2 2026-03 焊工 +1",
        "2 2026-08 焊工 -1",
        "3 2026-06 海员 +1",
        "city 2026-03 焊工 +1",
        "shared 2026-06 焊工 +1",
        "shared 2026-08 焊工 -1",
    ];
    assert_eq!(counts(&[gone, valid]), expected);
}

#[test]
fn nobody_counts_without_a_fact() {
    assert_eq!(counts(&[]), Vec::<String>::new());
    let same_month = fact(DAOXIAN, "2026-03-20", Some("2026-03-21"), "焊工");
    assert_eq!(counts(&[same_month]), Vec::<String>::new());
}

fn any_fact() -> impl Strategy<Value = PersonFact> {
    let day = |nth: u32| Day::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(u64::from(nth));
    (1..4_i32, 0..40_u32, prop::option::of(0..60_u32), 0..3_usize, any::<u128>()).prop_map(
        move |(bureau, from, until, trade, source)| PersonFact {
            bureau: BureauId(bureau),
            day: day(from * 9),
            until: until.map(|later| day(from * 9 + later * 9)),
            trade: ["焊工", "电工", "厨师"][trade].to_owned(),
            source: Uuid::from_u128(source),
        },
    )
}

fn sum(counts: &BTreeMap<PersonCell, i64>, is: impl Fn(Scope) -> bool, to: Month) -> i64 {
    counts.iter().filter(|(cell, _)| is(cell.scope) && cell.month <= to).map(|(_, count)| count).sum()
}

proptest! {
    #[test]
    fn the_order_of_recording_changes_nothing(facts in prop::collection::vec(any_fact(), 0..8), seed in any::<u64>()) {
        let mut other = facts.clone();
        other.sort_by_key(|fact| fact.source.as_u128() ^ u128::from(seed) << 17);
        prop_assert_eq!(person_counts(&facts), person_counts(&other));
    }

    #[test]
    fn at_the_end_of_each_month_a_person_counts_where_a_fact_stands(
        facts in prop::collection::vec(any_fact(), 0..8),
        nth in 0..30_i32,
    ) {
        let to = Month::new(2026, 1).plus(nth);
        let stands = |fact: &&PersonFact| {
            Month::of(fact.day) <= to && fact.until.is_none_or(|until| Month::of(until) > to)
        };
        let bureaus: BTreeSet<_> = facts.iter().filter(stands).map(|fact| fact.bureau).collect();
        let counts = person_counts(&facts);
        let each = sum(&counts, |scope| matches!(scope, Scope::Bureau(_)), to);
        prop_assert_eq!(each, bureaus.len() as i64);
        prop_assert_eq!(sum(&counts, |scope| scope == Scope::City, to), i64::from(!bureaus.is_empty()));
        prop_assert_eq!(sum(&counts, |scope| scope == Scope::Shared, to), i64::from(bureaus.len() > 1));
    }
}
