//! The earlier cases of one party: those of an establishment, newest first, and what it was fined for.

use super::desk::CaseDesk;
use super::list::{CaseRow, row_of};
use crate::entity::{case, case_party};
use crate::error::Error;
use domain::case::{Case, Decision, FinedAct, Party};
use domain::id::{EstablishmentId, PartyId};
use domain::role::Power;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use std::cmp::Reverse;
use uuid::Uuid;

/// Cases of one establishment that are shown.
const CASES_MAX: u64 = 20;

impl CaseDesk<'_> {
    /// The newest cases to which an establishment is a party.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub async fn cases_of_establishment(&self, of: EstablishmentId) -> Result<Vec<CaseRow>, Error> {
        self.store.require(Power::ReadRecords)?;
        let own = self.store.find::<case_party::Entity>();
        let own = own.filter(case_party::Column::EstablishmentId.eq(of.0)).select_only();
        let own = own.column(case_party::Column::CaseId).order_by_desc(case_party::Column::CaseId);
        let ids: Vec<Uuid> = own.limit(CASES_MAX).into_tuple().all(self.store.tx()).await?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        // Sorted here: asked to sort, an engine may walk the bureau's cases instead of looking up these few.
        let cases = self.store.find::<case::Entity>().filter(case::Column::Id.is_in(ids));
        let mut rows = cases.all(self.store.tx()).await?;
        rows.sort_by_key(|row| Reverse(row.id));
        Ok(rows.into_iter().filter_map(row_of).collect())
    }

    /// What the bureau has fined a party for before, as far as the party is known by its place in the register or its
    /// code; of its newest cases.
    pub(super) async fn fined(&self, party: &Party) -> Result<Vec<FinedAct>, Error> {
        let mut known = Condition::any();
        if let Some(establishment) = party.establishment {
            known = known.add(case_party::Column::EstablishmentId.eq(establishment.0));
        }
        if let Some(code) = &party.credit_code {
            known = known.add(case_party::Column::CreditCode.eq(code.as_str()));
        }
        if known.is_empty() {
            return Ok(Vec::new());
        }
        let own = self.store.find::<case_party::Entity>().filter(known);
        let own = own.filter(case_party::Column::Outcome.eq("penalty")).select_only();
        let own = own.columns([case_party::Column::CaseId, case_party::Column::Id]);
        let own = own.order_by_desc(case_party::Column::CaseId).limit(CASES_MAX);
        let own: Vec<(Uuid, Uuid)> = own.into_tuple().all(self.store.tx()).await?;
        let mut events = self.events_of(own.iter().map(|(case, _)| *case)).await?;
        let mut fined = Vec::new();
        for (case, party) in own {
            let case = Case::replay(&events.remove(&case).unwrap_or_default()).map_err(Error::down)?;
            fined.extend(case.map(|case| fined_in(&case, PartyId(party))).unwrap_or_default());
        }
        Ok(fined)
    }
}

fn fined_in(case: &Case, party: PartyId) -> Vec<FinedAct> {
    let Some(track) = case.track(party) else { return Vec::new() };
    let Some(decided) = track.progress.decided() else { return Vec::new() };
    let Decision::Penalty(penalties) = &decided.decision else { return Vec::new() };
    let is_fined = |act: &domain::case::UnlawfulAct| {
        penalties.acts.iter().any(|penalty| penalty.act == act.id && penalty.fine.is_some())
    };
    let acts = track.party.acts.iter().filter(|act| is_fined(act));
    let fined = |act: &domain::case::UnlawfulAct| FinedAct {
        violation: act.violation.clone(),
        on: act.on,
        number: decided.number.clone(),
    };
    acts.map(fined).collect()
}
