//! Rows of a ledger compared with the register, and written into it, hundreds at a time.

use std::collections::{BTreeSet, HashMap};

use domain::establishment::{Change, Establishment, Known, Licence, Recognised, merge, recognise};
use domain::id::{EstablishmentId, ImportId};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::EstablishmentRecord;
use super::edit::former_names;
use super::record::sort_key;
use super::tokens::tokens_of;
use crate::entity::{establishment, import_change, licence};
use crate::error::Error;
use crate::scope::BureauStore;

/// Establishments that are looked up and written together.
const TOGETHER: usize = 500;
const NOUN: &str = "establishment";

/// What a file says about one establishment, its rows put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    pub establishment: Establishment,
}

/// What became, or would become, of one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    New,
    /// With what changes, old and new.
    Changed(Vec<Change>),
    Same,
    /// Several of the register match: wrong.
    Ambiguous,
}

/// What a few hundred establishments write.
#[derive(Default)]
struct Written {
    rows: Vec<establishment::ActiveModel>,
    changed: Vec<establishment::ActiveModel>,
    /// Of new rows, and of those in `relicensed`.
    licences: Vec<licence::ActiveModel>,
    /// Whose old licences go.
    relicensed: Vec<Uuid>,
    tokens: Vec<(Uuid, BTreeSet<String>)>,
    tokens_gone: Vec<(Uuid, BTreeSet<String>)>,
    changes: Vec<import_change::ActiveModel>,
}

impl BureauStore {
    /// Compares what a file says with the register, in order; with `write` puts it there. Each changed row's former
    /// state is kept, sealed, with the import.
    ///
    /// # Errors
    /// [`Error::Setup`] when writing in a reading transaction, [`Error::Down`] when the database fails.
    pub async fn import_establishments(
        &self,
        incoming: &[Incoming],
        write: Option<ImportId>,
    ) -> Result<Vec<Outcome>, Error> {
        if write.is_some() {
            self.must_write()?;
        }
        let mut outcomes = Vec::with_capacity(incoming.len());
        let mut seq = 0;
        for together in incoming.chunks(TOGETHER) {
            let known = self.candidates(together).await?;
            let register: Vec<Known> = known.values().map(known_of).collect();
            let index = Index::of(&register);
            let mut written = Written::default();
            for Incoming { establishment } in together {
                let outcome = match recognise(establishment, index.near(establishment)) {
                    Recognised::Ambiguous => Outcome::Ambiguous,
                    Recognised::New => {
                        if let Some(import) = write {
                            self.write_new(establishment, import, &mut seq, &mut written)?;
                        }
                        Outcome::New
                    }
                    Recognised::Known(id) => {
                        let Some(kept) = known.get(&id.0) else { return Err(Error::NotFound) };
                        let mut after = kept.establishment.clone();
                        let changes = merge(&mut after, establishment);
                        if changes.is_empty() {
                            Outcome::Same
                        } else {
                            if let Some(import) = write {
                                self.write_changed(kept, &after, import, &mut seq, &mut written)?;
                            }
                            Outcome::Changed(changes)
                        }
                    }
                };
                outcomes.push(outcome);
            }
            self.put(written).await?;
        }
        Ok(outcomes)
    }

    /// Every establishment that one of these can be: by credit code, by licence number, by name.
    async fn candidates(&self, together: &[Incoming]) -> Result<HashMap<Uuid, EstablishmentRecord>, Error> {
        let rows = together.iter().map(|incoming| &incoming.establishment);
        let codes: Vec<String> =
            rows.clone().filter_map(|row| row.credit_code.as_ref().map(ToString::to_string)).collect();
        let names: Vec<String> = rows.clone().map(|row| sort_key(&row.name)).collect();
        let numbers = rows.flat_map(|row| &row.licences).filter_map(|licence| licence.number.as_ref());
        let numbers: Vec<String> = numbers.map(ToString::to_string).collect();
        let holders = self.find::<licence::Entity>().filter(licence::Column::Number.is_in(numbers));
        let holders = holders.select_only().column(licence::Column::EstablishmentId);
        let holders: Vec<Uuid> = holders.into_tuple().all(self.tx()).await?;
        let mut found: HashMap<Uuid, establishment::Model> = HashMap::new();
        let asked = [
            establishment::Column::CreditCode.is_in(codes),
            establishment::Column::Pinyin.is_in(names),
            establishment::Column::Id.is_in(holders),
        ];
        for ask in asked {
            let rows = self.find::<establishment::Entity>().filter(ask).all(self.tx()).await?;
            found.extend(rows.into_iter().map(|row| (row.id, row)));
        }
        let records = self.records(found.into_values().collect()).await?;
        Ok(records.into_iter().map(|record| (record.id.0, record)).collect())
    }

    fn write_new(
        &self,
        new: &Establishment,
        import: ImportId,
        seq: &mut i32,
        written: &mut Written,
    ) -> Result<(), Error> {
        let id = Uuid::now_v7();
        let rows = self.rows_of(id, new, &[], 1, self.now().0)?;
        written.rows.push(rows.establishment);
        written.licences.extend(rows.licences);
        written.tokens.push((id, tokens_of(new, &[])));
        *seq += 1;
        written.changes.push(import_change::ActiveModel {
            import_id: Set(import.0),
            seq: Set(*seq),
            noun: Set(NOUN.to_owned()),
            row_id: Set(id),
            version_after: Set(1),
            before_sealed: Set(None),
            ..Default::default()
        });
        Ok(())
    }

    fn write_changed(
        &self,
        kept: &EstablishmentRecord,
        after: &Establishment,
        import: ImportId,
        seq: &mut i32,
        written: &mut Written,
    ) -> Result<(), Error> {
        let former = former_names(&kept.former_names, &kept.establishment, after);
        let version = kept.version + 1;
        let rows = self.rows_of(kept.id.0, after, &former, version, self.now().0)?;
        written.changed.push(rows.establishment);
        if after.licences != kept.establishment.licences {
            written.relicensed.push(kept.id.0);
            written.licences.extend(rows.licences);
        }
        let (old, new) = (tokens_of(&kept.establishment, &kept.former_names), tokens_of(after, &former));
        written.tokens.push((kept.id.0, new.difference(&old).cloned().collect()));
        written.tokens_gone.push((kept.id.0, old.difference(&new).cloned().collect()));
        *seq += 1;
        let before = serde_json::to_vec(&kept.establishment).map_err(Error::down)?;
        let place = self.place("import_change", "before_sealed", format!("{import}/{seq}"));
        written.changes.push(import_change::ActiveModel {
            import_id: Set(import.0),
            seq: Set(*seq),
            noun: Set(NOUN.to_owned()),
            row_id: Set(kept.id.0),
            version_after: Set(version),
            before_sealed: Set(Some(self.keys().seal(&place, &before)?)),
            ..Default::default()
        });
        Ok(())
    }

    async fn put(&self, written: Written) -> Result<(), Error> {
        self.insert_all::<establishment::Entity>(written.rows).await?;
        self.replace_all::<establishment::Entity>(written.changed, &[establishment::Column::CreatedAt])
            .await?;
        if !written.relicensed.is_empty() {
            self.remove_licences(&written.relicensed).await?;
        }
        self.insert_all::<licence::Entity>(written.licences).await?;
        self.remove_tokens(super::search::NOUN, &written.tokens_gone).await?;
        self.insert_tokens(super::search::NOUN, &written.tokens).await?;
        self.insert_all::<import_change::Entity>(written.changes).await
    }
}

pub(super) fn known_of(record: &EstablishmentRecord) -> Known {
    Known {
        id: EstablishmentId(record.id.0),
        credit_code: record.establishment.credit_code.clone(),
        name_and_town: record.establishment.name_and_town(),
        licences: record.establishment.licences.iter().filter_map(Licence::key).collect(),
    }
}

/// The candidates by what a row can know them by, so that each row looks at a few and not at all.
struct Index<'a> {
    by_code: HashMap<&'a str, Vec<&'a Known>>,
    by_number: HashMap<&'a str, Vec<&'a Known>>,
    by_name: HashMap<&'a (String, String), Vec<&'a Known>>,
}

impl<'a> Index<'a> {
    fn of(register: &'a [Known]) -> Self {
        let mut index = Self { by_code: HashMap::new(), by_number: HashMap::new(), by_name: HashMap::new() };
        for known in register {
            if let Some(code) = &known.credit_code {
                index.by_code.entry(code.as_str()).or_default().push(known);
            }
            for (_, number) in &known.licences {
                index.by_number.entry(number).or_default().push(known);
            }
            index.by_name.entry(&known.name_and_town).or_default().push(known);
        }
        index
    }

    /// Each candidate near a row once.
    fn near(&self, row: &Establishment) -> impl Iterator<Item = &'a Known> + Clone {
        let mut near: Vec<&'a Known> = Vec::new();
        if let Some(code) = &row.credit_code {
            near.extend(self.by_code.get(code.as_str()).into_iter().flatten());
        }
        for (_, number) in row.licences.iter().filter_map(Licence::key) {
            near.extend(self.by_number.get(number.as_str()).into_iter().flatten());
        }
        near.extend(self.by_name.get(&row.name_and_town()).into_iter().flatten());
        near.sort_by_key(|known| known.id);
        near.dedup_by_key(|known| known.id);
        near.into_iter()
    }
}
