//! Trainees: the list, and one with the chain of each class.

use super::chain::{attended, head, marks_in_words, sitting};
use super::deed::EDIT_TRAINEE;
use super::room::Room;
use super::views::views;
use super::words;
use crate::error::AppError;
use crate::worded::{Block, Button, Cell, Worded, line as text_field};
use domain::Lang;
use domain::id::TraineeId;
use domain::role::Power;
use domain::saved_view::ViewPage;
use domain::training::sittings;
use domain::value::Sex;
use store::training::{EnrolmentChain, TraineeFilter, TraineeRecord};

/// What the filter's form sends.
const FILTERS: [&str; 2] = ["q", "town"];

/// The list, by the sound of the names.
pub async fn list(room: &Room<'_>) -> Result<Worded, AppError> {
    let lang = room.lang;
    let town = Some(room.asked("town").trim().to_owned()).filter(|town| !town.is_empty());
    let filter = TraineeFilter { search: room.searched().await?, town };
    let page = room.desk.trainees(&filter, room.after()?).await.map_err(|error| room.redact(error))?;
    let fields = vec![
        text_field("q", words::search_trainee(lang), "", false),
        text_field("town", words::town(lang), "", false),
    ];
    let columns: [fn(Lang) -> &'static str; 4] = [words::name, words::id_number, words::town, words::phones];
    let is_narrowed = FILTERS.iter().any(|name| !room.asked(name).is_empty());
    let block = Block {
        lines: vec![room.total(page.total)],
        views: views(room, ViewPage::Trainees).await?,
        filter: Some(room.filter("trainees", fields).await?),
        head: head(&columns, lang),
        rows: page.rows.iter().map(|row| line(room, row)).collect(),
        empty: if is_narrowed { words::nothing_found(lang) } else { words::no_trainees(lang) }.to_owned(),
        next: page.next.map(|id| room.list("trainees", &FILTERS, Some(id.to_string()))).unwrap_or_default(),
        first: match room.asked("after") {
            "" => String::new(),
            _ => room.list("trainees", &FILTERS, None),
        },
        ..Block::default()
    };
    let title = words::trainees(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        crumbs: room.crumbs([(title, String::new())]),
        blocks: vec![block],
        ..Worded::default()
    })
}

fn line(room: &Room<'_>, row: &TraineeRecord) -> Vec<Cell> {
    vec![
        Cell::link(row.name.clone(), room.to(&format!("trainees/{}", row.id))),
        Cell::of(row.id_number_masked.clone()),
        Cell::of(row.town.clone()),
        Cell::of(row.phone_masked.clone()),
    ]
}

/// One person.
pub async fn show(room: &Room<'_>, id: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let id: TraineeId = room.id(id)?;
    let page = room.desk.trainee(id).await.map_err(|error| room.redact(error))?;
    let trainee = &page.trainee;
    let mut blocks = vec![facts(room, trainee)];
    if page.chains.is_empty() {
        let empty = words::no_enrolments(lang).to_owned();
        blocks.push(Block { title: words::classes(lang).to_owned(), empty, ..Block::default() });
    }
    blocks.extend(page.chains.iter().map(|one| chain(room, one)));
    Ok(Worded {
        title: trainee.name.clone(),
        small: trainee.id_number_masked.clone(),
        crumbs: room.crumbs([
            (words::trainees(lang).to_owned(), room.to("trainees")),
            (trainee.name.clone(), String::new()),
        ]),
        blocks,
        ..Worded::default()
    })
}

fn facts(room: &Room<'_>, trainee: &TraineeRecord) -> Block {
    let lang = room.lang;
    let fact = |name: fn(Lang) -> &'static str, value: String| (name(lang).to_owned(), value);
    let sex = match trainee.sex {
        Sex::Male => lang.pick("男", "male"),
        Sex::Female => lang.pick("女", "female"),
    };
    let facts = vec![
        fact(words::id_number, trainee.id_number_masked.clone()),
        fact(words::phones, trainee.phone_masked.clone()),
        fact(words::sex, sex.to_owned()),
        fact(words::ethnic_group, trainee.ethnic_group.map(|group| group.word(lang)).unwrap_or_default()),
        fact(
            words::education,
            trainee.education.as_ref().map(|one| one.word(lang).to_owned()).unwrap_or_default(),
        ),
        fact(words::town, trainee.town.clone()),
    ];
    let subject = format!("trainees/{}", trainee.id);
    let mut buttons = Vec::new();
    let mut button = |words: &str, page: String| {
        buttons.push(Button { words: words.to_owned(), to: room.to(&page), ..Button::default() });
    };
    if room.may(Power::RunTraining) {
        button(words::edit_trainee(lang), format!("{subject}/do/{EDIT_TRAINEE}"));
    }
    if super::contact::may_open(room) {
        button(words::open_contact(lang), format!("{subject}/contact"));
    }
    Block {
        title: words::facts(lang).to_owned(),
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        buttons,
        ..Block::default()
    }
}

/// One class of the person, from the application to the certificate.
fn chain(room: &Room<'_>, chain: &EnrolmentChain) -> Block {
    let (lang, record) = (room.lang, &chain.enrolment);
    let fact = |name: fn(Lang) -> &'static str, value: String| (name(lang).to_owned(), value);
    let marks = sittings(&chain.exam)
        .into_iter()
        .map(|entry| format!("{} {}", sitting(entry.sitting, lang), marks_in_words(&entry.marks, lang)));
    let marks: Vec<String> = marks.collect();
    let facts = vec![
        fact(words::state, record.state.stage().title(lang).to_owned()),
        fact(words::programmes, chain.programme_title.clone()),
        fact(words::days, format!("{}–{}", record.opens_on, record.ends_on)),
        fact(words::attendance, attended(chain, lang)),
        fact(words::marks, marks.join(lang.pick("；", "; "))),
    ];
    let enrolment = room.to(&format!("enrolments/{}", record.id));
    let mut linked = vec![
        (words::enrolment(lang).to_owned(), (words::enrolment_of(lang).to_owned(), enrolment)),
        (
            words::class_name(lang).to_owned(),
            (chain.class.plan.name.to_string(), room.to(&format!("classes/{}", chain.class.id))),
        ),
    ];
    linked.extend(chain.certificates.iter().map(|one| {
        let stage = one.certificate.state.stage().title(lang);
        let words = format!("{} · {stage}", room.certificate_number(&one.certificate.number));
        (words::certificate(lang).to_owned(), (words, room.to(&format!("certificates/{}", one.id))))
    }));
    Block {
        title: chain.class.plan.name.to_string(),
        linked,
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        timeline: room.timeline(&chain.events),
        ..Block::default()
    }
}
