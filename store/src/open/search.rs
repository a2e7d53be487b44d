//! Finding public decisions by the unit and by the violation.

use crate::entity::public_decision;
use crate::error::Error;
use crate::scope::BureauStore;
use crate::tokens::{asks, holds, letters};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The longest text of one field of the search, in characters.
pub const SEARCH_CHARS_MAX: usize = 60;

/// Words of one field.
const WORDS_MAX: usize = 4;
/// Most rows that one word is followed to.
const CANDIDATES_MAX: u64 = 2_000;

/// The words of one field; signs that are no letters ask for nothing.
pub(super) struct Words(Vec<String>);

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let short: String = text.chars().take(SEARCH_CHARS_MAX).collect();
        let words = short.split_whitespace().filter(|word| !letters(word).is_empty());
        Words(words.take(WORDS_MAX).map(str::to_owned).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The decisions that fit one field.
pub(super) struct Found {
    pub(super) ids: BTreeSet<Uuid>,
    /// There may be more.
    pub(super) is_cut: bool,
}

impl BureauStore {
    /// The public decisions whose column holds every word; none when there is no word.
    pub(super) async fn open_found(
        &self,
        noun: &str,
        column: public_decision::Column,
        words: &Words,
    ) -> Result<Option<Found>, Error> {
        let mut found: Option<BTreeSet<Uuid>> = None;
        let mut is_cut = false;
        for word in &words.0 {
            let mut of_word = BTreeSet::new();
            for ask in asks(word) {
                let rows = self.rows_asked(noun, &ask, CANDIDATES_MAX).await?;
                is_cut |= rows.len() as u64 >= CANDIDATES_MAX;
                of_word.extend(rows);
            }
            found = Some(match found {
                Some(known) => known.intersection(&of_word).copied().collect(),
                None => of_word,
            });
        }
        let Some(candidates) = found else { return Ok(None) };
        // Tokens only say that the pieces are there.
        let rows =
            self.find::<public_decision::Entity>().filter(public_decision::Column::Id.is_in(candidates));
        let rows = rows.select_only().column(public_decision::Column::Id).column(column);
        let rows: Vec<(Uuid, Option<String>)> = rows.into_tuple().all(self.tx()).await?;
        let fits = |text: &str| words.0.iter().all(|word| holds(text, word));
        let ids = rows.into_iter().filter(|(_, text)| text.as_deref().is_some_and(fits));
        Ok(Some(Found { ids: ids.map(|(id, _)| id).collect(), is_cut }))
    }
}
