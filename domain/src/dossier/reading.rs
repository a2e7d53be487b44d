//! What a party may read of the 正卷 without anybody's looking through it first: their own papers and evidence, not what
//! is of other persons (行政复议法 art. 47 (2), 行政处罚法 art. 50: personal privacy).

use serde::{Deserialize, Serialize};

use super::{Entry, What};
use crate::Lang;
use crate::case::{Record, RecordKind};
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
    /// Somebody was interviewed, and nobody entered that it was the party.
    Interview,
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
            LeftOut::Interview => lang.pick(
                "未登记被询问的是该当事人，未装入",
                "nobody entered that this party was interviewed, left out",
            ),
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
        (What::Paper(PaperKind::D06, _) | What::OnPaper(PaperKind::D06), None) => Some(LeftOut::Interview),
        (What::File(..), None) if parties > 1 => Some(LeftOut::NobodySaid),
        (What::Paper(kind, _) | What::OnPaper(kind), None) if parties > 1 && is_of_one(kind) => {
            Some(LeftOut::NobodySaid)
        }
        _ => None,
    }
}

/// Whether a party may read what a record says: by the rule of [`left_out`] for the record's own paper.
#[must_use]
pub fn may_read(record: &Record, party: PartyId, parties: usize) -> bool {
    match record.party {
        Some(of) => of == party,
        None => record.kind != RecordKind::Interview && parties == 1,
    }
}

/// An entry as a party's copy names it where it is left out: the name of a file may say what the file says.
#[must_use]
pub fn untold(entry: &Entry) -> Entry {
    match entry.what {
        What::File(kind, _) => Entry { name: kind.name(Lang::Zh).to_owned(), ..entry.clone() },
        What::Paper(..) | What::OnPaper(_) => entry.clone(),
    }
}

/// Whether a form tells what was found with, taken from or received from somebody: evidence, measures, money.
fn is_of_one(kind: PaperKind) -> bool {
    use PaperKind as K;
    matches!(kind, K::D05 | K::D11 | K::D12 | K::D13 | K::D14 | K::D14a | K::D15 | K::D29 | K::D34 | K::D51)
}
