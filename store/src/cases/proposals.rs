//! Proposals: acts that wait for somebody with the power, judged again when they are approved.
//! Their way through the house stands in `circulation.rs`.

use super::circulation::RETURNED;
use super::desk::{CaseDesk, Done, OpenCase, seq_of};
use super::project;
use crate::entity::proposal;
use crate::error::Error;
use domain::Instant;
use domain::case::{Act, Circulation, CirculationFault, Entry, Facts, FactsVersion, Note, Permit, Turn};
use domain::id::{CaseId, PersonId, ProposalId};
use domain::refusal::Refusal;
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Proposals of a case that are read at most.
const PROPOSALS_MAX: u64 = 500;

/// A proposal as its queue shows it.
#[derive(Clone, Debug)]
pub struct ProposalRow {
    pub id: ProposalId,
    pub case: CaseId,
    pub act: Act,
    pub entry: Entry,
    /// The case's version that the proposer saw.
    pub base_seq: u32,
    pub by: PersonId,
    pub at: Instant,
    /// `open`, `approved`, `returned` or `withdrawn`.
    pub state: String,
    /// Why it was sent back.
    pub reason: Option<String>,
    pub decided_by: Option<PersonId>,
    /// Who must agree before it is decided, and by whom.
    pub way: Circulation,
    pub(super) form_sealed: Option<Vec<u8>>,
    pub(super) version: i32,
}

/// What stands in the way of a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// A rule of the procedure, as the case is now.
    Rule(Box<Refusal>),
    /// Somebody else's turn, or a case of one's own.
    Way(CirculationFault),
}

/// Who lacks the power is told so, whoever has it why not now.
fn hindered<T>(fault: CirculationFault, row: &ProposalRow) -> Result<Result<T, Hindrance>, Error> {
    match fault {
        CirculationFault::OwnProposal | CirculationFault::NoPower => Err(Error::Forbidden(row.act.power())),
        fault => Ok(Err(Hindrance::Way(fault))),
    }
}

/// What the approver says.
#[derive(Clone, Debug)]
pub enum Verdict {
    Approve,
    SendBack {
        reason: Note,
    },
    /// The proposer takes it back.
    Withdraw,
}

impl CaseDesk<'_> {
    pub(super) async fn propose(
        &self,
        open: &OpenCase,
        act: Act,
        entry: Entry,
        power: Power,
    ) -> Result<Done, Error> {
        let id = ProposalId(Uuid::now_v7());
        let facts = Facts { version: FactsVersion::One, act, entry };
        let word = facts.act.kind().word();
        let row = proposal::ActiveModel {
            id: Set(id.0),
            case_id: Set(open.id.0),
            party: Set(facts.act.party().map(|party| party.0)),
            act: Set(word.to_owned()),
            facts: Set(serde_json::to_string(&facts).map_err(Error::down)?),
            base_seq: Set(seq_of(open.case.seq)?),
            power: Set(power_word(power).to_owned()),
            state: Set("open".to_owned()),
            note: Set(String::new()),
            approvals: Set("{}".to_owned()),
            by: Set(self.store.person()?.0),
            at: Set(self.store.now().0),
            version: Set(1),
            ..Default::default()
        };
        self.store.insert::<proposal::Entity>(row).await?;
        self.settle_returned(open.id, self.store.person()?).await?;
        self.kept_anew(open).await?;
        let payload = serde_json::json!({ "case": open.id, "act": word });
        self.store.audit("proposed", &id.to_string(), &payload).await?;
        Ok(Done::Proposal { case: open.id, id })
    }

    /// Approves a proposal or agrees to it, sends it back, or takes it back. Approving judges the act again on the case
    /// as it is now; its legal day is today.
    ///
    /// # Errors
    /// What stands in the way; [`Error::Conflict`] when it is no longer open, [`Error::Forbidden`] without the power.
    pub async fn decide_proposal(
        &self,
        id: ProposalId,
        verdict: Verdict,
    ) -> Result<Result<Done, Hindrance>, Error> {
        self.store.must_write()?;
        let row = self.proposal(id).await?;
        if row.state != "open" {
            return Err(Error::Conflict);
        }
        let open = self.case(row.case).await?;
        let (state, reason) = match verdict {
            Verdict::Approve => return self.approve(&row, &open).await,
            Verdict::Withdraw if row.by != self.store.person()? => return Err(Error::NotFound),
            Verdict::Withdraw => ("withdrawn", None),
            Verdict::SendBack { reason } => {
                let around = self.around(&row, &open).await?;
                if let Err(fault) = row.way.is_up(self.store.person()?, &around.approvers(self)) {
                    return hindered(fault, &row);
                }
                ("returned", Some(reason.to_string()))
            }
        };
        let is_returned = reason.is_some();
        self.close_proposal(&row, state, reason).await?;
        if is_returned {
            self.tell_of(&row, row.by, RETURNED).await?;
        }
        self.kept_anew(&open).await?;
        Ok(Ok(Done::Proposal { case: open.id, id }))
    }

    /// Whoever's turn it is agrees; the one who decides makes it an event, in a head's place where he stands in.
    async fn approve(&self, row: &ProposalRow, open: &OpenCase) -> Result<Result<Done, Hindrance>, Error> {
        let (me, around) = (self.store.person()?, self.around(row, open).await?);
        let who = around.approvers(self);
        if row.way.turn(&who) == Turn::Sign(me) {
            let Ok(way) = row.way.clone().agreed(me, self.store.now(), &who) else {
                return Err(Error::Conflict);
            };
            let payload = serde_json::json!({ "case": row.case, "act": row.act.kind().word() });
            self.store.audit("proposal_agreed", &row.id.to_string(), &payload).await?;
            self.goes_on(row, &way, &who).await?;
            return Ok(Ok(Done::Proposal { case: open.id, id: row.id }));
        }
        let in_place_of = match row.way.decides(me, &who) {
            Ok(in_place_of) => in_place_of,
            Err(fault) => return hindered(fault, row),
        };
        let agreed = row.way.signers.iter().filter(|signer| signer.agreed_at.is_some());
        let entry = Entry {
            proposed_by: Some(row.by),
            agreed_by: agreed.map(|signer| signer.person).collect(),
            in_place_of,
            ..row.entry.clone()
        };
        let on = self.store.today();
        match self.judged_now(open, &row.act, &entry, in_place_of).await? {
            Err(refusal) => return Ok(Err(Hindrance::Rule(Box::new(refusal)))),
            Ok(Permit::Proposal { power }) => return Err(Error::Forbidden(power)),
            Ok(Permit::Event) => {}
        }
        self.close_proposal(row, "approved", None).await?;
        Ok(Ok(self.append(open, on, row.act.clone(), entry).await?))
    }

    /// Whether an act may be approved today. Whoever decides in a head's place may do what that head could: somebody
    /// whom the rules keep out of the case lends nobody a way in.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn judged_now(
        &self,
        open: &OpenCase,
        act: &Act,
        entry: &Entry,
        in_place_of: Option<PersonId>,
    ) -> Result<Result<Permit, Refusal>, Error> {
        let on = self.store.today();
        let own = self.judged(Some(open), on, act, entry).await?;
        match in_place_of.filter(|_| own.is_ok()) {
            Some(head) => self.judged_by(head, Some(open), on, act, entry).await,
            None => Ok(own),
        }
    }

    async fn close_proposal(
        &self,
        row: &ProposalRow,
        state: &str,
        reason: Option<String>,
    ) -> Result<(), Error> {
        let done = self
            .store
            .change::<proposal::Entity>()
            .set(proposal::ActiveModel {
                state: Set(state.to_owned()),
                reason: Set(reason),
                decided_by: Set(Some(self.store.person()?.0)),
                decided_at: Set(Some(self.store.now().0)),
                version: Set(row.version + 1),
                ..Default::default()
            })
            .filter(proposal::Column::Id.eq(row.id.0))
            .filter(proposal::Column::Version.eq(row.version))
            .exec(self.store.tx())
            .await?;
        if done.rows_affected == 0 {
            return Err(Error::Conflict);
        }
        self.settle_turn(row.case, row.id).await?;
        let payload = serde_json::json!({ "case": row.case, "act": row.act.kind().word(), "state": state });
        self.store.audit("proposal_decided", &row.id.to_string(), &payload).await.map(drop)
    }

    /// The proposals of a case, newest first.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn proposals_of(&self, case: CaseId) -> Result<Vec<ProposalRow>, Error> {
        let rows = self
            .store
            .find::<proposal::Entity>()
            .filter(proposal::Column::CaseId.eq(case.0))
            .order_by_desc(proposal::Column::At)
            .order_by_desc(proposal::Column::Id)
            .limit(PROPOSALS_MAX);
        rows.all(self.store.tx()).await?.into_iter().map(row_of).collect()
    }

    /// One proposal.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one and for another bureau's.
    pub async fn proposal(&self, id: ProposalId) -> Result<ProposalRow, Error> {
        row_of(self.proposal_row(id).await?)
    }

    async fn proposal_row(&self, id: ProposalId) -> Result<proposal::Model, Error> {
        let found = self.store.find::<proposal::Entity>().filter(proposal::Column::Id.eq(id.0));
        found.one(self.store.tx()).await?.ok_or(Error::NotFound)
    }

    pub(super) async fn has_open_proposal(&self, case: CaseId) -> Result<bool, Error> {
        let open = self
            .store
            .find::<proposal::Entity>()
            .filter(proposal::Column::CaseId.eq(case.0))
            .filter(proposal::Column::State.eq("open"));
        Ok(open.count(self.store.tx()).await? > 0)
    }

    /// The acts that are proposed on a case and not decided.
    pub(super) async fn proposed(&self, case: CaseId) -> Result<Vec<Act>, Error> {
        let open = self
            .store
            .find::<proposal::Entity>()
            .filter(proposal::Column::CaseId.eq(case.0))
            .filter(proposal::Column::State.eq("open"))
            .limit(PROPOSALS_MAX);
        let rows = open.all(self.store.tx()).await?;
        rows.into_iter().map(|row| Ok(row_of(row)?.act)).collect()
    }

    /// Writes the case's row anew: in whose hands it is changed, by a proposal or because a wait is over.
    pub(super) async fn kept_anew(&self, open: &OpenCase) -> Result<(), Error> {
        let proposed = self.proposed(open.id).await?;
        project::keep(self, open.id, &open.case, self.store.now(), &proposed).await
    }
}

pub(super) fn power_word(power: Power) -> &'static str {
    match power {
        Power::ReviewCases => "review_cases",
        Power::LeadCases => "lead_cases",
        _ => "approve_cases",
    }
}

pub(super) fn row_of(row: proposal::Model) -> Result<ProposalRow, Error> {
    let facts: Facts = serde_json::from_str(&row.facts).map_err(Error::down)?;
    Ok(ProposalRow {
        id: ProposalId(row.id),
        case: CaseId(row.case_id),
        act: facts.act,
        entry: facts.entry,
        base_seq: u32::try_from(row.base_seq).map_err(Error::down)?,
        by: PersonId(row.by),
        at: Instant(row.at),
        state: row.state,
        reason: row.reason,
        decided_by: row.decided_by.map(PersonId),
        way: serde_json::from_str(&row.approvals).map_err(Error::down)?,
        form_sealed: row.form_sealed,
        version: row.version,
    })
}
