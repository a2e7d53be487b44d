//! The receiver's answer: the only door through which one bureau writes into another's case.

use super::record::{Arrived, TransferRecord, TransferState, hex};
use crate::account::{self, Session};
use crate::bureaus::{self, Bureau};
use crate::cases::Rulebook;
use crate::database::Access;
use crate::entity::{case_bundle, transfer};
use crate::error::Error;
use crate::files::{AlongFile, Files, Sender};
use crate::scope::{BureauStore, SharedStore};
use crate::store::Store;
use crate::workspaces;
use domain::case::{Act, Bundle, Name, Note, TransferAccepted, TransferReturned};
use domain::file::Going;
use domain::id::{CaseId, PersonId, TransferId};
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
use uuid::Uuid;

/// The act under which a sent form is kept.
const ANSWERED: &str = "transfer_answered";

/// What the receiver says by accepting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acceptance {
    /// The hash of what was looked at; none: whatever lies there now.
    pub seen: Option<String>,
    /// What is sealed, seized or registered goes on for the rest of its term (§1.6).
    pub confirms_measures: bool,
}

/// Both bureaus of one transfer inside one transaction, their heads locked: the receiver answers, and the answer
/// stands in the sender's case.
#[derive(Debug)]
pub struct TransferDesk {
    store: Store,
    here: BureauStore,
    sender: Bureau,
    row: transfer::Model,
}

impl Session {
    /// Opens a transfer that was laid before a bureau of the person's, to answer it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a bureau that is not the person's and for a transfer that was not laid before it,
    /// [`Error::Forbidden`] without the power to approve.
    pub async fn transfer_desk(&self, slug: &str, id: TransferId) -> Result<TransferDesk, Error> {
        self.store().transfer_desk(slug, self.person().id, id).await
    }
}

impl Store {
    /// As [`Session::transfer_desk`], in the name of a person: for the demo.
    ///
    /// # Errors
    /// As [`Session::transfer_desk`].
    pub async fn transfer_desk(
        &self,
        slug: &str,
        person: PersonId,
        id: TransferId,
    ) -> Result<TransferDesk, Error> {
        let shared = SharedStore::begin(self, Access::Write).await?;
        let person = account::person_of(&shared, person).await?;
        // The roles are looked up again: what is written now must be so now.
        let now = workspaces::workspaces(&shared, person.id).await?;
        let (bureau, actor) = bureaus::workspace(&now, slug, &person)?;
        let look = BureauStore::enter(self, shared, bureau.clone(), actor.clone(), Access::Read).await?;
        look.require(Power::ApproveCases)?;
        let sender = look.transfer_row(id).await?.other_id;
        // Two who answer each other's transfers wait for the two heads in the same order.
        look.lock_heads([bureau.id.0, sender]).await?;
        let here = look.leave_for(self, bureau, actor).await?;
        let row = here.transfer_row(id).await?;
        let sender = here.every_bureau().await?.into_iter().find(|one| one.id.0 == sender);
        Ok(TransferDesk { store: self.clone(), here, sender: sender.ok_or(Error::NotFound)?, row })
    }
}

impl TransferDesk {
    /// The receiving bureau, for the form's token.
    #[must_use]
    pub fn here(&self) -> &BureauStore {
        &self.here
    }

    /// What became of the form of this token: the path kept with it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the token was used by somebody else or for another act.
    pub async fn sent(&self, token: Uuid) -> Result<crate::Sent, Error> {
        self.here.sent(token, ANSWERED).await
    }

    /// Takes the case over: it begins here with its own number and clocks and all that came with it, evidence and papers
    /// too, and ends with the sender as transferred. Committed when this answers.
    ///
    /// # Errors
    /// [`Error::Conflict`] when it was answered, called back or changed before; [`Error::Invalid`] when something is held and
    /// its going on is not confirmed; [`Error::Down`] also when the place of the files fails.
    pub async fn accept(
        mut self,
        book: Rulebook<'_>,
        (files, said): (&Files, &Acceptance),
        token: Uuid,
    ) -> Result<CaseId, Error> {
        let (id, by) = (self.open()?, self.answered_by()?);
        let arrived = Arrived::of(&self.row.bundle, &self.row.bundle_hash)?;
        if said.seen.as_ref().is_some_and(|seen| *seen != arrived.hash) {
            return Err(Error::Conflict);
        }
        if arrived.bundle.asks_to_confirm() && !said.confirms_measures {
            return Err(Error::Invalid { field: "confirms_measures", code: "unconfirmed" });
        }
        let clue = arrived.bundle.clue(id).ok_or_else(|| Error::down("a bundle without a clue"))?;
        let along = self.along(book, &arrived.bundle).await?;
        let desk = self.here.case_desk(book).await?;
        let (case, number) = desk.take_over(clue).await?;
        drop(desk);
        let sender = Sender { bureau: self.sender.full_name.clone(), number: self.row.number.clone() };
        self.here.came_along(files, (case, &sender), along).await?;
        let kept = case_bundle::ActiveModel {
            case_id: Set(case.0),
            transfer_id: Set(id.0),
            bundle: Set(self.row.bundle.clone()),
            bundle_hash: Set(self.row.bundle_hash.clone()),
            ..Default::default()
        };
        self.here.insert::<case_bundle::Entity>(kept).await?;
        let on = self.here.today();
        let ended = TransferRecord::ended(TransferState::Accepted, by.as_str(), on, "");
        let ended = transfer::ActiveModel { case_id: Set(Some(case.0)), ..ended };
        let payload = serde_json::json!({
            "from": self.sender.slug, "number": self.row.number, "bundle": hex(&self.row.bundle_hash), "case": case,
        });
        self.here.audit("transfer_accepted", &id.to_string(), &payload).await?;
        self.here.keep_sent(token, ANSWERED, &case.to_string()).await?;
        let number = Name::parse(&number).map_err(Error::down)?;
        let tell = |proposal, parties| {
            Act::TransferAccepted(TransferAccepted { proposal, parties, answered_by: by, number })
        };
        self.tell(book, ended, TransferState::Accepted, tell).await?;
        Ok(case)
    }

    /// What the sender has of those who go, read on its side: evidence that came since the sending is among it.
    async fn along(&mut self, book: Rulebook<'_>, bundle: &Bundle) -> Result<Vec<AlongFile>, Error> {
        let receiver = self.here.bureau().slug.clone();
        let here = self.here.go_over(self.sender.clone()).await?;
        let sent = self.here.find::<transfer::Entity>().filter(transfer::Column::Id.eq(self.row.id));
        let sent = sent.one(self.here.tx()).await?.and_then(|row| row.case_id).ok_or(Error::NotFound)?;
        let desk = self.here.case_desk(book).await?;
        let all = desk.case(CaseId(sent)).await?.case.parties().len();
        drop(desk);
        let parties: Vec<_> = bundle.parties.iter().map(|party| party.id).collect();
        let going = Going { parties: &parties, others_stay: parties.len() < all };
        let along = self.here.goes_along(CaseId(sent), going).await?;
        self.here.sent_along((CaseId(sent), &receiver), &along).await?;
        self.here.go_over(here).await?;
        Ok(along)
    }

    /// Returns the case with a reason: the sender goes on as if nothing had been sent. Committed when this answers.
    ///
    /// # Errors
    /// [`Error::Conflict`] when it was answered or called back before.
    pub async fn give_back(self, book: Rulebook<'_>, reason: Note, token: Uuid) -> Result<(), Error> {
        let (id, by) = (self.open()?, self.answered_by()?);
        let on = self.here.today();
        let ended = TransferRecord::ended(TransferState::Returned, by.as_str(), on, reason.as_str());
        // What did not come to stay leaves no name.
        let ended = transfer::ActiveModel { party_name: Set(String::new()), ..ended };
        let payload = serde_json::json!({
            "from": self.sender.slug, "number": self.row.number, "bundle": hex(&self.row.bundle_hash),
            "reason": reason,
        });
        self.here.audit("transfer_returned", &id.to_string(), &payload).await?;
        self.here.keep_sent(token, ANSWERED, "").await?;
        let tell = |proposal, parties| {
            Act::TransferReturned(TransferReturned { proposal, parties, answered_by: by, reason })
        };
        self.tell(book, ended, TransferState::Returned, tell).await
    }

    /// Writes both rows and the sender's event, and commits.
    async fn tell(
        self,
        book: Rulebook<'_>,
        ended: transfer::ActiveModel,
        state: TransferState,
        act: impl FnOnce(u32, Vec<domain::id::PartyId>) -> Act,
    ) -> Result<(), Error> {
        let TransferDesk { store, here, sender, row } = self;
        let proposal = u32::try_from(row.proposal).map_err(Error::down)?;
        let of = |set| {
            move |change: sea_orm::UpdateMany<transfer::Entity>| {
                change.set::<transfer::ActiveModel>(set).filter(transfer::Column::Id.eq(row.id))
            }
        };
        let (by, answer) = (ended.answered_by.clone(), ended.answer.clone());
        let on = here.today();
        of(ended)(here.change::<transfer::Entity>()).exec(here.tx()).await?;
        here.forget_unanswered(row.id).await?;
        let there = here.step_into(&store, sender, Vec::new()).await?;
        let theirs = transfer::ActiveModel {
            state: Set(state.word().to_owned()),
            answered_by: by,
            answered_on: Set(Some(on)),
            answer,
            ..Default::default()
        };
        let sent = there.find::<transfer::Entity>().filter(transfer::Column::Id.eq(row.id));
        let sent = sent.one(there.tx()).await?.and_then(|row| row.case_id).ok_or(Error::NotFound)?;
        of(theirs)(there.change::<transfer::Entity>()).exec(there.tx()).await?;
        let desk = there.case_desk(book).await?;
        desk.answered(CaseId(sent), proposal, act).await?;
        drop(desk);
        there.commit().await
    }

    fn open(&self) -> Result<TransferId, Error> {
        if self.row.state == TransferState::Open.word() {
            Ok(TransferId(self.row.id))
        } else {
            Err(Error::Conflict)
        }
    }

    /// 江华县商务局 周某
    fn answered_by(&self) -> Result<Name, Error> {
        let words = format!("{} {}", self.here.bureau().full_name, self.here.actor().name);
        Name::parse(&words.chars().take(120).collect::<String>()).map_err(Error::down)
    }
}
