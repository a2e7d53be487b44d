//! The pages of one paper are bound.

use super::ScannedFile;
use super::picture::{upright, whole};
use crate::error::PaperError;
use crate::typesetter::{Printed, Typesetter};
use serde_json::json;
use std::collections::BTreeMap;
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
        bound.unwrap_or_else(|_| Err(PaperError::Template("a page cannot be bound".to_owned())))
    }

    fn bound_scan(&self, scan: &BoundScan) -> Result<Printed, PaperError> {
        // A file of many pages is laid down once.
        let mut names: BTreeMap<usize, String> = BTreeMap::new();
        let (mut files, mut pages) = (Vec::new(), Vec::with_capacity(scan.pages.len()));
        for page in &scan.pages {
            let (bytes, number) = match &page.file {
                ScannedFile::Pdf(bytes) => (bytes, Some(page.number)),
                ScannedFile::Picture(bytes) => (bytes, None),
            };
            let next = names.len();
            let name = match names.get(&(Arc::as_ptr(bytes) as usize)) {
                Some(name) => name.clone(),
                None => {
                    let (ending, laid) = match number {
                        Some(_) => ("pdf", bytes.clone()),
                        None => ("jpg", Arc::new(picture(bytes)?)),
                    };
                    let name = format!("/scan-{next}.{ending}");
                    files.push((name.clone(), laid));
                    names.insert(Arc::as_ptr(bytes) as usize, name.clone());
                    name
                }
            };
            pages.push(json!({ "file": name, "page": number, "wide": page.is_wide }));
        }
        let facts = json!({
            "title": scan.title, "draft": false, "bureau": { "name": scan.bureau }, "pages": pages,
        });
        self.bound_as("scan", (&scan.name, scan.day), facts.to_string(), files)
    }
}

fn picture(bytes: &[u8]) -> Result<Vec<u8>, PaperError> {
    let page = upright(bytes).and_then(|page| whole(&page));
    page.ok_or_else(|| PaperError::Template("a picture cannot be bound".to_owned()))
}
