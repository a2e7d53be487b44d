//! Finding establishments by what people remember.

use std::collections::{BTreeSet, HashMap};

use domain::value::{Phone, fold};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::record::line_of;
use super::{EstablishmentFilter, EstablishmentLine};
use crate::entity::{establishment, licence};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::tokens::{asks, initials, letters};

/// How the register is called among the nouns that are searched.
pub(super) const NOUN: &str = "est";
/// Most rows that one word is followed to.
const CANDIDATES_MAX: u64 = 2_000;
/// Most rows that a search shows.
const HITS_MAX: usize = 500;
/// Most words of one search.
const WORDS_MAX: usize = 6;

impl BureauStore {
    /// Every establishment that all words of a search fit, sorted by pinyin, at most 500, and whether there are more.
    pub(super) async fn search_establishments(
        &self,
        filter: &EstablishmentFilter,
    ) -> Result<(Vec<EstablishmentLine>, bool), Error> {
        // A phone may be typed with spaces in it.
        let phone = Phone::parse(&filter.search).ok();
        let words: Vec<&str> = match &phone {
            Some(phone) => vec![phone.as_str()],
            None => filter.search.split_whitespace().take(WORDS_MAX).collect(),
        };
        let mut candidates: Option<BTreeSet<Uuid>> = None;
        let mut more = false;
        for word in &words {
            let found = self.rows_for(word).await?;
            more |= found.len() >= usize::try_from(CANDIDATES_MAX).unwrap_or(usize::MAX);
            candidates = Some(match candidates {
                Some(known) => known.intersection(&found).copied().collect(),
                None => found,
            });
        }
        let candidates = candidates.unwrap_or_default();
        if candidates.is_empty() {
            return Ok((Vec::new(), false));
        }
        let numbers = self.numbers_of(&candidates).await?;
        let mut hits = Vec::new();
        for row in self.sorted_rows(self.filtered(filter), candidates).await? {
            let of_row = numbers.get(&row.id).into_iter().flatten().map(String::as_str);
            if words.iter().all(|word| self.fits(&row, of_row.clone(), word)) {
                hits.push(line_of(row, self.today()));
            }
        }
        more |= hits.len() > HITS_MAX;
        hits.truncate(HITS_MAX);
        Ok((hits, more))
    }

    async fn numbers_of(&self, candidates: &BTreeSet<Uuid>) -> Result<HashMap<Uuid, Vec<String>>, Error> {
        let found = self
            .find::<licence::Entity>()
            .filter(licence::Column::EstablishmentId.is_in(candidates.iter().copied()))
            .select_only()
            .column(licence::Column::EstablishmentId)
            .column(licence::Column::Number);
        let mut numbers: HashMap<Uuid, Vec<String>> = HashMap::new();
        for (id, number) in found.into_tuple().all(self.tx()).await? {
            numbers.entry(id).or_default().push(number);
        }
        Ok(numbers)
    }

    /// Rows that hold the tokens of a word in one of the ways it can be meant, or that phone.
    async fn rows_for(&self, word: &str) -> Result<BTreeSet<Uuid>, Error> {
        let mut found = BTreeSet::new();
        if let Ok(phone) = Phone::parse(word) {
            let blind = self.keys().blind_in_bureau(self.bureau().id, phone.as_str());
            let rows =
                self.find::<establishment::Entity>().filter(establishment::Column::PhoneBlind.eq(blind));
            let ids = rows.select_only().column(establishment::Column::Id).limit(CANDIDATES_MAX);
            found.extend(ids.into_tuple::<Uuid>().all(self.tx()).await?);
        }
        for ask in asks(word) {
            found.extend(self.rows_asked(NOUN, &ask, CANDIDATES_MAX).await?);
        }
        Ok(found)
    }

    /// The exact check of a hit: tokens only say that the pieces are there.
    fn fits<'a>(
        &self,
        row: &'a establishment::Model,
        numbers: impl Iterator<Item = &'a str>,
        word: &str,
    ) -> bool {
        let wanted = letters(word);
        if wanted.is_empty() {
            return true;
        }
        let texts = [&row.name, &row.former_names, &row.legal_representative, &row.town, &row.address]
            .map(|t| letters(t));
        if texts.iter().any(|text| text.contains(&wanted)) {
            return true;
        }
        let own = [row.credit_code.as_deref(), row.legacy_number.as_deref()].into_iter().flatten();
        if own.chain(numbers).map(fold).any(|number| letters(&number).contains(&wanted)) {
            return true;
        }
        if let Ok(phone) = Phone::parse(word)
            && row.phone_blind == Some(self.keys().blind_in_bureau(self.bureau().id, phone.as_str()))
        {
            return true;
        }
        let sounding = [&row.name, &row.legal_representative];
        wanted.is_ascii()
            && sounding.iter().any(|text| {
                initials(text).contains(&wanted) || crate::pinyin::key(&letters(text)).contains(&wanted)
            })
    }
}
