//! The rules of administering a bureau: which roles an administrator gives, whose password he renews, and
//! what a bureau must keep.

mod refusal;
#[cfg(test)]
mod tests;

use crate::Day;
use crate::role::{Power, Role, may};

pub use refusal::AdministrationRefusal;

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

/// A person whose account is asked for.
#[derive(Clone, Debug)]
pub struct AskedAccount<'a> {
    /// It is the asker.
    pub is_asker: bool,
    /// Roles of the person's memberships in this bureau that have not ended, none when all have.
    pub roles: &'a [Role],
    /// The person has a membership in another bureau that has not ended.
    pub is_elsewhere: bool,
    /// This bureau's administrator made the account.
    pub is_laid_here: bool,
}

impl AskedAccount<'_> {
    fn is_theirs(&self, own: &[Role]) -> Result<(), AdministrationRefusal> {
        let is_below = self.roles.iter().all(|role| may_give(own, *role));
        if !self.roles.is_empty() && is_below { Ok(()) } else { Err(AdministrationRefusal::NotTheirs) }
    }
}

/// Whether an administrator with `own` roles may change name and phone of a person's account: the city's any, a bureau's
/// those that it made, of its members.
///
/// # Errors
/// Why not, and who can.
pub fn may_change_account(own: &[Role], asked: &AskedAccount<'_>) -> Result<(), AdministrationRefusal> {
    if may(own, Power::AdministerCity) {
        return Ok(());
    }
    asked.is_theirs(own)?;
    if asked.is_laid_here { Ok(()) } else { Err(AdministrationRefusal::LaidElsewhere) }
}

/// Whether an administrator with `own` roles may disable and enable a person's account: the city's any but the own, a
/// bureau's those that open no other bureau.
///
/// # Errors
/// Why not, and who can.
pub fn may_switch_account(own: &[Role], asked: &AskedAccount<'_>) -> Result<(), AdministrationRefusal> {
    if asked.is_asker {
        return Err(AdministrationRefusal::OwnAccount);
    }
    if may(own, Power::AdministerCity) {
        return Ok(());
    }
    if asked.is_elsewhere {
        return Err(AdministrationRefusal::SwitchedByCity);
    }
    asked.is_theirs(own)
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
