//! Sealed fields: identity numbers, phones, drafts and staged rows, unreadable without the key file.
//!
//! A sealed value is `1 ‖ key id (4) ‖ nonce (24) ‖ XChaCha20-Poly1305 text`, bound to its table, column,
//! bureau and row, so that it opens nowhere else. A blind index finds an exact value without opening any:
//! HMAC-SHA-256 under a key of its own, over the bureau and the value.

use crate::error::Error;
use crate::key_file;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::id::BureauId;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

const FORMAT: u8 = 1;
const NONCE_BYTES: usize = 24;
const HEAD_BYTES: usize = 1 + 4 + NONCE_BYTES;

/// One key with the number that stands before each value sealed by it.
pub(crate) struct NumberedKey {
    pub(crate) number: u32,
    pub(crate) secret: Zeroizing<[u8; 32]>,
}

/// The keys of one installation. The last key seals, every key opens; blind indexes are made from the
/// first, so that they survive a change of keys.
#[derive(Clone)]
pub struct Keys(Arc<Vec<NumberedKey>>);

/// Where a sealed value stands; it opens nowhere else.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// The table.
    pub table: &'a str,
    /// The column.
    pub column: &'a str,
    /// The bureau, 0 for shared tables.
    pub bureau: i32,
    /// The row's key within the bureau.
    pub row: Vec<u8>,
}

impl Keys {
    /// Reads the key file, or makes it with one new key, readable by its owner alone.
    ///
    /// # Errors
    /// [`Error::Setup`] when the file is no key file or others may read it, [`Error::Down`] when the
    /// machine refuses.
    pub fn open(path: &Path) -> Result<Self, Error> {
        key_file::open(path).map(|keys| Keys(Arc::new(keys)))
    }

    /// Reads keys from text as the key file holds it, for a secret in the environment.
    ///
    /// # Errors
    /// [`Error::Setup`] when the text holds no keys.
    pub fn from_text(text: &str) -> Result<Self, Error> {
        key_file::parse(text).map(|keys| Keys(Arc::new(keys)))
    }

    /// Seals a value for its place.
    ///
    /// # Errors
    /// [`Error::Down`] when the machine gives no randomness.
    pub fn seal(&self, place: &Place<'_>, value: &[u8]) -> Result<Vec<u8>, Error> {
        let key = self.newest().ok_or_else(no_key)?;
        let nonce: [u8; NONCE_BYTES] = random()?;
        let text = cipher(key)
            .encrypt(&XNonce::from(nonce), Payload { msg: value, aad: &place.bytes() })
            .map_err(|_| Error::down("sealing failed"))?;
        let mut sealed = Vec::with_capacity(HEAD_BYTES + text.len());
        sealed.push(FORMAT);
        sealed.extend(key.number.to_be_bytes());
        sealed.extend(nonce);
        sealed.extend(text);
        Ok(sealed)
    }

    /// Opens a value at its place.
    ///
    /// # Errors
    /// [`Error::Broken`] when the value was changed or belongs to another place, [`Error::Setup`] without its key.
    pub fn unseal(&self, place: &Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        let (head, text) = sealed.split_at_checked(HEAD_BYTES).ok_or_else(broken)?;
        let (format, rest) = head.split_first().ok_or_else(broken)?;
        let (number, nonce) = rest.split_first_chunk::<4>().ok_or_else(broken)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().map_err(|_| broken())?;
        let number = u32::from_be_bytes(*number);
        let key = self.numbered(number).ok_or_else(no_key)?;
        if *format != FORMAT {
            return Err(broken());
        }
        let opened = cipher(key).decrypt(&XNonce::from(nonce), Payload { msg: text, aad: &place.bytes() });
        Ok(Zeroizing::new(opened.map_err(|_| broken())?))
    }

    /// The index of an exact value inside one bureau.
    #[must_use]
    pub fn blind_in_bureau(&self, bureau: BureauId, value: &str) -> Vec<u8> {
        let mut mac = self.derived("blind index in a bureau");
        mac.update(&bureau.0.to_be_bytes());
        mac.update(value.as_bytes());
        mac.finalize().into_bytes().to_vec()
    }

    /// The index of an exact value of an account, which belongs to no bureau.
    pub(crate) fn blind_in_accounts(&self, value: &str) -> Vec<u8> {
        let mut mac = self.derived("blind index of accounts");
        mac.update(value.as_bytes());
        mac.finalize().into_bytes().to_vec()
    }

    /// The index of an identity number or a credit code in the whole city: stands in `city_person` and `city_filing`
    /// alone, where it compares with no bureau's index.
    pub(crate) fn blind_in_city(&self, value: &str) -> Vec<u8> {
        let mut mac = self.derived("blind index in the city");
        mac.update(value.as_bytes());
        mac.finalize().into_bytes().to_vec()
    }

    /// The seal on the end of a bureau's audit chain: whoever has the database alone can make none.
    pub(crate) fn chain_end(&self, bureau: BureauId, seq: i64, hash: &[u8]) -> Vec<u8> {
        let mut mac = self.derived("end of the audit chain");
        mac.update(&bureau.0.to_be_bytes());
        mac.update(&seq.to_be_bytes());
        mac.update(hash);
        mac.finalize().into_bytes().to_vec()
    }

    /// The key that seals.
    pub(crate) fn newest(&self) -> Option<&NumberedKey> {
        self.0.last()
    }

    /// The key of a number, which opens.
    pub(crate) fn numbered(&self, number: u32) -> Option<&NumberedKey> {
        self.0.iter().find(|key| key.number == number)
    }

    /// A MAC under a key of its own for each purpose, so that indexes of two purposes cannot be compared.
    fn derived(&self, purpose: &str) -> Hmac<Sha256> {
        let mut outer = mac(self.0.first().map_or(&[][..], |key| key.secret.as_slice()));
        outer.update(purpose.as_bytes());
        mac(&outer.finalize().into_bytes())
    }
}

impl Place<'_> {
    /// Each part with its length before it, so that no two places read alike.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let bureau = self.bureau.to_be_bytes();
        let parts = [self.table.as_bytes(), self.column.as_bytes(), bureau.as_slice(), self.row.as_slice()];
        let mut bytes = Vec::new();
        for part in parts {
            bytes.extend((part.len() as u64).to_be_bytes());
            bytes.extend(part);
        }
        bytes
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|key| key.number)).finish()
    }
}

#[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
fn mac(key: &[u8]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes a key of any length")
}

/// Bytes that nobody can guess.
pub(crate) fn random<const BYTES: usize>() -> Result<[u8; BYTES], Error> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|error| Error::down(error.to_string()))?;
    Ok(bytes)
}

pub(crate) fn cipher(key: &NumberedKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.secret.as_slice().try_into().unwrap_or(&Default::default()))
}

pub(crate) fn no_key() -> Error {
    Error::Setup("the key that sealed this value is not in the key file".to_owned())
}

pub(crate) fn broken() -> Error {
    Error::Broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Keys {
        Keys::from_text(text).unwrap()
    }

    fn place(bureau: i32, row: u8) -> Place<'static> {
        Place { table: "case_party", column: "id_number", bureau, row: vec![row] }
    }

    const ONE: &str = "1 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    const TWO: &str = "2 AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

    #[test]
    fn a_value_opens_at_its_place_only() {
        let keys = keys(ONE);
        let sealed = keys.seal(&place(1, 1), b"432926197509149083").unwrap();
        assert_eq!(keys.unseal(&place(1, 1), &sealed).unwrap().as_slice(), b"432926197509149083");
        assert!(keys.unseal(&place(2, 1), &sealed).is_err());
        assert!(keys.unseal(&place(1, 2), &sealed).is_err());
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(keys.unseal(&place(1, 1), &changed).is_err(), "byte {at}");
        }
        assert!(keys.unseal(&place(1, 1), &sealed[..10]).is_err());
    }

    #[test]
    fn a_new_key_seals_and_the_old_one_still_opens() {
        let old = keys(ONE);
        let both = keys(&format!("{ONE}\n{TWO}"));
        let sealed = old.seal(&place(1, 1), b"x").unwrap();
        assert!(both.unseal(&place(1, 1), &sealed).is_ok());
        assert!(old.unseal(&place(1, 1), &both.seal(&place(1, 1), b"x").unwrap()).is_err());
        assert_eq!(
            old.blind_in_bureau(BureauId(1), "13900000000"),
            both.blind_in_bureau(BureauId(1), "13900000000")
        );
    }

    #[test]
    fn a_blind_index_differs_between_bureaus_and_from_accounts_and_the_city() {
        let keys = keys(ONE);
        let one = keys.blind_in_bureau(BureauId(1), "13900000000");
        assert_ne!(one, keys.blind_in_bureau(BureauId(2), "13900000000"));
        assert_ne!(one, keys.blind_in_accounts("13900000000"));
        assert_ne!(one, keys.blind_in_city("13900000000"));
        assert_ne!(keys.blind_in_accounts("13900000000"), keys.blind_in_city("13900000000"));
    }
}
