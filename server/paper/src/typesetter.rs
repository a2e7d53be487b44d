//! From the facts of a paper to its bytes.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use sha2::{Digest, Sha256};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::code::{CODED_PAGES_MAX, Code, PageCode};
use crate::error::PaperError;
use crate::font::Fonts;
use crate::form::{TEMPLATES, hex, template_version};
use crate::world::PaperWorld;

/// Runs of the typesetter after which what was not used again is forgotten.
const KEPT_RUNS: usize = 20;

/// One paper to be printed.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The form's id, `D26`.
    pub form: String,
    /// What identifies the paper: one paper has the same name at every printing. It is not shown.
    pub name: String,
    /// Year, month and day of issue: the paper's own time, whenever it is printed.
    pub day: (i32, u8, u8),
    /// The facts, as a JSON object.
    pub facts: serde_json::Value,
    /// The address of its check, for the code on an issued paper.
    pub check: Option<String>,
}

/// A paper as it was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    pub pdf: Vec<u8>,
    /// SHA-256 of the bytes in hexadecimal digits.
    pub sha256: String,
    /// The version of the templates that printed it.
    pub template: &'static str,
    pub pages: usize,
}

/// Prints papers; it is kept alive, since the fonts stay in it and the second paper is printed faster than the first.
#[derive(Debug)]
pub struct Typesetter {
    folder: PathBuf,
    own: OnceLock<Fonts>,
    with_system: OnceLock<Fonts>,
}

impl Typesetter {
    /// A typesetter with the fonts of a folder. They are read when the first paper is printed.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Typesetter { folder: folder.to_owned(), own: OnceLock::new(), with_system: OnceLock::new() }
    }

    /// Prints a paper as PDF/A-2b.
    ///
    /// # Errors
    /// [`PaperError::NoFont`] without fonts, [`PaperError::NoGlyph`] for a character that no font has,
    /// [`PaperError::NoForm`], [`PaperError::Template`].
    pub fn print(&self, sheet: &Sheet) -> Result<Printed, PaperError> {
        let mut facts = sheet.facts.clone();
        if let Some(address) = &sheet.check {
            let code = serde_json::to_value(Code::of(address)?);
            facts["check"] = code.map_err(|error| PaperError::Template(error.to_string()))?;
        }
        let mut document = self.composed(&sheet.form, facts.to_string())?;
        let pages = document.pages().len();
        if let Some(address) = sheet.check.as_ref().filter(|_| pages > 1) {
            // How many pages there are is known only now; the codes take no place, so that there are no more of them.
            let later =
                (2..=pages.min(CODED_PAGES_MAX)).map(|page| Code::of(&PageCode::address(address, page)));
            let later: Vec<Code> = later.collect::<Result<_, _>>()?;
            let later = serde_json::to_value(later);
            facts["later"] = later.map_err(|error| PaperError::Template(error.to_string()))?;
            document = self.composed(&sheet.form, facts.to_string())?;
        }
        let pdf = typst_pdf::pdf(&document, &options(&sheet.name, sheet.day, PdfStandard::A_2b)?)
            .map_err(|errors| template(&errors))?;
        comemo::evict(KEPT_RUNS);
        let sha256 = hex(&Sha256::digest(&pdf));
        Ok(Printed { sha256, template: template_version(), pages: document.pages().len(), pdf })
    }

    /// The pages of a form with these facts.
    fn composed(&self, form: &str, facts: String) -> Result<PagedDocument, PaperError> {
        let fonts = self.fonts_for(&facts)?;
        let no_form = || PaperError::NoForm(form.to_owned());
        let world = PaperWorld::new(form, facts, fonts).ok_or_else(no_form)?;
        typst::compile::<PagedDocument>(&world).output.map_err(|errors| template(&errors))
    }

    /// The folder's own fonts when they have every character of the facts, else with the system's behind them.
    pub(crate) fn fonts_for(&self, facts: &str) -> Result<&Fonts, PaperError> {
        let own = self.own.get_or_init(|| Fonts::read(&self.folder, false));
        if !own.is_empty() && own.lacks(facts).is_none() && lacks_none_of_the_templates(own) {
            return Ok(own);
        }
        let all = self.with_system.get_or_init(|| Fonts::read(&self.folder, true));
        if all.is_empty() {
            return Err(PaperError::NoFont(vec![self.folder.clone()]));
        }
        match all.lacks(facts) {
            None => Ok(all),
            Some(lacking) => Err(PaperError::NoGlyph(lacking)),
        }
    }
}

fn lacks_none_of_the_templates(fonts: &Fonts) -> bool {
    TEMPLATES.iter().all(|(_, text)| fonts.lacks(text).is_none())
}

/// How a document is written that is made on a day.
pub(crate) fn options(
    name: &str,
    (year, month, day): (i32, u8, u8),
    standard: PdfStandard,
) -> Result<PdfOptions, PaperError> {
    let day = Datetime::from_ymd(year, month, day);
    let day = day.ok_or_else(|| PaperError::Template("the day of issue is no day".to_owned()))?;
    let standards = PdfStandards::new(&[standard]);
    let standards = standards.map_err(|error| PaperError::Template(error.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(name.to_owned()),
        creator: Smart::Custom(Some(format!("Xiaoxiang papers {}", template_version()))),
        timestamp: Some(Timestamp::new_utc(day)),
        standards,
        ..PdfOptions::default()
    })
}

pub(crate) fn template(errors: &[SourceDiagnostic]) -> PaperError {
    PaperError::Template(errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
}
