//! The earlier cases of one party: those of an establishment, newest first, and what it was fined for.

use super::desk::{CaseDesk, OpenCase};
use super::list::{CaseRow, row_of};
use crate::entity::{case, case_party};
use crate::error::Error;
use domain::Day;
use domain::case::{Act, Case, FinedAct, Party, Stage, Track};
use domain::id::{CaseId, EstablishmentId, PartyId, PersonId};
use domain::role::Power;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use std::cmp::Reverse;
use std::collections::HashMap;
use uuid::Uuid;

/// Cases of one establishment that are shown.
const CASES_MAX: u64 = 20;
/// Earlier fines that are looked through, of one party or of many at once; they are found by an index.
const TOGETHER_MAX: u64 = 2_000;
/// Cases that are read at a time.
const AT_A_TIME: usize = 50;

/// Another case of a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedCase {
    pub row: CaseRow,
    /// The party as that case names it, where it stands there, and with what its way ended.
    pub party: String,
    pub stage: Stage,
    pub outcome: Option<String>,
    pub registered_on: Day,
}

impl CaseDesk<'_> {
    /// The newest other cases of a case's parties: known by their place in the register, their code or their identity
    /// number.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub async fn related(&self, open: &OpenCase) -> Result<Vec<RelatedCase>, Error> {
        use case_party::Column as C;
        self.store.require(Power::ReadRecords)?;
        let mut known = Condition::any();
        for party in open.case.parties() {
            let one = self.known_as(Some(open.id), party).await?;
            known = if one.is_empty() { known } else { known.add(one) };
        }
        if known.is_empty() {
            return Ok(Vec::new());
        }
        let others = self.store.find::<case_party::Entity>().filter(known).filter(C::CaseId.ne(open.id.0));
        let others = others.order_by_desc(C::CaseId).limit(CASES_MAX).all(self.store.tx()).await?;
        let ids: Vec<Uuid> = others.iter().map(|party| party.case_id).collect();
        let cases = self.store.find::<case::Entity>().filter(case::Column::Id.is_in(ids));
        let cases = cases.all(self.store.tx()).await?.into_iter();
        let mut cases: HashMap<Uuid, case::Model> = cases.map(|row| (row.id, row)).collect();
        // A case that names two of the parties is told once.
        let related = |party: case_party::Model| {
            let row = cases.remove(&party.case_id)?;
            Some(RelatedCase {
                stage: Stage::from_word(&party.state)?,
                party: party.name,
                outcome: party.outcome,
                registered_on: row.registered_on,
                row: row_of(row)?,
            })
        };
        Ok(others.into_iter().filter_map(related).collect())
    }

    /// With whom the person worked on the newest case that has two officers; none before the first.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn usual_partner(&self) -> Result<Option<PersonId>, Error> {
        use case::Column as C;
        let Some(me) = self.store.actor().person else { return Ok(None) };
        let mut newest: Option<(Uuid, Uuid)> = None;
        for (own, other) in [(C::LeadOfficer, C::SecondOfficer), (C::SecondOfficer, C::LeadOfficer)] {
            let mine = self.store.find::<case::Entity>().filter(own.eq(me.0)).filter(other.is_not_null());
            let mine = mine.order_by_desc(C::Id).limit(1).select_only().columns([C::Id, other]);
            newest = newest.max(mine.into_tuple().one(self.store.tx()).await?);
        }
        Ok(newest.map(|(_, other)| PersonId(other)))
    }

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
        self.dated(rows).await
    }

    /// What other cases of the bureau have fined the party for on which an act would lay a fine, as far as the
    /// party is known: by its place in the register, its code or its identity number.
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
        let own = own.order_by_desc(case_party::Column::CaseId).limit(TOGETHER_MAX);
        let mut own: Vec<(Uuid, Uuid)> = own.into_tuple().all(self.store.tx()).await?;
        own.retain(|(other, _)| except.is_none_or(|open| open.0 != *other));
        let mut fined = Vec::new();
        for some in own.chunks(AT_A_TIME) {
            fined.extend(self.fined_in(some).await?.into_iter().flatten());
        }
        Ok(fined)
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
