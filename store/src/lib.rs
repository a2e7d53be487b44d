//! Everything that is remembered: bureaus, people, the register, cases, training, the audit.
//!
//! Architecture invariant: this crate knows no Leptos, no axum and no environment. Rows are reached only
//! inside one bureau ([`BureauStore`]) or in the tables that all bureaus share; no function takes a bureau
//! from ambient state, and neither an entity nor a connection leaves the crate.
//!
//! # How to use it
//! ```ignore
//! Store::migrate(&url).await?;                                   // as the owner
//! let store = Store::open(&url, Keys::open(&path)?, Arc::new(SystemClock)).await?;
//! let session = store.session(cookie).await?.ok_or(SignIn)?;     // who
//! let bureau = session.bureau_write("daoxian").await?;           // where: NotFound when not a member
//! bureau.require(Power::EditEstablishments)?;                    // may
//! if let Sent::Before(result) = bureau.sent(token, "establishment_added").await? { return Ok(result) }
//! // … the noun's own queries, `number = bureau.next_number("道商罚决", 2026).await?` …
//! bureau.audit("establishment_added", &id, &masked_payload).await?;
//! bureau.keep_sent(token, "establishment_added", &id).await?;
//! bureau.commit().await?;                                        // dropped without it: nothing happened
//! ```
//! Reading opens with [`Session::bureau`], the city's look into a county with [`Session::look`]. Wrong input is kept
//! by [`BureauStore::save_draft`]. A noun's queries live in its own folder (`establishments`, `cases`, `training`) as
//! `impl BureauStore` or a struct around `&BureauStore`, built on `find`, `insert`, `insert_all`, `update`, `change`,
//! `remove`, which add the bureau. Sealed columns come in threes: `x_sealed` by `keys().seal(place(…))`, `x_blind` by
//! `keys().blind_in_bureau`, `x_masked` for the screen. The command line and jobs open a bureau by
//! [`Store::operate`].

mod account;
mod administration;
mod audit;
mod blocks;
mod bureaus;
mod calendar;
mod cases;
pub mod catalogue;
mod city;
pub mod clock;
mod database;
mod delegations;
pub mod demo;
mod dossiers;
mod draft;
mod entity;
mod error;
mod establishments;
mod files;
mod imports;
mod key_file;
mod members;
mod migration;
mod number;
mod open;
mod papers;
pub mod pinyin;
mod powers;
mod practice;
mod reminders;
pub mod rules;
mod saved_views;
mod scope;
mod seal;
mod start;
mod store;
mod sweep;
mod table;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
pub mod token;
mod token_index;
mod tokens;
pub mod training;
mod transfers;
mod url;
mod visits;
mod workspaces;

pub use account::{NewAccount, OpenSession, Person, Session, SignIn, SignInAnswer, counted_as};
pub use administration::{
    AccountRecord, BureauSummary, HeldPower, MemberRecord, NewPerson, NewPhone, OneTimePassword, PowerAct,
    level_of,
};
pub use audit::{Broken, ChainReport};
pub use blocks::{NumberBlock, NumberInHand};
pub use bureaus::{Bureau, BureauKind, NewBureau};
pub use calendar::{LoadedYear, MovedPage, MovedTerm, Recounted};
pub use cases::{
    Around, BankOutcome, COMMENT, CaseDesk, CaseFilter, CaseRow, ClockCheck, ClockDifference, CommentPage,
    CommentRow, Contact, Cursor, Done, Handing, Hindrance, InHand, LedgerCursor, LedgerLine, LedgerPage,
    LedgerPart, Moved, OpenCase, OpenedContact, PROPOSAL, Page, PaperOutcome, Part, ProposalRow, QueueLine,
    RelatedCase, Rulebook, Stays, Verdict, WorkCounts,
};
pub use city::{
    BureauFigures, CityStore, Difference, Figures, MadeUpPerson, Narrowed, OverdueTerm, Overview, PartSums,
    Recount,
};
pub use clock::{Clock, FixedClock, SystemClock};
pub use dossiers::{ClaimedDossier, DossierRow, MadeDossier, NewDossier, dossier_base};
pub use draft::{Draft, Values};
pub use error::Error;
pub use establishments::{
    EstablishmentFilter, EstablishmentLine, EstablishmentPage, EstablishmentRecord, Incoming, Outcome,
    PAGE_ROWS, Saved, TOTAL_EXACT_MAX, Total,
};
pub use files::{
    CameFrom, Cleared, EvidenceAct, EvidenceFile, FileReport, FileTrouble, Files, FilesPlace, FoundFile,
    PhoneErrand, PhoneRight, PhoneWord, S3, Upload, UploadPart, Withdrawn,
};
pub use imports::{ImportCounts, StagedImport, Undone};
pub use members::{Certificate, Membership, NewMembership};
pub use open::{
    OpenCheck, OpenDifference, OpenPage, OpenSearch, Opened, PublicLine, PublicList, PublicPage,
    SEARCH_CHARS_MAX,
};
pub use papers::{
    BoundPaper, CheckedPaper, Copied, EnterFault, IssuedPaper, NewCopy, NewPaper, OutPage, OutPaper,
    PaperKey, PaperScan, Scan, ScanFile, ScanFound, ScanPage, Verified, standing_scan,
};
pub use powers::PowerRow;
pub use reminders::{MentionedIn, Reminder, Week, WeekTerm};
pub use saved_views::SavedView;
pub use scope::{Actor, BureauStore};
pub use seal::{Keys, Place};
pub use start::NumberLine;
pub use store::{SessionLife, Store};
pub use token::Sent;
pub use transfers::{
    Acceptance, Arrived, DesignationRecord, NewDesignation, TransferDesk, TransferDirection, TransferPage,
    TransferRecord, TransferState, UnansweredTransfer,
};
pub use url::{BadDatabaseUrl, DatabaseUrl, Engine};
pub use visits::{NewVisit, VisitFilter, VisitLook, VisitPage, VisitRecord};
