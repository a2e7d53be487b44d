//! The sender's side: the bundle is laid before the receiver, or called back.

use super::record::{TransferDirection, TransferRecord, TransferState, hash_of};
use crate::cases::{CaseDesk, OpenCase};
use crate::entity::{city_transfer, transfer};
use crate::error::Error;
use domain::case::{
    Act, ActKind, Bundle, Case, Event, Name, OpenTransfer, ProposeTransfer, TransferReceiver,
};
use domain::id::{BureauId, CaseId};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, QueryFilter};
use uuid::Uuid;

impl CaseDesk<'_> {
    /// What the newest event of a case does beyond the case: a transfer to another bureau goes, or is called back, or what
    /// lies before the receiver follows what the sender does with things that go along.
    pub(crate) async fn sent_on(&self, was: &OpenCase, now: &Case, events: &[Event]) -> Result<(), Error> {
        let Some(event) = events.last() else { return Ok(()) };
        match &event.act {
            Act::ProposeTransfer(facts) => match &facts.receiver {
                TransferReceiver::Bureau { bureau, .. } => self.send(was, event, facts, *bureau).await,
                TransferReceiver::Authority { .. } => Ok(()),
            },
            Act::WithdrawTransfer(facts) => {
                let open = was.case.transfers.iter().find(|open| open.seq == facts.proposal);
                match open.map(|open| &open.receiver) {
                    Some(TransferReceiver::Bureau { bureau, .. }) => {
                        self.call_back(was, event, facts.proposal, *bureau, facts.reason.as_str()).await
                    }
                    _ => Ok(()),
                }
            }
            act if act.kind().manages_a_measure() || act.kind() == ActKind::TakeBack => {
                self.lay_again(was.id, now, events).await
            }
            _ => Ok(()),
        }
    }

    /// A bundle as it is kept: the text, and who goes.
    fn bundled(&self, case: &Case, events: &[Event], open: &OpenTransfer) -> Result<(Bundle, String), Error> {
        let context = self.context();
        let name = |text: &str| Name::parse(text).map_err(Error::down);
        let unknown = name("—")?;
        let who = |person| Name::parse(&context.name(person)).unwrap_or_else(|_| unknown.clone());
        let from = name(&self.store.bureau().full_name)?;
        let bundle = Bundle::again(case, events, open, &from, who);
        let text = serde_json::to_string(&bundle).map_err(Error::down)?;
        Ok((bundle, text))
    }

    /// Lays what goes along before its receivers as it stands now. Who answers meanwhile waits for the sender's head.
    async fn lay_again(&self, id: CaseId, case: &Case, events: &[Event]) -> Result<(), Error> {
        for open in case.transfers.iter().filter(|open| open.takes_over) {
            let TransferReceiver::Bureau { bureau, .. } = &open.receiver else { continue };
            let (_, text) = self.bundled(case, events, open)?;
            let row = self.sent_row(id, open.seq).await?;
            let hash = hash_of(&text);
            if row.bundle_hash == hash {
                continue;
            }
            let still_open = Condition::all()
                .add(transfer::Column::Id.eq(row.id))
                .add(transfer::Column::State.eq(TransferState::Open.word()));
            let changed = transfer::ActiveModel { bundle_hash: Set(hash), ..Default::default() };
            let theirs = transfer::ActiveModel { bundle: Set(text), ..changed.clone() };
            let own = self.store.change::<transfer::Entity>().set(changed).filter(still_open.clone());
            let done = [
                own.exec(self.store.tx()).await?.rows_affected,
                self.store.change_before::<transfer::Entity>(*bureau, theirs, still_open).await?,
            ];
            if done != [1, 1] {
                return Err(Error::Conflict);
            }
        }
        Ok(())
    }

    /// The sender's own row of a transfer.
    async fn sent_row(&self, id: CaseId, proposal: u32) -> Result<transfer::Model, Error> {
        let own = self.store.find::<transfer::Entity>();
        let own = own.filter(transfer::Column::CaseId.eq(id.0));
        let own = own.filter(transfer::Column::Proposal.eq(proposal));
        own.one(self.store.tx()).await?.ok_or(Error::NotFound)
    }

    async fn send(
        &self,
        was: &OpenCase,
        event: &Event,
        facts: &ProposeTransfer,
        receiver: BureauId,
    ) -> Result<(), Error> {
        let bureaus = self.store.every_bureau().await?;
        if !bureaus.iter().any(|one| one.id == receiver && one.id != self.store.bureau().id) {
            return Err(Error::Invalid { field: "receiver", code: "bureau_missing" });
        }
        let context = self.context();
        let open = OpenTransfer {
            seq: event.seq,
            on: event.on,
            parties: facts.parties.clone(),
            receiver: facts.receiver.clone(),
            takes_over: facts.takes_over,
        };
        let (bundle, text) = self.bundled(&was.case, &was.events, &open)?;
        let due = open.answer_by(&context).ok_or_else(|| Error::down("no term for the answer"))?;
        let out = transfer::ActiveModel {
            id: Set(Uuid::now_v7()),
            direction: Set(TransferDirection::Out.word().to_owned()),
            other_id: Set(receiver.0),
            case_id: Set(Some(was.id.0)),
            proposal: Set(i32::try_from(event.seq).map_err(Error::down)?),
            number: Set(was.case.clue.number.clone().unwrap_or_default()),
            party_name: Set(titled(&bundle)),
            reason: Set(facts.reason.to_string()),
            list: Set(facts.list.to_string()),
            letter: Set(facts.letter.as_ref().map(ToString::to_string).unwrap_or_default()),
            sent_by: Set(context.name(event.by)),
            sent_on: Set(event.on),
            due_on: Set(due),
            bundle: Set(String::new()),
            bundle_hash: Set(hash_of(&text)),
            state: Set(TransferState::Open.word().to_owned()),
            answered_by: Set(String::new()),
            answered_on: Set(None),
            answer: Set(String::new()),
            ..Default::default()
        };
        let laid = transfer::ActiveModel {
            direction: Set(TransferDirection::In.word().to_owned()),
            other_id: Set(self.store.bureau().id.0),
            case_id: Set(None),
            bundle: Set(text),
            ..out.clone()
        };
        let seen = self.seen_by_city(&out, receiver);
        self.store.insert::<transfer::Entity>(out).await?;
        self.store.lay_before::<transfer::Entity>(receiver, laid).await?;
        if self.store.bureau().is_practice() {
            return Ok(());
        }
        self.store.shared().insert::<city_transfer::Entity>(seen).await.map(drop)
    }

    fn seen_by_city(&self, out: &transfer::ActiveModel, receiver: BureauId) -> city_transfer::ActiveModel {
        city_transfer::ActiveModel {
            id: out.id.clone(),
            sender_id: Set(self.store.bureau().id.0),
            receiver_id: Set(receiver.0),
            number: out.number.clone(),
            sent_on: out.sent_on.clone(),
            due_on: out.due_on.clone(),
        }
    }

    /// Only what was not answered is called back: both the answer and this wait for the sender's head.
    async fn call_back(
        &self,
        was: &OpenCase,
        event: &Event,
        proposal: u32,
        receiver: BureauId,
        reason: &str,
    ) -> Result<(), Error> {
        let row = self.sent_row(was.id, proposal).await?;
        let by = self.context().name(event.by);
        let ended = TransferRecord::ended(TransferState::Withdrawn, &by, event.on, reason);
        let open = Condition::all()
            .add(transfer::Column::Id.eq(row.id))
            .add(transfer::Column::State.eq(TransferState::Open.word()));
        let own = self.store.change::<transfer::Entity>().set(ended.clone()).filter(open.clone());
        // What did not come to stay leaves no name.
        let theirs = transfer::ActiveModel { party_name: Set(String::new()), ..ended };
        let done = [
            own.exec(self.store.tx()).await?.rows_affected,
            self.store.change_before::<transfer::Entity>(receiver, theirs, open).await?,
        ];
        if done != [1, 1] {
            return Err(Error::Conflict);
        }
        self.store.forget_unanswered(row.id).await
    }
}

/// Who goes, in one line; of a clue against nobody known what is suspected.
fn titled(bundle: &Bundle) -> String {
    let names: Vec<&str> = bundle.parties.iter().map(|party| party.name.as_str()).collect();
    let suspicion = bundle.events.first().map(|event| match &event.act {
        Act::RegisterClue(clue) => clue.suspicion.to_string(),
        _ => String::new(),
    });
    let title = if names.is_empty() { suspicion.unwrap_or_default() } else { names.join("、") };
    title.chars().take(120).collect()
}
