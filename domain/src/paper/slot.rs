//! Which papers a case calls for.

use super::PaperKind;
use super::approval::Approved;
use crate::case::{
    Act, ActKind, Case, ClueSource, Event, HearingOutcome, HearingRight, Inquiry, Method, Performed,
    Progress, RecordKind, RemedyKind, Reviser, taken_back,
};
use crate::id::PartyId;

/// One paper that a case calls for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub kind: PaperKind,
    /// Whom it concerns; none: the whole case, or several parties.
    pub party: Option<PartyId>,
    /// The number of the event that it is about; none: the event has not been recorded yet.
    pub seq: Option<u32>,
}

impl Slot {
    /// The word in an address: `D26-14`; none before the event.
    #[must_use]
    pub fn word(&self) -> Option<String> {
        Some(format!("{}-{}", self.kind.id(), self.seq?))
    }
}

/// The papers of what was done, in the order in which it was done; then those that the way of each party still asks for.
#[must_use]
pub fn called_for(case: &Case) -> Vec<Slot> {
    let gone = taken_back(&case.log);
    let mut slots = Vec::new();
    for event in case.log.iter().filter(|event| !gone.contains(&event.seq)) {
        let party = concerned(event);
        let slot = |kind| Slot { kind, party, seq: Some(event.seq) };
        let kinds = kinds_of(&event.act).iter().copied().chain(beside(&event.act));
        slots.extend(kinds.chain(to_reporter(case, &event.act)).map(slot));
    }
    slots.extend(still_asked_for(case, &slots));
    slots
}

/// Whom the papers of an event concern; a record and a penalty on the spot name one party though they are of the case.
fn concerned(event: &Event) -> Option<PartyId> {
    match &event.act {
        Act::Record(facts) => facts.party,
        Act::PenaliseOnTheSpot(facts) => Some(facts.party.id),
        _ => event.party(),
    }
}

/// The papers that an act leaves.
fn kinds_of(act: &Act) -> &'static [PaperKind] {
    use PaperKind as K;
    match act {
        Act::RegisterClue(_) => &[K::D01],
        Act::File(_) => &[K::D02, K::D33, K::D49],
        Act::AddParty(_) => &[K::D33, K::D49],
        Act::RefuseFiling(_) => &[K::D02],
        Act::Inquire(facts) => match facts.what {
            Inquiry::Interview => &[K::D07],
            Inquiry::Papers => &[K::D08],
            Inquiry::Assistance => &[K::D50],
        },
        Act::DecideRecusal(_) => &[K::D04],
        Act::PenaliseOnTheSpot(_) => &[K::D26s],
        Act::Record(facts) => match facts.kind {
            RecordKind::Inspection => &[K::D05],
            RecordKind::Interview => &[K::D06],
            RecordKind::RectificationOrder { .. } | RecordKind::ReInspection { .. } => &[K::D29],
            RecordKind::Sampling => &[K::D11],
            RecordKind::Documents => &[],
        },
        Act::RegisterEvidence(_) | Act::HandleEvidence(_) => &[K::D13],
        Act::TakeMeasure(_) | Act::ExtendMeasure(_) => &[K::D14],
        Act::TakeUrgentMeasure(_) => &[K::D14, K::D14a],
        Act::CommissionTest(_) | Act::RecordTestResult(_) => &[K::D12],
        Act::LiftMeasure(_) => &[K::D15],
        Act::Pay(_) | Act::DisposeGoods(_) | Act::HandlePerishable(_) => &[K::D34],
        Act::Perform(facts) if facts.performed == Performed::GoodsHandedIn => &[K::D51],
        Act::Conclude(_) => &[K::D16],
        Act::Review(_) => &[K::D17],
        Act::ApproveNotice(facts) if facts.hearing != HearingRight::None => &[K::D19],
        Act::ApproveNotice(_) => &[K::D18],
        Act::ServeNotice(_) | Act::ServeHearingNotice(_) | Act::Serve(_) => &[K::D32],
        Act::ReceiveDefence(_) | Act::WaiveDefence(_) => &[K::D20],
        Act::AnswerDefence(_) => &[K::D21],
        Act::AppointHearing(_) => &[K::D22],
        Act::HoldHearing(facts) if matches!(facts.outcome, HearingOutcome::Held { .. }) => &[K::D23, K::D24],
        Act::Deliberate(_) => &[K::D25],
        Act::Decide(_) => &[K::D26],
        Act::DecideNoPenalty(_) => &[K::D27],
        // What the government or a court changes stands in a paper of theirs.
        Act::ChangeDecision(facts) if facts.reviser == Reviser::Bureau => &[K::D26],
        Act::Demand(_) => &[K::D36, K::D32],
        Act::ApprovePlan(facts) if facts.remission.is_some() => &[K::D35, K::D55],
        Act::ApprovePlan(_) => &[K::D35],
        Act::ApplyToCourt(_) => &[K::D37],
        Act::SuspendEnforcement(_) | Act::EndEnforcement(_) => &[K::D53],
        Act::ProposeTransfer(_) => &[K::D30],
        Act::HandToPolice(_) => &[K::D31],
        Act::ProposeRevocation(_) => &[K::D48],
        Act::AnswerRemedy(facts) => answer_to(facts.remedy),
        Act::AnswerContest(facts) => answer_to(facts.remedy),
        Act::Withdraw(_) => &[K::D28],
        Act::Close(_) => &[K::D38],
        _ => &[],
    }
}

fn answer_to(remedy: RemedyKind) -> &'static [PaperKind] {
    match remedy {
        RemedyKind::Reconsideration => &[PaperKind::D46],
        RemedyKind::Lawsuit => &[PaperKind::D47],
    }
}

/// The paper that an act leaves beside its own: the head's approval, the notice of a public service.
fn beside(act: &Act) -> Option<PaperKind> {
    if Approved::of(act).is_some() {
        return Some(PaperKind::D45);
    }
    let service = match act {
        Act::ServeNotice(facts) => &facts.service,
        Act::ServeHearingNotice(facts) => &facts.service,
        Act::Serve(facts) => &facts.service,
        Act::Demand(facts) => &facts.service,
        _ => return None,
    };
    matches!(service.method, Method::PublicNotice { .. }).then_some(PaperKind::D54)
}

/// Whoever reported hears whether the case was filed (市场监督管理投诉举报处理 practice, §6 D03).
fn to_reporter(case: &Case, act: &Act) -> Option<PaperKind> {
    let decides = matches!(act, Act::File(_) | Act::RefuseFiling(_));
    (decides && case.clue.source == ClueSource::Report).then_some(PaperKind::D03)
}

/// What an ordinary way still leaves: the report, the notice, the decision, its proof of service, the closing.
fn still_asked_for(case: &Case, there: &[Slot]) -> Vec<Slot> {
    use PaperKind as K;
    let Some(filed) = case.filing() else {
        let is_open = case.closed_on().is_none() && there.iter().all(|slot| slot.kind != K::D02);
        return is_open.then_some(Slot { kind: K::D02, party: None, seq: None }).into_iter().collect();
    };
    let mut slots = Vec::new();
    for track in &filed.tracks {
        let party = Some(track.party.id);
        let later: &[K] = match &track.progress {
            Progress::Filed { .. } | Progress::Investigating { .. } => {
                &[K::D16, K::D18, K::D26, K::D32, K::D38]
            }
            Progress::Concluded(concluded) if concluded.notice.is_none() => &[K::D18, K::D26, K::D32, K::D38],
            Progress::Concluded(_)
            | Progress::Notified(_)
            | Progress::Hearing(_)
            | Progress::Heard(_)
            | Progress::Deliberated(_) => &[K::D26, K::D32, K::D38],
            Progress::Decided(_) => &[K::D32, K::D38],
            Progress::Served(_) | Progress::Executing(_) | Progress::AtCourt(_) => &[K::D38],
            _ => &[],
        };
        slots.extend(later.iter().map(|kind| Slot { kind: *kind, party, seq: None }));
    }
    slots
}

impl Slot {
    /// The act that has to be done first; none when it was done.
    #[must_use]
    pub fn waits_for(&self) -> Option<ActKind> {
        if self.seq.is_some() { None } else { self.kind.after() }
    }
}
