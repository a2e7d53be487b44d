//! A case goes from one county to another: accepted, returned, called back, and never seen by a third.

use super::cases::Bench;
use super::plans::{analyze, bad_plans};
use crate::entity::{audit, case_bundle, case_clock, city_transfer, transfer};
use crate::testing::TestDatabase;
use crate::{
    Acceptance, Engine, Error, Files, FilesPlace, Part, Rulebook, TransferRecord, TransferState, token,
};
use domain::case::{
    Act, ClueSource, Entry, GoodsLine, HandlePerishable, LiftGround, LiftMeasure, MeasureKind, Name, Note,
    PerishableOutcome, ProposeTransfer, Stage, TakeMeasure, TransferReceiver, WithdrawTransfer,
};
use domain::id::{BureauId, CaseId, PartyId, PersonId, TransferId};
use domain::role::{Power, Role};
use domain::value::Money;
use rstest::rstest;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, Statement};
use tempfile::TempDir;
use uuid::Uuid;

pub(super) const SHOP: PartyId = PartyId(Uuid::from_u128(100));
const DAOXIAN: BureauId = BureauId(2);
pub(super) const JIANGHUA: BureauId = BureauId(3);

pub(super) fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

pub(super) fn to(bureau: BureauId) -> Act {
    let name = Name::parse("江华县商务局").unwrap();
    Act::ProposeTransfer(ProposeTransfer {
        parties: vec![SHOP],
        receiver: TransferReceiver::Bureau { bureau, name },
        reason: note("违法行为发生地在江华"),
        list: note("检查笔录一份"),
        letter: Some(Name::parse("道商函〔2026〕3号").unwrap()),
        takes_over: false,
    })
}

/// As [`to`], of a bureau that does not count its letters elsewhere.
fn uncounted(bureau: BureauId) -> Act {
    match to(bureau) {
        Act::ProposeTransfer(facts) => Act::ProposeTransfer(ProposeTransfer { letter: None, ..facts }),
        other => other,
    }
}

fn call_back(proposal: u32) -> Act {
    let reason = note("查明仍归本局");
    Act::WithdrawTransfer(WithdrawTransfer { proposal, parties: vec![SHOP], reason })
}

/// A filed case of 道县, and the head and an officer of 江华.
struct Sent {
    bench: Bench,
    case: CaseId,
    head: PersonId,
    officer: PersonId,
    files: Files,
    _folder: TempDir,
}

async fn filed(engine: Engine) -> Sent {
    let bench = Bench::new(engine).await;
    let head = bench.database.person("jiang", "jianghua", &[Role::Head]).await;
    let officer = bench.database.person("liu", "jianghua", &[Role::Officer]).await;
    let case = bench.registered().await;
    bench.does(bench.zhou, case, bench.file()).await;
    let folder = tempfile::tempdir().unwrap();
    let files = bench.database.store.files(&FilesPlace::Folder(folder.path().join("files"))).unwrap();
    Sent { bench, case, head, officer, files, _folder: folder }
}

/// Sent on Monday 2 November 2026 as event 3.
async fn sent(engine: Engine) -> (Sent, TransferId) {
    let sent = filed(engine).await;
    sent.bench.does(sent.bench.zhou, sent.case, to(JIANGHUA)).await;
    let id = sent.incoming().await[0].id;
    (sent, id)
}

#[rstest]
#[tokio::test]
async fn a_letter_without_a_number_takes_the_next_and_the_receiver_reads_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let sent = filed(engine).await;
    sent.bench.does(sent.bench.zhou, sent.case, uncounted(JIANGHUA)).await;
    assert_eq!(sent.incoming().await[0].letter, "道商移〔2026〕1号");
}

impl Sent {
    fn book(&self) -> Rulebook<'_> {
        self.bench.books.open()
    }

    fn database(&self) -> &TestDatabase {
        &self.bench.database
    }

    async fn incoming(&self) -> Vec<TransferRecord> {
        let bureau = self.database().store.operate_as("jianghua", Some(self.officer)).await.unwrap();
        bureau.transfers_in(None).await.unwrap().rows
    }

    async fn accept(&self, id: TransferId) -> Result<CaseId, Error> {
        let desk = self.database().store.transfer_desk("jianghua", self.head, id).await?;
        let said = Acceptance { seen: None, confirms_measures: true };
        desk.accept(self.book(), (&self.files, &said), token::fresh()).await
    }

    async fn accept_as(&self, id: TransferId, said: Acceptance) -> Result<CaseId, Error> {
        let desk = self.database().store.transfer_desk("jianghua", self.head, id).await?;
        desk.accept(self.book(), (&self.files, &said), token::fresh()).await
    }

    async fn give_back(&self, id: TransferId) -> Result<(), Error> {
        let desk = self.database().store.transfer_desk("jianghua", self.head, id).await?;
        desk.give_back(self.book(), note("违法行为发生地不在江华"), token::fresh()).await
    }

    async fn stage(&self) -> Stage {
        let bureau = self.bench.bureau(self.bench.chen).await;
        let desk = bureau.case_desk(self.book()).await.unwrap();
        desk.case(self.case).await.unwrap().case.stage()
    }

    /// The acts of a bureau's chain that name a transfer; the chain holds.
    async fn audited(&self, slug: &str) -> Vec<String> {
        let bureau = self.database().store.operate(slug).await.unwrap();
        bureau.verify_audit().await.unwrap().expect("the chain holds");
        let rows = bureau.find::<audit::Entity>().order_by_asc(audit::Column::Seq);
        let acts = rows.all(bureau.tx()).await.unwrap().into_iter().map(|row| row.act);
        acts.filter(|act| act.contains("transfer")).collect()
    }

    /// Bureaus, numbers and clocks that the city sees as overdue.
    async fn overdue(&self) -> Vec<(BureauId, String, String)> {
        self.database().person("analyst", "yongzhou", &[Role::CityAnalyst]).await;
        let (_, analyst) = self.database().sign_in("analyst").await;
        let rows = analyst.city("yongzhou").await.unwrap().overdue_terms().await.unwrap();
        rows.into_iter().map(|row| (row.bureau, row.number, row.clock)).collect()
    }

    /// Numbers that the city sees as not answered in time.
    async fn unanswered(&self) -> Vec<String> {
        self.database().person("analyst", "yongzhou", &[Role::CityAnalyst]).await;
        let (_, analyst) = self.database().sign_in("analyst").await;
        let city = analyst.city("yongzhou").await.unwrap();
        let rows = city.unanswered_transfers().await.unwrap();
        assert!(rows.iter().all(|row| (row.sender, row.receiver) == (DAOXIAN, JIANGHUA)));
        rows.into_iter().map(|row| row.number).collect()
    }
}

#[rstest]
#[tokio::test]
async fn the_receiver_begins_a_case_of_its_own_and_the_senders_ends(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (sent, id) = sent(engine).await;
    sent.bench.goes_to("2026-11-05");
    let case = sent.accept(id).await.unwrap();
    let bureau = sent.database().store.operate_as("jianghua", Some(sent.officer)).await.unwrap();
    let desk = bureau.case_desk(sent.book()).await.unwrap();
    let open = desk.case(case).await.unwrap().case;
    assert_eq!((open.stage(), open.clue.source), (Stage::Clue, ClueSource::TransferredIn));
    assert_eq!(open.clue.number.as_deref(), Some("江商案〔2026〕1号"));
    assert_eq!(open.received.to_string(), "2026-11-05", "its own terms run from the acceptance");
    assert_eq!(open.discovered().to_string(), "2026-11-02", "limitation keeps the sender's day");
    assert_eq!(open.parties()[0].id, SHOP);
    assert_eq!(desk.cases(Part::All, &crate::CaseFilter::default(), None).await.unwrap().total, 1);
    drop(desk);

    let (row, arrived) = bureau.transfer_in(id).await.unwrap();
    assert_eq!((row.state, row.case), (TransferState::Accepted, Some(case)));
    let arrived = arrived.unwrap();
    let told: Vec<&str> = arrived.bundle.events.iter().map(|event| event.act.kind().word()).collect();
    assert_eq!(told, ["register_clue", "file"]);
    assert_eq!(bureau.came_with(case).await.unwrap(), Some(arrived));
    drop(bureau);

    assert_eq!(sent.stage().await, Stage::Transferred);
    let own = sent.bench.bureau(sent.bench.chen).await;
    let events = own.case_desk(sent.book()).await.unwrap().case(sent.case).await.unwrap().events;
    let Act::TransferAccepted(answer) = &events.last().unwrap().act else { panic!("{events:?}") };
    assert_eq!(answer.number.as_str(), "江商案〔2026〕1号");
    assert!(answer.answered_by.as_str().starts_with("江华县商务局"));
    drop(own);
    assert_eq!(sent.audited("daoxian").await, ["propose_transfer", "transfer_accepted"]);
    assert_eq!(sent.audited("jianghua").await, ["transfer_accepted"]);
    assert_eq!(sent.audited("yongzhou").await, Vec::<String>::new());
}

fn seizure(bench: &Bench) -> Act {
    let Act::File(filed) = bench.file() else { panic!() };
    Act::TakeMeasure(TakeMeasure {
        party: Some(SHOP),
        measure: MeasureKind::Seizure,
        violation: filed.parties[0].acts[0].violation.clone(),
        officers: filed.officers,
        goods: vec![GoodsLine::parse("生猪 12 头").unwrap()],
        place: note("本局仓库"),
        keeper: Name::parse("盘××").unwrap(),
        objects_checked: true,
        reason: note("可能被转移"),
        number: None,
    })
}

#[rstest]
#[tokio::test]
async fn what_is_seized_goes_along_with_its_first_start(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (sent, id) = sent_with_goods(engine).await;
    sent.bench.goes_to("2026-11-05");
    let case = sent.accept(id).await.unwrap();
    let bureau = sent.database().store.operate_as("jianghua", Some(sent.officer)).await.unwrap();
    let rows = bureau.find::<case_clock::Entity>().filter(case_clock::Column::CaseId.eq(case.0));
    let rows = rows.all(bureau.tx()).await.unwrap();
    let due = |clock: &str| rows.iter().find(|row| row.clock == clock).unwrap().due_on.to_string();
    assert_eq!(due("measure"), "2026-12-02", "thirty days from 2 November");
    assert_eq!(due("file_or_release"), "2026-11-16", "seven working days from the acceptance");
    drop(bureau);
    let own = sent.bench.bureau(sent.bench.chen).await;
    let was = own.case_desk(sent.book()).await.unwrap().case(sent.case).await.unwrap().case;
    assert!(!was.measures[0].is_unsettled(), "{:?}", was.measures);
}

/// A seizure that goes along, as event 4; the transfer is the one that the receiver finds.
async fn sent_with_goods(engine: Engine) -> (Sent, TransferId) {
    let sent = filed(engine).await;
    sent.bench.does(sent.bench.zhou, sent.case, seizure(&sent.bench)).await;
    let Act::ProposeTransfer(facts) = to(JIANGHUA) else { panic!() };
    let along = Act::ProposeTransfer(ProposeTransfer { takes_over: true, ..facts });
    sent.bench.does(sent.bench.zhou, sent.case, along).await;
    let id = sent.incoming().await[0].id;
    (sent, id)
}

fn sold(sent: &Sent) -> Act {
    let Act::File(filed) = sent.bench.file() else { panic!() };
    let (consent, sale) = (note("物主书面同意"), note("定点屠宰场收购"));
    Act::HandlePerishable(Box::new(HandlePerishable {
        measure: 1,
        party: Some(SHOP),
        line: 0,
        officers: filed.officers,
        reason: note("活猪不能久存"),
        sample: note("采样两份"),
        value: Money::yuan(20_000),
        valued_by: Name::parse("价格认定中心").unwrap(),
        photographed: true,
        outcome: PerishableOutcome::Sold { consent, sale, proceeds: Money::yuan(19_000) },
    }))
}

#[rstest]
#[tokio::test]
async fn what_the_sender_does_with_held_things_meanwhile_lies_before_the_receiver(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (sent, id) = sent_with_goods(engine).await;
    let shown = async || {
        let bureau = sent.database().store.operate_as("jianghua", Some(sent.officer)).await.unwrap();
        bureau.transfer_in(id).await.unwrap().1.unwrap()
    };
    let before = shown().await;
    sent.bench.does(sent.bench.chen, sent.case, sold(&sent)).await;
    let after = shown().await;
    assert_ne!(before.hash, after.hash);
    assert_eq!(after.bundle.measures[0].proceeds_held(), Money::yuan(19_000));
    let told: Vec<&str> = after.bundle.events.iter().map(|event| event.act.kind().word()).collect();
    assert_eq!(told, ["register_clue", "file", "take_measure", "handle_perishable"]);
    sent.bench.goes_to("2026-11-05");
    let stale = Acceptance { seen: Some(before.hash), confirms_measures: true };
    assert!(
        matches!(sent.accept_as(id, stale).await, Err(Error::Conflict)),
        "what was looked at has changed"
    );
    let silent = Acceptance { seen: Some(after.hash.clone()), confirms_measures: false };
    let unconfirmed = sent.accept_as(id, silent.clone()).await.unwrap_err();
    assert!(matches!(unconfirmed, Error::Invalid { code: "unconfirmed", .. }), "{unconfirmed:?}");
    let case = sent.accept_as(id, Acceptance { confirms_measures: true, ..silent }).await.unwrap();
    let bureau = sent.database().store.operate_as("jianghua", Some(sent.officer)).await.unwrap();
    let taken = bureau.case_desk(sent.book()).await.unwrap().case(case).await.unwrap().case;
    assert_eq!(taken.measures[0].proceeds_held(), Money::yuan(19_000));
    assert_eq!(bureau.came_with(case).await.unwrap().unwrap().hash, after.hash);
}

#[rstest]
#[tokio::test]
async fn what_the_sender_lifted_meanwhile_needs_no_confirming(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (sent, id) = sent_with_goods(engine).await;
    let (ground, returned) = (LiftGround::NoLongerNeeded, note("当日领回"));
    let lift = LiftMeasure { measure: 1, party: Some(SHOP), ground, returned, number: None };
    sent.bench.does(sent.bench.chen, sent.case, Act::LiftMeasure(lift)).await;
    let case = sent.accept_as(id, Acceptance::default()).await.unwrap();
    let bureau = sent.database().store.operate_as("jianghua", Some(sent.officer)).await.unwrap();
    let taken = bureau.case_desk(sent.book()).await.unwrap().case(case).await.unwrap().case;
    assert!(taken.measures.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_returned_case_goes_on_and_leaves_no_name_with_the_receiver(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (sent, id) = sent(engine).await;
    sent.give_back(id).await.unwrap();
    assert_eq!(sent.stage().await, Stage::Filed);
    let row = sent.incoming().await.remove(0);
    assert_eq!((row.state, row.party_name.as_str()), (TransferState::Returned, ""));
    let bureau = sent.database().store.operate_as("jianghua", Some(sent.officer)).await.unwrap();
    assert_eq!(bureau.transfer_in(id).await.unwrap().1, None);
    drop(bureau);
    assert_eq!(sent.audited("daoxian").await, ["propose_transfer", "transfer_returned"]);
    assert_eq!(sent.audited("jianghua").await, ["transfer_returned"]);
    // It may be sent again.
    sent.bench.does(sent.bench.zhou, sent.case, to(JIANGHUA)).await;
    assert_eq!(sent.incoming().await.len(), 2);
}

#[rstest]
#[tokio::test]
async fn what_was_called_back_is_not_answered_and_what_was_answered_is_not_called_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (sent, id) = sent(engine).await;
    sent.bench.does(sent.bench.zhou, sent.case, call_back(3)).await;
    assert!(matches!(sent.accept(id).await, Err(Error::Conflict)));
    assert!(matches!(sent.give_back(id).await, Err(Error::Conflict)));
    let row = sent.incoming().await.remove(0);
    assert_eq!((row.state, row.party_name.as_str()), (TransferState::Withdrawn, ""));
    assert_eq!(sent.stage().await, Stage::Filed);
    assert_eq!(sent.audited("jianghua").await, Vec::<String>::new());

    sent.bench.does(sent.bench.zhou, sent.case, to(JIANGHUA)).await;
    let again = sent.incoming().await.remove(0).id;
    sent.accept(again).await.unwrap();
    assert!(matches!(sent.accept(again).await, Err(Error::Conflict)), "answered once");
    let bureau = sent.bench.bureau(sent.bench.zhou).await;
    let desk = bureau.case_desk(sent.book()).await.unwrap();
    let late = desk.act(sent.case, 6, bureau.today(), call_back(5), Entry::default()).await.unwrap();
    assert_eq!(late.unwrap_err().code.word(), "not_in_this_state");
}

#[rstest]
#[tokio::test]
async fn of_an_answer_and_a_calling_back_at_once_exactly_one_wins(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (sent, id) = sent(engine).await;
    let withdraw = async {
        let bureau = sent.bench.bureau(sent.bench.zhou).await;
        let desk = bureau.case_desk(sent.book()).await?;
        let done = desk.act(sent.case, 3, bureau.today(), call_back(3), Entry::default()).await;
        drop(desk);
        match done? {
            Ok(_) => bureau.commit().await.map(|()| true),
            Err(_) => Ok(false),
        }
    };
    let (accepted, withdrawn) = tokio::join!(sent.accept(id), withdraw);
    let withdrawn = matches!(withdrawn, Ok(true));
    assert_ne!(accepted.is_ok(), withdrawn, "{accepted:?}, {withdrawn}");
    let expected = if withdrawn { Stage::Filed } else { Stage::Transferred };
    assert_eq!(sent.stage().await, expected);
    let state = sent.incoming().await.remove(0).state;
    assert_eq!(state == TransferState::Withdrawn, withdrawn);
}

#[rstest]
#[tokio::test]
async fn two_bureaus_answer_each_other_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (sent, id) = sent(engine).await;
    let there = sent.accept(id).await.unwrap();
    // 江华 sends the clue on its way back while 道县 sends it another case.
    let store = &sent.database().store;
    let bureau = store.operate_as("jianghua", Some(sent.head)).await.unwrap();
    let desk = bureau.case_desk(sent.book()).await.unwrap();
    let Act::ProposeTransfer(facts) = to(DAOXIAN) else { panic!() };
    let back = Act::ProposeTransfer(ProposeTransfer { parties: Vec::new(), ..facts });
    desk.act(there, 1, bureau.today(), back, Entry::default()).await.unwrap().unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
    let other = sent.bench.registered().await;
    sent.bench.does(sent.bench.zhou, other, sent.bench.file()).await;
    sent.bench.does(sent.bench.zhou, other, to(JIANGHUA)).await;
    let home = sent.bench.bureau(sent.bench.chen).await;
    let back = home.transfers_in(None).await.unwrap().rows.remove(0).id;
    drop(home);
    let forth = sent.incoming().await.remove(0).id;
    let here = async {
        let desk = store.transfer_desk("daoxian", sent.bench.zhou, back).await?;
        desk.accept(sent.book(), (&sent.files, &Acceptance::default()), token::fresh()).await
    };
    let (one, two) = tokio::join!(here, sent.accept(forth));
    assert!(one.is_ok() && two.is_ok(), "{one:?} {two:?}");
    sent.audited("daoxian").await;
    sent.audited("jianghua").await;
}

#[rstest]
#[tokio::test]
async fn only_the_head_of_the_receiver_answers_and_nobody_else_finds_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (sent, id) = sent(engine).await;
    let store = &sent.database().store;
    let officer = store.transfer_desk("jianghua", sent.officer, id).await;
    assert!(matches!(officer, Err(Error::Forbidden(Power::ApproveCases))));
    let third = sent.database().person("third", "yongzhou", &[Role::Head, Role::Reader]).await;
    for (slug, person) in [("yongzhou", third), ("daoxian", sent.bench.zhou), ("jianghua", third)] {
        let found = store.transfer_desk(slug, person, id).await;
        assert!(matches!(found, Err(Error::NotFound)), "{slug}: {found:?}");
    }
    for (slug, person) in [("yongzhou", third), ("daoxian", sent.bench.chen)] {
        let bureau = store.operate_as(slug, Some(person)).await.unwrap();
        assert!(matches!(bureau.transfer_in(id).await, Err(Error::NotFound)), "{slug}");
        assert!(matches!(bureau.transfers_in(Some(id)).await, Err(Error::NotFound)), "{slug}");
        assert_eq!(bureau.transfers_in(None).await.unwrap().rows, []);
    }
    let bureau = store.operate_as("jianghua", Some(sent.officer)).await.unwrap();
    let desk = bureau.case_desk(sent.book()).await.unwrap();
    assert!(matches!(desk.case(sent.case).await, Err(Error::NotFound)), "the sender's case stays shut");
}

#[rstest]
#[tokio::test]
async fn a_case_goes_to_a_bureau_that_there_is_and_a_form_counts_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let sent = filed(engine).await;
    let bureau = sent.bench.bureau(sent.bench.zhou).await;
    let desk = bureau.case_desk(sent.book()).await.unwrap();
    let nowhere = desk.act(sent.case, 2, bureau.today(), to(BureauId(99)), Entry::default()).await;
    assert!(matches!(nowhere, Err(Error::Invalid { field: "receiver", .. })), "{nowhere:?}");
    drop(desk);
    drop(bureau);
    sent.bench.does(sent.bench.zhou, sent.case, to(JIANGHUA)).await;
    let id = sent.incoming().await[0].id;
    let token = token::fresh();
    let desk = sent.database().store.transfer_desk("jianghua", sent.head, id).await.unwrap();
    let case = desk.accept(sent.book(), (&sent.files, &Acceptance::default()), token).await.unwrap();
    let desk = sent.database().store.transfer_desk("jianghua", sent.head, id).await.unwrap();
    assert_eq!(desk.sent(token).await.unwrap(), crate::Sent::Before(case.to_string()));
}

#[rstest]
#[tokio::test]
async fn the_city_sees_numbers_after_five_working_days_until_the_answer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (sent, id) = sent(engine).await;
    // Five working days after Monday 2 November end on Monday the 9th.
    sent.bench.goes_to("2026-11-09");
    assert_eq!(sent.unanswered().await, Vec::<String>::new());
    sent.bench.goes_to("2026-11-10");
    assert_eq!(sent.unanswered().await, ["道商案〔2026〕1号"]);
    sent.accept(id).await.unwrap();
    assert_eq!(sent.unanswered().await, Vec::<String>::new());
}

#[rstest]
#[tokio::test]
async fn the_city_sees_a_term_that_is_over_until_it_is_met_and_never_before(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (sent, id) = sent(engine).await;
    // Filed on 2 November: ninety days end on 31 January.
    sent.bench.goes_to("2027-01-31");
    assert_eq!(sent.overdue().await, []);
    sent.bench.goes_to("2027-02-01");
    let decide = (DAOXIAN, "道商案〔2026〕1号".to_owned(), "decide".to_owned());
    assert_eq!(sent.overdue().await, [decide]);
    sent.accept(id).await.unwrap();
    assert_eq!(sent.overdue().await, [], "the case has gone; the receiver's term began today");
}

#[rstest]
#[tokio::test]
async fn a_bundle_that_was_changed_is_not_shown(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (sent, id) = sent(engine).await;
    let bureau = sent.database().store.operate_as("jianghua", Some(sent.officer)).await.unwrap();
    let (_, arrived) = bureau.transfer_in(id).await.unwrap();
    assert_eq!(arrived.unwrap().hash.len(), 64);
    let backend = sea_orm::ConnectionTrait::get_database_backend(bureau.tx());
    let change =
        Statement::from_string(backend, "update transfer set bundle = bundle || ' ' where bureau_id = 3");
    sea_orm::ConnectionTrait::execute_raw(bureau.tx(), change).await.unwrap();
    assert!(matches!(bureau.transfer_in(id).await, Err(Error::Down(_))));
}

#[rstest]
#[tokio::test]
async fn every_question_about_transfers_reaches_an_index(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (sent, id) = sent(engine).await;
    analyze(sent.database()).await;
    sent.database().record();
    sent.incoming().await;
    sent.bench.goes_to("2026-11-10");
    sent.unanswered().await;
    sent.overdue().await;
    let case = sent.accept(id).await.unwrap();
    let bureau = sent.database().store.operate_as("jianghua", Some(sent.officer)).await.unwrap();
    bureau.transfer_in(id).await.unwrap();
    bureau.came_with(case).await.unwrap();
    bureau.transfers_in(Some(id)).await.unwrap();
    let rows = bureau.find::<transfer::Entity>();
    assert_eq!(rows.one(bureau.tx()).await.unwrap().map(|row| row.bundle), Some(String::new()));
    assert!(bureau.find::<case_bundle::Entity>().one(bureau.tx()).await.unwrap().is_some());
    let seen = bureau.shared().find::<city_transfer::Entity>().one(bureau.tx()).await.unwrap();
    assert_eq!(seen, None, "the city has nothing left to see");
    drop(bureau);
    let (_, wrong) = bad_plans(sent.database(), engine).await;
    let wrong: Vec<_> = wrong
        .into_iter()
        .filter(|plan| ["transfer", "bundle", "city_term"].iter().any(|name| plan.contains(name)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
