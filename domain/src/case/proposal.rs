//! Proposals in circulation: who must agree before whom (会签、加签), and who decides (转办、退回).

use serde::{Deserialize, Serialize};

use super::{Delegation, Member};
use crate::id::PersonId;
use crate::role::{Power, may};
use crate::{Day, Instant, Lang};

/// Colleagues who are asked to agree to one proposal, at most.
pub const SIGNERS_MAX: usize = 8;

/// How a colleague came to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignerKind {
    /// 会签: one of several who must agree in order.
    Countersigner,
    /// 加签: asked in between, before whoever's turn it was.
    Added,
}

/// A colleague who must agree before the decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    pub person: PersonId,
    pub kind: SignerKind,
    pub asked_by: PersonId,
    /// None: still to be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_at: Option<Instant>,
}

/// The way of a proposal through the house, kept as JSON in its row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Circulation {
    /// 转办: who alone decides; none: anyone with the power.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handed_to: Option<PersonId>,
    /// In their order.
    pub signers: Vec<Signer>,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// This colleague agrees or sends back.
    Sign(PersonId),
    /// Somebody with the power decides: the one named, or anyone.
    Decide(Option<PersonId>),
}

/// Why a step of a circulation cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CirculationFault {
    /// Somebody else's turn.
    NotYourTurn,
    /// Nobody approves what he proposed himself.
    OwnProposal,
    /// An officer of the case decides it neither for himself nor in the head's place.
    OwnCase,
    /// The person holds no power to decide it.
    NoPower,
    /// Nobody was named, or the person is no member who may see the case.
    NoMember,
    /// The person proposed it, asks, or is asked already.
    Twice,
    /// More than [`SIGNERS_MAX`].
    TooMany,
}

impl CirculationFault {
    /// What to do, in the person's language.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            CirculationFault::NotYourTurn => lang.pick(
                "现在还轮不到您：要等前一位同意。",
                "It is not your turn yet: somebody before you must agree first.",
            ),
            CirculationFault::OwnProposal => {
                lang.pick("这是您提请的，须由他人审批。", "You proposed it; somebody else decides.")
            }
            CirculationFault::OwnCase => lang.pick(
                "您是本案承办人，不能代为审批，请转其他负责人。",
                "You are an officer of this case and cannot decide it in the head's place; hand it on.",
            ),
            CirculationFault::NoPower => {
                lang.pick("所选人员没有审批权限，请另选。", "That person cannot approve; choose another.")
            }
            CirculationFault::NoMember => {
                lang.pick("请选择一位本单位能查阅本案的人员。", "Choose a member who may see the case.")
            }
            CirculationFault::Twice => lang.pick(
                "所选人员是提请人、您本人或已在会签名单里，请另选。",
                "That person proposed it, is you, or is asked already; choose another.",
            ),
            CirculationFault::TooMany => {
                lang.pick("会签人员最多 8 人，请减少。", "At most 8 people can be asked; choose fewer.")
            }
        }
    }
}

/// The people around a proposal, as they are today.
#[derive(Clone, Copy, Debug)]
pub struct Approvers<'a> {
    pub members: &'a [Member],
    pub delegations: &'a [Delegation],
    pub power: Power,
    pub proposer: PersonId,
    /// The officers of the case, and those whom the act names.
    pub officers: &'a [PersonId],
    pub today: Day,
}

impl Approvers<'_> {
    fn holds(&self, person: PersonId, power: Power) -> bool {
        self.members.iter().any(|one| one.person == person && may(&one.roles, power))
    }

    /// The heads in whose place a person decides today: those who could decide it themselves, and lent it to one who
    /// still fits.
    fn stands_in_for(&self, person: PersonId) -> impl Iterator<Item = PersonId> {
        let fits = self.members.iter().any(|one| one.person == person && Delegation::fits(one));
        let is_lent = fits && self.power == Power::ApproveCases;
        let lent = move |one: &&Delegation| is_lent && one.to == person && one.is_in_force(self.today);
        let could = |head: &PersonId| {
            *head != self.proposer && !self.officers.contains(head) && self.holds(*head, self.power)
        };
        self.delegations.iter().filter(lent).map(|one| one.from).filter(could)
    }

    /// Those whom the proposal may be handed on to.
    pub fn deciders(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|one| one.person != self.proposer && may(&one.roles, self.power))
    }

    /// Those who may be asked to agree.
    pub fn colleagues(&self) -> impl Iterator<Item = &Member> {
        let reads = |one: &&Member| may(&one.roles, Power::ReadRecords);
        self.members.iter().filter(reads).filter(|one| one.person != self.proposer)
    }
}

impl Circulation {
    /// Whose turn it is; whoever has left the bureau is passed over.
    #[must_use]
    pub fn turn(&self, who: &Approvers<'_>) -> Turn {
        let open = self.signers.iter().filter(|signer| signer.agreed_at.is_none());
        let mut open = open.filter(|signer| who.holds(signer.person, Power::ReadRecords));
        match open.next() {
            Some(signer) => Turn::Sign(signer.person),
            None => Turn::Decide(self.handed_to.filter(|person| who.holds(*person, who.power))),
        }
    }

    /// Whether the person may decide now, and for whom: none in the own name, else the head who delegated (代).
    ///
    /// # Errors
    /// Why not.
    pub fn decides(
        &self,
        person: PersonId,
        who: &Approvers<'_>,
    ) -> Result<Option<PersonId>, CirculationFault> {
        if person == who.proposer {
            return Err(CirculationFault::OwnProposal);
        }
        let Turn::Decide(named) = self.turn(who) else { return Err(CirculationFault::NotYourTurn) };
        let holds = who.holds(person, who.power);
        if named.map_or(holds, |named| named == person) {
            return Ok(None);
        }
        match who.stands_in_for(person).find(|head| named.is_none_or(|named| named == *head)) {
            Some(_) if who.officers.contains(&person) => Err(CirculationFault::OwnCase),
            Some(head) => Ok(Some(head)),
            None if holds => Err(CirculationFault::NotYourTurn),
            None => Err(CirculationFault::NoPower),
        }
    }

    /// Whether it is the person's turn, to agree or to decide.
    ///
    /// # Errors
    /// Why not.
    pub fn is_up(&self, person: PersonId, who: &Approvers<'_>) -> Result<(), CirculationFault> {
        match self.turn(who) {
            Turn::Sign(signer) if signer == person => Ok(()),
            _ => self.decides(person, who).map(drop),
        }
    }

    /// The one whose turn it is agrees, who is not the one who decides.
    ///
    /// # Errors
    /// When it is another's turn.
    pub fn agreed(
        mut self,
        person: PersonId,
        at: Instant,
        who: &Approvers<'_>,
    ) -> Result<Self, CirculationFault> {
        if self.turn(who) != Turn::Sign(person) {
            return Err(CirculationFault::NotYourTurn);
        }
        let open = |signer: &&mut Signer| signer.agreed_at.is_none() && signer.person == person;
        if let Some(signer) = self.signers.iter_mut().find(open) {
            signer.agreed_at = Some(at);
        }
        Ok(self)
    }

    /// 转办: another holder of the power decides.
    ///
    /// # Errors
    /// When the one who hands it on does not decide now, or the other could not.
    pub fn handed_on(
        mut self,
        by: PersonId,
        to: PersonId,
        who: &Approvers<'_>,
    ) -> Result<Self, CirculationFault> {
        self.decides(by, who)?;
        if to == who.proposer || to == by {
            return Err(CirculationFault::Twice);
        }
        if !who.holds(to, who.power) {
            return Err(CirculationFault::NoPower);
        }
        self.handed_to = Some(to);
        Ok(self)
    }

    /// 加签: another agrees first, then it comes back to whoever asked.
    ///
    /// # Errors
    /// When it is not the asker's turn, or the other cannot be asked.
    pub fn added(
        mut self,
        by: PersonId,
        to: PersonId,
        who: &Approvers<'_>,
    ) -> Result<Self, CirculationFault> {
        self.is_up(by, who)?;
        let signer = self.asked(by, to, SignerKind::Added, who)?;
        self.comes_back_to(by, who);
        let first_open = self.signers.iter().position(|signer| signer.agreed_at.is_none());
        self.signers.insert(first_open.unwrap_or(self.signers.len()), signer);
        Ok(self)
    }

    /// 会签: several agree, one after the other, then it comes back to whoever asked.
    ///
    /// # Errors
    /// When the asker does not decide now, nobody is named, or one of them cannot be asked.
    pub fn countersigned(
        mut self,
        by: PersonId,
        order: &[PersonId],
        who: &Approvers<'_>,
    ) -> Result<Self, CirculationFault> {
        self.decides(by, who)?;
        if order.is_empty() {
            return Err(CirculationFault::NoMember);
        }
        self.comes_back_to(by, who);
        for person in order {
            let signer = self.asked(by, *person, SignerKind::Countersigner, who)?;
            self.signers.push(signer);
        }
        Ok(self)
    }

    /// Whoever asks decides afterwards, unless he only agrees himself.
    fn comes_back_to(&mut self, by: PersonId, who: &Approvers<'_>) {
        if let Ok(head) = self.decides(by, who) {
            self.handed_to = Some(head.unwrap_or(by));
        }
    }

    /// A colleague to be asked, if it can be this one.
    fn asked(
        &self,
        by: PersonId,
        to: PersonId,
        kind: SignerKind,
        who: &Approvers<'_>,
    ) -> Result<Signer, CirculationFault> {
        if to == who.proposer || to == by || self.signers.iter().any(|signer| signer.person == to) {
            return Err(CirculationFault::Twice);
        }
        if !who.holds(to, Power::ReadRecords) {
            return Err(CirculationFault::NoMember);
        }
        if self.signers.len() >= SIGNERS_MAX {
            return Err(CirculationFault::TooMany);
        }
        Ok(Signer { person: to, kind, asked_by: by, agreed_at: None })
    }
}
