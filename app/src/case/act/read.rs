//! What was typed into the form of an act, read as the act; every problem is told at once.

use super::read_penalty;
use crate::case::page::Choices;
use crate::form::{Problem, Typed, typed};
use domain::case::{
    Act, ActKind, AddParty, AddUnlawfulAct, AdoptRecords, AnswerDefence, Case, ChangeOfficers, Close, Decide,
    DecideNoPenalty, EarlierWarning, Entry, File, Name, NoPenaltyGround, NonFilingGround, Note, Officers,
    Opinion, Party, PassClue, ReceiveDefence, RefuseFiling, ReportOnTheSpot, Review, Serve, ServeNotice,
    Supplement, TakeBackWaiver, WaiveDefence, Withdraw, WithdrawalGround,
};
use domain::catalogue::PartyKind;
use domain::id::{PartyId, PersonId, UnlawfulActId};
use domain::value::{Money, ValueError, parse_day};
use domain::{Day, Lang};

/// The fields of one sent form.
#[derive(Debug)]
pub struct Form<'a> {
    pub typed: &'a Typed,
    pub lang: Lang,
    pub today: Day,
    /// The code of the bureau's area.
    pub area: Option<u32>,
    /// The establishment of the register that the party named here is, as a party.
    pub registered: Option<Party>,
    /// The warning that a case about to begin rests on.
    pub warning: Option<EarlierWarning>,
    /// The other bureaus, by id and full name.
    pub receivers: Choices,
    /// The members of the bureau, by name.
    pub members: Vec<(PersonId, Name)>,
    pub problems: Vec<Problem>,
}

/// An act as it was typed.
#[derive(Debug)]
pub struct Read {
    pub on: Day,
    pub act: Act,
    pub entry: Entry,
}

impl Form<'_> {
    pub fn text(&self, name: &str) -> String {
        typed(self.typed, name).trim().to_owned()
    }

    pub fn is(&self, name: &str) -> bool {
        self.text(name) == "yes"
    }

    pub fn problem(&mut self, name: &str, message: impl Into<String>) {
        self.problems.push(Problem::of(name, message));
    }

    /// A value that must be there.
    pub fn need<T>(&mut self, name: &str, read: impl FnOnce(&str) -> Result<T, ValueError>) -> Option<T> {
        match read(&self.text(name)) {
            Ok(value) => Some(value),
            Err(error) => {
                self.problem(name, error.message(self.lang));
                None
            }
        }
    }

    /// A value that may be left out.
    pub fn may<T>(&mut self, name: &str, read: impl FnOnce(&str) -> Result<T, ValueError>) -> Option<T> {
        if self.text(name).is_empty() { None } else { self.need(name, read) }
    }

    pub fn note(&mut self, name: &str) -> Option<Note> {
        self.need(name, Note::parse)
    }

    pub fn name(&mut self, name: &str) -> Option<Name> {
        self.need(name, Name::parse)
    }

    pub fn day(&mut self, name: &str) -> Option<Day> {
        self.need(name, parse_day)
    }

    pub fn money(&mut self, name: &str) -> Option<Money> {
        self.need(name, Money::parse)
    }

    /// One of a list, by its word.
    pub fn choice<T: Copy>(&mut self, name: &str, all: &[T], word: impl Fn(T) -> &'static str) -> Option<T> {
        let text = self.text(name);
        let found = all.iter().copied().find(|one| word(*one) == text);
        if found.is_none() {
            self.problem(name, self.lang.pick("请从列表中选择一项", "Choose one of the list"));
        }
        found
    }

    pub(super) fn person(&mut self, name: &str) -> Option<PersonId> {
        let found = self.text(name).parse().ok();
        if found.is_none() {
            self.problem(name, self.lang.pick("请选择执法人员", "Choose an officer"));
        }
        found
    }

    pub(super) fn officers(&mut self) -> Option<Officers> {
        let (lead, second) = (self.person("lead"), self.person("second"));
        Some(Officers { lead: lead?, second: second? })
    }

    pub(super) fn time(&mut self, name: &str) -> Option<chrono::NaiveTime> {
        let text = self.text(name).replace('：', ":");
        let found = chrono::NaiveTime::parse_from_str(&text, "%H:%M").ok();
        if found.is_none() {
            self.problem(name, self.lang.pick("请按 9:30 的样子填写时间", "Write the time as 9:30"));
        }
        found
    }

    /// Whom of the suspects the form is about: the one of the name, else the first, whose name may have been mended.
    pub(super) fn suspect(&self, case: Option<&Case>) -> Option<PartyId> {
        let (case, name) = (case?, self.text("party_name"));
        let named = case.suspects().find(|party| party.name.as_str() == name);
        named.or(case.suspects().next()).map(|party| party.id)
    }

    /// Acts of the whole case.
    pub(super) fn of_case(&mut self, kind: ActKind, case: Option<&Case>) -> Option<Act> {
        match kind {
            ActKind::RegisterClue => self.clue(),
            ActKind::File => {
                let known = self.suspect(case);
                let party = self.party(known.unwrap_or_else(|| PartyId(store::token::fresh())));
                let officers = self.officers();
                // Parties that came with what they are said to have done, from another bureau, are filed as they came.
                let others = case.into_iter().flat_map(Case::suspects);
                let others =
                    others.filter(|party| Some(party.id) != known && !party.acts.is_empty()).cloned();
                let parties = std::iter::once(party?).chain(others).collect();
                Some(Act::File(File { parties, officers: officers? }))
            }
            ActKind::RefuseFiling => {
                let ground = self.choice("ground", &NonFilingGround::ALL, NonFilingGround::word);
                let reason = self.note("reasons");
                Some(Act::RefuseFiling(RefuseFiling { ground: ground?, reason: reason? }))
            }
            kind if kind.is_of_a_contest() => self.contest_act(kind, case?),
            ActKind::ExtendVerification => self.extend_verification(),
            ActKind::PenaliseOnTheSpot => self.on_the_spot(case),
            ActKind::AddParty => {
                let named = case.and_then(|case| case.clue_parties_left().next());
                let same = named.filter(|party| party.name.as_str() == self.text("party_name"));
                let party =
                    self.party(same.map_or_else(|| PartyId(store::token::fresh()), |party| party.id))?;
                Some(Act::AddParty(AddParty { party }))
            }
            ActKind::AddUnlawfulAct => {
                let party = self.act_party(case);
                let act = self.unlawful_act(UnlawfulActId(store::token::fresh()));
                Some(Act::AddUnlawfulAct(AddUnlawfulAct { party: party?, act: act? }))
            }
            ActKind::PassClue => {
                let to = self.text("taker").parse().ok();
                if to.is_none() {
                    self.problem("taker", self.lang.pick("请选择接手人", "Choose who takes it"));
                }
                let reason = self.note("reasons");
                Some(Act::PassClue(PassClue { to: to?, reason: reason? }))
            }
            ActKind::ChangeOfficers => {
                let (officers, reason) = (self.officers(), self.note("reasons"));
                Some(Act::ChangeOfficers(ChangeOfficers { officers: officers?, reason: reason? }))
            }
            ActKind::Inquire => self.inquiry(),
            ActKind::Record => self.record(),
            ActKind::AdoptRecords => {
                let waiting = |case: &Case| {
                    case.records.iter().filter(|one| one.before_filing).map(|one| one.seq).collect()
                };
                Some(Act::AdoptRecords(AdoptRecords { records: case.map(waiting).unwrap_or_default() }))
            }
            ActKind::ProposeTransfer => self.propose_transfer(case?),
            ActKind::WithdrawTransfer | ActKind::TransferOut => self.end_transfer(kind, case?),
            ActKind::AskRecusal | ActKind::DecideRecusal => self.recusal_act(kind, case?),
            kind if kind.is_of_a_crime() => self.criminal_act(kind, case?),
            ActKind::Archive => self.archive(),
            ActKind::Correct => self.correction(case?),
            ActKind::Close => {
                let summary = self.note("summary")?;
                Some(Act::Close(Close { party: None, summary }))
            }
            _ => self.measure_act(kind, case?),
        }
    }

    /// Acts of one party.
    pub(super) fn of_party(&mut self, kind: ActKind, party: PartyId, case: &Case) -> Option<Act> {
        Some(match kind {
            ActKind::Conclude => Act::Conclude(read_penalty::conclude(self, case, party)?),
            ActKind::Review => {
                let opinion = self.choice("opinion", &Opinion::ALL, Opinion::word);
                let reasons = self.note("reasons");
                Act::Review(Review { parties: vec![party], opinion: opinion?, reasons: reasons? })
            }
            ActKind::Supplement => {
                Act::Supplement(Supplement { parties: vec![party], reason: self.note("reasons")? })
            }
            ActKind::ServeNotice => Act::ServeNotice(ServeNotice { party, service: self.service()? }),
            ActKind::ReceiveDefence => {
                Act::ReceiveDefence(ReceiveDefence { party, arguments: self.note("arguments")? })
            }
            ActKind::WaiveDefence => {
                Act::WaiveDefence(WaiveDefence { party, paper: self.note("waiver_paper")? })
            }
            ActKind::TakeBackWaiver => Act::TakeBackWaiver(TakeBackWaiver { party }),
            ActKind::AnswerDefence => {
                let reasons = self.note("reasons")?;
                Act::AnswerDefence(AnswerDefence { party, accepted: self.is("accepted"), reasons })
            }
            ActKind::Decide => {
                let (penalties, reasons) = (read_penalty::penalties(self, case, party), self.note("reasons"));
                let changed = self.may("changed", Note::parse);
                let held = Some(self.confiscated(case, party));
                let (penalties, reasons) = (penalties?, reasons?);
                Act::Decide(Decide { party, penalties, reasons, held, changed, number: None })
            }
            ActKind::DecideNoPenalty => {
                let ground = self.choice("ground", &NoPenaltyGround::ALL, NoPenaltyGround::word);
                let (reasons, order_by) = (self.note("reasons"), self.may("order_by", parse_day));
                let changed = self.may("changed", Note::parse);
                Act::DecideNoPenalty(DecideNoPenalty {
                    party,
                    ground: ground?,
                    reasons: reasons?,
                    earlier_searched: self.is("searched"),
                    changed,
                    order_by,
                    number: None,
                })
            }
            ActKind::OrderAnew | ActKind::ChangeDecision | ActKind::RevokeDecision | ActKind::Unpublish => {
                self.revision_act(kind, party, case)?
            }
            ActKind::ReceiveApplication | ActKind::ForwardApplication => self.application(kind, party)?,
            ActKind::HandOnCash => self.hand_on_cash(party)?,
            ActKind::CompleteParty => self.complete_party(party, case)?,
            ActKind::Publish => self.publish(party, case)?,
            ActKind::Serve => Act::Serve(Serve { party, service: self.service()? }),
            ActKind::Pay => self.payment(party)?,
            ActKind::ReportOnTheSpot => {
                Act::ReportOnTheSpot(ReportOnTheSpot { party, received_by: self.name("received_by")? })
            }
            ActKind::Withdraw => {
                let ground = self.choice("ground", &WithdrawalGround::ALL, WithdrawalGround::word);
                let reason = self.note("reasons");
                Act::Withdraw(Withdraw { parties: vec![party], ground: ground?, reason: reason? })
            }
            ActKind::Close => Act::Close(Close { party: Some(party), summary: self.note("summary")? }),
            _ => return self.hearing_act(kind, party, case),
        })
    }

    /// The act with its day. `proposes`: its day is the approval's, none is asked.
    pub fn read(mut self, kind: ActKind, case: Option<&Case>, proposes: bool) -> Result<Read, Vec<Problem>> {
        let on = if proposes || kind == ActKind::Correct { Some(self.today) } else { self.day("on") };
        let party = self.text("party").parse().ok();
        let act = match (party, case) {
            (Some(party), Some(case)) if kind != ActKind::AddUnlawfulAct => self.of_party(kind, party, case),
            _ => self.of_case(kind, case),
        };
        let late_reason = self.may("late_reason", Note::parse);
        let block = Some(self.text("block")).filter(|block| !block.is_empty() && !kind.blocks().is_empty());
        match (on, act) {
            (Some(on), Some(act)) if self.problems.is_empty() => {
                Ok(Read { on, act, entry: Entry { late_reason, block, ..Entry::default() } })
            }
            _ => {
                if self.problems.is_empty() {
                    let message =
                        self.lang.pick("请从案件页面重新打开这张表", "Open the form again from the case");
                    self.problem("", message);
                }
                Err(self.problems)
            }
        }
    }
}

/// The word of a kind of party in a form.
pub fn kind_word(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Citizen => "citizen",
        PartyKind::SoleTrader => "sole_trader",
        PartyKind::Organisation => "organisation",
    }
}
