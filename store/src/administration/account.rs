//! The account behind a member: its name and phone, and whether it can sign in. Who may change what is decided by
//! [`domain::administration`].

use crate::account::{change, find, revoke_all};
use crate::entity::{account, audit, bureau, membership};
use crate::error::Error;
use crate::members::roles_of;
use crate::pinyin;
use crate::scope::BureauStore;
use crate::seal::Place;
use domain::administration::{AdministrationRefusal, AskedAccount, may_change_account, may_switch_account};
use domain::id::PersonId;
use domain::role::{Power, Role, may};
use domain::value::{PersonName, Phone};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// The most memberships of a person that are looked through.
const MEMBERSHIPS_MAX: u64 = 2_000;

/// An account with what the administrator may do.
#[derive(Clone, Debug)]
pub struct AccountRecord {
    pub person: PersonId,
    pub work_number: String,
    pub name: String,
    /// The masked phone, none when there is none.
    pub phone: Option<String>,
    pub is_disabled: bool,
    /// Changes with each change of the account.
    pub version: i64,
    /// Bureaus and roles of memberships that have not ended; for the city's administrator only.
    pub bureaus: Vec<(String, Vec<Role>)>,
    /// Why this administrator may not change name and phone.
    pub change_refusal: Option<AdministrationRefusal>,
    /// Why this administrator may neither disable nor enable it.
    pub switch_refusal: Option<AdministrationRefusal>,
}

/// What becomes of a phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewPhone {
    Same,
    None,
    Is(Phone),
}

impl BureauStore {
    /// The person of a work number: the city's administrator.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Invalid`] with code `nobody` when nobody has it.
    pub async fn account_of(&self, work_number: &str) -> Result<PersonId, Error> {
        self.require(Power::AdministerCity)?;
        match find(self.shared(), work_number).await {
            Ok(account) => Ok(PersonId(account.id)),
            Err(Error::NotFound) => Err(Error::Invalid { field: "work_number", code: "nobody" }),
            Err(error) => Err(error),
        }
    }

    /// An account: of whoever is or was a member here, for the bureau's administrator; any, for the city's.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without either power, [`Error::NotFound`] for a person of other bureaus.
    pub async fn account_record(&self, person: PersonId) -> Result<AccountRecord, Error> {
        let is_city = may(&self.actor().roles, Power::AdministerCity);
        if !is_city {
            self.require(Power::AdministerBureau)?;
            let here = self.shared().find::<membership::Entity>();
            let here = here.filter(membership::Column::PersonId.eq(person.0));
            let here = here.filter(membership::Column::BureauId.eq(self.bureau().id.0));
            here.one(self.tx()).await?.ok_or(Error::NotFound)?;
        }
        let row = self.account_row(person).await?;
        let (roles, is_elsewhere) = self.open_memberships(person).await?;
        let asked = AskedAccount {
            is_asker: self.actor().person == Some(person),
            roles: &roles,
            is_elsewhere,
            is_laid_here: self.is_laid_here(person).await?,
        };
        Ok(AccountRecord {
            person,
            bureaus: if is_city { self.bureaus_of(person).await? } else { Vec::new() },
            change_refusal: may_change_account(&self.actor().roles, &asked).err(),
            switch_refusal: may_switch_account(&self.actor().roles, &asked).err(),
            work_number: row.work_number,
            name: row.name,
            phone: row.phone_masked,
            is_disabled: row.disabled_at.is_some(),
            version: row.updated_at,
        })
    }

    async fn account_row(&self, person: PersonId) -> Result<account::Model, Error> {
        let row = self.shared().find::<account::Entity>().filter(account::Column::Id.eq(person.0));
        row.one(self.tx()).await?.ok_or(Error::NotFound)
    }

    /// Whether this bureau's administrator made the account: its chain says so.
    async fn is_laid_here(&self, person: PersonId) -> Result<bool, Error> {
        let laid = self.find::<audit::Entity>().filter(audit::Column::Subject.eq(person.to_string()));
        let laid = laid.filter(audit::Column::Act.eq("account_added"));
        Ok(laid.order_by_asc(audit::Column::Seq).limit(1).one(self.tx()).await?.is_some())
    }

    async fn bureaus_of(&self, person: PersonId) -> Result<Vec<(String, Vec<Role>)>, Error> {
        let open = self.shared().find::<membership::Entity>();
        let open = open.filter(membership::Column::PersonId.eq(person.0));
        let open = open.filter(super::admit::not_ended(self.today())).limit(MEMBERSHIPS_MAX);
        let open = open.all(self.tx()).await?;
        let bureaus = self.shared().find::<bureau::Entity>();
        let bureaus = bureaus.filter(bureau::Column::Id.is_in(open.iter().map(|row| row.bureau_id)));
        let bureaus = bureaus.order_by_asc(bureau::Column::DisplayOrder).limit(MEMBERSHIPS_MAX);
        let roles = |id: i32| open.iter().filter(move |row| row.bureau_id == id);
        let line = |row: bureau::Model| {
            let roles = roles(row.id).flat_map(|row| roles_of(&row.roles)).collect();
            (row.short_name, roles)
        };
        Ok(bureaus.all(self.tx()).await?.into_iter().map(line).collect())
    }

    /// Changes name and phone of an account.
    ///
    /// # Errors
    /// As [`BureauStore::account_record`]; [`Error::Invalid`] with the code of an [`AdministrationRefusal`], or with
    /// field `phone` and code `taken`; [`Error::Conflict`] when somebody else was faster.
    pub async fn change_account(
        &self,
        person: PersonId,
        version: i64,
        name: &PersonName,
        phone: &NewPhone,
    ) -> Result<(), Error> {
        self.must_write()?;
        let before = self.account_record(person).await?;
        if let Some(refusal) = before.change_refusal {
            return Err(Error::Invalid { field: "", code: refusal.code() });
        }
        if before.version != version {
            return Err(Error::Conflict);
        }
        let mut row = account::ActiveModel {
            name: Set(name.as_str().to_owned()),
            pinyin: Set(pinyin::key(name.as_str())),
            updated_at: Set(self.now().0.max(version + 1)),
            ..Default::default()
        };
        let masked = match phone {
            NewPhone::Same => before.phone.clone(),
            NewPhone::None => {
                (row.phone_sealed, row.phone_blind, row.phone_masked) = (Set(None), Set(None), Set(None));
                None
            }
            NewPhone::Is(phone) => {
                self.seal_phone(person, phone, &mut row).await?;
                Some(phone.masked())
            }
        };
        change(self.shared(), person.0, row).await?;
        let payload = serde_json::json!({
            "before": { "name": before.name, "phone": before.phone },
            "after": { "name": name.as_str(), "phone": masked }, "phone_changed": *phone != NewPhone::Same,
        });
        self.audit("account_changed", &person.to_string(), &payload).await.map(drop)
    }

    async fn seal_phone(
        &self,
        person: PersonId,
        phone: &Phone,
        row: &mut account::ActiveModel,
    ) -> Result<(), Error> {
        let blind = self.keys().blind_in_accounts(phone.as_str());
        let taken = self.shared().find::<account::Entity>();
        let taken = taken.filter(account::Column::PhoneBlind.eq(blind.clone()));
        if taken.filter(account::Column::Id.ne(person.0)).one(self.tx()).await?.is_some() {
            return Err(Error::Invalid { field: "phone", code: "taken" });
        }
        let id = person.0.as_bytes().to_vec();
        let place = Place { table: "account", column: "phone", bureau: 0, row: id };
        row.phone_sealed = Set(Some(self.keys().seal(&place, phone.as_str().as_bytes())?));
        row.phone_blind = Set(Some(blind));
        row.phone_masked = Set(Some(phone.masked()));
        Ok(())
    }

    /// Disables an account and ends its sessions, or enables it again.
    ///
    /// # Errors
    /// As [`BureauStore::account_record`]; [`Error::Invalid`] with the code of an [`AdministrationRefusal`].
    pub async fn switch_account(&self, person: PersonId, is_disabled: bool) -> Result<(), Error> {
        self.must_write()?;
        let before = self.account_record(person).await?;
        if let Some(refusal) = before.switch_refusal {
            return Err(Error::Invalid { field: "", code: refusal.code() });
        }
        if before.is_disabled == is_disabled {
            return Ok(());
        }
        let row = account::ActiveModel {
            disabled_at: Set(is_disabled.then_some(self.now().0)),
            updated_at: Set(self.now().0.max(before.version + 1)),
            ..Default::default()
        };
        change(self.shared(), person.0, row).await?;
        if is_disabled {
            revoke_all(self.shared(), person, None).await?;
        }
        let act = if is_disabled { "account_disabled" } else { "account_enabled" };
        let payload = serde_json::json!({
            "before": { "is_disabled": before.is_disabled }, "after": { "is_disabled": is_disabled },
        });
        self.audit(act, &person.to_string(), &payload).await.map(drop)
    }
}
