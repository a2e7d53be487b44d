//! What has had its time goes: ended sessions, counted failures, drafts, tokens, uploaded workbooks.

use crate::bureaus::Which;
use crate::database::Access;
use crate::entity::{draft, import, import_file, import_row, reminder, send_token, session, sign_in_attempt};
use crate::error::Error;
use crate::scope::{BureauStore, SharedStore};
use crate::store::Store;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

const DAY_MILLIS: i64 = 24 * 3_600_000;
/// An ended session stays in the list of one's sessions for so long.
const SESSION_KEPT_MILLIS: i64 = 30 * DAY_MILLIS;
/// A failed sign-in counts for a day and is kept for a week, for whoever looks into an attack.
const ATTEMPT_KEPT_MILLIS: i64 = 7 * DAY_MILLIS;
/// A form sent again after so long is a new form.
const TOKEN_KEPT_MILLIS: i64 = 90 * DAY_MILLIS;
/// What is settled cannot be told again once so much time has passed.
const REMINDER_KEPT_MILLIS: i64 = 90 * DAY_MILLIS;
/// Imports dropped in one go.
const IMPORTS_MAX: u64 = 200;

impl Store {
    /// Removes what has had its time, in shared tables and in each bureau in a transaction of its own.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails; what was removed before stays removed.
    pub async fn sweep(&self) -> Result<(), Error> {
        let shared = SharedStore::begin(self, Access::Write).await?;
        let now = shared.now.0;
        let sessions = shared.remove::<session::Entity>();
        sessions.filter(session::Column::ExpiresAt.lt(now - SESSION_KEPT_MILLIS)).exec(shared.tx()).await?;
        let attempts = shared.remove::<sign_in_attempt::Entity>();
        attempts.filter(sign_in_attempt::Column::At.lt(now - ATTEMPT_KEPT_MILLIS)).exec(shared.tx()).await?;
        shared.commit().await?;
        for bureau in self.bureaus_of(Which::All).await? {
            let bureau = self.operate_on(bureau, Access::Write).await?;
            bureau.sweep().await?;
            bureau.commit().await?;
        }
        Ok(())
    }
}

impl BureauStore {
    async fn sweep(&self) -> Result<(), Error> {
        let now = self.now().0;
        let drafts = self.remove::<draft::Entity>().filter(draft::Column::ExpiresAt.lt(now));
        drafts.exec(self.tx()).await?;
        let tokens = self.remove::<send_token::Entity>();
        tokens.filter(send_token::Column::At.lt(now - TOKEN_KEPT_MILLIS)).exec(self.tx()).await?;
        let told = self.remove::<reminder::Entity>().filter(reminder::Column::Settled.eq(true));
        told.filter(reminder::Column::At.lt(now - REMINDER_KEPT_MILLIS)).exec(self.tx()).await?;
        let files = self.remove::<import_file::Entity>().filter(import_file::Column::ExpiresAt.lt(now));
        files.exec(self.tx()).await?;
        self.drop_stale_imports(now).await
    }

    /// A dry run that nobody applied: its rows go, its line stays.
    async fn drop_stale_imports(&self, now: i64) -> Result<(), Error> {
        let stale = self.find::<import::Entity>().filter(import::Column::State.eq("staged"));
        let stale = stale.filter(import::Column::ExpiresAt.lt(now)).limit(IMPORTS_MAX);
        let ids: Vec<Uuid> = stale.all(self.tx()).await?.into_iter().map(|row| row.id).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let rows =
            self.remove::<import_row::Entity>().filter(import_row::Column::ImportId.is_in(ids.clone()));
        rows.exec(self.tx()).await?;
        let dropped = import::ActiveModel { state: Set("dropped".to_owned()), ..Default::default() };
        let imports = self.change::<import::Entity>().set(dropped);
        imports.filter(import::Column::Id.is_in(ids)).exec(self.tx()).await?;
        Ok(())
    }
}
