//! Finding a violation by everyday words, by article, by industry.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::{Catalogue, IndustryId, ViolationRow};
use crate::{Day, Lang};

/// A violation that was found. A higher score fits better; equal scores keep file order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    pub id: String,
    pub score: u32,
}

/// Finds violations by what people say (私宰, 注水肉), by article (第三十一条), title, id or law.
///
/// Words divided by blanks must all be found; a word is also found when a longer sentence contains one
/// of the row's everyday words. `industry` and `act_day` narrow the search. At most `limit` hits.
#[must_use]
pub fn search(
    catalogue: &Catalogue,
    query: &str,
    industry: Option<&IndustryId>,
    act_day: Option<Day>,
    limit: usize,
) -> Vec<Hit> {
    let words: Vec<String> = query.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect();
    let mut hits: Vec<Hit> = catalogue
        .rows()
        .filter(|(of, _)| industry.is_none_or(|wanted| of.id == *wanted))
        .filter(|(_, row)| act_day.is_none_or(|day| row.in_force_on(day)))
        .filter_map(|(_, row)| score(catalogue, row, &words).map(|score| Hit { id: row.id.clone(), score }))
        .collect();
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
    hits.truncate(limit);
    hits
}

/// The sum of the best field for each word; none when a word is found nowhere.
fn score(catalogue: &Catalogue, row: &ViolationRow, words: &[String]) -> Option<u32> {
    let cited: Vec<String> = row
        .violates
        .iter()
        .chain(&row.penalty)
        .flat_map(|reference| {
            [folded(&catalogue.cite(reference, Lang::Zh)), folded(&catalogue.cite(reference, Lang::En))]
        })
        .collect();
    let titles: Vec<String> = [&row.title]
        .into_iter()
        .chain(&row.items)
        .flat_map(|title| [folded(&title.zh), folded(&title.en)])
        .collect();
    let everyday: Vec<String> = row.words.iter().map(|word| folded(word)).collect();
    words
        .iter()
        .map(|word| {
            let best = [
                (row.id.starts_with(word.as_str()), 100),
                (everyday.iter().any(|known| known == word), 90),
                (everyday.iter().any(|known| known.contains(word.as_str())), 70),
                (titles.iter().any(|title| title.contains(word.as_str())), 60),
                (everyday.iter().any(|known| word.contains(known.as_str())), 50),
                (cited.iter().any(|article| article.contains(word.as_str())), 40),
            ];
            best.into_iter().filter(|(found, _)| *found).map(|(_, score)| score).max()
        })
        .sum()
}

/// Full-width and compatibility forms folded, lower case.
fn folded(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}
