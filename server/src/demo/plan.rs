//! Which cases the demo has: each stage, waiting, running and overdue, told in working days.

use Step::{
    Answer, ApproveNotice, Close, Conclude, ConcludeNoPenalty, Decide, DecideNoPenalty, Defend, File,
    Inspect, Interview, PayAll, PayPart, ProposeDecision, ProposeFiling, ProposeNotice, RefuseFiling,
    Register, Review, SendBackFiling, Serve, ServeNotice, Withdraw,
};

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
    Interview,
    Conclude,
    ConcludeNoPenalty,
    Review,
    ProposeNotice,
    ApproveNotice,
    ServeNotice,
    Defend,
    Answer,
    ProposeDecision,
    Decide,
    DecideNoPenalty,
    Serve,
    PayPart,
    PayAll,
    Withdraw,
    Close,
}

/// A case: it began so many working days ago, and each step came so many working days later.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub age: u16,
    pub steps: &'static [(u16, Step)],
}

impl Plan {
    /// Whether the case shows what is owed and paid.
    pub fn asks_for_money(&self) -> bool {
        let served = self.steps.iter().any(|(_, step)| *step == Serve);
        served && !self.steps.iter().any(|(_, step)| *step == DecideNoPenalty)
    }
}

const fn plan(age: u16, steps: &'static [(u16, Step)]) -> Plan {
    Plan { age, steps }
}

/// Working days before today at which the oldest case of the history began: about two years.
const OLDEST: u16 = 490;
/// The newest case of the history began so many working days ago.
const NEWEST: u16 = 84;
/// Cases of the history, in the order in which the bureaus were laid.
const HISTORY: [u16; 12] = [8, 24, 30, 18, 14, 34, 13, 26, 17, 15, 28, 27];

/// Every case of a bureau: those under way in every stage, and two years of closed ones.
pub fn plans_of(bureau: usize) -> Vec<Plan> {
    let many = HISTORY[bureau.saturating_sub(1) % HISTORY.len()];
    let past = (0..many).map(|nth| {
        let place = usize::from(nth) + bureau;
        // Thicker towards the present.
        let back = OLDEST - NEWEST;
        let age = OLDEST - back * nth / many - (nth * 7) % 11;
        Plan { age, steps: PAST[place % PAST.len()] }
    });
    past.chain(PLANS.iter().copied()).collect()
}

/// How the cases of the history went.
const PAST: [&[(u16, Step)]; 5] = [
    &[
        (0, Register),
        (2, File),
        (5, Inspect),
        (9, Conclude),
        (11, ApproveNotice),
        (12, ServeNotice),
        (19, Decide),
        (21, Serve),
        (27, PayAll),
        (29, Close),
    ],
    &[(0, Register), (4, RefuseFiling), (5, Close)],
    &[
        (0, Register),
        (3, File),
        (6, Inspect),
        (12, Conclude),
        (14, ApproveNotice),
        (15, ServeNotice),
        (23, Decide),
        (25, Serve),
        (31, PayAll),
        (34, Close),
    ],
    &[
        (0, Register),
        (2, File),
        (4, Inspect),
        (9, ConcludeNoPenalty),
        (11, DecideNoPenalty),
        (13, Serve),
        (15, Close),
    ],
    &[(0, Register), (2, File), (4, Inspect), (8, Withdraw), (10, Close)],
];

/// The cases under way, and a few that ended lately.
const PLANS: &[Plan] = &[
    plan(2, &[(0, Register)]),
    plan(20, &[(0, Register)]),
    plan(4, &[(0, Register), (2, ProposeFiling)]),
    plan(6, &[(0, Register), (1, SendBackFiling)]),
    plan(5, &[(0, Register), (2, File)]),
    plan(15, &[(0, Register), (2, File), (4, Inspect), (6, Interview)]),
    plan(80, &[(0, Register), (2, File), (5, Inspect)]),
    plan(60, &[(0, Register), (2, File), (5, Inspect), (9, Interview)]),
    plan(20, &[(0, Register), (2, File), (4, Inspect), (6, Interview), (10, Conclude), (12, ProposeNotice)]),
    plan(22, &[(0, Register), (2, File), (4, Inspect), (10, Conclude), (12, Review)]),
    plan(
        14,
        &[(0, Register), (2, File), (4, Inspect), (8, Conclude), (10, ApproveNotice), (11, ServeNotice)],
    ),
    plan(
        16,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (13, Defend),
        ],
    ),
    plan(
        25,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (13, Defend),
            (15, Answer),
        ],
    ),
    plan(
        26,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (19, ProposeDecision),
        ],
    ),
    plan(
        22,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (18, Decide),
        ],
    ),
    plan(
        35,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (18, Decide),
        ],
    ),
    plan(
        27,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (18, Decide),
            (20, Serve),
        ],
    ),
    plan(
        50,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (18, Decide),
            (20, Serve),
        ],
    ),
    plan(
        34,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (18, Decide),
            (20, Serve),
            (25, PayPart),
        ],
    ),
    plan(
        60,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (6, Interview),
            (10, Conclude),
            (12, Review),
            (13, ApproveNotice),
            (14, ServeNotice),
            (16, Defend),
            (18, Answer),
            (23, Decide),
            (25, Serve),
            (31, PayAll),
            (33, Close),
        ],
    ),
    plan(
        75,
        &[
            (0, Register),
            (3, File),
            (6, Inspect),
            (12, Conclude),
            (14, ApproveNotice),
            (15, ServeNotice),
            (22, Decide),
            (24, Serve),
            (28, PayPart),
            (33, PayAll),
            (35, Close),
        ],
    ),
    plan(45, &[(0, Register), (4, RefuseFiling), (5, Close)]),
    plan(
        40,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (9, ConcludeNoPenalty),
            (11, DecideNoPenalty),
            (13, Serve),
            (15, Close),
        ],
    ),
    plan(30, &[(0, Register), (2, File), (4, Inspect), (8, Withdraw), (10, Close)]),
];
