//! The way of proposals through the house: whose turn it is, who is asked to agree, to whom they are handed on.

use super::desk::{CaseDesk, OpenCase};
use super::proposals::{ProposalRow, power_word, row_of};
use crate::entity::{case, case_party, proposal, reminder};
use crate::error::Error;
use crate::reminders::Told;
use domain::case::{Approvers, Circulation, CirculationFault, Delegation, Turn};
use domain::id::{CaseId, PersonId, ProposalId};
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Proposals of a queue that are read at most.
const QUEUE_MAX: u64 = 500;
/// What a reminder of a proposal is about.
pub const PROPOSAL: &str = "proposal";
/// The step of a reminder that one's proposal was sent back.
pub(crate) const RETURNED: &str = "returned";

/// What somebody does with a proposal besides deciding it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handing {
    /// 转办
    HandOn(PersonId),
    /// 加签
    AddSigner(PersonId),
    /// 会签, in this order.
    Countersign(Vec<PersonId>),
}

/// One line of the queue.
#[derive(Clone, Debug)]
pub struct QueueLine {
    pub proposal: ProposalRow,
    pub number: Option<String>,
    /// The party of the act, else the case's first as its row has it.
    pub party_name: String,
    /// It is the turn of whoever asks.
    pub is_up: bool,
}

/// What is known around one proposal, to say who may do what with it.
#[derive(Clone, Debug)]
pub struct Around {
    delegations: Vec<Delegation>,
    officers: Vec<PersonId>,
    proposer: PersonId,
    power: Power,
}

impl Around {
    /// The people around it, as they are today.
    #[must_use]
    pub fn approvers<'a>(&'a self, desk: &'a CaseDesk<'_>) -> Approvers<'a> {
        Approvers {
            members: desk.members(),
            delegations: &self.delegations,
            power: self.power,
            proposer: self.proposer,
            officers: &self.officers,
            today: desk.store.today(),
        }
    }
}

/// A case as the queue names it: number, first party, its officers.
type Line = (Option<String>, String, Vec<PersonId>);

impl CaseDesk<'_> {
    /// Everything that waits and is the person's turn, oldest first, then what others of the same power are asked first.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn queue(&self) -> Result<Vec<QueueLine>, Error> {
        use proposal::Column as C;
        let me = self.store.person()?;
        let delegations = self.store.delegations(self.store.today()).await?;
        let mut mine = Condition::any().add(C::Turn.eq(me.0));
        if self.context().may(Power::ApproveCases) {
            mine = mine.add(C::Power.eq(power_word(Power::ApproveCases)));
        }
        if self.context().may(Power::LeadCases) {
            mine = mine.add(C::Power.eq(power_word(Power::LeadCases)));
        }
        let rows = self.store.find::<proposal::Entity>().filter(C::State.eq("open")).filter(mine);
        let rows = rows.order_by_asc(C::At).order_by_asc(C::Id).limit(QUEUE_MAX);
        let rows = rows.all(self.store.tx()).await?;
        let rows = rows.into_iter().map(row_of).collect::<Result<Vec<_>, _>>()?;
        let cases = self.queue_cases(rows.iter().map(|row| row.case.0)).await?;
        let parties = self.queue_parties(&rows).await?;
        let line = |proposal: ProposalRow| {
            let (number, first, officers) = cases.get(&proposal.case.0).cloned().unwrap_or_default();
            let own = proposal.act.party().and_then(|party| parties.get(&(proposal.case.0, party.0)));
            let party_name = own.cloned().unwrap_or(first);
            let (delegations, power) = (delegations.clone(), proposal.act.power());
            let around = Around { delegations, officers, proposer: proposal.by, power };
            let is_up = proposal.way.is_up(me, &around.approvers(self)).is_ok();
            QueueLine { proposal, number, party_name, is_up }
        };
        let mut lines: Vec<QueueLine> = rows.into_iter().map(line).collect();
        lines.sort_by_key(|line| !line.is_up);
        Ok(lines)
    }

    /// The names of the parties of whom the acts are.
    async fn queue_parties(&self, rows: &[ProposalRow]) -> Result<HashMap<(Uuid, Uuid), String>, Error> {
        use case_party::Column as C;
        let of_cases = rows.iter().filter(|row| row.act.party().is_some()).map(|row| row.case.0);
        let found = self.store.find::<case_party::Entity>().filter(C::CaseId.is_in(of_cases)).select_only();
        let found = found.columns([C::CaseId, C::Id, C::Name]).into_tuple::<(Uuid, Uuid, String)>();
        let named = found.all(self.store.tx()).await?;
        Ok(named.into_iter().map(|(case, party, name)| ((case, party), name)).collect())
    }

    async fn queue_cases(&self, ids: impl Iterator<Item = Uuid>) -> Result<HashMap<Uuid, Line>, Error> {
        type Row = (Uuid, Option<String>, String, Option<Uuid>, Option<Uuid>);
        use case::Column as C;
        let rows = self.store.find::<case::Entity>().filter(C::Id.is_in(ids)).select_only();
        let rows = rows.columns([C::Id, C::Number, C::PartyName, C::LeadOfficer, C::SecondOfficer]);
        let rows = rows.into_tuple::<Row>().all(self.store.tx()).await?;
        let line = |(id, number, name, lead, second): Row| {
            (id, (number, name, [lead, second].into_iter().flatten().map(PersonId).collect()))
        };
        Ok(rows.into_iter().map(line).collect())
    }

    /// What is known around a proposal.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn around(&self, row: &ProposalRow, open: &OpenCase) -> Result<Around, Error> {
        let mut officers: Vec<PersonId> = open.case.officers_ever().into_iter().collect();
        officers.extend(row.act.officers().into_iter().flat_map(|two| [two.lead, two.second]));
        let delegations = self.store.delegations(self.store.today()).await?;
        Ok(Around { delegations, officers, proposer: row.by, power: row.act.power() })
    }

    /// Hands a proposal on, or asks colleagues to agree first.
    ///
    /// # Errors
    /// Why not; [`Error::Conflict`] when it is no longer open.
    pub async fn circulate(
        &self,
        id: ProposalId,
        handing: Handing,
    ) -> Result<Result<(), CirculationFault>, Error> {
        self.store.must_write()?;
        let row = self.proposal(id).await?;
        if row.state != "open" {
            return Err(Error::Conflict);
        }
        let open = self.case(row.case).await?;
        let (me, around) = (self.store.person()?, self.around(&row, &open).await?);
        let who = around.approvers(self);
        let way = row.way.clone();
        let moved = match &handing {
            Handing::HandOn(to) => way.handed_on(me, *to, &who),
            Handing::AddSigner(to) => way.added(me, *to, &who),
            Handing::Countersign(order) => way.countersigned(me, order, &who),
        };
        let way = match moved {
            Ok(way) => way,
            Err(fault) => return Ok(Err(fault)),
        };
        let payload = match handing {
            Handing::HandOn(to) => serde_json::json!({ "case": row.case, "handed_on": to }),
            Handing::AddSigner(to) => serde_json::json!({ "case": row.case, "added": to }),
            Handing::Countersign(order) => serde_json::json!({ "case": row.case, "countersign": order }),
        };
        self.store.audit("proposal_circulated", &id.to_string(), &payload).await?;
        self.goes_on(&row, &way, &who).await?;
        Ok(Ok(()))
    }

    /// Writes the way as it goes on and tells whoever's turn it is.
    pub(super) async fn goes_on(
        &self,
        row: &ProposalRow,
        way: &Circulation,
        who: &Approvers<'_>,
    ) -> Result<(), Error> {
        let turn = match way.turn(who) {
            Turn::Sign(person) => Some(person),
            Turn::Decide(named) => named,
        };
        let set = proposal::ActiveModel {
            approvals: Set(serde_json::to_string(way).map_err(Error::down)?),
            turn: Set(turn.map(|person| person.0)),
            version: Set(row.version + 1),
            ..Default::default()
        };
        let own = self.store.change::<proposal::Entity>().set(set);
        let own = own.filter(proposal::Column::Id.eq(row.id.0));
        let own = own.filter(proposal::Column::Version.eq(row.version)).exec(self.store.tx()).await?;
        if own.rows_affected == 0 {
            return Err(Error::Conflict);
        }
        self.settle_turn(row.case, row.id).await?;
        match turn {
            Some(person) => self.tell_of(row, person, "turn").await,
            None => Ok(()),
        }
    }

    /// Tells a person of a proposal.
    pub(super) async fn tell_of(
        &self,
        row: &ProposalRow,
        person: PersonId,
        step: &'static str,
    ) -> Result<(), Error> {
        let (case, word, due_on) = (row.case, PROPOSAL.to_owned(), self.store.today());
        self.store.tell(vec![Told { person, case, about: row.id.0, word, due_on, step }]).await?;
        self.comes_again(row, person, step).await
    }

    /// A turn can come back to the same person on the same day: it is told again, in the line of before.
    async fn comes_again(&self, row: &ProposalRow, person: PersonId, step: &str) -> Result<(), Error> {
        use reminder::Column as C;
        let again = reminder::ActiveModel {
            settled: Set(false),
            is_read: Set(false),
            at: Set(self.store.now().0),
            ..Default::default()
        };
        let told = self.store.change::<reminder::Entity>().set(again).filter(C::CaseId.eq(row.case.0));
        let told = told.filter(C::About.eq(row.id.0)).filter(C::Word.eq(PROPOSAL)).filter(C::Step.eq(step));
        let told = told.filter(C::DueOn.eq(self.store.today())).filter(C::PersonId.eq(person.0));
        told.filter(C::Settled.eq(true)).exec(self.store.tx()).await?;
        Ok(())
    }

    /// What was sent back to a person in a case is seen to when the person proposes again.
    pub(super) async fn settle_returned(&self, case: CaseId, person: PersonId) -> Result<(), Error> {
        use reminder::Column as C;
        let settled = reminder::ActiveModel { settled: Set(true), ..Default::default() };
        let told = self.store.change::<reminder::Entity>().set(settled).filter(C::CaseId.eq(case.0));
        let told = told.filter(C::PersonId.eq(person.0)).filter(C::Word.eq(PROPOSAL));
        told.filter(C::Step.eq(RETURNED)).filter(C::Settled.eq(false)).exec(self.store.tx()).await?;
        Ok(())
    }

    /// It is nobody's turn any more.
    pub(super) async fn settle_turn(&self, case: CaseId, id: ProposalId) -> Result<(), Error> {
        use reminder::Column as C;
        let settled = reminder::ActiveModel { settled: Set(true), ..Default::default() };
        let told = self.store.change::<reminder::Entity>().set(settled).filter(C::CaseId.eq(case.0));
        let told = told.filter(C::About.eq(id.0)).filter(C::Word.eq(PROPOSAL));
        told.filter(C::Settled.eq(false)).exec(self.store.tx()).await?;
        Ok(())
    }

    /// Keeps what was typed into the form of a proposal, for whoever decides it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one.
    pub async fn keep_form(&self, id: ProposalId, typed: &BTreeMap<String, String>) -> Result<(), Error> {
        let text = serde_json::to_vec(typed).map_err(Error::down)?;
        let sealed = self.store.keys().seal(&self.store.place("proposal", "form", id.0), &text)?;
        let set = proposal::ActiveModel { form_sealed: Set(Some(sealed)), ..Default::default() };
        let own = self.store.change::<proposal::Entity>().set(set).filter(proposal::Column::Id.eq(id.0));
        match own.exec(self.store.tx()).await?.rows_affected {
            0 => Err(Error::NotFound),
            _ => Ok(()),
        }
    }

    /// What was typed into the form of a proposal, and, when the same act was sent back before, into that one's.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn forms(&self, row: &ProposalRow) -> Result<[Option<BTreeMap<String, String>>; 2], Error> {
        let same = |other: &&ProposalRow| {
            let (act, party) = (other.act.kind(), other.act.party());
            other.state == "returned"
                && other.at < row.at
                && (act, party) == (row.act.kind(), row.act.party())
        };
        let before = self.proposals_of(row.case).await?;
        let before = before
            .iter()
            .find(same)
            .and_then(|other| other.form_sealed.as_deref().map(|sealed| (other.id, sealed)));
        let own = row.form_sealed.as_deref().map(|sealed| (row.id, sealed));
        let open = |one: Option<(ProposalId, &[u8])>| {
            let read = |(id, sealed): (ProposalId, &[u8])| {
                let text = self.store.keys().unseal(&self.store.place("proposal", "form", id.0), sealed)?;
                serde_json::from_slice(&text).map_err(Error::down)
            };
            one.map(read).transpose()
        };
        Ok([open(own)?, open(before)?])
    }
}
