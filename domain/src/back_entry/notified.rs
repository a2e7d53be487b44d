//! The notice of a row, and how the party was heard.

use super::column::Column as C;
use super::{Appointed, Notified, PaperHearing};
use crate::Day;
use crate::case::Name;
use crate::ledger::Reading;
use crate::value::{Noun, ValueError};

/// People of a discussion that are kept.
const VOICES_MAX: usize = 30;

impl Reading<'_, C> {
    pub(super) fn notified(&mut self, today: Day) -> Option<Notified> {
        let number = self.number(C::NoticeNumber);
        let on = self.past(C::NoticeOn, today);
        let method = self.handed(C::NoticeMethod);
        let hearing_told = self.yes(C::HearingTold);
        let defence = self.past(C::DefenceOn, today);
        let defence_waived = self.past(C::WaivedOn, today);
        let defence_answered = self.past(C::AnsweredOn, today);
        let hearing = self.paper_hearing(today);
        let deliberated = self.past(C::DiscussedOn, today);
        let voices = self.optional(C::Voices, voices).unwrap_or_default();
        Some(Notified {
            number,
            on: on?,
            method: method?,
            hearing_told: hearing_told?,
            defence,
            defence_waived,
            defence_answered,
            hearing,
            deliberated: deliberated.map(|day| (day, voices)),
        })
    }

    fn paper_hearing(&mut self, today: Day) -> Option<PaperHearing> {
        let asked = self.past(C::AskedOn, today);
        let notice_served = self.past(C::HearingNoticeOn, today);
        let day = self.coming(C::HearingOn, today);
        let host = self.line(C::Host, Noun::PersonName);
        let appointed = || Some(Appointed { notice_served: notice_served?, day: day?, host: host? });
        let appointed = appointed();
        Some(PaperHearing { asked: asked?, appointed })
    }
}

/// Names joined by 、.
fn voices(text: &str) -> Result<Vec<Name>, ValueError> {
    let names = text.split(['、', '，', ',', '；', ';']).filter(|name| !name.trim().is_empty());
    names.take(VOICES_MAX).map(Name::parse).collect()
}
