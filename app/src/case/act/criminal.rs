//! The forms of a suspected crime: the report, the chief's decision, the hand-over, and what the police say.

use super::fields::{Asked, choices, pairs};
use super::read::Form;
use super::transfer::box_of;
use super::words;
use crate::case::page::{Choices, Field};
use domain::case::{
    Act, ActKind, Case, ContestBefore, ContestRefusal, CrimeTransfer, DecideCrime, HandGoods, HandToPolice,
    Name, PoliceReply, RecordPoliceReply, ReportCrime, ResumeCase,
};
use domain::id::PartyId;

/// Who may be reported: by id and name.
pub fn may_be_reported(case: &Case) -> Vec<(PartyId, String)> {
    let tracks = case.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
    let open = tracks.iter().filter(|track| case.may_be_reported(track));
    open.map(|track| (track.party.id, track.party.name.to_string())).collect()
}

/// The suspicions with which an act goes on.
fn going_on(case: &Case, kind: ActKind) -> Vec<&CrimeTransfer> {
    case.crimes.iter().filter(|crime| crime.takes(kind)).collect()
}

impl Asked {
    /// The fields of an act about a suspected crime, if it is one.
    pub(super) fn criminal(&self, kind: ActKind, case: Option<&Case>) -> Option<Vec<Field>> {
        let lang = self.lang();
        let hinted = |hint: &str, field: Field| Field { hint: hint.to_owned(), ..field };
        let fields = match kind {
            ActKind::ReportCrime => return Some(self.report(case)),
            ActKind::DecideCrime => {
                let verdicts =
                    pairs(&[("yes", words::crime_approved(lang)), ("no", words::crime_refused(lang))]);
                vec![
                    self.select("approved", words::crime_verdict, true, verdicts),
                    self.area("reasons", words::reasons, true),
                ]
            }
            ActKind::HandToPolice => vec![
                self.line("organ", words::police_organ, true),
                hinted(words::time_hint(lang), self.line("time", words::handed_at, true)),
                hinted(words::police_letter_hint(lang), self.line("letter", words::police_letter, false)),
                hinted(words::transfer_list_hint(lang), self.area("list", words::transfer_list, true)),
                self.check("goods", words::goods_with_it),
                self.check("party_told", words::party_told),
            ],
            ActKind::RecordPoliceReply => {
                let replies = choices(&PoliceReply::ALL, PoliceReply::word, |one| one.name(lang));
                let fields = [
                    self.select("reply", words::police_reply, true, replies),
                    self.area("paper", words::remedy_paper, true),
                ];
                fields.into_iter().chain(self.came_back()).collect()
            }
            ActKind::ContestRefusal => {
                let organs = choices(&ContestBefore::ALL, ContestBefore::word, |one| one.name(lang));
                vec![
                    self.select("before", words::contest_before, true, organs),
                    self.area("paper", words::contest_paper, true),
                ]
            }
            ActKind::HandGoods => {
                vec![hinted(words::police_goods_hint(lang), self.area("list", words::police_goods, true))]
            }
            ActKind::ResumeCase => {
                let reasons = self.area("reasons", words::reasons, true);
                [reasons].into_iter().chain(self.came_back()).collect()
            }
            _ => return None,
        };
        Some(self.which_crime(kind, case).into_iter().chain(fields).collect())
    }

    fn report(&self, case: Option<&Case>) -> Vec<Field> {
        let lang = self.lang();
        let who = case.map(may_be_reported).unwrap_or_default();
        let boxes = who.iter().filter(|_| who.len() > 1).map(|(party, name)| Field {
            label: format!("{}：{name}", words::suspects(lang)),
            ..self.check(&box_of(*party), words::suspects)
        });
        let crime = self.line("crime", words::crime, true);
        let report = self.area("report", words::crime_report, true);
        let crime = Field { hint: words::crime_hint(lang).to_owned(), ..crime };
        self.officers().into_iter().chain(boxes).chain([crime, report]).collect()
    }

    /// Which suspicion, where there are several.
    fn which_crime(&self, kind: ActKind, case: Option<&Case>) -> Option<Field> {
        let open = case.map(|case| going_on(case, kind)).unwrap_or_default();
        let choice = |crime: &&CrimeTransfer| (crime.seq.to_string(), crime.crime.to_string());
        let options: Choices = open.iter().map(choice).collect();
        (options.len() > 1).then(|| self.select("crime", words::which_crime, true, options))
    }
}

impl Form<'_> {
    /// An act about a suspected crime, if it is one.
    pub(super) fn criminal_act(&mut self, kind: ActKind, case: &Case) -> Option<Act> {
        if kind == ActKind::ReportCrime {
            return self.crime_report(case);
        }
        let crime = self.crime_of(kind, case);
        let goods_back = self.came_back(case, crime);
        let found = crime.map(|crime| (crime.seq, crime.parties.clone()));
        match kind {
            ActKind::DecideCrime => {
                let approved = self.yes_or_no("approved");
                let reason = self.note("reasons");
                let (transfer, parties) = found?;
                let (approved, reason) = (approved?, reason?);
                Some(Act::DecideCrime(DecideCrime { transfer, parties, approved, reason }))
            }
            ActKind::HandToPolice => {
                let (organ, time) = (self.name("organ"), self.time("time"));
                let (letter, list) = (self.may("letter", Name::parse), self.note("list"));
                let (transfer, parties) = found?;
                Some(Act::HandToPolice(HandToPolice {
                    transfer,
                    parties,
                    organ: organ?,
                    time: time?,
                    letter,
                    list: list?,
                    goods: self.is("goods"),
                    party_told: self.is("party_told"),
                }))
            }
            ActKind::RecordPoliceReply => {
                let reply = self.choice("reply", &PoliceReply::ALL, PoliceReply::word);
                let paper = self.note("paper");
                let (transfer, parties) = found?;
                let (reply, paper) = (reply?, paper?);
                Some(Act::RecordPoliceReply(RecordPoliceReply {
                    transfer,
                    parties,
                    reply,
                    paper,
                    goods_back,
                }))
            }
            ActKind::ContestRefusal => {
                let before = self.choice("before", &ContestBefore::ALL, ContestBefore::word);
                let paper = self.note("paper");
                let (transfer, parties) = found?;
                let (before, paper) = (before?, paper?);
                Some(Act::ContestRefusal(ContestRefusal { transfer, parties, before, paper }))
            }
            ActKind::HandGoods => {
                let list = self.note("list");
                let (transfer, parties) = found?;
                Some(Act::HandGoods(HandGoods { transfer, parties, list: list? }))
            }
            ActKind::ResumeCase => {
                let reason = self.note("reasons");
                let (transfer, parties) = found?;
                Some(Act::ResumeCase(ResumeCase { transfer, parties, reason: reason?, goods_back }))
            }
            _ => None,
        }
    }

    fn crime_report(&mut self, case: &Case) -> Option<Act> {
        let officers = self.officers();
        let (crime, report) = (self.name("crime"), self.note("report"));
        let who = may_be_reported(case);
        let chosen = |(party, _): &&(PartyId, String)| who.len() == 1 || self.is(&box_of(*party));
        let parties: Vec<PartyId> = who.iter().filter(chosen).map(|(party, _)| *party).collect();
        if let (true, Some((first, _))) = (parties.is_empty(), who.first()) {
            let message = self.lang.pick("请选择涉嫌犯罪的当事人", "Choose who is suspected");
            self.problem(&box_of(*first), message);
        }
        Some(Act::ReportCrime(ReportCrime { parties, officers: officers?, crime: crime?, report: report? }))
    }

    pub(super) fn yes_or_no(&mut self, name: &str) -> Option<bool> {
        match self.text(name).as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => {
                self.problem(name, self.lang.pick("请从列表中选择一项", "Choose one of the list"));
                None
            }
        }
    }

    fn crime_of<'a>(&mut self, kind: ActKind, case: &'a Case) -> Option<&'a CrimeTransfer> {
        let open = going_on(case, kind);
        let typed = self.text("crime");
        let chosen = match open.as_slice() {
            [only] => Some(*only),
            several => several.iter().copied().find(|crime| crime.seq.to_string() == typed),
        };
        if chosen.is_none() {
            // With none at all the rules say why.
            let name = if open.is_empty() { "" } else { "crime" };
            let message =
                self.lang.pick("请选择处在这一步的涉嫌犯罪移送", "Choose a suspected crime at this step");
            self.problem(name, message);
        }
        chosen
    }
}
