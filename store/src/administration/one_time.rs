//! One-time passwords: made here, shown once by whoever asked, kept only as their hash.

use crate::account::{change, new_password, revoke_all};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::seal::random;
use crate::store::Store;
use domain::id::MembershipId;
use domain::role::Power;
use secrecy::SecretString;

/// Letters and digits that cannot be taken for one another on paper.
const ALPHABET: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
/// Characters; 31 to the 15th are 74 bits.
const CHARACTERS: usize = 15;
/// Characters between two hyphens.
const GROUP: usize = 5;

/// A password that its person must change at the first sign-in.
#[derive(Debug)]
pub struct OneTimePassword {
    /// To be shown once, on paper or screen, and written nowhere.
    pub clear: SecretString,
    pub(super) hash: String,
}

impl Store {
    /// Makes a one-time password. Hashing takes a while: call it outside of any transaction.
    ///
    /// # Errors
    /// [`Error::Down`] when the machine fails.
    pub async fn one_time_password(&self) -> Result<OneTimePassword, Error> {
        let clear = SecretString::from(fresh()?);
        let hash = self.passwords().hash(&clear).await?;
        Ok(OneTimePassword { clear, hash })
    }
}

impl BureauStore {
    /// Gives a member a one-time password in place of the present one and ends the person's sessions.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to administer, [`Error::NotFound`] for another bureau's member,
    /// [`Error::Invalid`] with the code of an
    /// [`AdministrationRefusal`](domain::administration::AdministrationRefusal).
    pub async fn renew_password(
        &self,
        member: MembershipId,
        password: &OneTimePassword,
    ) -> Result<(), Error> {
        self.require(Power::AdministerBureau)?;
        let member = self.member_record(member).await?;
        if let Some(refusal) = member.password_refusal {
            return Err(Error::Invalid { field: "password", code: refusal.code() });
        }
        let person = member.membership.person;
        change(self.shared(), person.0, new_password(self.shared(), password.hash.clone(), true)).await?;
        revoke_all(self.shared(), person, None).await?;
        let payload = serde_json::json!({
            "person": person, "before": { "must_change": member.must_change_password },
            "after": { "must_change": true }, "sessions": "ended",
        });
        self.audit("password_renewed", &member.membership.id.to_string(), &payload).await.map(drop)
    }
}

/// `k7wmq-3xd9f-hatcn`, every character as likely as any other.
fn fresh() -> Result<String, Error> {
    let mut text = String::with_capacity(CHARACTERS + CHARACTERS / GROUP);
    let mut taken = 0;
    while taken < CHARACTERS {
        for byte in random::<32>()? {
            // 248 is the last multiple of 31 in a byte: the rest would favour the first letters.
            let Some(letter) = ALPHABET.get(usize::from(byte) % ALPHABET.len()).filter(|_| byte < 248) else {
                continue;
            };
            if taken == CHARACTERS {
                break;
            }
            if taken > 0 && taken % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(*letter));
            taken += 1;
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::value::check_password;

    #[test]
    fn a_one_time_password_can_be_read_aloud_and_never_comes_twice() {
        let (one, other) = (fresh().unwrap(), fresh().unwrap());
        assert_eq!(one.len(), 17, "{one}");
        assert!(one.bytes().all(|byte| byte == b'-' || ALPHABET.contains(&byte)), "{one}");
        assert_ne!(one, other);
        assert_eq!(check_password(&one, &[]), Ok(()));
    }
}
