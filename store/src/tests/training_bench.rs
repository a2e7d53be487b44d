//! A bureau with two trainers, a head and an officer, and short ways to a class at any stage.

use crate::testing::{MONDAY, TestDatabase};
use crate::training::{
    Answer, Applicant, Application, ClassStep, EnrolmentDetails, EnrolmentStep, MarksRow, ProgrammeStep,
    SessionPlan, Tap, TapOutcome, Trainee, TrainingDesk,
};
use crate::{BureauStore, Engine};
use domain::Day;
use domain::Instant;
use domain::id::{ClassId, ClassSessionId, EnrolmentId, PersonId, ProgrammeId};
use domain::role::Role;
use domain::training::{
    ClassKind, ClassPlan, Consent, Mark, Marks, Method, Name, Presence, ProgrammePlan, SittingFacts, Teacher,
    Trade,
};
use domain::value::{IdNumber, Line, Money, PersonName, parse_phones};

pub(super) struct Bench {
    pub database: TestDatabase,
    pub chen: PersonId,
    pub pan: PersonId,
    pub zhou: PersonId,
}

pub(super) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(super) fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

/// An identity number of somebody born in 1990.
pub(super) fn id_number(nth: usize) -> String {
    born("19900101", nth)
}

/// An identity number with its check character.
pub(super) fn born(on: &str, nth: usize) -> String {
    let body = format!("431124{on}{nth:03}");
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.chars().zip(weights).map(|(c, weight)| c.to_digit(10).unwrap() * weight).sum();
    format!("{body}{}", "10X98765432".chars().nth((sum % 11) as usize).unwrap())
}

pub(super) fn phone(nth: usize) -> String {
    format!("139{:08}", 21_080_000 + nth)
}

pub(super) fn person(nth: usize) -> Trainee {
    let given = ["子士", "小梅", "国强", "秀英", "建国"][nth % 5];
    let family = ["盘", "陈", "周", "何"][nth % 4];
    Trainee {
        name: PersonName::parse(&format!("{family}{given}")).unwrap(),
        id_number: IdNumber::parse(&id_number(nth)).unwrap(),
        ethnic_group: None,
        education: None,
        town: Line::parse(if nth.is_multiple_of(2) { "四马桥镇" } else { "寿雁镇" }).ok(),
        phones: parse_phones(&phone(nth)).unwrap(),
    }
}

pub(super) fn programme() -> ProgrammePlan {
    ProgrammePlan {
        year: 2026,
        title: name("道县海员培训"),
        trade: Trade::parse("海员").unwrap(),
        kind: ClassKind::Skill,
        target: 20,
        hours: 8,
        budget: Money::yuan(50_000),
        fund_owner: name("县就业专项资金"),
        twin_intended: false,
    }
}

pub(super) fn class(programme: ProgrammeId, title: &str, capacity: u32) -> ClassPlan {
    ClassPlan {
        programme,
        code: name("HY-2026-02"),
        name: name(title),
        kind: ClassKind::Skill,
        trade: Trade::parse("海员").unwrap(),
        place: name("道县职业中专"),
        head_teacher: teacher(),
        capacity,
        opens_on: day("2026-11-09"),
        ends_on: day("2026-11-10"),
        exam_on: None,
    }
}

fn teacher() -> Teacher {
    Teacher { name: name("李外聘"), account: None }
}

pub(super) fn session(on: &str, room: &str) -> SessionPlan {
    let time = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    SessionPlan {
        on: day(on),
        from: time(8),
        to: time(11),
        hours: 4,
        subject: name("海上安全"),
        teacher: Teacher { name: name(&format!("{room}老师")), account: None },
        room: name(room),
    }
}

pub(super) fn details() -> EnrolmentDetails {
    let consent = Some(Consent { version: name("2026-1"), on: day("2026-11-02") });
    EnrolmentDetails { consent, ..EnrolmentDetails::default() }
}

/// Does something at the desk as a person and keeps it.
macro_rules! at_desk {
    ($bench:expr, $who:expr, |$desk:ident| $act:expr) => {{
        let bureau = $bench.bureau($who).await;
        let $desk = bureau.training_desk();
        let done = $act.await.unwrap();
        drop($desk);
        bureau.commit().await.unwrap();
        done
    }};
}
pub(super) use at_desk;

impl Bench {
    pub(super) async fn new(engine: Engine) -> Self {
        let database = TestDatabase::with_bureaus(engine).await;
        let chen = database.person("chen", "daoxian", &[Role::Trainer]).await;
        let pan = database.person("pan", "daoxian", &[Role::Trainer]).await;
        let zhou = database.person("zhou", "daoxian", &[Role::Head]).await;
        let admin = database.person("admin", "daoxian", &[Role::BureauAdmin]).await;
        let mut bureau = database.store.operate_as("daoxian", Some(admin)).await.unwrap();
        let mut changed = bureau.bureau().clone();
        changed.settings = r#"{ "training": { "accepted_min": 2 } }"#.to_owned();
        bureau.change_bureau(&changed).await.unwrap();
        bureau.commit().await.unwrap();
        let bench = Bench { database, chen, pan, zhou };
        bench.goes_to("2026-11-02", 10, 0);
        bench
    }

    pub(super) async fn bureau(&self, person: PersonId) -> BureauStore {
        self.database.store.operate_as("daoxian", Some(person)).await.unwrap()
    }

    /// Shanghai's clock.
    pub(super) fn goes_to(&self, day: &str, hour: i64, minute: i64) {
        let days = self::day(day).signed_duration_since(MONDAY.day()).num_days();
        let minutes = (hour - 10) * 60 + minute;
        self.database.clock.set(Instant(MONDAY.0 + days * 86_400_000 + minutes * 60_000));
    }

    /// A programme that runs.
    pub(super) async fn running(&self) -> ProgrammeId {
        let on = day("2026-11-02");
        let id = at_desk!(self, self.chen, |desk| desk.draft_programme(on, programme())).unwrap();
        let step = async |who, version, step| {
            at_desk!(self, who, |desk| desk.programme_step(id, version, on, step)).unwrap()
        };
        step(self.chen, 1, ProgrammeStep::Submit).await;
        step(self.zhou, 2, ProgrammeStep::Approve).await;
        step(self.chen, 3, ProgrammeStep::Run).await;
        id
    }

    /// A class with two sessions that takes applications.
    pub(super) async fn enrolling(&self, programme: ProgrammeId, title: &str, capacity: u32) -> ClassId {
        let on = day("2026-11-02");
        let plan = class(programme, title, capacity);
        let id = at_desk!(self, self.chen, |desk| desk.plan_class(on, plan)).unwrap();
        for on in ["2026-11-09", "2026-11-10"] {
            let plan = session(on, title);
            at_desk!(self, self.chen, |desk| desk.plan_session(id, None, plan)).unwrap();
        }
        self.class_step(id, day("2026-11-02"), ClassStep::OpenEnrolment).await.unwrap();
        id
    }

    /// The step on the class as it is.
    pub(super) async fn class_step(
        &self,
        id: ClassId,
        on: Day,
        step: ClassStep,
    ) -> Result<i32, domain::training::Refusal> {
        let bureau = self.bureau(self.chen).await;
        let desk = bureau.training_desk();
        let version = desk.class(id).await.unwrap().class.version;
        let done = desk.class_step(id, version, on, step).await.unwrap();
        bureau.commit().await.unwrap();
        done
    }

    pub(super) async fn applied(&self, class: ClassId, nth: usize) -> EnrolmentId {
        let application =
            Application { applicant: Applicant::Written(Box::new(person(nth))), details: details() };
        let on = day("2026-11-02");
        at_desk!(self, self.chen, |desk| desk.apply(class, on, application)).unwrap().enrolment
    }

    /// The step on an enrolment of version 1 or as given.
    pub(super) async fn steps(&self, id: EnrolmentId, version: i32, step: EnrolmentStep) -> Vec<EnrolmentId> {
        let on = day("2026-11-02");
        at_desk!(self, self.chen, |desk| desk.enrolment_step(id, version, on, step)).unwrap().promoted
    }

    pub(super) async fn accepted(&self, class: ClassId, nth: usize) -> EnrolmentId {
        let id = self.applied(class, nth).await;
        self.steps(id, 1, EnrolmentStep::Accept { out_of_line: None }).await;
        id
    }

    pub(super) async fn sessions(&self, class: ClassId) -> Vec<ClassSessionId> {
        let bureau = self.bureau(self.chen).await;
        let page = bureau.training_desk().class(class).await.unwrap();
        page.sessions.into_iter().map(|record| record.session.id).collect()
    }

    pub(super) async fn called(
        &self,
        who: PersonId,
        session: ClassSessionId,
        taps: Vec<Tap>,
    ) -> Vec<TapOutcome> {
        at_desk!(self, who, |desk| desk.roll_call(session, taps))
    }

    pub(super) fn tap(&self, enrolment: EnrolmentId, presence: Presence, at: Instant) -> Tap {
        Tap { enrolment, presence, at, method: Method::Teacher, note: None }
    }
}

/// What a rule said.
pub(super) fn refused<T: std::fmt::Debug>(answer: Answer<T>) -> domain::training::RefusalCode {
    answer.unwrap().unwrap_err().code
}

/// The places and the waiting list of a class.
pub(super) async fn counts(desk: &TrainingDesk<'_>, class: ClassId) -> (u32, u32) {
    let class = desk.class(class).await.unwrap().class;
    (class.placed, class.waiting)
}

pub(super) fn marks(total: &str) -> Marks {
    Marks { theory: None, practical: None, total: Mark::parse(total).unwrap() }
}

pub(super) fn row(enrolment: EnrolmentId, seen: usize, total: &str) -> MarksRow {
    let facts = SittingFacts {
        marks: marks(total),
        examiners: vec![name("欧阳一"), name("唐二")],
        place: name("实训楼"),
    };
    MarksRow { enrolment, seen, facts }
}
