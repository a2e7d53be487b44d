//! Service of papers (送达): row 19 and §1.5; 行政处罚法 art. 61, 民事诉讼法 art. 87–95.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Decided, Event, Name, Note, Officers, Progress};
use crate::catalogue::PartyKind;
use crate::id::PartyId;
use crate::refusal::{Fact, Refusal, RefusalCode};
use crate::{Day, Lang};

/// Who took a paper handed over directly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Receiver {
    Party,
    AdultFamilyMember,
    LegalRepresentative,
    ReceiverOfPost,
    AuthorisedAgent,
}

impl Receiver {
    /// Every receiver, in the order of the form.
    pub const ALL: [Receiver; 5] = [
        Receiver::Party,
        Receiver::LegalRepresentative,
        Receiver::ReceiverOfPost,
        Receiver::AdultFamilyMember,
        Receiver::AuthorisedAgent,
    ];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Receiver::Party => "party",
            Receiver::AdultFamilyMember => "adult_family_member",
            Receiver::LegalRepresentative => "legal_representative",
            Receiver::ReceiverOfPost => "receiver_of_post",
            Receiver::AuthorisedAgent => "authorised_agent",
        }
    }

    /// What the receiver is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Receiver::Party => lang.pick("本人", "the party"),
            Receiver::AdultFamilyMember => lang.pick("同住成年家属", "adult family member"),
            Receiver::LegalRepresentative => lang.pick("法定代表人（负责人）", "legal representative"),
            Receiver::ReceiverOfPost => lang.pick("负责收件的人", "person who receives post"),
            Receiver::AuthorisedAgent => lang.pick("代理人（凭授权委托书）", "agent with written authority"),
        }
    }

    /// Who takes a paper for whom (民事诉讼法 art. 88): a citizen, or the owner of a shop, has a family; an
    /// organisation has a legal representative and a person who receives post; either may send an agent. The
    /// one in charge (负责人) of a shop is its owner, the party himself.
    #[must_use]
    pub fn takes_for(self, kind: PartyKind) -> bool {
        match self {
            Receiver::Party | Receiver::AdultFamilyMember => kind.counts_as_person(),
            Receiver::LegalRepresentative => kind != PartyKind::Citizen,
            Receiver::ReceiverOfPost => !kind.counts_as_person(),
            Receiver::AuthorisedAgent => true,
        }
    }
}

/// Why a letter came back that counts as served all the same (§1.5, practice).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnReason {
    Refused,
    WrongAddress,
    ChangedAddress,
}

impl ReturnReason {
    /// Every reason, in the order of the form.
    pub const ALL: [ReturnReason; 3] =
        [ReturnReason::Refused, ReturnReason::WrongAddress, ReturnReason::ChangedAddress];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ReturnReason::Refused => "refused",
            ReturnReason::WrongAddress => "wrong_address",
            ReturnReason::ChangedAddress => "changed_address",
        }
    }

    /// What happened with the letter.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            ReturnReason::Refused => lang.pick("拒收", "refused"),
            ReturnReason::WrongAddress => lang.pick("确认的地址有误", "the confirmed address was wrong"),
            ReturnReason::ChangedAddress => {
                lang.pick("地址变更未告知", "the address had changed, and nobody was told")
            }
        }
    }
}

/// How a paper reached the party, with what that method needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum Method {
    /// 直接送达: served on the day signed.
    Direct { receiver: Receiver, signed_by: Name },
    /// 留置送达: refusal, and a witness of the local body or photo and video.
    Left { witness: Note },
    /// 电子送达: only with consent signed before (art. 61).
    Electronic { address: Name, consent_signed_on: Day },
    /// 邮寄送达: served on the day on the receipt; the day of posting meets the bureau's term.
    Post { posted_on: Day, receipt: Name },
    /// 邮寄送达，邮件退回: served on the day of the return, only at an address that the party had confirmed in
    /// writing (送达地址确认书, D33) before the posting; a letter that came back for anything else is not served.
    Returned { posted_on: Day, receipt: Name, reason: ReturnReason, address_confirmed_on: Day },
    /// 委托送达: another authority hands it over; served on the day signed (民事诉讼法 art. 91).
    Entrusted { authority: Name, signed_by: Name },
    /// 转交送达: the unit of a soldier or of a person in custody hands it on; served on the day signed
    /// (民事诉讼法 art. 92–94).
    Forwarded { unit: Name, signed_by: Name },
    /// 公告送达: served at the end of the term; the act's legal day is the day of publication.
    PublicNotice { tries: Note },
}

impl Method {
    /// The word in a form.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Method::Direct { .. } => "direct",
            Method::Left { .. } => "left",
            Method::Electronic { .. } => "electronic",
            Method::Post { .. } => "post",
            Method::Returned { .. } => "returned",
            Method::Entrusted { .. } => "entrusted",
            Method::Forwarded { .. } => "forwarded",
            Method::PublicNotice { .. } => "public_notice",
        }
    }

    /// What the method is called.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &'static str {
        match self {
            Method::Direct { .. } => lang.pick("直接送达", "direct service"),
            Method::Left { .. } => lang.pick("留置送达", "left at the place"),
            Method::Electronic { .. } => lang.pick("电子送达", "electronic service"),
            Method::Post { .. } => lang.pick("邮寄送达", "service by post"),
            Method::Returned { .. } => lang.pick("邮寄送达（邮件退回）", "service by post, returned"),
            Method::Entrusted { .. } => lang.pick("委托送达", "service through another authority"),
            Method::Forwarded { .. } => lang.pick("转交送达", "service through the party's unit"),
            Method::PublicNotice { .. } => lang.pick("公告送达", "service by public notice"),
        }
    }
}

/// One service by two officers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    pub officers: Officers,
    #[serde(flatten)]
    pub method: Method,
}

/// A service with its legal day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServedOn {
    /// The day entered: of signing, leaving, arrival or receipt; of publication for a public notice.
    pub on: Day,
    #[serde(flatten)]
    pub service: Service,
}

impl ServedOn {
    /// The day on which the bureau did its part: what meets its term (art. 61).
    #[must_use]
    pub fn sent_on(&self) -> Day {
        match self.service.method {
            Method::Post { posted_on, .. } | Method::Returned { posted_on, .. } => posted_on,
            _ => self.on,
        }
    }
}

/// 送达决定书
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Serve {
    pub party: PartyId,
    #[serde(flatten)]
    pub service: Service,
}

/// A party that has received its decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Served {
    pub decided: Decided,
    pub seq: u32,
    pub served: ServedOn,
}

impl Served {
    /// The day of the service, or of the judgment that let the decision stand again.
    #[must_use]
    pub fn since(&self) -> Day {
        self.decided.revived_on.into_iter().fold(self.served.on, Day::max)
    }
}

impl Judge<'_> {
    /// `cause`: the day before which the paper did not exist. Days are all that is known: a consent counts as
    /// signed before when an earlier day stands on it.
    pub(super) fn service(&self, kind: PartyKind, service: &Service, cause: Day) -> Result<(), RefusalCode> {
        self.two_officers(service.officers)?;
        let lacks = |fact| Err(RefusalCode::MissingFact { fact });
        match service.method {
            Method::Direct { receiver, .. } if !receiver.takes_for(kind) => lacks(Fact::Receiver),
            Method::Post { posted_on, .. } | Method::Returned { posted_on, .. }
                if posted_on < cause || posted_on > self.on =>
            {
                lacks(Fact::PostingDay)
            }
            Method::Returned { address_confirmed_on, posted_on, .. } if address_confirmed_on >= posted_on => {
                lacks(Fact::AddressConfirmed)
            }
            Method::Forwarded { .. } if !kind.counts_as_person() => lacks(Fact::Receiver),
            Method::Electronic { consent_signed_on, .. } if consent_signed_on >= self.on => {
                lacks(Fact::ConsentBefore)
            }
            _ => Ok(()),
        }
    }

    /// The same for a party of the case.
    pub(super) fn service_to(
        &self,
        party: PartyId,
        service: &Service,
        cause: Day,
    ) -> Result<(), RefusalCode> {
        self.service(self.track(party)?.party.kind, service, cause)
    }
}

impl Progress {
    pub(super) fn serve(self, facts: &Serve, event: &Event) -> Result<Self, Refusal> {
        match self {
            Progress::Decided(decided) => Ok(Progress::Served(Served {
                decided,
                seq: event.seq,
                served: ServedOn { on: event.on, service: facts.service.clone() },
            })),
            other => Err(other.refuses(ActKind::Serve)),
        }
    }
}
