//! Members admitted with an account of their own, or by the work number of one that is there.

use super::OneTimePassword;
use crate::account::{Parsed, find, insert};
use crate::entity::membership;
use crate::error::Error;
use crate::members::NewMembership;
use crate::scope::BureauStore;
use domain::administration::AdministrationRefusal;
use domain::id::{MembershipId, PersonId};
use domain::role::Power;
use sea_orm::{ColumnTrait, Condition, QueryFilter};

/// A person who gets an account.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Sign-in name.
    pub work_number: String,
    /// 姓名
    pub name: String,
    /// Telephone, also a sign-in name; sealed.
    pub phone: Option<String>,
}

impl BureauStore {
    /// Makes an account with a one-time password and admits its person.
    ///
    /// # Errors
    /// As [`BureauStore::admit`]; [`Error::Invalid`] when the work number or the phone is taken or cannot be one.
    pub async fn admit_new(
        &self,
        new: &NewPerson,
        password: &OneTimePassword,
        membership: NewMembership,
    ) -> Result<MembershipId, Error> {
        self.require(Power::AdministerBureau)?;
        let parsed = Parsed::read(&new.work_number, &new.name, new.phone.as_deref())?;
        let row = insert(self.shared(), self.keys(), parsed, password.hash.clone(), true).await?;
        let payload = serde_json::json!({
            "before": null, "after": { "work_number": row.work_number, "name": row.name, "phone": row.phone_masked },
        });
        self.audit("account_added", &row.id.to_string(), &payload).await?;
        self.admit(PersonId(row.id), membership).await
    }

    /// Admits the person of an account that is there.
    ///
    /// # Errors
    /// As [`BureauStore::admit`]; [`Error::Invalid`] with field `work_number`: code `unknown` when nobody has it,
    /// `member_already` for whoever is a member or will be one.
    pub async fn admit_known(
        &self,
        work_number: &str,
        membership: NewMembership,
    ) -> Result<MembershipId, Error> {
        self.require(Power::AdministerBureau)?;
        let person = match find(self.shared(), work_number).await {
            Ok(account) => account.id,
            Err(Error::NotFound) => return Err(Error::Invalid { field: "work_number", code: "unknown" }),
            Err(error) => return Err(error),
        };
        let open = Condition::all()
            .add(membership::Column::PersonId.eq(person))
            .add(membership::Column::BureauId.eq(self.bureau().id.0))
            .add(not_ended(self.today()));
        let here = self.shared().find::<membership::Entity>().filter(open);
        if here.one(self.tx()).await?.is_some() {
            let code = AdministrationRefusal::MemberAlready.code();
            return Err(Error::Invalid { field: "work_number", code });
        }
        self.admit(PersonId(person), membership).await
    }
}

/// Memberships that have not ended, those to come among them.
pub(super) fn not_ended(today: domain::Day) -> Condition {
    Condition::any().add(membership::Column::ToOn.is_null()).add(membership::Column::ToOn.gte(today))
}
