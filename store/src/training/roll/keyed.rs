//! Rows by many values of a column.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, IdenStatic, QueryFilter};
use uuid::Uuid;

use crate::error::Error;
use crate::scope::{BureauStore, Tenanted};
use crate::url::Engine;

/// A value that rows are asked for.
pub(crate) trait Key: Ord + Into<sea_orm::Value> {
    /// How PostgreSQL reads it from the text.
    const READ: &'static str;
    fn text(&self) -> String;
}

impl Key for Uuid {
    const READ: &'static str = "v::uuid";
    fn text(&self) -> String {
        self.to_string()
    }
}

impl Key for String {
    const READ: &'static str = "v";
    fn text(&self) -> String {
        self.clone()
    }
}

impl Key for Vec<u8> {
    const READ: &'static str = "decode(v, 'hex')";
    fn text(&self) -> String {
        self.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl BureauStore {
    /// The rows that hold one of the values, each value once. PostgreSQL follows the index value by value: in the
    /// transaction that fills a table it knows nothing of it yet, and would read a bureau's rows for every question.
    pub(crate) async fn rows_by<E: Tenanted + Default, K: Key>(
        &self,
        column: E::Column,
        keys: impl IntoIterator<Item = K>,
    ) -> Result<Vec<E::Model>, Error> {
        let keys: BTreeSet<K> = keys.into_iter().collect();
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        if self.shared().engine == Engine::Sqlite {
            return Ok(self.find::<E>().filter(column.is_in(keys)).all(self.tx()).await?);
        }
        let text = format!(
            "select t.* from json_array_elements_text($2::json) as k (v) cross join lateral \
             (select * from \"{}\" where bureau_id = $1 and \"{}\" = {} offset 0) as t",
            E::default().table_name(),
            column.as_str(),
            K::READ,
        );
        let keys: Vec<String> = keys.iter().map(Key::text).collect();
        let keys = serde_json::to_string(&keys).map_err(Error::down)?;
        let asked = self.shared().sql(&text, [self.bureau().id.0.into(), keys.into()]);
        Ok(self.find::<E>().from_raw_sql(asked).all(self.tx()).await?)
    }
}
