//! The fonts: those of the product's folder, and behind them what the system has for characters that they lack.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;

/// Where Debian keeps its Chinese fonts.
const SYSTEM: &str = "/usr/share/fonts/opentype/noto";
/// Of a collection for all of East Asia only the faces for the mainland are taken.
const COLLECTION_FACE: &str = "CJK SC";

/// Text: 仿宋 where the folder has it.
const BODY: [&str; 7] = [
    "FangSong_GB2312",
    "FangSong",
    "仿宋_GB2312",
    "仿宋",
    "Noto Serif SC",
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
];
/// Titles: 小标宋 where the folder has it.
const TITLE: [&str; 4] = ["FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK"];

/// One face of a file, read when it is first asked for.
#[derive(Debug)]
struct Face {
    file: PathBuf,
    index: u32,
    font: OnceLock<Option<Font>>,
}

/// A set of fonts.
#[derive(Debug)]
pub(crate) struct Fonts {
    pub book: LazyHash<FontBook>,
    faces: Vec<Face>,
}

impl Fonts {
    /// The fonts of a folder and, when asked, those of the system behind them. Files that are no fonts are passed over.
    pub fn read(folder: &Path, with_system: bool) -> Self {
        let mut files = files_of(folder);
        if with_system {
            files.extend(files_of(Path::new(SYSTEM)));
        }
        let (mut book, mut faces) = (FontBook::new(), Vec::new());
        for file in files {
            let Ok(data) = std::fs::read(&file) else { continue };
            let is_collection = file.extension().is_some_and(|kind| kind == "ttc");
            for font in Font::iter(Bytes::new(data)) {
                if is_collection && !font.info().family.contains(COLLECTION_FACE) {
                    continue;
                }
                book.push(font.info().clone());
                faces.push(Face { file: file.clone(), index: font.index(), font: OnceLock::new() });
            }
        }
        Fonts { book: LazyHash::new(book), faces }
    }

    /// Whether there is none at all.
    pub fn is_empty(&self) -> bool {
        self.faces.is_empty()
    }

    /// A face by its number in the book.
    pub fn font(&self, index: usize) -> Option<Font> {
        let face = self.faces.get(index)?;
        let read = || Font::new(Bytes::new(std::fs::read(&face.file).ok()?), face.index);
        face.font.get_or_init(read).clone()
    }

    /// The first character of a text that no font has. What is not seen needs no glyph.
    pub fn lacks(&self, text: &str) -> Option<char> {
        let infos: Vec<&FontInfo> = (0..self.faces.len()).filter_map(|at| self.book.info(at)).collect();
        let has = |c: char| infos.iter().any(|info| info.coverage.contains(u32::from(c)));
        text.chars().find(|c| !c.is_whitespace() && !c.is_control() && !has(*c))
    }

    /// The families for text and for titles as a template names them, and whether titles are to be bold.
    pub fn families(&self) -> serde_json::Value {
        let known = |names: &[&'static str]| -> Vec<&'static str> {
            names.iter().copied().filter(|name| self.book.contains_family(&name.to_lowercase())).collect()
        };
        let (body, mut title) = (known(&BODY), known(&TITLE));
        let bold = title.is_empty();
        title.extend(body.iter().filter(|name| name.starts_with("Noto")));
        title.extend(body.iter().filter(|name| !name.starts_with("Noto")));
        serde_json::json!({ "body": body, "title": title, "bold": bold })
    }
}

/// The font files of a folder, in the order of their names.
fn files_of(folder: &Path) -> Vec<PathBuf> {
    let is_font = |file: &PathBuf| {
        let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        matches!(kind, "ttf" | "otf" | "ttc")
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_font).collect();
    files.sort();
    files
}
