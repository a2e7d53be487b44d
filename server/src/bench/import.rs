//! What the import of a large ledger takes, measured on a command of its own.

use super::{Failed, Figure, fill};
use crate::config::Settings;
use crate::demo;
use crate::exchange::{ExportRow, export};
use domain::{Day, Lang};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use store::Bureau;

/// Rows of the ledger.
const ROWS: usize = 50_000;
/// The bureau whose register takes it.
pub const BUREAU: &str = "jianghua";
/// How often the command's memory is looked at; the system itself remembers the peak.
const LOOK: Duration = Duration::from_millis(5);

/// Imports a ledger twice; the second time must change nothing.
pub fn costs(settings: &Settings, folder: &Path, bureau: &Bureau, today: Day) -> Result<Vec<Figure>, Failed> {
    let ledger = folder.join("ledger.xlsx");
    let first = demo::ESTABLISHMENTS_OF_COUNTY;
    let made = (first..first + ROWS).map(|nth| fill::establishment(bureau, nth, today));
    let made = made.collect::<Result<Vec<_>, _>>()?;
    let rows = made.iter().map(|establishment| ExportRow { establishment, phones: "" });
    let catalogue = store::catalogue::in_use();
    let name = |word: &str| {
        let known = catalogue.industries.iter().find(|industry| industry.id.word() == word);
        known.map_or_else(|| word.to_owned(), |industry| industry.name.zh.clone())
    };
    std::fs::write(&ledger, export(rows, &name, Lang::Zh)?)?;
    let once = import(settings, &ledger)?;
    let again = import(settings, &ledger)?;
    eprintln!("import: {}again:  {}", once.said, again.said);
    if !again.said.contains(" 0 establishments new, 0 changed") {
        return Err(format!("the second import changed something: {}", again.said).into());
    }
    let seconds = once.seconds.max(again.seconds);
    let megabytes = once.megabytes.max(again.megabytes);
    Ok(vec![
        Figure::amount(&format!("import of {ROWS} rows"), seconds, "s", 60.0),
        Figure::amount(&format!("import of {ROWS} rows, peak resident"), megabytes, "MB", 300.0),
    ])
}

struct Imported {
    seconds: f64,
    megabytes: f64,
    said: String,
}

fn import(settings: &Settings, ledger: &Path) -> Result<Imported, Failed> {
    let begun = Instant::now();
    let mut child = Command::new(std::env::current_exe()?)
        .args(["import", "--database", &settings.database, "establishments", "--bureau", BUREAU])
        .arg(ledger)
        .env("XIAOXIANG_KEYS", &settings.keys)
        .stdout(Stdio::piped())
        .spawn()?;
    let mut kilobytes = 0.0;
    while child.try_wait()?.is_none() {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|text| text.trim().trim_end_matches("kB").trim().parse::<f64>().ok());
        kilobytes = peak.unwrap_or(kilobytes);
        std::thread::sleep(LOOK);
    }
    let seconds = begun.elapsed().as_secs_f64();
    let said = String::from_utf8_lossy(&child.wait_with_output()?.stdout).into_owned();
    let said = said.lines().next().map(|line| format!("{line}\n")).unwrap_or_default();
    Ok(Imported { seconds, megabytes: kilobytes / 1024.0, said })
}
