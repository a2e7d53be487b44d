//! The rules of administering a bureau: which roles an administrator gives, whose password he renews, and
//! what a bureau must keep.

use serde::{Deserialize, Serialize};

use crate::role::{Power, Role, may};
use crate::{Day, Lang};

/// Why an act of administration is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdministrationRefusal {
    /// The role reaches further than the giver's own.
    RoleAboveOwn,
    /// The bureau would be left without an administrator.
    LastAdministrator,
    /// One's own password is changed with the present one.
    Oneself,
    /// The account opens another bureau as well.
    ElsewhereToo,
    /// The person holds a role here that reaches further than the asker's own.
    PersonAboveOwn,
    /// The membership has ended.
    Ended,
    /// A membership of this person stands already.
    MemberAlready,
}

impl AdministrationRefusal {
    const ALL: [AdministrationRefusal; 7] = [
        AdministrationRefusal::RoleAboveOwn,
        AdministrationRefusal::LastAdministrator,
        AdministrationRefusal::Oneself,
        AdministrationRefusal::ElsewhereToo,
        AdministrationRefusal::PersonAboveOwn,
        AdministrationRefusal::Ended,
        AdministrationRefusal::MemberAlready,
    ];

    /// The stable word of this refusal.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            AdministrationRefusal::RoleAboveOwn => "role_above_own",
            AdministrationRefusal::LastAdministrator => "last_administrator",
            AdministrationRefusal::Oneself => "oneself",
            AdministrationRefusal::ElsewhereToo => "elsewhere_too",
            AdministrationRefusal::PersonAboveOwn => "person_above_own",
            AdministrationRefusal::Ended => "ended",
            AdministrationRefusal::MemberAlready => "member_already",
        }
    }

    /// The refusal of a word, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        AdministrationRefusal::ALL.into_iter().find(|refusal| refusal.code() == code)
    }

    /// What cannot be done, why, and who can do it.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            AdministrationRefusal::RoleAboveOwn => lang.pick(
                "“市局系统管理”只能由本人也是市局系统管理的管理员授予或收回。",
                "The city administrator's role is given and taken only by an administrator who holds it.",
            ),
            AdministrationRefusal::LastAdministrator => lang.pick(
                "这是本单位最后一名管理员：请先把“单位管理员”授予另一名在任成员，再收回此人的角色或填写最后一日。",
                "This is the bureau's last administrator: give the role to another present member first, then take it here.",
            ),
            AdministrationRefusal::Oneself => lang.pick(
                "自己的密码请在“修改密码”页面凭当前密码修改。",
                "Change your own password on the page “Change password”, with the present one.",
            ),
            AdministrationRefusal::ElsewhereToo => lang.pick(
                "此人的账号还能进入其他单位，本单位管理员不能重置其密码；请由系统运维人员在服务器上用 xiaoxiang user password 重置。",
                "This account opens another bureau as well, so that one bureau's administrator cannot renew its password; the operator does it on the server by xiaoxiang user password.",
            ),
            AdministrationRefusal::PersonAboveOwn => lang.pick(
                "此人是市局系统管理，其密码只能由本人也是市局系统管理的管理员重置，或由系统运维人员在服务器上用 xiaoxiang user password 重置。",
                "This person is a city administrator: the password is renewed by an administrator who is one too, or by the operator on the server by xiaoxiang user password.",
            ),
            AdministrationRefusal::Ended => lang.pick(
                "此人已不是本单位成员，不能由本单位重置密码。",
                "This person is no member of the bureau any more; the bureau cannot renew the password.",
            ),
            AdministrationRefusal::MemberAlready => lang.pick(
                "此人已经是本单位成员，请在成员名单中修改。",
                "This person is a member already; change the membership in the list.",
            ),
        }
    }
}

/// Whether whoever holds `own` may give or take `role`. An administrator gives every role of the bureau; what
/// reaches into other bureaus, the city's administration, only whoever holds it hands on.
#[must_use]
pub fn may_give(own: &[Role], role: Role) -> bool {
    !role.powers().contains(&Power::AdministerCity) || may(own, Power::AdministerCity)
}

/// A person whose password is asked for.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// It is the asker.
    pub is_asker: bool,
    /// Roles of the person's memberships in this bureau that have not ended, none when all have.
    pub roles: &'a [Role],
    /// The person has a membership in another bureau that has not ended, be it to come.
    pub is_elsewhere: bool,
}

/// Whether an administrator with `own` roles may give a person of the bureau a one-time password.
///
/// Whoever sets a password can sign in with it. So the account must open nothing that its bureau's administrator
/// could not give: no other bureau, whatever the role there, and no role above the administrator's own.
///
/// # Errors
/// Why not, and who can.
pub fn may_renew_password(own: &[Role], asked: &Asked<'_>) -> Result<(), AdministrationRefusal> {
    if asked.is_asker {
        return Err(AdministrationRefusal::Oneself);
    }
    if asked.roles.is_empty() {
        return Err(AdministrationRefusal::Ended);
    }
    if asked.is_elsewhere {
        return Err(AdministrationRefusal::ElsewhereToo);
    }
    if asked.roles.iter().any(|role| !may_give(own, *role)) {
        return Err(AdministrationRefusal::PersonAboveOwn);
    }
    Ok(())
}

/// Roles from–to, as far as the bureau's administration rests on them.
#[derive(Clone, Copy, Debug)]
pub struct Term<'a> {
    pub roles: &'a [Role],
    pub from: Day,
    pub to: Option<Day>,
}

impl Term<'_> {
    /// The last day of administering, none for whoever does not administer today.
    fn administers_until(&self, today: Day) -> Option<Day> {
        let until = self.to.unwrap_or(Day::MAX);
        (may(self.roles, Power::AdministerBureau) && self.from <= today && today <= until).then_some(until)
    }
}

/// Whether a bureau keeps an administrator as long as before when one membership changes.
///
/// # Errors
/// [`AdministrationRefusal::LastAdministrator`].
pub fn keeps_administrator<'a>(
    today: Day,
    before: Term<'_>,
    after: Term<'_>,
    others: impl Iterator<Item = Term<'a>>,
) -> Result<(), AdministrationRefusal> {
    let until = before.administers_until(today);
    let later = others.filter_map(|term| term.administers_until(today)).max();
    let kept = after.administers_until(today).max(later);
    if kept >= until { Ok(()) } else { Err(AdministrationRefusal::LastAdministrator) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADMIN: &[Role] = &[Role::BureauAdmin];
    const BOTH: &[Role] = &[Role::BureauAdmin, Role::CityAdmin];

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn asked(roles: &[Role]) -> Asked<'_> {
        Asked { is_asker: false, roles, is_elsewhere: false }
    }

    #[test]
    fn the_citys_administration_is_handed_on_by_its_holders_only() {
        for role in Role::ALL {
            assert_eq!(may_give(ADMIN, role), role != Role::CityAdmin, "{role:?}");
            assert!(may_give(BOTH, role), "{role:?}");
        }
    }

    #[test]
    fn a_password_opens_nothing_that_the_administrator_could_not_give() {
        use AdministrationRefusal as R;
        assert_eq!(may_renew_password(ADMIN, &asked(&[Role::Chief])), Ok(()));
        assert_eq!(may_renew_password(ADMIN, &asked(ADMIN)), Ok(()));
        let elsewhere = Asked { is_elsewhere: true, ..asked(&[Role::Reader]) };
        assert_eq!(may_renew_password(BOTH, &elsewhere), Err(R::ElsewhereToo));
        assert_eq!(may_renew_password(ADMIN, &asked(BOTH)), Err(R::PersonAboveOwn));
        assert_eq!(may_renew_password(BOTH, &asked(&[Role::CityAdmin])), Ok(()));
        assert_eq!(may_renew_password(ADMIN, &asked(&[])), Err(R::Ended));
        let oneself = Asked { is_asker: true, ..asked(ADMIN) };
        assert_eq!(may_renew_password(ADMIN, &oneself), Err(R::Oneself));
    }

    #[test]
    fn a_bureau_keeps_an_administrator_as_long_as_before() {
        let today = day("2026-11-23");
        let term = |roles, to: Option<&str>| Term { roles, from: day("2020-01-01"), to: to.map(day) };
        let keeps = |before, after, others: &[Term<'static>]| {
            keeps_administrator(today, before, after, others.iter().copied()).is_ok()
        };
        let (admin, reader): (_, &[Role]) = (term(ADMIN, None), &[Role::Reader]);
        assert!(keeps(admin, admin, &[]));
        assert!(!keeps(admin, term(reader, None), &[]), "the last one");
        assert!(!keeps(admin, term(ADMIN, Some("2027-01-01")), &[]), "the last one goes later");
        assert!(keeps(admin, term(reader, None), &[admin]), "another stays");
        assert!(!keeps(admin, term(reader, None), &[term(ADMIN, Some("2026-12-31"))]), "the other goes");
        let to_come = Term { from: day("2026-11-24"), ..admin };
        assert!(!keeps(admin, term(reader, None), &[to_come]), "the other has not come yet");
        assert!(keeps(term(reader, None), term(reader, Some("2026-11-23")), &[]), "no administrator anyway");
        assert!(keeps(term(ADMIN, Some("2026-12-31")), admin, &[]), "stays longer");
    }

    #[test]
    fn every_refusal_reads_back_from_its_code() {
        for refusal in AdministrationRefusal::ALL {
            assert_eq!(AdministrationRefusal::from_code(refusal.code()), Some(refusal));
        }
    }
}
