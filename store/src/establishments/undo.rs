//! An import into the register undone: establishments that somebody changed since, or that a case speaks of, stay.

use std::collections::{BTreeSet, HashMap};

use domain::establishment::Establishment;
use domain::id::ImportId;
use sea_orm::{ActiveValue::NotSet, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::EstablishmentRecord;
use super::search::NOUN as TOKENS;
use super::tokens::tokens_of;
use crate::entity::{case_party, establishment, import_change, licence};
use crate::error::Error;
use crate::imports::Undone;
use crate::scope::BureauStore;

/// Changes that are read and taken back together.
const TOGETHER: u64 = 500;

impl BureauStore {
    /// Takes every change of an import back, in their order.
    pub(crate) async fn undo_establishments(&self, id: ImportId, undone: &mut Undone) -> Result<(), Error> {
        let mut after = 0;
        loop {
            let changes = self.find::<import_change::Entity>();
            let changes = changes.filter(import_change::Column::ImportId.eq(id.0));
            let changes = changes.filter(import_change::Column::Seq.gt(after));
            let changes = changes.order_by_asc(import_change::Column::Seq).limit(TOGETHER);
            let changes = changes.all(self.tx()).await?;
            let Some(last) = changes.last() else { return Ok(()) };
            after = last.seq;
            self.take_back(id, changes, undone).await?;
        }
    }

    async fn take_back(
        &self,
        import: ImportId,
        changes: Vec<import_change::Model>,
        undone: &mut Undone,
    ) -> Result<(), Error> {
        let ids: Vec<Uuid> = changes.iter().map(|change| change.row_id).collect();
        let rows = self.find::<establishment::Entity>().filter(establishment::Column::Id.is_in(ids.clone()));
        let records = self.records(rows.all(self.tx()).await?).await?;
        let mut records: HashMap<Uuid, EstablishmentRecord> =
            records.into_iter().map(|record| (record.id.0, record)).collect();
        let in_cases = self.find::<case_party::Entity>().select_only();
        let in_cases = in_cases.column(case_party::Column::EstablishmentId);
        let in_cases = in_cases.filter(case_party::Column::EstablishmentId.is_in(ids)).into_tuple();
        let in_cases: Vec<Option<Uuid>> = in_cases.all(self.tx()).await?;
        let (mut gone, mut back) = (Vec::new(), Vec::new());
        for change in changes {
            let Some(record) = records.remove(&change.row_id) else { continue };
            let is_spoken_of = change.before_sealed.is_none() && in_cases.contains(&Some(record.id.0));
            if record.version != change.version_after || is_spoken_of {
                undone.keep(record.establishment.name.as_str());
                continue;
            }
            match change.before_sealed {
                None => gone.push(record),
                Some(sealed) => {
                    let place =
                        self.place("import_change", "before_sealed", format!("{import}/{}", change.seq));
                    let before = self.keys().unseal(&place, &sealed)?;
                    back.push((record, serde_json::from_slice(&before).map_err(Error::down)?));
                }
            }
        }
        undone.removed += gone.len();
        undone.restored += back.len();
        self.remove_establishments(&gone).await?;
        self.restore_establishments(back).await
    }

    async fn remove_establishments(&self, gone: &[EstablishmentRecord]) -> Result<(), Error> {
        let ids: Vec<Uuid> = gone.iter().map(|record| record.id.0).collect();
        self.remove_tokens(TOKENS, &gone.iter().map(tokens_now).collect::<Vec<_>>()).await?;
        self.remove_licences(&ids).await?;
        let rows = self.remove::<establishment::Entity>();
        rows.filter(establishment::Column::Id.is_in(ids)).exec(self.tx()).await?;
        Ok(())
    }

    async fn restore_establishments(
        &self,
        back: Vec<(EstablishmentRecord, Establishment)>,
    ) -> Result<(), Error> {
        let (mut licences, mut old, mut tokens) = (Vec::new(), Vec::new(), Vec::new());
        for (record, before) in back {
            old.push(tokens_now(&record));
            let mut former = record.former_names;
            former.retain(|name| *name != before.name.as_str());
            let mut rows = self.rows_of(record.id.0, &before, &former, record.version + 1, 0)?;
            // Unset, the instant of its creation stays.
            rows.establishment.created_at = NotSet;
            self.update::<establishment::Entity>(rows.establishment).await?;
            licences.extend(rows.licences);
            tokens.push((record.id.0, tokens_of(&before, &former)));
        }
        let ids: Vec<Uuid> = tokens.iter().map(|(id, _)| *id).collect();
        self.remove_licences(&ids).await?;
        self.insert_all::<licence::Entity>(licences).await?;
        self.remove_tokens(TOKENS, &old).await?;
        self.insert_tokens(TOKENS, &tokens).await
    }
}

/// The tokens under which a row is found now.
fn tokens_now(record: &EstablishmentRecord) -> (Uuid, BTreeSet<String>) {
    (record.id.0, tokens_of(&record.establishment, &record.former_names))
}
