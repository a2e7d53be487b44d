//! The pages of one paper are bound: each as it is seen, seals and signatures that lie upon it too, and nothing else of the
//! file that it came in.

use super::ScannedFile;
use super::picture::{PAGE_SIDE, upright, whole};
use super::read::{drawn, opened};
use crate::error::PaperError;
use crate::typesetter::{Printed, Typesetter};
use hayro::hayro_syntax::Pdf;
use serde_json::json;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// A page to be bound.
#[derive(Clone, Debug)]
pub struct ScannedPage {
    pub file: ScannedFile,
    /// From 1, in its file.
    pub number: usize,
    /// Wider than high.
    pub is_wide: bool,
}

/// The scan of one paper, to be bound.
#[derive(Clone, Debug)]
pub struct BoundScan {
    /// What identifies it. It is not shown.
    pub name: String,
    /// Year, month and day on which it is bound.
    pub day: (i32, u8, u8),
    /// The paper's name, and the bureau's.
    pub title: String,
    pub bureau: String,
    pub pages: Vec<ScannedPage>,
}

impl Typesetter {
    /// Binds the pages of a paper in the order in which they come.
    ///
    /// # Errors
    /// [`PaperError::NoFont`], [`PaperError::Template`] for a page that cannot be bound.
    pub fn bind_scan(&self, scan: &BoundScan) -> Result<Printed, PaperError> {
        let bound = catch_unwind(AssertUnwindSafe(|| self.bound_scan(scan)));
        comemo::evict(0);
        bound.unwrap_or_else(|_| Err(unbindable()))
    }

    fn bound_scan(&self, scan: &BoundScan) -> Result<Printed, PaperError> {
        // A file of many pages is opened once.
        let mut opened_files = BTreeMap::new();
        let (mut files, mut pages) = (Vec::new(), Vec::with_capacity(scan.pages.len()));
        for (at, page) in scan.pages.iter().enumerate() {
            let picture = picture(page, &mut opened_files).ok_or_else(unbindable)?;
            let name = format!("/scan-{at}.jpg");
            pages.push(json!({ "file": name, "wide": page.is_wide }));
            files.push((name, Arc::new(picture)));
        }
        let facts = json!({
            "title": scan.title, "draft": false, "bureau": { "name": scan.bureau }, "pages": pages,
        });
        self.bound_as("scan", (&scan.name, scan.day), facts.to_string(), files)
    }
}

fn unbindable() -> PaperError {
    PaperError::Template("a page cannot be bound".to_owned())
}

/// A page as a JPEG.
fn picture(page: &ScannedPage, files: &mut BTreeMap<usize, Pdf>) -> Option<Vec<u8>> {
    let seen = match &page.file {
        ScannedFile::Picture(bytes) => upright(bytes, PAGE_SIDE)?,
        ScannedFile::Pdf(bytes) => {
            let pdf = match files.entry(Arc::as_ptr(bytes) as usize) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => place.insert(opened(bytes).ok()?),
            };
            drawn(pdf.pages().get(page.number.checked_sub(1)?)?)?
        }
    };
    whole(&seen)
}
