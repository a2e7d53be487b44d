#![expect(clippy::disallowed_methods, reason = "the one place where queries begin")]
//! The only doors to rows: one bureau inside one transaction, or the tables that all bureaus share.

use crate::bureaus::Bureau;
use crate::calendar::Calendars;
use crate::error::Error;
use crate::seal::{Keys, Place};
use crate::store::Store;
use crate::{database::Access, url::Engine};
use domain::id::{BureauId, PersonId, VisitId};
use domain::role::{Power, Role, may};
use domain::{Day, Instant};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction,
    DeleteMany, EntityTrait, IdenStatic, IntoActiveModel, Iterable, PrimaryKeyToColumn, QueryFilter, Select,
    Statement, UpdateMany, Value,
};

/// Bind parameters in one statement; SQLite's own bound is 32,766.
pub(crate) const PARAMETERS_MAX: usize = 30_000;

/// A table whose rows all bureaus share.
pub(crate) trait Shared: EntityTrait {}

/// A table whose every row belongs to exactly one bureau; `BUREAU` leads its key.
pub(crate) trait Tenanted: EntityTrait {
    const BUREAU: Self::Column;
}

/// The tables that all bureaus share, inside one transaction.
#[derive(Debug)]
pub(crate) struct SharedStore {
    tx: DatabaseTransaction,
    pub(crate) engine: Engine,
    /// One instant for everything that this transaction records.
    pub(crate) now: Instant,
}

impl SharedStore {
    pub(crate) async fn begin(store: &Store, access: Access) -> Result<Self, Error> {
        let tx = store.connections().begin(access).await?;
        Ok(SharedStore { tx, engine: store.connections().engine, now: store.clock().now() })
    }

    pub(crate) fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    pub(crate) fn find<E: Shared>(&self) -> Select<E> {
        E::find()
    }

    pub(crate) async fn insert<E: Shared>(&self, row: E::ActiveModel) -> Result<E::Model, Error>
    where
        E::Model: IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: ActiveModelTrait<Entity = E> + ActiveModelBehavior + Send,
    {
        Ok(row.insert(&self.tx).await?)
    }

    /// Inserts many rows in few statements; every row sets every column.
    pub(crate) async fn insert_all<E: Shared>(
        &self,
        rows: impl IntoIterator<Item = E::ActiveModel>,
    ) -> Result<(), Error>
    where
        E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
    {
        let at_once = PARAMETERS_MAX / E::Column::iter().count().max(1);
        let mut rows = rows.into_iter();
        loop {
            let together: Vec<_> = rows.by_ref().take(at_once).collect();
            if together.is_empty() {
                return Ok(());
            }
            E::insert_many(together).exec_without_returning(&self.tx).await?;
        }
    }

    pub(crate) fn change<E: Shared>(&self) -> UpdateMany<E> {
        E::update_many()
    }

    pub(crate) fn remove<E: Shared>(&self) -> DeleteMany<E> {
        E::delete_many()
    }

    pub(crate) async fn commit(self) -> Result<(), Error> {
        Ok(self.tx.commit().await?)
    }

    /// A statement of this engine with parameters written `$1`, `$2`, ….
    pub(crate) fn sql(&self, text: &str, values: impl IntoIterator<Item = Value>) -> Statement {
        Statement::from_sql_and_values(self.tx.get_database_backend(), text, values)
    }
}

/// Who acts inside a bureau.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The person, or nobody for the command line and jobs.
    pub person: Option<PersonId>,
    /// The person's name as papers show it.
    pub name: String,
    /// The person's roles in this bureau today.
    pub roles: Vec<Role>,
}

impl Actor {
    /// Nobody: the command line, a job.
    pub(crate) fn operator() -> Self {
        Actor { person: None, name: "operator".to_owned(), roles: Vec::new() }
    }
}

/// One bureau inside one transaction, reads included. Dropped without [`BureauStore::commit`] it
/// leaves nothing behind.
#[derive(Debug)]
pub struct BureauStore {
    shared: SharedStore,
    bureau: Bureau,
    actor: Actor,
    keys: Keys,
    calendars: Calendars,
    access: Access,
    visit: Option<VisitId>,
}

impl BureauStore {
    /// Tells the database which bureau this transaction is about and, to write, waits for the bureau's
    /// head: that orders its chain, its numbers and its figures, and nothing deadlocks.
    pub(crate) async fn enter(
        store: &Store,
        mut shared: SharedStore,
        bureau: Bureau,
        actor: Actor,
        access: Access,
    ) -> Result<Self, Error> {
        if shared.engine == Engine::Postgres {
            let lock = match access {
                Access::Read => "",
                Access::Write => ", pg_advisory_xact_lock(1, $2)",
            };
            let text = format!("select set_config('xiaoxiang.bureau', $1, true){lock}");
            let mut values: Vec<Value> = vec![bureau.id.0.to_string().into()];
            if access == Access::Write {
                values.push(bureau.id.0.into());
            }
            shared.tx.execute_raw(shared.sql(&text, values)).await?;
        }
        // Taken after the wait, so that instants follow the order of the chain.
        shared.now = store.clock().now();
        let (keys, calendars) = (store.keys().clone(), store.calendars().clone());
        Ok(BureauStore { shared, bureau, actor, keys, calendars, access, visit: None })
    }

    /// Leaves this bureau for another one inside the same transaction: for what is laid in one and begins in
    /// the other.
    pub(crate) async fn step_into(
        self,
        store: &Store,
        bureau: Bureau,
        roles: Vec<Role>,
    ) -> Result<Self, Error> {
        self.must_write()?;
        let actor = Actor { roles, ..self.actor };
        BureauStore::enter(store, self.shared, bureau, actor, Access::Write).await
    }

    /// Leaves a city that was only read for the county that it visits, inside the same transaction, to write there.
    pub(crate) async fn leave_for(self, store: &Store, county: Bureau, actor: Actor) -> Result<Self, Error> {
        BureauStore::enter(store, self.shared, county, actor, Access::Write).await
    }

    /// Goes over into another bureau inside the same transaction, to write there and to come back; answers the bureau that
    /// it leaves. Ids only grow, so that whoever goes from a bureau to its practice area waits in the order of the ids.
    pub(crate) async fn go_over(&mut self, other: Bureau) -> Result<Bureau, Error> {
        self.must_write()?;
        self.turn_to(other.id).await?;
        if self.shared.engine == Engine::Postgres {
            let lock = self.shared.sql("select pg_advisory_xact_lock(1, $1)", [other.id.0.into()]);
            self.tx().execute_raw(lock).await?;
        }
        Ok(std::mem::replace(&mut self.bureau, other))
    }

    /// Waits for the heads of bureaus in the order of their ids, so that whoever needs the same two never holds one that the
    /// other waits for. Only for a transaction that has none yet.
    pub(crate) async fn lock_heads(&self, mut bureaus: [i32; 2]) -> Result<(), Error> {
        bureaus.sort_unstable();
        if self.shared.engine == Engine::Postgres {
            for bureau in bureaus {
                let lock = self.shared.sql("select pg_advisory_xact_lock(1, $1)", [bureau.into()]);
                self.tx().execute_raw(lock).await?;
            }
        }
        Ok(())
    }

    /// Lays a row before another bureau, in that bureau's name: a door for transfers, through which nothing is read.
    pub(crate) async fn lay_before<E: Tenanted>(
        &self,
        other: BureauId,
        mut row: E::ActiveModel,
    ) -> Result<(), Error>
    where
        E::Model: IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: ActiveModelTrait<Entity = E> + ActiveModelBehavior + Send,
    {
        self.must_write()?;
        row.set(E::BUREAU, other.0.into());
        self.turn_to(other).await?;
        row.insert(self.tx()).await?;
        self.turn_to(self.bureau.id).await
    }

    /// Changes rows that were laid before another bureau; answers how many.
    pub(crate) async fn change_before<E: Tenanted>(
        &self,
        other: BureauId,
        set: E::ActiveModel,
        which: Condition,
    ) -> Result<u64, Error> {
        self.must_write()?;
        self.turn_to(other).await?;
        let there = E::update_many().filter(E::BUREAU.eq(other.0)).filter(which).set(set);
        let done = there.exec(self.tx()).await?;
        self.turn_to(self.bureau.id).await?;
        Ok(done.rows_affected)
    }

    /// Tells the database in whose name the next statement is; after a failure the transaction is lost with it.
    async fn turn_to(&self, bureau: BureauId) -> Result<(), Error> {
        if self.shared.engine == Engine::Postgres {
            let name = self
                .shared
                .sql("select set_config('xiaoxiang.bureau', $1, true)", [bureau.0.to_string().into()]);
            self.tx().execute_raw(name).await?;
        }
        Ok(())
    }

    /// This reading transaction as part of a visit.
    pub(crate) fn in_visit(self, visit: VisitId) -> Self {
        BureauStore { visit: Some(visit), ..self }
    }

    /// The visit through which the city looks at this bureau; none for whoever is at work here.
    #[must_use]
    pub fn visit(&self) -> Option<VisitId> {
        self.visit
    }

    /// The bureau of this transaction.
    #[must_use]
    pub fn bureau(&self) -> &Bureau {
        &self.bureau
    }

    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The person who acts; refused for the command line and jobs, which have none.
    ///
    /// # Errors
    /// [`Error::Setup`] when nobody acts.
    pub fn person(&self) -> Result<PersonId, Error> {
        self.actor.person.ok_or_else(|| Error::Setup("this act needs a person".to_owned()))
    }

    /// The one instant of this transaction.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.shared.now
    }

    /// The day of this transaction in Asia/Shanghai.
    #[must_use]
    pub fn today(&self) -> Day {
        self.shared.now.day()
    }

    /// Refuses when the actor's roles in this bureau do not hold the power. The command line and jobs
    /// hold none: their functions ask for none.
    ///
    /// # Errors
    /// [`Error::Forbidden`] with the missing power.
    pub fn require(&self, power: Power) -> Result<(), Error> {
        if may(&self.actor.roles, power) { Ok(()) } else { Err(Error::Forbidden(power)) }
    }

    /// Keeps everything that was written.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn commit(self) -> Result<(), Error> {
        self.shared.commit().await
    }

    pub(crate) fn tx(&self) -> &DatabaseTransaction {
        self.shared.tx()
    }

    pub(crate) fn shared(&self) -> &SharedStore {
        &self.shared
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    pub(crate) fn calendars(&self) -> &Calendars {
        &self.calendars
    }

    /// Where a sealed value of this bureau stands.
    pub(crate) fn place<'a>(&self, table: &'a str, column: &'a str, row: impl AsRef<[u8]>) -> Place<'a> {
        Place { table, column, bureau: self.bureau.id.0, row: row.as_ref().to_vec() }
    }

    pub(crate) fn must_write(&self) -> Result<(), Error> {
        match self.access {
            Access::Write => Ok(()),
            Access::Read => Err(Error::Setup("this transaction only reads".to_owned())),
        }
    }

    pub(crate) fn find<E: Tenanted>(&self) -> Select<E> {
        E::find().filter(E::BUREAU.eq(self.bureau.id.0))
    }

    pub(crate) async fn insert<E: Tenanted>(&self, mut row: E::ActiveModel) -> Result<E::Model, Error>
    where
        E::Model: IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: ActiveModelTrait<Entity = E> + ActiveModelBehavior + Send,
    {
        row.set(E::BUREAU, self.bureau.id.0.into());
        Ok(row.insert(self.tx()).await?)
    }

    /// Inserts many rows in few statements; every row sets the same columns.
    pub(crate) async fn insert_all<E: Tenanted>(&self, rows: Vec<E::ActiveModel>) -> Result<(), Error>
    where
        E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
    {
        self.insert_or::<E>(rows, None).await
    }

    /// Puts many rows in place of those of the same id in few statements; every row sets the same columns, and
    /// `kept` stay as they are.
    pub(crate) async fn replace_all<E: Tenanted>(
        &self,
        rows: Vec<E::ActiveModel>,
        kept: &[E::Column],
    ) -> Result<(), Error>
    where
        E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
    {
        let key: Vec<_> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
        let is_set = |column: &E::Column| !key.iter().chain(kept).any(|own| own.as_str() == column.as_str());
        let set: Vec<_> = E::Column::iter().filter(is_set).collect();
        let instead = OnConflict::columns(key.iter().copied()).update_columns(set).to_owned();
        self.insert_or::<E>(rows, Some(instead)).await
    }

    /// Inserts those of many rows whose `key` is not there yet, in few statements; every row sets the same columns.
    pub(crate) async fn insert_new<E: Tenanted>(
        &self,
        rows: Vec<E::ActiveModel>,
        key: &[E::Column],
    ) -> Result<(), Error>
    where
        E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
    {
        let once = OnConflict::columns(key.iter().copied()).do_nothing().to_owned();
        self.insert_or::<E>(rows, Some(once)).await
    }

    async fn insert_or<E: Tenanted>(
        &self,
        mut rows: Vec<E::ActiveModel>,
        instead: Option<OnConflict>,
    ) -> Result<(), Error>
    where
        E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
    {
        let at_once = PARAMETERS_MAX / E::Column::iter().count().max(1);
        for row in &mut rows {
            row.set(E::BUREAU, self.bureau.id.0.into());
        }
        while !rows.is_empty() {
            let rest = rows.split_off(rows.len().min(at_once));
            let insert = E::insert_many(std::mem::replace(&mut rows, rest));
            let insert = match &instead {
                Some(instead) => insert.on_conflict(instead.clone()),
                None => insert,
            };
            insert.exec_without_returning(self.tx()).await?;
        }
        Ok(())
    }

    /// Updates by primary key *and* bureau; another bureau's row is [`Error::NotFound`].
    pub(crate) async fn update<E: Tenanted>(&self, mut row: E::ActiveModel) -> Result<E::Model, Error>
    where
        E::Model: IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: ActiveModelTrait<Entity = E>,
    {
        row.set(E::BUREAU, self.bureau.id.0.into());
        Ok(E::update(row).validate()?.filter(E::BUREAU.eq(self.bureau.id.0)).exec(self.tx()).await?)
    }

    /// Begins an update of many rows of this bureau.
    pub(crate) fn change<E: Tenanted>(&self) -> UpdateMany<E> {
        E::update_many().filter(E::BUREAU.eq(self.bureau.id.0))
    }

    /// Begins a removal of rows of this bureau.
    pub(crate) fn remove<E: Tenanted>(&self) -> DeleteMany<E> {
        E::delete_many().filter(E::BUREAU.eq(self.bureau.id.0))
    }
}
