//! The register of establishments: list, search, detail, create, edit, and imports in bulk.
//!
//! A row of the register is one establishment; its licences stand in a table of their own, read together with
//! it. Phones are sealed; lists show them masked.

mod edit;
mod import;
mod list;
mod party;
mod record;
mod search;
mod tokens;
mod undo;

use domain::Day;
use domain::establishment::{Change, Establishment, LicenceState};
use domain::id::EstablishmentId;

pub use import::{Incoming, Outcome};

/// Rows of one page of the list.
pub const PAGE_ROWS: u64 = 50;
/// Up to here totals are exact without being asked for.
pub const TOTAL_EXACT_MAX: u64 = 1_000;

/// What the list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EstablishmentFilter {
    /// Words, pinyin, initials or numbers; blank for all.
    pub search: String,
    /// An industry's word.
    pub industry: Option<String>,
    pub town: Option<String>,
    pub licence: Option<LicenceState>,
    /// The last establishment of the page before.
    pub after: Option<EstablishmentId>,
}

/// How many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    Exactly(u64),
    /// More than this; counting on would take long.
    MoreThan(u64),
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstablishmentLine {
    pub id: EstablishmentId,
    pub name: String,
    pub credit_code: Option<String>,
    /// The industry's word.
    pub industry: String,
    pub town: String,
    pub legal_representative: String,
    /// Masked.
    pub phone: String,
    /// The end that comes first, if one has an end.
    pub licence_until: Option<Day>,
    pub licence: LicenceState,
}

/// One page of the list, sorted by pinyin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstablishmentPage {
    pub rows: Vec<EstablishmentLine>,
    pub total: Total,
    /// Where the next page begins, if there is one.
    pub next: Option<EstablishmentId>,
    /// The towns of the register, to choose among; sorted.
    pub towns: Vec<String>,
}

/// One establishment of the register, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstablishmentRecord {
    pub id: EstablishmentId,
    /// Grows with each change; the form sends it back.
    pub version: i32,
    pub establishment: Establishment,
    /// Masked.
    pub phone: String,
    pub former_names: Vec<String>,
    /// When it was last changed.
    pub updated_at: domain::Instant,
}

/// What a saved form did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    pub id: EstablishmentId,
    pub changes: Vec<Change>,
}
