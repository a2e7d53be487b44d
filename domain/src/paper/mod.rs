//! Papers (文书): which forms there are, which a case calls for, and what each of them says.
//!
//! A paper is bound to the events of its case: [`bind`] takes every word, number and day from what was entered, so
//! nothing is typed twice, or says what is missing and where it is entered. The templates (crate `paper`) give the
//! wording around it.

mod approval;
mod bind;
mod content;
mod issue;
mod kind;
mod kind_rows;
mod kind_rows_later;
mod missing;
mod scan;
mod sheet;
mod slot;
mod words;

pub use bind::{Paper, Sources, bind, bind_each};
pub use content::Content;
pub use issue::{
    ISSUED_MAX, PaperCopy, PaperFault, PaperState, REASON_MAX, judge_back, judge_reason, judge_void,
    may_issue,
};
pub use kind::{PaperKind, PaperRow, Volume};
pub use missing::{Entered, Missing, SettingField, Where};
pub use scan::{
    PAPER_SCANS_MAX, PageFound, PageOffer, SCAN_BYTES_MAX, SCAN_HOURS, SCAN_PAGES_MAX, SCANS_WAITING_MAX,
    ScanFault, missing_pages, offered, page_order,
};
pub use sheet::{
    ActLine, CaseLine, Clause, CourtLine, DecisionLine, DefenceLine, EvidenceLine, HearingLine, HeldLine,
    InstalmentLine, Issuer, MeasureLine, MoneyLine, Named, NoticeLine, OfficerLine, OpinionLine, PartyLine,
    PenaltyActLine, PenaltyLine, ProposalLine, RecordLine, ServiceLine, Sheet, Sum,
};
pub use slot::{Slot, called_for};
pub use words::{day_words, money_words, time_words};

#[cfg(test)]
pub(crate) mod tests;
