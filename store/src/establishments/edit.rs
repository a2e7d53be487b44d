//! One establishment created or changed by a person.

use std::collections::BTreeSet;

use domain::establishment::{Change, Establishment, merge};
use domain::id::EstablishmentId;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};
use serde::Serialize;
use uuid::Uuid;

use super::Saved;
use super::search::NOUN;
use super::tokens::tokens_of;
use crate::entity::{establishment, licence};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::url::Engine;

/// Rows of tokens in one statement.
const TOKENS_AT_ONCE: usize = 20_000;

#[derive(Serialize)]
struct Payload<'a> {
    name: &'a str,
    changes: &'a [Change],
}

impl BureauStore {
    /// Adds an establishment.
    ///
    /// # Errors
    /// [`Error::Invalid`] with `taken` when the credit code is in the register.
    pub async fn add_establishment(&self, new: &Establishment) -> Result<Saved, Error> {
        self.must_write()?;
        self.refuse_taken_code(new, None).await?;
        let id = Uuid::now_v7();
        let rows = self.rows_of(id, new, &[], 1, self.now().0)?;
        self.insert::<establishment::Entity>(rows.establishment).await?;
        self.insert_all::<licence::Entity>(rows.licences).await?;
        self.insert_tokens(&[(id, tokens_of(new, &[]))]).await?;
        let payload = Payload { name: new.name.as_str(), changes: &[] };
        self.audit("establishment_added", &id.to_string(), &payload).await?;
        Ok(Saved { id: EstablishmentId(id), changes: Vec::new() })
    }

    /// Puts a form's content in place of what is kept; blanks erase. `version` is the one that the form was made from.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Conflict`] when somebody was faster; [`Error::Invalid`] with `taken`.
    pub async fn change_establishment(
        &self,
        id: EstablishmentId,
        version: i32,
        new: &Establishment,
    ) -> Result<Saved, Error> {
        self.must_write()?;
        let row = self.establishment_row(id).await?;
        if row.version != version {
            return Err(Error::Conflict);
        }
        self.refuse_taken_code(new, Some(id.0)).await?;
        let created_at = row.created_at;
        let kept = self.records(vec![row]).await?.pop().ok_or(Error::NotFound)?;
        if kept.establishment == *new {
            return Ok(Saved { id, changes: Vec::new() });
        }
        let changes = merge(&mut kept.establishment.clone(), new);
        let former = former_names(&kept.former_names, &kept.establishment, new);
        let rows = self.rows_of(id.0, new, &former, version + 1, created_at)?;
        self.update::<establishment::Entity>(rows.establishment).await?;
        self.remove_licences(&[id.0]).await?;
        self.insert_all::<licence::Entity>(rows.licences).await?;
        let (old, now) = (tokens_of(&kept.establishment, &kept.former_names), tokens_of(new, &former));
        self.remove_tokens(&[(id.0, old.difference(&now).cloned().collect())]).await?;
        self.insert_tokens(&[(id.0, now)]).await?;
        let payload = Payload { name: new.name.as_str(), changes: &changes };
        self.audit("establishment_changed", &id.to_string(), &payload).await?;
        Ok(Saved { id, changes })
    }

    async fn refuse_taken_code(&self, new: &Establishment, own: Option<Uuid>) -> Result<(), Error> {
        let Some(code) = &new.credit_code else { return Ok(()) };
        let taken = self.find::<establishment::Entity>();
        let taken = taken.filter(establishment::Column::CreditCode.eq(code.as_str())).one(self.tx()).await?;
        match taken {
            Some(row) if Some(row.id) != own => Err(Error::Invalid { field: "credit_code", code: "taken" }),
            _ => Ok(()),
        }
    }

    /// Writes tokens of rows: one statement for thousands, sorted as the key is. One that is there stays.
    pub(super) async fn insert_tokens(&self, rows: &[(Uuid, BTreeSet<String>)]) -> Result<(), Error> {
        let text = match self.shared().engine {
            Engine::Sqlite => {
                "insert into search_token (bureau_id, noun, token, row_id) \
                 select $1, $2, value ->> 0, unhex(value ->> 1) from json_each($3) where true \
                 on conflict do nothing"
            }
            Engine::Postgres => {
                "insert into search_token (bureau_id, noun, token, row_id) \
                 select $1, $2, t.value ->> 0, (t.value ->> 1)::uuid \
                 from json_array_elements($3::json) as t on conflict do nothing"
            }
        };
        self.each_thousand_tokens(rows, text).await
    }

    /// Removes tokens of rows, as [`Self::insert_tokens`] writes them.
    pub(super) async fn remove_tokens(&self, rows: &[(Uuid, BTreeSet<String>)]) -> Result<(), Error> {
        let text = match self.shared().engine {
            Engine::Sqlite => {
                "delete from search_token where bureau_id = $1 and noun = $2 and (token, row_id) in \
                 (select value ->> 0, unhex(value ->> 1) from json_each($3))"
            }
            Engine::Postgres => {
                "delete from search_token as s using json_array_elements($3::json) as t \
                 where s.bureau_id = $1 and s.noun = $2 and s.token = t.value ->> 0 \
                 and s.row_id = (t.value ->> 1)::uuid"
            }
        };
        self.each_thousand_tokens(rows, text).await
    }

    /// Runs a statement with the bureau, the noun and pairs of token and row, thousands at a time.
    async fn each_thousand_tokens(&self, rows: &[(Uuid, BTreeSet<String>)], text: &str) -> Result<(), Error> {
        let mut tokens: Vec<(&str, Uuid)> =
            rows.iter().flat_map(|(id, tokens)| tokens.iter().map(|token| (token.as_str(), *id))).collect();
        tokens.sort_unstable();
        for chunk in tokens.chunks(TOKENS_AT_ONCE) {
            let pairs: Vec<(&str, String)> =
                chunk.iter().map(|(token, id)| (*token, id.simple().to_string())).collect();
            let pairs = serde_json::to_string(&pairs).map_err(Error::down)?;
            let values = [self.bureau().id.0.into(), NOUN.into(), pairs.into()];
            self.tx().execute_raw(self.shared().sql(text, values)).await?;
        }
        Ok(())
    }
}

/// The former names after a change.
pub(super) fn former_names(former: &[String], kept: &Establishment, new: &Establishment) -> Vec<String> {
    let mut names = former.to_vec();
    if kept.name != new.name && !names.contains(&kept.name.to_string()) {
        names.push(kept.name.to_string());
    }
    names
}
