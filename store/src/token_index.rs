//! The index of tokens that every noun is searched by: written with its rows, asked by a noun's words.

use std::collections::BTreeSet;

use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect, Value};
use uuid::Uuid;

use crate::entity::search_token;
use crate::error::Error;
use crate::scope::BureauStore;
use crate::tokens::Ask;
use crate::url::Engine;

/// Rows of tokens in one statement.
const TOKENS_AT_ONCE: usize = 20_000;

impl BureauStore {
    /// Writes tokens of rows: one statement for thousands, sorted as the key is. One that is there stays.
    pub(crate) async fn insert_tokens(
        &self,
        noun: &str,
        rows: &[(Uuid, BTreeSet<String>)],
    ) -> Result<(), Error> {
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
        self.each_thousand_tokens(noun, rows, text).await
    }

    /// Removes tokens of rows, as [`Self::insert_tokens`] writes them.
    pub(crate) async fn remove_tokens(
        &self,
        noun: &str,
        rows: &[(Uuid, BTreeSet<String>)],
    ) -> Result<(), Error> {
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
        self.each_thousand_tokens(noun, rows, text).await
    }

    /// Runs a statement with the bureau, the noun and pairs of token and row, thousands at a time.
    async fn each_thousand_tokens(
        &self,
        noun: &str,
        rows: &[(Uuid, BTreeSet<String>)],
        text: &str,
    ) -> Result<(), Error> {
        let mut tokens: Vec<(&str, Uuid)> =
            rows.iter().flat_map(|(id, tokens)| tokens.iter().map(|token| (token.as_str(), *id))).collect();
        tokens.sort_unstable();
        for chunk in tokens.chunks(TOKENS_AT_ONCE) {
            let pairs: Vec<(&str, String)> =
                chunk.iter().map(|(token, id)| (*token, id.simple().to_string())).collect();
            let pairs = serde_json::to_string(&pairs).map_err(Error::down)?;
            let values = [self.bureau().id.0.into(), noun.into(), pairs.into()];
            self.tx().execute_raw(self.shared().sql(text, values)).await?;
        }
        Ok(())
    }

    /// The rows of a noun that hold what a word asks for, up to a bound.
    pub(crate) async fn rows_asked(&self, noun: &str, ask: &Ask, most: u64) -> Result<Vec<Uuid>, Error> {
        let tokens = self.find::<search_token::Entity>().filter(search_token::Column::Noun.eq(noun));
        let one = match ask {
            Ask::Begins(beginning) => tokens
                .filter(search_token::Column::Token.gte(beginning.clone()))
                .filter(search_token::Column::Token.lt(format!("{beginning}\u{10ffff}"))),
            Ask::All(all) => {
                let rarest = self.rarest(noun, all, most).await?;
                let mut rows = tokens.filter(search_token::Column::Token.eq(rarest));
                for other in all.iter().filter(|token| *token != rarest) {
                    rows = rows.filter(self.also_holds(noun, other));
                }
                rows
            }
        };
        let ids = one.select_only().column(search_token::Column::RowId).limit(most);
        Ok(ids.into_tuple().all(self.tx()).await?)
    }

    /// That the row of a token holds another one, asked by the whole key.
    fn also_holds(&self, noun: &str, token: &str) -> SimpleExpr {
        self.expr(
            "exists (select 1 from search_token o where o.bureau_id = $1 and o.noun = $2 and o.token = $3 \
             and o.row_id = search_token.row_id)",
            &[self.bureau().id.0.into(), noun.into(), token.into()],
        )
    }

    /// The token that the fewest rows hold, counting up to a bound.
    async fn rarest<'a>(&self, noun: &str, tokens: &'a [String], most: u64) -> Result<&'a str, Error> {
        let mut values: Vec<Value> = vec![self.bureau().id.0.into(), noun.into()];
        let mut counts = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            values.push(token.as_str().into());
            counts.push(format!(
                "select {at} as at, count(*) as held from (select 1 from search_token where bureau_id = $1 \
                 and noun = $2 and token = ${} limit {most}) as t{at}",
                values.len()
            ));
        }
        let text = format!("select at from ({}) as c order by held, at limit 1", counts.join(" union all "));
        let row = self.tx().query_one_raw(self.shared().sql(&text, values)).await?;
        let at = match row {
            Some(row) => row.try_get::<i32>("", "at")?,
            None => 0,
        };
        Ok(usize::try_from(at).ok().and_then(|at| tokens.get(at)).map_or("", String::as_str))
    }

    /// A part of a built statement with parameters written `$1`, `$2`, …. The builder knows no numbers on SQLite
    /// and would leave them to mean those of the whole statement.
    pub(crate) fn expr(&self, text: &str, values: &[Value]) -> Expr {
        if self.shared().engine == Engine::Postgres {
            return Expr::cust_with_values(text.to_owned(), values.iter().cloned());
        }
        let mut parts = text.split('$');
        let mut own = parts.next().unwrap_or_default().to_owned();
        let mut used = Vec::new();
        for part in parts {
            let rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
            let number: usize = part.strip_suffix(rest).and_then(|number| number.parse().ok()).unwrap_or(0);
            used.extend(number.checked_sub(1).and_then(|at| values.get(at)).cloned());
            own.push('?');
            own.push_str(rest);
        }
        Expr::cust_with_values(own, used)
    }
}
