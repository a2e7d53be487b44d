//! Rows of a noun by the words of a search.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::error::Error;
use crate::scope::BureauStore;
use crate::tokens::asks;

/// Most rows that one word is followed to.
pub(super) const CANDIDATES_MAX: u64 = 2_000;
/// Most rows that a search shows.
pub(super) const HITS_MAX: usize = 500;
/// Most words of one search.
const WORDS_MAX: usize = 6;

/// What tokens found.
pub(super) struct Candidates {
    pub ids: BTreeSet<Uuid>,
    /// A word was not followed to its end.
    pub more: bool,
}

/// The words of a search.
pub(super) fn words(search: &str) -> Vec<&str> {
    search.split_whitespace().take(WORDS_MAX).collect()
}

impl BureauStore {
    /// The rows of a noun that hold the pieces of a word, in one of the ways in which it can be meant.
    pub(super) async fn token_rows(&self, noun: &str, word: &str) -> Result<BTreeSet<Uuid>, Error> {
        let mut found = BTreeSet::new();
        for ask in asks(word) {
            found.extend(self.rows_asked(noun, &ask, CANDIDATES_MAX).await?);
        }
        Ok(found)
    }

    /// The rows of a noun that hold the pieces of all words; they are checked by their texts afterwards.
    pub(super) async fn token_candidates(&self, noun: &str, words: &[&str]) -> Result<Candidates, Error> {
        let mut ids: Option<BTreeSet<Uuid>> = None;
        let mut more = false;
        for word in words {
            let found = self.token_rows(noun, word).await?;
            more |= found.len() as u64 >= CANDIDATES_MAX;
            ids = Some(match ids {
                Some(known) => known.intersection(&found).copied().collect(),
                None => found,
            });
        }
        Ok(Candidates { ids: ids.unwrap_or_default(), more })
    }
}
