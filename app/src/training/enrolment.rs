//! One person in one class.

use super::chain::{attendance, attended, certificates, marks};
use super::deed::EDIT_ENROLMENT;
use super::room::Room;
use super::words;
use crate::error::AppError;
use crate::worded::{Block, Button, Worded};
use domain::Lang;
use domain::id::EnrolmentId;
use domain::role::Power;
use domain::training::{Consent, EnrolmentState, NextAct, TrainingAct};
use store::training::EnrolmentPage;

/// The page.
pub async fn show(room: &Room<'_>, id: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let id: EnrolmentId = room.id(id)?;
    let page = room.desk.enrolment(id).await.map_err(|error| room.redact(error))?;
    let EnrolmentPage { trainee, chain, seconds, next } = &page;
    let class = format!("classes/{}", chain.class.id);
    let buttons = buttons(room, &format!("enrolments/{id}"), &class, next);
    let todo = Block {
        title: words::next(lang).to_owned(),
        lines: if buttons.is_empty() { vec![words::nothing_next(lang).to_owned()] } else { Vec::new() },
        buttons,
        ..Block::default()
    };
    let done = Block {
        title: words::timeline(lang).to_owned(),
        timeline: room.timeline(&chain.events),
        ..Block::default()
    };
    let class_name = chain.class.plan.name.to_string();
    Ok(Worded {
        title: trainee.name.clone(),
        small: chain.enrolment.state.stage().title(lang).to_owned(),
        crumbs: room.crumbs([
            (words::classes(lang).to_owned(), room.to("classes")),
            (class_name, room.to(&class)),
            (trainee.name.clone(), String::new()),
        ]),
        blocks: vec![
            facts(room, &page),
            todo,
            attendance(room, chain),
            marks(room, &chain.exam, seconds),
            certificates(room, &chain.certificates),
            done,
        ],
        ..Worded::default()
    })
}

/// What may be done with this one; what is done for many at once begins at the class.
fn buttons(room: &Room<'_>, subject: &str, class: &str, next: &[NextAct]) -> Vec<Button> {
    let of_many =
        |one: &&NextAct| matches!(one.act, TrainingAct::RecordMarks | TrainingAct::IssueCertificate);
    let own: Vec<NextAct> = next.iter().filter(|one| !of_many(one)).cloned().collect();
    let many: Vec<NextAct> = next.iter().filter(of_many).cloned().collect();
    let mut buttons = room.buttons(subject, &own);
    buttons.extend(room.buttons(class, &many));
    let mut has_main = false;
    for button in &mut buttons {
        button.is_main &= !has_main;
        has_main |= button.is_main;
    }
    if room.may(Power::RunTraining) {
        let to = room.to(&format!("{subject}/do/{EDIT_ENROLMENT}"));
        buttons.push(Button { words: words::edit_enrolment(room.lang).to_owned(), to, ..Button::default() });
    }
    buttons
}

/// 已同意 · 告知书 2026-1 · 2026-11-25
fn consent(of: Option<&Consent>, lang: Lang) -> String {
    match of {
        Some(Consent { version, on }) => {
            lang.pick(format!("已同意 · 告知书 {version} · {on}"), format!("given · notice {version} · {on}"))
        }
        None => lang.pick("未取得", "not given").to_owned(),
    }
}

fn facts(room: &Room<'_>, page: &EnrolmentPage) -> Block {
    let (lang, trainee, chain) = (room.lang, &page.trainee, &page.chain);
    let record = &chain.enrolment;
    let fact = |name: fn(Lang) -> &'static str, value: String| (name(lang).to_owned(), value);
    let text = |value: Option<String>| value.unwrap_or_default();
    let mut facts = vec![
        fact(words::id_number, trainee.id_number_masked.clone()),
        fact(words::town, trainee.town.clone()),
        fact(words::attendance, attended(chain, lang)),
        fact(words::consent, consent(record.consent.as_ref(), lang)),
        fact(words::destination, text(record.destination.as_ref().map(ToString::to_string))),
        fact(words::employer, text(record.employer.as_ref().map(ToString::to_string))),
        fact(words::contract_months, text(record.contract_months.map(|months| months.to_string()))),
        fact(words::remark, text(record.remark.as_ref().map(ToString::to_string))),
    ];
    match &record.state {
        EnrolmentState::Waiting { rank, .. } => facts.push(fact(words::rank, rank.to_string())),
        EnrolmentState::Accepted { out_of_line: Some(reason), .. } => {
            facts.push(fact(words::out_of_line, reason.to_string()));
        }
        EnrolmentState::Refused { reason, .. } | EnrolmentState::DroppedOut { reason, .. } => {
            facts.push(fact(words::reason, reason.to_string()));
        }
        _ => {}
    }
    let (name, days) = (&chain.class.plan.name, format!("{}–{}", record.opens_on, record.ends_on));
    facts.push(fact(words::days, days));
    Block {
        title: words::facts(lang).to_owned(),
        linked: vec![
            (
                words::class_name(lang).to_owned(),
                (name.to_string(), room.to(&format!("classes/{}", chain.class.id))),
            ),
            (
                words::trainee(lang).to_owned(),
                (trainee.name.clone(), room.to(&format!("trainees/{}", trainee.id))),
            ),
        ],
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        ..Block::default()
    }
}
