//! Proposing that a licence be revoked (提请吊销许可证件), where others decide it: row 15a; 行政处罚法 art. 17, 18.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Context, Decision, Event, Name, Note, Track};
use crate::catalogue::{Authority, KindStanding, PenaltyKind, decides};
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};
use crate::{Day, Lang};

/// 提请吊销许可证件的函
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposeRevocation {
    pub party: PartyId,
    /// The government or the issuer that may revoke it.
    pub to: Name,
    /// Which licence, with its number.
    pub licence: Name,
    pub reason: Note,
    /// The number of the letter: that of 提吊 where the bureau does not count it elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Name>,
}

/// What became of the licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RevocationAnswer {
    Revoked,
    NotRevoked,
}

impl RevocationAnswer {
    /// Both, in the order of the form.
    pub const ALL: [RevocationAnswer; 2] = [RevocationAnswer::Revoked, RevocationAnswer::NotRevoked];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            RevocationAnswer::Revoked => "revoked",
            RevocationAnswer::NotRevoked => "not_revoked",
        }
    }

    /// What the answer is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            RevocationAnswer::Revoked => lang.pick("决定吊销许可证件", "licence revoked"),
            RevocationAnswer::NotRevoked => lang.pick("不予吊销", "licence not revoked"),
        }
    }
}

/// 对提请吊销的答复
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordRevocationAnswer {
    pub party: PartyId,
    pub answer: RevocationAnswer,
    /// Number and gist.
    pub paper: Note,
}

/// A proposal with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevocationProposal {
    pub on: Day,
    pub to: Name,
    pub licence: Name,
    pub answer: Option<(Day, RevocationAnswer)>,
}

impl Track {
    /// The proposal without an answer.
    #[must_use]
    pub fn open_revocation(&self) -> Option<&RevocationProposal> {
        self.revocations.iter().find(|one| one.answer.is_none())
    }

    /// Who may revoke the licence by a row of the party's acts, where this bureau may not.
    #[must_use]
    pub fn revokers(&self, on: Day, context: &Context<'_>) -> Vec<Authority> {
        let judge = Judge { case: None, on, context: *context };
        let elsewhere = judge.revocation_standings(self).into_iter().filter_map(|standing| match standing {
            KindStanding::NoPower(who) => Some(who),
            KindStanding::May => None,
        });
        let mut list: Vec<Authority> = elsewhere.flatten().collect();
        list.sort_unstable();
        list.dedup();
        list
    }

    pub(super) fn revocation_proposed(mut self, facts: &ProposeRevocation, event: &Event) -> Self {
        let (to, licence) = (facts.to.clone(), facts.licence.clone());
        self.revocations.push(RevocationProposal { on: event.on, to, licence, answer: None });
        self
    }

    pub(super) fn revocation_answered(mut self, facts: &RecordRevocationAnswer, event: &Event) -> Self {
        let open = self.revocations.iter_mut().find(|one| one.answer.is_none());
        open.into_iter().for_each(|one| one.answer = Some((event.on, facts.answer)));
        self
    }
}

impl Judge<'_> {
    /// How this bureau stands to revoking, by every row of the party's acts that names it.
    fn revocation_standings(&self, track: &Track) -> Vec<KindStanding> {
        let rows = track.party.acts.iter().filter_map(|act| self.row(act).ok());
        let named = rows.filter(|(_, row)| row.kinds().contains(&PenaltyKind::Revocation));
        let (grants, bureau) = (self.context.grants, self.context.bureau);
        let standing = |(industry, row): (&crate::catalogue::Industry, &crate::catalogue::ViolationRow)| {
            decides(row, PenaltyKind::Revocation, &industry.id, grants, bureau, self.on)
        };
        named.map(standing).collect()
    }

    /// A penalty was decided, the row names the revocation, and others decide it.
    pub(super) fn revocation_proposable(&self, track: &Track) -> Result<(), RefusalCode> {
        let standings = self.revocation_standings(track);
        if standings.is_empty() {
            return Err(RefusalCode::NotInTheRow { kind: Some(PenaltyKind::Revocation) });
        }
        if standings.iter().all(|standing| *standing == KindStanding::May) {
            return Err(RefusalCode::OursToRevoke);
        }
        if track.fell().is_some() {
            return Err(RefusalCode::DecisionFell);
        }
        let decided = track.progress.decided().map(|decided| &decided.decision);
        if !matches!(decided, Some(Decision::Penalty(_))) {
            return Err(RefusalCode::MissingFact { fact: Fact::PenaltyDecided });
        }
        match track.revocations.last().map(|last| last.answer) {
            Some(None) => Err(RefusalCode::DoneAlready { act: ActKind::ProposeRevocation }),
            Some(Some((_, RevocationAnswer::Revoked))) => {
                Err(RefusalCode::DoneAlready { act: ActKind::RecordRevocationAnswer })
            }
            _ => Ok(()),
        }
    }

    /// Whether somebody was asked and has not answered.
    pub(super) fn revocation_open(&self, track: &Track) -> Result<(), RefusalCode> {
        match track.open_revocation() {
            Some(_) => Ok(()),
            None => Err(RefusalCode::MissingFact { fact: Fact::OpenRevocation }),
        }
    }
}
