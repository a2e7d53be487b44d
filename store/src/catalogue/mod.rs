//! The catalogue's data files: embedded in the binary, a folder may override or add; parsed and
//! checked at start, every fault with file, line and reason.

mod read;

use std::path::Path;
use std::sync::OnceLock;

use domain::catalogue::Catalogue;

pub use read::{SourceFile, parse};

/// The files as they were when the binary was built. Adding an industry to a running server is adding
/// a file to the folder; adding it to the product is adding a line here.
const EMBEDDED: [(&str, &str); 7] = [
    ("laws.toml", include_str!("../../catalogue/laws.toml")),
    ("industries/slaughter.toml", include_str!("../../catalogue/industries/slaughter.toml")),
    ("industries/liquor.toml", include_str!("../../catalogue/industries/liquor.toml")),
    ("industries/pawn.toml", include_str!("../../catalogue/industries/pawn.toml")),
    ("industries/auction.toml", include_str!("../../catalogue/industries/auction.toml")),
    ("industries/oil.toml", include_str!("../../catalogue/industries/oil.toml")),
    ("industries/vehicle.toml", include_str!("../../catalogue/industries/vehicle.toml")),
];

/// Files of a catalogue folder that are read at most; more is taken for a wrong folder.
const FILES_MAX: usize = 200;

/// One fault of one file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct FileFault {
    pub file: String,
    /// Counted from one.
    pub line: usize,
    pub reason: String,
}

/// Why the catalogue cannot be worked by: every fault, in file order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueFaults(pub Vec<FileFault>);

impl std::fmt::Display for CatalogueFaults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, fault) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for CatalogueFaults {}

/// What this process works by; it never changes while it runs.
static IN_USE: OnceLock<Catalogue> = OnceLock::new();

/// Reads the catalogue that this process works by, once, before anybody asks for it.
///
/// # Errors
/// As [`load`]; then the process must not start.
pub fn install(folder: Option<&Path>) -> Result<&'static Catalogue, CatalogueFaults> {
    let read = load(folder)?;
    Ok(IN_USE.get_or_init(|| read))
}

/// The catalogue that this process works by: the installed one, else the embedded files. Should these
/// be broken, which a test rules out, it is empty, and every rule that asks it refuses.
pub fn in_use() -> &'static Catalogue {
    IN_USE.get_or_init(|| load(None).unwrap_or_default())
}

/// Reads the catalogue: the embedded files, each replaced by a file of the same name in `folder`
/// (`laws.toml`, `industries/NAME.toml`), and every further industry that the folder holds.
///
/// # Errors
/// Every fault with its file and line; a folder that cannot be read is a fault of line 1.
pub fn load(folder: Option<&Path>) -> Result<Catalogue, CatalogueFaults> {
    let mut files: Vec<SourceFile> = EMBEDDED
        .iter()
        .map(|&(name, text)| SourceFile { name: name.to_owned(), text: text.to_owned() })
        .collect();
    if let Some(folder) = folder {
        for file in folder_files(folder).map_err(|fault| CatalogueFaults(vec![fault]))? {
            match files.iter_mut().find(|known| known.name == file.name) {
                Some(known) => *known = file,
                None => files.push(file),
            }
        }
    }
    parse(&files)
}

fn folder_files(folder: &Path) -> Result<Vec<SourceFile>, FileFault> {
    let unreadable = |path: &Path, error: std::io::Error| FileFault {
        file: path.display().to_string(),
        line: 1,
        reason: format!("cannot be read: {error}"),
    };
    let mut names = Vec::new();
    if folder.join("laws.toml").is_file() {
        names.push("laws.toml".to_owned());
    }
    let industries = folder.join("industries");
    if industries.is_dir() {
        let entries = std::fs::read_dir(&industries).map_err(|error| unreadable(&industries, error))?;
        for entry in entries.take(FILES_MAX) {
            let name = entry.map_err(|error| unreadable(&industries, error))?.file_name();
            if let Some(name) = name.to_str().filter(|name| name.ends_with(".toml")) {
                names.push(format!("industries/{name}"));
            }
        }
    } else if !folder.is_dir() {
        return Err(unreadable(folder, std::io::ErrorKind::NotFound.into()));
    }
    names.sort_unstable();
    let read = |name: String| {
        let path = folder.join(&name);
        let text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, error))?;
        Ok(SourceFile { name, text })
    };
    names.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests;
