//! The demo's cases, one line each: how old, and which steps.

use super::plan::Step::{
    Answer, ApplyToCourt, AppointHearing, ApproveNotice, ApprovePlan, Close, Conclude, ConcludeNoPenalty,
    Decide, DecideNoPenalty, Defend, Deliberate, Demand, File, HoldHearing, Inspect, Interview, PayAll,
    PayPart, ProposeDecision, ProposeFiling, ProposeNotice, RefuseFiling, Register, RegisterRemedy,
    RequestHearing, Review, SendBackFiling, Serve, ServeHearingNotice, ServeNotice, Withdraw,
};
use super::plan::{Plan, Steps, after, plan};

/// Up to the notice, which the party has received.
const NOTICED: Steps =
    &[(0, Register), (2, File), (4, Inspect), (8, Conclude), (10, ApproveNotice), (11, ServeNotice)];
/// Up to the decision, which the party has received.
pub const SERVED: Steps = &[
    (0, Register),
    (2, File),
    (4, Inspect),
    (8, Conclude),
    (10, ApproveNotice),
    (11, ServeNotice),
    (18, Decide),
    (20, Serve),
];
/// Up to the hearing, which the party has been told of.
const HEARD: Steps = &[
    (0, Register),
    (2, File),
    (4, Inspect),
    (8, Conclude),
    (10, ApproveNotice),
    (11, ServeNotice),
    (13, RequestHearing),
    (14, AppointHearing),
    (15, ServeHearingNotice),
];

/// How the cases of the history went.
pub const PAST: [Steps; 5] = [
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
pub const PLANS: &[Plan] = &[
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
    after(NOTICED, 14, &[]),
    after(NOTICED, 16, &[(13, Defend)]),
    after(NOTICED, 25, &[(13, Defend), (15, Answer)]),
    after(NOTICED, 26, &[(19, ProposeDecision)]),
    after(NOTICED, 22, &[(18, Decide)]),
    after(NOTICED, 35, &[(18, Decide)]),
    after(SERVED, 27, &[]),
    after(SERVED, 50, &[]),
    after(SERVED, 34, &[(25, PayPart)]),
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
    // A plan whose second instalment was missed, a demand, a case at court, a reconsideration to be answered.
    after(SERVED, 70, &[(24, ApprovePlan), (30, PayPart)]),
    after(SERVED, 65, &[(58, Demand)]),
    after(SERVED, 210, &[(40, Demand), (165, ApplyToCourt)]),
    after(SERVED, 40, &[(36, RegisterRemedy)]),
    // A hearing asked for, one appointed, one held, and one case through to its end.
    after(NOTICED, 17, &[(14, RequestHearing)]),
    after(HEARD, 22, &[]),
    after(HEARD, 30, &[(24, HoldHearing), (26, Review)]),
    after(
        HEARD,
        55,
        &[
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
