//! Proposals: acts that wait for somebody with the power, judged again when they are approved.

use super::desk::{CaseDesk, Done, OpenCase, seq_of};
use super::project;
use crate::entity::proposal;
use crate::error::Error;
use domain::Instant;
use domain::case::{Act, Entry, Facts, FactsVersion, Note, Permit};
use domain::id::{CaseId, PersonId, ProposalId};
use domain::refusal::Refusal;
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Proposals of a queue that are read at most.
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
            approvals: Set("[]".to_owned()),
            by: Set(self.store.person()?.0),
            at: Set(self.store.now().0),
            version: Set(1),
            ..Default::default()
        };
        self.store.insert::<proposal::Entity>(row).await?;
        self.case_waits(open, true).await?;
        let payload = serde_json::json!({ "case": open.id, "act": word });
        self.store.audit("proposed", &id.to_string(), &payload).await?;
        Ok(Done::Proposal { case: open.id, id })
    }

    /// Approves a proposal, sends it back, or takes it back. Approving judges the act again on the case
    /// as it is now; its legal day is today.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when it is no longer open, [`Error::Forbidden`] without
    /// the power.
    pub async fn decide_proposal(
        &self,
        id: ProposalId,
        verdict: Verdict,
    ) -> Result<Result<Done, Refusal>, Error> {
        self.store.must_write()?;
        let row = self.proposal_row(id).await?;
        if row.state != "open" {
            return Err(Error::Conflict);
        }
        let me = self.store.person()?;
        let mine = row.by == me.0;
        let facts: Facts = serde_json::from_str(&row.facts).map_err(Error::down)?;
        let power = facts.act.kind().power();
        let open = self.case(CaseId(row.case_id)).await?;
        let (state, reason, done) = match verdict {
            Verdict::Withdraw if !mine => return Err(Error::NotFound),
            Verdict::Withdraw => ("withdrawn", None, Done::Proposal { case: open.id, id }),
            Verdict::Approve | Verdict::SendBack { .. } if mine => return Err(Error::Forbidden(power)),
            Verdict::SendBack { reason } => {
                self.store.require(power)?;
                ("returned", Some(reason.to_string()), Done::Proposal { case: open.id, id })
            }
            Verdict::Approve => {
                self.store.require(power)?;
                let entry = Entry { proposed_by: Some(PersonId(row.by)), ..facts.entry };
                let on = self.store.today();
                match self.judged(Some(&open), on, &facts.act, &entry).await? {
                    Err(refusal) => return Ok(Err(refusal)),
                    Ok(Permit::Proposal { power }) => return Err(Error::Forbidden(power)),
                    Ok(Permit::Event) => {}
                }
                self.close_proposal(&row, "approved", None).await?;
                return Ok(Ok(self.append(&open, on, facts.act, entry).await?));
            }
        };
        self.close_proposal(&row, state, reason).await?;
        let waiting = self.has_open_proposal(open.id).await?;
        self.case_waits(&open, waiting).await?;
        Ok(Ok(done))
    }

    async fn close_proposal(
        &self,
        row: &proposal::Model,
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
            .filter(proposal::Column::Id.eq(row.id))
            .filter(proposal::Column::Version.eq(row.version))
            .exec(self.store.tx())
            .await?;
        if done.rows_affected == 0 {
            return Err(Error::Conflict);
        }
        let payload = serde_json::json!({ "case": row.case_id, "act": row.act, "state": state });
        self.store.audit("proposal_decided", &row.id.to_string(), &payload).await.map(drop)
    }

    /// The queue of those who hold a power, oldest first: what others proposed and waits.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn queue(&self, power: Power) -> Result<Vec<ProposalRow>, Error> {
        let rows = self
            .store
            .find::<proposal::Entity>()
            .filter(proposal::Column::State.eq("open"))
            .filter(proposal::Column::Power.eq(power_word(power)))
            .order_by_asc(proposal::Column::At)
            .order_by_asc(proposal::Column::Id)
            .limit(PROPOSALS_MAX);
        rows.all(self.store.tx()).await?.into_iter().map(row_of).collect()
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

    /// Writes the case's row anew: whether it waits for an approval changed.
    async fn case_waits(&self, open: &OpenCase, waiting: bool) -> Result<(), Error> {
        project::keep(self, open.id, &open.case, self.store.now(), waiting).await
    }
}

fn power_word(power: Power) -> &'static str {
    match power {
        Power::ReviewCases => "review_cases",
        Power::LeadCases => "lead_cases",
        _ => "approve_cases",
    }
}

fn row_of(row: proposal::Model) -> Result<ProposalRow, Error> {
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
    })
}
