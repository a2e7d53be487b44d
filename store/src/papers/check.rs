//! The check of a paper by anybody who holds it: genuine, replaced, void or not known. Nothing personal is told, and of a
//! bureau nothing but the one paper.

use super::issue::PaperKey;
use crate::account::delay::{self, Door};
use crate::bureaus::Bureau;
use crate::database::Access;
use crate::entity::{bureau, issued_paper, paper_copy};
use crate::error::Error;
use crate::scope::{BureauStore, SharedStore};
use crate::store::Store;
use domain::Instant;
use domain::paper::{PaperCopy, PaperKind, PaperState};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// Hexadecimal digits of the secret.
const KEY_DIGITS: usize = 32;

/// What a paper says of itself to anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedPaper {
    /// 道县商务局
    pub bureau: String,
    /// Made to practise: no official paper.
    pub is_practice: bool,
    pub kind: PaperKind,
    pub number: Option<String>,
    /// When it was made.
    pub at: Instant,
    pub state: PaperState,
    /// When the one that replaces it was made.
    pub replaced_at: Option<Instant>,
    /// SHA-256 of each copy in hexadecimal digits.
    pub hashes: Vec<(PaperCopy, String)>,
}

/// The answer to a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verified {
    Known(Box<CheckedPaper>),
    Unknown,
    /// Too many unknown ones from this address: nothing was looked up.
    Wait {
        /// Whole seconds to wait.
        seconds: i64,
    },
}

impl Store {
    /// What the paper of an address' last word is. Unknown ones are counted by the address that asks, like failed
    /// sign-ins.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn check_paper(&self, word: &str, address: &str) -> Result<Verified, Error> {
        let shared = SharedStore::begin(self, Access::Read).await?;
        let seconds = delay::door_wait_seconds(&shared, Door::Check, address).await?;
        if seconds > 0 {
            return Ok(Verified::Wait { seconds });
        }
        let found = match parts(word) {
            Some((id, key)) => {
                let found = shared.find::<bureau::Entity>().filter(bureau::Column::Id.eq(id));
                found.one(shared.tx()).await?.map(|row| (Bureau::from(row), key))
            }
            None => None,
        };
        shared.commit().await?;
        if let Some((bureau, key)) = found
            && let Some(paper) = self.operate_on(bureau, Access::Read).await?.checked(key).await?
        {
            return Ok(Verified::Known(Box::new(paper)));
        }
        let shared = SharedStore::begin(self, Access::Write).await?;
        delay::record_unknown(&shared, Door::Check, address).await?;
        shared.commit().await?;
        Ok(Verified::Unknown)
    }
}

impl BureauStore {
    async fn checked(&self, key: &str) -> Result<Option<CheckedPaper>, Error> {
        use issued_paper::Column as C;
        let own = self.find::<issued_paper::Entity>().filter(C::CheckHash.eq(PaperKey::hash(key)));
        let Some(paper) = own.one(self.tx()).await? else { return Ok(None) };
        let (Some(kind), Some(state)) =
            (PaperKind::from_id(&paper.kind), PaperState::from_word(&paper.state))
        else {
            return Ok(None);
        };
        let after = self.find::<issued_paper::Entity>().filter(C::Replaces.eq(paper.id));
        let after: Option<i64> = after.select_only().column(C::At).into_tuple().one(self.tx()).await?;
        let copies = self.find::<paper_copy::Entity>().filter(paper_copy::Column::PaperId.eq(paper.id));
        let copies = copies.select_only().columns([paper_copy::Column::Copy, paper_copy::Column::Sha256]);
        let copies = copies.order_by_asc(paper_copy::Column::Copy);
        let copies: Vec<(String, String)> = copies.into_tuple().all(self.tx()).await?;
        let named = |(copy, hash): (String, String)| Some((PaperCopy::from_word(&copy)?, hash));
        Ok(Some(CheckedPaper {
            bureau: self.bureau().full_name.clone(),
            is_practice: self.bureau().is_practice(),
            kind,
            number: paper.number,
            at: Instant(paper.at),
            state,
            replaced_at: after.map(Instant),
            hashes: copies.into_iter().filter_map(named).collect(),
        }))
    }
}

/// The number of the bureau and the secret.
pub(super) fn parts(word: &str) -> Option<(i32, &str)> {
    let (bureau, key) = word.split_once('-')?;
    let is_key = key.len() == KEY_DIGITS && key.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let is_number = !bureau.is_empty() && bureau.bytes().all(|byte| byte.is_ascii_digit());
    if is_key && is_number { Some((bureau.parse().ok()?, key)) } else { None }
}
