//! What is asked of the figures, in the address.

use super::words;
use crate::form::Typed;
use crate::path;
use domain::city::{Figure, Month, Period, Preset};
use domain::{Day, Lang};
use store::Narrowed;

/// What is asked, with what was typed.
#[derive(Clone, Debug)]
pub struct Asked {
    pub period: Period,
    /// The word of the preset, or of months of one's own.
    pub preset: String,
    /// The two months as they were typed.
    pub typed: (String, String),
    /// What is wrong with them; empty: nothing. The period is then this year's.
    pub problem: String,
    pub figure: Figure,
    /// The slug of the county whose trend and parts are shown; empty: the city's.
    pub county: String,
    pub narrowed: Narrowed,
    /// The figure by which the table is sorted, the highest first; none: in the usual order.
    pub sort: Option<Figure>,
}

/// Months of one's own instead of a preset.
pub const OWN: &str = "own";

impl Asked {
    /// Reads an address; what it does not say is this year's open cases.
    pub fn of(query: &Typed, today: Day, lang: Lang) -> Self {
        let said = |name: &str| query.get(name).map_or("", |text| text.trim());
        let typed = (said("from").to_owned(), said("to").to_owned());
        let is_own = said("period") == OWN || (said("period").is_empty() && !typed.0.is_empty());
        let preset = Preset::from_word(said("period")).unwrap_or(Preset::ThisYear);
        let own = is_own.then(|| own_period(&typed, lang));
        let (period, problem) = match own {
            Some(Ok(period)) => (period, String::new()),
            Some(Err(problem)) => (Preset::ThisYear.on(today), problem),
            None => (preset.on(today), String::new()),
        };
        let chosen = |name: &str| Some(said(name)).filter(|word| !word.is_empty()).map(ToOwned::to_owned);
        Asked {
            period,
            preset: if is_own { OWN.to_owned() } else { preset.word().to_owned() },
            typed,
            problem,
            figure: Figure::from_word(said("figure")).unwrap_or(Figure::CasesOpen),
            county: said("county").to_owned(),
            narrowed: Narrowed { industry: chosen("industry"), trade: chosen("trade") },
            sort: Figure::from_word(said("sort")).filter(|figure| figure.may_rank()),
        }
    }

    /// The address that asks the same but for some parts; an empty part is not asked.
    pub fn address(&self, page: &str, but: &[(&str, &str)]) -> String {
        let word = |text: &Option<String>| text.clone().unwrap_or_default();
        let sort = self.sort.map_or("", Figure::word).to_owned();
        let parts = [
            ("period", self.preset.clone()),
            ("from", self.typed.0.clone()),
            ("to", self.typed.1.clone()),
            ("figure", self.figure.word().to_owned()),
            ("county", self.county.clone()),
            ("industry", word(&self.narrowed.industry)),
            ("trade", word(&self.narrowed.trade)),
            ("sort", sort),
        ];
        let parts = parts.into_iter().filter_map(|(name, value)| {
            let value =
                but.iter().find(|(other, _)| *other == name).map_or(value, |(_, new)| (*new).to_owned());
            (!value.is_empty()).then(|| format!("{name}={}", path::encode(&value)))
        });
        let query: Vec<String> = parts.collect();
        format!("{page}?{}", query.join("&"))
    }
}

/// Two months, both within living memory.
fn own_period((from, to): &(String, String), lang: Lang) -> Result<Period, String> {
    let month = |text: &str| {
        let month = Month::parse(&text.replace(['/', '.', '年'], "-").replace('月', ""));
        month.filter(|month| (1990..=2099).contains(&month.year()))
    };
    match (month(from), month(to)) {
        (Some(from), Some(to)) => Period::new(from, to).map_err(|error| error.text(lang).to_owned()),
        _ => Err(words::two_months(lang).to_owned()),
    }
}
