//! Parties, unlawful acts, records and services, as typed.

use super::read::{Form, kind_word};
use domain::case::{
    Act, Case, ClueSource, Method, Name, Note, Party, Receiver, Record, RecordKind, RegisterClue,
    ReturnReason, Service, Signature, UnlawfulAct,
};
use domain::catalogue::{PartyKind, PartyRole};
use domain::id::{PartyId, UnlawfulActId};
use domain::value::CreditCode;

impl Form<'_> {
    pub(super) fn unlawful_act(&mut self, id: UnlawfulActId) -> Option<UnlawfulAct> {
        let violation = self.text("violation");
        if violation.is_empty() {
            self.problem("violation", self.lang.pick("请选择案由", "Choose the violation"));
        }
        let (on, place) = (self.day("act_on"), self.note("act_place"));
        let role = match self.text("role").as_str() {
            "person_in_charge" => PartyRole::PersonInCharge,
            "other_responsible" => PartyRole::OtherResponsible,
            _ => PartyRole::Offender,
        };
        let area = self.area_of_act();
        let designated_by = self.may("designated_by", Name::parse);
        let coincides = self.text("coincides").parse().ok();
        let (on, place, area, harm_done) = (on?, place?, area?, self.is("harm"));
        Some(UnlawfulAct { id, violation, on, place, area, role, designated_by, harm_done, coincides })
    }

    /// The code of the place: the bureau's own, or none of its own, of which the rule says who has it. It is said, not
    /// supposed.
    fn area_of_act(&mut self) -> Option<Option<u32>> {
        match self.text("in_area").as_str() {
            "yes" => Some(self.area),
            "no" => Some(Some(0)),
            _ => {
                let message = self.lang.pick(
                    "请选择违法行为是否发生在本局辖区内",
                    "Choose whether it was done in the bureau's area",
                );
                self.problem("in_area", message);
                None
            }
        }
    }

    /// Whether a re-inspection found it put right; two officers say so, nothing is supposed.
    fn found_put_right(&mut self) -> Option<bool> {
        match self.text("put_right").as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => {
                let message = self
                    .lang
                    .pick("请选择复查时是否已经改正", "Choose whether the re-inspection found it put right");
                self.problem("put_right", message);
                None
            }
        }
    }

    /// Whose act it is: asked where the case has several parties.
    pub(super) fn act_party(&mut self, case: Option<&Case>) -> Option<PartyId> {
        let parties = case.map(Case::parties).unwrap_or_default();
        if let [only] = parties.as_slice() {
            return Some(only.id);
        }
        let chosen = self.text("act_party").parse().ok();
        let chosen = chosen.filter(|id| parties.iter().any(|party| party.id == *id));
        if chosen.is_none() {
            self.problem("act_party", self.lang.pick("请选择当事人", "Choose the party"));
        }
        chosen
    }

    fn party_kind(&mut self) -> Option<PartyKind> {
        let all = [PartyKind::Citizen, PartyKind::SoleTrader, PartyKind::Organisation];
        self.choice("party_kind", &all, kind_word)
    }

    pub(super) fn party(&mut self, id: PartyId) -> Option<Party> {
        let name = self.name("party_name");
        let kind = self.party_kind();
        let credit_code = self.may("credit_code", CreditCode::parse);
        let representative = self.may("representative", Name::parse);
        let address = self.may("address", Note::parse);
        let act = self.unlawful_act(UnlawfulActId(store::token::fresh()));
        Some(Party {
            id,
            kind: kind?,
            name: name?,
            establishment: self.registered.as_ref().and_then(|party| party.establishment),
            credit_code,
            representative,
            address,
            acts: vec![act?],
        })
    }

    pub(super) fn clue(&mut self) -> Option<Act> {
        let source = self.choice("source", &ClueSource::ALL, ClueSource::word);
        let (suspicion, place) = (self.note("suspicion"), self.note("place"));
        let suspect = self.may("party_name", Name::parse);
        let parties = match suspect {
            Some(name) => {
                let kind = self.party_kind()?;
                let unknown = || Party {
                    id: PartyId(store::token::fresh()),
                    kind,
                    name: name.clone(),
                    establishment: None,
                    credit_code: None,
                    representative: None,
                    address: None,
                    acts: Vec::new(),
                };
                let party = self.registered.clone().unwrap_or_else(unknown);
                vec![Party { kind, name, ..party }]
            }
            None => Vec::new(),
        };
        Some(Act::RegisterClue(RegisterClue {
            source: source?,
            suspicion: suspicion?,
            place: place?,
            number: None,
            parties,
            earlier_warning: self.earlier_warning(),
            transferred: None,
        }))
    }

    /// Whom a record concerns; the act says whether it must be known.
    fn record_party(&self) -> Option<PartyId> {
        self.text("record_party").parse().ok()
    }

    pub(super) fn record(&mut self) -> Option<Act> {
        let kind = match self.text("record_kind").as_str() {
            "inspection" => Some(RecordKind::Inspection),
            "interview" => Some(RecordKind::Interview),
            "sampling" => Some(RecordKind::Sampling),
            "documents" => Some(RecordKind::Documents),
            "rectification_order" => self.day("order_by").map(|by| RecordKind::RectificationOrder { by }),
            "re_inspection" => self.found_put_right().map(|put_right| RecordKind::ReInspection { put_right }),
            _ => {
                self.problem("record_kind", self.lang.pick("请选择调查措施", "Choose what was done"));
                None
            }
        };
        let (officers, place) = (self.officers(), self.note("place"));
        let (from, to) = (self.time("from"), self.time("to"));
        let signature = match self.text("signature").as_str() {
            "refused" => self.note("witness").map(|witness| Signature::Refused { witness }),
            _ => Some(Signature::Signed),
        };
        let course = self.note("course");
        let party = self.record_party();
        Some(Act::Record(Record {
            kind: kind?,
            party,
            officers: officers?,
            place: place?,
            from: from?,
            to: to?,
            certificates_shown: self.is("shown"),
            rights_told: self.is("told"),
            signature: signature?,
            course: course?,
        }))
    }

    pub(super) fn service(&mut self) -> Option<Service> {
        let officers = self.officers();
        let method = match self.text("method").as_str() {
            "direct" => {
                let receiver = self.choice("receiver", &Receiver::ALL, Receiver::word);
                let signed_by = self.name("signed_by");
                Some(Method::Direct { receiver: receiver?, signed_by: signed_by? })
            }
            "left" => self.note("witness").map(|witness| Method::Left { witness }),
            "electronic" => {
                let (address, consent) = (self.name("e_address"), self.day("consent_on"));
                Some(Method::Electronic { address: address?, consent_signed_on: consent? })
            }
            "post" => {
                let (posted_on, receipt) = (self.day("posted_on"), self.name("receipt"));
                Some(Method::Post { posted_on: posted_on?, receipt: receipt? })
            }
            "returned" => {
                let (posted_on, receipt) = (self.day("posted_on"), self.name("receipt"));
                let reason = self.choice("returned_why", &ReturnReason::ALL, ReturnReason::word);
                let address_confirmed_on = self.day("consent_on");
                Some(Method::Returned {
                    posted_on: posted_on?,
                    receipt: receipt?,
                    reason: reason?,
                    address_confirmed_on: address_confirmed_on?,
                })
            }
            "entrusted" => {
                let (authority, signed_by) = (self.name("through"), self.name("signed_by"));
                Some(Method::Entrusted { authority: authority?, signed_by: signed_by? })
            }
            "forwarded" => {
                let (unit, signed_by) = (self.name("through"), self.name("signed_by"));
                Some(Method::Forwarded { unit: unit?, signed_by: signed_by? })
            }
            "public_notice" => self.note("tries").map(|tries| Method::PublicNotice { tries }),
            _ => {
                self.problem("method", self.lang.pick("请选择送达方式", "Choose the method"));
                None
            }
        };
        Some(Service { officers: officers?, method: method? })
    }
}
