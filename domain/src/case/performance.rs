//! Performance other than payment (履行): row 20; 行政处罚法 art. 66.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Decided, Decision, Event, Note, Progress, Track};
use crate::catalogue::PenaltyKind;
use crate::id::PartyId;
use crate::refusal::{Fact, Refusal, RefusalCode};
use crate::value::Money;
use crate::{Day, Lang};

/// What the party did, or what was done in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Performed {
    /// Confiscated goods were handed in.
    GoodsHandedIn,
    /// The licence was handed in, or declared void in public.
    LicenceHandedIn,
    /// Business was stopped, or the place closed.
    BusinessStopped,
    /// What the decision ordered to be put right was (责令改正).
    PutRight,
}

impl Performed {
    /// Every performance, in the order of the form.
    pub const ALL: [Performed; 4] = [
        Performed::GoodsHandedIn,
        Performed::LicenceHandedIn,
        Performed::BusinessStopped,
        Performed::PutRight,
    ];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Performed::GoodsHandedIn => "goods_handed_in",
            Performed::LicenceHandedIn => "licence_handed_in",
            Performed::BusinessStopped => "business_stopped",
            Performed::PutRight => "put_right",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Performed::GoodsHandedIn => lang.pick("没收财物已上缴", "the goods were handed in"),
            Performed::LicenceHandedIn => {
                lang.pick("许可证件已缴回或公告作废", "the licence was handed in or declared void")
            }
            Performed::BusinessStopped => lang.pick("已停产停业或关闭", "business was stopped"),
            Performed::PutRight => lang.pick("已按责令改正", "what was ordered was put right"),
        }
    }

    /// What a kind of penalty asks for besides money; none: nothing, or not ours to see to.
    #[must_use]
    pub fn asked_by(kind: PenaltyKind) -> Option<Performed> {
        use PenaltyKind as K;
        match kind {
            K::ConfiscationOfGoods => Some(Performed::GoodsHandedIn),
            K::SuspensionOfLicence | K::Revocation => Some(Performed::LicenceHandedIn),
            K::SuspensionOfBusiness | K::Closure => Some(Performed::BusinessStopped),
            K::Warning | K::PublicCriticism | K::Fine | K::ConfiscationOfGains | K::Detention => None,
        }
    }
}

/// 记录履行情况
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perform {
    pub party: PartyId,
    pub performed: Performed,
    /// How, and the receipt.
    pub course: Note,
}

/// One performance recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Performance {
    pub on: Day,
    pub seq: u32,
    pub performed: Performed,
}

impl Decided {
    /// Whether there is anything to pay or to do: a warning asks for nothing.
    #[must_use]
    pub fn asks_for_something(&self) -> bool {
        let Decision::Penalty(penalties) = &self.decision else { return false };
        self.money() > Money::ZERO
            || penalties.kinds().into_iter().any(|kind| Performed::asked_by(kind).is_some())
    }
}

impl Progress {
    /// What was done so far of what the decision asks for besides money.
    #[must_use]
    pub fn performances(&self) -> &[Performance] {
        match self {
            Progress::Executing(executing) => &executing.performances,
            Progress::AtCourt(at_court) => &at_court.executing.performances,
            Progress::Closed { was, .. } => was.performances(),
            _ => &[],
        }
    }

    /// How the party stood when it was closed; as it stands, of one that is not.
    #[must_use]
    pub fn before_closure(&self) -> &Progress {
        match self {
            Progress::Closed { was, .. } => was,
            open => open,
        }
    }

    /// What the decision asks for besides money and nobody has recorded yet.
    #[must_use]
    pub fn unperformed(&self) -> Vec<Performed> {
        let served = match self {
            Progress::Served(served) => served,
            Progress::Executing(executing) => &executing.served,
            Progress::AtCourt(at_court) => &at_court.executing.served,
            _ => return Vec::new(),
        };
        let done = self.performances();
        let Decision::Penalty(penalties) = &served.decided.decision else { return Vec::new() };
        let mut open: Vec<Performed> = Vec::new();
        for performed in penalties.kinds().into_iter().filter_map(Performed::asked_by) {
            let recorded = done.iter().any(|one| one.performed == performed);
            if !recorded && !open.contains(&performed) {
                open.push(performed);
            }
        }
        open
    }

    /// Whether the decision orders something that nobody has shown to be put right.
    fn may_be_put_right(&self) -> bool {
        let shown = self.performances().iter().any(|one| one.performed == Performed::PutRight);
        self.ordered_by().is_some() && !shown
    }

    pub(super) fn perform(self, facts: &Perform, event: &Event) -> Result<Self, Refusal> {
        let performance = Performance { on: event.on, seq: event.seq, performed: facts.performed };
        self.execute(ActKind::Perform, |executing| executing.performances.push(performance))
    }
}

impl Judge<'_> {
    /// The decision asks for it and binds already: what is noted as performed was also done in the party's place, as a
    /// licence that is declared void in public.
    pub(super) fn performable(&self, track: &Track) -> Result<(), RefusalCode> {
        if track.progress.unperformed().is_empty() && !track.progress.may_be_put_right() {
            return Err(RefusalCode::NothingToPerform);
        }
        self.in_effect(track)
    }

    pub(super) fn perform(&self, facts: &Perform) -> Result<(), RefusalCode> {
        let progress = &self.track(facts.party)?.progress;
        let put_right = facts.performed == Performed::PutRight && progress.may_be_put_right();
        if put_right || progress.unperformed().contains(&facts.performed) {
            Ok(())
        } else {
            Err(RefusalCode::MissingFact { fact: Fact::PerformanceAsked })
        }
    }
}
