//! Papers that go out to find things out (调查文书): whom the officers ask to come, to hand in papers, or to help;
//! 行政处罚法 art. 26, 54, 55. They move nothing and are answered by a record, a piece of evidence or a letter.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Name, Note, NumberWord, Officers};
use crate::refusal::{Fact, RefusalCode};
use crate::{Day, Lang};

/// What goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inquiry {
    /// 询问通知书 (D07)
    Interview,
    /// 限期提供材料通知书 (D08)
    Papers,
    /// 协助调查函 (D50)
    Assistance,
}

impl Inquiry {
    /// Every kind, in the order of the form.
    pub const ALL: [Inquiry; 3] = [Inquiry::Interview, Inquiry::Papers, Inquiry::Assistance];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Inquiry::Interview => "interview",
            Inquiry::Papers => "papers",
            Inquiry::Assistance => "assistance",
        }
    }

    /// What the paper is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Inquiry::Interview => lang.pick("询问通知书", "summons to an interview"),
            Inquiry::Papers => lang.pick("限期提供材料通知书", "order to supply papers"),
            Inquiry::Assistance => lang.pick("协助调查函", "request for assistance"),
        }
    }

    /// The word of its number.
    #[must_use]
    pub(super) fn words(self) -> &'static [NumberWord] {
        match self {
            Inquiry::Interview => &[NumberWord::Summons],
            Inquiry::Papers => &[NumberWord::PapersOrder],
            Inquiry::Assistance => &[NumberWord::Assistance],
        }
    }
}

/// 发出调查文书
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inquire {
    pub what: Inquiry,
    /// Who is to come, who has the papers, or the authority that is asked.
    pub to: Name,
    pub officers: Officers,
    /// The papers to bring, those to hand in, or what the authority is asked.
    pub matter: Note,
    /// The day of the interview, or the last day of the answer.
    pub due: Day,
    /// The hour of an interview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    /// The place of an interview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Note>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

impl Judge<'_> {
    /// Two officers, a day that lies ahead (an interview may be on the same day), and for an interview hour and place.
    pub(super) fn inquire(&self, facts: &Inquire) -> Result<(), RefusalCode> {
        self.two_officers(facts.officers)?;
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        if facts.what != Inquiry::Interview {
            return if facts.due <= self.on { missing(Fact::InquiryTerm) } else { Ok(()) };
        }
        if facts.due < self.on {
            return missing(Fact::InquiryTerm);
        }
        if facts.time.is_none() || facts.place.is_none() {
            return missing(Fact::InterviewHour);
        }
        Ok(())
    }
}
