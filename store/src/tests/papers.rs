//! Papers that were issued: numbers without gaps under concurrency, bytes that stay, the way, and the check by anybody.

use super::cases::{Bench, officer};
use super::plans::{analyze, bad_plans};
use super::walls::raw;
use crate::entity::{issued_paper, paper_copy};
use crate::{BureauStore, Engine, Error, IssuedPaper, NewCopy, NewPaper, Verified};
use domain::case::NumberWord;
use domain::id::{CaseId, IssuedPaperId, PersonId};
use domain::paper::{PaperCopy, PaperFault, PaperKind, PaperState};
use rstest::rstest;
use sea_orm::ConnectionTrait;
use std::sync::Arc;
use tokio::task::JoinSet;

const AT_ONCE: u32 = 20;

/// An approval of a filing that is about an event of the case, with the next number; and the word of its check.
pub(super) async fn issues(bureau: &BureauStore, case: CaseId, seq: u32) -> (IssuedPaperId, String) {
    let number = bureau.paper_number(NumberWord::Filing).await.unwrap();
    let key = bureau.paper_key().unwrap();
    let word = bureau.check_word(&key);
    let copy = |copy: PaperCopy| NewCopy {
        copy,
        pdf: format!("%PDF {number} {copy:?}").into_bytes(),
        sha256: format!("{:064x}", seq),
        template: "0badcafe".to_owned(),
    };
    let new = NewPaper {
        case,
        kind: PaperKind::D02,
        seq,
        party: None,
        number: Some(number.clone()),
        on: bureau.today(),
        facts: r#"{"title":"立案审批表"}"#.to_owned(),
        key,
        copies: vec![copy(PaperCopy::File), copy(PaperCopy::Party)],
    };
    (bureau.issue_paper(new).await.unwrap(), word)
}

async fn issued(bench: &Bench, case: CaseId, seq: u32) -> (IssuedPaperId, String) {
    let bureau = bench.bureau(bench.chen).await;
    let done = issues(&bureau, case, seq).await;
    bureau.commit().await.unwrap();
    done
}

async fn paper(bench: &Bench, case: CaseId, id: IssuedPaperId) -> IssuedPaper {
    bench.bureau(bench.chen).await.issued_paper(case, id).await.unwrap()
}

async fn state(bench: &Bench, word: &str) -> (PaperState, bool) {
    match bench.database.store.check_paper(word, "192.0.2.1").await.unwrap() {
        Verified::Known(paper) => (paper.state, paper.replaced_at.is_some()),
        other => panic!("{other:?}"),
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_papers_issued_at_once_have_numbers_without_a_gap(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Arc::new(Bench::new(engine).await);
    let case = bench.registered().await;
    let mut tasks = JoinSet::new();
    for nth in 1..=AT_ONCE {
        let person: PersonId = officer(&bench.database, &format!("officer{nth}")).await;
        let bench = bench.clone();
        tasks.spawn(async move {
            let bureau = bench.bureau(person).await;
            issues(&bureau, case, nth).await;
            // Every third thinks better of it: its number is the next one's.
            if !nth.is_multiple_of(3) {
                bureau.commit().await.unwrap();
            }
        });
    }
    tasks.join_all().await;
    let papers = bench.bureau(bench.chen).await.issued_papers(case).await.unwrap();
    let mut numbers: Vec<String> = papers.iter().filter_map(|paper| paper.number.clone()).collect();
    numbers.sort_by_key(|number| (number.len(), number.clone()));
    let kept = (1..=AT_ONCE).filter(|nth| !nth.is_multiple_of(3)).count();
    let expected: Vec<String> = (1..=kept).map(|nth| format!("道商罚立〔2026〕{nth}号")).collect();
    assert_eq!(numbers, expected);
    assert!(bench.bureau(bench.chen).await.verify_audit().await.unwrap().is_ok());
}

#[rstest]
#[tokio::test]
async fn a_paper_is_the_bytes_that_were_made_and_nobody_changes_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    let (id, _) = issued(&bench, case, 2).await;
    let bureau = bench.bureau(bench.chen).await;
    let file = bureau.copied_paper(case, id, PaperCopy::File).await.unwrap();
    assert_eq!(file.pdf, "%PDF 道商罚立〔2026〕1号 File".as_bytes());
    // Sealed as it lies: no reader of the database alone sees a person's number.
    let row = bureau.find::<issued_paper::Entity>().one(bureau.tx()).await.unwrap().unwrap();
    let copy = bureau.find::<paper_copy::Entity>().one(bureau.tx()).await.unwrap().unwrap();
    let told = bureau.issued_paper(case, id).await.unwrap().facts;
    let holds = |sealed: &[u8], plain: &[u8]| sealed.windows(plain.len()).any(|part| part == plain);
    assert!(!holds(&row.facts_sealed, told.as_bytes()) && !holds(&copy.pdf_sealed, b"%PDF"));
    drop(bureau);
    let other = bench.registered().await;
    let bureau = bench.bureau(bench.chen).await;
    assert!(matches!(bureau.copied_paper(other, id, PaperCopy::File).await, Err(Error::NotFound)));
    drop(bureau);
    let raw = raw(&bench.database).await;
    if engine == Engine::Postgres {
        raw.execute_unprepared("select set_config('xiaoxiang.bureau', '2', false)").await.unwrap();
    }
    for statement in
        ["update paper_copy set sha256 = 'x'", "delete from paper_copy", "delete from issued_paper"]
    {
        assert!(raw.execute_unprepared(statement).await.is_err(), "{statement}");
    }
}

#[rstest]
#[tokio::test]
async fn a_new_paper_of_a_step_replaces_the_old_one_whose_check_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    let (old, old_word) = issued(&bench, case, 2).await;
    assert_eq!(state(&bench, &old_word).await, (PaperState::ToPrint, false));
    let (new, new_word) = issued(&bench, case, 2).await;
    assert_eq!(paper(&bench, case, new).await.replaces, Some(old));
    assert_eq!(paper(&bench, case, old).await.state, PaperState::Replaced);
    assert_eq!(state(&bench, &old_word).await, (PaperState::Replaced, true));
    assert_eq!(state(&bench, &new_word).await, (PaperState::ToPrint, false));
    // What was replaced goes no further.
    let old = paper(&bench, case, old).await;
    let bureau = bench.bureau(bench.chen).await;
    assert_eq!(bureau.paper_printed(&old).await.unwrap(), Err(PaperFault::Ended));
    assert_eq!(bureau.paper_back(&old, bureau.today()).await.unwrap(), Err(PaperFault::Ended));
}

#[rstest]
#[tokio::test]
async fn the_way_ends_with_the_signed_sheet_or_with_a_reason(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    let (first, _) = issued(&bench, case, 2).await;
    let (second, word) = issued(&bench, case, 3).await;
    let bureau = bench.bureau(bench.chen).await;
    let out = |page: crate::OutPage| page.rows.iter().map(|row| (row.id, row.state)).collect::<Vec<_>>();
    let (one, two) =
        (bureau.issued_paper(case, first).await.unwrap(), bureau.issued_paper(case, second).await.unwrap());
    bureau.paper_printed(&one).await.unwrap().unwrap();
    assert_eq!(
        out(bureau.papers_out(None).await.unwrap()),
        [(first, PaperState::ToSign), (second, PaperState::ToPrint)]
    );
    assert_eq!(out(bureau.papers_out(Some(first)).await.unwrap()), [(second, PaperState::ToPrint)]);
    let tomorrow = bureau.today().succ_opt().unwrap();
    assert_eq!(bureau.paper_back(&one, tomorrow).await.unwrap(), Err(PaperFault::AfterToday));
    bureau.paper_back(&one, bureau.today()).await.unwrap().unwrap();
    assert_eq!(bureau.void_paper(&two, true, " ").await.unwrap(), Err(PaperFault::NoReason));
    bureau.void_paper(&two, true, "打印时发现漏页").await.unwrap().unwrap();
    assert_eq!(out(bureau.papers_out(None).await.unwrap()), []);
    bureau.commit().await.unwrap();
    assert_eq!(state(&bench, &word).await.0, PaperState::Void);
    // The number of the void paper is never given again.
    let (third, _) = issued(&bench, case, 3).await;
    assert_eq!(paper(&bench, case, third).await.number.as_deref(), Some("道商罚立〔2026〕3号"));
    let chain = bench.bureau(bench.chen).await;
    assert!(chain.verify_audit().await.unwrap().is_ok());
}

#[rstest]
#[tokio::test]
async fn a_word_that_no_paper_has_is_not_known_and_many_of_them_make_one_wait(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    let (_, word) = issued(&bench, case, 2).await;
    let store = &bench.database.store;
    let (bureau, key) = word.split_once('-').unwrap();
    let elsewhere = format!("{}-{key}", bureau.parse::<i32>().unwrap() + 1);
    let wrong = [elsewhere.as_str(), key, "", "-", "0-0", &word[..word.len() - 1], "99999999999-x", "2-\0"];
    for wrong in wrong {
        assert_eq!(store.check_paper(wrong, "192.0.2.7").await.unwrap(), Verified::Unknown, "{wrong}");
    }
    for _ in wrong.len()..50 {
        store.check_paper("guess", "192.0.2.7").await.unwrap();
    }
    let answer = store.check_paper(&word, "192.0.2.7").await.unwrap();
    assert!(matches!(answer, Verified::Wait { seconds: 1.. }), "{answer:?}");
    assert!(matches!(store.check_paper(&word, "192.0.2.8").await.unwrap(), Verified::Known(_)));
}

#[rstest]
#[tokio::test]
async fn papers_are_found_by_an_index(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    let mut ids = Vec::new();
    for seq in 2..60 {
        ids.push(issued(&bench, case, seq).await);
    }
    analyze(&bench.database).await;
    bench.database.record();
    let bureau = bench.bureau(bench.chen).await;
    let page = bureau.papers_out(None).await.unwrap();
    assert_eq!((page.rows.len(), page.next), (50, Some(ids[49].0)));
    assert_eq!(bureau.papers_out(page.next).await.unwrap().rows.len(), 8);
    bureau.issued_papers(case).await.unwrap();
    bureau.copied_paper(case, ids[0].0, PaperCopy::Party).await.unwrap();
    drop(bureau);
    state(&bench, &ids[3].1).await;
    let (asked, wrong) = bad_plans(&bench.database, engine).await;
    assert!(asked > 5 && wrong.is_empty(), "{asked}: {}", wrong.join("\n\n"));
}
