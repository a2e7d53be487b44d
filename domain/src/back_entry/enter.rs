//! A row becomes a case: ordinary acts on their real days, each marked as done on paper with what it lacked.

use uuid::Uuid;

use super::column::Column as C;
use super::{Concluded, Decided, IN_THE_DOSSIER, Notified, PaperCase, PaperNumber, taken_from_counter};
use crate::case::{
    Act, ActPenalty, AdoptRecords, Case, Conclude, Context, Entry, Event, File, Fine, Judge, Name, Note,
    NumberWord, Officers, OnPaper, Outcome, Party, PartyProposal, Penalties, Proof, PuttingRight, Record,
    RegisterClue, Review, Serve, Signature, UnlawfulAct,
};
use crate::catalogue::{BaseAmount, PartyRole};
use crate::id::{EstablishmentId, PartyId, PersonId, UnlawfulActId};
use crate::ledger::Fault;
use crate::refusal::{Fact, Refusal, RefusalCode};
use crate::value::{Money, ValueError};
use crate::{Day, Instant};
use chrono::Datelike;
use std::collections::HashMap;

/// For so many days after its first entry from paper a bureau may still have worked on paper.
pub const PAPER_DAYS: u64 = 92;

/// By what a row is judged, and who enters it when.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    pub context: Context<'a>,
    /// The word before the numbers of the bureau's papers.
    pub prefix: &'a str,
    pub at: Instant,
    /// The last day whose acts are entered from paper: see [`PAPER_DAYS`].
    pub until: Day,
    /// Numbers of decisions that cases of the bureau have, with those cases.
    pub held: &'a HashMap<String, String>,
}

/// The ids of what comes into being.
#[derive(Clone, Copy, Debug)]
pub struct Ids {
    pub party: PartyId,
    pub act: UnlawfulActId,
    /// The establishment of the register that has the party's credit code.
    pub establishment: Option<EstablishmentId>,
}

/// A case with the events that make it.
#[derive(Clone, Debug)]
pub struct Entered {
    pub case: Case,
    pub events: Vec<Event>,
    /// The numbers that were given by hand, in full, by what they are for.
    pub given: Vec<(NumberWord, String)>,
    /// Word, year and serial of those of the bureau's own words: the counters are at least there.
    pub numbers: Vec<(NumberWord, i32, u32)>,
}

impl Entered {
    /// What the acts lacked, in their order.
    #[must_use]
    pub fn findings(&self) -> Vec<Refusal> {
        findings(&self.events)
    }
}

/// What the acts done on paper lacked, in their order.
#[must_use]
pub fn findings(events: &[Event]) -> Vec<Refusal> {
    let of = |event: &Event| {
        let kind = event.act.kind();
        let codes = event.entry.on_paper.iter().flat_map(|paper| paper.findings.clone());
        codes.map(move |code| Refusal::new(kind, code)).collect::<Vec<_>>()
    };
    events.iter().flat_map(of).collect()
}

/// The case of a row.
///
/// # Errors
/// The first step that makes no sense, at its column.
pub fn enter(paper: &PaperCase, desk: &Desk<'_>, ids: Ids) -> Result<Entered, Fault<C>> {
    let mut writing = Writing {
        paper,
        desk,
        ids,
        officers: Officers { lead: PersonId(Uuid::nil()), second: PersonId(Uuid::nil()) },
        case: None,
        events: Vec::new(),
        given: Vec::new(),
        numbers: Vec::new(),
    };
    writing.clue()?;
    writing.investigation()?;
    if let Some(concluded) = &paper.steps.concluded {
        writing.conclusion(concluded)?;
    }
    if let Some(notified) = &paper.steps.notified {
        writing.notice(notified)?;
    } else {
        writing.review(None)?;
    }
    match (&paper.spot, &paper.decided) {
        (Some(spot), Some(decided)) => writing.on_the_spot(spot, decided)?,
        (None, Some(decided)) => writing.decision(decided)?,
        (_, None) => {}
    }
    let lost = Fault { column: C::Party, error: ValueError::MissingName { noun: crate::value::Noun::Text } };
    let case = writing.case.ok_or(lost)?;
    Ok(Entered { case, events: writing.events, given: writing.given, numbers: writing.numbers })
}

/// The number of a decision, and that another case has it already.
pub(super) struct Numbered {
    pub(super) number: Option<String>,
    pub(super) lacks: Option<RefusalCode>,
}

/// A case on its way from the row into events.
pub(super) struct Writing<'a> {
    pub(super) paper: &'a PaperCase,
    pub(super) desk: &'a Desk<'a>,
    pub(super) ids: Ids,
    pub(super) officers: Officers,
    pub(super) case: Option<Case>,
    events: Vec<Event>,
    given: Vec<(NumberWord, String)>,
    numbers: Vec<(NumberWord, i32, u32)>,
}

impl Writing<'_> {
    /// Does an act; `by` is whom the dossier names for it, `lacks` what the row itself leaves open.
    pub(super) fn does(
        &mut self,
        column: C,
        on: Day,
        act: Act,
        by: Option<&Name>,
        lacks: Option<RefusalCode>,
    ) -> Result<u32, Fault<C>> {
        let kind = act.kind();
        if on > self.desk.until {
            return Err(Fault { column, error: ValueError::AfterPaper { last: self.desk.until } });
        }
        let refuse = |code| {
            let refusal = Box::new(Refusal::new(kind, code));
            Fault { column, error: ValueError::Refused { refusal } }
        };
        let person = by.and_then(|name| self.member(name));
        let context = Context { actor: person.unwrap_or(PersonId(Uuid::nil())), ..self.desk.context };
        let judge = Judge { case: self.case.as_ref(), on, context };
        let mut findings = judge.on_paper(&act).map_err(refuse)?;
        let untold = lacks.filter(|code| !findings.contains(code));
        findings.extend(untold);
        let on_paper = Some(OnPaper { by: by.cloned(), person, findings });
        let seq = u32::try_from(self.events.len()).unwrap_or(u32::MAX).saturating_add(1);
        let entry = Entry { on_paper, ..Entry::default() };
        let event = Event { seq, act, on, at: self.desk.at, by: self.desk.context.actor, entry };
        let after = match &self.case {
            Some(case) => case.after(&event).map(Some),
            None => Case::replay(std::slice::from_ref(&event)),
        };
        self.case = after.map_err(|refusal| refuse(refusal.code))?;
        self.events.push(event);
        Ok(seq)
    }

    /// The one member of a name; people who left keep theirs.
    pub(super) fn member(&self, name: &Name) -> Option<PersonId> {
        let mut found = self.desk.context.members.iter().filter(|member| member.name == *name);
        found.next().filter(|_| found.next().is_none()).map(|member| member.person)
    }

    pub(super) fn known(&self, column: C, name: &Name) -> Result<PersonId, Fault<C>> {
        let error = || ValueError::NotAMember { name: name.to_string() };
        self.member(name).ok_or_else(|| Fault { column, error: error() })
    }

    /// A number in full; the counter of its word is told of it.
    pub(super) fn number(
        &mut self,
        given: Option<&PaperNumber>,
        word: NumberWord,
        on: Day,
    ) -> Option<String> {
        let full = given?.full(self.desk.prefix, word, on);
        // A year that has not come is a slip of the pen, which no counter follows.
        let taken = taken_from_counter(&full, self.desk.prefix, word)
            .filter(|(year, _)| *year <= self.desk.context.today.year());
        self.numbers.extend(taken.map(|(year, serial)| (word, year, serial)));
        self.given.push((word, full.clone()));
        Some(full)
    }

    pub(super) fn approver(&self) -> Option<&Name> {
        let on_the_spot = || self.paper.spot.as_ref()?.approver.as_ref();
        self.paper.steps.filed.as_ref().map(|filed| &filed.approver).or_else(on_the_spot)
    }

    pub(super) fn party(&self) -> Party {
        let paper = self.paper;
        let act = UnlawfulAct {
            id: self.ids.act,
            violation: paper.violation.clone(),
            on: paper.act_on,
            place: paper.place.clone(),
            area: self.desk.context.area,
            role: PartyRole::Offender,
            designated_by: None,
            harm_done: false,
            coincides: None,
        };
        Party {
            id: self.ids.party,
            kind: paper.kind,
            name: paper.party.clone(),
            establishment: self.ids.establishment,
            credit_code: paper.credit_code.clone(),
            representative: None,
            address: None,
            acts: vec![act],
        }
    }

    fn clue(&mut self) -> Result<(), Fault<C>> {
        let paper = self.paper;
        let number = self.number(paper.number.as_ref(), NumberWord::Case, paper.received_on);
        let act = Act::RegisterClue(RegisterClue {
            source: paper.source,
            suspicion: paper.suspicion.clone(),
            place: paper.place.clone(),
            number,
            parties: vec![self.party()],
            earlier_warning: None,
            transferred: None,
        });
        self.does(C::ReceivedOn, paper.received_on, act, None, None).map(drop)
    }

    /// Filing and the first record, which may lie before it and is adopted then.
    fn investigation(&mut self) -> Result<(), Fault<C>> {
        let Some(filed) = &self.paper.steps.filed else { return Ok(()) };
        let (lead, second) = (self.known(C::Lead, &filed.lead)?, self.known(C::Second, &filed.second)?);
        self.officers = Officers { lead, second };
        let earlier = self.paper.steps.record.as_ref().filter(|record| record.on < filed.on);
        let adopted = earlier.map(|_| self.record()).transpose()?.flatten();
        self.measure(filed.on, true)?;
        let file = Act::File(File { parties: vec![self.party()], officers: self.officers });
        self.does(C::FiledOn, filed.on, file, Some(&filed.approver), None)?;
        match adopted {
            Some(seq) => {
                let adopt = Act::AdoptRecords(AdoptRecords { records: vec![seq] });
                self.does(C::RecordOn, filed.on, adopt, None, None)?;
            }
            None => {
                self.record()?;
            }
        }
        self.measure(filed.on, false)
    }

    fn record(&mut self) -> Result<Option<u32>, Fault<C>> {
        let Some(record) = &self.paper.steps.record else { return Ok(None) };
        let (from, to) = record.times.unwrap_or_default();
        let act = Act::Record(Record {
            kind: record.kind.clone(),
            party: None,
            officers: self.officers,
            place: self.paper.place.clone(),
            from,
            to,
            certificates_shown: record.shown,
            rights_told: record.shown,
            signature: Signature::Signed,
            course: note(C::RecordOn)?,
        });
        let untimed = RefusalCode::MissingFact { fact: Fact::RecordTimes };
        let lacks = record.times.is_none().then_some(untimed);
        self.does(C::RecordOn, record.on, act, None, lacks).map(Some)
    }

    fn conclusion(&mut self, concluded: &Concluded) -> Result<(), Fault<C>> {
        let records: Vec<u32> =
            self.case.iter().flat_map(|case| &case.records).map(|record| record.seq).collect();
        let put_right = match concluded.put_right {
            day if day <= concluded.on => PuttingRight::Done { on: day },
            day => PuttingRight::Order { by: day },
        };
        let penalties = self.penalties(concluded, concluded.fine, put_right);
        let proposal = PartyProposal {
            party: self.ids.party,
            outcome: Outcome::Penalise(penalties),
            discretion: note(C::ConcludedOn)?,
            proofs: vec![Proof { act: self.ids.act, records: records.clone() }],
        };
        let facts = concluded.facts.clone();
        let act = Act::Conclude(Conclude {
            facts,
            evidence: records,
            new_evidence: Vec::new(),
            proposals: vec![proposal],
        });
        self.does(C::ConcludedOn, concluded.on, act, None, None).map(drop)
    }

    pub(super) fn penalties(&self, of: &Concluded, fine: Money, putting_right: PuttingRight) -> Penalties {
        let base = of.base.map(|amount| match amount {
            Money::ZERO => BaseAmount::Nothing,
            amount => BaseAmount::Known(amount),
        });
        let act = ActPenalty {
            act: self.ids.act,
            kinds: of.kinds.clone(),
            fine: (fine > Money::ZERO).then_some(Fine { amount: fine, base }),
            gains: of.gains.clone(),
            goods: None,
            mitigation: None,
            serious: None,
            rule: None,
        };
        Penalties { acts: vec![act], putting_right }
    }

    /// The review, where it lies not after the notice.
    pub(super) fn review(&mut self, notice: Option<&Notified>) -> Result<(), Fault<C>> {
        let Some((on, reviewer)) = &self.paper.steps.reviewed else { return Ok(()) };
        if notice.is_some_and(|notice| *on > notice.on) { Ok(()) } else { self.reviewed(*on, reviewer) }
    }

    pub(super) fn reviewed(&mut self, on: Day, reviewer: &Name) -> Result<(), Fault<C>> {
        let (parties, opinion) = (vec![self.ids.party], crate::case::Opinion::Agree);
        let act = Act::Review(Review { parties, opinion, reasons: note(C::ReviewedOn)? });
        self.does(C::ReviewedOn, on, act, Some(reviewer), None).map(drop)
    }

    /// Notes what the last act lacked beside its gates.
    pub(super) fn lacks(&mut self, code: RefusalCode) {
        if let Some(paper) = self.events.last_mut().and_then(|event| event.entry.on_paper.as_mut()) {
            paper.findings.push(code);
        }
    }

    pub(super) fn decision_number(&mut self, decided: &Decided) -> Numbered {
        let number = self.number(decided.number.as_ref(), self.paper.decision_word(), decided.on);
        let lacks = number.as_ref().and_then(|number| {
            let case = self.desk.held.get(number)?.clone();
            Some(RefusalCode::NumberHeld { number: number.clone(), case })
        });
        Numbered { number, lacks }
    }

    fn decision(&mut self, decided: &Decided) -> Result<(), Fault<C>> {
        let Some(concluded) = &self.paper.steps.concluded else { return Ok(()) };
        let party = self.ids.party;
        let held = self.decision_number(decided);
        let told = self.case.as_ref().and_then(|case| case.track(party)?.progress.notified().cloned());
        let putting_right =
            told.map_or(PuttingRight::Done { on: concluded.on }, |one| one.told.putting_right);
        let penalties = self.penalties(concluded, decided.fine, putting_right);
        let reasons = note(C::DecidedOn)?;
        let act = Act::Decide(crate::case::Decide {
            party,
            penalties,
            reasons,
            held: None,
            changed: None,
            number: held.number,
        });
        let approver = self.approver().cloned();
        self.does(C::DecidedOn, decided.on, act, approver.as_ref(), held.lacks)?;
        if let Some((on, handed)) = decided.served {
            let service = self.service(handed, on, C::ServedOn)?;
            let serve = Act::Serve(Serve { party, service });
            self.does(C::ServedOn, on, serve, None, self.lacks_consent(handed))?;
        }
        self.enforcement(decided)
    }
}

pub(super) fn note(column: C) -> Result<Note, Fault<C>> {
    Note::parse(IN_THE_DOSSIER).map_err(|error| Fault { column, error })
}
