//! The legal order of a volume: decision and its proof of service, filing, evidence by its kinds, notices each followed by
//! their proofs of service, defence, hearing, execution, closing.

use crate::Day;
use crate::case::{Act, Case, Event};
use crate::file::EvidenceKind;
use crate::id::PartyId;
use crate::paper::PaperKind;

/// Where an entry stands: its part of the volume, its day, its event or number, and what follows what.
pub(super) type Place = (u8, Day, u32, u8);

/// The place of a paper about an event.
pub(super) fn of_paper(case: &Case, kind: PaperKind, seq: u32, on: Day) -> Place {
    if kind == PaperKind::D32
        && let Some((served, event)) = served(case, seq)
    {
        return (served.row().order, event.on, event.seq, 1);
    }
    (kind.row().order, on, seq, 0)
}

/// The place of evidence that is a file: with the papers of its kind, behind them.
pub(super) fn of_file(kind: EvidenceKind, on: Day, number: u32) -> Place {
    let beside = match kind {
        EvidenceKind::SiteRecord => PaperKind::D05,
        EvidenceKind::PartyStatement | EvidenceKind::Witness => PaperKind::D06,
        EvidenceKind::Document => PaperKind::D09,
        EvidenceKind::ElectronicData | EvidenceKind::Recording => PaperKind::D10,
        EvidenceKind::Thing => PaperKind::D11,
        EvidenceKind::Expertise => PaperKind::D12,
    };
    (beside.row().order, on, number, 2)
}

/// The place of evidence that tells who reported the case: behind the clue.
pub(super) fn of_reporter(on: Day, number: u32) -> Place {
    (PaperKind::D03.row().order, on, number, 2)
}

/// The paper that the service in an event handed over, and the event that it is about.
pub(super) fn served(case: &Case, seq: u32) -> Option<(PaperKind, &Event)> {
    let service = case.log.iter().find(|event| event.seq == seq)?;
    let before = || case.log.iter().rev().filter(|event| event.seq < seq);
    match &service.act {
        Act::ServeNotice(facts) => before().find_map(|event| notice(event, facts.party)),
        Act::ServeHearingNotice(facts) => before().find_map(|event| match &event.act {
            Act::AppointHearing(named) if named.parties.contains(&facts.party) => {
                Some((PaperKind::D22, event))
            }
            _ => None,
        }),
        Act::Serve(facts) => before().find_map(|event| decision(event, facts.party)),
        Act::Demand(_) => Some((PaperKind::D36, service)),
        _ => None,
    }
}

fn notice(event: &Event, party: PartyId) -> Option<(PaperKind, &Event)> {
    match &event.act {
        Act::ApproveNotice(facts) if facts.party == party => {
            let kind = if facts.hearing.is_told() { PaperKind::D19 } else { PaperKind::D18 };
            Some((kind, event))
        }
        _ => None,
    }
}

fn decision(event: &Event, party: PartyId) -> Option<(PaperKind, &Event)> {
    let kind = match &event.act {
        Act::Decide(facts) if facts.party == party => PaperKind::D26,
        Act::DecideNoPenalty(facts) if facts.party == party => PaperKind::D27,
        Act::PenaliseOnTheSpot(facts) if facts.party.id == party => PaperKind::D26s,
        Act::ChangeDecision(facts) if facts.party == party && facts.number.is_some() => PaperKind::D26,
        _ => return None,
    };
    Some((kind, event))
}
