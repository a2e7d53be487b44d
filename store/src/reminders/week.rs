//! The terms of a week, for the sheet that is printed.

use crate::entity::case_clock::{self, Column, Entity};
use crate::entity::{case, case_party};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Day;
use domain::calendar::Binds;
use domain::case::ClockState;
use domain::id::{CaseId, PersonId};
use domain::role::Power;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Terms on one sheet at most.
const TERMS_MAX: usize = 300;

/// A running term on the sheet of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekTerm {
    pub case: CaseId,
    pub number: Option<String>,
    /// The party whose term it is, else the case's first.
    pub party_name: String,
    pub lead_officer: Option<PersonId>,
    /// The clock's word.
    pub clock: String,
    pub due_on: Day,
    pub acting_on: Day,
    pub provisional: bool,
}

/// The terms of a week, by acting day, overdue ones first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week {
    pub terms: Vec<WeekTerm>,
    /// There are more than the sheet holds.
    pub has_more: bool,
}

impl BureauStore {
    /// Every running term of the bureau's cases that should be acted on, or ends, by `until`: the bureau's own also when
    /// overdue, another's only from `from` on; at most 300.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub async fn week(&self, from: Day, until: Day) -> Result<Week, Error> {
        self.require(Power::ReadRecords)?;
        let clocks = self.find::<Entity>().filter(Column::State.eq(ClockState::Running.word()));
        let own = Column::Whose.eq(Binds::Bureau.word());
        let clocks = clocks.filter(Condition::any().add(own).add(Column::ActingOn.gte(from)));
        let clocks = clocks.filter(Column::ActingOn.lte(until)).order_by_asc(Column::ActingOn);
        let clocks = clocks.order_by_asc(Column::CaseId).limit(TERMS_MAX as u64 + 1);
        let mut clocks = clocks.all(self.tx()).await?;
        let has_more = clocks.len() > TERMS_MAX;
        clocks.truncate(TERMS_MAX);
        let ids: HashSet<Uuid> = clocks.iter().map(|clock| clock.case_id).collect();
        let (cases, parties) = (self.leads(&ids).await?, self.party_names(&ids).await?);
        let term = |clock: case_clock::Model| {
            let (number, first, lead) = cases.get(&clock.case_id).cloned().unwrap_or_default();
            let own = clock.party.and_then(|party| parties.get(&(clock.case_id, party)).cloned());
            WeekTerm {
                case: CaseId(clock.case_id),
                number,
                party_name: own.unwrap_or(first),
                lead_officer: lead.map(PersonId),
                clock: clock.clock,
                due_on: clock.due_on,
                acting_on: clock.acting_on,
                provisional: clock.provisional,
            }
        };
        Ok(Week { terms: clocks.into_iter().map(term).collect(), has_more })
    }

    async fn leads(&self, ids: &HashSet<Uuid>) -> Result<HashMap<Uuid, Lead>, Error> {
        use case::Column as C;
        let rows = self.find::<case::Entity>().filter(C::Id.is_in(ids.iter().copied())).select_only();
        let rows = rows.columns([C::Id, C::Number, C::PartyName, C::LeadOfficer]);
        let rows = rows.into_tuple::<(Uuid, Option<String>, String, Option<Uuid>)>().all(self.tx()).await?;
        Ok(rows.into_iter().map(|(id, number, name, lead)| (id, (number, name, lead))).collect())
    }

    async fn party_names(&self, ids: &HashSet<Uuid>) -> Result<HashMap<(Uuid, Uuid), String>, Error> {
        use case_party::Column as C;
        let rows = self.find::<case_party::Entity>().filter(C::CaseId.is_in(ids.iter().copied()));
        let rows = rows.select_only().columns([C::CaseId, C::Id, C::Name]);
        let rows = rows.into_tuple::<(Uuid, Uuid, String)>().all(self.tx()).await?;
        Ok(rows.into_iter().map(|(case, party, name)| ((case, party), name)).collect())
    }
}

/// Number, first party, lead officer.
type Lead = (Option<String>, String, Option<Uuid>);
