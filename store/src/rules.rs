//! The dated rules that are no industry's: the legal calendar and the clock rows. Embedded in the
//! binary; a folder may override or add. Read and checked at start, a fault with file, line and reason.

use std::path::Path;
use std::sync::OnceLock;

use domain::calendar::{Calendar, ClockRules};

const CALENDAR_FILE: &str = "calendar/public-holidays-2004-2026.csv";
const CALENDAR: &str = include_str!("../catalogue/calendar/public-holidays-2004-2026.csv");
const CLOCKS_FILE: &str = "rules/clocks.toml";
const CLOCKS: &str = include_str!("../catalogue/rules/clocks.toml");

/// Calendar files that a folder may hold; more is taken for a wrong folder.
const CALENDAR_FILES_MAX: usize = 100;

/// The rules that hold for every bureau.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    pub calendar: Calendar,
    pub clocks: ClockRules,
}

/// Why a rule file cannot be worked by.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct RulesFault {
    pub file: String,
    /// Counted from 1; 0 when the file as a whole is wrong.
    pub line: usize,
    pub reason: String,
}

static IN_USE: OnceLock<Rules> = OnceLock::new();

/// Reads the rules that this process works by, once, before anybody asks for them.
///
/// # Errors
/// The first fault of a file; nothing is installed then.
pub fn install(folder: Option<&Path>) -> Result<&'static Rules, RulesFault> {
    let read = load(folder)?;
    Ok(IN_USE.get_or_init(|| read))
}

/// The rules that this process works by: the installed ones, else the embedded.
#[must_use]
pub fn in_use() -> &'static Rules {
    IN_USE.get_or_init(|| load(None).unwrap_or_default())
}

impl RulesFault {
    fn whole(file: &str, reason: impl std::fmt::Display) -> Self {
        RulesFault { file: file.to_owned(), line: 0, reason: reason.to_string() }
    }
}

/// Reads the rules: the embedded ones, then from `folder` every `calendar/*.csv` in the order of their
/// names (each adds its years, a later file's day counts) and `rules/clocks.toml`: a clock that it names is
/// wholly its own, the others stay ours.
///
/// # Errors
/// The first fault.
pub fn load(folder: Option<&Path>) -> Result<Rules, RulesFault> {
    let mut calendar = read_calendar(CALENDAR_FILE, CALENDAR)?;
    let mut clocks = None;
    if let Some(folder) = folder {
        for (file, text) in calendar_files(folder)? {
            calendar = calendar.with(read_calendar(&file, &text)?);
        }
        clocks = own_clocks(folder)?;
    }
    let ours = read_clocks(CLOCKS_FILE, CLOCKS)?;
    Ok(Rules { calendar, clocks: ours.with(clocks.unwrap_or_default()) })
}

fn read_calendar(file: &str, text: &str) -> Result<Calendar, RulesFault> {
    Calendar::from_csv(text).map_err(|fault| RulesFault {
        file: file.to_owned(),
        line: fault.line,
        reason: fault.reason.to_string(),
    })
}

fn read_clocks(file: &str, text: &str) -> Result<ClockRules, RulesFault> {
    let clocks: ClockRules = toml::from_str(text).map_err(|error: toml::de::Error| RulesFault {
        file: file.to_owned(),
        line: error
            .span()
            .map_or(0, |span| 1 + text.bytes().take(span.start).filter(|&byte| byte == b'\n').count()),
        reason: error.message().to_owned(),
    })?;
    match clocks.check().first() {
        Some(fault) => Err(RulesFault::whole(file, fault)),
        None => Ok(clocks),
    }
}

fn calendar_files(folder: &Path) -> Result<Vec<(String, String)>, RulesFault> {
    let folder = folder.join("calendar");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let shown = folder.display().to_string();
    let fault = |error: std::io::Error| RulesFault::whole(&shown, error);
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            paths.push(path);
        }
        if paths.len() > CALENDAR_FILES_MAX {
            return Err(RulesFault::whole(&shown, format!("more than {CALENDAR_FILES_MAX} calendar files")));
        }
    }
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(&path).map_err(|error| RulesFault::whole(&file, error))?;
        Ok((file, text))
    };
    paths.into_iter().map(read).collect()
}

fn own_clocks(folder: &Path) -> Result<Option<ClockRules>, RulesFault> {
    let path = folder.join(CLOCKS_FILE);
    if !path.is_file() {
        return Ok(None);
    }
    let file = path.display().to_string();
    let text = std::fs::read_to_string(&path).map_err(|error| RulesFault::whole(&file, error))?;
    read_clocks(&file, &text).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::calendar::Clock;

    #[test]
    fn the_embedded_rules_are_sound() {
        let rules = load(None).unwrap();
        assert!((2004..=2026).all(|year| rules.calendar.is_announced(year)));
        assert!(!rules.clocks.rules.is_empty());
    }

    #[test]
    fn a_folder_adds_a_year_and_its_faults_are_told_with_their_line() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("calendar")).unwrap();
        let file = folder.path().join("calendar/2027.csv");
        std::fs::write(&file, "date,kind,occasion\n2027-01-01,holiday,元旦\n").unwrap();
        assert!(load(Some(folder.path())).unwrap().calendar.is_announced(2027));
        std::fs::write(&file, "date,kind,occasion\n2027-01-01,feast,元旦\n").unwrap();
        assert_eq!(load(Some(folder.path())).unwrap_err().line, 2);
        std::fs::remove_file(&file).unwrap();
        std::fs::create_dir_all(folder.path().join("rules")).unwrap();
        std::fs::write(folder.path().join("rules/clocks.toml"), "[[rule]]\nclock = \"never\"\n").unwrap();
        assert_eq!(load(Some(folder.path())).unwrap_err().line, 2);
    }

    #[test]
    fn a_folder_s_own_rows_replace_only_the_clocks_that_they_name() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("rules")).unwrap();
        let own = "[[rule]]\nclock = \"verify\"\nlength = 10\nunit = \"working\"\nrolls = false\n\
            starts = \"clue_received\"\nbinds = \"bureau\"\narticle = { zh = \"本单位规定\", en = \"own rule\" }\n\
            from = \"1996-10-01\"\n";
        std::fs::write(folder.path().join("rules/clocks.toml"), own).unwrap();
        let clocks = load(Some(folder.path())).unwrap().clocks;
        let day = domain::value::parse_day("2026-03-02").unwrap();
        assert_eq!(clocks.on(Clock::Verify, None, day).unwrap().length, 10);
        assert!(Clock::ALL.into_iter().all(|clock| clocks.on(clock, None, day).is_some()));
    }
}
