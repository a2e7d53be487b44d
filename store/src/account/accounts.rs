//! Accounts: added, disabled and given a password by the command line or an administrator.

use super::password::Checked;
use super::session::{Session, revoke_all};
use crate::database::Access;
use crate::entity::account;
use crate::error::Error;
use crate::pinyin;
use crate::scope::SharedStore;
use crate::seal::Place;
use crate::store::Store;
use domain::id::PersonId;
use domain::value::{PersonName, Phone, ValueError, WorkNumber};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
use secrecy::SecretString;
use uuid::Uuid;

/// A person who shall be able to sign in.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Sign-in name, see [`WorkNumber`].
    pub work_number: String,
    /// 姓名
    pub name: String,
    /// Telephone, also a sign-in name; sealed.
    pub phone: Option<String>,
    /// The first password.
    pub password: SecretString,
    /// Whether the person must choose another one at first.
    pub must_change_password: bool,
}

impl Store {
    /// Adds an account.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the work number or the phone is taken or cannot be one, or the password is
    /// too short.
    pub async fn add_account(&self, new: NewAccount) -> Result<PersonId, Error> {
        let refused = |field| move |error: ValueError| Error::Invalid { field, code: error.code() };
        let work_number = WorkNumber::parse(&new.work_number).map_err(refused("work_number"))?;
        let name = PersonName::parse(&new.name).map_err(refused("name"))?;
        let phone = new.phone.as_deref().filter(|phone| !phone.trim().is_empty()).map(Phone::parse);
        let phone = phone.transpose().map_err(refused("phone"))?;
        let password_hash = self.passwords().hash(&new.password).await?;
        let id = Uuid::now_v7();
        let shared = SharedStore::begin(self, Access::Write).await?;
        let mut row = account::ActiveModel {
            id: Set(id),
            work_number: Set(work_number.as_str().to_owned()),
            pinyin: Set(pinyin::key(name.as_str())),
            name: Set(name.as_str().to_owned()),
            password_hash: Set(password_hash),
            must_change: Set(new.must_change_password),
            language: Set("zh".to_owned()),
            created_at: Set(shared.now.0),
            updated_at: Set(shared.now.0),
            ..Default::default()
        };
        if let Some(phone) = phone {
            let place = Place { table: "account", column: "phone", bureau: 0, row: id.as_bytes().to_vec() };
            row.phone_sealed = Set(Some(self.keys().seal(&place, phone.as_str().as_bytes())?));
            row.phone_blind = Set(Some(self.keys().blind_in_accounts(phone.as_str())));
            row.phone_masked = Set(Some(phone.masked()));
        }
        refuse_taken(&shared, &row).await?;
        shared.insert::<account::Entity>(row).await?;
        shared.commit().await?;
        Ok(PersonId(id))
    }

    /// The person of a work number.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn person(&self, work_number: &str) -> Result<PersonId, Error> {
        let shared = SharedStore::begin(self, Access::Read).await?;
        Ok(PersonId(find(&shared, work_number).await?.id))
    }

    /// Disables or enables an account; disabling ends its sessions.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such account.
    pub async fn disable_account(&self, work_number: &str, disabled: bool) -> Result<(), Error> {
        let shared = SharedStore::begin(self, Access::Write).await?;
        let id = find(&shared, work_number).await?.id;
        let row = account::ActiveModel {
            disabled_at: Set(disabled.then_some(shared.now.0)),
            updated_at: Set(shared.now.0),
            ..Default::default()
        };
        change(&shared, id, row).await?;
        if disabled {
            revoke_all(&shared, PersonId(id), None).await?;
        }
        shared.commit().await
    }

    /// Gives an account another password, which the person must change at the next sign-in; ends its
    /// sessions.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such account, [`Error::Invalid`] for a short password.
    pub async fn set_password(&self, work_number: &str, password: &SecretString) -> Result<(), Error> {
        let hash = self.passwords().hash(password).await?;
        let shared = SharedStore::begin(self, Access::Write).await?;
        let id = find(&shared, work_number).await?.id;
        change(&shared, id, new_password(&shared, hash, true)).await?;
        revoke_all(&shared, PersonId(id), None).await?;
        shared.commit().await
    }
}

impl Session {
    /// Changes one's own password and ends one's other sessions.
    ///
    /// # Errors
    /// [`Error::Invalid`] with field `old` and code `wrong`, or with field `new` when the new one is
    /// too short or the same.
    pub async fn change_password(&self, old: &SecretString, new: &SecretString) -> Result<(), Error> {
        let shared = SharedStore::begin(self.store(), Access::Read).await?;
        let kept = find(&shared, &self.person().work_number).await?.password_hash;
        shared.commit().await?;
        let passwords = self.store().passwords();
        if passwords.check(old, Some(&kept)).await? == Checked::Wrong {
            return Err(Error::Invalid { field: "old", code: "wrong" });
        }
        if passwords.check(new, Some(&kept)).await? != Checked::Wrong {
            return Err(Error::Invalid { field: "new", code: "same" });
        }
        let hash = passwords.hash(new).await.map_err(of_the_new)?;
        let shared = SharedStore::begin(self.store(), Access::Write).await?;
        change(&shared, self.person().id.0, new_password(&shared, hash, false)).await?;
        self.revoke_others(&shared).await?;
        shared.commit().await
    }
}

/// The form of one's own password has two fields of passwords.
fn of_the_new(error: Error) -> Error {
    match error {
        Error::Invalid { code, .. } => Error::Invalid { field: "new", code },
        other => other,
    }
}

async fn refuse_taken(shared: &SharedStore, row: &account::ActiveModel) -> Result<(), Error> {
    let by_number = account::Column::WorkNumber.eq(row.work_number.clone().take());
    let by_phone =
        account::Column::PhoneBlind.eq(row.phone_blind.clone().take().flatten().unwrap_or_default());
    for (taken, field) in [(by_number, "work_number"), (by_phone, "phone")] {
        if shared.find::<account::Entity>().filter(taken).one(shared.tx()).await?.is_some() {
            return Err(Error::Invalid { field, code: "taken" });
        }
    }
    Ok(())
}

fn new_password(shared: &SharedStore, hash: String, must_change: bool) -> account::ActiveModel {
    account::ActiveModel {
        password_hash: Set(hash),
        must_change: Set(must_change),
        updated_at: Set(shared.now.0),
        ..Default::default()
    }
}

async fn change(shared: &SharedStore, id: Uuid, row: account::ActiveModel) -> Result<(), Error> {
    let own = shared.change::<account::Entity>().set(row).filter(account::Column::Id.eq(id));
    own.exec(shared.tx()).await?;
    Ok(())
}

async fn find(shared: &SharedStore, work_number: &str) -> Result<account::Model, Error> {
    let name = work_number.trim().to_lowercase();
    let found = shared.find::<account::Entity>().filter(account::Column::WorkNumber.eq(name));
    found.one(shared.tx()).await?.ok_or(Error::NotFound)
}
