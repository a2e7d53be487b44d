//! The dossier (案卷): which papers and which evidence lie in which volume, in legal order, on which pages, what is
//! missing, and what a party may read of it (行政处罚法 art. 46, 47; the specification's §6).

mod catalogue;
mod entry;
mod evidence_list;
mod lack;
mod mask;
mod order;
mod pages;
mod reading;
mod state;

pub use catalogue::{Dossier, dossier, unmade};
pub use entry::{Bound, Entry, KeptFile, MadePaper, What};
pub use evidence_list::{ListFor, proves};
pub use lack::Lack;
pub use mask::masked;
pub use pages::{PageRange, paged};
pub use reading::{LeftOut, left_out, may_read, untold};
pub use state::{BoundLine, DossierFault, DossierState, KEPT_MAX, WAITING_MAX};

/// Pages of one volume at most, and of one piece of evidence in it.
pub const VOLUME_PAGES_MAX: usize = 3_000;
pub const FILE_PAGES_MAX: usize = 1_000;

/// Bytes of the files of one volume at most, and of one of them.
pub const VOLUME_BYTES_MAX: u64 = 256 << 20;
pub const BOUND_BYTES_MAX: u64 = 64 << 20;

#[cfg(test)]
mod tests;
