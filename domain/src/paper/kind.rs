//! The forms (文书) by the specification's §6: names, number words, volumes, order in the dossier, contents.

use serde::{Deserialize, Serialize};

use super::Content;
use super::kind_rows::UNTIL_DECISION;
use super::kind_rows_later::FROM_DECISION;
use crate::Lang;

/// Where a paper lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Volume {
    /// 正卷, open to the party and the court.
    Main,
    /// 副卷, internal.
    Inner,
    /// 副卷, sealed: it names the reporter.
    InnerSealed,
    /// With the register of licences and inspections.
    Register,
    /// With the training records.
    Training,
    /// With the city's papers.
    City,
    /// In both volumes: cover, catalogue, end sheet.
    Both,
}

impl Volume {
    /// What the volume is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Volume::Main => lang.pick("正卷", "main volume"),
            Volume::Inner => lang.pick("副卷", "inner volume"),
            Volume::InnerSealed => lang.pick("副卷（密封）", "inner volume, sealed"),
            Volume::Register => lang.pick("登记档案", "register file"),
            Volume::Training => lang.pick("培训档案", "training file"),
            Volume::City => lang.pick("市局文书", "city papers"),
            Volume::Both => lang.pick("正卷、副卷", "both volumes"),
        }
    }
}

/// One list: kind and id.
macro_rules! kinds {
    ($($name:ident = $id:literal),+ $(,)?) => {
        /// A form by its id in the specification.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum PaperKind {
            $(#[doc = $id] $name,)+
        }

        impl PaperKind {
            /// Every form, in the order of the specification.
            pub const ALL: [PaperKind; [$($id),+].len()] = [$(PaperKind::$name),+];

            /// `D26`, `D26s`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self {
                    $(PaperKind::$name => $id,)+
                }
            }
        }
    };
}

kinds! {
    D01 = "D01", D02 = "D02", D03 = "D03", D04 = "D04", D05 = "D05", D06 = "D06", D07 = "D07", D08 = "D08",
    D09 = "D09", D10 = "D10", D11 = "D11", D12 = "D12", D13 = "D13", D14 = "D14", D14a = "D14a", D15 = "D15",
    D16 = "D16", D17 = "D17", D18 = "D18", D19 = "D19", D20 = "D20", D21 = "D21", D22 = "D22", D23 = "D23",
    D24 = "D24", D25 = "D25", D26 = "D26", D26s = "D26s", D27 = "D27", D28 = "D28", D29 = "D29", D30 = "D30",
    D31 = "D31", D32 = "D32", D33 = "D33", D34 = "D34", D35 = "D35", D36 = "D36", D37 = "D37", D38 = "D38",
    D39 = "D39", D40 = "D40", D41 = "D41", D42 = "D42", D43 = "D43", D44 = "D44", D45 = "D45", D46 = "D46",
    D47 = "D47", D48 = "D48", D49 = "D49", D50 = "D50", D51 = "D51", D52 = "D52", D53 = "D53", D54 = "D54",
    D55 = "D55",
}

/// One row of the table of forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperRow {
    pub kind: PaperKind,
    pub zh: &'static str,
    pub en: &'static str,
    /// The word in its number; empty where it has none.
    pub word: &'static str,
    pub volume: Volume,
    /// The place in the 正卷 and in the 副卷: lower first, equal ones by their day. A proof of service (0) follows the
    /// paper that it is about.
    pub order: u8,
    /// What it must contain besides authority, title, number, addressee, date and seal place.
    pub must: &'static [Content],
}

impl PaperKind {
    /// The row of the table.
    #[must_use]
    pub fn row(self) -> &'static PaperRow {
        // The tables have every kind once, in order: a test counts them.
        let at = self as usize;
        if at < UNTIL_DECISION.len() {
            &UNTIL_DECISION[at]
        } else {
            &FROM_DECISION[at - UNTIL_DECISION.len()]
        }
    }

    /// The form of an id, if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        PaperKind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// What the form is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        lang.pick(self.row().zh, self.row().en)
    }

    /// Whether the party and the court may see it: no word of a reporter may stand in it.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self.row().volume, Volume::Main | Volume::Both)
    }
}
