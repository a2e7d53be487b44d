//! Passwords: argon2id, at most two computed at once, so that a rush of sign-ins cannot eat the machine.

use crate::error::Error;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::value::check_password;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::{OnceCell, Semaphore};

/// Computations at once; each takes 19 MiB and some tens of milliseconds of one core.
const AT_ONCE_MAX: usize = 2;
/// No longer text is looked at.
const BYTES_MAX: usize = 512;

#[derive(Debug)]
pub(crate) struct Passwords {
    gate: Semaphore,
    dummy: OnceCell<String>,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Checked {
    Wrong,
    Right,
    /// Right, but hashed with older parameters: this is the new hash to keep.
    RightRehashed(String),
}

impl Default for Passwords {
    fn default() -> Self {
        Passwords { gate: Semaphore::new(AT_ONCE_MAX), dummy: OnceCell::new() }
    }
}

impl Passwords {
    /// Hashes a new password after it was looked at.
    pub(crate) async fn hash(&self, password: &SecretString) -> Result<String, Error> {
        self.hash_of(password, &[]).await
    }

    /// As [`Passwords::hash`], for the person with these words, the work number and the name.
    pub(crate) async fn hash_of(&self, password: &SecretString, own: &[&str]) -> Result<String, Error> {
        check_password(password.expose_secret(), own)
            .map_err(|fault| Error::Invalid { field: "password", code: fault.code() })?;
        let password = password.clone();
        self.compute(move || hash(&password)).await?
    }

    /// Checks a password. Without a hash, for a name that nobody has, the same work is done on a dummy,
    /// so that the answer takes as long.
    pub(crate) async fn check(&self, password: &SecretString, kept: Option<&str>) -> Result<Checked, Error> {
        if password.expose_secret().len() > BYTES_MAX {
            return Ok(Checked::Wrong);
        }
        let exists = kept.is_some();
        let kept = match kept {
            Some(kept) => kept.to_owned(),
            None => self.dummy.get_or_try_init(|| self.hash_dummy()).await?.clone(),
        };
        let password = password.clone();
        let checked = self.compute(move || check(&password, &kept)).await??;
        Ok(if exists { checked } else { Checked::Wrong })
    }

    async fn hash_dummy(&self) -> Result<String, Error> {
        self.compute(|| hash(&SecretString::from("nobody has this password"))).await?
    }

    async fn compute<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let _turn = self.gate.acquire().await.map_err(Error::down)?;
        tokio::task::spawn_blocking(work).await.map_err(Error::down)
    }
}

/// The parameters of today: OWASP's argon2id of 19 MiB, two passes, one lane.
fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

fn hash(password: &SecretString) -> Result<String, Error> {
    let hashed = hasher().hash_password(password.expose_secret().as_bytes());
    Ok(hashed.map_err(|error| Error::down(error.to_string()))?.to_string())
}

fn check(password: &SecretString, kept: &str) -> Result<Checked, Error> {
    let parsed = PasswordHash::new(kept).map_err(|error| Error::down(error.to_string()))?;
    if hasher().verify_password(password.expose_secret().as_bytes(), &parsed).is_err() {
        return Ok(Checked::Wrong);
    }
    let today = Params::default();
    let same = parsed.algorithm.as_str() == "argon2id"
        && Params::try_from(&parsed).is_ok_and(|kept| {
            (kept.m_cost(), kept.t_cost(), kept.p_cost()) == (today.m_cost(), today.t_cost(), today.p_cost())
        });
    if same { Ok(Checked::Right) } else { hash(password).map(Checked::RightRehashed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_checked_and_an_old_hash_renewed() {
        let passwords = Passwords::default();
        let right = SecretString::from("correct horse");
        let kept = passwords.hash(&right).await.unwrap();
        assert!(kept.starts_with("$argon2id$"));
        assert_eq!(passwords.check(&right, Some(&kept)).await.unwrap(), Checked::Right);
        assert_eq!(passwords.check(&"wrong".into(), Some(&kept)).await.unwrap(), Checked::Wrong);
        assert_eq!(passwords.check(&right, None).await.unwrap(), Checked::Wrong);

        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(64, 1, 1, None).unwrap());
        let old = weak.hash_password(b"correct horse").unwrap().to_string();
        assert!(matches!(passwords.check(&right, Some(&old)).await.unwrap(), Checked::RightRehashed(_)));
    }

    #[tokio::test]
    async fn short_and_endless_passwords_are_refused() {
        let passwords = Passwords::default();
        assert!(passwords.hash(&"1234567".into()).await.is_err());
        assert!(passwords.hash(&"x".repeat(600).into()).await.is_err());
    }
}
