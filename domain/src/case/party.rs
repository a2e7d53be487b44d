//! The parties of a case (当事人) and their unlawful acts (违法行为).

use serde::{Deserialize, Serialize};

use super::{Name, Note};
use crate::Day;
use crate::catalogue::{PartyKind, PartyRole};
use crate::establishment::Establishment;
use crate::id::{EstablishmentId, PartyId, PersonId, UnlawfulActId};
use crate::value::CreditCode;

/// A party as it was when it came into the case: a snapshot that no renaming changes.
///
/// Identity numbers and phones are not facts of an act: they are sealed beside the party's row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub id: PartyId,
    pub kind: PartyKind,
    pub name: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub establishment: Option<EstablishmentId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_code: Option<CreditCode>,
    /// Legal representative or operator of an organisation or a shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<Name>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Note>,
    /// What the party is said to have done; at least one from the filing on.
    #[serde(default)]
    pub acts: Vec<UnlawfulAct>,
}

impl Party {
    /// The snapshot of an establishment of the register, accused of nothing yet; none when the register's name
    /// cannot stand in a case.
    #[must_use]
    pub fn of_establishment(id: PartyId, establishment: EstablishmentId, of: &Establishment) -> Option<Self> {
        let name = |text: &str| Name::parse(text).ok();
        Some(Party {
            id,
            kind: kind_of(of),
            name: name(of.name.as_str())?,
            establishment: Some(establishment),
            credit_code: of.credit_code.clone(),
            representative: of.legal_representative.as_ref().and_then(|one| name(one.as_str())),
            address: of.address.as_ref().and_then(|place| Note::parse(place.as_str()).ok()),
            acts: Vec::new(),
        })
    }
}

/// What kind of party an establishment is, by the second character of its credit code (GB 32100 table 2: 2 within
/// market regulation is 个体工商户). Without a code it is taken for an organisation, which the form lets correct.
fn kind_of(of: &Establishment) -> PartyKind {
    match &of.credit_code {
        Some(code) if code.as_str().starts_with("92") => PartyKind::SoleTrader,
        _ => PartyKind::Organisation,
    }
}

/// One unlawful act of one party, judged by one row of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnlawfulAct {
    pub id: UnlawfulActId,
    /// The catalogue row's id, `slaughter-v04@2021`.
    pub violation: String,
    /// The day of the act; of a continued one, the day on which it ended.
    pub on: Day,
    pub place: Note,
    /// GB/T 2260 code of the county where it was done (行政处罚法 art. 22).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<u32>,
    #[serde(default)]
    pub role: PartyRole,
    /// The order that designates this bureau for a place elsewhere, 永商指管〔2026〕1号 (art. 25).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub designated_by: Option<Name>,
    /// Harm to life, health or financial safety came of it (art. 36: five years instead of two).
    #[serde(default)]
    pub harm_done: bool,
    /// The act of the same party with which it is one conduct, under another rule (art. 29): one fine for both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coincides: Option<UnlawfulActId>,
}

/// The two officers of a case or of one act (主办、协办).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officers {
    pub lead: PersonId,
    pub second: PersonId,
}

impl Officers {
    /// Whether the person is one of the two.
    #[must_use]
    pub fn contains(self, person: PersonId) -> bool {
        self.lead == person || self.second == person
    }
}
