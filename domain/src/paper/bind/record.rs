//! Records and orders to put right: D05, D06, D29; 行政处罚法 art. 28, 42, 55.

use super::Binder;
use super::party::Asked;
use crate::case::{Record, RecordKind, Signature};
use crate::paper::words::day_words;
use crate::paper::{PaperKind, RecordLine};

impl Binder<'_> {
    pub(super) fn record(&mut self, facts: &Record) {
        self.officers(facts.officers);
        let goes_out =
            matches!(facts.kind, RecordKind::RectificationOrder { .. } | RecordKind::ReInspection { .. });
        let asked = if goes_out { Asked::Whole } else { Asked::AsKnown };
        let only = self.case.parties().first().map(|party| party.id);
        let party = facts.party.or_else(|| only.filter(|_| self.case.parties().len() == 1));
        match party {
            Some(party) => {
                self.party(party, asked);
            }
            None => {
                let all: Vec<_> = self.case.parties().iter().map(|party| party.id).collect();
                for party in all {
                    self.party(party, asked);
                }
            }
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
}
