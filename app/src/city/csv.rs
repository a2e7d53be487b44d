//! The figures as a file that Excel and WPS open.

use super::ask::Asked;
use super::table::counties;
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::Typed;
use domain::city::Figure;
use store::CityStore;

/// What makes Excel read the file as UTF-8.
const MARK: &str = "\u{feff}";

/// The table of the page, with the period, the instant and each figure beside the earlier ones: name and content.
///
/// # Errors
/// What the store answers, redacted.
pub async fn csv(caller: &Caller, city: &CityStore, query: &Typed) -> Result<(String, String), AppError> {
    let lang = caller.lang;
    let asked = Asked::of(query, caller.today(), lang);
    let overview =
        city.overview(asked.period, &asked.narrowed).await.map_err(|error| caller.redact(error))?;
    let mut lines = vec![
        line([
            words::title(lang).to_owned(),
            words::months(asked.period, lang),
            overview.as_of.in_shanghai().format("%Y-%m-%d %H:%M").to_string(),
        ]),
        line(std::iter::once(words::county(lang).to_owned()).chain(Figure::ALL.into_iter().flat_map(
            |figure| {
                let name = format!("{}（{}）", figure.name(lang), figure.unit(lang));
                let last_year = format!("{name} {}", words::of_last_year(lang));
                std::iter::once(name).chain(figure.has_history().then_some(last_year))
            },
        ))),
    ];
    let numbers = |values: &store::Figures| -> Vec<String> {
        let of = |figure: Figure| {
            let compared = values.get(&figure).copied().unwrap_or_default();
            let last_year = compared.last_year.map(|value| plain(figure, value));
            std::iter::once(plain(figure, compared.now)).chain(last_year)
        };
        Figure::ALL.into_iter().flat_map(of).collect()
    };
    for of in counties(&asked, &overview) {
        lines.push(line(std::iter::once(of.bureau.short_name.clone()).chain(numbers(&of.figures))));
    }
    lines.push(line(std::iter::once(words::total(lang).to_owned()).chain(numbers(&overview.city))));
    let name = format!("{}-{}.csv", words::title(lang), asked.period);
    Ok((name, format!("{MARK}{}\r\n", lines.join("\r\n"))))
}

/// A number without grouping; fines in yuan.
fn plain(figure: Figure, value: i64) -> String {
    words::number(figure, value).replace(',', "")
}

/// A line; what a spreadsheet would take for a formula is text.
fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cell = |text: String| {
        let is_formula = text.starts_with(['=', '+', '@', '\t'])
            || (text.starts_with('-') && text.len() > 1 && text.parse::<f64>().is_err());
        let text = if is_formula { format!("'{text}") } else { text };
        if text.contains(['"', ',', '\n', '\r']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text
        }
    };
    cells.into_iter().map(cell).collect::<Vec<_>>().join(",")
}
