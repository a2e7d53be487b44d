//! One member as the administrator sees and changes it.

use super::admit::not_ended;
use crate::entity::{account, membership};
use crate::error::Error;
use crate::members::{Membership, NewMembership, of_account, on_day, payload, read, roles_of};
use crate::scope::BureauStore;
use domain::administration::{AdministrationRefusal, Asked, Term, keeps_administrator, may_renew_password};
use domain::id::{MembershipId, PersonId};
use domain::role::Role;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, JoinType, QueryFilter, QuerySelect};

/// The most memberships of a bureau or a person that are looked through.
const MEMBERSHIPS_MAX: u64 = 2_000;

/// A member with what the administrator may do.
#[derive(Clone, Debug)]
pub struct MemberRecord {
    /// Roles, days, certificate.
    pub membership: Membership,
    /// The masked phone, none when there is none.
    pub phone: Option<String>,
    /// The person has not changed the first password yet.
    pub must_change_password: bool,
    /// The account is disabled.
    pub is_disabled: bool,
    /// Why this administrator may not give the person a one-time password.
    pub password_refusal: Option<AdministrationRefusal>,
}

impl BureauStore {
    /// One member of this bureau, present or ended.
    ///
    /// # Errors
    /// [`Error::NotFound`] for another bureau's.
    pub async fn member_record(&self, id: MembershipId) -> Result<MemberRecord, Error> {
        let own = Condition::all()
            .add(membership::Column::Id.eq(id.0))
            .add(membership::Column::BureauId.eq(self.bureau().id.0));
        let membership = read(self.shared(), own).await?.pop().ok_or(Error::NotFound)?;
        let whose = account::Column::Id.eq(membership.person.0);
        let account = self.shared().find::<account::Entity>().filter(whose).one(self.tx()).await?;
        let account = account.ok_or(Error::NotFound)?;
        let (roles, is_elsewhere) = self.open_memberships(membership.person).await?;
        let asked =
            Asked { is_asker: self.actor().person == Some(membership.person), roles: &roles, is_elsewhere };
        Ok(MemberRecord {
            membership,
            phone: account.phone_masked,
            must_change_password: account.must_change,
            is_disabled: account.disabled_at.is_some(),
            password_refusal: may_renew_password(&self.actor().roles, &asked).err(),
        })
    }

    /// A person's roles in this bureau that have not ended, and whether there are any in another one.
    pub(super) async fn open_memberships(&self, person: PersonId) -> Result<(Vec<Role>, bool), Error> {
        let open =
            Condition::all().add(membership::Column::PersonId.eq(person.0)).add(not_ended(self.today()));
        let open = self.shared().find::<membership::Entity>().filter(open).limit(MEMBERSHIPS_MAX);
        let (here, elsewhere): (Vec<_>, Vec<_>) =
            open.all(self.tx()).await?.into_iter().partition(|row| row.bureau_id == self.bureau().id.0);
        Ok((here.iter().flat_map(|row| roles_of(&row.roles)).collect(), !elsewhere.is_empty()))
    }

    /// Changes a membership, or ends it by a last day.
    ///
    /// # Errors
    /// As [`BureauStore::admit`]; [`Error::Conflict`] when somebody else was faster; [`Error::Invalid`] with code
    /// `last_administrator` when the bureau would be left without one.
    pub async fn change_member(
        &self,
        id: MembershipId,
        version: i32,
        changed: NewMembership,
    ) -> Result<(), Error> {
        self.may_administer(&[])?;
        let own = || {
            let own = self.shared().find::<membership::Entity>().filter(membership::Column::Id.eq(id.0));
            own.filter(membership::Column::BureauId.eq(self.bureau().id.0))
        };
        let before = own().one(self.tx()).await?.ok_or(Error::NotFound)?;
        if before.version != version {
            return Err(Error::Conflict);
        }
        let had = roles_of(&before.roles);
        let differ = |one: &[Role], other: &[Role]| -> Vec<Role> {
            one.iter().copied().filter(|role| !other.contains(role)).collect()
        };
        self.may_administer(&[differ(&had, &changed.roles), differ(&changed.roles, &had)].concat())?;
        self.keeps_administrator(&before, &had, &changed).await?;
        let mut row = self.membership_row(&changed)?;
        row.version = Set(version + 1);
        let change = self.shared().change::<membership::Entity>().set(row);
        let change = change.filter(membership::Column::Id.eq(id.0));
        let done = change.filter(membership::Column::Version.eq(version)).exec(self.tx()).await?;
        if done.rows_affected == 0 {
            return Err(Error::Conflict);
        }
        let after = own().one(self.tx()).await?.ok_or(Error::NotFound)?;
        let change = serde_json::json!({ "before": payload(&before), "after": payload(&after) });
        self.audit("member_changed", &id.to_string(), &change).await.map(drop)
    }

    async fn keeps_administrator(
        &self,
        before: &membership::Model,
        had: &[Role],
        changed: &NewMembership,
    ) -> Result<(), Error> {
        let others = self
            .shared()
            .find::<membership::Entity>()
            .join(JoinType::InnerJoin, of_account())
            .filter(membership::Column::BureauId.eq(self.bureau().id.0))
            .filter(membership::Column::Id.ne(before.id))
            .filter(account::Column::DisabledAt.is_null())
            .filter(on_day(self.today()))
            .limit(MEMBERSHIPS_MAX);
        let others = others.all(self.tx()).await?;
        let others: Vec<_> =
            others.into_iter().map(|row| (roles_of(&row.roles), row.from_on, row.to_on)).collect();
        let kept = keeps_administrator(
            self.today(),
            Term { roles: had, from: before.from_on, to: before.to_on },
            Term { roles: &changed.roles, from: changed.from, to: changed.to },
            others.iter().map(|(roles, from, to)| Term { roles, from: *from, to: *to }),
        );
        kept.map_err(|refusal| Error::Invalid { field: "roles", code: refusal.code() })
    }
}
