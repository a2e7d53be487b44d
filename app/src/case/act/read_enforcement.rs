//! Plan, demand, court, suspension and remedies, as typed.

use super::read::Form;
use domain::case::{
    Act, ActKind, AnswerRemedy, ApplyToCourt, ApprovePlan, CourtAnswer, Demand, EndEnforcement, EndRemedy,
    Instalment, Name, Note, ObjectToCourt, ObjectionAnswer, ProposeRevocation, RecordCourtAnswer,
    RecordObjectionAnswer, RecordRevocationAnswer, RegisterRemedy, RemedyKind, RemedyOutcome, Remission,
    ResumeEnforcement, RevocationAnswer, SuspendEnforcement, SuspensionGround,
};
use domain::id::PartyId;
use domain::value::{Money, parse_day};

/// More lines than this are no plan; the rule says how many may stand.
const INSTALMENTS_MAX: usize = 40;

impl Form<'_> {
    /// Acts after the service; none: an act of another file.
    pub(super) fn enforcement_act(&mut self, kind: ActKind, party: PartyId) -> Option<Act> {
        Some(match kind {
            ActKind::ApprovePlan => {
                let (instalments, hardship) = (self.instalments(), self.note("hardship"));
                let remission = self.remission();
                let (instalments, hardship, remission) = (instalments?, hardship?, remission?);
                Act::ApprovePlan(ApprovePlan { party, hardship, instalments, remission, number: None })
            }
            ActKind::Demand => {
                let (service, direct_tried) = (self.service(), self.may("direct_tried", Note::parse));
                Act::Demand(Demand { party, service: service?, direct_tried, number: None })
            }
            ActKind::ApplyToCourt => {
                let request = self.note("court_request")?;
                Act::ApplyToCourt(ApplyToCourt { party, request, number: None })
            }
            ActKind::RecordCourtAnswer => {
                let answer = self.choice("court_answer", &CourtAnswer::ALL, CourtAnswer::word);
                let paper = self.note("paper");
                Act::RecordCourtAnswer(RecordCourtAnswer { party, answer: answer?, paper: paper? })
            }
            ActKind::ObjectToCourt => {
                let (court, grounds) = (self.name("court_above"), self.note("reasons"));
                Act::ObjectToCourt(ObjectToCourt { party, court: court?, grounds: grounds? })
            }
            ActKind::RecordObjectionAnswer => {
                let answer = self.choice("objection_answer", &ObjectionAnswer::ALL, ObjectionAnswer::word);
                let paper = self.note("paper");
                let (answer, paper) = (answer?, paper?);
                Act::RecordObjectionAnswer(RecordObjectionAnswer { party, answer, paper })
            }
            ActKind::ProposeRevocation => {
                let (to, licence) = (self.name("revoker"), self.name("licence"));
                let (letter, reason) = (self.may("letter", Name::parse), self.note("reasons"));
                let (to, licence, reason) = (to?, licence?, reason?);
                Act::ProposeRevocation(ProposeRevocation { party, to, licence, reason, letter })
            }
            ActKind::RecordRevocationAnswer => {
                let answer = self.choice("revocation_answer", &RevocationAnswer::ALL, RevocationAnswer::word);
                let paper = self.note("paper");
                let (answer, paper) = (answer?, paper?);
                Act::RecordRevocationAnswer(RecordRevocationAnswer { party, answer, paper })
            }
            ActKind::SuspendEnforcement => {
                let (ground, reason) = self.standing_still(&SuspensionGround::STILL)?;
                Act::SuspendEnforcement(SuspendEnforcement { party, ground, reason, number: None })
            }
            ActKind::ResumeEnforcement => {
                Act::ResumeEnforcement(ResumeEnforcement { party, reason: self.note("reasons")? })
            }
            ActKind::EndEnforcement => {
                let (ground, reason) = self.standing_still(&SuspensionGround::END)?;
                Act::EndEnforcement(EndEnforcement { party, ground, reason, number: None })
            }
            ActKind::RegisterRemedy => {
                let remedy = self.choice("remedy", &RemedyKind::ALL, RemedyKind::word);
                let (organ, applied_on) = (self.name("organ"), self.day("applied_on"));
                Act::RegisterRemedy(RegisterRemedy {
                    party,
                    remedy: remedy?,
                    organ: organ?,
                    applied_on: applied_on?,
                    simplified: self.is("simplified"),
                    stops_enforcement: self.is("stops"),
                    against_ruling: self.is("against_ruling"),
                })
            }
            ActKind::AnswerRemedy => {
                let remedy = self.choice("remedy", &RemedyKind::ALL, RemedyKind::word);
                let paper = self.note("paper");
                Act::AnswerRemedy(AnswerRemedy { party, remedy: remedy?, paper: paper?, number: None })
            }
            ActKind::EndRemedy => {
                let outcome = self.choice("remedy_outcome", &RemedyOutcome::ALL, RemedyOutcome::word);
                let (paper, until) = (self.note("paper"), self.may("performance_until", parse_day));
                Act::EndRemedy(EndRemedy {
                    party,
                    outcome: outcome?,
                    paper: paper?,
                    performance_until: until,
                    against_ruling: self.is("against_ruling"),
                })
            }
            _ => return None,
        })
    }

    /// What is remitted of the surcharge, with the steps it is for; none: nothing is.
    fn remission(&mut self) -> Option<Option<Remission>> {
        if self.text("remit").is_empty() && self.text("remedial_steps").is_empty() {
            return Some(None);
        }
        let (amount, steps) = (self.money("remit"), self.note("remedial_steps"));
        Some(Some(Remission { amount: amount?, steps: steps? }))
    }

    fn standing_still(&mut self, grounds: &[SuspensionGround]) -> Option<(SuspensionGround, Note)> {
        let (ground, reason) = (self.choice("ground", grounds, SuspensionGround::word), self.note("reasons"));
        Some((ground?, reason?))
    }

    /// One line an instalment: its day, then its amount.
    fn instalments(&mut self) -> Option<Vec<Instalment>> {
        let text = self.text("instalments");
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let read = |line: &&str| {
            let line = line.replace(['，', ',', '、', '\u{3000}', '\t'], " ");
            let (day, amount) = line.split_once(' ')?;
            let amount = amount.replace([' ', '元'], "");
            Some(Instalment { by: parse_day(day).ok()?, amount: Money::parse(&amount).ok()? })
        };
        let instalments: Option<Vec<Instalment>> = lines.iter().map(read).collect();
        match instalments {
            Some(list) if !list.is_empty() && list.len() <= INSTALMENTS_MAX => Some(list),
            _ => {
                let message = self.lang.pick(
                    "请每期一行，先写日期再写金额，例如“2026-4-15 1000”",
                    "One line each, the day and then the amount, such as “2026-4-15 1000”",
                );
                self.problem("instalments", message);
                None
            }
        }
    }
}
