#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
//! The server is killed between and during acts, on both engines: an act that was acknowledged is there, none is
//! half done, and one that was sent again after a kill is done once.

mod browser;
mod installation;

use browser::{Browser, Worked};
use domain::paper::PaperCopy;
use domain::role::Role;
use installation::{Installation, installed};
use rstest::rstest;
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use store::Engine;
use store::testing::TestDatabase;

const KILLS: u64 = 200;
const KILLS_OF_ISSUE: u64 = 100;
/// Officers who go on sending while the server dies and comes back.
const OFFICERS: usize = 4;
/// The server lives as long as so many acts, or issues of a paper, take, at most, before it is killed.
const ACTS_A_LIFE_MAX: u32 = 4;
const ISSUES_A_LIFE_MAX: u32 = 4;
const ANSWER_IN: Duration = Duration::from_secs(20);
const GIVEN_UP_AFTER: Duration = Duration::from_secs(240);

/// Random enough, and the same part of the longest life in each run.
fn life(nth: u64, longest: Duration) -> Duration {
    let mixed = (nth + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let thousandth = u32::try_from((mixed ^ (mixed >> 29)) % 1000).unwrap();
    longest * thousandth / 1000
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_kills_lose_no_acknowledged_act_and_leave_none_half_done(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (database, installation, browsers) = installed(engine, &[Role::Officer]).await;
    let worked = tokio::task::block_in_place(|| {
        killed_again_and_again(
            &installation,
            &browsers,
            (KILLS, ACTS_A_LIFE_MAX),
            Browser::registers,
            |browser, over| browser.works(over),
        )
    });
    let acts: u32 = worked.iter().map(|(_, acts)| acts).sum();
    println!("{engine:?}: {KILLS} kills, {} cases, {acts} acts", worked.len());
    assert!(worked.len() >= OFFICERS, "hardly anything was done between the kills");
    everything_is_there(&database, &worked).await;
    for what in ["audit", "clocks", "figures"] {
        installation.finds_nothing(what);
    }
}

/// Officers work while the server is killed again and again; then it lives until each has ended what it began. `once` is
/// what a life is measured by.
fn killed_again_and_again(
    installation: &Installation,
    browsers: &[Browser],
    (kills, acts_a_life_max): (u64, u32),
    once: impl Fn(&Browser) -> String,
    works: impl Fn(&Browser, &AtomicBool) -> Worked + Sync,
) -> Worked {
    let (over, works) = (AtomicBool::new(false), &works);
    let mut server = installation.serve();
    let first = once(&browsers[0]);
    let begun = Instant::now();
    let second = once(&browsers[0]);
    let longest = begun.elapsed() * acts_a_life_max;
    server.kill().expect("killed");
    server.wait().expect("gone");
    std::thread::scope(|scope| {
        let over = &over;
        let working: Vec<_> =
            browsers.iter().map(|browser| scope.spawn(move || works(browser, over))).collect();
        for nth in 0..kills {
            let mut server = installation.serve();
            std::thread::sleep(life(nth, longest));
            server.kill().expect("killed");
            server.wait().expect("gone");
        }
        let mut server = installation.serve();
        over.store(true, Ordering::Relaxed);
        let mut worked: Worked =
            working.into_iter().flat_map(|one| one.join().expect("an officer ends")).collect();
        worked.extend([(first, 1), (second, 1)]);
        server.kill().expect("killed");
        server.wait().expect("gone");
        worked
    })
}

/// Each case has exactly the acts that were acknowledged, and the numbers have no gap.
async fn everything_is_there(database: &TestDatabase, worked: &Worked) {
    let bureau = database.store.operate("daoxian").await.expect("the bureau");
    let desk = bureau.case_desk(store::Rulebook::in_use()).await.expect("the desk");
    let mut numbers = Vec::new();
    for (case, acts) in worked {
        let open = desk.case(case.parse().expect("an id")).await.expect("an acknowledged case is there");
        assert_eq!(open.case.seq, *acts, "{case}: each act once");
        let number = open.case.clue.number.expect("a number");
        let (_, nth) = number.split_once('〕').expect("a year");
        numbers.push(nth.trim_end_matches('号').parse::<usize>().expect("a number"));
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=worked.len()).collect::<Vec<_>>(), "gapless, and none twice");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_kills_during_issue_leave_no_number_without_paper_and_no_paper_without_number(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (database, installation, browsers) = installed(engine, &[Role::Officer, Role::Head]).await;
    let worked = tokio::task::block_in_place(|| {
        let works = |browser: &Browser, over: &AtomicBool| {
            let mut worked = Worked::new();
            while !over.load(Ordering::Relaxed) {
                worked.push((browser.issues(), 2));
            }
            worked
        };
        killed_again_and_again(
            &installation,
            &browsers,
            (KILLS_OF_ISSUE, ISSUES_A_LIFE_MAX),
            Browser::issues,
            works,
        )
    });
    println!("{engine:?}: {KILLS_OF_ISSUE} kills, {} papers", worked.len());
    assert!(worked.len() >= OFFICERS, "hardly anything was done between the kills");
    let bureau = database.store.operate_as("daoxian", database.store.person("officer0").await.ok()).await;
    let bureau = bureau.expect("the bureau");
    let mut numbers = Vec::new();
    for (case, _) in &worked {
        let case = case.parse().expect("an id");
        let papers = bureau.issued_papers(case).await.expect("papers");
        let [paper] = papers.as_slice() else { panic!("{case}: one paper, once: {papers:?}") };
        let file = bureau.copied_paper(case, paper.id, PaperCopy::File).await.expect("its bytes");
        let hash: String = Sha256::digest(&file.pdf).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(file.pdf.starts_with(b"%PDF-1.7") && hash == file.sha256, "{case}: whole");
        let number = paper.number.as_deref().expect("a number");
        let nth = number.split_once('〕').expect("a year").1.trim_end_matches('号');
        numbers.push(nth.parse::<usize>().expect("a number"));
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=worked.len()).collect::<Vec<_>>(), "gapless, and none twice");
    drop(bureau);
    installation.finds_nothing("audit");
}
