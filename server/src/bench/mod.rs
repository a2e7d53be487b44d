//! The figures that the product promises, measured on a throw-away database.
//!
//! Costs are CPU time of this process, told as ratios: a busy machine makes both sides slower alike. What PostgreSQL's
//! own processes spend is told beside it, and counted with it for a case's step.

mod audit;
mod city;
mod client;
mod cpu;
mod dossier;
mod figure;
mod fill;
mod import;
mod list;
mod paper;
mod serve;
mod step;

pub use figure::Figure;

use crate::config::Settings;
use crate::demo;
use std::sync::Arc;
use store::{Clock, FixedClock, Keys, Store, SystemClock};

/// The bureau that is filled.
const BUREAU: &str = "daoxian";
/// Cases before the first measure of a step; it is compared with the full number.
const CASES_FEW: usize = 1_000;

type Failed = Box<dyn std::error::Error>;

/// Measures everything with so many establishments and cases, and the city's view with so many cases and trainees: embedded, or in an empty database of PostgreSQL.
///
/// # Errors
/// Whatever stands in the way.
pub async fn measure(
    settings: &Settings,
    rows: usize,
    city_rows: usize,
    postgres: Option<String>,
) -> Result<Vec<Figure>, Failed> {
    let folder = tempfile::tempdir()?;
    let mut settings = settings.clone();
    let embedded = || format!("sqlite://{}", folder.path().join("bench.db").display());
    settings.database = postgres.unwrap_or_else(embedded);
    settings.keys = folder.path().join("bench.keys");
    settings.files = folder.path().join("files").display().to_string();
    let url = settings.database_url()?;
    Store::migrate(&url).await?;
    let now = SystemClock.now();
    let hand = Arc::new(FixedClock::at(now));
    let store = Store::open(&url, Keys::open(&settings.keys)?, hand.clone()).await?;
    if !store.bureaus().await?.is_empty() {
        return Err("the database is not empty: the measure would fill it".into());
    }
    eprintln!("loading the demo, then {rows} establishments and {rows} cases; about three minutes");
    let files = store.files(&settings.files_place()?)?;
    demo::load((&store, &files), &hand, now).await?;

    let mut figures = serve::bundle(&settings)?;
    figures.push(paper::cost(&settings)?);
    figures.push(dossier::cost(&settings).await?);
    fill::cases(&store, 0..CASES_FEW).await?;
    let few = step::cost(&store).await?;
    fill::establishments(&store, rows, now.day()).await?;
    fill::cases(&store, CASES_FEW..rows.max(CASES_FEW)).await?;
    let many = step::cost(&store).await?;
    figures.push(Figure::ratio(
        &format!("a case step at {rows} cases to one at {CASES_FEW}"),
        many / few,
        1.2,
    ));
    figures.extend(list::costs(&store, &settings).await?);
    let importing = store.operate(import::BUREAU).await?;
    let bureau = importing.bureau().clone();
    drop(importing);
    store.close().await?;
    figures.extend(serve::process(&settings).await?);
    figures.extend(import::costs(&settings, folder.path(), &bureau, now.day())?);
    let store = Store::open(&url, Keys::open(&settings.keys)?, hand).await?;
    figures.push(audit::costs(&store).await?);
    figures.extend(city::costs(&store, city_rows).await?);
    store.close().await?;
    Ok(figures)
}
