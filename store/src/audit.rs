//! The audit: who did what, in a chain of hashes a bureau. The payload stands beside the chain and enters
//! it by its hash only, so that it can be erased by rule and the chain still holds.

use crate::entity::{audit, audit_head, audit_payload};
use crate::error::Error;
use crate::scope::BureauStore;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Rows read at a time when a chain is verified.
const PAGE_ROWS: u64 = 1_000;

/// Where a chain of audit rows is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A row is missing before this one.
    Gap(i64),
    /// This row, or one before it, was changed.
    Row(i64),
    /// This row's payload was changed.
    Payload(i64),
    /// The chain ends before its head, which stands at this row.
    End(i64),
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
        let next = audit_head::ActiveModel { seq: Set(seq), hash: Set(hash), ..Default::default() };
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
            let payloads = self
                .find::<audit_payload::Entity>()
                .filter(audit_payload::Column::Seq.between(seq + 1, last))
                .all(self.tx())
                .await?;
            let payloads: BTreeMap<i64, String> = payloads.into_iter().map(|p| (p.seq, p.payload)).collect();
            for row in rows {
                if row.seq != seq + 1 {
                    return Ok(Err(Broken::Gap(row.seq)));
                }
                if row.prev_hash != hash || row.hash != link(&row) {
                    return Ok(Err(Broken::Row(row.seq)));
                }
                let payload = payloads.get(&row.seq);
                if payload.is_some_and(|text| Sha256::digest(text.as_bytes()).as_slice() != row.payload_hash)
                {
                    return Ok(Err(Broken::Payload(row.seq)));
                }
                (seq, hash) = (row.seq, row.hash);
            }
        }
        let head = self.find::<audit_head::Entity>().one(self.tx()).await?;
        let (head_seq, head_hash) = head.map_or((0, Vec::new()), |head| (head.seq, head.hash));
        Ok(if (head_seq, head_hash) == (seq, hash) { Ok(seq) } else { Err(Broken::End(head_seq)) })
    }
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
