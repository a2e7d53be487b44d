//! The queue of proposals: left the list, right one proposal.

use super::call;
use super::page::{ProposalLine, Queue};
use super::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Crumb, Empty, Icon, Notice, PageHead, Shape, escaped, lang, load};
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
        vec![bureau.get(), asked("shown"), asked("draft")]
    };
    load(
        reads!(call::Proposals { bureau, shown, draft }),
        key,
        move |data| view! { <QueueView data slug=bureau.get_untracked() /> },
    )
}

#[component]
fn QueueView(data: Queue, slug: String) -> impl IntoView {
    let lang = lang();
    let title = words::proposals(lang);
    let crumbs = vec![Crumb::link(data.bureau.clone(), path::desk(&slug)), Crumb::here(title)];
    let small = data.lines.len().to_string();
    let Some(shown) = data.shown else {
        return view! {
            <PageHead title=title crumbs=crumbs />
            <Card><Empty title=words::no_proposals(lang) /></Card>
        }
        .into_any();
    };
    let queue = path::proposals(&slug);
    let lines = data
        .lines
        .into_iter()
        .map(|line| {
            let here = line.id == shown.id;
            view! {
                <li>
                    <a href=format!("{queue}?shown={}", line.id) aria-current=here.then_some("true")>{line.act} " · " {line.party}</a>
                    <div class="sub">{line.number} " · " {line.by}</div>
                </li>
            }
        })
        .collect_view();
    view! {
        <PageHead title=title small=small crumbs=crumbs />
        <div class="cols">
            <div><Verdict line=shown slug reason=data.reason problem=data.problem /></div>
            <div><Card title=title><ul class="line">{lines}</ul></Card></div>
        </div>
    }
    .into_any()
}

#[component]
fn Verdict(line: ProposalLine, slug: String, reason: String, problem: Option<String>) -> impl IntoView {
    let lang = lang();
    let since = (!line.since.is_empty()).then(|| {
        let lines = line.since.clone().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <Notice>{words::since_then(lang)}<ul>{lines}</ul></Notice> }
    });
    let refusal = line.refusal.clone().map(|refusal| view! { <Notice kind="warn">{refusal}</Notice> });
    let own = line.mine.then(|| view! { <p class="sub">{words::own_proposal(lang)}</p> });
    let hidden = {
        let (slug, id) = (slug.clone(), line.id.clone());
        move || {
            view! {
                <input type="hidden" name="bureau" value=slug.clone() />
                <input type="hidden" name="proposal" value=id.clone() />
            }
        }
    };
    let shut = line.refusal.is_some() || line.mine;
    let bad = problem.is_some();
    let wrong = problem.map(|problem| {
        view! { <span class="error" id="reason-error" role="alert"><Icon shape=Shape::Warning />{problem}</span> }
    });
    view! {
        <Card title=format!("{} · {}", line.act, line.party)>
            <p>{line.summary}</p>
            <p class="sub">
                <a href=path::case(&slug, &line.case)>{line.number}</a> " · " {words::proposed_by(lang)} " " {line.by} " · " {line.at}
            </p>
            {since}{refusal}{own}
            <form method="post" action="/_/api/proposal-verdict">
                {hidden.clone()()}
                <input type="hidden" name="verdict" value="approve" />
                <div class="form-acts"><button class="btn go" disabled=shut>{words::approve(lang)}</button></div>
            </form>
            <form method="post" action="/_/api/proposal-verdict">
                {hidden()}
                <input type="hidden" name="verdict" value="send_back" />
                <div class=if bad { "field bad" } else { "field" }>
                    <label for="f-reason">{words::reason(lang)}</label>
                    <textarea id="f-reason" name="reason" rows="3" aria-invalid=bad.then_some("true")
                        aria-describedby=bad.then_some("reason-error") inner_html=escaped(&reason)></textarea>
                    {wrong}
                </div>
                <div class="form-acts"><button class="btn" disabled=line.mine>{words::send_back(lang)}</button></div>
            </form>
        </Card>
    }
}
