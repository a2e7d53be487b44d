//! The demo: twelve bureaus with people and powers, deterministic, dated relative to today. Everything goes
//! in by the same doors as the real thing.

mod bureaus;
mod people;
mod powers;

use store::{Error, Store};

/// Loads the demo into an empty database; in one that has bureaus it does nothing. Answers whether it did.
///
/// # Errors
/// What the store answers.
pub async fn load(store: &Store) -> Result<bool, Error> {
    if !store.bureaus().await?.is_empty() {
        return Ok(false);
    }
    for bureau in bureaus::lay(store).await? {
        people::seat(store, &bureau).await?;
        powers::give(store, &bureau).await?;
    }
    people::lend(store).await?;
    Ok(true)
}
