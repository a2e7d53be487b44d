//! The demo: twelve bureaus with people, powers, registers and cases in every state, deterministic, dated
//! relative to today. Everything goes in by the same doors as the real thing, each act on its own day: the
//! store's clock is a hand that the loader moves.

mod acts;
mod bureaus;
mod cases;
mod course_acts;
mod course_plan;
mod courses;
mod enforcing;
mod establishments;
mod held;
mod others;
mod people;
mod places;
mod plan;
mod plans;
mod police;
mod powers;
mod rolls;
mod spot;
mod talk;
#[cfg(test)]
mod tests;
mod trainees;
mod transfers;

use domain::establishment::Establishment;
use domain::value::ValueError;
use domain::{Day, Instant};
use store::{Bureau, Error, Files, FixedClock, Store};

pub use establishments::OF_COUNTY as ESTABLISHMENTS_OF_COUNTY;

/// The `nth` believable establishment of a bureau, always the same on the same day.
///
/// # Errors
/// When a made-up value does not pass its own check.
pub fn establishment(bureau: &Bureau, nth: usize, today: Day) -> Result<Establishment, ValueError> {
    establishments::made(bureau, nth, today).map(|(establishment, _)| establishment)
}

/// Days before today on which the bureaus begin.
const BEGUN_DAYS_AGO: u64 = 780;

/// So long ago people talked: nothing of it can be withdrawn any more.
const TALKED_MILLIS_AGO: i64 = 3 * 3_600_000;

/// Loads the demo into an empty database; in one that has bureaus it does nothing. Answers whether it did.
/// `store` works by `hand`, which stands at the present and stands there again afterwards; `files` is its place of files.
///
/// # Errors
/// What the store answers.
pub async fn load((store, files): (&Store, &Files), hand: &FixedClock, now: Instant) -> Result<bool, Error> {
    if !store.bureaus().await?.is_empty() {
        return Ok(false);
    }
    let bureaus = lay(store, hand, now).await?;
    for bureau in &bureaus {
        fill(store, hand, bureau, now.day()).await?;
    }
    transfers::answer((store, files), hand, &bureaus, now.day()).await?;
    hand.set(now.plus_millis(-TALKED_MILLIS_AGO));
    for bureau in &bureaus {
        talk::say(store, bureau).await?;
    }
    hand.set(now);
    people::lend(store).await?;
    Ok(true)
}

/// The bureaus with their people and powers.
async fn lay(store: &Store, hand: &FixedClock, now: Instant) -> Result<Vec<Bureau>, Error> {
    let today = now.day();
    let begun = today.checked_sub_days(chrono::Days::new(BEGUN_DAYS_AGO)).unwrap_or(today);
    hand.set(cases::instant(begun, 9 * 60));
    let bureaus = bureaus::lay(store).await?;
    for bureau in &bureaus {
        people::seat(store, bureau, today).await?;
        powers::give(store, bureau).await?;
    }
    bureaus::settle(store).await?;
    hand.set(now);
    Ok(bureaus)
}

/// What happens in a bureau at an instant.
enum Turn {
    Case((usize, plan::Step)),
    /// A roll of a class that has ended comes in.
    Roll(rolls::Roll),
    Course(courses::Turn),
}

/// A bureau's register, then its cases and classes, each act at its hour.
async fn fill(store: &Store, hand: &FixedClock, bureau: &Bureau, today: Day) -> Result<(), Error> {
    let begun = today.checked_sub_days(chrono::Days::new(BEGUN_DAYS_AGO)).unwrap_or(today);
    hand.set(cases::instant(begun, 10 * 60));
    let register = establishments::register(store, bureau, today).await?;
    let mut cases = cases::Docket::ready(store, hand, bureau, &register, today).await?;
    let rolls = rolls::of(bureau, today);
    let mut courses = courses::Courses::ready(store, bureau, today, rolls.len()).await?;
    let mut agenda: Vec<(Instant, Turn)> = Vec::new();
    agenda.extend(cases.agenda(today).into_iter().map(|(at, turn)| (at, Turn::Case(turn))));
    agenda.extend(rolls.into_iter().map(|roll| (roll.at, Turn::Roll(roll))));
    // The city's bureau trains nobody itself.
    if bureau.kind == store::BureauKind::County {
        rolls::begin_numbers(store, bureau, today).await?;
        agenda.extend(courses.agenda().into_iter().map(|(at, turn)| (at, Turn::Course(turn))));
    }
    agenda.sort_by_key(|(at, _)| *at);
    for (at, turn) in agenda {
        hand.set(at);
        match turn {
            Turn::Case(turn) => cases.take(turn).await?,
            Turn::Roll(roll) => rolls::import(store, bureau, &roll).await?,
            Turn::Course(turn) => courses.take(turn).await?,
        }
    }
    Ok(())
}
