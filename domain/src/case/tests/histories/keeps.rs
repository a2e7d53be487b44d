//! What no history may hold, of each party and of the case as a whole.

use crate::case::tests::bench::*;
use crate::case::*;
use crate::id::PartyId;
use crate::value::Money;

/// One event between two states.
pub fn keeps_at_each_step(before: &Case, event: &Event, after: &Case) {
    let kind = event.act.kind();
    assert!(!before.is_recused(event.by, event.on), "{kind:?} by somebody recused");
    with_the_police(before, event);
    for party in event.act.parties() {
        if let Some(track) = before.track(party) {
            revised(track, event);
            if let Some(now) = after.track(party) {
                revived(track, event, now);
            }
            executed(track, kind);
        }
    }
    if after.stage() == Stage::Closed {
        assert!(!after.measures.iter().any(Measure::is_unsettled), "closed with an open measure");
    }
    if kind == ActKind::Archive {
        archived(before);
    }
    let left = |case: &Case| case.suspects().count();
    if after.closed_on().is_some() && after.filing().is_some() {
        assert_eq!(left(after), 0, "closed while somebody is only suspected");
    }
}

/// A dossier goes to the archive when nothing more is awaited for it.
fn archived(case: &Case) {
    assert!(case.contests.iter().all(|contest| contest.result.is_some()), "archived while contested");
    let silent = |crime: &CrimeTransfer| crime.step() == CrimeStep::WithPolice;
    assert!(!case.crimes.iter().any(silent), "archived while the police are silent");
    for track in case.tracks() {
        assert!(track.open_remedy().is_none(), "archived with an open remedy");
        assert!(!track.owes_publication(), "archived before the publication");
        assert!(!track.is_still_published(), "archived while a fallen decision is public");
    }
}

/// Nothing is performed, enforced or closed of a decision that nobody was served.
fn executed(track: &Track, kind: ActKind) {
    let executes = [
        ActKind::Pay,
        ActKind::Perform,
        ActKind::ApprovePlan,
        ActKind::Demand,
        ActKind::ApplyToCourt,
        ActKind::SuspendEnforcement,
        ActKind::EndEnforcement,
    ];
    if executes.contains(&kind) {
        assert!(track.progress.served().is_some(), "{kind:?} before service");
    }
}

/// The whole history, once it is over: what was taken back counts no more.
pub fn keeps_as_a_whole(case: &Case) {
    let gone = taken_back(&case.log);
    let beside = |event: &&Event| {
        !gone.contains(&event.seq) && !matches!(event.act.kind(), ActKind::Correct | ActKind::TakeBack)
    };
    let counts: Vec<&Event> = case.log.iter().filter(beside).collect();
    let parties: Vec<PartyId> = case.tracks().iter().map(|track| track.party.id).collect();
    for party in &parties {
        let own: Vec<&Event> = counts.iter().copied().filter(|event| concerns(event, *party)).collect();
        decided(&own);
        on_the_spot(&own);
        executed_in_order(&own);
        objected(&own);
        stays_on_its_way(&own, *party, parties.len() == 1);
    }
    people(case);
    ended(case);
}

fn concerns(event: &Event, party: PartyId) -> bool {
    match &event.act {
        Act::PenaliseOnTheSpot(facts) => facts.party.id == party,
        Act::File(facts) => facts.parties.iter().any(|one| one.id == party),
        Act::AddParty(facts) => facts.party.id == party,
        act => act.parties().is_empty() || act.parties().contains(&party),
    }
}

fn first(events: &[&Event], kind: ActKind) -> Option<usize> {
    events.iter().position(|event| event.act.kind() == kind)
}

fn last(events: &[&Event], kind: ActKind) -> Option<usize> {
    events.iter().rposition(|event| event.act.kind() == kind)
}

/// Conclusion, notice, decision; after a hearing review, discussion, decision; one decision unless it is made anew.
fn decided(events: &[&Event]) {
    let decided = last(events, ActKind::Decide);
    if let Some(decided) = decided {
        let before = &events[..decided];
        let proposed = last(before, ActKind::Conclude).max(last(before, ActKind::ChangeProposal));
        assert!(proposed.is_some(), "a decision without a conclusion");
        assert!(last(before, ActKind::ServeNotice) > proposed, "a decision without a notice");
    }
    if let Some(heard) = last(events, ActKind::HoldHearing)
        && let Some(decided) = decided
        && heard < decided
        && last(events, ActKind::ServeNotice) < Some(heard)
    {
        let after = |kind| (heard..decided).find(|at| events[*at].act.kind() == kind);
        let (reviewed, discussed) = (after(ActKind::Review), after(ActKind::Deliberate));
        assert!(reviewed.is_some() && reviewed < discussed, "hearing, review, discussion, decision");
    }
    let is_decision = |event: &&&Event| {
        let kind = event.act.kind();
        matches!(kind, ActKind::Decide | ActKind::DecideNoPenalty | ActKind::PenaliseOnTheSpot)
    };
    let anew = events.iter().filter(|event| event.act.kind() == ActKind::OrderAnew).count();
    let decisions = events.iter().filter(is_decision).count();
    assert!(decisions <= 1 + anew, "two decisions for one act of one party");
}

fn on_the_spot(events: &[&Event]) {
    let spot = first(events, ActKind::PenaliseOnTheSpot);
    if let Some(at) = spot {
        let until = first(events, ActKind::OrderAnew).unwrap_or(events.len());
        let ordinary = [ActKind::File, ActKind::Decide, ActKind::DecideNoPenalty, ActKind::Serve];
        let both = ordinary.iter().any(|kind| first(&events[..until], *kind).is_some());
        assert!(!both, "both procedures against one party");
        let Act::PenaliseOnTheSpot(facts) = &events[at].act else { unreachable!() };
        assert!(facts.penalties.fines() <= Money::yuan(3000), "above the limit");
    }
    if let Some(reported) = first(events, ActKind::ReportOnTheSpot) {
        assert!(spot.is_some_and(|spot| spot < reported), "a report of nothing");
    }
}

/// Decision, service, execution, demand, court.
fn executed_in_order(events: &[&Event]) {
    let decided = first(events, ActKind::Decide).or(first(events, ActKind::DecideNoPenalty));
    let served = first(events, ActKind::Serve);
    if let Some(served) = served {
        assert!(decided.is_some_and(|decided| decided < served), "service before the decision");
    }
    // What was contested before its service and changed is served with the change (row 27).
    let with_it = [ActKind::PenaliseOnTheSpot, ActKind::ChangeDecision].into_iter();
    let known = with_it.filter_map(|kind| first(events, kind)).chain(served).min();
    if let Some(paid) = first(events, ActKind::Pay) {
        assert!(known.is_some_and(|known| known < paid), "execution before service");
    }
    if let Some(applied) = first(events, ActKind::ApplyToCourt) {
        let demanded = first(events, ActKind::Demand).is_some_and(|demanded| demanded < applied);
        let judged = events[..applied].iter().any(|event| revives(event));
        assert!(judged || demanded, "court before the demand");
    }
}

/// What is on its way to somebody else is moved only by the answer to it. `alone`: nobody else is in the case.
fn stays_on_its_way(events: &[&Event], party: PartyId, alone: bool) {
    for (at, event) in events.iter().enumerate() {
        let Act::ProposeTransfer(_) = &event.act else { continue };
        let ends = |later: &Event| match &later.act {
            Act::WithdrawTransfer(facts) => facts.proposal == event.seq,
            Act::TransferOut(facts) => facts.proposal == event.seq,
            Act::TransferAccepted(facts) => facts.proposal == event.seq,
            Act::TransferReturned(facts) => facts.proposal == event.seq,
            _ => false,
        };
        let stays = [
            ActKind::AskRecusal,
            ActKind::DecideRecusal,
            ActKind::ChangeOfficers,
            ActKind::RegisterContest,
            ActKind::AnswerContest,
            ActKind::EndContest,
        ];
        let beside = |later: &Event| {
            let kind = later.act.kind();
            let of_others = !alone && !later.act.parties().contains(&party);
            of_others || kind.manages_a_measure() || stays.contains(&kind)
        };
        let next = events[at + 1..].iter().find(|later| ends(later) || !beside(later));
        assert!(next.is_none_or(|next| ends(next)), "something moved what was on its way");
    }
}

/// Officers, reviewers, hosts and deciders of one case are different people.
fn people(case: &Case) {
    let people = &case.people;
    let apart = |left: &[crate::id::PersonId], right: &[crate::id::PersonId]| {
        !left.iter().any(|one| right.contains(one))
    };
    assert!(apart(&people.deciders, &people.officers) && apart(&people.deciders, &people.reviewers));
    assert!(apart(&people.reviewers, &people.officers));
    for others in [&people.officers, &people.reviewers, &people.deciders] {
        assert!(apart(others, &people.hosts), "a host with another part");
    }
}

/// Who is decided on leaves no thing behind; who is closed owes nothing and has no money on its way.
fn ended(case: &Case) {
    let tracks = case.tracks();
    if !tracks.is_empty() && tracks.iter().all(|track| track.progress.decided().is_some()) {
        assert!(!case.measures.iter().any(Measure::is_unsettled), "decided while things have no end");
    }
    for track in tracks {
        let Progress::Closed { was, .. } = &track.progress else { continue };
        assert!(was.cash_goes_to().is_none(), "closed while collected money is not at the bank");
        let ended = track.enforcement.ended.is_some() || track.is_with_the_government();
        assert!(ended || was.rest() == Money::ZERO, "closed while money is owed");
    }
}

/// The court above is asked only after a refusal, once for each, and answers only what it was asked.
fn objected(events: &[&Event]) {
    let (mut refusals, mut asked, mut answered) = (0, 0, 0);
    for event in events {
        match &event.act {
            Act::RecordCourtAnswer(facts)
                if matches!(facts.answer, CourtAnswer::Refused | CourtAnswer::NotAccepted) =>
            {
                refusals += 1;
            }
            Act::ObjectToCourt(_) => asked += 1,
            Act::RecordObjectionAnswer(_) => answered += 1,
            _ => {}
        }
        assert!(answered <= asked && asked <= refusals, "an objection to nothing");
    }
}

/// A court revises only after its ruling, and what a ruling took down is neither served, enforced nor closed.
fn revised(track: &Track, event: &Event) {
    let reviser = match &event.act {
        Act::OrderAnew(facts) => Some(facts.reviser),
        Act::ChangeDecision(facts) => Some(facts.reviser),
        Act::RevokeDecision(facts) => Some(facts.reviser),
        _ => None,
    };
    if reviser == Some(Reviser::Court) {
        assert!(matches!(track.fell(), Some((RemedyKind::Lawsuit, _))), "a court without a ruling");
    }
    let goes_on = [ActKind::Serve, ActKind::Demand, ActKind::ApplyToCourt, ActKind::Close];
    if goes_on.contains(&event.act.kind()) {
        assert!(track.fell().is_none(), "{:?} of a decision that fell", event.act.kind());
    }
    if let Act::Decide(facts) = &event.act
        && let Some((fallen, ground)) = track.decided_anew()
        && let Decision::Penalty(was) = &fallen.decided.decision
    {
        let same = !facts.penalties.heavier_than(was) && !was.heavier_than(&facts.penalties);
        assert!(!same || ground == FallGround::Procedure || facts.changed.is_some(), "the same again");
    }
}

fn revives(event: &Event) -> bool {
    matches!(&event.act, Act::EndRemedy(facts) if facts.outcome == RemedyOutcome::Revived)
}

/// What stands again had been brought down by a reconsideration, and nothing else stands beside it.
fn revived(track: &Track, event: &Event, after: &Track) {
    if !revives(event) {
        return;
    }
    assert!(track.open_remedy().is_some_and(|open| open.kind == RemedyKind::Lawsuit), "revived by no court");
    let stands = after.progress.decided().is_some_and(|decided| decided.revived_on == Some(event.on));
    assert!(stands && after.fell().is_none() && !after.is_with_the_government(), "it does not stand");
    let other = track.progress.decided().filter(|_| track.decided_anew().is_some());
    assert!(other.is_none(), "two decisions for one act of one party");
}

/// Nothing reaches the police without the chief, nothing is decided on a party while they have it.
fn with_the_police(before: &Case, event: &Event) {
    let stands = |party: Option<PartyId>| {
        let track = party.and_then(|party| before.track(party));
        track.map_or(before.stage(), |track| track.progress.stage())
    };
    match &event.act {
        Act::HandToPolice(facts) => {
            let approves = |one: &&Event| matches!(&one.act, Act::DecideCrime(of) if of.transfer == facts.transfer && of.approved);
            let approved = before.log.iter().find(approves);
            assert!(approved.is_some_and(|approved| approved.by == YI_CHIEF), "without the chief");
        }
        Act::Decide(_) | Act::DecideNoPenalty(_) => {
            let of =
                |crime: &&CrimeTransfer| event.act.parties().iter().any(|one| crime.parties.contains(one));
            assert!(
                before.crimes.iter().filter(of).all(|crime| crime.over.is_some()),
                "decided while reported"
            );
        }
        Act::Close(facts) if stands(facts.party) == Stage::Criminal => {
            let crime = before.crime(event.act.party()).unwrap();
            let gone = crime.step() == CrimeStep::Filed && crime.goods_on.is_some();
            assert!(gone, "closed without the police");
        }
        _ => {}
    }
}
