//! Many people on one case at once: nobody's act is lost, none is written twice, one approval wins.

use super::cases::{Bench, officer};
use crate::{Done, Engine, Error, Verdict};
use domain::case::{Entry, Stage};
use domain::id::{CaseId, PersonId, ProposalId};
use domain::role::Role;
use rstest::rstest;
use std::sync::Arc;
use tokio::task::JoinSet;

const OFFICERS: usize = 20;
/// Twenty people can get in one another's way at most so often before each of them has had a turn.
const TRIES_MAX: usize = 400;

/// Reads the case as its page does, and sends a record for the version that was seen; again after each conflict.
async fn records(bench: Arc<Bench>, person: PersonId, id: CaseId) -> u32 {
    for _ in 0..TRIES_MAX {
        let bureau = bench.bureau(person).await;
        let seen = bureau.case_desk(bench.books.open()).await.unwrap().case(id).await.unwrap().case.seq;
        drop(bureau);
        tokio::task::yield_now().await;
        let bureau = bench.bureau(person).await;
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        match desk.act(id, seen, bureau.today(), bench.record(), Entry::default()).await {
            Ok(done) => {
                drop(desk);
                bureau.commit().await.unwrap();
                let Done::Event { seq, .. } = done.unwrap() else { panic!("a record waits for nobody") };
                return seq;
            }
            Err(Error::Conflict) => {}
            Err(error) => panic!("{error:?}"),
        }
    }
    panic!("never had a turn");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_officers_record_on_one_case_at_once_and_nothing_is_lost(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Arc::new(Bench::new(engine).await);
    let mut people = Vec::new();
    for nth in 0..OFFICERS {
        people.push(officer(&bench.database, &format!("officer{nth}")).await);
    }
    let id = bench.registered().await;
    let mut tasks = JoinSet::new();
    for person in people.clone() {
        tasks.spawn(records(bench.clone(), person, id));
    }
    let mut written = tasks.join_all().await;
    written.sort_unstable();
    assert_eq!(
        written,
        (2..2 + u32::try_from(OFFICERS).unwrap()).collect::<Vec<_>>(),
        "one after the other, gapless"
    );
    let bureau = bench.bureau(bench.chen).await;
    let open = bureau.case_desk(bench.books.open()).await.unwrap().case(id).await.unwrap();
    let mut authors: Vec<PersonId> = open.case.log.iter().skip(1).map(|event| event.by).collect();
    authors.sort_unstable();
    people.sort_unstable();
    assert_eq!((authors, open.case.records.len()), (people, OFFICERS), "each of them once");
    assert!(bureau.verify_audit().await.unwrap().is_ok());
}

async fn approves(bench: Arc<Bench>, person: PersonId, proposal: ProposalId) -> bool {
    let bureau = bench.bureau(person).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    match desk.decide_proposal(proposal, Verdict::Approve).await {
        Ok(done) => {
            drop(desk);
            bureau.commit().await.unwrap();
            done.is_ok()
        }
        Err(Error::Conflict) => false,
        Err(error) => panic!("{error:?}"),
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_approve_one_proposal_at_once_one_does(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Arc::new(Bench::new(engine).await);
    let id = bench.registered().await;
    let Done::Proposal { id: proposal, .. } = bench.does(bench.chen, id, bench.file()).await else {
        panic!("an officer cannot file")
    };
    let mut tasks = JoinSet::new();
    for nth in 0..OFFICERS {
        let head = bench.database.person(&format!("head{nth}"), "daoxian", &[Role::Head]).await;
        tasks.spawn(approves(bench.clone(), head, proposal));
    }
    let approved = tasks.join_all().await;
    assert_eq!(approved.into_iter().filter(|done| *done).count(), 1);
    let bureau = bench.bureau(bench.chen).await;
    let open = bureau.case_desk(bench.books.open()).await.unwrap().case(id).await.unwrap();
    assert_eq!((open.case.stage(), open.case.seq), (Stage::Filed, 2));
}
