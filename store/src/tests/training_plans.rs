//! What training asks of a bureau a hundred times as large as one class: every statement reaches an index that begins
//! with its bureau, and no page asks more questions for more people.

use super::plans::{analyze, bad_plans};
use super::training_bench::{
    Bench, class, day, details, marks, name, person, phone, programme, row, session,
};
use crate::entity;
use crate::testing::TestDatabase;
use crate::training::{
    Applicant, Application, CertificateFilter, CertificateRecord, ClassFilter, ClassRecord, ClassStep,
    CorrectedMarks, CorrectedSignIn, EnrolmentRecord, EnrolmentStep, IssueFacts, ProgrammeRecord,
    SessionRecord, Tap, TraineeFilter, TrainingDesk,
};
use crate::{BureauStore, Engine};
use domain::Instant;
use domain::id::{CertificateId, ClassId, ClassSessionId, EnrolmentId, PersonId, ProgrammeId, TraineeId};
use domain::training::{
    Approval, Certificate, CertificateFacts, CertificateState, ClassStage, ClassState, EnrolmentState, Mark,
    MarksEntry, Method, Note, Opening, Presence, ProgrammeState, ReplacementGround, Session, SignIn, Tally,
    Trade,
};
use domain::value::PersonName;
use rstest::rstest;
use uuid::Uuid;

const CLASSES: usize = 60;
/// Of each class.
const PEOPLE: usize = 15;
/// Finished classes; the others take applications.
const FINISHED: usize = 50;

fn id(kind: u128, nth: usize) -> Uuid {
    Uuid::from_u128((kind << 64) + nth as u128 + 1)
}

fn programme_id() -> ProgrammeId {
    ProgrammeId(id(1, 0))
}

fn class_id(nth: usize) -> ClassId {
    ClassId(id(2, nth))
}

fn session_id(class: usize, nth: usize) -> ClassSessionId {
    ClassSessionId(id(3, class * 2 + nth))
}

fn enrolment_id(class: usize, nth: usize) -> EnrolmentId {
    EnrolmentId(id(5, class * PEOPLE + nth))
}

#[rstest]
#[tokio::test]
async fn training_reaches_an_index(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let bench = Bench::new(engine).await;
    let other = bench.database.person("liu", "jianghua", &[domain::role::Role::Trainer]).await;
    fill(&bench.database, "daoxian", bench.chen).await;
    fill(&bench.database, "jianghua", other).await;
    bench.database.record();
    ask_lists(&bench.bureau(bench.chen).await.training_desk()).await;
    bench.goes_to("2026-11-25", 7, 50);
    let bureau = bench.bureau(bench.chen).await;
    act(&bureau, &bench).await;
    drop(bureau);
    let bureau = bench.bureau(bench.zhou).await;
    let id = bureau.training_desk().certificates(&CertificateFilter::default(), None).await.unwrap();
    let id = id.rows.iter().find(|row| row.certificate.is_live()).unwrap().id;
    let (on, reason) = (day("2026-11-25"), Note::parse("冒名").ok());
    let desk = bureau.training_desk();
    desk.revoke_certificate(id, 1, on, reason, name("道商撤〔2026〕1号")).await.unwrap().unwrap();
    bureau.commit().await.unwrap();
    let (asked, wrong) = bad_plans(&bench.database, engine).await;
    assert!(asked > 60, "{asked}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[rstest]
#[tokio::test]
async fn a_class_of_many_asks_as_often_as_a_class_of_few(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let programme = bench.running().await;
    let (few, many) =
        (bench.enrolling(programme, "小班", 20).await, bench.enrolling(programme, "大班", 20).await);
    bench.accepted(few, 0).await;
    bench.applied(few, 1).await;
    for nth in 2..12 {
        bench.accepted(many, nth).await;
        bench.applied(many, nth + 10).await;
    }
    let mut asked = Vec::new();
    for class in [few, many] {
        let bureau = bench.bureau(bench.chen).await;
        bench.database.record();
        bureau.training_desk().class(class).await.unwrap();
        bureau.training_desk().attendance_grid(class).await.unwrap();
        asked.push(bench.database.recorded().len());
    }
    assert_eq!(asked[0], asked[1]);
}

async fn fill(database: &TestDatabase, slug: &str, chen: PersonId) {
    let bureau = database.store.operate_as(slug, Some(chen)).await.unwrap();
    let now = bureau.now();
    let approval = Approval { on: day("2026-01-05"), by: Some(chen) };
    let record = ProgrammeRecord {
        id: programme_id(),
        version: 1,
        plan: programme(),
        state: ProgrammeState::Running { approval, on: day("2026-01-06") },
        amendments: Vec::new(),
        created_at: now,
    };
    bureau.insert::<entity::programme::Entity>(record.row(now).unwrap()).await.unwrap();
    let (mut classes, mut sessions, mut tokens) = (Vec::new(), Vec::new(), Vec::new());
    for nth in 0..CLASSES {
        let record = class_record(nth, now);
        tokens.push((record.id.0, crate::tokens::tokens_of([record.plan.name.as_str()], [])));
        classes.push(record.row(now).unwrap());
        sessions.extend((0..2).map(|one| session_record(nth, one, now).row(now).unwrap()));
    }
    bureau.insert_all::<entity::class::Entity>(classes).await.unwrap();
    bureau.insert_all::<entity::class_session::Entity>(sessions).await.unwrap();
    bureau.insert_tokens("class", &tokens).await.unwrap();
    fill_people(&bureau, chen).await;
    bureau.commit().await.unwrap();
    analyze(database).await;
}

fn class_record(nth: usize, now: Instant) -> ClassRecord {
    let mut plan = class(programme_id(), &format!("海员{nth}期"), PEOPLE as u32 + 5);
    let on = day("2026-11-09");
    let opening = Opening { on, roster: Vec::new() };
    let state = if nth < FINISHED {
        ClassState::Finished { opening, on: day("2026-11-10") }
    } else {
        plan.opens_on = day("2026-11-25");
        plan.ends_on = day("2026-11-26");
        ClassState::Enrolling { on: day("2026-11-02") }
    };
    ClassRecord { id: class_id(nth), version: 1, plan, state, placed: 0, waiting: 0, created_at: now }
}

fn session_record(class: usize, nth: usize, now: Instant) -> SessionRecord {
    let days = if class < FINISHED { ["2026-11-09", "2026-11-10"] } else { ["2026-11-25", "2026-11-26"] };
    let plan = session(days[nth], &format!("教室{class}"));
    let session = Session {
        id: session_id(class, nth),
        class: class_id(class),
        on: plan.on,
        from: plan.from,
        to: plan.to,
        hours: plan.hours,
        subject: plan.subject,
        teacher: plan.teacher,
        room: plan.room,
        struck: None,
        sign_ins: 0,
    };
    SessionRecord { version: 1, session, created_at: now }
}

/// Each class its own people: those of finished classes signed in, sat the exam, and every third has a certificate.
async fn fill_people(bureau: &BureauStore, chen: PersonId) {
    use crate::training::entry::{marks_row, sign_in_row};
    use crate::training::trainee::trainee_tokens;
    let now = bureau.now();
    let (mut people, mut tokens, mut enrolments) = (Vec::new(), Vec::new(), Vec::new());
    let (mut attendance, mut exams, mut certificates) = (Vec::new(), Vec::new(), Vec::new());
    for class in 0..CLASSES {
        for nth in 0..PEOPLE {
            let number = class * PEOPLE + nth;
            let (trainee, person) = (TraineeId(id(4, number)), person(number));
            people.push(bureau.trainee_row(trainee, &person, 1, now).unwrap());
            tokens.push((trainee.0, trainee_tokens(&person)));
            let record = enrolment_record(class, nth, trainee, now);
            enrolments.push(record.row(now).unwrap());
            if class >= FINISHED {
                continue;
            }
            let (presence, method) = (Presence::Present, Method::Teacher);
            let entry = SignIn { presence, at: now, method, by: chen, note: None, correction: None };
            for one in 0..2 {
                attendance.push(sign_in_row(session_id(class, one), record.id, 1, &entry, now).unwrap());
            }
            exams.push(marks_row(record.id, 1, &marks_entry(), now).unwrap());
            if nth.is_multiple_of(3) {
                certificates.push(certificate_record(record.id, number, now).row(now).unwrap());
            }
        }
    }
    bureau.insert_all::<entity::trainee::Entity>(people).await.unwrap();
    bureau.insert_tokens("trainee", &tokens).await.unwrap();
    bureau.insert_all::<entity::enrolment::Entity>(enrolments).await.unwrap();
    bureau.insert_all::<entity::attendance::Entity>(attendance).await.unwrap();
    bureau.insert_all::<entity::exam_mark::Entity>(exams).await.unwrap();
    bureau.insert_all::<entity::certificate::Entity>(certificates).await.unwrap();
}

fn enrolment_record(class: usize, nth: usize, trainee: TraineeId, now: Instant) -> EnrolmentRecord {
    let tally = Tally { credited: 8, held: 8, struck: 0, planned: 8 };
    let plan = class_record(class, now).plan;
    let state = match class {
        finished if finished < FINISHED => EnrolmentState::Completed { on: day("2026-11-10"), tally },
        _ => EnrolmentState::Applied { on: day("2026-11-02") },
    };
    EnrolmentRecord {
        id: enrolment_id(class, nth),
        version: 1,
        class: class_id(class),
        trainee,
        opens_on: plan.opens_on,
        ends_on: plan.ends_on,
        state,
        consent: details().consent,
        destination: None,
        employer: None,
        contract_months: None,
        remark: None,
        created_at: now,
    }
}

fn marks_entry() -> MarksEntry {
    let examiners = vec![name("欧阳一"), name("唐二")];
    let on = day("2026-11-11");
    MarksEntry { sitting: 1, on, marks: marks("70"), examiners, place: None, by: None, correction: None }
}

fn certificate_record(of: EnrolmentId, nth: usize, now: Instant) -> CertificateRecord {
    let facts = CertificateFacts {
        name: PersonName::parse("盘子士").unwrap(),
        trade: Trade::parse("海员").unwrap(),
        level: None,
        hours: 8,
        mark: Mark::parse("70").unwrap(),
        sitting: 1,
        exam_on: day("2026-11-11"),
        issuer: name("道县商务局"),
        signer: name("周局"),
    };
    let (on, number) = (day("2026-11-12"), format!("LW43112426{:05}", nth + 2).parse().unwrap());
    let state = CertificateState::Issued { on, by: None };
    let certificate = Certificate { number, enrolment: of, replaces: None, facts, state };
    let id = CertificateId(id(6, nth));
    CertificateRecord {
        id,
        version: 1,
        certificate,
        id_number_masked: String::new(),
        issued_on: on,
        created_at: now,
    }
}

/// Every list, plain, by each filter, searched, and its next page; every page of one record.
async fn ask_lists(desk: &TrainingDesk<'_>) {
    for year in [None, Some(2026)] {
        desk.programmes(year, Some(programme_id())).await.unwrap();
        for search in ["", "盘", "LW4311242600005"] {
            let filter = CertificateFilter { year, search: search.to_owned() };
            let page = desk.certificates(&filter, None).await.unwrap();
            desk.certificates(&filter, page.next).await.unwrap();
        }
    }
    desk.programme(programme_id()).await.unwrap();
    let plain = ClassFilter::default;
    let filters = [
        plain(),
        ClassFilter { programme: Some(programme_id()), ..plain() },
        ClassFilter { stage: Some(ClassStage::Finished), ..plain() },
        ClassFilter { from: Some(day("2026-01-01")), to: Some(day("2026-12-31")), ..plain() },
        ClassFilter { stage: Some(ClassStage::Enrolling), programme: Some(programme_id()), ..plain() },
        ClassFilter { search: "海员 7期".to_owned(), stage: Some(ClassStage::Finished), ..plain() },
    ];
    for filter in filters {
        let page = desk.classes(&filter, None).await.unwrap();
        desk.classes(&filter, page.next).await.unwrap();
    }
    for search in ["", "盘子士", "panzishi", "pzs", "盘", &super::training_bench::id_number(7), &phone(7)]
    {
        for town in [None, Some("寿雁镇".to_owned())] {
            let filter = TraineeFilter { search: search.to_owned(), town };
            let page = desk.trainees(&filter, None).await.unwrap();
            desk.trainees(&filter, page.next).await.unwrap();
        }
    }
    desk.trainee(TraineeId(id(4, 3))).await.unwrap();
    desk.certificate(CertificateId(id(6, 3))).await.unwrap();
    for class in [0, FINISHED] {
        desk.class(class_id(class)).await.unwrap();
        desk.enrolment(enrolment_id(class, 1)).await.unwrap();
        desk.attendance_grid(class_id(class)).await.unwrap();
        desk.attendance_sheet(class_id(class), session_id(class, 0)).await.unwrap();
    }
}

/// The acts on a class that opens, and on one that is over.
async fn act(bureau: &BureauStore, bench: &Bench) {
    let (desk, class, on) = (bureau.training_desk(), FINISHED, bureau.today());
    let applicant = Applicant::Written(Box::new(person(999)));
    let application = Application { applicant, details: details() };
    desk.apply(class_id(class), on, application).await.unwrap().unwrap();
    for nth in 0..3 {
        let step = EnrolmentStep::Accept { out_of_line: None };
        desk.enrolment_step(enrolment_id(class, nth), 1, on, step).await.unwrap().unwrap();
    }
    desk.enrolment_step(enrolment_id(class, 0), 2, on, EnrolmentStep::Withdraw).await.unwrap().unwrap();
    desk.edit_enrolment(enrolment_id(class, 1), 2, details()).await.unwrap();
    let mut plan = class_record(class, bureau.now()).plan;
    plan.capacity = 30;
    desk.class_step(class_id(class), 1, on, ClassStep::Edit { plan }).await.unwrap().unwrap();
    desk.class_step(class_id(class), 2, on, ClassStep::Open).await.unwrap().unwrap();
    let new = session("2026-11-26", "新教室");
    let late = desk.plan_session(class_id(class), None, new).await;
    let late = late.unwrap().unwrap();
    desk.delete_session(class_id(class), late, 1).await.unwrap().unwrap();
    let tap = Tap {
        enrolment: enrolment_id(class, 1),
        presence: Presence::Present,
        at: bureau.now(),
        method: Method::Teacher,
        note: None,
    };
    desk.roll_call(session_id(class, 0), vec![tap]).await.unwrap();
    let reason = Note::parse("核对").ok();
    let correction = CorrectedSignIn {
        session: session_id(0, 0),
        enrolment: enrolment_id(0, 1),
        seen: 1,
        presence: Presence::Late,
        reason: reason.clone(),
        second: Some(bench.pan),
    };
    desk.correct_sign_in(correction).await.unwrap().unwrap();
    let (enrolment, second) = (enrolment_id(0, 1), Some(bench.pan));
    let correction = CorrectedMarks { enrolment, seen: 1, sitting: 1, marks: marks("71"), reason, second };
    desk.correct_marks(correction).await.unwrap().unwrap();
    desk.record_marks(class_id(0), on, vec![row(enrolment, 2, "90")]).await.unwrap();
    let facts = IssueFacts { level: None, issuer: name("道县商务局"), signer: name("周局") };
    desk.issue_certificates(class_id(0), on, vec![enrolment], facts).await.unwrap();
    let (id, lost) = (CertificateId(id(6, 3)), ReplacementGround::Lost);
    desk.replace_certificate(id, 1, on, lost, None).await.unwrap().unwrap();
    let reason = Note::parse("通知").unwrap();
    desk.open_trainee_contact(TraineeId(self::id(4, 3)), &reason).await.unwrap();
}
