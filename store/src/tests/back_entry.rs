//! Cases from paper on both engines: put in, found again, their terms, numbers and figures, taken back.

use super::cases::Bench;
use crate::entity::{case, case_clock, number_counter};
use crate::{BureauStore, CaseDesk, Engine, Error, ImportCounts, PaperOutcome, Undone};
use domain::Lang;
use domain::back_entry::{Column, PaperCase, judge, typed};
use domain::case::{Act, ActKind, ChangeOfficers, Entry, Note, Officers, Stage};
use domain::id::{CaseId, ImportId, PersonId};
use domain::ledger::{LedgerNoun, RowCells};
use domain::refusal::RefusalCode;
use domain::role::Power;
use domain::value::{Epoch, ValueError};
use rstest::rstest;
use sea_orm::{ColumnTrait, QueryFilter};

const NOUN: LedgerNoun = LedgerNoun::Cases;

/// A row as far as the filing, with the people of the bench.
pub(super) async fn row(bench: &Bench, other: &[(Column, &str)]) -> PaperCase {
    let bureau = bench.bureau(bench.zhou).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let name = |person: PersonId| desk.context().name(person);
    let (chen, pan, zhou) = (name(bench.chen), name(bench.pan), name(bench.zhou));
    let known = [
        (Column::Party, "道县××定点屠宰场"),
        (Column::Kind, "法人或者其他组织"),
        (Column::Violation, "slaughter-v04@2021"),
        (Column::ActOn, "2026-08-20"),
        (Column::Place, "道县梅花镇"),
        (Column::Source, "监督检查"),
        (Column::ReceivedOn, "2026-09-01"),
        (Column::Suspicion, "未按规定登记进厂生猪"),
        (Column::Number, "44"),
        (Column::FiledOn, "2026-09-07"),
        (Column::Lead, chen.as_str()),
        (Column::Second, pan.as_str()),
        (Column::Approver, zhou.as_str()),
    ];
    let mut cells = RowCells::default();
    for (column, text) in known.iter().chain(other) {
        cells.set(*column, typed(text));
    }
    judge(&cells, desk.context().catalogue, Epoch::From1900, bureau.today()).expect("a right row")
}

async fn dry(bench: &Bench, rows: &[PaperCase]) -> Vec<PaperOutcome> {
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    desk.enter_from_paper(rows, None).await.unwrap()
}

pub(super) async fn import(bench: &Bench, rows: &[PaperCase]) -> (ImportId, Vec<PaperOutcome>) {
    let bureau = bench.bureau(bench.zhou).await;
    let id = bureau.stage_import(NOUN, "在办案件.xlsx", b"bytes", "{}").await.unwrap();
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let outcomes = desk.enter_from_paper(rows, Some(id)).await.unwrap();
    drop(desk);
    bureau.close_import(NOUN, id, ImportCounts::default(), "{}").await.unwrap();
    bureau.commit().await.unwrap();
    (id, outcomes)
}

async fn undo(bench: &Bench, id: ImportId) -> Undone {
    let bureau = bench.bureau(bench.zhou).await;
    let undone = bureau.undo_import(NOUN, id, |_, _| "{}".to_owned()).await.unwrap();
    bureau.commit().await.unwrap();
    undone
}

async fn cases(bureau: &BureauStore) -> Vec<case::Model> {
    bureau.find::<case::Entity>().all(bureau.tx()).await.unwrap()
}

async fn last_number(bureau: &BureauStore, word: &str) -> Option<i64> {
    let counter = bureau.find::<number_counter::Entity>().filter(number_counter::Column::Word.contains(word));
    counter.one(bureau.tx()).await.unwrap().map(|row| row.last)
}

#[rstest]
#[tokio::test]
async fn a_case_from_paper_runs_on_from_its_real_days(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let rows = [
        row(&bench, &[]).await,
        row(&bench, &[(Column::Party, "道县又一屠宰场"), (Column::Number, "")]).await,
    ];
    assert_eq!(dry(&bench, &rows).await, [PaperOutcome::New(vec![]), PaperOutcome::New(vec![])]);
    let (_, outcomes) = import(&bench, &rows).await;
    assert_eq!(outcomes, [PaperOutcome::New(vec![]), PaperOutcome::New(vec![])]);

    let bureau = bench.bureau(bench.chen).await;
    let kept = cases(&bureau).await;
    let mut numbers: Vec<_> = kept.iter().filter_map(|row| row.number.clone()).collect();
    numbers.sort();
    assert_eq!(kept.len(), 2);
    assert!(numbers[0].ends_with("〔2026〕44号") && numbers[1].ends_with("〔2026〕45号"), "{numbers:?}");
    assert_eq!(last_number(&bureau, "案").await, Some(45));
    let decide = bureau.find::<case_clock::Entity>().filter(case_clock::Column::Clock.eq("decide"));
    for clock in decide.all(bureau.tx()).await.unwrap() {
        // Ninety days from the filing on paper, not from the day of the entry.
        assert_eq!(
            (clock.started_on.to_string(), clock.due_on.to_string()),
            ("2026-09-07".into(), "2026-12-06".into())
        );
    }
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let open = desk.case(CaseId(kept[0].id)).await.unwrap();
    assert!(open.events.iter().all(|event| event.entry.on_paper.is_some() && event.by == bench.zhou));
    drop(desk);
    assert!(bureau.verify_audit().await.unwrap().is_ok());
    drop(bureau);
    let check = bench.database.store.verify_clocks(bench.books.open()).await.unwrap();
    assert_eq!((check.cases, check.differences.len()), (2, 0));
}

#[rstest]
#[tokio::test]
async fn the_same_rows_again_change_nothing_and_others_of_the_same_case_are_wrong(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let first = row(&bench, &[]).await;
    import(&bench, std::slice::from_ref(&first)).await;
    let otherwise = row(&bench, &[(Column::FiledOn, "2026-09-08")]).await;
    let taken = row(&bench, &[(Column::Party, "道县又一屠宰场")]).await;
    let outcomes = dry(&bench, &[first.clone(), otherwise, taken]).await;
    assert_eq!(outcomes[0], PaperOutcome::Same);
    let number = "道商案〔2026〕44号".to_owned();
    let differs = ValueError::PaperCaseDiffers { number: number.clone() };
    assert!(differs.message(Lang::Zh).contains(&number) && differs.message(Lang::Zh).contains("案件页面"));
    assert_eq!(outcomes[1], PaperOutcome::Wrong(differs.clone(), Column::Party));
    let held = ValueError::PaperNumberHeld { party: "道县××定点屠宰场".to_owned() };
    assert_eq!(outcomes[2], PaperOutcome::Wrong(held, Column::Number));
    // What tells more than the case is refused as well, with what to do.
    let further = [(Column::RecordOn, "2026-09-08"), (Column::RecordKind, "现场检查")];
    let further = row(&bench, &further).await;
    assert_eq!(dry(&bench, &[further]).await, [PaperOutcome::Wrong(differs, Column::Party)]);
    let (_, outcomes) = import(&bench, std::slice::from_ref(&first)).await;
    assert_eq!(outcomes, [PaperOutcome::Same]);
    assert_eq!(cases(&bench.bureau(bench.chen).await).await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn officers_compare_and_only_whoever_approves_puts_in_and_takes_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let rows = [row(&bench, &[]).await];
    let bureau = bench.bureau(bench.chen).await;
    let id = bureau.stage_import(NOUN, "在办案件.xlsx", b"bytes", "{}").await.unwrap();
    assert_eq!(bureau.imports_waiting(NOUN).await.unwrap().len(), 1);
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let refused = desk.enter_from_paper(&rows, Some(id)).await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::ApproveCases))));
    drop(desk);
    drop(bureau);
    let (id, _) = import(&bench, &rows).await;
    let officer = bench.bureau(bench.chen).await;
    let refused = officer.undo_import(NOUN, id, |_, _| String::new()).await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::ApproveCases))));
}

#[rstest]
#[tokio::test]
async fn an_import_is_taken_back_but_for_cases_that_went_on(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let third = super::cases::officer(&bench.database, "tang").await;
    let stays = row(&bench, &[(Column::Party, "道县接着办屠宰场"), (Column::Number, "45")]).await;
    let rows = [row(&bench, &[]).await, stays];
    let (id, _) = import(&bench, &rows).await;
    let bureau = bench.bureau(bench.chen).await;
    let went_on = cases(&bureau).await.into_iter().find(|row| row.party_name.contains("接着办")).unwrap();
    drop(bureau);
    let act = Act::ChangeOfficers(ChangeOfficers {
        officers: Officers { lead: bench.chen, second: third },
        reason: Note::parse("人员调整").unwrap(),
    });
    bench.does(bench.zhou, CaseId(went_on.id), act).await;

    let undone = undo(&bench, id).await;
    assert_eq!((undone.removed, undone.kept), (1, 1));
    assert_eq!(undone.kept_names, ["道县接着办屠宰场"]);
    let bureau = bench.bureau(bench.chen).await;
    let gone = cases(&bureau).await.into_iter().find(|row| row.id != went_on.id).unwrap();
    assert_eq!((gone.ended, gone.number, gone.outcome.as_deref()), (true, None, Some("taken_back")));
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let open = desk.case(CaseId(gone.id)).await.unwrap();
    assert_eq!(
        (open.case.stage(), open.events.last().unwrap().act.kind()),
        (Stage::Closed, ActKind::TakeBack)
    );
    drop(desk);
    drop(bureau);
    // Mended, the row comes in again under its own number.
    let (_, again) = import(&bench, &rows[..1]).await;
    assert_eq!(again, [PaperOutcome::New(vec![])]);
    let differences = bench.database.store.recount_figures(bench.books.open(), false).await.unwrap();
    assert!(differences.differences.is_empty(), "{differences:?}");
}

#[rstest]
#[tokio::test]
async fn an_identity_number_is_sealed_and_findings_stay_with_the_case(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let other = [
        (Column::Kind, "公民"),
        (Column::IdNumber, "432926197509149083"),
        (Column::RecordOn, "2026-09-08"),
        (Column::RecordKind, "现场检查"),
    ];
    let rows = [row(&bench, &other).await];
    let (_, outcomes) = import(&bench, &rows).await;
    let PaperOutcome::New(findings) = &outcomes[0] else { panic!("{outcomes:?}") };
    assert_eq!(findings.len(), 2, "no times, no certificates: {findings:?}");
    let bureau = bench.bureau(bench.chen).await;
    let id = CaseId(cases(&bureau).await[0].id);
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let open = desk.case(id).await.unwrap();
    assert_eq!(&CaseDesk::paper_findings(&open.case), findings);
    let party = open.case.parties()[0].id;
    let masked = desk.masked_contact(id, party).await.unwrap();
    assert!(masked.id_number.is_some_and(|number| number.contains('*')));
    assert!(!open.events.iter().any(|event| format!("{:?}", event.act).contains("197509149083")));
    // The case goes on as any other.
    let act = Act::ChangeOfficers(ChangeOfficers {
        officers: Officers { lead: bench.pan, second: bench.chen },
        reason: Note::parse("人员调整").unwrap(),
    });
    let judged = desk.judged(Some(&open), bureau.today(), &act, &Entry::default()).await.unwrap();
    assert!(judged.is_ok());
}

#[rstest]
#[tokio::test]
async fn nobody_confirms_his_own_case(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let bench = Bench::new(engine).await;
    let bureau = bench.bureau(bench.zhou).await;
    let zhou = bureau.case_desk(bench.books.open()).await.unwrap().context().name(bench.zhou);
    drop(bureau);
    let own = row(&bench, &[(Column::Second, zhou.as_str())]).await;
    assert!(
        matches!(dry(&bench, std::slice::from_ref(&own)).await[0], PaperOutcome::New(_)),
        "an officer prepares"
    );
    let (_, outcomes) = import(&bench, &[own]).await;
    assert_eq!(outcomes, [PaperOutcome::Wrong(ValueError::OwnPaperCase, Column::Lead)]);
}

#[rstest]
#[tokio::test]
async fn nothing_of_days_long_after_the_first_rows_comes_from_paper(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let days = [(Column::ReceivedOn, "2027-02-22"), (Column::FiledOn, "2027-02-24")];
    bench.goes_to("2027-03-10");
    let later = row(&bench, &days).await;
    assert!(
        matches!(dry(&bench, std::slice::from_ref(&later)).await[0], PaperOutcome::New(_)),
        "no rows yet"
    );
    // The first rows came in on 23 November 2026; 92 days later everything is done in the product.
    bench.goes_to("2026-11-23");
    import(&bench, &[row(&bench, &[(Column::Party, "道县又一屠宰场"), (Column::Number, "")]).await]).await;
    bench.goes_to("2027-03-10");
    let last = "2027-02-23".parse().unwrap();
    assert_eq!(
        dry(&bench, &[later]).await,
        [PaperOutcome::Wrong(ValueError::AfterPaper { last }, Column::FiledOn)]
    );
}

/// What a row tells of a decision that fines.
fn decided(number: &'static str, received: &'static str) -> [(Column, &'static str); 16] {
    [
        (Column::CreditCode, "91431124MA4PT1X32T"),
        (Column::Number, number),
        (Column::ReceivedOn, received),
        (Column::RecordOn, "2026-09-08"),
        (Column::RecordKind, "现场检查"),
        (Column::RecordTimes, "9:00-10:00"),
        (Column::RecordShown, "是"),
        (Column::ConcludedOn, "2026-09-14"),
        (Column::Facts, "未按规定登记进厂生猪"),
        (Column::Proposed, "6000"),
        (Column::PutRight, "2026-12-31"),
        (Column::NoticeOn, "2026-09-16"),
        (Column::NoticeMethod, "邮寄送达"),
        (Column::HearingTold, "否"),
        (Column::DecidedOn, "2026-10-12"),
        (Column::Fine, "6000"),
    ]
}

#[rstest]
#[tokio::test]
async fn a_second_fine_on_paper_for_the_same_act_is_found(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let first = row(&bench, &decided("44", "2026-09-01")).await;
    let (_, outcomes) = import(&bench, &[first]).await;
    let twice = |outcome: &PaperOutcome| match outcome {
        PaperOutcome::New(findings) => findings.iter().any(|one| one.code.word() == "fined_before"),
        other => panic!("{other:?}"),
    };
    assert!(!twice(&outcomes[0]));
    let second = row(&bench, &decided("45", "2026-09-02")).await;
    assert!(twice(&dry(&bench, std::slice::from_ref(&second)).await[0]));
    // Nor twice in one workbook, before either is put in.
    let mut other = decided("46", "2026-09-03");
    other[0].1 = "91431124MA4L2Q9B39";
    let mut again = decided("47", "2026-09-04");
    again[0].1 = other[0].1;
    let both = dry(&bench, &[row(&bench, &other).await, row(&bench, &again).await]).await;
    assert!(!twice(&both[0]) && twice(&both[1]));
}

#[rstest]
#[tokio::test]
async fn a_decision_number_that_a_case_here_has_is_found_with_that_case(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-23");
    super::on_the_spot::begins(&bench, super::on_the_spot::spot(&bench, 1, "slaughter-v04@2021", None))
        .await
        .unwrap();
    let mut same = decided("44", "2026-09-01").to_vec();
    same.push((Column::DecisionNumber, "道商当罚〔2026〕1号"));
    let mut other = decided("45", "2026-09-02").to_vec();
    other.push((Column::DecisionNumber, "道商当罚〔2026〕2号"));
    let outcomes = dry(&bench, &[row(&bench, &same).await, row(&bench, &other).await]).await;
    let held = |outcome: &PaperOutcome| match outcome {
        PaperOutcome::New(findings) => findings.iter().find_map(|one| match &one.code {
            RefusalCode::NumberHeld { case, .. } => Some(case.clone()),
            _ => None,
        }),
        other => panic!("{other:?}"),
    };
    assert_eq!(held(&outcomes[0]).as_deref(), Some("道商案〔2026〕1号"));
    assert_eq!(held(&outcomes[1]), None);
}

#[rstest]
#[tokio::test]
async fn the_party_is_linked_to_the_register_by_its_code_and_its_things_are_held_from_their_day(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let bureau = bench.database.store.operate("daoxian").await.unwrap();
    let known = super::register::establishment("道县某屠宰场", Some(super::register::A), "1");
    let establishment = bureau.add_establishment(&known).await.unwrap().id;
    bureau.commit().await.unwrap();
    let more = [
        (Column::CreditCode, super::register::A),
        (Column::Violation, "slaughter-v01@2021"),
        (Column::RecordOn, "2026-09-08"),
        (Column::RecordKind, "现场检查"),
        (Column::MeasureKind, "扣押"),
        (Column::MeasureOn, "2026-09-07"),
        (Column::MeasureUntil, "2026-10-07"),
    ];
    let (id, outcomes) = import(&bench, &[row(&bench, &more).await]).await;
    assert!(matches!(outcomes[0], PaperOutcome::New(_)), "{outcomes:?}");
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let of_it = desk.cases_of_establishment(establishment).await.unwrap();
    assert_eq!(of_it.len(), 1);
    let measure = bureau.find::<case_clock::Entity>().filter(case_clock::Column::Clock.eq("measure"));
    let measure = measure.one(bureau.tx()).await.unwrap().unwrap();
    let days = (measure.started_on.to_string(), measure.due_on.to_string());
    assert_eq!(days, ("2026-09-07".to_owned(), "2026-10-07".to_owned()));
    drop(desk);
    drop(bureau);
    assert_eq!(undo(&bench, id).await.removed, 1);
}
