//! Server functions of cases: session, bureau, the domain decides, one transaction.

#[cfg(feature = "ssr")]
use super::page::CaseLine;
use super::page::{CaseView, ListView};
use crate::error::AppError;
use crate::form::Typed;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::compose::Scene;
#[cfg(feature = "ssr")]
use crate::caller::{Caller, caller};
#[cfg(feature = "ssr")]
use crate::form::typed;
#[cfg(feature = "ssr")]
use domain::{
    case::Stage,
    id::{CaseId, EstablishmentId},
    role::Power,
    saved_view::ViewPage,
};
#[cfg(feature = "ssr")]
use std::collections::BTreeSet;
#[cfg(feature = "ssr")]
use store::{BureauStore, CaseDesk, CaseFilter, Cursor, OpenCase, Part, Rulebook};

#[cfg(feature = "ssr")]
pub(crate) async fn desk<'a>(caller: &Caller, bureau: &'a BureauStore) -> Result<CaseDesk<'a>, AppError> {
    bureau.case_desk(Rulebook::in_use()).await.map_err(|error| caller.redact(error))
}

#[cfg(feature = "ssr")]
pub(crate) async fn open(caller: &Caller, desk: &CaseDesk<'_>, case: &str) -> Result<OpenCase, AppError> {
    let id: CaseId = case.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    desk.case(id).await.map_err(|error| caller.redact(error))
}

/// The newest cases against an establishment.
#[cfg(feature = "ssr")]
pub async fn cases_against(
    caller: &Caller,
    bureau: &BureauStore,
    establishment: EstablishmentId,
) -> Result<Vec<CaseLine>, AppError> {
    let desk = desk(caller, bureau).await?;
    let rows = desk.cases_of_establishment(establishment).await.map_err(|error| caller.redact(error))?;
    let scene = Scene { context: desk.context(), lang: caller.lang };
    Ok(rows.into_iter().map(|row| scene.line(row)).collect())
}

/// The first cases that fit the words, ended ones too, and whether there are more.
#[cfg(feature = "ssr")]
pub async fn cases_named(
    caller: &Caller,
    bureau: &BureauStore,
    words: &str,
    most: usize,
) -> Result<(Vec<CaseLine>, bool), AppError> {
    let desk = desk(caller, bureau).await?;
    let filter = CaseFilter { text: Some(words.to_owned()), ended: true, ..CaseFilter::default() };
    let page = desk.cases(Part::All, &filter, None).await.map_err(|error| caller.redact(error))?;
    let scene = Scene { context: desk.context(), lang: caller.lang };
    let more = page.rows.len() > most;
    Ok((page.rows.into_iter().take(most).map(|row| scene.line(row)).collect(), more))
}

/// The page's key of an address: `2026-11-25_` and the case.
#[cfg(feature = "ssr")]
fn cursor(text: &str) -> Option<Cursor> {
    let (day, id) = text.split_once('_')?;
    Some(Cursor { acting_on: day.parse().ok()?, id: id.parse().ok()? })
}

/// A page of cases: `part` is mine, waiting, handled or all, or empty where the address names none; `query` the filter and the key of the page; `list` says
/// whether it is the work list or the list of all cases whose views are shown.
#[server(prefix = "/_/api", endpoint = "case-list")]
pub async fn case_list(
    bureau: String,
    #[server(default)] part: String,
    #[server(default)] query: Typed,
    #[server(default)] list: String,
) -> Result<ListView, AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_look(&bureau, "cases", || crate::visit::asked_of_cases(&query)).await?;
    let desk = desk(&caller, &store).await?;
    let scene = Scene { context: desk.context(), lang: caller.lang };
    let of_list = ViewPage::from_word(&list).unwrap_or(ViewPage::Cases);
    let mut query = query;
    if part.is_empty() {
        crate::saved_view::open(&caller, &store, of_list, &mut query).await?;
    }
    let part = match (part.is_empty(), query.remove("part")) {
        (false, _) => part,
        (true, Some(part)) => part,
        (true, None) if of_list == ViewPage::Work => "mine".to_owned(),
        (true, None) => "all".to_owned(),
    };
    let chosen = match part.as_str() {
        // Nothing of the county is the visitor's own.
        _ if store.visit().is_some() => Part::All,
        "waiting" => Part::Waiting,
        "handled" => Part::Handled,
        "all" => Part::All,
        _ => Part::Mine,
    };
    let asked = |name: &str| Some(typed(&query, name)).filter(|text| !text.is_empty());
    let words = crate::find::said(&caller, &store, &typed(&query, "q")).await?;
    let filter = CaseFilter {
        stage: asked("stage").as_deref().and_then(Stage::from_word),
        industry: asked("industry"),
        ended: chosen == Part::All && asked("open").is_none(),
        text: Some(words.clone()).filter(|words| !words.is_empty()),
    };
    let after = asked("after").map(|text| cursor(&text).ok_or_else(|| caller.refuse(AppError::NotFound)));
    let after = after.transpose()?;
    let redact = |error| caller.redact(error);
    let page = desk.cases(chosen, &filter, after).await.map_err(redact)?;
    let waiting = match chosen {
        Part::Mine => desk.cases(Part::Waiting, &filter, None).await.map_err(redact)?.rows,
        _ => Vec::new(),
    };
    let counts = desk.work_counts().await.map_err(redact)?;
    let shown = |count: u64| if count > 1000 { "1,000+".to_owned() } else { count.to_string() };
    let answer = |name: &str| if name == "part" { Some(part.clone()) } else { query.get(name).cloned() };
    let views = crate::saved_view::views(&caller, &store, of_list, answer).await?;
    let lang = caller.lang;
    let industries = scene.context.catalogue.industries.iter();
    Ok(ListView {
        bureau: store.bureau().short_name.clone(),
        today: domain::calendar::day_short(scene.context.today, lang),
        views,
        part,
        counts: [counts.mine, counts.waiting, counts.handled, counts.all].map(shown).to_vec(),
        groups: scene.groups(page.rows),
        waiting: waiting.into_iter().map(|row| scene.line(row)).collect(),
        total: shown(page.total),
        next: page.next.map(|next| format!("{}_{}", next.acting_on, next.id)),
        filter: query,
        words,
        stages: Stage::ALL.map(|stage| (stage.word().to_owned(), stage.name(lang).to_owned())).to_vec(),
        industries: industries.map(|one| (one.id.to_string(), one.name.pick(lang).to_owned())).collect(),
        may_register: scene.context.may(Power::WorkCases),
        may_approve: scene.context.may(Power::ApproveCases),
        may_enter: scene.context.may(Power::PrepareEntries),
    })
}

/// Takes the newest entry back, which the author saw as number `seq`.
#[server(prefix = "/_/api", endpoint = "case-take-back")]
pub async fn case_take_back(bureau: String, case: String, seq: u32) -> Result<(), AppError> {
    let caller = caller()?;
    let id = case.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(&bureau, Power::ReadRecords).await?;
    let desk = desk(&caller, &store).await?;
    let done = match desk.take_back(id, seq).await {
        Ok(Ok(_)) => "taken_back",
        // The case's page says why, and shows what somebody else has done meanwhile.
        Ok(Err(_)) | Err(store::Error::Conflict) => "stays",
        Err(error) => return Err(caller.redact(error)),
    };
    drop(desk);
    if done == "taken_back" {
        store.commit().await.map_err(|error| caller.redact(error))?;
    }
    crate::caller::go(&format!("{}?done={done}", crate::path::case(&bureau, &case)));
    Ok(())
}

/// A case with everything its page shows.
#[server(prefix = "/_/api", endpoint = "case-page")]
pub async fn case_page(
    bureau: String,
    case: String,
    done: String,
    #[server(default)] until: String,
    #[server(default)] draft: String,
) -> Result<CaseView, AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_look(&bureau, &format!("cases/{case}"), String::new).await?;
    let desk = desk(&caller, &store).await?;
    let open = open(&caller, &desk, &case).await?;
    let lang = caller.lang;
    let scene = Scene { context: desk.context(), lang };
    let redact = |error| caller.redact(error);
    let first = open.case.parties().first().map(|party| (*party).clone());
    let act = first.as_ref().and_then(|party| party.acts.first());
    let mut parties = Vec::new();
    for party in open.case.parties() {
        let mut line = scene.party(&open.case, party);
        if let Ok(contact) = desk.masked_contact(open.id, party.id).await {
            line.id_number = contact.id_number.unwrap_or_default();
            line.phone = contact.phone.unwrap_or_default();
        }
        parties.push(line);
    }
    let proposals = desk.proposals_of(open.id).await.map_err(redact)?;
    let shown = Some((&open.case, open.events.as_slice()));
    let asks = [Power::WorkCases, Power::ApproveCases].into_iter().any(|power| scene.context.may(power));
    let elsewhere = match asks && store.visit().is_none() {
        true => desk.filed_elsewhere(Some(open.id), &open.case.parties()).await.map_err(redact)?,
        false => Vec::new(),
    };
    let (steps, step_short) = scene.steps(&open.case);
    let related = match store.visit() {
        None => related(&caller, &store, &desk, &open, &bureau).await?,
        // What a visitor opens is told to the bureau, record by record.
        Some(_) => Vec::new(),
    };
    let asked = super::comment::Asked { until: &until, draft: &draft, done: &done };
    let comments = match store.visit() {
        None => Some(super::comment::comments(&caller, &store, &desk, &open, asked).await?),
        Some(_) => None,
    };
    let view = CaseView {
        bureau: store.bureau().short_name.clone(),
        id: case,
        number: open.case.clue.number.clone().unwrap_or_default(),
        title: first
            .as_ref()
            .map_or_else(|| open.case.clue.suspicion.to_string(), |party| party.name.to_string()),
        kind: first.as_ref().map(|party| party.kind.name(lang).to_owned()).unwrap_or_default(),
        procedure: scene.procedure(&open.case),
        violation: act.map(|act| scene.violation(&act.violation)).unwrap_or_default(),
        penalty: open.case.penalty_words(None, lang).unwrap_or_default(),
        remedy: scene.remedy_ways(&open.case),
        filed_elsewhere: scene.filed_elsewhere(&elsewhere),
        enforcement: scene.enforcement(&open.case),
        turns: scene.turns(&open.case),
        officers: scene.officers(&open.case),
        steps,
        step_short,
        standing: scene.standing(&open.case),
        terms: scene.terms(&open.case),
        waits: scene.waits(&open.case),
        clocks: scene.clocks(&open.case),
        measures: scene.measures(&open.case),
        timeline: scene.timeline(&open.case, &open.events, store.now(), !proposals.is_empty()),
        next: scene.next(&open.case),
        is_done: domain::case::todo(&open.case, &scene.context).is_none(),
        parties,
        related,
        proposals: proposals.iter().map(|row| scene.proposal(row, shown)).collect(),
        findings: CaseDesk::paper_findings(&open.case)
            .iter()
            .map(|finding| crate::import::found::lacks(finding, lang))
            .collect(),
        came_from: scene.came_from(&open.case),
        transfer: open.case.clue.transferred.as_ref().map(|one| one.transfer.to_string()).unwrap_or_default(),
        // What was done with a comment is told beside it.
        done: Some(done).filter(|done| !done.is_empty() && !done.starts_with("comment")),
        comments,
    };
    Ok(if store.visit().is_some() { view.only_to_look() } else { view })
}

/// The other cases and the licences of a case's parties.
#[cfg(feature = "ssr")]
async fn related(
    caller: &Caller,
    store: &BureauStore,
    desk: &CaseDesk<'_>,
    open: &OpenCase,
    slug: &str,
) -> Result<Vec<(String, String, String)>, AppError> {
    let redact = |error| caller.redact(error);
    let scene = Scene { context: desk.context(), lang: caller.lang };
    let mut lines = scene.public_pages(slug, &desk.open_pages(open.id).await.map_err(redact)?);
    lines.extend(scene.related(slug, &desk.related(open).await.map_err(redact)?));
    let parties = open.case.parties();
    let registered: BTreeSet<EstablishmentId> =
        parties.iter().filter_map(|party| party.establishment).collect();
    for id in registered {
        lines.extend(scene.licences(slug, &store.establishment(id).await.map_err(redact)?));
    }
    Ok(lines)
}

/// What may be done on a case now: the address of each act's form and its name; nothing where the case cannot be read.
#[cfg(feature = "ssr")]
pub async fn open_acts(caller: &Caller, bureau: &str, case: &str) -> Vec<(String, String)> {
    let lines = async {
        let store = caller.bureau_for(bureau, Power::ReadRecords).await?;
        let desk = desk(caller, &store).await?;
        let open = open(caller, &desk, case).await?;
        Ok::<_, AppError>(Scene { context: desk.context(), lang: caller.lang }.next(&open.case))
    };
    let lines = lines.await.unwrap_or_default().into_iter().filter(|line| line.refusal.is_none());
    lines.map(|line| (crate::path::case_act(bureau, case, &line.act, &line.party, ""), line.name)).collect()
}
