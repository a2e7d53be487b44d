//! Large sealed values: pieces of one mebibyte, each sealed with its place in the row and whether it is the last
//! (STREAM), so that none can be left out, moved or taken from elsewhere.
//!
//! `1 ‖ key id (4) ‖ nonce (19)`, then the pieces; the nonce of a piece is those 19 bytes, its number (4) and the mark of
//! the last (1).

use crate::error::Error;
use crate::seal::{Keys, NumberedKey, Place, broken, cipher, no_key, random};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

const FORMAT: u8 = 1;
const PREFIX_BYTES: usize = 19;
/// What stands before the pieces.
pub(super) const HEAD_BYTES: u64 = 1 + 4 + PREFIX_BYTES as u64;
/// Plain bytes of each piece but the last.
pub(super) const PIECE_BYTES: u64 = 1 << 20;
/// By so much a sealed piece is longer.
const TAG_BYTES: u64 = 16;
/// A sealed piece.
pub(super) const SEALED_BYTES: u64 = PIECE_BYTES + TAG_BYTES;

/// Seals or opens the pieces of one value.
pub(super) struct Pieces {
    cipher: XChaCha20Poly1305,
    prefix: [u8; PREFIX_BYTES],
    place: Vec<u8>,
    /// The number of the last piece.
    last: u32,
}

/// The number of the last piece of a value of so many bytes.
pub(super) fn last_piece(size: u64) -> Result<u32, Error> {
    u32::try_from(size.saturating_sub(1) / PIECE_BYTES).map_err(Error::down)
}

/// Bytes of a value of so many once it is sealed.
pub(super) fn sealed_size(size: u64) -> Result<u64, Error> {
    Ok(HEAD_BYTES + size + (u64::from(last_piece(size)?) + 1) * TAG_BYTES)
}

/// Bytes of the value that is so long once it is sealed.
pub(super) fn plain_size(sealed: u64) -> Result<u64, Error> {
    let pieces = sealed.checked_sub(HEAD_BYTES).filter(|pieces| *pieces > TAG_BYTES).ok_or_else(broken)?;
    pieces.checked_sub(pieces.div_ceil(SEALED_BYTES) * TAG_BYTES).filter(|size| *size > 0).ok_or_else(broken)
}

impl Pieces {
    /// Begins to seal a value of so many bytes; answers what stands before its pieces.
    pub fn seal_at(keys: &Keys, place: &Place<'_>, size: u64) -> Result<(Self, Vec<u8>), Error> {
        let key = keys.newest().ok_or_else(no_key)?;
        let prefix: [u8; PREFIX_BYTES] = random()?;
        let mut head = vec![FORMAT];
        head.extend(key.number.to_be_bytes());
        head.extend(prefix);
        Ok((Pieces::of(key, prefix, place, size)?, head))
    }

    /// Begins to open a value of so many bytes by what stands before its pieces.
    pub fn open_at(keys: &Keys, place: &Place<'_>, size: u64, head: &[u8]) -> Result<Self, Error> {
        let (format, rest) = head.split_first().ok_or_else(broken)?;
        let (number, prefix) = rest.split_first_chunk::<4>().ok_or_else(broken)?;
        if *format != FORMAT {
            return Err(broken());
        }
        let key = keys.numbered(u32::from_be_bytes(*number)).ok_or_else(no_key)?;
        Pieces::of(key, prefix.try_into().map_err(|_| broken())?, place, size)
    }

    fn of(
        key: &NumberedKey,
        prefix: [u8; PREFIX_BYTES],
        place: &Place<'_>,
        size: u64,
    ) -> Result<Self, Error> {
        Ok(Pieces { cipher: cipher(key), prefix, place: place.bytes(), last: last_piece(size)? })
    }

    pub fn seal(&self, number: u32, plain: &[u8]) -> Result<Vec<u8>, Error> {
        let payload = Payload { msg: plain, aad: &self.place };
        self.cipher.encrypt(&self.nonce(number), payload).map_err(|_| Error::down("sealing failed"))
    }

    /// Many pieces one after another, from a number on.
    pub fn seal_all(&self, first: u32, plain: &[u8]) -> Result<Vec<u8>, Error> {
        let mut sealed = Vec::with_capacity(plain.len() + plain.len() / 1_024 + 64);
        for (number, piece) in (first..).zip(plain.chunks(usize::try_from(PIECE_BYTES).map_err(Error::down)?))
        {
            sealed.extend(self.seal(number, piece)?);
        }
        Ok(sealed)
    }

    pub fn open(&self, number: u32, sealed: &[u8]) -> Result<Vec<u8>, Error> {
        let payload = Payload { msg: sealed, aad: &self.place };
        self.cipher.decrypt(&self.nonce(number), payload).map_err(|_| broken())
    }

    fn nonce(&self, number: u32) -> XNonce {
        let mut nonce = [0; 24];
        nonce[..PREFIX_BYTES].copy_from_slice(&self.prefix);
        nonce[PREFIX_BYTES..PREFIX_BYTES + 4].copy_from_slice(&number.to_be_bytes());
        nonce[PREFIX_BYTES + 4] = u8::from(number == self.last);
        XNonce::from(nonce)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(bureau: i32) -> Place<'static> {
        Place { table: "file", column: "bytes", bureau, row: vec![7] }
    }

    #[test]
    fn a_piece_opens_at_its_number_of_its_value_only() {
        let keys = Keys::from_text(crate::testing::KEYS).unwrap();
        let size = 2 * PIECE_BYTES + 5;
        let (pieces, head) = Pieces::seal_at(&keys, &place(1), size).unwrap();
        assert_eq!(head.len() as u64, HEAD_BYTES);
        let (first, last) = (pieces.seal(0, b"one").unwrap(), pieces.seal(2, b"three").unwrap());
        let opens = |place: &Place<'_>, size: u64, number: u32, sealed: &[u8]| {
            Pieces::open_at(&keys, place, size, &head).unwrap().open(number, sealed).ok()
        };
        assert_eq!(opens(&place(1), size, 0, &first), Some(b"one".to_vec()));
        assert_eq!(opens(&place(1), size, 2, &last), Some(b"three".to_vec()));
        // Elsewhere, in another bureau, or as the last one of a shorter value.
        assert_eq!(opens(&place(1), size, 1, &first), None);
        assert_eq!(opens(&place(2), size, 0, &first), None);
        assert_eq!(opens(&place(1), 1, 0, &first), None);
        assert_eq!(opens(&place(1), size + PIECE_BYTES, 2, &last), None);
        assert!(Pieces::open_at(&keys, &place(1), size, &head[..4]).is_err());
    }

    #[test]
    fn the_last_piece_may_be_full() {
        let of = |size| (last_piece(size).unwrap(), sealed_size(size).unwrap() - size);
        assert_eq!(of(1), (0, HEAD_BYTES + 16));
        assert_eq!(of(PIECE_BYTES), (0, HEAD_BYTES + 16));
        assert_eq!(of(PIECE_BYTES + 1), (1, HEAD_BYTES + 32));
        for size in [1, 2, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 500 * PIECE_BYTES] {
            assert_eq!(plain_size(sealed_size(size).unwrap()).unwrap(), size);
        }
        assert!([0, 1, HEAD_BYTES, HEAD_BYTES + 16].into_iter().all(|sealed| plain_size(sealed).is_err()));
    }
}
