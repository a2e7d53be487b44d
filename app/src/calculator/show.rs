//! The page of the term calculator; works as a plain GET form.

use super::call::{self, Answer, Month};
use super::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Crumb, FormFields, Notice, PageHead, SelectField, Table, TextField, lang, load};
use crate::wire::reads;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub fn CalculatorPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    let key = move || {
        let query = query.read();
        let typed = |name: &str| query.get(&format!("form[{name}]")).unwrap_or_default();
        vec![bureau.get(), typed("from"), typed("length"), typed("unit"), typed("rolls"), typed("clock")]
    };
    load(reads!(call::Calculator { bureau, from, length, unit, rolls, clock }), key, move |data| {
        let lang = lang();
        let rolls = vec![
            ("yes".to_owned(), words::rolls_yes(lang).to_owned()),
            ("no".to_owned(), words::rolls_no(lang).to_owned()),
        ];
        let home = path::desk(&bureau.get_untracked());
        view! {
            <PageHead title=words::title(lang)
                crumbs=vec![Crumb::link(lang.pick("首页", "Home"), home), Crumb::here(words::title(lang))] />
            <Card>
                <p class="sub">{words::hint(lang)}</p>
                <form method="get">
                    <FormFields state=data.form>
                        <div class="grid-form">
                            <TextField name="from" label=words::from(lang) hint=words::from_hint(lang) required=true />
                            <SelectField name="clock" label=words::clock(lang) hint=words::clock_hint(lang) options=data.clocks />
                            <TextField name="length" label=words::length(lang) inputmode="numeric" />
                            <SelectField name="unit" label=words::unit(lang) options=data.units />
                            <SelectField name="rolls" label=words::rolls(lang) options=rolls />
                        </div>
                        <div class="form-acts"><button class="btn go">{words::count(lang)}</button></div>
                    </FormFields>
                </form>
            </Card>
            {data.answer.map(answered)}
        }
    })
}

fn answered(answer: Answer) -> impl IntoView {
    let lang = lang();
    let acting = answer.acting_day.map(|day| {
        view! { <dt>{words::acting_day(lang)}</dt><dd>{day}</dd> }
    });
    let steps = answer.steps.into_iter().map(|(day, what)| {
        view! { <tr><td>{day}</td><td>{what}</td></tr> }
    });
    let steps = steps.collect_view();
    view! {
        <Card title=words::answer(lang)>
            {answer.provisional.map(|why| view! { <Notice kind="warn">{words::provisional(lang)} " · " {why}</Notice> })}
            <dl class="facts">
                <dt>{words::last_day(lang)}</dt>
                <dd><strong>{answer.last_day}</strong></dd>
                {acting}
            </dl>
            <p>{answer.sentence}</p>
            {(!answer.article.is_empty()).then(|| view! { <p>{answer.article}</p> })}
            <div class="cols-even">{answer.months.into_iter().map(month).collect_view()}</div>
            <p class="note">{words::legend(lang)}</p>
        </Card>
        <Card title=words::how(lang)>
            <Table caption=words::how(lang) head=vec![words::when(lang), words::what(lang)]>{steps}</Table>
        </Card>
    }
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
