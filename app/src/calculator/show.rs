//! The page of the term calculator; works as a plain GET form.

use super::call::{self, ASKED, Answer, CalculatorData, Month, Offers};
use super::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{
    Card, CheckField, Crumb, FormFields, GroupedSelect, Notice, PageHead, SelectField, Table, TextField,
    lang, load,
};
use crate::wire::Reads;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

const ARGUMENTS: [&str; 15] = [
    "bureau",
    "form[from]",
    "form[clock]",
    "form[time]",
    "form[length]",
    "form[unit]",
    "form[rolls]",
    "form[extended]",
    "form[pause_kind]",
    "form[pause_from]",
    "form[pause_to]",
    "form[demand_served]",
    "form[on_the_spot]",
    "form[plan_ended]",
    "form[ended_without_merits]",
];

#[component]
pub fn CalculatorPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    let key = move || {
        let query = query.read();
        let mut key = vec![bureau.get()];
        key.extend(ASKED.iter().map(|name| query.get(&format!("form[{name}]")).unwrap_or_default()));
        key
    };
    let reads = Reads::new(&ARGUMENTS, |key| call::Calculator {
        bureau: key.take(),
        form: ASKED.map(|name| (name.to_owned(), key.take())).into(),
    });
    load(reads, key, move |data| {
        let lang = lang();
        let home = path::desk(&bureau.get_untracked());
        let CalculatorData { form, units, clocks, offers, answer } = data;
        view! {
            <PageHead title=words::title(lang)
                crumbs=vec![Crumb::link(lang.pick("首页", "Home"), home), Crumb::here(words::title(lang))] />
            <Card>
                <p class="sub">{words::hint(lang)}</p>
                <form method="get">
                    <FormFields state=form>
                        <Fields units clocks offers />
                        <div class="form-acts"><button class="btn go">{words::count(lang)}</button></div>
                    </FormFields>
                </form>
            </Card>
            {answer.map(answered)}
        }
    })
}

#[component]
fn Fields(
    units: Vec<(String, String)>,
    clocks: Vec<(String, Vec<(String, String)>)>,
    offers: Offers,
) -> impl IntoView {
    let lang = lang();
    let rolls = vec![
        ("yes".to_owned(), words::rolls_yes(lang).to_owned()),
        ("no".to_owned(), words::rolls_no(lang).to_owned()),
    ];
    let starts = (!offers.event.is_empty()).then(|| {
        let starts = words::starts_with(lang).replace("{}", &offers.event);
        view! { <p class="note">{starts}</p> }
    });
    let time = offers
        .time
        .then(|| view! { <TextField name="time" label=words::time(lang) hint=words::time_hint(lang) /> });
    let demand = offers.demand.then(|| {
        view! { <TextField name="demand_served" label=words::demand_served(lang) hint=words::demand_served_hint(lang) /> }
    });
    let unused = offers.unused.then(|| {
        view! {
            <TextField name="plan_ended" label=words::plan_ended(lang) hint=words::plan_ended_hint(lang) />
            <TextField name="ended_without_merits" label=words::without_merits(lang) hint=words::without_merits_hint(lang) />
        }
    });
    view! {
        <div class="grid-form">
            <TextField name="from" label=words::from(lang) hint=words::from_hint(lang) required=true />
            <GroupedSelect name="clock" label=words::clock(lang) hint=words::clock_hint(lang) groups=clocks />
            {time}
            {demand}
            {unused}
            <TextField name="length" label=words::length(lang) inputmode="numeric" />
            <SelectField name="unit" label=words::unit(lang) options=units />
            <SelectField name="rolls" label=words::rolls(lang) options=rolls />
        </div>
        {starts}
        {offers.unused.then(|| view! { <CheckField name="on_the_spot" label=words::on_the_spot(lang) /> })}
        {offers.extension.map(|words| view! { <CheckField name="extended" label=words /> })}
        {pause_fields(offers.pauses)}
    }
}

/// The days counted out, where the row counts any out; why is asked only where there are several reasons.
fn pause_fields(kinds: Vec<(String, String)>) -> impl IntoView {
    let lang = lang();
    let (_, first) = kinds.first().cloned()?;
    let why = match kinds.len() {
        1 => view! { <p class="note">{words::counted_out(lang).replace("{}", &first)}</p> }.into_any(),
        _ => {
            view! { <SelectField name="pause_kind" label=words::pause_kind(lang) options=kinds /> }.into_any()
        }
    };
    Some(view! {
        {why}
        <div class="grid-form">
            <TextField name="pause_from" label=words::pause_from(lang) hint=words::pause_from_hint(lang) />
            <TextField name="pause_to" label=words::pause_to(lang) hint=words::pause_to_hint(lang) />
        </div>
    })
}

fn answered(answer: Answer) -> impl IntoView {
    let lang = lang();
    let days = answer.days.into_iter().enumerate().map(|(at, (name, day))| {
        let day = if at == 0 { view! { <strong>{day}</strong> }.into_any() } else { day.into_any() };
        view! { <dt>{name}</dt><dd>{day}</dd> }
    });
    let left_out = answer.left_out.into_iter().map(|words| view! { <Notice kind="warn">{words}</Notice> });
    view! {
        <Card title=words::answer(lang)>
            {answer.provisional.map(|why| view! { <Notice kind="warn">{words::provisional(lang)} " · " {why}</Notice> })}
            {left_out.collect_view()}
            <dl class="facts">{days.collect_view()}</dl>
            {answer.sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
            {(!answer.article.is_empty()).then(|| view! { <p>{answer.article}</p> })}
            {draw_months(answer.months)}
        </Card>
        <Card title=words::how(lang)>
            {draw_steps(answer.steps)}
        </Card>
    }
}

/// The small calendar of a term.
pub fn draw_months(months: Vec<Month>) -> Option<AnyView> {
    (!months.is_empty()).then(|| {
        view! {
            <div class="cols-even">{months.into_iter().map(month).collect_view()}</div>
            <p class="note">{words::legend(lang())}</p>
        }
        .into_any()
    })
}

/// How a term was counted, day by day.
pub fn draw_steps(steps: Vec<(String, String)>) -> AnyView {
    let lang = lang();
    let steps = steps.into_iter().map(|(day, what)| view! { <tr><td>{day}</td><td>{what}</td></tr> });
    let head = vec![words::when(lang), words::what(lang)];
    view! { <Table caption=words::how(lang) head>{steps.collect_view()}</Table> }.into_any()
}

fn month(month: Month) -> impl IntoView {
    let lang = lang();
    let names = lang
        .pick(["一", "二", "三", "四", "五", "六", "日"], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
    let head = names.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let week = |week: Vec<call::Cell>| {
        let days = week.into_iter().map(|cell| {
            let number = (cell.number > 0).then(|| cell.number.to_string());
            let mark = (!cell.mark.is_empty()).then(|| view! { <small>{cell.mark}</small> });
            view! { <td class=cell.class>{number}{mark}</td> }
        });
        view! { <tr>{days.collect_view()}</tr> }
    };
    view! {
        <table class="month">
            <caption>{month.title}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{month.weeks.into_iter().map(week).collect_view()}</tbody>
        </table>
    }
}
