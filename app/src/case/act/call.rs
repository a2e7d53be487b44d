//! Server functions of acts: the form, and what is done with it.

use crate::case::page::FormView;
use crate::error::AppError;
use crate::form::Typed;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::carry;
#[cfg(feature = "ssr")]
use super::correcting;
#[cfg(feature = "ssr")]
use super::fields::Asked;
#[cfg(feature = "ssr")]
use super::particulars;
#[cfg(feature = "ssr")]
use super::read::{Form, Read};
#[cfg(feature = "ssr")]
use super::registered::{About, about, registered};
#[cfg(feature = "ssr")]
use crate::caller::{Caller, caller};
#[cfg(feature = "ssr")]
use crate::case::page::{Choices, Field};
#[cfg(feature = "ssr")]
use crate::case::{
    call::{desk, open},
    compose::{Scene, explained},
};
#[cfg(feature = "ssr")]
use crate::form::{
    FormState, Problem, back_with_draft, forget_unsent, is_unsent, keeping, typed, typed_before,
};
#[cfg(feature = "ssr")]
use domain::{
    case::{Act, ActKind, Case, Party, Scope},
    refusal::RefusalCode,
    role::Power,
};
#[cfg(feature = "ssr")]
use store::{BureauStore, CaseDesk, Done, OpenCase, Sent};

/// The form of an act; `draft` holds what was typed before.
#[server(prefix = "/_/api", endpoint = "act-form")]
pub async fn act_form(
    bureau: String,
    case: String,
    act: String,
    party: String,
    entry: String,
    draft: String,
) -> Result<FormView, AppError> {
    let caller = caller()?;
    let kind = ActKind::from_word(&act).ok_or_else(|| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_for(&bureau, Power::ReadRecords).await?;
    let desk = desk(&caller, &store).await?;
    let scene = Scene { context: desk.context(), lang: caller.lang };
    let mut form = scene.blank(&bureau, kind);
    let open = known_case(&caller, &desk, kind, &case).await?;
    let known = open.as_ref().map(|open| &open.case);
    let party_id = party.parse().ok();
    let subject = subject(&case, &act, &party, &entry);
    let mut before = typed_before(&caller, &store, FORM, &subject, &draft).await?.map(|mut typed| {
        typed.insert("party".to_owned(), party.clone());
        typed
    });
    if let Some(open) = &open {
        let seen = before.as_ref().and_then(|typed| typed.get("seq")?.parse().ok()).unwrap_or(open.case.seq);
        form.moved = scene.since(&open.events, seen);
        form.number = open.case.clue.number.clone().unwrap_or_default();
        let parties = open.case.parties();
        let about = parties.iter().find(|one| Some(one.id) == party_id).or(parties.first());
        form.title = about.map(|party| party.name.to_string()).unwrap_or_default();
        form.seq = open.case.seq;
        let sent_back = desk.proposals_of(open.id).await.map_err(|error| caller.redact(error))?;
        let sent_back = sent_back.into_iter().find(|row| row.act.kind() == kind && row.state == "returned");
        form.sent_back = sent_back.and_then(|row| row.reason);
        if before.is_none() && form.sent_back.is_some() {
            before = proposed_before(&caller, &store, &subject, &party).await?;
        }
    }
    let next = known.map(|case| domain::case::next(case, &scene.context)).unwrap_or_default();
    let listed = next
        .into_iter()
        .find(|one| one.act == kind && (one.party == party_id || kind.scope() == Scope::Case));
    form.proposes = listed.as_ref().is_some_and(|one| one.proposes);
    if let Some(case) = known.filter(|_| kind == ActKind::Correct) {
        form.proposes = correcting::proposes(scene, case, &entry);
    }
    let shut = listed.and_then(|one| one.refusal);
    form.refusal = shut.map(|refusal| explained(&refusal, caller.lang));
    form.consequence = scene.consequence(kind, form.proposes);
    let receivers = receivers(&caller, &store, kind).await?;
    // Certificates are those of the entered day, as far as one was entered.
    let entered = before.as_ref().and_then(|typed| domain::value::parse_day(typed.get("on")?).ok());
    let asked =
        Asked::of(scene, kind, known, party_id, form.proposes, entered.unwrap_or(scene.context.today));
    form.fields = match known.filter(|_| kind == ActKind::Correct) {
        Some(case) => correcting::fields(scene, case, &entry, &asked),
        None => asked.with_transfer(&receivers, known).fields(),
    };
    if let Some(field) = block_field(&caller, &store, kind).await? {
        form.fields.push(field);
    }
    let about = about(&caller, &store, &desk, kind, &entry).await?;
    let problems = match &before {
        Some(typed) if !draft.is_empty() && !is_unsent(typed) => {
            let reading =
                reading(&caller, scene, typed, Known { registered: None, about: about.as_ref(), receivers });
            let wrong = problems(&caller, &desk, reading, kind, open.as_ref(), form.proposes).await?;
            form.onward = wrong.onward;
            wrong.problems
        }
        _ => Vec::new(),
    };
    let register = match kind {
        ActKind::CompleteParty => {
            let whose = Typed::from([("party".to_owned(), party.clone())]);
            registered(&caller, &store, kind, known, None, &whose).await?
        }
        _ => None,
    };
    let partner = desk.usual_partner().await.map_err(|error| caller.redact(error))?;
    let fresh = || match (known, &about) {
        (Some(case), _) if kind == ActKind::Correct => correcting::beginning(case, &entry),
        (Some(case), _) => {
            let mut typed = scene.prefilled(case, kind, party_id, partner);
            register.iter().for_each(|of| particulars::fill_gaps(&mut typed, of));
            typed
        }
        (None, about) => {
            let about = about.as_ref().map(|one| (&one.party, one.warning.as_ref()));
            scene.beginning(kind, about, partner)
        }
    };
    let mut values = before.unwrap_or_else(fresh);
    values.insert("entry".to_owned(), entry.clone());
    form.carried = carry::hidden(&values, &form.fields);
    if let (ActKind::Publish, Some((case, party))) = (kind, known.zip(party_id)) {
        form.starts.extend(scene.public_page(case, party, store.bureau().area_name(), &values));
    }
    let page = crate::path::case_act(&bureau, &case, &act, &party, &entry);
    let keeping = keeping(&caller, &store, FORM, &subject, &page, &draft).await?;
    form.state = FormState { problems, keeping, ..FormState::fresh(values) };
    form.case = case;
    form.party = party;
    Ok(form)
}

/// The word under which drafts of these forms are kept.
#[cfg(feature = "ssr")]
pub const FORM: &str = "case_act";

#[cfg(feature = "ssr")]
pub(super) fn subject(case: &str, act: &str, party: &str, entry: &str) -> String {
    format!("{case}/{act}/{party}/{entry}")
}

/// What was typed when the act was last proposed.
#[cfg(feature = "ssr")]
async fn proposed_before(
    caller: &Caller,
    store: &BureauStore,
    subject: &str,
    party: &str,
) -> Result<Option<Typed>, AppError> {
    let draft = store.newest_draft(FORM, subject).await.map_err(|error| caller.redact(error))?;
    let typed = draft.map(|draft| {
        let pairs = draft.values.into_iter();
        let mut typed: Typed =
            pairs.filter_map(|(name, values)| Some((name, values.into_iter().next()?))).collect();
        typed.insert("party".to_owned(), party.to_owned());
        typed
    });
    Ok(typed)
}

/// The case of an act; none for one that begins it.
#[cfg(feature = "ssr")]
pub(super) async fn known_case(
    caller: &Caller,
    desk: &CaseDesk<'_>,
    kind: ActKind,
    case: &str,
) -> Result<Option<OpenCase>, AppError> {
    match kind {
        ActKind::RegisterClue => Ok(None),
        ActKind::PenaliseOnTheSpot if case.is_empty() => Ok(None),
        _ => open(caller, desk, case).await.map(Some),
    }
}

/// The bureaus to which a case can be transferred, by id and full name; none for any other act.
#[cfg(feature = "ssr")]
pub(super) async fn receivers(
    caller: &Caller,
    store: &BureauStore,
    kind: ActKind,
) -> Result<Choices, AppError> {
    if kind != ActKind::ProposeTransfer {
        return Ok(Choices::new());
    }
    let bureaus = store.receivers().await.map_err(|error| caller.redact(error))?;
    Ok(bureaus.into_iter().map(|one| (one.id.0.to_string(), one.full_name)).collect())
}

/// What is known beyond what was typed.
#[cfg(feature = "ssr")]
pub(super) struct Known<'a> {
    /// The establishment of the register that the party is.
    pub registered: Option<Party>,
    pub about: Option<&'a About>,
    pub receivers: Choices,
}

#[cfg(feature = "ssr")]
pub(super) fn reading<'a>(caller: &Caller, scene: Scene<'_>, typed: &'a Typed, known: Known<'_>) -> Form<'a> {
    Form {
        typed,
        lang: caller.lang,
        today: scene.context.today,
        area: scene.context.area,
        registered: known.registered,
        warning: known.about.and_then(|about| about.warning.clone()),
        receivers: known.receivers,
        members: scene.context.members.iter().map(|member| (member.person, member.name.clone())).collect(),
        problems: Vec::new(),
    }
}

/// What is wrong with a form, and whether the ordinary procedure is the way on.
#[cfg(feature = "ssr")]
struct Wrong {
    problems: Vec<Problem>,
    onward: bool,
}

/// What is wrong with an act as it was typed: the fields first, then the rules.
#[cfg(feature = "ssr")]
async fn problems(
    caller: &Caller,
    desk: &CaseDesk<'_>,
    form: Form<'_>,
    kind: ActKind,
    open: Option<&OpenCase>,
    proposes: bool,
) -> Result<Wrong, AppError> {
    let Read { on, act, entry } = match form.read(kind, open.map(|open| &open.case), proposes) {
        Err(problems) => return Ok(Wrong { problems, onward: false }),
        Ok(read) => read,
    };
    let judged = desk.judged(open, on, &act, &entry).await.map_err(|error| caller.redact(error))?;
    let refused = judged.err();
    let onward = refused.as_ref().is_some_and(|one| matches!(one.code, RefusalCode::NotSimplified { .. }));
    let problem = refused.map(|refusal| Problem::explained(explained(&refusal, caller.lang)));
    Ok(Wrong { problems: problem.into_iter().collect(), onward })
}

/// Does an act, or proposes it; input that cannot be taken goes back to its form as a draft.
#[server(prefix = "/_/api", endpoint = "case-act")]
pub async fn case_act(
    bureau: String,
    #[server(default)] case: String,
    act: String,
    #[server(default)] party: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let kind = ActKind::from_word(&act).ok_or_else(|| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(&bureau, Power::ReadRecords).await?;
    let entry = typed(&form, "entry");
    let page = crate::path::case_act(&bureau, &case, &act, &party, &entry);
    let subject = subject(&case, &act, &party, &entry);
    match try_act(&caller, &store, kind, &bureau, &case, &party, &form).await? {
        Some(to) => {
            store.commit().await.map_err(|error| caller.redact(error))?;
            crate::caller::go(&to);
            Ok(())
        }
        None => {
            // What was written before the refusal goes with the transaction.
            drop(store);
            let store = caller.bureau_to_write(&bureau, Power::ReadRecords).await?;
            back_with_draft(&caller, store, FORM, &subject, form, &page).await
        }
    }
}

/// Where the done act leads; none when the form must be shown again.
#[cfg(feature = "ssr")]
async fn try_act(
    caller: &Caller,
    store: &BureauStore,
    kind: ActKind,
    bureau: &str,
    case: &str,
    party: &str,
    form: &Typed,
) -> Result<Option<String>, AppError> {
    let redact = |error| caller.redact(error);
    let token = typed(form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(Some(to));
    }
    let desk = desk(caller, store).await?;
    let scene = Scene { context: desk.context(), lang: caller.lang };
    let open = known_case(caller, &desk, kind, case).await?;
    let known = open.as_ref().map(|open| &open.case);
    let is_there = |case: &Case| case.parties().iter().any(|one| one.id.to_string() == party);
    if !party.is_empty() && !known.is_some_and(is_there) {
        return Err(caller.refuse(AppError::NotFound));
    }
    let mut sent = form.clone();
    sent.insert("party".to_owned(), party.to_owned());
    let proposes = scene.proposes(kind);
    let about = about(caller, store, &desk, kind, &typed(&sent, "entry")).await?;
    let registered = registered(caller, store, kind, known, about.as_ref(), &sent).await?;
    let receivers = receivers(caller, store, kind).await?;
    let read = reading(caller, scene, &sent, Known { registered, about: about.as_ref(), receivers });
    let Ok(Read { on, act, entry }) = read.read(kind, known, proposes) else {
        return Ok(None);
    };
    let filed = match &act {
        Act::File(facts) => facts.parties.first().map(|party| party.id.to_string()),
        _ => None,
    };
    let done = match &open {
        None => desk.register(on, act, entry).await,
        Some(open) => {
            let seq = typed(form, "seq").parse().unwrap_or_default();
            desk.act(open.id, seq, on, act, entry).await
        }
    };
    let done = match done {
        Ok(Ok(done)) => done,
        Ok(Err(_)) | Err(store::Error::Conflict) => return Ok(None),
        Err(error) => return Err(redact(error)),
    };
    let word = if matches!(done, Done::Proposal { .. }) { "proposed" } else { "done" };
    if let Done::Proposal { id, .. } = done {
        // Whoever decides reads it as it was typed.
        let mut typed = form.clone();
        typed.remove("token");
        desk.keep_form(id, &typed).await.map_err(redact)?;
    }
    if word == "proposed" {
        // Sent back, the form opens as it was.
        let values = form.iter().map(|(name, value)| (name.clone(), vec![value.clone()])).collect();
        let subject = subject(case, kind.word(), party, &typed(form, "entry"));
        store.save_draft(None, FORM, &subject, 0, &values).await.map_err(redact)?;
    }
    let to = format!("{}?done={word}", crate::path::case(bureau, &done.case().to_string()));
    let subject = subject(case, kind.word(), party, &typed(form, "entry"));
    forget_unsent(caller, store, FORM, &subject).await?;
    let case = done.case().to_string();
    carry::onward(caller, store, kind, &case, &filed.unwrap_or_default(), form).await?;
    store.keep_sent(token, FORM, &to).await.map_err(redact)?;
    Ok(Some(to))
}

/// The choice of a number in hand for a paper that was handed over on the spot; none where the person has none.
#[cfg(feature = "ssr")]
async fn block_field(caller: &Caller, store: &BureauStore, kind: ActKind) -> Result<Option<Field>, AppError> {
    if kind.blocks().is_empty() {
        return Ok(None);
    }
    let own = store.own_numbers(kind.blocks()).await.map_err(|error| caller.redact(error))?;
    let options: Choices = own.into_iter().map(|one| (one.number.clone(), one.number)).collect();
    Ok((!options.is_empty()).then(|| super::block::field(options, caller.lang)))
}
