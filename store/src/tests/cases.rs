use crate::testing::{MONDAY, TestDatabase};
use crate::{
    BureauStore, CaseDesk, CaseFilter, Certificate, Contact, Done, Engine, Error, NewMembership, Part,
    PowerRow, Rulebook, Verdict,
};
use domain::calendar::ClockRules;
use domain::case::{
    Act, ActKind, ApproveNotice, ClueSource, Conclude, Entry, File, HearingRight, Name, Note, Officers,
    Outcome, Party, PartyProposal, Proof, Record, RecordKind, RegisterClue, ServeNotice, Signature, Stage,
    UnlawfulAct, WaiveDefence,
};
use domain::catalogue::{Catalogue, PartyKind, PartyRole};
use domain::id::{CaseId, PartyId, PersonId, ProposalId, UnlawfulActId};
use domain::role::Role;
use domain::value::IdNumber;
use domain::{Day, Instant};
use rstest::rstest;
use uuid::Uuid;

pub(super) const SHOP: PartyId = PartyId(Uuid::from_u128(100));
const CLOCKS: &str = include_str!("../../catalogue/rules/clocks.toml");

pub(super) struct Books {
    rules: ClockRules,
    catalogue: Catalogue,
}

impl Books {
    fn new() -> Self {
        let catalogue = crate::catalogue::load(None).unwrap();
        let rules = toml::from_str(CLOCKS).unwrap();
        Books { rules, catalogue }
    }

    pub(super) fn open(&self) -> Rulebook<'_> {
        Rulebook { rules: &self.rules, catalogue: &self.catalogue }
    }
}

/// A bureau with two officers, a head and a reader, and the power over slaughter.
pub(super) struct Bench {
    pub(super) database: TestDatabase,
    pub(super) books: Books,
    pub(super) chen: PersonId,
    pub(super) pan: PersonId,
    pub(super) zhou: PersonId,
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

impl Bench {
    pub(super) async fn new(engine: Engine) -> Self {
        let database = TestDatabase::with_bureaus(engine).await;
        let chen = officer(&database, "chen").await;
        let pan = officer(&database, "pan").await;
        let zhou = database.person("zhou", "daoxian", &[Role::Head]).await;
        let bureau = database.store.operate("daoxian").await.unwrap();
        let power = PowerRow {
            industry: "slaughter".to_owned(),
            capacity: "agriculture".to_owned(),
            level: "county".to_owned(),
            from: day("2020-01-01"),
            to: None,
            basis: "演示".to_owned(),
        };
        bureau.give_power(&power).await.unwrap();
        bureau.commit().await.unwrap();
        Bench { database, books: Books::new(), chen, pan, zhou }
    }

    pub(super) async fn bureau(&self, person: PersonId) -> BureauStore {
        self.database.store.operate_as("daoxian", Some(person)).await.unwrap()
    }

    pub(super) fn goes_to(&self, day: &str) {
        let days = self::day(day).signed_duration_since(MONDAY.day()).num_days();
        self.database.clock.set(Instant(MONDAY.0 + days * 86_400_000));
    }

    /// The act today, on the case as it is.
    pub(super) async fn does(&self, person: PersonId, id: CaseId, act: Act) -> Done {
        let bureau = self.bureau(person).await;
        let desk = bureau.case_desk(self.books.open()).await.unwrap();
        let seq = desk.case(id).await.unwrap().case.seq;
        let done = desk.act(id, seq, bureau.today(), act, Entry::default()).await.unwrap().unwrap();
        drop(desk);
        bureau.commit().await.unwrap();
        done
    }

    pub(super) async fn registered(&self) -> CaseId {
        self.registers_on("2026-11-02").await
    }

    pub(super) async fn registers_on(&self, day: &str) -> CaseId {
        self.goes_to(day);
        let bureau = self.bureau(self.chen).await;
        let desk = bureau.case_desk(self.books.open()).await.unwrap();
        let done = desk.register(bureau.today(), clue(), Entry::default()).await.unwrap().unwrap();
        drop(desk);
        bureau.commit().await.unwrap();
        done.case()
    }

    async fn verdict(&self, person: PersonId, id: ProposalId, verdict: Verdict) -> Result<Done, Error> {
        let bureau = self.bureau(person).await;
        let desk = bureau.case_desk(self.books.open()).await.unwrap();
        let done = desk.decide_proposal(id, verdict).await?.unwrap();
        drop(desk);
        bureau.commit().await?;
        Ok(done)
    }

    async fn stage(&self, id: CaseId) -> Stage {
        let bureau = self.bureau(self.chen).await;
        let desk = bureau.case_desk(self.books.open()).await.unwrap();
        desk.case(id).await.unwrap().case.stage()
    }

    pub(super) fn file(&self) -> Act {
        let act = UnlawfulAct {
            id: UnlawfulActId(Uuid::from_u128(500)),
            violation: "slaughter-v04@2021".to_owned(),
            on: day("2026-10-20"),
            place: note("道县梅花镇"),
            area: Some(431_124),
            role: PartyRole::Offender,
            designated_by: None,
            harm_done: false,
            coincides: None,
        };
        let party = Party {
            id: SHOP,
            kind: PartyKind::Organisation,
            name: Name::parse("道县××定点屠宰场").unwrap(),
            establishment: None,
            credit_code: None,
            representative: None,
            address: None,
            acts: vec![act],
        };
        Act::File(File { parties: vec![party], officers: Officers { lead: self.chen, second: self.pan } })
    }

    pub(super) fn record(&self) -> Act {
        let time = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        Act::Record(Record {
            kind: RecordKind::Inspection,
            party: None,
            officers: Officers { lead: self.chen, second: self.pan },
            place: note("屠宰车间"),
            from: time(9),
            to: time(10),
            certificates_shown: true,
            rights_told: true,
            signature: Signature::Signed,
            course: note("未见进厂登记"),
        })
    }
}

pub(super) async fn officer(database: &TestDatabase, work_number: &str) -> PersonId {
    let person = database.person(work_number, "daoxian", &[Role::Reader]).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let certificate =
        Certificate { number: format!("湘M{work_number}"), from: day("2024-01-01"), to: day("2028-12-31") };
    let new = NewMembership {
        roles: vec![Role::Officer],
        position: String::new(),
        from: day("2020-01-01"),
        to: None,
        certificate: Some(certificate),
        qualification_no: None,
    };
    bureau.admit(person, new).await.unwrap();
    bureau.commit().await.unwrap();
    person
}

pub(super) fn clue() -> Act {
    Act::RegisterClue(RegisterClue {
        source: ClueSource::Inspection,
        suspicion: note("未按规定登记进厂生猪"),
        place: note("道县梅花镇"),
        number: None,
        parties: vec![],
        earlier_warning: None,
        transferred: None,
    })
}

pub(super) fn conclude() -> Act {
    let penalties = serde_json::from_value(serde_json::json!({
        "acts": [{"act": UnlawfulActId(Uuid::from_u128(500)), "kinds": ["warning"], "gains": "none"}],
        "putting_right": "order", "by": "2026-12-31",
    }));
    Act::Conclude(Conclude {
        facts: note("未建立登记制度"),
        evidence: vec![3],
        new_evidence: Vec::new(),
        proposals: vec![PartyProposal {
            party: SHOP,
            outcome: Outcome::Penalise(penalties.unwrap()),
            discretion: note("初次"),
            proofs: vec![Proof { act: UnlawfulActId(Uuid::from_u128(500)), records: vec![3] }],
        }],
    })
}

async fn part(desk: &CaseDesk<'_>, part: Part) -> Vec<CaseId> {
    let page = desk.cases(part, &CaseFilter::default(), None).await.unwrap();
    page.rows.into_iter().map(|row| row.id).collect()
}

#[rstest]
#[tokio::test]
async fn a_case_walks_by_proposals_and_events_and_its_row_follows(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    let Done::Proposal { id: proposal, .. } = bench.does(bench.chen, id, bench.file()).await else {
        panic!("an officer cannot file")
    };
    assert!(matches!(bench.verdict(bench.chen, proposal, Verdict::Approve).await, Err(Error::Forbidden(_))));
    bench.verdict(bench.zhou, proposal, Verdict::Approve).await.unwrap();
    assert!(matches!(bench.verdict(bench.zhou, proposal, Verdict::Approve).await, Err(Error::Conflict)));
    bench.does(bench.chen, id, bench.record()).await;
    bench.does(bench.chen, id, conclude()).await;
    let approve =
        Act::ApproveNotice(ApproveNotice { party: SHOP, hearing: HearingRight::None, number: None });
    bench.does(bench.zhou, id, approve).await;
    assert_eq!(bench.stage(id).await, Stage::Concluded);

    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let row = desk.cases(Part::Mine, &CaseFilter::default(), None).await.unwrap().rows.remove(0);
    assert_eq!(row.number.as_deref(), Some("道商案〔2026〕1号"));
    assert_eq!((row.stage, row.next_act), (Stage::Concluded, Some(ActKind::ServeNotice)));
    assert_eq!(row.industry, "slaughter");
    let open = desk.case(id).await.unwrap();
    let Act::ApproveNotice(approved) = &open.events[4].act else { panic!() };
    assert_eq!(approved.number.as_deref(), Some("道商罚告〔2026〕1号"));
    assert!(bureau.verify_audit().await.unwrap().is_ok());
}

#[rstest]
#[tokio::test]
async fn the_second_writer_of_one_version_conflicts_and_a_refused_act_writes_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    bench.does(bench.zhou, id, bench.file()).await;
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let late = desk.act(id, 1, bureau.today(), bench.record(), Entry::default()).await;
    assert!(matches!(late, Err(Error::Conflict)));
    let waive = Act::WaiveDefence(WaiveDefence { party: SHOP, paper: note("放弃") });
    let refused = desk.act(id, 2, bureau.today(), waive, Entry::default()).await.unwrap().unwrap_err();
    assert_eq!(refused.code.word(), "not_in_this_state");
    assert_eq!(desk.case(id).await.unwrap().case.seq, 2);
}

#[rstest]
#[tokio::test]
async fn the_work_list_has_what_is_mine_and_what_waits(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    let Done::Proposal { id: proposal, .. } = bench.does(bench.chen, id, bench.file()).await else {
        panic!("an officer cannot file")
    };
    for (person, mine, waiting) in [(bench.chen, 0, 1), (bench.zhou, 1, 0), (bench.pan, 0, 0)] {
        let bureau = bench.bureau(person).await;
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        let counts = desk.work_counts().await.unwrap();
        assert_eq!((counts.mine, counts.waiting, counts.all), (mine, waiting, 1));
    }
    bench.verdict(bench.zhou, proposal, Verdict::SendBack { reason: note("补充地点") }).await.unwrap();
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    assert_eq!(part(&desk, Part::Mine).await, [id]);
    let sent_back = desk.proposals_of(id).await.unwrap().remove(0);
    assert_eq!((sent_back.state.as_str(), sent_back.reason.as_deref()), ("returned", Some("补充地点")));
    assert!(desk.queue().await.unwrap().is_empty());
    let found = CaseFilter { text: Some("〔2026〕1号".to_owned()), ..CaseFilter::default() };
    assert_eq!(desk.cases(Part::All, &found, None).await.unwrap().total, 1);
    let ended = CaseFilter { stage: Some(Stage::Closed), ..CaseFilter::default() };
    assert_eq!(desk.cases(Part::All, &ended, None).await.unwrap().total, 0);
}

#[rstest]
#[tokio::test]
async fn the_end_of_the_ninety_days_before_the_end_of_a_wait_is_mine_and_not_waited_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    // The holidays of 2027 are not announced.
    let told = [("2026-11-09", "party", "2026-11-16", false), ("2027-01-27", "officer", "2027-01-29", true)];
    for (told_on, whose, acting_on, provisional) in told {
        let id = bench.registered().await;
        bench.does(bench.zhou, id, bench.file()).await;
        bench.does(bench.chen, id, bench.record()).await;
        bench.does(bench.chen, id, conclude()).await;
        bench.goes_to(told_on);
        let notice = ApproveNotice { party: SHOP, hearing: HearingRight::None, number: None };
        bench.does(bench.zhou, id, Act::ApproveNotice(notice)).await;
        let service = domain::case::Service {
            officers: Officers { lead: bench.chen, second: bench.pan },
            method: domain::case::Method::Left { witness: note("村委会 何某") },
        };
        bench.does(bench.chen, id, Act::ServeNotice(ServeNotice { party: SHOP, service })).await;
        let bureau = bench.bureau(bench.chen).await;
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        let rows = desk.cases(Part::All, &CaseFilter::default(), None).await.unwrap().rows;
        let row = rows.into_iter().find(|row| row.id == id).unwrap();
        assert_eq!((row.next_whose.as_deref(), row.acting_on), (Some(whose), Some(day(acting_on))));
        assert_eq!(row.provisional, provisional, "{acting_on}");
    }
}

#[rstest]
#[tokio::test]
async fn a_case_is_found_by_its_second_party_and_knows_the_other_cases_of_each(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let code = domain::value::CreditCode::parse("91350100M000100Y43").unwrap();
    let Act::File(File { parties, officers }) = bench.file() else { unreachable!("filed") };
    let boss = |id: u128, code: Option<&domain::value::CreditCode>| Party {
        id: PartyId(Uuid::from_u128(id)),
        name: Name::parse("蒋某").unwrap(),
        credit_code: code.cloned(),
        ..parties[0].clone()
    };
    let filings = [
        vec![parties[0].clone(), boss(101, Some(&code))],
        vec![Party { name: Name::parse("蒋某肉铺").unwrap(), ..boss(102, Some(&code)) }],
        vec![boss(103, None)],
    ];
    let mut cases = Vec::new();
    for parties in filings {
        let id = bench.registered().await;
        bench.does(bench.zhou, id, Act::File(File { parties, officers })).await;
        cases.push(id);
    }
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let search = CaseFilter { text: Some("蒋某".to_owned()), ..CaseFilter::default() };
    assert_eq!(desk.cases(Part::All, &search, None).await.unwrap().total, 3);
    let open = desk.case(cases[0]).await.unwrap();
    let related = desk.related(&open).await.unwrap();
    let told: Vec<_> = related.iter().map(|one| (one.row.id, one.party.as_str(), one.stage)).collect();
    assert_eq!(told, [(cases[1], "蒋某肉铺", Stage::Filed)], "of the same code; a name alone says nothing");
    let nameless = desk.case(cases[2]).await.unwrap();
    assert!(desk.related(&nameless).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn the_usual_partner_is_the_other_officer_of_the_newest_case(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let tang = officer(&bench.database, "tang").await;
    let partner = async |person| {
        let bureau = bench.bureau(person).await;
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        desk.usual_partner().await.unwrap()
    };
    let id = bench.registered().await;
    assert_eq!(partner(bench.chen).await, None, "a clue has one officer");
    bench.does(bench.zhou, id, bench.file()).await;
    assert_eq!((partner(bench.chen).await, partner(bench.pan).await), (Some(bench.pan), Some(bench.chen)));
    let newer = bench.registered().await;
    let Act::File(File { parties, .. }) = bench.file() else { unreachable!("filed") };
    let officers = Officers { lead: tang, second: bench.chen };
    bench.does(bench.zhou, newer, Act::File(File { parties, officers })).await;
    assert_eq!((partner(bench.chen).await, partner(bench.pan).await), (Some(tang), Some(bench.chen)));
}

#[rstest]
#[tokio::test]
async fn another_bureaus_case_is_not_found(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    let other = bench.database.person("liu", "jianghua", &[Role::Officer]).await;
    let bureau = bench.database.store.operate_as("jianghua", Some(other)).await.unwrap();
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    assert!(matches!(desk.case(id).await, Err(Error::NotFound)));
    assert_eq!(desk.work_counts().await.unwrap().all, 0);
}

#[rstest]
#[tokio::test]
async fn an_identity_number_is_sealed_masked_and_opened_with_a_reason(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    bench.does(bench.zhou, id, bench.file()).await;
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let id_number = IdNumber::parse("11010519491231002X").unwrap();
    let contact = Contact { id_number: Some(id_number), phone: None };
    desk.seal_contact(id, SHOP, &contact).await.unwrap();
    let masked = desk.masked_contact(id, SHOP).await.unwrap();
    assert!(!masked.id_number.unwrap().contains("19491231"));
    let opened = desk.open_contact(id, SHOP, &note("制作告知书")).await.unwrap();
    assert_eq!(opened.id_number.as_deref(), Some("11010519491231002X"));
    for (words, found) in [("11010519491231002x", 1), ("110105194912310038", 0)] {
        let filter = CaseFilter { text: Some(words.to_owned()), ..CaseFilter::default() };
        assert_eq!(desk.cases(Part::All, &filter, None).await.unwrap().rows.len(), found, "{words}");
    }
}

#[rstest]
#[tokio::test]
async fn a_wait_that_is_over_is_due_when_the_bureaus_own_term_ends(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    bench.does(bench.zhou, id, bench.file()).await;
    bench.does(bench.chen, id, bench.record()).await;
    bench.does(bench.chen, id, conclude()).await;
    bench.goes_to("2026-11-09");
    let notice = ApproveNotice { party: SHOP, hearing: HearingRight::None, number: None };
    bench.does(bench.zhou, id, Act::ApproveNotice(notice)).await;
    let service = domain::case::Service {
        officers: Officers { lead: bench.chen, second: bench.pan },
        method: domain::case::Method::Left { witness: note("村委会 何某") },
    };
    bench.does(bench.chen, id, Act::ServeNotice(ServeNotice { party: SHOP, service })).await;
    let whose = async |on: &str| {
        bench.goes_to(on);
        let bureau = bench.bureau(bench.chen).await;
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        let over = desk.waits_over().await.unwrap();
        let row = desk.cases(Part::All, &CaseFilter::default(), None).await.unwrap().rows.remove(0);
        drop(desk);
        bureau.commit().await.unwrap();
        (over, row.next_whose.unwrap(), row.acting_on.unwrap().to_string())
    };
    assert_eq!(whose("2026-11-16").await, (0, "party".to_owned(), "2026-11-16".to_owned()));
    // Filed on 2 November: to be decided by 31 January, a Sunday.
    assert_eq!(whose("2026-11-17").await, (1, "officer".to_owned(), "2027-01-29".to_owned()));
    assert_eq!(whose("2026-11-18").await.0, 0, "once");
}
