//! Evidence that is a file: its bytes lie sealed in a folder or a bucket, its row and its sheet in the database. A file
//! comes in by parts, is judged and laid under its hash, and only then gets its row: whatever is stopped in between can
//! be done again, and what nobody goes on with is swept away.

mod along;
mod blob;
mod evidence;
mod phone;
mod place;
mod stream;
mod sweep;
mod upload;
mod verify;

pub use along::CameFrom;
pub(crate) use along::{AlongFile, Sender};
pub use blob::FoundFile;
pub use evidence::{EvidenceAct, EvidenceFile, Withdrawn};
pub use phone::{PhoneErrand, PhoneRight, PhoneWord};
pub use place::{Files, FilesPlace, S3};
pub use sweep::Cleared;
pub use upload::{Upload, UploadPart};
pub use verify::{FileReport, FileTrouble};
