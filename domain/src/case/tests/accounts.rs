//! What a party owes and has paid, with sums that add up: 行政处罚法 art. 66, 67, 72, 行政强制法 art. 42, 45.

use rstest::rstest;

use super::acts::revoke_decision;
use super::bench::*;
use super::enforcing::*;
use crate::case::*;
use crate::value::Money;

/// The only account of the bench's case on a day.
fn account(bench: &Bench, on: &str) -> Account {
    let context = Context { today: day(on), ..bench.context(CHEN) };
    let [account] = bench.case().accounts(&context).try_into().expect("one account");
    account
}

/// 合计 less what was paid is the balance.
fn adds_up(account: &Account) {
    let back = if account.state == AccountState::Fell { account.refund.0 } else { 0 };
    assert_eq!(account.balance.0, account.total().0 - account.paid.0 + back, "{account:?}");
    let sum = |amounts: Vec<Money>| Money(amounts.iter().map(|one| one.0).sum());
    assert_eq!(account.paid, sum(account.received.iter().map(|one| one.amount).collect()));
    assert_eq!(account.accrued, sum(account.surcharge.iter().map(|line| line.amount).collect()));
}

/// A fine of 3,000 yuan, served on 2 March: to be paid by the 17th, then 90 yuan a day on what is unpaid.
#[rstest]
#[case::in_time(&[], "2026-03-17", (3000, 0, 3000))]
#[case::a_day_late(&[], "2026-03-18", (3000, 90, 3090))]
#[case::ten_days_late(&[], "2026-03-27", (3000, 900, 3900))]
#[case::at_most_the_fine(&[], "2027-03-18", (3000, 3000, 6000))]
#[case::half_of_it_in_time(&[("2026-03-10", 1000)], "2026-03-18", (2000, 60, 2060))]
#[case::all_in_time(&[("2026-03-10", 3000)], "2026-05-01", (0, 0, 0))]
#[case::all_and_a_day_of_surcharge(&[("2026-03-18", 3090)], "2026-05-01", (0, 90, 0))]
#[case::principal_only(&[("2026-03-18", 3000)], "2026-05-01", (0, 90, 90))]
fn what_is_owed_is_fine_and_surcharge_less_what_came(
    #[case] payments: &[(&str, i64)],
    #[case] on: &str,
    #[case] (rest, accrued, balance): (i64, i64, i64),
) {
    let mut bench = served_in_march();
    for (paid_on, yuan) in payments {
        bench.does(CHEN, paid_on, pay(*yuan));
    }
    let account = account(&bench, on);
    let yuan = |money: Money| money.0 / 100;
    assert_eq!((yuan(account.rest), yuan(account.accrued), yuan(account.balance)), (rest, accrued, balance));
    assert_eq!(account.pay_by, Some(day("2026-03-17")));
    let state = if balance == 0 { AccountState::Settled } else { AccountState::Open };
    assert_eq!(account.state, state);
    assert_eq!(account.is_overdue(day(on)), balance > 0 && on > "2026-03-17");
    adds_up(&account);
}

#[test]
fn each_payment_stands_with_its_day_and_the_number_of_its_receipt() {
    let mut bench = served_in_march();
    bench.does(CHEN, "2026-03-10", pay(1000)).does(CHEN, "2026-03-12", pay(500));
    let account = account(&bench, "2026-03-12");
    let received: Vec<_> = account.received.iter().map(|one| (one.on, one.amount, one.receipt())).collect();
    let expected = [("2026-03-10", 1000), ("2026-03-12", 500)];
    let expected: Vec<_> =
        expected.iter().map(|(on, yuan)| (day(on), Money::yuan(*yuan), "建行2026-1")).collect();
    assert_eq!(received, expected);
}

#[test]
fn a_day_of_a_line_adds_three_per_cent_of_what_is_unpaid() {
    let account = account(&served_in_march(), "2026-03-20");
    let [line] = account.surcharge[..] else { panic!("{:?}", account.surcharge) };
    assert_eq!((line.from, line.to, line.days), (day("2026-03-18"), day("2026-03-20"), 3));
    assert_eq!((line.amount, surcharge_a_day(&line)), (Money::yuan(270), Money::yuan(90)));
}

#[test]
fn a_plan_shows_what_is_open_of_each_instalment_and_moves_the_day() {
    let mut bench = served_in_march();
    bench.does(ZHOU_HEAD, "2026-03-10", plan_of(&[("2026-04-15", 1000), ("2026-05-15", 2000)])).does(
        CHEN,
        "2026-04-10",
        pay(1500),
    );
    let kept = account(&bench, "2026-04-16");
    let open: Vec<_> = kept.plan.iter().map(|line| (line.by, line.covered, line.open())).collect();
    assert_eq!(
        open,
        [
            (day("2026-04-15"), Money::yuan(1000), Money::ZERO),
            (day("2026-05-15"), Money::yuan(500), Money::yuan(1500))
        ]
    );
    assert_eq!((kept.pay_by, kept.broken), (Some(day("2026-05-15")), None));
    assert!(!kept.is_overdue(day("2026-04-16")));
    adds_up(&kept);
    // Missed: the day is that of the law again, and the surcharge runs on the rest.
    let missed = account(&bench, "2026-05-18");
    assert_eq!((missed.broken, missed.pay_by), (Some(day("2026-05-15")), Some(day("2026-03-17"))));
    assert!(missed.is_overdue(day("2026-05-18")));
    assert_eq!(missed.balance, Money::yuan(1500 + 3 * 45));
    adds_up(&missed);
}

#[test]
fn what_was_remitted_is_taken_off_while_the_plan_is_kept() {
    let mut bench = served_in_march();
    bench.today = day("2026-03-20");
    let Act::ApprovePlan(facts) = plan_of(&[("2026-04-15", 3000)]) else { unreachable!() };
    let remission = Some(Remission { amount: Money::yuan(100), steps: note("已整改") });
    bench.does(ZHOU_HEAD, "2026-03-20", Act::ApprovePlan(ApprovePlan { remission, ..facts }));
    let kept = account(&bench, "2026-04-01");
    assert_eq!(
        (kept.remitted, kept.total()),
        (Money::yuan(100), Money(kept.principal().0 + kept.accrued.0 - 10_000))
    );
    adds_up(&kept);
    let missed = account(&bench, "2026-04-17");
    assert_eq!(missed.remitted, Money::ZERO);
    adds_up(&missed);
}

/// The enforcement of the fine ended on 20 March 2026, when 270 yuan of surcharge had accrued.
fn ended_in_march() -> Bench {
    let mut bench = served_in_march();
    let end = EndEnforcement {
        party: SHOP,
        ground: SuspensionGround::OrganisationEnded,
        reason: note("已终止，无财产"),
        number: None,
    };
    bench.does(ZHOU_HEAD, "2026-03-20", Act::EndEnforcement(end));
    bench
}

/// What comes after the end pays what was owed at the end, and no more.
#[rstest]
#[case::all_of_it(3270, (0, 0), AccountState::Settled)]
#[case::the_fine(3000, (0, 270), AccountState::Ended)]
#[case::a_part(1000, (2000, 2270), AccountState::Ended)]
fn money_that_comes_after_the_end_adds_up(
    #[case] yuan: i64,
    #[case] (rest, balance): (i64, i64),
    #[case] state: AccountState,
) {
    let mut bench = ended_in_march();
    bench.today = day("2026-04-01");
    assert_eq!(bench.refused(CHEN, "2026-04-01", &pay(3271)), "outside_range");
    bench.does(CHEN, "2026-04-01", pay(yuan));
    let account = account(&bench, "2026-09-01");
    assert_eq!((account.rest, account.balance), (Money::yuan(rest), Money::yuan(balance)));
    assert_eq!((account.state, account.asked()), (state, Money::ZERO));
    adds_up(&account);
}

#[test]
fn nothing_accrues_after_the_enforcement_has_ended() {
    let bench = ended_in_march();
    let ended = account(&bench, "2026-09-01");
    assert_eq!((ended.state, ended.accrued), (AccountState::Ended, Money::yuan(270)));
    assert!(!ended.is_overdue(day("2026-09-01")));
}

/// 1,000 yuan were paid on a fine of 3,000, then a ruling brought it down on 13 April 2026.
fn fallen(outcome: RemedyOutcome) -> Bench {
    let mut bench = served_in_march();
    bench
        .does(CHEN, "2026-03-10", pay(1000))
        .does(CHEN, "2026-03-17", remedy(RemedyKind::Reconsideration, "2026-03-16", false))
        .does(CHEN, "2026-04-13", end_remedy(outcome));
    bench
}

#[test]
fn a_decision_that_fell_asks_for_nothing_and_what_was_paid_goes_back() {
    let mut bench = fallen(RemedyOutcome::Revoked);
    let by_ruling = account(&bench, "2026-04-20");
    bench.does(ZHOU_HEAD, "2026-04-20", revoke_decision(Reviser::Government, Some(note("通知退款"))));
    let revoked = account(&bench, "2026-04-20");
    for fell in [by_ruling, revoked] {
        assert_eq!(fell.state, AccountState::Fell);
        assert_eq!((fell.paid, fell.refund), (Money::yuan(1000), Money::yuan(1000)));
        assert_eq!((fell.rest, fell.balance, fell.total()), (Money::ZERO, Money::ZERO, Money::ZERO));
        assert_eq!(fell.received.len(), 1);
        adds_up(&fell);
    }
}

#[test]
fn a_warning_alone_has_no_account() {
    let bench = served(None);
    assert!(bench.case().accounts(&bench.context(CHEN)).is_empty());
}
