//! The form of a paper that goes out to find things out: a summons, an order to supply papers, a request for assistance.

use super::fields::{Asked, choices};
use super::measure_fields::hinted;
use super::read::Form;
use super::words;
use crate::case::page::Field;
use domain::case::{Act, Inquire, Inquiry, Note};

impl Asked {
    pub(super) fn inquiry(&self) -> Vec<Field> {
        let lang = self.lang();
        let kinds = choices(&Inquiry::ALL, Inquiry::word, |one| one.name(lang));
        let mut list = vec![
            self.select("inquiry", words::inquiry, true, kinds),
            hinted(words::asked_whom_hint(lang), self.line("asked_whom", words::asked_whom, true)),
            hinted(words::inquiry_due_hint(lang), self.line("due", words::inquiry_due, true)),
            hinted(words::interview_only(lang), self.line("hour", words::interview_hour, false)),
            hinted(words::interview_only(lang), self.line("at_place", words::interview_place, false)),
            hinted(words::inquiry_matter_hint(lang), self.area("matter", words::inquiry_matter, true)),
        ];
        list.extend(self.officers());
        list
    }
}

impl Form<'_> {
    pub(super) fn inquiry(&mut self) -> Option<Act> {
        let what = self.choice("inquiry", &Inquiry::ALL, Inquiry::word);
        let (to, due, matter) = (self.name("asked_whom"), self.day("due"), self.note("matter"));
        let officers = self.officers();
        let is_interview = what == Some(Inquiry::Interview);
        // Hour and place of a paper that asks nobody to come say nothing.
        let time = if is_interview { self.time("hour") } else { None };
        let place = if is_interview { self.need("at_place", Note::parse) } else { None };
        if is_interview && (time.is_none() || place.is_none()) {
            return None;
        }
        Some(Act::Inquire(Inquire {
            what: what?,
            to: to?,
            officers: officers?,
            matter: matter?,
            due: due?,
            time,
            place,
            number: None,
        }))
    }
}
