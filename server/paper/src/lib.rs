//! Papers as PDF/A-2b: embedded templates, the facts of one paper as JSON, and the fonts of one folder.
//!
//! What people typed is data: it reaches the page as text and is never read as markup. Nothing but the templates, the
//! facts and the fonts can be reached from a template: no file, no package, no network, no clock. The same facts give
//! the same bytes.

mod code;
mod error;
mod font;
mod form;
mod scan;
mod typesetter;
mod volume;
mod world;

pub use code::{Code, PageCode};
pub use error::PaperError;
pub use form::{forms, template_version};
pub use scan::{BoundScan, ReadPage, ScanFault, ScannedFile, ScannedPage, read_scan, shrunk};
pub use typesetter::{Printed, Sheet, Typesetter};
pub use volume::{PagesFault, Volume, VolumeFile, VolumePart, pages_of};
