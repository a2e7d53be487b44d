//! The growing delay after failed sign-ins, counted in the database so that all servers count as one.
//!
//! There is no hard lock: anybody could lock a head out on the day of a deadline. Failures are counted by
//! the name *as typed*, known or not, so that the delay does not tell whether an account exists.

use super::network::counted_as;
use crate::entity::sign_in_attempt;
use crate::error::Error;
use crate::scope::SharedStore;
use domain::Instant;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Failures older than this are forgotten.
const WINDOW_MILLIS: i64 = 24 * 3_600_000;

/// After `free` failures each further one doubles the wait, from one second up to `seconds_max`.
struct Ladder {
    free: u64,
    seconds_max: i64,
}

/// One name from one address: somebody guesses, or has forgotten.
const NAME_HERE: Ladder = Ladder { free: 3, seconds_max: 900 };
/// One name from anywhere: guessing from many addresses; short, because it also meets the right person.
const NAME_ANYWHERE: Ladder = Ladder { free: 10, seconds_max: 30 };
/// One address, any name: an office is one address, so many failures are free.
const ADDRESS: Ladder = Ladder { free: 50, seconds_max: 60 };

impl Ladder {
    fn wait_seconds(&self, failures: u64, last: Option<Instant>, now: Instant) -> i64 {
        let Some(last) = last.filter(|_| failures >= self.free) else { return 0 };
        let doubled = 1i64 << (failures - self.free).min(20);
        let until = last.plus_millis(doubled.min(self.seconds_max) * 1_000);
        let left = until.0 - now.0;
        if left > 0 { (left + 999) / 1_000 } else { 0 }
    }
}

/// The typed name, normalised, as it is counted: not readable, because people type passwords into the wrong field.
pub(crate) fn name_hash(name: &str) -> Vec<u8> {
    Sha256::digest(format!("sign-in name\u{0}{name}")).to_vec()
}

/// Whole seconds that this name and address must still wait.
pub(crate) async fn wait_seconds(shared: &SharedStore, name: &[u8], address: &str) -> Result<i64, Error> {
    use sign_in_attempt::Column;
    let address = counted_as(address);
    let by_name = Condition::all().add(Column::NameHash.eq(name.to_vec()));
    let by_address = Condition::all().add(Column::Address.eq(address.as_str()));
    let here = by_name.clone().add(Column::Address.eq(address));
    let since = last_success(shared, here.clone()).await?;
    let anywhere = last_success(shared, by_name.clone()).await?;
    let mut wait = 0;
    for (which, ladder, since) in
        [(here, NAME_HERE, since), (by_name, NAME_ANYWHERE, anywhere), (by_address, ADDRESS, None)]
    {
        let (failures, last) = failures(shared, which, since).await?;
        wait = wait.max(ladder.wait_seconds(failures, last, shared.now));
    }
    Ok(wait)
}

/// Records an attempt that was let through to the password.
pub(crate) async fn record(
    shared: &SharedStore,
    name: Vec<u8>,
    address: &str,
    succeeded: bool,
) -> Result<(), Error> {
    let row = sign_in_attempt::ActiveModel {
        id: Set(Uuid::now_v7()),
        name_hash: Set(name),
        address: Set(counted_as(address)),
        at: Set(shared.now.0),
        succeeded: Set(succeeded),
    };
    shared.insert::<sign_in_attempt::Entity>(row).await?;
    Ok(())
}

/// A door without a sign-in, behind which addresses cannot be guessed. Each is counted apart from sign-ins and from the
/// others, so that none makes another wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// The check of issued papers.
    Check,
    /// The pages of public decisions.
    Open,
}

impl Door {
    fn counted(self, address: &str) -> String {
        let address = counted_as(address);
        match self {
            Door::Check => format!("check {address}"),
            Door::Open => format!("open {address}"),
        }
    }
}

/// Whole seconds that an address must still wait before a door: it asked for much that is not known there.
pub(crate) async fn door_wait_seconds(shared: &SharedStore, door: Door, address: &str) -> Result<i64, Error> {
    let here = Condition::all().add(sign_in_attempt::Column::Address.eq(door.counted(address)));
    let (failures, last) = failures(shared, here, None).await?;
    Ok(ADDRESS.wait_seconds(failures, last, shared.now))
}

/// Records that an address asked for what is not known.
pub(crate) async fn record_unknown(shared: &SharedStore, door: Door, address: &str) -> Result<(), Error> {
    record(shared, name_hash(""), &door.counted(address), false).await
}

async fn last_success(shared: &SharedStore, which: Condition) -> Result<Option<i64>, Error> {
    let found = shared.find::<sign_in_attempt::Entity>().filter(which);
    let found = found.filter(sign_in_attempt::Column::Succeeded.eq(true));
    let newest = found.order_by_desc(sign_in_attempt::Column::At).one(shared.tx()).await?;
    Ok(newest.map(|row| row.at))
}

async fn failures(
    shared: &SharedStore,
    which: Condition,
    since: Option<i64>,
) -> Result<(u64, Option<Instant>), Error> {
    let since = since.unwrap_or(i64::MIN).max(shared.now.0 - WINDOW_MILLIS);
    let failed = shared
        .find::<sign_in_attempt::Entity>()
        .filter(which)
        .filter(sign_in_attempt::Column::Succeeded.eq(false))
        .filter(sign_in_attempt::Column::At.gt(since));
    let count = failed.clone().count(shared.tx()).await?;
    let newest = failed.order_by_desc(sign_in_attempt::Column::At).one(shared.tx()).await?;
    Ok((count, newest.map(|row| Instant(row.at))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_has_an_end() {
        let last = Some(Instant(0));
        let wait = |failures| NAME_HERE.wait_seconds(failures, last, Instant(0));
        assert_eq!([wait(2), wait(3), wait(4), wait(6), wait(60)], [0, 1, 2, 8, 900]);
        assert_eq!(NAME_HERE.wait_seconds(4, last, Instant(1_500)), 1);
        assert_eq!(NAME_HERE.wait_seconds(4, last, Instant(2_000)), 0);
    }
}
