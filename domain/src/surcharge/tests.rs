use chrono::Days;
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Ten thousand yuan to be paid by 8 October 2026: three hundred a day from the 9th.
fn fine() -> Fine {
    Fine {
        amount: Money::yuan(10_000),
        confiscated: Money::ZERO,
        due: day("2026-10-08"),
        standard_told: true,
        receipts: Vec::new(),
        stills: Vec::new(),
    }
}

fn accrued(fine: &Fine, today: &str) -> Money {
    fine.surcharge(day(today)).accrued
}

fn still(from: &str, to: Option<&str>, cause: StillCause) -> Still {
    Still { from: day(from), to: to.map(day), cause }
}

#[test]
fn it_begins_the_day_after_the_rolled_end_of_the_term_to_pay() {
    assert_eq!(accrued(&fine(), "2026-10-08"), Money::ZERO);
    assert_eq!(accrued(&fine(), "2026-10-09"), Money::yuan(300));
    assert_eq!(accrued(&fine(), "2026-10-18"), Money::yuan(3_000));
}

#[test]
fn it_stops_at_the_fine() {
    let full = fine().surcharge(day("2027-10-08"));
    assert_eq!((full.accrued, full.full_on), (Money::yuan(10_000), Some(day("2026-11-11"))));
    assert_eq!(full.lines.len(), 1);
    assert_eq!((full.lines[0].days, full.lines[0].to), (34, day("2026-11-11")));
    assert_eq!(accrued(&fine(), "2026-11-10"), Money::yuan(9_900));
}

#[test]
fn nine_it_stands_still_during_a_suit_from_the_day_it_was_handed_in_to_the_day_its_decision_was_served() {
    let mut fine = fine();
    fine.stills = vec![still("2026-10-14", Some("2026-12-31"), StillCause::Remedy)];
    assert_eq!(accrued(&fine, "2026-10-13"), Money::yuan(1_500));
    assert_eq!(accrued(&fine, "2026-12-31"), Money::yuan(1_500));
    assert_eq!(accrued(&fine, "2027-01-01"), Money::yuan(1_800));
    fine.stills[0].to = None;
    assert_eq!(accrued(&fine, "2030-01-01"), Money::yuan(1_500));
}

#[test]
fn it_never_runs_without_a_standard_in_the_decision() {
    let silent = Fine { standard_told: false, ..fine() };
    let none = silent.surcharge(day("2027-01-01"));
    assert_eq!((none.accrued, none.fine_left), (Money::ZERO, Money::yuan(10_000)));
}

#[test]
fn money_received_pays_the_fine_first_and_the_day_of_payment_still_counts() {
    let mut fine = fine();
    fine.receipts = vec![Receipt { on: day("2026-10-13"), amount: Money::yuan(4_000) }];
    let after = fine.surcharge(day("2026-10-15"));
    // Five days on 10,000, two on 6,000.
    assert_eq!(after.accrued, Money::yuan(1_860));
    assert_eq!(
        after.lines.iter().map(|line| line.amount).collect::<Vec<_>>(),
        [Money::yuan(1_500), Money::yuan(360)]
    );
    assert_eq!((after.fine_left, after.surcharge_left), (Money::yuan(6_000), Money::yuan(1_860)));
    // Whoever pays on the first late day owes that day.
    let late = Receipt { on: day("2026-10-09"), amount: Money::yuan(10_000) };
    let one_day = Fine { receipts: vec![late], ..fine.clone() }.surcharge(day("2026-12-31"));
    assert_eq!((one_day.accrued, one_day.fine_left), (Money::yuan(300), Money::ZERO));
    fine.receipts.push(Receipt { on: day("2026-10-15"), amount: Money::yuan(7_000) });
    let over = fine.surcharge(day("2026-12-31"));
    assert_eq!((over.accrued, over.fine_left), (Money::yuan(1_860), Money::ZERO));
    assert_eq!(over.surcharge_left, Money::yuan(860), "a thousand was left after the fine");
}

#[test]
fn after_a_broken_plan_it_runs_on_the_rest_from_the_next_day() {
    // Served on 2 March 2026, instalments by 15 April, 15 May and 20 June, which rolls to the 22nd; the last missed.
    let mut fine = Fine { amount: Money::yuan(9_000), due: day("2026-03-17"), ..fine() };
    fine.stills = vec![still("2026-03-16", Some("2026-06-22"), StillCause::Plan)];
    fine.receipts =
        ["2026-04-15", "2026-05-15"].map(|on| Receipt { on: day(on), amount: Money::yuan(3_000) }).to_vec();
    assert_eq!(accrued(&fine, "2026-06-22"), Money::ZERO);
    let first = fine.surcharge(day("2026-06-23"));
    assert_eq!((first.accrued, first.lines[0].from), (Money::yuan(90), day("2026-06-23")));
    // What accrued before a plan stays on its own line.
    fine.stills[0].from = day("2026-03-20");
    let lines = fine.surcharge(day("2026-06-23")).lines;
    assert_eq!(
        lines.iter().map(|line| (line.days, line.amount)).collect::<Vec<_>>(),
        [(2, Money::yuan(540)), (1, Money::yuan(90))]
    );
}

#[test]
fn parts_of_a_fen_add_up_and_are_dropped_at_the_end() {
    let mut fine = Fine { amount: Money(333), ..fine() };
    assert_eq!(accrued(&fine, "2026-10-09"), Money(9), "9.99");
    assert_eq!(accrued(&fine, "2026-10-18"), Money(99), "99.9");
    fine.receipts = vec![Receipt { on: day("2026-10-09"), amount: Money(1) }];
    let lines = fine.surcharge(day("2026-10-18"));
    assert_eq!(lines.lines.iter().map(|line| line.amount.fen()).sum::<i64>(), lines.accrued.fen());
}

#[test]
fn hostile_sums_and_days_are_answered() {
    for amount in [i64::MIN, -1, 0, 1, i64::MAX] {
        for due in [Day::MIN, day("2026-10-08"), Day::MAX] {
            let receipts = vec![Receipt { on: due, amount: Money(amount) }; 3];
            let fine = Fine { amount: Money(amount), due, receipts, ..fine() };
            for today in [Day::MIN, day("2026-11-01"), Day::MAX] {
                let counted = fine.surcharge(today);
                assert!(counted.accrued >= Money::ZERO && counted.accrued <= Money(amount.max(0)));
            }
        }
    }
}

proptest! {
    #[test]
    fn it_only_grows_and_never_passes_the_fine(
        yuan in 1i64..100_000,
        paid in 0i64..100_000,
        on in 0u64..60,
        from in 0u64..60,
        long in 0u64..60,
        days in 0u64..90,
    ) {
        let due = day("2026-10-08");
        let at = |ahead: u64| due + Days::new(ahead);
        let cause = StillCause::Remedy;
        let plain = Fine { amount: Money::yuan(yuan), receipts: Vec::new(), ..fine() };
        let eased = Fine {
            receipts: vec![Receipt { on: at(on), amount: Money::yuan(paid) }],
            stills: vec![Still { from: at(from), to: Some(at(from + long)), cause }],
            ..plain.clone()
        };
        let today = eased.surcharge(at(days));
        prop_assert!(today.accrued <= eased.surcharge(at(days + 1)).accrued);
        prop_assert!(today.accrued <= plain.surcharge(at(days)).accrued);
        prop_assert!(today.accrued <= plain.amount);
        // Counted the plain way, day by day.
        let unpaid = |day: Day| if at(on) < day { (yuan - paid).max(0) } else { yuan };
        let still = |day: Day| at(from) <= day && day <= at(from + long);
        let daily = (1..=days).map(at).filter(|day| !still(*day)).map(|day| unpaid(day) * 3);
        prop_assert_eq!(today.accrued, Money(daily.sum::<i64>().min(yuan * 100)));
        let lines: i64 = today.lines.iter().map(|line| line.amount.fen()).sum();
        prop_assert_eq!(lines, today.accrued.fen());
    }
}
