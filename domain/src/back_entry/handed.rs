//! How a paper reached the party, as its proof of service (送达回证) says.

use super::IN_THE_DOSSIER;
use super::column::Column as C;
use super::enter::{Writing, note};
use super::row::named;
use crate::case::{Method, Name, Receiver, ReturnReason, Service};
use crate::ledger::{Fault, Reading};
use crate::refusal::{Fact, RefusalCode};
use crate::value::Noun;
use crate::{Day, Lang};

/// How a paper reached the party, as the record of service (送达回证) says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    Direct(Receiver),
    Left,
    Post,
    Returned(ReturnReason),
    Entrusted,
    Forwarded,
    Electronic,
    PublicNotice,
}

impl Handed {
    /// Every way, in the order of the list.
    #[must_use]
    pub fn all() -> Vec<Handed> {
        let direct = Receiver::ALL.into_iter().map(Handed::Direct);
        let returned = ReturnReason::ALL.into_iter().map(Handed::Returned);
        let last = [Handed::Entrusted, Handed::Forwarded, Handed::Electronic, Handed::PublicNotice];
        direct.chain([Handed::Left, Handed::Post]).chain(returned).chain(last).collect()
    }

    /// What it is called in the list: 直接送达（本人）.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        match self {
            Handed::Direct(receiver) => {
                let who = receiver.name(lang);
                lang.pick(format!("直接送达（{who}）"), format!("direct service ({who})"))
            }
            Handed::Left => lang.pick("留置送达", "left at the place").to_owned(),
            Handed::Post => lang.pick("邮寄送达", "service by post").to_owned(),
            Handed::Returned(reason) => {
                let reason = reason.name(lang);
                lang.pick(format!("邮寄退回（{reason}）"), format!("post returned ({reason})"))
            }
            Handed::Entrusted => lang.pick("委托送达", "service through another authority").to_owned(),
            Handed::Forwarded => lang.pick("转交送达", "service through the party's unit").to_owned(),
            Handed::Electronic => lang.pick("电子送达", "electronic service").to_owned(),
            Handed::PublicNotice => lang.pick("公告送达", "service by public notice").to_owned(),
        }
    }
}

impl Reading<'_, C> {
    pub(super) fn handed(&mut self, column: C) -> Option<Handed> {
        self.choice(column, Noun::ServiceMethod, &named(&Handed::all(), Handed::name))
    }
}

impl Writing<'_> {
    /// How a paper reached the party.
    pub(super) fn service(&self, handed: Handed, on: Day, column: C) -> Result<Service, Fault<C>> {
        let name = || Name::parse(IN_THE_DOSSIER).map_err(|error| Fault { column, error });
        let method = match handed {
            Handed::Direct(receiver) => Method::Direct { receiver, signed_by: name()? },
            Handed::Left => Method::Left { witness: note(column)? },
            Handed::Post => Method::Post { posted_on: on, receipt: name()? },
            Handed::Returned(reason) => Method::Returned {
                posted_on: on,
                receipt: name()?,
                reason,
                address_confirmed_on: self.paper.consent_on.unwrap_or(on),
            },
            Handed::Entrusted => Method::Entrusted { authority: name()?, signed_by: name()? },
            Handed::Forwarded => Method::Forwarded { unit: name()?, signed_by: name()? },
            Handed::Electronic => Method::Electronic {
                address: name()?,
                consent_signed_on: self.paper.consent_on.unwrap_or(on),
            },
            Handed::PublicNotice => Method::PublicNotice { tries: note(column)? },
        };
        Ok(Service { officers: self.officers, method })
    }

    /// Nothing is served electronically, and no letter that came back is served, without the paper on which
    /// the party agreed to the address, and of which the row tells.
    pub(super) fn lacks_consent(&self, handed: Handed) -> Option<RefusalCode> {
        let fact = match handed {
            Handed::Electronic => Fact::ConsentBefore,
            Handed::Returned(_) => Fact::AddressConfirmed,
            _ => return None,
        };
        self.paper.consent_on.is_none().then_some(RefusalCode::MissingFact { fact })
    }
}
