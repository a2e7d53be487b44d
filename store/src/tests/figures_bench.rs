//! Two counties that work cases and train the same people at random, with crashes in between.

use super::training_bench::{day, id_number, name};
use crate::testing::{MONDAY, TestDatabase};
use crate::training::TraineeChange;
use crate::{
    BureauStore, CaseDesk, Certificate, Engine, Error, ImportCounts, NewMembership, OpenCase, PowerRow,
    Recount, Rulebook, Verdict,
};
use domain::Instant;
use domain::calendar::ClockRules;
use domain::case::{
    Act, ActPenalty, ApproveNotice, Close, ClueSource, Conclude, Correct, Decide, Entry, File, Fine, Gains,
    HandedOver, HearingRight, Method, Note, Officers, Outcome, Paid, Party, PartyProposal, Pay,
    PenaliseOnTheSpot, Penalties, Proof, PuttingRight, Receiver, Record, RecordKind, RefuseFiling,
    RegisterClue, ReportOnTheSpot, Serve, ServeNotice, Service, Signature, SpotDefence, Stage, UnlawfulAct,
    WaiveDefence, Withdraw,
};
use domain::catalogue::{
    Bilingual, FirstStep, Grade, IndustryId, Level, PartyKind, PartyRole, PenaltyKind, ReadySetting, range,
    ready_grants,
};
use domain::id::{CaseId, CertificateId, ImportId, PartyId, PersonId, TraineeId, UnlawfulActId};
use domain::ledger::LedgerNoun;
use domain::role::Role;
use domain::training::roll::RollRow;
use domain::training::{CertificateNumber, Mark, ReplacementGround};
use domain::value::{IdNumber, Line, Money, PersonName};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::entity::{case, certificate, import, proposal, trainee};

/// What follows from a seed alone.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Dice(seed)
    }

    pub(super) fn of(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % sides.max(1) as u64).unwrap()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.of(from.len()))
    }
}

/// The people of a county.
#[derive(Clone, Copy)]
pub(super) struct Seats {
    pub slug: &'static str,
    code: &'static str,
    pub officer: PersonId,
    second: PersonId,
    pub head: PersonId,
    pub chief: PersonId,
    pub trainer: PersonId,
}

pub(super) struct Counties {
    pub database: TestDatabase,
    pub seats: [Seats; 2],
}

pub(super) fn book() -> Rulebook<'static> {
    Rulebook::in_use()
}

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

impl Counties {
    pub(super) async fn new(engine: Engine) -> Self {
        let database = TestDatabase::with_bureaus(engine).await;
        let daoxian = seats(&database, "daoxian", "431124", "d").await;
        let jianghua = seats(&database, "jianghua", "431129", "j").await;
        Counties { database, seats: [daoxian, jianghua] }
    }

    /// Noon of a day.
    pub(super) fn goes_to(&self, on: &str) {
        let days = day(on).signed_duration_since(MONDAY.day()).num_days();
        self.database.clock.set(Instant(MONDAY.0 + days * 86_400_000));
    }

    pub(super) async fn open(&self, slug: &str, person: PersonId) -> BureauStore {
        self.database.store.operate_as(slug, Some(person)).await.unwrap()
    }

    pub(super) async fn recount(&self) -> Recount {
        self.database.store.recount_figures(book(), false).await.unwrap()
    }
}

async fn seats(database: &TestDatabase, slug: &'static str, code: &'static str, by: &str) -> Seats {
    let seat = async |who: &str, role| database.person(&format!("{by}{who}"), slug, &[role]).await;
    let officer = seat("officer", Role::Reader).await;
    let second = seat("second", Role::Reader).await;
    let bureau = database.store.operate(slug).await.unwrap();
    for person in [officer, second] {
        let number = format!("湘M{by}{}", if person == officer { 1 } else { 2 });
        let certificate = Certificate { number, from: day("2020-01-01"), to: day("2030-12-31") };
        let new = NewMembership {
            roles: vec![Role::Officer],
            position: String::new(),
            from: day("2020-01-01"),
            to: None,
            certificate: Some(certificate),
            qualification_no: None,
        };
        bureau.admit(person, new).await.unwrap();
    }
    let basis = Bilingual { zh: "演示".to_owned(), en: "demo".to_owned() };
    let setting = ReadySetting::ComprehensiveEnforcement;
    let (id, from) = (bureau.bureau().id, day("2019-01-01"));
    let catalogue = crate::catalogue::in_use();
    for grant in ready_grants(catalogue, setting, id, Level::County, from, &basis, &[]) {
        bureau.give_power(&PowerRow::from(&grant)).await.unwrap();
    }
    bureau.commit().await.unwrap();
    let (head, chief) = (seat("head", Role::Head).await, seat("chief", Role::Chief).await);
    let trainer = seat("trainer", Role::Trainer).await;
    Seats { slug, code, officer, second, head, chief, trainer }
}

/// A row whose fine needs neither a first step nor a hearing.
fn fined(industry: &str) -> Option<(String, Money)> {
    let rows = crate::catalogue::in_use().in_force(&IndustryId::new(industry), day("2026-01-05"));
    let fine = |row: &domain::catalogue::ViolationRow| {
        let rule = row.role(PartyRole::Offender)?;
        let plain = |one: &&domain::catalogue::Penalty| {
            one.kind == PenaltyKind::Fine && one.grade != Grade::Serious && one.first == FirstStep::None
        };
        rule.penalties.iter().find(plain)?;
        let fine = range(row, PartyRole::Offender, PartyKind::Organisation, None).ok()?;
        let amount = fine.max.min(Money::yuan(9_000)).max(fine.min);
        (amount <= Money::yuan(9_000)).then(|| (row.id.clone(), amount))
    };
    rows.filter_map(fine).next()
}

/// A case's party, whose act may be fined.
fn party(dice: &mut Dice, area: &str) -> Party {
    let known = ["slaughter", "liquor", "oil", "vehicle"];
    let (violation, _) = known.iter().cycle().skip(dice.of(4)).take(4).find_map(|one| fined(one)).unwrap();
    Party {
        id: PartyId(Uuid::now_v7()),
        kind: PartyKind::Organisation,
        name: domain::case::Name::parse("××有限公司").unwrap(),
        establishment: None,
        credit_code: None,
        representative: None,
        address: None,
        acts: vec![UnlawfulAct {
            id: UnlawfulActId(Uuid::now_v7()),
            violation,
            on: day("2025-12-20"),
            place: note("梅花镇"),
            area: area.parse().ok(),
            role: PartyRole::Offender,
            designated_by: None,
            harm_done: false,
            coincides: None,
        }],
    }
}

fn penalties(party: &Party) -> Penalties {
    let act = &party.acts[0];
    let industries = ["slaughter", "liquor", "oil", "vehicle"];
    let of = industries.iter().filter_map(|one| fined(one)).find(|(row, _)| *row == act.violation);
    let fine = Fine { amount: of.unwrap().1, base: None };
    let penalty = ActPenalty {
        act: act.id,
        kinds: vec![],
        fine: Some(fine),
        gains: Gains::None,
        goods: None,
        mitigation: None,
        serious: None,
        rule: None,
    };
    Penalties { acts: vec![penalty], putting_right: PuttingRight::Done { on: day("2026-01-01") } }
}

/// An act that may come next, and by whom; often it may not.
pub(super) fn next_act(seats: &Seats, open: &OpenCase, dice: &mut Dice) -> (PersonId, Act) {
    let officers = Officers { lead: seats.officer, second: seats.second };
    let known = open.case.parties().first().map(|party| (*party).clone());
    let party = known.unwrap_or_else(|| party(dice, seats.code));
    let id = party.id;
    let receiver = Receiver::LegalRepresentative;
    let service = Service { officers, method: Method::Direct { receiver, signed_by: name_of("负责人") } };
    let time = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let record = || {
        Act::Record(Record {
            kind: RecordKind::Inspection,
            party: None,
            officers,
            place: note("车间"),
            from: time(9),
            to: time(10),
            certificates_shown: true,
            rights_told: true,
            signature: Signature::Signed,
            course: note("未见登记"),
        })
    };
    let records = open.events.iter().filter(|event| matches!(event.act, Act::Record(_)));
    let evidence: Vec<u32> = records.map(|event| event.seq).collect();
    let close = |party| Act::Close(Close { party, summary: note("处理完毕，予以结案") });
    match (open.case.stage(), dice.of(10)) {
        (Stage::Clue, 0..6) => (seats.head, Act::File(File { parties: vec![party], officers })),
        (Stage::Clue, 6..8) => {
            let ground = domain::case::NonFilingGround::NoUnlawfulAct;
            (seats.head, Act::RefuseFiling(RefuseFiling { ground, reason: note("不属实") }))
        }
        (Stage::NotFiled, _) => (seats.head, close(None)),
        (Stage::Filed | Stage::Investigating, 0) => {
            let ground = domain::case::WithdrawalGround::PartyDissolved;
            let withdraw = Withdraw { parties: vec![id], ground, reason: note("已经注销") };
            (seats.head, Act::Withdraw(withdraw))
        }
        (Stage::Filed | Stage::Investigating, 1..7) if !evidence.is_empty() => {
            let outcome = Outcome::Penalise(penalties(&party));
            let proof = |act: &UnlawfulAct| Proof { act: act.id, records: evidence.clone() };
            let proofs = party.acts.iter().map(proof).collect();
            let proposal = PartyProposal { party: id, outcome, discretion: note("初次"), proofs };
            let conclude = Conclude {
                facts: note("事实清楚"),
                evidence,
                new_evidence: Vec::new(),
                proposals: vec![proposal],
            };
            (seats.officer, Act::Conclude(conclude))
        }
        (Stage::Concluded, 0..5) => (
            seats.head,
            Act::ApproveNotice(ApproveNotice { party: id, hearing: HearingRight::None, number: None }),
        ),
        (Stage::Concluded, _) => (seats.officer, Act::ServeNotice(ServeNotice { party: id, service })),
        (Stage::Notified, 0..5) => {
            (seats.officer, Act::WaiveDefence(WaiveDefence { party: id, paper: note("放弃") }))
        }
        (Stage::Notified, _) => {
            let reasons = note("事实清楚，裁量适当");
            let decide = Decide {
                party: id,
                penalties: penalties(&party),
                reasons,
                held: None,
                changed: None,
                number: None,
            };
            (seats.chief, Act::Decide(decide))
        }
        (Stage::Decided, _) => (seats.officer, Act::Serve(Serve { party: id, service })),
        (Stage::Served | Stage::Executing, 0..2) => {
            let report = ReportOnTheSpot { party: id, received_by: name_of("法制股") };
            (seats.officer, Act::ReportOnTheSpot(report))
        }
        (Stage::Served | Stage::Executing, 2..6) => {
            let owed = open.case.track(id).map(|track| track.progress.rest());
            let amount = owed.unwrap_or_else(|| penalties(&party).fines());
            let voucher = name_of(&format!("回单{}", open.case.seq));
            (seats.officer, Act::Pay(Pay { party: id, amount, paid: Paid::AtBank { voucher } }))
        }
        (Stage::Served | Stage::Executing | Stage::Withdrawn, _) => (seats.head, close(Some(id))),
        _ => (seats.officer, record()),
    }
}

fn name_of(text: &str) -> domain::case::Name {
    domain::case::Name::parse(text).unwrap()
}

/// A clue of 道县.
pub(super) fn clue(dice: &mut Dice) -> Act {
    clue_in(dice, "431124")
}

fn clue_in(dice: &mut Dice, area: &str) -> Act {
    let parties = if dice.of(2) == 0 { vec![party(dice, area)] } else { vec![] };
    Act::RegisterClue(RegisterClue {
        source: ClueSource::Inspection,
        suspicion: note("涉嫌违法"),
        place: note("梅花镇"),
        number: None,
        parties,
        earlier_warning: None,
        transferred: None,
    })
}

/// What a case begins with: a clue, or a penalty on the spot.
fn begins(seats: &Seats, by: PersonId, dice: &mut Dice) -> Act {
    // Only the two officers penalise there.
    if dice.of(3) > 0 || ![seats.officer, seats.second].contains(&by) {
        return clue_in(dice, seats.code);
    }
    let party = party(dice, seats.code);
    let mut penalties = penalties(&party);
    for penalty in &mut penalties.acts {
        penalty.fine = Some(Fine { amount: Money::yuan(900), base: None });
    }
    Act::PenaliseOnTheSpot(Box::new(PenaliseOnTheSpot {
        party,
        officers: Officers { lead: seats.officer, second: seats.second },
        certificates_shown: true,
        rights_told: true,
        facts: note("当场承认"),
        heard: SpotDefence::Nothing,
        penalties,
        handed_over: HandedOver::Refused { witness: note("社区人员") },
        earlier_warning: None,
        number: None,
        case_number: None,
    }))
}

/// A correction of the day of some entry, by a day.
fn correction(open: &OpenCase, dice: &mut Dice) -> Option<Act> {
    let wrong = dice.pick(&open.case.log)?;
    let (old, new) = (Box::new(wrong.act.clone()), Box::new(wrong.act.clone()));
    let new_on = wrong.on.checked_sub_days(chrono::Days::new(1 + dice.of(20) as u64))?;
    let reason = note("录入日期有误");
    Some(Act::Correct(Correct { seq: wrong.seq, old_on: wrong.on, new_on, old, new, reason }))
}

/// One random thing with a case; how many acts were written.
pub(super) async fn case_act(bureau: &BureauStore, seats: &Seats, dice: &mut Dice) -> Result<usize, Error> {
    if dice.of(40) == 0 {
        // The terms become longer: every open one is counted again.
        let longer = longer(book().rules, dice);
        let book = Rulebook { rules: &longer, ..book() };
        return bureau.case_desk(book).await?.reproject().await.map(|moved| moved.len());
    }
    let desk = bureau.case_desk(book()).await?;
    let me = bureau.person()?;
    if dice.of(4) == 0 {
        return Ok(usize::from(
            desk.register(bureau.today(), begins(seats, me, dice), Entry::default()).await?.is_ok(),
        ));
    }
    let all = bureau.find::<case::Entity>().order_by_asc(case::Column::Id);
    let all = all.filter(case::Column::Ended.eq(false)).all(bureau.tx()).await?;
    let Some(row) = dice.pick(&all) else { return Ok(0) };
    let (id, proposals) = (CaseId(row.id), bureau.find::<proposal::Entity>());
    let proposals = proposals.filter(proposal::Column::State.eq("open")).all(bureau.tx()).await?;
    if let (Some(open), 0) = (dice.pick(&proposals), dice.of(3)) {
        let reason = note("请补充");
        let verdict = if dice.of(4) == 0 { Verdict::SendBack { reason } } else { Verdict::Approve };
        let done = desk.decide_proposal(domain::id::ProposalId(open.id), verdict).await;
        return Ok(usize::from(matches!(done, Ok(Ok(_)))));
    }
    let open = desk.case(id).await?;
    if dice.of(12) == 0 {
        return Ok(usize::from(matches!(desk.take_back(id, open.case.seq).await, Ok(Ok(_)))));
    }
    let (who, mut act) = next_act(seats, &open, dice);
    if dice.of(12) == 0 {
        act = correction(&open, dice).unwrap_or(act);
    } else if who != me && dice.of(3) > 0 {
        return Ok(0);
    }
    let seen = open.case.seq - u32::from(dice.of(30) == 0 && open.case.seq > 1);
    does(&desk, id, seen, bureau.today(), act).await
}

fn longer(rules: &ClockRules, dice: &mut Dice) -> ClockRules {
    let mut rules = rules.clone();
    // One throw for all of them: a new row of the rules leaves what the dice say afterwards as it was.
    let more = dice.of(9);
    for (nth, rule) in rules.rules.iter_mut().enumerate() {
        rule.length += u16::try_from((more + nth) % 9).unwrap();
    }
    rules
}

async fn does(desk: &CaseDesk<'_>, id: CaseId, seen: u32, on: domain::Day, act: Act) -> Result<usize, Error> {
    Ok(usize::from(desk.act(id, seen, on, act, Entry::default()).await?.is_ok()))
}

/// One person in one class of a roll.
pub(super) fn roll_row(seats: &Seats, person: usize, class: usize, serial: Option<u32>) -> RollRow {
    let id_number = IdNumber::parse(&id_number(person)).unwrap();
    let days = [
        ("2025-11-03", "2025-12-20"),
        ("2025-12-01", "2026-01-15"),
        ("2026-01-05", "2026-02-10"),
        ("2026-03-02", "2026-03-31"),
        ("2026-06-01", "2026-06-30"),
        ("2026-06-08", "2026-08-01"),
    ][class % 6];
    let trade = ["海员", "焊工", "厨师"][class % 3];
    let number = |serial| format!("LW{}{}{serial:05}", seats.code, &days.1[2..4]);
    RollRow {
        name: PersonName::parse("盘子士").unwrap(),
        sex: id_number.sex(),
        ethnic_group: None,
        id_number,
        town: None,
        education: None,
        phones: vec![],
        trade: Line::parse(trade).ok(),
        class: Line::parse(&format!("{trade}第{class}期")).unwrap(),
        opens_on: day(days.0),
        ends_on: Some(day(days.1)),
        hours: Some(40),
        mark: Mark::parse("78").ok(),
        certificate_number: serial.and_then(|serial| CertificateNumber::parse(&number(serial)).ok()),
        destination: None,
        employer: None,
        contract_months: None,
        remark: None,
    }
}

pub(super) async fn import_rows(bureau: &BureauStore, rows: &[RollRow]) -> Result<ImportId, Error> {
    let noun = LedgerNoun::Trainees;
    let id = bureau.stage_import(noun, "花名册.xlsx", b"bytes", "{}").await?;
    bureau.import_roll(rows, Some(id)).await?;
    bureau.close_import(noun, id, ImportCounts::default(), "{}").await?;
    Ok(id)
}

/// One random thing with the people who are trained; how many rows or acts were written.
pub(super) async fn training_act(
    bureau: &BureauStore,
    seats: &Seats,
    dice: &mut Dice,
    serial: &mut u32,
) -> Result<usize, Error> {
    let desk = bureau.training_desk();
    let papers = bureau.find::<certificate::Entity>().filter(certificate::Column::State.eq("issued"));
    let papers = papers.order_by_asc(certificate::Column::Number).all(bureau.tx()).await?;
    let paper = dice.pick(&papers).cloned();
    let on = bureau.today();
    match (dice.of(10), paper) {
        (0, _) => {
            let done = bureau.find::<import::Entity>().filter(import::Column::UndoneAt.is_null());
            let done = done.filter(import::Column::AppliedAt.is_not_null());
            let done = done.order_by_asc(import::Column::Id).all(bureau.tx()).await?;
            let Some(one) = dice.pick(&done) else { return Ok(0) };
            let undone = bureau.undo_import(LedgerNoun::Trainees, ImportId(one.id), |_, _| "{}".to_owned());
            Ok(undone.await.map_or(0, |undone| undone.removed + undone.restored))
        }
        (1..3, Some(paper)) => {
            let id = CertificateId(paper.id);
            let (reason, decision) = (note("冒名"), name("商撤〔2026〕1号"));
            let reason = domain::training::Note::parse(reason.as_str()).ok();
            let done = desk.revoke_certificate(id, paper.version, on, reason, decision).await?;
            Ok(usize::from(done.is_ok()))
        }
        (3, Some(paper)) => {
            let (id, ground) = (CertificateId(paper.id), ReplacementGround::Lost);
            let done = desk.replace_certificate(id, paper.version, on, ground, None).await?;
            Ok(usize::from(done.is_ok()))
        }
        (4, _) => change_number(bureau, dice).await,
        _ => {
            let rows: Vec<RollRow> = (0..=dice.of(5))
                .map(|_| {
                    *serial += 1;
                    roll_row(seats, dice.of(12), dice.of(6), (dice.of(3) > 0).then_some(*serial))
                })
                .collect();
            let mut seen = std::collections::BTreeSet::new();
            let once = |row: &RollRow| seen.insert((row.id_number.to_string(), row.class.to_string()));
            let rows: Vec<RollRow> = rows.into_iter().filter(once).collect();
            import_rows(bureau, &rows).await.map(|_| rows.len())
        }
    }
}

/// Somebody's identity number was wrong.
async fn change_number(bureau: &BureauStore, dice: &mut Dice) -> Result<usize, Error> {
    let people = bureau.find::<trainee::Entity>().order_by_asc(trainee::Column::Id).all(bureau.tx()).await?;
    let Some(row) = dice.pick(&people) else { return Ok(0) };
    let change = TraineeChange {
        name: PersonName::parse(&row.name).unwrap(),
        id_number: IdNumber::parse(&id_number(dice.of(14))).ok(),
        ethnic_group: None,
        education: None,
        town: None,
        phones: None,
    };
    match bureau.training_desk().edit_trainee(TraineeId(row.id), row.version, change).await {
        Ok(_) => Ok(1),
        Err(Error::Invalid { .. } | Error::Forbidden(_)) => Ok(0),
        Err(error) => Err(error),
    }
}
