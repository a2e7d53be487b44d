//! Signing in by work number, phone or pinyin.

use super::delay;
use super::password::Checked;
use super::session::{Session, open_session};
use crate::database::Access;
use crate::entity::account;
use crate::error::Error;
use crate::scope::SharedStore;
use crate::store::Store;
use domain::Lang;
use domain::value::{Phone, fold};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};
use secrecy::SecretString;

/// What the sign-in form and its request say.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// Work number, full phone number, or pinyin of the name.
    pub name: String,
    /// The password.
    pub password: SecretString,
    /// The client's address.
    pub address: String,
    /// The browser as it calls itself; its first 200 characters are kept.
    pub agent: String,
    /// The language of the page.
    pub language: Lang,
}

/// The answer, which never tells whether an account exists.
#[derive(Debug)]
pub enum SignInAnswer {
    /// Signed in: the token belongs into the cookie and is kept nowhere else.
    In {
        /// The new session's secret.
        token: SecretString,
        /// The new session.
        session: Box<Session>,
    },
    /// Unknown name, wrong password or disabled account.
    Refused,
    /// Too many failures: the password was not looked at.
    Wait {
        /// Whole seconds to wait.
        seconds: i64,
    },
}

impl Store {
    /// Signs a person in.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn sign_in(&self, attempt: SignIn) -> Result<SignInAnswer, Error> {
        let typed = fold(&attempt.name);
        let name = delay::name_hash(&typed);
        let before = SharedStore::begin(self, Access::Read).await?;
        let seconds = delay::wait_seconds(&before, &name, &attempt.address).await?;
        if seconds > 0 {
            return Ok(SignInAnswer::Wait { seconds });
        }
        let found = self.account_called(&before, &typed).await?;
        // The password is computed outside of any transaction: on SQLite one would hold all writers up.
        before.commit().await?;
        let kept = found.as_ref().map(|account| account.password_hash.as_str());
        let checked = self.passwords().check(&attempt.password, kept).await?;

        let shared = SharedStore::begin(self, Access::Write).await?;
        let account = found.filter(|account| account.disabled_at.is_none() && checked != Checked::Wrong);
        delay::record(&shared, name, &attempt.address, account.is_some()).await?;
        let Some(account) = account else {
            shared.commit().await?;
            return Ok(SignInAnswer::Refused);
        };
        if let Checked::RightRehashed(hash) = checked {
            let row = account::ActiveModel { password_hash: Set(hash), ..Default::default() };
            let own = shared.change::<account::Entity>().set(row);
            own.filter(account::Column::Id.eq(account.id)).exec(shared.tx()).await?;
        }
        let (token, session) = open_session(self, &shared, account, &attempt).await?;
        shared.commit().await?;
        Ok(SignInAnswer::In { token, session: Box::new(session) })
    }

    /// The one account of a typed name. A pinyin that two people share is nobody's: they use their number.
    async fn account_called(
        &self,
        shared: &SharedStore,
        name: &str,
    ) -> Result<Option<account::Model>, Error> {
        if name.is_empty() || name.len() > 64 || name.contains('\0') {
            return Ok(None);
        }
        // All three are always asked, so that the time tells nothing.
        let all = || shared.find::<account::Entity>();
        let by_number = all().filter(account::Column::WorkNumber.eq(name)).one(shared.tx()).await?;
        let phone = Phone::parse(name).map_or_else(|_| name.to_owned(), |phone| phone.as_str().to_owned());
        let phone = self.keys().blind_in_accounts(&phone);
        let by_phone = all().filter(account::Column::PhoneBlind.eq(phone)).one(shared.tx()).await?;
        let mut namesakes = all().filter(account::Column::Pinyin.eq(name)).limit(2).all(shared.tx()).await?;
        let by_pinyin = namesakes.pop().filter(|_| namesakes.is_empty());
        Ok(by_number.or(by_phone).or(by_pinyin))
    }
}
