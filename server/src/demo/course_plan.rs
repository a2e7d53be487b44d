//! Which classes the demo runs in the product: one in every state, told in days from today.

use Step::{
    Accept, Apply, Archive, Call, Cancel, Certify, Finish, Marks, Open, OpenEnrolment, Plan, ReSit,
    RefuseWaiting, Suspend, Wait, Withdraw,
};

/// One step of a class; all people whom it is about in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The class with its four sessions.
    Plan,
    OpenEnrolment,
    /// So many apply.
    Apply(usize),
    /// The first so many get their places.
    Accept(usize),
    /// Whoever has no place waits.
    Wait,
    /// One who had a place withdraws.
    Withdraw,
    Open,
    /// Whoever still waits is told that no place will be free.
    RefuseWaiting,
    /// The roll call of the session with this number, from 0.
    Call(usize),
    Suspend,
    Finish,
    Marks,
    ReSit,
    Certify,
    Archive,
    Cancel,
}

/// A class: it opens so many days from today, and each step comes on its day.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    /// What is trained, by the number of the trade.
    pub trade: usize,
    pub opens: i64,
    pub capacity: u32,
    pub steps: &'static [(i64, Step)],
}

/// Days between a class's four sessions.
pub const SESSION_EVERY_DAYS: i64 = 2;
pub const SESSIONS: i64 = 4;

const fn course(trade: usize, opens: i64, capacity: u32, steps: &'static [(i64, Step)]) -> Course {
    Course { trade, opens, capacity, steps }
}

/// Every class of a county.
pub const COURSES: &[Course] = &[
    // Archived, its certificates issued.
    course(
        0,
        -48,
        14,
        &[
            (-66, Plan),
            (-65, OpenEnrolment),
            (-60, Apply(15)),
            (-56, Accept(14)),
            (-55, Wait),
            (-54, Withdraw),
            (-48, Open),
            (-48, Call(0)),
            (-46, Call(1)),
            (-44, Call(2)),
            (-42, Call(3)),
            (-41, Finish),
            (-40, Marks),
            (-30, ReSit),
            (-28, Certify),
            (-20, Archive),
        ],
    ),
    // Finished: marks are there, certificates may be issued.
    course(
        1,
        -16,
        12,
        &[
            (-34, Plan),
            (-33, OpenEnrolment),
            (-28, Apply(13)),
            (-25, Accept(12)),
            (-24, Wait),
            (-16, Open),
            (-16, Call(0)),
            (-14, Call(1)),
            (-12, Call(2)),
            (-11, RefuseWaiting),
            (-10, Call(3)),
            (-9, Finish),
            (-7, Marks),
        ],
    ),
    // Under way: a session is today.
    course(
        2,
        -4,
        16,
        &[
            (-26, Plan),
            (-25, OpenEnrolment),
            (-20, Apply(17)),
            (-15, Accept(16)),
            (-14, Wait),
            (-4, Open),
            (-4, Call(0)),
            (-2, Call(1)),
        ],
    ),
    // Taking applications, with people waiting.
    course(
        3,
        9,
        12,
        &[(-12, Plan), (-11, OpenEnrolment), (-8, Apply(15)), (-5, Accept(12)), (-4, Wait), (-2, Apply(2))],
    ),
    course(4, 34, 30, &[(-3, Plan)]),
    // Suspended after its first session.
    course(
        5,
        -11,
        12,
        &[
            (-30, Plan),
            (-29, OpenEnrolment),
            (-22, Apply(11)),
            (-19, Accept(11)),
            (-11, Open),
            (-11, Call(0)),
            (-10, Suspend),
        ],
    ),
    course(6, -6, 20, &[(-27, Plan), (-26, OpenEnrolment), (-20, Apply(4)), (-8, Cancel)]),
];

/// What becomes of the year's other programmes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Draft,
    Submitted,
    Returned,
    Approved,
    /// Classes are held under it.
    Runs,
}

/// The programmes of a county, by the number of the trade, with the day of the draft.
pub const PROGRAMMES: &[(usize, i64, Fate)] = &[
    (0, -75, Fate::Runs),
    (1, -74, Fate::Runs),
    (2, -73, Fate::Runs),
    (3, -72, Fate::Runs),
    (4, -60, Fate::Runs),
    (5, -60, Fate::Runs),
    (6, -59, Fate::Runs),
    (7, -13, Fate::Approved),
    (0, -6, Fate::Returned),
    (1, -3, Fate::Submitted),
    (2, -1, Fate::Draft),
];
