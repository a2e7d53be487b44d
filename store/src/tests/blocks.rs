//! Blocks of numbers: allotted from the counter of their word, taken once, void for good, and never another's.

use super::cases::Bench;
use crate::{BureauStore, Done, Engine, Error, Verdict};
use domain::case::{
    Act, Entry, GoodsLine, Inquire, Inquiry, Name, Note, NumberWord, Officers, RegisterEvidence,
};
use domain::id::{CaseId, PersonId};
use domain::refusal::Refusal;
use rstest::rstest;

fn asks(bench: &Bench) -> Act {
    Act::Inquire(Inquire {
        what: Inquiry::Papers,
        to: Name::parse("何志远").unwrap(),
        officers: Officers { lead: bench.chen, second: bench.pan },
        matter: Note::parse("进货台账").unwrap(),
        due: "2026-12-31".parse().unwrap(),
        time: None,
        place: None,
        number: None,
    })
}

fn registers(bench: &Bench) -> Act {
    Act::RegisterEvidence(RegisterEvidence {
        party: None,
        officers: Officers { lead: bench.chen, second: bench.pan },
        goods: vec![GoodsLine::parse("台账 2 本").unwrap()],
        place: Note::parse("屠宰车间").unwrap(),
        keeper: Name::parse("何志远").unwrap(),
        reason: Note::parse("可能灭失").unwrap(),
        number: None,
    })
}

async fn allots(bench: &Bench, person: PersonId, word: NumberWord, count: u32) -> &'static str {
    let bureau = bench.bureau(bench.zhou).await;
    match bureau.allot_numbers(person, word, count).await {
        Ok(()) => {
            bureau.commit().await.unwrap();
            "done"
        }
        Err(Error::Invalid { code, .. }) => code,
        Err(error) => panic!("{error}"),
    }
}

async fn does(
    bench: &Bench,
    person: PersonId,
    id: CaseId,
    act: Act,
    block: Option<&str>,
) -> Result<Done, Refusal> {
    let bureau = bench.bureau(person).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let seq = desk.case(id).await.unwrap().case.seq;
    let entry = Entry { block: block.map(str::to_owned), ..Entry::default() };
    let done = desk.act(id, seq, bureau.today(), act, entry).await.unwrap();
    drop(desk);
    if done.is_ok() {
        bureau.commit().await.unwrap();
    }
    done
}

async fn last_number(bench: &Bench, id: CaseId) -> String {
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let events = desk.case(id).await.unwrap().events;
    events.last().unwrap().act.paper_number().unwrap_or_default()
}

async fn in_hand(bureau: &BureauStore) -> Vec<String> {
    let own = bureau.own_numbers(&NumberWord::OF_BLOCKS).await.unwrap();
    own.into_iter().map(|one| one.number).collect()
}

#[rstest]
#[tokio::test]
async fn a_block_comes_from_the_counter_and_what_is_not_handed_over_goes_on_behind_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    assert_eq!(allots(&bench, bench.chen, NumberWord::PapersOrder, 3).await, "done");
    does(&bench, bench.chen, id, asks(&bench), None).await.unwrap();
    assert_eq!(last_number(&bench, id).await, "道商限提〔2026〕4号");
    does(&bench, bench.chen, id, asks(&bench), Some("道商限提〔2026〕2号")).await.unwrap();
    assert_eq!(last_number(&bench, id).await, "道商限提〔2026〕2号");
    let bureau = bench.bureau(bench.chen).await;
    assert_eq!(in_hand(&bureau).await, ["道商限提〔2026〕1号", "道商限提〔2026〕3号"]);
}

#[rstest]
#[tokio::test]
async fn a_number_is_taken_once_by_its_holder_for_its_paper(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    assert_eq!(allots(&bench, bench.chen, NumberWord::PapersOrder, 2).await, "done");
    assert_eq!(allots(&bench, bench.chen, NumberWord::Evidence, 1).await, "done");
    let number = "道商限提〔2026〕1号";
    does(&bench, bench.chen, id, asks(&bench), Some(number)).await.unwrap();
    for (person, number) in [
        // Used; of another paper; somebody else's; unknown.
        (bench.chen, number),
        (bench.chen, "道商登存〔2026〕1号"),
        (bench.pan, "道商限提〔2026〕2号"),
        (bench.chen, "道商限提〔2026〕99号"),
    ] {
        let refused = does(&bench, person, id, asks(&bench), Some(number)).await.unwrap_err();
        assert_eq!(refused.code.word(), "not_in_hand", "{number}");
    }
}

#[rstest]
#[tokio::test]
async fn what_the_head_approves_takes_the_number_of_whoever_proposed_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    assert_eq!(allots(&bench, bench.chen, NumberWord::Evidence, 2).await, "done");
    let done = does(&bench, bench.chen, id, registers(&bench), Some("道商登存〔2026〕2号")).await.unwrap();
    let Done::Proposal { id: proposal, .. } = done else { panic!("{done:?}") };
    let bureau = bench.bureau(bench.zhou).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    desk.decide_proposal(proposal, Verdict::Approve).await.unwrap().unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
    assert_eq!(last_number(&bench, id).await, "道商登存〔2026〕2号");
    let bureau = bench.bureau(bench.chen).await;
    assert_eq!(in_hand(&bureau).await, ["道商登存〔2026〕1号"]);
}

#[rstest]
#[tokio::test]
async fn a_void_number_is_never_used_again_and_stands_in_the_block(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    assert_eq!(allots(&bench, bench.chen, NumberWord::PapersOrder, 3).await, "done");
    let bureau = bench.bureau(bench.chen).await;
    let own = bureau.own_numbers(&NumberWord::OF_BLOCKS).await.unwrap();
    bureau.void_number(&own[1].id.to_string(), "写错", false).await.unwrap();
    bureau.commit().await.unwrap();
    let other = bench.bureau(bench.pan).await;
    for gone in [own[0].id.to_string(), own[1].id.to_string()] {
        let refused = other.void_number(&gone, "写错", false).await;
        assert!(matches!(refused, Err(Error::Invalid { field: "number", code: "block_gone" })), "{gone}");
    }
    for nowhere in [uuid::Uuid::nil().to_string(), "canary".to_owned()] {
        let refused = other.void_number(&nowhere, "写错", false).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{nowhere}");
    }
    drop(other);
    let refused = does(&bench, bench.chen, id, asks(&bench), Some(&own[1].number)).await.unwrap_err();
    assert_eq!(refused.code.word(), "not_in_hand");
    let bureau = bench.bureau(bench.zhou).await;
    let blocks = bureau.number_blocks().await.unwrap();
    assert_eq!((blocks[0].open, blocks[0].issued, blocks[0].void), (2, 0, 1));
    assert_eq!(
        (blocks[0].first.as_str(), blocks[0].last.as_str()),
        ("道商限提〔2026〕1号", "道商限提〔2026〕3号")
    );
}

#[rstest]
#[tokio::test]
async fn a_number_in_hand_for_more_than_thirty_days_is_listed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-02");
    assert_eq!(allots(&bench, bench.chen, NumberWord::Evidence, 1).await, "done");
    let listed = async || bench.bureau(bench.zhou).await.numbers_long_in_hand().await.unwrap();
    bench.goes_to("2026-12-02");
    assert_eq!(listed().await, []);
    bench.goes_to("2026-12-03");
    assert_eq!(listed().await.into_iter().map(|one| one.number).collect::<Vec<_>>(), ["道商登存〔2026〕1号"]);
}

#[rstest]
#[tokio::test]
async fn blocks_are_of_a_sound_size_and_for_officers_and_papers_of_the_spot(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    assert_eq!(allots(&bench, bench.chen, NumberWord::Evidence, 0).await, "block_count");
    assert_eq!(allots(&bench, bench.chen, NumberWord::Evidence, 101).await, "block_count");
    assert_eq!(allots(&bench, bench.chen, NumberWord::Decision, 5).await, "block_word");
    assert_eq!(allots(&bench, bench.zhou, NumberWord::Evidence, 5).await, "block_person");
    assert_eq!(allots(&bench, bench.chen, NumberWord::Evidence, 100).await, "done");
    assert_eq!(allots(&bench, bench.chen, NumberWord::Evidence, 100).await, "done");
    assert_eq!(allots(&bench, bench.chen, NumberWord::Evidence, 1).await, "block_full");
    let officer = bench.bureau(bench.chen).await;
    let refused = officer.allot_numbers(bench.chen, NumberWord::Evidence, 1).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
}
