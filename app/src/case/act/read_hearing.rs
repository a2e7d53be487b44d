//! Hearing, discussion and changed intentions, as typed.

use super::read::Form;
use super::read_penalty;
use domain::case::{
    Act, ActKind, AppointHearing, ApproveNotice, Case, ChangeProposal, Deliberate, GrantHearing,
    HearingOutcome, HearingRight, HoldHearing, Name, Note, Perform, Performed, RequestHearing,
    ServeHearingNotice, Voice, WaiveHearing,
};
use domain::id::PartyId;

/// More people than this are no meeting of the leadership.
const VOICES_MAX: usize = 30;

impl Form<'_> {
    /// Acts of one party, or of several that are heard together; the others stand in the file of enforcement.
    pub(super) fn hearing_act(&mut self, kind: ActKind, party: PartyId, case: &Case) -> Option<Act> {
        Some(match kind {
            ActKind::ApproveNotice => {
                Act::ApproveNotice(ApproveNotice { party, hearing: self.hearing_right()?, number: None })
            }
            ActKind::ChangeProposal => {
                let (outcome, reason) = (read_penalty::outcome(self, case, party), self.note("reasons"));
                Act::ChangeProposal(ChangeProposal { party, outcome: outcome?, reason: reason? })
            }
            ActKind::WaiveHearing => {
                Act::WaiveHearing(WaiveHearing { party, paper: self.note("waiver_paper")? })
            }
            ActKind::RequestHearing => {
                Act::RequestHearing(RequestHearing { party, request: self.note("request")? })
            }
            ActKind::GrantHearing => Act::GrantHearing(GrantHearing { party, reason: self.note("reasons")? }),
            ActKind::AppointHearing => self.appointment(party, case)?,
            ActKind::ServeHearingNotice => {
                Act::ServeHearingNotice(ServeHearingNotice { party, service: self.service()? })
            }
            ActKind::HoldHearing => {
                let outcome = self.hearing_outcome()?;
                Act::HoldHearing(HoldHearing { parties: self.with_others(party, case), outcome })
            }
            ActKind::Deliberate => {
                let (voices, outcome) = (self.voices(), read_penalty::outcome(self, case, party));
                let conclusion = self.note("conclusion");
                Act::Deliberate(Deliberate {
                    party,
                    voices: voices?,
                    outcome: outcome?,
                    conclusion: conclusion?,
                })
            }
            ActKind::Perform => {
                let performed = self.choice("performed", &Performed::ALL, Performed::word);
                let course = self.note("course");
                Act::Perform(Perform { party, performed: performed?, course: course? })
            }
            _ => return self.enforcement_act(kind, party),
        })
    }

    fn hearing_right(&mut self) -> Option<HearingRight> {
        match self.text("hearing").as_str() {
            "none" => Some(HearingRight::None),
            "by_law" => Some(HearingRight::ByLaw),
            "offered" => self.note("hearing_reason").map(|reason| HearingRight::Offered { reason }),
            _ => {
                self.problem("hearing", self.lang.pick("请选择听证权利", "Choose what is told of a hearing"));
                None
            }
        }
    }

    fn appointment(&mut self, party: PartyId, case: &Case) -> Option<Act> {
        let host = self.text("host").parse().ok();
        if host.is_none() {
            self.problem("host", self.lang.pick("请选择听证主持人", "Choose the host"));
        }
        let (day, time) = (self.day("hearing_day"), self.time("hearing_time"));
        let place = self.name("hearing_place");
        let closed_reason = self.may("closed_reason", Note::parse);
        let postponed = self.may("postponed", Note::parse);
        Some(Act::AppointHearing(AppointHearing {
            parties: self.with_others(party, case),
            host: host?,
            day: day?,
            time: time?,
            place: place?,
            closed_reason,
            postponed,
            number: None,
        }))
    }

    /// The party of the form and those that were ticked beside it.
    fn with_others(&self, party: PartyId, case: &Case) -> Vec<PartyId> {
        let ticked = case
            .parties()
            .into_iter()
            .map(|one| one.id)
            .filter(|other| *other != party && self.is(&format!("with_{other}")));
        std::iter::once(party).chain(ticked).collect()
    }

    fn hearing_outcome(&mut self) -> Option<HearingOutcome> {
        match self.text("hearing_outcome").as_str() {
            "held" => {
                let (record, report) = (self.note("hearing_record"), self.note("hearing_report"));
                Some(HearingOutcome::Held { record: record?, report: report? })
            }
            "abandoned" => self.note("hearing_how").map(|how| HearingOutcome::Abandoned { how }),
            "withdrawn" => self.note("hearing_how").map(|paper| HearingOutcome::Withdrawn { paper }),
            _ => {
                self.problem("hearing_outcome", self.lang.pick("请选择听证结果", "Choose how it ended"));
                None
            }
        }
    }

    /// One line a person: 姓名：意见.
    fn voices(&mut self) -> Option<Vec<Voice>> {
        let text = self.text("voices");
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let read = |line: &&str| {
            let (name, opinion) = line.split_once(['：', ':'])?;
            Some(Voice { name: Name::parse(name.trim()).ok()?, opinion: Note::parse(opinion.trim()).ok()? })
        };
        let voices: Option<Vec<Voice>> = lines.iter().map(read).collect();
        match voices {
            Some(voices) if !voices.is_empty() && voices.len() <= VOICES_MAX => Some(voices),
            _ => {
                let message = self.lang.pick(
                    "请每人一行，写成“姓名：意见”，例如“周建国：同意”",
                    "One line each, as “name: opinion”, such as “Zhou Jianguo: agrees”",
                );
                self.problem("voices", message);
                None
            }
        }
    }
}
