//! What is done for many people of a class at once: who may, who may not and why, and what became of each row.

use super::act::Outcome;
use super::room::Room;
use crate::form::Problem;
use domain::Lang;
use domain::id::EnrolmentId;
use domain::training::{NextAct, RefusalCode, TrainingAct};
use store::training::{ClassPage, RosterRow, RowOutcome};

/// The acts that have one form for a whole class.
const OF_MANY: [TrainingAct; 2] = [TrainingAct::RecordMarks, TrainingAct::IssueCertificate];

/// 盘子士（0047）
#[must_use]
pub fn person(row: &RosterRow, lang: Lang) -> String {
    let (name, end) = (&row.trainee.name, row.trainee.id_number_end());
    lang.pick(format!("{name}（{end}）"), format!("{name} ({end})"))
}

/// Whether the act is open for a person; a re-sit whose last day is over may still be entered for a day before it.
fn is_open(next: &NextAct) -> bool {
    match &next.refusal {
        None => true,
        Some(refusal) => matches!(refusal.code, RefusalCode::ReSitOver { .. }),
    }
}

/// Those for whom the act is open, and why it is not for others of whom it can be asked.
#[must_use]
pub fn parted(page: &ClassPage, act: TrainingAct, lang: Lang) -> (Vec<&RosterRow>, Vec<String>) {
    let (mut may, mut others) = (Vec::new(), Vec::new());
    for row in &page.roster {
        let Some(next) = row.next.iter().find(|next| next.act == act) else { continue };
        match &next.refusal {
            Some(refusal) if !is_open(next) => {
                others.push(format!("{}: {}", person(row, lang), refusal.sentence(lang)));
            }
            _ => may.push(row),
        }
    }
    (may, others)
}

/// The acts that are open for at least one person of the class.
#[must_use]
pub fn next(page: &ClassPage) -> Vec<NextAct> {
    let open = |act: &TrainingAct| {
        let mut all = page.roster.iter().flat_map(|row| &row.next);
        all.any(|next| next.act == *act && is_open(next))
    };
    let next = |act: TrainingAct| NextAct { act, power: act.power(), refusal: None };
    OF_MANY.into_iter().filter(open).map(next).collect()
}

/// Done when every row was; otherwise what is wrong with each row, at the field that `field` names.
#[must_use]
pub fn judged<T>(
    room: &Room<'_>,
    rows: &[(EnrolmentId, String)],
    outcomes: Vec<RowOutcome<T>>,
    field: impl Fn(EnrolmentId) -> String,
    done: String,
) -> Outcome {
    let told = rows.iter().zip(outcomes).filter_map(|((id, person), outcome)| {
        let wrong = match outcome {
            RowOutcome::Done(_) => return None,
            RowOutcome::Refused(refusal) => refusal.sentence(room.lang).to_string(),
            RowOutcome::Changed => super::words::row_changed(room.lang).to_owned(),
            RowOutcome::Unknown => super::words::row_unknown(room.lang).to_owned(),
        };
        Some(Problem::of(field(*id), format!("{person}: {wrong}")))
    });
    let told: Vec<Problem> = told.collect();
    if told.is_empty() { Outcome::Done(done) } else { Outcome::Told(told) }
}
