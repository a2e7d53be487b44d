//! `xiaoxiang import establishments`

use super::{Outcome, bureau, open, print_json, print_wrong, read_file, refuse, status};
use crate::config::Settings;
use crate::exchange::{Comparison, Report, import, read_ledger, report};
use clap::Args;
use domain::Lang;
use domain::establishment::{Column, Industries, RegisterJudge};
use domain::ledger::LedgerNoun;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct EstablishmentsArguments {
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
}

pub async fn run(arguments: EstablishmentsArguments, settings: &Settings) -> Outcome {
    let EstablishmentsArguments { file, bureau: slug, dry_run, all_or_nothing, json } = arguments;
    let store = open::store(settings).await?;
    let (bytes, name) = read_file(&file)?;
    let bureau = bureau(&store, &slug).await?;
    let industries = Industries::of(store::catalogue::in_use());
    let judge = RegisterJudge::new(&industries, bureau.today());
    let mut ledger = match read_ledger(&bytes, &name, judge) {
        Ok(ledger) => ledger,
        Err(reason) => return refuse::<Column>(reason, json),
    };
    let (done, is_written) = if dry_run {
        (import(&bureau, &mut ledger, None).await?, false)
    } else {
        let id = bureau.stage_import(LedgerNoun::Establishments, &name, &bytes, "{}").await?;
        let done = import(&bureau, &mut ledger, Some(id)).await?;
        let keeps = done.counts.wrong == 0 || !all_or_nothing;
        if keeps {
            bureau.close_import(LedgerNoun::Establishments, id, done.counts, "{}").await?;
            bureau.commit().await?;
        }
        (done, keeps)
    };
    let report = report(&ledger, Lang::Zh);
    if json {
        print_json(&report)?;
    } else {
        print_counts(&report, &done, is_written);
        print_wrong(&report, &ledger);
    }
    Ok(status(&report))
}

fn print_counts(report: &Report, done: &Comparison, written: bool) {
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
}
