//! What a template can reach: the templates, the facts, the fonts. Nothing else.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::font::Fonts;
use crate::form::TEMPLATES;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static SOURCES: LazyLock<HashMap<FileId, Source>> = LazyLock::new(|| {
    let source = |(path, text): &(&str, &str)| {
        let id = file_id(path)?;
        Some((id, Source::new(id, (*text).to_owned())))
    };
    TEMPLATES.iter().filter_map(source).collect()
});

/// Where the facts stand.
static FACTS: LazyLock<Option<FileId>> = LazyLock::new(|| file_id("/facts.json"));
/// Where the names of the fonts stand.
static FAMILIES: LazyLock<Option<FileId>> = LazyLock::new(|| file_id("/fonts.json"));

fn file_id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// The world of one paper.
#[derive(Debug)]
pub(crate) struct PaperWorld<'a> {
    fonts: &'a Fonts,
    main: FileId,
    facts: Bytes,
    families: Bytes,
    /// What a volume holds, by the name under which its facts speak of it.
    files: HashMap<FileId, Bytes>,
}

impl<'a> PaperWorld<'a> {
    /// The world of a form; none when there is no such form.
    pub fn new(form: &str, facts: String, fonts: &'a Fonts) -> Option<Self> {
        let main = file_id(&format!("/{form}.typ")).filter(|id| SOURCES.contains_key(id))?;
        let families = Bytes::from_string(fonts.families().to_string());
        Some(PaperWorld { fonts, main, facts: Bytes::from_string(facts), families, files: HashMap::new() })
    }

    /// The same world with a file in it.
    pub fn holds(&mut self, name: &str, bytes: Bytes) {
        self.files.extend(file_id(name).map(|id| (id, bytes)));
    }
}

impl World for PaperWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match Some(id) {
            known if known == *FACTS => Ok(self.facts.clone()),
            known if known == *FAMILIES => Ok(self.families.clone()),
            _ => self.files.get(&id).cloned().ok_or(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// A paper has its day in its facts.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
