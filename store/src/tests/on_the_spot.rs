//! A penalty on the spot in the store: numbers, projections, figures, and what was fined before.

use super::cases::Bench;
use crate::{CaseFilter, Contact, Done, Engine, Part};
use domain::case::{
    Act, ActPenalty, ApproveNotice, Case, Decide, Entry, Fine, Gains, HandedOver, HearingRight, Method, Name,
    Note, Outcome, Paid, Party, Pay, PenaliseOnTheSpot, Penalties, PuttingRight, Receiver, ReportOnTheSpot,
    ServeNotice, Service, SpotDefence, Stage, WaiveDefence,
};
use domain::catalogue::PenaltyKind;
use domain::id::{CaseId, PartyId, PersonId, UnlawfulActId};
use domain::refusal::Refusal;
use domain::value::{CreditCode, IdNumber, Money};
use rstest::rstest;
use sea_orm::{ColumnTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{case, case_clock};

/// A row that is fined from 3,000 yuan on: what an organisation may be fined on the spot, and no more.
const FINED: &str = "slaughter-v13@2021";

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

/// A warning, and a fine if one is given, against the shop of the bench; under another party's id each time.
pub(super) fn spot(bench: &Bench, nth: u128, violation: &str, fine: Option<i64>) -> Act {
    let Act::File(file) = bench.file() else { unreachable!() };
    let mut party: Party = file.parties[0].clone();
    party.id = PartyId(Uuid::from_u128(700 + nth));
    party.credit_code = CreditCode::parse("91431124MA4PT1X32T").ok();
    party.acts[0].id = UnlawfulActId(Uuid::from_u128(800 + nth));
    party.acts[0].violation = violation.to_owned();
    let penalty = ActPenalty {
        act: party.acts[0].id,
        kinds: if fine.is_some() { vec![] } else { vec![PenaltyKind::Warning] },
        fine: fine.map(|yuan| Fine { amount: Money::yuan(yuan), base: None }),
        gains: Gains::None,
        goods: None,
        mitigation: None,
        serious: None,
        rule: None,
    };
    let by = "2026-12-01".parse().unwrap();
    Act::PenaliseOnTheSpot(Box::new(PenaliseOnTheSpot {
        party,
        officers: file.officers,
        certificates_shown: true,
        rights_told: true,
        facts: note("现场未见进厂登记，负责人承认"),
        heard: SpotDefence::Nothing,
        penalties: Penalties { acts: vec![penalty], putting_right: PuttingRight::Order { by } },
        handed_over: HandedOver::Signed {
            receiver: Receiver::LegalRepresentative,
            signed_by: Name::parse("何某").unwrap(),
        },
        earlier_warning: None,
        number: None,
        case_number: None,
    }))
}

pub(super) async fn begins(bench: &Bench, act: Act) -> Result<CaseId, Refusal> {
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let done = desk.register(bureau.today(), act, Entry::default()).await.unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
    done.map(Done::case)
}

async fn case_of(bench: &Bench, id: CaseId) -> Case {
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    desk.case(id).await.unwrap().case
}

#[rstest]
#[tokio::test]
async fn it_begins_a_case_with_two_numbers_and_shows_in_the_list(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-23");
    let id = begins(&bench, spot(&bench, 1, "slaughter-v04@2021", None)).await.unwrap();
    let case = case_of(&bench, id).await;
    assert_eq!(case.clue.number.as_deref(), Some("道商案〔2026〕1号"));
    let decided = case.filing().unwrap().tracks[0].progress.decided().unwrap();
    assert_eq!(decided.number.as_deref(), Some("道商当罚〔2026〕1号"));

    let bureau = bench.bureau(bench.chen).await;
    let row = bureau.find::<case::Entity>().filter(case::Column::Id.eq(id.0));
    let row = row.one(bureau.tx()).await.unwrap().unwrap();
    assert_eq!(
        (row.procedure.as_str(), row.filed_on, row.outcome.as_deref()),
        ("simplified", None, Some("penalty"))
    );
    let clocks = bureau.find::<case_clock::Entity>().filter(case_clock::Column::CaseId.eq(id.0));
    let clocks: Vec<String> =
        clocks.all(bureau.tx()).await.unwrap().into_iter().map(|clock| clock.clock).collect();
    assert_eq!(
        clocks,
        ["report_penalty", "reconsider"],
        "a warning is reported, and may be contested; nothing else"
    );
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let page = desk.cases(Part::Mine, &CaseFilter::default(), None).await.unwrap();
    assert_eq!(
        page.rows.iter().map(|row| (row.stage, row.on_the_spot)).collect::<Vec<_>>(),
        [(Stage::Served, true)]
    );
}

#[rstest]
#[tokio::test]
async fn the_figures_count_it_as_begun_fined_and_closed_and_not_as_filed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-23");
    let id = begins(&bench, spot(&bench, 1, FINED, Some(3000))).await.unwrap();
    let party = PartyId(Uuid::from_u128(701));
    let report = ReportOnTheSpot { party, received_by: Name::parse("法制股").unwrap() };
    bench.does(bench.chen, id, Act::ReportOnTheSpot(report)).await;
    let paid = Paid::AtBank { voucher: Name::parse("回单1").unwrap() };
    bench.does(bench.chen, id, Act::Pay(Pay { party, amount: Money::yuan(3000), paid })).await;
    let close = domain::case::Close { party: Some(party), summary: note("已缴清") };
    bench.does(bench.zhou, id, Act::Close(close)).await;
    assert_eq!(case_of(&bench, id).await.stage(), Stage::Closed);
    let recount = bench.database.store.recount_figures(bench.books.open(), false).await.unwrap();
    assert_eq!((recount.cases, &recount.differences), (1, &Vec::new()));
    let contents = bench.database.contents().await;
    let figures: Vec<&String> = contents
        .iter()
        .filter(|(table, _)| table.starts_with("city_figure"))
        .flat_map(|(_, rows)| rows)
        .collect();
    let has = |words: &[&str]| figures.iter().any(|row| words.iter().all(|word| row.contains(word)));
    assert!(has(&["case_act", "penalise_on_the_spot"]), "{figures:?}");
    assert!(has(&["case_opened", "slaughter"]) && has(&["case_closed", "slaughter"]), "{figures:?}");
    assert!(has(&["fines", "slaughter", "300000"]), "{figures:?}");
    assert!(!has(&["case_act", "file"]) && !has(&["case_act", "register_clue"]), "{figures:?}");
}

#[rstest]
#[tokio::test]
async fn another_case_that_fined_the_same_act_shuts_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-23");
    begins(&bench, spot(&bench, 1, FINED, Some(3000))).await.unwrap();
    let refused = begins(&bench, spot(&bench, 2, FINED, Some(3000))).await.unwrap_err();
    assert_eq!(refused.code.word(), "fined_before");
    assert!(
        begins(&bench, spot(&bench, 3, "slaughter-v04@2021", None)).await.is_ok(),
        "another act is another matter"
    );
}

#[rstest]
#[tokio::test]
async fn an_earlier_fine_is_found_behind_more_than_twenty_later_cases(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-23");
    begins(&bench, spot(&bench, 1, FINED, Some(3000))).await.unwrap();
    for nth in 2..24 {
        begins(&bench, spot(&bench, nth, "slaughter-v04@2021", None)).await.unwrap();
    }
    let refused = begins(&bench, spot(&bench, 24, FINED, Some(3000))).await.unwrap_err();
    assert_eq!(refused.code.word(), "fined_before");
}

/// The ordinary case of the same day's act against a party that only its identity number makes the same.
async fn told_and_waived(bench: &Bench) -> (CaseId, Penalties) {
    let id = bench.registered().await;
    let Act::File(mut file) = bench.file() else { unreachable!() };
    file.parties[0].acts[0].violation = FINED.to_owned();
    let party = file.parties[0].id;
    let fine = Some(Fine { amount: Money::yuan(3000), base: None });
    let penalty = ActPenalty {
        act: file.parties[0].acts[0].id,
        kinds: vec![],
        fine,
        gains: Gains::None,
        goods: None,
        mitigation: None,
        serious: None,
        rule: None,
    };
    let by = "2026-12-31".parse().unwrap();
    let penalties = Penalties { acts: vec![penalty], putting_right: PuttingRight::Order { by } };
    let Act::Conclude(mut conclude) = super::cases::conclude() else { unreachable!() };
    conclude.proposals[0].outcome = Outcome::Penalise(penalties.clone());
    let officers = file.officers;
    let service = Service {
        officers,
        method: Method::Direct {
            receiver: Receiver::LegalRepresentative,
            signed_by: Name::parse("何某").unwrap(),
        },
    };
    let notice = ApproveNotice { party, hearing: HearingRight::None, number: None };
    let waiver = WaiveDefence { party, paper: note("放弃陈述申辩声明") };
    bench.does(bench.zhou, id, Act::File(file)).await;
    bench.does(bench.chen, id, bench.record()).await;
    bench.does(bench.chen, id, Act::Conclude(conclude)).await;
    bench.does(bench.zhou, id, Act::ApproveNotice(notice)).await;
    bench.does(bench.chen, id, Act::ServeNotice(ServeNotice { party, service })).await;
    bench.does(bench.chen, id, Act::WaiveDefence(waiver)).await;
    (id, penalties)
}

async fn seals(bench: &Bench, case: CaseId, party: PartyId) {
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let contact = Contact { id_number: IdNumber::parse("431124198005061237").ok(), phone: None };
    assert!(contact.id_number.is_some());
    desk.seal_contact(case, party, &contact).await.unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn who_was_fined_is_known_by_the_identity_number_when_an_ordinary_case_is_decided(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let (id, penalties) = told_and_waived(&bench).await;
    let party = super::cases::SHOP;
    let fined = begins(&bench, spot(&bench, 1, FINED, Some(3000))).await.unwrap();
    let decide = Act::Decide(Decide {
        party,
        penalties,
        reasons: note("事实清楚"),
        held: None,
        changed: None,
        number: None,
    });
    let judged = async |who: PersonId| {
        let bureau = bench.bureau(who).await;
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        let open = desk.case(id).await.unwrap();
        desk.judged(Some(&open), bureau.today(), &decide, &Entry::default()).await.unwrap()
    };
    assert!(judged(bench.zhou).await.is_ok(), "nothing says yet that the two are one");
    seals(&bench, id, party).await;
    seals(&bench, fined, PartyId(Uuid::from_u128(701))).await;
    assert_eq!(judged(bench.zhou).await.unwrap_err().code.word(), "fined_before");
    assert_eq!(judged(bench.chen).await.unwrap_err().code.word(), "fined_before", "the proposal too");
}
