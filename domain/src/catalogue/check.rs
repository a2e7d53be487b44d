//! What must hold in a catalogue before anybody works by it.

use std::collections::BTreeMap;

use super::{ArticleRef, Bilingual, Catalogue, FineBand, FineFormula, PenaltyKind, ViolationRow};
use crate::{Day, Lang};

/// Where in the catalogue a fault lies; the reader of the files turns it into file and line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaultSubject {
    Industry(String),
    Law(String),
    LicenceKind(String),
    Violation(String),
}

/// A fault that stops the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueFault {
    pub subject: FaultSubject,
    /// Which of several entries with the same id, in file order from zero.
    pub nth: usize,
    pub reason: FaultReason,
}

/// Why a catalogue cannot be worked by.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultReason {
    #[error("{from} is later than {to}")]
    FromAfterTo { from: Day, to: Day },
    #[error("the id is used twice")]
    DuplicateId,
    #[error("the id must look like \"slaughter-v01@2021\" and begin with its industry")]
    BadId,
    #[error("another version of the same violation, {other}, is in force on the same days")]
    OverlapsWith { other: String },
    #[error("no law has the id \"{0}\"")]
    UnknownLaw(String),
    #[error("the penalty's law {0} is not in force on all days of the row")]
    LawNotInForce(String),
    #[error("the least amount {min} is more than the most {max}")]
    RangeUpsideDown { min: i64, max: i64 },
    #[error("a band has one of `yuan`, `percent`, or `min_percent` with `cap`, and no negative amounts")]
    BandWithoutAmount,
    #[error("a threshold or a multiple needs its `base`")]
    BandWithoutBase,
    #[error("nobody decides {0}: name a decider, or transfer only")]
    NobodyDecides(&'static str),
    #[error("a row that is transferred only names no penalties, and to whom it goes")]
    TransferWithPenalties,
    #[error("a role stands twice in one row")]
    DuplicateRole,
    #[error("a text is empty in Chinese or in English")]
    EmptyText,
}

impl Catalogue {
    /// Every fault of this catalogue; empty when it is sound.
    #[must_use]
    pub fn faults(&self) -> Vec<CatalogueFault> {
        let mut faults = Faults::default();
        for law in &self.laws {
            let reasons = span(law.from, law.to).into_iter().chain(text(&law.name)).collect();
            faults.file(FaultSubject::Law(law.id.clone()), reasons);
        }
        for industry in &self.industries {
            let spans = industry.authorities.iter().filter_map(|given| span(given.from, given.to));
            faults.file(
                FaultSubject::Industry(industry.id.0.clone()),
                spans.chain(text(&industry.name)).collect(),
            );
            for kind in &industry.licence_kinds {
                let reasons = span(kind.from, kind.to).into_iter().chain(text(&kind.name)).collect();
                faults.file(FaultSubject::LicenceKind(kind.id.clone()), reasons);
            }
            for (place, row) in industry.violations.iter().enumerate() {
                let mut reasons = row_faults(self, industry.id.word(), row);
                reasons.extend(overlap(&industry.violations[..place], row));
                faults.file(FaultSubject::Violation(row.id.clone()), reasons);
            }
        }
        faults.found
    }
}

/// Faults under their subjects, and how often each subject was met.
#[derive(Default)]
struct Faults {
    seen: BTreeMap<FaultSubject, usize>,
    found: Vec<CatalogueFault>,
}

impl Faults {
    fn file(&mut self, subject: FaultSubject, reasons: Vec<FaultReason>) {
        let times = self.seen.entry(subject.clone()).or_default();
        let nth = *times;
        *times += 1;
        let twice = (nth > 0).then_some(FaultReason::DuplicateId);
        let faults = reasons.into_iter().chain(twice);
        self.found.extend(faults.map(|reason| CatalogueFault { subject: subject.clone(), nth, reason }));
    }
}

fn span(from: Day, to: Option<Day>) -> Option<FaultReason> {
    to.filter(|to| *to < from).map(|to| FaultReason::FromAfterTo { from, to })
}

fn text(text: &Bilingual) -> Option<FaultReason> {
    (text.zh.trim().is_empty() || text.en.trim().is_empty()).then_some(FaultReason::EmptyText)
}

fn row_faults(catalogue: &Catalogue, industry: &str, row: &ViolationRow) -> Vec<FaultReason> {
    let mut reasons: Vec<FaultReason> = span(row.from, row.to).into_iter().chain(text(&row.title)).collect();
    let well_formed = row.id.strip_prefix(industry).and_then(|rest| rest.strip_prefix("-v"));
    if well_formed.is_none_or(|rest| rest.split('@').filter(|part| !part.is_empty()).count() != 2) {
        reasons.push(FaultReason::BadId);
    }
    let cited = row.violates.iter().chain(&row.penalty).chain(&row.seizure);
    reasons.extend(cited.filter_map(|reference| unknown_law(catalogue, reference)));
    reasons.extend(row.penalty.as_ref().and_then(|reference| not_in_force(catalogue, reference, row)));
    for decider in &row.deciders {
        if let (Some(from), Some(to)) = (decider.from, decider.to) {
            reasons.extend(span(from, Some(to)));
        }
    }
    if row.deciders.is_empty() && (row.transfer_to.is_empty() || !row.kinds().is_empty()) {
        reasons.push(FaultReason::TransferWithPenalties);
    }
    if !row.deciders.is_empty() {
        reasons.extend(row.kinds().into_iter().filter_map(|kind| undecided(row, kind)));
    }
    let mut roles: Vec<_> = row.roles.iter().map(|rule| rule.role).collect();
    roles.sort_unstable();
    if roles.windows(2).any(|pair| pair[0] == pair[1]) {
        reasons.push(FaultReason::DuplicateRole);
    }
    let penalties = row.roles.iter().flat_map(|rule| &rule.penalties);
    for formula in penalties.filter_map(|penalty| penalty.fine.as_ref()) {
        if let FineFormula::Bands(bands) = formula {
            reasons.extend(bands.iter().filter_map(band_fault));
        }
    }
    reasons
}

fn unknown_law(catalogue: &Catalogue, reference: &ArticleRef) -> Option<FaultReason> {
    catalogue.law(&reference.law).is_none().then(|| FaultReason::UnknownLaw(reference.law.clone()))
}

fn not_in_force(catalogue: &Catalogue, reference: &ArticleRef, row: &ViolationRow) -> Option<FaultReason> {
    let law = catalogue.law(&reference.law)?;
    let outlives = match (law.to, row.to) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(law_to), Some(row_to)) => row_to <= law_to,
    };
    (law.from > row.from || !outlives).then(|| FaultReason::LawNotInForce(law.id.clone()))
}

fn undecided(row: &ViolationRow, kind: PenaltyKind) -> Option<FaultReason> {
    let named = row.deciders.iter().any(|decider| decider.kinds.contains(&kind) || decider.kinds.is_empty());
    (!named).then(|| FaultReason::NobodyDecides(kind.name(Lang::En)))
}

/// An earlier row with the same stem under the same law whose days meet this row's days.
fn overlap(earlier: &[ViolationRow], row: &ViolationRow) -> Option<FaultReason> {
    earlier
        .iter()
        .filter(|other| {
            other.stem() == row.stem() && other.law_stem() == row.law_stem() && other.id != row.id
        })
        .find(|other| row.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| row.from <= to))
        .map(|other| FaultReason::OverlapsWith { other: other.id.clone() })
}

fn band_fault(band: &FineBand) -> Option<FaultReason> {
    let (min, max) = match (band.yuan, band.percent, band.min_percent.zip(band.cap)) {
        (Some(ends), None, None) | (None, Some(ends), None) => ends,
        (None, None, Some((min, _))) => (min, i64::MAX),
        _ => return Some(FaultReason::BandWithoutAmount),
    };
    if min < 0 || band.cap.is_some_and(|cap| cap < 0) {
        return Some(FaultReason::BandWithoutAmount);
    }
    if min > max {
        return Some(FaultReason::RangeUpsideDown { min, max });
    }
    let asks = band.percent.is_some()
        || band.min_percent.is_some()
        || [band.below, band.at_most, band.at_least, band.above].iter().any(Option::is_some);
    (asks && band.base.is_none()).then_some(FaultReason::BandWithoutBase)
}
