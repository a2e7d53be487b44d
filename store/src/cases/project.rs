//! Projections of a case: its row for lists, its parties, its clocks.

use super::desk::{CaseDesk, seq_of};
use super::figures;
use crate::entity::{case, case_clock, case_party};
use crate::error::Error;
use crate::pinyin;
use domain::calendar::Binds;
use domain::case::{
    AccountState, Act, Body, Case, CaseClock, ClockState, Progress, Todo, Track, clocks as clocks_of, in_hand,
};
use domain::catalogue::PartyKind;
use domain::id::CaseId;
use domain::{Day, Instant};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

/// Sorts behind every real day: nothing is due.
pub(super) const NEVER: Day = match Day::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => Day::MAX,
};

/// The outcome of a case whose first entry was taken back.
pub(super) const TAKEN_BACK: &str = "taken_back";

/// Writes the row of a case that begins, and counts it.
pub(super) async fn begin(desk: &CaseDesk<'_>, id: CaseId, case: &Case, now: Instant) -> Result<(), Error> {
    let counted = figures::counted(desk, case);
    let row = case::ActiveModel {
        created_at: Set(now.0),
        counted: Set(figures::written(&counted)?),
        ..case_row(desk, id, case, now, &[])
    };
    desk.store.insert::<case::Entity>(row).await?;
    figures::moved(desk, None, &counted).await
}

/// Writes the row of a case anew, and moves what it counts. `proposed`: the acts of the open proposals on it.
pub(super) async fn keep(
    desk: &CaseDesk<'_>,
    id: CaseId,
    case: &Case,
    now: Instant,
    proposed: &[Act],
) -> Result<(), Error> {
    let (was, counted) = (figures::kept(desk, id).await?, figures::counted(desk, case));
    let row = case_row(desk, id, case, now, proposed);
    let row = case::ActiveModel { counted: Set(figures::written(&counted)?), ..row };
    desk.store.update::<case::Entity>(row).await?;
    figures::moved(desk, was, &counted).await
}

/// The row by which lists find and sort a case. `proposed`: the acts of the open proposals on it.
fn case_row(
    desk: &CaseDesk<'_>,
    id: CaseId,
    case: &Case,
    now: Instant,
    proposed: &[Act],
) -> case::ActiveModel {
    let context = desk.context();
    let parties = case.parties();
    let first = parties.first();
    let act = first.and_then(|party| party.acts.first());
    let found = act.and_then(|act| context.catalogue.violation(&act.violation));
    let filing = case.filing();
    let keeper = case.keeper().map(|person| person.0);
    let in_hand = in_hand(case, proposed, &context);
    let next = in_hand.map(|(next, _)| next);
    let name = first.map_or_else(|| case.clue.suspicion.to_string(), |party| party.name.to_string());
    let name: String = name.chars().take(120).collect();
    case::ActiveModel {
        id: Set(id.0),
        seq: Set(seq_of(case.seq).unwrap_or(i32::MAX)),
        state: Set(case.stage().word().to_owned()),
        // A closed case stands in the work list until it is archived, and while its decision is contested, fell or is
        // a matter of the police.
        ended: Set(case.closed_on().is_some() && next.is_none()),
        outcome: Set(outcome(case).map(str::to_owned)),
        procedure: Set(case.procedure().word().to_owned()),
        industry: Set(found.map(|(industry, _)| industry.id.word().to_owned()).unwrap_or_default()),
        violation: Set(act.map(|act| act.violation.clone()).unwrap_or_default()),
        pinyin: Set(pinyin::key(&name)),
        party_name: Set(name),
        party_kind: Set(first.map(|party| kind(party.kind).to_owned()).unwrap_or_default()),
        party_count: Set(i32::try_from(parties.len()).unwrap_or(i32::MAX)),
        place: Set(case.clue.place.to_string()),
        // One that was taken back leaves its number to the entry that takes its place.
        number: Set(case.clue.number.clone().filter(|_| !case.is_taken_back())),
        lead_officer: Set(filing.map(|filed| filed.officers.lead.0).or(keeper)),
        second_officer: Set(filing.map(|filed| filed.officers.second.0)),
        registered_on: Set(case.received),
        // A penalty on the spot is never filed.
        filed_on: Set(filing.filter(|filed| filed.is_ordinary).map(|filed| filed.on)),
        ended_on: Set(case.closed_on()),
        next_act: Set(next.map(|next| next.act.word().to_owned())),
        next_whose: Set(in_hand.map(|(_, hand)| hand.word().to_owned())),
        next_acting_on: Set(Some(acting_on(&next, &clocks_of(case, &context)))),
        updated_at: Set(now.0),
        ..Default::default()
    }
}

/// The day by which the case is sorted: the end of the wait, which no term of the bureau undercuts, else the bureau's
/// next acting day.
fn acting_on(next: &Option<Todo>, clocks: &[CaseClock]) -> Day {
    if let Some(wait) = next.as_ref().and_then(|next| next.wait) {
        return wait.until();
    }
    clocks
        .iter()
        .filter(|clock| clock.state == ClockState::Running && clock.rule.binds == Binds::Bureau)
        .map(|clock| clock.deadline.acting_day)
        .min()
        .unwrap_or(NEVER)
}

fn outcome(case: &Case) -> Option<&'static str> {
    match &case.body {
        Body::NotFiled(_) | Body::ClosedUnfiled { .. } => Some("not_filed"),
        Body::Transferred(_) | Body::ClosedTransferred { .. } => Some("transferred"),
        Body::Criminal { .. } | Body::ClosedCriminal { .. } => Some("criminal"),
        Body::TakenBack { .. } => Some(TAKEN_BACK),
        Body::Filed(filed) => filed.tracks.first().and_then(track_outcome),
        Body::Clue => None,
    }
}

fn track_outcome(track: &Track) -> Option<&'static str> {
    let progress = match &track.progress {
        Progress::Closed { was, .. } => was,
        progress => progress,
    };
    match progress {
        Progress::NotFiled(_) => Some("not_filed"),
        Progress::Transferred { .. } => Some("transferred"),
        Progress::Criminal { .. } => Some("criminal"),
        Progress::Withdrawn { .. } => Some("withdrawn"),
        Progress::Revoked { .. } => Some("revoked"),
        progress => progress.decided().map(|decided| match decided.decision {
            domain::case::Decision::Penalty(_) => "penalty",
            domain::case::Decision::NoPenalty { .. } => "no_penalty",
        }),
    }
}

/// The number of the decision that stands, else of the last that fell: a number stays used.
fn decision_number(track: &Track) -> Option<String> {
    let fallen = track.fallen.last().map(|fallen| &fallen.decided);
    track.progress.decided().or(fallen).and_then(|decided| decided.number.clone())
}

pub(super) fn kind(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Citizen => "citizen",
        PartyKind::SoleTrader => "sole_trader",
        PartyKind::Organisation => "organisation",
    }
}

/// The parties' rows; sealed columns of a row that is there are left alone, and a party goes whose entry was taken back.
pub(super) async fn parties(desk: &CaseDesk<'_>, id: CaseId, case: &Case) -> Result<(), Error> {
    let known = desk.store.find::<case_party::Entity>().filter(case_party::Column::CaseId.eq(id.0));
    let known: Vec<_> = known.all(desk.store.tx()).await?.into_iter().map(|row| row.id).collect();
    let here: Vec<_> = case.parties().into_iter().map(|party| party.id.0).collect();
    let gone: Vec<_> = known.iter().copied().filter(|id| !here.contains(id)).collect();
    if !gone.is_empty() {
        let rows = desk.store.remove::<case_party::Entity>().filter(case_party::Column::CaseId.eq(id.0));
        rows.filter(case_party::Column::Id.is_in(gone)).exec(desk.store.tx()).await?;
    }
    let accounts = case.accounts(&desk.context());
    for (position, party) in case.parties().into_iter().enumerate() {
        let account = accounts.iter().find(|account| account.party == party.id);
        let track = case.track(party.id);
        let row = case_party::ActiveModel {
            case_id: Set(id.0),
            id: Set(party.id.0),
            position: Set(i32::try_from(position).unwrap_or(i32::MAX)),
            kind: Set(kind(party.kind).to_owned()),
            name: Set(party.name.to_string()),
            pinyin: Set(pinyin::key(party.name.as_str())),
            establishment_id: Set(party.establishment.map(|establishment| establishment.0)),
            credit_code: Set(party.credit_code.as_ref().map(ToString::to_string)),
            legal_representative: Set(party
                .representative
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default()),
            address: Set(party.address.as_ref().map(ToString::to_string).unwrap_or_default()),
            state: Set(track.map_or(case.stage(), |track| track.progress.stage()).word().to_owned()),
            outcome: Set(track.and_then(track_outcome).map(str::to_owned)),
            decision_number: Set(track.and_then(decision_number)),
            account: Set(account.map(|account| account.state.word().to_owned())),
            account_open: Set(account.map(|account| account.state == AccountState::Open)),
            pay_by: Set(account.map(|account| account.pay_by.unwrap_or(NEVER))),
            ..Default::default()
        };
        if known.contains(&party.id.0) {
            desk.store.update::<case_party::Entity>(row).await?;
        } else {
            desk.store.insert::<case_party::Entity>(row).await?;
        }
    }
    Ok(())
}

/// Every clock anew: the events are the truth.
pub(super) async fn clocks(desk: &CaseDesk<'_>, id: CaseId, case: &Case) -> Result<(), Error> {
    let old = desk.store.remove::<case_clock::Entity>().filter(case_clock::Column::CaseId.eq(id.0));
    old.exec(desk.store.tx()).await?;
    let rows = clock_rows(desk, id, case);
    crate::reminders::settle(desk.store, id, &rows).await?;
    desk.keep_city_terms(id, case, &rows).await?;
    for row in rows {
        desk.store.insert::<case_clock::Entity>(row.into()).await?;
    }
    Ok(())
}

/// The clocks of a case as they are kept.
pub(super) fn clock_rows(desk: &CaseDesk<'_>, id: CaseId, case: &Case) -> Vec<case_clock::Model> {
    let row = |(position, clock): (usize, CaseClock)| case_clock::Model {
        bureau_id: desk.store.bureau().id.0,
        case_id: id.0,
        position: i32::try_from(position).unwrap_or(i32::MAX),
        party: clock.party.map(|party| party.0),
        clock: clock.rule.clock.word().to_owned(),
        state: clock.state.word().to_owned(),
        whose: clock.rule.binds.word().to_owned(),
        started_on: clock.start,
        due_on: clock.deadline.last_day,
        acting_on: clock.deadline.acting_day,
        provisional: clock.deadline.provisional,
        calendar_version: desk.calendar.version,
        starts_at: clock.hours.map(|hours| hours.starts_at.0),
        ends_at: clock.hours.map(|hours| hours.ends_at.0),
    };
    clocks_of(case, &desk.context()).into_iter().enumerate().map(row).collect()
}
