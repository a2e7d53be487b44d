//! Sessions: a random token in the cookie, its hash in the database; idle and absolute end, revocable.

use super::sign_in::SignIn;
use crate::bureaus::{self, Bureau};
use crate::database::Access;
use crate::entity::{account, session};
use crate::error::Error;
use crate::scope::{BureauStore, SharedStore};
use crate::seal::random;
use crate::store::Store;
use crate::workspaces::{self, Workspaces};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::id::{PersonId, SessionId};
use domain::role::Role;
use domain::{Instant, Lang};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// `seen` is written at most so often, so that reading pages does not write.
const SEEN_STEP_MILLIS: i64 = 60_000;
/// The longest list of one's sessions.
const SESSIONS_MAX: u64 = 100;
/// Characters of the browser's name that are kept.
const AGENT_CHARACTERS_MAX: usize = 200;

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Stands in events and audit rows.
    pub id: PersonId,
    /// Sign-in name.
    pub work_number: String,
    /// 姓名
    pub name: String,
    /// Must choose a new password before anything else.
    pub must_change_password: bool,
}

/// A signed-in person's session as it stands at one request: the only door to a bureau.
#[derive(Clone, Debug)]
pub struct Session {
    store: Store,
    id: SessionId,
    person: Person,
    language: Lang,
    workspaces: Workspaces,
}

/// A line in the list of one's sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSession {
    /// Names the session to revoke.
    pub id: SessionId,
    /// Whether it is the asking one.
    pub is_this: bool,
    /// When it began.
    pub created: Instant,
    /// When it was last used, to the minute.
    pub seen: Instant,
    /// The client's address.
    pub address: String,
    /// The browser as it called itself.
    pub agent: String,
}

impl Store {
    /// The session of a cookie's token, if it still lives; marks it as seen.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn session(&self, token: &str) -> Result<Option<Session>, Error> {
        let now = self.clock().now();
        let found = self.connections().session_of(token_hash(token), now.day()).await?;
        let Some(found) = found else { return Ok(None) };
        if now.0 >= found.expires_at || now.0 >= found.seen_at.saturating_add(self.life().idle_millis) {
            return Ok(None);
        }
        if now.0 - found.seen_at >= SEEN_STEP_MILLIS {
            let shared = SharedStore::begin(self, Access::Write).await?;
            let seen = session::ActiveModel { seen_at: Set(now.0), ..Default::default() };
            let own = shared.change::<session::Entity>().set(seen);
            own.filter(session::Column::Id.eq(found.id)).exec(shared.tx()).await?;
            shared.commit().await?;
        }
        Ok(Some(Session {
            store: self.clone(),
            id: SessionId(found.id),
            person: Person {
                id: PersonId(found.person_id),
                work_number: found.work_number,
                name: found.name,
                must_change_password: found.must_change,
            },
            language: Lang::from_word(&found.language),
            workspaces: workspaces::read(&found.workspaces)?,
        }))
    }
}

impl Session {
    /// What whoever gave a phone its right may do, in one bureau alone. It stands in no list of sessions.
    pub(crate) async fn of_phone(
        store: &Store,
        shared: &SharedStore,
        person: Person,
        slug: &str,
    ) -> Result<Self, Error> {
        let all = workspaces::workspaces(shared, person.id).await?;
        let workspaces = all.iter().filter(|(bureau, _)| bureau.slug == slug).cloned().collect();
        Ok(Session {
            store: store.clone(),
            id: SessionId(Uuid::nil()),
            person,
            language: Lang::default(),
            workspaces,
        })
    }

    /// Who is signed in.
    #[must_use]
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// The language chosen at sign-in.
    #[must_use]
    pub fn language(&self) -> Lang {
        self.language
    }

    /// The store behind this session, for what belongs to no bureau.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Opens a bureau to read, by the roles that the person had when the request came in.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown bureau and for one in which the person has no role today alike.
    pub async fn bureau(&self, slug: &str) -> Result<BureauStore, Error> {
        let (bureau, actor) = bureaus::workspace(&self.workspaces, slug, &self.person)?;
        let shared = SharedStore::begin(&self.store, Access::Read).await?;
        BureauStore::enter(&self.store, shared, bureau, actor, Access::Read).await
    }

    /// Opens a bureau to write; others who write in it wait until this one is committed or dropped. The roles are
    /// looked up again: one may have waited.
    ///
    /// # Errors
    /// As [`Session::bureau`].
    pub async fn bureau_write(&self, slug: &str) -> Result<BureauStore, Error> {
        let shared = SharedStore::begin(&self.store, Access::Write).await?;
        let now = workspaces::workspaces(&shared, self.person.id).await?;
        let (bureau, actor) = bureaus::workspace(&now, slug, &self.person)?;
        BureauStore::enter(&self.store, shared, bureau, actor, Access::Write).await
    }

    /// The bureaus in which the person had roles when the request came in, in display order.
    #[must_use]
    pub fn workspaces(&self) -> &[(Bureau, Vec<Role>)] {
        &self.workspaces
    }

    /// The person's living sessions, last used first.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn open_sessions(&self) -> Result<Vec<OpenSession>, Error> {
        let shared = SharedStore::begin(&self.store, Access::Read).await?;
        let own = shared.find::<session::Entity>().filter(session::Column::PersonId.eq(self.person.id.0));
        let own = own.filter(session::Column::RevokedAt.is_null());
        let own = own.order_by_desc(session::Column::SeenAt).limit(SESSIONS_MAX).all(shared.tx()).await?;
        let idle = self.store.life().idle_millis;
        let line = |row: session::Model| OpenSession {
            id: SessionId(row.id),
            is_this: row.id == self.id.0,
            created: Instant(row.created_at),
            seen: Instant(row.seen_at),
            address: row.address,
            agent: row.agent,
        };
        Ok(own.into_iter().filter(|row| lives(row, shared.now, idle)).map(line).collect())
    }

    /// Ends one of the person's own sessions.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is somebody else's, ended, or unknown.
    pub async fn revoke(&self, id: SessionId) -> Result<(), Error> {
        let shared = SharedStore::begin(&self.store, Access::Write).await?;
        let ended = session::ActiveModel { revoked_at: Set(Some(shared.now.0)), ..Default::default() };
        let own = shared.change::<session::Entity>().set(ended);
        let own = own.filter(session::Column::PersonId.eq(self.person.id.0));
        let own = own.filter(session::Column::RevokedAt.is_null());
        let done = own.filter(session::Column::Id.eq(id.0)).exec(shared.tx()).await?;
        shared.commit().await?;
        if done.rows_affected == 0 { Err(Error::NotFound) } else { Ok(()) }
    }

    /// Ends this session; one that has ended already is no error.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn sign_out(&self) -> Result<(), Error> {
        match self.revoke(self.id).await {
            Ok(()) | Err(Error::NotFound) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Ends every other session of the person.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub(crate) async fn revoke_others(&self, shared: &SharedStore) -> Result<(), Error> {
        revoke_all(shared, self.person.id, Some(self.id)).await
    }
}

/// Ends a person's sessions, all or all but one.
pub(crate) async fn revoke_all(
    shared: &SharedStore,
    person: PersonId,
    but: Option<SessionId>,
) -> Result<(), Error> {
    let ended = session::ActiveModel { revoked_at: Set(Some(shared.now.0)), ..Default::default() };
    let own = shared.change::<session::Entity>().set(ended);
    let own = own.filter(session::Column::PersonId.eq(person.0));
    let mut own = own.filter(session::Column::RevokedAt.is_null());
    if let Some(but) = but {
        own = own.filter(session::Column::Id.ne(but.0));
    }
    own.exec(shared.tx()).await?;
    Ok(())
}

pub(crate) async fn open_session(
    store: &Store,
    shared: &SharedStore,
    account: account::Model,
    attempt: &SignIn,
) -> Result<(SecretString, Session), Error> {
    let token = URL_SAFE_NO_PAD.encode(random::<32>()?);
    let row = session::Model {
        id: Uuid::now_v7(),
        token_hash: token_hash(&token),
        person_id: account.id,
        created_at: shared.now.0,
        seen_at: shared.now.0,
        expires_at: shared.now.plus_millis(store.life().absolute_millis).0,
        revoked_at: None,
        address: attempt.address.clone(),
        agent: attempt.agent.chars().filter(|c| !c.is_control()).take(AGENT_CHARACTERS_MAX).collect(),
        language: attempt.language.pick("zh", "en").to_owned(),
    };
    let workspaces = workspaces::workspaces(shared, PersonId(account.id)).await?;
    let session = Session {
        store: store.clone(),
        id: SessionId(row.id),
        person: account.into(),
        language: Lang::from_word(&row.language),
        workspaces,
    };
    shared.insert::<session::Entity>(row.into()).await?;
    Ok((token.into(), session))
}

/// The person of an account.
pub(crate) async fn person_of(shared: &SharedStore, id: PersonId) -> Result<Person, Error> {
    let found = shared.find::<account::Entity>().filter(account::Column::Id.eq(id.0));
    found.one(shared.tx()).await?.map(Person::from).ok_or(Error::NotFound)
}

impl From<account::Model> for Person {
    fn from(account: account::Model) -> Self {
        Person {
            id: PersonId(account.id),
            work_number: account.work_number,
            name: account.name,
            must_change_password: account.must_change,
        }
    }
}

fn lives(row: &session::Model, now: Instant, idle_millis: i64) -> bool {
    row.revoked_at.is_none() && now.0 < row.expires_at && now.0 < row.seen_at.saturating_add(idle_millis)
}

/// A token is 32 random bytes, so a plain hash suffices: whoever reads the table cannot sign in with it.
fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
