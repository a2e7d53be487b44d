//! 换发证书, 撤销证书.

use super::act::{Outcome, Seen};
use super::deed::Deed;
use super::details_form::optional_of;
use super::page::FormPage;
use super::programme_form::name_of;
use super::room::{Asked, Room, day_of, reason_field, reason_of, select};
use super::words;
use crate::error::AppError;
use crate::form::Typed;
use crate::ui::Field;
use crate::worded::{Reading, Worded, line};
use domain::id::CertificateId;
use domain::training::{Name, Note, ReplacementGround, TrainingAct};
use domain::value::PersonName;
use domain::{Day, Lang};

/// What a form says.
enum Said {
    Replace(Day, ReplacementGround, Option<PersonName>),
    Revoke(Day, Option<Note>, Name),
}

fn read(act: TrainingAct, reading: &mut Reading<'_>) -> Option<Said> {
    let on = day_of(reading);
    match act {
        TrainingAct::ReplaceCertificate => {
            let has_ground = reading.has("ground", words::ground);
            let ground = ReplacementGround::from_word(&reading.value("ground")).filter(|_| has_ground);
            let name = if ground == Some(ReplacementGround::NameChange) {
                reading.has("new_name", words::new_name);
                optional_of(reading, "new_name", PersonName::parse)
            } else {
                optional_of(reading, "new_name", PersonName::parse)
            };
            Some(Said::Replace(on?, ground?, name))
        }
        TrainingAct::RevokeCertificate => {
            let decision = name_of(reading, "decision", words::decision);
            let reason = reason_of(reading);
            Some(Said::Revoke(on?, reason, decision?))
        }
        _ => None,
    }
}

fn fields_of(room: &Room<'_>, act: TrainingAct, lang: Lang) -> Vec<Field> {
    let mut fields = vec![room.day_field()];
    if act == TrainingAct::ReplaceCertificate {
        let grounds = ReplacementGround::ALL.iter();
        let grounds = grounds.map(|one| (one.word().to_owned(), one.title(lang).to_owned()));
        fields.push(select("ground", words::ground(lang), true, grounds.collect()));
        fields.push(line("new_name", words::new_name(lang), words::new_name_hint(lang), false));
    } else {
        fields.push(line("decision", words::decision(lang), words::decision_hint(lang), true));
        fields.push(reason_field(lang, true));
    }
    fields
}

/// The form of an act on a certificate.
pub async fn form(room: &Room<'_>, id: &str, word: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let act = TrainingAct::from_word(word).ok_or_else(|| room.nowhere())?;
    let id: CertificateId = room.id(id)?;
    let page = room.desk.certificate(id).await.map_err(|error| room.redact(error))?;
    let listed = page.next.iter().find(|one| one.act == act).ok_or_else(|| room.nowhere())?;
    let subject = format!("certificates/{id}");
    let asked = Asked {
        subject: &subject,
        act: act.into(),
        version: page.certificate.version,
        fields: fields_of(room, act, lang),
        values: Typed::new(),
        consequence: match act {
            TrainingAct::ReplaceCertificate => words::replace_consequence(lang),
            _ => words::revoke_consequence(lang),
        },
    };
    let sheet = room.sheet(asked, |reading| drop(read(act, reading))).await?;
    let number = room.certificate_number(&page.certificate.certificate.number);
    let heading = FormPage {
        title: act.title(lang).to_owned(),
        small: format!("{} · {number}", page.certificate.holder()),
        way: vec![
            (words::certificates(lang).to_owned(), room.to("certificates")),
            (number, room.to(&subject)),
        ],
        lines: listed
            .refusal
            .as_ref()
            .map(|refusal| refusal.sentence(lang).to_string())
            .into_iter()
            .collect(),
    };
    Ok(heading.with(room, sheet))
}

/// Does an act on a certificate.
pub async fn act(
    room: &Room<'_>,
    id: &str,
    seen: Seen,
    reading: &mut Reading<'_>,
) -> Result<Outcome, store::Error> {
    let id: CertificateId = id.parse().map_err(|_| store::Error::NotFound)?;
    let Deed::Act(act) = seen.deed else { return Err(store::Error::NotFound) };
    let Some(said) = read(act, reading).filter(|_| reading.problems.is_empty()) else {
        return if reading.problems.is_empty() { Err(store::Error::NotFound) } else { Ok(Outcome::Problems) };
    };
    match said {
        Said::Replace(on, ground, name) => {
            let answer = room.desk.replace_certificate(id, seen.version, on, ground, name).await;
            Outcome::of(answer, |new| format!("certificates/{}", new.id))
        }
        Said::Revoke(on, reason, decision) => {
            let answer = room.desk.revoke_certificate(id, seen.version, on, reason, decision).await;
            Outcome::of(answer, |()| format!("certificates/{id}"))
        }
    }
}
