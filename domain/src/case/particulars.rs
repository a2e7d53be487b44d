//! What is learned of a party, or found wrong, after it came into the case (完善当事人信息): name, kind and acts stay,
//! and nothing moves.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Name, Note, Party, Track};
use crate::Lang;
use crate::id::{EstablishmentId, PartyId};
use crate::refusal::{Fact, RefusalCode};
use crate::value::CreditCode;

/// By what a party is known beside its name: its papers name it by this, and other cases find it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub establishment: Option<EstablishmentId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_code: Option<CreditCode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<Name>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Note>,
}

/// 完善当事人信息: what stood in the case, and what stands there from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompleteParty {
    pub party: PartyId,
    pub before: Particulars,
    pub after: Particulars,
}

impl Particulars {
    /// What is known of a party.
    #[must_use]
    pub fn of(party: &Party) -> Self {
        Particulars {
            establishment: party.establishment,
            credit_code: party.credit_code.clone(),
            representative: party.representative.clone(),
            address: party.address.clone(),
        }
    }

    /// Whether something that is known is known no more. The place in the register goes with the code.
    fn loses(&self, later: &Particulars) -> bool {
        self.credit_code.is_some() && later.credit_code.is_none()
            || self.representative.is_some() && later.representative.is_none()
            || self.address.is_some() && later.address.is_none()
    }
}

impl CompleteParty {
    /// Each of them that differs, old and new.
    pub(super) fn words(&self, lang: Lang) -> Vec<String> {
        let (was, is) = (&self.before, &self.after);
        let text = |value: Option<String>| value.unwrap_or_else(|| lang.pick("无", "none").to_owned());
        let code = |of: &Particulars| text(of.credit_code.as_ref().map(ToString::to_string));
        let person = |of: &Particulars| text(of.representative.as_ref().map(ToString::to_string));
        let address = |of: &Particulars| text(of.address.as_ref().map(ToString::to_string));
        let register = |of: &Particulars| {
            let linked = of.establishment.map(|_| lang.pick("已关联", "linked").to_owned());
            text(linked)
        };
        let mut words = Vec::new();
        let mut line = |name: &str, old: String, new: String| {
            if old != new {
                words.push(format!("{name}{old} → {new}"));
            }
        };
        line(lang.pick("统一社会信用代码：", "credit code: "), code(was), code(is));
        line(lang.pick("法定代表人、负责人或者经营者：", "representative: "), person(was), person(is));
        line(lang.pick("地址：", "address: "), address(was), address(is));
        line(lang.pick("监管对象档案：", "place in the register: "), register(was), register(is));
        words
    }
}

impl Judge<'_> {
    /// Something is added or put right; what is known is never emptied.
    pub(super) fn complete_party(&self, facts: &CompleteParty) -> Result<(), RefusalCode> {
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        let known = Particulars::of(&self.track(facts.party)?.party);
        if facts.before != known {
            return missing(Fact::EntryToCorrect);
        }
        if facts.after == known {
            return missing(Fact::Change);
        }
        if known.loses(&facts.after) { missing(Fact::KnownOfParty) } else { Ok(()) }
    }
}

impl Track {
    pub(super) fn completed(mut self, facts: &CompleteParty) -> Self {
        let Particulars { establishment, credit_code, representative, address } = facts.after.clone();
        self.party = Party { establishment, credit_code, representative, address, ..self.party };
        self
    }
}
