//! Open cases pass from one person to others, on both engines.

use super::cases::{Bench, officer};
use super::open::{published, revoke, unpublish};
use crate::{Engine, Error};
use domain::case::{ActKind, Note, Officers};
use domain::id::{CaseId, PersonId};
use domain::role::Power;
use rstest::rstest;

async fn hand_over(bench: &Bench, lines: &[(CaseId, PersonId)]) -> Vec<(CaseId, &'static str)> {
    let bureau = bench.bureau(bench.zhou).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let stay = desk.hand_over(bench.chen, lines, &Note::parse("调离").unwrap()).await.unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
    stay.into_iter().map(|one| (one.case, one.refusal.code.word())).collect()
}

#[rstest]
#[tokio::test]
async fn each_case_changes_its_officers_and_what_a_rule_forbids_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let tang = officer(&bench.database, "tang").await;
    let (first, second, clue) =
        (bench.registered().await, bench.registered().await, bench.registered().await);
    for id in [first, second] {
        bench.does(bench.zhou, id, bench.file()).await;
    }
    let bureau = bench.bureau(bench.zhou).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let in_hand = desk.in_hand(bench.chen).await.unwrap();
    assert_eq!((in_hand.cases.len(), in_hand.clues.len(), in_hand.proposals), (2, 1, 0));
    assert_eq!(desk.cases_in_hand(bench.pan).await.unwrap(), 2);
    drop(desk);
    drop(bureau);

    // The other officer of the case cannot be both.
    let stay = hand_over(&bench, &[(first, tang), (second, bench.pan), (clue, tang)]).await;
    assert_eq!(stay, [(second, "two_officers")]);
    let bureau = bench.bureau(bench.zhou).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let passed = desk.case(first).await.unwrap();
    let filed = passed.case.filing().unwrap();
    assert_eq!(filed.officers, Officers { lead: tang, second: bench.pan });
    assert_eq!(passed.events.last().unwrap().act.kind(), ActKind::ChangeOfficers);
    assert_eq!(desk.in_hand(bench.chen).await.unwrap().cases.len(), 1);
    let passed = desk.case(clue).await.unwrap();
    assert_eq!((passed.case.filing(), passed.case.keeper()), (None, Some(tang)));
    assert_eq!(passed.events.last().unwrap().act.kind(), ActKind::PassClue);
    assert!(desk.in_hand(bench.chen).await.unwrap().clues.is_empty());
    let again = desk.hand_over(bench.chen, &[(clue, tang)], &Note::parse("调离").unwrap()).await;
    assert!(matches!(again, Err(Error::Conflict)), "it is in other hands by now");
    drop(desk);
    assert!(bureau.verify_audit().await.unwrap().is_ok());
    drop(bureau);
    let of_tang = bench.bureau(tang).await;
    let desk = of_tang.case_desk(bench.books.open()).await.unwrap();
    let mine = desk.cases(crate::Part::Mine, &crate::CaseFilter::default(), None).await.unwrap().rows;
    assert!(mine.iter().any(|row| row.id == clue), "the clue stands in the receiver's work list");
    drop(desk);
}

#[rstest]
#[tokio::test]
async fn a_closed_case_passes_on_while_something_is_left_to_its_officers(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let tang = officer(&bench.database, "tang").await;
    bench.goes_to("2026-11-09");
    let id = published(&bench, 1, "道县××定点屠宰场").await;
    // Revoked, the case is closed; its public page is still there.
    bench.does(bench.zhou, id, revoke(1)).await;
    let in_hand = async |person| {
        let bureau = bench.bureau(bench.zhou).await;
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        let in_hand = desk.in_hand(person).await.unwrap();
        assert_eq!(desk.cases_in_hand(person).await.unwrap(), in_hand.cases.len() as u64);
        in_hand.cases.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(in_hand(bench.chen).await, [id]);
    assert!(hand_over(&bench, &[(id, tang)]).await.is_empty());
    assert_eq!((in_hand(bench.chen).await, in_hand(tang).await), (vec![], vec![id]));
    bench.does(tang, id, unpublish(1)).await;
    assert!(in_hand(tang).await.is_empty(), "what is left is the archivist's");
}

#[rstest]
#[tokio::test]
async fn only_whoever_approves_hands_over(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let bench = Bench::new(engine).await;
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let reason = Note::parse("调离").unwrap();
    let refused = desk.hand_over(bench.chen, &[], &reason).await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::ApproveCases))));
    assert!(matches!(desk.in_hand(bench.chen).await, Err(Error::Forbidden(Power::ApproveCases))));
}
