//! The desk on which a case is opened and worked: what the rules must be told, read once a transaction.

use super::{figures, project};
use crate::calendar::Versioned;
use crate::entity::case_event;
use crate::error::Error;
use crate::scope::BureauStore;
use domain::calendar::ClockRules;
use domain::case::{
    Act, Case, Certificate, Context, Designation, Entry, Event, Facts, FactsVersion, Judge, Member, Name,
    Permit, Settings, number,
};
use domain::catalogue::{Catalogue, PowerGrant};
use domain::id::{CaseId, PersonId, ProposalId};
use domain::refusal::{Refusal, RefusalCode};
use domain::{Day, Instant};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use std::sync::Arc;
use uuid::Uuid;

/// Events of one case that are read at most; a case with more is a fault to look at.
const EVENTS_MAX: u64 = 5_000;

/// The dated data by which everything is judged; the calendar is the store's own.
#[derive(Clone, Copy, Debug)]
pub struct Rulebook<'a> {
    pub rules: &'a ClockRules,
    pub catalogue: &'a Catalogue,
}

impl Rulebook<'static> {
    /// The data that this process works by.
    #[must_use]
    pub fn in_use() -> Self {
        Rulebook { rules: &crate::rules::in_use().clocks, catalogue: crate::catalogue::in_use() }
    }
}

/// A bureau's cases inside one transaction, with all that judging asks for.
#[derive(Debug)]
pub struct CaseDesk<'a> {
    pub(crate) store: &'a BureauStore,
    pub(super) book: Rulebook<'a>,
    pub(super) calendar: Arc<Versioned>,
    grants: Vec<PowerGrant>,
    members: Vec<Member>,
    settings: Settings,
    designations: Vec<Designation>,
}

/// A case as its events make it.
#[derive(Clone, Debug)]
pub struct OpenCase {
    pub id: CaseId,
    pub case: Case,
    /// As they were written, corrections not applied, oldest first.
    pub events: Vec<Event>,
}

/// What became of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was written as this event.
    Event { case: CaseId, seq: u32 },
    /// The author lacks the power: it waits as this proposal.
    Proposal { case: CaseId, id: ProposalId },
}

impl Done {
    /// The case of it.
    #[must_use]
    pub fn case(self) -> CaseId {
        match self {
            Done::Event { case, .. } | Done::Proposal { case, .. } => case,
        }
    }
}

impl BureauStore {
    /// Opens the desk.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn case_desk<'a>(&'a self, book: Rulebook<'a>) -> Result<CaseDesk<'a>, Error> {
        let members = self.members_ever().await?;
        let members = merge(members.into_iter().filter_map(member));
        let settings = serde_json::from_str(&self.bureau().settings).unwrap_or_default();
        let (grants, calendar) = (self.power_grants().await?, self.versioned_calendar().await?);
        let designations = self.designated_here().await?;
        Ok(CaseDesk { store: self, book, calendar, grants, members, settings, designations })
    }
}

/// A membership as cases ask for it; ended ones keep their name and certificates, not their roles.
fn member(row: crate::members::Membership) -> Option<(Member, bool)> {
    let certificate = row.certificate.and_then(|one| {
        Some(Certificate { number: Name::parse(&one.number).ok()?, from: one.from, to: one.to })
    });
    let open = row.to.is_none();
    let member = Member {
        person: row.person,
        name: Name::parse(&row.name).ok()?,
        roles: row.roles,
        certificates: certificate.into_iter().collect(),
        qualified: row.qualification_no.is_some(),
    };
    Some((member, open))
}

/// One member a person: the roles of all memberships, every certificate.
fn merge(rows: impl Iterator<Item = (Member, bool)>) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for (row, open) in rows {
        let row = if open { row } else { Member { roles: Vec::new(), ..row } };
        match members.iter_mut().find(|member| member.person == row.person) {
            Some(member) => {
                member.roles.extend(row.roles);
                member.certificates.extend(row.certificates);
                member.qualified |= row.qualified;
            }
            None => members.push(row),
        }
    }
    members
}

impl CaseDesk<'_> {
    /// The same desk as it judges by other settings of the bureau, which take effect with this transaction.
    #[must_use]
    pub(crate) fn judging_by(self, settings: &str) -> Self {
        CaseDesk { settings: serde_json::from_str(settings).unwrap_or_default(), ..self }
    }

    /// What the rules are told, for the person who acts.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        let bureau = self.store.bureau();
        Context {
            today: self.store.today(),
            bureau: bureau.id,
            area: bureau.code.as_deref().and_then(|code| code.parse().ok()),
            calendar: &self.calendar.calendar,
            rules: self.book.rules,
            catalogue: self.book.catalogue,
            grants: &self.grants,
            members: &self.members,
            settings: &self.settings,
            actor: self.store.actor().person.unwrap_or(PersonId(Uuid::nil())),
            fined: &[],
            designations: &self.designations,
            warned: &[],
            papers_out: &[],
            papers_unmade: false,
        }
    }

    /// The bureau's members, ended ones included: names for a timeline.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// A case with its events.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown case and for another bureau's.
    pub async fn case(&self, id: CaseId) -> Result<OpenCase, Error> {
        let events = self.store.find::<case_event::Entity>().filter(case_event::Column::CaseId.eq(id.0));
        let rows =
            events.order_by_asc(case_event::Column::Seq).limit(EVENTS_MAX).all(self.store.tx()).await?;
        let events = rows.into_iter().map(event_of).collect::<Result<Vec<_>, _>>()?;
        let case = Case::replay(&events).map_err(Error::down)?.ok_or(Error::NotFound)?;
        Ok(OpenCase { id, case, events })
    }

    /// Begins a case by a clue or by a penalty on the spot, with its number.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Down`] when the database fails.
    pub async fn register(&self, on: Day, act: Act, entry: Entry) -> Result<Result<Done, Refusal>, Error> {
        self.store.must_write()?;
        if let Err(refusal) = self.judged(None, on, &act, &entry).await? {
            return Ok(Err(refusal));
        }
        let id = CaseId(Uuid::now_v7());
        let event = Event { seq: 1, act, on, at: self.store.now(), by: self.store.person()?, entry };
        let event = self.numbered(id, event).await?;
        self.begin(id, &event).await?;
        Ok(Ok(Done::Event { case: id, seq: 1 }))
    }

    /// Writes the event with which a case begins.
    pub(super) async fn begin(&self, id: CaseId, event: &Event) -> Result<Case, Error> {
        let case = Case::replay(std::slice::from_ref(event)).map_err(Error::down)?.ok_or(Error::NotFound)?;
        project::begin(self, id, &case, event.at).await?;
        self.write(id, None, &case, event).await?;
        Ok(case)
    }

    /// Does an act on a case as the author saw it, or proposes it.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when the case moved on since `base_seq`.
    pub async fn act(
        &self,
        id: CaseId,
        base_seq: u32,
        on: Day,
        act: Act,
        entry: Entry,
    ) -> Result<Result<Done, Refusal>, Error> {
        self.store.must_write()?;
        let open = self.case(id).await?;
        if open.case.seq != base_seq {
            return Err(Error::Conflict);
        }
        match self.judged(Some(&open), on, &act, &entry).await? {
            Err(refusal) => Ok(Err(refusal)),
            Ok(Permit::Event) => Ok(Ok(self.append(&open, on, act, entry).await?)),
            Ok(Permit::Proposal { power }) => Ok(Ok(self.propose(&open, act, entry, power).await?)),
        }
    }

    /// Whether the act may be done, with what the party was fined for before where the act lays a fine.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn judged(
        &self,
        open: Option<&OpenCase>,
        on: Day,
        act: &Act,
        entry: &Entry,
    ) -> Result<Result<Permit, Refusal>, Error> {
        self.judged_by(self.context().actor, open, on, act, entry).await
    }

    /// As [`CaseDesk::judged`], as if another person acted.
    pub(super) async fn judged_by(
        &self,
        actor: PersonId,
        open: Option<&OpenCase>,
        on: Day,
        act: &Act,
        entry: &Entry,
    ) -> Result<Result<Permit, Refusal>, Error> {
        // A correction is judged by what it says now.
        let said = match act {
            Act::Correct(facts) => &*facts.new,
            act => act,
        };
        let fined = self.fined(open, said).await?;
        let warned = self.warned(open, said).await?;
        let (out, papers_unmade) = match (said, open) {
            (Act::Archive(_), Some(open)) => {
                (self.store.papers_out_of(open.id).await?, self.store.papers_lack(open).await?)
            }
            _ => (Vec::new(), false),
        };
        let papers_out = out.as_slice();
        let context =
            Context { actor, fined: &fined, warned: &warned, papers_out, papers_unmade, ..self.context() };
        let judge = Judge { case: open.map(|open| &open.case), on, context };
        match judge.judge(act, entry) {
            Ok(permit) => Ok(self.bears(actor, on, act, entry).await?.map(|()| permit)),
            refused => Ok(refused),
        }
    }

    /// Whether the number of a block that the act's paper bears is in its author's hand.
    async fn bears(
        &self,
        actor: PersonId,
        on: Day,
        act: &Act,
        entry: &Entry,
    ) -> Result<Result<(), Refusal>, Error> {
        use chrono::Datelike;
        let Some(number) = &entry.block else { return Ok(Ok(())) };
        let holder = entry.proposed_by.unwrap_or(actor);
        let is_there = match act.block() {
            Some(word) => self.store.is_in_hand(number, holder, (word, on.year())).await?,
            None => false,
        };
        let refused = || Refusal::new(act.kind(), RefusalCode::NotInHand { number: number.clone() });
        Ok(if is_there { Ok(()) } else { Err(refused()) })
    }

    /// Writes a judged act as the next event.
    pub(super) async fn append(
        &self,
        open: &OpenCase,
        on: Day,
        act: Act,
        entry: Entry,
    ) -> Result<Done, Error> {
        let seq = open.case.seq + 1;
        let by = self.store.person()?;
        let event = Event { seq, act, on, at: self.store.now(), by, entry };
        let event = self.numbered(open.id, event).await?;
        let mut events = open.events.clone();
        events.push(event.clone());
        let case = Case::replay(&events).map_err(Error::down)?.ok_or(Error::NotFound)?;
        self.write(open.id, Some(&open.case), &case, &event).await?;
        // Who has a filed case in hand leads it; a clue lies with its keeper.
        let lead =
            |case: &Case| case.filing().map_or_else(|| case.keeper(), |filed| Some(filed.officers.lead));
        if let Some(former) = lead(&open.case).filter(|former| lead(&case) != Some(*former)) {
            crate::reminders::hand_over(self.store, open.id, former).await?;
        }
        let proposed = self.proposed(open.id).await?;
        project::keep(self, open.id, &case, event.at, &proposed).await?;
        self.sent_on(open, &case, &events).await?;
        Ok(Done::Event { case: open.id, seq })
    }

    /// Gives the numbers that the act takes, of the year of its legal day: the one of a block where its paper bears it
    /// already, else the next.
    pub(super) async fn numbered(&self, case: CaseId, mut event: Event) -> Result<Event, Error> {
        use chrono::Datelike;
        let year = event.on.year();
        let prefix = &self.store.bureau().number_prefix;
        for word in event.act.takes_numbers(event.seq == 1) {
            let given = event.entry.block.clone().filter(|_| event.act.block() == Some(*word));
            let given = match given {
                Some(given) => {
                    let holder = event.entry.proposed_by.unwrap_or(event.by);
                    self.store.take_number(&given, holder, (*word, year), case).await?;
                    given
                }
                None => {
                    let last = self.store.next_number(&word.counter(prefix), year).await?;
                    number(prefix, *word, year, last)
                }
            };
            event.act.give_number(*word, &given);
        }
        Ok(event)
    }

    /// The event's row, the parties and clocks, the audit row and the figure.
    async fn write(&self, id: CaseId, was: Option<&Case>, case: &Case, event: &Event) -> Result<(), Error> {
        let facts = facts_of(event)?;
        self.store.insert::<case_event::Entity>(event_row(id, event, &facts)?).await?;
        project::parties(self, id, case).await?;
        self.filings_moved(id, was, case).await?;
        project::clocks(self, id, case).await?;
        figures::acted(self, was, case).await?;
        self.keep_open(id, was, case).await?;
        let payload = serde_json::json!({ "seq": event.seq, "on": event.on, "facts": facts });
        self.store.audit(event.act.kind().word(), &id.to_string(), &payload).await.map(drop)
    }
}

pub(super) fn seq_of(seq: u32) -> Result<i32, Error> {
    i32::try_from(seq).map_err(Error::down)
}

/// What is stored of an event as JSON.
pub(super) fn facts_of(event: &Event) -> Result<String, Error> {
    let facts = Facts { version: FactsVersion::One, act: event.act.clone(), entry: event.entry.clone() };
    serde_json::to_string(&facts).map_err(Error::down)
}

/// The row of an event with its facts.
pub(super) fn event_row(id: CaseId, event: &Event, facts: &str) -> Result<case_event::ActiveModel, Error> {
    Ok(case_event::ActiveModel {
        case_id: Set(id.0),
        seq: Set(seq_of(event.seq)?),
        act: Set(event.act.kind().word().to_owned()),
        party: Set(event.party().map(|party| party.0)),
        on: Set(event.on),
        at: Set(event.at.0),
        by: Set(event.by.0),
        facts: Set(facts.to_owned()),
        ..Default::default()
    })
}

pub(super) fn event_of(row: case_event::Model) -> Result<Event, Error> {
    let facts: Facts = serde_json::from_str(&row.facts).map_err(Error::down)?;
    Ok(Event {
        seq: u32::try_from(row.seq).map_err(Error::down)?,
        act: facts.act,
        on: row.on,
        at: Instant(row.at),
        by: PersonId(row.by),
        entry: facts.entry,
    })
}
