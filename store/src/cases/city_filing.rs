//! The city-wide question before a filing: has another bureau filed against this party for an act of this day? The
//! answer is yes or no, and whom to call (行政处罚法 art. 25: whoever filed first has the case).

use super::desk::CaseDesk;
use crate::bureaus::Bureau;
use crate::entity::city_filing::{ActiveModel, Column, Entity};
use crate::error::Error;
use domain::Day;
use domain::case::{Case, Party};
use domain::id::{CaseId, PartyId};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeSet, HashMap};

/// Parties and days of a case that are asked about; of a case with more, the first.
const PARTIES_MAX: usize = 20;
const DAYS_MAX: usize = 50;

/// By what a party is known in the city, and a day of its acts.
type Key = (Vec<u8>, Day);

impl CaseDesk<'_> {
    /// Moves what the city knows of a case's filings, after an event that moved them.
    pub(super) async fn filings_moved(&self, id: CaseId, was: Option<&Case>, is: &Case) -> Result<(), Error> {
        if was.map(facts).unwrap_or_default() == facts(is) {
            return Ok(());
        }
        self.keep_filings(id, is).await
    }

    /// Writes anew what the city knows of a case's filings: parties whose numbers are known, and nothing of a case that
    /// this bureau no longer has. Nothing is known of what is practised.
    pub(super) async fn keep_filings(&self, id: CaseId, case: &Case) -> Result<(), Error> {
        if self.store.bureau().is_practice() {
            return Ok(());
        }
        let own = self.store.bureau().id.0;
        let before = self.store.shared().remove::<Entity>().filter(Column::BureauId.eq(own));
        before.filter(Column::CaseId.eq(id.0)).exec(self.store.tx()).await?;
        let filed: BTreeSet<PartyId> = case.filings().into_iter().map(|(party, _)| party).collect();
        let parties: Vec<&Party> =
            case.parties().into_iter().filter(|party| filed.contains(&party.id)).collect();
        let row = |(party, day): Key| ActiveModel {
            party: Set(party),
            act_on: Set(day),
            bureau_id: Set(own),
            case_id: Set(id.0),
        };
        let rows: Vec<ActiveModel> = self.keys_of(Some(id), &parties).await?.into_iter().map(row).collect();
        self.store.shared().insert_all::<Entity>(rows).await
    }

    /// The other bureaus of the city that have filed against one of the parties, who come with their acts, for an act of
    /// the same day; `case`: where their identity numbers are sealed.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn filed_elsewhere(
        &self,
        case: Option<CaseId>,
        parties: &[&Party],
    ) -> Result<Vec<Bureau>, Error> {
        let own = self.store.bureau().id.0;
        let keys = if self.store.bureau().is_practice() {
            BTreeSet::new()
        } else {
            self.keys_of(case, parties).await?
        };
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let (known_as, days): (BTreeSet<Vec<u8>>, BTreeSet<Day>) = keys.iter().cloned().unzip();
        let rows = self.store.shared().find::<Entity>().filter(Column::Party.is_in(known_as));
        let rows = rows.filter(Column::ActOn.is_in(days)).filter(Column::BureauId.ne(own)).select_only();
        let rows = rows.columns([Column::Party, Column::ActOn, Column::BureauId]);
        let rows: Vec<(Vec<u8>, Day, i32)> = rows.into_tuple().all(self.store.tx()).await?;
        let filed = rows.into_iter().filter(|(party, day, _)| keys.contains(&(party.clone(), *day)));
        let filed: BTreeSet<i32> = filed.map(|(.., bureau)| bureau).collect();
        if filed.is_empty() {
            return Ok(Vec::new());
        }
        let all = self.store.every_bureau().await?.into_iter();
        Ok(all.filter(|one| filed.contains(&one.id.0)).collect())
    }

    /// Each party's code and sealed identity number, with each day of its acts.
    async fn keys_of(&self, case: Option<CaseId>, parties: &[&Party]) -> Result<BTreeSet<Key>, Error> {
        let numbers = match case {
            Some(case) => self.id_numbers(case).await?,
            None => HashMap::new(),
        };
        let mut keys = BTreeSet::new();
        for party in parties.iter().take(PARTIES_MAX) {
            let days: BTreeSet<Day> = party.acts.iter().map(|act| act.on).collect();
            let code = party.credit_code.as_ref().map(|code| code.as_str().to_owned());
            let number = numbers.get(&party.id).map(|number| number.as_str().to_owned());
            for known_as in code.into_iter().chain(number) {
                let key = self.store.keys().blind_in_city(&known_as);
                keys.extend(days.iter().take(DAYS_MAX).map(|day| (key.clone(), *day)));
            }
        }
        Ok(keys)
    }
}

/// What a change of which moves the rows.
fn facts(case: &Case) -> BTreeSet<(PartyId, Option<String>, Day)> {
    let parties = case.parties();
    let code = |id: PartyId| {
        let party = parties.iter().find(|party| party.id == id)?;
        party.credit_code.as_ref().map(|code| code.as_str().to_owned())
    };
    case.filings().into_iter().map(|(party, day)| (party, code(party), day)).collect()
}
