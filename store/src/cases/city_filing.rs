//! The city-wide question before a filing: has another bureau filed against this party for an act of this day? The
//! answer is yes or no, and whom to call (行政处罚法 art. 25: whoever filed first has the case).

use super::contact::Contact;
use super::desk::{CaseDesk, OpenCase};
use crate::bureaus::Bureau;
use crate::entity::city_filing::{Column, Entity};
use crate::error::Error;
use domain::Day;
use domain::case::{Act, Case, Party};
use domain::id::PartyId;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;

/// Acts of a party that are asked about; a case with more is asked about its first.
const DAYS_MAX: usize = 50;

impl CaseDesk<'_> {
    /// Keeps that this bureau has filed against the parties that an act brought in, as far as their codes are known.
    pub(super) async fn filed_in_city(&self, act: &Act, case: &Case) -> Result<(), Error> {
        let brings = matches!(
            act,
            Act::File(_) | Act::PenaliseOnTheSpot(_) | Act::AddParty(_) | Act::AddUnlawfulAct(_)
        );
        if !brings {
            return Ok(());
        }
        for party in case.parties() {
            if let Some(code) = &party.credit_code {
                self.keep_filing(code.as_str(), party).await?;
            }
        }
        Ok(())
    }

    /// As [`CaseDesk::filed_in_city`], when the identity number of a party is sealed.
    pub(super) async fn known_in_city(
        &self,
        open: &OpenCase,
        party: PartyId,
        contact: &Contact,
    ) -> Result<(), Error> {
        let (Some(number), Some(track)) = (&contact.id_number, open.case.track(party)) else { return Ok(()) };
        self.keep_filing(number.as_str(), &track.party).await
    }

    async fn keep_filing(&self, known_as: &str, party: &Party) -> Result<(), Error> {
        if self.store.bureau().is_practice() {
            return Ok(());
        }
        let key = self.store.keys().blind_in_city(known_as);
        for day in days_of(party) {
            let statement = self.store.shared().sql(
                "insert into city_filing (party, act_on, bureau_id) values ($1, $2, $3) on conflict do nothing",
                [key.clone().into(), day.into(), self.store.bureau().id.0.into()],
            );
            self.store.tx().execute_raw(statement).await?;
        }
        Ok(())
    }

    /// The other bureaus of the city that have filed against the party for an act of the same day.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn filed_elsewhere(&self, party: &Party) -> Result<Vec<Bureau>, Error> {
        let (Some(code), days) = (&party.credit_code, days_of(party)) else { return Ok(Vec::new()) };
        if days.is_empty() || self.store.bureau().is_practice() {
            return Ok(Vec::new());
        }
        let key = self.store.keys().blind_in_city(code.as_str());
        let rows = self.store.shared().find::<Entity>().filter(Column::Party.eq(key));
        let rows = rows.filter(Column::ActOn.is_in(days)).select_only().column(Column::BureauId);
        let found: BTreeSet<i32> = rows.into_tuple().all(self.store.tx()).await?.into_iter().collect();
        let own = self.store.bureau().id.0;
        if found.iter().all(|bureau| *bureau == own) {
            return Ok(Vec::new());
        }
        let all = self.store.every_bureau().await?.into_iter();
        Ok(all.filter(|one| one.id.0 != own && found.contains(&one.id.0)).collect())
    }
}

fn days_of(party: &Party) -> Vec<Day> {
    let days: BTreeSet<Day> = party.acts.iter().map(|act| act.on).collect();
    days.into_iter().take(DAYS_MAX).collect()
}
