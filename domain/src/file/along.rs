//! What goes along when a case is sent to another bureau of the city (domain §1.6): the receiver has all evidence and
//! papers of those who go, readable and unchanged.

use super::kind::EvidenceKind;
use crate::id::PartyId;
use crate::paper::{PaperKind, PaperState, Volume};

/// Who of a case is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Going<'a> {
    /// The parties who go; of a clue that goes whole, none.
    pub parties: &'a [PartyId],
    /// Others stay with the sender.
    pub others_stay: bool,
}

impl Going<'_> {
    /// Whether a party goes.
    fn has(self, party: PartyId) -> bool {
        self.parties.is_empty() || self.parties.contains(&party)
    }

    /// Whether evidence goes along: what is about somebody who stays, stays, and so does what was withdrawn.
    #[must_use]
    pub fn takes_evidence(self, about: Option<PartyId>, is_withdrawn: bool) -> bool {
        !is_withdrawn && about.is_none_or(|party| self.has(party))
    }

    /// Whether an issued paper goes along: a valid one that lies open to the party and the court (正卷). What is of no
    /// party in particular may name those who stay, and goes only where nobody does.
    #[must_use]
    pub fn takes_paper(self, kind: PaperKind, state: PaperState, about: Option<PartyId>) -> bool {
        let goes = about.map_or(!self.others_stay, |party| self.has(party));
        goes && state.is_valid() && kind.row().volume == Volume::Main
    }
}

impl EvidenceKind {
    /// What a paper of the sender is to the receiver (行政处罚法 art. 46).
    #[must_use]
    pub fn of_paper(kind: PaperKind, about: Option<PartyId>) -> Self {
        match kind {
            PaperKind::D05 | PaperKind::D14a => EvidenceKind::SiteRecord,
            PaperKind::D06 if about.is_none() => EvidenceKind::Witness,
            PaperKind::D06 | PaperKind::D20 => EvidenceKind::PartyStatement,
            PaperKind::D12 => EvidenceKind::Expertise,
            _ => EvidenceKind::Document,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const SENT: PartyId = PartyId(Uuid::from_u128(1));
    const STAYS: PartyId = PartyId(Uuid::from_u128(2));
    const ONE_OF_TWO: Going<'static> = Going { parties: &[SENT], others_stay: true };
    const ALL: Going<'static> = Going { parties: &[SENT], others_stay: false };
    const CLUE: Going<'static> = Going { parties: &[], others_stay: false };

    #[test]
    fn evidence_goes_with_the_party_that_it_is_about() {
        for (going, about, is_withdrawn, goes) in [
            (ONE_OF_TWO, Some(SENT), false, true),
            (ONE_OF_TWO, Some(STAYS), false, false),
            (ONE_OF_TWO, None, false, true),
            (ONE_OF_TWO, Some(SENT), true, false),
            (ALL, None, true, false),
            (CLUE, Some(STAYS), false, true),
        ] {
            assert_eq!(going.takes_evidence(about, is_withdrawn), goes, "{going:?} {about:?} {is_withdrawn}");
        }
    }

    #[test]
    fn a_valid_paper_of_the_main_volume_goes_and_one_that_may_name_those_who_stay_does_not() {
        use PaperState::{Back, Replaced, ToPrint, Void};
        for (going, kind, state, about, goes) in [
            (ONE_OF_TWO, PaperKind::D14, Back, Some(SENT), true),
            (ONE_OF_TWO, PaperKind::D14, ToPrint, Some(SENT), true),
            (ONE_OF_TWO, PaperKind::D14, Void, Some(SENT), false),
            (ONE_OF_TWO, PaperKind::D14, Replaced, Some(SENT), false),
            (ONE_OF_TWO, PaperKind::D14, Back, Some(STAYS), false),
            (ONE_OF_TWO, PaperKind::D05, Back, None, false),
            (ALL, PaperKind::D05, Back, None, true),
            (CLUE, PaperKind::D05, Back, None, true),
            // 法制审核意见书, 副卷
            (ALL, PaperKind::D17, Back, Some(SENT), false),
        ] {
            assert_eq!(going.takes_paper(kind, state, about), goes, "{going:?} {kind:?} {state:?} {about:?}");
        }
    }

    #[test]
    fn records_of_the_sender_are_evidence_of_their_kind() {
        for (kind, about, is) in [
            (PaperKind::D05, None, EvidenceKind::SiteRecord),
            (PaperKind::D06, Some(SENT), EvidenceKind::PartyStatement),
            (PaperKind::D06, None, EvidenceKind::Witness),
            (PaperKind::D14, Some(SENT), EvidenceKind::Document),
        ] {
            assert_eq!(EvidenceKind::of_paper(kind, about), is, "{kind:?} {about:?}");
        }
    }
}
