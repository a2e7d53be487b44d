//! What a party may read of the 正卷 without anybody's looking through it first: their own papers and evidence, not what
//! is of other persons (行政复议法 art. 47 (2), 行政处罚法 art. 50: personal privacy).

use serde::{Deserialize, Serialize};

use super::{Entry, What};
use crate::Lang;
use crate::file::EvidenceKind;
use crate::id::PartyId;
use crate::paper::PaperKind;

/// Why something is left out of a party's copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// It is about another party of the case.
    OtherParty,
    /// It may be about any of several parties: nobody entered whom.
    NobodySaid,
    /// A witness said it.
    Witness,
    /// Others' personal data stand in it and could not be masked.
    NotMasked,
}

impl LeftOut {
    /// Why, in the person's language.
    #[must_use]
    pub fn reason(self, lang: Lang) -> &'static str {
        match self {
            LeftOut::OtherParty => lang.pick("涉及其他当事人，未装入", "about another party, left out"),
            LeftOut::NobodySaid => {
                lang.pick("未登记属于哪一方当事人，未装入", "nobody entered whom it is about, left out")
            }
            LeftOut::Witness => {
                lang.pick("证人材料，含他人个人信息，未装入", "of a witness, with personal data, left out")
            }
            LeftOut::NotMasked => lang.pick(
                "含他人个人信息，无法自动遮盖，未装入",
                "others' personal data in it could not be masked, left out",
            ),
        }
    }
}

/// Why an entry of the 正卷 is left out of the copy of a party, one of so many; none: it is in it.
#[must_use]
pub fn left_out(entry: &Entry, party: PartyId, parties: usize) -> Option<LeftOut> {
    match (entry.what, entry.party) {
        (What::File(EvidenceKind::Witness, _), _) => Some(LeftOut::Witness),
        (_, Some(other)) if other != party => Some(LeftOut::OtherParty),
        (What::File(..) | What::Paper(PaperKind::D06, _), None) if parties > 1 => Some(LeftOut::NobodySaid),
        _ => None,
    }
}
