//! `xiaoxiang doctor`

use super::{Outcome, open};
use crate::config::Settings;
use chrono::Datelike;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Clock, SystemClock};

/// From this month on the next year's holidays are usually announced.
const ANNOUNCED_FROM_MONTH: u32 = 11;
/// Where the system's fonts stand; the installation's own folder is a setting.
const FONT_FOLDERS: [&str; 4] =
    ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "C:\\Windows\\Fonts"];
/// Parts of the file names of fonts that hold the Chinese characters of papers.
const FONT_NAMES: [&str; 9] =
    ["cjk", "notoserifsc", "notosanssc", "sourcehan", "simsun", "simfang", "fangsong", "songti", "wqy"];
/// Folders and files looked at for fonts; a font folder is never that large.
const FONT_ENTRIES_MAX: usize = 20_000;

/// What one check found.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Finding {
    Fine(String),
    /// Works, but somebody should look at it.
    Look(String),
    Wrong(String),
}

/// Checks settings, database, keys, rules and fonts; exit status 1 when something is wrong.
pub async fn run(settings: &Settings) -> Outcome {
    let today = SystemClock.now().day();
    let findings = [
        ("settings", check_settings(settings)),
        ("keys", check_keys(settings)),
        ("site", check_site(&settings.site)),
        ("database", check_database(settings).await),
        ("files", check_files(settings).await),
        ("catalogue", check_catalogue()),
        ("calendar", check_calendar(today.year(), today.month())),
        ("fonts", check_fonts(&font_folders(&settings.fonts))),
    ];
    let mut wrong = false;
    for (name, finding) in findings {
        let (mark, words) = match &finding {
            Finding::Fine(words) => ("ok   ", words),
            Finding::Look(words) => ("look ", words),
            Finding::Wrong(words) => ("WRONG", words),
        };
        wrong |= matches!(finding, Finding::Wrong(_));
        println!("{mark} {name}: {words}");
    }
    Ok(if wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn check_settings(settings: &Settings) -> Finding {
    match settings.refuse_weak_production() {
        Err(error) => Finding::Wrong(error.to_string()),
        Ok(()) if settings.production => Finding::Fine("production".to_owned()),
        Ok(()) => Finding::Look("not in production mode: for trying out only".to_owned()),
    }
}

fn check_keys(settings: &Settings) -> Finding {
    let path = settings.keys.display();
    if !settings.keys.is_file() {
        return Finding::Look(format!("{path} is not there yet; it is made at the first start"));
    }
    if let Err(error) = store::Keys::open(&settings.keys) {
        return Finding::Wrong(error.to_string());
    }
    Finding::Fine(format!("{path}; a backup of the database without a copy of this file is none"))
}

fn check_site(site: &Path) -> Finding {
    if site.is_dir() {
        Finding::Fine(site.display().to_string())
    } else {
        Finding::Look(format!("{} is not there: run `make site`", site.display()))
    }
}

async fn check_database(settings: &Settings) -> Finding {
    match open::store(settings).await {
        Ok(store) => Finding::Fine(format!("{:?}, every migration ran", store.engine())),
        Err(error) => Finding::Wrong(error.to_string()),
    }
}

/// Whether evidence can be laid down and read; without the keys, which the first start makes, there is nothing to seal.
async fn check_files(settings: &Settings) -> Finding {
    if !settings.keys.is_file() {
        return Finding::Look("not tried: the keys are made at the first start".to_owned());
    }
    let place = match settings.files_place() {
        Ok(place) => place,
        Err(error) => return Finding::Wrong(error.to_string()),
    };
    // A folder that whoever asks here made might be closed to the server.
    if matches!(&place, store::FilesPlace::Folder(folder) if !folder.exists()) {
        return Finding::Look(format!(
            "{}: not tried: the folder is made at the first start",
            settings.files
        ));
    }
    let tried = async {
        let keys = store::Keys::open(&settings.keys).map_err(|error| error.to_string())?;
        let files = store::Files::open(&place, &keys).map_err(|error| error.to_string())?;
        files.try_out().await.map_err(|error| error.to_string())
    };
    match tried.await {
        Ok(()) => Finding::Fine(format!("{}; it belongs in the backup, with the keys", settings.files)),
        Err(error) => Finding::Wrong(format!("{}: {error}", settings.files)),
    }
}

fn check_catalogue() -> Finding {
    match store::catalogue::load(None) {
        Ok(catalogue) => Finding::Fine(format!(
            "{} industries, {} violations",
            catalogue.industries.len(),
            catalogue.rows().count()
        )),
        Err(faults) => Finding::Wrong(faults.to_string()),
    }
}

fn check_calendar(year: i32, month: u32) -> Finding {
    let rules = match store::rules::load(None) {
        Ok(rules) => rules,
        Err(fault) => return Finding::Wrong(fault.to_string()),
    };
    let calendar = &rules.calendar;
    let known: Vec<i32> = calendar.years().collect();
    let span = match known.as_slice() {
        [first, .., last] => format!("{first}–{last}"),
        _ => format!("{known:?}"),
    };
    let missing = |year: i32| {
        format!("{span}; {year} is missing: dates in it are provisional until its holidays are loaded")
    };
    if !calendar.is_announced(year) {
        Finding::Wrong(missing(year))
    } else if month >= ANNOUNCED_FROM_MONTH && !calendar.is_announced(year + 1) {
        Finding::Look(missing(year + 1))
    } else {
        Finding::Fine(span)
    }
}

fn font_folders(own: &Path) -> Vec<PathBuf> {
    [own.to_owned()].into_iter().chain(FONT_FOLDERS.map(PathBuf::from)).collect()
}

fn check_fonts(folders: &[PathBuf]) -> Finding {
    match find_font(folders.to_vec()) {
        Some(font) => Finding::Fine(font.display().to_string()),
        None => Finding::Look(
            "no Chinese font found: install fonts-noto-cjk, or put one into the folder of XIAOXIANG_FONTS"
                .to_owned(),
        ),
    }
}

fn find_font(mut folders: Vec<PathBuf>) -> Option<PathBuf> {
    folders.reverse();
    let mut looked_at = 0;
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            looked_at += 1;
            if looked_at > FONT_ENTRIES_MAX {
                return None;
            }
            if path.is_dir() {
                folders.push(path);
            } else if is_chinese_font(&path) {
                return Some(path);
            }
        }
    }
    None
}

fn is_chinese_font(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let name: String = name.chars().filter(|c| c.is_alphanumeric() || *c == '.').collect();
    let is_font = [".ttf", ".otf", ".ttc"].iter().any(|ending| name.ends_with(ending));
    is_font && FONT_NAMES.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_year_is_told_before_it_begins() {
        assert_eq!(check_calendar(2026, 6), Finding::Fine("2004–2026".to_owned()));
        assert!(matches!(check_calendar(2026, 11), Finding::Look(words) if words.contains("2027")));
        assert!(matches!(check_calendar(2027, 1), Finding::Wrong(words) if words.contains("2027")));
    }

    #[tokio::test]
    async fn a_place_that_takes_no_file_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let in_folder = |name: &str| folder.path().join(name);
        let mut settings = Settings {
            keys: in_folder("keys"),
            files: in_folder("files").display().to_string(),
            ..Settings::default()
        };
        assert!(matches!(check_files(&settings).await, Finding::Look(_)));
        store::Keys::open(&settings.keys).unwrap();
        assert!(
            matches!(check_files(&settings).await, Finding::Look(_)),
            "the folder is the server's to make"
        );
        std::fs::create_dir(in_folder("files")).unwrap();
        assert!(matches!(check_files(&settings).await, Finding::Fine(_)));
        assert_eq!(std::fs::read_dir(in_folder("files")).unwrap().count(), 0, "the trial stayed");
        std::fs::write(in_folder("taken"), "").unwrap();
        settings.files = in_folder("taken").display().to_string();
        assert!(matches!(check_files(&settings).await, Finding::Wrong(_)));
    }

    #[test]
    fn a_font_is_found_in_any_folder_below() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("opentype/noto");
        std::fs::create_dir_all(&below).unwrap();
        assert_eq!(find_font(vec![folder.path().to_owned()]), None);
        std::fs::write(below.join("NotoSerifCJK-Regular.ttc"), "").unwrap();
        std::fs::write(below.join("readme.txt"), "").unwrap();
        assert_eq!(find_font(vec![folder.path().to_owned()]), Some(below.join("NotoSerifCJK-Regular.ttc")));
        assert!(matches!(check_catalogue(), Finding::Fine(_)));
    }
}
