//! `xiaoxiang bench`

use super::{Failure, Outcome};
use crate::bench::{self, Figure};
use crate::config::Settings;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// Measures what the product promises on a throw-away embedded database; use a release build.
#[derive(Args, Debug)]
pub struct BenchArguments {
    /// Folder of the built site
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Establishments and cases to fill in
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    rows: usize,
    /// Cases and trainees that the city's view counts
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    city_rows: usize,
    /// Measure on this PostgreSQL instead: an empty database that is thrown away afterwards, its owner's address
    #[arg(long, value_name = "URL")]
    postgres: Option<String>,
}

/// Prints one line a figure: what was measured, the figure, what was promised; exit status 1 when one is missed.
pub async fn run(arguments: BenchArguments, mut settings: Settings) -> Outcome {
    settings.site = arguments.site.unwrap_or(settings.site);
    let figures = bench::measure(&settings, arguments.rows, arguments.city_rows, arguments.postgres)
        .await
        .map_err(|error| Failure::Refused(format!("cannot measure: {error}")))?;
    for figure in &figures {
        println!("{figure}");
    }
    Ok(if figures.iter().all(Figure::is_kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
