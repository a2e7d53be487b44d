//! Evidence and papers go along with a case that another bureau takes over.

use super::files::Shelf;
use super::papers::issues;
use super::transfers::{JIANGHUA, to};
use crate::entity::{audit, evidence_file};
use crate::{Acceptance, BureauStore, CameFrom, Engine, Error, EvidenceFile, FileTrouble, Rulebook, token};
use domain::file::{EvidenceKind, WithdrawalReason};
use domain::id::{BureauId, CaseId, PersonId, TransferId};
use domain::paper::PaperState;
use domain::role::Role;
use futures_util::TryStreamExt;
use rstest::rstest;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

const DAOXIAN: BureauId = BureauId(2);
const FILM: usize = 3 << 20;

/// A case of 道县 with a list, a film that was withdrawn and a photograph, and one paper; sent to 江华.
struct Sent {
    shelf: Shelf,
    case: CaseId,
    head: PersonId,
    transfer: TransferId,
    kept: [EvidenceFile; 2],
}

async fn sent(engine: Engine) -> Sent {
    let shelf = Shelf::new(engine).await;
    let head = shelf.bench.database.person("jiang", "jianghua", &[Role::Head]).await;
    let case = shelf.bench.registered().await;
    shelf.bench.does(shelf.bench.zhou, case, shelf.bench.file()).await;
    let first = shelf.added(case, "进货台账.txt", b"2026-10-20 20 pigs\n").await;
    let gone = shelf.added(case, "拍错了.txt", b"something else\n").await;
    let second = shelf.added(case, "监控.txt", &b"frame\n".repeat(FILM / 6)).await;
    let bureau = shelf.bench.bureau(shelf.bench.chen).await;
    let reason: WithdrawalReason = "拍错了".parse().unwrap();
    assert!(bureau.withdraw_evidence(&gone, &reason).await.unwrap());
    issues(&bureau, case, 2).await;
    bureau.commit().await.unwrap();
    let kept = [first, second];
    shelf.bench.does(shelf.bench.zhou, case, to(JIANGHUA)).await;
    let here = shelf.bench.database.store.operate_as("jianghua", Some(head)).await.unwrap();
    let transfer = here.transfers_in(None).await.unwrap().rows[0].id;
    Sent { shelf, case, head, transfer, kept }
}

impl Sent {
    fn book(&self) -> Rulebook<'_> {
        self.shelf.bench.books.open()
    }

    async fn receiver(&self) -> BureauStore {
        let store = &self.shelf.bench.database.store;
        store.operate_as("jianghua", Some(self.head)).await.unwrap()
    }

    async fn accept(&self) -> CaseId {
        let store = &self.shelf.bench.database.store;
        let desk = store.transfer_desk("jianghua", self.head, self.transfer).await.unwrap();
        let said = Acceptance::default();
        desk.accept(self.book(), (&self.shelf.files, &said), token::fresh()).await.unwrap()
    }

    async fn read(&self, file: &EvidenceFile) -> Result<Vec<u8>, Error> {
        let read = self.shelf.files.read(file.lies_with, &file.sha256, file.size, 0..file.size).await?;
        read.try_concat().await
    }
}

/// The acts of a bureau's chain of one word; the chain holds.
async fn acts(bureau: &BureauStore, word: &str) -> usize {
    bureau.verify_audit().await.unwrap().expect("the chain holds");
    let rows = bureau.find::<audit::Entity>().filter(audit::Column::Act.eq(word));
    rows.all(bureau.tx()).await.unwrap().len()
}

#[rstest]
#[tokio::test]
async fn the_receiver_has_the_evidence_and_the_papers_unchanged_under_its_own_numbers(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let sent = sent(engine).await;
    let case = sent.accept().await;
    let receiver = sent.receiver().await;
    let came = receiver.evidence(case).await.unwrap();
    let shown: Vec<(u32, &str)> = came.iter().map(|file| (file.number, file.name.as_str())).collect();
    let paper = "立案（不予立案）审批表 道商罚立〔2026〕1号.pdf";
    assert_eq!(shown, [(1, "进货台账.txt"), (2, "监控.txt"), (3, paper)]);
    for (file, was) in came.iter().zip(&sent.kept) {
        assert_eq!((&file.sha256, file.size, &file.sheet), (&was.sha256, was.size, &was.sheet));
        assert_eq!((file.lies_with, file.by.as_str()), (DAOXIAN, "测jiang"));
        let from = CameFrom {
            bureau: "道县商务局".to_owned(),
            case_number: "道商案〔2026〕1号".to_owned(),
            number: Some(was.number),
            collectors: vec!["测chen".to_owned(), "测pan".to_owned()],
            by: "测chen".to_owned(),
            at: was.at,
        };
        assert_eq!(file.came.as_ref(), Some(&from));
        assert_eq!(sent.read(file).await.unwrap(), sent.read(was).await.unwrap());
    }
    assert_eq!(sent.read(&came[1]).await.unwrap(), b"frame\n".repeat(FILM / 6));
    let paper = &came[2];
    assert_eq!((paper.sheet.kind, paper.lies_with), (EvidenceKind::Document, JIANGHUA));
    assert_eq!(paper.came.as_ref().unwrap().number, None);
    assert!(sent.read(paper).await.unwrap().starts_with(b"%PDF"));
    assert_eq!(acts(&receiver, "evidence_came").await, 3);
    drop(receiver);
    let sender = sent.shelf.bench.bureau(sent.shelf.bench.chen).await;
    assert_eq!(acts(&sender, "evidence_sent").await, 1);
    let kept = sender.evidence(sent.case).await.unwrap();
    assert_eq!(kept.iter().map(|file| file.number).collect::<Vec<_>>(), [1, 2, 3], "the sender's stay");
    drop(sender);
    assert_eq!(sent.shelf.troubles().await, []);
}

#[rstest]
#[tokio::test]
async fn what_came_is_withdrawn_and_numbered_on_by_the_receiver_alone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let sent = sent(engine).await;
    let case = sent.accept().await;
    let receiver = sent.receiver().await;
    let first = receiver.evidence(case).await.unwrap().remove(0);
    let reason: WithdrawalReason = "与本案无关".parse().unwrap();
    assert!(receiver.withdraw_evidence(&first, &reason).await.unwrap());
    let elsewhere = receiver.evidence_file(sent.case, sent.kept[0].id).await;
    assert!(matches!(elsewhere, Err(Error::NotFound)), "the sender's own row stays shut: {elsewhere:?}");
    receiver.commit().await.unwrap();
    let sender = sent.shelf.bench.bureau(sent.shelf.bench.chen).await;
    let kept = sender.evidence_file(sent.case, sent.kept[0].id).await.unwrap();
    assert_eq!(kept.withdrawn, None, "with the sender it stands");
    let theirs = sender.evidence_file(case, first.id).await;
    assert!(matches!(theirs, Err(Error::NotFound)), "{theirs:?}");
}

#[rstest]
#[tokio::test]
async fn bytes_that_are_lost_with_the_sender_are_told_of_both(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let sent = sent(engine).await;
    let case = sent.accept().await;
    sent.shelf.files.drop_blob(DAOXIAN, &sent.kept[0].sha256).await.unwrap();
    let lost = |case, number| FileTrouble::Missing { case, number, sha256: sent.kept[0].sha256.clone() };
    assert_eq!(sent.shelf.troubles().await, [lost(sent.case, 1), lost(case, 1)]);
}

#[rstest]
#[tokio::test]
async fn a_case_that_goes_on_to_a_third_takes_all_along_and_the_bytes_stay_where_they_are(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let sent = sent(engine).await;
    let case = sent.accept().await;
    let store = &sent.shelf.bench.database.store;
    let receiver = sent.receiver().await;
    let desk = receiver.case_desk(sent.book()).await.unwrap();
    let domain::case::Act::ProposeTransfer(facts) = to(DAOXIAN) else { panic!() };
    let back = domain::case::ProposeTransfer { parties: Vec::new(), ..facts };
    let back = domain::case::Act::ProposeTransfer(back);
    desk.act(case, 1, receiver.today(), back, domain::case::Entry::default()).await.unwrap().unwrap();
    drop(desk);
    receiver.commit().await.unwrap();
    let zhou = sent.shelf.bench.zhou;
    let home = sent.shelf.bench.bureau(zhou).await;
    let transfer = home.transfers_in(None).await.unwrap().rows[0].id;
    drop(home);
    let desk = store.transfer_desk("daoxian", zhou, transfer).await.unwrap();
    let said = Acceptance::default();
    let third = desk.accept(sent.book(), (&sent.shelf.files, &said), token::fresh()).await.unwrap();
    let home = sent.shelf.bench.bureau(zhou).await;
    let came = home.evidence(third).await.unwrap();
    let lie: Vec<BureauId> = came.iter().map(|file| file.lies_with).collect();
    assert_eq!(lie, [DAOXIAN, DAOXIAN, JIANGHUA], "the film lies where it always lay");
    assert_eq!(
        came[0].came.as_ref().unwrap().collectors,
        ["测chen", "测pan"],
        "who took it is not forgotten"
    );
    let rows = home.find::<evidence_file::Entity>().filter(evidence_file::Column::CaseId.eq(third.0));
    let rows = rows.order_by_asc(evidence_file::Column::Number).all(home.tx()).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.lies_with).collect::<Vec<_>>(), [None, None, Some(JIANGHUA.0)]);
    for file in &came {
        assert!(!sent.read(file).await.unwrap().is_empty());
    }
}

#[rstest]
#[tokio::test]
async fn a_void_paper_does_not_go_along(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let sent = sent(engine).await;
    let bureau = sent.shelf.bench.bureau(sent.shelf.bench.zhou).await;
    let paper = bureau.issued_papers(sent.case).await.unwrap().remove(0);
    bureau.void_paper(&paper, false, "案由写错").await.unwrap().unwrap();
    bureau.commit().await.unwrap();
    let bureau = sent.shelf.bench.bureau(sent.shelf.bench.zhou).await;
    assert_eq!(bureau.issued_papers(sent.case).await.unwrap()[0].state, PaperState::Void);
    drop(bureau);
    let case = sent.accept().await;
    assert_eq!(sent.receiver().await.evidence(case).await.unwrap().len(), 2);
}
