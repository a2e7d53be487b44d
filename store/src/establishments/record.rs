//! Between the tables and the domain's establishment.

use std::collections::HashMap;

use domain::catalogue::IndustryId;
use domain::establishment::{Establishment, Expiry, Licence, LicenceState};
use domain::id::EstablishmentId;
use domain::value::{
    CreditCode, EstablishmentName, FreeText, Line, PersonName, Phone, RegistrationNumber, fold, parse_phones,
};
use domain::{Day, Instant};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, Select};
use uuid::Uuid;

use super::{EstablishmentLine, EstablishmentRecord};
use crate::entity::{establishment, licence};
use crate::error::Error;
use crate::scope::BureauStore;

const TABLE: &str = "establishment";
const PHONE: &str = "phone_sealed";

/// Between several phones of one establishment.
const BETWEEN_PHONES: &str = "、";

pub(super) struct Rows {
    pub establishment: establishment::ActiveModel,
    pub licences: Vec<licence::ActiveModel>,
}

/// The key by which names are sorted and looked up: brackets and width do not matter.
pub(super) fn sort_key(name: &EstablishmentName) -> String {
    crate::pinyin::key(&fold(name.as_str()))
}

/// The end that comes first: of each kind the latest, of all kinds the earliest. And how it stands without days.
fn licence_until(licences: &[Licence]) -> (Option<Day>, &'static str) {
    let mut ends: HashMap<&str, Option<Day>> = HashMap::new();
    for licence in licences.iter().filter(|licence| licence.kind.is_some() || licence.number.is_some()) {
        let kind = licence.kind.as_ref().map_or("", Line::as_str);
        let end = licence.expiry.day();
        let known = ends.entry(kind).or_insert(end);
        *known = match (*known, end) {
            (Some(one), Some(other)) => Some(one.max(other)),
            _ => None,
        };
    }
    let state = if ends.is_empty() { "none" } else { "held" };
    (ends.into_values().flatten().min(), state)
}

impl BureauStore {
    /// The rows of an establishment; `version` 1 is a new one.
    pub(super) fn rows_of(
        &self,
        id: Uuid,
        of: &Establishment,
        former_names: &[String],
        version: i32,
        created_at: i64,
    ) -> Result<Rows, Error> {
        let phones = of.phones.iter().map(Phone::as_str).collect::<Vec<_>>().join(BETWEEN_PHONES);
        let masked = of.phones.iter().map(Phone::masked).collect::<Vec<_>>().join(BETWEEN_PHONES);
        let place = self.place(TABLE, PHONE, id.as_bytes());
        let sealed =
            if phones.is_empty() { None } else { Some(self.keys().seal(&place, phones.as_bytes())?) };
        let blind = of.phones.first();
        let blind = blind.map(|phone| self.keys().blind_in_bureau(self.bureau().id, phone.as_str()));
        let (until, state) = licence_until(&of.licences);
        let industry = of.licences.first().map(|licence| licence.industry.word().to_owned());
        let now = self.now().0;
        let establishment = establishment::ActiveModel {
            id: Set(id),
            name: Set(of.name.to_string()),
            former_names: Set(serde_json::to_string(former_names).map_err(Error::down)?),
            kind: Set(String::new()),
            credit_code: Set(of.credit_code.as_ref().map(ToString::to_string)),
            legacy_number: Set(of.registration_number.as_ref().map(ToString::to_string)),
            legal_representative: Set(text(of.legal_representative.as_ref())),
            operator: Set(String::new()),
            phone_sealed: Set(sealed),
            phone_blind: Set(blind),
            phone_masked: Set((!masked.is_empty()).then_some(masked)),
            industry: Set(industry.unwrap_or_default()),
            town: Set(text(of.town.as_ref())),
            address: Set(text(of.address.as_ref())),
            shop_sign: Set(String::new()),
            remark: Set(text(of.remark.as_ref())),
            pinyin: Set(sort_key(&of.name)),
            licence_until: Set(until),
            licence_state: Set(state.to_owned()),
            closed_on: Set(None),
            created_at: Set(created_at),
            updated_at: Set(now),
            version: Set(version),
            ..Default::default()
        };
        let licences = of.licences.iter().map(|licence| licence_row(id, licence, now)).collect();
        Ok(Rows { establishment, licences })
    }

    /// Establishments with their licences and phones, by their rows: one query for all licences.
    pub(super) async fn records(
        &self,
        rows: Vec<establishment::Model>,
    ) -> Result<Vec<EstablishmentRecord>, Error> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let mut licences: HashMap<Uuid, Vec<Licence>> = HashMap::new();
        let found = self.find::<licence::Entity>().filter(licence::Column::EstablishmentId.is_in(ids));
        let mut found = found.all(self.tx()).await?;
        // Sorted here: asked to, SQLite would rather walk all licences of the bureau in the order of their ids.
        found.sort_unstable_by_key(|row| row.id);
        for row in found {
            licences.entry(row.establishment_id).or_default().push(licence_of(row));
        }
        rows.into_iter()
            .map(|row| {
                let licences = licences.remove(&row.id).unwrap_or_default();
                self.record(row, licences)
            })
            .collect()
    }

    fn record(
        &self,
        row: establishment::Model,
        licences: Vec<Licence>,
    ) -> Result<EstablishmentRecord, Error> {
        let phones = match &row.phone_sealed {
            Some(sealed) => {
                let opened = self.keys().unseal(&self.place(TABLE, PHONE, row.id.as_bytes()), sealed)?;
                let phones = std::str::from_utf8(&opened).map_err(Error::down)?;
                parse_phones(phones).map_err(Error::down)?
            }
            None => Vec::new(),
        };
        let establishment = Establishment {
            name: EstablishmentName::parse(&row.name).map_err(Error::down)?,
            credit_code: row.credit_code.as_deref().and_then(|code| CreditCode::parse(code).ok()),
            registration_number: row
                .legacy_number
                .as_deref()
                .and_then(|number| RegistrationNumber::parse(number).ok()),
            legal_representative: PersonName::parse(&row.legal_representative).ok(),
            phones,
            address: Line::parse(&row.address).ok(),
            town: Line::parse(&row.town).ok(),
            remark: FreeText::parse(&row.remark).ok(),
            licences,
        };
        Ok(EstablishmentRecord {
            id: EstablishmentId(row.id),
            version: row.version,
            establishment,
            phone: row.phone_masked.unwrap_or_default(),
            former_names: serde_json::from_str(&row.former_names).unwrap_or_default(),
            updated_at: Instant(row.updated_at),
        })
    }

    /// The rows of these ids as the list sorts them. Sorted here: asked to, SQLite would rather walk the whole
    /// register in its order.
    pub(super) async fn sorted_rows(
        &self,
        which: Select<establishment::Entity>,
        ids: impl IntoIterator<Item = Uuid>,
    ) -> Result<Vec<establishment::Model>, Error> {
        let mut rows = which.filter(establishment::Column::Id.is_in(ids)).all(self.tx()).await?;
        rows.sort_unstable_by(|one, other| (&one.pinyin, one.id).cmp(&(&other.pinyin, other.id)));
        Ok(rows)
    }

    /// Removes the licences of establishments.
    pub(super) async fn remove_licences(&self, of: &[Uuid]) -> Result<(), Error> {
        let old = self.remove::<licence::Entity>();
        old.filter(licence::Column::EstablishmentId.is_in(of.iter().copied())).exec(self.tx()).await?;
        Ok(())
    }

    /// One establishment's row.
    pub(super) async fn establishment_row(&self, id: EstablishmentId) -> Result<establishment::Model, Error> {
        let row = self.find::<establishment::Entity>().filter(establishment::Column::Id.eq(id.0));
        row.one(self.tx()).await?.ok_or(Error::NotFound)
    }
}

fn text(value: Option<&impl ToString>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn licence_row(establishment: Uuid, of: &Licence, now: i64) -> licence::ActiveModel {
    licence::ActiveModel {
        // Time-ordered: licences are read back in the order in which they were written.
        id: Set(Uuid::now_v7()),
        establishment_id: Set(establishment),
        industry: Set(of.industry.word().to_owned()),
        kind: Set(text(of.kind.as_ref())),
        number: Set(text(of.number.as_ref())),
        issuer: Set(String::new()),
        issued_on: Set(of.issued_on),
        valid_from: Set(of.issued_on),
        valid_to: Set(of.expiry.day()),
        unlimited: Set(of.expiry == Expiry::OpenEnded),
        state: Set("in_force".to_owned()),
        state_on: Set(None),
        state_reason: Set(String::new()),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
        ..Default::default()
    }
}

fn licence_of(row: licence::Model) -> Licence {
    Licence {
        industry: IndustryId(row.industry),
        kind: Line::parse(&row.kind).ok(),
        number: Line::parse(&row.number).ok(),
        issued_on: row.issued_on,
        expiry: match row.valid_to {
            Some(day) => Expiry::On(day),
            None if row.unlimited => Expiry::OpenEnded,
            None => Expiry::Unknown,
        },
    }
}

/// How the licences of a row stand on a day.
pub(super) fn licence_state(word: &str, until: Option<Day>, today: Day) -> LicenceState {
    if word == "none" { LicenceState::None } else { LicenceState::of(until, today) }
}

/// A row of the list.
pub(super) fn line_of(row: establishment::Model, today: Day) -> EstablishmentLine {
    let licence = licence_state(&row.licence_state, row.licence_until, today);
    EstablishmentLine {
        id: EstablishmentId(row.id),
        name: row.name,
        credit_code: row.credit_code,
        industry: row.industry,
        town: row.town,
        legal_representative: row.legal_representative,
        phone: row.phone_masked.unwrap_or_default(),
        licence_until: row.licence_until,
        licence,
    }
}
