//! County by county, beside the map and in the file.

use super::ask::Asked;
use super::call::{CountyTable, Head, Number};
use super::map::short;
use super::words;
use crate::path;
use domain::Lang;
use domain::city::Figure;
use store::{BureauFigures, BureauKind, Overview};

/// The counties in the order that is asked for; the city's own bureau comes last, where it has anything.
pub fn counties<'a>(asked: &Asked, overview: &'a Overview) -> Vec<&'a BureauFigures> {
    let is_city = |of: &&BureauFigures| of.bureau.kind == BureauKind::City;
    let mut rows: Vec<_> = overview.bureaus.iter().filter(|of| !is_city(of)).collect();
    if let Some(sort) = asked.sort {
        rows.sort_by_key(|of| std::cmp::Reverse(now(of, sort)));
    }
    let has_any = |of: &&BureauFigures| of.figures.values().any(|one| one.now != 0);
    rows.extend(overview.bureaus.iter().filter(is_city).filter(has_any));
    rows
}

/// A bureau's figure of the period.
pub fn now(of: &BureauFigures, figure: Figure) -> i64 {
    of.figures.get(&figure).map_or(0, |compared| compared.now)
}

/// The table; numbers lead into a visit for whoever may begin one.
pub fn table(asked: &Asked, overview: &Overview, page: &str, city: Option<&str>, lang: Lang) -> CountyTable {
    let head = |figure: Figure| {
        let is_sorted = asked.sort == Some(figure);
        let to = asked.address(page, &[("sort", if is_sorted { "" } else { figure.word() })]);
        Head {
            words: figure.name(lang).to_owned(),
            unit: figure.unit(lang).to_owned(),
            to: if figure.may_rank() { to } else { String::new() },
            sorted: if is_sorted { "descending" } else { "" }.to_owned(),
        }
    };
    let county_head = Head { words: words::county(lang).to_owned(), ..Head::default() };
    let rows = counties(asked, overview).into_iter().map(|of| {
        let slug = &of.bureau.slug;
        let name = short(&of.bureau.short_name).to_owned();
        let named =
            Number { words: name.clone(), to: asked.address(page, &[("county", slug)]), ..Number::default() };
        let numbers = Figure::ALL.into_iter().map(|figure| {
            let value = now(of, figure);
            let is_county = of.bureau.kind != BureauKind::City;
            let to = city.filter(|_| is_county && value > 0).zip(records(figure, asked));
            Number {
                words: words::number(figure, value),
                label: if to.is_some() { format!("{name} {}", figure.name(lang)) } else { String::new() },
                to: to.map(|(city, next)| path::visit_into(city, slug, &next)).unwrap_or_default(),
                is_late: figure == Figure::CasesOverdue && value > 0,
            }
        });
        std::iter::once(named).chain(numbers).collect()
    });
    let sum = Figure::ALL
        .into_iter()
        .map(|figure| words::number(figure, overview.city.get(&figure).map_or(0, |compared| compared.now)));
    let sum = std::iter::once(words::total(lang).to_owned()).chain(sum).collect();
    let shared = overview.shared.iter().filter(|(_, people)| **people > 0);
    let mut notes: Vec<_> = shared.map(|(figure, people)| words::shared(*figure, *people, lang)).collect();
    notes.push(words::no_rank(lang).to_owned());
    notes.extend(city.is_some().then(|| words::visit_hint(lang).to_owned()));
    CountyTable {
        title: words::counties(lang).to_owned(),
        small: if city.is_some() { words::click_to_sort(lang) } else { words::click_to_sort_only(lang) }
            .to_owned(),
        head: std::iter::once(county_head).chain(Figure::ALL.into_iter().map(head)).collect(),
        rows: rows.collect(),
        sum,
        notes,
    }
}

/// The list of records behind a figure, inside a visit; its filters are what that list knows of the figure.
fn records(figure: Figure, asked: &Asked) -> Option<String> {
    let cases = |which: &str| match &asked.narrowed.industry {
        Some(industry) => format!("cases?{which}&industry={}", path::encode(industry)),
        None => format!("cases?{which}"),
    };
    let of_year = |list: &str| format!("{list}?year={}", asked.period.to().year());
    match figure {
        Figure::CasesOpen | Figure::CasesOverdue => Some(cases("open=yes")),
        Figure::CasesClosed => Some(cases("stage=closed")),
        Figure::Fines => None,
        Figure::Trained => Some(of_year("classes")),
        Figure::Certified => Some(of_year("certificates")),
    }
}
