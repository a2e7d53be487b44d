//! The audit: who did what, in a chain of hashes a bureau. The payload stands beside the chain and enters
//! it by its hash only, so that it can be erased by rule and the chain still holds. The end of the chain is sealed with
//! a key that stands outside the database: whoever has the database alone can neither shorten nor rewrite it.

use crate::bureaus::Which;
use crate::database::Access;
use crate::entity::{audit, audit_head, audit_payload};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::store::Store;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::cmp::Ordering;

/// Rows read at a time when a chain is verified.
const PAGE_ROWS: u64 = 5_000;

/// Where a chain of audit rows is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "what", content = "row")]
pub enum Broken {
    /// A row is missing before this one.
    Gap(i64),
    /// This row, or one before it, was changed.
    Row(i64),
    /// This row's payload was changed.
    Payload(i64),
    /// The chain ends before its head, which stands at this row: the rows after the end are gone.
    End(i64),
    /// This row stands behind the head: it was put there by other means than an act.
    Beyond(i64),
    /// The end, at this row, was sealed with another key, or shortened or rewritten together with its head.
    Seal(i64),
    /// The end, at this row, has no seal: no act was recorded since an upgrade, or the seal was taken off.
    Unsealed(i64),
}

/// What the check of a bureau's chain found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainReport {
    /// The bureau's slug.
    pub bureau: String,
    /// Rows up to the end, or to the break.
    pub rows: i64,
    pub broken: Option<Broken>,
    /// The end was sealed just now.
    pub is_sealed_now: bool,
}

impl BureauStore {
    /// Records an act in this bureau's chain and answers its place in it, from 1. Sealed fields appear in
    /// `payload` masked, never whole.
    ///
    /// # Errors
    /// [`Error::Setup`] in a reading transaction, [`Error::Down`] when the database fails.
    pub async fn audit(&self, act: &str, subject: &str, payload: &impl Serialize) -> Result<i64, Error> {
        self.must_write()?;
        let payload = serde_json::to_string(payload).map_err(Error::down)?;
        let head = self.find::<audit_head::Entity>().one(self.tx()).await?;
        let (last, prev_hash) = head.as_ref().map_or((0, Vec::new()), |head| (head.seq, head.hash.clone()));
        let mut row = audit::Model {
            bureau_id: self.bureau().id.0,
            seq: last + 1,
            at: self.now().0,
            by: self.actor().person.map(|person| person.0),
            act: act.to_owned(),
            subject: subject.to_owned(),
            payload_hash: Sha256::digest(payload.as_bytes()).to_vec(),
            prev_hash,
            hash: Vec::new(),
        };
        row.hash = link(&row);
        let (seq, hash) = (row.seq, row.hash.clone());
        self.insert::<audit::Entity>(row.into()).await?;
        let beside =
            audit_payload::ActiveModel { seq: Set(seq), payload: Set(payload), ..Default::default() };
        self.insert::<audit_payload::Entity>(beside).await?;
        let seal = self.keys().chain_end(self.bureau().id, seq, &hash);
        let next =
            audit_head::ActiveModel { seq: Set(seq), hash: Set(hash), seal: Set(seal), ..Default::default() };
        match head {
            Some(_) => self.update::<audit_head::Entity>(next).await?,
            None => self.insert::<audit_head::Entity>(next).await?,
        };
        Ok(seq)
    }

    /// Walks the whole chain; the number of rows, or where it first breaks. An erased payload is no break.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn verify_audit(&self) -> Result<Result<i64, Broken>, Error> {
        let (mut seq, mut hash) = (0, Vec::new());
        loop {
            let page = self.find::<audit::Entity>().filter(audit::Column::Seq.gt(seq));
            let rows = page.order_by_asc(audit::Column::Seq).limit(PAGE_ROWS).all(self.tx()).await?;
            let Some(last) = rows.last().map(|row| row.seq) else { break };
            let payloads = self.find::<audit_payload::Entity>();
            let payloads = payloads.filter(audit_payload::Column::Seq.between(seq + 1, last));
            let payloads = payloads.order_by_asc(audit_payload::Column::Seq).all(self.tx()).await?;
            let mut payloads = payloads.into_iter().peekable();
            for row in rows {
                while payloads.next_if(|payload| payload.seq < row.seq).is_some() {}
                let payload = payloads.next_if(|payload| payload.seq == row.seq).map(|beside| beside.payload);
                if let Some(broken) = break_at(&row, payload.as_deref(), (seq, &hash)) {
                    return Ok(Err(broken));
                }
                (seq, hash) = (row.seq, row.hash);
            }
        }
        Ok(self.end_of_chain(seq, &hash).await?.map_or(Ok(seq), Err))
    }

    /// What is wrong with the head of a chain that ends here.
    async fn end_of_chain(&self, seq: i64, hash: &[u8]) -> Result<Option<Broken>, Error> {
        let Some(head) = self.find::<audit_head::Entity>().one(self.tx()).await? else {
            return Ok((seq > 0).then_some(Broken::Beyond(1)));
        };
        Ok(match head.seq.cmp(&seq) {
            Ordering::Greater => Some(Broken::End(head.seq)),
            Ordering::Less => Some(Broken::Beyond(head.seq + 1)),
            Ordering::Equal if head.hash != hash => Some(Broken::Row(seq)),
            Ordering::Equal if head.seal.is_empty() => Some(Broken::Unsealed(seq)),
            Ordering::Equal => {
                let seal = self.keys().chain_end(self.bureau().id, seq, hash);
                (head.seal != seal).then_some(Broken::Seal(seq))
            }
        })
    }
}

impl Store {
    /// Checks the chain of each bureau, one transaction each. With `seal` ends without a seal get one, where the chain
    /// holds otherwise: once, after an upgrade from a version that sealed none.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn verify_audit(&self, seal: bool) -> Result<Vec<ChainReport>, Error> {
        let access = if seal { Access::Write } else { Access::Read };
        let mut reports = Vec::new();
        for bureau in self.bureaus_of(Which::All).await? {
            let slug = bureau.slug.clone();
            let store = self.operate_on(bureau, access).await?;
            let found = store.verify_audit().await?;
            let (rows, broken) =
                found.map_or_else(|broken| (broken.row() - 1, Some(broken)), |rows| (rows, None));
            let mut report = ChainReport { bureau: slug, rows, broken, is_sealed_now: false };
            if let Some(Broken::Unsealed(rows)) = broken.filter(|_| seal) {
                // An act like any other: its row is the end that is sealed.
                let rows = store.audit("audit_sealed", "", &serde_json::json!({ "rows": rows })).await?;
                report = ChainReport { rows, broken: None, is_sealed_now: true, ..report };
            }
            store.commit().await?;
            reports.push(report);
        }
        Ok(reports)
    }
}

impl Broken {
    /// The row that is named.
    #[must_use]
    pub fn row(self) -> i64 {
        match self {
            Broken::Gap(row) | Broken::Row(row) | Broken::Payload(row) | Broken::End(row) => row,
            Broken::Beyond(row) | Broken::Seal(row) | Broken::Unsealed(row) => row,
        }
    }
}

/// What is wrong with a row that follows the one of this place and hash.
fn break_at(row: &audit::Model, payload: Option<&str>, (seq, hash): (i64, &[u8])) -> Option<Broken> {
    if row.seq != seq + 1 {
        return Some(Broken::Gap(row.seq));
    }
    if row.prev_hash != hash || row.hash != link(row) {
        return Some(Broken::Row(row.seq));
    }
    let is_changed = |text: &str| Sha256::digest(text.as_bytes()).as_slice() != row.payload_hash;
    payload.is_some_and(is_changed).then_some(Broken::Payload(row.seq))
}

/// The hash of a row: every field with its length before it, the hash of the row before among them.
fn link(row: &audit::Model) -> Vec<u8> {
    let by = row.by.map(|by| by.as_bytes().to_vec()).unwrap_or_default();
    let fields: [&[u8]; 8] = [
        &row.bureau_id.to_be_bytes(),
        &row.seq.to_be_bytes(),
        &row.at.to_be_bytes(),
        &by,
        row.act.as_bytes(),
        row.subject.as_bytes(),
        &row.payload_hash,
        &row.prev_hash,
    ];
    let mut hash = Sha256::new();
    for field in fields {
        hash.update((field.len() as u64).to_be_bytes());
        hash.update(field);
    }
    hash.finalize().to_vec()
}
