//! Connections: one writer and several readers on SQLite, one pool on PostgreSQL.

use crate::account::Kept;
use crate::error::Error;
use crate::migration::{self, Migrator, SERVER_ROLE};
use crate::url::{DatabaseUrl, Engine};
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    IsolationLevel, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use std::time::Duration;

/// Readers on SQLite; WAL lets them read beside the writer.
const SQLITE_READERS_MAX: u32 = 8;
/// Connections of one server to PostgreSQL.
const POSTGRES_CONNECTIONS_MAX: u32 = 16;
/// How long a request waits for a connection before the store says that it is down.
const ACQUIRE: Duration = Duration::from_secs(30);
/// A connection to PostgreSQL that lay idle for longer is tried before it is used: the server may have hung up.
const IDLE_UNTESTED_MAX: Duration = Duration::from_secs(5);
/// Rows that SQLite's thread may lay ready before somebody takes them: waiting for each other costs more than they do.
const ROWS_AHEAD: usize = 1_024;
/// How long a writer waits for its bureau's head on PostgreSQL.
const LOCK_MAX: &str = "30s";
/// A server that hangs inside a transaction gives the bureau's head back after so long.
const IDLE_IN_TRANSACTION_MAX: &str = "60s";
/// Held while `migrate` works; any number that nobody else uses in this database.
const MIGRATE_LOCK: i64 = 0x7869_616f_7869_616e;

/// Whether a transaction may change anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

#[derive(Clone, Debug)]
pub(crate) struct Connections {
    write: DatabaseConnection,
    read: DatabaseConnection,
    pub(crate) engine: Engine,
    /// For the question that every request asks.
    pub(crate) kept: Kept,
}

impl Connections {
    /// Opens as the server: on PostgreSQL in the role that owns nothing.
    pub(crate) async fn open(url: &DatabaseUrl) -> Result<Self, Error> {
        match url {
            DatabaseUrl::Sqlite(_) => Ok(Connections {
                write: sqlite(url, false, 1).await?,
                read: sqlite(url, true, SQLITE_READERS_MAX).await?,
                engine: Engine::Sqlite,
                kept: Kept::default(),
            }),
            DatabaseUrl::Postgres(url) => {
                let pool = postgres(url, Some(SERVER_ROLE), POSTGRES_CONNECTIONS_MAX).await?;
                refuse_power(&pool).await?;
                Ok(Connections {
                    write: pool.clone(),
                    read: pool,
                    engine: Engine::Postgres,
                    kept: Kept::default(),
                })
            }
        }
    }

    /// Begins a transaction. A reading one on PostgreSQL sees one state from its first statement on, as on
    /// SQLite; a writing one on SQLite holds the database's only write lock from here on.
    pub(crate) async fn begin(&self, access: Access) -> Result<DatabaseTransaction, Error> {
        let (on, mut options) = match access {
            Access::Read => (&self.read, TransactionOptions::default()),
            Access::Write => (&self.write, TransactionOptions::default()),
        };
        match (self.engine, access) {
            (Engine::Sqlite, Access::Read) => {
                options.sqlite_transaction_mode = Some(SqliteTransactionMode::Deferred);
            }
            (Engine::Sqlite, Access::Write) => {
                options.sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
            }
            (Engine::Postgres, Access::Read) => {
                options.isolation_level = Some(IsolationLevel::RepeatableRead);
                options.access_mode = Some(AccessMode::ReadOnly);
            }
            (Engine::Postgres, Access::Write) => {}
        }
        Ok(on.begin_with_options(options).await?)
    }

    /// For one question to shared tables that needs no transaction.
    pub(crate) fn reader(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Shows every statement to `watcher` before its answer is used.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn watch(&mut self, watcher: impl Fn(&Statement) + Clone + Send + Sync + 'static) {
        for connection in [&mut self.write, &mut self.read] {
            let watcher = watcher.clone();
            connection.set_metric_callback(move |info| watcher(info.statement));
        }
    }

    /// How many migrations this program knows that the database has not seen.
    pub(crate) async fn pending(&self) -> Result<usize, Error> {
        Ok(Migrator::get_pending_migrations_read_only(&self.read).await?.len())
    }

    pub(crate) async fn close(self) -> Result<(), Error> {
        self.kept.give_back().await;
        self.read.close().await?;
        if self.engine == Engine::Sqlite {
            self.write.close().await?;
        }
        Ok(())
    }
}

/// Brings the schema up to date as the owner, raises the walls, and says how many migrations ran.
pub(crate) async fn migrate(url: &DatabaseUrl) -> Result<usize, Error> {
    let owner = match url {
        DatabaseUrl::Sqlite(_) => sqlite(url, false, 1).await?,
        DatabaseUrl::Postgres(text) => postgres(text, None, 1).await?,
    };
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let tx = owner.begin_with_options(options).await?;
    if url.engine() == Engine::Postgres {
        tx.execute_unprepared(&format!("select pg_advisory_xact_lock({MIGRATE_LOCK})")).await?;
    }
    let pending = Migrator::get_pending_migrations(&tx).await?.len();
    Migrator::up(&tx, None).await?;
    migration::raise(&tx).await?;
    tx.commit().await?;
    owner.close().await?;
    Ok(pending)
}

async fn sqlite(url: &DatabaseUrl, reader: bool, connections_max: u32) -> Result<DatabaseConnection, Error> {
    let DatabaseUrl::Sqlite(path) = url else {
        return Err(Error::Setup("not a SQLite database".to_owned()));
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(Error::down)?;
    }
    let file = path.clone();
    let mut options = ConnectOptions::new("sqlite://xiaoxiang.db");
    options.max_connections(connections_max).acquire_timeout(ACQUIRE).sqlx_logging(false);
    // A file cannot hang up as a server can.
    options.test_before_acquire(false);
    options.map_sqlx_sqlite_opts(move |sqlx| {
        let sqlx = sqlx
            .filename(&file)
            .create_if_missing(true)
            .foreign_keys(true)
            .busy_timeout(ACQUIRE)
            .row_buffer_size(ROWS_AHEAD)
            .pragma("journal_mode", "wal")
            .pragma("synchronous", "full");
        if reader { sqlx.pragma("query_only", "on") } else { sqlx }
    });
    Ok(Database::connect(options).await?)
}

async fn postgres(
    url: &str,
    role: Option<&'static str>,
    connections_max: u32,
) -> Result<DatabaseConnection, Error> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections_max).acquire_timeout(ACQUIRE).sqlx_logging(false);
    options.test_before_acquire_if_idle_for(IDLE_UNTESTED_MAX);
    options.map_sqlx_postgres_opts(move |sqlx| match role {
        Some(role) => sqlx.options([
            ("role", role),
            ("lock_timeout", LOCK_MAX),
            ("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION_MAX),
        ]),
        None => sqlx,
    });
    let connection = Database::connect(options).await;
    match (connection, role) {
        (Err(error), Some(role)) if error.to_string().contains(role) => Err(Error::Setup(format!(
            "the database has no role {role} for this user yet: run `xiaoxiang migrate` with the owner's URL"
        ))),
        (connection, _) => Ok(connection?),
    }
}

/// A server that could step over the second wall does not start.
pub(crate) async fn refuse_power(on: &DatabaseConnection) -> Result<(), Error> {
    let question = Statement::from_string(
        sea_orm::DbBackend::Postgres,
        "select current_user::text as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole or exists (
             select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = current_schema() and pg_has_role(current_user, c.relowner, 'member')
         ) as powerful from pg_roles r where r.rolname = current_user",
    );
    let row = on.query_one_raw(question).await?.ok_or(Error::NotFound)?;
    let (name, powerful): (String, bool) = (row.try_get("", "name")?, row.try_get("", "powerful")?);
    if powerful {
        return Err(Error::Setup(format!(
            "the database user {name} owns tables or can bypass row-level security; the server must not"
        )));
    }
    Ok(())
}
