//! The earlier cases of one party: those of an establishment, newest first, and what it was fined for.

use super::desk::{CaseDesk, OpenCase};
use super::list::{CaseRow, row_of};
use crate::entity::{case, case_party};
use crate::error::Error;
use domain::case::{Act, Case, FinedAct, Party, Track};
use domain::id::{CaseId, EstablishmentId, PartyId};
use domain::role::Power;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use std::cmp::Reverse;
use std::collections::HashMap;
use uuid::Uuid;

/// Cases of one establishment that are shown.
const CASES_MAX: u64 = 20;
/// Earlier fines that are looked through for many parties at once.
const TOGETHER_MAX: u64 = 2_000;

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

    /// What other cases of the bureau have fined the party for on which an act would lay a fine, as far as the
    /// party is known: by its place in the register, its code or its identity number; of its newest cases.
    pub(super) async fn fined(&self, case: Option<&OpenCase>, act: &Act) -> Result<Vec<FinedAct>, Error> {
        let party = match act {
            Act::PenaliseOnTheSpot(facts) => Some(&facts.party),
            Act::Decide(facts) => {
                case.and_then(|open| open.case.track(facts.party)).map(|track| &track.party)
            }
            _ => None,
        };
        let Some(party) = party else { return Ok(Vec::new()) };
        let known = self.known_as(case.map(|open| open.id), party).await?;
        self.fined_of(known, case.map(|open| open.id)).await
    }

    /// As [`CaseDesk::fined`], of everybody who is known by one of the codes or by the blind index of an identity number;
    /// by that code, or index.
    pub(super) async fn fined_known_as(
        &self,
        codes: Vec<String>,
        numbers: Vec<Vec<u8>>,
    ) -> Result<HashMap<Vec<u8>, Vec<FinedAct>>, Error> {
        use case_party::Column as C;
        type Line = (Uuid, Uuid, Option<String>, Option<Vec<u8>>);
        let mut fined: HashMap<Vec<u8>, Vec<FinedAct>> = HashMap::new();
        if codes.is_empty() && numbers.is_empty() {
            return Ok(fined);
        }
        let known = Condition::any().add(C::CreditCode.is_in(codes)).add(C::IdNumberBlind.is_in(numbers));
        let own = self.store.find::<case_party::Entity>().filter(known).filter(C::Outcome.eq("penalty"));
        let own = own.select_only().columns([C::CaseId, C::Id, C::CreditCode, C::IdNumberBlind]);
        let own = own.order_by_desc(C::CaseId).limit(TOGETHER_MAX).into_tuple::<Line>();
        let own = own.all(self.store.tx()).await?;
        let of: Vec<(Uuid, Uuid)> = own.iter().map(|(case, party, ..)| (*case, *party)).collect();
        for ((.., code, number), acts) in own.into_iter().zip(self.fined_in(&of).await?) {
            for key in code.map(String::into_bytes).into_iter().chain(number) {
                fined.entry(key).or_default().extend(acts.iter().cloned());
            }
        }
        Ok(fined)
    }

    /// What those parties were fined for in cases other than this one.
    async fn fined_of(&self, known: Condition, except: Option<CaseId>) -> Result<Vec<FinedAct>, Error> {
        if known.is_empty() {
            return Ok(Vec::new());
        }
        let own = self.store.find::<case_party::Entity>().filter(known);
        let own = own.filter(case_party::Column::Outcome.eq("penalty")).select_only();
        let own = own.columns([case_party::Column::CaseId, case_party::Column::Id]);
        let own = own.order_by_desc(case_party::Column::CaseId).limit(CASES_MAX);
        let mut own: Vec<(Uuid, Uuid)> = own.into_tuple().all(self.store.tx()).await?;
        own.retain(|(other, _)| except.is_none_or(|open| open.0 != *other));
        Ok(self.fined_in(&own).await?.into_iter().flatten().collect())
    }

    /// For what parties of cases were fined, in their order.
    async fn fined_in(&self, parties: &[(Uuid, Uuid)]) -> Result<Vec<Vec<FinedAct>>, Error> {
        let events = self.events_of(parties.iter().map(|(case, _)| *case)).await?;
        let mut fined = Vec::with_capacity(parties.len());
        for (case, party) in parties {
            let events = events.get(case).map(Vec::as_slice).unwrap_or_default();
            let case = Case::replay(events).map_err(Error::down)?;
            let track = case.as_ref().and_then(|case| case.track(PartyId(*party)));
            fined.push(track.map(Track::fined_acts).unwrap_or_default());
        }
        Ok(fined)
    }

    /// By what a party is the same as another's: empty for one that only has a name.
    async fn known_as(&self, case: Option<CaseId>, party: &Party) -> Result<Condition, Error> {
        let mut known = Condition::any();
        if let Some(establishment) = party.establishment {
            known = known.add(case_party::Column::EstablishmentId.eq(establishment.0));
        }
        if let Some(code) = &party.credit_code {
            known = known.add(case_party::Column::CreditCode.eq(code.as_str()));
        }
        if let Some(case) = case
            && let Some(number) = self.id_number_blind(case, party.id).await?
        {
            known = known.add(case_party::Column::IdNumberBlind.eq(number));
        }
        Ok(known)
    }
}
