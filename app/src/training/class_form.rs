//! Forms of classes and their sessions.

use super::act::Outcome;
use super::programme_form::{name_of, whole};
use super::room::{Asked, Room, day_of, reason_field, reason_of};
use super::words;
use crate::error::AppError;
use crate::form::{Problem, Typed};
use crate::ui::Field;
use crate::worded::{Block, Reading, Worded, line};
use chrono::NaiveTime;
use domain::id::{ClassId, ClassSessionId, ProgrammeId};
use domain::training::{ClassPlan, Teacher, TrainingAct};
use domain::value::fold;
use domain::{Day, Lang};
use store::training::{ClassPage, ClassStep, SessionPlan};

/// What a class plans.
#[must_use]
pub fn plan_fields(lang: Lang) -> Vec<Field> {
    vec![
        line("name", words::class_name(lang), words::class_name_hint(lang), true),
        line("code", words::class_code(lang), "", true),
        line("place", words::place(lang), "", true),
        line("head_teacher", words::head_teacher(lang), "", true),
        line("capacity", words::capacity(lang), "", true),
        line("opens_on", words::opens_on(lang), "", true),
        line("ends_on", words::ends_on(lang), "", true),
        line("exam_on", words::exam_on(lang), "", false),
    ]
}

fn plan_values(plan: &ClassPlan) -> Typed {
    let pairs = [
        ("name", plan.name.to_string()),
        ("code", plan.code.to_string()),
        ("place", plan.place.to_string()),
        ("head_teacher", plan.head_teacher.name.to_string()),
        ("capacity", plan.capacity.to_string()),
        ("opens_on", plan.opens_on.to_string()),
        ("ends_on", plan.ends_on.to_string()),
        ("exam_on", plan.exam_on.map(|day| day.to_string()).unwrap_or_default()),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value)).into()
}

/// What was typed of a class, without what its programme says.
#[derive(Debug)]
pub struct Typing {
    programme: ProgrammeId,
    name: domain::training::Name,
    code: domain::training::Name,
    place: domain::training::Name,
    head_teacher: Teacher,
    capacity: u32,
    opens_on: Day,
    ends_on: Day,
    exam_on: Option<Day>,
}

/// Reads a class's plan.
pub fn read_plan(programme: ProgrammeId, reading: &mut Reading<'_>) -> Option<Typing> {
    let name = name_of(reading, "name", words::class_name);
    let code = name_of(reading, "code", words::class_code);
    let place = name_of(reading, "place", words::place);
    let head_teacher = name_of(reading, "head_teacher", words::head_teacher);
    let capacity = whole(reading, "capacity", words::capacity, 1..=2_000);
    let mut day = |name: &str, label| if reading.has(name, label) { reading.day(name) } else { None };
    let (opens_on, ends_on) = (day("opens_on", words::opens_on), day("ends_on", words::ends_on));
    let exam_on = reading.day("exam_on");
    Some(Typing {
        programme,
        name: name?,
        code: code?,
        place: place?,
        head_teacher: Teacher { name: head_teacher?, account: None },
        capacity: capacity?,
        opens_on: opens_on?,
        ends_on: ends_on?,
        exam_on,
    })
}

impl Typing {
    fn plan(self, of: &domain::training::ProgrammePlan) -> ClassPlan {
        ClassPlan {
            programme: self.programme,
            code: self.code,
            name: self.name,
            kind: of.kind,
            trade: of.trade.clone(),
            place: self.place,
            head_teacher: self.head_teacher,
            capacity: self.capacity,
            opens_on: self.opens_on,
            ends_on: self.ends_on,
            exam_on: self.exam_on,
        }
    }
}

/// Plans a class under a programme.
pub async fn plan(
    room: &Room<'_>,
    programme: ProgrammeId,
    reading: &mut Reading<'_>,
) -> Result<Outcome, store::Error> {
    let Some(typing) = read_plan(programme, reading).filter(|_| reading.problems.is_empty()) else {
        return Ok(Outcome::Problems);
    };
    let page = room.desk.programme(programme).await?;
    let answer = room.desk.plan_class(room.store.today(), typing.plan(&page.programme.plan)).await;
    Outcome::of(answer, |id| format!("classes/{id}"))
}

fn session_fields(lang: Lang) -> Vec<Field> {
    vec![
        line("on", words::day(lang), "", true),
        line("from", words::from_time(lang), words::time_hint(lang), true),
        line("to", words::to_time(lang), words::time_hint(lang), true),
        line("hours", words::hours(lang), words::hours_hint(lang), true),
        line("subject", words::subject(lang), "", true),
        line("teacher", words::teacher(lang), "", true),
        line("room", words::room(lang), "", true),
    ]
}

fn session_values(page: &ClassPage, session: Option<ClassSessionId>) -> Typed {
    let known = page.sessions.iter().find(|record| Some(record.session.id) == session);
    let pairs = match known.map(|record| &record.session) {
        Some(one) => [
            ("on", one.on.to_string()),
            ("from", one.from.format("%H:%M").to_string()),
            ("to", one.to.format("%H:%M").to_string()),
            ("hours", one.hours.to_string()),
            ("subject", one.subject.to_string()),
            ("teacher", one.teacher.name.to_string()),
            ("room", one.room.to_string()),
        ],
        None => [
            ("on", page.class.plan.opens_on.to_string()),
            ("from", String::new()),
            ("to", String::new()),
            ("hours", String::new()),
            ("subject", String::new()),
            ("teacher", page.class.plan.head_teacher.name.to_string()),
            ("room", page.class.plan.place.to_string()),
        ],
    };
    pairs.map(|(name, value)| (name.to_owned(), value)).into()
}

fn time(reading: &mut Reading<'_>, name: &str, label: fn(Lang) -> &'static str) -> Option<NaiveTime> {
    if !reading.has(name, label) {
        return None;
    }
    let text = fold(&reading.value(name)).replace('：', ":");
    let read = NaiveTime::parse_from_str(&text, "%H:%M").ok();
    if read.is_none() {
        reading.problems.push(Problem::of(name, words::not_a_time(reading.lang)));
    }
    read
}

fn read_session(reading: &mut Reading<'_>) -> Option<SessionPlan> {
    let on = day_of(reading);
    let (from, to) = (time(reading, "from", words::from_time), time(reading, "to", words::to_time));
    let hours = whole(reading, "hours", words::hours, 1..=24);
    let subject = name_of(reading, "subject", words::subject);
    let teacher = name_of(reading, "teacher", words::teacher);
    let room = name_of(reading, "room", words::room);
    Some(SessionPlan {
        on: on?,
        from: from?,
        to: to?,
        hours: hours?,
        subject: subject?,
        teacher: Teacher { name: teacher?, account: None },
        room: room?,
    })
}

/// What a form says.
enum Said {
    Step(Day, ClassStep),
    Edit(Typing),
    Session(Option<ClassSessionId>, SessionPlan),
    Delete(ClassSessionId),
    Strike(ClassSessionId, Day, Option<domain::training::Note>),
}

fn read(act: TrainingAct, programme: ProgrammeId, reading: &mut Reading<'_>) -> Option<Said> {
    let session: Option<ClassSessionId> = value_of_session(reading).and_then(|session| session.parse().ok());
    match act {
        TrainingAct::EditClass => return Some(Said::Edit(read_plan(programme, reading)?)),
        TrainingAct::PlanSession => return Some(Said::Session(session, read_session(reading)?)),
        TrainingAct::DeleteSession => return Some(Said::Delete(session?)),
        _ => {}
    }
    let on = day_of(reading);
    let reason = reason_of(reading);
    let step = match act {
        TrainingAct::StrikeSession => return Some(Said::Strike(session?, on?, reason)),
        TrainingAct::OpenEnrolment => ClassStep::OpenEnrolment,
        TrainingAct::OpenClass => ClassStep::Open,
        TrainingAct::SuspendClass => ClassStep::Suspend { reason },
        TrainingAct::ResumeClass => ClassStep::Resume,
        TrainingAct::FinishClass => ClassStep::Finish,
        TrainingAct::ArchiveClass => ClassStep::Archive,
        TrainingAct::CancelClass => ClassStep::Cancel { reason },
        _ => return None,
    };
    Some(Said::Step(on?, step))
}

fn value_of_session(reading: &Reading<'_>) -> Option<String> {
    Some(reading.value("session")).filter(|session| !session.is_empty())
}

fn fields_of(room: &Room<'_>, act: TrainingAct) -> Vec<Field> {
    let lang = room.lang;
    let mut fields = match act {
        TrainingAct::EditClass => return plan_fields(lang),
        TrainingAct::PlanSession => return session_fields(lang),
        TrainingAct::DeleteSession => return Vec::new(),
        _ => vec![room.day_field()],
    };
    if act.asks_reason() {
        fields.push(reason_field(lang, true));
    }
    fields
}

/// The form of an act on a class or on one of its sessions.
pub async fn form(room: &Room<'_>, id: &str, word: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let act = TrainingAct::from_word(word).ok_or_else(|| room.nowhere())?;
    let id: ClassId = room.id(id)?;
    let page = room.desk.class(id).await.map_err(|error| room.redact(error))?;
    let listed = page.next.iter().find(|one| one.act == act).ok_or_else(|| room.nowhere())?;
    let session = room.asked("session").parse::<ClassSessionId>().ok();
    let record = page.sessions.iter().find(|record| Some(record.session.id) == session);
    let needs_session = matches!(act, TrainingAct::DeleteSession | TrainingAct::StrikeSession);
    if record.is_none() && (needs_session || session.is_some()) {
        return Err(room.nowhere());
    }
    let subject = format!("classes/{id}");
    let plan = &page.class.plan;
    let values = match act {
        TrainingAct::EditClass => plan_values(plan),
        TrainingAct::PlanSession => session_values(&page, session),
        _ => Typed::new(),
    };
    let asked = Asked {
        subject: &subject,
        act: act.into(),
        version: record.map_or(page.class.version, |record| record.version),
        fields: fields_of(room, act),
        values,
        consequence: "",
    };
    let programme = plan.programme;
    let mut sheet = room.sheet(asked, |reading| drop(read(act, programme, reading))).await?;
    if let Some(session) = session {
        sheet.hidden.push(("form[session]".to_owned(), session.to_string()));
    }
    let refused = listed.refusal.as_ref().map(|refusal| refusal.sentence(lang).to_string());
    let title = act.title(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        small: plan.name.to_string(),
        crumbs: room.crumbs([
            (words::classes(lang).to_owned(), room.to("classes")),
            (plan.name.to_string(), room.to(&subject)),
            (title, String::new()),
        ]),
        blocks: vec![Block { lines: refused.into_iter().collect(), form: Some(sheet), ..Block::default() }],
        ..Worded::default()
    })
}

/// Does an act on a class or on one of its sessions.
pub async fn act(
    room: &Room<'_>,
    id: &str,
    version: i32,
    act: TrainingAct,
    reading: &mut Reading<'_>,
) -> Result<Outcome, store::Error> {
    let id: ClassId = id.parse().map_err(|_| store::Error::NotFound)?;
    let page = room.desk.class(id).await?;
    let said = read(act, page.class.plan.programme, reading);
    let Some(said) = said.filter(|_| reading.problems.is_empty()) else { return Ok(Outcome::Problems) };
    let here = format!("classes/{id}");
    match said {
        Said::Step(on, step) => Outcome::of(room.desk.class_step(id, version, on, step).await, |_| here),
        Said::Edit(typing) => {
            let step = ClassStep::Edit { plan: typing.plan(&page.programme.plan) };
            Outcome::of(room.desk.class_step(id, version, room.store.today(), step).await, |_| here)
        }
        Said::Session(session, plan) => {
            let instead = session.map(|session| (session, version));
            Outcome::of(room.desk.plan_session(id, instead, plan).await, |_| here)
        }
        Said::Delete(session) => Outcome::of(room.desk.delete_session(id, session, version).await, |()| here),
        Said::Strike(session, on, reason) => {
            Outcome::of(room.desk.strike_session(id, session, version, on, reason).await, |()| here)
        }
    }
}
