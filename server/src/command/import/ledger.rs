//! `xiaoxiang import establishments`, `xiaoxiang import trainees`

use super::{Outcome, bureau, open, print_json, print_wrong, read_file, refuse, status};
use crate::config::Settings;
use crate::exchange::{Comparison, Imported, Report, read_noun, report};
use clap::Args;
use domain::Lang;
use domain::ledger::LedgerNoun;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub struct LedgerArguments {
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

pub async fn run<N: Imported>(arguments: LedgerArguments, settings: &Settings) -> Outcome {
    let LedgerArguments { file, bureau: slug, dry_run, all_or_nothing, json } = arguments;
    let store = open::store(settings).await?;
    let (bytes, name) = read_file(&file)?;
    let bureau = bureau(&store, &slug).await?;
    let mut ledger = match read_noun::<N>(&bytes, &name, bureau.today()) {
        Ok(ledger) => ledger,
        Err(reason) => return refuse::<N::Column>(reason, json),
    };
    let notices = N::notices(&ledger);
    let (done, is_written) = if dry_run {
        (N::import(&bureau, &mut ledger, None).await?, false)
    } else {
        let id = bureau.stage_import(N::NOUN, &name, &bytes, "{}").await?;
        let done = N::import(&bureau, &mut ledger, Some(id)).await?;
        let keeps = done.counts.wrong == 0 || !all_or_nothing;
        if keeps {
            bureau.close_import(N::NOUN, id, done.counts, "{}").await?;
            bureau.commit().await?;
        }
        (done, keeps)
    };
    let report = report(&ledger, Lang::Zh);
    if json {
        print_json(&report)?;
    } else {
        print_counts(N::NOUN, &report, &done, is_written);
        for notice in &notices {
            println!("  {}", notice.sentence(Lang::En));
        }
        print_wrong(&report, &ledger);
    }
    Ok(status(&report))
}

fn print_counts<C>(noun: LedgerNoun, report: &Report, done: &Comparison<C>, written: bool) {
    let counts = done.counts;
    println!(
        "{} rows, {} right, {} wrong, {} skipped: {} {} new, {} changed, {} the same{}",
        report.rows,
        report.valid,
        report.wrong.len(),
        counts.skipped,
        counts.new,
        noun.word(),
        counts.changed,
        counts.same,
        if written { "" } else { " (nothing was changed)" }
    );
}
