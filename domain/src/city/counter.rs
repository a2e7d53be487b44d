//! The counters that are kept for every bureau, and the one cell that a record adds to.

/// A counter that is kept for every bureau.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counter {
    /// Cases that came, by the month in which the clue was received.
    CaseOpened,
    /// Cases that were closed, by the month of the closing.
    CaseClosed,
    /// Fines in 分, by the month of the decision.
    Fines,
    /// Cases by the day on which the bureau's first running term ends.
    CaseDueDay,
    /// The same by the month, so that months gone by are one number each.
    CaseDueMonth,
    /// People who completed a class, by month.
    Trained,
    /// People who got a certificate, by month.
    Certified,
}

impl Counter {
    /// Every counter.
    pub const ALL: [Counter; 7] = [
        Counter::CaseOpened,
        Counter::CaseClosed,
        Counter::Fines,
        Counter::CaseDueDay,
        Counter::CaseDueMonth,
        Counter::Trained,
        Counter::Certified,
    ];

    /// The word in the database.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Counter::CaseOpened => "case_opened",
            Counter::CaseClosed => "case_closed",
            Counter::Fines => "fines",
            Counter::CaseDueDay => "case_due_day",
            Counter::CaseDueMonth => "case_due_month",
            Counter::Trained => "trained",
            Counter::Certified => "certified",
        }
    }
}

/// One number of a bureau: which counter, which month or day, which industry or trade.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    pub counter: Counter,
    /// `2026-03`, or `2026-03-05` for [`Counter::CaseDueDay`].
    pub period: String,
    /// Empty while no industry is known.
    pub part: String,
}
