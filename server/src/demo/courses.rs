//! Runs the demo's programmes and classes, in the order of their days, each act by the person whose act it is.

use super::course_acts::{call, in_stage, marks, move_all};
use super::course_plan::{COURSES, Course, Fate, PROGRAMMES, SESSION_EVERY_DAYS, SESSIONS, Step};
use super::{cases, people, places, rolls, trainees};
use chrono::{Datelike, Days, NaiveTime};
use domain::id::{ClassId, PersonId, ProgrammeId};
use domain::training::{ClassKind, ClassPlan, Consent, EnrolmentStage, Name, Note, ProgrammePlan, Teacher};
use domain::value::{Line, Money};
use domain::{Day, Instant};
use store::training::{
    Applicant, Application, ClassPage, ClassStep, EnrolmentDetails, EnrolmentStep, IssueFacts, ProgrammeStep,
    RowOutcome, SessionPlan, TrainingDesk,
};
use store::{Bureau, BureauStore, Error, Store};

/// Minutes after midnight at which the first act of a day happens.
const MORNING: i64 = 9 * 60;
/// Numbers of people who came by a roll end below this one.
const FIRST_PERSON: usize = 3_000;
const PEOPLE_OF_COURSE: usize = 40;
const HOURS_OF_SESSION: u32 = 4;
const NOTICE: &str = "2026-1";
const TEACHERS: [&str; 7] = ["蒋师傅", "何老师", "唐教官", "周师傅", "邓老师", "盘师傅", "黄老师"];

/// What happens at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// A programme, by its place in the list.
    Programme(usize),
    /// A step of a class, by its place in the list.
    Class(usize, Step),
}

/// The classes of a bureau as far as they have come.
#[derive(Debug)]
pub struct Courses<'a> {
    store: &'a Store,
    bureau: &'a Bureau,
    today: Day,
    trainer: PersonId,
    head: PersonId,
    signer: Name,
    /// How many classes came by rolls.
    held: usize,
    programmes: Vec<Option<ProgrammeId>>,
    classes: Vec<Option<ClassId>>,
    applied: Vec<usize>,
}

impl<'a> Courses<'a> {
    /// Nothing has happened yet; `held` classes came by rolls.
    pub async fn ready(store: &'a Store, bureau: &'a Bureau, today: Day, held: usize) -> Result<Self, Error> {
        Ok(Courses {
            store,
            bureau,
            today,
            trainer: people::person(store, bureau, "trainer").await?,
            head: people::person(store, bureau, "head").await?,
            signer: Name::parse(&people::name(bureau.id.0, 5)).map_err(Error::down)?,
            held,
            programmes: vec![None; PROGRAMMES.len()],
            classes: vec![None; COURSES.len()],
            applied: vec![0; COURSES.len()],
        })
    }

    /// Everything that happens before today, with its instant.
    pub fn agenda(&self) -> Vec<(Instant, Turn)> {
        let at = |days: i64, minute: i64| cases::instant(self.day(days), MORNING + minute);
        let minutes = |nth: usize, place: usize| i64::try_from(nth * 13 + place * 7).unwrap_or_default();
        let programmes = PROGRAMMES.iter().enumerate();
        let programmes = programmes.map(|(nth, (_, on, _))| (at(*on, minutes(nth, 0)), Turn::Programme(nth)));
        let steps = COURSES.iter().enumerate().flat_map(|(nth, course)| {
            let steps = course.steps.iter().enumerate();
            steps.map(move |(place, (on, step))| (at(*on, minutes(nth, place)), Turn::Class(nth, *step)))
        });
        programmes.chain(steps).collect()
    }

    /// Lets it happen. What the rules refuse on its day is left out.
    pub async fn take(&mut self, turn: Turn) -> Result<(), Error> {
        match turn {
            Turn::Programme(nth) => self.programme(nth).await,
            Turn::Class(nth, step) => self.class(nth, step).await,
        }
    }

    fn day(&self, days: i64) -> Day {
        let span = Days::new(days.unsigned_abs());
        if days < 0 { self.today - span } else { self.today + span }
    }

    async fn workspace(&self, by: PersonId) -> Result<BureauStore, Error> {
        self.store.operate_as(&self.bureau.slug, Some(by)).await
    }

    async fn programme(&mut self, nth: usize) -> Result<(), Error> {
        let Some((_, _, fate)) = PROGRAMMES.get(nth) else { return Ok(()) };
        let workspace = self.workspace(self.trainer).await?;
        let plan = self.programme_plan(nth, workspace.today()).map_err(Error::down)?;
        let drafted = workspace.training_desk().draft_programme(workspace.today(), plan).await?;
        let Ok(id) = drafted else { return Ok(()) };
        workspace.commit().await?;
        let way: &[(PersonId, ProgrammeStep)] = &[
            (self.trainer, ProgrammeStep::Submit),
            (
                self.head,
                match fate {
                    Fate::Returned => ProgrammeStep::Return {
                        reason: Note::parse("请补充资金来源后再报。").ok(),
                    },
                    _ => ProgrammeStep::Approve,
                },
            ),
            (self.trainer, ProgrammeStep::Run),
        ];
        let far = match fate {
            Fate::Draft => 0,
            Fate::Submitted => 1,
            Fate::Returned | Fate::Approved => 2,
            Fate::Runs => 3,
        };
        for (version, (by, step)) in (1..).zip(way.iter().take(far)) {
            let workspace = self.workspace(*by).await?;
            let step = step.clone();
            let done = workspace.training_desk().programme_step(id, version, workspace.today(), step).await?;
            if done.is_err() {
                return Ok(());
            }
            workspace.commit().await?;
        }
        self.programmes[nth] = Some(id);
        Ok(())
    }

    fn programme_plan(&self, nth: usize, today: Day) -> Result<ProgrammePlan, domain::value::ValueError> {
        let trade = rolls::trade(PROGRAMMES.get(nth).map_or(0, |(trade, ..)| *trade))?;
        let (area, _) = places::of(&self.bureau.slug);
        let people = 40 + nth * 20 % 100;
        Ok(ProgrammePlan {
            year: today.year(),
            title: Name::parse(&format!("{}年{area}{trade}培训", today.year()))?,
            trade,
            kind: ClassKind::Skill,
            target: u32::try_from(people).unwrap_or_default(),
            hours: HOURS_OF_SESSION * u32::try_from(SESSIONS).unwrap_or_default(),
            budget: Money::yuan(i64::try_from(people).unwrap_or_default() * 1_200),
            fund_owner: Name::parse("县就业专项资金")?,
            twin_intended: PROGRAMMES.iter().take(nth).any(|(other, ..)| *other == PROGRAMMES[nth].0),
        })
    }

    async fn class(&mut self, nth: usize, step: Step) -> Result<(), Error> {
        let Some(course) = COURSES.get(nth) else { return Ok(()) };
        let workspace = self.workspace(self.trainer).await?;
        let desk = workspace.training_desk();
        let done = match (step, self.classes[nth]) {
            (Step::Plan, _) => {
                self.classes[nth] = self.plan(&desk, nth, course, workspace.today()).await?;
                self.classes[nth].is_some()
            }
            (_, None) => false,
            (Step::Apply(people), Some(class)) => {
                let from = self.applied[nth];
                self.applied[nth] += people;
                self.apply(&desk, class, nth, from..from + people).await?
            }
            (step, Some(class)) => {
                let page = desk.class(class).await?;
                self.act(&desk, &page, step, &workspace).await?
            }
        };
        drop(desk);
        if done { workspace.commit().await } else { Ok(()) }
    }

    async fn plan(
        &self,
        desk: &TrainingDesk<'_>,
        nth: usize,
        course: &Course,
        on: Day,
    ) -> Result<Option<ClassId>, Error> {
        let programme = PROGRAMMES.iter().position(|(trade, ..)| *trade == course.trade);
        let Some(programme) = programme.and_then(|place| self.programmes[place]) else { return Ok(None) };
        let plan = self.class_plan(programme, nth, course).map_err(Error::down)?;
        let room = plan.place.clone();
        let Ok(class) = desk.plan_class(on, plan).await? else { return Ok(None) };
        for session in 0..SESSIONS {
            let plan = SessionPlan {
                on: self.day(course.opens + session * SESSION_EVERY_DAYS),
                from: NaiveTime::from_hms_opt(8, 30, 0).unwrap_or_default(),
                to: NaiveTime::from_hms_opt(11, 40, 0).unwrap_or_default(),
                hours: HOURS_OF_SESSION,
                subject: Name::parse(["安全常识", "理论知识", "实际操作", "综合练习"][session as usize % 4])
                    .map_err(Error::down)?,
                teacher: self.teacher(nth).map_err(Error::down)?,
                room: room.clone(),
            };
            if desk.plan_session(class, None, plan).await?.is_err() {
                return Ok(None);
            }
        }
        Ok(Some(class))
    }

    fn class_plan(
        &self,
        programme: ProgrammeId,
        nth: usize,
        course: &Course,
    ) -> Result<ClassPlan, domain::value::ValueError> {
        let (area, towns) = places::of(&self.bureau.slug);
        let trade = rolls::trade(course.trade)?;
        let opens_on = self.day(course.opens);
        let number = self.held + nth + 1;
        Ok(ClassPlan {
            programme,
            code: Name::parse(&format!("{}-{number:02}", opens_on.year()))?,
            name: Name::parse(&format!("{area}{trade}{}年第{number}期", opens_on.year()))?,
            kind: ClassKind::Skill,
            trade,
            place: Name::parse(&format!("{}文化站培训室{}", towns[nth % towns.len()], nth + 1))?,
            head_teacher: self.teacher(nth)?,
            capacity: course.capacity,
            opens_on,
            ends_on: self.day(course.opens + (SESSIONS - 1) * SESSION_EVERY_DAYS + 1),
            exam_on: None,
        })
    }

    fn teacher(&self, nth: usize) -> Result<Teacher, domain::value::ValueError> {
        Ok(Teacher { name: Name::parse(TEACHERS[nth % TEACHERS.len()])?, account: None })
    }

    async fn apply(
        &self,
        desk: &TrainingDesk<'_>,
        class: ClassId,
        nth: usize,
        people: std::ops::Range<usize>,
    ) -> Result<bool, Error> {
        let on = self.store.clock().today();
        for person in people {
            let number = FIRST_PERSON + nth * PEOPLE_OF_COURSE + person;
            let trainee = trainees::made(self.bureau, number).map_err(Error::down)?;
            let consent = Consent { version: Name::parse(NOTICE).map_err(Error::down)?, on };
            let destination = ["广东东莞", "浙江宁波", "本县"][number % 3];
            let details = EnrolmentDetails {
                consent: Some(consent),
                destination: Line::parse(destination).ok(),
                ..EnrolmentDetails::default()
            };
            let application = Application { applicant: Applicant::Written(Box::new(trainee)), details };
            if desk.apply(class, on, application).await?.is_err() {
                tracing::debug!(class = nth, person, "an application of the demo is left out");
            }
        }
        Ok(true)
    }

    async fn act(
        &self,
        desk: &TrainingDesk<'_>,
        page: &ClassPage,
        step: Step,
        workspace: &BureauStore,
    ) -> Result<bool, Error> {
        let on = workspace.today();
        let (id, version) = (page.class.id, page.class.version);
        let step = match step {
            Step::Accept(people) => {
                let step = EnrolmentStep::Accept { out_of_line: None };
                return move_all(desk, page, EnrolmentStage::Applied, people, on, &step).await;
            }
            Step::Wait => {
                return move_all(desk, page, EnrolmentStage::Applied, usize::MAX, on, &EnrolmentStep::Wait)
                    .await;
            }
            Step::Withdraw => {
                return move_all(desk, page, EnrolmentStage::Accepted, 1, on, &EnrolmentStep::Withdraw).await;
            }
            Step::RefuseWaiting => {
                let step =
                    EnrolmentStep::Refuse { reason: Note::parse("班额已满，请报下一期。").ok() };
                return move_all(desk, page, EnrolmentStage::Waiting, usize::MAX, on, &step).await;
            }
            Step::Call(session) => return call(desk, page, session, workspace.now()).await,
            Step::Marks | Step::ReSit => return marks(desk, page, step == Step::ReSit, on).await,
            Step::Certify => return self.certify(desk, page, on).await,
            Step::OpenEnrolment => ClassStep::OpenEnrolment,
            Step::Open => ClassStep::Open,
            Step::Finish => ClassStep::Finish,
            Step::Archive => ClassStep::Archive,
            Step::Suspend => {
                ClassStep::Suspend { reason: Note::parse("培训室漏雨维修，暂停一周。").ok() }
            }
            Step::Cancel => {
                ClassStep::Cancel { reason: Note::parse("报名人数不足，并入下一期。").ok() }
            }
            Step::Plan | Step::Apply(_) => return Ok(false),
        };
        let done = desk.class_step(id, version, on, step).await?;
        if let Err(refusal) = &done {
            tracing::debug!(refusal = ?refusal, "a step of the demo is left out");
        }
        Ok(done.is_ok())
    }

    async fn certify(&self, desk: &TrainingDesk<'_>, page: &ClassPage, on: Day) -> Result<bool, Error> {
        let people = in_stage(page, EnrolmentStage::Completed).collect();
        let issuer = Name::parse(&self.bureau.full_name).map_err(Error::down)?;
        let facts = IssueFacts { level: Name::parse("初级").ok(), issuer, signer: self.signer.clone() };
        let issued = desk.issue_certificates(page.class.id, on, people, facts).await?;
        Ok(issued.iter().any(|one| matches!(one, RowOutcome::Done(_))))
    }
}
