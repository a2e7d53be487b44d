//! A volume of a dossier (案卷): frozen papers and evidence bound into one PDF with cover, catalogue and end sheet.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_syntax::{LoadPdfError, Pdf};
use sha2::{Digest, Sha256};
use typst::foundations::Bytes;
use typst_layout::PagedDocument;
use typst_pdf::PdfStandard;

use crate::error::PaperError;
use crate::font::Fonts;
use crate::form::{hex, template_version};
use crate::typesetter::{Printed, Typesetter, options, template};
use crate::world::PaperWorld;

/// What a character that no font has becomes: a name typed by somebody stops no volume.
const UNKNOWN: [char; 2] = ['□', '?'];

/// What is bound in as it is.
#[derive(Clone, Debug)]
pub enum VolumeFile {
    /// A PDF, and for each of its pages whether it is wider than high.
    Pdf(Arc<Vec<u8>>, Vec<bool>),
    /// A JPEG, on a sheet of its own.
    Picture(Arc<Vec<u8>>),
}

/// One entry of a volume.
#[derive(Clone, Debug)]
pub struct VolumePart {
    /// What its sheet says: `title`, `note` and `lines`, pairs of name and value.
    pub facts: serde_json::Value,
    /// None: the sheet stands for what cannot be bound in.
    pub file: Option<VolumeFile>,
}

impl VolumePart {
    /// Pages that it takes.
    #[must_use]
    pub fn pages(&self) -> usize {
        match &self.file {
            Some(VolumeFile::Pdf(_, wide)) => wide.len(),
            Some(VolumeFile::Picture(_)) | None => 1,
        }
    }
}

/// A volume to be bound.
#[derive(Clone, Debug)]
pub struct Volume {
    /// What identifies it. It is not shown.
    pub name: String,
    /// Year, month and day on which it is bound.
    pub day: (i32, u8, u8),
    /// Cover, catalogue and end sheet.
    pub facts: serde_json::Value,
    pub parts: Vec<VolumePart>,
}

/// Why the pages of a PDF cannot be bound in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagesFault {
    /// It asks for a password.
    Encrypted,
    Broken,
}

/// Of each page of a PDF whether it is wider than high. Whatever the bytes are, there is an answer.
///
/// # Errors
/// Why not; one without pages is broken.
pub fn pages_of(pdf: &Arc<Vec<u8>>) -> Result<Vec<bool>, PagesFault> {
    let read = || -> Result<Vec<bool>, PagesFault> {
        let read = Pdf::new(pdf.clone()).map_err(|error| match error {
            LoadPdfError::Decryption(_) => PagesFault::Encrypted,
            LoadPdfError::Invalid => PagesFault::Broken,
        })?;
        let is_wide = |(width, height): (f32, f32)| width > height;
        Ok(read.pages().iter().map(|page| is_wide(page.render_dimensions())).collect())
    };
    // The reader of a file that somebody sent may give up in its own way.
    let pages = catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(PagesFault::Broken))?;
    if pages.is_empty() { Err(PagesFault::Broken) } else { Ok(pages) }
}

impl Typesetter {
    /// Binds a volume. It is no PDF/A: what others made is bound in as it is.
    ///
    /// # Errors
    /// As [`Typesetter::print`], but for characters that no font has; [`PaperError::Template`] also for a file that cannot
    /// be bound in.
    pub fn bind(&self, volume: &Volume) -> Result<Printed, PaperError> {
        let bound = catch_unwind(AssertUnwindSafe(|| self.bound(volume)));
        // Hundreds of pages are not kept for the next paper.
        comemo::evict(0);
        bound.unwrap_or_else(|_| Err(PaperError::Template("a file cannot be bound in".to_owned())))
    }

    /// Whether a file can be bound in: tried by itself.
    #[must_use]
    pub fn takes(&self, file: &VolumeFile) -> bool {
        let nothing = serde_json::json!({
            "title": "", "draft": false, "bureau": { "name": "" }, "heading": "", "volume": "", "cover": [], "note": "",
            "catalogue_title": "", "entries": [], "end": { "title": "", "lines": [], "signed": [] },
        });
        let part = VolumePart {
            facts: serde_json::json!({ "title": "", "note": "", "lines": [] }),
            file: Some(file.clone()),
        };
        let alone = Volume { name: String::new(), day: (2026, 1, 1), facts: nothing, parts: vec![part] };
        self.bind(&alone).is_ok()
    }

    fn bound(&self, volume: &Volume) -> Result<Printed, PaperError> {
        let (mut facts, mut files) = (volume.facts.clone(), Vec::new());
        let mut parts = Vec::with_capacity(volume.parts.len());
        for (at, part) in volume.parts.iter().enumerate() {
            let mut said = part.facts.clone();
            let (kind, file) = match &part.file {
                Some(VolumeFile::Pdf(bytes, wide)) => {
                    said["wide"] = wide.clone().into();
                    ("pdf", Some((format!("/part-{at}.pdf"), bytes)))
                }
                Some(VolumeFile::Picture(bytes)) => ("picture", Some((format!("/part-{at}.jpg"), bytes))),
                None => ("sheet", None),
            };
            said["kind"] = kind.into();
            if let Some((name, bytes)) = file {
                said["file"] = name.clone().into();
                files.push((name, bytes.clone()));
            }
            parts.push(said);
        }
        facts["parts"] = parts.into();
        self.bound_as("volume", (&volume.name, volume.day), facts.to_string(), files)
    }

    /// Binds by a template what its facts name.
    pub(crate) fn bound_as(
        &self,
        template_name: &str,
        (name, day): (&str, (i32, u8, u8)),
        facts: String,
        files: Vec<(String, Arc<Vec<u8>>)>,
    ) -> Result<Printed, PaperError> {
        let (facts, fonts) = self.legible(facts)?;
        let no_form = || PaperError::NoForm(template_name.to_owned());
        let mut world = PaperWorld::new(template_name, facts, fonts).ok_or_else(no_form)?;
        for (name, bytes) in files {
            world.holds(&name, Bytes::new(Shared(bytes)));
        }
        let document = typst::compile::<PagedDocument>(&world).output.map_err(|errors| template(&errors))?;
        // Files of any version up to 2.0 are bound in.
        let options = options(name, day, PdfStandard::V_2_0)?;
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| template(&errors))?;
        let sha256 = hex(&Sha256::digest(&pdf));
        Ok(Printed { sha256, template: template_version(), pages: document.pages().len(), pdf })
    }

    /// The facts with a mark for every character that no font has, and the fonts.
    fn legible(&self, mut facts: String) -> Result<(String, &Fonts), PaperError> {
        loop {
            match self.fonts_for(&facts) {
                Ok(fonts) => return Ok((facts, fonts)),
                Err(PaperError::NoGlyph(lacking)) => {
                    let [mark, other] = UNKNOWN;
                    let mark = if lacking == mark { other } else { mark };
                    facts = facts.replace(lacking, &mark.to_string());
                }
                Err(error) => return Err(error),
            }
        }
    }
}

/// Bytes that are shared, as the typesetter takes them.
#[derive(Debug, Hash)]
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
