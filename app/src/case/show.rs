//! The page of a case: what is to be done now, the terms with their traces, and the timeline.

use super::bar::Bar;
use super::call;
use super::comment::draw_comments;
use super::list::Due;
use super::page::{CaseView, ClockLine, MeasureLine, NextLine, PartyLine, ProposalLine, TimeLine};
use super::text as words;
use crate::calculator::{draw_months, draw_steps};
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Crumb, Notice, PageHead, lang, load, why as explains};
use crate::wire::reads;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub fn CasePage() -> impl IntoView {
    let bureau = bureau_of_page();
    let params = use_params_map();
    let query = use_query_map();
    let key = move || {
        let case = params.read().get("case").unwrap_or_default();
        let query = query.read();
        let asked = |name: &str| query.get(name).unwrap_or_default();
        vec![bureau.get(), case, asked("done"), asked("until"), asked("draft")]
    };
    load(
        reads!(call::CasePage { bureau, case, done, until, draft }),
        key,
        move |data| view! { <Show data slug=bureau.get_untracked() /> },
    )
}

#[component]
fn Show(data: CaseView, slug: String) -> impl IntoView {
    let lang = lang();
    let crumbs = vec![
        Crumb::link(data.bureau.clone(), path::desk(&slug)),
        Crumb::link(words::cases(lang), path::cases(&slug)),
        Crumb::here(data.number.clone()),
    ];
    let small: Vec<_> = [data.kind.clone(), data.procedure.clone(), data.violation.clone()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    let done = data.done.as_ref().map(|done| {
        let (kind, words) = match done.as_str() {
            "proposed" => ("ok", words::proposed(lang)),
            "taken_back" => ("ok", words::taken_back(lang)),
            "stays" => ("danger", words::stays(lang)),
            _ => ("ok", words::done(lang)),
        };
        view! { <Notice kind>{words}</Notice> }
    });
    let elsewhere = data.filed_elsewhere.clone().into_iter();
    let elsewhere = elsewhere.map(|line| view! { <Notice kind="warn">{line}</Notice> }).collect_view();
    let title = data.title.clone();
    let papers = path::case_papers(&slug, &data.id);
    let evidence = path::case_evidence(&slug, &data.id);
    let dossier = path::case_dossier(&slug, &data.id);
    let money = path::case_money(&slug, &data.id);
    let papers = path::visited(&slug).is_none().then(|| {
        view! {
            <p>
                <a href=papers rel="external">{words::papers(lang)}</a> " "
                <a href=evidence rel="external">{words::evidence(lang)}</a> " "
                <a href=dossier rel="external">{words::dossier(lang)}</a> " "
                <a href=money rel="external">{words::money(lang)}</a>
            </p>
        }
    });
    let bar = view! { <Bar data=data.clone() /> };
    let proposals = data.proposals.into_iter().map(|line| proposal(&slug, line)).collect_view();
    let proposals = (!proposals.is_empty()).then(
        || view! { <Card title=words::your_proposals(lang)><div class="stack">{proposals}</div></Card> },
    );
    let id = data.id.clone();
    let parties = data.parties.into_iter().map(|line| party(&slug, &id, line)).collect_view();
    let parties = (!parties.is_empty())
        .then(|| view! { <Card title=words::parties(lang)><div class="stack">{parties}</div></Card> });
    let lines = data.enforcement.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    let enforcement =
        (!lines.is_empty()).then(|| view! { <Card title=words::enforcement(lang)>{lines}</Card> });
    let turns = data.turns.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    let turns = (!turns.is_empty()).then(|| view! { <Card title=words::turns(lang)>{turns}</Card> });
    let lines = data.remedy.into_iter().map(|line| view! { <p class="sub">{line}</p> }).collect_view();
    let remedy = (!lines.is_empty()).then(|| view! { <Card title=words::remedy(lang)>{lines}</Card> });
    let lines = data.findings.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let findings = (!lines.is_empty()).then(|| {
        view! { <Card title=words::findings(lang)><p class="note">{words::findings_hint(lang)}</p><ul>{lines}</ul></Card> }
    });
    let came = came(&slug, data.came_from, &data.transfer);
    let related = related(data.related);
    let clocks = data.clocks.into_iter().map(clock).collect_view();
    let measures = data.measures.into_iter().map(measure).collect_view();
    let measures = (!measures.is_empty())
        .then(|| view! { <Card title=words::measures(lang)><div class="stack">{measures}</div></Card> });
    let next = view! { <Next id=data.id.clone() slug=slug.clone() waits=data.waits lines=data.next done=data.is_done /> };
    let comments = data.comments.map(draw_comments);
    let timeline = view! { <Timeline id=data.id slug lines=data.timeline /> };
    view! {
        <PageHead title=title small=small.join(" · ") crumbs=crumbs />
        {done}
        {elsewhere}
        {bar}
        {papers}
        <div class="cols case-cols">
            <div>
                {measures}
                <Card title=words::timeline(lang)>{timeline}</Card>
                <Card title=words::clocks(lang)>{clocks}</Card>
                {comments}
            </div>
            <div>{next}{findings}{came}{turns}{enforcement}{proposals}{parties}{related}{remedy}</div>
        </div>
    }
}

/// What else the bureau has on the parties.
fn related(lines: Vec<(String, String, String)>) -> Option<AnyView> {
    // The public pages are none of the product's own: the browser goes there by itself.
    let line = |(to, words, sub): (String, String, String)| {
        let rel = to.starts_with("/open/").then_some("external");
        view! { <div><a href=to rel=rel>{words}</a><div class="sub">{sub}</div></div> }
    };
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(line).collect_view();
        view! { <Card title=words::related(lang())><div class="stack">{lines}</div></Card> }.into_any()
    })
}

/// From whom a case was taken over, and the way to what came with it.
fn came(slug: &str, from: String, transfer: &str) -> Option<AnyView> {
    let lang = lang();
    let to = path::transfer(slug, transfer);
    let link = (!transfer.is_empty())
        .then(|| view! { <p><a href=to>{crate::transfer::words::transfer(lang)}</a></p> });
    (!from.is_empty())
        .then(|| view! { <Card title=words::came_from(lang)><p>{from}</p>{link}</Card> }.into_any())
}

#[component]
fn Timeline(id: String, slug: String, lines: Vec<TimeLine>) -> impl IntoView {
    let lang = lang();
    let lines = lines
        .into_iter()
        .map(|line| {
            let to = path::case_act(&slug, &id, "correct", "", &line.seq.to_string());
            let marks = line
                .marks
                .into_iter()
                .map(|mark| view! { " · " <span class="tag">{mark}</span> })
                .collect_view();
            let correct = line.may_correct.then(|| view! { " · " <a href=to>{words::correct(lang)}</a> });
            let take_back = line.may_take_back.then(|| take_back(&slug, &id, line.seq));
            view! {
                <li>
                    <time>{line.on}</time>
                    <b>{line.title}</b> " " {line.summary}
                    <div class="sub">{line.who}{marks}{correct}</div>
                    {take_back}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="line">{lines}</ul> }
}

fn take_back(slug: &str, case: &str, seq: u32) -> AnyView {
    let lang = lang();
    view! {
        <form method="post" action="/_/api/case-take-back">
            <input type="hidden" name="bureau" value=slug.to_owned() />
            <input type="hidden" name="case" value=case.to_owned() />
            <input type="hidden" name="seq" value=seq.to_string() />
            <button class="btn">{words::take_entry_back(lang)}</button> " "
            <span class="note">{words::take_back_hint(lang)}</span>
        </form>
    }
    .into_any()
}

fn measure(line: MeasureLine) -> impl IntoView {
    let goods = line.goods.into_iter().map(|goods| {
        let end = (!goods.end.is_empty()).then(|| view! { " " <span class="tag">{goods.end}</span> });
        view! { <li>{goods.line}{end}</li> }
    });
    let badge = line.badge.map(|badge| view! { " " <Due badge /> });
    let owner = (!line.owner.is_empty()).then(|| view! { " · " {line.owner} });
    view! {
        <section class="held">
            <div><b>{line.name}</b> " " {line.taken}{owner}{badge}</div>
            <div class="sub">{line.state}</div>
            <ul>{goods.collect_view()}</ul>
            <div class="sub">{line.kept}</div>
        </section>
    }
}

fn clock(clock: ClockLine) -> impl IntoView {
    let lang = lang();
    let name = if clock.party.is_empty() { clock.name } else { format!("{} · {}", clock.name, clock.party) };
    view! {
        <div class="term-line">
            <b>{name}</b> " " <Due badge=clock.badge />
            <details class="term">
                <summary>{words::how_counted(lang)}</summary>
                <p>{clock.sentence}</p>
                {draw_months(clock.months)}
                {draw_steps(clock.steps)}
                <p class="sub">{clock.article}</p>
            </details>
        </div>
    }
}

#[component]
fn Next(id: String, slug: String, waits: Vec<String>, lines: Vec<NextLine>, done: bool) -> impl IntoView {
    let lang = lang();
    let is_visit = path::visited(&slug).is_some();
    if is_visit && waits.is_empty() {
        return ().into_any();
    }
    let waits = waits.into_iter().map(|wait| view! { <div class="wait">{wait}</div> }).collect_view();
    let empty = (done && !is_visit).then(|| view! { <p class="sub">{words::nothing_next(lang)}</p> });
    let acts = lines
        .into_iter()
        .map(|line| {
            let to = path::case_act(&slug, &id, &line.act, &line.party, "");
            let why = format!("why-{}-{}", line.act, line.party);
            match line.refusal {
                None => {
                    let class = if line.main { "btn go" } else { "btn" };
                    view! { <a class=class href=to>{line.name}</a> }.into_any()
                }
                Some(refusal) => view! {
                    <button class="btn" type="button" disabled aria-describedby=why.clone()>{line.name}</button>
                    <div class="why"><span id=why>{refusal.0}</span> " " {explains(refusal.1)}</div>
                }
                .into_any(),
            }
        })
        .collect_view();
    view! { <Card title=words::next(lang)><div class="next">{waits}{empty}{acts}</div></Card> }.into_any()
}

fn proposal(slug: &str, line: ProposalLine) -> impl IntoView + use<> {
    let lang = lang();
    let take_back = (line.open && line.mine).then(|| {
        view! {
            <form method="post" action="/_/api/proposal-verdict">
                <input type="hidden" name="bureau" value=slug.to_owned() />
                <input type="hidden" name="proposal" value=line.id.clone() />
                <input type="hidden" name="verdict" value="take_back" />
                <button class="btn">{words::take_back(lang)}</button>
            </form>
        }
    });
    let reason = (!line.reason.is_empty()).then(|| {
        view! { <Notice kind="warn">{words::sent_back(lang)} ": " {line.reason}</Notice> }
    });
    view! {
        <div>
            <b>{line.act}</b> " " <span class="tag">{line.state}</span>
            <div class="sub">{line.by} " · " {line.at}</div>
            {reason}
            {take_back}
        </div>
    }
}

fn party(slug: &str, case: &str, line: PartyLine) -> impl IntoView + use<> {
    let lang = lang();
    let contact = path::case_contact(slug, case, &line.id);
    // Sealed numbers are no matter of a visit.
    let contact = path::visited(slug).is_none().then(|| view! { <a href=contact>{words::contact(lang)}</a> });
    let register = (!line.establishment.is_empty()).then(|| {
        let to = path::establishment(slug, &line.establishment);
        view! { <a href=to>{words::in_register(lang)}</a> " " }
    });
    let disobeyed = line.may_be_disobeyed.then(|| {
        let to = path::new_case_against(slug, &path::warned(case, &line.id));
        view! { <div><a href=to>{words::disobeyed(lang)}</a></div> }
    });
    let number = (!line.id_number.is_empty())
        .then(|| view! { <div class="sub">{words::id_number(lang)} " " {line.id_number}</div> });
    let phone = (!line.phone.is_empty())
        .then(|| view! { <div class="sub">{words::phone(lang)} " " {line.phone}</div> });
    view! {
        <div>
            <b>{line.name}</b> " " <span class="stage">{line.stage}</span>
            <div class="sub">{line.kind}</div>
            {number}{phone}
            {register}{contact}{disobeyed}
        </div>
    }
}
