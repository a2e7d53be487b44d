//! Puts the figures into words.

use super::ask::{Asked, OWN};
use super::call::{Bar, FigureCard, FiguresView, Filter, Trend};
use super::map::{map, short};
use super::table::table;
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::Typed;
use crate::path;
use crate::ui::Choices;
use crate::worded::{Block, Cell};
use domain::Lang;
use domain::catalogue::IndustryId;
use domain::city::{Figure, Month, Preset};
use domain::role::{Power, may};
use store::{Bureau, CityStore, Overview, PartSums};

/// Months of the trend: a year and the month it is compared with.
const TREND_MONTHS: u32 = 13;

/// The whole page.
pub async fn view(caller: &Caller, city: &CityStore, query: &Typed) -> Result<FiguresView, AppError> {
    let lang = caller.lang;
    let redact = |error| caller.redact(error);
    let asked = Asked::of(query, caller.today(), lang);
    let overview = city.overview(asked.period, &asked.narrowed).await.map_err(redact)?;
    let county = overview.bureaus.iter().map(|of| &of.bureau).find(|bureau| bureau.slug == asked.county);
    if county.is_none() && !asked.county.is_empty() {
        return Err(caller.refuse(AppError::NotFound));
    }
    let slug = &city.bureau().slug;
    let page = path::figures(slug);
    let visits = may(&city.actor().roles, Power::Supervise).then_some(slug.as_str());
    let whose = county.map(|bureau| bureau.id);
    let parts = city.parts(asked.figure, asked.period, whose).await.map_err(redact)?;
    let trades = match asked.figure.counts_people() {
        true => parts.clone(),
        false => city.parts(Figure::Trained, asked.period, None).await.map_err(redact)?,
    };
    let trend = match asked.figure.has_history() {
        true => {
            let month = Month::of(caller.today()).min(asked.period.to());
            let months = city.trend(asked.figure, whose, month, TREND_MONTHS, &asked.narrowed);
            months.await.map_err(redact)?
        }
        false => Vec::new(),
    };
    let as_of = overview.as_of.in_shanghai().format("%Y-%m-%d %H:%M");
    Ok(FiguresView {
        title: words::title(lang).to_owned(),
        small: lang.pick(
            format!("{} · 截至 {as_of}", words::months(asked.period, lang)),
            format!("{} · as of {as_of}", words::months(asked.period, lang)),
        ),
        crumbs: vec![
            (words::home(lang).to_owned(), path::desk(slug)),
            (words::title(lang).to_owned(), String::new()),
        ],
        filter: filter(&asked, &trades, &page, lang),
        cards: Figure::ALL.into_iter().map(|figure| card(figure, &asked, &overview, &page, lang)).collect(),
        map: map(&asked, &overview, &page, lang),
        table: table(&asked, &overview, &page, visits, lang),
        trend: trend_of(&asked, &trend, county, lang),
        parts: parts_of(&asked, parts, county, lang),
        csv: (words::export(lang).to_owned(), asked.address(&path::figures_csv(slug), &[])),
    })
}

fn card(figure: Figure, asked: &Asked, overview: &Overview, page: &str, lang: Lang) -> FigureCard {
    let compared = overview.city.get(&figure).copied().unwrap_or_default();
    let changes = [
        compared.on_before().map(|change| words::change(words::of_before(lang), change, figure)),
        compared.on_last_year().map(|change| words::change(words::of_last_year(lang), change, figure)),
    ];
    FigureCard {
        word: figure.word().to_owned(),
        name: figure.name(lang).to_owned(),
        value: words::number(figure, compared.now),
        unit: figure.unit(lang).to_owned(),
        is_late: figure == Figure::CasesOverdue && compared.now > 0,
        changes: changes.into_iter().flatten().collect(),
        definition: figure.definition(lang).to_owned(),
        to: asked.address(page, &[("figure", figure.word())]),
        is_shown: figure == asked.figure,
    }
}

fn filter(asked: &Asked, trades: &PartSums, page: &str, lang: Lang) -> Filter {
    let all = || vec![(String::new(), words::all(lang).to_owned())];
    let presets =
        Preset::ALL.into_iter().map(|preset| (preset.word().to_owned(), preset.name(lang).to_owned()));
    let own = (OWN.to_owned(), words::own_months(lang).to_owned());
    let presets: Choices = presets.chain([own]).collect();
    let figures = Figure::ALL.into_iter().map(|one| (one.word().to_owned(), one.name(lang).to_owned()));
    let industries = store::catalogue::in_use().industries.iter();
    let industries = industries.map(|one| (one.id.word().to_owned(), one.name.pick(lang).to_owned()));
    let industries: Choices = all().into_iter().chain(industries).collect();
    let named =
        trades.parts.iter().filter(|(key, _)| !key.is_empty()).map(|(key, _)| (key.clone(), key.clone()));
    let mut trades: Choices = all().into_iter().chain(named).collect();
    let industry = asked.narrowed.industry.clone().unwrap_or_default();
    let trade = asked.narrowed.trade.clone().unwrap_or_default();
    if !trades.iter().any(|(key, _)| *key == trade) {
        trades.push((trade.clone(), trade.clone()));
    }
    let list = |name: &str, label: &str, choices: Choices, chosen: &str| {
        (name.to_owned(), label.to_owned(), choices, chosen.to_owned())
    };
    let line = |name: &str, label: &str, typed: &str| (name.to_owned(), label.to_owned(), typed.to_owned());
    let months = (asked.period.from().to_string(), asked.period.to().to_string());
    let typed = if asked.preset == OWN { &asked.typed } else { &months };
    Filter {
        label: words::filter(lang).to_owned(),
        lists: vec![
            list("period", words::period(lang), presets, &asked.preset),
            list("figure", words::figure(lang), figures.collect(), asked.figure.word()),
            list("industry", words::industry(lang), industries, &industry),
            list("trade", words::trade(lang), trades, &trade),
        ],
        lines: vec![line("from", words::from(lang), &typed.0), line("to", words::to(lang), &typed.1)],
        problem: asked.problem.clone(),
        button: words::show(lang).to_owned(),
        clear: (words::clear(lang).to_owned(), page.to_owned()),
    }
}

/// Whose numbers these are.
fn whose(county: Option<&Bureau>, lang: Lang) -> String {
    county.map_or_else(|| words::whole_city(lang).to_owned(), |bureau| short(&bureau.short_name).to_owned())
}

fn trend_of(asked: &Asked, months: &[(Month, i64)], county: Option<&Bureau>, lang: Lang) -> Trend {
    let figure = asked.figure;
    let highest = months.iter().map(|(_, value)| *value).max().unwrap_or_default().max(1);
    let bar = |(month, value): &(Month, i64)| Bar {
        month: words::month(*month, lang),
        value: words::number(figure, *value),
        height: u32::try_from(value.saturating_mul(1000) / highest).unwrap_or_default(),
        is_inside: asked.period.holds(*month),
    };
    let name = format!("{} · {}", figure.name(lang), whose(county, lang));
    Trend {
        title: format!("{}：{name}", words::trend(lang)),
        small: words::last_months(lang).to_owned(),
        label: format!("{name}，{}", words::last_months(lang)),
        bars: months.iter().map(bar).collect(),
        none: if months.is_empty() { words::no_trend(lang).to_owned() } else { String::new() },
        head: (words::month_head(lang).to_owned(), format!("{}（{}）", figure.name(lang), figure.unit(lang))),
        table_words: words::as_table(lang).to_owned(),
    }
}

fn parts_of(asked: &Asked, sums: PartSums, county: Option<&Bureau>, lang: Lang) -> Block {
    let figure = asked.figure;
    let named = |word: &str| match (word, figure.counts_people()) {
        ("", _) => words::none_yet(lang).to_owned(),
        (word, true) => word.to_owned(),
        (word, false) => store::catalogue::in_use()
            .industry(&IndustryId::new(word))
            .map_or_else(|| word.to_owned(), |industry| industry.name.pick(lang).to_owned()),
    };
    let row = |name: String, value: i64| {
        let share = match sums.total {
            total if total > 0 => format!("{}.{}%", value * 100 / total, value * 1000 / total % 10),
            _ => "—".to_owned(),
        };
        vec![Cell::of(name), Cell::of(words::number(figure, value)), Cell::of(share)]
    };
    let mut rows: Vec<_> = sums.parts.iter().map(|(word, value)| row(named(word), *value)).collect();
    if sums.rest != 0 {
        rows.push(row(words::other_parts(lang).to_owned(), sums.rest));
    }
    Block {
        title: format!("{}：{} · {}", figure.part().name(lang), figure.name(lang), whose(county, lang)),
        head: vec![
            figure.part().name(lang).to_owned(),
            format!("{}（{}）", figure.name(lang), figure.unit(lang)),
            lang.pick("占比", "Share").to_owned(),
        ],
        rows,
        empty: words::no_parts(lang).to_owned(),
        ..Block::default()
    }
}
