//! 修改学员信息: a number that is left as it is shown, masked, stays.

use super::act::{Outcome, Seen};
use super::apply_form::{OTHER, person_fields, read_education};
use super::deed::{Deed, EDIT_TRAINEE};
use super::details_form::optional_of;
use super::page::FormPage;
use super::programme_form::value_of;
use super::room::{Asked, Room};
use super::words;
use crate::error::AppError;
use crate::form::Typed;
use crate::worded::{Reading, Worded};
use domain::id::TraineeId;
use domain::role::Power;
use domain::training::roll::Education;
use domain::value::{EthnicGroup, IdNumber, Line, PersonName, parse_phones};
use domain::{Day, Lang};
use store::training::{TraineeChange, TraineeRecord};

/// What stands in the fields of an education.
fn education_values(of: Option<&Education>) -> [(&'static str, String); 2] {
    match of {
        Some(Education::Other(written)) => {
            [("education", OTHER.to_owned()), ("education_other", written.to_string())]
        }
        Some(usual) => [("education", usual.word(Lang::Zh).to_owned()), ("education_other", String::new())],
        None => [("education", String::new()), ("education_other", String::new())],
    }
}

fn values(of: &TraineeRecord) -> Typed {
    let pairs = [
        ("name", of.name.clone()),
        ("id_number", of.id_number_masked.clone()),
        ("phones", of.phone_masked.clone()),
        ("ethnic_group", of.ethnic_group.map(EthnicGroup::as_str).unwrap_or_default().to_owned()),
        ("town", of.town.clone()),
    ];
    let education = education_values(of.education.as_ref());
    pairs.into_iter().chain(education).map(|(name, value)| (name.to_owned(), value)).collect()
}

fn read(reading: &mut Reading<'_>, of: &TraineeRecord, today: Day) -> Option<TraineeChange> {
    let name = value_of(reading, "name", words::name, PersonName::parse);
    let stays = |text: &str, masked: &str| !masked.is_empty() && text == masked;
    let id_number = if stays(&reading.value("id_number"), &of.id_number_masked) {
        None
    } else {
        value_of(reading, "id_number", words::id_number, |text| IdNumber::parse_on(text, today))
    };
    let phones = match reading.value("phones") {
        text if stays(&text, &of.phone_masked) => None,
        text if text.is_empty() => Some(Vec::new()),
        _ => optional_of(reading, "phones", parse_phones),
    };
    let ethnic_group = optional_of(reading, "ethnic_group", EthnicGroup::parse);
    let education = read_education(reading);
    let town = optional_of(reading, "town", Line::parse);
    Some(TraineeChange { name: name?, id_number, ethnic_group, education, town, phones })
}

/// The form.
pub async fn form(room: &Room<'_>, id: &str, word: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    if word != EDIT_TRAINEE || !room.may(Power::RunTraining) {
        return Err(room.nowhere());
    }
    let id: TraineeId = room.id(id)?;
    let trainee = room.desk.trainee(id).await.map_err(|error| room.redact(error))?.trainee;
    let subject = format!("trainees/{id}");
    let mut fields = person_fields(lang);
    for field in fields.iter_mut().filter(|field| matches!(field.name.as_str(), "id_number" | "phones")) {
        field.hint = words::masked_stays(lang).to_owned();
    }
    let asked = Asked {
        subject: &subject,
        act: Deed::EditTrainee,
        version: trainee.version,
        fields,
        values: values(&trainee),
        consequence: words::edit_trainee_consequence(lang),
    };
    let today = room.store.today();
    let sheet = room.sheet(asked, |reading| drop(read(reading, &trainee, today))).await?;
    let heading = FormPage {
        title: Deed::EditTrainee.title(lang).to_owned(),
        small: trainee.name.clone(),
        way: vec![
            (words::trainees(lang).to_owned(), room.to("trainees")),
            (trainee.name.clone(), room.to(&subject)),
        ],
        lines: Vec::new(),
    };
    Ok(heading.with(room, sheet))
}

/// Changes the record.
pub async fn act(
    room: &Room<'_>,
    id: &str,
    seen: Seen,
    reading: &mut Reading<'_>,
) -> Result<Outcome, store::Error> {
    let id: TraineeId = id.parse().map_err(|_| store::Error::NotFound)?;
    let trainee = room.desk.trainee(id).await?.trainee;
    let change = read(reading, &trainee, room.store.today());
    let Some(change) = change.filter(|_| reading.problems.is_empty()) else { return Ok(Outcome::Problems) };
    let answer = room.desk.edit_trainee(id, seen.version, change).await;
    Outcome::of(answer.map(Ok), |_| format!("trainees/{id}"))
}
