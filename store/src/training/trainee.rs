//! Trainees (学员): what is known of a person, sealed where the law asks for it.

use std::collections::BTreeSet;

use domain::Instant;
use domain::id::TraineeId;
use domain::training::roll::Education;
use domain::value::{EthnicGroup, IdNumber, Line, PersonName, Phone, Sex, fold, parse_phones};
use sea_orm::ActiveValue::Set;

use super::record::text;
use crate::entity::trainee;
use crate::error::Error;
use crate::scope::BureauStore;

const TABLE: &str = "trainee";
const ID_NUMBER: &str = "id_number_sealed";
const PHONE: &str = "phone_sealed";
/// Between several phones of one person.
const BETWEEN_PHONES: &str = "、";

/// What is written down of a person. Known again by the identity number, which also says the sex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trainee {
    pub name: PersonName,
    pub id_number: IdNumber,
    pub ethnic_group: Option<EthnicGroup>,
    pub education: Option<Education>,
    pub town: Option<Line<60>>,
    /// The first one is found by its number.
    pub phones: Vec<Phone>,
}

/// A person as lists and pages show one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraineeRecord {
    pub id: TraineeId,
    /// Grows with each change; the form sends it back.
    pub version: i32,
    pub name: String,
    pub sex: Sex,
    pub ethnic_group: Option<EthnicGroup>,
    pub education: Option<Education>,
    pub town: String,
    pub id_number_masked: String,
    /// Empty: none is known.
    pub phone_masked: String,
}

impl TraineeRecord {
    /// The last four characters of the identity number, by which people of one name are told apart.
    #[must_use]
    pub fn id_number_end(&self) -> &str {
        self.id_number_masked.rsplit('*').next().unwrap_or_default()
    }

    pub(crate) fn of(row: trainee::Model) -> Self {
        TraineeRecord {
            id: TraineeId(row.id),
            version: row.version,
            name: row.name,
            sex: if row.sex == sex_word(Sex::Male) { Sex::Male } else { Sex::Female },
            ethnic_group: EthnicGroup::parse(&row.ethnic_group).ok(),
            education: Education::parse(&row.education).ok(),
            town: row.town,
            id_number_masked: row.id_number_masked,
            phone_masked: row.phone_masked.unwrap_or_default(),
        }
    }
}

/// The key by which names are sorted.
pub(super) fn sort_key(name: &PersonName) -> String {
    crate::pinyin::key(&fold(name.as_str()))
}

/// The words by which a person is found; numbers are found by their blind indexes alone.
pub(crate) fn trainee_tokens(of: &Trainee) -> BTreeSet<String> {
    crate::tokens::tokens_of([of.name.as_str()], [])
}

fn sex_word(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "male",
        Sex::Female => "female",
    }
}

impl BureauStore {
    /// The row of a person; a new one is of version 1.
    pub(crate) fn trainee_row(
        &self,
        id: TraineeId,
        of: &Trainee,
        version: i32,
        created_at: Instant,
    ) -> Result<trainee::ActiveModel, Error> {
        let keys = self.keys();
        let id_number = of.id_number.as_str();
        let phones = of.phones.iter().map(Phone::as_str).collect::<Vec<_>>().join(BETWEEN_PHONES);
        let masked = of.phones.iter().map(Phone::masked).collect::<Vec<_>>().join(BETWEEN_PHONES);
        let sealed_phone = match phones.as_str() {
            "" => None,
            phones => Some(keys.seal(&self.place(TABLE, PHONE, id.0.as_bytes()), phones.as_bytes())?),
        };
        Ok(trainee::ActiveModel {
            id: Set(id.0),
            name: Set(of.name.to_string()),
            pinyin: Set(sort_key(&of.name)),
            sex: Set(sex_word(of.id_number.sex()).to_owned()),
            ethnic_group: Set(of.ethnic_group.map(EthnicGroup::as_str).unwrap_or_default().to_owned()),
            education: Set(of.education.clone().map(String::from).unwrap_or_default()),
            town: Set(text(of.town.as_ref())),
            id_number_sealed: Set(
                keys.seal(&self.place(TABLE, ID_NUMBER, id.0.as_bytes()), id_number.as_bytes())?
            ),
            id_number_blind: Set(self.id_number_blind(&of.id_number)),
            id_number_masked: Set(of.id_number.masked()),
            phone_sealed: Set(sealed_phone),
            phone_blind: Set(of.phones.first().map(|phone| self.phone_blind(phone))),
            phone_masked: Set((!masked.is_empty()).then_some(masked)),
            created_at: Set(created_at.0),
            updated_at: Set(self.now().0),
            version: Set(version),
            ..Default::default()
        })
    }

    /// What is written down of a person, opened. Never answered to a page without [`BureauStore::audit`].
    pub(crate) fn trainee_of(&self, row: &trainee::Model) -> Result<Trainee, Error> {
        let phones = match &row.phone_sealed {
            Some(sealed) => parse_phones(&self.opened(PHONE, row, sealed)?).map_err(Error::down)?,
            None => Vec::new(),
        };
        Ok(Trainee {
            name: PersonName::parse(&row.name).map_err(Error::down)?,
            id_number: self.id_number_of(row)?,
            ethnic_group: EthnicGroup::parse(&row.ethnic_group).ok(),
            education: Education::parse(&row.education).ok(),
            town: Line::parse(&row.town).ok(),
            phones,
        })
    }

    /// The identity number of a row, opened: for the rules, which ask for an age.
    pub(crate) fn id_number_of(&self, row: &trainee::Model) -> Result<IdNumber, Error> {
        IdNumber::parse(&self.opened(ID_NUMBER, row, &row.id_number_sealed)?).map_err(Error::down)
    }

    /// By what an identity number is found in this bureau.
    pub(crate) fn id_number_blind(&self, id_number: &IdNumber) -> Vec<u8> {
        self.keys().blind_in_bureau(self.bureau().id, id_number.as_str())
    }

    /// By what a phone is found in this bureau.
    pub(crate) fn phone_blind(&self, phone: &Phone) -> Vec<u8> {
        self.keys().blind_in_bureau(self.bureau().id, phone.as_str())
    }

    fn opened(&self, column: &str, row: &trainee::Model, sealed: &[u8]) -> Result<String, Error> {
        let opened = self.keys().unseal(&self.place(TABLE, column, row.id.as_bytes()), sealed)?;
        Ok(std::str::from_utf8(&opened).map_err(Error::down)?.to_owned())
    }
}
