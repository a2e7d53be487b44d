//! `xiaoxiang verify`

use super::{Outcome, open, print_json};
use crate::config::Settings;
use clap::{Args, Subcommand};
use std::process::ExitCode;
use store::{
    Broken, ChainReport, ClockCheck, ClockDifference, Difference, FileReport, FileTrouble, OpenCheck,
    OpenDifference, Recount, Rulebook,
};

/// Compares what is kept with the records it was made from.
#[derive(Args, Debug)]
pub struct VerifyArguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Count the city's figures again and name each difference; exit status 1 when there is one
    Figures(FiguresArguments),
    /// Count every term of the open cases again from their events and name each that is kept otherwise; exit status 1
    /// when there is one
    Clocks(ClocksArguments),
    /// Make the public pages of decisions again from the cases' events and name each case whose pages differ; exit status
    /// 1 when there is one
    Open(OpenArguments),
    /// Check each bureau's chain of who did what and name the first row that was changed, removed or put in; exit
    /// status 1 when there is one
    Audit(AuditArguments),
    /// Read every file of evidence and name each that is missing or changed, and what lies there that no row names; exit
    /// status 1 when there is one
    Files(FilesArguments),
}

#[derive(Args, Debug)]
struct FilesArguments {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args, Debug)]
struct ClocksArguments {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args, Debug)]
struct OpenArguments {
    /// Put the public pages right; each bureau is closed for writing meanwhile
    #[arg(long)]
    mend: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args, Debug)]
struct AuditArguments {
    /// Seal the ends that have no seal, where the chain holds otherwise. Once after an upgrade from a version without
    /// seals
    #[arg(long)]
    seal: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args, Debug)]
struct FiguresArguments {
    /// Put the counters right; each bureau is closed for writing while it is counted. Once after an upgrade from a
    /// version without the city's figures
    #[arg(long)]
    mend: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Exit status 0: nothing differs, or everything was mended.
pub async fn run(arguments: VerifyArguments, settings: &Settings) -> Outcome {
    match arguments.what {
        What::Figures(arguments) => figures(arguments, settings).await,
        What::Clocks(arguments) => clocks(arguments, settings).await,
        What::Open(arguments) => public_pages(arguments, settings).await,
        What::Audit(arguments) => audit(arguments, settings).await,
        What::Files(arguments) => files(arguments, settings).await,
    }
}

async fn figures(FiguresArguments { mend, json }: FiguresArguments, settings: &Settings) -> Outcome {
    let store = open::store(settings).await?;
    let recount = store.recount_figures(Rulebook::in_use(), mend).await?;
    if json {
        print_json(&recount)?;
    } else {
        print(&recount);
    }
    let is_right = recount.differences.is_empty() || recount.is_mended;
    Ok(if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn clocks(ClocksArguments { json }: ClocksArguments, settings: &Settings) -> Outcome {
    let store = open::store(settings).await?;
    let check = store.verify_clocks(Rulebook::in_use()).await?;
    if json {
        print_json(&check)?;
    } else {
        for ClockDifference { bureau, case, clock, kept, counted } in &check.differences {
            let (kept, counted) = (or_none(kept), or_none(counted));
            println!("{bureau} {case} {clock}: kept {kept}; counted {counted}");
        }
        let ClockCheck { bureaus, cases, clocks, differences } = &check;
        let found = differences.len();
        println!(
            "{bureaus} bureaus, {cases} open cases, {clocks} terms: {found} kept otherwise than counted."
        );
    }
    Ok(if check.differences.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn or_none(told: &str) -> &str {
    if told.is_empty() { "none" } else { told }
}

async fn public_pages(OpenArguments { mend, json }: OpenArguments, settings: &Settings) -> Outcome {
    let store = open::store(settings).await?;
    let check = store.verify_open(Rulebook::in_use(), mend).await?;
    let OpenCheck { bureaus, cases, pages, differences, is_mended } = &check;
    if json {
        print_json(&check)?;
    } else {
        for OpenDifference { bureau, case, kept, wanted } in differences {
            println!("{bureau} {case}: {kept} public pages kept, {wanted} by its events, or other contents");
        }
        let (found, mended) = (differences.len(), if *is_mended { ", mended" } else { "" });
        println!("{bureaus} bureaus, {cases} cases, {pages} public pages: {found} cases differ{mended}.");
    }
    let is_right = differences.is_empty() || *is_mended;
    Ok(if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn audit(AuditArguments { seal, json }: AuditArguments, settings: &Settings) -> Outcome {
    let store = open::store(settings).await?;
    let reports = store.verify_audit(seal).await?;
    if json {
        print_json(&reports)?;
    } else {
        for report in &reports {
            println!("{}", chain(report));
        }
    }
    let holds = reports.iter().all(|report| report.broken.is_none());
    Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn files(FilesArguments { json }: FilesArguments, settings: &Settings) -> Outcome {
    let store = open::store(settings).await?;
    let reports = store.verify_files(&store.files(&settings.files_place()?)?).await?;
    if json {
        print_json(&reports)?;
    } else {
        for FileReport { bureau, files, troubles } in &reports {
            for one in troubles {
                println!("{bureau}: {}", trouble(one));
            }
            println!("{bureau}: {files} files, {} not as they were left.", troubles.len());
        }
    }
    let is_right = reports.iter().all(|report| report.troubles.is_empty());
    Ok(if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is wrong with a file, and which one it is.
fn trouble(of: &FileTrouble) -> String {
    match of {
        FileTrouble::Missing { case, number, sha256 } => {
            format!("evidence {number} of case {case} is missing: {sha256}")
        }
        FileTrouble::Changed { case, number, sha256 } => {
            format!("evidence {number} of case {case} was changed: {sha256}")
        }
        FileTrouble::MissingScan { case, paper, sha256 } => {
            format!("the scan of paper {paper} of case {case} is missing: {sha256}")
        }
        FileTrouble::ChangedScan { case, paper, sha256 } => {
            format!("the scan of paper {paper} of case {case} was changed: {sha256}")
        }
        FileTrouble::Orphaned { path } => format!("no row names what lies at {path}"),
    }
}

/// A bureau's chain: how many rows hold, or what is wrong where.
fn chain(ChainReport { bureau, rows, broken, is_sealed_now }: &ChainReport) -> String {
    let sealed = if *is_sealed_now { ", its end sealed now" } else { "" };
    match broken {
        None => format!("{bureau}: {rows} rows hold{sealed}."),
        Some(Broken::Gap(row)) => format!("{bureau}: rows before {row} were removed."),
        Some(Broken::Row(row)) => format!("{bureau}: row {row}, or the one before it, was changed."),
        Some(Broken::Payload(row)) => format!("{bureau}: what row {row} recorded was changed."),
        Some(Broken::End(row)) => format!("{bureau}: the last rows, up to {row}, were removed."),
        Some(Broken::Beyond(row)) => format!("{bureau}: row {row} was put in by other means than an act."),
        Some(Broken::Seal(row)) => {
            format!(
                "{bureau}: the seal on row {row} is not ours: the end was shortened or rewritten, or the keys are others."
            )
        }
        Some(Broken::Unsealed(row)) => {
            format!(
                "{bureau}: row {row}, the last, has no seal; after an upgrade `verify audit --seal` sets it, else it was taken off."
            )
        }
    }
}

fn print(recount: &Recount) {
    for difference in &recount.differences {
        println!("{}", line(difference));
    }
    let Recount { bureaus, cases, enrolments, counters, .. } = recount;
    let found = match (recount.differences.len(), recount.is_mended) {
        (0, _) => "no difference".to_owned(),
        (1, false) => "1 difference".to_owned(),
        (1, true) => "1 difference, mended".to_owned(),
        (count, false) => format!("{count} differences"),
        (count, true) => format!("{count} differences, mended"),
    };
    println!("{bureaus} bureaus, {cases} cases, {enrolments} enrolments, {counters} counters: {found}.");
}

/// Whose counter, which one, which month or day, which industry or trade.
fn line(of: &Difference) -> String {
    let Difference { bureau, figure, period, part, kept, counted } = of;
    let whose = if bureau.is_empty() { "city" } else { bureau };
    let part = if part.is_empty() { "-" } else { part };
    format!("{whose} {figure} {period} {part}: kept {kept}, counted {counted}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_names_bureau_figure_month_and_part() {
        let mut of = Difference {
            bureau: "daoxian".to_owned(),
            figure: "fines".to_owned(),
            period: "2026-05".to_owned(),
            part: "oil".to_owned(),
            kept: 9,
            counted: 0,
        };
        assert_eq!(line(&of), "daoxian fines 2026-05 oil: kept 9, counted 0");
        (of.bureau, of.part) = (String::new(), String::new());
        assert_eq!(line(&of), "city fines 2026-05 -: kept 9, counted 0");
    }
}
