//! 补录: cases that were open on paper when the bureau began with the product. One row, of a workbook or a form, tells a
//! case from its clue to where it stands; it becomes ordinary acts on their real days, and what the law asked and the
//! paper does not show is listed, not refused.

mod column;
mod decided;
mod enforced;
mod enter;
mod guide;
mod handed;
mod hear;
mod judge;
mod measured;
mod needs;
mod notified;
mod paper_number;
mod row;
mod spot;
mod synonyms;
#[cfg(test)]
mod tests;

use crate::Day;
use crate::case::{ClueSource, CourtAnswer, Gains, HeldAs, Name, Note, NumberWord, RecordKind};
use crate::catalogue::{PartyKind, PenaltyKind};
use crate::value::{CreditCode, IdNumber, Money};
use chrono::NaiveTime;

pub use column::Column;
pub use enter::{Desk, Entered, Ids, PAPER_DAYS, enter, findings};
pub use guide::choices;
pub use handed::Handed;
pub use judge::PaperJudge;
pub use paper_number::{PaperNumber, taken_from_counter};
pub use row::{judge, typed};

/// What stands where the dossier says more than the row.
const IN_THE_DOSSIER: &str = "纸质办理，详见案卷";

/// A case as its dossier tells it, as far as it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperCase {
    pub party: Name,
    pub kind: PartyKind,
    pub credit_code: Option<CreditCode>,
    pub id_number: Option<IdNumber>,
    /// The catalogue row's id.
    pub violation: String,
    /// The day of the unlawful act.
    pub act_on: Day,
    pub place: Note,
    pub source: ClueSource,
    pub received_on: Day,
    pub suspicion: Note,
    /// The number of the case.
    pub number: Option<PaperNumber>,
    pub steps: Steps,
    /// The day on which the party agreed in writing to electronic service.
    pub consent_on: Option<Day>,
    /// 当场处罚, which has none of the steps from the filing to the notice.
    pub spot: Option<Spot>,
    pub decided: Option<Decided>,
}

/// 当场处罚: what takes the place of filing, investigation and notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    pub lead: Name,
    pub second: Name,
    /// Who approves what comes after it.
    pub approver: Option<Name>,
    /// Certificates shown and rights told.
    pub shown: bool,
    /// The party said something, which the decision did not follow.
    pub defended: bool,
    pub found: Concluded,
    /// 向所属机关备案 (行政处罚法 art. 52(3)).
    pub reported: Option<Day>,
}

impl PaperCase {
    /// The word under which its decision is numbered.
    #[must_use]
    pub fn decision_word(&self) -> NumberWord {
        if self.spot.is_some() { NumberWord::OnTheSpot } else { NumberWord::Decision }
    }
}

/// The steps of the ordinary procedure before its decision, as far as it has come; a penalty on the spot has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    pub filed: Option<Filed>,
    pub record: Option<Recorded>,
    /// 先行登记保存、查封、扣押, while it holds.
    pub measure: Option<Measured>,
    pub concluded: Option<Concluded>,
    /// 法制审核: its day and the reviewer.
    pub reviewed: Option<(Day, Name)>,
    pub notified: Option<Notified>,
}

/// 立案
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    pub on: Day,
    pub lead: Name,
    pub second: Name,
    /// Who approved on paper, here and at the later steps.
    pub approver: Name,
}

/// The first record of the investigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub on: Day,
    pub kind: RecordKind,
    pub times: Option<(NaiveTime, NaiveTime)>,
    /// The record says that certificates were shown and rights told.
    pub shown: bool,
}

/// A measure that holds still; the clocks run from the day on which it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    pub held: HeldAs,
    pub on: Day,
    /// 延长: the day of the decision to extend it.
    pub extended: Option<Day>,
    /// Until when it holds as the dossier says.
    pub until: Option<Day>,
}

/// 调查终结, with what was intended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concluded {
    pub on: Day,
    pub facts: Note,
    pub fine: Money,
    pub base: Option<Money>,
    pub gains: Gains,
    /// Kinds besides money.
    pub kinds: Vec<PenaltyKind>,
    /// By when, or since when, it is put right.
    pub put_right: Day,
}

/// 事先告知, and how the party was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notified {
    pub number: Option<PaperNumber>,
    pub on: Day,
    pub method: Handed,
    /// The notice told of a hearing.
    pub hearing_told: bool,
    pub defence: Option<Day>,
    pub defence_waived: Option<Day>,
    pub defence_answered: Option<Day>,
    pub hearing: Option<PaperHearing>,
    /// 集体讨论: its day and who took part.
    pub deliberated: Option<(Day, Vec<Name>)>,
}

/// 听证, as far as it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperHearing {
    pub asked: Day,
    pub appointed: Option<Appointed>,
}

/// The day of the hearing, and how the party was told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointed {
    pub notice_served: Day,
    /// Held, when the day is over.
    pub day: Day,
    pub host: Name,
}

/// 处罚决定, its service and what was paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub on: Day,
    pub number: Option<PaperNumber>,
    pub fine: Money,
    pub served: Option<(Day, Handed)>,
    /// The day of the last payment, and what was paid until then.
    pub paid: Option<(Day, Money)>,
    /// 催告, as it was served last.
    pub demand: Option<(Day, Handed)>,
    pub court: Option<PaperCourt>,
}

/// 申请人民法院强制执行, with its answer once there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperCourt {
    pub on: Day,
    pub answer: Option<(Day, CourtAnswer)>,
}
