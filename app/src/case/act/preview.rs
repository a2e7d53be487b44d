//! What a form, as it stands, would start, meet and cost: told before it is sent.

use crate::error::AppError;
use crate::form::Typed;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::call::{Known, known_case, reading, receivers};
#[cfg(feature = "ssr")]
use super::read::Read;
#[cfg(feature = "ssr")]
use super::registered::about;
#[cfg(feature = "ssr")]
use crate::case::compose::Scene;
#[cfg(feature = "ssr")]
use domain::{
    case::{ActKind, Event, foresee},
    id::PartyId,
    role::Power,
};

/// Lines of words for a form as it stands now; nothing is kept of it.
#[server(prefix = "/_/api", endpoint = "act-preview")]
pub async fn act_preview(
    bureau: String,
    #[server(default)] case: String,
    act: String,
    #[server(default)] party: String,
    #[server(default)] form: Typed,
) -> Result<Vec<String>, AppError> {
    let caller = crate::caller::caller()?;
    let kind = ActKind::from_word(&act).ok_or_else(|| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_for(&bureau, Power::ReadRecords).await?;
    let desk = crate::case::call::desk(&caller, &store).await?;
    let scene = Scene { context: desk.context(), lang: caller.lang };
    let open = known_case(&caller, &desk, kind, &case).await?;
    let known = open.as_ref().map(|open| &open.case);
    let party_id: Option<PartyId> = party.parse().ok();
    let mut typed = form;
    typed.insert("party".to_owned(), party);
    let proposes = scene.proposes(kind);
    let mut lines: Vec<String> = scene.day_told(&typed, proposes).into_iter().collect();
    if let Some((case, party)) = known.zip(party_id) {
        lines.extend(scene.fines(case, party, &typed));
        if kind == ActKind::Publish {
            lines.extend(scene.public_page(case, party, store.bureau().area_name(), &typed));
        }
    }
    let receivers = receivers(&caller, &store, kind).await?;
    let about = about(&caller, &store, &desk, kind, &crate::form::typed(&typed, "entry")).await?;
    let known_more = Known { registered: None, about: about.as_ref(), receivers };
    let read = reading(&caller, scene, &typed, known_more);
    let Ok(Read { on, act, entry }) = read.read(kind, known, proposes) else {
        lines.extend(scene.starts(kind, scene.day_of(&typed)));
        return Ok(lines);
    };
    // Who only reads asks nothing of the city.
    if scene.context.may(Power::WorkCases) || scene.context.may(Power::ApproveCases) {
        lines.extend(scene.filed_elsewhere(&filed_elsewhere(&caller, &desk, open.as_ref(), &act).await?));
    }
    let judged = desk.judged(open.as_ref(), on, &act, &entry).await.map_err(|error| caller.redact(error))?;
    if let Err(refusal) = judged {
        lines.push(refusal.sentence(caller.lang).to_string());
        return Ok(lines);
    }
    let seq = known.map_or(1, |case| case.seq + 1);
    let event = Event { seq, act, on, at: caller.now, by: scene.context.actor, entry };
    if let Ok(foreseen) = foresee(known, &event, &scene.context) {
        lines.extend(scene.foreseen(&foreseen));
    }
    Ok(lines)
}

/// The other bureaus of the city that have filed against a party whom the act brings in, for the same day.
#[cfg(feature = "ssr")]
async fn filed_elsewhere(
    caller: &crate::caller::Caller,
    desk: &store::CaseDesk<'_>,
    open: Option<&store::OpenCase>,
    act: &domain::case::Act,
) -> Result<Vec<store::Bureau>, AppError> {
    use domain::case::Act;
    let completed = match act {
        Act::CompleteParty(facts) => open.and_then(|open| open.case.track(facts.party)).map(|track| {
            let credit_code = facts.after.credit_code.clone();
            domain::case::Party { credit_code, ..track.party.clone() }
        }),
        _ => None,
    };
    let parties: Vec<&domain::case::Party> = match act {
        Act::File(facts) => facts.parties.iter().collect(),
        Act::PenaliseOnTheSpot(facts) => vec![&facts.party],
        Act::AddParty(facts) => vec![&facts.party],
        _ => completed.iter().collect(),
    };
    desk.filed_elsewhere(open.map(|open| open.id), &parties).await.map_err(|error| caller.redact(error))
}
