//! Accounts: added, disabled and given a password by the command line or an administrator.

use super::password::Checked;
use super::session::{Session, revoke_all};
use crate::database::Access;
use crate::entity::account;
use crate::error::Error;
use crate::pinyin;
use crate::scope::SharedStore;
use crate::seal::{Keys, Place};
use crate::store::Store;
use domain::id::PersonId;
use domain::value::{PasswordFault, PersonName, Phone, ValueError, WorkNumber};
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

/// What identifies a person, read once.
#[derive(Debug)]
pub(crate) struct Parsed {
    work_number: WorkNumber,
    name: PersonName,
    phone: Option<Phone>,
}

impl Parsed {
    fn of(new: &NewAccount) -> Result<Self, Error> {
        Parsed::read(&new.work_number, &new.name, new.phone.as_deref())
    }

    /// Reads what was typed.
    pub(crate) fn read(work_number: &str, name: &str, phone: Option<&str>) -> Result<Self, Error> {
        let refused = |field| move |error: ValueError| Error::Invalid { field, code: error.code() };
        let phone = phone.filter(|phone| !phone.trim().is_empty()).map(Phone::parse);
        Ok(Parsed {
            work_number: WorkNumber::parse(work_number).map_err(refused("work_number"))?,
            name: PersonName::parse(name).map_err(refused("name"))?,
            phone: phone.transpose().map_err(refused("phone"))?,
        })
    }
}

impl Store {
    /// Adds an account.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the work number or the phone is taken or cannot be one, or the password is
    /// too short.
    pub async fn add_account(&self, new: NewAccount) -> Result<PersonId, Error> {
        let parsed = Parsed::of(&new)?;
        let password_hash = self.passwords().hash(&new.password).await?;
        let shared = SharedStore::begin(self, Access::Write).await?;
        let row = insert(&shared, self.keys(), parsed, password_hash, new.must_change_password).await?;
        shared.commit().await?;
        Ok(PersonId(row.id))
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
    /// [`Error::Invalid`] with field `old` and code `wrong`, or with field `new` and the code of a
    /// [`PasswordFault`].
    pub async fn change_password(&self, old: &SecretString, new: &SecretString) -> Result<(), Error> {
        let shared = SharedStore::begin(self.store(), Access::Read).await?;
        let kept = find(&shared, &self.person().work_number).await?.password_hash;
        shared.commit().await?;
        let passwords = self.store().passwords();
        if passwords.check(old, Some(&kept)).await? == Checked::Wrong {
            return Err(Error::Invalid { field: "old", code: "wrong" });
        }
        if passwords.check(new, Some(&kept)).await? != Checked::Wrong {
            return Err(Error::Invalid { field: "new", code: PasswordFault::Same.code() });
        }
        let own = [self.person().work_number.as_str(), self.person().name.as_str()];
        let hash = passwords.hash_of(new, &own).await.map_err(of_the_new)?;
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

/// Adds the row of an account, its phone sealed.
pub(crate) async fn insert(
    shared: &SharedStore,
    keys: &Keys,
    new: Parsed,
    password_hash: String,
    must_change: bool,
) -> Result<account::Model, Error> {
    let id = Uuid::now_v7();
    let mut row = account::ActiveModel {
        id: Set(id),
        work_number: Set(new.work_number.as_str().to_owned()),
        pinyin: Set(pinyin::key(new.name.as_str())),
        name: Set(new.name.as_str().to_owned()),
        password_hash: Set(password_hash),
        must_change: Set(must_change),
        language: Set("zh".to_owned()),
        created_at: Set(shared.now.0),
        updated_at: Set(shared.now.0),
        ..Default::default()
    };
    if let Some(phone) = new.phone {
        let place = Place { table: "account", column: "phone", bureau: 0, row: id.as_bytes().to_vec() };
        row.phone_sealed = Set(Some(keys.seal(&place, phone.as_str().as_bytes())?));
        row.phone_blind = Set(Some(keys.blind_in_accounts(phone.as_str())));
        row.phone_masked = Set(Some(phone.masked()));
    }
    refuse_taken(shared, &row).await?;
    shared.insert::<account::Entity>(row).await
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

/// What changes with another password.
pub(crate) fn new_password(shared: &SharedStore, hash: String, must_change: bool) -> account::ActiveModel {
    account::ActiveModel {
        password_hash: Set(hash),
        must_change: Set(must_change),
        updated_at: Set(shared.now.0),
        ..Default::default()
    }
}

pub(crate) async fn change(shared: &SharedStore, id: Uuid, row: account::ActiveModel) -> Result<(), Error> {
    let own = shared.change::<account::Entity>().set(row).filter(account::Column::Id.eq(id));
    own.exec(shared.tx()).await?;
    Ok(())
}

/// The account of a work number, in any width and case.
pub(crate) async fn find(shared: &SharedStore, work_number: &str) -> Result<account::Model, Error> {
    let name = WorkNumber::parse(work_number).map_err(|_| Error::NotFound)?.as_str().to_owned();
    let found = shared.find::<account::Entity>().filter(account::Column::WorkNumber.eq(name));
    found.one(shared.tx()).await?.ok_or(Error::NotFound)
}
