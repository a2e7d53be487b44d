//! `xiaoxiang import trainees`

use super::{Failure, Outcome, bureau, open, print_json, print_wrong, read_file, refuse, status};
use crate::config::Settings;
use crate::exchange::{Report, RollLedger, read_ledger, report};
use clap::Args;
use domain::Lang;
use domain::training::roll::{Column, RollJudge};
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct TraineesArguments {
    /// The workbook, .xlsx or .xls
    file: PathBuf,
    /// Slug of the bureau
    #[arg(long)]
    bureau: String,
    /// Read only, change nothing
    #[arg(long)]
    dry_run: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(arguments: TraineesArguments, settings: &Settings) -> Outcome {
    let TraineesArguments { file, bureau: slug, dry_run, json } = arguments;
    if !dry_run {
        return Err(Failure::Refused("a roll is only read so far: please add --dry-run".into()));
    }
    let store = open::store(settings).await?;
    let (bytes, name) = read_file(&file)?;
    let bureau = bureau(&store, &slug).await?;
    let ledger = match read_ledger(&bytes, &name, RollJudge::new(bureau.today())) {
        Ok(ledger) => ledger,
        Err(reason) => return refuse::<Column>(reason, json),
    };
    let report = report(&ledger, Lang::Zh);
    if json {
        print_json(&report)?;
    } else {
        print_counts(&report, &ledger);
        print_wrong(&report, &ledger);
    }
    Ok(status(&report))
}

fn print_counts(report: &Report, ledger: &RollLedger) {
    println!(
        "{} rows, {} right, {} wrong, {} skipped (nothing was changed)",
        report.rows,
        report.valid,
        report.wrong.len(),
        ledger.skipped.total(),
    );
    for class in ledger.disagreements() {
        let ends = class.ends_on.map(|day| format!(" to {day}")).unwrap_or_default();
        println!(
            "  class {}: {} of {} rows give other days than {}{ends}",
            class.class,
            class.differing.len(),
            class.agreeing + class.differing.len(),
            class.opens_on,
        );
    }
}
