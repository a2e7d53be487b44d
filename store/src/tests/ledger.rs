//! The payment ledger in the store: its parts, its pages and its bounds.

use super::cases::Bench;
use super::on_the_spot::{begins, spot};
use crate::{CaseDesk, Engine, LedgerPart};
use domain::case::{AccountState, Act, Name, Paid, Party, Pay, PenaliseOnTheSpot};
use domain::id::{CaseId, PartyId};
use domain::role::Role;
use domain::value::Money;
use rstest::rstest;
use uuid::Uuid;

const FINED: &str = "slaughter-v13@2021";

/// A fine of 3,000 yuan on the spot, each against a party of its own.
pub(super) fn fined(bench: &Bench, nth: u128) -> Act {
    let Act::PenaliseOnTheSpot(facts) = spot(bench, nth, FINED, Some(3000)) else { unreachable!() };
    let name = Name::parse(&format!("道县第{nth}屠宰场")).unwrap();
    let party = Party { credit_code: None, name, ..facts.party.clone() };
    Act::PenaliseOnTheSpot(Box::new(PenaliseOnTheSpot { party, ..*facts }))
}

/// The party of [`fined`].
pub(super) fn party(nth: u128) -> PartyId {
    PartyId(Uuid::from_u128(700 + nth))
}

pub(super) fn pays(nth: u128, yuan: i64, voucher: &str) -> Act {
    let paid = Paid::AtBank { voucher: Name::parse(voucher).unwrap() };
    Act::Pay(Pay { party: party(nth), amount: Money::yuan(yuan), paid })
}

/// Name, balance in yuan and state of each line of a part.
async fn lines(desk: &CaseDesk<'_>, part: LedgerPart) -> Vec<(String, i64, AccountState)> {
    let page = desk.ledger(part, None).await.unwrap();
    let line = |line: crate::LedgerLine| (line.name, line.account.balance.0 / 100, line.account.state);
    page.lines.into_iter().map(line).collect()
}

async fn part(bench: &Bench, part: LedgerPart) -> Vec<(String, i64, AccountState)> {
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    lines(&desk, part).await
}

#[rstest]
#[tokio::test]
async fn an_account_is_open_then_overdue_with_its_surcharge_then_settled(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-03");
    let id: CaseId = begins(&bench, fined(&bench, 1)).await.unwrap();
    let name = || "道县第1屠宰场".to_owned();
    assert_eq!(part(&bench, LedgerPart::Open).await, [(name(), 3000, AccountState::Open)]);
    assert_eq!(part(&bench, LedgerPart::Overdue).await, []);
    // Fifteen days end on 18 November; the surcharge is 90 yuan a day.
    bench.goes_to("2026-11-20");
    assert_eq!(part(&bench, LedgerPart::Overdue).await, [(name(), 3180, AccountState::Open)]);
    bench.does(bench.chen, id, pays(1, 1000, "回单1")).await;
    assert_eq!(part(&bench, LedgerPart::Overdue).await, [(name(), 2180, AccountState::Open)]);
    bench.does(bench.chen, id, pays(1, 2180, "回单2")).await;
    assert_eq!(part(&bench, LedgerPart::Open).await, []);
    assert_eq!(part(&bench, LedgerPart::Closed).await, [(name(), 0, AccountState::Settled)]);
}

#[rstest]
#[tokio::test]
async fn pages_follow_each_other_and_nobody_elses_accounts_are_among_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-03");
    for nth in 1..=53 {
        begins(&bench, fined(&bench, nth)).await.unwrap();
    }
    let stranger = bench.database.person("stranger", "jianghua", &[Role::Reader]).await;
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let first = desk.ledger(LedgerPart::Open, None).await.unwrap();
    let second = desk.ledger(LedgerPart::Open, first.next).await.unwrap();
    assert_eq!((first.lines.len(), second.lines.len(), second.next), (50, 3, None));
    let again =
        |line: &crate::LedgerLine| first.lines.iter().any(|one| one.account.party == line.account.party);
    assert!(!second.lines.iter().any(again));
    drop(desk);
    drop(bureau);
    let other = bench.database.store.operate_as("jianghua", Some(stranger)).await.unwrap();
    let desk = other.case_desk(bench.books.open()).await.unwrap();
    assert_eq!(lines(&desk, LedgerPart::Open).await, []);
}

#[rstest]
#[tokio::test]
async fn accounts_of_before_are_written_when_the_figures_are_mended(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    use crate::entity::case_party::{ActiveModel, Entity};
    use sea_orm::ActiveValue::Set;
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-03");
    begins(&bench, fined(&bench, 1)).await.unwrap();
    let bureau = bench.bureau(bench.chen).await;
    let none =
        ActiveModel { account: Set(None), account_open: Set(None), pay_by: Set(None), ..Default::default() };
    bureau.change::<Entity>().set(none).exec(bureau.tx()).await.unwrap();
    bureau.commit().await.unwrap();
    assert_eq!(part(&bench, LedgerPart::Open).await, []);
    bench.database.store.recount_figures(bench.books.open(), true).await.unwrap();
    assert_eq!(part(&bench, LedgerPart::Open).await.len(), 1);
}
