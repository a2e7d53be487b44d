//! Which cases the demo has: each stage, waiting, running and overdue, told in working days.

use super::plans::{PAST, PLANS};
use super::police::POLICE;
use super::spot::{SPOT, is_on_the_spot};
use Step::{DecideNoPenalty, PayAll, RequestHearing, Serve};

/// One step of a case. A step that needs the head is proposed by the lead officer and approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Register,
    /// Proposed, nobody has answered yet.
    ProposeFiling,
    /// Proposed, sent back with a reason.
    SendBackFiling,
    File,
    RefuseFiling,
    Inspect,
    /// Papers are asked for, to be handed in within a week.
    AskForPapers,
    Interview,
    Conclude,
    ConcludeNoPenalty,
    ConcludeTransfer,
    Review,
    ProposeNotice,
    ApproveNotice,
    ServeNotice,
    Defend,
    Answer,
    RequestHearing,
    /// For [`HEARING_AFTER`] working days later.
    AppointHearing,
    ServeHearingNotice,
    HoldHearing,
    Deliberate,
    ProposeDecision,
    Decide,
    DecideNoPenalty,
    Serve,
    /// In two instalments, after so many days each.
    ApprovePlan,
    Demand,
    ApplyToCourt,
    CourtRefused,
    /// Put to the court above.
    Objected,
    /// A licence that others revoke.
    RevocationProposed,
    /// A reconsideration whose copy came this day.
    RegisterRemedy,
    /// The reconsideration ends: the decision is revoked.
    Revoked,
    OrderAnew,
    Published,
    Unpublished,
    /// The collected fine goes to the bureau, then to the bank.
    CashHandedIn,
    CashBanked,
    /// The second officer is challenged and stands aside.
    Challenged,
    Recused,
    CrimeReported,
    /// Proposed by the lead officer and approved by the chief.
    CrimeDecided,
    HandedToPolice,
    PoliceFiled,
    PoliceHandedBack,
    /// The goods go to the police.
    WithGoods,
    PayPart,
    PayAll,
    /// 当场处罚, of the case that Register began or of none.
    OnTheSpot,
    /// 当场收缴
    CollectOnTheSpot,
    ReportOnTheSpot,
    /// 先行登记保存
    RegisterEvidence,
    /// 扣押
    Seize,
    /// What was seized and cannot be kept.
    Sold,
    Withdraw,
    /// To the bureau of this slug.
    Send(&'static str),
    Close,
    Archive,
}

/// A case: it began so many working days ago, and each step came so many working days later.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub age: u16,
    /// What many cases share.
    pub begin: Steps,
    pub then: Steps,
}

/// Working days after the beginning, and what is done then.
pub type Steps = &'static [(u16, Step)];

impl Plan {
    /// Every step in its order.
    pub fn steps(&self) -> impl Iterator<Item = (u16, Step)> + use<> {
        let steps = || self.begin.iter().chain(self.then).copied();
        let is_penalty = !steps().any(|(_, step)| step == DecideNoPenalty);
        // What is served is published on the same day.
        let published =
            move |step: (u16, Step)| (is_penalty && step.1 == Serve).then_some((step.0, Step::Published));
        // The archivist takes a dossier two weeks after the close.
        let archived = |(on, step)| (step == Step::Close).then_some((on + ARCHIVED_AFTER, Step::Archive));
        steps().flat_map(move |step| std::iter::once(step).chain(published(step)).chain(archived(step)))
    }

    /// Whether the penalty is so heavy that the party may ask for a hearing.
    pub fn is_heard(&self) -> bool {
        self.steps().any(|(_, step)| step == RequestHearing)
    }

    /// Whether the case shows what is owed and paid.
    pub fn asks_for_money(&self) -> bool {
        let has = |wanted: &[Step]| self.steps().any(|(_, step)| wanted.contains(&step));
        has(&[Serve, PayAll, RequestHearing, Step::CollectOnTheSpot]) && !has(&[DecideNoPenalty])
    }

    /// Whether something is seized in it, for which the row must give the power.
    pub fn is_seized(&self) -> bool {
        self.steps().any(|(_, step)| step == Step::Seize)
    }

    /// Whether somebody else is asked to revoke a licence, for which the row must name it.
    pub fn is_revoked_elsewhere(&self) -> bool {
        self.steps().any(|(_, step)| step == Step::RevocationProposed)
    }

    /// Whether it is decided on the spot.
    pub fn is_on_the_spot(&self) -> bool {
        self.steps().any(|(_, step)| is_on_the_spot(step))
    }
}

/// A dossier is archived so many working days after its case was closed.
const ARCHIVED_AFTER: u16 = 10;

/// A hearing is held so many working days after it was appointed.
pub const HEARING_AFTER: u16 = 10;

/// A case with nothing that it shares.
pub const fn plan(age: u16, then: Steps) -> Plan {
    Plan { age, begin: &[], then }
}

/// A case that begins as many do.
pub const fn after(begin: Steps, age: u16, then: Steps) -> Plan {
    Plan { age, begin, then }
}

/// Working days before today at which the oldest case of the history began: about two years.
const OLDEST: u16 = 490;
/// The newest case of the history began so many working days ago.
const NEWEST: u16 = 96;
/// Cases of the history, in the order in which the bureaus were laid.
const HISTORY: [u16; 12] = [9, 33, 42, 24, 18, 46, 17, 35, 23, 20, 38, 37];
/// How many of the cases under way a bureau has; the two that are shown first have all of them.
const UNDER_WAY: [usize; 12] = [7, 15, 18, 11, 9, usize::MAX, 8, 14, 12, 10, usize::MAX, 16];

/// Every case of a bureau: those under way in every stage, and two years of closed ones.
pub fn plans_of(bureau: usize) -> Vec<Plan> {
    let many = HISTORY[bureau.saturating_sub(1) % HISTORY.len()];
    let past = (0..many).map(|nth| {
        let place = usize::from(nth) + bureau;
        // Thicker towards the present.
        let back = OLDEST - NEWEST;
        let age = OLDEST - back * nth / many - (nth * 7) % 11;
        plan(age, PAST[place % PAST.len()])
    });
    let under_way = UNDER_WAY[bureau.saturating_sub(1) % UNDER_WAY.len()];
    // Each with another share of the stages.
    let chosen = PLANS.iter().enumerate().filter(|(nth, _)| (nth * 7 + bureau * 5) % PLANS.len() < under_way);
    past.chain(chosen.map(|(_, plan)| *plan)).chain(SPOT).chain(POLICE).collect()
}
