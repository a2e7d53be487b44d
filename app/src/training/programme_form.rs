//! Forms of programmes, and a class planned under one.

use super::act::Outcome;
use super::class_form;
use super::room::{Asked, Room, day_of, reason_field, reason_of, select};
use super::words;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::ui::{Field, FieldKind};
use crate::worded::{Block, Reading, Worded, line};
use domain::Lang;
use domain::id::ProgrammeId;
use domain::training::{ClassKind, Name, ProgrammePlan, Trade, TrainingAct};
use domain::value::Money;
use store::training::ProgrammeStep;

fn plan_fields(lang: Lang) -> Vec<Field> {
    let kinds = ClassKind::ALL.iter().map(|kind| (kind.word().to_owned(), kind.title(lang).to_owned()));
    vec![
        line("title", words::title(lang), "", true),
        line("year", words::year(lang), "", true),
        line("trade", words::trade(lang), "", true),
        select("kind", words::kind(lang), true, kinds.collect()),
        line("target", words::target(lang), "", true),
        line("hours", words::hours(lang), words::hours_hint(lang), true),
        line("budget", words::budget(lang), "", true),
        line("fund_owner", words::fund_owner(lang), "", true),
        Field { kind: FieldKind::Check, ..line("twin", words::twin(lang), "", false) },
    ]
}

fn plan_values(plan: &ProgrammePlan) -> Typed {
    let pairs = [
        ("title", plan.title.to_string()),
        ("year", plan.year.to_string()),
        ("trade", plan.trade.to_string()),
        ("kind", plan.kind.word().to_owned()),
        ("target", plan.target.to_string()),
        ("hours", plan.hours.to_string()),
        ("budget", plan.budget.to_string()),
        ("fund_owner", plan.fund_owner.to_string()),
        ("twin", if plan.twin_intended { "yes" } else { "" }.to_owned()),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value)).into()
}

fn read_plan(reading: &mut Reading<'_>) -> Option<ProgrammePlan> {
    let title = name_of(reading, "title", words::title);
    let year = whole(reading, "year", words::year, 2000..=2100);
    let trade = value_of(reading, "trade", words::trade, Trade::parse);
    let kind = ClassKind::from_word(&reading.value("kind"));
    if kind.is_none() {
        reading.has("kind", words::kind);
    }
    let target = whole(reading, "target", words::target, 1..=1_000_000);
    let hours = whole(reading, "hours", words::hours, 1..=2_000);
    let budget = value_of(reading, "budget", words::budget, Money::parse);
    let fund_owner = name_of(reading, "fund_owner", words::fund_owner);
    Some(ProgrammePlan {
        year: i32::try_from(year?).ok()?,
        title: title?,
        trade: trade?,
        kind: kind?,
        target: target?,
        hours: hours?,
        budget: budget?,
        fund_owner: fund_owner?,
        twin_intended: typed(reading.typed, "twin") == "yes",
    })
}

/// A value that must be there.
pub fn value_of<T>(
    reading: &mut Reading<'_>,
    name: &str,
    label: fn(Lang) -> &'static str,
    parse: impl FnOnce(&str) -> Result<T, domain::value::ValueError>,
) -> Option<T> {
    if !reading.has(name, label) {
        return None;
    }
    let text = reading.value(name);
    reading.read(name, parse(&text))
}

/// A name that must be there.
pub fn name_of(reading: &mut Reading<'_>, name: &str, label: fn(Lang) -> &'static str) -> Option<Name> {
    value_of(reading, name, label, Name::parse)
}

/// A whole number within bounds that must be there.
pub fn whole(
    reading: &mut Reading<'_>,
    name: &str,
    label: fn(Lang) -> &'static str,
    range: std::ops::RangeInclusive<u32>,
) -> Option<u32> {
    if !reading.has(name, label) {
        return None;
    }
    let typed = domain::value::fold(&reading.value(name));
    let number = typed.parse::<u32>().ok().filter(|number| range.contains(number));
    if number.is_none() {
        let (from, to) = (range.start(), range.end());
        let bounds = reading.lang.pick(format!("（{from} 至 {to}）"), format!(" ({from} to {to})"));
        let message = format!("{}{bounds}", words::not_a_number(reading.lang));
        reading.problems.push(crate::form::Problem::of(name, message));
    }
    number
}

/// The form of a new programme.
pub async fn draft(room: &Room<'_>) -> Result<Worded, AppError> {
    let lang = room.lang;
    let year = chrono::Datelike::year(&room.store.today()).to_string();
    let asked = Asked {
        subject: "programmes",
        act: TrainingAct::PlanProgramme.into(),
        version: 0,
        fields: plan_fields(lang),
        values: [("year".to_owned(), year)].into(),
        consequence: "",
    };
    let sheet = room.sheet(asked, |reading| drop(read_plan(reading))).await?;
    let title = words::programme_new(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        crumbs: room
            .crumbs([(words::programmes(lang).to_owned(), room.to("programmes")), (title, String::new())]),
        blocks: vec![Block { form: Some(sheet), ..Block::default() }],
        ..Worded::default()
    })
}

/// Drafts it.
pub async fn draft_act(room: &Room<'_>, reading: &mut Reading<'_>) -> Result<Outcome, store::Error> {
    let Some(plan) = read_plan(reading).filter(|_| reading.problems.is_empty()) else {
        return Ok(Outcome::Problems);
    };
    let answer = room.desk.draft_programme(room.store.today(), plan).await;
    Outcome::of(answer, |id| format!("programmes/{id}"))
}

fn fields_of(room: &Room<'_>, act: TrainingAct) -> Vec<Field> {
    let lang = room.lang;
    let mut fields = match act {
        TrainingAct::PlanProgramme => return plan_fields(lang),
        TrainingAct::PlanClass => return class_form::plan_fields(lang),
        TrainingAct::AmendProgramme => vec![line("target", words::new_target(lang), "", true)],
        _ => Vec::new(),
    };
    fields.insert(0, room.day_field());
    if act.asks_reason() {
        fields.push(reason_field(lang, true));
    }
    fields
}

/// The form of an act on a programme.
pub async fn form(room: &Room<'_>, id: &str, word: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let act = TrainingAct::from_word(word).ok_or_else(|| room.nowhere())?;
    let id: ProgrammeId = room.id(id)?;
    let page = room.desk.programme(id).await.map_err(|error| room.redact(error))?;
    let known = act == TrainingAct::PlanClass || page.next.iter().any(|one| one.act == act);
    if !known {
        return Err(room.nowhere());
    }
    let subject = format!("programmes/{id}");
    let plan = &page.programme.plan;
    let values = match act {
        TrainingAct::PlanProgramme => plan_values(plan),
        TrainingAct::AmendProgramme => [("target".to_owned(), plan.target.to_string())].into(),
        _ => Typed::new(),
    };
    let asked = Asked {
        subject: &subject,
        act: act.into(),
        version: page.programme.version,
        fields: fields_of(room, act),
        values,
        consequence: "",
    };
    let sheet = room.sheet(asked, |reading| drop(read(room, act, id, reading))).await?;
    let title = act.title(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        small: plan.title.to_string(),
        crumbs: room.crumbs([
            (words::programmes(lang).to_owned(), room.to("programmes")),
            (plan.title.to_string(), room.to(&subject)),
            (title, String::new()),
        ]),
        blocks: vec![Block { form: Some(sheet), ..Block::default() }],
        ..Worded::default()
    })
}

/// What a form says: the step and its day; a class's plan is read by its own room.
fn read(
    room: &Room<'_>,
    act: TrainingAct,
    id: ProgrammeId,
    reading: &mut Reading<'_>,
) -> Option<(domain::Day, Option<ProgrammeStep>)> {
    if act == TrainingAct::PlanClass {
        class_form::read_plan(id, reading)?;
        return Some((room.store.today(), None));
    }
    if act == TrainingAct::PlanProgramme {
        return Some((room.store.today(), Some(ProgrammeStep::Edit { plan: read_plan(reading)? })));
    }
    let on = day_of(reading);
    let reason = reason_of(reading);
    let step = match act {
        TrainingAct::SubmitProgramme => ProgrammeStep::Submit,
        TrainingAct::ApproveProgramme => ProgrammeStep::Approve,
        TrainingAct::ReturnProgramme => ProgrammeStep::Return { reason },
        TrainingAct::RunProgramme => ProgrammeStep::Run,
        TrainingAct::AmendProgramme => {
            let target = whole(reading, "target", words::new_target, 1..=1_000_000)?;
            ProgrammeStep::Amend { target, reason }
        }
        TrainingAct::CloseProgramme => ProgrammeStep::Close,
        TrainingAct::CancelProgramme => ProgrammeStep::Cancel { reason },
        _ => return None,
    };
    Some((on?, Some(step)))
}

/// Does an act on a programme.
pub async fn act(
    room: &Room<'_>,
    id: &str,
    version: i32,
    act: TrainingAct,
    reading: &mut Reading<'_>,
) -> Result<Outcome, store::Error> {
    let id: ProgrammeId = id.parse().map_err(|_| store::Error::NotFound)?;
    if act == TrainingAct::PlanClass {
        return class_form::plan(room, id, reading).await;
    }
    let Some((on, Some(step))) = read(room, act, id, reading).filter(|_| reading.problems.is_empty()) else {
        return Ok(Outcome::Problems);
    };
    let answer = room.desk.programme_step(id, version, on, step).await;
    Outcome::of(answer, |_| format!("programmes/{id}"))
}
