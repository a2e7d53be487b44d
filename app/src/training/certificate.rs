//! Certificates: the list, and one with what it replaces and what replaces it.

use super::chain::{certificates, head};
use super::room::{Room, select};
use super::tag::certificate_tag;
use super::views::views;
use super::words;
use crate::error::AppError;
use crate::path;
use crate::worded::{Block, Cell, Worded, line as text_field};
use domain::Lang;
use domain::id::CertificateId;
use domain::saved_view::ViewPage;
use domain::training::CertificateState;
use store::training::{CertificateFilter, CertificateLine, CertificatePage};

/// What the filter's form sends.
const FILTERS: [&str; 2] = ["q", "year"];

/// The list, newest issue first.
pub async fn list(room: &Room<'_>) -> Result<Worded, AppError> {
    let lang = room.lang;
    let filter = CertificateFilter { year: room.asked("year").parse().ok(), search: room.searched().await? };
    let page = room.desk.certificates(&filter, room.after()?).await.map_err(|error| room.redact(error))?;
    let this_year = chrono::Datelike::year(&room.store.today());
    let years = (this_year - 9..=this_year).rev().map(|year| (year.to_string(), year.to_string()));
    let fields = vec![
        text_field("q", words::search_certificate(lang), "", false),
        select("year", words::year(lang), false, years.collect()),
    ];
    let columns: [fn(Lang) -> &'static str; 5] =
        [words::number, words::holder, words::trade, words::issued_on, words::state];
    let is_narrowed = FILTERS.iter().any(|name| !room.asked(name).is_empty());
    let next = page.next.map(|id| room.list("certificates", &FILTERS, Some(id.to_string())));
    let block = Block {
        lines: vec![room.total(page.total)],
        views: views(room, ViewPage::Certificates).await?,
        filter: Some(room.filter("certificates", fields).await?),
        head: head(&columns, lang),
        rows: page.rows.iter().map(|row| line(room, row)).collect(),
        empty: if is_narrowed { words::nothing_found(lang) } else { words::no_certificates(lang) }.to_owned(),
        next: next.unwrap_or_default(),
        first: match room.asked("after") {
            "" => String::new(),
            _ => room.list("certificates", &FILTERS, None),
        },
        ..Block::default()
    };
    let title = words::certificates(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        crumbs: room.crumbs([(title, String::new())]),
        blocks: vec![block],
        ..Worded::default()
    })
}

fn line(room: &Room<'_>, row: &CertificateLine) -> Vec<Cell> {
    let certificate = &row.certificate;
    let to = room.to(&format!("certificates/{}", row.id));
    vec![
        Cell::link(room.certificate_number(&certificate.number), to),
        Cell { small: row.id_number_masked.clone(), ..Cell::of(row.holder()) },
        Cell::of(certificate.facts.trade.to_string()),
        Cell::of(row.issued_on.to_string()),
        Cell { tag: certificate_tag(certificate.state.stage(), room.lang), ..Cell::default() },
    ]
}

/// One certificate.
pub async fn show(room: &Room<'_>, id: &str) -> Result<Worded, AppError> {
    let lang = room.lang;
    let id: CertificateId = room.id(id)?;
    let page = room.desk.certificate(id).await.map_err(|error| room.redact(error))?;
    let buttons = room.buttons(&format!("certificates/{id}"), &page.next);
    let todo = Block {
        title: words::next(lang).to_owned(),
        lines: if buttons.is_empty() { vec![words::nothing_next(lang).to_owned()] } else { Vec::new() },
        buttons,
        ..Block::default()
    };
    let done = Block {
        title: words::timeline(lang).to_owned(),
        timeline: room.timeline(&page.events),
        ..Block::default()
    };
    let number = room.certificate_number(&page.certificate.certificate.number);
    let is_valid = matches!(page.certificate.certificate.state, CertificateState::Issued { .. });
    // A visit of the city prints nothing.
    let prints = is_valid && room.slug == room.store.bureau().slug;
    let paper =
        || (words::print_certificate(lang).to_owned(), path::certificate_paper(room.slug, &id.to_string()));
    let acts = prints.then(paper).into_iter().collect();
    let mut blocks = vec![facts(room, &page), todo];
    if !page.others.is_empty() {
        blocks.push(Block {
            title: words::other_certificates(lang).to_owned(),
            ..certificates(room, &page.others)
        });
    }
    blocks.push(done);
    Ok(Worded {
        title: number.clone(),
        small: page.certificate.certificate.state.stage().title(lang).to_owned(),
        acts,
        crumbs: room.crumbs([
            (words::certificates(lang).to_owned(), room.to("certificates")),
            (number, String::new()),
        ]),
        blocks,
        ..Worded::default()
    })
}

fn facts(room: &Room<'_>, page: &CertificatePage) -> Block {
    let lang = room.lang;
    let (record, certificate) = (&page.certificate, &page.certificate.certificate);
    let printed = &certificate.facts;
    let fact = |name: fn(Lang) -> &'static str, value: String| (name(lang).to_owned(), value);
    let mut facts = vec![
        fact(words::id_number, record.id_number_masked.clone()),
        fact(words::trade, printed.trade.to_string()),
        fact(words::level, printed.level.as_ref().map(ToString::to_string).unwrap_or_default()),
        fact(words::hours, printed.hours.to_string()),
        fact(words::mark, printed.mark.to_string()),
        fact(words::exam_on, printed.exam_on.to_string()),
        fact(words::issued_on, record.issued_on.to_string()),
        fact(words::issuer, printed.issuer.to_string()),
        fact(words::signer, printed.signer.to_string()),
    ];
    match &certificate.state {
        CertificateState::Issued { .. } => {}
        CertificateState::Replaced { ground, on, .. } => {
            facts.push(fact(words::ground, format!("{} · {on}", ground.title(lang))));
        }
        CertificateState::Revoked { reason, decision, on, .. } => {
            facts.push(fact(words::decision, format!("{decision} · {on}")));
            facts.push(fact(words::reason, reason.to_string()));
        }
    }
    let mut linked = vec![
        (
            words::holder(lang).to_owned(),
            (record.holder().to_owned(), room.to(&format!("trainees/{}", page.trainee))),
        ),
        (
            words::class_name(lang).to_owned(),
            (page.class_name.clone(), room.to(&format!("classes/{}", page.class))),
        ),
        (
            words::enrolment(lang).to_owned(),
            (words::enrolment_of(lang).to_owned(), room.to(&format!("enrolments/{}", certificate.enrolment))),
        ),
    ];
    let replaced_with = match &certificate.state {
        CertificateState::Replaced { with, .. } => Some(with),
        _ => None,
    };
    for (name, number) in
        [(words::replaces(lang), certificate.replaces.as_ref()), (words::replaced_with(lang), replaced_with)]
    {
        let Some(number) = number else { continue };
        let other = page.others.iter().find(|other| other.certificate.number == *number);
        match other {
            Some(other) => linked.push((
                name.to_owned(),
                (room.certificate_number(number), room.to(&format!("certificates/{}", other.id))),
            )),
            None => facts.push((name.to_owned(), room.certificate_number(number))),
        }
    }
    Block {
        title: words::facts(lang).to_owned(),
        linked,
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        ..Block::default()
    }
}
