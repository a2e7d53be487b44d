//! `xiaoxiang import`: one file per kind of ledger.

mod ledger;

use super::{Failure, Outcome, open, print_json};
use crate::config::Settings;
use crate::exchange::{Ledger, Register, Report, Roll};
use clap::{Args, Subcommand};
use domain::Lang;
use domain::ledger::{Column, Unreadable};
use serde::Serialize;
use std::path::Path;
use std::process::ExitCode;
use store::BureauStore;

#[derive(Args, Debug)]
pub struct ImportArguments {
    #[command(subcommand)]
    what: ImportWhat,
}

#[derive(Debug, Subcommand)]
enum ImportWhat {
    /// Import a bureau's ledger of establishments: the right rows go in, the wrong ones are told
    Establishments(ledger::LedgerArguments),
    /// Import a bureau's roll of trainees: the right rows go in, the wrong ones are told
    Trainees(ledger::LedgerArguments),
}

#[derive(Serialize)]
struct PrintedRefusal {
    error: &'static str,
    message: &'static str,
}

/// Imports; exit status 1 when the file was refused or rows were wrong.
pub async fn run(arguments: ImportArguments, settings: &Settings) -> Outcome {
    match arguments.what {
        ImportWhat::Establishments(arguments) => ledger::run::<Register>(arguments, settings).await,
        ImportWhat::Trainees(arguments) => ledger::run::<Roll>(arguments, settings).await,
    }
}

/// The file's bytes and its name.
fn read_file(file: &Path) -> Result<(Vec<u8>, String), Failure> {
    let bytes = std::fs::read(file)
        .map_err(|error| Failure::Refused(format!("cannot read {}: {error}", file.display())))?;
    Ok((bytes, file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()))
}

async fn bureau(store: &store::Store, slug: &str) -> Result<BureauStore, Failure> {
    store.operate(slug).await.map_err(|error| match error {
        store::Error::NotFound => Failure::Refused(format!("there is no bureau {slug:?}")),
        other => other.into(),
    })
}

/// Says why a file with columns `C` is not taken.
fn refuse<C: Column>(reason: Unreadable, json: bool) -> Outcome {
    let (zh, en) = (reason.message::<C>(Lang::Zh), reason.message::<C>(Lang::En));
    if !json {
        return Err(Failure::Refused(format!("{zh} {en}")));
    }
    print_json(&PrintedRefusal { error: reason.code(), message: zh })?;
    Ok(ExitCode::FAILURE)
}

/// The sheets that were left alone, and the wrong rows.
fn print_wrong<C, R>(report: &Report, ledger: &Ledger<C, R>) {
    for sheet in ledger.sheets.iter().filter(|sheet| sheet.found.is_none()) {
        println!("  sheet {:?} carries no header and was left alone", sheet.name);
    }
    for row in &report.wrong {
        for reason in &row.reasons {
            println!("  {} {}: {}: {} [{}]", row.sheet, row.row, reason.column, reason.message, reason.code);
        }
    }
}

/// 0 when every row was right.
fn status(report: &Report) -> ExitCode {
    if report.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
