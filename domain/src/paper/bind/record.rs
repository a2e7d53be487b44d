//! Records and orders to put right: D05, D06, D29; 行政处罚法 art. 28, 42, 55.

use super::Binder;
use super::party::Asked;
use crate::case::{ActKind, Case, Record, RecordKind, Signature};
use crate::id::PartyId;
use crate::paper::words::day_words;
use crate::paper::{Missing, PaperKind, RecordLine};

impl Binder<'_> {
    pub(super) fn record(&mut self, facts: &Record) {
        self.officers(facts.officers);
        let goes_out =
            matches!(facts.kind, RecordKind::RectificationOrder { .. } | RecordKind::ReInspection { .. });
        let asked = if goes_out { Asked::Whole } else { Asked::AsKnown };
        for party in self.concerned(facts) {
            self.party(party, asked);
        }
        if goes_out && self.sheet.parties.is_empty() {
            // Somebody is ordered to put it right (行政处罚法 art. 28).
            self.lacks(Missing::Act { act: ActKind::File, party: None });
        }
        let (by, put_right) = match facts.kind {
            RecordKind::RectificationOrder { by } => (Some(day_words(by)), None),
            RecordKind::ReInspection { put_right } => (None, Some(put_right)),
            _ => (None, None),
        };
        if self.slot.kind == PaperKind::D29 {
            let title =
                if put_right.is_some() { "责令改正复查意见书" } else { "责令改正通知书" };
            title.clone_into(&mut self.sheet.title);
        }
        self.sheet.record = Some(RecordLine {
            day: day_words(self.event.on),
            from: Self::hour(facts.from),
            to: Self::hour(facts.to),
            place: facts.place.to_string(),
            course: facts.course.to_string(),
            refused: match &facts.signature {
                Signature::Signed => None,
                Signature::Refused { witness } => Some(witness.to_string()),
            },
            by,
            put_right,
        });
        // A record begins before anybody knows the articles; only a paper that orders something cites them.
        if !goes_out {
            self.without_articles();
        }
    }

    /// The party of a record; of one that names nobody, all whom the case knew, else all whom it knows today.
    fn concerned(&self, facts: &Record) -> Vec<PartyId> {
        let of = |case: &Case| case.parties().iter().map(|party| party.id).collect::<Vec<_>>();
        match (facts.party, of(&self.case)) {
            (Some(party), _) => vec![party],
            (None, known) if known.is_empty() => of(self.from.case),
            (None, known) => known,
        }
    }
}
