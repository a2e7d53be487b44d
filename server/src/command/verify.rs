//! `xiaoxiang verify`

use super::{Failure, Outcome, open};
use crate::config::Settings;
use clap::{Args, Subcommand};
use std::process::ExitCode;
use store::{Difference, Recount, Rulebook};

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
    let What::Figures(FiguresArguments { mend, json }) = arguments.what;
    let store = open::store(settings).await?;
    let recount = store.recount_figures(Rulebook::in_use(), mend).await?;
    if json {
        let text = serde_json::to_string(&recount).map_err(|error| Failure::Refused(error.to_string()))?;
        println!("{text}");
    } else {
        print(&recount);
    }
    let is_right = recount.differences.is_empty() || recount.is_mended;
    Ok(if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
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
