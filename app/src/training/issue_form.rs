//! 发证: certificates for those of a class who may get one.

use super::act::Outcome;
use super::details_form::optional_of;
use super::many::{judged, parted, person};
use super::page::FormPage;
use super::programme_form::name_of;
use super::room::{Asked, Room, day_of};
use super::words;
use crate::error::AppError;
use crate::form::{Problem, Typed};
use crate::ui::{Field, FieldKind};
use crate::worded::{Reading, Worded, line};
use domain::Day;
use domain::id::{ClassId, EnrolmentId};
use domain::training::{Name, TrainingAct};
use store::training::IssueFacts;

/// The boxes of the people.
const WHO: &str = "who";

fn read(reading: &mut Reading<'_>) -> Option<(Day, Vec<EnrolmentId>, IssueFacts)> {
    let on = day_of(reading);
    let level = optional_of(reading, "level", Name::parse);
    let issuer = name_of(reading, "issuer", words::issuer);
    let signer = name_of(reading, "signer", words::signer);
    let ticked = reading.typed.iter().filter(|(_, value)| *value == "yes");
    let who = ticked.filter_map(|(name, _)| name.strip_prefix("who_")?.parse::<EnrolmentId>().ok());
    let who: Vec<EnrolmentId> = who.collect();
    if who.is_empty() {
        reading.problems.push(Problem::of(WHO, words::nobody_ticked(reading.lang)));
    }
    Some((on?, who, IssueFacts { level, issuer: issuer?, signer: signer? }))
}

/// The form; everybody who may get one is ticked.
pub async fn form(room: &Room<'_>, id: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let id: ClassId = room.id(id)?;
    let page = room.desk.class(id).await.map_err(|error| room.redact(error))?;
    let plan = &page.class.plan;
    let (may, others) = parted(&page, TrainingAct::IssueCertificate, lang);
    let who = may.iter().map(|row| {
        let mark = row.best.map(|mark| mark.to_string()).unwrap_or_default();
        (row.enrolment.id.to_string(), format!("{} {mark}", person(row, lang)))
    });
    let boxes = Field {
        kind: FieldKind::Boxes,
        options: who.collect(),
        ..line(WHO, words::who_gets_one(lang), "", true)
    };
    let fields = vec![
        boxes,
        room.day_field(),
        line("level", words::level(lang), words::level_hint(lang), false),
        line("issuer", words::issuer(lang), "", true),
        line("signer", words::signer(lang), "", true),
    ];
    let mut values: Typed =
        may.iter().map(|row| (format!("{WHO}_{}", row.enrolment.id), "yes".to_owned())).collect();
    values.insert("issuer".to_owned(), room.store.bureau().full_name.clone());
    let subject = format!("classes/{id}");
    let asked = Asked {
        subject: &subject,
        act: TrainingAct::IssueCertificate.into(),
        version: page.class.version,
        fields,
        values,
        consequence: words::issue_consequence(lang),
    };
    let sheet = room.sheet(asked, |reading| drop(read(reading))).await?;
    let heading = FormPage {
        title: TrainingAct::IssueCertificate.title(lang).to_owned(),
        small: plan.name.to_string(),
        way: vec![
            (words::classes(lang).to_owned(), room.to("classes")),
            (plan.name.to_string(), room.to(&subject)),
        ],
        lines: others,
    };
    Ok(heading.with(room, sheet))
}

/// Issues all that were ticked, or none.
pub async fn act(room: &Room<'_>, id: &str, reading: &mut Reading<'_>) -> Result<Outcome, store::Error> {
    let id: ClassId = id.parse().map_err(|_| store::Error::NotFound)?;
    let Some((on, who, facts)) = read(reading).filter(|_| reading.problems.is_empty()) else {
        return Ok(Outcome::Problems);
    };
    let page = room.desk.class(id).await?;
    let named = |id: &EnrolmentId| {
        let known = page.roster.iter().find(|one| one.enrolment.id == *id);
        (*id, known.map(|one| person(one, room.lang)).unwrap_or_default())
    };
    let names: Vec<(EnrolmentId, String)> = who.iter().map(named).collect();
    match room.desk.issue_certificates(id, on, who, facts).await {
        Ok(outcomes) => Ok(judged(room, &names, outcomes, |_| WHO.to_owned(), format!("classes/{id}"))),
        Err(store::Error::Invalid { field, code }) => Ok(Outcome::Invalid(field, code)),
        Err(error) => Err(error),
    }
}
