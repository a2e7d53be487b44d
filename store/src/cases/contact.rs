//! Identity numbers and phones of parties: sealed beside the party's row, opened with a reason.

use super::desk::CaseDesk;
use crate::entity::case_party::{ActiveModel, Column, Entity, Model};
use crate::error::Error;
use domain::case::Note;
use domain::id::{CaseId, PartyId};
use domain::role::Power;
use domain::value::{IdNumber, Phone};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// Parties of a case whose numbers are read together.
const PARTIES_MAX: u64 = 100;

/// What is sealed of a party.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    pub id_number: Option<IdNumber>,
    pub phone: Option<Phone>,
}

/// What was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenedContact {
    pub id_number: Option<String>,
    pub phone: Option<String>,
}

impl CaseDesk<'_> {
    /// Seals a party's numbers; what is not given stays as it is.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the case has no such party, [`Error::Forbidden`] without the power.
    pub async fn seal_contact(&self, case: CaseId, party: PartyId, contact: &Contact) -> Result<(), Error> {
        self.store.require(Power::WorkCases)?;
        self.party(case, party).await?;
        let row = self.seal(case, party, contact).await?;
        if contact.id_number.is_some() {
            self.keep_filings(case, &self.case(case).await?.case).await?;
        }
        let payload = serde_json::json!({
            "party": party, "id_number": row.id_number_masked, "phone": row.phone_masked,
        });
        self.store.audit("contact_sealed", &case.to_string(), &payload).await.map(drop)
    }

    /// Seals the numbers of a party that is there.
    pub(super) async fn seal(&self, case: CaseId, party: PartyId, contact: &Contact) -> Result<Model, Error> {
        let mut row = ActiveModel { case_id: Set(case.0), id: Set(party.0), ..Default::default() };
        let keys = self.store.keys();
        let bureau = self.store.bureau().id;
        let key = place_key(case, party);
        if let Some(value) = &contact.id_number {
            let place = self.store.place("case_party", "id_number", &key);
            row.id_number_sealed = Set(Some(keys.seal(&place, value.as_str().as_bytes())?));
            row.id_number_blind = Set(Some(keys.blind_in_bureau(bureau, value.as_str())));
            row.id_number_masked = Set(Some(value.masked()));
        }
        if let Some(value) = &contact.phone {
            let place = self.store.place("case_party", "phone", &key);
            row.phone_sealed = Set(Some(keys.seal(&place, value.as_str().as_bytes())?));
            row.phone_blind = Set(Some(keys.blind_in_bureau(bureau, value.as_str())));
            row.phone_masked = Set(Some(value.masked()));
        }
        self.store.update::<Entity>(row).await
    }

    /// The masked numbers of a party, for the screen.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the case has no such party.
    pub async fn masked_contact(&self, case: CaseId, party: PartyId) -> Result<OpenedContact, Error> {
        let row = self.party(case, party).await?;
        Ok(OpenedContact { id_number: row.id_number_masked, phone: row.phone_masked })
    }

    /// Opens a party's numbers with a reason; the audit row stands before they are answered.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::NotFound`] when the case has no such party.
    pub async fn open_contact(
        &self,
        case: CaseId,
        party: PartyId,
        reason: &Note,
    ) -> Result<OpenedContact, Error> {
        self.store.require(Power::Unseal)?;
        let row = self.party(case, party).await?;
        let payload = serde_json::json!({ "party": party, "reason": reason });
        self.store.audit("contact_opened", &case.to_string(), &payload).await?;
        let key = place_key(case, party);
        let open = |column: &'static str, sealed: Option<Vec<u8>>| -> Result<Option<String>, Error> {
            let Some(sealed) = sealed else { return Ok(None) };
            let bytes = self.store.keys().unseal(&self.store.place("case_party", column, &key), &sealed)?;
            Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
        };
        Ok(OpenedContact {
            id_number: open("id_number", row.id_number_sealed)?,
            phone: open("phone", row.phone_sealed)?,
        })
    }

    /// The blind index of a party's identity number, where one is sealed.
    pub(super) async fn id_number_blind(
        &self,
        case: CaseId,
        party: PartyId,
    ) -> Result<Option<Vec<u8>>, Error> {
        let own = self.store.find::<Entity>().filter(Column::CaseId.eq(case.0));
        let row = own.filter(Column::Id.eq(party.0)).one(self.store.tx()).await?;
        Ok(row.and_then(|row| row.id_number_blind))
    }

    /// The identity numbers of a case's parties, for hashes of them that leave the caller: nobody reads them, so nothing
    /// is told of it.
    pub(super) async fn id_numbers(&self, case: CaseId) -> Result<HashMap<PartyId, IdNumber>, Error> {
        let own = self.store.find::<Entity>().filter(Column::CaseId.eq(case.0));
        let own = own.filter(Column::IdNumberSealed.is_not_null()).limit(PARTIES_MAX);
        let mut numbers = HashMap::new();
        for row in own.all(self.store.tx()).await? {
            let (party, Some(sealed)) = (PartyId(row.id), row.id_number_sealed) else { continue };
            let key = place_key(case, party);
            let bytes =
                self.store.keys().unseal(&self.store.place("case_party", "id_number", &key), &sealed)?;
            let number = IdNumber::parse(&String::from_utf8_lossy(&bytes)).map_err(Error::down)?;
            numbers.insert(party, number);
        }
        Ok(numbers)
    }

    async fn party(&self, case: CaseId, party: PartyId) -> Result<Model, Error> {
        let found =
            self.store.find::<Entity>().filter(Column::CaseId.eq(case.0)).filter(Column::Id.eq(party.0));
        found.one(self.store.tx()).await?.ok_or(Error::NotFound)
    }
}

fn place_key(case: CaseId, party: PartyId) -> Vec<u8> {
    [case.0.as_bytes().as_slice(), party.0.as_bytes().as_slice()].concat()
}
