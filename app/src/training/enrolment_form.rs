//! Forms of one enrolment: its steps, a correction of marks, and what is kept besides.

use super::act::{Outcome, Seen};
use super::chain::{marks_in_words, sitting};
use super::deed::Deed;
use super::details_form::{details_fields, details_values, optional_of, read_details};
use super::page::FormPage;
use super::programme_form::value_of;
use super::room::{Asked, Room, day_of, reason_field, reason_of, select};
use super::words;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::ui::{Choices, Field};
use crate::worded::{Reading, Worded, line};
use domain::Day;
use domain::id::EnrolmentId;
use domain::role::Power;
use domain::training::{Consent, Mark, Marks, MarksEntry, TrainingAct, sittings};
use store::training::{CorrectedMarks, EnrolmentDetails, EnrolmentPage, EnrolmentStep};

/// Reads the marks of a sitting; the names of the fields begin with `prefix`.
pub fn read_marks(reading: &mut Reading<'_>, prefix: &str) -> Option<Marks> {
    let theory = optional_of(reading, &format!("{prefix}theory"), Mark::parse);
    let practical = optional_of(reading, &format!("{prefix}practical"), Mark::parse);
    let total = value_of(reading, &format!("{prefix}total"), words::total, Mark::parse);
    Some(Marks { theory, practical, total: total? })
}

/// What a form says.
enum Said {
    Step(Day, EnrolmentStep),
    Marks(CorrectedMarks),
    Details(EnrolmentDetails),
}

fn read(
    id: EnrolmentId,
    seen: Seen,
    given: Option<&Consent>,
    today: Day,
    reading: &mut Reading<'_>,
) -> Option<Said> {
    let act = match seen.deed {
        Deed::EditEnrolment => return Some(Said::Details(read_details(reading, given, today))),
        Deed::Act(TrainingAct::CorrectMarks) => return read_correction(id, seen, reading).map(Said::Marks),
        deed => deed.act()?,
    };
    let on = day_of(reading);
    let reason = reason_of(reading);
    let step = match act {
        TrainingAct::Accept => EnrolmentStep::Accept { out_of_line: reason },
        TrainingAct::PutOnWaitingList => EnrolmentStep::Wait,
        TrainingAct::Refuse => EnrolmentStep::Refuse { reason },
        TrainingAct::Withdraw => EnrolmentStep::Withdraw,
        TrainingAct::DropOut => EnrolmentStep::DropOut { reason },
        _ => return None,
    };
    Some(Said::Step(on?, step))
}

fn read_correction(id: EnrolmentId, seen: Seen, reading: &mut Reading<'_>) -> Option<CorrectedMarks> {
    let marks = read_marks(reading, "");
    let has_sitting = reading.has("sitting", words::sitting);
    let sitting = typed(reading.typed, "sitting").parse().ok().filter(|_| has_sitting);
    let second = typed(reading.typed, "second").parse().ok();
    if second.is_none() {
        reading.has("second", words::second);
    }
    let reason = reason_of(reading);
    let entries = usize::try_from(seen.version).ok()?;
    Some(CorrectedMarks { enrolment: id, seen: entries, sitting: sitting?, marks: marks?, reason, second })
}

async fn correction_fields(room: &Room<'_>, exam: &[MarksEntry]) -> Result<Vec<Field>, AppError> {
    let lang = room.lang;
    let sat: Choices = sittings(exam)
        .into_iter()
        .map(|entry| {
            let words = format!("{} {}", sitting(entry.sitting, lang), marks_in_words(&entry.marks, lang));
            (entry.sitting.to_string(), words)
        })
        .collect();
    let members = room.store.members(room.store.today()).await.map_err(|error| room.redact(error))?;
    let me = room.store.actor().person;
    let others = members.into_iter().filter(|member| Some(member.person) != me);
    let others = others.map(|member| (member.person.to_string(), member.name)).collect();
    Ok(vec![
        select("sitting", words::sitting(lang), true, sat),
        line("theory", words::theory(lang), "", false),
        line("practical", words::practical(lang), "", false),
        line("total", words::total(lang), "", true),
        select("second", words::second(lang), true, others),
        reason_field(lang, true),
    ])
}

fn correction_values(exam: &[MarksEntry]) -> Typed {
    let Some(last) = sittings(exam).last().copied() else { return Typed::new() };
    let text = |mark: Option<Mark>| mark.map(|mark| mark.to_string()).unwrap_or_default();
    let pairs = [
        ("sitting", last.sitting.to_string()),
        ("theory", text(last.marks.theory)),
        ("practical", text(last.marks.practical)),
        ("total", text(Some(last.marks.total))),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value)).into()
}

async fn fields_of(
    room: &Room<'_>,
    deed: Deed,
    page: &EnrolmentPage,
    out_of_line: bool,
) -> Result<Vec<Field>, AppError> {
    let lang = room.lang;
    let act = match deed {
        Deed::Act(TrainingAct::CorrectMarks) => return correction_fields(room, &page.chain.exam).await,
        Deed::Act(act) => act,
        _ => return Ok(details_fields(lang)),
    };
    let mut fields = vec![room.day_field()];
    if act.asks_reason() {
        fields.push(reason_field(lang, true));
    }
    if out_of_line {
        fields.push(Field { label: words::out_of_line(lang).to_owned(), ..reason_field(lang, true) });
    }
    Ok(fields)
}

/// The form of a deed on an enrolment.
pub async fn form(room: &Room<'_>, id: &str, word: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let deed = Deed::from_word(word).ok_or_else(|| room.nowhere())?;
    let id: EnrolmentId = room.id(id)?;
    let page = room.desk.enrolment(id).await.map_err(|error| room.redact(error))?;
    let chain = &page.chain;
    let refusal = match deed {
        // The class's page has the forms for many at once.
        Deed::Act(TrainingAct::RecordMarks | TrainingAct::IssueCertificate) => return Err(room.nowhere()),
        Deed::Act(act) => {
            let listed = page.next.iter().find(|one| one.act == act).ok_or_else(|| room.nowhere())?;
            listed.refusal.as_ref()
        }
        Deed::EditEnrolment if room.may(Power::RunTraining) => None,
        _ => return Err(room.nowhere()),
    };
    let out_of_line = refusal.is_some_and(|refusal| refusal.code.yields_to_reason());
    let (version, values) = match deed {
        Deed::Act(TrainingAct::CorrectMarks) => {
            (i32::try_from(chain.exam.len()).unwrap_or(i32::MAX), correction_values(&chain.exam))
        }
        Deed::EditEnrolment => (chain.enrolment.version, details_values(&chain.enrolment)),
        _ => (chain.enrolment.version, Typed::new()),
    };
    let subject = format!("enrolments/{id}");
    let fields = fields_of(room, deed, &page, out_of_line).await?;
    let asked = Asked { subject: &subject, act: deed, version, fields, values, consequence: "" };
    let (seen, today) = (Seen { version, deed }, room.store.today());
    let sheet = room.sheet(asked, |reading| drop(read(id, seen, None, today, reading))).await?;
    let class = (chain.class.plan.name.to_string(), room.to(&format!("classes/{}", chain.class.id)));
    let heading = FormPage {
        title: deed.title(lang).to_owned(),
        small: format!("{} · {}", page.trainee.name, chain.class.plan.name),
        way: vec![
            (words::classes(lang).to_owned(), room.to("classes")),
            class,
            (page.trainee.name.clone(), room.to(&subject)),
        ],
        lines: refusal.map(|refusal| refusal.sentence(lang).to_string()).into_iter().collect(),
    };
    Ok(heading.with(room, sheet))
}

/// Does a deed on an enrolment.
pub async fn act(
    room: &Room<'_>,
    id: &str,
    seen: Seen,
    reading: &mut Reading<'_>,
) -> Result<Outcome, store::Error> {
    let id: EnrolmentId = id.parse().map_err(|_| store::Error::NotFound)?;
    let given = match seen.deed {
        Deed::EditEnrolment => room.desk.enrolment(id).await?.chain.enrolment.consent,
        _ => None,
    };
    let said = read(id, seen, given.as_ref(), room.store.today(), reading);
    let Some(said) = said.filter(|_| reading.problems.is_empty()) else { return Ok(Outcome::Problems) };
    let here = format!("enrolments/{id}");
    match said {
        Said::Step(on, step) => {
            let withdraws = step == EnrolmentStep::Withdraw;
            match room.desk.enrolment_step(id, seen.version, on, step).await {
                Ok(Ok(stepped)) if withdraws && !stepped.promoted.is_empty() => {
                    Ok(Outcome::DoneSaying(here, "withdraw_promoted"))
                }
                answer => Outcome::of(answer, |_| here),
            }
        }
        Said::Marks(correction) => Outcome::of(room.desk.correct_marks(correction).await, |()| here),
        Said::Details(details) => {
            let answer = room.desk.edit_enrolment(id, seen.version, details).await;
            Outcome::of(answer.map(Ok), |_| here)
        }
    }
}
