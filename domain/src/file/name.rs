//! The name of a file, as its owner calls it.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::fault::FileFault;

/// The longest name, in characters.
const NAME_MAX: usize = 200;

/// Endings that a computer runs or a browser draws by itself, whatever is inside.
const RUNS: [&str; 36] = [
    "exe", "dll", "com", "scr", "msi", "msix", "apk", "ipa", "jar", "bat", "cmd", "ps1", "vbs", "vbe", "js",
    "jse", "mjs", "wsf", "wsh", "hta", "lnk", "reg", "sh", "py", "app", "cpl", "inf", "chm", "scf", "url",
    "website", "desktop", "dmg", "iso", "class", "wasm",
];
const DRAWS: [&str; 8] = ["html", "htm", "xhtml", "shtml", "mht", "mhtml", "svg", "svgz"];

/// The name of a file: one step of a path, without marks that turn its writing round; 1 to 200 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FileName(String);

impl FileName {
    /// Reads a name as a browser sends it.
    ///
    /// # Errors
    /// [`FileFault::NameMissing`], [`FileFault::NamePath`], [`FileFault::NameControl`], [`FileFault::NameLong`],
    /// [`FileFault::Runs`] and [`FileFault::WebPage`] for endings that say so.
    pub fn parse(text: &str) -> Result<Self, FileFault> {
        let name: String = text.trim().nfc().collect();
        if name.is_empty() {
            return Err(FileFault::NameMissing);
        }
        if name.chars().any(|c| matches!(c, '/' | '\\')) || name.chars().all(|c| c == '.') {
            return Err(FileFault::NamePath);
        }
        if name.chars().any(|c| c.is_control() || is_hidden(c)) {
            return Err(FileFault::NameControl);
        }
        if name.chars().count() > NAME_MAX {
            return Err(FileFault::NameLong);
        }
        let name = FileName(name);
        match name.ending() {
            ending if RUNS.contains(&ending.as_str()) => Err(FileFault::Runs),
            ending if DRAWS.contains(&ending.as_str()) => Err(FileFault::WebPage),
            _ => Ok(name),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the last dot, in small letters; empty without one. Windows forgets dots and spaces at the end.
    #[must_use]
    pub fn ending(&self) -> String {
        let name = self.0.trim_end_matches(['.', ' ']);
        name.rsplit_once('.').map(|(_, ending)| ending.trim().to_lowercase()).unwrap_or_default()
    }
}

impl std::fmt::Display for FileName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Marks that nobody sees: those that turn the writing round would show `fdp.exe` as `exe.pdf`.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}')
}
