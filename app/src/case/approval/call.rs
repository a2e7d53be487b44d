//! Server functions of approvals.

use super::page::Queue;
use crate::error::AppError;
use crate::form::Typed;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{compose::fields_of, page::Shown, told};
#[cfg(feature = "ssr")]
use crate::caller::{Caller, caller};
#[cfg(feature = "ssr")]
use crate::case::{
    call::desk,
    compose::{Scene, explained},
};
#[cfg(feature = "ssr")]
use crate::form::{back_with_draft, typed, typed_before};
#[cfg(feature = "ssr")]
use domain::{
    case::{CirculationFault, Entry, Note},
    id::{PersonId, ProposalId},
    role::Power,
};
#[cfg(feature = "ssr")]
use store::{CaseDesk, Handing, ProposalRow, QueueLine, Verdict};

/// The word under which drafts of a reason to send back are kept.
#[cfg(feature = "ssr")]
const VERDICT: &str = "proposal_verdict";

/// What waits for the person, and the proposal shown: the one named, else the first. `way` is why it could not be
/// handed on, `done` what was just done.
#[server(prefix = "/_/api", endpoint = "proposals")]
pub async fn proposals(
    bureau: String,
    shown: String,
    draft: String,
    #[server(default)] way: String,
    #[server(default)] done: String,
) -> Result<Queue, AppError> {
    let caller = caller()?;
    let lang = caller.lang;
    let store = caller.bureau_for(&bureau, Power::ReadRecords).await?;
    let desk = desk(&caller, &store).await?;
    let scene = Scene { context: desk.context(), lang };
    let rows = desk.queue().await.map_err(|error| caller.redact(error))?;
    let named = rows.iter().position(|row| row.proposal.id.to_string() == shown);
    let at = named.unwrap_or(0);
    let chosen = match rows.get(at) {
        Some(row) => Some(shown_of(&caller, &desk, scene, &row.proposal).await?),
        None => None,
    };
    let before = typed_before(&caller, &store, VERDICT, &shown, &draft).await?;
    let reason = before.map(|before| typed(&before, "reason"));
    let fault: Option<CirculationFault> = serde_json::from_value(serde_json::Value::String(way)).ok();
    let done = match done.as_str() {
        "approved" => told::approved_done(lang),
        "returned" => told::returned_done(lang),
        "moved" => told::moved_done(lang),
        "gone" => told::gone_done(lang),
        _ => "",
    };
    Ok(Queue {
        bureau: store.bureau().short_name.clone(),
        up: rows.iter().filter(|row| row.is_up).count(),
        next: next_of(&rows, at),
        lines: rows.iter().map(|row| scene.queue_item(row)).collect(),
        shown: chosen,
        done: done.to_owned(),
        problem: reason.as_deref().and_then(|reason| match reason.trim() {
            "" => Some(lang.pick("请写明退回原因。", "Write why it is sent back.").to_owned()),
            reason => Note::parse(reason).err().map(|error| error.message(lang)),
        }),
        reason: reason.unwrap_or_default(),
        way_problem: fault.map(|fault| fault.message(lang).to_owned()),
    })
}

/// The one after the one shown whose turn is the person's, round the end; empty: there is no other.
#[cfg(feature = "ssr")]
fn next_of(rows: &[QueueLine], at: usize) -> String {
    let after = rows.iter().skip(at + 1).chain(rows.iter().take(at));
    after.filter(|row| row.is_up).map(|row| row.proposal.id.to_string()).next().unwrap_or_default()
}

#[cfg(feature = "ssr")]
async fn shown_of(
    caller: &Caller,
    desk: &CaseDesk<'_>,
    scene: Scene<'_>,
    row: &ProposalRow,
) -> Result<Shown, AppError> {
    let redact = |error| caller.redact(error);
    let open = desk.case(row.case).await.map_err(redact)?;
    let around = desk.around(row, &open).await.map_err(redact)?;
    let who = around.approvers(desk);
    let forms = desk.forms(row).await.map_err(redact)?;
    let mut shown = scene.shown(row, &open, &who, &fields_of(scene, row, &open.case), forms);
    if shown.decides {
        let in_place_of = row.way.decides(scene.context.actor, &who).ok().flatten();
        let entry = Entry { proposed_by: Some(row.by), ..row.entry.clone() };
        let judged = desk.judged_now(&open, &row.act, &entry, in_place_of).await.map_err(redact)?;
        let refused = judged.err();
        shown.line.refusal = refused.map(|refusal| explained(&refusal, scene.lang));
    }
    Ok(shown)
}

/// The queue at the next proposal; what was done to the one before makes it another address.
#[cfg(feature = "ssr")]
fn on_to(bureau: &str, next: &str, done: &str, was: &str) -> String {
    let queue = crate::path::proposals(bureau);
    let next: Option<ProposalId> = next.parse().ok();
    let shown = next.map(|next| format!("shown={next}&")).unwrap_or_default();
    format!("{queue}?{shown}done={done}&was={was}")
}

/// Approves a proposal or agrees to it, sends it back with a reason, or takes it back; then on to the proposal `next`.
#[server(prefix = "/_/api", endpoint = "proposal-verdict")]
pub async fn proposal_verdict(
    bureau: String,
    proposal: String,
    verdict: String,
    #[server(default)] reason: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let caller = caller()?;
    let id: ProposalId = proposal.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(&bureau, Power::ReadRecords).await?;
    let page = format!("{}?shown={id}", crate::path::proposals(&bureau));
    let (said, done) = match verdict.as_str() {
        "approve" => (Verdict::Approve, "approved"),
        "take_back" => (Verdict::Withdraw, "taken_back"),
        _ => match Note::parse(&reason) {
            Ok(reason) => (Verdict::SendBack { reason }, "returned"),
            Err(_) => {
                let typed = Typed::from([("reason".to_owned(), reason)]);
                return back_with_draft(&caller, store, VERDICT, &proposal, typed, &page).await;
            }
        },
    };
    let desk = desk(&caller, &store).await?;
    let to = match desk.decide_proposal(id, said).await {
        Ok(Ok(answer)) if done == "taken_back" => crate::path::case(&bureau, &answer.case().to_string()),
        Ok(Ok(_)) => on_to(&bureau, &next, done, &proposal),
        // The queue shows the reason beside the proposal.
        Ok(Err(_)) => {
            crate::caller::go(&page);
            return Ok(());
        }
        Err(store::Error::Conflict) => {
            crate::caller::go(&on_to(&bureau, &next, "gone", &proposal));
            return Ok(());
        }
        Err(error) => return Err(caller.redact(error)),
    };
    drop(desk);
    store.commit().await.map_err(|error| caller.redact(error))?;
    crate::caller::go(&to);
    Ok(())
}

/// Hands a proposal on (`hand_on`), asks one (`add_signer`) or several (`countersign`) to agree first: the form's `first`
/// to `fourth`, in this order; then on to the proposal `next`.
#[server(prefix = "/_/api", endpoint = "proposal-way")]
pub async fn proposal_way(
    bureau: String,
    proposal: String,
    how: String,
    #[server(default)] next: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let id: ProposalId = proposal.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let named = ["first", "second", "third", "fourth"].map(|name| typed(&form, name));
    let people: Result<Vec<PersonId>, _> =
        named.iter().filter(|one| !one.is_empty()).map(|one| one.parse()).collect();
    let people = people.map_err(|_| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(&bureau, Power::ReadRecords).await?;
    let desk = desk(&caller, &store).await?;
    let handing = match (how.as_str(), people.first()) {
        ("hand_on", Some(to)) => Handing::HandOn(*to),
        ("add_signer", Some(to)) => Handing::AddSigner(*to),
        // Nobody is named: whatever was meant, the answer is the same.
        ("hand_on" | "add_signer" | "countersign", _) => Handing::Countersign(people),
        _ => return Err(caller.refuse(AppError::NotFound)),
    };
    let to = match desk.circulate(id, handing).await {
        Ok(Ok(())) => on_to(&bureau, &next, "moved", &proposal),
        Ok(Err(fault)) => {
            let code = serde_json::to_value(fault).ok().and_then(|code| code.as_str().map(str::to_owned));
            let page =
                format!("{}?shown={id}&way={}", crate::path::proposals(&bureau), code.unwrap_or_default());
            crate::caller::go(&page);
            return Ok(());
        }
        Err(store::Error::Conflict) => on_to(&bureau, &next, "gone", &proposal),
        Err(error) => return Err(caller.redact(error)),
    };
    drop(desk);
    store.commit().await.map_err(|error| caller.redact(error))?;
    crate::caller::go(&to);
    Ok(())
}
