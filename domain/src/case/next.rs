//! What may be done now, what not and why, and for whom the case waits: the officer's manual.

use serde::{Deserialize, Serialize};

use super::clocks::{counts_on, defence_term, pay_term};
use super::judge::{Judge, Permit};
use super::{
    ActKind, Body, Case, Concluded, Context, Notified, Opinion, Outcome, Progress, Scope, Served, Stage,
    Track, Waiver,
};
use crate::calendar::day_long as long_day;
use crate::id::PartyId;
use crate::refusal::Refusal;
use crate::role::Power;
use crate::value::Money;
use crate::{Day, Lang};

/// An act that the stage knows, for one party or the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextAct {
    pub act: ActKind,
    pub party: Option<PartyId>,
    pub power: Power,
    /// The actor lacks the power and would propose it.
    pub proposes: bool,
    /// Why it cannot be done now; none: it can.
    pub refusal: Option<Refusal>,
}

/// The acts that belong to where the case stands, in the order of the procedure, refused ones included.
#[must_use]
pub fn next(case: &Case, context: &Context<'_>) -> Vec<NextAct> {
    let judge = Judge { case: Some(case), on: context.today, context: *context };
    let mut list = Vec::new();
    for act in ActKind::ALL {
        // A correction begins at the entry that is wrong, in the timeline; there the newest one is taken back.
        if matches!(act, ActKind::RegisterClue | ActKind::Correct | ActKind::TakeBack) || act.is_an_answer() {
            continue;
        }
        // What ends a transfer is no step of a case that has none.
        if judge.transfer_gate(act).is_err() {
            continue;
        }
        for party in subjects(case, act) {
            list.push(judge.next_act(act, party));
        }
    }
    list
}

impl Judge<'_> {
    fn next_act(&self, act: ActKind, party: Option<PartyId>) -> NextAct {
        let permit = self.who(act);
        let refusal = self.gate(act, party).err().or(permit.clone().err());
        NextAct {
            act,
            party,
            power: act.power(),
            proposes: matches!(permit, Ok(Permit::Proposal { .. })),
            refusal: refusal.map(|code| Refusal::new(act, code)),
        }
    }
}

/// For whom the act can be thought of where they stand.
fn subjects(case: &Case, act: ActKind) -> Vec<Option<PartyId>> {
    let fits = |track: &&Track| act.from().contains(&track.progress.stage());
    match (&case.body, act.scope()) {
        (Body::Filed(filed), Scope::Case) if filed.tracks.iter().any(|track| fits(&track)) => vec![None],
        (Body::Filed(_), Scope::Case) => Vec::new(),
        (Body::Filed(filed), _) => {
            filed.tracks.iter().filter(fits).map(|track| Some(track.party.id)).collect()
        }
        _ if act.from().contains(&case.stage()) => vec![None],
        _ => Vec::new(),
    }
}

/// Whom the case waits for, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "wait", rename_all = "snake_case")]
pub enum Wait {
    /// The party may be heard; a decision is possible from `opens_on`.
    Defence { party: PartyId, until: Day, opens_on: Day },
    /// The party may pay.
    Payment { party: PartyId, until: Day },
    /// A public notice runs.
    PublicNotice { party: PartyId, until: Day },
    /// Another bureau is to answer a transfer; after `until` the city sees it.
    Transfer { until: Day },
}

impl Wait {
    /// The last day of waiting.
    #[must_use]
    pub fn until(self) -> Day {
        match self {
            Wait::Defence { until, .. }
            | Wait::Payment { until, .. }
            | Wait::PublicNotice { until, .. }
            | Wait::Transfer { until } => until,
        }
    }

    /// The party for whom the case waits; none when it waits for another bureau.
    #[must_use]
    pub fn party(self) -> Option<PartyId> {
        match self {
            Wait::Defence { party, .. } | Wait::Payment { party, .. } | Wait::PublicNotice { party, .. } => {
                Some(party)
            }
            Wait::Transfer { .. } => None,
        }
    }

    /// 等当事人陈述申辩
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Wait::Defence { .. } => lang.pick("等当事人陈述申辩", "waiting for the defence"),
            Wait::Payment { .. } => lang.pick("等当事人缴款", "waiting for payment"),
            Wait::PublicNotice { .. } => lang.pick("等公告期满", "waiting for the public notice"),
            Wait::Transfer { .. } => lang.pick("等接收单位答复移送", "waiting for the receiver's answer"),
        }
    }

    /// 现在等当事人陈述、申辩，2026年11月30日 周一起可作决定。
    #[must_use]
    pub fn sentence(self, lang: Lang) -> String {
        let day = |day| long_day(day, lang);
        match self {
            Wait::Defence { opens_on, .. } => lang.pick(
                format!("现在等当事人陈述、申辩，{}起可作决定。", day(opens_on)),
                format!("Waiting for the party's defence; a decision is possible from {} on.", day(opens_on)),
            ),
            Wait::Payment { until, .. } => lang.pick(
                format!("现在等当事人缴款，期限至{}。", day(until)),
                format!("Waiting for payment; the term ends on {}.", day(until)),
            ),
            Wait::PublicNotice { until, .. } => lang.pick(
                format!("现在等公告期满，{}视为送达。", day(until)),
                format!("Waiting for the public notice; it counts as served on {}.", day(until)),
            ),
            Wait::Transfer { until } => lang.pick(
                format!("现在等接收单位答复移送，{}之后仍未答复的，市局可以看到。", day(until)),
                format!(
                    "Waiting for the receiver to answer the transfer; if it has not by {}, the city sees it.",
                    day(until)
                ),
            ),
        }
    }
}

/// What is to be done next for a party, and until when it waits for somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Todo {
    pub act: ActKind,
    pub party: Option<PartyId>,
    /// The act is the bureau's only after this wait.
    pub wait: Option<Wait>,
}

/// The one act that carries the case on: of its least advanced party. None when everything has ended.
#[must_use]
pub fn todo(case: &Case, context: &Context<'_>) -> Option<Todo> {
    let of_case = |act| Some(Todo { act, party: None, wait: None });
    match &case.body {
        _ if case.in_transit(None).is_some() => case.in_transit(None).map(|open| open.todo(context)),
        Body::Clue => of_case(ActKind::File),
        Body::NotFiled(_) | Body::Transferred(_) => of_case(ActKind::Close),
        Body::ClosedUnfiled { .. } | Body::ClosedTransferred { .. } => None,
        Body::Filed(filed) => filed
            .tracks
            .iter()
            .filter(|track| case.in_transit(Some(track.party.id)).is_none())
            .min_by_key(|track| track.progress.stage())
            .and_then(|track| todo_of(track, context)),
    }
}

fn todo_of(track: &Track, context: &Context<'_>) -> Option<Todo> {
    let party = track.party.id;
    let (act, wait) = match &track.progress {
        Progress::Filed { .. } => (ActKind::Record, None),
        Progress::Investigating { .. } => (ActKind::Conclude, None),
        Progress::Concluded(concluded) => (after_conclusion(concluded, context), None),
        Progress::Notified(notified) if notified.defence.is_unanswered() => (ActKind::AnswerDefence, None),
        Progress::Notified(notified) => (ActKind::Decide, defence_wait(party, notified, context)),
        Progress::Decided(_) => (ActKind::Serve, None),
        Progress::Served(served) => after_service(party, served, track.progress.rest(), context),
        Progress::Executing(executing) => after_service(party, &executing.served, executing.rest(), context),
        Progress::Transferred { .. } | Progress::Withdrawn { .. } => (ActKind::Close, None),
        Progress::Closed { .. } => return None,
    };
    Some(Todo { act, party: Some(party), wait })
}

fn after_conclusion(concluded: &Concluded, context: &Context<'_>) -> ActKind {
    let agreed = concluded
        .last_review()
        .is_some_and(|review| matches!(review.opinion, Opinion::Agree | Opinion::AgreeWithChanges));
    match concluded.proposal.outcome {
        Outcome::NoPenalty { .. } => ActKind::DecideNoPenalty,
        Outcome::Withdraw { .. } => ActKind::Withdraw,
        Outcome::Penalise(_) if concluded.notice.is_some() => ActKind::ServeNotice,
        Outcome::Penalise(_) if context.settings.review_everything && !agreed => ActKind::Review,
        Outcome::Penalise(_) => ActKind::ApproveNotice,
    }
}

fn defence_wait(party: PartyId, notified: &Notified, context: &Context<'_>) -> Option<Wait> {
    if matches!(notified.defence.waiver, Waiver::Given { .. }) {
        return None;
    }
    let until = defence_term(notified, context)?.last_day;
    let opens_on = super::clocks::opens_on(until, context);
    Some(Wait::Defence { party, until, opens_on })
}

fn after_service(
    party: PartyId,
    served: &Served,
    rest: Money,
    context: &Context<'_>,
) -> (ActKind, Option<Wait>) {
    if rest > Money::ZERO {
        let wait = pay_term(served, context).map(|term| Wait::Payment { party, until: term.last_day });
        return (ActKind::Pay, wait);
    }
    let counts = counts_on(&served.served, context);
    let wait = (counts > served.served.on).then_some(Wait::PublicNotice { party, until: counts });
    (ActKind::Close, wait)
}

/// For whom the case waits today; empty: the next act is the bureau's own.
#[must_use]
pub fn waits(case: &Case, context: &Context<'_>) -> Vec<Wait> {
    let answers = case.transfers.iter().filter_map(|open| open.todo(context).wait);
    let tracks = case.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
    let parties = tracks
        .iter()
        .filter_map(|track| todo_of(track, context)?.wait)
        .filter(|wait| context.today <= wait.until());
    answers.chain(parties).collect()
}

/// One step of the bar over the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub stage: Stage,
    pub state: StepState,
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    Done,
    Now,
    Ahead,
    /// 不适用
    NotApplicable,
}

/// The steps of one party, or of a case that has none yet.
#[must_use]
pub fn steps(case: &Case, party: Option<PartyId>) -> Vec<Step> {
    let track = party.and_then(|party| case.track(party));
    let stage = track.map_or_else(|| case.stage(), |track| track.progress.stage());
    let reached = match track.map(|track| &track.progress) {
        Some(Progress::Closed { was, .. }) => was.stage(),
        Some(Progress::Transferred { .. } | Progress::Withdrawn { .. }) => Stage::Filed,
        None if matches!(stage, Stage::NotFiled | Stage::Transferred | Stage::Closed) => Stage::Clue,
        _ => stage,
    };
    let reached =
        if matches!(reached, Stage::Transferred | Stage::Withdrawn) { Stage::Filed } else { reached };
    let noticed =
        track.is_none_or(|track| track.progress.notified().is_some() || track.progress.decided().is_none());
    Stage::STEPS
        .into_iter()
        .map(|step| {
            let skipped = (step == Stage::Notified && !noticed)
                || (stage.is_end() && step > reached && step != Stage::Closed);
            let state = match step {
                _ if step == stage => StepState::Now,
                _ if skipped => StepState::NotApplicable,
                _ if step <= reached => StepState::Done,
                _ => StepState::Ahead,
            };
            Step { stage: step, state }
        })
        .collect()
}
