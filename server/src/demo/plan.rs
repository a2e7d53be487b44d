//! Which cases the demo has: each stage, waiting, running and overdue, told in working days.

use super::spot::{SPOT, is_on_the_spot};
use Step::{
    Answer, AppointHearing, ApproveNotice, Close, Conclude, ConcludeNoPenalty, Decide, DecideNoPenalty,
    Defend, Deliberate, File, HoldHearing, Inspect, Interview, PayAll, PayPart, ProposeDecision,
    ProposeFiling, ProposeNotice, RefuseFiling, Register, RequestHearing, Review, SendBackFiling, Serve,
    ServeHearingNotice, ServeNotice, Withdraw,
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
    PayPart,
    PayAll,
    /// 当场处罚, of the case that Register began or of none.
    OnTheSpot,
    /// 当场收缴
    CollectOnTheSpot,
    ReportOnTheSpot,
    Withdraw,
    /// To the bureau of this slug.
    Send(&'static str),
    Close,
}

/// A case: it began so many working days ago, and each step came so many working days later.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub age: u16,
    pub steps: &'static [(u16, Step)],
}

impl Plan {
    /// Whether the penalty is so heavy that the party may ask for a hearing.
    pub fn is_heard(&self) -> bool {
        self.steps.iter().any(|(_, step)| *step == RequestHearing)
    }

    /// Whether the case shows what is owed and paid.
    pub fn asks_for_money(&self) -> bool {
        let has = |wanted: &[Step]| self.steps.iter().any(|(_, step)| wanted.contains(step));
        has(&[Serve, PayAll, RequestHearing, Step::CollectOnTheSpot]) && !has(&[DecideNoPenalty])
    }

    /// Whether it is decided on the spot.
    pub fn is_on_the_spot(&self) -> bool {
        self.steps.iter().any(|(_, step)| is_on_the_spot(*step))
    }
}

/// A hearing is held so many working days after it was appointed.
pub const HEARING_AFTER: u16 = 10;

pub const fn plan(age: u16, steps: &'static [(u16, Step)]) -> Plan {
    Plan { age, steps }
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
        Plan { age, steps: PAST[place % PAST.len()] }
    });
    let under_way = UNDER_WAY[bureau.saturating_sub(1) % UNDER_WAY.len()];
    // Each with another share of the stages.
    let chosen = PLANS.iter().enumerate().filter(|(nth, _)| (nth * 7 + bureau * 5) % PLANS.len() < under_way);
    past.chain(chosen.map(|(_, plan)| *plan)).chain(SPOT).collect()
}

/// How the cases of the history went.
const PAST: [&[(u16, Step)]; 5] = [
    &[
        (0, Register),
        (4, File),
        (12, Inspect),
        (32, Conclude),
        (36, ApproveNotice),
        (38, ServeNotice),
        (48, Decide),
        (52, Serve),
        (61, PayAll),
        (66, Close),
    ],
    &[(0, Register), (4, RefuseFiling), (5, Close)],
    &[
        (0, Register),
        (3, File),
        (9, Inspect),
        (40, Conclude),
        (43, ApproveNotice),
        (45, ServeNotice),
        (55, Decide),
        (58, Serve),
        (67, PayAll),
        (80, Close),
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
    // A hearing asked for, one appointed, one held, and one case through to its end.
    plan(
        17,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (14, RequestHearing),
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
            (13, RequestHearing),
            (14, AppointHearing),
            (15, ServeHearingNotice),
        ],
    ),
    plan(
        30,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (13, RequestHearing),
            (14, AppointHearing),
            (15, ServeHearingNotice),
            (24, HoldHearing),
            (26, Review),
        ],
    ),
    plan(
        55,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (13, RequestHearing),
            (14, AppointHearing),
            (15, ServeHearingNotice),
            (24, HoldHearing),
            (26, Review),
            (29, Deliberate),
            (30, Decide),
            (32, Serve),
            (40, PayAll),
            (42, Close),
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
