//! What has to be filled in beside what: a later step tells nothing without the ones before it.

use super::column::Column as C;
use super::spot;
use crate::Lang;
use crate::ledger::{Fault, RowCells};
use crate::value::ValueError;

/// A column, and those that it asks for.
const NEEDS: [(C, &[C]); 33] = [
    (C::FiledOn, &[C::Lead, C::Second, C::Approver]),
    (C::Lead, &[C::FiledOn]),
    (C::RecordOn, &[C::FiledOn, C::RecordKind]),
    (C::MeasureKind, &[C::FiledOn, C::MeasureOn]),
    (C::MeasureOn, &[C::MeasureKind]),
    (C::MeasureExtendedOn, &[C::MeasureKind]),
    (C::MeasureUntil, &[C::MeasureKind]),
    (C::ConcludedOn, &[C::FiledOn, C::RecordOn, C::Facts, C::Proposed, C::PutRight]),
    (C::Proposed, &[C::ConcludedOn]),
    (C::ReviewedOn, &[C::ConcludedOn, C::Reviewer]),
    (C::Reviewer, &[C::ReviewedOn]),
    (C::NoticeNumber, &[C::NoticeOn]),
    (C::NoticeOn, &[C::ConcludedOn, C::NoticeMethod, C::HearingTold]),
    (C::DefenceOn, &[C::NoticeOn]),
    (C::WaivedOn, &[C::NoticeOn]),
    (C::AnsweredOn, &[C::DefenceOn]),
    (C::AskedOn, &[C::NoticeOn]),
    (C::HearingNoticeOn, &[C::AskedOn, C::HearingOn, C::Host]),
    (C::HearingOn, &[C::HearingNoticeOn]),
    (C::DiscussedOn, &[C::NoticeOn]),
    (C::Voices, &[C::DiscussedOn]),
    (C::DecidedOn, &[C::NoticeOn, C::Fine]),
    (C::DecisionNumber, &[C::DecidedOn]),
    (C::Fine, &[C::DecidedOn]),
    (C::ServedOn, &[C::DecidedOn, C::ServedMethod]),
    (C::ServedMethod, &[C::ServedOn]),
    (C::PaidOn, &[C::ServedOn, C::Paid]),
    (C::Paid, &[C::PaidOn]),
    (C::DemandOn, &[C::ServedOn, C::DemandMethod]),
    (C::DemandMethod, &[C::DemandOn]),
    (C::CourtOn, &[C::ServedOn]),
    (C::CourtAnsweredOn, &[C::CourtOn, C::CourtAnswer]),
    (C::CourtAnswer, &[C::CourtAnsweredOn]),
];

/// The blank cells that others ask for, each told once.
pub(super) fn missing(cells: &RowCells<C>, on_the_spot: bool) -> Vec<Fault<C>> {
    let mut faults: Vec<Fault<C>> = Vec::new();
    let procedure = on_the_spot.then_some((C::Procedure, spot::NEEDED));
    let asks = procedure.into_iter().chain(NEEDS).filter(|(column, _)| !cells.get(*column).is_blank());
    for (column, needed) in asks {
        let has_step = |needed: &C| needed.is_needed(on_the_spot);
        for blank in needed.iter().copied().filter(|needed| cells.get(*needed).is_blank()).filter(has_step) {
            if faults.iter().all(|fault| fault.column != blank) {
                let (zh, en) = (column.title(Lang::Zh).to_owned(), column.title(Lang::En).to_owned());
                faults.push(Fault { column: blank, error: ValueError::NeededBy { zh, en } });
            }
        }
    }
    faults
}
