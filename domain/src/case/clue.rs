//! Clues (线索): row 1 of the procedure, 行政处罚法 art. 54.

use serde::{Deserialize, Serialize};

use super::{EarlierWarning, Measure, Note, Party, TransferredIn};
use crate::Lang;

/// Where a clue came from (案源).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClueSource {
    Inspection,
    Report,
    TransferredIn,
    AssignedByCity,
    OtherAuthority,
    OwnDiscovery,
    ReInspection,
}

impl ClueSource {
    /// Every source, in the order of the form.
    pub const ALL: [ClueSource; 7] = [
        ClueSource::Inspection,
        ClueSource::Report,
        ClueSource::OwnDiscovery,
        ClueSource::OtherAuthority,
        ClueSource::AssignedByCity,
        ClueSource::TransferredIn,
        ClueSource::ReInspection,
    ];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ClueSource::Inspection => "inspection",
            ClueSource::Report => "report",
            ClueSource::TransferredIn => "transferred_in",
            ClueSource::AssignedByCity => "assigned_by_city",
            ClueSource::OtherAuthority => "other_authority",
            ClueSource::OwnDiscovery => "own_discovery",
            ClueSource::ReInspection => "re_inspection",
        }
    }

    /// What the source is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            ClueSource::Inspection => lang.pick("监督检查", "inspection"),
            ClueSource::Report => lang.pick("举报投诉", "report or complaint"),
            ClueSource::TransferredIn => lang.pick("其他单位移送", "transferred in"),
            ClueSource::AssignedByCity => lang.pick("市局交办", "assigned by the city"),
            ClueSource::OtherAuthority => lang.pick("其他部门通报", "told by another authority"),
            ClueSource::OwnDiscovery => lang.pick("自行发现", "own discovery"),
            ClueSource::ReInspection => lang.pick("复查发现", "re-inspection"),
        }
    }
}

/// The facts of a clue. The act's legal day is the day on which it was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterClue {
    pub source: ClueSource,
    /// What is suspected, in the words of whoever told it.
    pub suspicion: Note,
    pub place: Note,
    /// The case's number, 道商案〔2026〕44号; given when the event is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Who is suspected, as far as known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// The earlier decision that was not obeyed, for a clue from a re-inspection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier_warning: Option<EarlierWarning>,
    /// The bureau that knew of it first, when it was taken over from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transferred: Option<TransferredIn>,
}

impl RegisterClue {
    /// That what came along and is held goes on for the rest of its term: with the acceptance the receiver confirmed it
    /// (§1.6). Empty where nothing is held.
    pub(super) fn confirmed(&self, lang: Lang) -> &'static str {
        let mut measures = self.transferred.iter().flat_map(|transferred| &transferred.measures);
        match measures.any(Measure::is_open) {
            true => lang.pick(
                "接收时确认随案移交的查封、扣押、登记保存在剩余期限内继续有效",
                "what is held and came along was confirmed for the rest of its term",
            ),
            false => "",
        }
    }
}
