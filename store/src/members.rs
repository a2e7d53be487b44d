//! Members of a bureau: person × bureau × roles, from–to, with the enforcement certificate.

use crate::bureaus::BureauKind;
use crate::entity::{account, membership};
use crate::error::Error;
use crate::scope::{BureauStore, SharedStore};
use domain::Day;
use domain::administration::{AdministrationRefusal, may_give};
use domain::id::{BureauId, MembershipId, PersonId};
use domain::role::{Power, Role};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The longest list of members that is ever read.
const MEMBERS_MAX: u64 = 2_000;

/// One person's roles in one bureau for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// Stands in the member's URL.
    pub id: MembershipId,
    /// Whose member.
    pub bureau: BureauId,
    /// Who.
    pub person: PersonId,
    /// The person's name.
    pub name: String,
    /// The person's sign-in name.
    pub work_number: String,
    /// What the person may do here.
    pub roles: Vec<Role>,
    /// 职务
    pub position: String,
    /// First day.
    pub from: Day,
    /// Last day, none while open.
    pub to: Option<Day>,
    /// 执法证
    pub certificate: Option<Certificate>,
    /// 法律职业资格
    pub qualification_no: Option<String>,
    /// Grows with each change.
    pub version: i32,
}

/// An enforcement certificate (执法证) and the days on which it is valid, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Its number.
    pub number: String,
    /// First valid day.
    pub from: Day,
    /// Last valid day.
    pub to: Day,
}

/// What a new or changed membership says.
#[derive(Clone, Debug)]
pub struct NewMembership {
    /// What the person may do here.
    pub roles: Vec<Role>,
    /// 职务
    pub position: String,
    /// First day.
    pub from: Day,
    /// Last day, none while open.
    pub to: Option<Day>,
    /// 执法证
    pub certificate: Option<Certificate>,
    /// 法律职业资格
    pub qualification_no: Option<String>,
}

impl Membership {
    /// Whether the certificate is valid on a day: what two officers need on the day of the act (罚42, 55).
    #[must_use]
    pub fn is_certified_on(&self, day: Day) -> bool {
        self.certificate.as_ref().is_some_and(|certificate| certificate.from <= day && day <= certificate.to)
    }
}

impl BureauStore {
    /// Members of this bureau on a day, by name.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn members(&self, on: Day) -> Result<Vec<Membership>, Error> {
        let here = Condition::all().add(membership::Column::BureauId.eq(self.bureau().home.0));
        read(self.shared(), here.add(on_day(on))).await
    }

    /// Every membership of this bureau, also the ended ones: whoever once acted here keeps a name.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn members_ever(&self) -> Result<Vec<Membership>, Error> {
        let here = Condition::all().add(membership::Column::BureauId.eq(self.bureau().home.0));
        read(self.shared(), here).await
    }

    /// Makes a person a member of this bureau: its administrator, or the command line.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Invalid`] for a role that only the city has or that
    /// the giver may not give, or in a practice area, whose members are its bureau's,
    /// [`Error::NotFound`] for an unknown person.
    pub async fn admit(&self, person: PersonId, new: NewMembership) -> Result<MembershipId, Error> {
        self.may_administer(&new.roles)?;
        if self.bureau().is_practice() {
            return Err(Error::Invalid { field: "bureau", code: "practice" });
        }
        let id = Uuid::now_v7();
        let mut row = self.membership_row(&new)?;
        row.id = Set(id);
        row.bureau_id = Set(self.bureau().id.0);
        row.person_id = Set(person.0);
        row.created_at = Set(self.now().0);
        row.version = Set(1);
        let row = self.shared().insert::<membership::Entity>(row).await?;
        let change = serde_json::json!({ "before": null, "after": payload(&row) });
        self.audit("member_admitted", &id.to_string(), &change).await?;
        Ok(MembershipId(id))
    }

    /// Whether who acts may administer this bureau and give or take these roles in it.
    pub(crate) fn may_administer(&self, roles: &[Role]) -> Result<(), Error> {
        if self.actor().person.is_some() {
            self.require(Power::AdministerBureau)?;
            if roles.iter().any(|role| !may_give(&self.actor().roles, *role)) {
                let code = AdministrationRefusal::RoleAboveOwn.code();
                return Err(Error::Invalid { field: "roles", code });
            }
        }
        let city = self.bureau().kind == BureauKind::City;
        if !city && roles.iter().any(|role| role.is_city_only()) {
            return Err(Error::Invalid { field: "roles", code: "city_only" });
        }
        Ok(())
    }

    pub(crate) fn membership_row(&self, new: &NewMembership) -> Result<membership::ActiveModel, Error> {
        let words: Vec<_> = new.roles.iter().map(|role| role.word()).collect();
        let certificate = new.certificate.clone();
        let ends_early = |to: Option<Day>, from: Day| to.is_some_and(|to| to < from);
        if ends_early(new.to, new.from) || certificate.as_ref().is_some_and(|c| c.to < c.from) {
            return Err(Error::Invalid { field: "to", code: "date_order" });
        }
        Ok(membership::ActiveModel {
            roles: Set(words.join(" ")),
            position: Set(new.position.clone()),
            from_on: Set(new.from),
            to_on: Set(new.to),
            certificate_from: Set(certificate.as_ref().map(|certificate| certificate.from)),
            certificate_to: Set(certificate.as_ref().map(|certificate| certificate.to)),
            certificate_no: Set(certificate.map(|certificate| certificate.number)),
            qualification_no: Set(new.qualification_no.clone()),
            updated_at: Set(self.now().0),
            ..Default::default()
        })
    }
}

pub(crate) fn of_account() -> RelationDef {
    let person = membership::Entity::belongs_to(account::Entity)
        .from(membership::Column::PersonId)
        .to(account::Column::Id);
    person.into()
}

/// The roles of a membership's words; a word that is no role any more gives nothing.
pub(crate) fn roles_of(words: &str) -> Vec<Role> {
    words.split(' ').filter_map(Role::from_word).collect()
}

pub(crate) fn on_day(day: Day) -> Condition {
    let open =
        Condition::any().add(membership::Column::ToOn.is_null()).add(membership::Column::ToOn.gte(day));
    Condition::all().add(membership::Column::FromOn.lte(day)).add(open)
}

pub(crate) async fn read(shared: &SharedStore, which: Condition) -> Result<Vec<Membership>, Error> {
    let rows = shared
        .find::<membership::Entity>()
        .join(JoinType::InnerJoin, of_account())
        .select_also(account::Entity)
        .filter(which)
        .order_by_asc(account::Column::Pinyin)
        .order_by_asc(membership::Column::Id)
        .limit(MEMBERS_MAX)
        .all(shared.tx())
        .await?;
    Ok(rows.into_iter().filter_map(|(row, account)| Some(membership_of(row, account?))).collect())
}

fn membership_of(row: membership::Model, account: account::Model) -> Membership {
    let certificate = match (row.certificate_no, row.certificate_from, row.certificate_to) {
        (Some(number), Some(from), Some(to)) => Some(Certificate { number, from, to }),
        _ => None,
    };
    Membership {
        id: MembershipId(row.id),
        bureau: BureauId(row.bureau_id),
        person: PersonId(row.person_id),
        name: account.name,
        work_number: account.work_number,
        roles: roles_of(&row.roles),
        position: row.position,
        from: row.from_on,
        to: row.to_on,
        certificate,
        qualification_no: row.qualification_no,
        version: row.version,
    }
}

/// A membership as the audit keeps it.
pub(crate) fn payload(row: &membership::Model) -> serde_json::Value {
    serde_json::json!({
        "person": row.person_id, "roles": row.roles, "position": row.position,
        "from": row.from_on, "to": row.to_on,
        "certificate": row.certificate_no, "certificate_from": row.certificate_from,
        "certificate_to": row.certificate_to, "qualification": row.qualification_no,
    })
}
