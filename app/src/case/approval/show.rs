//! The queue of proposals: left the list, right one proposal.

use super::page::{Entered, Queue, QueueItem, Shown};
use super::{call, words as own};
use crate::case::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Choices, Crumb, Empty, Icon, Notice, PageHead, Shape, escaped, explained, lang, load};
use crate::wire::reads;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// 审批
#[component]
pub fn ProposalsPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    let key = move || {
        let query = query.read();
        let asked = |name: &str| query.get(name).unwrap_or_default();
        // What was decided last is no argument; it makes the page ask again.
        vec![bureau.get(), asked("shown"), asked("draft"), asked("way"), asked("done"), asked("was")]
    };
    load(reads!(call::Proposals { bureau, shown, draft, way, done }), key, move |data| {
        queue(data, &bureau.get_untracked())
    })
}

fn queue(data: Queue, slug: &str) -> AnyView {
    let lang = lang();
    let title = words::proposals(lang);
    let crumbs = vec![Crumb::link(data.bureau.clone(), path::desk(slug)), Crumb::here(title)];
    let said = data.done.clone();
    let done = (!said.is_empty()).then(|| view! { <Notice kind="ok">{said}</Notice> });
    let Some(shown) = data.shown.clone() else {
        return view! {
            <PageHead title=title crumbs=crumbs />
            {done}
            <Card><Empty title=words::no_proposals(lang) /></Card>
        }
        .into_any();
    };
    let here = shown.line.id.clone();
    let list = path::proposals(slug);
    let lines = data.lines.iter().map(|line| item(line, &list, &here)).collect_view();
    view! {
        <PageHead title=title small=data.up.to_string() crumbs=crumbs />
        {done}
        <div class="cols queue">
            <div>{proposal(shown, &data, slug)}</div>
            <div><Card title=title><ul class="line">{lines}</ul></Card></div>
        </div>
    }
    .into_any()
}

fn item(line: &QueueItem, list: &str, here: &str) -> AnyView {
    let line = line.clone();
    let current = (line.id == here).then_some("true");
    view! {
        <li class:waits=!line.is_up>
            <a href=format!("{list}?shown={}", line.id) aria-current=current>{line.name}</a>
            <div class="sub">{line.number} " · " {line.by}</div>
        </li>
    }
    .into_any()
}

fn proposal(shown: Shown, data: &Queue, slug: &str) -> AnyView {
    let lang = lang();
    let line = shown.line;
    let list = |lines: Vec<String>| lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let since = (!line.since.is_empty())
        .then(|| view! { <Notice>{words::since_then(lang)}<ul>{list(line.since)}</ul></Notice> });
    let shut = line.refusal.is_some() || shown.not_up.is_some();
    let refusal = line.refusal.map(|refusal| view! { <Notice kind="warn">{explained(refusal)}</Notice> });
    let not_up = shown.not_up.map(|why| view! { <Notice kind="warn">{why}</Notice> });
    let place = (!shown.in_place_of.is_empty())
        .then(|| view! { <Notice>{own::in_place_of(lang)}{shown.in_place_of}</Notice> });
    let way = (!shown.way.is_empty()).then(|| view! { <ul>{list(shown.way)}</ul> });
    let facts = facts(shown.facts, shown.entered);
    let hidden = Hidden { bureau: slug.to_owned(), proposal: line.id.clone(), next: data.next.clone() };
    let others = shown.decides || !shut;
    let others = others
        .then(|| hand(&hidden, shown.decides, shown.deciders, shown.colleagues, data.way_problem.clone()));
    let next = (!data.next.is_empty()).then(|| {
        let to = format!("{}?shown={}", path::proposals(slug), data.next);
        view! { <a class="btn" href=to data-key="n">{own::next_one(lang)}</a> }
    });
    let send_back = send_back(&hidden, data, line.mine || (shut && !shown.decides));
    let case = path::case(slug, &line.case);
    let hidden = hidden.draw();
    view! {
        <Card title=format!("{} · {}", line.act, line.party)>
            <p class="sub">
                <a href=case>{line.number}</a> " · " {words::proposed_by(lang)} " " {line.by} " · " {line.at}
            </p>
            {place}{since}{refusal}{not_up}{way}
            <div class="verdict">
                <form method="post" action="/_/api/proposal-verdict" data-stay="">
                    {hidden}
                    <input type="hidden" name="verdict" value="approve" />
                    <button class="btn go" disabled=shut data-key="a">{words::approve(lang)}</button>
                </form>
                {next}
                <span class="sub keys" data-keys-on=own::keys_on(lang) data-keys-off=own::keys_off(lang) hidden>
                    {own::keys(lang)} " " <button type="button" class="btn plain" data-keys=""></button>
                </span>
            </div>
            {facts}
            {send_back}
            {others}
        </Card>
    }
    .into_any()
}

fn facts(facts: Vec<(String, String)>, entered: Vec<Entered>) -> AnyView {
    let lang = lang();
    let facts = facts.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> });
    let facts = facts.collect_view();
    let typed = (!entered.is_empty()).then(|| {
        let line = |one: Entered| {
            let value = match one.was {
                None => view! { {one.value} }.into_any(),
                Some(was) => {
                    view! { <ins>{one.value}</ins><div class="sub">{own::was(lang)}<del>{was}</del></div> }
                        .into_any()
                }
            };
            view! { <dt>{one.label}</dt><dd>{value}</dd> }
        };
        let lines = entered.into_iter().map(line).collect_view();
        view! { <h3>{own::entered(lang)}</h3><dl class="facts">{lines}</dl> }
    });
    view! { <dl class="facts">{facts}</dl>{typed} }.into_any()
}

/// What every form about the proposal sends.
struct Hidden {
    bureau: String,
    proposal: String,
    next: String,
}

impl Hidden {
    fn draw(&self) -> AnyView {
        let values = [("bureau", &self.bureau), ("proposal", &self.proposal), ("next", &self.next)];
        let values =
            values.map(|(name, value)| view! { <input type="hidden" name=name value=value.clone() /> });
        values.into_iter().collect_view().into_any()
    }
}

fn send_back(hidden: &Hidden, data: &Queue, shut: bool) -> AnyView {
    let lang = lang();
    let bad = data.problem.is_some();
    let wrong = data.problem.clone().map(|problem| {
        view! { <span class="error" id="reason-error" role="alert"><Icon shape=Shape::Warning />{problem}</span> }
    });
    view! {
        <form method="post" action="/_/api/proposal-verdict" data-stay="">
            {hidden.draw()}
            <input type="hidden" name="verdict" value="send_back" />
            <div class=if bad { "field bad" } else { "field" }>
                <label for="f-reason">{words::reason(lang)}</label>
                <textarea id="f-reason" name="reason" rows="2" data-key="r" aria-invalid=bad.then_some("true")
                    aria-describedby=bad.then_some("reason-error") inner_html=escaped(&data.reason)></textarea>
                {wrong}
            </div>
            <div class="form-acts"><button class="btn" disabled=shut>{words::send_back(lang)}</button></div>
        </form>
    }
    .into_any()
}

/// 转办、加签、会签
fn hand(
    hidden: &Hidden,
    decides: bool,
    deciders: Choices,
    colleagues: Choices,
    problem: Option<String>,
) -> AnyView {
    let lang = lang();
    let open = problem.is_some();
    let problem = problem.map(|problem| view! { <Notice kind="warn">{problem}</Notice> });
    let one = |how: &'static str, label: &'static str, button: &'static str, people: &Choices| {
        view! {
            <form method="post" action="/_/api/proposal-way" data-stay="">
                {hidden.draw()}
                <input type="hidden" name="how" value=how />
                {person("first", format!("{how}-first"), label, people)}
                <div class="form-acts"><button class="btn">{button}</button></div>
            </form>
        }
        .into_any()
    };
    let hand_on = (decides && !deciders.is_empty())
        .then(|| one("hand_on", own::hand_on_to(lang), own::hand_on(lang), &deciders));
    let add = one("add_signer", own::add_signer_to(lang), own::add_signer(lang), &colleagues);
    let several = decides.then(|| {
        let places = [
            ("first", own::first(lang)),
            ("second", own::second(lang)),
            ("third", own::third(lang)),
            ("fourth", own::fourth(lang)),
        ];
        let places =
            places.map(|(name, label)| person(name, format!("countersign-{name}"), label, &colleagues));
        view! {
            <form method="post" action="/_/api/proposal-way" data-stay="">
                {hidden.draw()}
                <input type="hidden" name="how" value="countersign" />
                <p class="sub">{own::countersign_hint(lang)}</p>
                <div class="grid-form">{places.into_iter().collect_view()}</div>
                <div class="form-acts"><button class="btn">{own::countersign(lang)}</button></div>
            </form>
        }
    });
    view! {
        <details class="term" open=open>
            <summary>{own::others(lang)}</summary>
            {problem}{hand_on}{add}{several}
        </details>
    }
    .into_any()
}

fn person(name: &'static str, id: String, label: &'static str, people: &Choices) -> AnyView {
    let people = people.clone().into_iter().map(|(id, name)| view! { <option value=id>{name}</option> });
    let people = people.collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id name=format!("form[{name}]")><option value="">{own::choose(lang())}</option>{people}</select>
        </div>
    }
    .into_any()
}
