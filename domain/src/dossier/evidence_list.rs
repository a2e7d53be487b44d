//! The lists of evidence that go with an answer to a reconsideration (D46) and to a lawsuit (D47): what lies in the 正卷, what
//! each piece proves, and on which pages (行政复议法 art. 48, 行政诉讼法 art. 67).

use super::What;
use crate::Lang;
use crate::paper::PaperKind;

/// For whom a list of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListFor {
    Reconsideration,
    Court,
}

impl ListFor {
    /// Both, in the order of the page.
    pub const ALL: [ListFor; 2] = [ListFor::Reconsideration, ListFor::Court];

    /// The word in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ListFor::Reconsideration => "reconsideration",
            ListFor::Court => "court",
        }
    }

    /// The list of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        ListFor::ALL.into_iter().find(|list| list.word() == word)
    }

    /// What the list is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            ListFor::Reconsideration => {
                lang.pick("行政复议证据清单", "List of evidence for a reconsideration")
            }
            ListFor::Court => lang.pick("行政诉讼证据清单", "List of evidence for the court"),
        }
    }
}

/// What an entry of the 正卷 proves, in Chinese, as the list prints it.
#[must_use]
pub fn proves(what: What) -> &'static str {
    use PaperKind as K;
    let (What::Paper(kind, _) | What::OnPaper(kind)) = what else { return "案件事实" };
    match kind {
        K::D26 | K::D26s | K::D27 => "行政行为的内容、依据",
        K::D32 | K::D33 | K::D54 => "文书依法送达",
        K::D02 | K::D52 => "依法立案，具有管辖权",
        K::D04 | K::D49 => "执法程序合法",
        K::D13 | K::D14 | K::D14a | K::D15 => "强制措施、证据保存合法",
        K::D29 => "依法责令改正",
        K::D18 | K::D19 => "依法告知拟处罚内容和权利",
        K::D20 => "依法听取陈述申辩",
        K::D22 | K::D23 => "依法组织听证",
        K::D34 | K::D35 | K::D36 | K::D37 | K::D51 | K::D53 | K::D55 => "决定的执行情况",
        K::D28 | K::D38 => "案件办结情况",
        _ => "案件事实",
    }
}
