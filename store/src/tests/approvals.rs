//! Proposals go through the house: agreed in order, handed on, decided in a head's place.

use super::cases::Bench;
use super::plans::{analyze, bad_plans};
use crate::{Certificate, Done, Engine, Error, Handing, Hindrance, NewMembership, Verdict};
use domain::Day;
use domain::case::{Act, CirculationFault, DelegationFault, Note, Officers, Record, Stage};
use domain::id::{CaseId, DelegationId, PersonId, ProposalId};
use domain::role::Role;
use rstest::rstest;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A bureau where a filing is proposed, with a second head, a reviewer and an officer without a part in the case.
struct Desk {
    bench: Bench,
    case: CaseId,
    proposal: ProposalId,
    jiang: PersonId,
    li: PersonId,
    he: PersonId,
}

impl Desk {
    async fn new(engine: Engine) -> Self {
        let bench = Bench::new(engine).await;
        let jiang = bench.database.person("jiang", "daoxian", &[Role::Head]).await;
        let li = bench.database.person("li", "daoxian", &[Role::Reviewer]).await;
        let he = bench.database.person("he", "daoxian", &[Role::Officer]).await;
        let case = bench.registered().await;
        let mut desk = Desk { bench, case, proposal: ProposalId(Uuid::nil()), jiang, li, he };
        desk.proposal = desk.proposed().await;
        desk
    }

    async fn proposed(&self) -> ProposalId {
        match self.bench.does(self.bench.chen, self.case, self.bench.file()).await {
            Done::Proposal { id, .. } => id,
            done => panic!("{done:?}"),
        }
    }

    async fn says(&self, who: PersonId, verdict: Verdict) -> Result<Result<Done, Hindrance>, Error> {
        let bureau = self.bench.bureau(who).await;
        let desk = bureau.case_desk(self.bench.books.open()).await?;
        let done = desk.decide_proposal(self.proposal, verdict).await;
        drop(desk);
        if matches!(done, Ok(Ok(_))) {
            bureau.commit().await?;
        }
        done
    }

    async fn hands(&self, who: PersonId, handing: Handing) -> Result<Result<(), CirculationFault>, Error> {
        let bureau = self.bench.bureau(who).await;
        let desk = bureau.case_desk(self.bench.books.open()).await?;
        let done = desk.circulate(self.proposal, handing).await;
        drop(desk);
        if matches!(done, Ok(Ok(()))) {
            bureau.commit().await?;
        }
        done
    }

    /// How many stand in a person's queue, and how many of them are the person's turn.
    async fn queue(&self, who: PersonId) -> (usize, usize) {
        let bureau = self.bench.bureau(who).await;
        let desk = bureau.case_desk(self.bench.books.open()).await.unwrap();
        let lines = desk.queue().await.unwrap();
        (lines.len(), lines.iter().filter(|line| line.is_up).count())
    }

    async fn told(&self, who: PersonId) -> Vec<String> {
        let told = self.bench.bureau(who).await.reminders().await.unwrap();
        told.into_iter().map(|one| format!("{} {}", one.word, one.step)).collect()
    }

    async fn stage(&self) -> Stage {
        let bureau = self.bench.bureau(self.li).await;
        let desk = bureau.case_desk(self.bench.books.open()).await.unwrap();
        desk.case(self.case).await.unwrap().case.stage()
    }

    async fn lends(&self, to: PersonId, first: &str, last: &str) -> Result<DelegationId, DelegationFault> {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let bureau = self.bench.bureau(self.bench.zhou).await;
        let desk = bureau.case_desk(self.bench.books.open()).await.unwrap();
        let given = bureau.delegate(to, day(first), day(last), desk.members()).await.unwrap();
        drop(desk);
        bureau.commit().await.unwrap();
        given
    }
}

fn is_way(answer: &Result<Result<Done, Hindrance>, Error>, fault: CirculationFault) -> bool {
    matches!(answer, Ok(Err(Hindrance::Way(found))) if *found == fault)
}

#[rstest]
#[tokio::test]
async fn those_asked_agree_in_order_before_it_is_decided(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let zhou = desk.bench.zhou;
    assert_eq!(desk.queue(desk.li).await, (0, 0));
    assert_eq!((desk.queue(zhou).await, desk.queue(desk.jiang).await), ((1, 1), (1, 1)));
    desk.hands(zhou, Handing::Countersign(vec![desk.li, desk.he])).await.unwrap().unwrap();
    assert_eq!(
        (desk.queue(zhou).await, desk.queue(desk.li).await, desk.queue(desk.he).await),
        ((1, 0), (1, 1), (0, 0))
    );
    assert_eq!(desk.told(desk.li).await, ["proposal turn"]);
    assert!(is_way(&desk.says(zhou, Verdict::Approve).await, CirculationFault::NotYourTurn));
    assert!(matches!(desk.says(desk.he, Verdict::Approve).await, Ok(Err(_)) | Err(Error::Forbidden(_))));
    desk.says(desk.li, Verdict::Approve).await.unwrap().unwrap();
    assert_eq!((desk.told(desk.li).await.len(), desk.told(desk.he).await.len()), (0, 1));
    assert_eq!(desk.stage().await, Stage::Clue, "agreeing decides nothing");
    desk.says(desk.he, Verdict::Approve).await.unwrap().unwrap();
    assert_eq!(desk.queue(desk.jiang).await, (1, 0), "it comes back to whoever asked");
    assert_eq!(desk.told(zhou).await, ["proposal turn"]);
    desk.says(zhou, Verdict::Approve).await.unwrap().unwrap();
    assert_eq!(desk.stage().await, Stage::Filed);
    assert!(desk.told(zhou).await.is_empty());
    let bureau = desk.bench.bureau(zhou).await;
    let cases = bureau.case_desk(desk.bench.books.open()).await.unwrap();
    let entry = cases.case(desk.case).await.unwrap().events[1].entry.clone();
    assert_eq!((entry.agreed_by, entry.in_place_of), (vec![desk.li, desk.he], None));
    drop(cases);
    drop(bureau);
    assert!(matches!(desk.hands(zhou, Handing::HandOn(desk.jiang)).await, Err(Error::Conflict)));
}

#[rstest]
#[tokio::test]
async fn who_was_asked_may_send_it_back_and_the_proposer_is_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let mut desk = Desk::new(engine).await;
    let (zhou, chen) = (desk.bench.zhou, desk.bench.chen);
    let form = |place: &str| BTreeMap::from([("place".to_owned(), place.to_owned())]);
    let keep = async |desk: &Desk, place: &str| {
        let bureau = desk.bench.bureau(chen).await;
        let cases = bureau.case_desk(desk.bench.books.open()).await.unwrap();
        cases.keep_form(desk.proposal, &form(place)).await.unwrap();
        drop(cases);
        bureau.commit().await.unwrap();
    };
    keep(&desk, "道县").await;
    desk.hands(zhou, Handing::AddSigner(desk.li)).await.unwrap().unwrap();
    let reason = Note::parse("补充地点").unwrap();
    desk.says(desk.li, Verdict::SendBack { reason }).await.unwrap().unwrap();
    assert_eq!(desk.told(chen).await, ["proposal returned"]);
    assert!(matches!(desk.says(zhou, Verdict::Approve).await, Err(Error::Conflict)));
    desk.bench.database.clock.advance_millis(60_000);
    desk.proposal = desk.proposed().await;
    keep(&desk, "道县梅花镇").await;
    let bureau = desk.bench.bureau(zhou).await;
    let cases = bureau.case_desk(desk.bench.books.open()).await.unwrap();
    let row = cases.proposal(desk.proposal).await.unwrap();
    assert_eq!(cases.forms(&row).await.unwrap(), [Some(form("道县梅花镇")), Some(form("道县"))]);
}

#[rstest]
#[tokio::test]
async fn it_is_handed_on_and_the_other_alone_decides(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let zhou = desk.bench.zhou;
    let refused = desk.hands(zhou, Handing::HandOn(desk.li)).await.unwrap();
    assert_eq!(refused, Err(CirculationFault::NoPower));
    desk.hands(zhou, Handing::HandOn(desk.jiang)).await.unwrap().unwrap();
    assert_eq!((desk.queue(zhou).await, desk.queue(desk.jiang).await), ((1, 0), (1, 1)));
    assert!(is_way(&desk.says(zhou, Verdict::Approve).await, CirculationFault::NotYourTurn));
    desk.says(desk.jiang, Verdict::Approve).await.unwrap().unwrap();
    assert_eq!(desk.stage().await, Stage::Filed);
}

#[rstest]
#[tokio::test]
async fn who_stands_in_approves_on_the_days_lent_in_the_heads_name(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let (zhou, jiang) = (desk.bench.zhou, desk.jiang);
    // It is the head's matter: only he decides it, or who stands in for him.
    desk.hands(jiang, Handing::HandOn(zhou)).await.unwrap().unwrap();
    assert!(is_way(&desk.says(jiang, Verdict::Approve).await, CirculationFault::NotYourTurn));
    assert_eq!(
        desk.lends(desk.he, "2026-11-03", "2026-11-04").await,
        Err(DelegationFault::NotFit),
        "no head"
    );
    let lent = desk.lends(jiang, "2026-11-03", "2026-11-04").await.unwrap();
    assert_eq!(desk.lends(jiang, "2026-11-04", "2026-11-05").await, Err(DelegationFault::Twice));
    assert!(is_way(&desk.says(jiang, Verdict::Approve).await, CirculationFault::NotYourTurn), "a day early");
    desk.bench.goes_to("2026-11-03");
    assert_eq!(desk.queue(jiang).await, (1, 1));
    assert!(matches!(desk.says(desk.he, Verdict::Approve).await, Err(Error::Forbidden(_))));
    // Taken back at once, by whoever lent it alone.
    let stranger = desk.bench.bureau(jiang).await;
    assert!(matches!(stranger.revoke_delegation(lent).await, Err(Error::NotFound)));
    drop(stranger);
    let head = desk.bench.bureau(zhou).await;
    head.revoke_delegation(lent).await.unwrap();
    assert!(matches!(head.revoke_delegation(lent).await, Err(Error::Conflict)));
    drop(head);
    desk.says(jiang, Verdict::Approve).await.unwrap().unwrap();
    let bureau = desk.bench.bureau(zhou).await;
    let cases = bureau.case_desk(desk.bench.books.open()).await.unwrap();
    let event = cases.case(desk.case).await.unwrap().events[1].clone();
    assert_eq!((event.by, event.entry.in_place_of), (jiang, Some(zhou)));
}

#[rstest]
#[tokio::test]
async fn a_revoked_or_ended_power_decides_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.hands(desk.jiang, Handing::HandOn(desk.bench.zhou)).await.unwrap().unwrap();
    let lent = desk.lends(desk.jiang, "2026-11-03", "2026-11-04").await.unwrap();
    desk.bench.goes_to("2026-11-05");
    assert!(is_way(&desk.says(desk.jiang, Verdict::Approve).await, CirculationFault::NotYourTurn));
    desk.bench.goes_to("2026-11-04");
    let head = desk.bench.bureau(desk.bench.zhou).await;
    head.revoke_delegation(lent).await.unwrap();
    head.commit().await.unwrap();
    assert!(is_way(&desk.says(desk.jiang, Verdict::Approve).await, CirculationFault::NotYourTurn));
    assert_eq!(desk.queue(desk.jiang).await, (1, 0));
}

#[rstest]
#[tokio::test]
async fn nobody_stands_in_for_a_head_in_a_case_on_which_he_worked_himself(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.hands(desk.bench.zhou, Handing::HandOn(desk.jiang)).await.unwrap().unwrap();
    // Jiang, a head who is an officer as well, looked into the clue.
    let bureau = desk.bench.database.store.operate("daoxian").await.unwrap();
    let day = |text: &str| text.parse::<Day>().unwrap();
    let certified = NewMembership {
        roles: vec![Role::Officer],
        position: String::new(),
        from: day("2020-01-01"),
        to: None,
        certificate: Some(Certificate {
            number: "湘Mjiang".to_owned(),
            from: day("2024-01-01"),
            to: day("2028-12-31"),
        }),
        qualification_no: None,
    };
    bureau.admit(desk.jiang, certified).await.unwrap();
    bureau.commit().await.unwrap();
    let Act::Record(record) = desk.bench.record() else { unreachable!() };
    let officers = Officers { lead: desk.bench.chen, second: desk.jiang };
    desk.bench.does(desk.bench.chen, desk.case, Act::Record(Record { officers, ..record })).await;
    let bureau = desk.bench.bureau(desk.jiang).await;
    let cases = bureau.case_desk(desk.bench.books.open()).await.unwrap();
    let today = bureau.today();
    bureau.delegate(desk.bench.zhou, today, today, cases.members()).await.unwrap().unwrap();
    drop(cases);
    bureau.commit().await.unwrap();
    assert!(is_way(&desk.says(desk.bench.zhou, Verdict::Approve).await, CirculationFault::NotYourTurn));
}

#[rstest]
#[tokio::test]
async fn a_turn_that_comes_back_on_the_same_day_is_told_again_and_what_was_sent_back_is_seen_to_by_proposing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let mut desk = Desk::new(engine).await;
    desk.hands(desk.bench.zhou, Handing::HandOn(desk.jiang)).await.unwrap().unwrap();
    assert_eq!(desk.told(desk.jiang).await, ["proposal turn"]);
    desk.hands(desk.jiang, Handing::AddSigner(desk.li)).await.unwrap().unwrap();
    assert_eq!(desk.told(desk.jiang).await, Vec::<String>::new());
    desk.says(desk.li, Verdict::Approve).await.unwrap().unwrap();
    assert_eq!(desk.told(desk.jiang).await, ["proposal turn"], "it is back");
    let reason = Note::parse("请补充").unwrap();
    desk.says(desk.jiang, Verdict::SendBack { reason }).await.unwrap().unwrap();
    assert_eq!(desk.told(desk.bench.chen).await, ["proposal returned"]);
    desk.proposal = desk.proposed().await;
    assert_eq!(desk.told(desk.bench.chen).await, Vec::<String>::new());
}

#[rstest]
#[tokio::test]
async fn queues_and_delegations_reach_an_index(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::new(engine).await;
    desk.lends(desk.jiang, "2026-11-02", "2026-11-04").await.unwrap();
    analyze(&desk.bench.database).await;
    desk.bench.database.record();
    desk.hands(desk.bench.zhou, Handing::AddSigner(desk.li)).await.unwrap().unwrap();
    for who in [desk.bench.zhou, desk.li, desk.he] {
        desk.queue(who).await;
    }
    desk.says(desk.li, Verdict::Approve).await.unwrap().unwrap();
    desk.says(desk.bench.zhou, Verdict::Approve).await.unwrap().unwrap();
    let (asked, wrong) = bad_plans(&desk.bench.database, engine).await;
    assert!(asked > 20, "{asked}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[rstest]
#[tokio::test]
async fn what_the_case_has_overtaken_is_refused_with_its_reason_and_nothing_is_lost(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    // While it waits, the other head files the case.
    desk.bench.does(desk.bench.zhou, desk.case, desk.bench.file()).await;
    let Ok(Err(Hindrance::Rule(refusal))) = desk.says(desk.jiang, Verdict::Approve).await else {
        panic!("it was approved")
    };
    assert_eq!(refusal.code.word(), "not_in_this_state");
    assert!(refusal.sentence(domain::Lang::Zh).to_string().contains("立案"), "{refusal:?}");
    let bureau = desk.bench.bureau(desk.bench.chen).await;
    let cases = bureau.case_desk(desk.bench.books.open()).await.unwrap();
    let waits = cases.proposals_of(desk.case).await.unwrap().remove(0);
    assert_eq!((waits.state.as_str(), waits.id), ("open", desk.proposal));
    let proposed = serde_json::to_value(&waits.act).unwrap();
    let as_typed = serde_json::to_value(desk.bench.file()).unwrap();
    assert_eq!(proposed["facts"]["parties"][0]["acts"], as_typed["facts"]["parties"][0]["acts"]);
    assert_eq!(cases.case(desk.case).await.unwrap().case.seq, 2, "the refused approval is no event");
    drop(cases);
    drop(bureau);
    assert_eq!(desk.queue(desk.jiang).await, (1, 1));
    let reason = Note::parse("已由周局长批准立案").unwrap();
    desk.says(desk.jiang, Verdict::SendBack { reason }).await.unwrap().unwrap();
    assert_eq!(desk.queue(desk.jiang).await, (0, 0));
    assert!(desk.bench.bureau(desk.bench.chen).await.verify_audit().await.unwrap().is_ok());
}
