//! `xiaoxiang import establishments`

use super::{Failure, Outcome, open};
use crate::config::Settings;
use crate::exchange::{Comparison, Ledger, Report, import, read_ledger, report};
use clap::{Args, Subcommand};
use domain::Lang;
use domain::establishment::{Industries, Unreadable};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Args, Debug)]
pub struct ImportArguments {
    #[command(subcommand)]
    what: ImportWhat,
}

#[derive(Debug, Subcommand)]
enum ImportWhat {
    /// Import a bureau's ledger of establishments: the right rows go in, the wrong ones are told
    Establishments {
        /// The workbook, .xlsx or .xls
        file: PathBuf,
        /// Slug of the bureau
        #[arg(long)]
        bureau: String,
        /// Compare only, change nothing
        #[arg(long)]
        dry_run: bool,
        /// Put nothing in when a row is wrong
        #[arg(long)]
        all_or_nothing: bool,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Serialize)]
struct PrintedRefusal {
    error: &'static str,
    message: &'static str,
}

/// Imports; exit status 1 when the file was refused or rows were wrong.
pub async fn run(arguments: ImportArguments, settings: &Settings) -> Outcome {
    let ImportWhat::Establishments { file, bureau: slug, dry_run, all_or_nothing, json } = arguments.what;
    let store = open::store(settings).await?;
    let bytes = std::fs::read(&file)
        .map_err(|error| Failure::Refused(format!("cannot read {}: {error}", file.display())))?;
    let name = file_name(&file);
    let bureau = store.operate(&slug).await.map_err(|error| match error {
        store::Error::NotFound => Failure::Refused(format!("there is no bureau {slug:?}")),
        other => other.into(),
    })?;
    let industries = Industries::of(store::catalogue::in_use());
    let mut ledger = match read_ledger(&bytes, &name, &industries, bureau.today()) {
        Ok(ledger) => ledger,
        Err(reason) => return refuse(reason, json),
    };
    let (done, is_written) = if dry_run {
        (import(&bureau, &mut ledger, None).await?, false)
    } else {
        let id = bureau.stage_import(&name, &bytes, "{}").await?;
        let done = import(&bureau, &mut ledger, Some(id)).await?;
        let keeps = done.counts.wrong == 0 || !all_or_nothing;
        if keeps {
            bureau.close_import(id, done.counts, "{}").await?;
            bureau.commit().await?;
        }
        (done, keeps)
    };
    let report = report(&ledger, Lang::Zh);
    if json {
        print_json(&report)?;
    } else {
        print_text(&report, &ledger, &done, is_written);
    }
    Ok(if report.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn file_name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn refuse(reason: Unreadable, json: bool) -> Outcome {
    if !json {
        return Err(Failure::Refused(format!("{} {}", reason.message(Lang::Zh), reason.message(Lang::En))));
    }
    print_json(&PrintedRefusal { error: reason.code(), message: reason.message(Lang::Zh) })?;
    Ok(ExitCode::FAILURE)
}

fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string(value).map_err(|error| Failure::Refused(error.to_string()))?;
    println!("{text}");
    Ok(())
}

fn print_text(report: &Report, ledger: &Ledger, done: &Comparison, written: bool) {
    let counts = done.counts;
    println!(
        "{} rows, {} right, {} wrong, {} skipped: {} establishments new, {} changed, {} the same{}",
        report.rows,
        report.valid,
        report.wrong.len(),
        counts.skipped,
        counts.new,
        counts.changed,
        counts.same,
        if written { "" } else { " (nothing was changed)" }
    );
    for sheet in ledger.sheets.iter().filter(|sheet| sheet.found.is_none()) {
        println!("  sheet {:?} carries no header and was left alone", sheet.name);
    }
    for row in &report.wrong {
        for reason in &row.reasons {
            println!("  {} {}: {}: {} [{}]", row.sheet, row.row, reason.column, reason.message, reason.code);
        }
    }
}
