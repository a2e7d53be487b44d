//! Why an act of administration is refused, and who can do it.

use serde::{Deserialize, Serialize};

use crate::Lang;

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
    /// Name and phone are kept by the bureau that made the account.
    LaidElsewhere,
    /// Whoever opens another bureau as well is shut out by the city alone.
    SwitchedByCity,
    /// One's own account is disabled by somebody else.
    OwnAccount,
    /// The account belongs to no member of the bureau, or to one of the city's administrators.
    NotTheirs,
}

impl AdministrationRefusal {
    pub(super) const ALL: [AdministrationRefusal; 11] = [
        AdministrationRefusal::RoleAboveOwn,
        AdministrationRefusal::LastAdministrator,
        AdministrationRefusal::Oneself,
        AdministrationRefusal::ElsewhereToo,
        AdministrationRefusal::PersonAboveOwn,
        AdministrationRefusal::Ended,
        AdministrationRefusal::MemberAlready,
        AdministrationRefusal::LaidElsewhere,
        AdministrationRefusal::SwitchedByCity,
        AdministrationRefusal::OwnAccount,
        AdministrationRefusal::NotTheirs,
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
            AdministrationRefusal::LaidElsewhere => "laid_elsewhere",
            AdministrationRefusal::SwitchedByCity => "switched_by_city",
            AdministrationRefusal::OwnAccount => "own_account",
            AdministrationRefusal::NotTheirs => "not_theirs",
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
            AdministrationRefusal::LaidElsewhere => lang.pick(
                "此人的账号不是由本单位建立的，姓名和电话由建立账号的单位或市局系统管理修改。",
                "This account was not made by this bureau: name and phone are changed by the bureau that made it, or by the city administrator.",
            ),
            AdministrationRefusal::SwitchedByCity => lang.pick(
                "此人的账号还能进入其他单位，由市局系统管理停用或启用；如只是离开本单位，请在上面填写最后一日。",
                "This account opens another bureau as well: the city administrator disables and enables it. For whoever only leaves this bureau, enter a last day above.",
            ),
            AdministrationRefusal::OwnAccount => lang.pick(
                "不能停用自己的账号，请由另一名管理员办理。",
                "Nobody disables the own account; another administrator does it.",
            ),
            AdministrationRefusal::NotTheirs => lang.pick(
                "此人已不是本单位成员，或者是市局系统管理，其账号由市局系统管理办理。",
                "This person is no member of the bureau any more, or a city administrator: the city administrator sees to the account.",
            ),
        }
    }
}
