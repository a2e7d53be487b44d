//! Things that are or were held, and things that decisions confiscate, line by line.

use super::{MoneyTable, words};
use domain::Lang;
use domain::calendar::day_long;
use domain::case::{Act, Case, Context, GoodsEntry, GoodsTurn, Measure, Performed, Track};

/// Every thing that was registered, sealed or seized, with its course.
pub fn held(case: &Case, context: &Context<'_>, lang: Lang) -> MoneyTable {
    let entries = case.goods_courses();
    MoneyTable {
        caption: words::goods(lang).to_owned(),
        head: vec![
            words::thing(lang),
            words::quantity(lang),
            words::measure(lang),
            words::term(lang),
            words::kept(lang),
            words::course(lang),
        ],
        rows: entries.iter().map(|entry| line(case, entry, context, lang)).collect(),
        links: Vec::new(),
        sum: None,
    }
}

fn line(case: &Case, entry: &GoodsEntry<'_>, context: &Context<'_>, lang: Lang) -> Vec<String> {
    let (measure, goods) = (entry.measure, &entry.goods.line);
    vec![
        goods.name.to_string(),
        format!("{} {}", goods.quantity, goods.unit),
        under(case, entry, lang),
        term(measure, context, lang),
        lang.pick(
            format!("{}；{}", measure.place, measure.keeper),
            format!("{}; {}", measure.place, measure.keeper),
        ),
        course(entry, lang),
    ]
}

/// 扣押 道商查扣〔2026〕3号 道县××超市
fn under(case: &Case, entry: &GoodsEntry<'_>, lang: Lang) -> String {
    let measure = entry.measure;
    let taken = entry.steps.first().and_then(|step| case.log.iter().find(|event| event.seq == step.seq));
    let number = taken.and_then(|event| match &event.act {
        Act::RegisterEvidence(facts) => facts.number.clone(),
        Act::TakeMeasure(facts) => facts.number.clone(),
        Act::TakeUrgentMeasure(facts) => facts.taken.number.clone(),
        _ => None,
    });
    let parties = case.parties();
    let owner = measure.party.and_then(|id| parties.iter().find(|party| party.id == id));
    let owner = owner.map(|party| party.name.to_string());
    let parts = [Some(measure.held_as.name(lang).to_owned()), number, owner];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Since when, and until when while it is open.
fn term(measure: &Measure, context: &Context<'_>, lang: Lang) -> String {
    let since = day_long(measure.on, lang);
    let until = measure.last_day(context).map(|day| day_long(day, lang));
    match until {
        Some(until) => lang.pick(format!("{since}至{until}"), format!("{since} to {until}")),
        None => since,
    }
}

/// Each step after the taking: its day, what became of it, and the act it comes from.
fn course(entry: &GoodsEntry<'_>, lang: Lang) -> String {
    let steps = entry.steps.iter().filter(|step| step.turn != GoodsTurn::Taken);
    let steps: Vec<String> = steps
        .map(|step| {
            let (day, words, act) = (day_long(step.on, lang), step.turn.words(lang), step.act.name(lang));
            lang.pick(format!("{day}{words}（{act}）"), format!("{day} {words} ({act})"))
        })
        .collect();
    match steps.is_empty() {
        true => words::still_held(lang).to_owned(),
        false => steps.join(lang.pick("；", "; ")),
    }
}

/// What each decision confiscates by its own words, and whether it was handed in.
pub fn confiscated(case: &Case, lang: Lang) -> MoneyTable {
    let rows: Vec<Vec<String>> =
        case.tracks().iter().flat_map(|track| confiscated_of(case, track, lang)).collect();
    MoneyTable {
        caption: words::confiscated(lang).to_owned(),
        head: vec![words::party(lang), words::thing(lang), words::value(lang), words::course(lang)],
        rows,
        links: Vec::new(),
        sum: None,
    }
}

fn confiscated_of(case: &Case, track: &Track, lang: Lang) -> Vec<Vec<String>> {
    let decided = track.progress.decided();
    let acts = decided.and_then(|decided| decided.penalties()).map(|penalties| penalties.acts.as_slice());
    let performed = track.progress.performances().iter();
    let mut handed = performed.filter(|one| one.performed == Performed::GoodsHandedIn);
    let handed = handed.next().map(|one| {
        let how = case.log.iter().find(|event| event.seq == one.seq).map(|event| event.act.summary(lang));
        format!("{} {}", day_long(one.on, lang), how.unwrap_or_default())
    });
    let became = handed.unwrap_or_else(|| words::not_handed_in(lang).to_owned());
    let goods = acts.unwrap_or_default().iter().filter_map(|act| act.goods.as_ref());
    goods
        .map(|goods| {
            let value = format!("{}", goods.value);
            vec![track.party.name.to_string(), goods.list.to_string(), value, became.clone()]
        })
        .collect()
}
