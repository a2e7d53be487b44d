//! A fine that rests on a warning: whose warning it was, on both engines.

use super::back_entry::{import, row};
use super::cases::{Bench, SHOP, clue, conclude};
use super::on_the_spot::{begins, spot};
use crate::{Contact, Engine, PaperOutcome};
use domain::back_entry::Column;
use domain::case::{
    Act, ClueSource, Correct, EarlierWarning, Entry, Fine, Name, Outcome, PuttingRight, Reviser,
    RevokeDecision,
};
use domain::case::{FallGround, Note};
use domain::id::{CaseId, PartyId};
use domain::value::{CreditCode, IdNumber, Money};
use rstest::rstest;
use uuid::Uuid;

const NUMBER: &str = "道商当罚〔2026〕1号";
/// The party of the bench's penalties on the spot has it.
const CODE: &str = "91431124MA4PT1X32T";
const OTHER_CODE: &str = "91431124MA4L2Q9B39";
const WARNED: PartyId = PartyId(Uuid::from_u128(701));

/// A warning on the spot of 23 November 2026.
async fn warning(bench: &Bench) -> CaseId {
    bench.goes_to("2026-11-23");
    begins(bench, spot(bench, 1, "slaughter-v04@2021", None)).await.unwrap()
}

/// The case of a refusal to obey the warning of a number, against a party with a credit code.
async fn refusal_to_obey(bench: &Bench, number: &str, linked: Option<CaseId>, code: Option<&str>) -> CaseId {
    bench.goes_to("2026-12-07");
    let warning = EarlierWarning {
        number: Name::parse(number).unwrap(),
        served_on: "2026-11-23".parse().unwrap(),
        order_by: None,
        case: linked,
    };
    let Act::RegisterClue(mut facts) = clue() else { unreachable!() };
    facts.source = ClueSource::ReInspection;
    facts.earlier_warning = Some(warning);
    let id = begins(bench, Act::RegisterClue(facts)).await.unwrap();
    let Act::File(mut file) = bench.file() else { unreachable!() };
    file.parties[0].credit_code = code.map(|code| CreditCode::parse(code).unwrap());
    file.parties[0].acts[0].on = "2026-12-05".parse().unwrap();
    bench.does(bench.zhou, id, Act::File(file)).await;
    bench.does(bench.chen, id, bench.record()).await;
    id
}

/// A report that proposes a fine of so many yuan, or a warning alone.
fn reports(fine: Option<i64>) -> Act {
    let Act::Conclude(mut facts) = conclude() else { unreachable!() };
    let Outcome::Penalise(penalties) = &mut facts.proposals[0].outcome else { unreachable!() };
    if let Some(yuan) = fine {
        penalties.acts[0].kinds.clear();
        penalties.acts[0].fine = Some(Fine { amount: Money::yuan(yuan), base: None });
    }
    penalties.putting_right = PuttingRight::Order { by: "2027-01-08".parse().unwrap() };
    Act::Conclude(facts)
}

/// By what code the fine is refused, if it is.
async fn refused(bench: &Bench, id: CaseId) -> Option<(&'static str, String)> {
    refuses(bench, id, reports(Some(6000))).await
}

async fn refuses(bench: &Bench, id: CaseId, act: Act) -> Option<(&'static str, String)> {
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let open = desk.case(id).await.unwrap();
    let judged = desk.judged(Some(&open), bureau.today(), &act, &Entry::default()).await.unwrap();
    judged.err().map(|refusal| (refusal.code.word(), refusal.sentence(domain::Lang::Zh).to_string()))
}

async fn seals(bench: &Bench, case: CaseId, party: PartyId) {
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let contact = Contact { id_number: IdNumber::parse("431124198005061237").ok(), phone: None };
    desk.seal_contact(case, party, &contact).await.unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn the_partys_own_warning_opens_the_fine_linked_or_by_its_number_alone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(true, false)] linked: bool,
) {
    let bench = Bench::new(engine).await;
    let earlier = warning(&bench).await;
    let id = refusal_to_obey(&bench, NUMBER, linked.then_some(earlier), Some(CODE)).await;
    assert_eq!(refused(&bench, id).await, None);
    // It falls with the warning.
    let revoke = RevokeDecision {
        party: WARNED,
        reviser: Reviser::Bureau,
        ground: FallGround::Facts,
        paper: Note::parse("撤销警告").unwrap(),
        refund: None,
    };
    bench.does(bench.zhou, earlier, Act::RevokeDecision(revoke)).await;
    assert_eq!(refused(&bench, id).await.unwrap().0, "first_step_void");
}

/// A warning on the spot of the same number and day, given on paper before the bureau worked with the product.
async fn warning_on_paper(bench: &Bench) {
    let columns = [
        (Column::CreditCode, CODE),
        (Column::ReceivedOn, "2026-11-23"),
        (Column::FiledOn, ""),
        (Column::Procedure, "简易程序"),
        (Column::RecordShown, "是"),
        (Column::Facts, "未按规定登记进厂生猪"),
        (Column::Kinds, "警告"),
        (Column::Gains, "0"),
        (Column::PutRight, "2026-12-04"),
        (Column::DecidedOn, "2026-11-23"),
        (Column::DecisionNumber, "1"),
        (Column::Fine, "0"),
        (Column::ServedMethod, "直接送达（法定代表人（负责人））"),
    ];
    bench.goes_to("2026-11-24");
    let paper = row(bench, &columns).await;
    let (_, outcomes) = import(bench, &[paper]).await;
    assert_eq!(outcomes, [PaperOutcome::New(Vec::new())]);
}

#[rstest]
#[tokio::test]
async fn a_warning_that_was_given_on_paper_opens_the_fine_like_one_given_here(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    warning_on_paper(&bench).await;
    let id = refusal_to_obey(&bench, NUMBER, None, Some(CODE)).await;
    assert_eq!(refused(&bench, id).await, None);
    let id = refusal_to_obey(&bench, NUMBER, None, Some(OTHER_CODE)).await;
    assert_eq!(refused(&bench, id).await.unwrap().0, "warning_not_of_party");
}

#[rstest]
#[tokio::test]
async fn a_warning_of_somebody_else_or_of_nobody_known_opens_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let earlier = warning(&bench).await;
    let id = refusal_to_obey(&bench, NUMBER, Some(earlier), Some(OTHER_CODE)).await;
    let (code, sentence) = refused(&bench, id).await.unwrap();
    assert_eq!(code, "warning_not_of_party");
    assert!(sentence.contains("当事人不是本案当事人") && sentence.contains(NUMBER), "{sentence}");
    let id = refusal_to_obey(&bench, "道商当罚〔2026〕9号", None, Some(CODE)).await;
    let (_, sentence) = refused(&bench, id).await.unwrap();
    assert!(sentence.contains("本局案件中没有所引用的警告决定"), "{sentence}");
}

/// The report of a case, its last event, corrected to one with a fine.
async fn corrected(bench: &Bench, id: CaseId, yuan: i64) -> Act {
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let wrong = desk.case(id).await.unwrap().events.last().unwrap().clone();
    Act::Correct(Correct {
        seq: wrong.seq,
        old_on: wrong.on,
        new_on: wrong.on,
        old: Box::new(wrong.act),
        new: Box::new(reports(Some(yuan))),
        reason: Note::parse("金额录错").unwrap(),
    })
}

#[rstest]
#[tokio::test]
async fn a_correction_is_judged_by_whose_warning_it_was_as_the_entry_itself(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let earlier = warning(&bench).await;
    let own = refusal_to_obey(&bench, NUMBER, Some(earlier), Some(CODE)).await;
    bench.does(bench.chen, own, reports(Some(6000))).await;
    let mended = corrected(&bench, own, 5000).await;
    assert_eq!(refuses(&bench, own, mended).await, None);
    let another = refusal_to_obey(&bench, NUMBER, Some(earlier), Some(OTHER_CODE)).await;
    bench.does(bench.chen, another, reports(None)).await;
    let mended = corrected(&bench, another, 6000).await;
    assert_eq!(refuses(&bench, another, mended).await.unwrap().0, "warning_not_of_party");
}

#[rstest]
#[tokio::test]
async fn a_party_with_a_name_alone_is_compared_once_both_identity_numbers_are_known(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let earlier = warning(&bench).await;
    let id = refusal_to_obey(&bench, NUMBER, Some(earlier), None).await;
    let (_, sentence) = refused(&bench, id).await.unwrap();
    assert!(sentence.contains("无法核对"), "{sentence}");
    seals(&bench, id, SHOP).await;
    assert_eq!(refused(&bench, id).await.unwrap().0, "warning_not_of_party");
    seals(&bench, earlier, WARNED).await;
    assert_eq!(refused(&bench, id).await, None);
}
