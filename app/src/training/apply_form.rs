//! 登记报名: somebody applies to a class.

use super::act::Outcome;
use super::details_form::{details_fields, optional_of, read_details};
use super::notice;
use super::page::FormPage;
use super::programme_form::value_of;
use super::room::{Asked, Room, day_of, select};
use super::words;
use crate::error::AppError;
use crate::form::{Problem, Typed};
use crate::ui::Field;
use crate::worded::{Reading, Worded, line};
use domain::id::ClassId;
use domain::training::roll::Education;
use domain::training::{ClassStage, NextAct, Refusal, RefusalCode, Standing, TrainingAct};
use domain::value::{EthnicGroup, IdNumber, Line, PersonName, parse_phones};
use domain::{Day, Lang};
use store::training::{Applicant, Application, ClassRecord, EnrolmentDetails, Trainee};

/// Whether somebody may be registered now, as far as the class and the person who enters it are concerned.
#[must_use]
pub fn next(room: &Room<'_>, class: &ClassRecord) -> NextAct {
    let (act, power) = (TrainingAct::Apply, TrainingAct::Apply.power());
    let stage = class.state.stage();
    let code = match stage {
        ClassStage::Enrolling | ClassStage::Open if room.may(power) => None,
        ClassStage::Enrolling | ClassStage::Open => Some(RefusalCode::NoRight { power }),
        stage => Some(RefusalCode::NotInThisState { state: Standing::Class(stage) }),
    };
    NextAct { act, power, refusal: code.map(|code| Refusal::new(act, code)) }
}

/// The education's own words, where the usual ones do not fit.
pub const OTHER: &str = "other";

/// What is asked of a person.
#[must_use]
pub fn person_fields(lang: Lang) -> Vec<Field> {
    let groups = EthnicGroup::all().map(|group| (group.as_str().to_owned(), group.word(lang)));
    let usual = Education::USUAL.iter();
    let usual = usual.map(|one| (one.word(Lang::Zh).to_owned(), one.word(lang).to_owned()));
    let other = (OTHER.to_owned(), words::education_other(lang).to_owned());
    vec![
        line("name", words::name(lang), "", true),
        line("id_number", words::id_number(lang), words::id_number_hint(lang), true),
        line("phones", words::phones(lang), words::phones_hint(lang), false),
        select("ethnic_group", words::ethnic_group(lang), false, groups.collect()),
        select("education", words::education(lang), false, usual.chain([other]).collect()),
        line("education_other", words::education_words(lang), words::education_hint(lang), false),
        line("town", words::town(lang), "", false),
    ]
}

/// Education out of the list, or in its own words.
pub fn read_education(reading: &mut Reading<'_>) -> Option<Education> {
    let chosen = reading.value("education");
    if chosen == OTHER {
        return value_of(reading, "education_other", words::education_words, Education::parse);
    }
    if chosen.is_empty() {
        return optional_of(reading, "education_other", Education::parse);
    }
    reading.read("education", Education::parse(&chosen))
}

fn read_person(reading: &mut Reading<'_>, today: Day) -> Option<Trainee> {
    let name = value_of(reading, "name", words::name, PersonName::parse);
    let number = |text: &str| IdNumber::parse_on(text, today);
    let id_number = value_of(reading, "id_number", words::id_number, number);
    let phones = optional_of(reading, "phones", parse_phones).unwrap_or_default();
    let ethnic_group = optional_of(reading, "ethnic_group", EthnicGroup::parse);
    let education = read_education(reading);
    let town = optional_of(reading, "town", Line::parse);
    Some(Trainee { name: name?, id_number: id_number?, ethnic_group, education, town, phones })
}

fn read(reading: &mut Reading<'_>, today: Day) -> Option<(Day, Trainee, EnrolmentDetails)> {
    let on = day_of(reading);
    let person = read_person(reading, today);
    let details = read_details(reading, None, on.unwrap_or(today));
    Some((on?, person?, details))
}

/// The form.
pub async fn form(room: &Room<'_>, id: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let id: ClassId = room.id(id)?;
    let page = room.desk.class(id).await.map_err(|error| room.redact(error))?;
    let (plan, bureau) = (&page.class.plan, room.store.bureau());
    let mut lines = vec![notice::of_bureau(&bureau.full_name, &bureau.phone, lang)];
    if let Some(refusal) = next(room, &page.class).refusal {
        lines.insert(0, refusal.sentence(lang).to_string());
    }
    let subject = format!("classes/{id}");
    let mut fields = vec![room.day_field()];
    fields.extend(person_fields(lang));
    fields.extend(details_fields(lang));
    let asked = Asked {
        subject: &subject,
        act: TrainingAct::Apply.into(),
        version: page.class.version,
        fields,
        values: Typed::new(),
        consequence: words::apply_consequence(lang),
    };
    let today = room.store.today();
    let sheet = room.sheet(asked, |reading| drop(read(reading, today))).await?;
    let heading = FormPage {
        title: TrainingAct::Apply.title(lang).to_owned(),
        small: plan.name.to_string(),
        way: vec![
            (words::classes(lang).to_owned(), room.to("classes")),
            (plan.name.to_string(), room.to(&subject)),
        ],
        lines,
    };
    Ok(heading.with(room, sheet))
}

/// Registers the application.
pub async fn act(room: &Room<'_>, id: &str, reading: &mut Reading<'_>) -> Result<Outcome, store::Error> {
    let id: ClassId = id.parse().map_err(|_| store::Error::NotFound)?;
    let said = read(reading, room.store.today());
    let Some((on, person, details)) = said.filter(|_| reading.problems.is_empty()) else {
        return Ok(Outcome::Problems);
    };
    let application = Application { applicant: Applicant::Written(Box::new(person)), details };
    match room.desk.apply(id, on, application).await {
        Ok(Ok(applied)) if applied.was_known => {
            Ok(Outcome::DoneSaying(format!("enrolments/{}", applied.enrolment), "apply_known"))
        }
        // What the number tells is told at the number.
        Ok(Err(refusal)) if matches!(refusal.code, RefusalCode::Underage { .. } | RefusalCode::Duplicate) => {
            Ok(Outcome::Told(vec![Problem::of("id_number", refusal.sentence(room.lang).to_string())]))
        }
        answer => Outcome::of(answer, |applied| format!("enrolments/{}", applied.enrolment)),
    }
}
