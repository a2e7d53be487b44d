//! What the bureau has already of rows from paper: numbers that its cases carry, and the register's places of parties.

use super::desk::CaseDesk;
use crate::entity::{case, case_party, establishment};
use crate::error::Error;
use domain::back_entry::PaperCase;
use domain::case::NumberWord;
use domain::id::EstablishmentId;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// What rows are compared with beside the cases that they may be.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Numbers of cases, with their parties.
    pub(super) cases: HashMap<String, String>,
    /// Numbers of decisions, with the numbers of their cases.
    pub(super) decisions: HashMap<String, String>,
    /// Credit codes of the register.
    pub(super) register: HashMap<String, EstablishmentId>,
}

impl CaseDesk<'_> {
    /// Of rows that are compared together.
    pub(super) async fn held(&self, rows: &[PaperCase]) -> Result<Held, Error> {
        Ok(Held {
            cases: self.held_by_cases(rows).await?,
            decisions: self.held_by_decisions(rows).await?,
            register: self.registered(rows).await?,
        })
    }

    async fn held_by_cases(&self, rows: &[PaperCase]) -> Result<HashMap<String, String>, Error> {
        let prefix = &self.store.bureau().number_prefix;
        let full =
            |row: &PaperCase| Some(row.number.as_ref()?.full(prefix, NumberWord::Case, row.received_on));
        let numbers: Vec<String> = rows.iter().filter_map(full).collect();
        if numbers.is_empty() {
            return Ok(HashMap::new());
        }
        let own = self.store.find::<case::Entity>().filter(case::Column::Number.is_in(numbers));
        let own = own.select_only().columns([case::Column::Number, case::Column::PartyName]);
        let own: Vec<(Option<String>, String)> = own.into_tuple().all(self.store.tx()).await?;
        Ok(own.into_iter().filter_map(|(number, party)| Some((number?, party))).collect())
    }

    async fn held_by_decisions(&self, rows: &[PaperCase]) -> Result<HashMap<String, String>, Error> {
        use case_party::Column as C;
        let prefix = &self.store.bureau().number_prefix;
        let full = |row: &PaperCase| {
            let decided = row.decided.as_ref()?;
            Some(decided.number.as_ref()?.full(prefix, row.decision_word(), decided.on))
        };
        let numbers: Vec<String> = rows.iter().filter_map(full).collect();
        if numbers.is_empty() {
            return Ok(HashMap::new());
        }
        let own = self.store.find::<case_party::Entity>().filter(C::DecisionNumber.is_in(numbers));
        let own = own.select_only().columns([C::DecisionNumber, C::CaseId, C::Name]);
        let own: Vec<(String, Uuid, String)> = own.into_tuple().all(self.store.tx()).await?;
        if own.is_empty() {
            return Ok(HashMap::new());
        }
        let cases = self.store.find::<case::Entity>();
        let cases = cases.filter(case::Column::Id.is_in(own.iter().map(|(_, case, _)| *case)));
        let cases = cases.select_only().columns([case::Column::Id, case::Column::Number]);
        let cases: Vec<(Uuid, Option<String>)> = cases.into_tuple().all(self.store.tx()).await?;
        let cases: HashMap<Uuid, Option<String>> = cases.into_iter().collect();
        let named = |(number, case, party): (String, Uuid, String)| {
            (number, cases.get(&case).cloned().flatten().unwrap_or(party))
        };
        Ok(own.into_iter().map(named).collect())
    }

    /// The first entry of each code: a register may have a code twice.
    async fn registered(&self, rows: &[PaperCase]) -> Result<HashMap<String, EstablishmentId>, Error> {
        use establishment::Column as C;
        let codes: Vec<&str> =
            rows.iter().filter_map(|row| row.credit_code.as_ref().map(|code| code.as_str())).collect();
        if codes.is_empty() {
            return Ok(HashMap::new());
        }
        let own = self.store.find::<establishment::Entity>().filter(C::CreditCode.is_in(codes));
        let own = own.select_only().columns([C::CreditCode, C::Id]).order_by_desc(C::Id);
        let own: Vec<(String, Uuid)> = own.into_tuple().all(self.store.tx()).await?;
        Ok(own.into_iter().map(|(code, id)| (code, EstablishmentId(id))).collect())
    }
}
