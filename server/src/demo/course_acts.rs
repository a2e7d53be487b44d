//! What is done in the demo to many people of a class at once.

use domain::id::EnrolmentId;
use domain::training::{EnrolmentStage, Mark, Marks, Method, Name, Note, Presence, SittingFacts};
use domain::{Day, Instant};
use store::Error;
use store::training::{ClassPage, EnrolmentStep, MarksRow, RosterRow, RowOutcome, Tap, TrainingDesk};

/// Who of the class is in a stage, by the sound of the names.
pub fn in_stage(page: &ClassPage, stage: EnrolmentStage) -> impl Iterator<Item = EnrolmentId> + '_ {
    let of_stage = page.roster.iter().filter(move |row| row.enrolment.state.stage() == stage);
    of_stage.map(|row| row.enrolment.id)
}

/// The first so many of a stage take a step.
pub async fn move_all(
    desk: &TrainingDesk<'_>,
    page: &ClassPage,
    from: EnrolmentStage,
    people: usize,
    on: Day,
    step: &EnrolmentStep,
) -> Result<bool, Error> {
    let mut any = false;
    let rows = page.roster.iter().filter(|row| row.enrolment.state.stage() == from).take(people);
    for row in rows {
        let enrolment = &row.enrolment;
        any |= desk.enrolment_step(enrolment.id, enrolment.version, on, step.clone()).await?.is_ok();
    }
    Ok(any)
}

/// The roll call: most are there, one is hardly ever.
pub async fn call(
    desk: &TrainingDesk<'_>,
    page: &ClassPage,
    session: usize,
    at: Instant,
) -> Result<bool, Error> {
    let Some(session_record) = page.sessions.get(session) else { return Ok(false) };
    let presence = |nth: usize| match (nth * 5 + session * 3) % 37 {
        _ if nth == 3 => Presence::Absent,
        4 => Presence::Late,
        9 => Presence::Leave,
        13 => Presence::Absent,
        _ => Presence::Present,
    };
    let tap = |(nth, enrolment)| {
        let presence = presence(nth);
        let note = (presence == Presence::Leave).then(|| Note::parse("家中有事，已请假").ok()).flatten();
        Tap { enrolment, presence, at, method: Method::Teacher, note }
    };
    let taps = in_stage(page, EnrolmentStage::Studying).enumerate().map(tap).collect();
    desk.roll_call(session_record.session.id, taps).await?;
    Ok(true)
}

/// The marks of everybody, or of those who sit again.
pub async fn marks(desk: &TrainingDesk<'_>, page: &ClassPage, again: bool, on: Day) -> Result<bool, Error> {
    let examiners = ["欧阳考评", "义考评"].map(|name| Name::parse(name).map_err(Error::down));
    let [one, other] = examiners;
    let (one, other) = (one?, other?);
    let place = page.class.plan.place.clone();
    let failed = |row: &&RosterRow| {
        !again || row.best.is_some_and(|mark| Mark::parse("60").is_ok_and(|pass| mark < pass))
    };
    let mut rows = Vec::new();
    for (nth, row) in page.roster.iter().filter(failed).enumerate() {
        let total = if again { 66 + nth * 4 % 20 } else { 51 + (nth * 17) % 46 };
        let total = Mark::parse(&total.to_string()).map_err(Error::down)?;
        let marks = Marks { theory: None, practical: None, total };
        let facts = SittingFacts { marks, examiners: vec![one.clone(), other.clone()], place: place.clone() };
        rows.push(MarksRow { enrolment: row.enrolment.id, seen: usize::from(again), facts });
    }
    let outcomes = desk.record_marks(page.class.id, on, rows).await?;
    Ok(outcomes.iter().any(|one| matches!(one, RowOutcome::Done(_))))
}
