//! Two bureaus that differ only in a mark: for the test that nothing of one ever shows in the other.

use super::TestDatabase;
use crate::table::{Holds, tables};
use crate::{DatabaseUrl, Engine};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement, TransactionTrait, TryGetable,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A column as the engine names it.
struct Column {
    name: String,
    /// Text that is neither part of a key nor one of a few fixed words.
    free_text: bool,
}

impl TestDatabase {
    /// Puts `mark` before every text of the bureau `to` that is neither part of a key nor bound to fixed
    /// words, then copies every row of the bureau `from` into it under the same ids, marked alike. A row
    /// that would meet another's key is left out.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn twin(&self, from: &str, to: &str, mark: &str) {
        let (from, to) = (self.bureau_id(from).await, self.bureau_id(to).await);
        let owner = self.owner().await;
        let tx = owner.begin().await.expect("a transaction");
        for table in tenanted() {
            let columns = columns(&tx, self.engine(), table).await;
            self.open(&tx, table).await;
            let statements = [marking(table, &columns, to, mark), copying(table, &columns, from, to, mark)];
            for statement in statements.into_iter().flatten() {
                let done = tx.execute_unprepared(&statement).await;
                done.unwrap_or_else(|error| panic!("{table}: {error}"));
            }
            self.close(&tx, table).await;
        }
        tx.commit().await.expect("kept");
        owner.close().await.expect("closed");
    }

    /// Lets the owner do to a table what nobody else may: reach two bureaus in one statement, and change
    /// rows that are only ever added.
    async fn open<C: ConnectionTrait>(&self, tx: &C, table: &str) {
        let statement = match self.engine() {
            Engine::Postgres => format!("alter table \"{table}\" no force row level security"),
            Engine::Sqlite => format!("drop trigger if exists \"{table}_keeps_update\""),
        };
        tx.execute_unprepared(&statement).await.expect("opened");
    }

    async fn close<C: ConnectionTrait>(&self, tx: &C, table: &str) {
        match self.engine() {
            Engine::Postgres => {
                let force = format!("alter table \"{table}\" force row level security");
                tx.execute_unprepared(&force).await.map(drop).expect("closed");
            }
            Engine::Sqlite => crate::migration::raise(tx).await.expect("closed"),
        }
    }

    /// Every row of every table, by table and, where a table is tenanted, by bureau.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn contents(&self) -> BTreeMap<String, Vec<String>> {
        let owner = self.owner().await;
        let bureaus: Vec<i32> = values(&owner, "select id from bureau order by id").await;
        let mut contents = BTreeMap::new();
        for table in tables() {
            let columns = columns(&owner, self.engine(), table.name).await;
            let rows = match self.engine() {
                Engine::Postgres => format!("select t::text from \"{}\" t", table.name),
                Engine::Sqlite => {
                    let quoted = |column: &Column| format!("quote(\"{}\")", column.name);
                    let line: Vec<_> = columns.iter().map(quoted).collect();
                    format!("select {} from \"{}\"", line.join(" || ',' || "), table.name)
                }
            };
            if table.holds == Holds::Shared {
                contents.insert(table.name.to_owned(), sorted(values(&owner, &rows).await));
                continue;
            }
            for bureau in &bureaus {
                self.enter(&owner, *bureau).await;
                let own = format!("{rows} where bureau_id = {bureau}");
                contents.insert(format!("{} of {bureau}", table.name), sorted(values(&owner, &own).await));
            }
        }
        owner.close().await.expect("closed");
        contents
    }

    /// The ids of a bureau's rows in a tenanted table, oldest first.
    ///
    /// # Panics
    /// When the database fails or the table has no `id`.
    pub async fn ids(&self, slug: &str, table: &str) -> Vec<Uuid> {
        let bureau = self.bureau_id(slug).await;
        let owner = self.owner().await;
        self.enter(&owner, bureau).await;
        let ids =
            values(&owner, &format!("select id from \"{table}\" where bureau_id = {bureau} order by id"))
                .await;
        owner.close().await.expect("closed");
        ids
    }

    /// The ids of a bureau's rows in a tenanted table whose `column` holds a word, oldest first.
    ///
    /// # Panics
    /// When the database fails or the table has no such columns.
    pub async fn ids_where(&self, slug: &str, table: &str, column: &str, word: &str) -> Vec<Uuid> {
        let bureau = self.bureau_id(slug).await;
        let owner = self.owner().await;
        self.enter(&owner, bureau).await;
        let sql = format!(
            "select id from \"{table}\" where bureau_id = {bureau} and \"{column}\" = '{word}' order by id"
        );
        let ids = values(&owner, &sql).await;
        owner.close().await.expect("closed");
        ids
    }

    /// The ids of a bureau's rows in a tenanted table whose `column` names the row `of`, oldest first.
    ///
    /// # Panics
    /// When the database fails or the table has no such columns.
    pub async fn linked(&self, slug: &str, table: &str, column: &str, of: Uuid) -> Vec<Uuid> {
        let bureau = self.bureau_id(slug).await;
        let owner = self.owner().await;
        self.enter(&owner, bureau).await;
        let of = match self.engine() {
            Engine::Sqlite => format!("x'{}'", of.simple()),
            Engine::Postgres => format!("'{of}'"),
        };
        let sql = format!(
            "select id from \"{table}\" where bureau_id = {bureau} and \"{column}\" = {of} order by id"
        );
        let ids = values(&owner, &sql).await;
        owner.close().await.expect("closed");
        ids
    }

    fn engine(&self) -> Engine {
        self.url.engine()
    }

    async fn bureau_id(&self, slug: &str) -> i32 {
        self.store.operate(slug).await.expect("the bureau").bureau().id.0
    }

    /// One connection as the owner.
    async fn owner(&self) -> DatabaseConnection {
        let url = match &self.url {
            DatabaseUrl::Sqlite(path) => format!("sqlite://{}", path.display()),
            DatabaseUrl::Postgres(url) => url.clone(),
        };
        let mut options = ConnectOptions::new(url);
        options.max_connections(1).sqlx_logging(false);
        Database::connect(options).await.expect("the owner connects")
    }

    async fn enter(&self, owner: &DatabaseConnection, bureau: i32) {
        if self.engine() == Engine::Postgres {
            let setting = format!("select set_config('xiaoxiang.bureau', '{bureau}', false)");
            owner.execute_unprepared(&setting).await.expect("the bureau is set");
        }
    }
}

/// Marks the texts of the rows that a bureau has; nothing to do where a table has no free text.
fn marking(table: &str, columns: &[Column], bureau: i32, mark: &str) -> Option<String> {
    let free = columns.iter().filter(|column| column.free_text);
    let sets: Vec<_> = free.map(|column| format!("\"{0}\" = '{mark}' || \"{0}\"", column.name)).collect();
    (!sets.is_empty())
        .then(|| format!("update \"{table}\" set {} where bureau_id = {bureau}", sets.join(", ")))
}

fn copying(table: &str, columns: &[Column], from: i32, to: i32, mark: &str) -> Option<String> {
    let value = |column: &Column| match (column.name.as_str(), column.free_text) {
        ("bureau_id", _) => to.to_string(),
        (name, true) => format!("'{mark}' || \"{name}\""),
        (name, false) => format!("\"{name}\""),
    };
    let names: Vec<_> = columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
    let values: Vec<_> = columns.iter().map(value).collect();
    Some(format!(
        "insert into \"{table}\" ({}) select {} from \"{table}\" where bureau_id = {from} on conflict do nothing",
        names.join(", "),
        values.join(", ")
    ))
}

fn tenanted() -> Vec<&'static str> {
    let tenanted = tables().into_iter().filter(|table| table.holds == Holds::Tenanted);
    tenanted.map(|table| table.name).collect()
}

async fn columns<C: ConnectionTrait>(on: &C, engine: Engine, table: &str) -> Vec<Column> {
    let (names, free) = match engine {
        Engine::Sqlite => (
            format!("select name from pragma_table_info('{table}') order by cid"),
            format!(
                "select c.name from pragma_table_info('{table}') c, sqlite_master m
                 where m.type = 'table' and m.name = '{table}' and upper(c.type) = 'TEXT' and c.pk = 0
                 and not exists (select 1 from pragma_foreign_key_list('{table}') f where f.\"from\" = c.name)
                 and instr(m.sql, '(' || c.name || ' in (') = 0"
            ),
        ),
        Engine::Postgres => (
            format!(
                "select attname::text from pg_attribute where attrelid = '\"{table}\"'::regclass
                and attnum > 0 and not attisdropped order by attnum"
            ),
            format!(
                "select attname::text from pg_attribute a where attrelid = '\"{table}\"'::regclass
                 and attnum > 0 and not attisdropped and atttypid = 'text'::regtype
                 and not exists (select 1 from pg_constraint c where c.conrelid = a.attrelid
                 and c.contype in ('c', 'p', 'f') and a.attnum = any (c.conkey))"
            ),
        ),
    };
    let free: Vec<String> = values(on, &free).await;
    let column = |name: String| Column { free_text: free.contains(&name), name };
    values(on, &names).await.into_iter().map(column).collect()
}

async fn values<T: TryGetable, C: ConnectionTrait>(on: &C, sql: &str) -> Vec<T> {
    let statement = Statement::from_string(on.get_database_backend(), sql);
    let rows = on.query_all_raw(statement).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    rows.into_iter().map(|row| row.try_get_by_index(0).expect("a value")).collect()
}

fn sorted(mut rows: Vec<String>) -> Vec<String> {
    rows.sort_unstable();
    rows
}
