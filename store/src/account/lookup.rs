//! Whose session a token is: the one question that every request asks.

use crate::database::Connections;
use crate::error::Error;
use crate::url::Engine;
use crate::workspaces;
use domain::Day;
use sea_orm::sqlx::pool::PoolConnection;
use sea_orm::sqlx::{self, AssertSqlSafe, Row, Sqlite};
use sea_orm::{ConnectionTrait, Statement};
use std::sync::Arc;
use tokio::sync::Mutex;
use uuid::Uuid;

/// A connection that is kept for this question alone. A pool tries each connection once more when it is given back, which
/// costs as much as the question itself. On PostgreSQL the pool's are used.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept(Arc<Mutex<Option<PoolConnection<Sqlite>>>>);

impl Kept {
    /// Gives the connection back, so that the pool can close.
    pub(crate) async fn give_back(&self) {
        drop(self.0.lock().await.take());
    }
}

/// All that a request needs to know of who asks.
#[derive(Debug)]
pub(super) struct Found {
    pub id: Uuid,
    pub seen_at: i64,
    pub expires_at: i64,
    pub language: String,
    pub person_id: Uuid,
    pub work_number: String,
    pub name: String,
    pub must_change: bool,
    /// As [`workspaces::read`] reads them.
    pub workspaces: String,
}

impl Connections {
    /// The session of a token that was not revoked, of an account that is not disabled, with the person's workspaces of
    /// a day.
    pub(super) async fn session_of(&self, token_hash: Vec<u8>, today: Day) -> Result<Option<Found>, Error> {
        let text = found_by_token(self.engine);
        match self.engine {
            Engine::Sqlite => self.asked_by_the_kept(text, token_hash, today).await,
            Engine::Postgres => {
                let backend = self.reader().get_database_backend();
                let asked = Statement::from_sql_and_values(backend, text, [token_hash.into(), today.into()]);
                let Some(row) = self.reader().query_one_raw(asked).await? else { return Ok(None) };
                Ok(Some(Found {
                    id: row.try_get_by_index(0)?,
                    seen_at: row.try_get_by_index(1)?,
                    expires_at: row.try_get_by_index(2)?,
                    language: row.try_get_by_index(3)?,
                    person_id: row.try_get_by_index(4)?,
                    work_number: row.try_get_by_index(5)?,
                    name: row.try_get_by_index(6)?,
                    must_change: row.try_get_by_index(7)?,
                    workspaces: row.try_get_by_index(8)?,
                }))
            }
        }
    }

    async fn asked_by_the_kept(
        &self,
        text: String,
        token_hash: Vec<u8>,
        today: Day,
    ) -> Result<Option<Found>, Error> {
        let mut kept = self.kept.0.lock().await;
        let mut connection = match kept.take() {
            Some(connection) => connection,
            None => self.reader().get_sqlite_connection_pool().acquire().await.map_err(Error::down)?,
        };
        let asked = sqlx::query(AssertSqlSafe(text)).bind(token_hash).bind(today);
        let row = asked.fetch_optional(&mut *connection).await.map_err(Error::down)?;
        // Only one that answered is kept.
        *kept = Some(connection);
        drop(kept);
        let Some(row) = row else { return Ok(None) };
        let read = || {
            Ok::<_, sqlx::Error>(Found {
                id: row.try_get(0)?,
                seen_at: row.try_get(1)?,
                expires_at: row.try_get(2)?,
                language: row.try_get(3)?,
                person_id: row.try_get(4)?,
                work_number: row.try_get(5)?,
                name: row.try_get(6)?,
                must_change: row.try_get(7)?,
                workspaces: row.try_get(8)?,
            })
        };
        read().map(Some).map_err(Error::down)
    }
}

fn found_by_token(engine: Engine) -> String {
    let workspaces = workspaces::selected(engine, "a.id", "$2");
    format!(
        "select s.id, s.seen_at, s.expires_at, s.language, s.person_id, a.work_number, a.name, a.must_change, \
         {workspaces} as workspaces from session s join account a on a.id = s.person_id \
         where s.token_hash = $1 and s.revoked_at is null and a.disabled_at is null"
    )
}
