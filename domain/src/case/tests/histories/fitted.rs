//! An act made to fit: said of another party, and naming what is really there.

use crate::Day;
use crate::case::tests::bench::*;
use crate::case::*;
use crate::id::PartyId;
use crate::value::Money;

/// The act of the shop, said of another party.
pub fn said_of(act: Act, party: PartyId) -> Act {
    if party == SHOP {
        return act;
    }
    let text = serde_json::to_string(&act).expect("plain values");
    serde_json::from_str(&text.replace(&SHOP.to_string(), &party.to_string())).expect("the same act")
}

/// The same act on what the case has: one of its open measures, requests and transfers, the records that are evidence, a
/// penalty for each unlawful act, and days that lie ahead.
pub fn fitted(act: Act, case: &Case, party: PartyId, pick: usize, today: Day) -> Act {
    let mut act = said_of(act, party);
    let ahead = |days| today + chrono::Days::new(days);
    of_penalties(&mut act, case, party);
    of_one_that_is_open(&mut act, case, pick);
    match &mut act {
        Act::AppointHearing(facts) => facts.day = ahead(12 + pick as u64 % 8),
        Act::CommissionTest(facts) => facts.until = ahead(pick as u64 % 30),
        Act::ApprovePlan(facts) => {
            let amount = case.track(party).map_or(Money::ZERO, |track| track.progress.rest());
            facts.instalments = vec![Instalment { by: ahead(30), amount }];
        }
        Act::RegisterContest(facts) => {
            facts.applied_on = today;
            if let (Contested::Measure { number }, Some(measure)) =
                (&mut facts.object, one_of(&case.measures, pick))
            {
                *number = measure.number;
            }
        }
        Act::CompleteParty(facts) => {
            let known = case.track(party).map(|track| Particulars::of(&track.party));
            facts.before = known.unwrap_or_else(|| facts.before.clone());
        }
        Act::AdoptRecords(facts) => {
            let waiting = case.records.iter().filter(|one| one.before_filing).map(|one| one.seq);
            facts.records = waiting.collect();
        }
        Act::Conclude(facts) => {
            facts.evidence = case.evidence().map(|one| one.seq).collect();
            for proposal in &mut facts.proposals {
                proposal.proofs = proofs(&proposal.outcome, &facts.evidence);
            }
        }
        _ => {}
    }
    act
}

fn of_penalties(act: &mut Act, case: &Case, party: PartyId) {
    let acts = case.track(party).map(|track| track.party.acts.as_slice()).unwrap_or_default();
    let each = |penalties: &mut Penalties| {
        let Some(one) = penalties.acts.first().cloned() else { return };
        let more = acts.iter().skip(1).map(|act| ActPenalty { act: act.id, ..one.clone() });
        penalties.acts = std::iter::once(one.clone()).chain(more).collect();
    };
    let outcome = |outcome: &mut Outcome| {
        if let Outcome::Penalise(penalties) = outcome {
            each(penalties);
        }
    };
    match act {
        Act::Conclude(facts) => facts.proposals.iter_mut().for_each(|one| outcome(&mut one.outcome)),
        Act::ChangeProposal(facts) => outcome(&mut facts.outcome),
        Act::Deliberate(facts) => outcome(&mut facts.outcome),
        Act::Decide(facts) => each(&mut facts.penalties),
        Act::ChangeDecision(facts) => each(&mut facts.penalties),
        _ => {}
    }
}

fn one_of<T>(list: &[T], pick: usize) -> Option<&T> {
    list.get(pick.checked_rem(list.len())?)
}

fn of_one_that_is_open(act: &mut Act, case: &Case, pick: usize) {
    if act.kind().manages_a_measure() {
        return of_a_measure(act, case, pick);
    }
    let crime = one_of(&case.crimes, pick).map(|crime| (crime.seq, crime.parties.clone()));
    let crime = |transfer: &mut u32, parties: &mut Vec<PartyId>| {
        if let Some((seq, named)) = crime.clone() {
            (*transfer, *parties) = (seq, named);
        }
    };
    let sent = one_of(&case.transfers, pick).map(|open| (open.seq, open.parties.clone()));
    let sent = |proposal: &mut u32, parties: &mut Vec<PartyId>| {
        if let Some((seq, named)) = sent.clone() {
            (*proposal, *parties) = (seq, named);
        }
    };
    let contest = one_of(&case.contests, pick).map(|contest| contest.seq);
    match act {
        Act::WithdrawTransfer(facts) => sent(&mut facts.proposal, &mut facts.parties),
        Act::TransferOut(facts) => sent(&mut facts.proposal, &mut facts.parties),
        Act::DecideCrime(facts) => crime(&mut facts.transfer, &mut facts.parties),
        Act::HandToPolice(facts) => crime(&mut facts.transfer, &mut facts.parties),
        Act::RecordPoliceReply(facts) => crime(&mut facts.transfer, &mut facts.parties),
        Act::ContestRefusal(facts) => crime(&mut facts.transfer, &mut facts.parties),
        Act::HandGoods(facts) => crime(&mut facts.transfer, &mut facts.parties),
        Act::ResumeCase(facts) => crime(&mut facts.transfer, &mut facts.parties),
        Act::AnswerContest(facts) => facts.contest = contest.unwrap_or(facts.contest),
        Act::EndContest(facts) => facts.contest = contest.unwrap_or(facts.contest),
        Act::DecideRecusal(facts) => {
            let request = one_of(&case.recusals, pick).map(|request| request.seq);
            facts.request = request.unwrap_or(facts.request);
        }
        Act::ReportCrime(facts) if case.filing().is_none() => facts.parties.clear(),
        Act::ProposeTransfer(facts) if case.filing().is_none() => facts.parties.clear(),
        _ => {}
    }
}

fn of_a_measure(act: &mut Act, case: &Case, pick: usize) {
    let Some(measure) = one_of(&case.measures, pick) else { return };
    let tested = |subject: &mut TestSubject, owner: &mut Option<PartyId>| {
        (*subject, *owner) = (TestSubject::Measure(measure.number), measure.party);
    };
    let (number, party) = match act {
        Act::CommissionTest(facts) => return tested(&mut facts.subject, &mut facts.party),
        Act::RecordTestResult(facts) => return tested(&mut facts.subject, &mut facts.party),
        Act::HandleEvidence(facts) => (&mut facts.measure, &mut facts.party),
        Act::ReportMeasure(facts) => (&mut facts.measure, &mut facts.party),
        Act::ConfirmMeasure(facts) => (&mut facts.measure, &mut facts.party),
        Act::ExtendMeasure(facts) => (&mut facts.measure, &mut facts.party),
        Act::LiftMeasure(facts) => (&mut facts.measure, &mut facts.party),
        Act::DisposeGoods(facts) => (&mut facts.measure, &mut facts.party),
        Act::HandlePerishable(facts) => (&mut facts.measure, &mut facts.party),
        _ => return,
    };
    (*number, *party) = (measure.number, measure.party);
}
