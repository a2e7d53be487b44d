//! The handle that a server, a command or a test holds.

use crate::account::{self, Passwords};
use crate::bureaus::{self, Bureau};
use crate::calendar::Calendars;
use crate::clock::Clock;
use crate::database::{self, Access, Connections};
use crate::error::Error;
use crate::files::{Files, FilesPlace};
use crate::scope::{Actor, BureauStore, SharedStore};
use crate::seal::Keys;
use crate::url::{DatabaseUrl, Engine};
use crate::workspaces;
use domain::id::PersonId;
use std::sync::Arc;

/// How long a session lives, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct SessionLife {
    /// Without a request for so long, a session ends. Default eight hours.
    pub idle_millis: i64,
    /// After so long it ends in any case. Default twenty-four hours.
    pub absolute_millis: i64,
}

impl Default for SessionLife {
    fn default() -> Self {
        SessionLife { idle_millis: 8 * 3_600_000, absolute_millis: 24 * 3_600_000 }
    }
}

/// Everything remembered. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    connections: Connections,
    keys: Keys,
    clock: Arc<dyn Clock>,
    life: SessionLife,
    passwords: Passwords,
    calendars: Calendars,
}

impl Inner {
    fn of(connections: Connections, keys: Keys, clock: Arc<dyn Clock>, life: SessionLife) -> Self {
        let (passwords, calendars) = (Passwords::default(), Calendars::default());
        Inner { connections, keys, clock, life, passwords, calendars }
    }
}

impl Store {
    /// Brings the database's schema, role, grants and walls up to date; on PostgreSQL with the owner's
    /// URL. Answers how many migrations ran.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn migrate(url: &DatabaseUrl) -> Result<usize, Error> {
        database::migrate(url).await
    }

    /// Opens a migrated database as the server: on PostgreSQL in the role that owns and bypasses nothing.
    ///
    /// # Errors
    /// [`Error::Setup`] with what to do when the schema is not up to date or the role is too powerful.
    pub async fn open(url: &DatabaseUrl, keys: Keys, clock: Arc<dyn Clock>) -> Result<Self, Error> {
        Store::open_with(url, keys, clock, SessionLife::default()).await
    }

    /// Like [`Store::open`], with other session lives.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_with(
        url: &DatabaseUrl,
        keys: Keys,
        clock: Arc<dyn Clock>,
        life: SessionLife,
    ) -> Result<Self, Error> {
        let connections = Connections::open(url).await?;
        let store = Store(Arc::new(Inner::of(connections, keys, clock, life)));
        store.ready().await?;
        Ok(store)
    }

    /// Like [`Store::open`], with somebody who sees every statement.
    ///
    /// # Errors
    /// As [`Store::open`].
    #[cfg(any(test, feature = "testing"))]
    pub(crate) async fn open_watched(
        url: &DatabaseUrl,
        keys: Keys,
        clock: Arc<dyn Clock>,
        watcher: impl Fn(&sea_orm::Statement) + Clone + Send + Sync + 'static,
    ) -> Result<Self, Error> {
        let mut connections = Connections::open(url).await?;
        connections.watch(watcher);
        Ok(Store(Arc::new(Inner::of(connections, keys, clock, SessionLife::default()))))
    }

    /// Whether the database answers and every migration ran.
    ///
    /// # Errors
    /// [`Error::Setup`] when migrations are missing, [`Error::Down`] when the database does not answer.
    pub async fn ready(&self) -> Result<(), Error> {
        match self.0.connections.pending().await? {
            0 => Ok(()),
            missing => {
                Err(Error::Setup(format!("{missing} migrations are missing: run `xiaoxiang migrate`")))
            }
        }
    }

    /// The engine behind this store.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.0.connections.engine
    }

    /// Opens a bureau for a job or the command line; no person acts and nothing is asked for.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such bureau.
    pub async fn operate(&self, slug: &str) -> Result<BureauStore, Error> {
        self.operate_as(slug, None).await
    }

    /// Like [`Store::operate`], in the name of a person with all of that person's roles in the bureau:
    /// for the demo and for imports of the command line.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such bureau, or the person is no member of it today.
    pub async fn operate_as(&self, slug: &str, person: Option<PersonId>) -> Result<BureauStore, Error> {
        self.opened_as(slug, person, Access::Write).await
    }

    /// Like [`Store::operate_as`], to read: for what a person asked to have made meanwhile.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such bureau, or the person is no member of it any more.
    pub async fn read_as(&self, slug: &str, person: PersonId) -> Result<BureauStore, Error> {
        self.opened_as(slug, Some(person), Access::Read).await
    }

    async fn opened_as(
        &self,
        slug: &str,
        person: Option<PersonId>,
        access: Access,
    ) -> Result<BureauStore, Error> {
        let shared = SharedStore::begin(self, access).await?;
        let (bureau, actor) = match person {
            None => {
                let bureau = bureaus::by_slug(&shared, slug).await?;
                (bureau, Actor::operator())
            }
            Some(person) => {
                let person = account::person_of(&shared, person).await?;
                let workspaces = workspaces::workspaces(&shared, person.id).await?;
                bureaus::workspace(&workspaces, slug, &person)?
            }
        };
        BureauStore::enter(self, shared, bureau, actor, access).await
    }

    /// Opens a bureau that is at hand, for what goes through all of them; no person acts.
    pub(crate) async fn operate_on(&self, bureau: Bureau, access: Access) -> Result<BureauStore, Error> {
        let shared = SharedStore::begin(self, access).await?;
        BureauStore::enter(self, shared, bureau, Actor::operator(), access).await
    }

    /// Closes every connection.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn close(&self) -> Result<(), Error> {
        self.0.connections.clone().close().await
    }

    pub(crate) fn connections(&self) -> &Connections {
        &self.0.connections
    }

    /// The files of this installation, sealed with its keys.
    ///
    /// # Errors
    /// As [`Files::open`].
    pub fn files(&self, place: &FilesPlace) -> Result<Files, Error> {
        Files::open(place, self.keys())
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// The clock that this store was opened with.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        self.0.clock.as_ref()
    }

    pub(crate) fn life(&self) -> SessionLife {
        self.0.life
    }

    pub(crate) fn calendars(&self) -> &Calendars {
        &self.0.calendars
    }

    pub(crate) fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }
}
